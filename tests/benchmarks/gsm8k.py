"""Full GSM8K train through the main job: time, memory of the whole process tree, yields, digest.

python tests/benchmarks/gsm8k.py path/to/gsm8k/train.jsonl
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from factory.export.files import exports_digest
from factory.store.reading import read_sql

ROOT = Path(__file__).resolve().parent.parent.parent


def tree_memory(pid: int) -> int:
    """Resident bytes of a process and all its children; shared pages count once per process."""
    total, waiting = 0, [pid]
    while waiting:
        one = waiting.pop()
        try:
            pages = int(Path(f"/proc/{one}/statm").read_text().split()[1])
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += [int(n) for n in (task / "children").read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += pages * 4096
    return total


def main() -> None:
    """Run, watch, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    seeds = parser.parse_args().seeds
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "factory", "run"]
        command += [str(ROOT / "recipes/evol_gsm8k.yaml"), "--seeds", str(seeds)]
        command += ["--outputs", folder]
        started, peak = time.monotonic(), 0
        run = subprocess.Popen(command)
        while run.poll() is None:
            peak = max(peak, tree_memory(run.pid))
            time.sleep(0.2)
        seconds = time.monotonic() - started
        assert run.returncode == 0
        place = Path(folder) / "evol_gsm8k"
        print(f"\nseconds {seconds:.0f}, peak memory of the tree {peak / 1e9:.2f} GB")
        digest = exports_digest(place)
        print(f"digest of the exports {digest}")
        bought = "select count(*) as replies from replies"
        before, started = read_sql(place, bought).to_pylist(), time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        print(f"run again: {time.monotonic() - started:.1f} seconds, ", end="")
        same = read_sql(place, bought).to_pylist() == before and exports_digest(place) == digest
        print("no call, the same digest" if same else "NOT THE SAME")
        for title, query in QUERIES.items():
            print(f"\n{title}")
            table = read_sql(place, query)
            print("| " + " | ".join(table.column_names) + " |")
            print("|" + "---|" * table.num_columns)
            for row in table.to_pylist():
                print("| " + " | ".join("" if v is None else str(v) for v in row.values()) + " |")


QUERIES = {
    "Calls": "select stage, count(*) as calls from replies group by stage order by stage",
    "Instructions": """select case when round = 0 then 'seed' else 'evolved' end as kind,
        count(*) filter (stage = 'admit') as admitted,
        count(*) filter (stage = 'select') as accepted
        from outcomes where status = 'done' and stage in ('admit', 'select')
        group by kind order by kind""",
    "Yield per operator": """select operator,
        count(*) filter (stage = 'evolve') as tried,
        count(*) filter (stage = 'evolve' and status = 'done') as written,
        count(*) filter (stage = 'eliminate' and status = 'done') as kept,
        count(*) filter (stage = 'admit' and status = 'done') as admitted,
        count(*) filter (stage = 'screen' and status = 'done') as screened,
        count(*) filter (stage = 'select' and status = 'done') as accepted
        from outcomes where round > 0 and operator != '' group by operator order by operator""",
    "Rejections": """select operator, string_agg(stage || ' ' || reason || ' ' || n, ', '
            order by n desc, reason) as reasons
        from (select operator, stage, reason, count(*) as n from outcomes
              where status != 'done' and stage in ('evolve', 'eliminate', 'admit', 'screen')
              group by all) group by operator order by operator""",
}


if __name__ == "__main__":
    main()
