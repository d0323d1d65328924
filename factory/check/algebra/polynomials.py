"""Exact sums of products: rational coefficients, and atoms with the relations that they keep.

An atom is a text whose first sign tells its kind: `#2` is the prime 2 (to a broken power: a
radical), `i`, `P` is pi, `E[m]` is e to the m, `v:x` a variable, `R[b]` a root of b, `s[m]` and
`c[m]` sine and cosine, all others are opaque. A product of radicals of distinct primes, i, one
transcendental and variables has one way to be written, so two different sums of these are
different with proof.

Promise: exact, and bounded by a budget of work and of digits: beyond it raises `Unreadable`.
Not promised: to know every relation between opaque atoms. What comes out equal is equal.
"""

from fractions import Fraction
from math import comb
from typing import TypeAlias

from factory.check.algebra.tree import Unreadable

Exponent: TypeAlias = int | Fraction
Product: TypeAlias = tuple[tuple[str, Exponent], ...]
Sum: TypeAlias = dict[Product, Exponent]

MOST_WORK = 6_000
"""Some 0.1 s; the answers of MATH need 300 at most, for a whole comparison."""
MOST_BITS = 40_000
ONE: Product = ()


class Algebra:
    """Sums that belong together: their budget, and what their roots are of."""

    def __init__(self, work: int = MOST_WORK) -> None:
        self.left = work
        self.radicands: dict[str, Sum] = {}

    def spend(self, work: int) -> None:
        """Take from the budget, before the work is done."""
        self.left -= work
        if self.left < 0:
            raise Unreadable("too_much_work")

    def add(self, left: Sum, right: Sum, factor: Exponent = 1) -> Sum:
        """Left + factor * right."""
        self.spend(len(right) + 1)
        total = dict(left)
        for product, coefficient in right.items():
            value = total.get(product, 0) + factor * coefficient
            if value:
                total[product] = self._small(value)
            else:
                total.pop(product, None)
        return total

    def times(self, left: Sum, right: Sum) -> Sum:
        """The product, multiplied out."""
        self.spend(len(left) * len(right) + 1)
        if left == {ONE: 1}:
            return right
        if right == {ONE: 1}:
            return left
        total: Sum = {}
        for one, a in left.items():
            for other, b in right.items():
                factor, product, rest = self._merge(one, other)
                coefficient = self._small(a * b * factor)
                if rest is None:
                    value = total.get(product, 0) + coefficient
                    if value:
                        total[product] = self._small(value)
                    else:
                        total.pop(product, None)
                else:
                    total = self.add(total, self.times(rest, {product: 1}), coefficient)
        return total

    def product(self, product: Product, coefficient: Exponent) -> Sum:
        """One product, its atoms kept to their relations."""
        factor, product, _ = self._merge(product, ONE)
        return {product: plain(self._small(coefficient * factor))}

    def power(self, base: Sum, exponent: int) -> Sum:
        """The base to a whole exponent of 0 or more, refused before it grows too large."""
        if len(base) == 1 and exponent > 4:
            ((product, coefficient),) = base.items()
            if not any(atom[0] in "sR" for atom, _ in product):
                return self._monomial_power(product, coefficient, exponent)
        if exponent and len(base) > 1:
            if exponent > 200:
                raise Unreadable("exponent_too_large")
            self.spend(min(comb(exponent + len(base) - 1, len(base) - 1), MOST_WORK + 1))
        if exponent > 10_000:
            raise Unreadable("exponent_too_large")
        result: Sum = {ONE: 1}
        while exponent:
            if exponent & 1:
                result = self.times(result, base)
            exponent >>= 1
            if exponent:
                base = self.times(base, base)
        return result

    def _monomial_power(self, product: Product, coefficient: Exponent, exponent: int) -> Sum:
        if exponent > 10_000:
            raise Unreadable("exponent_too_large")
        bits = _bits(coefficient)
        if coefficient not in (1, -1) and bits * exponent > MOST_BITS:
            raise Unreadable("power_too_large")
        raised = tuple((atom, e * exponent) for atom, e in product)
        return self.product(raised, _exact_power(coefficient, exponent))

    def _small(self, value: Exponent) -> Exponent:
        bits = _bits(value)
        if bits > 64:
            self.spend(bits // 64)
            if bits > MOST_BITS:
                raise Unreadable("number_too_large")
        return value

    def _merge(self, left: Product, right: Product) -> tuple[Exponent, Product, Sum | None]:
        """(rational factor, product, a sum still to be multiplied with it) of two products."""
        if left and right:
            exponents = dict(left)
            for atom, exponent in right:
                exponents[atom] = exponents.get(atom, 0) + exponent
        else:
            exponents = dict(left or right)
        factor: Exponent = 1
        rest: Sum | None = None
        kept = []
        for atom, exponent in exponents.items():
            if exponent and _reducible(atom[0], exponent):
                scale, exponent, more = self._reduce(atom, exponent)
                factor = factor * scale
                if more is not None:
                    rest = more if rest is None else self.times(rest, more)
            if exponent:
                kept.append((atom, plain(exponent)))
        return factor, tuple(sorted(kept)), rest

    def _reduce(self, atom: str, exponent: Exponent) -> tuple[Exponent, Exponent, Sum | None]:
        """What an atom's own relation makes of this power."""
        kind = atom[0]
        if kind == "#":
            whole = exponent.__floor__()
            prime = int(atom[1:])
            if abs(whole) * prime.bit_length() > MOST_BITS:
                raise Unreadable("power_too_large")
            return Fraction(prime) ** whole if whole else 1, exponent - whole, None
        if kind == "i":
            turns = int(exponent) % 4
            return (-1 if turns > 1 else 1), turns % 2, None
        if kind == "R" and exponent >= 1:
            whole = exponent.__floor__()
            return 1, exponent - whole, self.power(self.radicands[atom], whole)
        if kind == "s" and exponent >= 2:
            pairs = int(exponent) // 2
            cosine = ("c" + atom[1:], 2)
            return 1, int(exponent) % 2, self.power({ONE: 1, (cosine,): -1}, pairs)
        return 1, exponent, None


def _reducible(kind: str, exponent: Exponent) -> bool:
    match kind:
        case "#":
            return not 0 < exponent < 1
        case "i":
            return exponent != 1
        case "R":
            return exponent >= 1
        case "s":
            return exponent >= 2
    return False


def plain(value: Exponent) -> Exponent:
    """A whole Fraction as an int, so that equal values are written alike."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def key(total: Sum) -> str:
    """The sum as a text that only equal sums share."""
    terms = sorted(total.items())
    return "+".join(f"{_written(plain(value))}{_named(product)}" for product, value in terms) or "0"


def _named(product: Product) -> str:
    return "".join(f"*{atom}^{exponent}" for atom, exponent in product)


def _written(value: Exponent) -> str:
    # Python refuses to write integers of more than 4,300 digits in decimal.
    if _bits(value) > 10_000:
        return f"{value.numerator:x}/{value.denominator:x}h"
    return str(value)


def atoms(total: Sum) -> set[str]:
    """The atoms that occur."""
    return {atom for product in total for atom, _ in product}


def is_unique(names: set[str]) -> bool:
    """Whether sums of these atoms differ in value wherever they differ in writing."""
    constants = {name for name in names if name[0] in "PEL"}
    if any(name[0] not in "#iPELv" for name in names):
        return False
    return len(constants) <= 1 and all(name in ("P", "E[]") or name[0] == "L" for name in constants)


def _bits(value: Exponent) -> int:
    return value.numerator.bit_length() + value.denominator.bit_length()


def _exact_power(value: Exponent, exponent: int) -> Exponent:
    return value**exponent
