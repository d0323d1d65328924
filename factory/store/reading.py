"""Read a run: the one function that everybody reads with, whether the run is live or not.

Opens `run.duckdb` read-only, or asks the process that holds it, through its socket; nobody sees a
lock error. What may be asked is the guard's matter (see `factory.store.guard`). It does not
promise two reads of a live run the same rows: each sees what is committed when it begins.
"""

import contextlib
import functools
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from factory.errors import StoreError, UserError
from factory.store.guard import CLOSED, Query, Rows, in_words, one_statement
from factory.store.live import LiveGoneError, ask_live, find_live
from factory.store.tables import FORMAT

NAME = "run.duckdb"
PATIENCE = 10.0
"""Seconds to wait for a run that is just opening or closing its file."""
MEMORY = "1GB"
SPILL = "10GB"
"""What a query may put on disk, in the run's folder, when its memory is short."""


@functools.cache
def _parser() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(":memory:", config=CLOSED | {"threads": 1})


class _HeldError(Exception):
    """Another process has the file open for writing, and does not answer SQL (yet)."""


def read_sql(
    folder: Path,
    sql: str,
    *,
    seconds: float = 30.0,
    parameters: Mapping[str, Any] | None = None,
) -> pa.Table:
    """The rows of one SELECT on the run in `folder`; `parameters` fill `$name`.

    Raises:
        UserError: there is no run, or the statement was refused, failed, or took too long.
        StoreError: the file is damaged.
    """
    with stream_sql(folder, sql, seconds=seconds, parameters=parameters) as rows:
        return pa.Table.from_batches(list(rows.batches), schema=rows.schema)


@contextlib.contextmanager
def stream_sql(
    folder: Path,
    sql: str,
    *,
    seconds: float = 30.0,
    parameters: Mapping[str, Any] | None = None,
) -> Iterator[Rows]:
    """As `read_sql`, batch by batch: for a result that is larger than memory."""
    if not (folder / NAME).exists():
        raise UserError(f"{folder}: no run here (there is no {NAME})")
    # Here too, so that a text that breaks the parser breaks no live run.
    with _parser().cursor() as parser:
        one_statement(parser, sql)
    with contextlib.ExitStack() as stack:
        yield _reach(stack, folder, sql, seconds, parameters)


def _reach(
    stack: contextlib.ExitStack,
    folder: Path,
    sql: str,
    seconds: float,
    parameters: Mapping[str, Any] | None,
) -> Rows:
    """Ask the live run or the file, whichever there is; it may change under our eyes."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            if address := find_live(folder):
                return stack.enter_context(ask_live(address, sql, seconds, parameters))
        except LiveGoneError:
            pass  # it has just ended, or its process number belongs to another by now
        try:
            connection = stack.enter_context(open_to_read(folder))
            return stack.enter_context(Query(connection, sql, seconds, parameters))
        except _HeldError as held:
            if time.monotonic() > until:
                raise UserError(
                    f"{folder}: {held} has {NAME} open and does not answer SQL. "
                    "Wait until it ends, or end it."
                ) from None
            time.sleep(0.1)


@contextlib.contextmanager
def open_to_read(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A closed-off, read-only connection to the file of a run that is not live."""
    path = folder / NAME
    config = CLOSED | {
        "memory_limit": MEMORY,
        "temp_directory": str(folder / "spill"),
        "max_temp_directory_size": SPILL,
    }
    try:
        connection = duckdb.connect(str(path), read_only=True, config=config)
    except duckdb.ConnectionException:
        # This very process has it open for writing.
        raise _HeldError("this process") from None
    except duckdb.IOException as error:
        if holder := re.search(r"lock is held in (.*?\(PID \d+\))", str(error)):
            raise _HeldError(f"another process ({holder[1]})") from None
        said = in_words(error).removeprefix("SQL: ")
        raise StoreError(f"{path}: cannot be read ({said})") from None
    except duckdb.Error as error:
        raise StoreError(
            f"{path}: cannot be read ({in_words(error).removeprefix('SQL: ')})"
        ) from None
    with connection:
        refuse_foreign(connection, path)
        yield connection


def refuse_foreign(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise UserError when this is no run file, or one that a newer factory wrote."""
    try:
        row = connection.execute("select max(format) from runs").fetchone()
    except duckdb.Error:
        raise UserError(f"{path}: a DuckDB file, but not of a factory run") from None
    if row and row[0] is not None and row[0] > FORMAT:
        raise UserError(
            f"{path}: written by a newer factory (format {row[0]}; this one reads up to "
            f"{FORMAT}). Update it: `pip install -U factory`"
        )


def find_run(name: str, outputs: Path = Path("outputs")) -> Path:
    """The folder of a run, by its path or by its name under `outputs`.

    Raises:
        UserError: there is none; the message lists those that there are.
    """
    for folder in (Path(name), outputs / name):
        if (folder / NAME).is_file():
            return folder
    runs = sorted(path.parent.name for path in outputs.glob(f"*/{NAME}"))
    there = f"there are {', '.join(runs)}" if runs else "there are none yet: `factory run RECIPE`"
    raise UserError(f"no run called '{name}' in {outputs}; {there}")
