"""Grade: one judge's verdict on every step of one solution, and what all sources say together.

Promises: verdicts and first error agree with each other, or the judge abstains; a label names
the sources that spoke. Does not promise truth: an abstention is never a vote, and arithmetic that
contradicts itself is never outvoted, but that a calculation holds does not make a step right.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from factory.errors import Rejected
from factory.models import Draw
from factory.records import Attempt, Instruction, StepLabel, StepVerdict
from factory.stages import Context, Unusable, ask_until_usable
from factory.stages.evidence import ARITHMETIC
from factory.stages.labels import read_object, whole_number
from factory.stages.prompts import Prompt

VERDICTS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "verdicts": {"type": "array", "items": {"enum": [1, 0, -1, None]}},
        "first_error": {"type": "integer", "minimum": -1},
        "reason": {"type": "string"},
    },
    "required": ["verdicts", "first_error", "reason"],
    "additionalProperties": False,
}


def read_verdicts(text: str, n: int) -> dict[str, Any]:
    """The verdicts on `n` steps, the first error and the reason of a grade reply.

    Raises:
        Unusable: wrong_count, out_of_range, contradictory_verdicts; unparsable, missing_field,
            refusal, empty, truncated, garbled.
    """
    found = read_object(text, ("verdicts", "first_error"))
    listed = found["verdicts"]
    if not isinstance(listed, list):
        raise Unusable("unparsable", "the verdicts are no list")
    if len(listed) != n:
        raise Unusable("wrong_count", f"{len(listed)} verdicts on {n} steps")
    verdicts = [
        None if _is_null(one) else whole_number(one, -1, 1, f"verdict {place}")
        for place, one in enumerate(listed)
    ]
    first = whole_number(found["first_error"], -1, n - 1, "first_error")
    seen = verdicts.index(-1) if -1 in verdicts else -1
    if first != seen:
        raise Unusable("contradictory_verdicts", f"first_error {first}, first -1 at {seen}")
    return {"verdicts": verdicts, "first_error": first, "reason": found["reason"]}


def _is_null(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip().lower() in ("null", "none"))


async def grade(
    instruction: Instruction,
    attempt: Attempt,
    *,
    judge: str,
    prompt: Prompt,
    tries: int,
    ctx: Context,
) -> list[StepVerdict]:
    """One judge's verdicts, one a step; its reason stands at the first error, or at the last step.

    Raises:
        Rejected: no_steps; abstained, when no draw could be read.
    """
    if not attempt.steps:
        raise Rejected("no_steps", "there is nothing to grade")
    messages = prompt.messages(
        problem=instruction.text,
        steps="\n".join(f"[{place}] {step.strip()}" for place, step in enumerate(attempt.steps)),
        reference=instruction.reference_answer,
    )
    try:
        read, _ = await ask_until_usable(
            ctx,
            judge,
            messages,
            lambda reply: read_verdicts(reply.text, len(attempt.steps)),
            tries=tries,
            draw=Draw(),
            schema=VERDICTS_SCHEMA,
            truth=instruction.truth,
        )
    except Rejected as unread:
        raise Rejected("abstained", str(unread)) from unread
    about = read["first_error"] % len(attempt.steps)
    return [
        StepVerdict(attempt.id, place, judge, one, read["reason"] if place == about else None)
        for place, one in enumerate(read["verdicts"])
    ]


def fuse(
    instruction: Instruction,
    attempt: Attempt,
    sources: Sequence[Sequence[StepVerdict]],
    *,
    answered_right: bool = False,
) -> list[StepLabel]:
    """One label a step from the verdicts of all sources: arithmetic, alignment and judges.

    After the first wrong step nothing is labelled: what follows from a mistake is neither right
    nor wrong. Where the final answer is right, no opinion makes a step wrong: two witnesses
    contradict each other, so the step is doubtful and nothing after it is labelled either. An
    equation that is false stays false whatever the answer is.
    """
    labels: list[StepLabel] = []
    failed = False
    for place, step in enumerate(attempt.steps):
        spoken = {
            verdict.source: verdict.verdict
            for source in sources
            for verdict in source
            if verdict.idx == place and verdict.verdict is not None
        }
        label = None if failed else _label(spoken)
        failed = failed or label == -1
        if label == -1 and answered_right and spoken.get(ARITHMETIC) != -1:
            label = 0
        names = sorted(spoken, key=lambda name: (name != ARITHMETIC, name))
        labels.append(
            StepLabel(
                solution_id=attempt.id,
                instruction_id=instruction.id,
                wave=instruction.wave,
                idx=place,
                text=step,
                label=label,
                sources=" ".join(f"{name}:{_signed(spoken[name])}" for name in names),
                agreement=None if label is None else _share(spoken, label),
            )
        )
    return labels


def _label(spoken: dict[str, int]) -> int | None:
    """A false equation; else what most judges and alignment say; else arithmetic."""
    arithmetic = spoken.get(ARITHMETIC)
    if arithmetic == -1:
        return -1
    votes = Counter(verdict for name, verdict in spoken.items() if name != ARITHMETIC)
    if not votes:
        return arithmetic
    (label, most), *others = votes.most_common()
    # Judges who disagree evenly leave the step doubtful.
    return 0 if any(count == most for _, count in others) else label


def _share(spoken: dict[str, int], label: int) -> float:
    return sum(verdict == label for verdict in spoken.values()) / len(spoken)


def _signed(verdict: int) -> str:
    return f"{verdict:+d}" if verdict else "0"
