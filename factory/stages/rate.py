"""Rate: one judge gives one instruction three marks from 1 to 5.

Promises: a mark is a number that the judge wrote; a judge that cannot be read abstains. Does not
promise that the judge is right, or that marks of different judges can be compared.
"""

from typing import Any

from factory.errors import Rejected
from factory.models import Draw
from factory.records import Instruction, Rating
from factory.stages import Context, ask_until_usable
from factory.stages.labels import read_object, whole_number
from factory.stages.prompts import Prompt

ASPECTS = ("definition", "precision", "integrity")

RATING_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        **{aspect: {"type": "integer", "minimum": 1, "maximum": 5} for aspect in ASPECTS},
        "reason": {"type": "string"},
    },
    "required": [*ASPECTS, "reason"],
    "additionalProperties": False,
}


def read_rating(text: str) -> dict[str, Any]:
    """The three marks and the reason of a rate reply.

    Raises:
        Unusable: unparsable, missing_field, out_of_range, refusal, empty, truncated, garbled.
    """
    found = read_object(text, ASPECTS)
    marks = {aspect: whole_number(found[aspect], 1, 5, aspect) for aspect in ASPECTS}
    return {**marks, "reason": found["reason"]}


async def rate(
    instruction: Instruction, *, judge: str, prompt: Prompt, tries: int, ctx: Context
) -> Rating:
    """One judge's rating.

    Raises:
        Rejected: abstained, when no draw could be read.
    """
    try:
        marks, _ = await ask_until_usable(
            ctx,
            judge,
            prompt.messages(problem=instruction.text),
            lambda reply: read_rating(reply.text),
            tries=tries,
            draw=Draw(),
            schema=RATING_SCHEMA,
            truth=instruction.truth,
        )
    except Rejected as unread:
        raise Rejected("abstained", str(unread)) from unread
    return Rating(instruction.id, instruction.wave, judge, **marks)
