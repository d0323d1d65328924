"""As much HTTP/1.1 as clients of language models speak, fast enough to be the load target.

Promises: connections are kept, requests of one connection are answered one after the other, heads
and bodies that are too large are refused before they are held in memory. Does not speak chunked
request bodies, TLS or HTTP/2.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

MAX_HEAD = 64 * 1024
MAX_BODY = 32 * 1024 * 1024
REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    411: "Length Required",
    413: "Content Too Large",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back, when, and how."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before it is sent."""
    manner: Literal["whole", "hang", "drop", "cut"] = "whole"
    """Hang: never; drop: the connection is closed instead; cut: closed within the body."""


Handler = Callable[[str, str, bytes], Answer]
"""Answers a method, a path and a body; must not block."""


def as_json(status: int, content: Any, **headers: str) -> Answer:
    """An answer in JSON; an underscore in a header's name stands for a hyphen."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    return Answer(status, body, {name.replace("_", "-"): text for name, text in headers.items()})


def error(status: int, message: str, kind: str = "", code: str = "", **headers: str) -> Answer:
    """An error as OpenAI's servers word it."""
    kind = kind or ("invalid_request_error" if status < 500 else "server_error")
    told = {"message": message, "type": kind, "param": None, "code": code or None}
    return as_json(status, {"error": told}, **headers)


class Connection(asyncio.Protocol):
    """One client's connection."""

    def __init__(self, handler: Handler, open_ones: set["Connection"]):
        self.handler = handler
        self.open_ones = open_ones
        self.data = b""
        self.busy = False
        self.last = False
        self.timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client is there."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.open_ones.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone; what it waited for is not sent."""
        del exc
        self.open_ones.discard(self)
        if self.timer:
            self.timer.cancel()

    def data_received(self, data: bytes) -> None:
        """Bytes of a request, or of several."""
        self.data += data
        if self.busy:
            # Whoever sends more before the answer waits, and not in our memory.
            self.transport.pause_reading()
        else:
            self._next()

    def close(self) -> None:
        """End it, whatever is under way."""
        self.transport.abort()

    def _next(self) -> None:
        while not self.busy and not self.transport.is_closing():
            end = self.data.find(b"\r\n\r\n")
            if end < 0:
                if len(self.data) > MAX_HEAD:
                    self._refuse(error(431, "The head of the request is too large."))
                return
            head, *lines = self.data[:end].decode("latin-1").split("\r\n")
            headers = {
                name.strip().lower(): text.strip()
                for name, _, text in (line.partition(":") for line in lines)
            }
            fault, length = _length(head, headers)
            if fault:
                self._refuse(fault)
                return
            if headers.get("expect", "").lower() == "100-continue" and len(self.data) == end + 4:
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            if len(self.data) < end + 4 + length:
                return
            body = self.data[end + 4 : end + 4 + length]
            self.data = self.data[end + 4 + length :]
            self.last = headers.get("connection", "").lower() == "close"
            method, path, _ = head.split(" ")
            self._take(self.handler(method, path.partition("?")[0], body))

    def _refuse(self, answer: Answer) -> None:
        self.data = b""
        self.last = True
        self._take(answer)

    def _take(self, answer: Answer) -> None:
        if answer.manner == "hang":
            self.busy = True
        elif answer.delay > 0:
            self.busy = True
            loop = asyncio.get_running_loop()
            self.timer = loop.call_later(answer.delay, self._send_and_go_on, answer)
        else:
            self._send(answer)

    def _send_and_go_on(self, answer: Answer) -> None:
        self.timer = None
        self.busy = False
        self._send(answer)
        if not self.transport.is_closing():
            self.transport.resume_reading()
            self._next()

    def _send(self, answer: Answer) -> None:
        if self.transport.is_closing():
            return
        if answer.manner == "drop":
            self.transport.abort()
            return
        body = answer.body
        headers = {"content-type": "application/json", **answer.headers}
        headers["content-length"] = str(len(body))
        if self.last:
            headers["connection"] = "close"
        head = "".join(f"{name}: {text}\r\n" for name, text in headers.items())
        reason = REASONS.get(answer.status, "Unknown")
        sent = f"HTTP/1.1 {answer.status} {reason}\r\n{head}\r\n".encode("latin-1")
        cut = answer.manner == "cut"
        self.transport.write(sent + (body[: len(body) // 2] if cut else body))
        if self.last or cut:
            self.transport.close()


def _length(head: str, headers: Mapping[str, str]) -> tuple[Answer | None, int]:
    """The length of the body, or what is wrong with the request."""
    if len(head.split(" ")) != 3 or not head.endswith(("HTTP/1.1", "HTTP/1.0")):
        return error(400, "This is no HTTP/1.1 request."), 0
    if "transfer-encoding" in headers:
        return error(411, "Send the body with a content-length."), 0
    text = headers.get("content-length", "0")
    if not text.isdecimal() or len(text) > 12:
        return error(400, "The content-length is no number."), 0
    if int(text) > MAX_BODY:
        return error(413, f"A body may have {MAX_BODY:,} bytes at most."), 0
    return None, int(text)
