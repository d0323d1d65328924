"""Broken powers of exact forms: radicals pulled out of numbers, nested square roots taken apart.

Promise: every rule holds for the principal value (square roots of negative numbers are i times
a root; the caller says where the real odd root is meant). What no rule covers becomes an opaque
root of its radicand, which keeps `B^a * B^b = B^(a+b)`.
Not promised: that two opaque roots of equal value are seen to be equal.
"""

import math
from fractions import Fraction

from factory.check.algebra.polynomials import ONE, Exponent, Sum, key, plain
from factory.check.algebra.ratios import Form, Ratios, atom, number
from factory.check.algebra.tree import Unreadable

_FACTORED_UP_TO = 2_000
_MOST_BITS = 2_000
_HALF = Fraction(1, 2)


def power(ratios: Ratios, base: Form, exponent: Fraction) -> Form:
    """The base to a broken power."""
    if exponent.denominator > 64 or abs(exponent) > 200:
        raise Unreadable("exponent_too_large")
    if not base.top:
        if exponent <= 0:
            raise Unreadable("zero_power")
        return base
    value = ratios.rational(base)
    if value is not None:
        return _of_number(ratios, value, exponent)
    if len(base.top) == 1 and base.bottom == {ONE: 1}:
        ((product, coefficient),) = base.top.items()
        if len(product) == 1 and coefficient == 1 and product[0][0][0] in "vPE#":
            name, inner = product[0]
            if inner == 1 or name[0] in "PE#":  # positive, so the exponents may be multiplied
                return _reduced_atom(ratios, name, inner * exponent)
        if coefficient > 0 and all(name[0] in "PE#" for name, _ in product):
            total = _of_number(ratios, Fraction(coefficient), exponent)
            for name, inner in product:
                total = ratios.times(total, _reduced_atom(ratios, name, inner * exponent))
            return total
    if exponent.denominator == 2:
        nested = _denested(ratios, base)
        if nested is not None:
            return ratios.whole_power(nested, exponent.numerator)
    return _opaque(ratios, base, exponent)


def _reduced_atom(ratios: Ratios, name: str, exponent: Exponent) -> Form:
    return ratios.times(atom(name, exponent), number(1)) if name[0] != "#" else _of_number(
        ratios, Fraction(int(name[1:])), Fraction(exponent)
    )  # fmt: skip


def _of_number(ratios: Ratios, value: Fraction, exponent: Fraction) -> Form:
    """A rational number to a broken power, its primes apart."""
    if value < 0:
        if exponent.denominator != 2:
            raise Unreadable("root_of_negative")  # (-8)^{1/3} has two readings
        turned = ratios.whole_power(atom("i"), exponent.numerator)
        return ratios.times(turned, _of_number(ratios, -value, exponent))
    result = number(1)
    for whole, sign in ((value.numerator, 1), (value.denominator, -1)):
        if whole == 1:
            continue
        even = _even_root(whole, exponent.denominator)
        if even is not None:
            part = ratios.whole_power(number(even), sign * exponent.numerator)
        else:
            part = _radical(ratios, whole, sign * exponent)
        result = ratios.times(result, part)
    return result


def _even_root(value: int, degree: int) -> int | None:
    if value.bit_length() > 20_000:
        raise Unreadable("number_too_large")
    if degree == 2:
        found = math.isqrt(value)
    elif value.bit_length() < 900:
        found = round(value ** (1 / degree))
    else:
        return None
    return found if found**degree == value else None


def _radical(ratios: Ratios, value: int, exponent: Fraction) -> Form:
    primes = factor(value)
    if primes is None:
        return _opaque(ratios, number(value), exponent)
    result = number(1)
    for prime, count in primes.items():
        total = count * exponent
        whole = total.__floor__()
        ratios.algebra.spend(1 + abs(whole) * prime.bit_length() // 64)
        part = ratios.whole_power(number(prime), whole)
        if total != whole:
            part = ratios.times(part, atom(f"#{prime}", total - whole))
        result = ratios.times(result, part)
    return result


def factor(value: int) -> dict[int, int] | None:
    """The prime factors of a positive number, or None where they are not found cheaply."""
    if value.bit_length() > _MOST_BITS:
        return None
    found: dict[int, int] = {}
    prime = 2
    while prime * prime <= value and prime < _FACTORED_UP_TO:
        while value % prime == 0:
            found[prime] = found.get(prime, 0) + 1
            value //= prime
        prime += 1 if prime == 2 else 2
    if value > 1:
        if value >= _FACTORED_UP_TO**2:
            return None
        found[value] = found.get(value, 0) + 1
    return found


def _denested(ratios: Ratios, base: Form) -> Form | None:
    """The square root of a + b sqrt(c) > 0 where a^2 - b^2 c is a square (Borodin et al. 1985)."""
    if base.bottom != {ONE: 1} or len(base.top) != 2 or ONE not in base.top:
        return None
    rational = Fraction(base.top[ONE])
    ((product, coefficient),) = [item for item in base.top.items() if item[0]]
    if rational <= 0 or any(name[0] != "#" or e != _HALF for name, e in product):
        return None
    inner = math.prod(int(name[1:]) for name, _ in product)
    square = rational**2 - Fraction(coefficient) ** 2 * inner
    if square < 0 or square.numerator.bit_length() > _MOST_BITS:
        return None
    top, bottom = math.isqrt(square.numerator), math.isqrt(square.denominator)
    if Fraction(top, bottom) ** 2 != square:
        return None
    root = Fraction(top, bottom)
    first = _of_number(ratios, (rational + root) / 2, _HALF)
    second = _of_number(ratios, (rational - root) / 2, _HALF) if rational != root else number(0)
    return ratios.add(first, second, 1 if coefficient > 0 else -1)


def _opaque(ratios: Ratios, base: Form, exponent: Fraction) -> Form:
    """A root that stays: its positive content goes outside, whole exponents are multiplied out."""
    if base.bottom != {ONE: 1}:
        top = power(ratios, Form(base.top, {ONE: 1}), exponent) if _positive(base.bottom) else None
        if top is not None:
            bottom = power(ratios, Form(base.bottom, {ONE: 1}), exponent)
            return ratios.times(top, ratios.inverse(bottom))
        raise Unreadable("root_of_ratio")
    content = _content(base.top)
    inner: Sum = {product: plain(Fraction(c) / content) for product, c in base.top.items()}
    outside = _of_number(ratios, content, exponent) if content != 1 else number(1)
    name = f"R[{key(inner)}]"
    ratios.algebra.radicands[name] = inner
    whole = exponent.__floor__()
    root = atom(name, exponent - whole)
    if whole:
        root = ratios.times(root, ratios.whole_power(Form(inner, {ONE: 1}), whole))
    return ratios.times(outside, root)


def _positive(total: Sum) -> bool:
    """Whether a sum is positive wherever it has a value; only plain cases are seen."""
    return all(
        c > 0 and all(name[0] in "#PE" or (isinstance(e, int) and e % 2 == 0) for name, e in p)
        for p, c in total.items()
    )


def _content(total: Sum) -> Fraction:
    values = [Fraction(value) for value in total.values()]
    top = math.gcd(*(value.numerator for value in values))
    bottom = math.lcm(*(value.denominator for value in values))
    # An unfactored content would be an opaque root itself, and never end.
    return Fraction(top, bottom) if len(total) > 1 and max(top, bottom) < 4_000_000 else Fraction(1)
