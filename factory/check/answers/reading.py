r"""Read an answer into what it is: a number, words, a group of answers, a relation, an expression.

Promise: exact values only; what is not understood stays an `Expression` or `Words`, never a guess.
How it reads, whatever the policy (each has a test):
- money, units and words after a number are kept beside it as its unit;
- `25%` is the number 25 with the unit `%`, `4210_7` the digits 4210 with the unit `base 7`;
- commas in `1,234` are thousands, outside of brackets; in `(1,234)` they separate; those in
  `1,00,000` are the ones of India, in `12,34,567` they may be;
- `4 1/2` and `4\frac12` are mixed numbers;
- `(a, b)` is a pair or an open interval, the two look the same; `a, b` is a list without order,
  and so is `{a, b}` with braces that LaTeX does not show.
"""

import re
from fractions import Fraction
from functools import lru_cache

from factory.check.algebra import exact
from factory.check.algebra.expression import parse
from factory.check.algebra.tree import Unreadable, limits
from factory.check.answers import measures, words
from factory.check.answers.dress import tidy
from factory.check.answers.kinds import (
    Answer,
    Choice,
    Clock,
    Expression,
    Group,
    Number,
    Relation,
    Words,
)
from factory.check.answers.structure import family, group, relation
from factory.check.answers.units import NUMBER_WORDS, SCALES, split_unit

__all__ = [
    "Answer", "Choice", "Clock", "Expression", "Group", "Number", "Relation", "Words",
    "plain_number", "read",
]  # fmt: skip

_PLAIN = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3}){1,99}|\d{1,300})(?:\.(\d{1,300}))?", re.A)
_SPACED = re.compile(r"[-+]?\d{1,3}(?: \d{3}){1,9}(?:\.\d{1,50})?", re.A)
_SCIENTIFIC = re.compile(r"([-+]?\d{1,50}(?:\.\d{1,50})?)[eE]([-+]?\d{1,3})", re.A)
_BASE = re.compile(r"(\d{1,100}(?:\.\d{1,50})?)_\s?\{?\s?\(?(\d{1,2})\)?\s?\}?", re.A)
_LEADING = re.compile(r"(?:=|\\approx)(?![=<>])\s{0,4}")
_BASE_WORDS = re.compile(r'(\d{1,100})\s"?\(?(?:in )?base (\d{1,2})\)?"?', re.A)
_REPEATED = re.compile(r"(-?\d{1,20}\.\d{0,20}?)(\d{1,8}?)\2{1,12}\s?\\ldots", re.A)
_CHOICE = re.compile(r"(?:option|choice|answer)?\s?\(?([A-Za-z])(?:\)|\.|\))?", re.I)
_CHOSEN = re.compile(
    r'"?(?:(?:option|choice)\s)?(?:\(([A-J])\)|([A-J])(?:[.:)](?=[\s"])))\s?"?\s?(?=[^\s"])(.{1,500})',
    re.S,
)
_CLOCK = re.compile(
    r"(\d{1,2})(?::(\d{2}))?(?::00)?\s?(?:(a|p)\.?\s?m\.?|(?:o'clock))?", re.I | re.A
)
_MIXED_UNITS = re.compile(
    r"(\d{1,12}(?:\.\d{1,9})?) ?([a-z]{1,12})\.?,? (?:and )?"
    r"(\d{1,12}(?:\.\d{1,9})?) ?([a-z]{1,12})\.?",
    re.A,
)
_TIMELY = re.compile(r"m\.?\"?\Z", re.I)
_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3}){1,9}|\d{1,20}),(\d{1,20})(?!\d)", re.A)
_LAKHS = re.compile(r"(?<![\d,.])\d{1,2}(?:,\d{2}){1,9},\d{3}(?![\d,])", re.A)
_COMMAND = re.compile(r"\\[a-z]+")
_FUNCTION_NAMES = ("log", "ln", "sin", "cos", "tan", "pi", "exp", "sqrt")
_REALS = (r"\Reals", "all real numbers")
_JOINING = frozenset(("and", "or", "of", "to", "than", "more", "less", "plus", "minus", "times"))


