"""Evidence on the steps of a solution that no judge is asked for: arithmetic and alignment.

Arithmetic checks every equation. Alignment holds the steps against the rationale, or, where the
instruction has none, against other solutions that are right. What neither can tell is an
abstention, and alignment says nothing twice that arithmetic said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factory.check import align_steps, check_steps
from factory.records import Attempt, Instruction, StepVerdict

ARITHMETIC, ALIGNMENT = "arithmetic", "alignment"
"""Sources of verdicts; no model of a recipe can be called like them."""
SIBLINGS = 8
"""Right solutions that stand in for a rationale, at most."""
_MEANING = {"supported": 1, "contradicted": -1, "unknown": None}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One instruction, and the steps of its right solutions by their ids."""

    instruction: Instruction
    right: Mapping[str, Sequence[str]]

    def verdicts_on(self, attempt: Attempt) -> list[list[StepVerdict]]:
        """Arithmetic's verdicts, one a step, and alignment's where there is something to align."""
        instruction = self.instruction
        checks = check_steps(instruction.text, attempt.steps)
        by_arithmetic = [
            StepVerdict(attempt.id, n, ARITHMETIC, _MEANING[check.verdict], check.evidence or None)
            for n, check in enumerate(checks)
        ]
        others = [steps for id, steps in self.right.items() if id != attempt.id]
        if instruction.rationale is None and not others:
            return [by_arithmetic]
        aligned = align_steps(
            instruction.text,
            attempt.steps,
            reference=instruction.rationale,
            siblings=others,
            answer=instruction.reference_answer,
        )
        by_alignment = [
            StepVerdict(
                attempt.id,
                n,
                ALIGNMENT,
                _MEANING[step.verdict] if step.evidence != check.evidence else None,
                step.evidence or None,
            )
            for n, (step, check) in enumerate(zip(aligned.steps, checks, strict=True))
        ]
        return [by_arithmetic, by_alignment]
