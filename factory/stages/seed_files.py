"""Rows of .jsonl, .csv and .parquet files, streamed, each with the place to name in an error.

Promises: texts come out letter by letter as they are in the file; a line that cannot be read
stops the reading with its number, never goes missing. Numbers come out as they were written.
"""

import csv
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from factory.errors import UserError

if TYPE_CHECKING:
    import _csv as c_csv

    import pyarrow as pa

LONGEST_LINE = 16_000_000
"""Bytes; a longer line is a file of another kind."""
BATCH = 500


class Number(str):
    """A number as it was written; not a text."""

    __slots__ = ()


class Row(NamedTuple):
    """One row; `place` as `train.jsonl: line 12`."""

    place: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows: the names of its columns, and a way to read some of them from the start."""

    path: Path
    names: list[str]
    """Columns of the first row, where rows may differ."""
    read: Callable[[Collection[str]], Iterator[Row]]


def open_table(path: Path) -> Table:
    """Look at a file without reading it.

    Raises:
        UserError: it is not there, not of a kind that is read here, or has no rows.
    """
    if not path.exists():
        raise UserError(f"{path}: no such file")
    if path.is_dir():
        raise UserError(f"{path}: this is a folder; name a file in it")
    kind = path.suffix.lower()
    if kind == ".parquet":
        return _parquet(path)
    if kind not in (".jsonl", ".csv"):
        raise UserError(f"{path}: cannot read '{kind}'; write a .jsonl, .csv or .parquet file")
    stream = _jsonl if kind == ".jsonl" else _csv
    first = next(stream(path), None)
    if first is None:
        raise UserError(f"{path}: no rows in it")
    return Table(path, list(first.values), lambda wanted: stream(path))


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines of a UTF-8 file; raises UserError with the place where it is none."""
    try:
        with path.open("rb") as file:
            number = 0
            while raw := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(raw) > LONGEST_LINE:
                    raise UserError(
                        f"{path}: line {number}: longer than {LONGEST_LINE:,} bytes; "
                        "write one row a line"
                    )
                try:
                    yield number, raw.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    raise UserError(
                        f"{path}: line {number}: not UTF-8 at byte {error.start + 1}; "
                        "save the file as UTF-8"
                    ) from None
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror}") from None


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name stands there twice")
    return values


_JSON = json.JSONDecoder(
    parse_float=Number,
    parse_int=Number,
    parse_constant=_refused,
    object_pairs_hook=_unrepeated,
)


def _jsonl(path: Path) -> Iterator[Row]:
    for number, line in lines_of(path):
        text = line.strip()
        if not text:
            continue
        place = f"{path}: line {number}"
        try:
            values = _JSON.decode(text)
        except json.JSONDecodeError as error:
            hint = ""
            if error.msg == "Invalid \\escape":
                hint = "; in JSON a backslash is written twice, as \\\\frac"
            elif text[:1] == "[":
                hint = "; write one object a line, without a list around them"
            raise UserError(
                f"{place}: broken JSON: {error.msg} at column {error.colno}{hint}"
            ) from None
        except (ValueError, RecursionError) as error:
            problem = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise UserError(f"{place}: {problem}") from None
        if not isinstance(values, dict):
            raise UserError(
                f'{place}: not an object; write rows as {{"text": "...", "answer": "..."}}'
            )
        yield Row(place, values)


def cells_of(lines: Iterable[str], *, strict: bool = False) -> "c_csv.Reader":
    """The cells of lines of CSV; a cell may be as long as a line, and no longer."""
    # The csv module has one limit for the whole process: it is raised, never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    return csv.reader(lines, strict=strict)


def _csv(path: Path) -> Iterator[Row]:
    rows = cells_of((line for _, line in lines_of(path)), strict=True)
    names: list[str] = []
    while True:
        # A row may go over several lines: the next one starts after the last line read.
        place = f"{path}: line {rows.line_num + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise UserError(f"{place}: broken CSV: {error}") from None
        if not cells:
            continue
        if not names:
            names = cells
            if "" in names or len(set(names)) != len(names):
                raise UserError(f"{place}: every column needs a name of its own in the first line")
            continue
        if len(cells) != len(names):
            raise UserError(
                f"{place}: {len(cells)} cells under {len(names)} columns; put texts with commas "
                "in quotes"
            )
        yield Row(place, dict(zip(names, cells, strict=True)))


def _parquet(path: Path) -> Table:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            names, count = list(file.schema_arrow.names), file.metadata.num_rows
    except (pa.ArrowException, OSError) as error:
        raise UserError(f"{path}: no parquet file: {_first_line(error)}") from None
    if not count:
        raise UserError(f"{path}: no rows in it")
    if len(set(names)) != len(names):
        raise UserError(f"{path}: two columns have the same name")

    def read(wanted: Collection[str]) -> Iterator[Row]:
        number = 0
        try:
            with parquet.ParquetFile(path) as file:
                columns = [name for name in names if name in wanted]
                for batch in file.iter_batches(BATCH, columns=columns):
                    for values in _values(path, batch, number):
                        number += 1
                        yield Row(f"{path}: row {number}", _as_json(values))
        except (pa.ArrowException, OSError) as error:
            raise UserError(f"{path}: after row {number}: {_first_line(error)}") from None

    return Table(path, names, read)


def _values(path: Path, batch: "pa.RecordBatch", before: int) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
        return rows
    except UnicodeDecodeError:
        for nth in range(batch.num_rows):
            for name, column in zip(batch.schema.names, batch.columns, strict=True):
                try:
                    column[nth].as_py()
                except UnicodeDecodeError as error:
                    raise UserError(
                        f"{path}: row {before + nth + 1}: column '{name}' is not UTF-8 at byte "
                        f"{error.start + 1} of its text; write its texts as UTF-8"
                    ) from None
        raise


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    """Numbers as they are written; what has no text stays what it is, and is refused later."""
    return {
        name: Number(value)
        if isinstance(value, int | float) and not isinstance(value, bool)
        else value
        for name, value in values.items()
    }


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]
