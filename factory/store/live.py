"""A live run answers SQL: DuckDB lets no second process open a file that one is writing.

The run serves on a unix socket in a private directory; `live.json` in the run's folder says where.
What is asked runs on a cursor of the run's own instance, behind `factory.store.guard`. A client
that leaves, stalls or sends garbage costs its own connection and nothing else. It does not keep
out other processes of the same user: they may read the run, as they may read its file.
"""

import contextlib
import json
import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb

from factory.errors import StoreError, UserError
from factory.store.guard import Query, Rows
from factory.store.wire import (
    PATIENCE,
    ask,
    read_question,
    read_rows,
    send_error,
    send_rows,
    still_there,
)

RECORD = "live.json"
PREFIX = "factory-"
MAX_CLIENTS = 8
"""Queries at a time; further clients wait for their turn."""
MAX_PATH = 100
"""Bytes; the address of a unix socket holds 107 on Linux and 103 on macOS."""

ENDED = "stopped, because the run ended just now. Ask again"
SHORT = "stopped, because the run itself needed the memory. Ask again later"


class LiveGoneError(Exception):
    """The run that the record names does not answer: it has ended, or is just ending."""


class LiveServer:
    """Serves the SQL of other processes; `connect` returns a fresh cursor of the live instance."""

    def __init__(self, connect: Callable[[], duckdb.DuckDBPyConnection], folder: Path):
        self._connect = connect
        self._record = folder / RECORD
        self._place: Path | None = None
        self._listener: socket.socket | None = None
        self._stopping = threading.Event()
        self._turns = threading.BoundedSemaphore(MAX_CLIENTS)
        self._guard = threading.Condition()
        self._running: set[Query] = set()
        self._clients: set[socket.socket] = set()
        self._threads: set[threading.Thread] = set()

    def start(self) -> None:
        """Listen, and say where in the run's folder.

        Raises:
            StoreError: there is no place for the socket, or the folder cannot be written.
        """
        remove_leftovers(self._record)
        try:
            self._place = private_directory()
            self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self._listener.bind(str(self._place / "sql"))
            self._listener.listen(64)
            # Shutting a socket down does not wake `accept` on every system, so it looks up.
            self._listener.settimeout(0.2)
            record = {"pid": os.getpid(), "socket": str(self._place / "sql")}
            fresh = self._record.with_suffix(".new")
            fresh.write_text(json.dumps(record), encoding="utf-8")
            os.replace(fresh, self._record)
        except OSError as error:
            self.stop()
            raise StoreError(f"{self._record}: a live run cannot be reached ({error})") from error
        self._spawn(self._accept, self._listener)

    def interrupt(self, wait: float = 5.0) -> None:
        """Cancel what clients have running, and wait until it let go of its memory."""
        with self._guard:
            for query in self._running:
                query.cancel(SHORT)
            self._guard.wait_for(lambda: not self._running, wait)

    def stop(self) -> None:
        """Stop serving; no socket, directory or record is left."""
        self._stopping.set()
        if self._listener:
            self._listener.close()
        with self._guard:
            for query in self._running:
                query.cancel(ENDED)
        self._dismiss(socket.SHUT_RD, 2.0)
        self._dismiss(socket.SHUT_RDWR, PATIENCE)
        if self._place:
            shutil.rmtree(self._place, ignore_errors=True)
            if read_record(self._record).get("socket") == str(self._place / "sql"):
                self._record.unlink(missing_ok=True)

    def _dismiss(self, how: int, wait: float) -> None:
        """End the clients: those that still ask, or also those that do not take their answer."""
        with self._guard:
            for client in self._clients:
                with contextlib.suppress(OSError):
                    client.shutdown(how)
            threads = list(self._threads)
        until = time.monotonic() + wait
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _spawn(self, work: Callable[[socket.socket], None], end: socket.socket) -> None:
        thread = threading.Thread(target=work, args=(end,), name="factory-live", daemon=True)
        with self._guard:
            self._threads.add(thread)
            thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while not self._stopping.is_set():
            if not self._turns.acquire(timeout=0.2):
                continue
            try:
                client, _ = listener.accept()
            except OSError:  # nobody came, the client is gone already, or `stop` closed it
                self._turns.release()
                continue
            with self._guard:
                self._clients.add(client)
            self._spawn(self._serve, client)

    def _serve(self, client: socket.socket) -> None:
        try:
            with client:
                client.settimeout(PATIENCE)
                self._answer(client)
        except (OSError, ValueError):
            return  # it left, stalled, or did not speak our language: its own loss
        except duckdb.Error:
            return  # the run is closing its file; the client finds the file open to all
        finally:
            with self._guard:
                self._clients.discard(client)
                self._threads.discard(threading.current_thread())
            self._turns.release()

    def _answer(self, client: socket.socket) -> None:
        question = read_question(client)
        cursor = self._connect()
        query = Query(
            cursor,
            question["sql"],
            question["seconds"],
            question["parameters"],
            wanted=lambda: still_there(client),
        )
        with self._guard:
            self._running.add(query)
            if self._stopping.is_set():
                query.cancel(ENDED)
        try:
            with query as rows:
                send_rows(client, rows)
        except UserError as error:
            send_error(client, error)
        finally:
            cursor.close()
            with self._guard:
                self._running.discard(query)
                self._guard.notify_all()


def private_directory() -> Path:
    """A new directory that only this user may enter, with a path short enough for a socket."""
    place = Path(tempfile.mkdtemp(prefix=PREFIX))
    if len(os.fsencode(place / "sql")) > MAX_PATH:
        place.rmdir()
        place = Path(tempfile.mkdtemp(prefix=PREFIX, dir="/tmp"))
    return place


def read_record(record: Path) -> dict[str, Any]:
    """What `live.json` says; empty when there is none, or none that can be read."""
    try:
        said = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    good = isinstance(said, dict) and isinstance(said.get("pid"), int)
    return said if good and isinstance(said.get("socket"), str) else {}


def alive(pid: int) -> bool:
    """Whether a process of this number exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def remove_leftovers(record: Path) -> None:
    """Remove what a killed run left: its socket's directory and its record."""
    said = read_record(record)
    if said and not alive(said["pid"]):
        place = Path(said["socket"]).parent
        # The record is only a file: nothing but a directory of ours is removed on its word.
        if place.name.startswith(PREFIX) and said["socket"] == str(place / "sql"):
            with contextlib.suppress(OSError):
                (place / "sql").unlink(missing_ok=True)
                place.rmdir()
        record.unlink(missing_ok=True)


def find_live(folder: Path) -> str | None:
    """The socket of the run that is live in `folder`; None when there is none."""
    said = read_record(folder / RECORD)
    return said["socket"] if said and alive(said["pid"]) else None


@contextlib.contextmanager
def ask_live(
    address: str, sql: str, seconds: float, parameters: Mapping[str, Any] | None = None
) -> Iterator[Rows]:
    """Ask a live run, and give its rows as they come.

    Raises:
        LiveGoneError: nobody answers there.
        UserError: the statement was refused, failed, or was stopped.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.settimeout(seconds + 2 * PATIENCE)
        try:
            server.connect(address)
            ask(server, sql, seconds, parameters)
        except OSError:
            raise LiveGoneError(address) from None
        rows = read_rows(server)
        if rows is None:
            raise LiveGoneError(address)
        yield rows
