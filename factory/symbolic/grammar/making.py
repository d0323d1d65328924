"""Problems without end: families in turn, a way through each, and sometimes a step or two more.

The same seed gives the same problems on every machine, and a longer stream begins with the shorter
one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from factory.errors import UserError
from factory.symbolic.grammar.family import Family
from factory.symbolic.grammar.formula import Unfit
from factory.symbolic.grammar.graphs import Part, graph_of
from factory.symbolic.grammar.plot import Plot
from factory.symbolic.grammar.telling import Told, pick, tell
from factory.symbolic.numerals import plain

STORIES = 400
"""Stories tried for one problem; a family that gives nothing new among so many is used up."""
LONGER = (0.55, 0.3, 0.15)
"""Shares of problems with no, one and two steps told of the family's own result."""
TAILS_TRIED = 4
"""Further steps tried before a problem stays as it is."""
SPELLED = 0.35
"""Share of problems that spell small counts."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A word problem with its annotated solution."""

    question: str
    rationale: str
    """GSM8K form: a sentence a line, `24*3=<<24*3=72>>72` in each, last line `#### 72`."""
    answer: str
    family: str
    template: str = ""
    """The plots and forms that tell it: equal for texts that differ in numbers and words alone."""
    parts: tuple[Part, ...] = field(default=(), repr=False, compare=False)

    @property
    def graph(self) -> dict[str, Any]:
        """The computation graph behind it; see `graphs.graph_of`."""
        return graph_of(self.parts)


def problems(
    n: int, seed: int, families: Sequence[Family], tails: Sequence[Family] = ()
) -> Iterator[Problem]:
    """Yield `n` different problems, each family equally often.

    Raises:
        UserError: a family has no new problem left.
    """
    told: set[str] = set()
    order: list[Family] = []
    for position in range(n):
        if not order:
            order = sorted(families, key=lambda one: one.name)
            Random(f"{seed}/order/{position}").shuffle(order)
        problem = _new(order.pop(), tails, f"{seed}/{position}", told)
        told.add(problem.question)
        yield problem


def _new(of: Family, tails: Sequence[Family], key: str, told: set[str]) -> Problem:
    story, numbers = Random(key), Random(f"{key}/numbers")
    for _ in range(STORIES):
        try:
            problem = one(of, tails, story, numbers)
        except Unfit:
            continue
        if problem.question not in told:
            return problem
    raise UserError(
        f"the grammar has no new problem of the family '{of.name}' after {len(told)} problems; ask "
        "for fewer problems"
    )


def one(of: Family, tails: Sequence[Family], story: Random, numbers: Random) -> Problem:
    """A problem of the family.

    Raises:
        Unfit: when the story drawn does not work out.
    """
    spell = story.random() < SPELLED
    told = Told()
    tell(pick(plots(of), story), told, story, numbers, spell=spell)
    share = story.random()
    for _ in range((share > LONGER[0]) + (share > LONGER[0] + LONGER[1])):
        grow(told, tails, story, numbers, spell=spell)
    return written(told)


def written(told: Told) -> Problem:
    """The problem that has been told."""
    result = plain(Fraction(told.result))
    return Problem(
        " ".join((*told.facts, told.question)),
        "\n".join((*told.lines, f"#### {result}")),
        result,
        told.parts[0][0].family.name if told.parts else "",
        ":".join(told.template),
        tuple(told.parts),
    )


def grow(
    told: Told, tails: Sequence[Family], story: Random, numbers: Random, *, spell: bool
) -> Plot | None:
    """Tell one more step, where a tail fits; which one, or None."""
    before = {part.family.name for part, _, _ in told.parts}
    fitting = [
        plot
        for plot in _by_kind(tuple(tails)).get(told.kind, ())
        if told.x and (told.who or not plot.needs_who) and plot.family.name not in before
    ]
    for plot in story.sample(fitting, min(len(fitting), TAILS_TRIED)):
        try:
            tell(plot, told, story, numbers, spell=spell)
        except Unfit:
            continue
        return plot
    return None


@cache
def plots(of: Family) -> tuple[Plot, ...]:
    """Every way through the family's story."""
    return tuple(Plot(of, facts, asks, at) for at, (facts, asks) in enumerate(of.ways()))


@cache
def _by_kind(tails: tuple[Family, ...]) -> dict[str, tuple[Plot, ...]]:
    made: dict[str, list[Plot]] = {}
    for tail in tails:
        for kind in tail.on:
            made.setdefault(kind, []).extend(plots(tail))
    return {kind: tuple(found) for kind, found in made.items()}
