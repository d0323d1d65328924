"""How fast a model is asked: a smooth limit per minute, and a window that adapts to the server.

`Bucket` promises: no more than its limit in any 60 seconds, however the calls come. `Window`
promises: between 1 and the recipe's `in_flight`; one change in a round trip at most; what it gave
up it takes back step by step. Does not promise to find the best number of calls in flight: it
keeps clear of the two ways to be too many, which are refusals and queues.

Sources: additive increase and multiplicative decrease as in TCP (Chiu and Jain, 1989), with one
decrease in a round trip (RFC 5681 with NewReno's recovery); the gradient on latency after
Netflix's concurrency-limits (Gradient2), with two things added: a cut that costs throughput shows
that the queue was not ours, and is taken back; and what our own event loop adds to a latency, when
this machine is slow or busy, is taken off before anything is concluded of the server.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

MINUTE = 60.0
DECREASE, STEEPEST = 0.7, 0.5
"""What is left of the window after a refusal (as in CUBIC), and after the steepest cut."""
STEP = 1 / 32
"""Share by which the window grows in a calm round trip, besides the one place of plain TCP."""
TOLERANCE = 3.0
"""Latency over its smoothed minimum from which on a queue is seen; batching alone makes 2."""
CALM = 2.4
"""Below this the window grows again; between the two it stays as it is."""
QUEUE = 0.1
"""Seconds over the minimum that are worth anything at all: less is our own machine's noise."""
TURNS = 5.0
"""Times the mean lateness of our event loop that a latency is made longer by it: a reply waits for
the turn under way (the lateness), and it takes two whole turns (twice that each) to be sent off and
to be handed to who waits for it."""
FULL = 0.8
"""Of the window that must be in use for a round trip to say anything of the server."""
QUICK = 0.25
"""Share of the replies in a round trip that tell of a queue, the quickest ones: in a queue all
wait, so that these come late too. The minimum is learned from the first replies, and those are the
short ones: beside it the mean of all looks slow wherever replies are of uneven length."""
SAMPLES = 16
"""Replies in a mean of latency, at least."""
DOWN, UP, NEAR = 0.2, 0.02, 1.5
"""How far the smoothed minimum follows a lower mean, and one that is higher but near it."""


class Bucket:
    """At most `per_minute` units in any minute, given out evenly."""

    def __init__(self, per_minute: int, burst: float, clock: Callable[[], float]):
        self._most = per_minute
        self._clock = clock
        self._burst = 0.0
        self._widen(max(1.0, min(burst, per_minute / 2)))
        self._level = self._burst
        self._at = clock()

    def _widen(self, burst: float) -> None:
        # Burst and refill together stay below the limit in every minute (units are whole).
        self._burst = burst
        self._rate = (self._most - burst + 1) / MINUTE

    def wait(self, units: float) -> float:
        """Seconds until so many units may be taken; 0 when they may be taken now."""
        units = self._bounded(units)
        if units > self._burst:
            self._widen(units)
        self._fill()
        return max(0.0, (units - self._level) / self._rate) if units > self._level + 1e-9 else 0.0

    def take(self, units: float) -> None:
        """Take them, after `wait` said 0."""
        self._fill()
        self._level -= self._bounded(units)

    def correct(self, taken: float, used: float) -> None:
        """Give back what was not used, or take what was used beyond."""
        self._fill()
        self._level = min(self._burst, self._level + self._bounded(taken) - used)

    def _bounded(self, units: float) -> float:
        # What is larger than half a minute's limit could never go: it takes half, and the rest
        # is taken when its use is known.
        return min(units, max(1.0, self._most / 2))

    def _fill(self) -> None:
        now = self._clock()
        self._level = min(self._burst, self._level + (now - self._at) * self._rate)
        self._at = now


@dataclass(slots=True)
class Trip:
    """One round trip: it ends when a whole window of calls that were sent in it was answered."""

    since: float
    replies: int = 0
    """All replies in this time: they are the throughput."""
    fresh: list[tuple[float, float]] = field(default_factory=list)
    """Of the replies to calls that were sent in this time, whose latency is the one that counts:
    its ratio to the smoothed minimum of its kind, and the seconds over it."""
    late: float = 0.0
    looks: int = 0
    """Seconds that our own event loop was late, summed up, and how often that was looked at."""

    def shown(self) -> tuple[float, float]:
        """Mean ratio and excess of the quick ones, without what was our own doing."""
        quick = sorted(self.fresh)[: max(1, round(QUICK * len(self.fresh)))]
        ratio, excess = (sum(column) / len(quick) for column in zip(*quick, strict=True))
        ours = TURNS * self.late / self.looks if self.looks else 0.0
        if excess <= 0 or not ours:
            return ratio, excess
        theirs = max(0.0, excess - ours)
        return 1 + (ratio - 1) * theirs / excess, theirs

    def throughput(self, now: float) -> float:
        """Replies a second."""
        return self.replies / max(now - self.since, 1e-9)


