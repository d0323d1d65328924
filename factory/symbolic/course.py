"""The course of a computation: the steps as they will be told, right or wrong.

A wrong course is the graph computed again with something changed, so that all that follows a
mistake builds on it. Which steps are wrong in themselves is kept apart from what they inherit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from factory.symbolic.arithmetic import (
    Expression,
    NotArithmetic,
    Operand,
    evaluate,
    operands,
    replace_operands,
)
from factory.symbolic.graph import Graph


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
    """A whole computation, and the answer that it ends with."""

    steps: tuple[Computed, ...]
    answer: Fraction
    mistake: str | None = None
    wrong: frozenset[int] = frozenset()
    """Steps of the graph that are wrong in themselves, not only by what they build on."""
    misread: Mapping[int, Fraction] = field(default_factory=dict)
    """Values of the question that were read wrongly."""

    @property
    def first_error(self) -> int:
        """Index among the steps told of the first that is wrong in itself; -1 when none is."""
        return next((place for place, step in enumerate(self.steps) if step.at in self.wrong), -1)


def right_course(graph: Graph) -> Course:
    """The computation without a mistake."""
    steps = enumerate(graph.steps)
    told = tuple(Computed(at, step.expression, step.value) for at, step in steps)
    return Course(told, graph.answer)


def stopped_course(graph: Graph, kind: str, at: int) -> Course:
    """The right computation as far as step `at`, whose value is given as the answer.

    Every step told is right in itself; the last one is labelled, since it claims to answer.
    """
    told = right_course(graph).steps[: at + 1]
    return Course(told, graph.steps[at].value, kind, frozenset((at,)))


class Change(NamedTuple):
    """What is different in a computation; empty maps change nothing."""

    formulas: Mapping[int, Expression] = {}
    """Other arithmetic for some steps."""
    values: Mapping[int, Fraction] = {}
    """Results that some steps arrive at, whatever their arithmetic gives."""
    misread: Mapping[int, Fraction] = {}
    """Other values for some quantities of the question."""
    without: int = -1
    """A step that is left out."""
    instead: Operand | None = None
    """What takes the place of the result of the step left out."""


def changed_course(graph: Graph, kind: str, wrong: Iterable[int], change: Change) -> Course | None:
    """The steps from the first change on computed anew; None where one then cannot be."""
    wrong = frozenset(wrong)
    begins = min(wrong) if change.without < 0 else min(*wrong, change.without)
    known = [step.value for step in graph.steps[:begins]]
    told = [Computed(at, graph.steps[at].expression, known[at]) for at in range(begins)]

    def move(operand: Operand) -> Operand:
        if operand.source == "step" and operand.index == change.without:
            instead = change.instead or operand
            scale = instead.scale * operand.scale
            return replace(instead, scale=scale, value=instead.value * operand.scale)
        if operand.source == "step":
            return replace(operand, value=known[operand.index] * operand.scale)
        if operand.source == "question" and operand.index in change.misread:
            return replace(operand, value=change.misread[operand.index] * operand.scale)
        return operand

    for at, step in enumerate(graph.steps[begins:], begins):
        formula = change.formulas.get(at, step.expression)
        expression = replace_operands(formula, move)
        try:
            value = change.values[at] if at in change.values else evaluate(expression)
        except NotArithmetic:
            return None
        known.append(value)
        if at != change.without:
            moved = formula is not step.expression or change.without in builds_on(step.expression)
            told.append(Computed(at, expression, value, moved))
    answer = told[-1].value if told else graph.answer
    course = Course(tuple(told), answer, kind, wrong, change.misread)
    return None if course.first_error < 0 else course


def builds_on(expression: Expression) -> set[int]:
    """Indices of the steps whose results the expression takes."""
    return {operand.index for operand in operands(expression) if operand.source == "step"}


def users(graph: Graph, at: int) -> list[int]:
    """The steps that take the result of step `at`."""
    later = range(at + 1, len(graph.steps))
    return [step for step in later if at in builds_on(graph.steps[step].expression)]
