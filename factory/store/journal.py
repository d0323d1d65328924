"""The journal: every reply is committed before it is used, and never bought twice.

A key is a digest of what was asked: model identity, messages, sampling, schema, draw. Rows,
stages and runs that ask the same thing share the reply. A server's address is no part of it.
"""

import hashlib
import json
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from factory.errors import UserError
from factory.models import Message, Reply, Request, Sampling
from factory.store.file import NAME, first_line
from factory.store.keys import KnownKeys
from factory.store.writer import Row, Writer, fetch_by_key

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
        reuse: tuple[Path, ...] = (),
    ):
        self._writer = writer
        self._replies = _known(connection, "replies")
        self._prompts = _known(connection, "prompts")
        self._checks = _known(connection, "checks")
        self._others = [_open_other(folder) for folder in reuse]

    def knows(self, key: int) -> bool:
        """Whether `recall` will find this key in this run or in one that it reuses."""
        return key in self._replies or any(key in known for _, known in self._others)

    async def recall(self, key: int) -> Reply:
        """The reply under a known key; one of another run is copied into this one first."""
        if key in self._replies:
            return _reply_of(await self._writer.fetch("replies", key))
        for connection, known in self._others:
            if key in known:
                row = fetch_by_key(connection, "replies", [key])[key]
                await self._writer.put([("replies", row), *self._copied(connection, row)])
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
            datetime.now(UTC).replace(tzinfo=None),
        )
        await self._writer.put([*rows, ("replies", row)])
        self._replies.add(key)

    async def recall_check(self, key: int) -> Any | None:
        """What a computation gave before, as `{"value": …}` or `{"timeout": seconds}`."""
        if key not in self._checks:
            return None
        row = await self._writer.fetch("checks", key)
        return json.loads(str(row[3]))

    async def record_check(
        self, key: int, function: str, args: tuple[Any, ...], result: Any
    ) -> None:
        """Commit the result of a computation."""
        row = (key, function, json.dumps(args), json.dumps(result))
        await self._writer.put([("checks", row)])
        self._checks.add(key)

    def close(self) -> None:
        """Let go of other runs' files."""
        for connection, _ in self._others:
            connection.close()

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


def _open_other(folder: Path) -> tuple[duckdb.DuckDBPyConnection, KnownKeys]:
    try:
        connection = duckdb.connect(str(folder / NAME), read_only=True)
        return connection, _known(connection, "replies")
    except duckdb.Error as error:
        raise UserError(
            f"--reuse {folder}: cannot be read ({first_line(error)}); it must be another run, "
            "and one that is not live"
        ) from None


def _reply_of(row: tuple[Any, ...]) -> Reply:
    text, finish_reason, prompt_tokens, completion_tokens, cost, latency, truth = row[8:15]
    return Reply(text, finish_reason, prompt_tokens, completion_tokens, cost, latency, truth)
