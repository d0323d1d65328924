r"""The commands and functions of an expression: fractions, roots, logarithms, sums, floors.

Promise: each reads exactly its own arguments from the reader that it is given, and raises
`Unreadable` where they are not there.
"""

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from factory.check.algebra import tree
from factory.check.algebra.tree import Name, Node, Num, Unreadable
from factory.check.answers.dress import closing_brace

if TYPE_CHECKING:
    from factory.check.algebra.expression import Reader

DIGITS = "0123456789"
ALIASES = {
    "asin": "arcsin", "acos": "arccos", "atan": "arctan", "infinity": "oo", "infty": "oo",
    "inf": "oo", "dbinom": "binom", "tbinom": "binom", "tg": "tan", "ctg": "cot",
}  # fmt: skip
_INVERSE = {"sin": "arcsin", "cos": "arccos", "tan": "arctan"}
LISTED = ("max", "min", "gcd", "lcm")
_COMMANDS = (
    "frac",
    "binom",
    "pi",
    "oo",
    "sum",
    "prod",
    "lfloor",
    "lceil",
    "overline",
    *LISTED,
)
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_WORD = re.compile(r"[A-Za-z]+")
_SINGLE = re.compile(r"[A-Za-z0-9]")
_LETTER = re.compile(r"\\?[A-Za-z]+")


def is_atom(command: str) -> bool:
    """Whether a command begins a factor."""
    name = ALIASES.get(command, command)
    return name in _COMMANDS or name in tree.FUNCTIONS or name in tree.GREEK


def command(reader: "Reader", name: str) -> Node:
    """The tree of a command whose name has just been read."""
    match name:
        case "frac":
            return reader.op("/", reader.argument(), reader.argument())
        case "binom":
            return reader.op("binom", reader.argument(), reader.argument())
        case "pi" | "oo":
            return Name(name)
        case "sum" | "prod":
            return _series(reader, name)
        case "lfloor" | "lceil":
            node = reader.expression()
            reader.expect("\\r" + name[1:])
            return reader.op("floor" if name == "lfloor" else "ceil", node)
        case "overline":
            raise Unreadable("overline")  # conjugate, digits or a segment
    if name in LISTED:
        return listed(reader, name)
    if name in tree.FUNCTIONS:
        return function(reader, name)
    return reader.variable(name)


def listed(reader: "Reader", name: str) -> Node:
    """A function of several numbers: `max min gcd lcm`."""
    closing = reader.peek()
    if closing not in ("(", "{"):
        raise Unreadable("not_an_expression")
    reader.at += 1
    args = [reader.expression()]
    while reader.peek() == ",":
        reader.at += 1
        args.append(reader.expression())
    reader.expect(")" if closing == "(" else "}")
    return reader.op(name, *args)


def _series(reader: "Reader", name: str) -> Node:
    r"""`\sum_{k=0}^{n}` and the term after it, which ends at the next sign of a sum."""
    reader.expect("_")
    reader.expect("{")
    variable = reader.take(_LETTER)
    if variable is None:
        raise Unreadable("not_an_expression")
    reader.expect("=")
    low = reader.expression()
    reader.expect("}")
    reader.expect("^")
    high = reader.argument()
    body = reader.term()
    return reader.op(name, body, Name(variable[0].lstrip("\\")), low, high)


def subscript(reader: "Reader") -> str:
    """What stands after `_`, as text."""
    if reader.peek() == "{":
        end = closing_brace(reader.text, reader.at)
        if end < 0:
            raise Unreadable("not_an_expression")
        content = reader.text[reader.at + 1 : end].replace(" ", "")
        reader.at = end + 1
        return content
    match = reader.take(_SINGLE)
    if match is None:
        raise Unreadable("not_an_expression")
    return match[0]


def function(reader: "Reader", name: str) -> Node:
    """A function with its base, its power and what it is of."""
    if name == "sqrt":
        return _root(reader)
    base: Node | None = None
    power: Node | None = None
    if name == "log" and reader.peek() == "_":
        reader.at += 1
        base = reader.argument()
    if reader.peek() == "^":
        reader.at += 1
        power = reader.argument() if reader.peek() == "{" else reader.atom(mixed=False)
        if power == tree.Op("neg", (Num(Fraction(1)),)):
            if name not in _INVERSE:
                raise Unreadable("inverse_function")
            name, power = _INVERSE[name], None
    inner = _operand(reader)
    node = reader.op("logbase", inner, base) if base else reader.op(name, inner)
    return reader.op("^", node, power) if power else node


def _operand(reader: "Reader") -> Node:
    r"""What a function is of: brackets, or the product up to the next sign or function."""
    if reader.peek() in ("(", "{", "["):
        return reader.atom()
    node = reader.signed()
    while reader.starts_factor() and reader.peek() not in ("(", "[", "{"):
        if reader.peek() in DIGITS:
            raise Unreadable("adjacent_numbers")
        word = _COMMAND.match(reader.text, reader.at) or _WORD.match(reader.text, reader.at)
        if word and word[word.lastindex or 0] in tree.FUNCTIONS - {"sqrt"}:
            break
        node = reader.op("*", node, reader.power())
    return node


def _root(reader: "Reader") -> Node:
    degree: Node = Num(Fraction(2))
    if reader.peek() == "[":
        reader.at += 1
        degree = reader.expression()
        reader.expect("]")
    inner = reader.number(mixed=False) if _is_plain_root(reader) else _radicand(reader)
    return reader.op("root", inner, degree)


def _is_plain_root(reader: "Reader") -> bool:
    # `sqrt 12` and `√12` mean the number; `\sqrt12` is LaTeX for the square root of 1, times 2.
    latex = reader.text.rfind("\\sqrt", max(0, reader.at - 6), reader.at + 1) >= 0
    spaced = reader.text[reader.at - 1 : reader.at].isspace()
    return reader.peek() != "" and reader.peek() in DIGITS and (spaced or not latex)


def _radicand(reader: "Reader") -> Node:
    return reader.atom() if reader.peek() == "(" else reader.argument()


def repeating(match: re.Match[str]) -> Fraction:
    r"""The value of `1.2\overline{34}`: whole part, fixed digits, repeating digits."""
    whole, fixed, block = match[1] or "0", match[2], match[3] or match[4] or match[5]
    start = Fraction(int(whole + fixed), 10 ** len(fixed))
    return start + Fraction(int(block), (10 ** len(block) - 1) * 10 ** len(fixed))