@dataclass(slots=True)
class Window:
    """How many calls may be in flight now."""

    most: int
    adaptive: bool = True
    size: float = 0.0
    tell: Callable[[str, float, float], None] = lambda why, before, now: None
    """Hears of every change downwards, and of the way back to the top."""
    _changed: float = -math.inf
    _trip: Trip | None = None
    _best: dict[str, float] = field(default_factory=dict)
    _means: dict[str, tuple[float, int]] = field(default_factory=dict)
    _cut: tuple[float, float] | None = None
    """After a cut for latency: the size before it, and the throughput."""
    _calm: bool = True
    """Whether the last round trip showed no queue."""
    _threshold: float = math.inf
    """Where trouble began last; far below it the way back is fast."""

    def __post_init__(self) -> None:
        self.size = float(self.most)

    @property
    def places(self) -> int:
        """Calls that may be in flight."""
        return max(1, int(self.size))

    def refused(self, sent: float, now: float) -> None:
        """The server had too much to do; what was sent before the last change says nothing new."""
        if not self.adaptive or sent <= self._changed:
            return
        self._cut = None
        self._threshold = self.size
        # Refused again before anything was answered: it was far too much.
        self._resize(self.size * (DECREASE if self._trip else STEEPEST), now, "busy")

    def was_late(self, seconds: float) -> None:
        """Our own event loop did what was due so much later."""
        if self._trip:
            self._trip.late += seconds
            self._trip.looks += 1

    def answered(self, kind: str, sent: float, now: float, latency: float, in_flight: int) -> None:
        """A reply came.

        `kind` are calls that are alike, so that short ones are not compared to long ones;
        `in_flight` is how full the window was.
        """
        if not self.adaptive:
            return
        self._learn(kind, latency)
        if self._trip is None:
            # What was sent before a cut has to drain first.
            if in_flight > self.places:
                return
            self._trip = Trip(now)
        self._note(self._trip, kind, sent, latency)
        if len(self._trip.fresh) >= max(SAMPLES, self.places):
            trip, self._trip = self._trip, Trip(now)
            ratio, excess = trip.shown()
            if in_flight >= FULL * self.places:
                self._decide(ratio, excess, trip.throughput(now), now)
                if self._changed == now:
                    return
            self._calm = ratio < CALM
        grows = self._calm and self._cut is None and in_flight >= FULL * self.places
        if self.size < self.most and grows:
            self._grow()

    def _decide(self, ratio: float, excess: float, throughput: float, now: float) -> None:
        """At the end of a full round trip: was the last cut right, and is another one due?"""
        if self._cut:
            size, before = self._cut
            self._cut = None
            # Where the queue was ours, fewer calls are answered as fast as more were.
            if throughput < before * (1 + self.size / size) / 2:
                for kind in self._best:
                    self._best[kind] *= ratio
                self._resize(size, now, "not_ours")
                return
        if ratio > TOLERANCE and excess > QUEUE and self.places > 1:
            self._cut = (self.size, throughput)
            self._threshold = self.size
            self._resize(self.size * max(STEEPEST, CALM / ratio), now, "slow")

    def _note(self, trip: Trip, kind: str, sent: float, latency: float) -> None:
        trip.replies += 1
        best = self._best.get(kind)
        if sent >= trip.since:
            trip.fresh.append((latency / best, latency - best) if best else (1.0, 0.0))

    def _learn(self, kind: str, latency: float) -> None:
        """Smooth the minimum: a mean that is low by luck must not make all others look slow."""
        total, count = self._means.get(kind, (0.0, 0))
        total, count = total + latency, count + 1
        if count < SAMPLES:
            self._means[kind] = total, count
            return
        mean = total / count
        best = self._best.get(kind, mean)
        if mean < best:
            best += (mean - best) * DOWN
        elif mean < best * NEAR:
            best += (mean - best) * UP
        self._best[kind] = max(best, 1e-9)
        self._means[kind] = 0.0, 0

    def _grow(self) -> None:
        fast = self.size < self._threshold * STEEPEST
        step = 1.0 if fast else 1.0 / self.size + STEP
        self.size = min(float(self.most), self.size + step)
        if self.size == self.most:
            self._threshold = math.inf
            self.tell("free", self.size, self.size)

    def _resize(self, size: float, now: float, why: str) -> None:
        before, self.size = self.size, min(float(self.most), max(1.0, size))
        self._changed = now
        self._trip = None
        self.tell(why, before, self.size)
