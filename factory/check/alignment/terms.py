"""Quantities as sums of products of given numbers, so that equal routes look equal.

A quantity such as `(24 - 2) * 3` is kept as the sum `24*3 - 2*3` over the *givens* it was made
from, each given a symbol of its own. Two routes to the same quantity (merged, reordered,
distributed) have the same terms; two different quantities that happen to have the same value do
not.

Promise: exact; bounded (`MOST_TERMS`, `LARGEST_POWER`): what grows beyond is `None`, which
callers treat as "not known", never as different. A divisor of several terms becomes a symbol of
its own, the same for every multiple of it.
"""

from fractions import Fraction
from typing import TypeAlias

Product: TypeAlias = tuple[tuple[int, int], ...]
"""Symbols and their exponents, by symbol; the empty product is a plain number."""
Factor: TypeAlias = int | Fraction
"""A plain number, an int where it is whole: most are, and fractions are slow."""
Terms: TypeAlias = dict[Product, Factor]
"""Products and their factors; no factor is zero."""
Key: TypeAlias = frozenset[tuple[Product, Factor]]

MOST_TERMS = 32
LARGEST_POWER = 6
MOST_SYMBOLS = 400
MOST_EFFORT = 150_000
"""Pairs of terms that are looked at for one problem; an ordinary one needs a few thousand."""


class Symbols:
    """The symbols of one problem and their values, and the work that may be done on them."""

    def __init__(self) -> None:
        self.values: list[Factor] = []
        self._effort = MOST_EFFORT
        self._sums: dict[Key, int] = {}

    def own(self) -> "Symbols":
        """The same symbols, and as much work as is left."""
        mine = Symbols()
        mine.values = list(self.values)
        mine._effort = self._effort
        mine._sums = dict(self._sums)
        return mine

    @property
    def exhausted(self) -> bool:
        """Whether the work allowed on one problem is done: what follows is not known."""
        return self._effort <= 0

    def spend(self, left: Terms, right: Terms) -> bool:
        """Whether two quantities may be set against each other."""
        self._effort -= 2 + len(left) * len(right)
        return self._effort > 0

    def fresh(self, value: Factor) -> int:
        """A new symbol for a quantity of this value."""
        self.values.append(value)
        return len(self.values) - 1

    def of_sum(self, terms: Terms) -> int | None:
        """The symbol that stands for a sum in a divisor."""
        key = frozenset(terms.items())
        if key not in self._sums:
            value = self.value(terms)
            if value is None or len(self.values) >= MOST_SYMBOLS:
                return None
            self._sums[key] = self.fresh(value)
        return self._sums[key]

    def value(self, terms: Terms) -> Fraction | None:
        """The number that the terms come to; None where a symbol in a divisor is zero."""
        total = Fraction(0)
        for product, factor in terms.items():
            worth = Fraction(factor)
            for symbol, power in product:
                base = self.values[symbol]
                if not base and power < 0:
                    return None
                worth *= Fraction(base) ** power
            total += worth
        return total


def size(value: Factor) -> Factor:
    """The number without its sign."""
    return -value if value < 0 else value


def number(value: Factor) -> Terms:
    """A plain number, made from no given."""
    return {(): plain(value)} if value else {}


def symbol(index: int, power: int = 1) -> Terms:
    """A given by itself."""
    return {((index, power),): 1}


def add(left: Terms, right: Terms, sign: int = 1) -> Terms | None:
    """`left + sign * right`."""
    total = dict(left)
    for product, factor in right.items():
        factor = total.get(product, 0) + sign * factor
        if factor:
            total[product] = plain(factor)
        else:
            del total[product]
    return total if len(total) <= MOST_TERMS else None


def multiply(left: Terms, right: Terms) -> Terms | None:
    """The product, multiplied out."""
    if len(left) * len(right) > 4 * MOST_TERMS:
        return None
    total: Terms = {}
    for ours, factor in left.items():
        for theirs, other in right.items():
            product = times(ours, theirs)
            if any(abs(power) > LARGEST_POWER for _, power in product):
                return None
            made = total.get(product, 0) + factor * other
            if made:
                total[product] = plain(made)
            else:
                del total[product]
    return total if len(total) <= MOST_TERMS else None


def divide(left: Terms, right: Terms, symbols: Symbols) -> Terms | None:
    """The quotient; a divisor of several terms is taken as one symbol."""
    if not right:
        return None
    product, factor = next(iter(right.items()))
    if len(right) > 1:
        product, factor = min(right.items())
        rest = {times(other, product, -1): ratio(value, factor) for other, value in right.items()}
        index = symbols.of_sum(rest)
        if index is None or not symbols.values[index]:
            return None
        product = times(product, ((index, 1),))
    inverse = {tuple((symbol, -power) for symbol, power in product): ratio(1, factor)}
    return multiply(left, inverse)


def ratio(above: Factor, below: Factor) -> Factor:
    """`above / below`, exactly."""
    if isinstance(above, int) and isinstance(below, int) and not above % below:
        return above // below
    return plain(Fraction(above) / below)


def plain(value: Factor) -> Factor:
    """The number as an int where it is whole; both are the same key."""
    return value.numerator if value.denominator == 1 else value


def times(left: Product, right: Product, sign: int = 1) -> Product:
    """`left * right ** sign`."""
    if not right:
        return left
    powers = dict(left)
    for symbol, power in right:
        power = powers.get(symbol, 0) + sign * power
        if power:
            powers[symbol] = power
        else:
            del powers[symbol]
    return tuple(sorted(powers.items()))


def negative(terms: Terms) -> Terms:
    """The terms with all signs turned."""
    return {product: -factor for product, factor in terms.items()}


def frozen(terms: Terms) -> Key:
    """The terms as a key."""
    return frozenset(terms.items())


def used(terms: Terms) -> set[int]:
    """The symbols that the terms hold."""
    return {symbol for product in terms for symbol, _ in product}
