"""Where the numbers of a solution come from: the question, an earlier result, or common knowledge.

Promise: a number is called a stranger only where the question does not state it (in digits or in
words: half, twice, dozen, 20% and what it leaves), no step before came to it, and no constant
that fits the story explains it. Strangers are evidence, no verdict: solutions also count what
nobody numbered (Tom, Ann and Bob).
Not promised: that a known number is the right one.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factory.check.alignment.terms import Factor
from factory.symbolic.numerals import Quantity, find_quantities

_HUNDREDTH = Fraction(1, 100)
_ALWAYS = (0, 1, 2, 100)
# Name, values, and the words of which one must be in the story.
_CONSTANTS = (
    ("days of a week", "7 5 2", "week weeks weekly weekday weekdays weekend day days daily"),
    ("months of a year", "12 6 3", "year years yearly annual annually month months monthly"),
    ("weeks of a year", "52 4", "year years yearly annually week weeks weekly month months"),
    ("days of a year", "365 366", "year years yearly day days daily leap"),
    ("days of a month", "30 31 28 29", "month months monthly day days daily january february march "
     "april may june july august september october november december"),
    ("hours of a day", "24 12", "hour hours hourly day days daily clock am pm noon midnight"),
    ("minutes and seconds", "60 3600 15 30 45", "hour hours minute minutes second seconds mph "
     "hourly quarter"),
    ("decades", "10 100 1000", "decade decades century centuries"),
    ("dozens", "12", "dozen dozens"),
    ("pairs", "2", "pair pairs couple both each"),
    ("cents and coins", "0.01 0.05 0.1 0.25 0.5 5 10 25 50 4 20 100", "cent cents dollar dollars "
     "coin coins penny pennies nickel nickels dime dimes quarter quarters change"),
    ("length", "12 3 36 5280 1760 1000 10 2.54", "inch inches foot feet yard yards mile miles km "
     "kilometer kilometers meter meters cm mm centimeters"),
    ("weight", "16 2000 1000 2.2", "ounce ounces oz pound pounds lb lbs ton tons kg gram grams "
     "kilogram kilograms"),
    ("volume", "2 4 8 16 128 1000", "cup cups pint pints quart quarts gallon gallons liter liters "
     "ml milliliters ounce ounces"),
    ("circles", "3.14 3.14159 3.1416 360 180", "circle circular circumference diameter radius "
     "angle angles degrees degree round"),
    ("squares and triangles", "4 2 0.5 90 180 360 3 6", "square rectangle rectangular perimeter "
     "triangle triangular area cube sides angle angles length width"),
    ("legs and wheels", "4 2 8 6", "legs feet paws wheels dog dogs cat cats cow cows chicken "
     "chickens bird birds spider spiders car cars bike bikes bicycle bicycles animals hands eyes"),
    ("scales", "1000 1000000 1000000000", "thousand thousands million millions billion k"),
    ("ages", "10 13 18 20 21", "teenager teens adult decade"),
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z]{2,20}")
MOST_GIVEN = 200


class Asked(NamedTuple):
    """What a question gives; shared by all solutions of it, and not to be changed."""

    known: frozenset[Factor]
    unused: tuple[Fraction, ...]
    """The numbers that it states in digits, in their order."""
    told: frozenset[str]
    """Its words."""
    stated: frozenset[Fraction]


@lru_cache(maxsize=64)
def quantities(question: str) -> tuple[Quantity, ...]:
    """The quantities that a question states."""
    return tuple(find_quantities(question)[:MOST_GIVEN])


@lru_cache(maxsize=64)
def read_question(question: str) -> Asked:
    """The numbers of a question, what its words mean, what its shares leave, and its constants."""
    given = quantities(question)
    shares = [q.value for q in given if q.kind == "percent" or abs(q.value) < 1]
    numbers = {value for quantity in given for value in quantity.lends}
    stated = frozenset({Fraction(n) for n in _ALWAYS} | numbers | _shared(shares))
    told = frozenset(_words(question))
    known = {_magnitude(value) for value in stated}.union(*(_BY_WORD.get(w, ()) for w in told))
    unused = dict.fromkeys(q.value for q in given if q.kind in ("int", "decimal"))
    return Asked(frozenset(known), tuple(unused), told, stated)


class Origins:
    """What is known so far in one solution."""

    def __init__(self, question: str):
        asked = read_question(question)
        self._known: set[Factor] = set(asked.known)
        self._unused: dict[Fraction, None] = dict.fromkeys(asked.unused)
        self._told: set[str] = set(asked.told)
        self.stated = asked.stated
        """All that the question gives: its numbers, what its words mean, what its shares leave."""

    def strangers(self, numbers: Iterable[Fraction], step: str) -> list[Fraction]:
        """Those of a step's operands that come from nowhere; what the step uses is noted."""
        self._learn_constants(step)
        found: dict[Fraction, None] = {}
        for number in numbers:
            self._unused.pop(number, None)
            if _magnitude(number) not in self._known:
                found[number] = None
        return list(found)

    def learn(self, values: Iterable[Fraction]) -> None:
        """Results and numbers that a step has shown."""
        self._known.update(map(_magnitude, values))

    def misread(self, stranger: Fraction) -> Fraction | None:
        """The number of the question, not used so far, that was most likely misread as this."""
        return likely_misread(stranger, self._unused)

    def _learn_constants(self, text: str) -> None:
        words = _words(text) - self._told
        self._told |= words
        for word in words:
            self._known |= _BY_WORD.get(word, set())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _magnitude(value: Fraction) -> Factor:
    """The number without its sign, as an int where it is whole: the same key, and much faster."""
    above = abs(value.numerator)
    return above if value.denominator == 1 else Fraction(above, value.denominator)


