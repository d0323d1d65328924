"""Read a problem of this grammar from its question alone: the sentences give back the relations.

This is the second path to an answer: nothing is taken from a rationale. Each sentence is matched
with the forms of the families' facts, which yields the numbers told, the relations stated and the
quantity asked for. A text that no family tells is not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, product
from typing import Any

from factory.symbolic.grammar import draws
from factory.symbolic.grammar.family import PERSON, AnyOrder, Fact
from factory.symbolic.grammar.formula import Number, Relation, Values
from factory.symbolic.grammar.graphs import graph_of
from factory.symbolic.grammar.language import Form, Word, inflected, word_read
from factory.symbolic.grammar.plot import Plot

Words = Mapping[str, Word]


@dataclass(frozen=True)
class Passage:
    """What one plot's sentences say: the numbers told, by name, and the words."""

    plot: Plot
    values: Values
    words: Words


@dataclass(frozen=True)
class Reading:
    """A whole question as a graph: its passages in order, each built on the result before."""

    passages: tuple[Passage, ...]
    facts_end: int
    """Where the question sentence begins."""

    @property
    def target(self) -> str:
        """The quantity asked for, with the number of its passage: `left@1`."""
        return f"{self.passages[-1].plot.ask.of}@{len(self.passages) - 1}"

    @property
    def graph(self) -> dict[str, Any]:
        """The computation graph that the sentences state; see `graphs.graph_of`."""
        return graph_of((one.plot, one.values, one.words) for one in self.passages)

    def told(self) -> dict[str, Number]:
        """Every number that the text states."""
        return {
            f"{name}@{at}": passage.values[name]
            for at, passage in enumerate(self.passages)
            for name in passage.plot.told
        }

    def rules(self) -> list[Relation]:
        """Every relation that the text states, its quantities named as in `told`."""
        return [
            self._placed(rule, at)
            for at, passage in enumerate(self.passages)
            for rule in passage.plot.relations
        ]

    def _placed(self, rule: Relation, at: int) -> Relation:
        place = {name: self._place(name, at) for name in rule.names()}
        return rule.renamed(place)

    def _place(self, name: str, at: int) -> str:
        if name == "a" and self.passages[at].plot.base:
            return f"{self.passages[at - 1].plot.ask.of}@{at - 1}"
        return f"{name}@{at}"


def readings(question: str, plots: Sequence[Plot], tails: Sequence[Plot]) -> list[Reading]:
    """Every way to read the question; one, where it is unambiguous, and none for others' texts."""
    found = []
    for plot in plots:
        for end, passage in _facts(plot, question, 0, {}):
            found += list(_finished(question, end, (passage,), tails))
    return found


def _finished(
    text: str, at: int, passages: tuple[Passage, ...], tails: Sequence[Plot]
) -> Iterator[Reading]:
    """Readings of the rest: the question itself, or another step and then its question."""
    last = passages[-1]
    past = any(passage.plot.ask.past for passage in passages[:-1])
    for form in last.plot.ask.forms:
        said = form.in_tense(past=past)
        for end, (values, words) in _form(said, last.plot, text, at, last.values, last.words):
            if end >= len(text):
                yield Reading((*passages[:-1], Passage(last.plot, values, words)), at)
    asks = last.plot.ask
    if not tails or not asks.kind or asks.x is None or len(passages) > 4:
        return
    past = past or asks.past
    who = last.words.get(asks.who, "") if asks.who else ""
    fitting = [
        tail for tail in tails if asks.kind in tail.family.on and (who or not tail.needs_who)
    ]
    for x in _names_of_result(asks.x.in_tense(past=past), last):
        named: Words = {"x": x, "who": who}
        for tail in fitting:
            for end, passage in _facts(tail, text, at, named, past=past):
                yield from _finished(text, end, (*passages, passage), tails)


def _names_of_result(form: Form, passage: Passage) -> Iterator[str]:
    """What a further step may call the result; a word that the text did not show may be any."""
    lists, shown = passage.plot.family.lists, _shown(passage)
    unread = sorted({n for n in form.names() if n not in shown and n not in passage.words})
    for words in product(*(lists[name] for name in unread)):
        yield form.written(shown, {**passage.words, **dict(zip(unread, words, strict=True))})


def _shown(passage: Passage) -> dict[str, str]:
    """A result's name may be told with numbers that the text told."""
    kinds = passage.plot.told
    return {
        name: draws.show(value, kinds[name], spell=False)
        for name, value in passage.values.items()
        if name in kinds
    }


def _facts(
    plot: Plot, text: str, at: int, words: Words, *, past: bool = False
) -> Iterator[tuple[int, Passage]]:
    """Where the plot's facts can end, told from this place on, and what they then say."""
    states: list[tuple[int, Values, Words]] = [(at, {}, words)]
    for item in plot.facts:
        groups = [(item,)] if isinstance(item, Fact) else _orders(item)
        states = [
            state
            for start, values, said in states
            for group in groups
            for state in _group(group, plot, text, start, values, said, past=past)
        ]
        if not states:
            return
    for end, values, said in states:
        yield end, Passage(plot, values, said)


@lru_cache(maxsize=5000)
def _orders(item: AnyOrder) -> tuple[tuple[Fact, ...], ...]:
    return tuple(permutations(item.facts))


def _group(
    facts: Sequence[Fact],
    plot: Plot,
    text: str,
    at: int,
    values: Values,
    words: Words,
    *,
    past: bool,
) -> Iterator[tuple[int, Values, Words]]:
    if not facts:
        yield at, values, words
        return
    for form in facts[0].forms:
        said = form.in_tense(past=past)
        for end, (more, named) in _form(said, plot, text, at, values, words):
            yield from _group(facts[1:], plot, text, end, more, named, past=past)


def _form(
    form: Form, plot: Plot, text: str, at: int, values: Values, words: Words
) -> Iterator[tuple[int, tuple[Values, Words]]]:
    """The form at this place of the text, if it stands there with what is known already."""
    if not text.startswith(form.pieces[0], at) or form.longest not in text:
        return
    found = _compiled(form, plot).match(text, at)
    if found is None or (found.end() < len(text) and text[found.end()] != " "):
        return
    numbers, named, lists = dict(values), dict(words), plot.family.lists
    for group, said in found.groupdict().items():
        name, _, inflection = group.partition("__")
        if name in plot.told:
            value = draws.read(said, plot.told[name])
            if numbers.setdefault(name, value) != value:
                return
        elif name in lists:
            word = word_read(said, inflection, lists[name])
            if word is not None and named.setdefault(name, word) != word:
                return
    for group, said in found.groupdict().items():
        name, _, inflection = group.partition("__")
        if name in named and inflected(named[name], inflection) != said:
            return
    yield found.end() + 1, (numbers, named)


@lru_cache(maxsize=20_000)
def _compiled(form: Form, plot: Plot) -> re.Pattern[str]:
    lists = plot.family.lists
    return form.pattern(plot.told, {"who": PERSON, **lists} if plot.base else lists)
