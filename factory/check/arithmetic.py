"""Check the arithmetic of solution steps: every `<<…=…>>` and every equation in free text.

Promise: exact, with Fractions; a decimal that rounds or cuts off the true value at the digits
shown is supported. What is not clearly an equation between numbers is unknown, never
contradicted: letters as operands, and whole numbers shown for fractional values, which may be
rounding or an error.
Not promised: that a supported step is right. True arithmetic with the wrong quantity is supported
too; operands that stand neither in the question nor in an earlier step are named as evidence.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from factory.check.equations import Equation, Side, annotations, free_text, numbers
from factory.check.exact import shows


class StepCheck(NamedTuple):
    """The verdict on one step and what it rests on, in plain words."""

    verdict: Literal["supported", "contradicted", "unknown"]
    evidence: str


LONGEST_STEP = 20_000
_LOOSE = re.compile(
    r"\b(?:about|around|approx|approximately|round|rounded|rounding|roughly|nearly|almost)\b|≈",
    re.I,
)
_CENTS = re.compile(r"\bcents?\b|¢", re.I)
# Numbers that a solution may bring along: small counts, percent, and the calendar.
_COMMON = {Fraction(n) for n in (*range(13), 24, 30, 31, 52, 60, 100, 365, 1000)}


def check_steps(question: str, steps: list[str]) -> list[StepCheck]:
    """One check a step, in their order."""
    known = set(numbers(question[:LONGEST_STEP])) | _COMMON
    checks: list[StepCheck] = []
    for step in steps:
        step = step[:LONGEST_STEP]
        check, strangers = _check(step, known)
        if strangers and check.verdict == "supported":
            listed = ", ".join(_written(n) for n in strangers[:5])
            check = check._replace(evidence=f"{check.evidence}; not given before: {listed}")
        checks.append(check)
        known.update(numbers(step))
    return checks


def _check(step: str, known: set[Fraction]) -> tuple[StepCheck, list[Fraction]]:
    loose = bool(_LOOSE.search(step))
    cents = bool(_CENTS.search(step))
    supported: list[str] = []
    doubtful: list[str] = []
    strangers: dict[Fraction, None] = {}
    for equation in _equations(step):
        verdict = _verdict(equation, loose, cents)
        if verdict == "contradicted":
            return StepCheck("contradicted", f"{equation.text} is false: {_truth(equation)}"), []
        (supported if verdict == "supported" else doubtful).append(equation.text)
        strangers |= dict.fromkeys(n for n in equation.operands if n not in known)
        known = known | {value for side in (equation.left, equation.right) for value in side.values}
    if supported and not doubtful:
        return StepCheck("supported", "; ".join(supported)[:500]), list(strangers)
    if doubtful:
        return StepCheck("unknown", f"{doubtful[0]} may be rounded"[:500]), []
    return StepCheck("unknown", "no equation between numbers"), []


def _equations(step: str) -> Iterator[Equation]:
    yield from annotations(step)
    yield from free_text(step)


def _verdict(equation: Equation, loose: bool, cents: bool) -> str:
    left, right = equation.left, equation.right
    for value in left.values:
        for shown in right.values:
            if value == shown or _rounds(value, shown, right):
                return "supported"
            if _rounds(shown, value, left):
                return "supported"
    if any(_is_float_noise(value, shown) for value in left.values for shown in right.values):
        return "supported"
    for value in left.values:
        for shown in right.values:
            if cents and (value == shown * 100 or value * 100 == shown):
                return "unknown"
            if (
                right.plain
                and not right.decimals
                and abs(value - shown) < 1
                and value.denominator > 1
            ):
                return "supported" if loose else "unknown"
            if loose and abs(value - shown) <= abs(value) / 20:
                return "unknown"
    return "contradicted"


def _rounds(value: Fraction, shown: Fraction, side: Side) -> bool:
    """Whether the side shows `value` rounded or cut off at the decimals that it has."""
    return side.plain and side.decimals > 0 and shows(shown, side.decimals, value)


def _is_float_noise(value: Fraction, shown: Fraction) -> bool:
    # Calculators annotate 0.1*3 as 0.30000000000000004; no person meant the difference.
    return abs(value - shown) <= abs(value) / 10**12


def _truth(equation: Equation) -> str:
    value = equation.left.values[0]
    return f"{equation.left.text} is {_written(value)}"


def _written(value: Fraction) -> str:
    if value.denominator == 1 and abs(value) < 10**100:
        return str(value)
    if abs(value) < 10**15:
        return f"{float(value):.10g}"
    return "too long to write"
