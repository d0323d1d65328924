"""The set of numbers that an inequality in one variable describes, as intervals.

Promise: linear ones, and absolute values of one variable, solved exactly; bounds may be any
number. Everything else has no set and is compared as it stands.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Normal
from factory.check.algebra.polynomials import ONE, Algebra
from factory.check.algebra.ratios import Form
from factory.check.algebra.tree import Unreadable
from factory.check.answers.kinds import Answer, Expression, Group, Number
from factory.check.answers.names import is_name, is_variable

Read = Callable[[str, int], Answer]
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "!=": "!="}
_ABSOLUTE = re.compile(r"\s*\|\s?(\\?[A-Za-z]{1,8})\s?\|\s*")
_WORK = 150
_UP, _DOWN = Expression(r"\infty"), Expression(r"-\infty")


def chain(read: Read, text: str, names: list[str], ops: list[str], depth: int) -> Answer | None:
    """`a < x <= b` as an interval; `a <= |x| <= b` as two."""
    absolute = _ABSOLUTE.fullmatch(names[1])
    if not absolute and not is_variable(names[1]):
        return Expression(text)
    if {*ops} <= {"<", "<="}:
        low, low_op, high, high_op = names[0], ops[0], names[2], ops[1]
    elif {*ops} <= {">", ">="}:
        low, low_op, high, high_op = names[2], _FLIPPED[ops[1]], names[0], _FLIPPED[ops[0]]
    else:
        return None
    ends = read(low, depth + 1), read(high, depth + 1)
    if absolute:
        return _mirrored(ends, low_op, high_op)
    kind = ("[" if low_op == "<=" else "(") + ("]" if high_op == "<=" else ")")
    return Group(kind, ends)


def _mirrored(ends: tuple[Answer, Answer], low_op: str, high_op: str) -> Answer | None:
    low, high = ends
    if not isinstance(low, Number) or not isinstance(high, Number) or low.value < 0:
        return None
    near, far = ("[" if low_op == "<=" else "("), ("]" if high_op == "<=" else ")")
    closes = {"[": "]", "(": ")", "]": "[", ")": "("}
    right = Group(near + far, (low, high))
    left = Group(closes[far] + closes[near], (Number(-high.value), Number(-low.value)))
    return Group("union", (left, right))


def described(
    read: Read, left: str, op: str, right: str, depth: int
) -> tuple[str | None, Group | None]:
    """(the variable, the set) of `left op right`, or None where it is not of one variable."""
    absolute = _ABSOLUTE.fullmatch(left)
    if absolute:
        return absolute[1], _absolute(read(right, depth + 1), op)
    if is_name(left) and not re.search("[a-zA-Z]", re.sub(r"\\[a-z]+", "", right)):
        return left.strip(), _ray(op, read(right, depth + 1))
    return _linear(left, op, right)


def _ray(op: str, bound: Answer) -> Group | None:
    if not isinstance(bound, Number | Expression):
        return None
    rays = {
        ">": Group("()", (bound, _UP)), ">=": Group("[)", (bound, _UP)),
        "<": Group("()", (_DOWN, bound)), "<=": Group("(]", (_DOWN, bound)),
    }  # fmt: skip
    if op == "!=":
        return Group("union", (rays["<"], rays[">"]))
    return rays[op]


def _absolute(bound: Answer, op: str) -> Group | None:
    if not isinstance(bound, Number) or bound.value <= 0:
        return None
    low, high = Number(-bound.value), Number(bound.value)
    if op in ("<", "<="):
        return Group("()" if op == "<" else "[]", (low, high))
    if op in (">", ">="):
        closed = op == ">="
        down = Group("(]" if closed else "()", (_DOWN, low))
        return Group("union", (down, Group("[)" if closed else "()", (high, _UP))))
    return None


def _linear(left: str, op: str, right: str) -> tuple[str | None, Group | None]:
    """`2x + 3 > 7` by its slope and its zero, where both are rational."""
    try:
        normal = Normal(Algebra(_WORK))
        difference = normal.add(normal.form(parse(left)), normal.form(parse(right)), -1)
    except Unreadable:
        return None, None
    found = _slope(difference)
    if found is None:
        return None, None
    name, slope, zero = found
    return name, _ray(op if slope > 0 else _FLIPPED[op], Number(zero))


def _slope(form: Form) -> tuple[str, Fraction, Fraction] | None:
    terms = dict(form.top)
    offset = Fraction(terms.pop(ONE, 0))
    if form.bottom != {ONE: 1} or len(terms) != 1:
        return None
    ((product, slope),) = terms.items()
    if len(product) != 1 or product[0][1] != 1 or not product[0][0].startswith("v:"):
        return None
    return product[0][0][2:], Fraction(slope), -offset / Fraction(slope)
