"""One way through a family's story, made ready: how its numbers come about and how it is solved.

Everything that does not depend on chance is found once, when a plot is first used: which quantities
the text tells, the order in which numbers are drawn and computed, the steps from what is told to
the target, and which numbers stand in the wording itself. A plot that does not work out is a fault
of its family and raises `ValueError`, naming both.
"""

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import cached_property
from random import Random

from factory.symbolic.grammar import draws
from factory.symbolic.grammar.draws import Draw
from factory.symbolic.grammar.family import AnyOrder, Ask, Fact, Family
from factory.symbolic.grammar.formula import (
    Node,
    Number,
    Relation,
    Unfit,
    Values,
    computed_by,
    constants_of,
    formula,
    names_of,
    next_step,
    way,
)
from factory.symbolic.grammar.language import SLOT
from factory.symbolic.grammar.units import check_units, is_money
from factory.symbolic.numerals import find_quantities

LARGEST = 100_000
IDLE = frozenset(("each", "first", "both", "one", "once"))
"""Words that a reader may take for a number, and that state none: they may stay unused."""

_COMPARE: dict[str, Callable[[Number, Number], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
}

Step = tuple[str, Node]
Need = Callable[[Values], bool]


class Plot:
    """A computation graph with the forms that tell it.

    `told`: the quantities that the text states, with their kinds; `steps`: what is computed, in
    order, the last of them the target.
    """

    def __init__(self, of: Family, facts: tuple[Fact | AnyOrder, ...], asks: Ask, number: int):
        self.family = of
        self.facts = facts
        self.ask = asks
        self.number = number
        self.base = frozenset("a") if of.on else frozenset[str]()

    @property
    def name(self) -> str:
        """The family and the number of the way through it."""
        return f"{self.family.name}/{self.number}"

    @cached_property
    def needs_who(self) -> bool:
        """Whether a tail speaks of the person of whom the question before it asks."""
        forms = (*(form for one in self.all_facts for form in one.forms), *self.ask.forms)
        return "who" not in self.family.lists and any("who" in form.names() for form in forms)

    @cached_property
    def all_facts(self) -> tuple[Fact, ...]:
        """Every fact, those of any order too."""
        return tuple(
            one
            for item in self.facts
            for one in (item.facts if isinstance(item, AnyOrder) else (item,))
        )

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What the facts and the question state, and what everyone knows that reaches it."""
        stated = tuple(rule for one in self.all_facts for rule in one.says)
        return stated + self.ask.says + self.family.says

    @cached_property
    def told(self) -> dict[str, str]:
        """The kind of each number that the text states, by name."""
        made: dict[str, str] = {}
        telling: tuple[Fact | Ask, ...] = (*self.all_facts, self.ask)
        for one in telling:
            first, *others = ({n for n in f.names() if self._is_number(n)} for f in one.forms)
            if any(other != first for other in others):
                raise ValueError(f"{self.name}: forms of a fact tell different numbers")
            made.update((name, self._kind(name)) for name in sorted(first))
        return made

    def _is_number(self, name: str) -> bool:
        return name in self.family.units

    def _kind(self, name: str) -> str:
        if name in self.family.all_draws:
            return self.family.all_draws[name].kind
        return "money" if name in self.money else "count"

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """From what is told to the target: by the question's plan, else by the relations."""
        try:
            rules = (*self.ask.plan, *self.relations)
            found = way({*self.told, *self.base}, rules, self.ask.of)
        except ValueError as fault:
            raise ValueError(f"{self.name}: {fault}") from None
        used = {name for _, node in found for name in names_of(node)}
        if idle := {*self.told, *self.base} - used:
            raise ValueError(f"{self.name}: told and not used: {sorted(idle)}")
        if lost := [name for name, _ in found if name not in self.family.lines]:
            raise ValueError(f"{self.name}: no line tells {lost}")
        check_units(self.name, self.family.units, rules)
        return found

    @cached_property
    def making(self) -> tuple[tuple[str, Draw | Callable[[Values], Number]], ...]:
        """The order in which quantities are drawn and computed.

        A quantity that follows from those drawn before it is not drawn: of three that depend on
        each other the family lists the two first that shall be free.
        """
        drawn, wanted = self.family.all_draws, self._needed_draws()
        have = set(self.base)
        made: list[tuple[str, Draw | Node]] = []
        while not have >= {*self.told}:
            found: tuple[str, Draw | Node] | None = next_step(have, self.relations)
            if found is None:
                name = next((n for n in wanted if n not in have and drawn[n].leans_on <= have), "")
                if not name:
                    raise ValueError(f"{self.name}: nothing gives {sorted({*self.told} - have)}")
                found = name, drawn[name]
            made.append(found)
            have.add(found[0])
        needed = set(self.told)
        kept: list[tuple[str, Draw | Callable[[Values], Number]]] = []
        for name, source in reversed(made):
            if name in needed and isinstance(source, Draw):
                needed |= source.leans_on
                kept.append((name, source))
            elif name in needed and not isinstance(source, Draw):
                needed.update(names_of(source))
                kept.append((name, computed_by(source)))
        return tuple(reversed(kept))

    def _needed_draws(self) -> list[str]:
        wanted = {*self.told, *(n for rule in self.relations for n in rule.names())}
        drawn = self.family.all_draws
        while (
            more := {name for one in wanted if one in drawn for name in drawn[one].leans_on}
            - wanted
        ):
            wanted |= more
        return [name for name in drawn if name in wanted]

    @cached_property
    def computing(self) -> tuple[tuple[str, Callable[[Values], Number]], ...]:
        """The steps as functions."""
        return tuple((name, computed_by(node)) for name, node in self.steps)

    @cached_property
    def constants(self) -> frozenset[Number]:
        """Numbers of the steps that everyone knows."""
        return frozenset(one for _, node in self.steps for one in constants_of(node))

    @cached_property
    def worded(self) -> frozenset[Number]:
        """Values that the wording itself states, in any of its forms (`a dozen`)."""
        found: set[Fraction] = set()
        for word in (word for words in self.family.lists.values() for word in words):
            if isinstance(word, str) and find_quantities(word):
                raise ValueError(f"{self.name}: a word of a list is a number: {word!r}")
        for one in (*(form for f in self.all_facts for form in f.forms), *self.ask.forms):
            bare = SLOT.sub("Q", one.text)
            for quantity in find_quantities(bare):
                if bare[quantity.start : quantity.end].lower() in IDLE:
                    continue
                if not self.constants & set(quantity.lends):
                    raise ValueError(f"{self.name}: a number stands in the wording: {one.text!r}")
                found.update(quantity.lends)
            found.update(v for q in find_quantities(bare) for v in q.lends if v != 1)
        return frozenset(
            one.numerator if one.denominator == 1 else one for one in found - {*self.constants}
        )

    @cached_property
    def needs(self) -> tuple[tuple[frozenset[str], Need], ...]:
        """The family's comparisons, each with the quantities that it compares."""
        return tuple(_comparison(text) for text in self.family.need)

    @cached_property
    def lends_plainly(self) -> bool:
        """Whether every told number stands for its own value alone."""
        return not {"percent", "part"} & {*self.told.values()}

    def numbers(
        self, chance: Random, base: Values, drawn: dict[str, Draw], taken: set[Number]
    ) -> Values:
        """Values for every quantity: drawn, computed, sensible and different from each other.

        `base` holds the result that a tail builds on; `drawn` the draws of the rows chosen;
        `taken` the values that other parts of the problem have.

        Raises:
            Unfit: when this draw does not work out.
        """
        values = dict(base)
        for name, value in base.items():
            low, high = self.bounds.get(name, (value, value))
            if not low <= value <= high:
                raise Unfit
        if not all(holds(values) for names, holds in self.needs if names <= self.base):
            raise Unfit
        for name, source, needs in self.course:
            if isinstance(source, Draw):
                values[name] = drawn.get(name, source).draw(chance, values)
            else:
                self.fit(name, values, source(values))
            for holds in needs:
                if not holds(values):
                    raise Unfit
        self._apart(values, taken)
        return values

    @cached_property
    def course(self) -> tuple[tuple[str, Draw | Callable[[Values], Number], list[Need]], ...]:
        """Everything to draw and compute, in order, each with what must hold from then on."""
        have = set(self.base)
        made: list[tuple[str, Draw | Callable[[Values], Number], list[Need]]] = []
        for name, source in (*self.making, *self.computing):
            if name not in have:
                before = frozenset(have)
                have.add(name)
                needs = [
                    need for names, need in self.needs if names <= have and not names <= before
                ]
                made.append((name, source, needs))
        return tuple(made)

    @cached_property
    def bounds(self) -> dict[str, tuple[int, int]]:
        """Smallest and largest sensible values: those given, and the range of a draw (no row's)."""
        drawn = {
            name: (one.low, one.high)
            for name, one in self.family.draws.items()
            if isinstance(one.low, int) and isinstance(one.high, int)
        }
        return {**drawn, **self.family.within}

    @cached_property
    def money(self) -> frozenset[str]:
        """The quantities that are sums of money."""
        return frozenset(name for name, unit in self.family.units.items() if is_money(unit))

    @cached_property
    def divided(self) -> frozenset[str]:
        """The quantities that may have two decimals."""
        return self.money | self.family.fine

    def fit(self, name: str, values: Values, value: Number) -> None:
        """Take the value of a computed quantity, if such a thing can have it."""
        if value <= 0 or value > LARGEST:
            raise Unfit
        if not isinstance(value, int) and (name not in self.divided or 100 % value.denominator):
            raise Unfit
        low_high = self.bounds.get(name)
        if low_high is not None and not low_high[0] <= value <= low_high[1]:
            raise Unfit
        values[name] = value

    def _apart(self, values: Values, taken: set[Number]) -> None:
        """Every number of the problem has one source only: no two are alike, none is 1."""
        seen = {1, *self.worded, *self.constants, *taken}
        size = len(seen)
        for name, kind in self.told.items():
            lent = draws.lends(values[name], kind)
            seen.update(lent)
            size += len(lent)
        for name, _ in self.steps:
            seen.add(values[name])
        size += len(self.steps)
        if len(seen) != size:
            raise Unfit


def _comparison(text: str) -> tuple[frozenset[str], Need]:
    sign = next(sign for sign in _COMPARE if sign in text)
    left, right = (formula(side) for side in text.split(sign, 1))
    first, second, compare = computed_by(left), computed_by(right), _COMPARE[sign]
    names = frozenset((*names_of(left), *names_of(right)))
    return names, lambda values: compare(first(values), second(values))
