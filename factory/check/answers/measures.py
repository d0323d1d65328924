"""Units that convert exactly: lengths, times, weights, volumes, angles, money.

Promise: only factors that hold by definition.
"""

import re
from fractions import Fraction

from factory.check.answers.kinds import Number

_TABLE: dict[str, dict[str, str | int]] = {
    "length": {
        "mm": "1/1000", "millimeter": "1/1000", "cm": "1/100", "centimeter": "1/100",
        "centimetre": "1/100", "dm": "1/10", "m": 1, "meter": 1, "metre": 1, "km": 1000,
        "kilometer": 1000, "kilometre": 1000, "in": "127/5000", "inch": "127/5000",
        "inches": "127/5000", "ft": "381/1250", "foot": "381/1250", "feet": "381/1250",
        "yd": "1143/1250", "yard": "1143/1250", "mi": "201168/125", "mile": "201168/125",
    },
    "time": {
        "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hr": 3600,
        "hour": 3600, "day": 86400, "week": 604800,
    },
    "months": {"month": 1, "year": 12, "yr": 12, "decade": 120},
    "weight": {
        "mg": "1/1000", "g": 1, "gram": 1, "kg": 1000, "kilogram": 1000,
        "oz": "45359237/1600000", "ounce": "45359237/1600000", "lb": "45359237/100000",
        "pound": "45359237/100000",
    },
    "volume": {"ml": 1, "milliliter": 1, "l": 1000, "liter": 1000, "litre": 1000},
    "money": {"$": 100, "¢": 1},
}  # fmt: skip
_SCALE = {
    name: (dimension, Fraction(factor))
    for dimension, row in _TABLE.items()
    for name, factor in row.items()
}
_POWER = re.compile(r"(?:(sq|square|cubic)\s)?([^\s^]{1,20})(?:\^([23]))?")


def in_common(left: Number, right: Number) -> tuple[Number, Number] | None:
    """Both numbers in one unit, or None where their units have no common dimension."""
    ours, theirs = scale(left.unit), scale(right.unit)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return None
    return (
        Number(left.value * ours[1], "", 0, left.digits),
        Number(right.value * theirs[1], "", 0, right.digits),
    )


def converts(measured: Number, bare: Fraction) -> bool:
    """Whether a bare number is this amount in another unit: 60 for `1 hour`."""
    found = scale(measured.unit)
    if found is None or not measured.value:
        return False
    (dimension, power), factor = found
    return bare / measured.value in {
        factor / Fraction(other) ** power for other in _TABLE[dimension].values()
    }


def together(first: str, unit: str, second: str, smaller: str) -> Number | None:
    """`3 hours 20 minutes` in the smaller unit, or None where the units do not belong together."""
    large, small = scale(unit), scale(smaller)
    if large is None or small is None or large[0] != small[0] or large[1] <= small[1]:
        return None
    return Number(Fraction(first) * large[1] / small[1] + Fraction(second), smaller)


def scale(unit: str) -> tuple[tuple[str, int], Fraction] | None:
    """((dimension, power), factor) of a unit: `cm`, `square feet`, `m^2`."""
    match = _POWER.fullmatch(unit.strip(" ."))
    if match is None:
        return None
    name = match[2].strip(".").lower()
    found = _SCALE.get(name) or _SCALE.get(name.removesuffix("s"))
    if found is None:
        return None
    power = {"sq": 2, "square": 2, "cubic": 3}.get(match[1] or "", 1)
    if match[3]:
        if power != 1:
            return None
        power = int(match[3])
    return (found[0], power), found[1] ** power
