"""Realistic mistakes in a computation: one thing goes wrong, and all that follows builds on it.

Each mistake says which step is the first wrong one. Which kinds fit a problem depends on it: there
is no unit slip without a unit to convert. A mistake that leaves the final answer right is made
only as `cancelling_errors`, where two false equations meet; elsewhere its label would be a matter
of opinion.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from random import Random

from factory.symbolic.course import Course
from factory.symbolic.graph import Graph
from factory.symbolic.mistakes_measure import (
    off_by_one,
    percent_slip,
    rare_kinds,
    unit_slip,
)
from factory.symbolic.mistakes_number import (
    arithmetic_slip,
    cancelling_errors,
    digit_swap,
    misread_quantity,
)
from factory.symbolic.mistakes_sense import (
    skipped_step,
    stale_value,
    wrong_operand,
    wrong_operation,
    wrong_question,
)
from factory.symbolic.numerals import places
from factory.symbolic.words import KINDS as NOUNS

Maker = Callable[[Graph, int, Random], Course | None]

MAKERS: Mapping[str, Maker] = {
    "arithmetic_slip": arithmetic_slip,
    "digit_swap": digit_swap,
    "wrong_operation": wrong_operation,
    "wrong_operand": wrong_operand,
    "stale_value": stale_value,
    "skipped_step": skipped_step,
    "misread_quantity": misread_quantity,
    "unit_slip": unit_slip,
    "percent_slip": percent_slip,
    "wrong_question": wrong_question,
    "off_by_one": off_by_one,
    "cancelling_errors": cancelling_errors,
}
"""Each makes its mistake at one step of the graph, or gives None where it does not fit."""

KINDS = tuple(MAKERS)
FAR = 120
"""A wrong value this many times too large or too small would be noticed by whoever wrote it."""
FAR_BY_UNITS = 1500
"""Grams for kilograms; a conversion turned round goes wrong by the factor squared."""


def wrong_course(graph: Graph, rng: Random) -> Course | None:
    """The computation with one mistake of a kind that fits; None where none does.

    Half of the time rare kinds are tried first; else all that fit are about equally likely.
    """
    rare = rare_kinds(graph)
    if rare and rng.random() < 0.5:
        course = _first(graph, rng.sample(rare, len(rare)), rng)
        if course is not None:
            return course
    return _first(graph, rng.sample(KINDS, len(KINDS)), rng)


def _first(graph: Graph, kinds: Sequence[str], rng: Random) -> Course | None:
    """The first kind that fits at some step."""
    size = len(graph.steps)
    for kind in kinds:
        begin = rng.randrange(size)
        for turn in range(size):
            course = MAKERS[kind](graph, (begin + turn) % size, rng)
            if course is not None and plausible(graph, course):
                return course
    return None


def plausible(graph: Graph, course: Course) -> bool:
    """Whether the label is beyond doubt, and every value could stand in a student's solution."""
    cancels = course.mistake == "cancelling_errors"
    if (course.answer == graph.answer) != cancels:
        return False
    shown = course.steps[course.first_error]
    right = graph.steps[shown.at].value
    if shown.value == right and shown is not course.steps[-1]:
        return False
    far = FAR_BY_UNITS if course.mistake == "unit_slip" else FAR
    return all(_fits(graph, step.at, step.value, far) for step in course.steps)


_IN_PARTS = ("money", "time", "length", "measure")


def _fits(graph: Graph, at: int, value: Fraction, far: int) -> bool:
    """Whether a step could arrive at the value: what is counted stays whole, as it was."""
    step = graph.steps[at]
    if value == step.value:
        return True
    if graph.notation == "latex":
        return (
            abs(step.value) <= (abs(value) + 1) * far and abs(value) <= (abs(step.value) + 1) * far
        )
    needed = places(value)
    if value <= 0 or needed is None or not step.value <= value * far <= step.value * far * far:
        return False
    usual = places(step.value) or 0
    kind = "money" if step.noun == "$" else NOUNS.get(step.noun, "")
    return needed <= max(usual, 2 if kind in _IN_PARTS else 0 if kind or not usual else 2)
