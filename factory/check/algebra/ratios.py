"""Ratios of two exact sums: the arithmetic that a normal form is made with.

Promise: exact; bottoms of one product are divided out, square roots and i in bottoms are made
rational, so a number built of radicals has one way to be written.
Not promised: common factors of sums with variables are not cancelled; `same` needs no cancelling.
"""

from fractions import Fraction
from typing import Literal, NamedTuple

from factory.check.algebra.polynomials import (
    ONE,
    Algebra,
    Exponent,
    Sum,
    atoms,
    is_unique,
    key,
    plain,
)
from factory.check.algebra.tree import Unreadable

_HALF = Fraction(1, 2)


class Form(NamedTuple):
    """top / bottom."""

    top: Sum
    bottom: Sum


def number(value: Exponent) -> Form:
    """A rational number."""
    return Form({ONE: plain(value)} if value else {}, {ONE: 1})


def atom(name: str, exponent: Exponent = 1) -> Form:
    """One atom to a power."""
    return Form({((name, plain(exponent)),): 1}, {ONE: 1})


class Ratios:
    """Forms that belong together: one budget, one store of radicands."""

    def __init__(self, algebra: Algebra | None = None) -> None:
        self.algebra = algebra or Algebra()

    def add(self, left: Form, right: Form, factor: int = 1) -> Form:
        """Left + factor * right."""
        algebra = self.algebra
        if left.bottom == right.bottom:
            return Form(algebra.add(left.top, right.top, factor), left.bottom)
        top = algebra.add(
            algebra.times(left.top, right.bottom), algebra.times(right.top, left.bottom), factor
        )
        return self.reduced(top, algebra.times(left.bottom, right.bottom))

    def times(self, left: Form, right: Form) -> Form:
        """Left * right."""
        algebra = self.algebra
        top = algebra.times(left.top, right.top)
        return self.reduced(top, algebra.times(left.bottom, right.bottom))

    def inverse(self, form: Form) -> Form:
        """1 / form."""
        if not form.top:
            raise Unreadable("division_by_zero")
        return self.reduced(form.bottom, form.top)

    def whole_power(self, base: Form, exponent: int) -> Form:
        """The base to a whole power."""
        if exponent < 0:
            return self.whole_power(self.inverse(base), -exponent)
        if not base.top and not exponent:
            raise Unreadable("zero_power")
        power = self.algebra.power
        return self.reduced(power(base.top, exponent), power(base.bottom, exponent))

    def reduced(self, top: Sum, bottom: Sum) -> Form:
        """The ratio, with a bottom of one product divided out, and radicals made rational."""
        if not top:
            return number(0)
        if bottom == {ONE: 1}:
            return Form(top, bottom)
        for _ in range(4):
            if len(bottom) == 1:
                ((product, coefficient),) = bottom.items()
                free = tuple((a, -e) for a, e in product if a[0] not in "Rsc")
                bound = tuple((a, e) for a, e in product if a[0] in "Rsc")
                unit = self.algebra.product(free, Fraction(1) / coefficient)
                return Form(self.algebra.times(top, unit), {bound: 1})
            conjugate = _conjugate(bottom)
            if conjugate is None:
                break
            top = self.algebra.times(top, conjugate)
            bottom = self.algebra.times(bottom, conjugate)
        lead = bottom[min(bottom)]
        scale: Sum = {ONE: plain(Fraction(1) / lead)}
        return Form(self.algebra.times(top, scale), self.algebra.times(bottom, scale))

    def rational(self, form: Form) -> Fraction | None:
        """The value of a form that is a rational number."""
        if form.bottom != {ONE: 1} or set(form.top) - {ONE}:
            return None
        return Fraction(form.top.get(ONE, 0))

    def same(self, left: Form, right: Form) -> Literal["equal", "apart", "unknown"]:
        """Equal with proof, apart with proof, or not known."""
        algebra = self.algebra
        difference = algebra.add(
            algebra.times(left.top, right.bottom), algebra.times(right.top, left.bottom), -1
        )
        if not difference:
            return "equal"
        names = atoms(left.top) | atoms(left.bottom) | atoms(right.top) | atoms(right.bottom)
        return "apart" if is_unique(names) else "unknown"


def form_key(form: Form) -> str:
    """A text that only equal forms share; equal forms may still have two texts."""
    if form.bottom == {ONE: 1}:
        return key(form.top)
    return f"({key(form.top)})/({key(form.bottom)})"


def unique_key(form: Form) -> str | None:
    """The form's one way to be written, or None where it may have several."""
    if form.bottom != {ONE: 1} or not is_unique(atoms(form.top)):
        return None
    return key(form.top)


def _conjugate(bottom: Sum) -> Sum | None:
    """What makes one square root, or i, vanish from the bottom."""
    for name in sorted(atoms(bottom)):
        exponents = {dict(product).get(name, 0) for product in bottom}
        if (name == "i" and exponents <= {0, 1}) or (name[0] == "#" and exponents <= {0, _HALF}):
            return {
                product: -value if dict(product).get(name) else value
                for product, value in bottom.items()
            }
    return None
