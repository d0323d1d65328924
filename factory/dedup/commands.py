"""`factory dedup` and `factory decontaminate`: anybody's files, outside a run.

Promises: what is kept is unchanged and in order; every row that is left out is in the report,
with the row or the test item that it matched, the kind, and how much.
"""

import csv
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TextIO

import duckdb
import pyarrow as pa

from factory.dedup import contamination
from factory.dedup.keeping import check_apart, check_out, check_place, copy_rows, put
from factory.dedup.reading import KINDS, Files, read_texts
from factory.dedup.tables import find_duplicates
from factory.errors import UserError
from factory.stages.test_sets import file_items
from factory.store.file import first_line

Report = list[dict[str, Any]]


def dedup_files(
    paths: Sequence[Path],
    column: str,
    *,
    out: Path | None,
    report: Path | None,
    threshold: float | None,
    max_per_template: int | None,
    memory: str,
    file: TextIO,
) -> None:
    """Copy the first row of each cluster of duplicates, and report the others.

    Raises:
        UserError: a file or a column that is not there, or that cannot be read or written.
    """
    _check(paths, (out,), report)
    with _database(memory) as connection:
        files = read_texts(connection, paths, {column: "row_text"})
        find_duplicates(
            connection, "row_text", threshold=threshold, max_per_template=max_per_template
        )
        rows = connection.execute("select * from dropped order by pos").fetchall()
    unread = files.unread[column]
    away = {row[0]: row for row in rows}
    if out:
        copy_rows(files, lambda pos: pos not in away and pos not in unread, out)
    kinds = Counter(row[2] for row in rows)
    _summary(files, len(away), unread, kinds, file)
    if report:
        told = [
            _duplicate(files, away[pos]) if pos in away else _unread(files, pos, unread[pos])
            for pos in sorted([*away, *unread])
        ]
        write_report(report, told)
    _wrote((out, report), file)


def decontaminate_files(
    paths: Sequence[Path],
    column: str,
    *,
    solution: str | None,
    against: Sequence[str],
    out: Path | None,
    quarantine: Path | None,
    report: Path | None,
    memory: str,
    file: TextIO,
) -> None:
    """Copy the rows that come from no test set, and report the others.

    Raises:
        UserError: a file or a column that is not there, or that cannot be read or written.
    """
    if solution == column:
        raise UserError(f"--solution {solution}: this is the column of --text; name another one")
    sets = [_against(one) for one in against]
    _check(paths, (out, quarantine), report, also_read=[one[0] for one in sets])
    columns = {column: "row_text", **({solution: "row_solution"} if solution else {})}
    found: dict[int, tuple[Any, ...]] = {}
    with _database(memory) as connection:
        items = [item for one in sets for item in file_items(*one)]
        contamination.load(connection, items)
        files = read_texts(connection, paths, columns)
        contamination.search(connection, "row_text", "finding")
        _take(connection, found, column)
        if solution:
            contamination.search_solutions(connection, "row_solution", "finding")
            _take(connection, found, solution)
    unread = files.unread[column]
    dropped = {pos for pos, row in found.items() if row[1] == "drop"}
    doubtful = found.keys() - dropped
    if out:
        copy_rows(files, lambda pos: pos not in found and pos not in unread, out)
    if quarantine:
        copy_rows(files, lambda pos: pos in doubtful, quarantine)
    kinds = Counter(f"{row[2]} ({row[1]})" for row in found.values())
    print(f"{len(items):,} test items in {len(sets)} sets", file=file)
    _summary(files, len(dropped), unread, kinds, file, quarantined=len(doubtful))
    if report:
        told = [
            _contaminated(files, found[pos]) if pos in found else _unread(files, pos, unread[pos])
            for pos in sorted({*found, *unread})
        ]
        write_report(report, told)
    _wrote((out, quarantine, report), file)


def _check(
    paths: Sequence[Path],
    copies: Sequence[Path | None],
    report: Path | None,
    also_read: Sequence[Path] = (),
) -> None:
    check_apart([*paths, *also_read], [one for one in (*copies, report) if one])
    for copy in filter(None, copies):
        check_out(copy, paths)
    if report:
        if report.suffix.lower() not in KINDS:
            raise UserError(f"{report}: write a .jsonl, .csv or .parquet file")
        check_place(report)


