"""The exact value of an expression, as a Fraction.

Promise: exact or refused; no float, no rounding, and no number grows beyond `MOST_BITS`.
"""

import math
from collections.abc import Callable
from fractions import Fraction

from factory.check.algebra.tree import Name, Node, Num, Unreadable

MOST_BITS = 40_000
LARGEST_EXPONENT = 10_000
LARGEST_FACTORIAL = 3_000


class NotRational(Exception):
    """The value is no rational number, or not seen to be one without symbolic work."""


def value(node: Node) -> Fraction:
    """The value; raises NotRational, or Unreadable where a limit is broken."""
    if isinstance(node, Num):
        return node.value
    if isinstance(node, Name) or node.name not in _RULES:
        raise NotRational
    args = [value(arg) for arg in node.args]
    result = _RULES[node.name](*args)
    if result.numerator.bit_length() + result.denominator.bit_length() > MOST_BITS:
        raise Unreadable("number_too_large")
    return result


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Base to a whole exponent, refused before it is computed when it would grow too large."""
    check_power(base, exponent)
    if exponent.denominator != 1:
        raise NotRational
    if base == 0 and exponent <= 0:
        raise Unreadable("zero_power")
    return base**exponent.numerator


def check_power(base: Fraction, exponent: Fraction) -> None:
    """Raise Unreadable where this power is a bomb."""
    if abs(exponent) > LARGEST_EXPONENT:
        raise Unreadable("exponent_too_large")
    if exponent.denominator.bit_length() > 64:
        raise Unreadable("exponent_too_fine")
    bits = base.numerator.bit_length() + base.denominator.bit_length()
    if base not in (0, 1, -1) and bits * abs(exponent) > MOST_BITS:
        raise Unreadable("power_too_large")


def factorial(n: Fraction) -> Fraction:
    """N! of a whole n up to 3,000."""
    if n.denominator != 1 or n < 0:
        raise NotRational
    if n > LARGEST_FACTORIAL:
        raise Unreadable("factorial_too_large")
    return Fraction(math.factorial(n.numerator))


def binomial(n: Fraction, k: Fraction) -> Fraction:
    """N over k of whole numbers up to 3,000."""
    if n.denominator != 1 or k.denominator != 1 or n < 0 or k < 0:
        raise NotRational
    if n > LARGEST_FACTORIAL:
        raise Unreadable("binomial_too_large")
    return Fraction(math.comb(n.numerator, k.numerator))


def root(radicand: Fraction, degree: Fraction) -> Fraction:
    """A square root that comes out even; other roots are symbolic work."""
    if degree != 2 or radicand < 0:
        raise NotRational
    top, bottom = math.isqrt(radicand.numerator), math.isqrt(radicand.denominator)
    if top * top != radicand.numerator or bottom * bottom != radicand.denominator:
        raise NotRational
    return Fraction(top, bottom)


def shows(shown: Fraction, decimals: int, value: Fraction) -> bool:
    """Whether a person writes `shown` for `value`: rounded, or cut off, at these decimals."""
    gap = abs(shown - value)
    cut_off = gap * 10**decimals < 1 and abs(shown) <= abs(value) and shown * value >= 0
    return cut_off or 2 * gap * 10**decimals <= 1


def _over(top: Fraction, bottom: Fraction) -> Fraction:
    if bottom == 0:
        raise Unreadable("division_by_zero")
    return top / bottom


_RULES: dict[str, Callable[..., Fraction]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "neg": lambda a: -a,
    "*": lambda a, b: a * b,
    "/": _over,
    "^": power,
    "!": factorial,
    "abs": abs,
    "%": lambda a: a / 100,
    "root": root,
    "binom": binomial,
}
