"""The journal: every reply is committed before it is used, and never bought twice.

A key is a digest of what was asked: model identity, messages, sampling, schema, draw. Rows,
stages and runs that ask the same thing share the reply. A server's address is no part of it.
"""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from factory.errors import UserError
from factory.models import Message, Reply, Request, Sampling
from factory.store.file import NAME, first_line
from factory.store.keys import KnownKeys
from factory.store.tables import BOUGHT, now
from factory.store.writer import Row, Writer, fetch_by_key

WIDTH = len(BOUGHT["replies"])
"""Columns of a reply; the last one says that another run paid for it."""
_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def content_key(*parts: object) -> int:
    """A 64-bit key of JSON-like parts; the same in any process."""
    return _digest(_CANONICAL.encode(parts))


@lru_cache(maxsize=4096)
def message_key(message: Message) -> int:
    """The key of one message; most system messages are asked for again and again."""
    return _digest(f"{message.role}\0{message.content}")


@lru_cache(maxsize=64)
def sampling_text(sampling: Sampling) -> str:
    """Sampling parameters as they are stored and keyed."""
    parts = (sampling.temperature, sampling.top_p, sampling.max_tokens, sampling.stop)
    return _CANONICAL.encode(parts)


def request_key(identity: str, request: Request) -> int:
    """The journal key of a request to a model."""
    return content_key(
        identity,
        [message_key(message) for message in request.messages],
        sampling_text(request.sampling),
        request.schema,
        request.draw,
    )


def _digest(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")


class Journal:
    """Replies and computed checks of this run, and the replies of runs it may reuse."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        writer: Writer,
        reuse: tuple[Path | duckdb.DuckDBPyConnection, ...] = (),
    ):
        self._writer = writer
        self._replies = _known(connection, "replies")
        self._prompts = _known(connection, "prompts")
        self._checks = _known(connection, "checks")
        self._opened: list[duckdb.DuckDBPyConnection] = []
        self._others = [self._other(one) for one in reuse]

    def knows(self, key: int) -> bool:
        """Whether `recall` will find this key in this run or in one that it reuses."""
        return key in self._replies or any(key in known for _, known, _ in self._others)

    async def recall(self, key: int) -> Reply:
        """The reply under a known key; one of another run is copied into this one first."""
        if key in self._replies:
            return _reply_of(await self._writer.fetch("replies", key))
        for connection, known, _ in self._others:
            if key in known:
                row = fetch_by_key(connection, "replies", [key])[key]
                row = (*row, *[None] * (WIDTH - len(row)))[: WIDTH - 1]  # it may be older
                rows = [("replies", (*row, True)), *self._copied(connection, row)]
                await self._writer.put(rows)
                self._replies.add(key)
                return _reply_of(row)
        raise KeyError(key)

    async def record(
        self,
        key: int,
        request: Request,
        reply: Reply,
        *,
        identity: str,
        asker: tuple[str, str, str],
    ) -> None:
        """Commit a reply; `asker` is (stage, item, operator)."""
        prompts, rows = self._new_prompts(request.messages)
        stage, item, operator = asker
        row = (
            key,
            stage,
            item,
            operator,
            identity,
            prompts,
            sampling_text(request.sampling),
            str(list(request.draw)),
            reply.text,
            reply.finish_reason,
            reply.prompt_tokens,
            reply.completion_tokens,
            reply.cost,
            reply.latency,
            reply.truth,
            now(),
            reply.reasoning,
            reply.cached_tokens,
            False,
        )
        await self._writer.put([*rows, ("replies", row)])
        self._replies.add(key)

    async def recall_check(self, key: int) -> Any | None:
        """What a computation gave before, as `{"value": …}` or `{"timeout": seconds}`."""
        if key in self._checks:
            return json.loads(str((await self._writer.fetch("checks", key))[3]))
        for connection, _, known in self._others:
            if key in known:
                row = fetch_by_key(connection, "checks", [key])[key]
                await self._writer.put([("checks", row)])
                self._checks.add(key)
                return json.loads(str(row[3]))
        return None

    async def record_check(
        self, key: int, function: str, args: tuple[Any, ...], result: Any
    ) -> None:
        """Commit the result of a computation."""
        row = (key, function, json.dumps(args), json.dumps(result))
        await self._writer.put([("checks", row)])
        self._checks.add(key)

    def close(self) -> None:
        """Let go of other runs' files."""
        for connection in self._opened:
            connection.close()

    def _other(
        self, other: Path | duckdb.DuckDBPyConnection
    ) -> tuple[duckdb.DuckDBPyConnection, KnownKeys, KnownKeys]:
        """Another run, with the keys of its replies and of its checks."""
        if isinstance(other, Path):
            other = open_other(other)
            self._opened.append(other)
        return other, _known(other, "replies"), _known(other, "checks")

    def _new_prompts(self, messages: tuple[Message, ...]) -> tuple[list[int], list[Row]]:
        """Keys of the messages, and rows for those that were not stored yet."""
        keys: list[int] = []
        rows: list[Row] = []
        for message in messages:
            key = message_key(message)
            keys.append(key)
            if key not in self._prompts:
                self._prompts.add(key)
                rows.append(("prompts", (key, message.role, message.content)))
        return keys, rows

    def _copied(self, other: duckdb.DuckDBPyConnection, row: tuple[Any, ...]) -> list[Row]:
        missing = [key for key in row[5] if key not in self._prompts]
        for key in missing:
            self._prompts.add(key)
        return [("prompts", prompt) for prompt in fetch_by_key(other, "prompts", missing).values()]


def _known(connection: duckdb.DuckDBPyConnection, table: str) -> KnownKeys:
    keys = connection.execute(f"select k from {table}").fetchnumpy()["k"]
    return KnownKeys(np.asarray(keys, dtype=np.uint64))


def open_other(folder: Path) -> duckdb.DuckDBPyConnection:
    """Another run's file, to read.

    Raises:
        UserError: it cannot be read, or is no run's file.
    """
    try:
        connection = duckdb.connect(str(folder / NAME), read_only=True)
        connection.execute("select k from replies limit 0")
        return connection
    except duckdb.Error as error:
        raise UserError(
            f"{folder}: its replies cannot be read ({first_line(error)}); what is "
            "reused must be another run, and what is planned or reused none that is live"
        ) from None


def _reply_of(row: tuple[Any, ...]) -> Reply:
    return Reply(*row[8:15], *row[16:18])
