"""The gate in front of a model: how many calls are in flight, who goes first, what is tried again.

Evolve and solve are served before rate and grade. A transient fault is tried again after a
jittered, growing pause (or the time that the server named); then it is handed on.
"""

import asyncio
import heapq
import math
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from factory.errors import FactoryError, Failed, Transient
from factory.models import Provider, Reply, Request, Sampling

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
"""Seconds before the first retry, and at most between two."""


class Gate:
    """At most `places` holders at a time; the lowest priority number goes in first."""

    def __init__(self, places: int):
        self._free = places
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._arrivals = 0
        self._closed: FactoryError | None = None

    async def enter(self, priority: int) -> None:
        """Wait for a place; raises what the gate was closed with."""
        if self._closed:
            raise self._closed
        if self._free > 0:
            self._free -= 1
            return
        self._arrivals += 1
        place = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, self._arrivals, place))
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self.leave()  # the place was given in the same moment: hand it on
            raise

    def leave(self) -> None:
        """Give the place to the next in line."""
        while self._waiting:
            _, _, place = heapq.heappop(self._waiting)
            if not place.done():
                place.set_result(None)
                return
        self._free += 1

    def close(self, error: FactoryError) -> None:
        """Let nobody in any more; who waits gets the error, who is inside may finish."""
        self._closed = error
        for _, _, place in self._waiting:
            if not place.done():
                place.set_exception(error)
        self._waiting.clear()


@dataclass(frozen=True, slots=True)
class Model:
    """A provider behind its gate, with the recipe's settings for it."""

    name: str
    identity: str
    """The recipe's `identity:`, or the provider's own."""
    provider: Provider
    gate: Gate
    sampling: Sampling
    timeout: float
    retries: int

    async def call(
        self, request: Request, priority: int, keep: Callable[[Reply], Awaitable[None]]
    ) -> Reply:
        """One reply, kept before its place is given on: what is in flight is all that a kill costs.

        Raises:
            Transient: after the last retry.
            Refused, Fatal: at once.
            Failed: `unusable_reply`, for what no row could hold.
        """
        pause = FIRST_PAUSE
        for left in range(self.retries, -1, -1):
            await self.gate.enter(priority)
            started = time.perf_counter()
            try:
                async with asyncio.timeout(self.timeout):
                    reply = await self.provider.reply(request)
                if not isinstance(reply, Reply):
                    raise Failed("unusable_reply", f"a {type(reply).__name__}, not a Reply")
                refuse_unusable(reply)
                if not reply.latency:
                    reply = replace(reply, latency=time.perf_counter() - started)
                await keep(reply)
                return reply
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task and task.cancelling():
                    raise  # it is the run that is being stopped
                fault = Transient(f"{self.name}: the provider cancelled its own call")
            except TimeoutError:
                fault = Transient(f"{self.name}: no answer within {self.timeout:g} s")
            except Transient as transient:
                fault = transient
            finally:
                self.gate.leave()
            if not left:
                raise fault
            wait = fault.retry_after if fault.retry_after is not None else pause
            # Jitter spreads the retries of many callers; it never touches what the data says.
            await asyncio.sleep(min(wait, LONGEST_PAUSE) * random.uniform(0.5, 1.5))
            pause = min(pause * 2, LONGEST_PAUSE)
        raise AssertionError("unreachable")


def refuse_unusable(reply: Reply) -> None:
    """Raise Failed when a reply is not what `Reply` says it is: no table could hold it."""
    texts = [reply.text, reply.finish_reason, "" if reply.truth is None else reply.truth]
    counts = [n for n in (reply.prompt_tokens, reply.completion_tokens) if n is not None]
    amounts = [x for x in (reply.cost, reply.latency) if x is not None]
    try:
        whole = all(isinstance(n, int) and 0 <= n < 2**62 for n in counts)
        real = all(isinstance(x, float | int) and 0 <= x < math.inf for x in amounts)
        sound = whole and real and all(text.encode() is not None for text in texts)
    except (AttributeError, UnicodeEncodeError):
        sound = False  # no text, or one with half a character
    if not sound:
        raise Failed("unusable_reply", "text, tokens, cost or latency of a wrong type or range")
