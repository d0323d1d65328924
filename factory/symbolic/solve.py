"""The solve role: tell a computation step by step, sometimes with a mistake in it."""

from fractions import Fraction
from random import Random
from typing import NamedTuple

from factory.symbolic.arithmetic import write
from factory.symbolic.graph import Graph, Slot, say
from factory.symbolic.mistakes import Computed, Course, right_course, wrong_course
from factory.symbolic.numerals import plain, spoken

SLIPS = 0.13
"""Chance of a mistake per step at temperature 1: a quarter of three-step solutions at 0.7."""


class Solution(NamedTuple):
    """A solution's text, and the truth about it."""

    text: str
    mistake: str | None
    first_error: int


def solve(graph: Graph, temperature: float, mistakes: float, rng: Random) -> Solution:
    """A solution, with a mistake as often as temperature and length make likely."""
    per_step = min(0.9, SLIPS * max(temperature, 0.0) * mistakes)
    course = None
    if rng.random() < 1 - (1 - per_step) ** len(graph.steps):
        course = wrong_course(graph, rng)
    course = course or right_course(graph)
    space, times = rng.choice((" ", " ", "")), rng.choice(("*", "*", "*", "x"))
    told = [_told(graph, course, step, space, times if space else "*") for step in course.steps]
    lines = [f"Step {number}: {line}" for number, line in enumerate(told, 1)]
    lines.append(f"The answer is: {plain(course.steps[-1].value)}")
    return Solution("\n".join(lines), course.mistake, course.first_error)


def _told(graph: Graph, course: Course, step: Computed, space: str, times: str) -> str:
    """One step's sentence with its arithmetic, as this course computes it."""
    original = graph.steps[step.at]
    arithmetic = write(step.expression, space=space, times=times)
    sentence = original.sentence
    shown = [part.what for part in sentence if isinstance(part, Slot)]
    if not sentence or (step.reworked and "expression" not in shown):
        return say(original, arithmetic, plain(step.value))
    known = {one.at: one.value for one in course.steps}
    parts: list[str] = []
    open_sum = False
    for part in sentence:
        if isinstance(part, str):
            parts.append(part)
            open_sum = part.rstrip("$ ").endswith("=")
            continue
        if part.what == "expression":
            parts.append(arithmetic)
            continue
        value = _value(graph, course, known, part, step)
        if value is None:
            return say(original, arithmetic, plain(step.value))
        if part.what == "result" and not open_sum:
            parts.append(f"{arithmetic} = {'$' if part.money else ''}")
            if part.money and parts[-2].endswith("$"):
                parts[-2] = parts[-2][:-1]
        parts.append(spoken(value, money=part.money))
    return " ".join("".join(parts).split())


def _value(
    graph: Graph, course: Course, known: dict[int, Fraction], slot: Slot, step: Computed
) -> Fraction | None:
    """What the slot shows in this course; None where it shows a step that was skipped."""
    if slot.what == "question":
        read = course.misread.get(slot.index, graph.quantities[slot.index].value)
        return read * slot.scale
    if slot.what == "result":
        return step.value * slot.scale
    value = known.get(slot.index)
    return None if value is None else value * slot.scale
