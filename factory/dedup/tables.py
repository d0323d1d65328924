"""Duplicates in one table of texts: exact, of one template, near; each with what it matched."""

import duckdb

from factory.dedup.leaders import settle
from factory.dedup.masks import NUMBER_WORDS
from factory.dedup.near import parts, sign
from factory.dedup.writing import evened

TEMPLATE = f"""regexp_replace(
    regexp_replace(evened, '[0-9]+([.,][0-9]+)*', '#', 'g'),
    '\\b({"|".join(NUMBER_WORDS)})\\b', '#', 'g')"""
"""The SQL of an evened text with its numbers masked, in figures and in words."""


def find_duplicates(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    *,
    threshold: float | None,
    max_per_template: int | None = None,
) -> None:
    """Make the temporary table `dropped (pos, leader, kind, likeness)`, in order of `pos`.

    What is dropped names a row that is kept. Rows that are dropped are deleted from `source`.

    Args:
        connection: temporary tables are made in it.
        source: a table of `pos`, the order, and `text`.
        threshold: likeness of near duplicates; None looks for equal texts (and templates) alone.
        max_per_template: with one, texts that differ in their numbers alone are capped, and are
            no near duplicates of each other; without, numbers are words like any other.
    """
    run = connection.execute
    capped = max_per_template is not None
    masked = f"md5_number({TEMPLATE})" if capped else "0"
    run("create or replace temp table row_key (pos bigint, exact uhugeint, template uhugeint)")
    for part in parts(connection, source):
        run(f"""insert into row_key select pos, md5_number(evened), ({masked})
                from ({evened(part)})""")
    run("""create or replace temp table away as
           select pos, first as leader, 'exact' as kind, 1.0::double as likeness
           from (select pos, min(pos) over (partition by exact) as first from row_key)
           where pos != first""")
    if capped:
        run("""insert into away
               select pos, first, 'template', 1.0 from (
                   select pos, min(pos) over (partition by template) as first,
                          row_number() over (partition by template order by pos) as nth
                   from row_key where pos not in (select pos from away))
               where nth > $cap""", {"cap": max_per_template})  # fmt: skip
    run(f"delete from {source} where pos in (select pos from away)")
    if threshold is not None:
        _drop_near(connection, source, threshold, capped=capped)
    # A copy of a row that was dropped later is like that row's leader, just as much.
    run("""create or replace temp table dropped as
           select a.pos, coalesce(b.leader, a.leader) as leader, coalesce(b.kind, a.kind) as kind,
                  coalesce(b.likeness, a.likeness) as likeness
           from away as a left join away as b on b.pos = a.leader order by a.pos""")
    for name in ("away", "row_key", "band_row", "near_row"):
        run(f"drop table if exists {name}")


def _drop_near(
    connection: duckdb.DuckDBPyConnection, source: str, threshold: float, *, capped: bool
) -> None:
    sign(connection, source, "band_row")
    rows, apart = source, "true"
    if capped:
        rows = "templated"
        connection.execute(
            f"""create or replace temp view templated as
                select * from {source} join row_key using (pos)"""
        )
        apart = "x.template != y.template"
    settle(connection, rows, "band_row", "near_row", threshold, apart=apart)
    connection.execute("insert into away select pos, leader, kind, likeness from near_row")
    connection.execute(f"delete from {source} where pos in (select pos from near_row)")
    connection.execute("drop view if exists templated")
