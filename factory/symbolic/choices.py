"""Numbers for new facts: which values fit a result, so that the next one stays plausible.

Each rule gives candidates for a value that is already known. Whether a candidate clashes with
another number of the problem is for the caller to see.
"""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from random import Random

from factory.symbolic.numerals import places

LARGEST = 200_000
"""No result of a new step is larger."""


def _divisors(value: Fraction, low: int, high: int) -> list[Fraction]:
    if value.denominator != 1:
        return []
    whole = value.numerator
    return [Fraction(d) for d in range(low, high + 1) if whole % d == 0 and whole // d >= 2]


def divisor(value: Fraction) -> list[Fraction]:
    """How many there are in one of the equal parts, 3 to 24."""
    return [d for d in _divisors(value, 3, 24) if value / d <= 300]


def sharers(value: Fraction) -> list[Fraction]:
    """Among how many it can be shared, 2 to 12."""
    return _divisors(value, 2, 12)


def riders(value: Fraction) -> list[Fraction]:
    """How many ride in a van, 5 to 9."""
    return _divisors(value, 5, 9)


def payers(value: Fraction) -> list[Fraction]:
    """Among how many an amount of money splits to the cent, 2 to 8."""
    return [Fraction(k) for k in range(2, 9) if _tidy(value / k, value)]


def price(value: Fraction) -> list[Fraction]:
    """Dollars for one of them."""
    whole = [Fraction(p) for p in (2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15)]
    half = [Fraction(p, 2) for p in (3, 5, 7, 9)]
    found = whole if value > 12 else [*whole, Fraction(18), Fraction(20), Fraction(25)]
    found = found + half if (value / 2).denominator == 1 else found
    return [p for p in found if value * p <= LARGEST]


def cheap(value: Fraction) -> list[Fraction]:
    """Dollars for one small thing."""
    half = [Fraction(k, 2) for k in (1, 3, 5)] if (value / 2).denominator == 1 else []
    return [p for p in [*map(Fraction, (2, 3, 4, 5)), *half] if value * p <= LARGEST]


def weekly(value: Fraction) -> list[Fraction]:
    """Dollars put aside a week, so that it takes 2 to 25 weeks."""
    return [d for d in _divisors(value, 5, 60) if value / d <= 25]


def daily(value: Fraction) -> list[Fraction]:
    """How many a day, so that it takes 2 to 15 days."""
    return [d for d in _divisors(value, 3, 60) if value / d <= 15]


def dear(value: Fraction) -> list[Fraction]:
    """Dollars for an animal or a thing of size."""
    return [Fraction(p) for p in range(25, 90, 5) if value * p <= LARGEST]


def few(value: Fraction) -> list[Fraction]:
    """A small number of minutes, pieces or the like for one of them."""
    return [Fraction(k) for k in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15) if value * k <= LARGEST]


def minutes(value: Fraction) -> list[Fraction]:
    """Minutes of work on one of them."""
    return [Fraction(k) for k in (2, 3, 4, 5, 6) if value * k <= 5000]


def twice(value: Fraction) -> list[Fraction]:
    """How many times as old a person can be."""
    return [Fraction(k) for k in (2, 3, 4) if value * k <= 90]


def times(value: Fraction) -> list[Fraction]:
    """How many times as much, 2 to 5."""
    return [Fraction(k) for k in range(2, 6) if value * k <= LARGEST]


def percent(value: Fraction) -> list[Fraction]:
    """Percentages that are whole in a whole number, and go to the cent otherwise."""
    rates = (5, 10, 15, 20, 25, 30, 35, 40, 45, 60)
    return [Fraction(r) for r in rates if _tidy(value * r / 100, value)]


def whole_percent(value: Fraction) -> list[Fraction]:
    """Percentages that leave whole things whole."""
    rates = (5, 10, 15, 20, 25, 30, 35, 40, 45, 60, 70, 75, 80)
    return [Fraction(r) for r in rates if _fits(value * r / 100, 0) and value * r / 100 >= 2]


def discount(value: Fraction) -> list[Fraction]:
    """Percentages that a shop may take off."""
    return [rate for rate in percent(value) if rate <= 40]


def tax(value: Fraction) -> list[Fraction]:
    """Rates of a tax or a tip."""
    return [Fraction(r) for r in (4, 5, 6, 8, 10) if _tidy(value * r / 100, Fraction(1, 2))]


def part(value: Fraction) -> list[Fraction]:
    """A part of it, a tenth to six tenths, in round numbers where it is large."""
    if value < 5:
        return []
    grain = _grain(value)
    low, high = math.ceil(value / 10 / grain), math.floor(value * 6 / 10 / grain)
    return [Fraction(k * grain) for k in range(max(low, 1), high + 1) if k * grain >= 2]


