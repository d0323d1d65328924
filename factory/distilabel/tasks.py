"""Evolve, solve, rate and grade as distilabel tasks: the line's prompts and parsers.

Promises and limits: see `factory.distilabel.task`. An evolved problem is read, not judged: the
line's `eliminate`, `admit` and `verify` have no counterpart here.
"""

import json
import math
from collections.abc import Mapping
from typing import ClassVar

from pydantic import field_validator

from factory.check import extract, split
from factory.distilabel.task import MathTask, Row
from factory.stages import Unusable, refuse_damaged
from factory.stages.evolve import OPERATORS
from factory.stages.grade import read_verdicts
from factory.stages.rate import ASPECTS, read_rating
from factory.stages.sections import read_evolved
from factory.stages.solve import read_solution
from factory.suggest import instead


class EvolveTask(MathTask):
    """Change a problem by one operator.

    Attributes:
        operator: one of `factory.stages.evolve.OPERATORS`.

    Input columns:
        - problem (`str`): the problem.

    Output columns:
        - evolved (`str`): the new problem, or nothing.
        - operator, direction (`str`): how it was made.
        - evolve_failed, evolve_detail (`str`): why there is none; empty where there is one.
    """

    role: ClassVar[str] = "evolve"
    made: ClassVar[Row] = {"evolved": "", "operator": "", "direction": ""}

    operator: str = "add_constraint"

    @field_validator("operator")
    @classmethod
    def _is_known(cls, name: str) -> str:
        if name not in OPERATORS:
            raise ValueError(f"no operator called '{name}'{instead(name, OPERATORS)}")
        return name

    def values(self, row: Row) -> Mapping[str, str | None]:
        """The problem and what is to be done to it."""
        chosen = OPERATORS[self.operator]
        return {
            **super().values(row),
            "operator": chosen.name,
            "direction": chosen.direction,
            "task": chosen.task,
            "words": str(chosen.words),
        }

    def read(self, text: str, finish_reason: str, row: Row) -> Row:
        """The final problem of an evolve reply."""
        refuse_damaged(text)
        evolved = read_evolved(text, finish_reason)
        chosen = OPERATORS[self.operator]
        return {"evolved": evolved, "operator": chosen.name, "direction": chosen.direction}


class SolveTask(MathTask):
    """Solve a problem step by step; `num_generations` independent solutions.

    Input columns:
        - problem (`str`): the problem.

    Output columns:
        - solution (`str`): the solution, or nothing.
        - answer (`str`): its final answer as written.
        - solve_failed, solve_detail (`str`): why there is none; empty where there is one.
    """

    role: ClassVar[str] = "solve"
    made: ClassVar[Row] = {"solution": "", "answer": ""}

    def read(self, text: str, finish_reason: str, row: Row) -> Row:
        """The solution of a solve reply, and its answer."""
        refuse_damaged(text)
        solution = read_solution(text, finish_reason)
        found = extract(solution)
        return {"solution": solution, "answer": found.answer if found else ""}


class RateTask(MathTask):
    """Give a problem three marks from 1 to 5.

    Input columns:
        - problem (`str`): the problem.

    Output columns:
        - definition, precision, integrity (`float`): the marks; NaN where the judge abstained.
        - rate_reason (`str`): what the judge says.
        - rate_failed, rate_detail (`str`): why it abstained; empty where it did not.
    """

    role: ClassVar[str] = "rate"
    made: ClassVar[Row] = {**dict.fromkeys(ASPECTS, math.nan), "rate_reason": ""}

    def read(self, text: str, finish_reason: str, row: Row) -> Row:
        """The marks of a rate reply."""
        marks = read_rating(text)
        said = {aspect: float(marks[aspect]) for aspect in ASPECTS}
        return {**said, "rate_reason": marks["reason"] or ""}


class GradeTask(MathTask):
    """Judge every step of a solution.

    Attributes:
        solution_column: the column that holds the solution.
        reference_column: the column with the reference answer, where there is one.

    Input columns:
        - problem, solution (`str`): what is judged.

    Output columns:
        - steps (`str`): the solution's steps, a JSON list of texts.
        - verdicts (`str`): 1 right, -1 wrong, 0 doubtful, null not judged; a JSON list.
        - first_error (`float`): place of the first wrong step from 0, -1 where there is none, NaN
          where the judge abstained.
        - grade_reason (`str`): what the judge says.
        - grade_failed, grade_detail (`str`): why it abstained; empty where it did not.
    """

    role: ClassVar[str] = "grade"
    made: ClassVar[Row] = {
        "steps": "",
        "verdicts": "",
        "first_error": math.nan,
        "grade_reason": "",
    }

    solution_column: str = "solution"
    reference_column: str = ""

    @property
    def inputs(self) -> list[str]:
        """The columns that a row must have."""
        return [self.problem_column, self.solution_column]

    def steps_of(self, row: Row) -> list[str]:
        """The steps of the row's solution.

        Raises:
            Unusable: no_input, no_steps.
        """
        steps = split(self.text_of(row, self.solution_column))
        if not steps:
            raise Unusable("no_steps", "there is nothing to grade")
        return steps

    def values(self, row: Row) -> Mapping[str, str | None]:
        """The problem, the numbered steps, the reference answer where there is one."""
        steps = self.steps_of(row)
        reference = row.get(self.reference_column) if self.reference_column else None
        return {
            **super().values(row),
            "steps": "\n".join(f"[{place}] {step.strip()}" for place, step in enumerate(steps)),
            "reference": str(reference) if reference else None,
        }

    def read(self, text: str, finish_reason: str, row: Row) -> Row:
        """The verdicts of a grade reply."""
        steps = self.steps_of(row)
        read = read_verdicts(text, len(steps))
        return {
            "steps": json.dumps(steps, ensure_ascii=False),
            "verdicts": json.dumps(read["verdicts"]),
            "first_error": float(read["first_error"]),
            "grade_reason": read["reason"] or "",
        }
