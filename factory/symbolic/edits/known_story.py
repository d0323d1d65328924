"""Problems that the grammar's own sentences tell: told in other words, or with a further step.

The question alone says which plots, numbers and words it tells (`grammar.reading`), so the same can
be told in other forms, and a step can be added that the story bears. A problem of somebody else is
not recognised, and other edits take over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.grammar import FAMILIES, TAILS, read
from factory.symbolic.grammar.draws import Draw
from factory.symbolic.grammar.family import Family, Row
from factory.symbolic.grammar.formula import Number, Unfit, Values, narrow
from factory.symbolic.grammar.language import Word
from factory.symbolic.grammar.making import Problem, grow, plots, written
from factory.symbolic.grammar.plot import Plot
from factory.symbolic.grammar.reading import Passage, Reading
from factory.symbolic.grammar.telling import Told, say, tell
from factory.symbolic.graph import Declined, Graph, write_rationale
from factory.symbolic.read import read_graph

TRIES = 12
LONGEST = 6

_CONSTRAINTS = """
    uses_a_coupon with_sales_tax some_are_damaged adds_a_break pays_with_a_bill toward_a_goal
    spends_some
"""
CONSTRAINTS = frozenset(_CONSTRAINTS.split())
"""Further steps that put a condition on the result."""
_CONCRETE = """
    packs_away fills_bottles packs_by_weight invited_to_talks sells_them fill_in_a_form
    stacks_containers more_come_in sold_to_a_dealer wear_hats
"""
CONCRETE = frozenset(_CONCRETE.split())
"""Further steps that say in more detail what becomes of the result."""


@lru_cache(maxsize=4096)
def recognise(question: str) -> Reading | None:
    """How the grammar would tell it; None where it is not the grammar's own."""
    found = read(question)
    return found[0] if found else None


def _known(graph: Graph) -> Reading:
    reading = recognise(graph.question)
    if reading is None:
        raise Declined("unknown_story", "no family of the grammar tells this problem")
    return reading


def _values(passage: Passage, result: Fraction | int) -> Values:
    """What the passage tells, and what follows from it."""
    values: Values = dict(passage.values)
    if passage.plot.base:
        values["a"] = narrow(Fraction(result))
    for name, compute in passage.plot.computing:
        values[name] = compute(values)
    return values


def _words(passage: Passage) -> dict[str, Word]:
    """The words that the passage shows, and those that its rows of words leave no choice for."""
    words = dict(passage.words)
    for names, rows in passage.plot.family.rows.items():
        columns = names.split(",")
        fitting = [row for row in (_named(columns, row) for row in rows) if _agree(row, words)]
        for name in columns:
            entries = {row[name] for row in fitting if name in row}
            if len(entries) == 1:
                words[name] = entries.pop()
    return words


def _all_words(passage: Passage, rng: Random) -> dict[str, Word]:
    """The words of the passage; chance chooses those that the text does not show."""
    words = _words(passage)
    for name, choices in passage.plot.family.lists.items():
        if name not in words:
            taken = {str(word)[:1] for word in words.values()}
            free = [word for word in choices if str(word)[:1] not in taken]
            words[name] = rng.choice(free or list(choices))
    return words


def _named(columns: Sequence[str], row: Row) -> dict[str, Word]:
    """The words of a row by name; its draws are left out."""
    pairs = zip(columns, row, strict=True)
    return {name: entry for name, entry in pairs if not isinstance(entry, Draw)}


def _agree(row: Mapping[str, Word], words: Mapping[str, Word]) -> bool:
    return all(words.get(name, entry) == entry for name, entry in row.items())


def _child(problem: Problem, did: str) -> Child:
    return Child(read_graph(problem.question, problem.rationale), problem.rationale, did)


def reworded(graph: Graph, rng: Random) -> Child:
    """The same story with the same numbers and words, in other sentences.

    Raises:
        Declined: the story is not the grammar's own, or no other sentences are found.
    """
    reading = _known(graph)
    for _ in range(TRIES):
        told = Told()
        for passage in reading.passages:
            values, words = _values(passage, told.result), _words(passage)
            if missing := passage.plot.family.lists.keys() - words.keys():
                raise Declined("unknown_words", f"the text does not say {sorted(missing)[0]}")
            say(passage.plot, told, values, words, rng, spell=rng.random() < 0.3)
        problem = written(told)
        if _differ(problem.question, graph.question) and _same(read(problem.question), reading):
            return _child(problem, "other sentences")
    raise Declined("no_rewording", "its sentences have no other forms")


def _same(found: list[Reading], reading: Reading) -> bool:
    return bool(found) and all(one.graph == reading.graph for one in found)


def _differ(new: str, old: str) -> bool:
    """Whether at least half of the sentences are others."""
    before = set(old.split(". "))
    after = new.split(". ")
    return sum(sentence not in before for sentence in after) * 2 >= len(after)


