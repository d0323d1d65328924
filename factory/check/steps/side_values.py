"""What the tree of one side is worth, and whether rounding explains that two sides differ.

Promise: exact; a percent sign is read both as a hundredth and as a mere mark.
"""

import re
from fractions import Fraction

from factory.check.algebra import exact
from factory.check.algebra.expression import parse
from factory.check.algebra.tree import Name, Node, Num, Op, Unreadable
from factory.check.steps.chains import Sign

MIXED = re.compile(r"(\d)\s*\\frac")


def readings(node: Node) -> list[Fraction]:
    """The readings of a side that is a rational number: with a percent sign as mark, too."""
    found: list[Fraction] = []
    try:
        found.append(exact.value(node))
        marked = _without_percent(node)
        if marked is not node:
            found.append(exact.value(marked))
    except (exact.NotRational, Unreadable, ArithmeticError):
        pass
    return found


def _without_percent(node: Node) -> Node:
    if isinstance(node, Num | Name):
        return node
    args = tuple(_without_percent(arg) for arg in node.args)
    if node.name == "%":
        return args[0]
    same = all(a is b for a, b in zip(args, node.args, strict=True))
    return node if same else Op(node.name, args)


def is_rounded(value: Fraction, shown: Fraction, side: Sign) -> bool:
    """Whether the side is a decimal that shows `value` at its digits."""
    if not isinstance(side.node, Num):
        return False
    decimals = len(side.text.partition(".")[2].rstrip())
    return decimals > 0 and exact.shows(shown, decimals, value)


def is_whole_for_fraction(value: Fraction, shown: Fraction, side: Sign) -> bool:
    """Whether the side is a whole number near a value that is none: rounding, or an error."""
    plain = isinstance(side.node, Num) and side.node.value.denominator == 1
    return plain and value.denominator > 1 and abs(value - shown) < 1


def beginnings(node: Node) -> list[Node]:
    """The parts of a sum or product that begin it: a, a + b of `a + b + c`."""
    found: list[Node] = []
    while isinstance(node, Op) and node.name in "+-*/" and len(found) < 20:
        node = node.args[0]
        found.append(node)
    return found


def names_in(node: Node) -> frozenset[str]:
    """The names of a tree, those of functions of the author's own (`apply:f`) too."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            found.add(node.name)
        elif isinstance(node, Op):
            waiting += node.args
            if node.name.startswith("apply:"):
                found.add(node.name)
    return frozenset(found)


def is_close(left: Node, right: Node) -> bool:
    """Whether decimals that were rounded before may explain the difference."""
    values, others = readings(left), readings(right)
    return any(abs(v - o) * 200 <= abs(v) for v in values for o in others)


def holds_as_product(left: Sign, right: Sign) -> bool:
    r"""Whether the line holds where `80\frac{1}{2}` is a product, and no mixed number."""
    try:
        ours, theirs = (
            exact.value(parse(MIXED.sub(r"\1\\cdot\\frac", side.text))) for side in (left, right)
        )
    except (exact.NotRational, Unreadable, ArithmeticError):
        return True
    return ours == theirs


def written(value: Fraction) -> str:
    """A value in evidence, short."""
    if value.denominator == 1 and abs(value) < 10**100:
        return str(value)
    if abs(value) < 10**15:
        return f"{float(value):.10g}"
    return "too long to write"
