"""Fills a file with requests until it is full, or until nobody has come for a while."""

import asyncio
from collections.abc import Callable

from factory.errors import Refused
from factory.models.batch_options import BatchOptions


class Filling:
    """The file that is being filled; `send` takes its lines, by the names of their requests."""

    def __init__(self, options: BatchOptions, send: Callable[[dict[str, bytes]], None]):
        self._most, self._bytes = options.requests, options.megabytes * 1e6
        self._linger = options.linger
        self._send = send
        self._lines: dict[str, bytes] = {}
        self._size = 0
        self._latest = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def add(self, name: str, line: bytes) -> None:
        """One more request.

        Raises:
            Refused: no file could hold it.
        """
        if len(line) > self._bytes:
            raise Refused(
                f"the request has {len(line):,} bytes, more than a file may have "
                f"({self._bytes:,.0f})"
            )
        if self._size + len(line) > self._bytes:
            self.send()
        self._lines[name] = line
        self._size += len(line)
        loop = asyncio.get_running_loop()
        self._latest = loop.time()
        if len(self._lines) >= self._most:
            self.send()
        elif self._timer is None:
            self._timer = loop.call_later(self._linger, self._look)

    def remove(self, name: str) -> None:
        """A request that nobody waits for any more; one that was sent stays sent."""
        self._size -= len(self._lines.pop(name, b""))

    def send(self) -> None:
        """Send what there is."""
        lines, self._lines, self._size = self._lines, {}, 0
        if lines:
            self._send(lines)

    def close(self) -> None:
        """Send nothing more."""
        self._lines, self._size = {}, 0
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        wait = self._latest + self._linger - loop.time()
        self._timer = loop.call_later(wait, self._look) if wait > 0 and self._lines else None
        if self._timer is None:
            self.send()
