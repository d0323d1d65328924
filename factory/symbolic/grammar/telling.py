"""Tell a plot: draw its numbers, choose words and forms, write question and annotated solution.

Words and turns come from one source of chance and numbers from another, so that a story whose
numbers did not work out is told again with other numbers rather than given up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from factory.symbolic.grammar.draws import Draw, lends, show
from factory.symbolic.grammar.family import PERSON, Fact, Family
from factory.symbolic.grammar.formula import Number, Unfit, Values, written
from factory.symbolic.grammar.language import Form, Word
from factory.symbolic.grammar.plot import Plot
from factory.symbolic.grammar.words import PEOPLE, Person
from factory.symbolic.numerals import plain

T = TypeVar("T")
DRAWS = 60
"""Draws of numbers for one plot before it is given up for another."""


@dataclass(slots=True)
class Told:
    """A problem so far: everything but its question."""

    facts: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    taken: set[Number] = field(default_factory=set)
    fixed: set[Number] = field(default_factory=set)
    """Those of them that the wording states or that everyone knows."""
    result: Number = 0
    question: str = ""
    kind: str = ""
    x: str = ""
    who: Word | None = None
    past: bool = False
    initials: set[str] = field(default_factory=set)
    template: list[str] = field(default_factory=list)
    """Plots and forms chosen: the text with all numbers, names and list words masked."""
    parts: list[tuple[Plot, Values, Mapping[str, Word]]] = field(default_factory=list)


def pick(options: Sequence[T], chance: Random) -> T:
    """One of the options."""
    return options[int(chance.random() * len(options))]


def tell(plot: Plot, told: Told, story: Random, numbers: Random, *, spell: bool) -> None:
    """Tell the plot after what is told already, and ask its question in place of the last.

    Raises:
        Unfit: when no draw of numbers works out, or no word is left.
    """
    if (plot.worded | plot.constants) & (told.taken - told.fixed):
        raise Unfit
    words, drawn = _words(plot.family, told, story)
    base: Values = {"a": told.result} if plot.base else {}
    for attempt in range(DRAWS):
        try:
            values = plot.numbers(numbers, base, drawn, told.taken)
            break
        except Unfit:
            if attempt == DRAWS - 1:
                raise
    say(plot, told, values, words, story, spell=spell)


def say(
    plot: Plot,
    told: Told,
    values: Values,
    words: Mapping[str, Word],
    story: Random,
    *,
    spell: bool,
) -> None:
    """Tell the plot with these numbers and words, in forms that chance chooses."""
    if plot.base:
        words = {**words, "x": told.x, "who": told.who or ""}
    shown = _shown(plot, values, spell=spell)
    told.template.append(plot.name)
    for item in plot.facts:
        group = [item] if isinstance(item, Fact) else story.sample(item.facts, len(item.facts))
        for one in group:
            told.facts.append(_say(one.forms, plot, told, shown, words, story))
    told.question = _say(plot.ask.forms, plot, told, shown, words, story)
    _solve(plot, told, values, words, story)
    told.parts.append((plot, values, words))
    _look_ahead(plot, told, values, words, shown)


def _words(family: Family, told: Told, story: Random) -> tuple[dict[str, Word], dict[str, Draw]]:
    """A word for each name, and the draws that come with the rows chosen."""
    words: dict[str, Word] = {}
    drawn: dict[str, Draw] = {}
    for names, choices in family.words.items():
        split = names.split(",")
        if choices is PERSON:
            for name in split:
                words[name] = _person(told, story)
        elif len(split) == 1:
            words[names] = pick(choices, story)
        else:
            words.update(zip(split, story.sample(choices, len(split)), strict=True))
    for names, rows in family.rows.items():
        row = pick(rows, story)
        for name, entry in zip(names.split(","), row, strict=True):
            if isinstance(entry, Draw):
                drawn[name] = entry
            else:
                words[name] = entry
    return words, drawn


def _person(told: Told, story: Random) -> Person:
    for _ in range(40):
        who = pick(PEOPLE, story)
        if who.name[0] not in told.initials:
            told.initials.add(who.name[0])
            return who
    raise Unfit


def _shown(plot: Plot, values: Values, *, spell: bool) -> dict[str, str]:
    """Every quantity as text; what is computed is money or plain."""
    shown = {}
    for name, value in values.items():
        kind = plot.told.get(name)
        if kind is None:
            kind = "money" if name in plot.money else "plain"
        shown[name] = show(value, kind, spell=spell)
    return shown


def _say(
    forms: Sequence[Form],
    plot: Plot,
    told: Told,
    shown: Mapping[str, str],
    words: Mapping[str, Word],
    story: Random,
) -> str:
    place = int(story.random() * len(forms))
    told.template.append(str(place))
    return forms[place].in_tense(past=told.past).written(shown, words)


def _solve(
    plot: Plot, told: Told, values: Values, words: Mapping[str, Word], story: Random
) -> None:
    """Add the solution's lines, and take the numbers that are now in use."""
    bare = {
        name: str(value) if isinstance(value, int) else plain(value)
        for name, value in values.items()
    }
    pretty = _shown(plot, values, spell=False)
    for name, node in plot.steps:
        told.taken.add(values[name])
        if plot.family.notation == "latex":
            continue  # told by `mathematics.making`, which puts the last result in a box
        arithmetic = written(node, bare)
        sign = "$" if name in plot.money else ""
        result = pretty[name].replace(",", "")
        work = f"{arithmetic}={sign}<<{arithmetic}={bare[name]}>>{result}"
        line = pick(plot.family.told_lines[name], story).in_tense(past=told.past)
        said = line.written(pretty, words)
        told.lines.append(said.replace("$@" if sign else "@", work))
    told.taken.update(plot.constants, plot.worded)
    told.fixed.update(plot.constants, plot.worded)
    for name, kind in plot.told.items():
        told.taken.update(lends(values[name], kind))
    told.result = values[plot.ask.of]


def _look_ahead(
    plot: Plot, told: Told, values: Values, words: Mapping[str, Word], shown: Mapping[str, str]
) -> None:
    """What a further step can be built on."""
    asks = plot.ask
    told.kind = asks.kind
    told.past = told.past or asks.past
    told.x = asks.x.in_tense(past=told.past).written(shown, words) if asks.x else ""
    told.who = words[asks.who] if asks.who else None
