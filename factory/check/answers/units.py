"""Units and words that stand beside a number.

Promise: a unit is split off and named, never converted: `2 hours` and `120 minutes` are not
decided here. Letters that may be variables (`10m`, `6xyz`) are no units.
"""

import re

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {word: value for value, word in enumerate(_SMALL)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=3)
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SAME = {
    "¤": "$", "dollars": "$", "dollar": "$", "usd": "$", "bucks": "$", "percent": "%", "pct": "%",
    "percentage": "%", "per cent": "%", "degrees": "°", "degree": "°", "cents": "¢", "cent": "¢",
    "€": "euro", "euros": "euro", "£": "pound sterling", "₹": "rupees", "¥": "yen",
    "rs.": "rupees", "rs": "rupees", "rupee": "rupees",
}  # fmt: skip
_KNOWN = frozenset((
    "cm", "mm", "km", "dm", "kg", "mg", "ml", "ft", "in", "hr", "hrs", "min", "mins", "sec",
    "secs", "mph", "kmh", "lb", "lbs", "oz", "am", "pm", "yd", "mi", "pct", "usd", "sq",
    "cents", "cent", "weeks", "week", "days", "day", "years", "year", "hours", "hour", "miles",
    "mile", "dollars", "dollar",
))  # fmt: skip
# Words after which a number is not the whole answer, or which are mathematics themselves.
_NOT_UNITS = frozenset((
    "and", "or", "to", "not", "minus", "plus", "over", "if", "when", "where", "squared",
    "cubed", "dozen", "half", "pi", "sqrt", "infinity", "infty", "mod", "is", "are", "sin",
    "cos", "tan", "exp", "log", "ln", "times", "e", "i", "x", "y",
))  # fmt: skip
_SYMBOLS = frozenset(("m", "s", "g", "h", "l", "hour", "second", "minute", "person", "day"))
_POWERS = frozenset(("square", "cubic", "sq"))
_TAIL = re.compile(
    r"""(?P<space>\s*)(?P<unit>[%°¤€£¢]|"[^"]{1,80}"(?:\s?\^\s?\{?\d\}?)?"""
    r"""|[A-Za-z][A-Za-z'./" -]{0,80}(?:\^\s?\{?[23]\}?)?)\s*""",
)
_QUOTED = re.compile(r'\s{0,4}(?<!")"[^"]{1,80}"(?:\s?\^\s?\{?\s?\d\s?\}?)?\s{0,4}\Z')
_HEAD = re.compile(r"(?:US\s?|USD\s?)?([-+]?)\s?([¤€£₹¥]|Rs\.?\s)\s?(?=[-+\d.])", re.I)
_PERCENT_WORD = re.compile(r"\s*(?:%|percent|pct)\s*", re.I)


def split_unit(text: str) -> tuple[str, str]:
    """(text without its unit, the unit's name); the name is empty where there is none."""
    money = _HEAD.match(text)
    if money and not _HEAD.match(text, money.end()):  # a second sign is nobody's money
        rest, after = split_unit(text[money.end() :])
        sign = money[2].strip().lower()
        named = _SAME.get(sign, sign)
        return money[1] + rest, f"{named} {after}" if after and after != named else named
    quoted = _QUOTED.search(text)
    if quoted and text[: quoted.start()].strip():
        unit = re.sub(r'["{}]|\s(?=\^)', "", quoted[0]).strip().lower()
        if unit:
            return text[: quoted.start()].rstrip(), _SAME.get(unit, unit)
    last = max(text.rfind(char) for char in "0123456789)}")
    if text.endswith("}") or (last > 1 and text[last - 1] == "^") or text[last - 2 : last] == "^{":
        # The digits of `cm^2` or `cm^{2}` belong to the unit.
        power = re.search(r"\^\s?\{?[23]\}?$", text)
        if power and power.end() == len(text):
            last = max(text.rfind(char, 0, power.start()) for char in "0123456789)}")
            if last < 0 or not text[last + 1 : power.start()].strip():
                return text, ""
    if last < 0:
        return text, ""
    match = _TAIL.fullmatch(text, last + 1)
    if match is None or not _is_unit(match["unit"], bool(match["space"])):
        return text, ""
    unit = re.sub(r'["{}]|\s(?=\^)', "", match["unit"]).strip().lower()
    return text[: last + 1], _SAME.get(unit, unit)


def alike(left: str, right: str) -> bool:
    """Whether two units may well be the same, as `eggs` and `duck eggs`, `day` and `days`."""
    if left == right:
        return True
    ours, theirs = _stems(left), _stems(right)
    return bool(ours & theirs) and not (ours ^ theirs) & _POWERS


def _stems(unit: str) -> set[str]:
    words = {word.rstrip("s") for word in unit.split()}
    return words - {"per", "of", "the", "a", "base"}


def _is_unit(unit: str, spaced: bool) -> bool:
    if unit[0] in '%°¤€£¢"':
        return True
    words = unit.lower().replace("^", " ").split()
    letters = [word for word in words if word[0].isalpha()]
    if not letters or len(words) > 8 or any(word.strip(".") in _NOT_UNITS for word in letters):
        return False
    first = letters[0].strip(".")
    parts = first.split("/")
    if spaced and len(parts) == 2 and all(part in _KNOWN or part in _SYMBOLS for part in parts):
        return True
    if first in _KNOWN or len(first) >= 5:
        return True
    return spaced and len(first) >= 3 and any(vowel in first for vowel in "aeiou")
