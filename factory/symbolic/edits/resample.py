"""Resample: the same text and graph with other numbers, each between half and twice the old one.

A price, a speed or a time moves by a third at most.

Rejection sampling, as in GSM-Symbolic (2410.05229): a draw stands where every step stays whole,
positive and of the size that the story bears, and where the text reads back as the same steps.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.edits.bearable import bears_of
from factory.symbolic.graph import Declined, Graph, Step
from factory.symbolic.numerals import Quantity, places
from factory.symbolic.smaller import grain_of, is_free, redrawn

DRAWS = 120
ALL_AT_ONCE = 30
"""Draws that change every free number, before fewer are changed."""

_FARTHEST = Fraction(5, 2)
"""How many times as large as before a result may be, and how many times as small."""
_OF_A_DAY = re.compile(
    r"\s?hours?\b[^.?!]{0,40}\b(?:a|per|each|every) (?:day|night)", re.IGNORECASE
)
_STEADY = re.compile(
    r"\s(?:(?:kilometers|miles|meters|feet) (?:per|an|a|each|every) (?:hour|minute|second|day)"
    r"|(?:minutes|hours)\b|(?:centimeters|inches|feet|meters) (?:tall|high|long|wide)"
    r"|(?:miles|kilometers)\b)"
)
"""What follows a number that the story bears only near its size, as a speed or a time."""
_SPOILED = re.compile(r"\b(?:damaged|broken|spoiled|rotten|defective|faulty|cracked)\b")
"""What happens to a small share at most."""
_RATES = re.compile(r"\b(?:tax|tip|interest|discount)\b")
_DAYS = re.compile(r"\s(?:[a-z]+ )?days?\b")
"""Days of a week: there are no more than seven."""
_POINTS = re.compile(r"(?:[\d ,]|and|, )*\s(?:points|marks|percent)\b")
_PERIOD = re.compile(
    r"\s(?:days? (?:a|per|each|every|of the|out of) (?:\w+ )?week|months? (?:a|per|of the) year"
    r"|weeks? (?:a|per|of the) (?:month|year)|days? (?:a|per|of the) (?:month|year)"
    r"|(?:feet|foot|inches) tall|degrees?|hours? of sleep|th\b|st\b|nd\b|rd\b)"
)


def resample(graph: Graph, rng: Random) -> Child:
    """The problem with other numbers.

    Raises:
        Declined: when no draw keeps every step whole, positive and unambiguous, or it cannot be
            seen what the story asks of its numbers.
    """
    free = [at for at in sorted(graph.used()) if _is_free(graph, graph.quantities[at])]
    if not free:
        raise Declined("no_number", "no number may be changed")
    bears = bears_of(graph)

    def draws() -> Iterator[dict[int, Fraction]]:
        for draw in range(DRAWS):
            size = len(free) if draw < ALL_AT_ONCE else rng.randint(1, len(free))
            drawn = {at: _other(graph, graph.quantities[at], rng) for at in rng.sample(free, size)}
            if bears(drawn):
                yield drawn

    return redrawn(graph, draws(), lambda _, steps: _plausible(graph, steps), "other numbers")


def _is_free(graph: Graph, quantity: Quantity) -> bool:
    after = graph.question[quantity.end :]
    if quantity.value <= 7 and _DAYS.match(after):
        return False
    if quantity.kind == "percent":
        return 5 <= quantity.value <= 95 and quantity.value % 5 == 0
    return is_free(graph, quantity) and not _PERIOD.match(after)


def _other(graph: Graph, quantity: Quantity, rng: Random) -> Fraction:
    """A number between half of it and its double, as round as it is."""
    value = quantity.value
    grain = Fraction(5) if quantity.kind == "percent" else grain_of(quantity)
    text = graph.question
    steady = (
        _STEADY.match(text[quantity.end :])
        or text[: quantity.start].endswith("$")
        or (quantity.kind == "percent" and _RATES.search(text))
    )
    least, most = (Fraction(3, 4), Fraction(4, 3)) if steady else (Fraction(1, 2), Fraction(2))
    low, high = ceil(value * least / grain), floor(value * most / grain)
    if quantity.kind == "percent":
        high = min(high, 95 // 5)
        if _SPOILED.search(text) and value <= 25:
            high = min(high, 25 // 5)
    if quantity.kind == "int":
        low = max(low, ceil(2 / grain))
    after = text[quantity.end :]
    if _OF_A_DAY.match(after):
        high = min(high, 12)
    if _POINTS.match(after) and value <= 100:
        high = min(high, floor(100 / grain))
    drawn = rng.randint(low, high) * grain if low < high else value
    if quantity.kind == "decimal" and drawn.denominator == 1:
        return value
    return drawn


def _plausible(graph: Graph, new: list[Step]) -> bool:
    """Whether whole stays whole, decimals stay short, signs stay, and nothing becomes one.

    A result stays near its size too; a break stays shorter than the work.
    """
    most = Fraction(3, 2) if re.search(r"\b(?:breaks?|rests?)\b", graph.question) else _FARTHEST
    for was, now in zip(graph.steps, new, strict=True):
        needed, allowed = places(now.value), places(was.value)
        if needed is None or needed > (allowed or 0) or (now.value <= 0 < was.value):
            return False
        if now.value == 1 and was.value != 1:
            return False
        if was.value and not 1 / _FARTHEST <= now.value / was.value <= most:
            return False
        if (was.value < 1) != (now.value < 1):
            return False
    return any(now.value != was.value for was, now in zip(graph.steps, new, strict=True))
