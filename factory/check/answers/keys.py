"""A key for an answer: what equal answers share, and others do not.

Promise: among answers that have keys, the same key means `equal` under the same policy, and
another key means that they are not. Where `equal` is not transitive (units beside bare numbers,
percents, bare lists, long decimals, remainders) no key is given.
"""

import json

from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Forms
from factory.check.algebra.polynomials import MOST_WORK
from factory.check.algebra.ratios import number, unique_key
from factory.check.algebra.tree import Unreadable, modulus
from factory.check.answers import sets
from factory.check.answers.amounts import is_finite
from factory.check.answers.kinds import INTERVALS, Answer, Clock, Expression, Group, Number, Words
from factory.check.policy import Policy

_FLOAT_DIGITS = 12
_WORK = MOST_WORK // 4
"""Of all forms of one answer: what has a key within it can be compared within `MOST_WORK`."""


def answer_key(answer: Answer, policy: Policy) -> str | None:
    """The key, or None."""
    return _key(answer, policy, Forms(_WORK))


def _key(answer: Answer, policy: Policy, forms: Forms) -> str | None:
    match answer:
        case Number():
            return _number_key(answer, policy)
        case Words(text=text):
            fold = len(text) > 1 or policy.letter_case == "ignored"
            return f"text:{text.casefold() if fold else text}"
        case Expression():
            return _expression_key(answer, policy, forms)
        case Clock(minutes=minutes, half=half) if half:
            return f"time:{minutes}"
        case Group(kind=kind, items=items) if len(items) > 1 and kind in INTERVALS:
            return _tuple_key(answer, policy, forms)
        case Group(kind="union"):
            pieces = sets.real_set(answer, forms)
            if pieces and len(pieces) > 1:
                ends = [(p.closed_low, p.low.key, p.high.key, p.closed_high) for p in pieces]
                return f"set:{ends}"
    return None


def _tuple_key(group: Group, policy: Policy, forms: Forms) -> str | None:
    keys = [_key(item, policy, forms) or _infinity(item) for item in group.items]
    # Square brackets are an interval's only where there are two ends.
    return None if None in keys else json.dumps([group.kind if len(keys) == 2 else "()", *keys])


def _infinity(answer: Answer) -> str | None:
    if isinstance(answer, Expression) and answer.text.lstrip("+-") in (r"\infty", "oo"):
        return answer.text.lstrip("+")
    return None


def _number_key(answer: Number, policy: Policy) -> str | None:
    if policy.units == "dropped" and answer.unit != "%" and not answer.unit.startswith("base "):
        answer = Number(answer.value, "", answer.decimals, answer.digits)
    if answer.unit not in ("", "$") or (answer.unit and policy.units == "required"):
        return None
    # A decimal may stand for a value without a finite decimal: not where one equals the other.
    loose = policy.rounding == "rounded" or policy.tolerance is not None
    machine = policy.float_digits and answer.digits >= min(policy.float_digits, _FLOAT_DIGITS)
    if (answer.decimals and (loose or machine)) or (loose and not is_finite(answer.value)):
        return None
    if loose and policy.tolerance is not None:
        return None
    return unique_key(number(answer.value))


def _expression_key(answer: Expression, policy: Policy, forms: Forms) -> str | None:
    if answer.unit and policy.units != "dropped":
        return None
    if policy.rounding == "rounded" or policy.tolerance is not None:
        return None
    try:
        node = answer.node or parse(answer.text)
        key = None if modulus(node) else unique_key(forms.of(node))
    except Unreadable:
        return None
    single = answer.text.strip()
    return None if key is None or (len(single) == 1 and single.isalpha()) else key
