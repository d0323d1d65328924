"""What an item stage may do: it touches the world through a `Context`, and through nothing else.

An item stage turns one item into rows, or raises `Rejected`. No clock, no global random
generator, no file and no SQL in it: the engine owns concurrency, retries, persistence.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from factory.errors import Rejected
from factory.models import Draw, Message, Reply

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

    Raises:
        Rejected: with the last parser's reason, when no draw was usable.
    """
    fault = Unusable("no_draw")
    for attempt in range(tries):
        reply = await ctx.ask(
            model, messages, draw=draw._replace(attempt=attempt), schema=schema, truth=truth
        )
        try:
            return parse(reply), reply
        except Unusable as unusable:
            fault = unusable
    raise Rejected(fault.reason, fault.detail)
