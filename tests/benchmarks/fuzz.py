r"""Throw hostile text at everything in `factory.check` and count what it breaks.

    python tests/benchmarks/fuzz.py [--minutes 10] [--seed 1] [--calls N] [CORPUS ...]

Texts are drawn from a grammar of answers and solutions, from the bombs, payloads and baits of
`tests/hostile.py`, and from the strings of the given JSON-lines files; then many are mutated.
One process calls the in-process functions under an audit hook; `compare_symbolic` runs in real
workers, which carry the same hook beside their own confinement. A table is printed:

- crash: an exception, or the end of a process that nobody killed
- broken: a promise that did not hold (symmetry, reflexivity, the same answer twice, agreement of
  keys, steps that join to the bytes, a verdict outside of its three values)
- hang: more than a second of computing in one call (in a worker: alive after its deadline)
- escape: a file written, a process or socket opened, text compiled or executed

The exit code is 1 when any of these is not zero. What broke is listed with the text.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fuzz_inside import HANG, OUTCOMES, SHOWN, STUCK
from fuzz_texts import Maker, read_corpus

from factory.check import worker
from factory.check.worker import OutOfMemory, WorkerDied, WorkerError, Workers

HERE = Path(__file__).resolve().parent
QUICK = "factory.check.answers.quick:compare_quick"
DEEP = "factory.check.answers.symbolic_compare:compare_symbolic"
DEADLINE = 2.0
HARMS = ("crash", "broken", "hang", "escape")
_GUARDED = """
import sys
sys.path[:0] = {places!r}
import fuzz_inside
from factory.check import confined
import factory.check.answers.symbolic_compare
sys.addaudithook(fuzz_inside.end_on_code)
confined.serve(int(sys.argv[1]))
"""


class Tally:
    """What was called and what broke."""

    def __init__(self) -> None:
        self.done: Counter[str] = Counter()
        self.harms: Counter[tuple[str, str]] = Counter()
        self.slowest: dict[str, float] = {}
        self.found: list[dict[str, str]] = []

    def take(self, line: dict[str, Any]) -> None:
        self.done.update(line.get("done", {}))
        for function, took in line.get("slowest", {}).items():
            self.slowest[function] = max(took, self.slowest.get(function, 0.0))
        if "harm" in line:
            self.harms[line["function"], line["harm"]] += 1
            self.found.append(line)

    def show(self) -> None:
        shown: Counter[str] = Counter()
        for line in self.found:
            title = f"{line['harm']} in {line['function']}: {line['why'][:200]}"
            shown[title[:60]] += 1
            if shown[title[:60]] <= 5:  # of each kind
                print(f"{title}\n    {line['text'][:2_000]!a}")
        print("| function | calls | crashes | broken | hangs | escapes | slowest call |")
        print("|---|---|---|---|---|---|---|")
        for function in sorted(self.done):
            cells = " | ".join(str(self.harms[function, harm]) for harm in HARMS)
            took = self.slowest.get(function, 0.0)
            print(f"| {function} | {self.done[function]:,} | {cells} | {took * 1000:,.0f} ms |")


async def outside(tally: Tally, asked: argparse.Namespace, canary: str, end: float) -> None:
    """Keep a process of in-process calls going until the end; count its death or silence."""
    seed, most = asked.seed, asked.calls
    while time.monotonic() < end and most > 0:
        before = sum(tally.done.values())
        told = {
            "seed": seed,
            "corpus": [str(path) for path in asked.corpus],
            "canary": canary,
            "seconds": end - time.monotonic(),
            "most": most,
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(HERE / "fuzz_inside.py"), json.dumps(told)),
            stdout=asyncio.subprocess.PIPE,
            limit=2**24,
        )
        assert process.stdout is not None
        at, silent = {"at": "start", "text": ""}, False
        try:
            while line := await asyncio.wait_for(process.stdout.readline(), STUCK):
                said = json.loads(line)
                at = said if "at" in said else at
                tally.take(said)
        except TimeoutError:
            silent = True
            process.kill()
        code = await process.wait()
        if silent or code:
            harm, why = ("hang", "no signal reaches it") if silent else ("crash", f"exit {code}")
            tally.take({"harm": harm, "function": at["at"], "why": why, "text": at["text"]})
        most -= sum(tally.done.values()) - before
        seed += 1_000
        if not silent and not code:
            return


async def in_workers(tally: Tally, asked: argparse.Namespace, canary: str, end: float) -> None:
    """A real worker: the quick verdict, then the symbolic one both ways round, all of one mind.

    A deadline or the memory limit is no harm, a crash is.
    """
    seed, corpus, most = asked.seed, read_corpus(asked.corpus), asked.calls
    maker = Maker(random.Random(seed + 1_000_003), corpus, canary)
    workers = Workers(1, 1024)
    try:
        while time.monotonic() < end and tally.done["symbolic"] < most:
            one, two = maker.pair()
            began = time.monotonic()
            outcomes = []
            for function, pair in ((QUICK, [one, two]), (DEEP, [one, two]), (DEEP, [two, one])):
                tally.done["symbolic"] += 1
                line = {"function": "symbolic", "text": f"{one!r}\n    {two!r}"[:SHOWN]}
                try:
                    said = await workers.run(function, pair, DEADLINE)
                    outcome = said["outcome"] if function == DEEP else said[0]
                    if function == DEEP or outcome != "undecided":
                        outcomes.append(outcome)
                except (TimeoutError, OutOfMemory) as spent:
                    tally.done[f"symbolic: {type(spent).__name__}"] += 1
                    break
                except WorkerDied as died:
                    tally.take({**line, "harm": "crash", "why": str(died)})
                except WorkerError as fault:
                    harm = "escape" if "confinement" in str(fault) else "crash"
                    tally.take({**line, "harm": harm, "why": str(fault)[:300]})
            took = time.monotonic() - began
            tally.slowest["symbolic"] = max(tally.slowest.get("symbolic", 0.0), took)
            if took > 3 * DEADLINE + 10 * HANG:
                tally.take({**line, "harm": "hang", "why": f"{took:.1f} s"})
            if len(set(outcomes)) > 1 or not OUTCOMES.issuperset(outcomes):
                tally.take({**line, "harm": "broken", "why": " / ".join(outcomes)})
    finally:
        await workers.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", type=int, default=10**12, help="stop after so many calls")
    parser.add_argument("corpus", nargs="*", type=Path, help="JSON lines whose strings are seeds")
    asked = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary"
        asyncio.run(both(tally, asked, str(canary)))
        if canary.exists():
            tally.take(
                {"harm": "escape", "function": "?", "why": "the canary is there", "text": ""}
            )
    tally.show()
    return 1 if tally.harms else 0


async def both(tally: Tally, asked: argparse.Namespace, canary: str) -> None:
    """The in-process half and the workers' half, at the same time."""
    worker._ENTRY = _GUARDED.format(places=[str(HERE), str(HERE.parent)])
    end = time.monotonic() + 60 * asked.minutes
    await asyncio.gather(outside(tally, asked, canary, end), in_workers(tally, asked, canary, end))


if __name__ == "__main__":
    raise SystemExit(main())
