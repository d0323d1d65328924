"""Whether two polynomial equations surely have different solutions.

Promise: a proof, or False. On a line parallel to an axis an equation is a polynomial in one
variable; where two have different positive zeros on one such line, all other coordinates being
positive too, the equations differ, whether their variables may be negative or not. Zeros are
counted exactly (Sturm 1835); the zeros that two polynomials share are those of their greatest
common divisor.
Not promised: to find such a line where there is one.
"""

import itertools
from collections.abc import Iterator
from fractions import Fraction

from factory.check.algebra.polynomials import Algebra, Exponent, Sum

_MOST_TERMS = 40
_MOST_NAMES = 4
_HIGHEST = 8
_MOST_BITS = 128
_PLACES = tuple(Fraction(*pair) for pair in ((1, 1), (2, 1), (1, 2), (5, 1), (1, 16), (30, 1)))

Line = list[Fraction]
"""A polynomial in one variable: its coefficients, the constant first, the last not zero."""


def surely_differ(algebra: Algebra, left: Sum, right: Sum, names: set[str]) -> bool:
    """Whether `left = 0` and `right = 0`, rational polynomials in `names`, part on some line.

    Raises:
        Unreadable: the budget of the algebra is spent.
    """
    if not 1 <= len(names) <= _MOST_NAMES or not all(map(_is_small, (left, right))):
        return False
    for name in sorted(names):
        others = sorted(names - {name})
        for point in _points(left, right, others):
            algebra.spend(_work(left) + _work(right))
            ours, theirs = _on_line(left, name, point), _on_line(right, name, point)
            if _part(ours, theirs):
                return True
    return False


def _work(total: Sum) -> int:
    return len(total) + max(sum(int(e) for _, e in product) for product in total) ** 2


def _is_small(total: Sum) -> bool:
    return len(total) <= _MOST_TERMS and all(
        Fraction(value).numerator.bit_length() <= _MOST_BITS
        and Fraction(value).denominator.bit_length() <= _MOST_BITS
        and all(name.startswith("v:") for name, _ in product)
        and sum(exponent for _, exponent in product) <= _HIGHEST
        for product, value in total.items()
    )


def _points(left: Sum, right: Sum, names: list[str]) -> Iterator[dict[str, Fraction]]:
    """Positive places of the other variables: where circles have their middle, and round ones."""
    middles = []
    for total in (left, right):
        found = [_middle(total, name) for name in names]
        middles.append({name: at for name, at in zip(names, found, strict=True) if at > 0})
    for middle in middles:
        if names and len(middle) == len(names):
            yield middle
    count = len(_PLACES) if names else 1
    for start, step in itertools.product(range(count), (0, 1) if len(names) > 1 else (0,)):
        yield {name: _PLACES[(start + step * i) % len(_PLACES)] for i, name in enumerate(names)}


def _middle(total: Sum, name: str) -> Fraction:
    square = Fraction(total.get(((name, 2),), 0))
    return -Fraction(total.get(((name, 1),), 0)) / square / 2 if square else Fraction(0)


def _on_line(total: Sum, variable: str, point: dict[str, Fraction]) -> Line:
    found = [Fraction(0)] * (_HIGHEST + 1)
    for product, value in total.items():
        power: Exponent = 0
        factor = Fraction(value)
        for name, exponent in product:
            if name == variable:
                power = exponent
            else:
                factor *= point[name] ** int(exponent)
        found[int(power)] += factor
    return _trimmed(found)


def _part(left: Line, right: Line) -> bool:
    """Whether one of the two has a positive zero that the other has not."""
    if not left or not right:
        return bool(left or right)  # one holds all of the line, the other some points of it
    shared = _positive_zeros(_common_divisor(left, right))
    return any(_positive_zeros(line) != shared for line in (left, right))


def _common_divisor(left: Line, right: Line) -> Line:
    while right:
        left, right = right, _remainder(left, right)
    return left


def _positive_zeros(line: Line) -> int:
    """How many positive numbers a polynomial vanishes at, by its Sturm sequence."""
    first = next(i for i, value in enumerate(line) if value)
    chain = [line[first:]]
    following = _trimmed([i * value for i, value in enumerate(chain[0])][1:])
    while following:
        chain.append(following)
        following = [-value for value in _remainder(chain[-2], chain[-1])]
    return _turns([p[0] for p in chain]) - _turns([p[-1] for p in chain])


def _turns(values: Line) -> int:
    signs = [value > 0 for value in values if value]
    return sum(one != other for one, other in itertools.pairwise(signs))


def _remainder(left: Line, right: Line) -> Line:
    """What is left of a division, up to a positive factor."""
    rest = list(left)
    while len(rest) >= len(right):
        factor, shift = rest[-1] / right[-1], len(rest) - len(right)
        for i, value in enumerate(right):
            rest[shift + i] -= factor * value
        rest = _trimmed(rest)
    scale = abs(rest[-1]) if rest else 1  # keeps the fractions short
    return [value / scale for value in rest]


def _trimmed(line: Line) -> Line:
    while line and not line[-1]:
        line = line[:-1]
    return line
