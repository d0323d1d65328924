"""What a run counts while it goes on: the numbers that a person watches, stage by stage.

One thread adds; any other may look. No clock and no database in it: a rate is somebody else's to
work out, and the ledger, not the tally, is what a run is resumed from.
"""

import math
from collections import Counter
from dataclasses import dataclass, field

SHOWN_REASONS = 4
"""More rejection reasons than this are summed up, so that a line stays a line."""


@dataclass
class StageCount:
    """One stage: items in = done + rejected + failed + pending + those under way."""

    expected: int | None = None
    """Items known to come, where that is known: the time left is reckoned from it."""
    entered: int = 0
    done: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    pending: int = 0
    calls: int = 0
    """Model calls made now; `cached` replies came from the journal and cost nothing."""
    cached: int = 0
    cost: float | None = None
    """US dollars spent now; None where no price is known."""

    @property
    def settled(self) -> int:
        """Items that have ended, one way or another."""
        return self.done + self.rejected.total() + self.failed.total()


@dataclass
class Tally:
    """Every stage of the run, in the order of the line."""

    stages: dict[str, StageCount] = field(default_factory=dict)

    def __getitem__(self, stage: str) -> StageCount:
        """The count of one stage, made on first use."""
        count = self.stages.get(stage)
        if count is None:
            count = self.stages[stage] = StageCount()
        return count

    @property
    def cost(self) -> float | None:
        """US dollars over all stages; None where none has a price."""
        known = [count.cost for count in self.stages.values() if count.cost is not None]
        return sum(known) if known else None

    @property
    def pending(self) -> int:
        """Items that another run of the same command would take up."""
        return sum(count.pending for count in self.stages.values())

    def settle(self, stage: str, status: str, reason: str | None, times: int = 1) -> None:
        """Count items that ended: done, rejected or failed."""
        count = self[stage]
        count.entered += times
        if status == "done":
            count.done += times
        else:
            reasons = count.rejected if status == "rejected" else count.failed
            reasons[reason or "unnamed"] += times

    def leave_pending(self, stage: str, times: int = 1) -> None:
        """Count items that could not be settled now."""
        count = self[stage]
        count.entered += times
        count.pending += times

    def buy(self, stage: str, cost: float | None) -> None:
        """Count a model call made now, and its price where it is known."""
        count = self[stage]
        count.calls += 1
        if cost is not None:
            count.cost = (count.cost or 0.0) + cost

    def line(self, stage: str, rate: float | None = None) -> str:
        """One stage in words: what came in, how it ended and why, what it cost, how fast."""
        count = self.stages[stage]
        parts = [f"{count.entered:,} in", f"{count.done:,} done"]
        parts += ending(count.rejected, "rejected")
        parts += ending(count.failed, "failed")
        if count.pending:
            parts.append(f"{count.pending:,} pending")
        if count.cost is not None:
            parts.append(money(count.cost))
        if rate is not None:
            parts.append(f"{rate:,.3g}/s" if rate < 10 else f"{rate:,.0f}/s")
        return "   ".join([f"{stage:<9}", *parts])


def ending(reasons: Counter[str], word: str) -> list[str]:
    """`287 rejected (not_harder 201, copied 86)`, as a list of one; empty where nothing was."""
    if not reasons.total():
        return []
    return [f"{reasons.total():,} {word} ({counted(reasons)})"]


def counted(reasons: Counter[str]) -> str:
    """The commonest reasons with their counts; the rest as one number, so that it adds up."""
    # By count, then by name: the same numbers always read the same.
    ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = ordered if len(ordered) <= SHOWN_REASONS + 1 else ordered[:SHOWN_REASONS]
    words = [f"{reason} {times:,}" for reason, times in shown]
    left = sum(times for _, times in ordered[len(shown) :])
    return ", ".join([*words, f"others {left:,}"] if left else words)


def money(dollars: float) -> str:
    """US dollars, to the cent, and finer where a cent would hide the sum."""
    if dollars >= 0.01 or dollars <= 0:
        return f"${dollars:,.2f}"
    places = max(5, 1 - math.floor(math.log10(dollars)))  # two digits, where five decimals are 0
    return f"${dollars:.{places}f}"


def times(number: int, thing: str) -> str:
    """`1 call`, `2,000 calls`, `2 replies`."""
    if number != 1:
        thing = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{number:,} {thing}"
