"""Texts of anybody's files, read into a table; what has no text gets a reason and stops nothing.

Promises: every row of the files is either in the table or has a reason, by its place. Does not
promise to read a file that is not of its kind at all: that is said in one sentence.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from factory.errors import UserError
from factory.stages.seed_files import LONGEST_LINE, open_table
from factory.suggest import instead

KINDS = (".jsonl", ".csv", ".parquet")
BATCH = 20_000
TEXTS = pa.schema([("pos", pa.int64()), ("text", pa.string())])


@dataclass(slots=True)
class File:
    """One file: where its rows begin among all, and where each stands in it."""

    path: Path
    start: int
    lines: "array[int]" = field(default_factory=lambda: array("q"))
    """Line numbers; none for parquet."""
    rows: int = 0

    def place(self, pos: int) -> str:
        """`line 12`, or `row 12`."""
        nth = pos - self.start
        return f"line {self.lines[nth]}" if self.lines else f"row {nth + 1}"


@dataclass(slots=True)
class Files:
    """All files in order; `pos` counts their rows through."""

    files: list[File] = field(default_factory=list)
    unread: dict[str, dict[int, str]] = field(default_factory=dict)
    """Column -> pos -> why it has no text there."""

    @property
    def rows(self) -> int:
        """Rows of all files."""
        return sum(file.rows for file in self.files)

    def place(self, pos: int) -> tuple[str, str]:
        """The file and the place in it."""
        for file in reversed(self.files):
            if pos >= file.start:
                return str(file.path), file.place(pos)
        raise IndexError(pos)


def read_texts(
    connection: duckdb.DuckDBPyConnection, paths: Sequence[Path], columns: dict[str, str]
) -> Files:
    """Read columns of the files, each into a new table `(pos, text)`.

    Args:
        connection: where the tables are made.
        paths: .jsonl, .csv or .parquet files, all of one kind.
        columns: column -> table.

    Raises:
        UserError: a file is not there, is of another kind, or has no such column at all.
    """
    kinds = {path.suffix.lower() for path in paths}
    if len(kinds) > 1:
        raise UserError(
            f"{paths[0]}: all files must be of one kind, not {', '.join(sorted(kinds))}: rows are "
            "copied unchanged; write them as one kind first"
        )
    if len({path.resolve() for path in paths}) < len(paths):
        raise UserError(f"{paths[0]}: a file is named twice")
    found = Files(unread={column: {} for column in columns})
    for table in columns.values():
        connection.execute(f"create or replace temp table {table} (pos bigint, text varchar)")
    for path in paths:
        file = File(path, found.rows)
        found.files.append(file)
        for batch in _batches(path, file, columns):
            for column, table in columns.items():
                _keep(connection, found, file, column, table, [row[column] for row in batch])
            file.rows += len(batch)
    for column in columns:
        if len(found.unread[column]) == found.rows:
            why = next(iter(found.unread[column].values()), "no rows")
            raise UserError(f"{paths[0]}: no text in column '{column}' of any row ({why})")
    return found


def _keep(
    connection: duckdb.DuckDBPyConnection,
    found: Files,
    file: File,
    column: str,
    table: str,
    values: list[Any],
) -> None:
    start = file.start + file.rows
    kept: list[tuple[int, str]] = []
    for pos, value in enumerate(values, start):
        why = _unreadable(value)
        if why:
            found.unread[column][pos] = why
        else:
            kept.append((pos, value))
    if kept:
        rows = pa.table(
            [pa.array(one, f.type) for one, f in zip(zip(*kept, strict=True), TEXTS, strict=True)],
            schema=TEXTS,
        )
        connection.from_arrow(rows).insert_into(table)


class Broken(str):
    """Why a row could not be read."""

    __slots__ = ()


def _unreadable(value: Any) -> str | None:
    if isinstance(value, Broken):
        return str(value)
    if value is None:
        return "no_text"
    if not isinstance(value, str):
        return "not_a_text"
    if not value.strip():
        return "empty_text"
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return "half_a_character"
    return None


def _batches(path: Path, file: File, columns: dict[str, str]) -> Iterator[list[dict[str, Any]]]:
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise UserError(f"{path}: cannot read '{kind}'; give a .jsonl, .csv or .parquet file")
    if kind == ".jsonl":
        if not path.is_file():
            open_table(path)  # says what is wrong
        rows = _jsonl(path, file, columns)
    else:
        table = open_table(path)
        for column in columns:
            if column not in table.names:
                raise UserError(
                    f"{path}: no column called '{column}'{instead(column, table.names)}"
                )
        if kind == ".parquet":
            yield from _parquet(path, columns)
            return
        rows = _csv(path, file, columns)
    batch: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(batch) >= BATCH or size > 2 * LONGEST_LINE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def json_lines(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines that are not blank, as bytes; None for one that is too long."""
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(raw) > LONGEST_LINE:
                while raw and not raw.endswith(b"\n"):
                    raw = file.readline(LONGEST_LINE)
                yield number, None
            elif line := (raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw).strip():
                yield number, line


def _jsonl(path: Path, file: File, columns: dict[str, str]) -> Iterator[dict[str, Any]]:
    seen = False
    for number, line in json_lines(path):
        file.lines.append(number)
        row = _parsed(line)
        seen = seen or not isinstance(row, Broken)
        yield {c: row if isinstance(row, Broken) else row.get(c) for c in columns}
    if not seen:
        what = "no rows in it" if not file.lines else "not one line is a JSON object in UTF-8"
        raise UserError(f"{path}: {what}")


def _parsed(line: bytes | None) -> dict[str, Any] | Broken:
    if line is None:
        return Broken("line_too_long")
    try:
        row = json.loads(line.decode())
    except UnicodeDecodeError:
        return Broken("not_utf8")
    except (ValueError, RecursionError):
        return Broken("broken_json")
    return row if isinstance(row, dict) else Broken("not_an_object")


def _csv(path: Path, file: File, columns: dict[str, str]) -> Iterator[dict[str, Any]]:
    for row in open_table(path).read(columns.keys()):
        file.lines.append(int(row.place.rpartition(" ")[2]))
        yield {column: row.values[column] for column in columns}


def _parquet(path: Path, columns: dict[str, str]) -> Iterator[list[dict[str, Any]]]:
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as whole:
            for batch in whole.iter_batches(BATCH, columns=list(columns)):
                yield batch.select(list(columns)).to_pylist()
    except (pa.ArrowException, OSError, UnicodeDecodeError) as fault:
        said = str(fault).partition("\n")[0][:200]
        raise UserError(f"{path}: cannot be read: {said}") from None
