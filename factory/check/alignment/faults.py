"""The first step of a wrong solution that is no right step.

A solution that ends in a wrong answer has a first wrong step. Rules, in the order in which the
steps stand; the first that applies decides:

1. A step whose quantity is a right quantity is right, by whatever route; so is a step from which
   a right quantity is computed later.
2. A quantity that is none of the right ones is wrong. So is one that has the same number but is
   made otherwise, or of which the words say something else: another measure (`mph` for miles),
   another rate (`per day` for per meal), another person.
3. A quantity that is only on the way to a right one is right if the solution takes it there. If it
   does not:
   - A product that lacks factors, or a mere number of the question, is wrong if it is used.
   - A sum is right as far as it goes if the rationale has those addends together in one sum, and
     wrong if it is used and mixes what the rationale nowhere adds up together.
   - Right as far as they go are whole summands, a right quantity in another unit or without one
     factor of all of it, and all that a right quantity makes of one given.
   - What is right as far as it goes is wrong after all where rule 2 meets a step that computes
     with it and cannot be mended by another operation: there it was taken for more than it is.
4. Where every step passes, the solution stops too early: wrong is the step that claims the answer
   for its quantity, or, where that step speaks of what the quantity is, the answer line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factory.check.alignment.claims import addends, stated_numbers
from factory.check.alignment.repairs import other_number, other_operation
from factory.check.alignment.routes import relation
from factory.check.alignment.terms import Factor, ratio, size
from factory.check.alignment.tracing import Trace, Traced


class Goal(NamedTuple):
    """The right answer, and the line of the rationale that computes it."""

    answer: str
    line: str


class Fault(NamedTuple):
    """The step that is wrong first, and why."""

    step: int
    evidence: str


MOST_ADDENDS = 16
_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5
_COMMON = "the and for are was were has have had his her its she they them then that this with from"
_COMMON += (
    " will would can could into each find first thus therefore means gives which who what how"
)
_COMMON_WORDS = frozenset(_COMMON.split())


def first_fault(trace: Trace) -> Fault | None:
    """The first wrong step among those that compute something."""
    for at, traced in enumerate(trace.found):
        if traced.leads and (not traced.otherwise or trace.is_ambiguous(traced.claim)):
            continue
        kind = traced.match.kind
        last = at == len(trace.found) - 1
        if kind in ("none", "value"):
            return _unexplained(trace, at)
        if traced.claim.node is None:
            continue
        if (kind in ("part", "given") or _is_lone(trace, traced)) and (traced.used or last):
            return Fault(traced.step, _unfinished(traced))
        if kind == "summand" and _is_sum(traced) and (last or _is_mixed(trace, traced)):
            return Fault(traced.step, _unfinished(traced))
    return None


def _is_lone(trace: Trace, traced: Traced) -> bool:
    """Whether one rationale has it and the others do not, nor anything that it is a summand of."""
    graph = trace.graph
    if traced.match.kind != "same" or not graph.is_lone(traced.value):
        return False
    return relation(traced.readings, graph, agreed=True).kind not in ("summand", "scaled")


def _is_sum(traced: Traced) -> bool:
    counts = list(traced.readings[0].values())
    return len(counts) > 1 or counts[0] > 1 or counts[0] < -1


def _is_mixed(trace: Trace, traced: Traced) -> bool:
    """Whether a sum that is used takes together what no sum of the rationale has together."""
    ours = addends(traced.claim)
    if not traced.used or not 1 < len(ours) <= MOST_ADDENDS:
        return False
    return not any(holds(addends(quantity.claim), ours) for quantity in trace.graph.quantities)


def holds(whole: Sequence[Factor], part: Sequence[Factor]) -> bool:
    """Whether the addends of a part are among those of the whole, up to one common factor."""
    if len(part) > len(whole) or not part[0]:
        return False
    scales = {ratio(value, part[0]) for value in whole[:MOST_ADDENDS]}
    return any(
        not Counter(times * value for value in part) - Counter(whole) for times in scales if times
    )


def _unfinished(traced: Traced) -> str:
    shown = _shown(traced.value)
    if traced.match.quantity is None:
        return f"{traced.claim.text} is only the {shown} of the question, and leads nowhere"
    whole = traced.match.quantity.claim.text
    return f"{traced.claim.text} is only part of {whole}, and nothing completes it"


def _unexplained(trace: Trace, at: int) -> Fault:
    traced = trace.found[at]
    operation = other_operation(trace, at)
    summands = [source for source in traced.sources if _is_loose(trace.found[source])]
    if summands and not operation:
        source = trace.found[summands[-1]]
        after = f"is a summand only, and {traced.claim.text} takes it for more"
        return Fault(source.step, f"{source.claim.text} {after}")
    return Fault(traced.step, _why(trace, at, operation.text if operation else ""))


def _is_loose(source: Traced) -> bool:
    return source.match.kind == "summand" and not source.leads


def _why(trace: Trace, at: int, operation: str) -> str:
    traced = trace.found[at]
    parts = [f"{traced.claim.text} is no right quantity and leads to none"]
    quantity = traced.match.quantity
    if traced.otherwise and quantity:
        theirs = quantity.claim.text
        return f"{traced.claim.text} is {theirs} by its number, but {traced.otherwise}"
    if quantity:
        parts = [f"{traced.claim.text} only happens to be {quantity.claim.text}"]
    if traced.strangers:
        strangers = ", ".join(_shown(number) for number in traced.strangers[:3])
        parts.append(f"{strangers} stands neither in the question nor in an earlier step")
    if operation and not traced.strangers:
        return "; ".join([*parts, operation])
    number = other_number(trace, at)
    return "; ".join([*parts, number.text] if number else parts)


def last_fault(trace: Trace, steps: Sequence[str], final: Fraction | None, goal: Goal) -> Fault:
    """Which step is wrong where all quantities are right and the answer is not."""
    last, right = len(steps) - 1, goal.answer
    if not goal.line and not trace.graph.is_read:
        return Fault(last, f"the answer is not {right}")
    sources = [at for at, traced in enumerate(trace.found) if _names(traced, final)]
    if not sources:
        said = (at for at, step in enumerate(steps) if final in stated_numbers(step))
        step = last if final in trace.graph.givens.stated else next(said, last)
        return Fault(step, f"the answer is not {right}, and no step computes it")
    source = trace.found[sources[-1]]
    step = source.step
    if source.match.kind != "same" or source.match.quantity is None:
        return Fault(step, f"stops at {source.claim.text}, which is not {right}")
    here = source.match.quantity.line
    wanted = _words(goal.line) - _words(here)
    if step == last or here == goal.line or wanted & _words(steps[step]):
        return Fault(step, f"takes {source.claim.text} for the answer, which is {right}")
    return Fault(last, f"answers with {source.claim.text}, which is not what is asked ({right})")


def _names(traced: Traced, value: Fraction | None) -> bool:
    return value is not None and value in (traced.value, *traced.claim.names)


def _words(text: str) -> set[str]:
    words = _WORD.findall(text[:2000].lower())
    return {word[:_STEM] for word in words if word not in _COMMON_WORDS}


def _shown(value: Factor) -> str:
    if value.denominator == 1 or value.denominator < 100:
        return str(value)
    return f"{float(value):.10g}" if size(value) < 10**15 else "a long number"
