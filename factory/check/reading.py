r"""Read an answer into what it is: a number, words, a group of answers, a relation, an expression.

Promise: exact values only; what is not understood stays an `Expression` or `Words`, never a guess.
Policies (each has a test):
- money, units and words after a number are kept beside it as its unit, never converted;
- `25%` is the number 25 with the unit `%`; whether it is 25 or 1/4 is for `answers` to doubt;
- commas in `1,234` are thousands, outside of brackets; in `(1,234)` they separate;
- `4210_7` is the digits 4210 with the unit `base 7`, and is not converted;
- `4 1/2` and `4\frac12` are mixed numbers; a decimal comma is not read;
- `(a, b)` is a pair or an open interval, the two look the same; `a, b` is a list without order.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from factory.check import exact
from factory.check.dress import tidy
from factory.check.expression import parse
from factory.check.scan import bracketed, split_relation, split_top
from factory.check.tree import Unreadable, limits
from factory.check.units import NUMBER_WORDS, SCALES, split_unit


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number with the unit it was written with; `decimals` counts decimals written."""

    value: Fraction
    unit: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, or a multiple choice letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Answers together: `list set () [] (] [) union ratio cases` or `matrix 2x3`."""

    kind: str
    items: tuple["Answer", ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """`left op right`, op one of `= < <= > >= !=`; `value` where left only names what right is."""

    op: str
    left: str
    right: str
    value: "Answer | None" = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Mathematics that needs symbolic work, as tidy text."""

    text: str
    unit: str = ""


Answer: TypeAlias = Number | Words | Group | Relation | Expression

_PLAIN = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3}){1,99}|\d{1,300})(?:\.(\d{1,300}))?", re.A)
_SPACED = re.compile(r"[-+]?\d{1,3}(?: \d{3}){1,9}", re.A)
_SCIENTIFIC = re.compile(r"([-+]?\d{1,50}(?:\.\d{1,50})?)[eE]([-+]?\d{1,3})", re.A)
_BASE = re.compile(r"(\d{1,100})_\{?(\d{1,2})\}?", re.A)
_CHOICE = re.compile(r"(?:option|choice)?\s?\(?([A-Za-z])(?:\)|\.|\))?", re.I)
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_NAMING = re.compile(
    r"\s*(?:\\?[a-zA-Z]{1,8}(?:_\{?\w{1,8}\}?)?'?(?:\s?\(\s?-?\w{1,8}\s?\))?|\|\s?\w{1,8}\s?\||"
    r"\(\s?\w{1,4}(?:\s?,\s?\w{1,4}){1,9}\s?\)|[A-Za-z](?:_\{?\w{1,4}\}?)?(?:\s?:\s?[A-Za-z](?:_\{?\w{1,4}\}?)?){1,5})\s*"
)
_COMMA_OF_LIST = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))", re.A)
_VARIABLE = re.compile(r"\\?[a-zA-Z]{1,8}(?:_\{?\w{1,8}\}?)?")
_FUNCTION_NAMES = ("log", "ln", "sin", "cos", "tan", "pi", "exp", "sqrt")


@lru_cache(maxsize=8192)
def read(text: str) -> Answer:
    """What this answer is. The text must not be longer than `dress.LONGEST`."""
    return read_tidy(tidy(text))


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
    number = _number(text)
    if number is not None:
        return number
    words = _words(text)
    if words is not None:
        return words
    group = _group(text, depth)
    if group is not None:
        return group
    relation = _relation(text, depth)
    if relation is not None:
        return relation
    return _expression(text)


def _number(text: str) -> Number | None:
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    plain = plain_number(text)
    if plain is not None:
        return Number(Fraction(plain), decimals=_decimals(text))
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific:
        return Number(Fraction(scientific[1]) * Fraction(10) ** int(scientific[2]))
    based = _BASE.fullmatch(text)
    if based:
        return Number(Fraction(int(based[1])), f"base {based[2]}")
    head, unit = split_unit(text)
    if not unit:
        return None
    head = head.strip()
    value = plain_number(head)
    scale = 1
    if unit in SCALES:
        scale, unit = SCALES[unit], ""
    if value is None:
        inner = _expression(head)
        if isinstance(inner, Expression):
            return None
        value = inner.value
    return Number(Fraction(value) * scale, unit, _decimals(head))


def _decimals(text: str) -> int:
    return len(text) - text.index(".") - 1 if "." in text else 0


def _words(text: str) -> Words | Number | None:
    bare = text.replace('"', "").strip()
    choice = _CHOICE.fullmatch(bare)
    if choice and (len(bare) > 1 or choice[1].isupper()):
        return Words(choice[1])
    if bare.lower() in NUMBER_WORDS:
        return Number(Fraction(NUMBER_WORDS[bare.lower()]))
    letters = re.sub(r"[\s,.!?'-]", "", bare)
    longest = max((len(word) for word in bare.split()), default=0)
    known = (*_FUNCTION_NAMES, "infty", "infinity")
    if letters.isalpha() and letters.isascii() and letters.lower() not in known:
        if " and " in bare or " or " in bare or ("," in bare and longest < 3):
            return None
        if longest > 3 or '"' in text or bare.lower() in ("yes", "no", "odd"):
            return Words(" ".join(bare.split()))
    return None


