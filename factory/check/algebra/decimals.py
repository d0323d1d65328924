"""Sixty digits of a number that is written as an exact sum: to order numbers, never to equate them.

Promise: what `order` says is right: two numbers are told apart by far more than the digits that
rounding could have lost, or nothing is said.
Not promised: sums with opaque atoms or variables.
"""

from decimal import Context, Decimal, DecimalException
from fractions import Fraction
from typing import NamedTuple

from factory.check.algebra.polynomials import Exponent, Sum

_PI = Decimal(
    "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803"
)
_DIGITS = 60
_SURE = Decimal("1e-40")


class Digits(NamedTuple):
    """A number by its real and imaginary part, and the size of the largest term of its sum."""

    real: Decimal
    imaginary: Decimal
    largest: Decimal


def digits(total: Sum) -> Digits | None:
    """The digits of a sum without variables, or None."""
    context = Context(prec=_DIGITS)
    real = imaginary = largest = Decimal(0)
    powers: dict[tuple[str, Exponent], Decimal] = {}
    try:
        for product, coefficient in total.items():
            value = _fraction(coefficient, context)
            turned = False
            for name, exponent in product:
                if name == "i":
                    turned = True
                    continue
                if (name, exponent) not in powers:
                    base = _base(name, context)
                    if base is None:
                        return None
                    powers[name, exponent] = context.power(base, _fraction(exponent, context))
                value = context.multiply(value, powers[name, exponent])
            largest = max(largest, abs(value))
            if turned:
                imaginary = context.add(imaginary, value)
            else:
                real = context.add(real, value)
    except DecimalException:
        return None
    return Digits(real, imaginary, largest)


def order(left: Digits, right: Digits) -> int | None:
    """-1 or 1: which of two real numbers is the larger; None where it cannot be said."""
    context = Context(prec=_DIGITS)
    gap = context.subtract(left.real, right.real)
    if left.imaginary or right.imaginary:
        return None
    if abs(gap) <= _SURE * max(left.largest, right.largest):
        return None
    return 1 if gap > 0 else -1


def sign(total: Sum) -> int | None:
    """-1, 0 or 1 of a real number; 0 only of the empty sum; None where it cannot be said."""
    if not total:
        return 0
    found = digits(total)
    return None if found is None else order(found, Digits(Decimal(0), Decimal(0), Decimal(0)))


def _base(name: str, context: Context) -> Decimal | None:
    if name == "P":
        return _PI
    if name == "E[]":
        return context.exp(Decimal(1))
    if name[0] == "#":
        return Decimal(int(name[1:]))
    if name[0] == "L":
        return context.ln(Decimal(int(name[1:])))
    return None


def _fraction(value: Exponent, context: Context) -> Decimal:
    value = Fraction(value)
    if value.numerator.bit_length() + value.denominator.bit_length() > 40_000:
        raise DecimalException
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))
