"""Evolve: one parent and one operator become a candidate, written by a model.

Promises: a child carries its parent's root, wave and split, and an id that depends on its slot
and its text alone; an answer is taken over only from a truth that names exactly this text, or from
the parent where the operator keeps what is asked. Does not promise a good problem: `eliminate`,
`admit`, `verify` and `screen` decide that.

The tasks are in our own words. Upward and downward evolution: WizardMath (2308.09583); rephrase:
MetaMath (2309.12284); backward: self-verification (2212.09561) and FOBAR (2310.01991); fuse:
compositional GSM (2410.01748) and MathFusion (2503.16212); distract: GSM-IC (2302.00093) and
GSM-NoOp (2410.05229); resample: GSM-Symbolic (2410.05229).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factory.models import Draw, Reply
from factory.records import Instruction, Parent, digest
from factory.stages import Context, ask_until_usable
from factory.stages.prompts import Prompt
from factory.stages.sections import read_evolved

WORDS = 30
"""Words that an evolution is asked to stay within; `eliminate` allows some more."""


@dataclass(frozen=True, slots=True)
class Operator:
    """One way to change a problem; `task` is what the model is told."""

    name: str
    direction: str
    task: str
    words: int = WORDS
    """Words that the problem may grow by, as the model is told."""
    same_answer: bool = False
    """The child asks for what its parent asks: it keeps the numbers, and the parent's answer."""
    new_numbers: bool = False
    """The child may be its parent with other numbers, and is nothing without them."""
    adds_number: bool = False
    """The child has a number more than its parent, beside all of the parent's."""
    hides_given: bool = False
    """The child asks for a number that its parent gives, and tells the parent's answer."""


_ALL = (
    Operator(
        "simplify",
        "downward",
        "Make the same problem easier. Stay in its situation and take work away: drop a condition "
        "together with whatever hangs on it, give a value that had to be worked out, or choose "
        "friendlier numbers. The question may change where its answer would otherwise be obvious, "
        "but something must be left to calculate.",
    ),
    Operator(
        "easier_topic",
        "downward",
        "Write a new, easier problem that the old one suggests. Choose a more familiar topic or a "
        "more elementary kind of calculation, with fewer steps and small numbers. It should look "
        "like a problem for a younger reader, not like the old one with other names.",
    ),
    Operator(
        "add_constraint",
        "upward",
        "Make the problem harder by constraints. Add one or two conditions that the solver cannot "
        "ignore (a limit, an exception, a dependence between two quantities), so that at least "
        "three elements of the problem are changed or extended and the old way of solving no "
        "longer suffices.",
    ),
    Operator(
        "deepen",
        "upward",
        "Make the problem harder by going deeper into what it is about. Ask for something that "
        "lies behind the old answer, or replace a given value by one that must be derived first. "
        "Change or extend at least three elements, and let the old answer be only a step on the "
        "way.",
    ),
    Operator(
        "concretise",
        "upward",
        "Make the problem harder by making it concrete. Replace what is general by particular "
        "things with quantities of their own (groups, kinds, rates, units), change or extend at "
        "least three elements, and let the solver keep the parts apart and bring them together.",
    ),
    Operator(
        "more_steps",
        "upward",
        "Make the problem harder by more reasoning steps. Where one or two operations lead to the "
        "answer now, let at least two more be needed, each of which uses the result of another. "
        "Change or extend at least three elements; a longer list of equal sums does not count.",
    ),
    Operator(
        "new_topic",
        "breadth",
        "Write a new problem of similar length and difficulty on a topic that is quite another "
        "and less common. It should exercise the same field of mathematics, with a story, numbers "
        "and a course of reasoning of its own.",
    ),
    Operator(
        "fuse",
        "upward",
        "Join the problem with a second one. Think of another short problem with a story of its "
        "own that takes two or three operations, and let one of its numbers be what the first "
        "problem asks for, in a sentence that names the quantity and not its value. Leave the "
        "first question out and close with the question of the second problem, so that nobody can "
        "answer it who has not solved both, one after the other.",
        words=60,
    ),
    Operator(
        "distract",
        "upward",
        "Add one fact with a number of its own that has no bearing on the answer. It should be at "
        "home in the story, about its people, things or places and of the size of the other "
        "numbers, should contradict nothing, and should touch nothing that is asked for. All the "
        "rest stays as it stands, the question too, and nothing hints that a fact is idle.",
        adds_number=True,
    ),
    Operator(
        "rephrase",
        "breadth",
        "Say the same problem in other words. Every quantity, every relation between quantities "
        "and what is asked stay exactly what they are, so that the old solution fits line by "
        "line. Change how it is told: other forms of sentences, another order of facts where none "
        "leans on another, other words that mean precisely the same. A sentence for which you are "
        "not sure of that stays as it is.",
        same_answer=True,
    ),
    Operator(
        "resample",
        "breadth",
        "Give the problem other numbers and keep its story, sentences and question. A new number "
        "lies between half and twice the old one and is of its kind: counts stay whole, prices "
        "stay prices, percentages stay possible. Every result on the way comes out as cleanly as "
        "before. What is known to everyone stays, such as the days in a week, and so do words "
        "like twice; singular and plural follow the numbers.",
        new_numbers=True,
    ),
    Operator(
        "backward",
        "breadth",
        "Turn the problem round. Work out its answer in your plan, and tell it in the new problem "
        "as a fact. In the place of one given number, write that it is some number or a certain "
        "number, and ask for it. Choose a number that the other facts, with the old answer, leave "
        "only one value for. Whatever else is told stays as it is.",
        hides_given=True,
    ),
)

