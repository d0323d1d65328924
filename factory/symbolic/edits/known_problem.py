"""Recognise a problem that the mathematical grammar's own sentences tell.

What is found is the plot, its numbers and words, and the very forms that stand there, so that the
problem can be told again with other numbers, in other forms, or with a step more or less.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from factory.symbolic.grammar.draws import show
from factory.symbolic.grammar.formula import Values
from factory.symbolic.grammar.language import Form, Word
from factory.symbolic.grammar.mathematics import FAMILIES, TAILS
from factory.symbolic.grammar.mathematics.making import plots
from factory.symbolic.grammar.mathematics.plot import MathPlot
from factory.symbolic.grammar.reading import readings


@dataclass(frozen=True)
class Known:
    """A problem that the grammar's own sentences tell, and the very forms that tell it."""

    plot: MathPlot
    values: Values
    words: Mapping[str, Word]
    forms: tuple[Form, ...]
    """One for each fact, and the question's."""

    def text(self, values: Values) -> str:
        """The problem in the same words with these numbers."""
        return written(self.forms, values, self.words)


def written(forms: tuple[Form, ...], values: Values, words: Mapping[str, Word]) -> str:
    """The sentences with numbers and words put in."""
    shown = {name: show(value, "plain", spell=False) for name, value in values.items()}
    return " ".join(form.written(shown, words) for form in forms)


@cache
def all_plots() -> tuple[MathPlot, ...]:
    """Every way through every family."""
    return tuple(plot for _, family in FAMILIES.values() for plot in plots(family))


@cache
def all_tails() -> tuple[MathPlot, ...]:
    """Every further step that can be told of a whole number."""
    return tuple(plot for tail in TAILS for plot in plots(tail))


@lru_cache(maxsize=2048)
def recognise(question: str) -> Known | None:
    """The problem as the grammar would tell it; None where it is not the grammar's own."""
    for reading in readings(question, all_plots(), ()):
        passage = reading.passages[0]
        plot = passage.plot
        if not isinstance(plot, MathPlot):
            continue
        for forms in wordings(plot):
            if written(forms, passage.values, passage.words) == question:
                return Known(plot, passage.values, passage.words, forms)
    return None


def wordings(plot: MathPlot) -> list[tuple[Form, ...]]:
    """Every choice of forms: one for each fact, and the question's."""
    return list(product(*(one.forms for one in plot.all_facts), plot.ask.forms))


@dataclass(frozen=True)
class Tail:
    """The further step at the end of a question."""

    plot: MathPlot
    told: str
    """All that is told before its question."""
    facts: str
    """What is told before it."""
    base: str
    """The phrase for the result that it builds on."""
    x: str
    """The phrase for what it asks."""


def last_tail(question: str) -> Tail | None:
    """The grammar's own further step with which the question ends."""
    for plot, pattern in _tail_patterns():
        found = pattern.fullmatch(question)
        if found is None:
            continue
        named = {group.partition("__")[0]: said for group, said in found.groupdict().items()}
        told = found[1]
        for fact in plot.all_facts[0].forms:
            opening = fact.written({}, {"n": named["n"], "x": ""}).rstrip(".")
            at = told.rfind(opening)
            if at >= 0 and plot.ask.x is not None:
                base = told[at + len(opening) : -1]
                x = plot.ask.x.written(named, {"n": named["n"]})
                return Tail(plot, told, told[:at].strip(), base, x)
    return None


@cache
def _tail_patterns() -> tuple[tuple[MathPlot, re.Pattern[str]], ...]:
    """Every form in which a further step asks, after all that is told before."""
    return tuple(
        (plot, re.compile(rf"(.*?)\s(?:{inside})", re.DOTALL))
        for plot in all_tails()
        for form in plot.ask.forms
        for inside in [form.pattern(plot.told, plot.family.lists).pattern]
    )
