"""Real models: how fast, how much of what is paid is kept, beside the peers.

    python tests/benchmarks/models.py [--distilabel PYTHON] [--curator PYTHON] [--only SECTION]
        [--limit N]

The server is a process of its own on loopback (`models_server.py`), so is each client, and each
peer runs on the Python of its own environment; without one its rows say so. `--limit` bounds the
calls of every section, to see that it runs. Prints Markdown tables.
"""

import argparse
import contextlib
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from models_server import Server

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
IN_FLIGHT = 128
PATIENCE = 60.0
"""Seconds that a peer is given to take up a killed run, where it should take seconds."""
LONGEST = 240.0
"""Seconds after which a client is taken for hung."""


@dataclass
class Bench:
    """What the command line asks for."""

    pythons: dict[str, str | None] = field(default_factory=dict)
    limit: int | None = None

    def calls(self, wanted: int) -> int:
        """As many calls as wanted, or as the limit allows."""
        return min(wanted, self.limit or wanted)

    def client(self, name: str) -> list[str] | None:
        """The command of a client; None where its environment is not given."""
        if name in ("instant", "served"):
            return [sys.executable, str(HERE / "models_ours.py"), name]
        owner = name.split("-")[0]
        python = self.pythons.get(owner, sys.executable)
        return [python, str(HERE / "models_peers.py"), name] if python else None


def environment(home: Path) -> dict[str, str]:
    """Nothing of a client leaves its own folder, and none sends anything anywhere else."""
    hidden = {"TELEMETRY_ENABLED": "false", "HF_HUB_OFFLINE": "1", "TQDM_DISABLE": "1"}
    hidden |= {"HF_HOME": str(home / "hf"), "HOME": str(home), "DISTILABEL_LOG_LEVEL": "WARNING"}
    return {**os.environ, **hidden, "PYTHONPATH": os.pathsep.join([str(HERE), str(ROOT)])}


class Run:
    """A client in a process group of its own."""

    def __init__(self, command: list[str], home: Path):
        home.mkdir(parents=True, exist_ok=True)
        self.log = (home / "client.log").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            command, env=environment(home), cwd=home, stdout=subprocess.PIPE, stderr=self.log,
            start_new_session=True,
        )  # fmt: skip

    def kill(self) -> None:
        """SIGKILL for it and all that it started."""
        self._kill_group()
        self.process.communicate()

    def _kill_group(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def end(self, seconds: float = LONGEST) -> dict[str, Any] | str:
        """What it reports, or what went wrong."""
        try:
            said, _ = self.process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return f"not at its end after {seconds:.0f} s"
        self._kill_group()  # what it left behind
        for line in reversed(said.decode(errors="replace").splitlines()):
            if line.startswith('{"seconds"'):
                told: dict[str, Any] = json.loads(line)
                return told
        self.log.seek(0)
        last = [line.strip() for line in self.log if line.strip()] or ["nothing said"]
        return f"died with {self.process.returncode}: {last[-1][:120]}"


def run(
    bench: Bench, name: str, calls: int, in_flight: int, server: Server | None, home: Path
) -> dict[str, Any] | str:
    """One client from its start to its end; seconds from first request to last answer beside."""
    command = bench.client(name)
    if command is None:
        return "no environment given"
    url = server.url if server else "none"
    place = [] if name == "instant" else [url] if name == "served" else [url, str(home / "work")]
    if server:
        server.reset()
    said = Run([*command, str(calls), str(in_flight), *place], home).end(max(LONGEST, calls / 250))
    if isinstance(said, dict) and server:
        stats = server.stats()
        said["between"], said["steady"] = stats["seconds"], stats["steady"]
    return said


def table(*heads: str) -> None:
    """The head of a table."""
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}", flush=True)


def row(*cells: object) -> None:
    """One line of it."""
    print(f"| {' | '.join(map(str, cells))} |", flush=True)


# -- sections --------------------------------------------------------------------------------


