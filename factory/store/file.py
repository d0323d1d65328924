"""Open a run file, create what is missing, refuse what is not ours.

One process holds a run file at a time. Everything that could reach outside the file is switched
off on the instance itself, so that no SQL, whoever writes it, can read or write another file.
"""

import os
import re
import time
from pathlib import Path

import duckdb

from factory.errors import StoreError, UserError
from factory.store.live import find_live
from factory.store.tables import BOUGHT, DERIVED, FORMAT, SCHEMAS, arrow_table

NAME = "run.duckdb"
SPILL = "16GB"
"""Disk that a large query may take for what does not fit in memory; beyond it the query fails."""
PATIENCE = 3.0
"""Seconds to wait for somebody who only reads the file, before saying that it is held."""


LOCKS = (
    "set enable_external_access = false",
    "set python_enable_replacements = false",
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set lock_configuration = true",
)
"""Run one by one, the last one last: what is in the file stays the only thing within reach."""


def open_run(
    folder: Path, *, threads: int = 2, memory: str = "600MB", checkpoint: str = "64MB"
) -> duckdb.DuckDBPyConnection:
    """Open or create `folder/run.duckdb` for writing.

    Raises:
        UserError: another run holds it, it is no run file, a newer factory made it, or no folder
            can be made there.
        StoreError: the file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "there is a file of that name" if folder.is_file() else (error.strerror or error)
        raise UserError(
            f"{folder}: no folder can be made there ({why}); name another with --outputs or --name"
        ) from None
    path = folder / NAME
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": threads,
        "memory_limit": memory,
        "checkpoint_threshold": checkpoint,
        "temp_directory": str(folder / "spill"),
        "max_temp_directory_size": SPILL,
    }
    try:
        connection = connect_patiently(path, config)
        for lock in LOCKS:
            connection.execute(lock)
    except duckdb.IOException as error:
        if holder := re.search(r"PID (\d+)", str(error)):
            raise UserError(
                f"{folder}: a run is live here (process {holder[1]}). Wait for it, stop it, or "
                "start another with --name; `factory status` and `factory sql` work meanwhile."
            ) from None
        if path.exists() and not os.access(path, os.W_OK):
            raise StoreError(f"{path}: not writable") from None
        raise UserError(
            f"{path}: this is no run file, or a damaged one ({first_line(error)}). "
            "Move it away, or use --name."
        ) from None
    except duckdb.Error as error:
        raise StoreError(f"{path}: {first_line(error)}") from error
    refuse_newer(connection, path)
    for name in SCHEMAS:
        create_table(connection, name)
    bring_forward(connection)
    return connection


def connect_patiently(
    path: Path, config: dict[str, str | bool | int | float | list[str]]
) -> duckdb.DuckDBPyConnection:
    """Connect; who merely reads the file lets go of it soon, a live run says that it is there."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return duckdb.connect(str(path), config=config)
        except duckdb.IOException as error:
            held = "Could not set lock" in str(error)
            if not held or find_live(path.parent) or time.monotonic() > until:
                raise
            time.sleep(0.1)


def refuse_newer(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise UserError when a newer factory wrote this file, or when it is another's file."""
    tables = {
        name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()
    }
    if not tables:
        return
    if "runs" not in tables:
        connection.close()
        raise UserError(f"{path}: a DuckDB file, but not of a factory run. Use --name.")
    ((newest,),) = connection.execute("select max(format) from runs").fetchall()
    if newest is not None and newest > FORMAT:
        connection.close()
        raise UserError(
            f"{path}: written by a newer factory (format {newest}; this one reads up to "
            f"{FORMAT}). Update factory: `pip install -U factory`."
        )


def create_table(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Create the table if it is not there, with the types of its Arrow schema."""
    connection.register("shape", SCHEMAS[name].empty_table())
    connection.execute(f"create table if not exists {name} as select * from shape limit 0")
    connection.unregister("shape")


def bring_forward(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the bought tables of an older file the columns that came since."""
    there: dict[str, set[str]] = {}
    query = "select table_name, column_name from duckdb_columns() where not internal"
    for table, column in connection.execute(query).fetchall():
        there.setdefault(table, set()).add(column)
    for table, schema in BOUGHT.items():
        missing = [name for name in schema.names if name not in there[table]]
        if not missing:
            continue
        connection.register("shape", schema.empty_table())
        described = connection.execute("describe shape").fetchall()
        connection.unregister("shape")
        kinds = {row[0]: row[1] for row in described}
        for name in missing:
            connection.execute(f"alter table {table} add column {name} {kinds[name]}")


def insert(
    connection: duckdb.DuckDBPyConnection, name: str, rows: list[tuple[object, ...]]
) -> None:
    """Insert rows into one table as one Arrow batch."""
    connection.from_arrow(arrow_table(name, rows)).insert_into(name)


def drop_derived(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop everything that can be rebuilt for nothing, in one transaction."""
    connection.execute("begin")
    for name in DERIVED:
        connection.execute(f"drop table if exists {name} cascade")
        create_table(connection, name)
    connection.execute("commit")


def unwritable(error: BaseException) -> str:
    """What to say, and to do, when the run file cannot be written."""
    return (
        f"the run file cannot be written: {first_line(error)}. Everything committed so far is "
        "kept: make room, then run the same command again."
    )


def first_line(error: BaseException) -> str:
    """The first line of an error, without DuckDB's category in front."""
    return re.sub(r"^[A-Za-z ]+ Error: ", "", str(error).splitlines()[0]) if str(error) else ""
