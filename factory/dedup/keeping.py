"""Copies of files with some of their rows: unchanged, in order, there when they are whole."""

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa

from factory.dedup.reading import Files, json_lines
from factory.errors import UserError
from factory.stages.seed_files import lines_of

Keep = Callable[[int], bool]
"""Whether the row at this position goes into the copy."""


def check_out(out: Path, inputs: Sequence[Path]) -> None:
    """Find out before the work whether a copy can be written.

    Raises:
        UserError: it is of another kind than the files, or in no folder.
    """
    kind = inputs[0].suffix.lower()
    if out.suffix.lower() != kind:
        raise UserError(f"{out}: rows are copied unchanged; write a {kind} file, as the input is")
    check_place(out)


def check_apart(inputs: Sequence[Path], outputs: Sequence[Path]) -> None:
    """Raise UserError where a file that is written is one that is read, or written twice."""
    taken = {path.resolve(): "read" for path in inputs}
    for path in outputs:
        if use := taken.get(path.resolve()):
            raise UserError(f"{path}: this is a file that is {use}; name another one")
        taken[path.resolve()] = "written too"


def check_place(path: Path) -> None:
    """Raise UserError where no file can be written."""
    if path.is_dir() or not path.parent.is_dir():
        raise UserError(f"{path}: no file can be written there; name one in a folder that is")


def copy_rows(files: Files, keep: Keep, out: Path) -> int:
    """Write the rows that `keep` says to `out`; returns how many."""
    write = {".jsonl": _jsonl, ".csv": _csv, ".parquet": _parquet}[out.suffix.lower()]
    return put(out, lambda part: write(files, keep, part))


def put(out: Path, write: Callable[[Path], int]) -> int:
    """Let `write` write beside the place, then put the file there.

    Raises:
        UserError: it cannot be written.
    """
    part = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        count = write(part)
        os.replace(part, out)
        return count
    except OSError as fault:
        raise UserError(f"{out}: cannot be written: {fault.strerror}") from None
    finally:
        with suppress(OSError):
            part.unlink()


def _jsonl(files: Files, keep: Keep, part: Path) -> int:
    count = 0
    with part.open("wb") as out:
        for file in files.files:
            for pos, (_, line) in enumerate(json_lines(file.path), file.start):
                if line is not None and keep(pos):
                    out.write(line + b"\n")
                    count += 1
    return count


def _csv(files: Files, keep: Keep, part: Path) -> int:
    count, names = 0, None
    with part.open("w", encoding="utf-8", newline="") as out:
        written = csv.writer(out, lineterminator="\n")
        for file in files.files:
            rows = filter(None, csv.reader(line for _, line in lines_of(file.path)))
            head = next(rows)
            if names is None:
                names = head
                written.writerow(head)
            elif names != head:
                raise UserError(f"{file.path}: other columns than {files.files[0].path}")
            for pos, row in enumerate(rows, file.start):
                if keep(pos):
                    written.writerow(row)
                    count += 1
    return count


def _parquet(files: Files, keep: Keep, part: Path) -> int:
    from pyarrow import parquet

    with parquet.ParquetFile(files.files[0].path) as first:
        schema = first.schema_arrow
    count = 0
    with parquet.ParquetWriter(part, schema) as out:
        for file in files.files:
            pos = file.start
            for batch in _record_batches(file.path):
                mask = pa.array([keep(pos + n) for n in range(batch.num_rows)], pa.bool_())
                pos += batch.num_rows
                kept = pa.Table.from_batches([batch]).filter(mask)
                try:
                    kept = kept.select(schema.names).cast(schema)
                except (KeyError, ValueError, pa.ArrowException):
                    raise UserError(
                        f"{file.path}: other columns than {files.files[0].path}"
                    ) from None
                out.write_table(kept)
                count += kept.num_rows
    return count


def _record_batches(path: Path) -> Iterator[Any]:
    from pyarrow import parquet

    with parquet.ParquetFile(path) as whole:
        yield from whole.iter_batches(20_000)
