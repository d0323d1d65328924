"""The items of the test sets that a recipe names, read when the run first needs them.

Promises: nothing of a test set is stored in the run but its name, how many items it has, and the
place of an item in a finding. A set that cannot be had stops the run, unless the recipe says that
it may be missing; then its name and the reason are kept, and the card tells.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from factory.dedup.contamination import Item, load
from factory.errors import UserError
from factory.records import Compared
from factory.settings.sources import HubSeeds
from factory.settings.test_sets import TestFile, TestHub, TestSet
from factory.stages import hub
from factory.stages.seed_files import open_table
from factory.store.file import insert
from factory.store.tables import row_of
from factory.suggest import instead

DEADLINE = 5.0
"""Seconds that the Hub may take."""
PATIENCE = 60.0
"""Seconds for which a Hub that let the deadline pass is not asked again: the estimate before a run
asks for the same sets as the run."""


def prepare(connection: duckdb.DuckDBPyConnection, against: Sequence[TestSet]) -> None:
    """Load the test sets into this connection, once; see `factory.dedup.contamination.load`.

    Raises:
        UserError: a set cannot be had or read, or has no such column.
    """
    loaded = connection.execute(
        "select 1 from duckdb_tables() where temporary and table_name = 'test_item'"
    ).fetchall()
    if loaded:
        return
    # What a run began without it goes on without: one rule for all of its rows.
    begun = dict(connection.execute("select name, missing from test_sets").fetchall())
    items: list[Item] = []
    told: list[Compared] = []
    for name, one in named(against):
        if missing := begun.get(name):
            told.append(Compared(name, 0, missing))
            continue
        try:
            found = list(items_of(one, name))
        except hub.Unreachable as reason:
            if not isinstance(one, TestHub) or one.otherwise is None or name in begun:
                way = "" if name in begun else ", or write `otherwise: skip`"
                raise UserError(
                    f"admit.against: {name} could not be had: {reason}. Fetch it once with "
                    f"`{hub.by_hand(_as_seeds(one))}`{way}"
                ) from None
            told.append(Compared(name, 0, str(reason)))
            continue
        items += found
        told.append(Compared(name, len(found), None))
    load(connection, items)
    connection.execute("delete from test_sets")
    if told:
        insert(connection, "test_sets", [row_of(one)[1] for one in told])


def named(against: Sequence[TestSet]) -> Iterator[tuple[str, TestSet]]:
    """Each test set with a name of its own, by which findings call it."""
    taken: set[str] = set()
    for one in against:
        name = _name_of(one)
        name = next(n for n in (name, *(f"{name} ({k})" for k in range(2, 99))) if n not in taken)
        taken.add(name)
        yield name, one


def _name_of(one: TestSet) -> str:
    if isinstance(one, TestFile):
        return f"{one.path.parent.name}/{one.path.name}".lstrip("/")
    return f"{one.hub} {one.config or 'default'}/{one.split}"


def items_of(one: TestSet, name: str) -> Iterator[Item]:
    """The items of one set.

    Raises:
        UserError, hub.Unreachable: it is not there.
    """
    for path in [one.path] if isinstance(one, TestFile) else _brought(one):
        yield from file_items(path, one.text, one.solution, name, "admit.against")


def _brought(one: TestHub) -> list[Path]:
    asked, now = one.model_dump_json(), time.monotonic()
    if now < (told := _silent.get(asked, (0.0, "")))[0]:
        raise hub.Unreachable(told[1])
    try:
        return hub.bring(_as_seeds(one), DEADLINE)
    except hub.Unreachable as reason:
        if time.monotonic() - now > DEADLINE / 2:
            _silent[asked] = time.monotonic() + PATIENCE, str(reason)
        raise
    except UserError as refused:
        raise UserError(f"admit.against: {str(refused).removeprefix('seeds.hub: ')}") from None


_silent: dict[str, tuple[float, str]] = {}
"""Sets for which the Hub was waited for in vain: until when not to ask again, and why."""


def file_items(
    path: Path, text: str, solution: str | None, name: str, option: str
) -> Iterator[Item]:
    """The items of one file; `option` is named where something is wrong with it.

    Raises:
        UserError: the file cannot be read, has no such column, or a row has no text in it.
    """
    table = open_table(path)
    wanted = {text, solution} if solution else {text}
    for column in wanted:
        if column not in table.names:
            raise UserError(
                f"{option}: {path}: no column called '{column}'{instead(column, table.names)}"
            )
    for row in table.read(wanted):
        problem = row.values.get(text)
        if not isinstance(problem, str) or not problem.strip():
            raise UserError(f"{option}: {row.place}: no text in '{text}'")
        solved = row.values.get(solution) if solution else None
        place = row.place.removeprefix(f"{path}: ")
        yield Item(name, place, problem, solved if isinstance(solved, str) else None)


def _as_seeds(one: TestSet) -> HubSeeds:
    assert isinstance(one, TestHub)
    return HubSeeds(hub=one.hub, config=one.config, split=one.split, revision=one.revision)
