"""`factory sql`: the rows of one SELECT, as a table for people or as a file for programs.

A table is cut to what can be read; CSV, JSON lines and Parquet carry every row, batch by batch.
A file is whole or not there.
"""

import contextlib
import csv
import json
import math
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, Any

from factory.errors import UserError
from factory.store.guard import Rows
from factory.store.reading import stream_sql
from factory.terminal import Page, cell, one_line, visible

SUFFIXES = {".csv": "csv", ".json": "json", ".jsonl": "json", ".parquet": "parquet"}
FORMATS = ("table", "csv", "json", "parquet")
WIDEST = 60
"""Characters of a cell in a table; `factory show` shows texts whole."""


def answer_sql(
    folder: Path,
    sql: str,
    *,
    file: IO[str],
    format: str | None = None,
    out: Path | None = None,
    rows: int = 100,
    seconds: float = 30.0,
) -> None:
    """Run one SELECT and write what it gives, to `file` or into the file `out`.

    Raises:
        UserError: the statement was refused, failed, or its rows cannot be written so.
    """
    format = format or (SUFFIXES.get(out.suffix, "") if out else "table")
    if format not in FORMATS:
        raise UserError(f"--out: {out}: end it in .csv, .jsonl or .parquet, or give --format")
    if format == "parquet" and out is None:
        raise UserError("--format parquet: a Parquet file is no text; give it a name with --out")
    with stream_sql(folder, sql, seconds=seconds) as result:
        names = result.schema.names
        if format in ("json", "parquet") and len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise UserError(f"SQL: two columns are called '{twice}'; tell them apart with `as`")
        if out is None:
            write_text(result, format, file, rows, shown=file.isatty())
            return
        with replacing(out) as fresh:
            if format == "parquet":
                write_parquet(result, fresh)
            else:
                with fresh.open("w", encoding="utf-8", newline="") as text:
                    write_text(result, format, text, rows, shown=False)


def write_text(result: Rows, format: str, file: IO[str], rows: int, *, shown: bool) -> None:
    """Write rows as text; `shown` on a terminal, where no character may do more than be seen."""
    if format == "table":
        write_table(result, file, rows)
    elif format == "csv":
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([visible(name) for name in result.schema.names])
        for row in values(result):
            cells = [csv_cell(value) for value in row]
            writer.writerow([visible(one) for one in cells] if shown else cells)
    else:
        names = result.schema.names
        for row in values(result):
            line = {name: json_value(value) for name, value in zip(names, row, strict=True)}
            file.write(json.dumps(line, ensure_ascii=shown, default=str) + "\n")


def values(result: Rows) -> Iterator[tuple[Any, ...]]:
    """The rows as tuples; columns may share a name."""
    for batch in result.batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def write_table(result: Rows, file: IO[str], rows: int) -> None:
    """Write the first rows as aligned columns, and say when there are more."""
    taken = list(islice(values(result), rows + 1))
    names = [one_line(name, WIDEST) for name in result.schema.names]
    table = [[one_line(cell(value), WIDEST) for value in row] for row in taken[:rows]]
    numeric = [
        all(isinstance(row[n], int | float | None) for row in taken) for n in range(len(names))
    ]
    page = Page(file)
    if page.console.is_terminal:
        from rich.table import Table
        from rich.text import Text

        shown = Table(box=None, pad_edge=False, header_style="dim")
        for name, right in zip(names, numeric, strict=True):
            shown.add_column(Text(name), justify="right" if right else "left", overflow="ellipsis")
        for row in table:
            shown.add_row(*map(Text, row))
        page.console.print(shown)
    else:
        for line in aligned([names, *table], numeric):
            file.write(line + "\n")
    if len(taken) > rows:
        page.line(f"… and more than these {rows:,} rows; --rows shows more, --out writes all")


def aligned(table: Sequence[Sequence[str]], numeric: Sequence[bool]) -> Iterator[str]:
    """Lines with columns under one another, numbers to the right."""
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    for row in table:
        padded = []
        for text, width, right in zip(row, widths, numeric, strict=True):
            space = " " * (width - cell_len(text))
            padded.append(space + text if right else text + space)
        yield "  ".join(padded).rstrip()


def csv_cell(value: Any) -> str:
    """A value in a CSV file; lists and structs as JSON."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(json_value(value), ensure_ascii=False, default=str)
    return str(value)


def json_value(value: Any) -> Any:
    """A value that JSON can say: numbers that are none become null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [json_value(one) for one in value]
    if isinstance(value, dict):
        return {str(name): json_value(one) for name, one in value.items()}
    return value.hex() if isinstance(value, bytes) else value


def write_parquet(result: Rows, path: Path) -> None:
    """Write rows as a Parquet file, batch by batch."""
    import pyarrow.parquet as pq

    with pq.ParquetWriter(path, result.schema) as writer:
        for batch in result.batches:
            writer.write_batch(batch)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a file to write, and put it in the place of `path` once it is whole."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield fresh
        os.replace(fresh, path)
    except OSError as error:
        raise UserError(f"--out: {path}: cannot be written ({error.strerror or error})") from None
    finally:
        fresh.unlink(missing_ok=True)
