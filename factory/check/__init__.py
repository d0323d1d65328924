"""Whether an answer is right and a step holds: for this project, and for any other.

    compare(gold, candidate)      equal, different or undecided, with a reason
    extract(text)                 the final answer of a solution, and the rule that found it
    canonical(answer)             a key that equal answers share, for votes
    split(solution)               its steps; joined, they are the solution again
    check_steps(question, steps)  what exact arithmetic says of each step
    align_steps(question, steps, reference=...)  the same, held against a right solution

Nothing here runs what a text says. What needs SymPy runs in a worker process (`worker`) that has a
deadline, a memory limit and no secrets.
"""

from factory.check.alignment.align import Alignment, StepAlignment, align_steps
from factory.check.answers.extraction import Extracted, extract
from factory.check.answers.quick import canonical
from factory.check.policy import Policy
from factory.check.pool import Checker, compare, compare_all
from factory.check.steps.arithmetic import StepCheck, check_steps
from factory.check.steps.splitting import split
from factory.check.verdict import Verdict

__all__ = [
    "Alignment",
    "Checker",
    "Extracted",
    "Policy",
    "StepAlignment",
    "StepCheck",
    "Verdict",
    "align_steps",
    "canonical",
    "check_steps",
    "compare",
    "compare_all",
    "extract",
    "split",
]
