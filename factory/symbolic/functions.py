"""Functions of mathematics on exact numbers: powers, roots, divisors, counting, digits.

Each gives an exact value or raises `Undefined`; sizes are bounded, so that no text can make one
work for long.
"""

import math
from collections.abc import Callable, Mapping
from fractions import Fraction

LARGEST_POWER = 400
"""Bits of a base times its exponent, at most."""


class Undefined(ValueError):
    """The function has no exact value there."""


def _whole(function: Callable[..., int]) -> Callable[..., Fraction]:
    def of(*values: Fraction) -> Fraction:
        if any(value.denominator != 1 for value in values):
            raise Undefined("not a whole number")
        return Fraction(function(*(value.numerator for value in values)))

    return of


def mod(a: int, b: int) -> int:
    """The remainder, zero or more."""
    if b <= 0:
        raise Undefined("a remainder needs a positive divisor")
    return a % b


def factorial(n: int) -> int:
    """Of 0 to 20."""
    if not 0 <= n <= 20:
        raise Undefined("no factorial of this number")
    return math.factorial(n)


def choose(n: int, k: int) -> int:
    """How many subsets of k there are among n, up to 60."""
    if not 0 <= k <= n <= 60:
        raise Undefined("no such choice")
    return math.comb(n, k)


def digit_sum(n: int) -> int:
    """The sum of the digits of a natural number."""
    if n < 0:
        raise Undefined("no digits of a negative number")
    return sum(map(int, str(n)))


def _floor(a: Fraction) -> Fraction:
    return Fraction(math.floor(a))


def _root(a: Fraction) -> Fraction:
    if a < 0:
        raise Undefined("no root of a negative number")
    above, below = math.isqrt(a.numerator), math.isqrt(a.denominator)
    if above * above != a.numerator or below * below != a.denominator:
        raise Undefined("the root is not rational")
    return Fraction(above, below)


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """The power, for a whole exponent and a result of bounded size.

    Raises:
        Undefined: for other exponents, and for zero to the power of zero or less.
    """
    if exponent.denominator != 1:
        raise Undefined("the exponent is not whole")
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    times = exponent.numerator
    if size * abs(times) > LARGEST_POWER or (not base and times <= 0):
        raise Undefined("the power is too large")
    return Fraction(base**times)


FUNCTIONS: Mapping[str, tuple[int, Callable[..., Fraction]]] = {
    "power": (2, power),
    "root": (1, _root),
    "gcd": (2, _whole(math.gcd)),
    "lcm": (2, _whole(math.lcm)),
    "mod": (2, _whole(mod)),
    "floor": (1, _floor),
    "factorial": (1, _whole(factorial)),
    "choose": (2, _whole(choose)),
    "abs": (1, abs),
    "digit_sum": (1, _whole(digit_sum)),
}
"""By name: how many numbers it takes, and what computes it."""


def apply(name: str, values: list[Fraction]) -> Fraction:
    """The function's value.

    Raises:
        Undefined: where it has none, or for a name or a number of values that is unknown.
    """
    count, function = FUNCTIONS.get(name, (-1, power))
    if count != len(values):
        raise Undefined(f"no function {name} of {len(values)} numbers")
    return function(*values)