OPERATORS: dict[str, Operator] = {operator.name: operator for operator in _ALL}
"""Every operator by its name; to add one, add it above."""


async def evolve(
    parent: Instruction,
    *,
    operator: Operator,
    round: int,
    variant: int,
    model: str,
    prompt: Prompt,
    tries: int,
    ctx: Context,
) -> tuple[Instruction, Parent]:
    """One candidate of a parent, and the edge between them.

    Raises:
        Rejected: when the model refused, asked back or said that it cannot be done, or when no
            draw could be read.
    """
    messages = prompt.messages(
        problem=parent.text,
        operator=operator.name,
        direction=operator.direction,
        task=operator.task,
        words=str(operator.words),
    )
    text, reply = await ask_until_usable(
        ctx,
        model,
        messages,
        lambda reply: read_evolved(reply.text, reply.finish_reason),
        tries=tries,
        draw=Draw(round, variant, 0),
        truth=parent.truth,
    )
    truth = _truth_of(reply, text)
    answer, rationale = truth.get("answer"), truth.get("rationale")
    source: str | None = "teacher"
    if operator.same_answer and not isinstance(answer, str):
        # Solutions of the child are held against it: where the meaning changed, none arrives.
        answer, rationale, source = parent.reference_answer, parent.rationale, parent.answer_source
    child = Instruction(
        id=digest([parent.id], round, operator.name, variant, text),
        root_id=parent.root_id,
        wave=parent.wave,
        round=round,
        direction=operator.direction,
        operator=operator.name,
        variant=variant,
        text=text,
        reference_answer=answer if isinstance(answer, str) else None,
        answer_source=source if isinstance(answer, str) else None,
        rationale=rationale if isinstance(rationale, str) else None,
        truth=reply.truth if truth else None,
        split=parent.split,
        model=ctx.identity(model),
        reply_key=None,
    )
    return child, Parent(child.id, parent.id, 0)


def _truth_of(reply: Reply, text: str) -> Mapping[str, Any]:
    """What the symbolic teacher knows of this text; empty where it speaks of another one."""
    if reply.truth is None:
        return {}
    try:
        truth = json.loads(reply.truth)
    except ValueError:
        return {}
    return truth if isinstance(truth, dict) and truth.get("digest") == digest(text) else {}
