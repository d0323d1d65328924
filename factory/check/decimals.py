"""Sixty digits of a number that is written as an exact sum: to order numbers, never to equate them.

Promise: what `order` says is right: two numbers are told apart by far more than the digits that
rounding could have lost, or nothing is said.
Not promised: sums with opaque atoms or variables.
"""

from decimal import Context, Decimal, DecimalException
from fractions import Fraction

from factory.check.polynomials import Exponent, Sum

_PI = Decimal(
    "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803"
)
_DIGITS = 60
_SURE = Decimal("1e-40")


def parts(total: Sum) -> tuple[Decimal, Decimal] | None:
    """Real and imaginary part of a sum without variables, or None."""
    context = Context(prec=_DIGITS)
    real = imaginary = largest = Decimal(0)
    try:
        for product, coefficient in total.items():
            value = _fraction(coefficient, context)
            turned = False
            for name, exponent in product:
                if name == "i":
                    turned = True
                    continue
                base = _base(name, context)
                if base is None:
                    return None
                power = context.power(base, _fraction(exponent, context))
                value = context.multiply(value, power)
            largest = max(largest, abs(value))
            if turned:
                imaginary = context.add(imaginary, value)
            else:
                real = context.add(real, value)
    except DecimalException:
        return None
    return real, imaginary


def sign(total: Sum) -> int | None:
    """-1, 0 or 1 of a real number; 0 only of the empty sum; None where it cannot be said."""
    if not total:
        return 0
    found = parts(total)
    if found is None or found[1] or any(n == "i" for p in total for n, _ in p):
        return None
    scale = max(abs(part[0]) for part in _terms(total))
    return None if abs(found[0]) <= _SURE * scale else (1 if found[0] > 0 else -1)


def _terms(total: Sum) -> list[tuple[Decimal, Decimal]]:
    found = (parts({product: value}) for product, value in total.items())
    return [pair for pair in found if pair is not None]


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
