"""Files of other people's rows, copied with more columns.

Promises: every row and every column of the file is in the copy, in order, to the letter where both
files are of one kind; the copy appears when it is whole, and not before. A column of the file
that is called like a new one is kept as `NAME_given`. What a file of another kind holds of a value
is said in `table_values`.
"""

import csv
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import pyarrow as pa
from pyarrow import parquet

from factory.errors import UserError
from factory.stages.seed_files import Table, cells_of, lines_of
from factory.table_values import NAMES, as_json, value_for, with_names

KINDS = (".jsonl", ".csv", ".parquet")
Columns = Mapping[str, pa.DataType]
"""New columns and their types."""
Added = Sequence[Mapping[str, Any]]
"""The new values of some rows."""


class Writer(Protocol):
    """Writes the next rows of a table, each with its new values."""

    def write(self, added: Added) -> None:
        """The next `len(added)` rows."""

    def close(self) -> None:
        """Nothing comes after this."""

    def abandon(self) -> None:
        """Let go of what is open; the copy is not wanted."""


class Copy:
    """A copy of `table` at `path` with more columns, written a part at a time.

    Leaving the `with` block puts the copy into its place; a fault in the block leaves nothing.
    """

    def __init__(self, table: Table, path: Path, columns: Columns):
        kind = path.suffix.lower()
        if kind not in KINDS:
            raise UserError(f"{path}: cannot write '{kind}'; write a .jsonl, .csv or .parquet file")
        if path.resolve() == table.path.resolve():
            raise UserError(f"{path}: this is the file that is read; name another one")
        if path.is_dir() or not path.parent.is_dir():
            raise UserError(f"{path}: no file can be written there; name one in a folder that is")
        self.renamed = {name: _free(name, table.names) for name in columns if name in table.names}
        """Columns of the file that were called like a new one: what they are called now."""
        self._path = path
        self._partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        writers: dict[str, Callable[[Path, Table, Columns, Mapping[str, str]], Writer]] = {
            ".jsonl": _JsonLines,
            ".csv": _Csv,
            ".parquet": _Parquet,
        }
        same = kind == table.path.suffix.lower()
        make = writers[kind] if same else partial(_Other, kind)
        with self._told():
            self._partial.touch()
            try:
                self._writer = make(self._partial, table, columns, self.renamed)
            except BaseException:
                self._partial.unlink()
                raise

    def add(self, added: Added) -> None:
        """Write the next rows of the file, each with its new values.

        Raises:
            UserError: the disk is full, or takes no more for another reason.
        """
        with self._told():
            self._writer.write(added)

    def __enter__(self) -> "Copy":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if fault is None:
                with self._told():
                    self._writer.close()
                    os.replace(self._partial, self._path)
            else:
                with suppress(OSError):  # the fault is what has to be told
                    self._writer.abandon()
        finally:
            with suppress(OSError):
                self._partial.unlink()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            said = fault.strerror or str(fault).partition("\n")[0][:200]
            raise UserError(f"{self._path}: cannot be written: {said}") from None


def _free(name: str, taken: Sequence[str]) -> str:
    name += "_given"
    while name in taken:
        name += "_"
    return name


