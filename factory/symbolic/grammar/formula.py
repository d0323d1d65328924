"""Formulas between named quantities: written once, computed, turned round and told in words.

A relation such as `total = trees*each` stands for an equation, not for a way to compute: whichever
of its quantities is not known is the one it gives. Formulas are our own source text, never a
model's; they are read by Python's own grammar and nothing in them is executed.
"""

import ast
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from factory.symbolic.functions import Undefined, choose, digit_sum, factorial, mod

Number: TypeAlias = int | Fraction


class Unfit(Exception):
    """The numbers drawn do not make a sensible problem."""


@dataclass(frozen=True, slots=True)
class Op:
    """An operation `+ - * / ** neg`, or a function of whole numbers (`gcd`, `mod`, ...)."""

    sign: str
    args: tuple["Node", ...]


Node: TypeAlias = str | int | Op
"""The name of a quantity, a constant that everyone knows, or an operation."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation: the quantity `left` equals the formula `right`."""

    left: str
    right: Node

    def names(self) -> set[str]:
        """Every quantity of it."""
        return {self.left, *names_of(self.right)}

    def renamed(self, place: Mapping[str, str]) -> "Relation":
        """The same relation with other names for its quantities."""
        return Relation(place[self.left], _renamed(self.right, place))

    def given_by(self, unknown: str) -> Node:
        """The formula for one of its quantities, from all others.

        Raises:
            ValueError: when it cannot be turned round to that quantity.
        """
        known: Node = self.left
        node = self.right
        if unknown == self.left:
            return node
        while node != unknown:
            if not isinstance(node, Op) or len(node.args) != 2:
                raise ValueError(f"{self} does not give {unknown}")
            left, right = node.args
            first = unknown in names_of(left)
            if first == (unknown in names_of(right)):
                raise ValueError(f"{self} does not give {unknown}")
            known = _turned(node.sign, known, right if first else left, first=first)
            node = left if first else right
        return known


def _renamed(node: Node, place: Mapping[str, str]) -> Node:
    if isinstance(node, str):
        return place[node]
    if isinstance(node, Op):
        return Op(node.sign, tuple(_renamed(arg, place) for arg in node.args))
    return node


def _turned(sign: str, known: Node, other: Node, *, first: bool) -> Node:
    """What the unknown side of `left sign right = known` is."""
    match sign, first:
        case "+", _:
            return Op("-", (known, other))
        case "*", _:
            return Op("/", (known, other))
        case "-", True:
            return Op("+", (known, other))
        case "-", False:
            return Op("-", (other, known))
        case "/", True:
            return Op("*", (known, other))
        case "/", False:
            return Op("/", (other, known))
    raise ValueError(f"{sign} cannot be turned round")


_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}


def formula(text: str) -> Node:
    """The tree of `share/100*total`; `gcd(a, b)`, `lcm`, `mod`, `root`, `choose`, `factorial`."""
    return _node(ast.parse(text.strip(), mode="eval").body, text)


def relations(text: str) -> tuple[Relation, ...]:
    """The relations of `total = trees*each; sold = total/2`."""
    made = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        left, _, right = part.partition("=")
        made.append(Relation(left.strip(), formula(right)))
    return tuple(made)


def _node(tree: ast.expr, text: str) -> Node:
    match tree:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=int(value)):
            return value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            return Op(_SIGNS[type(op)], (_node(left, text), _node(right, text)))
        case ast.UnaryOp(op=ast.USub(), operand=of):
            return Op("neg", (_node(of, text),))
        case ast.Call(func=ast.Name(id=name), args=args) if name in FUNCTIONS:
            return Op(name, tuple(_node(one, text) for one in args))
    raise ValueError(f"no formula: {text!r}")


def names_of(node: Node) -> Iterator[str]:
    """The quantities of a formula, from left to right."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, Op):
        for arg in node.args:
            yield from names_of(arg)


def constants_of(node: Node) -> Iterator[int]:
    """The constants of a formula, from left to right."""
    if isinstance(node, int):
        yield node
    elif isinstance(node, Op):
        for arg in node.args:
            yield from constants_of(arg)


# --- computing


def divide(a: Number, b: Number) -> Number:
    """The exact quotient, whole where it comes out whole."""
    if not b:
        raise Unfit
    if isinstance(a, int) and isinstance(b, int):
        whole, rest = divmod(a, b)
        return whole if not rest else Fraction(a, b)
    return narrow(Fraction(a) / b)


def narrow(value: Number) -> Number:
    """A whole fraction as the int that it is."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


