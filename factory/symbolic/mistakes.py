"""Realistic mistakes in a computation: one step goes wrong, and all that follows builds on it.

Each mistake says which of the steps shown is the first wrong one. A mistake that would leave the
final answer right is not made: its label would be a matter of opinion.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import (
    Binary,
    Expression,
    NotArithmetic,
    Operand,
    Unary,
    evaluate,
    operands,
    replace_operands,
)
from factory.symbolic.graph import Graph
from factory.symbolic.numerals import places

KINDS = (
    "arithmetic_slip",
    "digit_swap",
    "wrong_operation",
    "wrong_operand",
    "stale_value",
    "skipped_step",
    "misread_quantity",
)
DRAWS = 14


@dataclass(frozen=True, slots=True)
class Computed:
    """One step as it will be told."""

    at: int
    """Which step of the graph it is."""
    expression: Expression
    value: Fraction
    reworked: bool = False
    """Whether the arithmetic is not that of the graph's sentence."""


@dataclass(frozen=True, slots=True)
class Course:
    """A whole computation, right or wrong."""

    steps: tuple[Computed, ...]
    mistake: str | None = None
    first_error: int = -1
    """Index among the steps told; -1 when all are right."""
    misread: Mapping[int, Fraction] = field(default_factory=dict)
    """Values of the question that were read wrongly."""


def right_course(graph: Graph) -> Course:
    """The computation without a mistake."""
    steps = enumerate(graph.steps)
    return Course(tuple(Computed(at, step.expression, step.value) for at, step in steps))


def wrong_course(graph: Graph, rng: Random) -> Course | None:
    """The computation with one mistake, or None where no plausible one was found."""
    for _ in range(DRAWS):
        at = rng.randrange(len(graph.steps))
        kind = rng.choice(KINDS)
        course = _MAKERS[kind](graph, at, rng)
        if course is not None and _plausible(graph, course):
            return course
    return None


def _plausible(graph: Graph, course: Course) -> bool:
    """Whether the answer is another one, and every value could stand in a solution."""
    if course.steps[-1].value == graph.answer:
        return False
    shown = course.steps[course.first_error]
    if shown.value == graph.steps[shown.at].value:
        return False
    for step in course.steps:
        needed, usual = places(step.value), places(graph.steps[step.at].value) or 0
        if step.value <= 0 or needed is None or needed > max(usual, 2):
            return False
    return True


def _course(
    graph: Graph,
    kind: str,
    first: int,
    *,
    formulas: Mapping[int, Expression] | None = None,
    values: Mapping[int, Fraction] | None = None,
    misread: Mapping[int, Fraction] | None = None,
    without: int = -1,
    instead: Operand | None = None,
) -> Course | None:
    """Compute all steps anew with one of them changed; `first` is an index into the graph."""
    known: list[Fraction] = []
    told: list[Computed] = []

    def move(operand: Operand) -> Operand:
        if operand.source == "step" and operand.index == without and instead is not None:
            return replace(instead, scale=instead.scale * operand.scale, value=instead.value)
        if operand.source == "step":
            return replace(operand, value=known[operand.index] * operand.scale)
        if operand.source == "question" and misread and operand.index in misread:
            return replace(operand, value=misread[operand.index] * operand.scale)
        return operand

    for at, step in enumerate(graph.steps):
        formula = (formulas or {}).get(at, step.expression)
        expression = replace_operands(formula, move)
        try:
            value = (values or {}).get(at) or evaluate(expression)
        except NotArithmetic:
            return None
        known.append(value)
        touched = any(o.source == "step" and o.index == without for o in operands(step.expression))
        if at != without:
            told.append(Computed(at, expression, value, formula != step.expression or touched))
    shown = next((place for place, step in enumerate(told) if step.at == first), -1)
    if shown < 0:
        return None
    return Course(tuple(told), kind, shown, misread or {})


def _slip(graph: Graph, at: int, rng: Random) -> Course | None:
    value = graph.steps[at].value
    unit = Fraction(1, 10 ** (places(value) or 0))
    sizes = [1, 1, 2, 10] if value < 200 else [1, 2, 10, 100]
    wrong = value + rng.choice((1, -1)) * rng.choice(sizes) * unit
    return _course(graph, "arithmetic_slip", at, values={at: wrong}) if wrong > 0 else None


