"""One SQL statement, by whoever wrote it, that can only read, and only this run, and not for ever.

Stops: writing, other files, the network, settings, a second statement, a query over its time.
Each wall covers what another lets through: a read-only transaction stops a deletion that is typed
SELECT; the list of statement types stops what such a transaction allows (ATTACH of a database in
memory, temporary tables, CHECKPOINT); `CLOSED` stops reading other files.
Does not stop: one giant value (`repeat('a', 2000000000)`), which DuckDB neither interrupts nor
counts against its memory limit; a bug in DuckDB itself.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
from duckdb import StatementType

from factory.errors import UserError

CLOSED: dict[str, Any] = {
    "enable_external_access": False,
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "lock_configuration": True,
}
"""Settings of an instance that SQL of other people may run on."""

READS = (StatementType.SELECT, StatementType.EXPLAIN, StatementType.MULTI)
"""`describe`, `show`, `summarize`, `from t` are typed SELECT; a `pivot` is MULTI."""

BATCH = 4096
LOOK = 0.25
"""Seconds between looks at whether anybody still waits for a query."""
MAX_SQL = 100_000
"""Characters; more is refused before any parser sees it."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A result as it comes: its columns, and its batches, each to be read once."""

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]


def one_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The single reading statement in `sql`.

    Raises:
        UserError: there is none, or more than one, or one that does more than read.
    """
    if len(sql) > MAX_SQL:
        raise UserError(f"SQL: {len(sql):,} characters; at most {MAX_SQL:,} are read")
    try:
        sql.encode()
        statements = connection.extract_statements(sql)
    except UnicodeError:
        raise UserError("SQL: not a text (it has half a surrogate pair in it)") from None
    except duckdb.Error as error:
        raise UserError(in_words(error)) from None
    if len(statements) != 1:
        raise UserError(f"SQL: {len(statements)} statements; give one SELECT")
    if statements[0].type not in READS:
        raise UserError(f"SQL: {statements[0].type.name} is not possible here; give one SELECT")
    return statements[0]


class Query:
    """A reading statement under way on a cursor of its own; another thread may cancel it.

    Use it as a context: it gives the `Rows`, and ends the transaction on every way out. It is
    stopped after `seconds`, and as soon as `wanted` says that nobody waits for it any more.
    """

    def __init__(
        self,
        cursor: duckdb.DuckDBPyConnection,
        sql: str,
        seconds: float,
        parameters: Mapping[str, Any] | None = None,
        *,
        wanted: Callable[[], bool] = lambda: True,
    ):
        self._cursor = cursor
        self._sql = sql
        self._seconds = seconds
        self._parameters = parameters
        self._wanted = wanted
        self._stopped_because = ""
        self._wake = threading.Event()
        self._ended = threading.Event()

    def cancel(self, why: str) -> None:
        """Stop the query soon; its reader gets a UserError that says `why`."""
        self._stopped_because = self._stopped_because or why
        self._wake.set()

    def __enter__(self) -> Rows:
        statement = one_statement(self._cursor, self._sql)
        threading.Thread(target=self._watch, name="factory-query", daemon=True).start()
        try:
            with self._in_words():
                self._cursor.execute("begin transaction read only")
                relation = self._cursor.sql(statement, params=dict(self._parameters or {}) or None)
                reader = relation.to_arrow_reader(BATCH)
        except BaseException:
            self._end()
            raise
        return Rows(reader.schema, self._batches(reader))

    def __exit__(self, *_: object) -> None:
        self._end()

    def _batches(self, reader: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
        while True:
            with self._in_words():
                try:
                    batch = reader.read_next_batch()
                except StopIteration:
                    return
            yield batch

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        # Arrow hands on what DuckDB raised while it streamed as an OSError or an error of its own.
        except (duckdb.Error, OSError, pa.ArrowException) as error:
            raise UserError(
                f"SQL: {self._stopped_because}" if self._stopped_because else in_words(error)
            ) from None
        except RuntimeError:
            # So DuckDB passes on the interrupt key, when it is pressed while it works.
            raise KeyboardInterrupt from None

    def _watch(self) -> None:
        until = time.monotonic() + self._seconds
        while not self._wake.wait(min(LOOK, max(0.0, until - time.monotonic()))):
            if time.monotonic() >= until:
                self.cancel(f"stopped after {self._seconds:g} s. Ask for less, or give it longer")
            elif not self._wanted():
                self.cancel("nobody waits for it")
        # An interrupt that comes between two steps of a query is lost; so it is said again.
        while not self._ended.wait(0.02):
            self._cursor.interrupt()

    def _end(self) -> None:
        self._ended.set()
        self._wake.set()
        # A statement that failed may have ended its transaction already.
        with contextlib.suppress(duckdb.Error):
            self._cursor.execute("rollback")


def in_words(error: BaseException) -> str:
    """What DuckDB said, as one sentence: its first line, and its hint where it has one."""
    lines = [line.strip() for line in str(error).splitlines()]
    kind, _, said = (lines[0] if lines else "").partition(" Error: ")
    words = f"SQL: {said or kind}"
    hints = [line for line in lines[1:] if line.startswith(("Did you mean", "Candidate bindings"))]
    if kind == "Parser":
        hints = [f"In: {line.partition(': ')[2]}" for line in lines if line.startswith("LINE ")]
    words = ". ".join([words.rstrip("!."), *hints]).replace(": :", ":")
    if isinstance(error, duckdb.OutOfMemoryException) or kind == "Out of Memory":
        return f"SQL: it needs more memory than it may have ({said}). Ask for fewer rows or columns"
    if isinstance(error, duckdb.PermissionException) or kind == "Permission":
        return f"{words}. SQL here reads the run alone; write results with --out"
    if isinstance(error, duckdb.TransactionException):
        return f"{words}. SQL here can only read"
    return words
