"""The solve role: tell a computation step by step, sometimes with a mistake in it."""

from random import Random
from typing import NamedTuple

from factory.symbolic.course import right_course
from factory.symbolic.graph import Graph
from factory.symbolic.mistakes import wrong_course
from factory.symbolic.styles import draw_style, tell

SLIPS = 0.13
"""Chance of a mistake per step at temperature 1: a quarter of three-step solutions at 0.7."""


class Solution(NamedTuple):
    """A solution's text, and the truth about it."""

    text: str
    mistake: str | None
    """Its kind, as `factory.symbolic.mistakes` names it; None where all is right."""
    first_error: int
    """Index of the first wrong step as `factory.check.split` cuts the text; -1: none is wrong."""
    style: str = ""
    """Voice and layout."""


def solve(
    graph: Graph, temperature: float, mistakes: float, rng: Random, *, free: bool = False
) -> Solution:
    """A solution, with a mistake as often as temperature and length make likely.

    `free` allows other layouts than `Step i:` lines.
    """
    per_step = min(0.9, SLIPS * max(temperature, 0.0) * mistakes)
    course = None
    if rng.random() < 1 - (1 - per_step) ** len(graph.steps):
        course = wrong_course(graph, rng)
    course = course or right_course(graph)
    style = draw_style(rng, free=free)
    told = tell(graph, course, style, rng)
    return Solution(told.text, course.mistake, told.first_error, style.name)
