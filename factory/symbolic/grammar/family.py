"""Situation families as data: words, numbers, facts that state relations, and questions.

A family's story branches; each way through it is a plot. A fact states relations between named
quantities, so a plot is a computation graph: typed quantities, what the text tells of them, the
relations, and one target. Nothing says how to compute: the steps follow from the relations
(`formula.way`), and a reader that knows only the sentences gets the same relations back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from factory.symbolic.grammar.draws import Draw
from factory.symbolic.grammar.formula import Relation, relations
from factory.symbolic.grammar.language import Form, Word
from factory.symbolic.grammar.words import PEOPLE

PERSON: tuple[Word, ...] = PEOPLE
"""As a word's list: somebody whose name starts with another letter than all others in the story."""


@dataclass(frozen=True)
class Fact:
    """A sentence or two, in any of these forms, and the relations that it states."""

    forms: tuple[Form, ...]
    says: tuple[Relation, ...] = ()


@dataclass(frozen=True)
class AnyOrder:
    """Facts that do not lean on each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Ask:
    """The question, in any of these forms, and the quantity that it asks for.

    Where `kind` is given, another step can be told of the result (see `tails`): `x` names the
    result in a sentence that follows, `who` is the person's word, `past` the tense.
    """

    forms: tuple[Form, ...]
    of: str
    kind: str = ""
    x: Form | None = None
    who: str = ""
    past: bool = False
    says: tuple[Relation, ...] = ()
    """What the question's own words state: `t = x*y` for "What is $xy$?"."""
    plan: tuple[Relation, ...] = ()
    """Explicit steps to the answer, where no equation only needs turning round; they are a way to
    compute and no statement."""
    means: str = ""
    """In a notation of its own (see `grammar.mathematics`) what is asked, where no formula says
    it: `count(lambda k: k % m == r, 1, n)`."""


@dataclass(frozen=True)
class Either:
    """Ways in which the story goes on; each ends with an `Ask` or is followed by more."""

    ways: tuple[tuple["Part", ...], ...]


Part = Fact | AnyOrder | Ask | Either


def fact(*forms: str, says: str = "") -> Fact:
    """A fact in one of these forms; `says="total = trees*each; sold = total/2"`."""
    return Fact(tuple(map(Form, forms)), relations(says))


def any_order(*facts: Fact) -> AnyOrder:
    """Facts told in any order."""
    return AnyOrder(facts)


def either(*ways: Sequence[Part]) -> Either:
    """One of these continuations."""
    return Either(tuple(map(tuple, ways)))


def ask(
    *forms: str,
    of: str,
    kind: str = "",
    x: str = "",
    who: str = "",
    past: bool = False,
    says: str = "",
    plan: str = "",
    means: str = "",
) -> Ask:
    """The question for the quantity `of`."""
    named = Form(x) if x else None
    stated, steps = relations(says), relations(plan)
    return Ask(tuple(map(Form, forms)), of, kind, named, who, past, stated, steps, means)


Row = tuple[Word | Draw, ...]


@dataclass(frozen=True, eq=False)
class Family:
    """A situation and all problems that can be told of it.

    `words`: by name, the list to choose from; names joined by a comma get different entries.
    `rows`: names joined by a comma, and rows of entries that belong together, some of them draws.
    `draws`: numbers by name. `units`: the unit of every quantity: `dollar`, `liter/minute`.
    `lines`: for every quantity that can be a step's result, sentences with `@` (money: `$@`)
    where the arithmetic stands. `need`: comparisons that must hold, `"young < old"`. `within`:
    smallest and largest sensible value. `fine`: results that may have two decimals.
    """

    name: str
    story: tuple[Part, ...]
    units: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    draws: Mapping[str, Draw] = field(default_factory=dict)
    need: tuple[str, ...] = ()
    within: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    fine: frozenset[str] = frozenset()
    says: tuple[Relation, ...] = ()
    """Relations that everyone knows and no fact states: distance is speed times time."""
    on: frozenset[str] = frozenset()
    """For a tail: the kinds of results that it can follow; the result is its quantity `a`."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """By quantity, the word of the person or thing whose it is."""
    notation: str = "annotated"
    """How it is told: `annotated`, or `latex` for the families of `grammar.mathematics`."""

    @cached_property
    def all_draws(self) -> Mapping[str, Draw]:
        """Every drawn quantity; one of a row stands for all rows' draws of that name."""
        made = dict(self.draws)
        for names, rows in self.rows.items():
            for name, entry in zip(names.split(","), rows[0], strict=True):
                if isinstance(entry, Draw):
                    made[name] = entry
        return made

    @cached_property
    def lists(self) -> Mapping[str, Sequence[Word]]:
        """By name, every word that it can be."""
        made: dict[str, Sequence[Word]] = {}
        for names, choices in self.words.items():
            made.update(dict.fromkeys(names.split(","), choices))
        for names, rows in self.rows.items():
            for place, name in enumerate(names.split(",")):
                column = [entry for row in rows if not isinstance(entry := row[place], Draw)]
                if column:
                    made[name] = tuple(dict.fromkeys(column))
        return made

    @cached_property
    def told_lines(self) -> Mapping[str, tuple[Form, ...]]:
        """The lines as forms."""
        return {name: tuple(map(Form, texts)) for name, texts in self.lines.items()}

    def ways(self) -> Iterator[tuple[tuple[Fact | AnyOrder, ...], Ask]]:
        """Each way through the story: its facts, and its question."""
        for parts in _flat(self.story):
            *facts, last = parts
            if not isinstance(last, Ask) or any(isinstance(one, Ask) for one in facts):
                raise ValueError(f"{self.name}: a way through the story ends without a question")
            yield tuple(one for one in facts if not isinstance(one, Ask)), last


def _flat(story: Sequence[Part]) -> Iterator[tuple[Fact | AnyOrder | Ask, ...]]:
    choices: list[list[tuple[Fact | AnyOrder | Ask, ...]]] = []
    for item in story:
        if isinstance(item, Either):
            choices.append([way for branch in item.ways for way in _flat(branch)])
        else:
            choices.append([(item,)])
    for way in product(*choices):
        yield tuple(item for items in way for item in items)


def family(
    name: str,
    *story: Part,
    units: Mapping[str, str],
    lines: Mapping[str, str | tuple[str, ...]],
    words: Mapping[str, Sequence[Word]] | None = None,
    rows: Mapping[str, Sequence[Row]] | None = None,
    draws: Mapping[str, Draw] | None = None,
    need: Sequence[str] = (),
    within: Mapping[str, tuple[int, int]] | None = None,
    fine: str = "",
    says: str = "",
    on: str = "",
    owners: Mapping[str, str] | None = None,
) -> Family:
    """A family; see `Family` for what each part is."""
    return Family(
        name,
        story,
        dict(units),
        {key: (text,) if isinstance(text, str) else text for key, text in lines.items()},
        dict(words or {}),
        dict(rows or {}),
        dict(draws or {}),
        tuple(need),
        dict(within or {}),
        frozenset(fine.split()),
        relations(says),
        frozenset(on.split()),
        dict(owners or {}),
    )
