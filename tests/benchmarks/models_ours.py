"""Our side of `models.py`, in a process of its own: the real engine, every reply committed.

python tests/benchmarks/models_ours.py instant CALLS IN_FLIGHT
python tests/benchmarks/models_ours.py served CALLS IN_FLIGHT URL
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from engine import measure
from models_asked import MOST, Clock, messages

from factory.check.worker import Workers
from factory.engine import Engine, Flow
from factory.models import Draw, Message, Sampling, Served, provider_of
from factory.models.calling import Model
from factory.models.gate import Gate
from factory.records import StepVerdict
from factory.store.file import open_run
from factory.store.journal import Journal
from factory.store.writer import Writer
from factory.tally import Tally

SAMPLES = 400
"""How often memory is looked at."""


LIVE = 2
"""Flows under way for each place at the gate, as `factory.run` has it."""


def resident() -> float:
    """Megabytes of this process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def served(folder: Path, calls: int, in_flight: int, url: str) -> None:
    """One call an item against a server, through gate, provider, journal and ledger."""
    connection = open_run(folder)
    writer = Writer(connection.cursor(), asyncio.get_running_loop())
    provider = provider_of("m", "openai", {}, Served("m", "tiny", (url,), in_flight=in_flight))
    gate = Gate(in_flight, name="m")
    model = Model("m", provider.identity, provider, gate, Sampling(0.7, 1.0, MOST), 60.0, 4)
    await provider.open()
    journal, tally = Journal(connection, writer), Tally()
    engine = Engine(7, {"m": model}, journal, writer, Workers(1), tally)
    memory: list[float] = []
    least = in_flight

    async def work(number: int) -> None:
        nonlocal least

        async def once(ctx) -> None:
            asked = [Message(one["role"], one["content"]) for one in messages(number)]
            await ctx.ask("m", asked, draw=Draw(0))
            flow.rows.append(StepVerdict(f"s{number}", 0, "m", 1, None))

        async def steps(flow: Flow) -> None:
            await flow.settle("solve", f"i{number}#0", once)

        flow = Flow(engine, "solve", f"i{number}", 0, 0, "", {"solve": 1})
        await flow.run(steps)
        least = min(least, gate.window.places)
        if number % max(1, calls // SAMPLES) == 0:
            memory.append(resident())

    clock = Clock()
    await engine.each(range(calls), work, LIVE * in_flight)
    ((stored,),) = connection.execute("select count(*) from replies").fetchall()
    clock.report(rows=stored, least_places=least, memory=memory)
    await provider.close()
    await writer.close()
    connection.close()


def main() -> None:
    """Do what the command line says, and print a JSON line."""
    what, calls, in_flight, *url = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "run"
        if what == "instant":
            rate, cpu = asyncio.run(measure(folder, int(calls), int(in_flight)))
            seconds = int(calls) / rate
            print(f'{{"seconds": {seconds}, "cpu": {cpu * int(calls) / 1000}, "rows": {calls}}}')
        else:
            asyncio.run(served(folder, int(calls), int(in_flight), *url))


if __name__ == "__main__":
    main()
