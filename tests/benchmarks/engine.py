"""Calls per second of the engine alone: a zero-latency fake model, every reply committed.

    python tests/benchmarks/engine.py [--calls 40000]

Each item makes two calls (as an evolution and a solution would), each reply is durable before it
is used, each item's rows and outcome are committed. Prints one line per number in flight.
"""

import argparse
import asyncio
import resource
import tempfile
import time
from pathlib import Path

from factory.check.worker import Workers
from factory.engine import Engine, Flow
from factory.models import Draw, Message, Reply, Sampling
from factory.models.calling import Model
from factory.models.gate import Gate
from factory.records import StepVerdict
from factory.store.file import open_run
from factory.store.journal import Journal
from factory.store.writer import Writer
from factory.tally import Tally

TEXT = "Step 1: Natalia sold 48 / 2 = 24 clips in May.\n" * 6 + "The answer is: 72"
SYSTEM = "You solve mathematics problems step by step. " * 12
PROBLEM = "A shop sells 24 boxes of tiles a day, and each box holds 12 tiles. " * 4


class Instant:
    """Answers at once."""

    identity = "instant/1"

    async def open(self) -> None:
        """Nothing to open."""

    async def reply(self, request: object) -> Reply:
        """The same text, after one turn of the loop."""
        await asyncio.sleep(0)
        return Reply(TEXT, prompt_tokens=120, completion_tokens=100, cost=0.001, latency=1e-6)

    async def close(self) -> None:
        """Nothing to close."""


async def measure(folder: Path, calls: int, in_flight: int) -> tuple[float, float]:
    """Calls per second, and CPU milliseconds per call of the whole process."""
    connection = open_run(folder)
    writer = Writer(connection.cursor(), asyncio.get_running_loop())
    model = Model("m", "instant/1", Instant(), Gate(in_flight), Sampling(), 60.0, 2)
    journal = Journal(connection, writer)
    engine = Engine(7, {"m": model}, journal, writer, Workers(1), Tally())

    async def work(number: int) -> None:
        async def once(ctx) -> None:
            messages = [Message("system", SYSTEM), Message("user", f"{PROBLEM} {number}")]
            reply = await ctx.ask("m", messages, draw=Draw(0))
            await ctx.ask("m", [*messages, Message("user", reply.text)], draw=Draw(1))
            flow.rows.append(StepVerdict(f"s{number}", 0, "m", 1, None))

        async def steps(flow: Flow) -> None:
            await flow.settle("solve", f"i{number}#0", once)

        flow = Flow(engine, "solve", f"i{number}", 0, 0, "more_steps", {"solve": 1})
        await flow.run(steps)

    used, started = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    await engine.each(range(calls // 2), work, in_flight)
    seconds = time.perf_counter() - started
    spent = resource.getrusage(resource.RUSAGE_SELF)
    cpu = spent.ru_utime + spent.ru_stime - used.ru_utime - used.ru_stime
    stored = connection.execute("select count(*) from replies").fetchall()
    assert stored == [(calls // 2 * 2,)], stored
    await writer.close()
    connection.close()
    return calls / seconds, 1000 * cpu / calls


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=40_000)
    calls = parser.parse_args().calls
    print("| in flight | calls/s | CPU ms per call |\n|---|---|---|")
    for in_flight in (8, 128, 512):
        with tempfile.TemporaryDirectory() as folder:
            rate, cpu = asyncio.run(measure(Path(folder) / "run", calls, in_flight))
        print(f"| {in_flight} | {rate:,.0f} | {cpu:.2f} |")


if __name__ == "__main__":
    main()
