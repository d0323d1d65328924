"""Word salad: words that no sentence holds together.

Promises: ordinary English, mathematics and other languages pass (one text in 12,000 of two large
collections of problems does not). Does not promise to find salad that happens to be grammatical.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from factory.stages.quantities import tokens

_NEVER_BEFORE = {
    "the": "of in at from with into by to for on is are was were did does do has have had the a an "
    "his their and or but if he she they we i it how who",
    "a an": "of the an his their and or he she they how do did does are",
    "his their its my your our": "of from with by into the a an is are was were did does he she "
    "they and",
    "of from with at by into": "is are was were did does do has had he she they we and or",
    "from with at by into": "of",
    "to": "of is are was were did does he she they had has",
    "is was were": "did does",
    "did does": "of is was and",
    "has have had": "did does",
    "and or but": "of",
    "how": "of the a in and",
    "he she they": "of the a his their he she they many much",
}
_UNHEARD = frozenset(
    (first, second)
    for firsts, seconds in _NEVER_BEFORE.items()
    for first in firsts.split(" ")
    for second in seconds.split(" ")
) - {("how", "the"), ("a", "and"), ("by", "and"), ("from", "and"), ("an", "a")}
_BREAK = re.compile(r"[.?!:;,()\n]")
_SMALL_START = re.compile(r"[?!] [a-z]{2,}")
_MAY_DOUBLE = frozenset(("had", "that", "very", "is", "long", "far", "many", "bye", "ha", "and"))


def word_salad(text: str) -> list[str]:
    """What shows that a text is word salad; empty for a text that reads as sentences."""
    if not any(True for _ in _signs(tokens(text))):
        return []
    parts = (tokens(part) for part in _BREAK.split(text) if len(part) >= 8)
    found = list(dict.fromkeys(sign for words in parts for sign in _signs(words)))
    if found and len(found) + (_SMALL_START.search(text) is not None) >= 2:
        return found
    return []


def _signs(words: tuple[str, ...]) -> Iterator[str]:
    if not _UNHEARD.isdisjoint(pairwise(words)):
        yield from (" ".join(pair) for pair in pairwise(words) if pair in _UNHEARD)
    for size in range(1, 5):
        same = list(map(eq, words, words[size:]))
        if sum(same) < size:
            continue
        for at in range(len(same) - size + 1):
            run = words[at : at + size]
            if all(same[at : at + size]) and _is_prose(run):
                yield " ".join(run * 2)


def _is_prose(run: tuple[str, ...]) -> bool:
    return not _MAY_DOUBLE.issuperset(run) and all(len(one) > 1 and one.isalpha() for one in run)
