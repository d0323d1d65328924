"""What stands around a number in a sentence: what it counts, and where its clause goes on.

Promises to recognise what is listed and to say nothing of the rest; it does not parse English.
"""

import re
from typing import NamedTuple

from factory.symbolic.numerals import find_quantities
from factory.symbolic.words import KINDS


def word_set(text: str) -> frozenset[str]:
    """The words of a text that is written as a list of them."""
    return frozenset(text.split())


NO_NAMES = word_set(
    "There The This That These Those They She He It His Her Their Its In On At If So By To Of As "
    "An No My We I A How What When While Where After Before Each Every Then Now One Two Three Four "
    "Five All Some Both Half For From With Later Next Today Yesterday Tomorrow Once Since Another "
    "Given Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Out Over Last First Suppose But And "
    "Or During"
)
"""Words that begin with a capital letter and name nobody."""

_BOUNDARY = word_set(
    "on in at for to with from and each per during every after before into onto over by of but "
    "than as under around while then so a an apiece left today tomorrow yesterday daily weekly now "
    "away together home there here altogether worth again later"
)
_NOT_NOUNS = word_set(
    "is was as this has does his its others times less plus minus more fewer yes us thus always "
    "sometimes perhaps across towards besides dollars cents which "
    "who whose that show shows"
)
_WORD = re.compile(r"([a-z][a-z'-]*)([.,;]?)(?: |$)")


class Counted(NamedTuple):
    """`red apples` and where they end in the text that follows the number."""

    noun: str
    end: int


def counted(after: str) -> Counted | None:
    """The plural noun that follows a number, with the words before it, or None.

    `after` is the text from behind the number on. A noun is known, or is a word in `s` behind
    which a preposition, a comma or the end follows.
    """
    at = 1 if after.startswith(" ") else 0
    start, words = at, 0
    while words < 4:
        match = _WORD.match(after, at)
        if match is None or match[1] in _NOT_NOUNS or (match[1] in _BOUNDARY and not words):
            return None
        word, end = match[1], match.end(1)
        words += 1
        following = after[end:].lstrip(" ")
        next_word = re.match(r"[a-z'-]*", following)
        if word in KINDS or (_looks_plural(word) and _closes(match[2], following, next_word)):
            if not following.startswith("of ") or match[2]:
                return Counted(after[start:end], end)
            size = _mass(following)
            return Counted(after[start : end + 1 + size], end + 1 + size) if size else None
        if match[2]:
            return None
        at = match.end()
    return None


def _mass(following: str) -> int:
    """How much of the text is the `of tomato plants` with which it begins; 0 if that is open."""
    for words in (1, 2):
        match = re.match(rf"of (?!{_POINTING}\b)[a-z'-]+(?: [a-z'-]+){{{words - 1}}}", following)
        if match is None:
            return 0
        rest = following[match.end() :]
        next_word = re.match(r" ([A-Za-z'-]+)", rest)
        if not next_word or next_word[1] in _BOUNDARY:
            return match.end()
    return 0


_POINTING = "(?:the|them|these|those|his|her|their|its|each|all|what|which|it|this|that|us|me|you)"


def _looks_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "ous"))


def _closes(mark: str, following: str, next_word: re.Match[str] | None) -> bool:
    word = next_word[0] if next_word else ""
    return bool(mark) or not following or following[0] in ".,;?" or word in _BOUNDARY


_GOES_ON = re.compile(
    r",|;| (?:and|but|while|whereas|then|so(?! far)|which|who|that|if|because|since|when|until|plus"
    r"|including|with|whose|where)\b"
)


def rest_of_clause(after: str) -> str | None:
    """What follows in the same clause, without its full stop: ` on Friday` in ` on Friday and ...`.

    A price is left out (`for $5 each`); None where another number stands in it.
    """
    text = after.rstrip(" .?!")
    end = _GOES_ON.search(text)
    rest = text[: end.start()] if end else text
    if re.match(r" (?:for|at) \$", rest):
        return ""
    if re.match(r" (?:less|more|fewer|older|younger|longer|shorter|worth)\b", rest):
        return None
    if find_quantities(rest) or "$" in rest or "%" in rest or len(rest) > 60:
        return None
    return rest
