"""The tree of an expression, and the limits that its text must keep.

Promise: a text that passes `limits` cannot exhaust the stack of the reader that follows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from factory.check.answers.dress import LONGEST

DEEPEST = 50
LONGEST_DIGITS = 300
MOST_OPERATIONS = 150
FUNCTIONS = frozenset((
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh",
    "tanh", "exp", "ln", "log", "lg", "sqrt",
))  # fmt: skip
GREEK = frozenset((
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "iota",
    "kappa", "lambda", "mu", "nu", "xi", "rho", "sigma", "tau", "upsilon", "phi", "varphi",
    "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Phi", "Omega",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Num:
    """An exact number as written."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A variable or a constant: `x`, `x_1`, `pi`, `e`, `i`, `oo`."""

    name: str


@dataclass(frozen=True, slots=True)
class Op:
    """An operation by name: `+ - neg * / ^ root abs ! deg % binom log sin … apply:f`."""

    name: str
    args: tuple["Node", ...]


Node: TypeAlias = Num | Name | Op


def modulus(node: Node) -> Node | None:
    r"""The 3 of `1 \pmod{3}`, which may be a number or a class of numbers; None elsewhere."""
    return node.args[1] if isinstance(node, Op) and node.name == "mod" else None


def names_of(node: Node) -> frozenset[str]:
    """The names that occur in a tree."""
    if isinstance(node, Name):
        return frozenset({node.name})
    if isinstance(node, Num):
        return frozenset()
    return frozenset().union(*(names_of(arg) for arg in node.args))


def substituted(node: Node, values: Mapping[str, Node]) -> Node:
    """The tree with other trees for some of its names; raises Unreadable where names are bound."""
    if isinstance(node, Name):
        return values.get(node.name, node)
    if isinstance(node, Num):
        return node
    if node.name in ("sum", "prod"):
        raise Unreadable("bound_variable")
    return Op(node.name, tuple(substituted(arg, values) for arg in node.args))


class Unreadable(ValueError):
    """Not an expression that this reader knows; the message is a short reason."""


def limits(text: str) -> str | None:
    """The limit that this text breaks, or None: cheap, and made before anything is parsed."""
    if len(text) > LONGEST:
        return "too_long"
    if re.search(rf"\d{{{LONGEST_DIGITS + 1}}}", text):
        return "too_many_digits"
    depth = deepest = 0
    for char in text:
        if char in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in ")]}":
            depth -= 1
    return "too_deep" if deepest > DEEPEST else None
