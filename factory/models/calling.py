"""One call, from the gate to the journal: what is reserved, tried again, priced and kept.

Promises: a reply is committed before its place and its money are given on, so that what is in
flight is all that a kill costs. A transient fault is tried again after a jittered, growing pause
(or when the server said); then it is handed on. What may have been billed without a reply is
written down before anything else is sent for it. A reply with half a character in it is kept, with
U+FFFD in that place; where that is in a text for the data, the gate is told of a failure.
"""

import asyncio
import json
import math
import random
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from factory.errors import FactoryError, Failed, Fatal, Paused, Refused, Transient, UserError
from factory.models import Provider, Reply, Request, Sampling
from factory.models.gate import Gate
from factory.money.prices import Price, most_prompt_tokens
from factory.money.purse import Asker, Hold, Purse

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
"""Seconds before the first retry, and at most between two."""
TURNED_AWAY = 30
"""Times that a busy server may turn one call away before that counts as a try."""
HALF = re.compile("[\ud800-\udfff]")
"""Half a character: no text in UTF-8 can hold it."""
UNKNOWN_LENGTH = 1024
"""Tokens of a reply that nothing is known of, for the limit per minute."""


class Trace(Protocol):
    """Sees every call, for those who want to look at some."""

    def add(self, model: str, asker: Asker, request: Request, end: Reply | BaseException) -> None:
        """A call and how it ended."""


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
    price: Price | None = None
    """None where it is not known."""
    extra_tokens: int = 0
    """Tokens of a prompt beyond its messages, at most."""
    purse: Purse | None = None
    trace: Trace | None = None

    async def call(
        self,
        request: Request,
        priority: int,
        keep: Callable[[Reply], Awaitable[None]],
        asker: tuple[str, str, str] = ("", "", ""),
    ) -> Reply:
        """One reply, kept; `asker` is (stage, item, operator).

        Raises:
            Transient: after the last retry.
            Refused, Fatal: at once.
            Failed: `unusable_reply`, for what no row could hold.
            Paused: the budget holds no further call, or the model does nothing but fail.
        """
        pause, left, turns = FIRST_PAUSE, self.retries, TURNED_AWAY
        who = (self.identity, *asker)
        while True:
            try:
                return await self._once(request, priority, keep, who)
            except Transient as fault:
                if fault.busy and turns:
                    turns -= 1
                elif left:
                    left -= 1
                else:
                    raise
                named = fault.retry_after is not None
            # Jitter spreads the retries of many callers; it never touches what the data says.
            # A time that the server named is waited for at the gate, by all of them.
            await asyncio.sleep(0.0 if named else pause * random.uniform(0.5, 1.5))
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _once(
        self,
        request: Request,
        priority: int,
        keep: Callable[[Reply], Awaitable[None]],
        who: Asker,
    ) -> Reply:
        """Try once; what it cost, or may have cost, is settled on every way out."""
        prompt = 0
        if self.price or self.gate.tpm:
            prompt = most_prompt_tokens(request, self.extra_tokens)
        tokens = self.gate.expected(
            who[1], prompt / 3 + min(request.sampling.max_tokens or math.inf, UNKNOWN_LENGTH)
        )
        clock = asyncio.get_running_loop().time
        await self.gate.enter(priority, tokens)
        try:
            hold = await self._reserve(request, prompt, priority, who)
            sent = clock()
            try:
                reply = await self._answer(request)
            except asyncio.CancelledError:
                if self.purse and hold is None:
                    self.purse.cut_off(who)
                raise  # the run is being stopped: the purse counts what was open
            except BaseException as fault:
                if isinstance(fault, Fatal | UserError):
                    self.gate.close(fault)  # nobody else needs to learn it from the server
                self._note(who, request, fault)
                await self._account_for(fault, hold, who)
                if blamed(fault):
                    late = isinstance(fault.__cause__, TimeoutError)
                    self.gate.failed(sent, fault, late=late)
                raise
            used = None
            if reply.prompt_tokens is not None and reply.completion_tokens is not None:
                used = reply.prompt_tokens + reply.completion_tokens
            said, reply = reply.text, whole(reply)
            spoilt = request.schema is None and reply.text != said
            if not spoilt:
                self.gate.answered(who[1], sent, tokens, used)
            cost = self.price.of(reply) if reply.cost is None and self.price else reply.cost
            if cost is not reply.cost or not reply.latency:
                reply = replace(reply, latency=reply.latency or clock() - sent, cost=cost)
            self._note(who, request, reply)
            if reply.cost is None:
                await self._account_for(Transient("", billed=True), hold, who, "no_usage")
            await keep(reply)
            if hold:
                hold.settle(reply.cost or 0.0)
            if spoilt:
                self._spoilt(sent)
            return reply
        finally:
            self.gate.leave()

    async def _answer(self, request: Request) -> Reply:
        """What the provider says in time, if it is a reply at all."""
        try:
            async with asyncio.timeout(self.timeout):
                reply = await self.provider.reply(request)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task and task.cancelling():
                raise  # it is the run that is being stopped
            raise Transient(f"{self.name}: the provider cancelled its own call") from None
        except TimeoutError as late:
            raise Transient(f"{self.name}: no answer within {self.timeout:g} s") from late
        if not isinstance(reply, Reply):
            raise Failed("unusable_reply", f"a {type(reply).__name__}, not a Reply")
        refuse_unusable(reply)
        return reply

    async def _reserve(
        self, request: Request, prompt: int, priority: int, who: Asker
    ) -> Hold | None:
        if self.purse is None or self.price is None:
            return None
        worst = self.price.at_most(prompt, request.sampling.max_tokens)
        if worst is None:
            return None  # without a budget; with one the run would not have begun
        return await self.purse.reserve(worst, self.price.prompt_at_most(prompt), priority, who)

    async def _account_for(
        self, fault: BaseException, hold: Hold | None, who: Asker, why: str = "no_reply"
    ) -> None:
        """Settle a call without a price: at nothing, at its prompt, or at its worst case."""
        unbilled = isinstance(fault, Transient) and not fault.billed
        free = unbilled or isinstance(fault, Fatal | UserError)
        refused = isinstance(fault, Refused)
        if hold and free:
            hold.settle(0.0)
        elif hold:
            # Some servers bill the prompt of what they refuse; none wrote a reply to it.
            await hold.lose("refused" if refused else why, hold.prompt_usd if refused else None)
        elif self.purse and not free and not refused and why == "no_reply":
            await self.purse.book.lose(None, why, who)

    def _spoilt(self, sent: float) -> None:
        """Tell the gate of a reply that is kept, and that no parser will take."""
        try:
            self.gate.failed(sent, Failed("unusable_reply", "half a character in a reply"))
        except Paused as end:
            self.gate.close(end)  # this one is paid and kept: it is the next that is not bought

    def _note(self, who: Asker, request: Request, end: Reply | BaseException) -> None:
        if self.trace:
            self.trace.add(self.name, who, request, end)


