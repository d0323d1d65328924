"""A run in windows of roots: what is read at a time, so that memory stays bounded.

All of a root lies in one window. A run whose lineage is broken is refused here, before anything
is written: a row could otherwise leak from train to test, or be lost without a word.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import pyarrow as pa

from factory.errors import StoreError

Read = Callable[[str], Iterable[pa.RecordBatch]]
"""Answers one SELECT with record batches."""

ROOTS = 1_000
"""Roots in a window: what DuckDB sorts at a time."""


class Window(NamedTuple):
    """Seeds by position, and the waves they are in: whole numbers, safe to write into SQL."""

    first: int
    last: int
    first_wave: int
    last_wave: int

    def of(self, alias: str) -> str:
        """The condition that rows of a table with a `wave` are of these waves."""
        return f"{alias}.wave between {self.first_wave} and {self.last_wave}"


def rows(read: Read, query: str) -> Iterator[dict[str, Any]]:
    """The rows of a small answer as dictionaries."""
    for batch in read(query):
        yield from batch.to_pylist()


def windows(read: Read, roots: int = ROOTS) -> list[Window]:
    """All seeds, as windows in the order of their positions."""
    query = f"""
        select min(position) as first, max(position) as last,
               min(wave) as first_wave, max(wave) as last_wave
        from seeds group by position // {roots} order by first"""
    return [Window(**row) for row in rows(read, query)]


BROKEN = {
    "descends from no stored seed of its wave": """
        select i.id from instructions as i
        where not exists (select 1 from seeds as s where s.id = i.root_id and s.wave = i.wave)
        order by i.id limit 1""",
    "is in another split than its siblings": """
        select root_id as id from instructions
        group by root_id having count(distinct split) > 1 order by root_id limit 1""",
    "is in another split than its parent": """
        select c.id from instructions as c
        join parents as e on e.child_id = c.id
        join instructions as p on p.id = e.parent_id
        where p.split != c.split order by c.id limit 1""",
    "is in a split that is neither train nor test": """
        select id from instructions where split not in ('train', 'test') order by id limit 1""",
}


def refuse_broken_lineage(read: Read) -> None:
    """Raise StoreError when a row could leak from train to test, or would be lost."""
    for complaint, query in BROKEN.items():
        for row in rows(read, query):
            raise StoreError(
                f"nothing exported: the instruction {row['id']} {complaint}. "
                "Run with --update to rebuild the rows from the journal."
            )