def _group(text: str, depth: int) -> Group | Answer | None:
    environment = re.match(r"\\begin\{([a-z]{1,12}\*?)\}", text)
    if environment and text.endswith(rf"\end{{{environment[1]}}}"):
        return _environment(text, environment[1], depth)
    parts = split_top(text, (r"\cup",))
    if len(parts) > 1:
        return Group("union", tuple(read_tidy(part, depth + 1) for part in parts))
    parts = split_top(text, (",", ";", " and ", " or ", "or("))
    if len(parts) > 1 and not _only_thousands(text):
        items = tuple(item for part in parts if part.strip() for item in _item(part, depth))
        return Group("list", items)
    bracket = bracketed(text)
    if bracket:
        return _bracket(*bracket, depth=depth)
    if text.count(r"\pm") == 1 and not split_relation(text):
        both = (text.replace(r"\pm", "+", 1), text.replace(r"\pm", "-", 1))
        return Group("list", tuple(read_tidy(part, depth + 1) for part in both))
    parts = split_top(text, (":",))
    if len(parts) > 1 and not split_relation(text):
        return Group("ratio", tuple(read_tidy(part, depth + 1) for part in parts))
    return None


def _only_thousands(text: str) -> bool:
    """Whether the commas of `1,234 + 5` all part thousands, so that the text is no list."""
    listed = ";" in text or " and " in text or " or" in text or _COMMA_OF_LIST.search(text)
    return not listed and bool(re.search(r"[-+*/^]", text[1:]))


def _item(part: str, depth: int) -> tuple[Answer, ...]:
    r"""One place of a list; `1 \pm 2` fills two, and `a = 4` is the 4."""
    item = read_tidy(part, depth + 1)
    if isinstance(item, Relation) and item.value is not None:
        item = item.value
    if isinstance(item, Group) and item.kind == "list":
        return item.items
    return (item,)


def _bracket(opening: str, inside: str, closing: str, depth: int) -> Answer | None:
    parts = split_top(inside, (",", ";"))
    if opening == "{":
        items = tuple(item for part in parts if part.strip() for item in _item(part, depth))
        return (
            Group("set", items)
            if len(items) != 1 or len(parts) > 1
            else read_tidy(inside, depth + 1)
        )
    if len(parts) == 1:
        return read_tidy(inside, depth + 1) if opening + closing in ("()", "[]") else None
    return Group(opening + closing, tuple(read_tidy(part, depth + 1) for part in parts))


def _environment(text: str, name: str, depth: int) -> Answer:
    inside = text[len(name) + 8 : -(len(name) + 6)]
    inside = re.sub(r"^\{[lcr|]{1,20}\}", "", inside) if name == "array" else inside
    rows = [row for row in split_top(inside, (r"\\",)) if row.strip()]
    if name in ("cases", "aligned", "align", "align*"):
        lines = tuple(read_tidy(row.replace("&", ""), depth + 1) for row in rows)
        return Group("cases", lines)
    cells = [split_top(row, ("&",)) for row in rows]
    if len({len(row) for row in cells}) != 1:
        return Expression(text)
    items = tuple(read_tidy(cell, depth + 1) for row in cells for cell in row)
    return Group(f"matrix {len(cells)}x{len(cells[0])}", items)


def _relation(text: str, depth: int) -> Answer | None:
    sides = split_relation(text)
    if sides is None:
        parts = split_top(text, (r"\in",))
        return read_tidy(parts[1], depth + 1) if len(parts) == 2 else None
    names, ops = sides[::2], sides[1::2]
    if "~" in ops:  # `x = 1/3 \approx 0.33`: what stands before is what was meant
        cut = ops.index("~")
        if cut == 0 and _NAMING.fullmatch(names[0]) and len(ops) == 1:
            return read_tidy(names[1], depth + 1)
        return read_tidy("=".join(names[: cut + 1]), depth + 1) if set(ops[:cut]) <= {"="} else None
    if len(ops) == 2 and not _VARIABLE.fullmatch(names[1].strip()) and set(ops) != {"="}:
        return Expression(text)
    if len(ops) == 2 and {*ops} <= {"<", "<="}:
        return _interval(names[0], ops[0], names[2], ops[1], depth)
    if len(ops) == 2 and {*ops} <= {">", ">="}:
        return _interval(names[2], _FLIPPED[ops[1]], names[0], _FLIPPED[ops[0]], depth)
    if len(ops) > 1 and set(ops) != {"="}:
        return None
    left, op, right = names[0], ops[0], names[-1]
    if op == "=":
        if _is_name(left):
            return Relation("=", left.strip(), right.strip(), read_tidy(right, depth + 1))
        if len(ops) > 1 or not re.search("[A-Za-z]", left + right):
            return read_tidy(right, depth + 1)
        return Relation("=", left.strip(), right.strip())
    if op != "!=" and _is_name(right) and not _is_name(left):
        left, op, right = right, _FLIPPED[op], left
    return Relation(op, left.strip(), right.strip(), _ray(left, op, right, depth))


def _ray(name: str, op: str, bound: str, depth: int) -> Group | None:
    """The interval that `x > 5` is, where the bound has no variable."""
    if op == "!=" or not _is_name(name) or re.search("[a-z]", re.sub(r"\\[a-z]+", "", bound)):
        return None
    if op in (">", ">="):
        return _interval(bound, "<=" if op == ">=" else "<", r"\infty", "<", depth)
    return _interval(r"-\infty", "<", bound, op, depth)


def _interval(low: str, low_op: str, high: str, high_op: str, depth: int) -> Group:
    kind = ("[" if low_op == "<=" else "(") + ("]" if high_op == "<=" else ")")
    return Group(kind, (read_tidy(low, depth + 1), read_tidy(high, depth + 1)))


def _is_name(text: str) -> bool:
    word = text.strip().strip("\\")
    return bool(_NAMING.fullmatch(text)) and word not in _FUNCTION_NAMES


def _expression(text: str) -> Number | Expression:
    text = text.replace("¤", "").strip()
    try:
        return Number(exact.value(parse(text)), decimals=_decimals(text) if "/" not in text else 0)
    except (exact.NotRational, Unreadable):
        return Expression(text)
