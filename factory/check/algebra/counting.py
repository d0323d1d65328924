"""Factorials, binomials, floors and remainders of exact forms.

Promise: refused before they are computed when they would be large. Floors of radicals are taken
only where sixty digits leave no doubt.
"""

import math
from fractions import Fraction

from factory.check.algebra import exact
from factory.check.algebra.decimals import digits
from factory.check.algebra.polynomials import ONE
from factory.check.algebra.ratios import Form, Ratios, number
from factory.check.algebra.transcendental import opaque
from factory.check.algebra.tree import Unreadable

_MOST_CHOSEN = 12


def counted(ratios: Ratios, name: str, args: list[Form]) -> Form:
    """`! binom floor ceil mod`."""
    values = [ratios.rational(arg) for arg in args]
    try:
        match name, values:
            case "!", [Fraction() as n]:
                return number(exact.factorial(n))
            case "binom", [Fraction() as n, Fraction() as k]:
                return number(exact.binomial(n, k))
            case "binom", [None, Fraction() as k] if k.denominator == 1 and 0 <= k <= _MOST_CHOSEN:
                return chosen(ratios, args[0], k.numerator)
            case "mod", [Fraction() as a, Fraction() as b] if b:
                return number(a % b)
            case (("floor" | "ceil"), [value]):
                return _whole(ratios, name, args[0], value)
            case (("max" | "min" | "gcd" | "lcm"), _):
                return _listed(name, [value for value in values if value is not None], args)
    except exact.NotRational:
        raise Unreadable("not_a_whole_number") from None
    return opaque(name, *args)


def _listed(name: str, values: list[Fraction], args: list[Form]) -> Form:
    if len(values) != len(args):
        return opaque(name, *args)
    if name in ("max", "min"):
        return number(max(values) if name == "max" else min(values))
    if any(value.denominator != 1 for value in values):
        raise Unreadable("not_a_whole_number")
    whole = [value.numerator for value in values]
    return number(math.gcd(*whole) if name == "gcd" else math.lcm(*whole))


def chosen(ratios: Ratios, n: Form, k: int) -> Form:
    """N (n-1) … (n-k+1) / k!"""
    total = number(Fraction(1, math.factorial(k)))
    for i in range(k):
        total = ratios.times(total, ratios.add(n, number(i), -1))
    return total


def _whole(ratios: Ratios, name: str, form: Form, value: Fraction | None) -> Form:
    rule = math.floor if name == "floor" else math.ceil
    if value is not None:
        return number(rule(value))
    ratios.algebra.spend(len(form.top))
    found = digits(form.top) if form.bottom == {ONE: 1} else None
    if found is None or found.imaginary:
        return opaque(name, form)
    exactly = Fraction(found.real)
    if abs(exactly) > 10**12 or abs(exactly - round(exactly)) < Fraction(1, 10**20):
        return opaque(name, form)  # too near to a whole number to be sure
    return number(rule(exactly))
