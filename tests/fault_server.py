"""An OpenAI-compatible server on loopback that can do everything that servers do wrong.

A process of its own, so that tests can kill what talks to it and benchmarks do not share its
core: `python tests/fault_server.py '{"delay": 0.05}'` prints its port and serves until its
standard input ends. From Python: `with FaultServer(delay=0.05) as server: server.url`.

Settings (all may be changed while it runs, with POST /settings):
    delay    seconds before an answer
    key      the one key that is let in
    reply    text of every answer; `echo`: the prompt; `solve`: a solution that quotes the problem;
             left out: what `fakes.answer` writes
    rates    {fault: share}, drawn from `seed`, the prompt and how often it came
    script   [{"contains": text, "fault": fault, "times": n}]: the first that fits; n null = always
    times    how often a rate may hit one prompt; null = always
A fault is a key of `FAULTS`. GET /stats tells what was asked, answered and paid.
"""

import asyncio
import functools
import gzip
import hashlib
import json
import random
import re
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from email.utils import formatdate
from pathlib import Path
from typing import ClassVar


def error(status, message, *, code=None, kind="invalid_request_error", param=None, **headers):
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, body


@functools.cache
def bomb():
    """A few hundred kilobytes that unpack to 300 MB."""
    return gzip.compress(b" " * 300_000_000, 1)


PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>"
SOON = {"retry_after_ms": "20"}
FAULTS = {
    "400": lambda: error(400, "This model's maximum context length is 4096 tokens."),
    "401": lambda: error(401, "Incorrect API key provided.", code="invalid_api_key"),
    "403": lambda: error(403, "You are not allowed to use this model."),
    "404": lambda: error(404, "The model does not exist.", code="model_not_found", param="model"),
    "408": lambda: error(408, "Took too long to read.", **SOON),
    "409": lambda: error(409, "Conflict.", **SOON),
    "413": lambda: error(413, "Too large."),
    "422": lambda: error(422, "Cannot be processed."),
    "429": lambda: error(429, "Slow down.", kind="requests", code="rate_limit_exceeded", **SOON),
    "429 date": lambda: error(429, "Slow down.", retry_after=formatdate(time.time(), usegmt=True)),
    "quota": lambda: error(429, "You exceeded your quota.", code="insufficient_quota"),
    "filter": lambda: error(400, "The prompt was filtered.", code="content_filter"),
    "parameter": lambda: error(
        400, "Use 'max_completion_tokens'.", code="unsupported_parameter", param="max_tokens"
    ),
    "500": lambda: error(500, "Internal error.", kind="server_error", **SOON),
    "503": lambda: error(503, "Overloaded.", kind="server_error", **SOON),
    "redirect": lambda: (308, {"location": "http://127.0.0.1:9/v1/chat/completions"}, ""),
    "html": lambda: (502, {"content-type": "text/html"}, PAGE),
    "html 200": lambda: (200, {"content-type": "text/html"}, PAGE),
    "error in 200": lambda: (200, {}, {"error": {"message": "Upstream is busy.", "code": 429}}),
    "empty body": lambda: (200, {}, ""),
    "bomb": lambda: (200, {"content-encoding": "gzip"}, bomb()),
    "bomb 500": lambda: (500, {"content-encoding": "gzip"}, bomb()),
    "endless": lambda: (200, {}, b" " * 40_000_000),
    "no choices": lambda: (200, {}, {"id": "x", "object": "chat.completion", "choices": []}),
    # Made from the answer that would have been given:
    "broken json": None,
    "cut body": None,
    "wrong n": None,
    "length": None,
    "content_filter": None,
    "no content": None,
    "no usage": None,
    "eaten": None,
    "drop": None,
    "never": None,
}