def _swapped(value: Fraction, rng: Random) -> Fraction | None:
    """The value with two neighbouring digits changed over."""
    scale = 10 ** (places(value) or 0)
    digits = list(str(value.numerator * scale // value.denominator))
    spots = [
        i
        for i in range(len(digits) - 1)
        if digits[i] != digits[i + 1] and not (i == 0 and digits[1] == "0")
    ]
    if not spots:
        return None
    spot = rng.choice(spots)
    digits[spot], digits[spot + 1] = digits[spot + 1], digits[spot]
    return Fraction(int("".join(digits)), scale)


def _swap(graph: Graph, at: int, rng: Random) -> Course | None:
    wrong = _swapped(graph.steps[at].value, rng)
    return _course(graph, "digit_swap", at, values={at: wrong}) if wrong else None


_CONFUSED = {"+": "-*", "-": "+", "*": "+/", "/": "*-"}


def _operation(graph: Graph, at: int, rng: Random) -> Course | None:
    expression = graph.steps[at].expression
    if not isinstance(expression, Binary):
        return None
    wrong = Binary(rng.choice(_CONFUSED[expression.op]), expression.left, expression.right)
    return _course(graph, "wrong_operation", at, formulas={at: wrong})


def _put(expression: Expression, place: int, new: Operand) -> Expression:
    """The expression with the operand at `place`, counted from the left, replaced."""
    seen = -1

    def put(operand: Operand) -> Operand:
        nonlocal seen
        seen += 1
        return new if seen == place else operand

    return replace_operands(expression, put)


def _operand(graph: Graph, at: int, rng: Random) -> Course | None:
    here = list(operands(graph.steps[at].expression))
    if isinstance(graph.steps[at].expression, Unary):
        return None
    used = {(o.source, o.index) for o in here}
    others = [
        Operand(q.value, "question", i)
        for i, q in enumerate(graph.quantities)
        if q.kind in ("int", "decimal", "word") and ("question", i) not in used
    ] + [Operand(graph.steps[i].value, "step", i) for i in range(at) if ("step", i) not in used]
    places_ = [i for i, o in enumerate(here) if o.source != "constant"]
    if not others or not places_:
        return None
    place, new = rng.choice(places_), rng.choice(others)
    if new.value == here[place].value:
        return None
    wrong = _put(graph.steps[at].expression, place, new)
    return _course(graph, "wrong_operand", at, formulas={at: wrong})


def _before(graph: Graph, at: int) -> Operand | None:
    """The value that the result of step `at` replaced in the story: its first operand."""
    first = next(
        (o for o in operands(graph.steps[at].expression) if o.source in ("question", "step")), None
    )
    return first if first is None or first.value != graph.steps[at].value else None


def _stale(graph: Graph, at: int, rng: Random) -> Course | None:
    here = list(operands(graph.steps[at].expression))
    spots = [i for i, o in enumerate(here) if o.source == "step" and o.scale == 1]
    if not spots:
        return None
    spot = rng.choice(spots)
    old = _before(graph, here[spot].index)
    if old is None:
        return None
    wrong = _put(graph.steps[at].expression, spot, old)
    return _course(graph, "stale_value", at, formulas={at: wrong})


def _skip(graph: Graph, at: int, rng: Random) -> Course | None:
    users = [
        later
        for later in range(at + 1, len(graph.steps))
        if any(
            o.source == "step" and o.index == at for o in operands(graph.steps[later].expression)
        )
    ]
    instead = _before(graph, at)
    if not users or instead is None:
        return None
    return _course(graph, "skipped_step", users[0], without=at, instead=instead)


def _misread(graph: Graph, at: int, rng: Random) -> Course | None:
    here = [
        o.index
        for o in operands(graph.steps[at].expression)
        if o.source == "question" and graph.quantities[o.index].kind in ("int", "decimal")
    ]
    if not here:
        return None
    index = rng.choice(here)
    value = graph.quantities[index].value
    wrong = _swapped(value, rng) if rng.random() < 0.5 else value + rng.choice((1, -1, 2, 10))
    if wrong is None or wrong <= 0:
        return None
    first = next(
        i
        for i, step in enumerate(graph.steps)
        if any(o.source == "question" and o.index == index for o in operands(step.expression))
    )
    return _course(graph, "misread_quantity", first, misread={index: wrong})


_MAKERS = {
    "arithmetic_slip": _slip,
    "digit_swap": _swap,
    "wrong_operation": _operation,
    "wrong_operand": _operand,
    "stale_value": _stale,
    "skipped_step": _skip,
    "misread_quantity": _misread,
}
