"""What a child that should say the same keeps of its parent: its numbers, and not its wording.

Promises: a number is found again as a digit, a word, cents, a percentage or dozens; a text in which
one word is another one, or words of courtesy are added, counts as not reworded. Does not promise
that two texts with equal numbers mean the same: their answers show that.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from factory.stages.quantities import NUMBER_WORDS, tokens
from factory.stages.wording import word_set

_FILLERS = word_set("now also then so please consider this that")
_FEW_PAIRS = 4
"""Pairs of neighbouring words that differ where a single word is another one."""
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?(?:/[1-9]\d{0,8})?", re.ASCII)
_UNITS = (1, 12, 100)
"""A dozen, and cents or percent: the same quantity in other units."""


def hardly_reworded(words: Iterable[str], parents: Iterable[str]) -> bool:
    """Is the wording the parent's, but for a word or for words that say nothing?"""
    return len(_pairs(words) ^ _pairs(parents)) <= _FEW_PAIRS


def _pairs(words: Iterable[str]) -> set[tuple[str, str]]:
    return set(pairwise(word for word in words if word not in _FILLERS))


def numbers_missing(text: str, other: str) -> list[str]:
    """The numbers that stand in digits in the text, and in no form in the other one; never 1."""
    said = tokens(other)
    known = {Fraction(one) for one in said if _PLAIN.fullmatch(one)}
    known |= {Fraction(NUMBER_WORDS[one]) for one in said if one in NUMBER_WORDS}
    wanted = sorted({token for token in tokens(text) if _PLAIN.fullmatch(token)} - {"1"})
    return [one for one in wanted if known.isdisjoint(_equals(Fraction(one)))]


def _equals(value: Fraction) -> Iterable[Fraction]:
    for unit in _UNITS:
        yield value * unit
        yield value / unit
