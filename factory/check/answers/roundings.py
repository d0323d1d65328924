r"""Decimals that were written for a number without a finite decimal, also inside of expressions.

Promise: `x + 1.414i` is never called different from `x + \sqrt2 i`, nor `0.33x` from `x/3`: each
coefficient of two sums is compared, and a decimal may round, or be cut off from, what stands in
its place. A decimal counts from two decimals or three digits on (`amounts.shown_for`).
Not promised: decimals in exponents and in arguments of functions; where
these differ `Unreadable` is raised, and the symbolic path abstains by `nearness`.
"""

import re
from collections.abc import Iterable
from fractions import Fraction

from factory.check.algebra.decimals import digits
from factory.check.algebra.polynomials import ONE, Product, Sum
from factory.check.algebra.ratios import Form, Ratios
from factory.check.algebra.tree import Unreadable
from factory.check.answers.amounts import is_finite, shown_for
from factory.check.answers.kinds import Answer, Expression, Number, Words
from factory.check.policy import Policy
from factory.check.verdict import Verdict, undecided

_DECIMAL = re.compile(r"(?<![\d.])(\d{0,300})\.(\d{1,300})(?![\d.])", re.A)
_COARSE = Fraction(1, 5)
_UNSURE = undecided("rounded", "normal")


def written(answer: Answer) -> list[Number]:
    """The decimals of an answer that may have been rounded."""
    if isinstance(answer, Expression | Words):
        return decimals_of(answer.text)
    return [answer] if isinstance(answer, Number) and _may_round(answer) else []


def decimals_of(text: str) -> list[Number]:
    """The decimals of a text that may have been rounded."""
    found = (_number(*match.groups()) for match in _DECIMAL.finditer(text))
    return [one for one in found if _may_round(one)]


def _may_round(shown: Number) -> bool:
    return bool(shown.decimals and shown.digits and (shown.decimals >= 2 or shown.digits >= 3))


def _number(whole: str, decimals: str) -> Number:
    digits = len((whole + decimals).lstrip("0"))
    return Number(Fraction(f"{whole or 0}.{decimals}"), "", len(decimals), digits)


def alone(left: list[Number], right: list[Number]) -> list[Number]:
    """The decimals that only one side has; none where each has its own, which nobody rounded."""
    shared = {one.value for one in left} & {one.value for one in right}
    ours, theirs = ([one for one in side if one.value not in shared] for side in (left, right))
    return [] if ours and theirs else ours + theirs


def nearness(shown: Iterable[Number]) -> Fraction:
    """The relative gap that these decimals leave open: a unit of the last digit; 0: no decimals."""
    units = (Fraction(1, 10**one.decimals) / abs(one.value) for one in shown)
    return min(max(units, default=Fraction(0)), _COARSE)


def rounds(
    policy: Policy, ratios: Ratios, shown: Answer, form: Form, other: Form
) -> Verdict | None:
    """What is said where decimals of `shown`, which has this form, may stand for another form.

    None: they do not. Raises `Unreadable` where it cannot be seen.
    """
    decimals = written(shown)
    if not decimals:
        return None
    if not form.bottom == other.bottom == {ONE: 1}:
        return _ratios(ratios, decimals, form, other)
    ours, theirs = _pieces(form.top), _pieces(other.top)
    if any(_is_broken(product) for product in ours.keys() ^ theirs.keys()):
        raise Unreadable("rounded_exponent")
    said = set()
    for product in ours.keys() | theirs.keys():
        left, right = ours.get(product, {}), theirs.get(product, {})
        if left != right:
            said.add(_coefficient(policy, decimals, left, right))
    return min(said, key=_worst)


def _ratios(ratios: Ratios, decimals: list[Number], form: Form, other: Form) -> Verdict | None:
    """Multiplied out, coefficients may cancel: each gap is held against the largest term."""
    algebra = ratios.algebra
    ours, theirs = algebra.times(form.top, other.bottom), algebra.times(other.top, form.bottom)
    gaps = _values(algebra.add(ours, theirs, -1))
    sizes = [
        _values({product: value}) for total in (ours, theirs) for product, value in total.items()
    ]
    if gaps is None or None in sizes:
        raise Unreadable("no_digits")
    largest = max(abs(value) for size in sizes if size for value in size.values())
    near = nearness(decimals) * largest
    return _UNSURE if all(abs(gap) <= near for gap in gaps.values()) else None


def _worst(said: Verdict | None) -> int:
    return 0 if said is None else 1 if said.outcome == "undecided" else 2


def _is_broken(product: Product) -> bool:
    return any(not isinstance(exponent, int) for _, exponent in product)


def _pieces(total: Sum) -> dict[Product, Sum]:
    """The coefficient of each product of variables and i, itself a sum of numbers."""
    found: dict[Product, Sum] = {}
    for product, value in total.items():
        named = tuple(item for item in product if item[0][0] in "vi")
        rest = tuple(item for item in product if item[0][0] not in "vi")
        found.setdefault(named, {})[rest] = value
    return found


def _coefficient(policy: Policy, decimals: list[Number], ours: Sum, theirs: Sum) -> Verdict | None:
    left, right = digits(ours), digits(theirs)
    if left is None or right is None:
        raise Unreadable("no_digits")
    value, exact = Fraction(left.real), Fraction(right.real)
    finite = theirs.keys() <= {ONE} and is_finite(Fraction(theirs.get(ONE, 0)))
    if ours.keys() <= {ONE}:
        for one in decimals:
            if abs(value) == abs(one.value):
                as_written = Number(value, "", one.decimals, one.digits)
                return shown_for(policy, as_written, exact, finite)
        if finite:
            return None
    near = abs(value - exact) <= nearness(decimals) * max(abs(value), abs(exact))
    return _UNSURE if near else None


def near_proportional(shown: list[Number], left: Form, right: Form) -> bool:
    """Whether these decimals may hide that two polynomials are the same up to a factor."""
    near = nearness(shown) * min(len(shown), 2)  # in a ratio of two rounded ones the gaps add up
    if not near or not left.bottom == right.bottom == {ONE: 1}:
        return False
    ours, theirs = _values(left.top), _values(right.top)
    if ours is None or theirs is None:
        return True
    if ours.keys() != theirs.keys():
        return False
    first = min(ours)
    pairs = [(ours[p] * theirs[first], theirs[p] * ours[first]) for p in ours]
    return all(abs(a - b) <= near * max(abs(a), abs(b)) for a, b in pairs)


def _values(total: Sum) -> dict[Product, Fraction] | None:
    found = {product: digits(piece) for product, piece in _pieces(total).items()}
    values = {product: Fraction(value.real) for product, value in found.items() if value}
    return values if len(values) == len(found) else None
