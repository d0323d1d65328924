"""Units that stand in equations of steps, and how they convert: time, length, money, dozens.

Promise: only factors that hold always. `STRICT` dimensions are those in which nobody means another
factor: a day may be a working day of 8 hours, a month has no fixed length, so that a wrong
conversion between these is doubtful rather than false.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

_TABLE = {
    "time": "1 second sec s|60 minute min|3600 hour hr",
    "days": "1 day|7 week",
    "months": "1 month|12 year yr",
    "metric length": "1 mm millimeter millimetre|10 cm centimeter centimetre|1000 m meter metre"
    "|1000000 km kilometer kilometre",
    "length": "1 inch inches in|12 foot feet ft|36 yard yd|63360 mile mi",
    "metric weight": "1 mg milligram|1000 g gram|1000000 kg kilogram kilo|1000000000 tonne",
    "weight": "1 ounce oz|16 pound lb|32000 ton",
    "metric volume": "1 ml milliliter millilitre|1000 l liter litre",
    "volume": "1 cup|2 pint|4 quart|16 gallon",
    "money": "1 cent ¢ penny pennies|5 nickel|10 dime|25 quarter|100 dollar $ buck",
    "count": "1 egg piece item|12 dozen",
}
STRICT = frozenset(("time", "months", "metric length", "length", "metric weight", "metric volume"))
FRACTION_WORDS = frozenset(("halves", "half", "thirds", "fourths", "quarters", "fifths", "eighths"))
_SCALES = {
    "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "k": 1000,
    "million": 10**6, "millions": 10**6, "billion": 10**9, "dozen": 12, "dozens": 12,
    "percent": 100, "percentage": 100, "pair": 2, "pairs": 2,
}  # fmt: skip


class Amount(NamedTuple):
    """`2 hours 30 minutes`, in the basic unit of its dimension."""

    text: str
    value: Fraction
    dimension: str
    figures: tuple[Fraction, ...]
    decimals: int
    used: int
    """How many tokens it takes."""


def _units() -> dict[str, list[tuple[str, int]]]:
    table: dict[str, list[tuple[str, int]]] = {}
    for dimension, units in _TABLE.items():
        for unit in units.split("|"):
            factor, *names = unit.split()
            for name in names:
                for form in {name, name + "s", name + "es" if name.endswith("h") else name}:
                    table.setdefault(form, []).append((dimension, int(factor)))
    return table


_UNITS = _units()


def is_known(word: str) -> bool:
    """Whether the word is a unit of this table."""
    return word.lower() in _UNITS


def amount(tokens: Sequence[tuple[str, str]], *, at_end: bool = False) -> Amount | None:
    """The longest `number unit (and) number unit …` that these (kind, text) pairs begin or end."""
    for size in (8, 7, 5, 4, 2):
        if size <= len(tokens):
            found = _amount(tokens[-size:] if at_end else tokens[:size])
            if found:
                return found
    return None


def _amount(tokens: Sequence[tuple[str, str]]) -> Amount | None:
    pairs = [(kind, text) for kind, text in tokens if text not in ("and", ",")]
    if len(pairs) % 2 or tokens[0][1] in ("and", ",") or tokens[-1][1] in ("and", ","):
        return None
    total, dimension, decimals = Fraction(0), "", 0
    figures: list[Fraction] = []
    for (kind, figure), (unit_kind, unit) in zip(pairs[::2], pairs[1::2], strict=True):
        readings = _UNITS.get(unit.lower(), []) if unit_kind == "word" else []
        if kind != "number" or len(readings) != 1:
            return None
        if dimension not in ("", readings[0][0]):
            return None
        dimension, factor = readings[0]
        figures.append(Fraction(figure.lstrip("$€£").replace(",", "")))
        decimals = max(decimals, len(figure.partition(".")[2]))
        total += figures[-1] * factor
    text = " ".join(text for _, text in tokens)
    return Amount(text, total, dimension, tuple(figures), decimals, len(tokens))


def ratios(words: Iterable[str]) -> set[Fraction]:
    """The factors between any two units of one dimension among these words."""
    found = [reading for word in words for reading in _UNITS.get(word, [])]
    return {
        Fraction(one, other)
        for dimension, one in found
        for same, other in found
        if same == dimension and one != other
    }


def scales(words: Iterable[str]) -> set[Fraction]:
    """What `thousand` or `dozen` among these words may have multiplied a number by."""
    found = {Fraction(_SCALES[word]) for word in words if word in _SCALES}
    return found | {1 / scale for scale in found}
