"""Grade-school word problems made from scratch, each with its annotated solution.

Every problem is an unambiguous computation graph: each number of the solution has one source, each
figure of the question is used, and all arithmetic is exact. The families are data: sentence forms
tied to the relations that they state, so that a question alone gives its graph back. Problems come
from own situations and own words; none was taken from a benchmark. The grammar promises sense
within a family's ranges, not literature: a reader of thousands will recognise the families.
"""

from collections.abc import Iterator, Sequence

from factory.errors import UserError
from factory.suggest import instead
from factory.symbolic.grammar import making
from factory.symbolic.grammar.families import FAMILIES
from factory.symbolic.grammar.making import Problem
from factory.symbolic.grammar.reading import Reading, readings
from factory.symbolic.grammar.tails import TAILS

__all__ = ["FAMILIES", "TAILS", "Problem", "Reading", "problems", "read"]


def problems(n: int, seed: int, families: Sequence[str] | None = None) -> Iterator[Problem]:
    """Yield `n` different problems, each family equally often; the same for the same seed.

    A longer stream with the same seed begins with the shorter one.

    Raises:
        UserError: there is no such family, or one of them has no new problem left.
    """
    for name in families or ():
        if name not in FAMILIES:
            raise UserError(f"no family called '{name}'{instead(name, FAMILIES)}")
    told = [FAMILIES[name] for name in families or FAMILIES]
    return making.problems(n, seed, told, tuple(TAILS.values()))


def read(question: str) -> list[Reading]:
    """Every way to read a problem of this grammar from its question alone.

    One for a problem that `problems` made; none for a text that no family tells.
    """
    plots = [plot for family in FAMILIES.values() for plot in making.plots(family)]
    tails = [plot for tail in TAILS.values() for plot in making.plots(tail)]
    return readings(question, plots, tails)