class Server(asyncio.Protocol):
    """One connection; what is counted is shared by all."""

    settings: ClassVar[dict] = {}
    asked: ClassVar[Counter] = Counter()
    """How often each prompt came (messages and seed)."""
    paid: ClassVar[Counter] = Counter()
    """How often each prompt was answered whole, with a reply in it."""
    faults: ClassVar[Counter] = Counter()
    connections = most_at_once = at_once = 0
    seen: ClassVar[list] = []
    """The first requests, headers and all."""

    def connection_made(self, transport):
        self.transport, self.data = transport, b""
        Server.connections += 1

    def data_received(self, data):
        self.data += data
        while (end := self.data.find(b"\r\n\r\n")) >= 0:
            head, *lines = self.data[:end].decode("latin-1").split("\r\n")
            headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines)}
            length = int(headers.get("content-length", 0))
            if len(self.data) < end + 4 + length:
                return
            body = self.data[end + 4 : end + 4 + length]
            self.data = self.data[end + 4 + length :]
            self.take(*head.split(" ")[:2], headers, body)

    def take(self, method, path, headers, body):
        if path == "/stats":
            return self.answer(200, stats())
        if path == "/settings":
            Server.settings = {**Server.settings, **json.loads(body)}
            return self.answer(200, {})
        if path == "/reset":
            for counter in (Server.asked, Server.paid, Server.faults):
                counter.clear()
            Server.seen.clear()
            Server.most_at_once = Server.connections = 0
            return self.answer(200, {})
        if path in ("/health", "/v1/models"):
            return self.answer(200, {"data": [{"id": "m"}]})
        Server.at_once += 1
        Server.most_at_once = max(Server.most_at_once, Server.at_once)
        if len(Server.seen) < 20:
            Server.seen.append({"path": path, "headers": headers, "body": json.loads(body)})
        delay = self.settings.get("delay", 0)
        if delay:
            asyncio.get_running_loop().call_later(delay, self.complete, path, headers, body)
        else:
            self.complete(path, headers, body)
        return None

    def complete(self, path, headers, body):
        Server.at_once -= 1
        if self.transport.is_closing():
            return
        request = json.loads(body)
        name = hashlib.blake2b(body, digest_size=12).hexdigest()
        Server.asked[name] += 1
        key = self.settings.get("key")
        fault = None
        if key and headers.get("authorization") != f"Bearer {key}":
            fault = "401"
        fault = fault or self.fault_of(name, body.decode())
        if fault:
            Server.faults[fault] += 1
        made = FAULTS[fault] if fault else None
        if made:
            status, more, said = made()
            self.answer(status, said, **more)
        elif fault == "drop":
            self.transport.abort()
        elif fault != "never":
            self.reply(name, path, request, fault)

    def fault_of(self, name, text):
        came = Server.asked[name]
        for rule in self.settings.get("script", ()):
            times = rule.get("times")
            if rule["contains"] in text and (times is None or came <= times):
                return rule["fault"]
        times = self.settings.get("times", 1)
        dice = random.Random(f"{self.settings.get('seed', 0)} {name} {came}").random()
        for fault, share in self.settings.get("rates", {}).items():
            if dice < share and (times is None or came <= times):
                return fault
            dice -= share
        return None

    def reply(self, name, path, request, fault):
        text = self.settings.get("reply")
        chat = path.endswith("/chat/completions")
        if text == "echo":
            text = request["messages"][-1]["content"] if chat else request["prompt"]
        elif text == "solve":
            # The problem comes back inside its solution; its answer is told by its last sum.
            problem = request["messages"][-1]["content"].split("## Problem\n")[-1].strip()
            a, b = re.findall(r"What is (\d+) \+ (\d+)", problem)[-1]
            text = f"Step 1: From {problem}\nThe answer is: {int(a) + int(b)}"
        elif text is None:
            from fakes import answer

            messages = request.get("messages") or [{"content": request.get("prompt", "")}]
            first, last = messages[0]["content"], messages[-1]["content"]
            text = answer(first, last, random.Random(name))
        if fault == "length":
            text = text[: len(text) // 2]
        if fault == "content_filter":
            text = ""
        if fault == "eaten":
            text = json.loads('"' + r"\frac{1}{2} \times \beta " + '"') + text
        ending = fault if fault in ("length", "content_filter") else "stop"
        said = None if fault == "no content" else text
        one = {"message": {"role": "assistant", "content": said}} if chat else {"text": said}
        choices = [
            {"index": n, "finish_reason": ending, **one} for n in range(1 + (fault == "wrong n"))
        ]
        answer_ = {"id": "x", "object": "chat.completion", "model": "m", "choices": choices}
        if fault != "no usage":
            answer_["usage"] = {
                "prompt_tokens": len(json.dumps(request)) // 4,
                "completion_tokens": len(text) // 4,
                "prompt_tokens_details": {"cached_tokens": 3},
            }
        data = json.dumps(answer_).encode()
        if fault == "broken json":
            self.answer(200, data[: len(data) // 2])
        elif fault == "cut body":
            self.answer(200, data, whole=len(data) // 2)
            self.transport.close()
        else:
            Server.paid[name] += 1
            self.answer(200, data)

    def answer(self, status, body, *, whole=None, **headers):
        if not isinstance(body, bytes):
            body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        head = {"content-type": "application/json", "content-length": len(body), **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        self.transport.write(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body[:whole])


def stats():
    return {
        "asked": Server.asked.total(),
        "different": len(Server.asked),
        "most_asked": max(Server.asked.values(), default=0),
        "paid": Server.paid.total(),
        "paid_twice": Server.paid.total() - len(Server.paid),
        "faults": dict(Server.faults),
        "connections": Server.connections,
        "most_at_once": Server.most_at_once,
        "seen": Server.seen,
    }


async def serve(settings):
    Server.settings = settings
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", settings.get("port", 0), backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    if settings.get("forever"):
        await asyncio.Event().wait()
    await loop.run_in_executor(None, sys.stdin.buffer.read)
    server.close()


class FaultServer:
    """The server as a child process; a context manager."""

    def __init__(self, **settings):
        self.process = subprocess.Popen(
            [sys.executable, __file__, json.dumps(settings)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent,
        )
        self.port = int(self.process.stdout.readline())
        self.root = f"http://127.0.0.1:{self.port}"
        self.url = f"{self.root}/v1"

    def change(self, **settings):
        """Other settings from now on; those that are not named stay."""
        self._ask("/settings", settings)

    def reset(self):
        """Count from zero again."""
        self._ask("/reset", {})

    @property
    def stats(self):
        return self._ask("/stats")

    def _ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.request.Request(self.root + path, data), timeout=60) as answer:
            return json.load(answer)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


if __name__ == "__main__":
    with_settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    asyncio.run(serve(with_settings))
