"""Fuse: two problems in one, the answer of the first being a number of the second.

The second problem goes on with the same things or the same money (`Then 4 more bags come`), where
one fits. Otherwise it is one of the teacher's own topics: one of its numbers is hidden (`some
rows`) and said to be equal to what the first problem asks for, in words that no pronoun clouds.

Sources: compositional GSM (2410.01748) chains two problems by `let X be the answer`; MathFusion
(2503.16212) fuses them in sequence. Here the link is a sentence of the story.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Expression, Operand, evaluate, replace_operands
from factory.symbolic.draft import Child, Draft, draft_from, finish
from factory.symbolic.edits.hidden import hide
from factory.symbolic.edits.statement import name_of
from factory.symbolic.fresh import begun
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.naming import stands_alone
from factory.symbolic.question import split_sentences, understand
from factory.symbolic.topics import TOPICS, Topic
from factory.symbolic.upward import MAX_TEXT, second_situation
from factory.symbolic.words import HERS, HIS

DRAWS = 30
"""Second problems tried; a large answer fits few of them."""
_STRETCH = 2
"""How many times the largest number of a topic's range the first answer may be."""
_LINKED = -7
"""Index of the operand that stands for the first answer until both problems are joined."""
_MEN, _WOMEN = re.compile(r"\b(?:he|his|him)\b"), re.compile(r"\b(?:she|her|hers)\b")

_HELD = re.compile(r"\b(?:[Tt]here are|are there|holds?|has|have|keeps?)\b")


def fuse(graph: Graph, rng: Random) -> Child:
    """The problem and a second one whose number is the first one's answer.

    Raises:
        Declined: when the answer has no name, or fits no second problem.
    """
    ways = [_with_the_same, *rng.sample([_joined, _apart], 2)]
    fault = Declined("no_link", "no second problem fits")
    for way in ways:
        try:
            return way(graph, rng)
        except Declined as declined:
            fault = declined
    raise fault


def _with_the_same(graph: Graph, rng: Random) -> Child:
    return second_situation(graph, rng, joined=True)


def _apart(graph: Graph, rng: Random) -> Child:
    return second_situation(graph, rng, joined=False)


@dataclass(frozen=True, slots=True)
class _Second:
    """What the second problem adds: facts with the link, question, lines and steps."""

    facts: str
    ask: str
    lines: tuple[str, ...]
    shapes: tuple[Expression, ...]
    graph: Graph
    did: str


def _joined(graph: Graph, rng: Random) -> Child:
    """The problem and one of the topics, linked by a number."""
    asked = understand(graph)
    if asked.supposed and re.search(r"\b(?:would|could)\b", graph.question):
        raise Declined("no_link", "what is asked for is only supposed")
    draft = draft_from(graph, asked)
    if len(draft.facts) > MAX_TEXT:
        raise Declined("too_long")
    *_, question = split_sentences(graph.question)
    named = name_of(question, draft.focus)
    if not stands_alone(named):
        raise Declined("no_link", "what is asked for is not clear in another story")
    lower = graph.question.lower()
    free = [topic for topic in TOPICS if not any(key in lower for key in topic.keywords.split())]
    fault = Declined("no_topic", "every second problem is on the first one's topic")
    for _ in range(DRAWS if free else 0):
        try:
            return _told(draft, _onwards(draft, named, rng.choice(free), rng))
        except Declined as declined:
            fault = declined
    raise fault


def _told(draft: Draft, second: _Second) -> Child:
    shapes = tuple(_moved(shape, len(draft.shapes), draft.answer) for shape in second.shapes)
    answer = evaluate(shapes[-1])
    news = {q.value for q in second.graph.quantities} | {evaluate(shape) for shape in shapes}
    if (news - {draft.answer}) & draft.taken or answer == draft.answer:
        raise Declined("no_number", "a number of the second problem stands in the first")
    focus = second.graph.focus or draft.focus
    grown = replace(
        draft,
        lines=(*draft.lines, *second.lines),
        shapes=(*draft.shapes, *shapes),
        answer=answer,
        focus=replace(focus, done=(*draft.focus.done, second.did)),
    ).telling(second.facts)
    return finish(grown, second.ask, "", second.did)


def _moved(shape: Expression, before: int, answer: Fraction) -> Expression:
    """The step of the second problem, behind `before` steps of the first."""

    def move(operand: Operand) -> Operand:
        if operand.index == _LINKED:
            return Operand(answer, "step", before - 1)
        if operand.source == "step":
            return replace(operand, index=operand.index + before)
        return operand

    return replace_operands(shape, move)


def _onwards(draft: Draft, named: str, topic: Topic, rng: Random) -> _Second:
    """The topic with the first answer in the place of one of its numbers."""
    names = [name for name, range_ in topic.numbers.items() if _fits(draft.answer, range_)]
    if not names:
        raise Declined("no_number", "the answer fits no second problem")
    child, ask = _alone(topic, draft, {rng.choice(names): draft.answer}, rng)
    graph = child.graph
    at = _place(graph, draft.answer)
    hidden = hide(graph, at, rng)
    if hidden.money != (draft.focus.kind == "money"):
        raise Declined("no_link", "money and a count are not the same")

    def link(operand: Operand) -> Operand:
        known = operand.source == "question" and operand.index == at
        return replace(operand, index=_LINKED) if known else operand

    shapes = tuple(replace_operands(step.expression, link) for step in graph.steps)
    lines = tuple(child.rationale.split("\n")[:-1])
    name = hidden.name
    same = graph.focus is not None and hidden.noun == graph.focus.noun
    if same and _changes(topic) and _HELD.search(hidden.told):
        name = f"{_known(name)} at first"
    if not stands_alone(name):
        raise Declined("no_link", "the number of the second problem has no short name")
    facts = f"{hidden.text.removesuffix(ask).rstrip()} {_link(name, named, rng)}"
    return _Second(facts, ask, lines, shapes, graph, f"fused with {topic.name}")


def _alone(
    topic: Topic, draft: Draft, values: Mapping[str, Fraction], rng: Random
) -> tuple[Child, str]:
    """The second problem by itself, proven, and its question.

    Its person is of the other gender where the first answer's name has a pronoun in it.
    """
    phrase = draft.focus.phrase
    names = HERS if _MEN.search(phrase) else HIS if _WOMEN.search(phrase) else (*HERS, *HIS)
    second, _, ask = begun(topic, draft.facts, rng, values, names)
    if " is that " in ask:
        raise Declined("no_link", "the question points at the sentence before it")
    return finish(second, ask, "", topic.name), ask


def _place(graph: Graph, value: Fraction) -> int:
    """Which of its quantities has the value."""
    for at, quantity in enumerate(graph.quantities):
        if quantity.value == value:
            return at
    raise Declined("no_number", "the number does not stand in the second problem")


def _changes(topic: Topic) -> bool:
    """Whether something comes or goes in its story."""
    return any(sign in formula for formula, _ in topic.steps for sign in "+-")


def _known(text: str) -> str:
    """With `the tank` for `a tank`, which has been told of."""
    return re.sub(r"\b(that|does) an? ", r"\1 the ", text)


def _fits(value: Fraction, range_: range) -> bool:
    """Whether the story bears the number."""
    high = range_.stop * _STRETCH
    return value.denominator == 1 and max(2, range_.start / 2) <= value <= high


def _link(name: str, other: str, rng: Random) -> str:
    same = rng.choice(("equal to", "the same as"))
    return f"{name[0].upper()}{name[1:]} is {same} {other}."
