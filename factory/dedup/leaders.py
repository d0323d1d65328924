"""Greedy leaders: in order, a row is kept unless an earlier kept row is like it.

Promises: what is kept depends on the rows and their order alone, never on threads; every row that
is not kept names a kept one that it is like. Pairs are looked for in shared bands (see `near`),
all of them: nothing is cut off where a band is crowded. A crowd that is alike is settled by its
first row; only a crowd that is not costs its pairs.
"""

import duckdb
import pyarrow as pa

from factory.dedup import words
from factory.dedup.near import distinct_runs, likeness
from factory.dedup.writing import evened

FEW = 4
"""Pairs a row, up to which all pairs are compared at once."""
BATCH = 100_000
"""Edges in memory at once."""
STRUCTURE = 0.5
"""Share of words, from which two rows with one computation behind them are one problem."""

PLACED = """
placed as (select band, pos, min(pos) over (partition by band) as first from crowd),
sure as (select pos from placed group by pos having bool_and(pos = first))
"""

FIRSTS = f"""
create or replace temp table pair as
with {PLACED}
select distinct first as a, pos as b from placed where pos != first and first in (from sure)
"""

ALL = """
create or replace temp table pair as
select distinct x.pos as a, y.pos as b
from crowd as x join crowd as y on x.band = y.band and x.pos < y.pos
"""

LEFT = f"""
create or replace temp table crowd as
with {PLACED}, rest as (
    select band, pos from crowd
    where pos not in (from sure) and pos not in (select pos from {{into}}))
select band, pos from rest
where band in (select band from rest group by band having count(*) > 1)
"""

TURNED_AWAY = pa.schema(
    [("pos", pa.int64()), ("leader", pa.int64()), ("likeness", pa.float64()), ("kind", pa.string())]
)


def settle(
    connection: duckdb.DuckDBPyConnection,
    rows: str,
    bands: str,
    into: str,
    threshold: float,
    *,
    apart: str = "true",
    structured: bool = False,
) -> None:
    """Put `pos, leader, likeness, kind` of every row that is not kept into the new table `into`.

    Args:
        connection: temporary tables are made in it.
        rows: a table of `pos` (the order), `text` and whatever `apart` needs.
        bands: a table of `pos, band`; rows that are not in it are kept.
        into: the new temporary table.
        threshold: Jaccard index from which two rows are near duplicates.
        apart: SQL over rows `x` (the earlier) and `y`; pairs that it is not true of are not
            compared.
        structured: `rows` have a column `structure`; see `confirm`.
    """
    connection.execute(
        f"""create or replace temp table {into} (
            pos bigint, leader bigint, likeness double, kind varchar)"""
    )
    connection.execute(
        f"""create or replace temp table crowd as select band, pos from {bands}
            where band in (select band from {bands} group by band having count(*) > 1)"""
    )
    before = None
    while True:
        ((members, pairs),) = connection.execute(
            """select coalesce(sum(n), 0), coalesce(sum(n * (n - 1) // 2), 0)
               from (select count(*) as n from crowd group by band)"""
        ).fetchall()
        if not pairs:
            break
        everything = pairs <= FEW * members or (before is not None and pairs > 0.9 * before)
        connection.execute(ALL if everything else FIRSTS)
        confirm(connection, rows, threshold, apart=apart, structured=structured)
        _turn_away(connection, into)
        if everything:
            break
        connection.execute(LEFT.format(into=into))
        before = pairs
    for name in ("crowd", "pair", "edge"):
        connection.execute(f"drop table if exists {name}")


def confirm(
    connection: duckdb.DuckDBPyConnection,
    rows: str,
    threshold: float,
    *,
    apart: str = "true",
    structured: bool = False,
) -> None:
    """Make `edge (a, b, likeness, kind)` of those pairs of the table `pair (a, b)` that are alike.

    `near`: by runs of five words, from `threshold` on. `structure`: one computation with one set
    of numbers behind both, and half of the words in common.
    """
    connection.execute(
        f"""create or replace temp table pair as
            select a, b from pair join {rows} as x on x.pos = a join {rows} as y on y.pos = b
            where {apart}"""
    )
    wanted = f"(select pos, text from {rows} where pos in (select unnest([a, b]) from pair))"
    connection.execute(f"create or replace temp table run_list as {distinct_runs(wanted)}")
    connection.execute(
        f"""create or replace temp table edge as
            select * from (
                select a, b, {likeness("x.runs", "y.runs")} as likeness, 'near' as kind
                from pair join run_list as x on x.pos = a join run_list as y on y.pos = b)
            where likeness >= $threshold""",
        {"threshold": threshold},
    )
    if structured:
        _confirm_structures(connection, rows)
    connection.execute("drop table run_list")


def _confirm_structures(connection: duckdb.DuckDBPyConnection, rows: str) -> None:
    connection.execute(
        f"""create or replace temp table twin as
            select a, b from pair join {rows} as x on x.pos = a join {rows} as y on y.pos = b
            where x.structure = y.structure and (a, b) not in (select (a, b) from edge)"""
    )
    wanted = f"(select pos, text from {rows} where pos in (select unnest([a, b]) from twin))"
    listed = f"select pos, {words.words()} as words from ({evened(wanted)})"
    connection.execute(
        f"""create or replace temp table run_list as
            select pos, {words.once("words")} as runs from ({listed})"""
    )
    connection.execute(
        f"""insert into edge select * from (
                select a, b, {likeness("x.runs", "y.runs")} as likeness, 'structure'
                from twin join run_list as x on x.pos = a join run_list as y on y.pos = b)
            where likeness >= {STRUCTURE}"""
    )
    connection.execute("drop table twin")


def _turn_away(connection: duckdb.DuckDBPyConnection, into: str) -> None:
    """Go through the edges in order; a row with an earlier leader is turned away."""
    edges = connection.execute("select b, a, likeness, kind from edge order by b, a")
    away: dict[int, tuple[int, int, float, str]] = {}
    while some := edges.fetchmany(BATCH):
        for edge in some:
            if edge[0] not in away and edge[1] not in away:
                away[edge[0]] = edge
    if away:
        columns = zip(*away.values(), strict=True)
        arrays = [pa.array(one, f.type) for one, f in zip(columns, TURNED_AWAY, strict=True)]
        connection.from_arrow(pa.table(arrays, schema=TURNED_AWAY)).insert_into(into)
