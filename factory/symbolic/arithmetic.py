"""Arithmetic as a tree: parse what an annotation says, evaluate it exactly, write it again.

Only numbers, `+ - * / %` and brackets are read, by a parser of our own; texts are short by
contract (`MAX_LENGTH`) and brackets are nested a few deep at most. What LaTeX writes beyond them
(powers, roots, `gcd`) is a `Call`; see `read_latex` and `latex`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from factory.symbolic.functions import Undefined, apply
from factory.symbolic.numerals import MAX_DIGITS, plain

MAX_LENGTH = 200
MAX_NESTING = 20


class NotArithmetic(ValueError):
    """The text is no arithmetic that can be computed."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A number in an expression and where it comes from.

    `source` is `question` or `step` with the `index` there, or `constant` (index -1); an operand
    fresh from the parser has the source `unknown`. `scale` is what the value is of its source's:
    1/100 where a percentage of 20 enters as 0.2.
    """

    value: Fraction
    source: str = "unknown"
    index: int = -1
    scale: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign, or a percentage."""

    op: str
    of: "Expression"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two expressions joined by `+`, `-`, `*` or `/`."""

    op: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `functions.FUNCTIONS`: `power`, `gcd`, `root` and so on."""

    name: str
    args: tuple["Expression", ...]


Expression: TypeAlias = Operand | Unary | Binary | Call

_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+|[-+*/()%])")


class _Parser:
    """Recursive descent over the tokens of one short text."""

    def __init__(self, text: str):
        if len(text) > MAX_LENGTH:
            raise NotArithmetic("too long")
        text = text.replace(",", "").replace("x", "*").replace("$", "").rstrip()
        self.tokens: list[str] = []
        at = 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None or len(match[1]) > MAX_DIGITS:
                raise NotArithmetic("not a number or an operator")
            self.tokens.append(match[1])
            at = match.end()
        self.at = 0
        self.depth = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def sum(self) -> Expression:
        made = self.product()
        while self.peek() in ("+", "-"):
            made = Binary(self.take(), made, self.product())
        return made

    def product(self) -> Expression:
        made = self.atom()
        while self.peek() in ("*", "/", "("):
            op = "*" if self.peek() == "(" else self.take()
            made = Binary(op, made, self.atom())
        return made

    def atom(self) -> Expression:
        token = self.take()
        made: Expression
        if token in ("(", "-", "+"):
            self.depth += 1
            if self.depth > MAX_NESTING:
                raise NotArithmetic("nested too deep")
            if token == "(":
                made = self.sum()
                if self.take() != ")":
                    raise NotArithmetic("a bracket is not closed")
            else:
                inner = self.atom()
                made = Unary("-", inner) if token == "-" else inner
            self.depth -= 1
        elif token and (token[0].isdigit() or token[0] == "."):
            made = Operand(Fraction(token))
        else:
            raise NotArithmetic("a number is missing")
        while self.peek() == "%":
            self.take()
            made = Unary("%", made)
        return made


def parse(text: str) -> Expression:
    """The expression that the text writes.

    Raises:
        NotArithmetic: when it is anything but numbers, `+ - * / %` and brackets.
    """
    parser = _Parser(text)
    made = parser.sum()
    if parser.at != len(parser.tokens):
        raise NotArithmetic("something follows the expression")
    return made


def evaluate(expression: Expression) -> Fraction:
    """The exact value, from the values that the operands carry.

    Raises:
        NotArithmetic: for a division by zero, or where a function has no exact value.
    """
    if isinstance(expression, Operand):
        return expression.value
    if isinstance(expression, Call):
        try:
            return apply(expression.name, [evaluate(one) for one in expression.args])
        except Undefined as fault:
            raise NotArithmetic(str(fault)) from fault
    if isinstance(expression, Unary):
        value = evaluate(expression.of)
        return -value if expression.op == "-" else value / 100
    left, right = evaluate(expression.left), evaluate(expression.right)
    match expression.op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    if not right:
        raise NotArithmetic("division by zero")
    return left / right


def operands(expression: Expression) -> Iterator[Operand]:
    """The operands from left to right."""
    if isinstance(expression, Operand):
        yield expression
    elif isinstance(expression, Unary):
        yield from operands(expression.of)
    elif isinstance(expression, Call):
        for one in expression.args:
            yield from operands(one)
    else:
        yield from operands(expression.left)
        yield from operands(expression.right)


def replace_operands(expression: Expression, new: Callable[[Operand], Operand]) -> Expression:
    """The same tree with every operand, from left to right, replaced by `new` of it."""
    if isinstance(expression, Operand):
        return new(expression)
    if isinstance(expression, Unary):
        return Unary(expression.op, replace_operands(expression.of, new))
    if isinstance(expression, Call):
        args = tuple([replace_operands(one, new) for one in expression.args])
        return Call(expression.name, args)
    left = replace_operands(expression.left, new)
    return Binary(expression.op, left, replace_operands(expression.right, new))


_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def write(expression: Expression, *, space: str = " ", times: str = "*") -> str:
    """The expression as text that parses to the same tree: `48 / 2`.

    A `Call` is written as `gcd(12, 18)`, which people can read and `parse` does not.
    """
    if isinstance(expression, Operand):
        return plain(expression.value)
    if isinstance(expression, Call):
        inside = ", ".join(write(one, space=space, times=times) for one in expression.args)
        return f"{expression.name}({inside})"
    if isinstance(expression, Unary):
        inner = write(expression.of, space=space, times=times)
        if isinstance(expression.of, Binary):
            inner = f"({inner})"
        return f"-{inner}" if expression.op == "-" else f"{inner}%"
    binds = _BINDS[expression.op]
    left = write(expression.left, space=space, times=times)
    if isinstance(expression.left, Binary) and _BINDS[expression.left.op] < binds:
        left = f"({left})"
    right = write(expression.right, space=space, times=times)
    if isinstance(expression.right, Binary) and _BINDS[expression.right.op] <= binds:
        right = f"({right})"
    if isinstance(expression.right, Unary) and expression.right.op == "-":
        right = f"({right})"
    op = times if expression.op == "*" else expression.op
    return f"{left}{space}{op}{space}{right}"