def _against(given: str) -> tuple[Path, str, str | None, str, str]:
    name, colon, columns = given.rpartition(":")
    text, _, solution = columns.partition(",")
    if not colon or not name or not text:
        raise UserError(f"--against {given}: write FILE:COLUMN, or FILE:COLUMN,SOLUTION_COLUMN")
    return Path(name), text, solution or None, name, "--against"


@contextmanager
def _database(memory: str) -> Iterator[duckdb.DuckDBPyConnection]:
    with tempfile.TemporaryDirectory(prefix="factory-") as spill:
        config: dict[str, Any] = {
            "memory_limit": memory,
            "temp_directory": spill,
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
        }
        try:
            with closing(duckdb.connect(":memory:", config=config)) as connection:
                yield connection
        except (duckdb.OutOfMemoryException, duckdb.IOException) as fault:
            raise UserError(
                f"--memory {memory}: too little for these files, or for what has to spill to the "
                f"disk at {Path(spill).parent}; give more ({first_line(fault)})"
            ) from None


def _take(
    connection: duckdb.DuckDBPyConnection, found: dict[int, tuple[Any, ...]], column: str
) -> None:
    rows = connection.execute(
        """select pos, tier, kind, of_set, place, amount, evidence
           from finding join test_item using (item) order by pos"""
    ).fetchall()
    for row in rows:
        if row[0] not in found or (found[row[0]][1], row[1]) == ("quarantine", "drop"):
            found[row[0]] = (*row, column)


def _duplicate(files: Files, row: tuple[Any, ...]) -> dict[str, Any]:
    pos, leader, kind, likeness = row
    path, place = files.place(pos)
    other, there = files.place(leader)
    return {
        "file": path,
        "place": place,
        "kind": kind,
        "likeness": likeness,
        "like_file": other,
        "like_place": there,
    }


def _contaminated(files: Files, row: tuple[Any, ...]) -> dict[str, Any]:
    pos, tier, kind, of_set, item, amount, evidence, column = row
    path, place = files.place(pos)
    return {
        "file": path,
        "place": place,
        "column": column,
        "tier": tier,
        "kind": kind,
        "amount": amount,
        "test_set": of_set,
        "item": item,
        "evidence": evidence,
    }


def _unread(files: Files, pos: int, why: str) -> dict[str, Any]:
    path, place = files.place(pos)
    return {"file": path, "place": place, "kind": why}


def _summary(
    files: Files,
    dropped: int,
    unread: dict[int, str],
    kinds: Counter[str],
    file: TextIO,
    *,
    quarantined: int | None = None,
) -> None:
    kept = files.rows - dropped - len(unread) - (quarantined or 0)
    parts = [f"{kept:,} kept", f"{dropped:,} dropped"]
    if quarantined is not None:
        parts.append(f"{quarantined:,} quarantined")
    parts.append(f"{len(unread):,} without a text to compare")
    print(f"{files.rows:,} rows: {', '.join(parts)}", file=file)
    for told in (kinds, Counter(unread.values())):
        if told:
            print("  " + ", ".join(f"{kind} {n:,}" for kind, n in told.most_common()), file=file)


def _wrote(paths: Sequence[Path | None], file: TextIO) -> None:
    for path in paths:
        if path:
            print(f"wrote {path}", file=file)


def write_report(path: Path, rows: Report) -> None:
    """Write rows as .jsonl, .csv or .parquet, as the name of the file says."""
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["file", "place", "kind"]
    kind = path.suffix.lower()

    def write(part: Path) -> int:
        if kind == ".parquet":
            from pyarrow import parquet

            numbers = {"likeness", "amount"}
            types = [pa.float64() if name in numbers else pa.string() for name in names]
            columns = [
                pa.array([row.get(name) for row in rows], one)
                for name, one in zip(names, types, strict=True)
            ]
            parquet.write_table(pa.table(columns, names=names), part)
            return len(rows)
        with part.open("w", encoding="utf-8", newline="") as out:
            if kind == ".jsonl":
                out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            else:
                table = csv.writer(out, lineterminator="\n")
                table.writerow(names)
                table.writerows([row.get(name) for name in names] for row in rows)
        return len(rows)

    put(path, write)
