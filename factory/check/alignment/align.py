"""Hold the steps of a solution against a rationale, or against verified solutions of the same task.

`align_steps` says of every step which right quantity it computes, and finds the first wrong step.
What is a right quantity: a result of the rationale (or of a verified sibling solution), with what
it is made of: `24*3 - 2*3` is `(24 - 2) * 3` by another route, `10 + 10` is not `30 - 10`. Steps
may merge, split, reorder or distribute what the rationale does.

Conventions, the first wrong step being what people annotate as such:
- False arithmetic is wrong wherever it stands, and whatever the final answer is.
- A solution with the right final answer has no other wrong step: what its steps compute
  otherwise is unknown, since the rationale is one route of many.
- A solution with a wrong final answer has a first wrong step; `faults` has the rules. Steps after
  it that build on it are unknown, not wrong once more.
- Whether the answer is right is decided by `compare`; where that is undecided, only arithmetic
  speaks. A rationale is read when the answer is among its results, or most of its lines compute
  something. Where it is not, the step that gives the wrong answer is named, and no other.

Promise: exact, deterministic, in-process, bounded in time for any text. What is right is read once
for all solutions of a problem that come one after another.
Not promised: that a step whose number is right says the right thing in words (`he gives out 28`
where he buys 28 has the right number); only other units, rates, weekdays and persons are seen. Nor
that a wrong rationale is found out.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from factory.check.alignment.claims import operands, within
from factory.check.alignment.derivation import Graph, read_graph
from factory.check.alignment.faults import Fault, Goal, first_fault, last_fault
from factory.check.alignment.givens import LONGEST_QUESTION, Givens
from factory.check.alignment.tracing import Trace, Traced
from factory.check.answers.extraction import extract
from factory.check.answers.quick import compare
from factory.check.answers.reading import plain_number
from factory.check.steps.arithmetic import StepCheck, check_steps

MOST_SIBLINGS = 8
LONGEST_RATIONALE = 20_000
LONGEST_LINE = 2_000
MOST_KEPT = 32
"""Problems whose right solution is kept as read: the solutions of one come together."""


class StepAlignment(NamedTuple):
    """The verdict on one step and what it rests on, in plain words."""

    verdict: Literal["supported", "contradicted", "unknown"]
    evidence: str


class Alignment(NamedTuple):
    """One verdict a step, and the index of the first wrong step (-1: none found)."""

    steps: tuple[StepAlignment, ...]
    first_error: int


def align_steps(
    question: str,
    steps: Sequence[str],
    reference: str | None = None,
    siblings: Sequence[Sequence[str]] = (),
    answer: str | None = None,
    checks: Sequence[StepCheck] | None = None,
) -> Alignment:
    """Align the steps of one solution.

    Args:
        question: the problem, from which numbers are taken as given.
        steps: the solution as `split` cuts it, the final answer in the last step or on its own.
        reference: a rationale: lines with `<<48/2=24>>`, or free text with equations.
        siblings: steps of solutions that are known to be right, each a rationale of its own; with
            three or more, what only one of them computes is no right quantity by itself.
        answer: the right final answer; without it, that of the reference or of the siblings.
        checks: what `check_steps` says of these steps, where it was asked already.

    Raises:
        ValueError: there is not one check for each step.
    """
    right = _read(
        question[:LONGEST_QUESTION],
        None if reference is None else reference[:LONGEST_RATIONALE],
        tuple(tuple(line[:LONGEST_LINE] for line in within(s)) for s in siblings[:MOST_SIBLINGS]),
        None if answer is None else answer[:LONGEST_LINE],
    )
    checks = check_steps(question, list(steps)) if checks is None else checks
    arithmetic = [
        _vouched(check, step.strip() in right.said)
        for check, step in zip(checks, steps, strict=True)
    ]
    trace = Trace(right.graph.own(), steps)
    goal = right.goal
    final = _final(steps)
    ends = compare(goal.answer, final).outcome if goal and final else "undecided"
    fault = _false(arithmetic)
    if goal and final and ends == "different":
        fault = _earliest(fault, trace, steps, _number(final), goal)
    made = [_verdict(at, arithmetic[at], trace, fault) for at in range(len(steps))]
    if goal and made and ends == "equal" and made[-1].verdict == "unknown":
        made[-1] = StepAlignment("supported", f"gives the right answer, {goal.answer[:100]}")
    return Alignment(tuple(made), fault.step if fault else -1)


def _vouched(check: StepCheck, said: bool) -> StepCheck:
    """False arithmetic that the reference has word for word is its author's to answer for."""
    if said and check.verdict == "contradicted":
        return check._replace(
            verdict="unknown", evidence=f"{check.evidence}; the reference says the same"
        )
    return check


