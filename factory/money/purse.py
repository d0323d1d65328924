"""The purse: a cap on what a run costs, which holds whatever happens to its calls.

Before a call is sent, its worst-case cost is reserved; when its reply is committed, what it really
cost takes that place. A call that may have been billed and left no reply (no answer in time, a
body cut off) counts at its worst case, in a row of its own. So at any moment

    committed costs + committed losses + reserves  <=  cap

For a kill, the sum of all reserves is *authorised* in the file, in blocks, before it is reserved:
what a killed run may have spent without a trace is at most the last authorised sum, and at most
what the cap had left. The next start counts that as lost, nothing more.

Does not promise: a bill under the cap where a server charges more than its tokens at the known
price. It is noticed at the first such reply, told in the log, and reckoned with from then on.
"""

import asyncio
import heapq
import math
from dataclasses import dataclass, field
from typing import Protocol

from factory.errors import FactoryError, Paused
from factory.events import tell
from factory.tally import money

BLOCK = 2.0
"""A new authorisation is this many times what is needed now: few commits, little lost by a kill."""
ROUNDING = 1e-9
"""Share of the cap that sums of floats may be off by."""

Asker = tuple[str, str, str, str]
"""Who asked: model, stage, item, operator."""
NOBODY = ("", "", "", "")


class Book(Protocol):
    """Where the purse writes what must outlive a kill; each returns when it is committed."""

    async def authorise(self, usd: float | None, cap: float | None) -> None:
        """From now on up to so much may be reserved; None: nobody can tell how much."""

    async def lose(self, usd: float | None, reason: str, asker: Asker) -> None:
        """So much may have been billed without a reply; None: nobody can tell how much."""


class OutOfBudget(Paused):
    """The budget holds no further call, and nothing in flight could make room for one."""


@dataclass(slots=True)
class Hold:
    """What is reserved for one call."""

    purse: "Purse"
    usd: float
    prompt_usd: float
    """The part of it for reading the prompt alone."""
    asker: Asker
    times: float = 1.0
    """How many times the worst case this is, after calls that cost more than theirs."""
    open: bool = True

    def settle(self, usd: float) -> None:
        """The call cost this, and that is committed: with its reply, or as no cost at all."""
        if self.open:
            self.open = False
            self.purse.settle(self.usd, usd, self.times)

    async def lose(self, reason: str, usd: float | None = None) -> None:
        """Nobody knows what the call cost: it counts in full, or at the `usd` that it can cost."""
        usd = self.usd if usd is None else min(usd, self.usd)
        if self.open and usd:
            await self.purse.book.lose(usd, reason, self.asker)
        self.settle(usd)


@dataclass(order=True, slots=True)
class Waiter:
    """A call that waits for room."""

    priority: int
    arrival: int
    usd: float = field(compare=False)
    turn: "asyncio.Future[None]" = field(compare=False)


def lost_at_most(authorised: float, cap: float | None, spent: float) -> float:
    """What a killed start may have spent without a trace; `spent` is what it left a trace of.

    The purse let nothing out beyond its cap, whatever was authorised.
    """
    return authorised if cap is None else min(authorised, max(0.0, cap - spent))


