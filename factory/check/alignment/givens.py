"""The numbers a problem gives, each with a symbol, and how other numbers are made from them.

Promise: `20%` in the question is 20 and 0.2, and 0.8 and 1.2 are recognised as what it leaves and
what it raises to; `half` is 2 and 1/2; `3/4` is made of 3 and 4. Equal numbers share a symbol: the
text alone does not say which of two twos a solution means.
Not promised: that every number is traced; one that is not is a plain constant.
"""

from copy import copy
from fractions import Fraction

from factory.check.alignment import terms as t
from factory.check.alignment.terms import Factor, Symbols, Terms
from factory.check.steps.provenance import quantities

LONGEST_QUESTION = 20_000
MOST_GIVENS = 100
MOST_READINGS = 3
# Numbers that nobody has to state: small counts, percent, coins, the clock and the calendar.
CONSTANTS = frozenset(
    Fraction(n)
    for n in (*range(13), 14, 16, 20, 24, 25, 26, 30, 31, 36, 48, 50, 52, 60, 90, 100, 120, 144)
) | {Fraction(n) for n in (180, 360, 365, 366, 1000, 1440, 1760, 2000, 3600, 5280, 10**6)}
CONVERSIONS = frozenset(
    Fraction(n) for n in (3, 4, 7, 8, 12, 16, 24, 30, 36, 52, 60, 100, 365, 1000, 1760, 3600, 5280)
)
"""How many of one unit make another."""


class Givens:
    """The numbers of a question and, once told, the constants that its rationale brings along."""

    def __init__(self, question: str):
        self.question = question
        self.symbols = Symbols()
        self.stated: dict[Fraction, None] = {}
        """Values that the question states, in their order."""
        self.repeated: set[Factor] = set()
        """Values that it states more than once: which of them is meant is not known."""
        self._of: dict[Fraction, int] = {}
        self._shares: list[Fraction] = []
        self._parts: set[Fraction] = set()
        self._read: dict[Factor, tuple[Terms, ...]] = {}
        self._traced: dict[Factor, bool] = {}
        self._converted: dict[Fraction, Terms] = {}
        for quantity in quantities(question[:LONGEST_QUESTION])[:MOST_GIVENS]:
            self.repeated.update(value for value in quantity.lends if value in self.stated)
            self.stated.update(dict.fromkeys(quantity.lends))
            if quantity.kind == "percent":
                self.learn(quantity.value)
                self._shares.append(quantity.value)
                continue
            self._parts.update(1 / value for value in quantity.lends if 0 < value < 1)
            for value in quantity.lends:
                self.learn(1 / value if value.numerator == 1 else value)

    def own(self) -> "Givens":
        """The same numbers, with symbols to which a solution may add its own."""
        mine = copy(self)
        mine.symbols = self.symbols.own()
        mine._read = dict(self._read)
        mine._traced = dict(self._traced)
        return mine

    @property
    def has_shares(self) -> bool:
        """Whether the question gives a percentage."""
        return bool(self._shares)

    def learn(self, value: Fraction) -> None:
        """Give a number a symbol of its own; 0 and 1 are the same in every problem."""
        if value not in self._of and value not in (0, 1) and len(self._of) < 2 * MOST_GIVENS:
            self._of[value] = self.symbols.fresh(value)
            self._forget()

    def _forget(self) -> None:
        self._read, self._traced = {}, {}

    def convert(self, value: Factor) -> None:
        """Take in a constant of a rationale: a given in another unit, or a number of its own."""
        value = Fraction(value)
        for given in () if value in CONVERSIONS or value < 13 else self.stated:
            if given and given != 1 and value / given in CONVERSIONS:
                made = t.multiply(self._plain(given), self._plain(value / given))
                self._converted.setdefault(value, made or t.number(value))
                self._forget()
                return
        self.learn(value)

    def traced(self, value: Factor) -> bool:
        """Whether the number is made from given ones."""
        known = self._traced.get(value)
        if known is None:
            known = any(product for terms in self.readings(value) for product in terms)
            self._traced[value] = known
        return known

    def expected(self, value: Factor) -> bool:
        """Whether a solution may use the number: given, made from given ones, or well known."""
        value = t.size(value)
        known = value in self.stated or value in CONSTANTS or self.traced(value)
        return known or (value.numerator == 1 and value.denominator in CONSTANTS)

    def readings(self, value: Factor) -> tuple[Terms, ...]:
        """What the number may be made of, the likeliest first; itself where nothing is known."""
        made = self._read.get(value)
        if made is None:
            made = self._readings(Fraction(value))
            self._read[value] = made
        return made

    def _readings(self, value: Fraction) -> tuple[Terms, ...]:
        if value < 0:
            return tuple(t.negative(terms) for terms in self.readings(-value))
        found: list[Terms] = []
        if value in self._of:
            found.append(t.symbol(self._of[value]))
        elif value in self._converted:
            found.append(self._converted[value])
        if (
            not found and value + 1 in self._parts and value > 1
        ):  # two of the three thirds: all but one
            left = t.add(self._plain(value + 1), t.number(Fraction(1)), -1)
            found.extend([left] if left else [])
        found.extend(self._from_shares(value))
        if value and not found:
            for terms in self._from_shares(1 / value):
                inverse = t.divide(t.number(Fraction(1)), terms, self.symbols)
                found.extend([inverse] if inverse else [])
        if value.denominator > 1 and value * 100 in self._of:
            found.extend(self._hundredths(value))
        if value.denominator > 1 and Fraction(value.denominator) in self._of:
            found.extend(self._quotient(value))
        if not found:
            found.append(t.number(value))
        return tuple(found[:MOST_READINGS])

    def _from_shares(self, value: Fraction) -> list[Terms]:
        """`20%` is 0.2, leaves 0.8 or 80%, and raises to 1.2 or 120%."""
        if not self._shares:
            return []
        found: list[Terms | None] = []
        one, hundred = t.number(Fraction(1)), self._plain(Fraction(100))
        for share in self._shares:
            given = self._plain(share)
            if value in (share / 100, 1 - share / 100, 1 + share / 100):
                part = t.divide(given, hundred, self.symbols) or {}
                sign = 1 if value > 1 else -1
                found.append(part if value == share / 100 else t.add(one, part, sign))
            if value in (100 - share, 100 + share) and value != share:
                found.append(t.add(hundred, given, 1 if value > 100 else -1))
        return [terms for terms in found if terms]

    def _hundredths(self, value: Fraction) -> list[Terms]:
        """`0.05` where 5 cents are given."""
        made = t.divide(self._plain(value * 100), self._plain(Fraction(100)), self.symbols)
        return [made] if made else []

    def _quotient(self, value: Fraction) -> list[Terms]:
        """`3/4` from 3 and 4; `2/3` also as what one third leaves."""
        below = t.symbol(self._of[Fraction(value.denominator)], -1)
        above = self._plain(Fraction(value.numerator))
        found = [t.multiply(above, below)]
        if value.denominator - value.numerator == 1 and value.numerator > 1:
            found.append(t.add(t.number(Fraction(1)), below, -1))
        return [terms for terms in found if terms]

    def _plain(self, value: Fraction) -> Terms:
        return t.symbol(self._of[value]) if value in self._of else t.number(value)
