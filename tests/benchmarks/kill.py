"""Kill a run at many points with a real SIGKILL and count what is paid twice.

    python tests/benchmarks/kill.py [--points 20] [--seeds 160]

A loopback process keeps the count of calls. Each point: start a fresh run, kill it when the
witness has heard that many calls, run again to the end, compare the digest of the exports with
the unbroken run's. Prints one line a point and the worst.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from conftest import exported, recipe_text, run_apart, write_seeds
from fakes import Witness

IN_FLIGHT = 32


def start(place: Path, witness: Witness, seeds: int):
    """`factory run` of the fake recipe in another process."""
    place.mkdir(parents=True, exist_ok=True)
    recipe = place / "fake.yaml"
    text = recipe_text(
        write_seeds(place / "seeds.jsonl", seeds), in_flight=IN_FLIGHT, options={"salt": "kill"}
    )
    recipe.write_text(text, encoding="utf-8")
    fake = {"FAKE": json.dumps({"witness": witness.port, "jitter": 0.002})}
    return run_apart(recipe, place, env=fake)


def whole_run(place: Path, witness: Witness, seeds: int) -> str:
    """Run to the end; the digest of its exports."""
    run = start(place, witness, seeds)
    output, _ = run.communicate()
    assert run.returncode == 0, output
    return exported(place / "fake")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=20)
    parser.add_argument("--seeds", type=int, default=160)
    settings = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        witness = Witness()
        digest = whole_run(Path(folder) / "unbroken", witness, settings.seeds)
        calls = witness.total
        witness.close()
        print(f"unbroken: {calls:,} calls, {IN_FLIGHT} in flight, exports {digest[:16]}\n")
        print("| killed at call | calls in all | paid twice | same exports |\n|---|---|---|---|")
        worst = 0
        for point in range(settings.points):
            place, witness = Path(folder) / str(point), Witness()
            at = random.Random(point).randrange(1, calls)
            run = start(place, witness, settings.seeds)
            while witness.total < at and run.poll() is None:
                time.sleep(0.0005)
            run.kill()
            run.communicate()
            same = whole_run(place, witness, settings.seeds) == digest
            print(f"| {at:,} | {witness.total:,} | {witness.twice} | {'yes' if same else 'NO'} |")
            worst = max(worst, witness.twice)
            witness.close()
            assert same
        print(f"\npaid twice at worst: {worst} of {IN_FLIGHT} in flight")


if __name__ == "__main__":
    main()