def engine(bench: Bench, place: Path) -> None:
    """Calls per second of the engines alone."""
    calls = bench.calls(40_000)
    print(f"### A model that answers at once: {calls:,} calls, {IN_FLIGHT} in flight\n")
    table("engine", "calls/s", "CPU ms per call", "ours is so many times it")
    ours = run(bench, "instant", calls, IN_FLIGHT, None, place / "ours")
    assert isinstance(ours, dict), ours
    rate = calls / ours["seconds"]
    row("ours, every reply committed", f"{rate:,.0f}", f"{1000 * ours['cpu'] / calls:.2f}", "1")
    few, name = min(2 * IN_FLIGHT, calls // 2), "distilabel-engine"
    start = run(bench, name, few, IN_FLIGHT, None, place / "few")
    peer = run(bench, name, calls, IN_FLIGHT, None, place / "peer")
    label = f"distilabel, two text-generation steps of {calls // 2:,} rows"
    if isinstance(peer, str) or isinstance(start, str):
        row(label, peer if isinstance(peer, str) else start, "", "")
        return
    for said, more in ((label, start), (f"{label}, its start-up counted", None)):
        seconds = peer["seconds"] - (more["seconds"] if more else 0.0)
        spent, made = peer["cpu"] - (more["cpu"] if more else 0.0), calls - (few if more else 0)
        theirs = made / max(seconds, 1e-9)
        row(said, f"{theirs:,.0f}", f"{1000 * spent / made:.2f}", f"{rate / theirs:.1f}")


RATES = {
    "aiohttp": ("bare aiohttp, nothing kept", 20_000),
    "served": ("ours, every reply committed", 20_000),
    "openai-aiohttp": ("`openai` with its aiohttp transport, nothing kept", 8_000),
    "openai": ("plain `openai`, nothing kept", 4_000),
    "curator": ("bespokelabs-curator", 4_000),
    "distilabel": ("distilabel, `OpenAILLM`", 4_000),
}


def rate(bench: Bench, place: Path) -> None:
    """Requests per second of each client."""
    print(
        f"### Requests per second: {IN_FLIGHT} in flight, 50 ms (ideal {IN_FLIGHT / 0.05:,.0f})\n"
    )
    table("client", "requests", "requests/s", "CPU ms a request", "of bare aiohttp")
    bare = 0.0
    with Server(delay=0.05) as server:
        for name, (label, wanted) in RATES.items():
            calls = bench.calls(wanted)
            said = run(bench, name, calls, IN_FLIGHT, server, place / name)
            if isinstance(said, str):
                row(label, f"{calls:,}", said, "", "")
                continue
            # Without the start-up of a peer's processes: from its first request to its last.
            fast = calls / said["between"]
            bare = bare or fast
            narrowed = said.get("least_places", IN_FLIGHT)
            label += f" (the gate narrowed to {narrowed})" if narrowed < IN_FLIGHT else ""
            lost = f", {calls - said['rows']:,} lost" if said["rows"] < calls else ""
            row(
                label, f"{calls:,}{lost}", f"{fast:,.0f}", f"{1000 * said['cpu'] / calls:.2f}",
                f"{fast / bare:.0%}",
            )  # fmt: skip


def wide(bench: Bench, place: Path) -> None:
    """512 in flight, 1 s."""
    calls = bench.calls(512 * 30)
    print("### 512 in flight, 1 s (ideal 512 per second)\n")
    print("In all: from the client's start to its end, so with the first round, whose replies come")
    print("all at once, and the last, which drains. Steady: as the second half of all came in.\n")
    table("client", "requests", "requests/s in all", "of the ideal", "steady", "of the ideal")
    with Server(delay=1.0) as server:
        for name in ("served", "aiohttp"):
            said = run(bench, name, calls, 512, server, place / name)
            if isinstance(said, str):
                row(name, f"{calls:,}", said, "", "", "")
                continue
            fast, steady = calls / said["seconds"], said["steady"]
            narrowed = said.get("least_places", 512)
            more = f" (the gate narrowed to {narrowed})" if narrowed < 512 else ""
            row(
                RATES[name][0] + more, f"{calls:,}", f"{fast:,.0f}", f"{fast / 512:.1%}",
                f"{steady:,.0f}", f"{steady / 512:.1%}",
            )  # fmt: skip


def ours_by_recipe(server: Server, seeds: int, place: Path, *more: str) -> Run:
    """`factory run` of a recipe that makes one call a seed."""
    place.mkdir(parents=True, exist_ok=True)
    with (place / "seeds.jsonl").open("w", encoding="utf-8") as file:
        for number in range(seeds):
            problem = f"A shop sells tiles; the {number}th has 24 boxes of 3. How many tiles is it?"
            file.write(json.dumps({"question": problem, "answer": "#### 72"}) + "\n")
    model = {"provider": "openai", "model": "tiny", "base_url": server.url, "max_tokens": 256}
    recipe = {
        "name": "bench",
        "wave": 1000,
        "seeds": {"path": str(place / "seeds.jsonl")},
        "models": {"m": {**model, "in_flight": IN_FLIGHT}},
        "evolve": {"model": "m", "rounds": []},
        "admit": {"near": None, "max_per_template": 100_000},
        "solve": {"model": "m", "samples": 1},
        "rate": {"judges": []},
        "rank": {"judges": []},
        "grade": {"judges": []},
    }
    (place / "bench.yaml").write_text(yaml.safe_dump(recipe), encoding="utf-8")
    command = [sys.executable, "-m", "factory", "run", str(place / "bench.yaml")]
    return Run([*command, "--outputs", str(place / "outputs"), *more], place)


def kept_rows(place: Path) -> int:
    """Solutions in our run file."""
    import duckdb

    with duckdb.connect(str(place / "outputs" / "bench" / "run.duckdb"), read_only=True) as run:
        ((rows,),) = run.execute("select count(*) from attempts").fetchall()
        return int(rows)


Start = Callable[[int, Path], Run]


def clients(bench: Bench, server: Server) -> dict[str, Start]:
    """How each client is started on so many rows in a folder that it may find its work in."""

    def peer(name: str) -> Start:
        command = bench.client(name)
        assert command

        def start(rows: int, home: Path) -> Run:
            more = [str(rows), str(IN_FLIGHT), server.url, str(home / "work")]
            return Run([*command, *more], home)

        return start

    found: dict[str, Start] = {
        "ours": lambda rows, home: ours_by_recipe(server, rows, home, "--update")
    }
    return found | {name: peer(name) for name in ("curator", "distilabel") if bench.client(name)}


def kill(bench: Bench, place: Path) -> None:
    """SIGKILL at half, and run again."""
    rows = bench.calls(6_000)
    print(f"### SIGKILL at half of {rows:,} requests, and run again ({IN_FLIGHT} in flight)\n")
    table("client", "asked when killed", "asked in all", "re-paid", "how it ended")
    with Server(delay=0.05) as server:
        for name, start in clients(bench, server).items():
            server.reset()
            first, home = start(rows, place / name), place / name
            began = time.monotonic()
            while server.stats()["asked"] < rows // 2 and first.process.poll() is None:
                if time.monotonic() > began + LONGEST:
                    break
                time.sleep(0.02)
            first.kill()
            time.sleep(0.3)  # what was on its way arrives
            at, second = server.stats()["asked"], start(rows, home)
            said = second.end(PATIENCE if name != "ours" else LONGEST)
            stats = server.stats()
            how = "well" if second.process.returncode == 0 else str(said)
            if name == "ours":
                how = f"{kept_rows(home):,} rows"
            elif isinstance(said, dict):
                how = f"{said['rows']:,} rows"
            paid = stats["asked"] - stats["different"]
            row(name, f"{at:,}", f"{stats['asked']:,}", f"{paid:,} ({paid / rows:.1%})", how)


def added(bench: Bench, place: Path) -> None:
    """One row more than last time."""
    rows = bench.calls(2_000)
    print(f"### One row added to {rows:,}, and run again\n")
    table("client", "requests of the second run", "how it ended")
    with Server(delay=0.01) as server:
        for name, start in clients(bench, server).items():
            home = place / name
            if isinstance(said := start(rows, home).end(), str) and name != "ours":
                row(name, "", said)
                continue
            before = server.stats()["asked"]
            second = start(rows + 1, home)
            said = second.end(LONGEST)
            how = str(said)
            if name == "ours" or isinstance(said, dict):
                back = kept_rows(home) if name == "ours" else said["rows"]
                how = f"{back:,} rows" + (", the new one is missing" if back <= rows else "")
            row(name, f"{server.stats()['asked'] - before:,}", how)


def refused(bench: Bench, place: Path) -> None:
    """One reply in 100 is a 400."""
    rows = bench.calls(2_000)
    print(f"### One reply in 100 is a 400: {rows:,} rows\n")
    table("client", "prompts refused", "rows that came back", "requests sent")
    with Server(delay=0.01, refuse=100) as server:
        for name, start in clients(bench, server).items():
            server.reset()
            said = start(rows, place / name).end()
            if name == "ours":
                back = f"{kept_rows(place / name):,}"
            else:
                back = f"{said['rows']:,}" if isinstance(said, dict) else said
            stats = server.stats()
            row(name, f"{stats['refused']:,}", back, f"{stats['asked']:,}")


def memory(bench: Bench, place: Path) -> None:
    """The resident set over a long run."""
    calls = bench.calls(200_000)
    print(f"### Memory over {calls:,} requests\n")
    table("quarter", "resident MB (mean)", "against the second")
    with Server() as server:
        said = run(bench, "served", calls, IN_FLIGHT, server, place / "ours")
    if isinstance(said, str):
        row(said, "", "")
        return
    seen = said["memory"]
    quarters = [seen[len(seen) * n // 4 : len(seen) * (n + 1) // 4] or seen for n in range(4)]
    means = [statistics.mean(quarter) for quarter in quarters]
    for number, mean in enumerate(means, 1):
        row(number, f"{mean:,.0f}", f"{mean / means[1] - 1:+.1%}")
    print(f"\n{calls / said['seconds']:,.0f} requests/s, {said['rows']:,} replies committed")


SECTIONS = {
    "engine": engine,
    "rate": rate,
    "wide": wide,
    "kill": kill,
    "added": added,
    "refused": refused,
    "memory": memory,
}


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--distilabel", metavar="PYTHON", help="of an environment with distilabel")
    parser.add_argument("--curator", metavar="PYTHON", help="of one with bespokelabs-curator")
    parser.add_argument("--only", choices=SECTIONS)
    parser.add_argument("--limit", type=int)
    chosen = parser.parse_args()
    pythons = {"distilabel": chosen.distilabel, "curator": chosen.curator}
    bench = Bench(pythons, chosen.limit)
    for name in [chosen.only] if chosen.only else SECTIONS:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            SECTIONS[name](bench, Path(folder) / name)
        print(flush=True)


if __name__ == "__main__":
    main()
