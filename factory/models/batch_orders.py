"""What was ordered from a batch API, kept on disk so that no start of a run orders it again.

An *order* is one file of requests and the batch that is made of it. Promises: an order and the
names of its requests are on disk before the file is uploaded, the file's and the batch's ids as
soon as the server gave them, and how a batch ended before any of its faults is handed out. A kill
at any moment leaves a log that can be read; half a last line counts as not written. Does not
promise to know what another folder ordered.

The log is `orders.jsonl` in the folder of one model: one JSON object a line, later fields go
before earlier ones. Beside it lie an order's files: what was sent, and what came back. They are
removed when every reply of an order is in the journal of the run, the folder with the last order.
"""

import contextlib
import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factory.errors import StoreError

LOG = "orders.jsonl"


@dataclass(slots=True, eq=False)
class Order:
    """One file of requests, and its batch."""

    id: str
    address: str
    requests: dict[str, float]
    """The names of its requests, in the order of the lines, with the dollars set aside for each."""
    made: float = field(default_factory=time.time)
    """Seconds since 1970."""
    sha256: str = ""
    """Of the file."""
    file: str | None = None
    batch: str | None = None
    """What the server calls them."""
    past: list[str] = field(default_factory=list)
    """Batches of the same file that the server had no room for."""
    status: str = ""
    """How the batch ended; empty while it is under way."""
    seconds: float = 0.0
    """What the batch took."""
    errors: list[dict[str, Any]] = field(default_factory=list)
    """What was wrong with the batch as a whole."""
    settled: set[str] = field(default_factory=set)
    """Requests that need nothing of this order any more."""
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Where each request's result stands: the kind of file, and the byte."""
    read: bool = False
    """Whether `lines` is all that there is."""
    places: dict[str, int] = field(default_factory=dict)
    """The line of each request in the file that was sent, from 1, where that matters."""
    unsure: bool = False
    """The server may have made a batch whose id did not arrive."""

    @property
    def done(self) -> bool:
        """Whether nobody needs it any more."""
        return len(self.settled) >= len(self.requests)


class Orders:
    """The orders of one model, in a folder of their own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._unsaid: dict[str, list[str]] = {}

    def load(self) -> list[Order]:
        """The orders that somebody may still need, the oldest first.

        Raises:
            StoreError: the log cannot be read or mended.
        """
        log, told = self.folder / LOG, dict[str, dict[str, Any]]()
        if not log.exists():
            return []
        try:
            data = log.read_bytes()
            whole = data.rfind(b"\n") + 1
            if whole < len(data):  # a kill in the middle of a line
                os.truncate(log, whole)
            for line in data[:whole].splitlines():
                fields = json.loads(line)
                known = told.setdefault(fields.pop("order"), {"settled": [], "past": []})
                for name in ("settled", "past"):
                    known[name] += fields.pop(name, [])
                known.update(fields)
            ended = [id for id, fields in told.items() if fields.pop("end", False)]
            for id in ended:
                self._remove_files(id)
                del told[id]
            return [
                Order(id, **fields | {"settled": set(fields["settled"])})
                for id, fields in told.items()
            ]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{log}: cannot be read ({error})") from error

    def begin(self, address: str, requests: Mapping[str, float], lines: Iterable[bytes]) -> Order:
        """Write a file of requests, and that it is about to be sent.

        Raises:
            StoreError: it cannot be written.
        """
        order = Order(secrets.token_hex(8), address, dict(requests))
        digest = hashlib.sha256()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.path(order, "sent").open("wb") as file:
                for line in lines:
                    digest.update(line)
                    file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        order.sha256 = digest.hexdigest()
        self.note(order, address=address, requests=requests, made=order.made, sha256=order.sha256)
        return order

    def path(self, order: Order, kind: str) -> Path:
        """A file of an order: what was `sent`, its `output`, its `errors`."""
        return self.folder / f"{order.id}.{kind}.jsonl"

    def note(self, order: Order, **fields: Any) -> None:
        """Have on disk what is new of an order, and what was settled of any since.

        Raises:
            StoreError: it cannot be written.
        """
        self._append([{"order": order.id, **fields}])

    def flush(self) -> None:
        """Have on disk what was settled since.

        Raises:
            StoreError: it cannot be written.
        """
        self._append([])

    def _append(self, said: list[dict[str, Any]]) -> None:
        unsaid, self._unsaid = self._unsaid, {}
        said = said + [{"order": id, "settled": names} for id, names in unsaid.items()]
        if not said:
            return
        text = "".join(json.dumps(one, separators=(",", ":")) + "\n" for one in said)
        log = self.folder / LOG
        fresh = not log.exists()
        try:
            with log.open("ab") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            if fresh:
                _name_to_disk(self.folder)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def settle(self, order: Order, names: Iterable[str]) -> None:
        """Requests that need nothing of it any more; on disk with the next note, or with its end.

        Raises:
            StoreError: it cannot be written.
        """
        new = [name for name in names if name not in order.settled]
        order.settled.update(new)
        self._unsaid.setdefault(order.id, []).extend(new)
        if order.done:
            self._unsaid.pop(order.id)
            self.note(order, end=True)
            self._remove_files(order.id)

    def _remove_files(self, id: str) -> None:
        for path in self.folder.glob(f"{id}.*.jsonl*"):
            with contextlib.suppress(OSError):
                path.unlink()

    def close(self, orders: Iterable[Order]) -> None:
        """Write down what is settled; the folder goes when none of the orders is needed.

        Raises:
            StoreError: it cannot be written.
        """
        if any(not order.done for order in orders):
            self.flush()
        elif (self.folder / LOG).exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            with contextlib.suppress(OSError):
                self.folder.parent.rmdir()  # where it was the last model's


def _name_to_disk(folder: Path) -> None:
    """A new file's name is on disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        f"{folder}: cannot be written ({error.strerror or error}). What was ordered is kept: "
        "make room, then run the same command again."
    )