def likely_misread(stranger: Fraction, candidates: Iterable[Fraction]) -> Fraction | None:
    """The candidate that a careless reader would take for this number, or None."""
    ranked = sorted((rank, at, one) for at, one in enumerate(candidates)
                    if (rank := _misread_rank(one, stranger)) is not None)  # fmt: skip
    return ranked[0][2] if ranked else None


def _misread_rank(given: Fraction, stranger: Fraction) -> int | None:
    """How easily the one is read as the other, 0 the easiest; None where it is not."""
    ours, theirs = _digits(given), _digits(stranger)
    if sorted(ours) == sorted(theirs) and ours != theirs:
        return 0  # 48 and 84
    if given and stranger and stranger / given in (10, 100, Fraction(1, 10), _HUNDREDTH):
        return 1
    if len(ours) == len(theirs) > 1 and sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1:
        return 2  # 48 and 43
    if abs(given - stranger) in (1, 2, 10):
        return 3
    if abs(len(ours) - len(theirs)) == 1 and len(min(ours, theirs, key=len)) > 1:
        longer, shorter = sorted((ours, theirs), key=len, reverse=True)
        if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return 4  # 48 and 488
    return None


def _digits(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"


def _shared(shares: Iterable[Fraction]) -> set[Fraction]:
    """What a percentage or fraction leaves or raises to."""
    found: set[Fraction] = set()
    for share in shares:
        part = share / 100 if share > 1 else share
        found |= {1 - part, 1 + part, 100 - share, 100 + share}
        if share < 1:
            found |= {share * 100, Fraction(share.denominator), Fraction(share.numerator)}
            found |= {
                Fraction(share.denominator - share.numerator),
                share.denominator / Fraction(100),
            }
    return {abs(value) for value in found}


def _by_word() -> dict[str, set[Factor]]:
    table: dict[str, set[Factor]] = {}
    for _, values, words in _CONSTANTS:
        for word in words.split():
            table.setdefault(word, set()).update(
                _magnitude(Fraction(value)) for value in values.split()
            )
    return table


_BY_WORD = _by_word()
