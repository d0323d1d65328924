"""Duplicates and contamination: time, memory and recall, with peers beside it.

python tests/benchmarks/dedup.py --rows 1000000 --peers PYTHON_OF_PEERS \
    --gsm8k path/to/gsm8k --math path/to/math

Every part prints its table. Without a part's inputs the part is left out, and that is said.
"""

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
from dedup_corpus import jaccard, runs, write_corpus
from dedup_peers import peak_memory
from perturbed import KINDS, perturbed

from factory.dedup import contamination
from factory.dedup.tables import find_duplicates
from factory.records import Instruction, Outcome
from factory.settings.stages import Admit
from factory.stages.admit import admit
from factory.store.file import open_run
from factory.store.tables import SCHEMAS

BINS = ((0.7, 0.75), (0.75, 0.8), (0.8, 0.85), (0.85, 1.01))
PEER_ROWS = 100_000


def database(memory: str) -> duckdb.DuckDBPyConnection:
    """A database as the command has it, with two threads."""
    config = {"threads": 2, "memory_limit": memory, "preserve_insertion_order": False}
    return duckdb.connect(config=config | {"temp_directory": tempfile.mkdtemp()})


def once(corpus: str, memory: str, threshold: float) -> None:
    """One pass in this process; prints rows, seconds, peak memory and what was dropped."""
    connection = database(memory)
    started = time.perf_counter()
    connection.execute(f"create temp table row_text as select id as pos, text from '{corpus}'")
    rows = connection.execute("select count(*) from row_text").fetchall()[0][0]
    find_duplicates(connection, "row_text", threshold=threshold)
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_SELF)
    dropped = connection.execute("select count(*) from dropped").fetchall()[0][0]
    busy = used.ru_utime + used.ru_stime
    print(f"{rows} {seconds:.1f} {busy:.1f} {peak_memory():.2f} {dropped}")


def apart(*arguments: str) -> tuple[str, ...]:
    """A line of figures from another process, so that its memory is its own."""
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        return ("-", "-", "-", "-", done.stderr.strip().splitlines()[-1][:90])
    return tuple(done.stdout.split()[-5:])


def speed(corpus: Path, small: Path, peers: str | None) -> None:
    """Ours and theirs."""
    print(
        "\n| what | rows | seconds | CPU seconds | peak GB | dropped |\n|---|---|---|---|---|---|"
    )
    ours = (sys.executable, __file__, "--once")
    for memory in ("4GB", "1GB"):
        line = apart(*ours, str(corpus), memory, "0.8")
        print(f"| factory, memory limit {memory} | {' | '.join(line)} |", flush=True)
    if not peers:
        print("\npeers were not run: --peers names no Python that has them")
        return
    print(f"| factory, memory limit 4GB | {' | '.join(apart(*ours, str(small), '4GB', '0.8'))} |")
    script = str(Path(__file__).with_name("dedup_peers.py"))
    for name in ("rensa", "datasketch", "datatrove", "semhash"):
        print(f"| {name} | {' | '.join(apart(peers, script, name, str(small)))} |", flush=True)
    line = apart(peers, script, "rensa", str(corpus))
    print(f"| rensa | {' | '.join(line)} |", flush=True)


def recall(corpus: Path) -> None:
    """Of the planted pairs, how many are found; of what is dropped, how much is truly alike."""
    connection = database("4GB")
    connection.execute(f"create temp table row_text as select id as pos, text from '{corpus}'")
    find_duplicates(connection, "row_text", threshold=0.7)
    found = dict(connection.execute("select pos, leader from dropped").fetchall())
    table = pq.read_table(corpus)
    planted = zip(*(table[c].to_pylist() for c in ("id", "source", "jaccard")), strict=True)
    pairs = [(row, like) for row, source, like in planted if source >= 0]
    print("\n| true likeness | planted | found | recall |\n|---|---|---|---|")
    for low, high in BINS:
        within = [row for row, like in pairs if low <= like < high]
        seen = sum(row in found for row in within)
        share = 100 * seen / max(len(within), 1)
        print(f"| {low:.2f} to {min(high, 1):.2f} | {len(within):,} | {seen:,} | {share:.3f} % |")
    texts = table["text"]
    sample = random.Random(3).sample(sorted(found), min(20_000, len(found)))
    wrong = sum(
        jaccard(runs(texts[row].as_py()), runs(texts[found[row]].as_py())) < 0.7 for row in sample
    )
    print(f"\nof {len(sample):,} dropped rows, measured by other code: {wrong} below the threshold")


