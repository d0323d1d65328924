"""Numbers, dates and set phrases written in words.

Promise: closed lists; what is not in them stays plain text.
"""

import re
from fractions import Fraction

from factory.check.answers.units import NUMBER_WORDS, SCALES

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_PARTS = {"half": 2, "third": 3, "quarter": 4} | {
    word: n for n, word in enumerate(_ORDINALS, start=1) if n > 3
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {name[:3]: name for name in (*_MONTHS, *_DAYS)} | {
    "tues": "tuesday", "thur": "thursday", "thurs": "thursday", "sept": "september",
}  # fmt: skip
_DATE = re.compile(
    r"(?P<m>[a-z]{3,9})\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s?,?\s(?P<y>\d{4}))?|"
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>[a-z]{3,9})\.?(?:\s?,?\s(?P<y2>\d{4}))?"
)
_NOTHING = frozenset((
    "no solution", "no solutions", "no real solution", "no real solutions", "empty set",
    "the empty set", "none", "no answer", "there are no solutions", "there is no solution",
    "no integer solutions", "no such number", "no real roots", "no roots", "empty",
    "no solution exists", "no solutions exist", "there are no real solutions",
))  # fmt: skip
_HOW_MANY = frozenset((
    "none", "no solutions", "no real solutions", "there are no solutions", "no integer solutions",
    "no real roots", "no roots", "no solutions exist", "there are no real solutions",
))  # fmt: skip
_REALS = frozenset((
    "all real numbers", "all reals", "the real numbers", "real numbers", "the reals", "reals",
    "any real number", "all real", "the set of all real numbers", "set of all real numbers",
))  # fmt: skip
_NOT_THERE = frozenset(("does not exist", "dne", "doesn't exist"))
_ALL = frozenset(("all integers", "the integers", "integers"))


def number_in_words(text: str) -> Fraction | None:
    """The value of `twenty-one`, `two hundred and five`, `three quarters`, `one half`."""
    words = text.lower().replace("-", " ").split()
    if not words or len(words) > 12:
        return None
    if words[0] in ("a", "an") and len(words) > 1:
        words[0] = "one"
    part = _PARTS.get(words[-1].removesuffix("s") if words[-1] != "halves" else "half")
    if part is not None and len(words) > 1 and words[-2] != "and":
        top = _whole([word for word in words[:-1] if word != "and"])
        mixed = "and" in words and _mixed(words, part)
        return mixed or (Fraction(top, part) if top is not None and "and" not in words else None)
    if words == ["half"]:
        return Fraction(1, 2)
    value = _whole([word for word in words if word != "and"])
    return None if value is None else Fraction(value)


def _mixed(words: list[str], part: int) -> Fraction | None:
    """`two and a half`."""
    cut = words.index("and")
    whole = _whole(words[:cut])
    tail = ["one" if word in ("a", "an") else word for word in words[cut + 1 : -1]]
    top = _whole(tail)
    return None if whole is None or top is None else whole + Fraction(top, part)


def _whole(words: list[str]) -> int | None:
    total = current = 0
    last = 0  # the value of the word before, which bounds what may follow it
    if not words:
        return None
    for word in words:
        if word in NUMBER_WORDS:
            value = NUMBER_WORDS[word]
            if last and not (last >= 20 and last % 10 == 0 and value < 10) and last < 100:
                return None
            current += value
            last = value
        elif word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
            last = scale
        else:
            return None
    return total + current


def ordinal(text: str) -> int | None:
    """1 for `first` and `1st`; `second` and `third` alone are ordinals too."""
    text = text.lower()
    written = re.fullmatch(r"(\d{1,9})\s?(?:st|nd|rd|th)", text)
    if written:
        return int(written[1])
    return _ORDINALS.index(text) + 1 if text in _ORDINALS else None


def phrase(text: str) -> str:
    """A text by its meaning: dates, days and set phrases have one way to be written."""
    plain = _plain(text)
    if plain in _NOTHING:
        return "no solution"
    if plain in _REALS:
        return "all real numbers"
    if plain in _NOT_THERE:
        return "does not exist"
    if plain in _ALL:
        return "all integers"
    if plain in _SHORT:
        return _SHORT[plain]
    date = _DATE.fullmatch(plain)
    if date:
        month = date["m"] or date["m2"]
        month = _SHORT.get(month, month)
        if month in _MONTHS:
            year = date["y"] or date["y2"]
            return f"{month} {int(date['d'] or date['d2'])}" + (f" {year}" if year else "")
    return text


def says_how_many(text: str) -> bool:
    """Whether the phrase may be a number, zero: `none` and `no solutions`, not `no solution`."""
    return _plain(text) in _HOW_MANY


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(".", " ").split()).strip(" !")


def is_date(text: str) -> bool:
    """Whether a phrase is a day of a month, with or without its year."""
    month, _, rest = phrase(text).partition(" ")
    return month in _MONTHS and rest.replace(" ", "").isdigit()


def is_phrase(text: str) -> bool:
    """Whether the text is one of the phrases or dates that are known."""
    plain = _plain(text)
    return phrase(text) != text or plain in (*_MONTHS, *_DAYS, "no solution", "all real numbers")
