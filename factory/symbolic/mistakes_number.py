"""Mistakes with the numbers themselves: miscalculated, swapped digits, misread, twice wrong."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Expression, Operand, operands, replace_operands
from factory.symbolic.course import Change, Course, changed_course, users
from factory.symbolic.graph import Graph
from factory.symbolic.numerals import places


def slipped(value: Fraction, rng: Random) -> Fraction | None:
    """A value close by, as a slip in the arithmetic gives; None where its sign would change."""
    needed = places(value)
    unit = Fraction(1, value.denominator if needed is None else 10**needed)
    sizes = [1, 1, 2, 10] if value < 200 else [1, 2, 10, 100]
    if abs(value) < 20 * unit:
        sizes = [1, 1, 2]
    wrong = value + rng.choice((1, -1)) * rng.choice(sizes) * unit
    return wrong if wrong * value > 0 or not value else None


def swapped(value: Fraction, rng: Random) -> Fraction | None:
    """The value with two neighbouring digits changed over; None where that changes nothing."""
    needed = places(value)
    if value <= 0 or needed is None:
        return None
    scale = 10**needed
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


def arithmetic_slip(graph: Graph, at: int, rng: Random) -> Course | None:
    """A false result: `48 / 2 = 26`."""
    wrong = slipped(graph.steps[at].value, rng)
    change = Change(values={} if wrong is None else {at: wrong})
    return changed_course(graph, "arithmetic_slip", (at,), change) if change.values else None


def digit_swap(graph: Graph, at: int, rng: Random) -> Course | None:
    """A result with two digits changed over: `27 + 45 = 27` for 72."""
    wrong = swapped(graph.steps[at].value, rng)
    change = Change(values={} if wrong is None else {at: wrong})
    return changed_course(graph, "digit_swap", (at,), change) if change.values else None


def misread_quantity(graph: Graph, at: int, rng: Random) -> Course | None:
    """A number of the question read as another one, wherever it is used."""
    here = [
        o.index
        for o in operands(graph.steps[at].expression)
        if o.source == "question" and graph.quantities[o.index].kind in ("int", "decimal")
    ]
    if not here:
        return None
    index = rng.choice(here)
    value = graph.quantities[index].value
    unit = 10 if value % 10 == 0 else 1
    near = value + rng.choice((1, -1, 2) if value > 5 else (1,)) * unit
    wrong = swapped(value, rng) if rng.random() < 0.5 else near
    if wrong is None or wrong <= 0:
        return None
    return changed_course(
        graph, "misread_quantity", _reading(graph, index), Change(misread={index: wrong})
    )


def _reading(graph: Graph, index: int) -> Iterator[int]:
    """The steps that take the quantity from the question themselves."""
    for at, step in enumerate(graph.steps):
        if any(o.source == "question" and o.index == index for o in operands(step.expression)):
            yield at


def cancelling_errors(graph: Graph, at: int, rng: Random) -> Course | None:
    """A false result, and one step on an error that makes up for it: the answer comes out right.

    The second error is either another false result, or the first one's right value put in as if
    it had been found.
    """
    after = users(graph, at)
    value = graph.steps[at].value
    wrong = swapped(value, rng) if rng.random() < 0.3 else slipped(value, rng)
    if len(after) != 1 or wrong is None or wrong == value:
        return None
    mender = after[0]
    if rng.random() < 0.5:
        values = {at: wrong, mender: graph.steps[mender].value}
        return changed_course(graph, "cancelling_errors", (at, mender), Change(values=values))
    mended = _with_value(graph.steps[mender].expression, at, value)
    change = Change(values={at: wrong}, formulas={mender: mended})
    return changed_course(graph, "cancelling_errors", (at, mender), change)


def _with_value(expression: Expression, at: int, value: Fraction) -> Expression:
    """The expression with the number itself in place of the result of step `at`."""

    def put(operand: Operand) -> Operand:
        if operand.source == "step" and operand.index == at:
            return Operand(value * operand.scale, "constant")
        return operand

    return replace_operands(expression, put)
