"""Evolve: one parent and one operator become a candidate, written by a model.

Promises: a child carries its parent's root, wave and split, and an id that depends on its slot
and its text alone; an answer is taken over only from a truth that names exactly this text. Does
not promise a good problem: `eliminate`, `admit`, `verify` and `screen` decide that.
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
        words=str(WORDS),
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
        answer_source="teacher" if isinstance(answer, str) else None,
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