class _Right(NamedTuple):
    """What is known to be right; not to be changed, since solutions of one problem share it."""

    graph: Graph
    goal: Goal | None
    said: frozenset[str]
    """The lines of the rationales."""


@lru_cache(maxsize=MOST_KEPT)
def _read(
    question: str, reference: str | None, siblings: tuple[tuple[str, ...], ...], answer: str | None
) -> _Right:
    """Read what is right; a sibling with false arithmetic is right by luck, and left out."""
    rationales: list[Sequence[str]] = [] if reference is None else [reference.splitlines()]
    for sibling in siblings:
        if all(check.verdict != "contradicted" for check in check_steps(question, list(sibling))):
            rationales.append(sibling)
    graph = read_graph(Givens(question), rationales, reference is not None)
    said = frozenset(line.strip() for lines in rationales for line in lines)
    return _Right(graph, _goal(graph, rationales, answer), said)


def _goal(graph: Graph, rationales: Sequence[Sequence[str]], answer: str | None) -> Goal | None:
    if answer is None:
        found = (_final(lines) for lines in rationales)
        answer = next((text for text in found if text is not None), None)
    if answer is None:
        return None
    value = _number(answer)
    values = () if value is None else (value, value / 100)
    lines = [quantity.line for quantity in graph.quantities if quantity.value in values]
    return Goal(answer, lines[-1] if lines else "")


def _final(lines: Sequence[str]) -> str | None:
    found = extract("\n".join(lines))
    return found.answer if found else None


def _number(text: str) -> Fraction | None:
    value = plain_number(text.strip().strip("$€£%. "))
    return None if value is None else Fraction(value)


def _false(arithmetic: Sequence[StepCheck]) -> Fault | None:
    for at, check in enumerate(arithmetic):
        if check.verdict == "contradicted":
            return Fault(at, check.evidence)
    return None


def _earliest(
    false: Fault | None, trace: Trace, steps: Sequence[str], final: Fraction | None, goal: Goal
) -> Fault:
    found = first_fault(trace) if goal.line or trace.graph.is_read else None
    if found and (false is None or found.step < false.step):
        return found
    return false or last_fault(trace, steps, final, goal)


def _verdict(at: int, arithmetic: StepCheck, trace: Trace, fault: Fault | None) -> StepAlignment:
    if arithmetic.verdict == "contradicted":
        return StepAlignment(arithmetic.verdict, arithmetic.evidence)
    if fault and fault.step == at:
        return StepAlignment("contradicted", fault.evidence)
    claims = [found for found in trace.found if found.step == at]
    if not claims or not trace.graph.quantities:
        return StepAlignment(arithmetic.verdict, arithmetic.evidence)
    doubtful = next((found for found in claims if not _is_right(found)), None)
    if doubtful is None:
        return StepAlignment("supported", "; ".join(_says(found, trace) for found in claims)[:500])
    after = f"; it comes after step {fault.step}, which is wrong" if fault else ""
    return StepAlignment("unknown", f"{doubtful.claim.text} is not in the reference{after}")


def _is_right(found: Traced) -> bool:
    kinds = ("same", "given", "summand", "scaled")
    return (found.leads or found.match.kind in kinds) and not found.otherwise


def _says(found: Traced, trace: Trace) -> str:
    """Which right quantity a claim computes, and how."""
    text, quantity = found.claim.text, found.match.quantity
    if quantity is None or found.match.kind in ("value", "none"):
        known = "a number of the question" if found.match.kind == "given" else "on the way"
        return f"{text}: {known}"
    theirs = quantity.claim.text
    if found.match.kind != "same":
        return f"{text}: part of {theirs} in the reference"
    ours = operands(found.claim)
    wanted = operands(quantity.claim)
    if sorted(ours) == sorted(wanted):
        order = trace.graph.quantities.index(quantity) < _furthest(found, trace)
        return f"{text}: in the reference{', in another order' if order else ''}"
    how = "several of its steps in one" if len(ours) > len(wanted) else "by another route"
    return f"{text}: {theirs} of the reference, {how}"


def _furthest(found: Traced, trace: Trace) -> int:
    """How far into the reference the earlier steps have gone."""
    reached = -1
    for earlier in trace.found:
        if earlier is found:
            break
        if earlier.match.kind == "same" and earlier.match.quantity:
            reached = max(reached, trace.graph.quantities.index(earlier.match.quantity))
    return reached
