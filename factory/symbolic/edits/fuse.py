"""Fuse: two problems in one, the answer of the first being a number of the second.

The second problem is one of the teacher's own topics. One of its numbers is hidden (`some rows`)
and said to be equal to what the first problem asks for, so that its steps go on from there. Or its
answer is said to be equal to it, and the hidden number is what is asked: then its steps are undone.

Sources: compositional GSM (2410.01748) chains two problems by `let X be the answer`; MathFusion
(2503.16212) fuses them in sequence. Here the link is a sentence of the story.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Expression, Operand, evaluate, replace_operands
from factory.symbolic.draft import Child, Draft, compute, draft_from, finish
from factory.symbolic.edits.backward import invert, path_from
from factory.symbolic.edits.hidden import hide
from factory.symbolic.edits.statement import name_of
from factory.symbolic.fresh import begun
from factory.symbolic.graph import Declined, Graph
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
    try:
        return _joined(graph, rng, _onwards)
    except Declined:
        return second_situation(graph, rng)


def fuse_backward(graph: Graph, rng: Random) -> Child:
    """The problem and a second one turned round, whose answer is the first one's.

    Raises:
        Declined: when the answer has no name, or no second problem comes to it.
    """
    return _joined(graph, rng, _turned)


@dataclass(frozen=True, slots=True)
class _Second:
    """What the second problem adds: facts with the link, question, lines and steps."""

    facts: str
    ask: str
    lines: tuple[str, ...]
    shapes: tuple[Expression, ...]
    graph: Graph
    did: str
    inverted: bool


def _joined(
    graph: Graph, rng: Random, way: Callable[[Draft, str, Topic, Random], _Second]
) -> Child:
    asked = understand(graph)
    if asked.supposed and re.search(r"\b(?:would|could)\b", graph.question):
        raise Declined("no_link", "what is asked for is only supposed")
    draft = draft_from(graph, asked)
    if len(draft.facts) > MAX_TEXT:
        raise Declined("too_long")
    *_, question = split_sentences(graph.question)
    named = name_of(question, draft.focus)
    lower = graph.question.lower()
    free = [topic for topic in TOPICS if not any(key in lower for key in topic.keywords.split())]
    fault = Declined("no_topic", "every second problem is on the first one's topic")
    for _ in range(DRAWS if free else 0):
        try:
            return _told(draft, way(draft, named, rng.choice(free), rng))
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
    child = finish(grown, second.ask, "", second.did)
    return replace(child, graph=replace(child.graph, focus=None)) if second.inverted else child


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
    facts = f"{hidden.text.removesuffix(ask).rstrip()} {_link(name, named, rng)}"
    return _Second(facts, ask, lines, shapes, graph, f"fused with {topic.name}", inverted=False)


def _turned(draft: Draft, named: str, topic: Topic, rng: Random) -> _Second:
    """The topic with the first answer as its own, asking for one of its numbers."""
    name = rng.choice(list(topic.numbers))
    values = {other: Fraction(rng.choice(range_)) for other, range_ in topic.numbers.items()}
    value = values[name] = _needed(topic, values, name, draft.answer)
    if not _fits(value, topic.numbers[name]):
        raise Declined("no_number", "the second problem does not come to the answer")
    child, ask = _alone(topic, draft, values, rng)
    graph = child.graph
    focus = graph.focus
    if focus is None or graph.answer != draft.answer:
        raise Declined("no_number", "the second problem comes to another answer")
    if (focus.kind == "money") != (draft.focus.kind == "money"):
        raise Declined("no_link", "money and a count are not the same")
    at = _place(graph, value)
    hidden = hide(graph, at, rng)
    told = Operand(draft.answer, "question", _LINKED)
    inverse = invert(graph, path_from(graph, at), told, hidden.told)
    name, asked = name_of(ask, focus), hidden.ask
    if focus.noun in asked and _changes(topic) and _HELD.search(asked) and " each " not in asked:
        asked = _known(asked[:-1]) + " at first?"
        name = name if re.search(r"\b(?:left|stay|remain)", name) else f"{name} in the end"
    facts = f"{hidden.text.removesuffix(ask).rstrip()} {_link(name, named, rng)}"
    did = f"fused with {topic.name} turned round"
    return _Second(facts, asked, inverse.lines, inverse.shapes, graph, did, inverted=True)


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


def _needed(topic: Topic, values: Mapping[str, Fraction], name: str, answer: Fraction) -> Fraction:
    """The number of the topic with which it comes to the answer; its steps are linear in each."""

    def result(value: Fraction) -> Fraction:
        return compute(topic.steps, {**values, name: value}, 0)[-1][1]

    start = result(Fraction(0))
    slope = result(Fraction(1)) - start
    if not slope:
        raise Declined("no_number", "the second problem does not depend on the number")
    return (answer - start) / slope


def _link(name: str, other: str, rng: Random) -> str:
    same = rng.choice(("equal to", "the same as"))
    return f"{name[0].upper()}{name[1:]} is {same} {other}."
