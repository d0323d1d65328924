"""The gate in front of a model: how many calls are in flight, how fast, who goes first.

Evolve and solve are served before rate and grade. A time that the server named is waited for by
all; how many may go in follows what the server shows (`factory.models.pacing`). A model that only
fails is let alone before the list is burnt: see `Gate.failed`.
"""

import asyncio
import heapq
import random
from collections.abc import Callable

from factory.errors import FactoryError, Paused, Transient
from factory.events import LONGEST, Counted, tell
from factory.models.pacing import Bucket, Window

IN_A_ROW = 50
"""Failures without a success between them after which a model is let alone."""
LONGEST_WAIT = 600.0
"""Seconds; a server that asks for a longer pause has the run stopped instead."""
SPREAD, FASTEST = 0.5, 1000.0
"""Seconds over which the first calls are spread, but no fewer than so many a second: sent all at
once they come back all at once, and so do those after them, for many rounds."""
LOOK = 0.02
"""Seconds between two looks at how late our own event loop is."""
TROUBLE = 2
"""Calls in a row without an answer that say as much as a refusal for being busy."""


class Gate:
    """At most `places` holders at a time; the lowest priority number goes in first.

    With `adaptive` the places follow what the server can do. `rpm` and `tpm` bound requests and
    tokens in any minute; tokens are expected ones until a reply says how many they were.
    """

    def __init__(
        self,
        places: int,
        *,
        name: str = "",
        rpm: int | None = None,
        tpm: int | None = None,
        adaptive: bool = True,
    ):
        self.name = name
        self.window = Window(places, adaptive, tell=self._resized)
        self.faults = Counted("fault")
        self._limits = (rpm, tpm)
        self._buckets: tuple[Bucket | None, Bucket | None] | None = None
        self._expected: dict[str, float] = {}
        self._inside = 0
        self._waiting: list[tuple[int, int, float, asyncio.Future[None]]] = []
        self._arrivals = 0
        self._paused_until = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.AbstractEventLoop | None = None
        self._closed: FactoryError | None = None
        self._failures = 0
        self._counts_from = 0.0
        """Failures of calls that were sent before say nothing new."""
        self._lowest = places
        self._first = 0
        """Calls let in so far, as long as they are the first ones."""
        self._began = 0.0

    async def enter(self, priority: int, tokens: float = 0.0) -> None:
        """Wait for a place; raises what the gate was closed with."""
        if self._closed:
            raise self._closed
        if not self._waiting and self._admits(tokens) == 0.0:
            self._take(tokens)
            return
        self._arrivals += 1
        place = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, self._arrivals, tokens, place))
        self._serve()
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self.leave()  # the place was given in the same moment: hand it on
            raise
        if self._closed:
            self.leave()
            raise self._closed

    def leave(self) -> None:
        """Give the place to the next in line."""
        self._inside -= 1
        self._serve()

    def close(self, error: FactoryError) -> None:
        """Let nobody in any more; who waits gets the error, who is inside may finish."""
        self._closed = error
        for _, _, _, place in self._waiting:
            if not place.done():
                place.set_exception(error)
        self._waiting.clear()
        if self._timer:
            self._timer.cancel()
        self.faults.end()

    @property
    def inside(self) -> int:
        """Calls in flight."""
        return self._inside

    @property
    def tpm(self) -> int | None:
        """Tokens a minute, where they are limited."""
        return self._limits[1]

    def expected(self, kind: str, otherwise: float) -> float:
        """Tokens that a call of this kind takes, by those before it; 0 where nobody limits them."""
        return self._expected.get(kind, otherwise) if self.tpm else 0.0

    def answered(self, kind: str, sent: float, taken: float, used: int | None) -> None:
        """A reply came: to a call that was sent then, took so many tokens in, and used so many."""
        now = asyncio.get_running_loop().time()
        self._failures = 0
        self.window.answered(kind, sent, now, now - sent, self._inside)
        if self._limits[1] and self._buckets and self._buckets[1] and used is not None:
            self._buckets[1].correct(taken, used)
            before = self._expected.get(kind, float(used))
            self._expected[kind] = before + (used - before) * 0.1

    def failed(self, sent: float, fault: BaseException, *, late: bool = False) -> None:
        """A call failed; what the server said of waiting holds for all callers.

        Raises:
            Paused: it was one too many in a row, or the server wants to be left alone for long.
                Calls that were on their way when the first of the row failed do not count: a
                hiccup that takes all of them is one failure. So is a wave of refusals by a busy
                server: it lives, and it is asked less from then on.
        """
        now = asyncio.get_running_loop().time()
        self.faults.add(self.name, type(fault).__name__, *(["busy"] if busy(fault) else []))
        if self._failures == 0 or sent >= self._counts_from:
            if self._failures == 0 or busy(fault):
                self._counts_from = now
            self._failures += 1
        if self._failures >= IN_A_ROW:
            last = str(fault)[:LONGEST].encode("utf-8", "replace").decode()
            raise Paused(
                f"{self.name}: {IN_A_ROW} calls in a row failed (the last one: {last}). The run "
                "stops here, so that the rest of the list is not burnt"
            )
        if busy(fault) or (late and self._failures >= TROUBLE):
            self.window.refused(sent, now)
        wait = fault.retry_after if isinstance(fault, Transient) else None
        if wait and wait > LONGEST_WAIT:
            raise Paused(f"{self.name}: the server asks for a pause of {wait:,.0f} s ({fault})")
        if wait:
            # A little later than it says, and not to the moment when everybody else comes.
            self._paused_until = max(self._paused_until, now + wait * random.uniform(1.0, 1.1))

    def _take(self, tokens: float) -> None:
        self._inside += 1
        if self._first < self.window.most:
            self._first += 1
        if self._buckets:
            for bucket, units in zip(self._buckets, (1.0, tokens), strict=True):
                if bucket:
                    bucket.take(units)
        if self.window.adaptive and self._looking is not (loop := asyncio.get_running_loop()):
            self._looking = loop
            self._look(loop.time())

    def _look(self, due: float) -> None:
        """See how late this comes, as long as calls are under way."""
        if self._looking is None:
            return
        now = self._looking.time()
        self.window.was_late(now - due)
        if self._inside:
            self._looking.call_at(now + LOOK, self._look, now + LOOK)
        else:
            self._looking = None

    def _admits(self, tokens: float) -> float | None:
        """0 when a call may go in now, the seconds until it may, or None: when another leaves."""
        if self._inside >= self.window.places:
            return None
        wait = 0.0
        if self._first < self.window.most:
            now = asyncio.get_running_loop().time()
            self._began = self._began if self._first else now
            pace = max(FASTEST, self.window.most / SPREAD)
            wait = max(0.0, self._began + self._first / pace - now)
        if self._paused_until or self._limits != (None, None):
            clock = asyncio.get_running_loop().time
            wait = max(wait, self._paused_until - clock())
            if not wait:
                self._paused_until = 0.0
            for bucket, units in zip(self._filled(clock), (1.0, tokens), strict=True):
                wait = max(wait, bucket.wait(units)) if bucket else wait
        return wait

    def _filled(self, clock: Callable[[], float]) -> "tuple[Bucket | None, Bucket | None]":
        if self._buckets is None:
            rpm, tpm = self._limits
            # A tenth of a second of requests, a second of tokens: timers are no finer than that.
            self._buckets = (
                Bucket(rpm, rpm / 600, clock) if rpm else None,
                Bucket(tpm, tpm / 60, clock) if tpm else None,
            )
        return self._buckets

    def _serve(self) -> None:
        """Let in who may go in, and look again when time alone is in the way."""
        while self._waiting:
            _, _, tokens, place = self._waiting[0]
            if not place.done():
                wait = self._admits(tokens)
                if wait is None:
                    return
                if wait > 0:
                    self._look_in(wait)
                    return
                self._take(tokens)
                place.set_result(None)
            heapq.heappop(self._waiting)

    def _look_in(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        if self._timer and not self._timer.cancelled() and self._timer.when() > loop.time():
            if self._timer.when() <= loop.time() + seconds + 1e-3:
                return
            self._timer.cancel()
        self._timer = loop.call_later(seconds, self._in_time)

    def _in_time(self) -> None:
        # Forgotten first: a loop may call a hair too early, and then it is to call once more.
        self._timer = None
        self._serve()

    def _resized(self, why: str, before: float, now: float) -> None:
        """Tell of the window, but not of each step: at a new low, and back at the top."""
        places = max(1, int(now))
        if why == "free" and self._lowest < places:
            self._lowest = places
            tell("gate", model=self.name, why="as wide as the recipe allows again", places=places)
        elif why != "free":
            self._lowest = min(self._lowest, places)
            tell("gate", model=self.name, why=WHY[why], before=max(1, int(before)), places=places)


WHY = {
    "busy": "the server has too much to do",
    "slow": "replies take much longer than they did",
    "not_ours": "fewer calls made replies no faster",
}
"""What changes the number of places, in words."""


def busy(fault: BaseException) -> bool:
    """Whether the server turned the call away for having too much to do."""
    return isinstance(fault, Transient) and fault.busy
