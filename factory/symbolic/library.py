"""The teacher for use in one's own code: problems in, problems, solutions and opinions out.

    from factory.symbolic import Teacher, read_graph

    problem = read_graph(question, rationale)   # a rationale with <<48/2=24>> and #### 72
    teacher = Teacher(mistakes=2.0)
    harder = teacher.evolve(problem, "deepen")  # harder.graph.question, harder.rationale
    told = teacher.solve(harder.graph, draw=3)  # told.text, told.mistake, told.first_error

Whatever it cannot do raises `Declined` with a reason. The same draw always gives the same.
"""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from factory.records import digest
from factory.symbolic.draft import Child
from factory.symbolic.evolve import evolve
from factory.symbolic.grade import grade
from factory.symbolic.graph import Graph
from factory.symbolic.judge import rank, rate
from factory.symbolic.leaning import FAIR, Leaning
from factory.symbolic.solve import Solution, solve


class Teacher:
    """The symbolic teacher in all its roles, without a protocol around it.

    Args:
        mistakes: scales how often a solution goes wrong; 0 never.
        free_styles: lay solutions out in other ways than `Step i:` lines too.
        leaning: what it leans to as a judge.
        seed: another seed makes other draws.
    """

    def __init__(
        self,
        *,
        mistakes: float = 1.0,
        free_styles: bool = False,
        leaning: Leaning = FAIR,
        seed: int = 0,
    ):
        self.mistakes = mistakes
        self.free_styles = free_styles
        self.leaning = leaning
        self.seed = seed

    def _rng(self, role: str, draw: int, *shown: str) -> Random:
        return Random(int(digest(self.seed, role, draw, *shown), 16))

    def evolve(self, problem: Graph, operator: str, *, draw: int = 0) -> Child:
        """Another problem, made by the operator and proven.

        Raises:
            Declined: the operator cannot do it for this problem.
            KeyError: there is no such operator.
        """
        return evolve(problem, operator, self._rng(operator, draw, problem.question))

    def solve(self, problem: Graph, *, temperature: float = 0.7, draw: int = 0) -> Solution:
        """A solution; at temperature 0 a right one."""
        rng = self._rng("solve", draw, problem.question)
        return solve(problem, temperature, self.mistakes, rng, free=self.free_styles)

    def grade(
        self, problem: Graph, steps: Sequence[str], *, temperature: float = 0.0, draw: int = 0
    ) -> dict[str, Any]:
        """A verdict on each step (1 right, 0 doubtful, -1 wrong), the first error, a reason."""
        rng = self._rng("grade", draw, problem.question, *steps)
        return _read(grade(problem, steps, temperature, rng, self.leaning))

    def rate(self, problem: Graph, *, temperature: float = 0.0, draw: int = 0) -> dict[str, Any]:
        """Marks from 1 to 5 for definition, precision and integrity, and a reason."""
        rng = self._rng("rate", draw, problem.question)
        return _read(rate(problem, temperature, rng, self.leaning))

    def rank(
        self, problems: Sequence[Graph], *, temperature: float = 0.0, draw: int = 0
    ) -> list[list[int]]:
        """Indices of the problems, best first; those in one list share a place."""
        shown = {str(at): problem for at, problem in enumerate(problems)}
        rng = self._rng("rank", draw, *(problem.question for problem in problems))
        order = _read(rank(shown, temperature, rng, self.leaning))["order"]
        return [[int(name) for name in place] for place in order]


def _read(reply: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(reply)
    return made