def blamed(fault: BaseException) -> bool:
    """Whether a fault is one in the row after which a model is let alone, its own bugs included."""
    ours = FactoryError | asyncio.CancelledError
    return isinstance(fault, Transient | Refused | Failed) or (
        isinstance(fault, Exception) and not isinstance(fault, ours)
    )


def refuse_unusable(reply: Reply) -> None:
    """Raise Failed when a reply is not what `Reply` says it is; its letters are for `whole`."""
    told = [text for text in (reply.truth, reply.reasoning) if text is not None]
    texts = all(isinstance(text, str) for text in (reply.text, reply.finish_reason, *told))
    counts = [reply.prompt_tokens, reply.completion_tokens, reply.cached_tokens]
    amounts = [x for x in (reply.cost, reply.latency) if x is not None]
    counted = all(n is None or (isinstance(n, int) and 0 <= n < 2**62) for n in counts)
    real = all(isinstance(x, float | int) and 0 <= x < math.inf for x in amounts)
    if not (texts and counted and real):
        raise Failed("unusable_reply", "text, tokens, cost or latency of a wrong type or range")


def whole(reply: Reply) -> Reply:
    """The reply as a table can hold it, with U+FFFD for each half of a character.

    The reply itself where nothing is to be done. Stages refuse U+FFFD, and draw again.
    """
    mended: dict[str, Any] = {}
    for name in ("text", "finish_reason", "truth", "reasoning"):
        text = getattr(reply, name)
        if text is not None and not text.isascii() and HALF.search(text):
            mended[name] = HALF.sub("\ufffd", text)
    return replace(reply, **mended) if mended else reply


def tokens_of(settings: object) -> int:
    """Tokens that further fields of a request can add to its prompt, at most."""
    return len(json.dumps(settings, default=str).encode()) if settings else 0
