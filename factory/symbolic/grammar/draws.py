"""How numbers are drawn for a story, and how each kind of number is shown and read.

A bound is a number or a formula of quantities that are known by then (`"a+5"`), so that a bill can
be larger than the price it pays. Drawing is one call of the chance given; it never rounds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from random import Random

from factory.symbolic.grammar.formula import (
    Number,
    Unfit,
    Values,
    computed_by,
    formula,
    names_of,
    narrow,
)
from factory.symbolic.numerals import RELATIONS, WORDS, spoken

_SPELLED = {int(value): word for word, value in WORDS.items() if 2 <= value <= 12}
_UNSPELLED = {word: value for value, word in _SPELLED.items()}
_CENTS = (25, 50, 75, 20, 40, 60, 80)
PARTS = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth", 6: "a sixth", 8: "an eighth"}
TIMES = {2: ("twice", "two times"), 3: ("three times", "3 times")}

Bound = int | str


@dataclass(frozen=True)
class Draw:
    """One number of a story: its kind, its bounds (both included) and its step.

    `kind` says how it is shown: `count` (small ones may be spelled), `money` (whole dollars or a
    price tag's cents), `dollars` (whole), `percent`, `part` (`a third`, drawn as 3), `times`
    (`twice`), `plain` (never spelled).
    """

    kind: str
    low: Bound
    high: Bound
    step: int = 1
    of: str = ""
    """For a divisor: the formula of what it divides."""

    @cached_property
    def leans_on(self) -> frozenset[str]:
        """The quantities that must be known before."""
        texts = [text for text in (self.low, self.high, self.of) if isinstance(text, str) and text]
        return frozenset(name for text in texts for name in names_of(formula(text)))

    @cached_property
    def _bounds(self) -> tuple[Callable[[Values], Number], Callable[[Values], Number]]:
        return _bound(self.low), _bound(self.high)

    @cached_property
    def _of(self) -> Callable[[Values], Number]:
        return computed_by(formula(self.of))

    def draw(self, chance: Random, values: Values) -> Number:
        """A number within the bounds.

        Raises:
            Unfit: when there is none.
        """
        if isinstance(self.low, int) and isinstance(self.high, int):
            low, high = self.low, self.high
        else:
            low, high = (int(bound(values)) for bound in self._bounds)
        if low > high:
            raise Unfit
        if self.of:
            return self._divisor(chance, values, low, high)
        if self.kind == "money":
            return _price(chance, low, high)
        step = self.step
        if step == 1:
            return low + int(chance.random() * (high - low + 1))
        first, last = -(-low // step), high // step
        if first > last:
            raise Unfit
        return step * (first + int(chance.random() * (last - first + 1)))

    def _divisor(self, chance: Random, values: Values, low: int, high: int) -> int:
        whole = self._of(values)
        if not isinstance(whole, int):
            raise Unfit
        fits = [number for number in range(low, min(high, whole) + 1) if whole % number == 0]
        if not fits:
            raise Unfit
        return fits[int(chance.random() * len(fits))]


def _bound(bound: Bound) -> Callable[[Values], Number]:
    return computed_by(bound if isinstance(bound, int) else formula(bound))


def _price(chance: Random, low: int, high: int) -> Number:
    whole = low + int(chance.random() * (high - low + 1))
    if whole > 20 or chance.random() < 0.5:
        return whole
    return narrow(whole + Fraction(_CENTS[int(chance.random() * len(_CENTS))], 100))


def count(low: Bound, high: Bound, step: int = 1) -> Draw:
    """A whole number of things; from 2 to 12 it may be spelled."""
    return Draw("count", low, high, step)


def plain(low: Bound, high: Bound, step: int = 1) -> Draw:
    """A whole number that is always written in digits."""
    return Draw("plain", low, high, step)


def money(low: Bound, high: Bound) -> Draw:
    """A price in dollars; up to 20 it has cents half the time. Write `$<name>` in the form."""
    return Draw("money", low, high)


def dollars(low: Bound, high: Bound, step: int = 1) -> Draw:
    """Whole dollars. Write `$<name>` in the form."""
    return Draw("dollars", low, high, step)


def percent(low: Bound = 10, high: Bound = 90, step: int = 5) -> Draw:
    """A percentage; write `<name>%` in the form and `name/100*whole` in the relation."""
    return Draw("percent", low, high, step)


def part(low: int = 2, high: int = 5) -> Draw:
    """`half`, `a third` and so on, drawn as what one divides by: write `<name> of`."""
    return Draw("part", low, high)


def times(low: int = 2, high: int = 5) -> Draw:
    """`twice`, `three times`: write `<name> as many`."""
    return Draw("times", low, high)


def divisor(of: str, low: Bound = 2, high: Bound = 12) -> Draw:
    """A whole number that divides what the formula gives."""
    return Draw("count", low, high, of=of)


# --- showing and reading


def show(value: Number, kind: str, *, spell: bool) -> str:
    """The number as the text has it; `spell` writes small counts as words."""
    if isinstance(value, int) and kind in ("plain", "dollars", "percent"):
        return str(value) if -10_000 < value < 10_000 else f"{value:,}"
    if kind == "part":
        return PARTS[int(value)]
    if kind == "times":
        if value == 2:
            return "twice"
        return f"{_SPELLED.get(int(value), value) if spell else value} times"
    if spell and kind == "count" and value in _SPELLED:
        return _SPELLED[int(value)]
    if isinstance(value, int):
        return str(value) if -10_000 < value < 10_000 else f"{value:,}"
    return spoken(value, money=kind in ("money", "dollars"))


_DIGITS = r"-?\d[\d,]*(?:\.\d+)?"
_PATTERNS = {
    "part": "|".join(PARTS.values()),
    "times": rf"twice|(?:{_DIGITS}|{'|'.join(_UNSPELLED)}) times",
    "count": rf"{_DIGITS}|{'|'.join(_UNSPELLED)}",
}


def pattern(kind: str) -> str:
    """What such a number looks like in a text, as a regular expression."""
    return _PATTERNS.get(kind, _DIGITS)


def read(text: str, kind: str) -> Number:
    """The number that `show` wrote."""
    if kind == "part":
        return next(value for value, word in PARTS.items() if word == text)
    if kind == "times":
        if text == "twice":
            return 2
        text = text.removesuffix(" times")
    if text in _UNSPELLED:
        return _UNSPELLED[text]
    return narrow(Fraction(text.replace(",", "")))


def lends(value: Number, kind: str) -> tuple[Number, ...]:
    """Every value that a reader may take the number for."""
    if kind == "percent":
        return value, narrow(Fraction(value) / 100)
    if kind == "part":
        word = PARTS[int(value)].split()[-1]
        return tuple(narrow(one) for one in RELATIONS[word])
    return (value,)


Kinds = Mapping[str, str]
