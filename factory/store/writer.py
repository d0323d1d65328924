"""One thread that owns writing: group commit, so that a reply is durable before it is used.

It takes everything that is queued, commits it as one transaction, acknowledges, repeats. At low
rates a row is durable in milliseconds; at high rates batches grow by themselves: what is put in
one turn of the event loop is handed over together. There is no timer, and nothing is acknowledged
that a kill could lose. What it does not promise: that two `put`s end up in
one transaction; only the rows of a single `put` do.
"""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import duckdb

from factory.errors import StoreError
from factory.store.file import insert, unwritable

T = TypeVar("T")
Row = tuple[str, tuple[object, ...]]
Job = tuple[str, Any, "asyncio.Future[Any]"]

FEW = 150
"""Fewer rows than this go in through an appender: an Arrow batch costs more to begin with."""
MAX_BATCH = 20_000
"""Jobs in one transaction at most: bounds the memory of a commit."""


class Writer:
    """Commits rows and runs set steps, in the order in which they were queued."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        loop: asyncio.AbstractEventLoop,
        *,
        on_short_memory: Callable[[], None] = lambda: None,
    ):
        self._connection = connection
        self._loop = loop
        self._on_short_memory = on_short_memory
        self._jobs: queue.SimpleQueue[list[Job] | None] = queue.SimpleQueue()
        self._gathered: list[Job] = []
        """Jobs of this turn of the event loop."""
        self._left: list[Job] = []
        """Jobs that the thread took and that belong to a later batch."""
        self._appenders: dict[str, duckdb.Appender] = {}
        self._thread = threading.Thread(target=self._work, name="factory-writer", daemon=True)
        self.broken: StoreError | None = None
        self._thread.start()

    async def put(self, rows: Sequence[Row]) -> None:
        """Return when these rows are committed, all in one transaction.

        Raises:
            StoreError: the file cannot be written; nothing after it will be either.
        """
        await self._submit("rows", rows)

    async def fetch(self, table: str, key: int) -> tuple[object, ...]:
        """The row of `replies` or `checks` with this key; many fetches share one query."""
        row: tuple[object, ...] = await self._submit(f"fetch {table}", key)
        return row

    async def run(self, step: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
        """Run a set step in one transaction, after everything queued before it."""
        result: T = await self._submit("step", step)
        return result

    async def close(self) -> None:
        """Commit what is queued and end the thread."""
        self._hand_over()
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    async def _submit(self, kind: str, payload: Any) -> Any:
        if self.broken:
            raise self.broken
        future: asyncio.Future[Any] = self._loop.create_future()
        if not self._gathered:
            # One by one they would wake the thread for the first, and fight with it for the rest.
            self._loop.call_soon(self._hand_over)
        self._gathered.append((kind, payload, future))
        return await future

    def _hand_over(self) -> None:
        if self._gathered:
            self._jobs.put(self._gathered)
            self._gathered = []

    def _work(self) -> None:
        ended = False
        while not ended:
            batch, ended = self._take()
            if self.broken:
                self._acknowledge([(job[2], self.broken) for job in batch])
                continue
            answers: list[tuple[asyncio.Future[Any], Any]] = []
            try:
                self._commit_rows([job for job in batch if job[0] == "rows"], answers)
                self._fetch_all(batch, answers)
                for job in batch:
                    if job[0] == "step":
                        answers.append((job[2], self._step(job[1])))
            except BaseException as error:
                # Whatever it is, nobody may wait for an answer that never comes.
                self._rollback()
                self.broken = StoreError(unwritable(error))
                answered = {id(future) for future, _ in answers}
                answers += [(job[2], self.broken) for job in batch if id(job[2]) not in answered]
            self._acknowledge(answers)

    def _take(self) -> tuple[list[Job], bool]:
        while not self._left:
            jobs = self._jobs.get()
            if jobs is None:
                return [], True
            self._left += jobs
        ended = False
        while len(self._left) < MAX_BATCH and not ended:
            try:
                jobs = self._jobs.get_nowait()
            except queue.Empty:
                break
            ended = jobs is None
            self._left += jobs or ()
        # A set step ends its batch, so that all rows queued before it are committed first and
        # rows queued after it come after.
        steps = (n for n, job in enumerate(self._left, 1) if job[0] == "step")
        end = min(next(steps, len(self._left)), MAX_BATCH)
        batch, self._left = self._left[:end], self._left[end:]
        if ended and self._left:
            self._jobs.put(None)  # seen again when the rest is done
            ended = False
        return batch, ended

    def _commit_rows(self, jobs: list[Job], answers: list[tuple[Any, Any]]) -> None:
        tables: dict[str, list[tuple[object, ...]]] = {}
        for job in jobs:
            for table, row in job[1]:
                tables.setdefault(table, []).append(row)
        if tables:
            self._patiently(lambda: self._insert_all(tables))
        answers += [(job[2], None) for job in jobs]

    def _insert_all(self, tables: dict[str, list[tuple[object, ...]]]) -> None:
        self._connection.execute("begin")
        for table, rows in tables.items():
            if len(rows) < FEW:
                self._append(table, rows)
            else:
                insert(self._connection, table, rows)
        self._connection.execute("commit")

    def _append(self, table: str, rows: list[tuple[object, ...]]) -> None:
        appender = self._appenders.get(table)
        if appender is None:
            appender = self._appenders[table] = self._connection.appender(table)
        try:
            appender.append_rows(rows)
            appender.flush()
        except BaseException:
            appender.clear()  # what it still holds must not come along with later rows
            raise

    def _fetch_all(self, batch: list[Job], answers: list[tuple[Any, Any]]) -> None:
        for table in ("replies", "checks"):
            jobs = [job for job in batch if job[0] == f"fetch {table}"]
            if jobs:
                found = fetch_by_key(self._connection, table, [job[1] for job in jobs])
                answers += [(job[2], found[job[1]]) for job in jobs]

    def _step(self, step: Callable[[duckdb.DuckDBPyConnection], T]) -> T | BaseException:
        def once() -> T:
            self._connection.execute("begin")
            result = step(self._connection)
            self._connection.execute("commit")
            return result

        try:
            return self._patiently(once)
        except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException):
            raise
        except Exception as error:  # a step's own error belongs to whoever asked for it
            self._rollback()
            return error
        except BaseException as error:  # no future carries one of these
            self._rollback()
            return StoreError(f"a step ended with {type(error).__name__}")

    def _patiently(self, work: Callable[[], T]) -> T:
        """Run work; when memory is short, have readers let go of theirs and try again."""
        for _ in range(3):
            try:
                return work()
            except duckdb.OutOfMemoryException:
                self._rollback()
                self._on_short_memory()
        return work()

    def _rollback(self) -> None:
        try:
            self._connection.execute("rollback")
        except duckdb.Error:
            return  # there was no transaction left to roll back

    def _acknowledge(self, answers: list[tuple[asyncio.Future[Any], Any]]) -> None:
        def tell() -> None:
            for future, answer in answers:
                if future.done():
                    continue  # whoever waited was cancelled; the row is committed all the same
                if isinstance(answer, BaseException):
                    future.set_exception(answer)
                else:
                    future.set_result(answer)

        if answers:
            self._loop.call_soon_threadsafe(tell)


def fetch_by_key(
    connection: duckdb.DuckDBPyConnection, table: str, keys: list[int]
) -> dict[int, tuple[object, ...]]:
    """Rows of `replies` or `checks` by their key `k`."""
    query = f"select * from {table} where k in (select unnest($1::ubigint[]))"
    return {row[0]: row for row in connection.execute(query, [keys]).fetchall()}
