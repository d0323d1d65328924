"""How many requests a second `factory serve-teacher` answers, asked over plain sockets.

    python tests/benchmarks/teacher_server.py [--seconds 5] [--connections 32]

The client is a bare protocol of ours in a process of its own, so that it is not what is measured.
"""

import argparse
import asyncio
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from factory.stages.evolve import OPERATORS
from factory.stages.prompts import load_prompt

SAMPLE = Path(__file__).parents[2] / "factory" / "symbolic" / "sample.jsonl"


def requests(role: str, n: int = 200) -> list[bytes]:
    """Whole HTTP requests of one role, about the first `n` sample problems."""
    prompt = load_prompt(role)
    made = []
    for seed, line in enumerate(SAMPLE.read_text(encoding="utf-8").splitlines()[:n]):
        fields = {"problem": json.loads(line)["question"]}
        if role == "evolve":
            operator = OPERATORS["deepen"]
            fields |= {"operator": operator.name, "direction": operator.direction}
            fields |= {"task": operator.task, "words": "30"}
        messages = [{"role": m.role, "content": m.content} for m in prompt.messages(**fields)]
        body = json.dumps({"model": "symbolic", "messages": messages, "seed": seed}).encode()
        head = (
            f"POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        made.append(head.encode() + body)
    return made


class Asking(asyncio.Protocol):
    """One connection that asks again as soon as it is answered."""

    answered = 0

    def __init__(self, asked: list[bytes], at: int):
        self.asked, self.at, self.data = asked, at, b""

    def connection_made(self, transport):
        self.transport = transport
        self.ask()

    def ask(self):
        self.transport.write(self.asked[self.at % len(self.asked)])
        self.at += 7

    def data_received(self, data):
        self.data += data
        end = self.data.find(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", self.data[: max(end, 0)])
        if length and len(self.data) >= end + 4 + int(length[1]):
            assert self.data.startswith(b"HTTP/1.1 200"), self.data[:300]
            self.data = b""
            Asking.answered += 1
            self.ask()


async def load(port: int, asked: list[bytes], connections: int, seconds: float) -> float:
    """Answers a second."""
    loop = asyncio.get_running_loop()
    Asking.answered = 0
    began = time.perf_counter()
    opened = [
        await loop.create_connection(lambda at=at: Asking(asked, at), "127.0.0.1", port)
        for at in range(connections)
    ]
    await asyncio.sleep(seconds)
    rate = Asking.answered / (time.perf_counter() - began)
    for transport, _ in opened:
        transport.abort()
    return rate


def main() -> None:
    """Start the server, load it with each role, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--connections", type=int, default=32)
    options = parser.parse_args()
    command = [sys.executable, "-m", "factory", "serve-teacher", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        port = int(re.search(r":(\d+)/v1", server.stdout.readline())[1])
        print("| asked for | replies/s |\n|---|---|")
        for role in ("solve", "rate", "evolve"):
            asked = requests(role)
            rate = asyncio.run(load(port, asked, options.connections, options.seconds))
            print(f"| {role} | {rate:,.0f} |", flush=True)
        server.send_signal(signal.SIGINT)
        server.wait(10)


if __name__ == "__main__":
    main()
