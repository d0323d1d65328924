r"""MATH-style problems: questions in LaTeX, solutions that end in `\boxed{}`, exact answers.

    problems(n, seed)   different problems, each family equally often

Families are data, as everywhere in the grammar: a sentence states relations, and the steps follow
from them or from the question's plan. The table below is by subject, as MATH names its subjects.
"""

from collections.abc import Iterator, Sequence

from factory.errors import UserError
from factory.suggest import instead
from factory.symbolic.grammar.family import Family
from factory.symbolic.grammar.mathematics import (
    averages,
    chance,
    circles,
    coordinates,
    counting,
    divisors,
    equations,
    geometry,
    integers,
    making,
    number_puzzles,
    parabolas,
    paths,
    percentages,
    polynomials,
    powers,
    proportions,
    quadratics,
    sequences,
    sums,
    systems,
)
from factory.symbolic.grammar.mathematics.making import MathProblem
from factory.symbolic.grammar.mathematics.tails import TAILS

__all__ = ["FAMILIES", "TAILS", "MathProblem", "problems"]

_BY_SUBJECT = {
    "Algebra": (equations, number_puzzles, systems, polynomials, sequences, sums, coordinates),
    "Intermediate Algebra": (quadratics, parabolas),
    "Prealgebra": (powers, proportions, percentages, averages),
    "Number Theory": (divisors, integers),
    "Counting & Probability": (counting, paths, chance),
    "Geometry": (geometry, circles),
}

FAMILIES: dict[str, tuple[str, Family]] = {
    family.name: (subject, family)
    for subject, modules in _BY_SUBJECT.items()
    for module in modules
    for family in module.FAMILIES
}
"""By name: the subject, and the family."""


def problems(n: int, seed: int, families: Sequence[str] | None = None) -> Iterator[MathProblem]:
    """Yield `n` different problems of these families (all, when left out).

    The same for the same seed; a longer stream begins with the shorter one.

    Raises:
        UserError: there is no such family, or one of them has no new problem left.
    """
    for name in families or ():
        if name not in FAMILIES:
            raise UserError(f"no family called '{name}'{instead(name, FAMILIES)}")
    chosen = {name: FAMILIES[name] for name in families or FAMILIES}
    return making.problems(n, seed, chosen, TAILS)
