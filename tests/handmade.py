"""Runs made by hand, table by table, for tests of what is made from a run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from factory import records as r
from factory.export.datasets import export_from
from factory.export.files import read_manifest
from factory.export.shapes import ALL
from factory.store.tables import SCHEMAS, arrow_table, rows_of

LATEX = (
    r"Ünïcode ½ 漢字 🧮: $\frac{1}{2}\times\nu$, \text{a\_b} \\ 'q' \"d\" <b>&amp;</b> | %s {x}"
    + "\u2028\x7f"
)


@dataclass
class Run:
    """A run made by hand: rows of any table, and the few that most tests want."""

    rows: list[object] = field(default_factory=list)
    bought: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)

    def seed(self, n: int, text: str = "", *, split: str = "train", accepted: bool = True) -> str:
        """A seed and its round-0 instruction, accepted unless said otherwise; returns its id."""
        text = text or f"Seed {n}: what is {n} + 1?"
        name = f"s{n:04}"
        self.rows += [
            r.Seed(name, n, n // 3, text, str(n + 1), None, None, None, "books/one"),
            instruction(name, name, n // 3, text, split=split),
        ]
        return self.settle(name, n // 3, accepted=accepted)

    def child(
        self,
        name: str,
        parent: str,
        text: str = "",
        *,
        root: str | None = None,
        round: int = 1,
        operator: str = "deepen",
        split: str = "train",
        accepted: bool = True,
    ) -> str:
        """An instruction that an operator wrote."""
        root = root or parent
        wave = int(root[1:]) // 3
        text = text or f"Problem {name} after {parent}?"
        self.rows += [
            instruction(name, root, wave, text, round=round, operator=operator, split=split),
            r.Parent(name, parent, 0),
        ]
        return self.settle(name, wave, round, operator, accepted=accepted)

    def settle(
        self, name: str, wave: int, round: int = 0, operator: str = "seed", *, accepted: bool = True
    ) -> str:
        """How `select` ended."""
        end = ("done", None) if accepted else ("rejected", "not: verified")
        self.rows.append(r.Outcome("select", name, wave, round, operator, *end, None))
        return name

    def vote(self, name: str, answer: str | None = "5", *, wave: int = 0, right: int = 1) -> None:
        """What the solutions of one instruction say together."""
        source = "reference" if answer else None
        rate = 1.0 if right else None
        self.rows.append(
            r.Vote(name, wave, answer, source, 4, 4, 3, 2, right, 0, 0, rate, right > 0, 2.0)
        )

    def solution(
        self,
        name: str,
        of: str,
        text: str = "Step 1: add.\nThe answer is: 5",
        *,
        sample: int = 0,
        verdict: str = "right",
        labels: Sequence[int | None] = (),
        finish: str = "stop",
        wave: int = 0,
    ) -> None:
        """A solution, its verdict, and step labels where there are any."""
        steps = [f"Step {n + 1}: so {n}." for n in range(len(labels))] or [text]
        self.rows += [
            r.Attempt(name, of, wave, "m", sample, text, finish, steps, None),
            r.Verdict(name, of, wave, "5", "said", 0, verdict, "equal", "exact"),
        ]
        for n, label in enumerate(labels):
            heard = "" if label is None else f"judge-b:{label:+} arithmetic:{label:+}"
            share = None if label is None else 1.0 - n / 10
            self.rows.append(r.StepLabel(name, of, wave, n, steps[n], label, heard, share))

    def rank(self, root: str, judge: str, *orders: dict[str, int], wave: int = 0) -> None:
        """One judge's places in one or both orders."""
        for ordering, places in enumerate(orders):
            for name, place in places.items():
                self.rows.append(r.Ranking(root, wave, judge, ordering, name, place, len(places)))

    def rate(self, name: str, judge: str, *aspects: int, wave: int = 0) -> None:
        """One judge's rating."""
        self.rows.append(r.Rating(name, wave, judge, *aspects, None))

    def connect(self, *, threads: int = 1, turned: bool = False) -> duckdb.DuckDBPyConnection:
        """The run as an open database in memory."""
        return self.fill(duckdb.connect(config={"threads": threads}), turned=turned)

    def save(self, folder: Path) -> Path:
        """The run as a stopped one: `run.duckdb` in a folder."""
        folder.mkdir(parents=True)
        self.fill(duckdb.connect(str(folder / "run.duckdb"))).close()
        return folder

    def fill(
        self, connection: duckdb.DuckDBPyConnection, *, turned: bool = False
    ) -> duckdb.DuckDBPyConnection:
        """Create every table and insert; `turned` inserts the rows in the other order."""
        tables: dict[str, list[Any]] = {name: [] for name in SCHEMAS}
        for name, row in rows_of(self.rows):
            tables[name].append(row)
        tables |= self.bought
        for name, table_rows in tables.items():
            batch = SCHEMAS[name].empty_table()
            if table_rows:
                batch = arrow_table(name, table_rows[::-1] if turned else table_rows)
            connection.register("batch", batch)
            connection.execute(f"create table {name} as select * from batch")
            connection.unregister("batch")
        return connection


def instruction(
    name: str,
    root: str,
    wave: int,
    text: str,
    *,
    round: int = 0,
    operator: str = "seed",
    split: str = "train",
) -> r.Instruction:
    direction = "upward" if round else "seed"
    model = "writer/1" if round else None
    return r.Instruction(
        name,
        root,
        wave,
        round,
        direction,
        operator,
        0,
        text,
        None,
        None,
        None,
        None,
        split,
        model,
        None,
    )


def write(run: Run, folder: Path, names: Iterable[str] = ALL, **settings: Any) -> list[Path]:
    """Export from an open connection, as the run itself does."""
    settings = {"recipe_digest": "d1", "factory_version": "0.1"} | settings
    with run.connect() as connection:
        return export_from(connection, folder, tuple(names), **settings)


def rows(folder: Path, name: str, split: str = "train") -> list[dict[str, Any]]:
    path = folder / "datasets" / name / f"{split}-00000-of-00001.parquet"
    return pq.ParquetFile(path).read().to_pylist() if path.exists() else []


def left_out(folder: Path, name: str) -> dict[str, int]:
    return read_manifest(folder)["datasets"][name]["left_out"]


def small_run() -> Run:
    """Something of everything, in both splits."""
    run = Run()
    for n in range(8):
        split = "test" if n % 4 == 3 else "train"
        root, wave = run.seed(n, split=split), n // 3
        child = run.child(f"c{n}", root, split=split)
        grandchild = run.child(
            f"g{n}", child, root=root, round=2, operator="concretise", split=split
        )
        for name in (root, child, grandchild):
            run.vote(name, wave=wave)
            run.solution(f"{name}-a", name, f"Step 1: {LATEX}", labels=(1, 1, 1), wave=wave)
            run.solution(
                f"{name}-b", name, sample=1, verdict="wrong", labels=(1, -1, None), wave=wave
            )
            run.rate(name, "judge", 3, 4, 5, wave=wave)
        places = {root: 0, child: 1, grandchild: 2}
        run.rank(root, "judge", places, places, wave=wave)
    return run
