"""Check the arithmetic of solution steps: every `<<…=…>>`, every equation in words or in LaTeX.

Promise: exact, with Fractions; a decimal that rounds or cuts off the true value at the digits
shown is supported. What is not clearly an equation between numbers is unknown, never
contradicted: letters as operands, whole numbers shown for fractional values (which may be rounding
or an error), and every false equation that `doubts` can explain. LaTeX is read by `formulas` and
judged by `symbolic_lines`.
Not promised: that a supported step is right. True arithmetic with the wrong quantity is supported
too; operands that stand neither in the question nor in an earlier step are named as evidence.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import chain, islice
from typing import NamedTuple

from factory.check.algebra.exact import shows
from factory.check.steps.assumptions import Assumptions
from factory.check.steps.chains import algebra
from factory.check.steps.doubts import doubt
from factory.check.steps.equations import (
    Equation,
    Side,
    annotations,
    free_text,
    numbers,
    without_annotations,
)
from factory.check.steps.formulas import read_formulas
from factory.check.steps.provenance import Origins
from factory.check.steps.side_values import written
from factory.check.steps.solving import Equations
from factory.check.steps.symbolic_lines import Finding, Judged, judge_formulas


class StepCheck(NamedTuple):
    """The verdict on one step and what it rests on, in plain words."""

    verdict: Judged
    evidence: str
    strangers: tuple[str, ...] = ()
    """Operands that come from nowhere."""


LONGEST_STEP = 20_000
LONGEST_SOLUTION = 100_000
LONGEST_EVIDENCE = 500
MOST_EQUATIONS = 200
"""Equations of a step that are decided; what stands beyond them is unknown."""
_UNREAD = StepCheck("unknown", f"not read: beyond {LONGEST_SOLUTION:,} characters of the solution")
_LOOSE = re.compile(
    r"\b(?:about|around|approx|approximately|roughly|nearly|almost|estimated?|remainder"
    r"|round(?:ed|ing|s)|round (?=up|down|off|to|it|this|that|the))\b|≈|\\approx",
    re.I,
)
_WORDS = re.compile(r"[A-Za-z]{1,20}|¢")


def check_steps(question: str, steps: list[str]) -> list[StepCheck]:
    """One check a step, in their order; what stands beyond `LONGEST_SOLUTION` is not read."""
    question = question[:LONGEST_STEP]
    origins, assumptions, equations = Origins(question), Assumptions(question), Equations()
    asked = read_formulas(question)
    equations.judge(asked.statements or algebra(asked.prose), assumptions)
    room = LONGEST_SOLUTION
    found: list[StepCheck] = []
    for step in steps:
        step = step[:LONGEST_STEP]
        room -= len(step)
        read = _check(step, origins, assumptions, equations) if room >= 0 else _UNREAD
        found.append(read)
    return found


def first_contradicted(checks: Sequence[StepCheck]) -> int:
    """Index of the first contradicted step, -1 where there is none."""
    return next((i for i, check in enumerate(checks) if check.verdict == "contradicted"), -1)


def _check(
    step: str, origins: Origins, assumptions: Assumptions, equations: Equations
) -> StepCheck:
    loose = bool(_LOOSE.search(step))
    visible = without_annotations(step)
    formulas = read_formulas(visible)
    findings: list[Finding] = []
    operands: dict[Fraction, None] = {}
    results: set[Fraction] = set()
    quoted: list[Equation] = []
    told = chain(
        ((equation, True) for equation in annotations(step)),
        ((equation, False) for equation in free_text(formulas.prose)),
    )
    words = {word.lower() for word in _WORDS.findall(step)}
    for equation, annotated in islice(told, MOST_EQUATIONS):
        finding = _finding(equation, words, loose, quoted, origins)
        if finding.verdict == "contradicted" and assumptions.with_own_sign(equation.text):
            finding = Finding("unknown", f"{equation.text}: the question defines signs of its own")
        if annotated and finding.verdict == "supported":
            quoted.append(equation)
        findings.append(finding)
        operands |= dict.fromkeys(n for n in equation.operands if n not in results)
        results.update(equation.left.values, equation.right.values)
    if next(told, None):
        findings.append(Finding("unknown", f"more than {MOST_EQUATIONS} equations: not all read"))
    if formulas.statements:
        reading = judge_formulas(assumptions, step, formulas)
        findings += reading.findings
        operands |= dict.fromkeys(n for n in reading.operands if n not in results)
        results.update(reading.results, formulas.numbers)
    assumptions.step = step
    findings += equations.judge(formulas.statements or algebra(formulas.prose), assumptions)
    strangers = origins.strangers(operands, visible)
    check = _fused(findings, strangers, origins)
    origins.learn(results)
    origins.learn(numbers(formulas.prose))
    return check


def _fused(findings: list[Finding], strangers: list[Fraction], origins: Origins) -> StepCheck:
    """One verdict from all findings: what is false decides, then what is doubtful."""
    named = tuple(written(number) for number in strangers[:5])
    for wanted in ("contradicted", "unknown"):
        for finding in findings:
            if finding.verdict == wanted:
                return StepCheck(finding.verdict, finding.text[:LONGEST_EVIDENCE], named)
    if not findings:
        return StepCheck("unknown", "no equation between numbers", named)
    evidence = "; ".join(dict.fromkeys(finding.text for finding in findings))[:LONGEST_EVIDENCE]
    if strangers:
        evidence += f"; not given before: {', '.join(named)}"
        meant = [(n, origins.misread(n)) for n in strangers[:5]]
        guesses = [f"{written(n)} for {written(given)}" for n, given in meant if given is not None]
        evidence += f" (misread perhaps: {', '.join(guesses)})" if guesses else ""
    return StepCheck("supported", evidence, named)


def _finding(
    equation: Equation, words: set[str], loose: bool, quoted: list[Equation], origins: Origins
) -> Finding:
    verdict = _verdict(equation, loose)
    if verdict == "supported":
        return Finding("supported", equation.text)
    if verdict == "unknown":
        return Finding("unknown", f"{equation.text} may be rounded")
    results, lefts = [one.right for one in quoted], [one.left for one in quoted]
    reason = doubt(equation, results, lefts, words, origins.stated)
    if reason == "converts":
        return Finding("supported", f"{equation.text} by its units")
    if reason:
        return Finding("unknown", f"{equation.text} does not hold, but {reason}")
    return Finding("contradicted", f"{equation.text} is false: {_truth(equation)}")


def _verdict(equation: Equation, loose: bool) -> Judged:
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
    return f"{equation.left.text} is {written(value)}"
