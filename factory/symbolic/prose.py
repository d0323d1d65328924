"""Turn the prose of an annotated rationale into sentences with slots for its numbers.

A sentence is kept only where every number in it maps to one value of the graph, so that it can be
written with other numbers; otherwise the step keeps no sentence and is told in other words. A
number that says how two units convert (`1 liter is 1000 milliliters`) is no value of the story,
whatever it is equal to.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from factory.check.steps.step_units import ratios
from factory.symbolic.arithmetic import operands
from factory.symbolic.graph import Graph, Sentence, Slot, Step
from factory.symbolic.numerals import WORDS

_NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\.\d+|\d+)(?!\w)")
_ARITHMETIC = re.compile(r"[\d$(.][\d\s.,$%()+\-*/x×÷·]*(?==\s*\$?\s*$)")
_NOUN = re.compile(r"\s?((?:[a-z]+ )?[a-z]+)", re.IGNORECASE)
_UNIT = re.compile(r"\s?-?([A-Za-z¢]+)")
_EACH = re.compile(
    r"(?:\b(?:an?|1|one|per|each|every|the|this)[\s-]|/\s?)([A-Za-z]+)(?: ([A-Za-z]+))?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?)\s([A-Za-z]+)")
_LOOSE_FACTORS: Mapping[tuple[str, str], tuple[int, ...]] = {
    ("day", "month"): (28, 29, 30, 31),
    ("day", "year"): (360, 365, 366),
    ("hour", "day"): (24,),
    ("week", "month"): (4,),
    ("week", "year"): (52,),
    ("month", "year"): (12,),
    ("minute", "day"): (1440,),
    ("year", "decade"): (10,),
    ("year", "century"): (100,),
    ("gram", "pound"): (453, 454),
    ("degree", "circle"): (360,),
    ("degree", "triangle"): (180,),
}
"""Factors beyond those of `step_units`, which names only what holds always."""
_NEAR = 50
MAX_LINE = 400


def sentences_of(graph: Graph, body: str, notes: list[re.Match[str]]) -> list[Step]:
    """The graph's steps, each with its sentence (or none) and the noun that follows its result."""
    told = []
    for at, note in enumerate(notes):
        start = body.rfind("\n", 0, note.start()) + 1
        end = body.find("\n", note.end())
        end = len(body) if end < 0 else end
        before, after = body[start : note.start()], body[note.end() : end]
        step = graph.steps[at]
        alone = "<<" not in before and "<<" not in after and end - start <= MAX_LINE
        result = _NUMBER.match(after)
        sentence = _sentence(graph, at, before, after) if alone and result else None
        noun = _noun(before, after[result.end() :]) if result else ""
        told.append(replace(step, sentence=sentence or (), noun=noun))
    return told


def _noun(before: str, after: str) -> str:
    if before.rstrip().endswith("$"):
        return "$"
    match = _NOUN.match(after)
    word = match[1].split()[0].lower() if match else ""
    return word if len(word) > 2 and word.isalpha() and word.endswith("s") else ""


def _sentence(graph: Graph, at: int, before: str, after: str) -> Sentence | None:
    parts: list[str | Slot] = []
    arithmetic = _ARITHMETIC.search(before)
    if (
        arithmetic is not None
        and any(op in arithmetic[0] for op in "+-*/x×÷·")
        and not before[: arithmetic.start()].rstrip().endswith(tuple("+-*/x×÷·"))
    ):
        head = _slots(graph, at, before[: arithmetic.start()])
        if head is None:
            return None
        space = " " if arithmetic[0].endswith(" ") else ""
        parts = [*head, Slot("expression"), space + before[arithmetic.end() :]]
    else:
        head = _slots(graph, at, before)
        if head is None:
            return None
        parts = head
    if any("=" in part for part in head if isinstance(part, str)) and arithmetic:
        return None
    money = before.rstrip().endswith("$")
    shown = _NUMBER.match(after)
    if shown is None or Fraction(shown[1].replace(",", "")) != graph.steps[at].value:
        return None
    tail = _slots(graph, at, after[shown.end() :])
    if tail is None:
        return None
    return _joined([*parts, Slot("result", money=money), *tail])


def _joined(parts: list[str | Slot]) -> Sentence:
    made: list[str | Slot] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        elif part != "":
            made.append(part)
    return tuple(made)


def _slots(graph: Graph, at: int, text: str) -> list[str | Slot] | None:
    """The text with a slot for each number, or None where a number maps to no or many values."""
    for word in re.findall(r"[A-Za-z]+", text.lower()):
        if word in WORDS and not _stated_in_words(graph, WORDS[word]):
            return None
    parts: list[str | Slot] = []
    done = 0
    for match in _NUMBER.finditer(text):
        if _converts(text, match):
            return None
        slot = _slot(graph, at, Fraction(match[1].replace(",", "")), text, match)
        if slot is None:
            return None
        parts += [text[done : match.start()], slot]
        done = match.end()
    return [*parts, text[done:]]


def _converts(text: str, number: re.Match[str]) -> bool:
    """Whether the number says how two units convert: `60 minutes in an hour`, `1 foot`.

    It is true of the units alone, whatever value of the graph it is equal to.
    """
    own = _UNIT.match(text, number.end())
    if own is None:
        return False
    value, unit = Fraction(number[1].replace(",", "")), own[1].lower()
    around = text[max(0, number.start() - _NEAR) : number.end() + _NEAR]
    others = {one.lower() for words in _EACH.findall(around) for one in words}
    if any(value in _factors(unit, other) for other in others):
        return True
    told = [(_value(one), name.lower()) for one, name in _COUNTED.findall(around)]
    return value == 1 and any(count in _factors(name, unit) for count, name in told)


def _value(number: str) -> Fraction:
    return Fraction(number.replace(",", ""))


def _factors(small: str, large: str) -> set[Fraction]:
    """How many of the one may be in one of the other."""
    known = {Fraction(n) for n in _LOOSE_FACTORS.get((small.rstrip("s"), large.rstrip("s")), ())}
    return known | {factor for factor in ratios([small, large]) if factor > 1}


def _stated_in_words(graph: Graph, value: Fraction) -> bool:
    """Whether the value stays as it is when the question's digits are changed."""
    in_digits = any(
        value in q.lends for q in graph.quantities if q.kind in ("int", "decimal", "percent")
    )
    return not in_digits and all(step.value != value for step in graph.steps)


def _slot(graph: Graph, at: int, value: Fraction, text: str, match: re.Match[str]) -> Slot | None:
    money = text[: match.start()].endswith("$")
    found: list[Slot] = []
    for index, quantity in enumerate(graph.quantities):
        if value in quantity.lends:
            scale = value / quantity.value if quantity.value else Fraction(1)
            found.append(Slot("question", index, scale, money))
    for index, step in enumerate(graph.steps[: at + 1]):
        what = "result" if index == at else "step"
        if step.value == value:
            found.append(Slot(what, -1 if index == at else index, money=money))
        elif step.value * 100 == value and text[match.end() :].lstrip().startswith("%"):
            found.append(Slot(what, -1 if index == at else index, Fraction(100), money))
    if len(found) > 1:
        here = {(o.source, o.index) for o in operands(graph.steps[at].expression)}
        near = [slot for slot in found if (slot.what, slot.index) in here]
        found = near if len(near) == 1 else found
    return found[0] if len(found) == 1 else None
