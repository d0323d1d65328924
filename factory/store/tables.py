"""The tables of a run file, one definition each.

Bought tables are never dropped: what they hold cost money or time, or came from outside. Derived
tables (the ledger included) can be dropped and rebuilt from the bought ones for nothing.
A derived table's columns are the fields of its record class in `factory.records`.
"""

import dataclasses
import types
import typing
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import pyarrow as pa

from factory import records

FORMAT = 2
"""Version of the bought tables; a file with a higher one is refused, an older one gets the columns
that it lacks, empty. New columns stand last."""

_SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def _arrow_type(annotation: object) -> pa.DataType:
    if isinstance(annotation, types.UnionType):
        (inner,) = [a for a in typing.get_args(annotation) if a is not type(None)]
        return _arrow_type(inner)
    if typing.get_origin(annotation) is list:
        return pa.list_(_arrow_type(typing.get_args(annotation)[0]))
    return _SCALARS[typing.cast(type, annotation)]


def schema_of(record: type) -> pa.Schema:
    """The Arrow schema of a record class, in field order."""
    hints = typing.get_type_hints(record)
    return pa.schema([(f.name, _arrow_type(hints[f.name])) for f in dataclasses.fields(record)])


BOUGHT: dict[str, pa.Schema] = {
    "runs": pa.schema(
        [
            ("id", pa.int64()),
            ("started", pa.timestamp("ms")),
            ("recipe", pa.string()),
            ("recipe_digest", pa.string()),
            ("factory_version", pa.string()),
            ("format", pa.int64()),
            ("origin", pa.string()),
            ("note", pa.string()),
        ]
    ),
    "seeds": schema_of(records.Seed),
    "prompts": pa.schema([("k", pa.uint64()), ("role", pa.string()), ("content", pa.string())]),
    "replies": pa.schema(
        [
            ("k", pa.uint64()),
            ("stage", pa.string()),
            ("item", pa.string()),
            ("operator", pa.string()),
            ("model", pa.string()),
            ("prompts", pa.list_(pa.uint64())),
            ("sampling", pa.string()),
            ("draw", pa.string()),
            ("text", pa.string()),
            ("finish_reason", pa.string()),
            ("prompt_tokens", pa.int64()),
            ("completion_tokens", pa.int64()),
            ("cost", pa.float64()),
            ("latency", pa.float64()),
            ("truth", pa.string()),
            ("received", pa.timestamp("ms")),
            ("reasoning", pa.string()),
            ("cached_tokens", pa.int64()),
            ("reused", pa.bool_()),
        ]
    ),
    "prices": pa.schema(
        [
            ("run", pa.int64()),
            ("model", pa.string()),
            ("input", pa.float64()),
            ("output", pa.float64()),
            ("cached", pa.float64()),
            ("source", pa.string()),
            ("version", pa.string()),
            ("noted", pa.timestamp("ms")),
        ]
    ),
    "losses": pa.schema(
        [
            ("run", pa.int64()),
            ("model", pa.string()),
            ("stage", pa.string()),
            ("item", pa.string()),
            ("operator", pa.string()),
            ("reason", pa.string()),
            ("usd", pa.float64()),
            ("noted", pa.timestamp("ms")),
        ]
    ),
    "authorised": pa.schema(
        [
            ("run", pa.int64()),
            ("usd", pa.float64()),
            ("cap", pa.float64()),
            ("noted", pa.timestamp("ms")),
        ]
    ),
    "estimates": pa.schema(
        [
            ("run", pa.int64()),
            ("stage", pa.string()),
            ("model", pa.string()),
            *[
                (f"{what}_{end}", pa.float64())
                for what in ("calls", "prompt_tokens", "completion_tokens", "usd", "seconds")
                for end in ("low", "likely", "high")
            ],
            ("noted", pa.timestamp("ms")),
        ]
    ),
    "checks": pa.schema(
        [
            ("k", pa.uint64()),
            ("function", pa.string()),
            ("args", pa.string()),
            ("result", pa.string()),
        ]
    ),
}

DERIVED: dict[str, type] = {
    "instructions": records.Instruction,
    "parents": records.Parent,
    "attempts": records.Attempt,
    "verdicts": records.Verdict,
    "votes": records.Vote,
    "frontier": records.Frontier,
    "step_verdicts": records.StepVerdict,
    "step_labels": records.StepLabel,
    "ratings": records.Rating,
    "rankings": records.Ranking,
    "duplicates": records.Duplicate,
    "contamination": records.Contamination,
    "test_sets": records.Compared,
    "outcomes": records.Outcome,
    "settled": records.Settled,
    "signatures": records.Signature,
}

SCHEMAS: dict[str, pa.Schema] = BOUGHT | {name: schema_of(r) for name, r in DERIVED.items()}
TABLE_OF: dict[type, str] = {record: name for name, record in DERIVED.items()} | {
    records.Seed: "seeds"
}


def now() -> datetime:
    """The time, as tables hold it: UTC, in whole milliseconds, so that nobody rounds it."""
    time = datetime.now(UTC)
    return time.replace(tzinfo=None, microsecond=time.microsecond // 1000 * 1000)


def arrow_table(name: str, rows: Sequence[Sequence[object]]) -> pa.Table:
    """Rows of one table as Arrow, with the table's own types even where all is null."""
    schema = SCHEMAS[name]
    columns = zip(*rows, strict=True)
    arrays = [pa.array(column, type=f.type) for column, f in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def row_of(record: object) -> tuple[str, tuple[object, ...]]:
    """A record as (table, row)."""
    kind = type(record)
    row = tuple([getattr(record, name) for name in kind.__slots__])  # type: ignore[attr-defined]
    return TABLE_OF[kind], row


def rows_of(items: Iterable[object]) -> list[tuple[str, tuple[object, ...]]]:
    """Records as (table, row) pairs, in order."""
    return [row_of(item) for item in items]
