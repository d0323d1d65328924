"""What an item stage may do: it touches the world through a `Context`, and through nothing else.

An item stage turns one item into rows, or raises `Rejected`. No clock, no global random
generator, no file and no SQL in it: the engine owns concurrency, retries, persistence.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from factory.errors import Rejected
from factory.models import Draw, Message, Reply
from factory.stages.backslashes import damage

T = TypeVar("T")


class Context(Protocol):
    """The two verbs of an item stage, and its source of chance."""

    async def ask(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        draw: Draw,
        schema: Mapping[str, Any] | None = None,
        truth: str | None = None,
    ) -> Reply:
        """One reply of the recipe's model called `model`; journaled before it is returned."""

    async def compute(self, function: str, *args: Any, seconds: float = 5.0) -> Any:
        """Run `package.module:function` in a worker process that is killed after `seconds`.

        Arguments and result are plain JSON values; the result is stored by content, so the same
        computation is never made twice. Raises TimeoutError when the deadline killed it.
        """

    def identity(self, model: str) -> str:
        """The identity of the recipe's model called `model`, as rows record it."""

    def rng(self, *names: object) -> random.Random:
        """Chance that comes from the recipe's seed and these names, never from a global."""


class Unusable(Exception):
    """A reply that a parser could not use; another draw may do better."""

    def __init__(self, reason: str, detail: str = ""):
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def refuse_damaged(text: str) -> None:
    """Refuse a text that is not what the model meant.

    Raises:
        Unusable: eaten_backslashes, control_character or lost_character.
    """
    if damaged := damage(text):
        reason = "eaten_backslashes" if damaged.command else "control_character"
        was = f", perhaps {damaged.command}" if damaged.command else ""
        raise Unusable(reason, f"{damaged.character} at {damaged.at + 1}{was}")
    if (at := text.find("\ufffd")) >= 0:
        raise Unusable("lost_character", f"U+FFFD at {at + 1}, where something could not be read")


async def ask_until_usable(
    ctx: Context,
    model: str,
    messages: Sequence[Message],
    parse: Callable[[Reply], T],
    *,
    tries: int,
    draw: Draw,
    schema: Mapping[str, Any] | None = None,
    truth: str | None = None,
) -> tuple[T, Reply]:
    """Ask, parse, and draw again while the reply is unusable, `tries` draws in all.

    A reply whose text enters the data is unusable when it is damaged; one in JSON is read by
    parsers that keep labels and drop what is broken.

    Raises:
        Rejected: with the last parser's reason, when no draw was usable.
    """
    fault = Unusable("no_draw")
    for attempt in range(tries):
        reply = await ctx.ask(
            model, messages, draw=draw._replace(attempt=attempt), schema=schema, truth=truth
        )
        try:
            if schema is None:
                refuse_damaged(reply.text)
            return parse(reply), reply
        except Unusable as unusable:
            fault = unusable
    raise Rejected(fault.reason, fault.detail)
