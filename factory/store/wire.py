"""How a live run and its clients speak: a question, then rows as an Arrow stream, in frames.

A frame is a tag, a length and that many bytes: data, the end, or an error in words. Without the
end frame the rows are not all of them, and the reader says so. What comes in is bounded in size
and in time; nothing of it is trusted.
"""

import io
import json
import math
import select
import socket
import struct
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from factory.errors import UserError
from factory.store.guard import MAX_SQL, Rows

PATIENCE = 10.0
"""Seconds that a client may take to send its question, or to take in a piece of the answer."""
MAX_REQUEST = 16 * MAX_SQL
MAX_SECONDS = 600.0

FRAME = struct.Struct(">cI")
DATA, END, ERROR = b"D", b"Z", b"E"
PIECE = 1 << 18
CUT_OFF = "the live run broke off its answer (it ended, or nobody took the rows); ask again"


def ask(
    server: socket.socket, sql: str, seconds: float, parameters: Mapping[str, Any] | None
) -> None:
    """Send a question."""
    question = {"sql": sql, "seconds": seconds, "parameters": dict(parameters or {})}
    send(server, DATA, json.dumps(question).encode())


def read_question(client: socket.socket) -> dict[str, Any]:
    """What a client asks: sql, seconds, parameters.

    Raises:
        ValueError: it is no question.
        OSError: the client left, or took too long.
    """
    until = time.monotonic() + PATIENCE
    tag, length = FRAME.unpack(receive(client, FRAME.size, until))
    if tag != DATA or length > MAX_REQUEST:
        raise ValueError("no question")
    try:
        said = json.loads(receive(client, length, until))
    except RecursionError:
        raise ValueError("no question") from None
    if not isinstance(said, dict) or not isinstance(said.get("sql"), str):
        raise ValueError("no question")
    seconds, parameters = said.get("seconds"), said.get("parameters")
    if not isinstance(seconds, int | float) or not math.isfinite(seconds):
        raise ValueError("no time limit")
    if not isinstance(parameters, dict) or not all(
        isinstance(value, str | int | float | None) for value in parameters.values()
    ):
        raise ValueError("no parameters")
    return {
        "sql": said["sql"],
        "seconds": max(0.0, min(float(seconds), MAX_SECONDS)),
        "parameters": parameters,
    }


def send_rows(client: socket.socket, rows: Rows) -> None:
    """Send all rows, and the end."""
    sink = io.BufferedWriter(_Frames(client), PIECE)
    writer = pa.ipc.new_stream(sink, rows.schema)
    for batch in rows.batches:
        writer.write_batch(batch)
    writer.close()
    sink.flush()
    send(client, END)


def send_error(client: socket.socket, error: UserError) -> None:
    """Send what went wrong, in words."""
    send(client, ERROR, str(error).encode("utf-8", "replace"))


def still_there(client: socket.socket) -> bool:
    """Whether a client that has asked still waits: it says nothing more, so an end is its end."""
    poll = select.poll()  # `select` itself fails on the high numbers that a busy run's sockets have
    poll.register(client, select.POLLIN)
    try:
        return not poll.poll(0) or client.recv(1, socket.MSG_PEEK) != b""
    except OSError:
        return False


def read_rows(server: socket.socket) -> Rows | None:
    """The rows that come; None when the other end left before it said anything.

    Raises:
        UserError: the statement was refused; while the batches are read also: it failed.
    """
    answer = io.BufferedReader(_Pieces(server), PIECE)
    if not answer.peek(1):
        return None
    reader = pa.ipc.open_stream(answer)

    def to_the_end() -> Iterator[pa.RecordBatch]:
        yield from reader
        answer.read()  # raises unless the end frame follows

    return Rows(reader.schema, to_the_end())


def send(end: socket.socket, tag: bytes, payload: bytes | memoryview = b"") -> None:
    """Send one frame."""
    end.sendall(FRAME.pack(tag, len(payload)))
    end.sendall(payload)


def receive(end: socket.socket, length: int, until: float = math.inf) -> bytes:
    """Exactly this many bytes, by this time.

    Raises:
        OSError: the other end left before, or took too long.
    """
    pieces = []
    while length:
        if time.monotonic() > until:
            raise TimeoutError("too slow")
        piece = end.recv(min(length, PIECE))
        if not piece:
            raise ConnectionError("the other end is gone")
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


class _Frames(io.RawIOBase):
    """What is written goes out as frames of data."""

    def __init__(self, end: socket.socket):
        self._end = end

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        view = memoryview(data).cast("B")[:PIECE]
        send(self._end, DATA, view)
        return len(view)


class _Pieces(io.RawIOBase):
    """The data of frames, read as one stream; an error frame is raised as a UserError."""

    def __init__(self, end: socket.socket):
        self._end = end
        self._left = 0
        self._begun = self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            return self._read_some(buffer)
        except TimeoutError:
            raise UserError("the live run does not answer; is it stopped or starved?") from None
        except OSError:
            if not self._begun:
                return 0
            raise UserError(CUT_OFF) from None

    def _read_some(self, buffer: Any) -> int:
        while not self._left:
            if self._ended:
                return 0
            tag, self._left = FRAME.unpack(receive(self._end, FRAME.size))
            self._begun = True
            self._ended = tag == END
            if tag == ERROR:
                raise UserError(receive(self._end, self._left).decode())
        count = self._end.recv_into(buffer, min(self._left, len(buffer)))
        if not count:
            raise ConnectionError("the other end is gone")
        self._left -= count
        return count
