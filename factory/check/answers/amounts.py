"""Two rational numbers with their units, percents, bases and rounded decimals, under a policy.

Promise: symmetric; exact but for what the policy allows a decimal *as written* to stand for.
"""

from fractions import Fraction

from factory.check.algebra import exact
from factory.check.answers import measures, units
from factory.check.answers.kinds import Number
from factory.check.policy import Policy
from factory.check.verdict import Verdict, different, equal, undecided

_MOST_BITS = 4_000
_SAME_NUMBER = equal("same_value", "exact")
_OTHER_NUMBER = different("other_value", "exact")


def compare_numbers(policy: Policy, left: Number, right: Number) -> Verdict:
    """Two rationals with their units, under the policy."""
    if policy.units == "dropped":
        left, right = _without_unit(left), _without_unit(right)
    units_ = left.unit, right.unit
    if "%" in units_:
        return _percent(policy, left, right)
    if units_[0] == units_[1] or units.alike(*units_):
        return _values(policy, left, right)
    if left.unit.startswith("base ") and right.unit.startswith("base "):
        return _bases(left, right)
    if all(units_):
        measured = measures.in_common(left, right)
        if measured is None:
            return undecided("other_unit", "exact")
        return _values(policy, *measured)
    if policy.units == "required" and "°" not in units_:
        return undecided("unit_missing", "exact")
    return _with_and_without(policy, *((left, right) if left.unit else (right, left)))


def _with_and_without(policy: Policy, measured: Number, bare: Number) -> Verdict:
    """The same figures are equal; the same amount in a unit or base that is not named is open."""
    said = _values(policy, measured, bare)
    if said.outcome != "different":
        return said
    if in_base_ten(measured) == bare.value:
        return undecided("other_base", "exact")
    return undecided("other_unit", "exact") if measures.converts(measured, bare.value) else said


def _without_unit(number: Number) -> Number:
    if number.unit == "%" or number.unit.startswith("base "):
        return number
    return Number(number.value, "", number.decimals, number.digits)


def _percent(policy: Policy, left: Number, right: Number) -> Verdict:
    if left.unit == right.unit:
        return _values(policy, left, right)
    share, bare = (left, right) if left.unit == "%" else (right, left)
    if bare.unit:
        return undecided("other_unit", "exact")
    as_number = Number(share.value, "", share.decimals, share.digits)
    as_fraction = Number(share.value / 100, "", share.decimals + 2 if share.decimals else 0)
    match policy.percent:
        case "number":
            return _values(policy, as_number, bare)
        case "fraction":
            return _values(policy, as_fraction, bare)
    said = _values(policy, as_number, bare)
    other = _values(policy, as_fraction, bare)
    if policy.percent == "either":
        return said if said.outcome == "equal" or other.outcome == "different" else other
    if other.outcome != "different" and share.value:
        return undecided("percent", "exact")
    if said.outcome == "equal" and 0 < abs(bare.value) < 1:
        return undecided("percent", "exact")
    return said


def _bases(left: Number, right: Number) -> Verdict:
    values = in_base_ten(left), in_base_ten(right)
    if None in values:
        return undecided("other_unit", "exact")
    if values[0] == values[1]:
        return undecided("other_base", "exact")
    return _OTHER_NUMBER


def in_base_ten(number: Number) -> Fraction | None:
    """The value of digits in the base that is their unit; None where they are none of it."""
    if not number.unit.startswith("base ") or not is_finite(number.value):
        return None
    places = next(n for n in range(_MOST_BITS) if 10**n % number.value.denominator == 0)
    base = int(number.unit.removeprefix("base "))
    try:
        return Fraction(int(str(number.value * 10**places), base), base**places)
    except ValueError:
        return None


def _values(policy: Policy, left: Number, right: Number) -> Verdict:
    if left.value == right.value:
        return _SAME_NUMBER
    for shown, other in ((left, right), (right, left)):
        if shown.decimals:
            finite = other.digits > 0 or is_finite(other.value)
            said = shown_for(policy, shown, other.value, finite)
            if said is not None:
                return said
    return _OTHER_NUMBER


def shown_for(policy: Policy, shown: Number, value: Fraction, finite: bool) -> Verdict | None:
    """What is said where a written decimal may stand for a value; None: it does not.

    `value` may itself be the first sixty digits of an irrational number; `finite` says whether
    it has a finite decimal, which nobody rounds.
    """
    if not shown.decimals:
        return None
    gap = abs(shown.value - value)
    if policy.tolerance is not None and gap <= Fraction(policy.tolerance) * abs(value):
        return equal("within_tolerance", "exact")
    if shown.decimals < 2 and shown.digits < 3:
        return None
    if finite:
        noise = shown.digits >= 15 and gap * 10**14 <= abs(value)
        return undecided("machine_precision", "exact") if noise else None
    if not exact.shows(shown.value, shown.decimals, value):
        noise = shown.digits >= 15 and gap * 10**14 <= abs(value)
        if not noise:
            return None
    if policy.rounding == "rounded":
        return equal("rounded", "exact")
    if policy.float_digits and shown.digits >= policy.float_digits:
        return equal("machine_precision", "exact")
    return undecided("rounded", "exact")


def is_finite(value: Fraction) -> bool:
    """Whether the value has a finite decimal, one that somebody may write."""
    rest = value.denominator
    if rest.bit_length() > _MOST_BITS:
        return False
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