def _renamed(row: Mapping[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    return {renamed.get(name, name): value for name, value in row.items()}


class _JsonLines:
    """New values go in before the closing brace; the rest of a line is copied as it is."""

    def __init__(self, path: Path, table: Table, columns: Columns, renamed: Mapping[str, str]):
        self._lines = (line.strip() for _, line in lines_of(table.path) if line.strip())
        self._columns, self._renamed = columns, renamed
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, added: Added) -> None:
        for values in added:
            line = next(self._lines)
            # A row may lack a column that the first row has, or have one that it lacks.
            given = NAMES.decode(line) if self._renamed or _mentions(line, self._columns) else {}
            if not given.keys().isdisjoint(self._columns):
                others = {
                    name: self._renamed.get(name) or _free(name, list(given))
                    for name in self._columns
                    if name in given
                }
                line = with_names(line, others)
            head = line[:-1].rstrip()
            comma = "" if head == "{" else ", "
            tail = as_json(dict(values))[1:]
            self._file.write(f"{head}{comma}{tail}\n")

    def close(self) -> None:
        self._lines.close()
        self._file.close()

    abandon = close


def _mentions(line: str, columns: Columns) -> bool:
    return "\\u" in line or any(f'"{name}"' in line for name in columns)


class _Csv:
    """Cells go in at the end of each line."""

    def __init__(self, path: Path, table: Table, columns: Columns, renamed: Mapping[str, str]):
        self._lines = (line for _, line in lines_of(table.path))
        self._rows = filter(None, cells_of(self._lines))
        self._file = path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")
        next(self._rows)
        self._csv.writerow([*(renamed.get(name, name) for name in table.names), *columns])

    def write(self, added: Added) -> None:
        for values in added:
            self._csv.writerow([*next(self._rows), *map(_cell, values.values())])

    def close(self) -> None:
        self._lines.close()
        self._file.close()

    abandon = close


def _cell(value: Any) -> Any:
    return as_json(value) if isinstance(value, list | dict) else value


class _Parquet:
    """Columns go in at the end of the schema; types and metadata of the others stay."""

    def __init__(self, path: Path, table: Table, columns: Columns, renamed: Mapping[str, str]):
        self._columns = columns
        self._file = parquet.ParquetFile(table.path)
        schema = self._file.schema_arrow
        fields = [field.with_name(renamed.get(field.name, field.name)) for field in schema]
        new = [pa.field(name, kind) for name, kind in columns.items()]
        self._schema = pa.schema([*fields, *new], schema.metadata)
        self._batches = self._file.iter_batches(10_000)
        self._batch: pa.RecordBatch | None = None
        self._writer = parquet.ParquetWriter(path, self._schema)

    def write(self, added: Added) -> None:
        at = 0
        while at < len(added):
            if self._batch is None or not self._batch.num_rows:
                self._batch = next(self._batches)
                continue
            part = self._batch.slice(0, len(added) - at)
            self._batch = self._batch.slice(part.num_rows)
            rows = added[at : at + part.num_rows]
            new = [
                pa.array([row[name] for row in rows], kind) for name, kind in self._columns.items()
            ]
            self._writer.write_table(
                pa.Table.from_arrays([*part.columns, *new], schema=self._schema)
            )
            at += part.num_rows

    def close(self) -> None:
        self._writer.close()
        self._file.close()

    abandon = close


class _Other:
    """A copy in a file of another kind; it is held in memory until it is whole."""

    def __init__(
        self, kind: str, path: Path, table: Table, columns: Columns, renamed: Mapping[str, str]
    ):
        self._path, self._renamed, self._columns, self._kind = path, renamed, columns, kind
        self._source = table.read(table.names)
        self._rows: list[dict[str, Any]] = []

    def write(self, added: Added) -> None:
        for values in added:
            row = _renamed(next(self._source).values, self._renamed) | dict(values)
            self._rows.append(
                {value_for(self._kind, name): value_for(self._kind, row[name]) for name in row}
            )

    def abandon(self) -> None:
        self._rows.clear()

    def close(self) -> None:
        names = list(dict.fromkeys(name for row in self._rows for name in row))
        if self._kind == ".parquet":
            return self._write_parquet(names)
        with self._path.open("w", encoding="utf-8", newline="") as file:
            if self._kind == ".jsonl":
                file.writelines(as_json(row) + "\n" for row in self._rows)
            else:
                table = csv.writer(file, lineterminator="\n")
                table.writerow(names)
                table.writerows([_cell(row.get(name)) for name in names] for row in self._rows)

    def _write_parquet(self, names: Sequence[str]) -> None:
        columns = []
        for name in names:
            values = [row.get(name) for row in self._rows]
            try:
                columns.append(pa.array(values, self._columns.get(name)))
            except (pa.ArrowException, OverflowError) as fault:
                said = str(fault).partition("\n")[0][:150]
                raise UserError(
                    f"column '{name}' cannot be a column of a parquet file: {said}; "
                    "write a .jsonl file"
                ) from None
        parquet.write_table(pa.table(columns, names=list(names)), self._path)