def small_part(value: Fraction) -> list[Fraction]:
    """A charge on top of it, a fiftieth to a fifth, in round numbers where it is large."""
    grain = max(_grain(value) // 5, 1)
    low, high = math.ceil(value / 50 / grain), math.floor(value / 5 / grain)
    return [Fraction(k * grain) for k in range(max(low, 1), high + 1) if k * grain >= 2]


def banknote(value: Fraction) -> list[Fraction]:
    """What is handed over to pay it: the next amounts that notes make, not a note too many."""
    near = (5, 10) if value < 50 else (10, 20, 50) if value < 200 else (20, 50, 100)
    made = {Fraction((value // note + 1) * note) for note in near}
    made |= {Fraction(note) for note in (20, 50, 100) if value < note <= value * 3}
    return sorted(made)


def pace(value: Fraction) -> list[Fraction]:
    """Minutes for a mile or a kilometer on foot."""
    return [Fraction(k) for k in (8, 9, 10, 12, 15, 18) if value * k <= 900]


def beyond(value: Fraction) -> list[Fraction]:
    """A round number above it, at most twice as large."""
    grain = 5 if 12 <= value < 20 else max(_grain(value), 1)
    low, high = math.floor(value * 11 / 10 / grain) + 1, math.floor(value * 2 / grain)
    return [Fraction(k * grain) for k in range(low, high + 1) if k * grain - value >= 2]


def _grain(value: Fraction) -> int:
    for limit, grain in ((20, 1), (100, 5), (500, 10), (2000, 50), (10000, 100)):
        if value < limit:
            return grain
    return 1000


def _tidy(value: Fraction, before: Fraction) -> bool:
    """Whether an amount goes to the half dollar, or to five cents where it did not before."""
    return (value * (2 if before.denominator == 1 else 20)).denominator == 1


def _fits(value: Fraction, allowed: int) -> bool:
    needed = places(value)
    return needed is not None and needed <= allowed and value > 0


RULES: Mapping[str, Callable[[Fraction], list[Fraction]]] = {
    rule.__name__: rule
    for rule in (
        divisor,
        sharers,
        payers,
        riders,
        dear,
        daily,
        weekly,
        price,
        cheap,
        few,
        minutes,
        twice,
        times,
        percent,
        discount,
        whole_percent,
        tax,
        part,
        beyond,
        small_part,
        banknote,
        pace,
    )
}


def _pairs(
    value: Fraction, counts: range, low: float, high: float, least: int, most: int
) -> list[tuple[Fraction, Fraction]]:
    """A count and a size of each, with a product between the two shares of the value."""
    made = []
    for count in counts:
        grain = max(_grain(value / count), 1)
        start = math.ceil(max(float(value) * low / count, least) / grain)
        end = math.floor(min(max(float(value) * high, 40) / count, most) / grain)
        made += [(Fraction(count), Fraction(size * grain)) for size in range(start, end + 1)]
    return made


PAIRS: Mapping[str, Callable[[Fraction], list[tuple[Fraction, Fraction]]]] = {
    "pair": lambda value: _pairs(value, range(3, 15), 0.3, 2, 3, 80),
    "packs": lambda value: _pairs(value, range(3, 26), 0.3, 2, 4, 60),
    "rows": lambda value: _pairs(value, range(4, 41), 0.3, 2, 8, 60),
    "rows_over": lambda value: _pairs(value, range(4, 41), 1.15, 2.5, 6, 50),
    "crates_over": lambda value: _pairs(value, range(3, 31), 1.15, 2.5, 6, 60),
    "pair_over": lambda value: _pairs(value, range(3, 21), 1.15, 2.5, 4, 80),
    "groups": lambda value: _pairs(value, range(2, 8), 0.3, 2, 12, 45),
    "classes": lambda value: _pairs(value, range(6, 20), 2.5, 30, 17, 29),
    "speed": lambda value: _pairs(value, range(2, 8), 0.3, 6, 30, 65),
    "wages": lambda value: _pairs(value, range(4, 40), 0.8, 8, 9, 25),
    "rent": lambda value: _pairs(value, range(3, 19), 0.8, 4, 30, 240),
    "saved_over": lambda value: _pairs(value, range(4, 41), 1.15, 2.5, 4, 90),
    "givers": lambda value: _pairs(value, range(6, 41), 0.4, 3, 4, 60),
    "few_days": lambda value: _pairs(value, range(3, 9), 0.5, 8, 20, 90),
    "bill": lambda value: _pairs(value, range(3, 25), 0.2, 2, 3, 40),
    "two_small": lambda value: [
        (Fraction(k), Fraction(m)) for k in range(3, 13) for m in range(2, 7) if k != m
    ],
}
"""Rules for two numbers: how many parts there are, and what is in one of them."""


def choose_pair(
    rule: str, value: Fraction, taken: frozenset[Fraction] | set[Fraction], rng: Random
) -> tuple[Fraction, Fraction] | None:
    """A pair of the rule, both numbers new to the problem and unlike each other, or None."""
    free = [(k, m) for k, m in PAIRS[rule](value) if k != m and k not in taken and m not in taken]
    return rng.choice(free) if free else None


def choose(
    rule: str, value: Fraction, taken: frozenset[Fraction] | set[Fraction], rng: Random
) -> Fraction | None:
    """A candidate of the rule that no other number of the problem equals, or None."""
    free = [k for k in RULES[rule](value) if k not in taken and k / 100 not in taken]
    return rng.choice(free) if free else None
