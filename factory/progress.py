"""Show a run while it goes on: a table that lives on a terminal, plain lines everywhere else.

It looks at the tally from a thread of its own, and never holds the run up: where its output cannot
be written any more, it falls silent. Rates are of this start of the run; what earlier starts
settled is in the counts, not in the rates.
"""

import contextlib
import sys
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from factory.tally import StageCount, Tally, counted, money

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

LOOK = 0.5
"""Seconds between looks."""
WINDOW = 15.0
"""Seconds that a rate is taken over."""


@dataclass
class Pace:
    """How fast one stage goes: what was settled when, over the last seconds and since the start."""

    base: int
    seen: deque[tuple[float, int]] = field(default_factory=deque)
    began: float | None = None
    """When the stage was last seen at rest before its first item."""
    last: float = 0.0
    """When an item was last seen to end."""

    def look(self, now: float, settled: int) -> None:
        """Note how many items have ended by now."""
        before = self.seen[-1] if self.seen else (now, self.base)
        if settled > before[1]:
            self.began = before[0] if self.began is None else self.began
            self.last = now
        self.seen.append((now, settled))
        while now - self.seen[0][0] > WINDOW:
            self.seen.popleft()

    @property
    def recent(self) -> float | None:
        """Items a second over the last seconds."""
        (then, before), (now, settled) = self.seen[0], self.seen[-1]
        return (settled - before) / (now - then) if now > then and settled > before else None

    @property
    def overall(self) -> float | None:
        """Items a second while the stage was at work, in this start of the run."""
        if self.began is None or self.last <= self.began:
            return None
        return (self.seen[-1][1] - self.base) / (self.last - self.began)


class Display:
    """What `factory run` shows; a plain line says one stage, in the words of `Tally.line`."""

    def __init__(
        self,
        file: IO[str] | None = None,
        *,
        every: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._file = file or sys.stderr
        self._is_terminal = self._file.isatty()
        self._every = every
        self._clock = clock
        self._tally: Tally | None = None
        self._paces: dict[str, Pace] = {}
        self._said: dict[str, str] = {}
        self._said_at = 0.0
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._live: Live | None = None
        self._lock = threading.Lock()

    def start(self, tally: Tally) -> None:
        """Begin to show, and to look every half second."""
        self._tally = tally
        self._said_at = self._clock()
        for stage, count in list(tally.stages.items()):
            self._paces[stage] = Pace(count.settled)
        self.look()
        if self._is_terminal:
            from rich.console import Console
            from rich.live import Live

            console = Console(file=self._file, markup=False, highlight=False, emoji=False)
            self._live = Live(console=console, get_renderable=self.table, refresh_per_second=4)
            self._live.start()
        self._thread = threading.Thread(target=self._watch, name="factory-display", daemon=True)
        self._thread.start()

    def note(self, text: str) -> None:
        """Say one thing in one line."""
        from factory.terminal import one_line

        if text:
            self._say(one_line(text))

    def stop(self) -> None:
        """Show the last state and let go of the terminal. Without a start it does nothing."""
        self._ended.set()
        if self._thread:
            self._thread.join()
        if self._tally is None:
            return
        self.look()
        if self._live:
            with contextlib.suppress(OSError, ValueError):
                self._live.stop()
        else:
            if any(count.entered for _, count in self._stages()):
                self._say("")
            self._say_stages(lambda stage, count: True, overall=True)
        self._tally = None

    def look(self) -> None:
        """Look at the tally once, and print the plain lines that are due."""
        now = self._clock()
        for stage, count in self._stages():
            self._paces.setdefault(stage, Pace(0)).look(now, count.settled)
        if self._is_terminal:
            return
        if now - self._said_at >= self._every:
            self._said_at = now
            self._say_stages(lambda stage, count: self._is_new(stage))
        else:
            self._say_stages(lambda stage, count: ended(count) and self._is_new(stage))

    def table(self) -> "Table":
        """Every stage that has begun, as a table."""
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="dim")
        table.add_column("", no_wrap=True)
        for name in ("in", "done", "rejected", "failed", "pending", "calls", "$", "/s", "left"):
            table.add_column(name, justify="right", no_wrap=True)
        # The one column that may be cut: a table takes room from columns that wrap first.
        table.add_column("why")
        for stage, count in self._stages():
            if count.entered or count.calls:
                cells = self._cells(stage, count)
                one_line = (Text(one, no_wrap=True, overflow="ellipsis") for one in cells)
                table.add_row(stage, *one_line)
        cost = self._tally.cost if self._tally else None
        if cost is not None:
            table.add_row("", *[""] * 6, Text(money(cost), style="bold"))
        return table

    def _cells(self, stage: str, count: StageCount) -> list[str]:
        pace = self._paces.get(stage)
        rate = pace.recent if pace and pace.seen else None
        left = count.expected - count.settled - count.pending if count.expected else 0
        # Copied first, as adding two counters is no single step for the thread that counts.
        why = counted(Counter(dict(count.rejected)) + Counter(dict(count.failed)))
        return [
            f"{count.entered:,}",
            f"{count.done:,}",
            blank(count.rejected.total()),
            blank(count.failed.total()),
            blank(count.pending),
            blank(count.calls),
            "" if count.cost is None else money(count.cost),
            "" if rate is None else f"{rate:,.3g}",
            duration(left / rate) if rate and left > 0 else "",
            why,
        ]

    def _stages(self) -> Iterator[tuple[str, StageCount]]:
        # A copy, as the run adds stages and reasons while this thread looks.
        return iter(list(self._tally.stages.items()) if self._tally else [])

    def _is_new(self, stage: str) -> bool:
        tally = self._tally
        return tally is not None and self._said.get(stage) != tally.line(stage)

    def _say_stages(self, due: Callable[[str, StageCount], bool], overall: bool = False) -> None:
        for stage, count in self._stages():
            if self._tally and count.entered and due(stage, count):
                pace = self._paces[stage]
                rate = pace.overall if overall else pace.recent or pace.overall
                self._said[stage] = self._tally.line(stage)
                self._say(self._tally.line(stage, rate))

    def _say(self, line: str) -> None:
        with self._lock, contextlib.suppress(OSError, ValueError):
            if self._live:
                from rich.text import Text

                self._live.console.print(Text(line))
            else:
                print(line, file=self._file, flush=True)

    def _watch(self) -> None:
        while not self._ended.wait(LOOK):
            self.look()


def ended(count: StageCount) -> bool:
    """Whether a stage has nothing to come that is known of."""
    return bool(count.expected) and count.settled + count.pending >= (count.expected or 0)


def blank(number: int) -> str:
    """A count; nothing where it is 0, so that the eye finds the others."""
    return f"{number:,}" if number else ""


def duration(seconds: float) -> str:
    """`42s`, `3m 20s`, `5h 04m`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}s"
    if whole < 3600:
        return f"{whole // 60}m {whole % 60:02}s"
    return f"{whole // 3600}h {whole % 3600 // 60:02}m"
