"""Find the quantities that a text states: digits, number words, and words that mean a number.

A quantity keeps every value that it may stand for: `20%` is 20 or 0.2, `half` is 1/2 or 2. What a
quantity counts, and whether the text means it as a fact, is not known here.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

MAX_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number that stands in the text, with every value that it may lend to a computation."""

    start: int
    end: int
    kind: str
    """int, decimal, percent, fraction, numerator, denominator, word or relation."""
    value: Fraction
    lends: tuple[Fraction, ...]


_UNITS_TEXT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_UNITS = _UNITS_TEXT.split()
_TENS_TEXT = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TENS_TEXT.split()
WORDS: dict[str, Fraction] = (
    {word: Fraction(value) for value, word in enumerate(_UNITS)}
    | {word: Fraction(10 * (place + 2)) for place, word in enumerate(_TENS)}
    | {"hundred": Fraction(100), "thousand": Fraction(1000), "million": Fraction(10**6)}
)


def _relations() -> dict[str, tuple[Fraction, ...]]:
    table = {
        "1": "once each first",
        "2": "twice double doubled doubles pair pairs couple both weekend weekends twins second "
        "bi-weekly biweekly semi-annually",
        "3": "thrice triple tripled triples triplets",
        "4": "quadruple",
        "5": "weekday weekdays",
        "6": "sixths",
        "8": "eighths",
        "9": "ninth",
        "10": "decade decades tenths",
        "12": "dozen dozens",
        "14": "fortnight",
        "20": "score",
        "100": "century",
        "1/2 2": "half halves halved",
        "1/3 3": "third thirds",
        "1/4 4": "fourth fourths",
        "1/4 4 25": "quarter quarters",
        "1/5 5": "fifth fifths",
        "1/6 6": "sixth",
        "1/7 7": "seventh",
        "1/8 8": "eighth",
        "1/10 10": "tenth",
        "10 1/10": "dime dimes",
        "5 1/20": "nickel nickels",
        "1 1/100": "penny pennies",
    }
    return {
        word: tuple(Fraction(value) for value in values.split())
        for values, words in table.items()
        for word in words.split()
    }


RELATIONS = _relations()
"""Words that mean a number by their sense; they stay as they are when numbers are changed."""

_DIGITS = re.compile(
    r"(?<![\w.])\$?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\.\d+|\d+)(?:\s?/\s?(\d+))?"
    r"(\s?%|\s?percent)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of the text: first those in digits, then those in words."""
    found: list[Quantity] = []
    for match in _DIGITS.finditer(text):
        found.extend(_in_digits(match))
    for match in _WORD.finditer(text):
        quantity = _in_words(match)
        if quantity is not None:
            found.append(quantity)
    return found


def _in_digits(match: re.Match[str]) -> list[Quantity]:
    start, end = match.span(1)
    if end - start > MAX_DIGITS:
        return []
    value = Fraction(match[1].replace(",", ""))
    below = match[2]
    if below and len(below) <= MAX_DIGITS and int(below):
        under = Fraction(below)
        return [
            Quantity(start, end, "numerator", value, (value,)),
            Quantity(*match.span(2), "denominator", under, (under,)),
            Quantity(start, match.end(2), "fraction", value / under, (value / under,)),
        ]
    if match[3]:
        return [Quantity(start, end, "percent", value, (value, value / 100))]
    kind = "int" if value.denominator == 1 else "decimal"
    return [Quantity(start, end, kind, value, (value,))]


def _in_words(match: re.Match[str]) -> Quantity | None:
    word = match[0].lower()
    parts = word.split("-")
    start, end = match.span()
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _UNITS[1:10]:
        value = WORDS[parts[0]] + WORDS[parts[1]]
        return Quantity(start, end, "word", value, (value,))
    for part in (word, *parts):
        if part in WORDS:
            return Quantity(start, end, "word", WORDS[part], (WORDS[part],))
        if part in RELATIONS:
            return Quantity(start, end, "relation", RELATIONS[part][0], RELATIONS[part])
    return None


def places(value: Fraction) -> int | None:
    """Decimal places that the value needs, or None when no number of places is enough."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def plain(value: Fraction) -> str:
    """The value as a plain number: `72`, `2.5`, or `1/3` where no decimal is exact."""
    if value.denominator == 1:
        return str(value.numerator)
    needed = places(value)
    if needed is None:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value.numerator) * 10**needed // value.denominator
    text = f"{scaled:0{needed + 1}d}"
    return f"{'-' if value < 0 else ''}{text[:-needed]}.{text[-needed:]}"


def spoken(value: Fraction, *, money: bool = False) -> str:
    """The value as prose shows it: `1,250`, and `2.50` where it is money."""
    if value.denominator == 1:
        return f"{value.numerator:,}" if abs(value) >= 10000 else str(value.numerator)
    return plain(value) + "0" if money and places(value) == 1 else plain(value)
