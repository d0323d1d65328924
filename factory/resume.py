"""What a folder holds already, and what of it stays: recipe, seeds, ledger.

What was bought is never dropped. What is derived is dropped when the recipe changed and `--update`
says so, or when `--retry-failed` opens again what failed; it comes back from the journal.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from factory import __version__
from factory.errors import UserError
from factory.models.calling import Model
from factory.recipe import Recipe, differences
from factory.records import Seed, digest
from factory.stages.prompts import Prompt
from factory.stages.seed import read_seeds
from factory.store.file import drop_derived, insert
from factory.store.tables import FORMAT, row_of
from factory.tally import Tally

SEED_BATCH = 10_000


class Held(Enum):
    """What a folder held before."""

    NOTHING = "nothing"
    SAME_SEEDS = "a run on the same seeds"
    OTHER_SEEDS = "a run on other seeds"


def identity_of(
    recipe: Recipe, prompts: Mapping[str, Prompt], models: Mapping[str, Model]
) -> dict[str, Any]:
    """All that decides the rows: recipe, prompt texts, model identities, version of factory."""
    identity = recipe.identity()
    return {
        **identity,
        "prompts": {role: prompt.digest for role, prompt in sorted(prompts.items())},
        "identities": {name: models[name].identity for name in sorted(identity["models"])},
        "factory": __version__,
    }


def digest_of(identity: Mapping[str, Any]) -> str:
    """Names an identity."""
    return digest(json.dumps(identity, sort_keys=True))


def hold_against(
    connection: duckdb.DuckDBPyConnection,
    now: Mapping[str, Any],
    folder: Path,
    *,
    update: bool,
) -> Held:
    """Compare with what made the folder; with `--update`, drop what is derived from it.

    Raises:
        UserError: something changed since, and `--update` was not given.
    """
    held = held_before(connection, now, folder, update=update)
    if held is not Held.NOTHING and changes_in(connection, now):
        drop_derived(connection)
    return held


def held_before(
    connection: duckdb.DuckDBPyConnection,
    now: Mapping[str, Any],
    folder: Path,
    *,
    update: bool,
) -> Held:
    """What a folder holds, for a recipe; nothing is changed.

    Raises:
        UserError: something changed since, something was bought, and `update` is false.
    """
    before = identity_before(connection)
    if before is None:
        return Held.NOTHING
    changes = changes_in(connection, now)
    if changes and not update and _bought(connection):
        more = f"; and {len(changes) - 5} more" if len(changes) > 5 else ""
        raise UserError(
            f"{folder} was made by another recipe ({'; '.join(changes[:5])}{more}). "
            "Repeat the options it was run with (or run its recipe.yaml), continue with --update "
            "(what was bought is kept, the rest is made anew), or start anew with --name."
        )
    other = any(differences({part: before[part]}, {part: now[part]}) for part in ("seeds", "wave"))
    return Held.OTHER_SEEDS if other else Held.SAME_SEEDS


def _bought(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether there is anything that a changed recipe could cost: a reply, or a loss."""
    query = "select (select count(*) from replies) + (select count(*) from losses)"
    return connection.execute(query).fetchall() != [(0,)]


def identity_before(connection: duckdb.DuckDBPyConnection) -> dict[str, Any] | None:
    """The identity of the latest start; None before the first."""
    query = "select recipe from runs order by id desc limit 1"
    rows = connection.execute(query).fetchall()
    return json.loads(rows[0][0]) if rows else None


def changes_in(connection: duckdb.DuckDBPyConnection, now: Mapping[str, Any]) -> list[str]:
    """What changed since the latest start."""
    # What is exported is made anew each time: a change there touches no row of the run.
    before = identity_before(connection) or {}
    return differences(_without(before, "export"), _without(now, "export"))


def _without(identity: Mapping[str, Any], part: str) -> dict[str, Any]:
    return {name: value for name, value in identity.items() if name != part}


def reopen_failed(connection: duckdb.DuckDBPyConnection) -> None:
    """Forget refusals, and make everything derived anew when an item failed.

    Replies come from the journal, so only what failed is asked again.
    """
    query = "select 1 from outcomes where status = 'failed' limit 1"
    if connection.execute(query).fetchall():
        connection.execute("delete from replies where finish_reason = 'refused'")
        drop_derived(connection)


def store_seeds(
    connection: duckdb.DuckDBPyConnection,
    recipe: Recipe,
    identity: Mapping[str, Any],
    *,
    anew: bool,
) -> str:
    """Store the seeds once, in one transaction, and note this start; returns the line to say.

    Seeds that are read `anew` take the place of the old ones only when all of them were read.
    """
    query = "select origin, note, id from runs order by id desc limit 1"
    rows = connection.execute(query).fetchall()
    stored = connection.execute("select 1 from seeds limit 1").fetchall()
    connection.execute("begin")
    try:
        if anew or not rows or not stored:
            connection.execute("delete from seeds")
            source = read_seeds(recipe.seeds, wave=recipe.wave)
            for batch in batched(source.seeds, SEED_BATCH):
                insert(connection, "seeds", [row_of(one)[1] for one in batch])
            origin, note = json.dumps(source.origin, sort_keys=True), source.note
        else:
            origin, note, _ = rows[0]
        start = (
            rows[0][2] + 1 if rows else 1,
            datetime.now(UTC).replace(tzinfo=None),
            json.dumps(identity, sort_keys=True),
            digest_of(identity),
            __version__,
            FORMAT,
            origin,
            note,
        )
        insert(connection, "runs", [start])
        connection.execute("commit")
    except BaseException:
        # What went wrong is what a person has to hear of, not that there was nothing to undo.
        with contextlib.suppress(duckdb.Error):
            connection.execute("rollback")
        raise
    return str(note)


def batched(seeds: Iterable[Seed], size: int) -> Iterator[list[Seed]]:
    """Seeds in lists of at most `size`."""
    waiting = iter(seeds)
    while batch := list(islice(waiting, size)):
        yield batch


def count_ledger(connection: duckdb.DuckDBPyConnection, tally: Tally) -> None:
    """Begin the tally with what earlier starts settled."""
    rows = connection.execute(
        "select stage, status, reason, count(*) from outcomes group by all order by all"
    ).fetchall()
    for stage, status, reason, times in rows:
        tally.settle(stage, status, reason, times)
