"""Fake models: real providers with random replies, so that a clash of journal keys shows.

`RandomModel` answers from a digest of (messages, draw, salt): equal prompts differ by their draw,
and the same draw never does. With `witness` it tells a loopback process of every call it takes.
"""

import asyncio
import contextlib
import hashlib
import json
import math
import os
import random
import socketserver
import threading
import time
from collections import Counter

from factory.errors import Fatal, Refused, Transient
from factory.models import Reply, Request

NAMES = ["Ada", "Bo", "Chidi", "Dina", "Emre", "Femi", "Gwen", "Hana", "Ivo", "Jun"]
THINGS = ["shells", "stamps", "pears", "ribbons", "marbles", "candles", "tiles", "buttons"]


class Witness:
    """A server that counts the calls it hears of; it outlives the run that is killed.

    From the call number `last` on none is answered any more, so that a run stands still there.
    """

    def __init__(self):
        self.calls = Counter()
        self.last = math.inf
        witness = self

        class Hear(socketserver.StreamRequestHandler):
            def handle(self):
                # The other end is killed in the middle of a word: that is what it is here for.
                with contextlib.suppress(OSError):
                    for line in self.rfile:
                        witness.calls[line.strip()] += 1
                        if witness.total < witness.last:
                            self.wfile.write(b"heard\n")

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

        self.server = Server(("127.0.0.1", 0), Hear)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def total(self):
        return self.calls.total()

    @property
    def twice(self):
        return self.total - len(self.calls)

    def kill(self, run, at):
        """Kill a process at the call number `at` of all, which no run lives to see answered."""
        self.last = at
        while self.total < at:
            assert run.poll() is None, run.communicate()
            time.sleep(0.001)
        run.kill()
        run.communicate()
        assert run.returncode == -9
        self.last = math.inf

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class RandomModel:
    """A provider; how it fails comes from the environment (FAKE), so that a recipe stays itself."""

    def __init__(self, *, salt="a"):
        self.identity = f"random/1 salt={salt}"
        self.salt = salt
        fate = json.loads(os.environ.get("FAKE", "{}"))
        self.port = fate.get("witness", 0)
        self.latency, self.jitter = fate.get("latency", 0.0), fate.get("jitter", 0.0)
        self.transient, self.refused = fate.get("transient", 0.0), fate.get("refused", 0.0)
        self.fatal_at = fate.get("fatal_at", 0)
        self.odd, self.share, self.only = fate.get("odd"), fate.get("share", 0.1), fate.get("only")
        self.opening, self.closing = fate.get("opening"), fate.get("closing")
        self.calls = 0
        self.hearing: list[asyncio.Future] = []

    async def open(self):
        if self.opening == "odd":
            raise KeyError("cannot open")
        if self.port:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
            self.listener = asyncio.create_task(self.listen())

    async def listen(self):
        while await self.reader.readline():
            self.hearing.pop(0).set_result(None)

    async def close(self):
        if self.closing == "odd":
            raise KeyError("cannot close")
        if self.port:
            self.listener.cancel()
            self.writer.close()

    async def reply(self, request: Request) -> Reply:
        self.calls += 1
        body = json.dumps([request.messages, request.draw, self.salt])
        name = hashlib.blake2b(body.encode(), digest_size=12).hexdigest()
        chance = random.Random(name)
        if self.fatal_at and self.calls >= self.fatal_at:
            raise Fatal("fake: the key is wrong")
        if self.port:
            heard = asyncio.get_running_loop().create_future()
            self.hearing.append(heard)
            self.writer.write(f"{name}\n".encode())
            await heard
        # The delay must not come from the request: arrival order is what the tests shuffle.
        await asyncio.sleep(self.latency + self.jitter * random.random())
        if chance.random() < self.refused:
            raise Refused("fake: will not answer this one")
        if random.random() < self.transient:
            raise Transient("fake: busy", retry_after=0.0)
        text = answer(request.messages[0].content, request.messages[-1].content, chance)
        here = not self.only or self.only in request.messages[0].content
        if self.odd and here and chance.random() < self.share:
            return odd_reply(self.odd, text)
        return Reply(
            text, prompt_tokens=len(body) // 4, completion_tokens=len(text) // 4, cost=1e-4
        )


