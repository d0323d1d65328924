"""A lean OpenAI-compatible server for `models.py`: one answer for all, counted, and timed.

    python tests/benchmarks/models_server.py '{"delay": 0.05, "refuse": 100}'

Prints its port and serves until its standard input ends. `delay` is in seconds; with `refuse: n`
one prompt in n (by its digest, so the same one again) is answered 400. GET /stats tells what was
asked, how many different prompts of them are refused, how many seconds lie between the first
request and the last answer, and how many requests a second came in the second half of all (so
without start and end); POST /reset forgets.
"""

import asyncio
import hashlib
import json
import subprocess
import sys
import time
import urllib.request
from array import array
from collections import Counter
from typing import ClassVar

from models_asked import TEXT

USAGE = {"prompt_tokens": 220, "completion_tokens": 100, "total_tokens": 320}
MESSAGE = {"role": "assistant", "content": TEXT}
BODY = json.dumps({
    "id": "x",
    "object": "chat.completion",
    "created": 1,
    "model": "tiny",
    "choices": [{"index": 0, "finish_reason": "stop", "logprobs": None, "message": MESSAGE}],
    "usage": USAGE,
}).encode()  # fmt: skip
ERROR = json.dumps({"error": {"message": "Too long.", "type": "invalid_request_error"}}).encode()


def answer(status, body):
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    return head.encode() + b"\r\n\r\n" + body


GOOD, BAD = answer(200, BODY), answer(400, ERROR)


class Connection(asyncio.Protocol):
    """One connection; what is counted is shared by all."""

    delay: ClassVar[float] = 0.0
    refuse: ClassVar[int] = 0
    asked: ClassVar[Counter] = Counter()
    first: ClassVar[float] = 0.0
    last: ClassVar[float] = 0.0
    came: ClassVar[array] = array("d")
    """When each request came."""

    def connection_made(self, transport):
        self.transport, self.data = transport, b""

    def data_received(self, data):
        self.data += data
        while (end := self.data.find(b"\r\n\r\n")) >= 0:
            head = self.data[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self.data) < end + 4 + length:
                return
            body, self.data = self.data[end + 4 : end + 4 + length], self.data[end + 4 + length :]
            self.take(head, body)

    def take(self, head, body):
        kind = Connection
        if head.startswith(b"get /stats"):
            told = {
                "asked": kind.asked.total(),
                "different": len(kind.asked),
                "refused": sum(map(refused, kind.asked)),
                "seconds": kind.last - kind.first,
                "steady": steady(kind.came),
            }
            self.transport.write(answer(200, json.dumps(told).encode()))
        elif head.startswith(b"post /reset"):
            kind.asked.clear()
            kind.first = kind.last = 0.0
            del kind.came[:]
            self.transport.write(answer(200, b"{}"))
        else:
            kind.came.append(time.perf_counter())
            kind.first = kind.first or kind.came[0]
            if kind.delay:
                asyncio.get_running_loop().call_later(kind.delay, self.complete, body)
            else:
                self.complete(body)

    def complete(self, body):
        # By the messages alone: some clients send a seed or an id of their own with a retry.
        asked = body[body.find(b'"messages"') :]
        name = hashlib.blake2b(asked[: asked.find(b"]")], digest_size=8).digest()
        Connection.asked[name] += 1
        Connection.last = time.perf_counter()
        if not self.transport.is_closing():
            self.transport.write(BAD if refused(name) else GOOD)


def refused(name):
    """Whether this prompt is the one in n that is answered 400."""
    return bool(Connection.refuse) and int.from_bytes(name, "big") % Connection.refuse == 0


def steady(came):
    """Requests a second in the second half of them."""
    half = came[len(came) // 2 :]
    return (len(half) - 1) / (half[-1] - half[0]) if len(half) > 1 else 0.0


async def serve(settings):
    Connection.delay, Connection.refuse = settings.get("delay", 0.0), settings.get("refuse", 0)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.buffer.read)


class Server:
    """The server as a child process; a context manager."""

    def __init__(self, **settings):
        self.process = subprocess.Popen(
            [sys.executable, __file__, json.dumps(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.root = f"http://127.0.0.1:{int(self.process.stdout.readline())}"
        self.url = f"{self.root}/v1"

    def stats(self):
        return self._open("/stats")

    def reset(self):
        self._open("/reset", b"{}")

    def _open(self, path, data=None):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.request.Request(self.root + path, data), timeout=30) as said:
            return json.load(said)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


if __name__ == "__main__":
    asyncio.run(serve(json.loads(sys.argv[1])))
