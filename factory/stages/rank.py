"""Rank: one judge puts the instructions of one root in order, ties allowed.

Promises: an order holds each instruction exactly once, or the judge abstains; the group is shown
in two orders, so that a preference for the first place can be seen. Does not promise that the two
orders agree.
"""

import json
from collections.abc import Sequence
from typing import Any

from factory.errors import Rejected
from factory.models import Draw
from factory.records import Instruction, Ranking
from factory.stages import Context, Unusable, ask_until_usable
from factory.stages.labels import read_object
from factory.stages.prompts import Prompt

ORDER_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "order": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
        "reason": {"type": "string"},
    },
    "required": ["order", "reason"],
    "additionalProperties": False,
}


def label(place: int) -> str:
    """A, B ... Z, AA, AB ...: what the instruction at this place is called."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def read_order(text: str, labels: Sequence[str]) -> dict[str, Any]:
    """The order, best first, and the reason of a rank reply.

    Raises:
        Unusable: wrong_labels, where a label is missing, twice or unknown; unparsable,
            missing_field, refusal, empty, truncated, garbled.
    """
    found = read_object(text, ("order",))
    order = found["order"]
    if not isinstance(order, list):
        raise Unusable("unparsable", "the order is no list")
    # A judge may leave the inner list out where nothing shares the place.
    places = [[_label(one) for one in (at if isinstance(at, list) else [at])] for at in order]
    seen = [one for at in places for one in at]
    if sorted(seen) != sorted(labels):
        raise Unusable("wrong_labels", f"{', '.join(seen)[:80]} instead of {', '.join(labels)}")
    return {"order": [at for at in places if at], "reason": found["reason"]}


def _label(value: object) -> str:
    if not isinstance(value, str):
        raise Unusable("wrong_labels", f"{str(value)[:40]!r} is no label")
    return value.strip().upper().removeprefix("PROBLEM").strip(" .:)(")[:40]


async def rank(
    group: list[Instruction],
    *,
    judge: str,
    ordering: int,
    prompt: Prompt,
    tries: int,
    ctx: Context,
) -> list[Ranking]:
    """One judge's places for a group, in the group's own order.

    Raises:
        Rejected: abstained, when no draw could be read.
    """
    shown = group[::-1] if ordering else group
    labelled = {label(place): instruction for place, instruction in enumerate(shown)}
    problems = "\n\n".join(f"## Problem {name}\n{one.text}" for name, one in labelled.items())
    try:
        read, _ = await ask_until_usable(
            ctx,
            judge,
            prompt.messages(problems=problems),
            lambda reply: read_order(reply.text, list(labelled)),
            tries=tries,
            draw=Draw(),
            schema=ORDER_SCHEMA,
            truth=_truths(labelled),
        )
    except Rejected as unread:
        raise Rejected("abstained", str(unread)) from unread
    places = {labelled[name].id: at for at, names in enumerate(read["order"]) for name in names}
    return [
        Ranking(one.root_id, one.wave, judge, ordering, one.id, places[one.id], len(group))
        for one in group
    ]


def _truths(labelled: dict[str, Instruction]) -> str | None:
    known = {name: json.loads(one.truth) for name, one in labelled.items() if one.truth}
    return json.dumps({"truths": known}, ensure_ascii=False) if known else None