class Purse:
    """The money of one run; without a cap it keeps the books all the same."""

    def __init__(self, book: Book, cap: float | None = None, spent: float = 0.0):
        self.book = book
        self.cap = cap
        self.spent = spent
        """Committed costs and losses of this run, earlier starts included."""
        self.reserved = 0.0
        self.holds = 0
        self.dearer = 1.0
        """How many times its worst case a call has cost, at most."""
        self._unpriced: list[Asker] = []
        """Calls without a price that were cut off in flight."""
        self._authorised = 0.0
        self._authorising = asyncio.Lock()
        self._waiting: list[Waiter] = []
        self._arrivals = 0
        self._closed: FactoryError | None = None

    async def begin(self, *, blind: bool) -> None:
        """Before the first call; `blind` when the price of a model is not known."""
        if blind:
            await self.book.authorise(None, self.cap)
            self._authorised = math.inf

    async def reserve(
        self, usd: float, prompt_usd: float, priority: int, asker: Asker = NOBODY
    ) -> Hold:
        """Take so much aside for a call, when there is room for it; who came first goes first.

        Raises:
            OutOfBudget: it does not fit, and nothing in flight could make room for it.
            FactoryError: what the purse was closed with.
        """
        times = self.dearer
        usd, prompt_usd = usd * times, prompt_usd * times
        if self._closed:
            raise self._closed
        if not usd:
            self._take(0.0)
        elif self._waiting or not self._fits(usd):
            await self._wait(usd, priority)
        else:
            self._take(usd)
        hold = Hold(self, usd, prompt_usd, asker, times)
        try:
            await self._authorise()
        except BaseException:
            hold.settle(0.0)  # nothing was sent
            raise
        return hold

    def settle(self, reserved: float, cost: float, times: float = 1.0) -> None:
        """Put a call's cost in the place of its reserve, which was `times` its worst case."""
        self.holds -= 1
        # Without holds the sum is nothing, whatever floats make of it.
        self.reserved = self.reserved - reserved if self.holds else 0.0
        self.spent += cost
        # Calls that were in flight together tell of one price: their factors do not multiply.
        factor = times * cost / reserved if reserved > 0 else 0.0
        if cost > reserved * (1 + ROUNDING) and factor > self.dearer:
            self.dearer = factor
            tell("dearer_than_priced", reserved=reserved, cost=cost, factor=factor)
        self._serve()

    @property
    def left(self) -> float:
        """What no call has taken or reserved yet."""
        return math.inf if self.cap is None else self.cap - self.spent - self.reserved

    def close(self, error: FactoryError) -> None:
        """Reserve nothing any more; who waits gets the error."""
        self._closed = error
        self._serve()

    def cut_off(self, asker: Asker) -> None:
        """A call without a price was cut off in flight: `end` writes it down as lost."""
        self._unpriced.append(asker)

    async def end(self) -> None:
        """At the end of a run: what is still reserved was cut off in flight, and counts as lost."""
        for asker in self._unpriced:
            await self.book.lose(None, "cut_off", asker)
        self._unpriced.clear()
        if self.reserved > 0:
            await self.book.lose(self.reserved, "cut_off", NOBODY)
            self.spent, self.reserved, self.holds = self.spent + self.reserved, 0.0, 0
        if self._authorised > 0:
            await self.book.authorise(0.0, self.cap)
            self._authorised = 0.0

    def _fits(self, usd: float) -> bool:
        return self.cap is None or usd <= self.left + self.cap * ROUNDING

    def _take(self, usd: float) -> None:
        self.reserved += usd
        self.holds += 1

    async def _wait(self, usd: float, priority: int) -> None:
        self._arrivals += 1
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, Waiter(priority, self._arrivals, usd, turn))
        self._serve()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self.settle(usd, 0.0)  # it was given in the same moment: give it back
            raise

    def _serve(self) -> None:
        """Let in who fits, in turn; who can never fit, or comes too late, is told so."""
        while self._waiting:
            first = self._waiting[0]
            if not first.turn.done():
                if self._closed:
                    first.turn.set_exception(self._closed)
                elif self._fits(first.usd):
                    self._take(first.usd)
                    first.turn.set_result(None)
                elif not self.holds:
                    first.turn.set_exception(self._at_its_end(first.usd))
                else:
                    return
            heapq.heappop(self._waiting)

    def _at_its_end(self, usd: float) -> OutOfBudget:
        return OutOfBudget(
            f"the budget of {money(self.cap or 0.0)} holds no further call: {_fine(self.spent)} is "
            f"spent, and the next call can cost {_fine(usd)}"
        )

    async def _authorise(self) -> None:
        """Have what is reserved now covered by the file before anything more is sent."""
        while self.reserved > self._authorised:
            async with self._authorising:
                if self.reserved > self._authorised:
                    most = self.reserved + max(0.0, self.left)
                    block = max(self.reserved, min(self.reserved * BLOCK, most))
                    await self.book.authorise(block, self.cap)
                    self._authorised = block


def _fine(usd: float) -> str:
    """Finer than cents: what is left of a budget may be less than one."""
    return f"${usd:,.4f}" if usd >= 0.01 else money(usd)