def rounds(corpus: Path, size: int) -> None:
    """Ten rounds admitted one after another."""
    print("\n| round | seconds | admitted |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        connection = open_run(Path(folder), memory="2GB")
        batches = pq.ParquetFile(corpus).iter_batches(size, columns=["id", "text"])
        for number, batch in zip(range(10), batches, strict=False):
            _candidates(connection, number, batch.to_pylist())
            started = time.perf_counter()
            connection.execute("begin")
            admit(connection, 0, number, Admit())
            connection.execute("commit")
            seconds = time.perf_counter() - started
            done = connection.execute(
                "select count(*) from outcomes where stage = 'admit' and status = 'done'"
            ).fetchall()
            print(f"| {number + 1} | {seconds:.1f} | {done[0][0]:,} |", flush=True)
        connection.close()


def _candidates(connection: duckdb.DuckDBPyConnection, number: int, rows: list[dict]) -> None:
    import pyarrow as pa

    made = [
        Instruction(
            *(f"{row['id']:016x}", f"r{row['id']:x}", 0, number, "upward", "deepen", 0),
            *(row["text"], None, None, None, None, "train", None, None),
        )
        for row in rows
    ]
    passed = [Outcome("eliminate", i.id, 0, number, "deepen", "done", None, None) for i in made]
    for name, records in (("instructions", made), ("outcomes", passed)):
        columns = {f: [getattr(r, f) for r in records] for f in SCHEMAS[name].names}
        connection.from_arrow(pa.table(columns, schema=SCHEMAS[name])).insert_into(name)


def load_sets(connection: duckdb.DuckDBPyConnection, gsm8k: Path, math: Path | None) -> None:
    """The test sets."""
    items = [
        contamination.Item("gsm8k", f"line {n}", row["question"], row["answer"])
        for n, row in enumerate(_rows(gsm8k / "test.jsonl"), 1)
    ]
    if math:
        items += [
            contamination.Item("math", f"line {n}", row["problem"], row["solution"])
            for n, row in enumerate(_rows(math / "test.jsonl"), 1)
        ]
    contamination.load(connection, items)


def _rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def contaminated(corpus: Path, gsm8k: Path, math: Path | None) -> None:
    """Time over the corpus, then recall on changed test items and what is flagged of train."""
    connection = database("4GB")
    connection.execute(f"create temp table row_text as select id as pos, text from '{corpus}'")
    started = time.perf_counter()
    load_sets(connection, gsm8k, math)
    loaded = time.perf_counter() - started
    contamination.search(connection, "row_text", "finding")
    seconds = time.perf_counter() - started
    count = connection.execute("select count(*) from row_text").fetchall()[0][0]
    found = connection.execute("select count(*) from finding").fetchall()[0][0]
    print(f"\n{count:,} rows against the test sets: {seconds:.1f} s ({loaded:.1f} of them to read "
          f"the sets), {found:,} flagged")  # fmt: skip
    print("\n| what | rows | dropped | dropped or quarantined |\n|---|---|---|---|")
    questions = [row["question"] for row in _rows(gsm8k / "test.jsonl")]
    train = [row["question"] for row in _rows(gsm8k / "train.jsonl")]
    sets = {f"GSM8K test, {kind}": perturbed(questions, kind) for kind in KINDS}
    if math:
        problems = [row["problem"] for row in _rows(math / "test.jsonl")]
        sets |= {f"MATH test, {kind}": perturbed(problems, kind) for kind in KINDS}
    for name, texts in {"GSM8K train": train, **sets}.items():
        _flagged(connection, name, texts)


def recited(gsm8k: Path) -> None:
    """Solutions of the test set as a model tells them: no calculator notes, headings of steps."""
    connection = database("4GB")
    load_sets(connection, gsm8k, None)
    solved, others = (
        [re.sub(r"<<[^<>]*>>", "", row["answer"]).partition("####")[0].strip() for row in rows]
        for rows in (_rows(gsm8k / "test.jsonl"), _rows(gsm8k / "train.jsonl"))
    )
    stepped = [
        "\n".join(f"Step {n}: {line}" for n, line in enumerate(text.splitlines(), 1))
        for text in solved
    ]
    print("\n| solutions | rows | flagged | of them named right |\n|---|---|---|---|")
    for name, texts in (("test", solved), ("test, in steps", stepped), ("train", others)):
        _put(connection, texts)
        contamination.search_solutions(connection, "row_text", "finding")
        ((found, right),) = connection.execute(
            "select count(*), count(*) filter (item = pos) from finding"
        ).fetchall()
        print(f"| GSM8K {name} | {len(texts):,} | {found:,} | {right:,} |", flush=True)


def _put(connection: duckdb.DuckDBPyConnection, texts: list[str]) -> None:
    import pyarrow as pa

    connection.execute("create or replace temp table row_text (pos bigint, text varchar)")
    rows = pa.table({"pos": range(len(texts)), "text": texts})
    connection.from_arrow(rows).insert_into("row_text")


def _flagged(connection: duckdb.DuckDBPyConnection, name: str, texts: list[str]) -> None:
    _put(connection, texts)
    contamination.search(connection, "row_text", "finding")
    query = "select count(*) filter (tier = 'drop'), count(*) from finding"
    shares = [100 * n / len(texts) for n in connection.execute(query).fetchall()[0]]
    print(f"| {name} | {len(texts):,} | {shares[0]:.2f} % | {shares[1]:.2f} % |", flush=True)


def main() -> None:
    """All parts."""
    if sys.argv[1:2] == ["--once"]:
        once(sys.argv[2], sys.argv[3], float(sys.argv[4]))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--peers", help="a Python that has the peers")
    parser.add_argument("--gsm8k", type=Path, help="folder with test.jsonl and train.jsonl")
    parser.add_argument("--math", type=Path, help="folder with test.jsonl")
    parser.add_argument("--corpus", type=Path, help="where the corpus is kept between runs")
    parser.add_argument("--parts", default="speed,recall,rounds,contamination")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.corpus or Path(folder)
        corpus, small = (
            path if path.exists() else write_corpus(rows, path)
            for rows in (options.rows, min(PEER_ROWS, options.rows))
            for path in (place / f"corpus_{rows}.parquet",)
        )
        parts = options.parts.split(",")
        if "speed" in parts:
            speed(corpus, small, options.peers)
        if "recall" in parts:
            recall(corpus)
        if "rounds" in parts:
            rounds(corpus, options.rows // 10)
        if "contamination" in parts and options.gsm8k:
            contaminated(corpus, options.gsm8k, options.math)
            recited(options.gsm8k)
        elif "contamination" in parts:
            print("\ncontamination was not measured: --gsm8k names no folder")


if __name__ == "__main__":
    main()