@lru_cache(maxsize=8192)
def read(text: str, decimal_comma: bool = False) -> Answer:
    """What this answer is. The text must not be longer than `dress.LONGEST`."""
    text = tidy(text)
    if decimal_comma and text.count(",") == 1 and not re.search(r"[()\[\]{}]", text):
        text = _COMMA.sub(lambda number: number[1].replace(".", "") + "." + number[2], text)
    leading = _LEADING.match(text)
    text = text[leading.end() :] if leading and text[leading.end() :] else text
    if "," not in text or not _LAKHS.search(text) or re.search(r"[()\[\]{}]", text):
        return read_tidy(text)
    # No item of a list is written `00`; without one, `12,34,567` may be either.
    joined = _LAKHS.sub(lambda number: number[0].replace(",", ""), text)
    if any(",0" in number[0] for number in _LAKHS.finditer(text)):
        return read_tidy(joined)
    answer = read_tidy(text)
    if isinstance(answer, Group) and answer.kind == "list":
        return Group("list", answer.items, read_tidy(joined))
    return answer


def plain_number(text: str) -> Fraction | int | None:
    """The value of text that is nothing but an integer or a decimal; the fast path."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    whole = int(match[2].replace(",", ""))
    if match[3]:
        return Fraction(int(match[1] + str(whole) + match[3]), 10 ** len(match[3]))
    return -whole if match[1] == "-" else whole


def read_tidy(text: str, depth: int = 0) -> Answer:
    """Read text that is free of dressing."""
    text = text.strip()
    if depth > 8 or limits(text):
        return Expression(text)
    depends = family(read_tidy, text, depth)
    if depends:
        return depends
    first = (_clock(text) or _number(text)) if _TIMELY.search(text) else _number(text)
    return (
        first
        or _clock(text)
        or _choice(text, depth)
        or _words(text)
        or group(read_tidy, text, depth)
        or relation(read_tidy, text, depth)
        or _expression(text)
    )


def _number(text: str) -> Number | Expression | None:
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    plain = plain_number(text)
    if plain is not None:
        return _written(Fraction(plain), text)
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        return Number(Fraction(scientific[1]) * Fraction(10) ** int(scientific[2]))
    based = _BASE.fullmatch(text) or _BASE_WORDS.fullmatch(text)
    if based:
        return Number(Fraction(based[1]), f"base {based[2]}")
    repeated = _REPEATED.fullmatch(text)
    if repeated:
        return _repeating(text, repeated)
    mixed = _MIXED_UNITS.fullmatch(" ".join(text.replace('"', " ").split()))
    if mixed:
        found = measures.together(*mixed.groups())
        if found is not None:
            return found
    place = words.ordinal(text) if text[:1].isdigit() else None
    if place is not None:
        return Number(Fraction(place), "th")
    head, unit = split_unit(text)
    return _with_unit(head.strip(), unit) if unit else None


def _written(value: Fraction, text: str, unit: str = "") -> Number:
    if "." not in text:
        return Number(value, unit)
    digits = sum(map(str.isdigit, text.lstrip("-+0.").replace(".", "")))
    return Number(value, unit, len(text) - text.index(".") - 1, digits)


def _repeating(text: str, match: re.Match[str]) -> Number | None:
    """`0.333...` is 1/3; two digits alone, as in `2.33...`, say it too, `0.3...` does not."""
    written = text.partition("\\")[0].strip()
    fixed = len(match[1].partition(".")[2])
    block = len(match[2])
    period = Fraction(int(match[2]), (10**block - 1) * 10**fixed)
    start = Fraction(match[1] if match[1][-1] != "." else match[1] + "0")
    if block * 2 > len(written.partition(".")[2]):
        return None
    return Number(start - period if match[1][0] == "-" else start + period)


def _with_unit(head: str, unit: str) -> Number | Expression | None:
    if words.is_date(f"{head} {unit}"):
        return None
    scale = 1
    if unit in SCALES:
        scale, unit = SCALES[unit], ""
    if _SPACED.fullmatch(head):
        head = head.replace(" ", "")
    value = plain_number(head)
    if value is None:
        inner = _expression(head)
        if isinstance(inner, Expression):
            if unit in ("%", "°", "¢", "") or re.search("[a-z]{4}", _COMMAND.sub("", head)):
                return None
            try:
                parse(head)
            except Unreadable:
                return None
            return Expression(head, unit)
        value = inner.value
    if scale != 1:
        return Number(Fraction(value) * scale, unit)
    return _written(Fraction(value), head if "/" not in head else "", unit)


def _clock(text: str) -> Clock | None:
    bare = " ".join(text.replace('"', " ").split())
    if bare.lower() in ("noon", "midnight"):
        return Clock(12 * 60 if bare.lower() == "noon" else 0, "pm" if bare[0] in "nN" else "am")
    match = _CLOCK.fullmatch(bare) if bare[:1].isdigit() else None
    if match is None or not (match[2] or match[3] or "clock" in bare):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = f"{match[3].lower()}m" if match[3] else ""
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif hour > 12 or hour == 0:
        half = "pm" if 12 < hour < 24 else "am"  # the 24 hours of a day leave no doubt
    return Clock(hour % 24 * 60 + minute, half)


def _choice(text: str, depth: int) -> Choice | None:
    match = _CHOSEN.fullmatch(text)
    if match is None:
        return None
    body = match[3].strip().strip('"').strip()
    if not body or body[0] in "-+*/^=<>,;)|_!" or body.split()[0] in ("and", "or"):
        return None
    if body.startswith((r"\cup", r"\in", r"\cdot", r"\times", r"\cap", r"\le", r"\ge")):
        return None
    return Choice(match[1] or match[2], read_tidy(body, depth + 1))


def _words(text: str) -> Words | Number | Group | None:
    bare = text.replace('"', "").strip()
    if bare in (r"\emptyset", r"\varnothing", "∅", r"\{\}", r"\{ \}"):
        return Words("no solution")
    if bare in _REALS or words.phrase(bare) == "all real numbers":
        return Group("()", (Expression(r"-\infty"), Expression(r"\infty")))
    choice = _CHOICE.fullmatch(bare)
    if choice and (len(bare) > 1 or choice[1].isupper()):
        return Words(choice[1])
    if words.is_phrase(bare):
        return Words(words.phrase(bare), words.says_how_many(bare))
    letters = re.sub(r"[\s,.!?'-]", "", bare)
    if not (letters.isalpha() and letters.isascii()):
        return None
    counted = _counted(bare)
    if counted is not None:
        return counted
    longest = max((len(word) for word in bare.split()), default=0)
    known = (*_FUNCTION_NAMES, "infty", "infinity", "inf")
    if letters.lower() not in known:
        if " and " in bare or " or " in bare or ("," in bare and longest < 3):
            return None
        named = re.fullmatch(r"[A-Z][a-z]{2,}", bare)
        if longest > 3 or named or '"' in text or bare.lower() in ("yes", "no", "odd"):
            return Words(" ".join(bare.split()).strip(".!?, "))
    return None


def _counted(bare: str) -> Number | None:
    """`twelve`, `twenty-one apples`, `first`."""
    place = words.ordinal(bare)
    if place is not None:
        return Number(Fraction(place), "th")
    parts = bare.split()
    if not parts or len(parts) > 10:
        return None
    if parts[0].partition("-")[0].lower() not in (*NUMBER_WORDS, "half", "a", "an"):
        return None
    for cut in range(len(parts), max(0, len(parts) - 3), -1):
        unit = parts[cut:]
        value = words.number_in_words(" ".join(parts[:cut]))
        if value is not None and not (_JOINING & {*unit}) and all(len(word) > 2 for word in unit):
            return Number(value, split_unit("1 " + " ".join(unit))[1] if unit else "")
    return None


def _expression(text: str) -> Number | Expression:
    text = text.replace("¤", "").strip()
    try:
        value = exact.value(parse(text))
    except (exact.NotRational, Unreadable):
        return Expression(text)
    decimal = re.fullmatch(r"[-+\s]*\d*\.\d+", text)
    return _written(value, text) if decimal else Number(value)
