"""Read a computation graph from a question and its annotated rationale (`<<48/2=24>>`, `#### 72`).

Accepts only what is clean and unambiguous: every annotation is exactly true, every operand has
exactly one possible source, every step leads to the answer, every numeral of the question is used.
Anything else raises `Declined` with a reason. It does not understand the story: whether the
rationale models it rightly is taken from its author.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from fractions import Fraction

from factory.symbolic.arithmetic import (
    Expression,
    NotArithmetic,
    Operand,
    evaluate,
    operands,
    parse,
    replace_operands,
)
from factory.symbolic.graph import Declined, Graph, Step, well_known
from factory.symbolic.numerals import Quantity, find_quantities
from factory.symbolic.prose import sentences_of

MAX_QUESTION = 4000
MAX_RATIONALE = 8000
MAX_STEPS = 40

_CONSTANTS = (
    "1 2 3 4 5 7 8 10 12 14 16 20 24 30 31 36 52 60 100 180 360 365 1000 1440 3600 5280 1/2 1/4 "
    "1/100"
)
CONSTANTS = {Fraction(value) for value in _CONSTANTS.split()}
"""Numbers that a rationale may use although no one states them: days a week, cents a dollar."""

_COUNTED = ("int", "decimal", "percent")
"""Kinds of quantities that must be used: a number in digits is there for a reason."""

_NOTE = re.compile(r"<<([^<>]*)>>")
_FINAL = re.compile(r"(-?\d*\.?\d+)(%?)|(-?\d+)/(\d+)")


def read_graph(question: str, rationale: str, idle: Collection[Fraction] = ()) -> Graph:
    """The graph behind the question, as its annotated rationale tells it.

    Numbers of `idle` may be told and not be used: they are marked as distractors.

    Raises:
        Declined: when the two are not clean and unambiguous; `reason` names what was met first.
    """
    if len(question) > MAX_QUESTION or len(rationale) > MAX_RATIONALE:
        raise Declined("too_long")
    body, marker, final = rationale.rpartition("####")
    if not marker:
        raise Declined("no_final_answer")
    answer = _number(final, "final_answer")
    notes = list(_NOTE.finditer(body))
    if not notes:
        raise Declined("no_annotation")
    if len(notes) > MAX_STEPS:
        raise Declined("too_long")
    quantities = tuple(find_quantities(question))
    steps: list[Step] = []
    for note in notes:
        steps.append(_step(note[1], quantities, steps))
    if steps[-1].value != answer:
        raise Declined("final_mismatch", "the last annotation is not the answer")
    graph = Graph(question, quantities, tuple(steps))
    graph = replace(graph, distractors=_distractors(graph, idle))
    _refuse_loose_ends(graph)
    return replace(graph, steps=tuple(sentences_of(graph, body, notes)))


def _distractors(graph: Graph, idle: Collection[Fraction]) -> tuple[int, ...]:
    used = graph.used()
    return tuple(
        at
        for at, quantity in enumerate(graph.quantities)
        if at not in used and quantity.kind in _COUNTED and quantity.value in idle
    )


def _number(text: str, reason: str) -> Fraction:
    text = text.strip().replace(",", "").replace("$", "").rstrip(".")
    match = _FINAL.fullmatch(text) if len(text) <= 40 else None
    if match is None:
        raise Declined(reason, "not a number")
    if match[1]:
        return Fraction(match[1]) / (100 if match[2] else 1)
    if not int(match[4]):
        raise Declined(reason, "a fraction over zero")
    return Fraction(int(match[3]), int(match[4]))


def _step(note: str, quantities: tuple[Quantity, ...], steps: list[Step]) -> Step:
    left, equals, right = note.partition("=")
    if not equals or "=" in right:
        raise Declined("annotation_form", note)
    try:
        raw = parse(left)
        value = evaluate(raw)
    except NotArithmetic as fault:
        raise Declined("annotation_form", note) from fault
    if _number(right, "annotation_form") != value:
        raise Declined("false_annotation", note)
    if isinstance(raw, Operand):
        raise Declined("literal_step", note)
    grounded: Expression = replace_operands(raw, lambda o: _source(o.value, quantities, steps))
    return Step(grounded, value)


def _source(value: Fraction, quantities: Iterable[Quantity], steps: list[Step]) -> Operand:
    """The one place that an operand can come from."""
    found = [Operand(value, "step", at) for at, step in enumerate(steps) if step.value == value]
    for at, quantity in enumerate(quantities):
        if value in quantity.lends:
            scale = value / quantity.value if quantity.value else Fraction(1)
            found.append(Operand(value, "question", at, scale))
    if not found:
        if value in CONSTANTS:
            return well_known(value)
        hundredth = Fraction(1, 100)
        found = [
            Operand(value, "step", at, hundredth)
            for at, step in enumerate(steps)
            if step.value == value * 100
        ]
    if not found:
        raise Declined("unknown_operand", str(value))
    if len(found) > 1:
        raise Declined("ambiguous_operand", str(value))
    return found[0]


def _refuse_loose_ends(graph: Graph) -> None:
    consumed = {
        operand.index
        for step in graph.steps
        for operand in operands(step.expression)
        if operand.source == "step"
    }
    if len(consumed) < len(graph.steps) - 1:
        raise Declined("dead_step")
    used = graph.used()
    for at, quantity in enumerate(graph.quantities):
        marked = at in graph.distractors
        if at not in used and not marked and quantity.kind in _COUNTED:
            raise Declined("unused_number", graph.question[quantity.start : quantity.end])
