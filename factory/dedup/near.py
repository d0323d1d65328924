"""Near duplicates in SQL: MinHash signatures in bands, every candidate confirmed by exact Jaccard.

The likeness of two texts is the Jaccard index of their runs of five words (Broder 1997). 64
minima in 16 bands of 4 (Leskovec, Rajaraman and Ullman, chapter 3) find a pair of likeness s with
a chance of 1 - (1 - s^4)^16: 98.8 % at 0.70, 99.98 % at 0.80, 99.999 % at 0.85. What they find is
measured exactly, so that no pair is called alike that is not.
"""

from collections.abc import Iterator

import duckdb

from factory.dedup import words

BANDS, ROWS = 16, 4
PART, PART_BYTES, BLOCK = 100_000, 64_000_000, 100
"""Texts, and bytes of text, that are worked on at once: bounds memory. Counted in blocks."""

_GOLDEN = 0x9E3779B97F4A7C15


def bands_sql(source: str, column: str = "text") -> str:
    """A SELECT of `pos` and `bands` (16 BIGINTs, none where there are no words)."""
    minima = ", ".join(
        f"min(hash(xor(run, {(n + 1) * _GOLDEN % 2**64}::ubigint))) as m{n}"
        for n in range(BANDS * ROWS)
    )
    hashed = ", ".join(
        f"(hash({band}, {', '.join(f'm{band * ROWS + n}' for n in range(ROWS))}) >> 1)::bigint"
        for band in range(BANDS)
    )
    return f"""
        select pos, [{hashed}] as bands from (
            select pos, {minima} from (
                select pos, unnest(runs) as run from ({words.run_lists(source, column)}))
            group by pos)"""


def sign(connection: duckdb.DuckDBPyConnection, source: str, into: str) -> None:
    """Put `pos` and `band`, 16 rows a text, of the table `source (pos, text)` into a new table."""
    connection.execute(f"create or replace temp table {into} (pos bigint, band bigint)")
    for part in parts(connection, source):
        connection.execute(f"insert into {into} select pos, unnest(bands) from ({bands_sql(part)})")


def parts(connection: duckdb.DuckDBPyConnection, source: str) -> Iterator[str]:
    """SELECTs, in parentheses, that together give `source (pos, text)`, in order of `pos`."""
    blocks = connection.execute(
        f"""select pos // {BLOCK} as block, count(*), sum(strlen(text))::bigint
            from {source} where text is not null group by block order by block"""
    ).fetchall()
    start, end, rows, size = 0, 0, 0, 0
    for block, count, length in blocks:
        if rows and (rows + count > PART or size + length > PART_BYTES):
            yield _part(source, start, end)
            rows, size = 0, 0
        if not rows:
            start = block * BLOCK
        end, rows, size = (block + 1) * BLOCK, rows + count, size + length
    if rows:
        yield _part(source, start, end)


def _part(source: str, start: int, end: int) -> str:
    within = f"pos >= {start} and pos < {end} and text is not null"
    return f"(select pos, text from {source} where {within})"


def likeness(one: str, other: str) -> str:
    """The SQL of the Jaccard index of two lists of different runs."""
    both = words.shared(one, other)
    return f"(({both}) / (len({one}) + len({other}) - ({both})))"


def distinct_runs(source: str, column: str = "text") -> str:
    """A SELECT of `pos` and `runs`, each run once."""
    return f"select pos, {words.once('runs')} as runs from ({words.run_lists(source, column)})"
