"""Evidence on the steps of a solution that no judge is asked for: arithmetic and alignment.

Arithmetic checks every equation. Alignment holds the steps against the rationale, or, where the
instruction has none, against other solutions that are right. What neither can tell is an
abstention, and alignment says nothing twice that arithmetic said.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factory.check import align_steps, check_steps
from factory.check.worker import WorkerError
from factory.records import Attempt, Instruction, StepVerdict

ARITHMETIC, ALIGNMENT = "arithmetic", "alignment"
"""Sources of verdicts; no model of a recipe can be called like them."""
SIBLINGS = 8
"""Right solutions that stand in for a rationale, at most."""
SECONDS = 60.0
"""Far more than any solution takes; one that takes longer gets no evidence."""
_MEANING = {"supported": 1, "contradicted": -1, "unknown": None}
_WEIGH = "factory.stages.evidence:weigh"

Work = Callable[..., Awaitable[Any]]
"""`await work(function, *args, seconds=...)`: a function of factory, by name, in a worker."""
Told = list[tuple[str, str]]
"""Verdict and evidence of each step."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One instruction, and the steps of its right solutions by their ids."""

    instruction: Instruction
    right: Mapping[str, Sequence[str]]

    async def verdicts_on(self, attempt: Attempt, work: Work) -> list[list[StepVerdict]]:
        """Arithmetic's verdicts, one a step, and alignment's where there is something to align."""
        about = self.instruction
        others = [list(steps) for id, steps in self.right.items() if id != attempt.id]
        asked = (about.text, attempt.steps, about.rationale, others, about.reference_answer)
        try:
            told = await work(_WEIGH, *asked, seconds=SECONDS)
        except (TimeoutError, WorkerError) as fault:
            told = {ARITHMETIC: [("unknown", str(fault)[:200])] * len(attempt.steps)}
        return [
            [
                StepVerdict(attempt.id, n, source, _MEANING[verdict], evidence or None)
                for n, (verdict, evidence) in enumerate(steps)
            ]
            for source, steps in told.items()
        ]


def weigh(
    question: str,
    steps: list[str],
    rationale: str | None,
    siblings: list[list[str]],
    answer: str | None,
) -> dict[str, Told]:
    """What each source tells of each step, as JSON; to be run by name in a worker."""
    checks = check_steps(question, steps)
    told: dict[str, Told] = {ARITHMETIC: [(check.verdict, check.evidence) for check in checks]}
    if rationale is not None or siblings:
        aligned = align_steps(
            question, steps, reference=rationale, siblings=siblings, answer=answer, checks=checks
        )
        told[ALIGNMENT] = [
            (step.verdict if step.evidence != check.evidence else "unknown", step.evidence)
            for step, check in zip(aligned.steps, checks, strict=True)
        ]
    return told