def longer(graph: Graph, operator: str, rng: Random) -> Child:
    """The story with a further step that fits the operator, and asks for its result.

    Raises:
        Declined: the story is not the grammar's own, or bears no such step.
    """
    reading = _known(graph)
    for _ in range(TRIES):
        told = _resumed(graph, reading)
        first = grow(told, _fitting(operator), rng, rng, spell=False)
        if first is None:
            break
        names = [first.family.name]
        if operator == "more_steps" and len(first.steps) < 2:
            second = grow(told, tuple(TAILS.values()), rng, rng, spell=False)
            if second is None:
                continue
            names.append(second.family.name)
        return _child(written(told), " and ".join(names))
    raise Declined("no_tail", "nothing more can be told of its result")


def second_problem(graph: Graph, rng: Random) -> Child:
    """The story with a second problem that its result is a number of: two steps more at least.

    It is told on top of the story, or the story's own family goes on in that way.

    Raises:
        Declined: the story is not the grammar's own, or bears no such problem.
    """
    reading = _known(graph)
    for _ in range(TRIES):
        told = _resumed(graph, reading)
        if (names := _grown(told, rng, steps=2)) is not None:
            return _child(written(told), " and ".join(names))
    for plot, told in _longer_ways(reading, rng):
        of = reading.passages[0].plot
        more = len(plot.steps) - len(of.steps)
        values = told.parts[0][1]
        if of.ask.of not in dict(plot.steps) or values[of.ask.of] != graph.answer:
            continue
        if more >= 2 or _grown(told, rng, steps=2 - more) is not None:
            with suppress(Declined):
                return _child(written(told), "a second problem in the story")
    raise Declined("no_tail", "no second problem can be told of its result")


def _grown(told: Told, rng: Random, steps: int) -> list[str] | None:
    """The names of the further steps told, where they are as many as that."""
    names: list[str] = []
    while steps > 0 and len(names) < 3:
        more = grow(told, tuple(TAILS.values()), rng, rng, spell=False)
        if more is None:
            return None
        names.append(more.family.name)
        steps -= len(more.steps)
    return names


def _fitting(operator: str) -> tuple[Family, ...]:
    named = {"add_constraint": CONSTRAINTS, "concretise": CONCRETE}.get(operator)
    return tuple(one for name, one in TAILS.items() if named is None or name in named)


def _resumed(graph: Graph, reading: Reading) -> Told:
    """All that the problem tells but its question, ready for a further step."""
    told = Told()
    for passage in reading.passages:
        x = passage.plot.ask.x
        if x is not None and not {*x.names()} - {*passage.plot.told} <= _words(passage).keys():
            raise Declined("unknown_words", "the text does not name its result in full")
        values = _values(passage, told.result)
        say(passage.plot, told, values, _all_words(passage, Random(0)), Random(0), spell=False)
    told.facts = [graph.question[: reading.facts_end].rstrip()]
    told.lines = write_rationale(graph).split("\n")[:-1]
    return told


def extended(graph: Graph, rng: Random) -> Child:
    """The same story with the same numbers on a longer way through its family.

    Raises:
        Declined: the story is not the grammar's own, or goes on in no longer way.
    """
    reading = _known(graph)
    for _, told in _longer_ways(reading, rng):
        with suppress(Declined):
            return _child(written(told), "a longer way of the story")
    raise Declined("no_longer_way", "its family knows no longer way from these numbers")


def _longer_ways(reading: Reading, rng: Random) -> Iterator[tuple[Plot, Told]]:
    """The story told on each longer way through its family that bears its numbers."""
    if len(reading.passages) > 1:
        raise Declined("no_longer_way", "the story has been gone on with already")
    passage = reading.passages[0]
    own, values, words = passage.plot, _values(passage, 0), _all_words(passage, rng)
    longer = [plot for plot in plots(own.family) if len(plot.steps) > len(own.steps)]
    more = [plot for plot in longer if plot.told.keys() > own.told.keys()]
    fixed: dict[str, Draw] = {name: Fixed("", 0, 0, value=value) for name, value in values.items()}
    for plot in rng.sample(more, len(more)):
        for _ in range(TRIES):
            told = Told()
            try:
                new = plot.numbers(rng, {}, fixed, set())
            except Unfit:
                continue
            if all(new[name] == values[name] for name in own.told):
                say(plot, told, new, words, rng, spell=False)
                yield plot, told
                break


@dataclass(frozen=True)
class Fixed(Draw):
    """A number that is known already."""

    value: Number = 0

    def draw(self, chance: Random, values: Values) -> Number:
        """The number."""
        return self.value


def elsewhere(graph: Graph, rng: Random, fits: Callable[[int], bool]) -> Child:
    """A problem of a family that is not the parent's, with a number of steps that fits.

    Raises:
        Declined: when no draw gives one.
    """
    reading = recognise(graph.question)
    own = {passage.plot.family.name for passage in reading.passages} if reading else set()
    free = [
        plot
        for name, family in FAMILIES.items()
        if name not in own
        for plot in plots(family)
        if fits(len(plot.steps))
    ]
    if not free:
        raise Declined("no_topic", "no family tells a problem of this length")
    for _ in range(TRIES):
        told = Told()
        try:
            tell(rng.choice(free), told, rng, rng, spell=rng.random() < 0.3)
        except Unfit:
            continue
        return _child(written(told), told.parts[0][0].family.name)
    raise Declined("no_number", "no numbers fit")
