"""Grade-school word problems made from scratch, each with its annotated solution.

Every problem is an unambiguous computation graph: each number of the solution has one source, each
figure of the question is used, and all arithmetic is exact. Problems come from own situation
families and own words; none was taken from a benchmark. The grammar promises sense within a
family's ranges, not literature: a reader of thousands will recognise the families.
"""

from collections.abc import Iterator
from random import Random

from factory.errors import UserError
from factory.symbolic.grammar.families import FAMILIES
from factory.symbolic.grammar.scene import Problem, Scene, Unfit
from factory.symbolic.grammar.sound import is_sound

__all__ = ["FAMILIES", "Problem", "problems"]

STORIES = 50
"""Stories tried for one problem; a family that finds none among so many is used up."""
DRAWS = 200
"""Draws of numbers for one story, so that stories with rare numbers are not told less often."""


def problems(n: int, seed: int) -> Iterator[Problem]:
    """Yield `n` different problems, each family equally often; the same for the same seed.

    A longer stream with the same seed begins with the shorter one.
    """
    told: set[str] = set()
    order: list[str] = []
    for position in range(n):
        if not order:
            order = sorted(FAMILIES)
            Random(f"{seed}/order/{position}").shuffle(order)
        problem = _new_problem(order.pop(), f"{seed}/{position}", told)
        told.add(problem.question)
        yield problem


def _new_problem(family: str, key: str, told: set[str]) -> Problem:
    numbers = Random(f"{key}/numbers")
    for story in range(STORIES):
        for _ in range(DRAWS):
            problem = _draft(family, Scene(Random(f"{key}/{story}"), numbers))
            if problem is not None and problem.question not in told:
                return problem
    raise UserError(
        f"the grammar has no new problem of the family '{family}' after {len(told)} problems; ask "
        "for fewer problems"
    )


def _draft(family: str, scene: Scene) -> Problem | None:
    try:
        FAMILIES[family](scene)
    except Unfit:
        return None
    problem = scene.problem(family)
    return problem if is_sound(problem, scene.constants) else None