def odd_reply(kind: str, text: str):
    """What no provider should do, and some do."""
    if kind == "cancelled":
        raise asyncio.CancelledError
    if kind == "bug":
        raise KeyError("half a character \ud800")
    if kind == "busy":
        raise Transient("fake: busy", retry_after=0.0)
    return {
        "nothing": None,
        "half a character": Reply(text + "\ud800"),
        "tokens as text": Reply(text, prompt_tokens="12"),
        "no number": Reply(text, cost=float("nan")),
        "two megabytes": Reply(text + "x" * 2_000_000),
        "zero bytes": Reply("\x00\x1b[31m" + text),
    }[kind]


def answer(system: str, user: str, chance: random.Random) -> str:
    if "## Final problem" in system:
        return evolved(user, chance)
    if '"verdicts"' in system:
        return graded(user, chance)
    if '"order"' in system:
        return ranked(user, chance)
    if '"definition"' in system:
        return rated(chance)
    return solved(user, chance)


def evolved(user: str, chance: random.Random) -> str:
    parent = user.split("## Problem\n", 1)[1].strip()
    dice = chance.random()
    if dice < 0.05:
        return "I'm sorry, but I can't help with rewriting this problem."
    if dice < 0.10:
        return "## Cannot\nThis problem is as simple as it can be."
    if dice < 0.15:
        return f"## Elements\nx\n\n## Plan\nx\n\n## Rewrite\nx\n\n## Final problem\n{parent}"
    if dice < 0.25:
        return "\\frac \x0c the the {"
    if dice < 0.35:
        # Many slots write this same text: admit has exact duplicates to find.
        final = (
            f"A shop sells {chance.randint(2, 9)} tiles a day. How many tiles is that in a week?"
        )
    else:
        stem, _, question = parent.rpartition(". ")
        name, thing = chance.choice(NAMES), chance.choice(THINGS)
        clause = f"Then {name} brings {chance.randint(2, 60)} {thing}"
        final = f"{stem}. {clause}. {question}" if len(parent) < 600 else f"{clause}. {question}"
    return f"## Elements\n- x\n\n## Plan\nAdd.\n\n## Rewrite\n{final}\n\n## Final problem\n{final}"


def solved(user: str, chance: random.Random) -> str:
    if chance.random() < 0.05:
        return "Let me think about it."
    usual = int(hashlib.blake2b(user.encode(), digest_size=2).hexdigest(), 16) % 90
    value = usual if chance.random() < 0.75 else chance.randint(1, 90)
    a = chance.randint(1, 40)
    steps = [
        f"Step {n + 1}: We count {a} + {n} = {a + n} of them." for n in range(chance.randint(1, 4))
    ]
    return "\n".join([*steps, f"The answer is: {value}"])


def rated(chance: random.Random) -> str:
    if chance.random() < 0.4:
        return "It is a fine problem."
    scores = {aspect: chance.randint(2, 5) for aspect in ("definition", "precision", "integrity")}
    return json.dumps({**scores, "reason": f"so {chance.randint(1, 9)}"})


def ranked(user: str, chance: random.Random) -> str:
    labels = [
        line[len("## Problem ") :] for line in user.splitlines() if line.startswith("## Problem ")
    ]
    chance.shuffle(labels)
    return json.dumps({"order": [[label] for label in labels], "reason": "by length"})


def graded(user: str, chance: random.Random) -> str:
    count = sum(line.startswith("[") for line in user.split("## Solution", 1)[1].splitlines())
    first = chance.randint(-1, count - 1)
    verdicts = [1 if first < 0 or n < first else -1 if n == first else None for n in range(count)]
    return json.dumps({"verdicts": verdicts, "first_error": first, "reason": "x"})