def _whole(function: Callable[..., int]) -> Callable[..., int]:
    def checked(*values: Number) -> int:
        if not all(isinstance(value, int) for value in values):
            raise Unfit
        try:
            return function(*values)
        except Undefined:
            raise Unfit from None

    return checked


def _root(a: int) -> int:
    if a < 0 or math.isqrt(a) ** 2 != a:
        raise Unfit
    return math.isqrt(a)


def _quotient(a: int, b: int) -> int:
    if b <= 0:
        raise Unfit
    return a // b


FUNCTIONS: Mapping[str, Callable[..., Number]] = {
    "gcd": _whole(math.gcd),
    "lcm": _whole(math.lcm),
    "mod": _whole(mod),
    "quotient": _whole(_quotient),
    "root": _whole(_root),
    "factorial": _whole(factorial),
    "choose": _whole(choose),
    "digit_sum": _whole(digit_sum),
    "abs": abs,
}
"""Functions of whole numbers; each raises `Unfit` where it has no exact whole value."""


def _power(a: Number, b: Number) -> Number:
    if not isinstance(b, int) or not 0 <= b <= 12:
        raise Unfit
    return narrow(Fraction(a) ** b) if isinstance(a, Fraction) else a**b


Values: TypeAlias = dict[str, Number]


def computed_by(node: Node) -> Callable[[Values], Number]:
    """A function that computes the formula from the quantities' values, exactly.

    It raises `Unfit` for a division by zero and where a function has no whole value.
    """
    if isinstance(node, str):
        name = node
        return lambda values: values[name]
    if isinstance(node, int):
        constant = node
        return lambda values: constant
    made = [computed_by(arg) for arg in node.args]
    if node.sign in FUNCTIONS:
        function = FUNCTIONS[node.sign]
        return lambda values: function(*(one(values) for one in made))
    if node.sign == "neg":
        inner = made[0]
        return lambda values: -inner(values)
    left, right = made
    match node.sign:
        case "+":
            return lambda values: narrow(left(values) + right(values))
        case "-":
            return lambda values: narrow(left(values) - right(values))
        case "*":
            return lambda values: narrow(left(values) * right(values))
        case "/":
            return lambda values: divide(left(values), right(values))
    return lambda values: _power(left(values), right(values))


# --- ways from what is known to what is asked


def way(
    known: Iterable[str], rules: Sequence[Relation], target: str
) -> tuple[tuple[str, Node], ...]:
    """The steps, in order, that lead from the known quantities to the target and nowhere else.

    Raises:
        ValueError: when the relations do not lead there.
    """
    have = set(known)
    steps: dict[str, Node] = {}
    while target not in have:
        found = next_step(have, rules)
        if found is None:
            raise ValueError(f"no way from {sorted(set(known))} to {target}")
        steps[found[0]] = found[1]
        have.add(found[0])
    order: list[str] = []
    _needed(target, steps, order)
    return tuple((name, steps[name]) for name in order)


def next_step(have: set[str], rules: Sequence[Relation]) -> tuple[str, Node] | None:
    """A quantity that one of the relations gives from those known, and its formula."""
    for rule in rules:
        missing = rule.names() - have
        if len(missing) == 1:
            (unknown,) = missing
            try:
                return unknown, rule.given_by(unknown)
            except ValueError:
                continue
    return None


def _needed(target: str, steps: Mapping[str, Node], order: list[str]) -> None:
    if target in order or target not in steps:
        return
    for name in names_of(steps[target]):
        _needed(name, steps, order)
    order.append(target)


# --- writing

_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 4}


def written(node: Node, shown: Mapping[str, str]) -> str:
    """The formula with numbers in place of names: `(24+6)*3`; for `+ - * /` and brackets only."""
    if isinstance(node, str):
        return shown[node]
    if isinstance(node, int):
        return str(node)
    if node.sign not in ("+", "-", "*", "/"):
        raise ValueError(f"{node.sign} is no operation of grade-school arithmetic")
    left, right = node.args
    binds = _BINDS[node.sign]
    first, second = written(left, shown), written(right, shown)
    if isinstance(left, Op) and _BINDS[left.sign] < binds:
        first = f"({first})"
    if isinstance(right, Op) and _BINDS[right.sign] <= binds:
        second = f"({second})"
    return f"{first}{node.sign}{second}"
