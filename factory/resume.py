"""What a folder holds already, and what of it stays: recipe, seeds, ledger.

What was bought is never dropped. What is derived is dropped when the recipe changed and `--update`
says so, or when `--retry-failed` opens again what failed; it comes back from the journal.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from factory import __version__
from factory.errors import UserError
from factory.recipe import Recipe, differences
from factory.records import Seed
from factory.stages.seed import read_seeds
from factory.store.file import drop_derived, insert
from factory.store.tables import FORMAT, row_of
from factory.tally import Tally

SEED_BATCH = 10_000


def hold_against(
    connection: duckdb.DuckDBPyConnection, recipe: Recipe, folder: Path, *, update: bool
) -> bool:
    """Compare with the recipe that made the folder; True when there is a run to go on with.

    Raises:
        UserError: the recipe, or factory itself, changed since and `--update` was not given.
    """
    query = "select recipe, factory_version from runs order by id desc limit 1"
    rows = connection.execute(query).fetchall()
    if not rows:
        return False
    before, version = json.loads(rows[0][0]), rows[0][1]
    changes = differences(before, recipe.identity())
    if version != __version__:
        changes.append(f"factory: {version} -> {__version__}")
    if changes and not update:
        raise UserError(
            f"{folder} was made by another recipe ({'; '.join(changes[:5])}"
            f"{f'; and {len(changes) - 5} more' if len(changes) > 5 else ''}). "
            "Continue with --update (what was bought is kept, the rest is made anew), "
            "or start anew with --name."
        )
    if changes:
        drop_derived(connection)
        now = recipe.identity()
        if any(differences({part: before[part]}, {part: now[part]}) for part in ("seeds", "wave")):
            connection.execute("delete from seeds")
    return True


def reopen_failed(connection: duckdb.DuckDBPyConnection) -> None:
    """Make everything derived anew when an item failed.

    Replies come from the journal, so only what failed is asked again.
    """
    if connection.execute("select 1 from outcomes where status = 'failed' limit 1").fetchall():
        drop_derived(connection)


def store_seeds(connection: duckdb.DuckDBPyConnection, recipe: Recipe) -> str:
    """Store the seeds once, in one transaction, and note this start; returns the line to say."""
    query = "select origin, note, id from runs order by id desc limit 1"
    rows = connection.execute(query).fetchall()
    stored = connection.execute("select 1 from seeds limit 1").fetchall()
    connection.execute("begin")
    if not rows or not stored:
        source = read_seeds(recipe.seeds, wave=recipe.wave)
        batch: list[Seed] = []
        for seed in source.seeds:
            batch.append(seed)
            if len(batch) == SEED_BATCH:
                insert(connection, "seeds", [row_of(one)[1] for one in batch])
                batch.clear()
        if batch:
            insert(connection, "seeds", [row_of(one)[1] for one in batch])
        origin, note = json.dumps(source.origin, sort_keys=True), source.note
    else:
        origin, note, _ = rows[0]
    start = (
        rows[0][2] + 1 if rows else 1,
        datetime.now(UTC).replace(tzinfo=None),
        json.dumps(recipe.identity(), sort_keys=True),
        recipe.digest(),
        __version__,
        FORMAT,
        origin,
        note,
    )
    insert(connection, "runs", [start])
    connection.execute("commit")
    return str(note)


def count_ledger(connection: duckdb.DuckDBPyConnection, tally: Tally) -> None:
    """Begin the tally with what earlier starts settled."""
    rows = connection.execute(
        "select stage, status, reason, count(*) from outcomes group by all order by all"
    ).fetchall()
    for stage, status, reason, times in rows:
        tally.settle(stage, status, reason, times)
