"""Texts that come from a test set, found in SQL by several kinds of likeness, with evidence.

- `plain`: ten words in a row that stand in a test item (13 in a solution).
- `short`: all words of an item of five to nine words, in a row.
- `masked`: 13 words in a row with names and numbers masked, for an item told anew.
- `story`: the share of a test item's rare runs of three story words (no names, no numbers) that
  the text has too, each weighted by how rare it is among the items. It sees through other names,
  other numbers, another order, clauses put in and most rewording.

A run that more than twelve items of a set share names none of them. What tier a finding belongs
to, and what a tier means for a text, is said at `search`. Not promised: that a paraphrase without
a rare run of three words in common is found, or another problem with the same idea.
"""

from collections.abc import Iterable
from typing import NamedTuple

import duckdb
import pyarrow as pa

from factory.dedup import masks, words, writing
from factory.dedup.near import parts

PLAIN, SOLUTION, MASKED, STORY, HEAD = 10, 13, 13, 3, 5
"""Lengths of the runs, in words; `HEAD` is how a short item begins."""
COMMON = 12
"""Items of a test set; a run that more of them share is nobody's."""
FEWEST = 8
"""Rare runs that an item must have for a share of them to say something."""
DROP, QUARANTINE, SHARED = 0.6, 0.3, 5
"""Shares of a story from which a text is dropped, or quarantined; rare runs that this takes."""


class Item(NamedTuple):
    """One item of a test set; `place` as `line 12`."""

    of: str
    place: str
    problem: str
    solution: str | None


ASIDE = r"(?im)<<[^<>]*>>|^[ \t]*step[ \t]*[0-9]+[:.)]"
"""What one telling of a solution has and another has not: calculator notes, headings of steps."""
UNIT = 1_000_000
"""Weights are whole numbers: their sums are the same in whatever order threads add them up."""

SHOWN = f"list_filter({words.spelled('evened', operators=False)}, lambda word: word != '')"
FOUND = "(pos bigint, item bigint, tier varchar, kind varchar, amount double, evidence varchar)"


def load(connection: duckdb.DuckDBPyConnection, items: Iterable[Item]) -> int:
    """Put the items, as hashes of runs of words, into temporary tables; returns how many.

    Takes the place of what was loaded before. Only hashes and places stay: no text of an item.
    """
    rows = list(items)
    columns = list(zip(*rows, strict=True)) if rows else [(), (), (), ()]
    table = pa.table(
        [pa.array(range(len(rows)), pa.int64()), *(pa.array(c, pa.string()) for c in columns)],
        names=["pos", "of_set", "place", "problem", "solution"],
    )
    run = connection.execute
    run("""create or replace temp table test_text (
            pos bigint, of_set varchar, place varchar, problem varchar, solution varchar)""")
    connection.from_arrow(table).insert_into("test_text")
    run(
        "create or replace temp table test_item as select pos as item, of_set, place from test_text"
    )
    problems = "(select pos, of_set, problem as text from test_text)"
    solutions = "(select pos, of_set, solution as text from test_text where solution != '')"
    long = f"select * from ({_plain(problems)}) where len(words) >= {SOLUTION}"
    _grams(connection, "test_plain", _runs(_plain(problems), PLAIN))
    recited = _runs(f"({_told(solutions)}) union all by name ({long})", SOLUTION)
    _grams(connection, "test_solution", recited)
    _grams(connection, "test_masked", _masked(problems))
    _grams(connection, "test_story", _story(problems))
    run(f"""create or replace temp table test_short as
            select pos as item, {words.runs(HEAD)}[1] as gram, 1 as weight,
                   len(words) as length, hash(words) as whole
            from ({_plain(problems)}) where len(words) >= {HEAD} and len(words) < {PLAIN}""")
    run(f"""create or replace temp table test_weight as
            select item, sum(weight) as whole from test_story group by item
            having count(*) >= {FEWEST}""")
    run("delete from test_story where item not in (select item from test_weight)")
    run("drop table test_text")
    return len(rows)


def search(connection: duckdb.DuckDBPyConnection, source: str, into: str) -> None:
    """Compare the problems of `source (pos, text)` with the items that were loaded.

    Makes the temporary table `into` with the weightiest finding of each text that has one (see
    `FOUND`). `amount` is the share of a story, or words in a row. Tiers: `drop` for `plain`,
    `masked` and 0.6 and more of a story; `quarantine` for `short` and 0.3 and more of a story.
    """
    connection.execute(
        "create or replace temp table told (pos bigint, item bigint, share double, runs bigint)"
    )
    connection.execute("create or replace temp table said (pos bigint, item bigint, tier varchar,"
                       " kind varchar, amount double)")  # fmt: skip
    for part in parts(connection, source):
        told = masks.stories(writing.evened(part, case=False))
        connection.execute(
            f"""create or replace temp table part as
                select pos, words, {words.runs(STORY, "story")} as stories from ({told})"""
        )
        _say(connection, words.runs(PLAIN), "test_plain", "plain", PLAIN)
        _short(connection)
        connection.execute(
            f"""insert into told
               with hit as (select distinct pos, item, gram, weight from (
                    select pos, unnest(stories) as gram from part) join test_story using (gram))
               select pos, item, sum(weight) / any_value(whole) as share, count(*) as runs
               from hit join test_weight using (item) group by pos, item
               having runs >= {SHARED}"""
        )
    near = f"(select pos, text from {source} where pos in (select pos from told))"
    connection.execute(
        f"""insert into said
            with mine as (select distinct pos, unnest(runs) as gram from ({_masked(near)}))
            select distinct pos, item, 'drop', 'masked', {MASKED}
            from mine join test_masked using (gram)"""
    )
    connection.execute(
        f"""insert into said
            select pos, item, case when share >= {DROP} then 'drop' else 'quarantine' end, 'story',
                   share from told where share >= {QUARANTINE} and runs >= {SHARED}"""
    )
    _settle(connection, source, into)
    connection.execute("drop table told")


def search_solutions(connection: duckdb.DuckDBPyConnection, source: str, into: str) -> None:
    """Compare solutions with the items' solutions and problems, by plain words alone.

    Makes `into` as `search` does. Solutions are formulaic: masked, most would look alike. Notes
    for a calculator (`<<2*3=6>>`) and headings of steps say nothing, on either side.
    """
    connection.execute("create or replace temp table said (pos bigint, item bigint, tier varchar,"
                       " kind varchar, amount double)")  # fmt: skip
    for part in parts(connection, source):
        connection.execute(
            f"create or replace temp table part as select pos, words from ({_told(part)})"
        )
        _say(connection, words.runs(SOLUTION), "test_solution", "solution", SOLUTION)
    _settle(connection, source, into)


def _plain(source: str) -> str:
    listed = f"select *, {words.words(operators=False)} as words from ({writing.evened(source)})"
    return f"select *, {SHOWN} as shown from ({listed})"


def _told(source: str) -> str:
    bare = f"select * replace (regexp_replace(text, '{ASIDE}', ' ', 'g') as text) from {source}"
    return _plain(f"({bare})")


def _runs(listed: str, length: int, column: str = "words") -> str:
    return f"select *, {words.runs(length, column)} as runs from ({listed})"


def _masked(source: str) -> str:
    shown = masks.masked(writing.evened(source, case=False))
    long = f"select * from ({shown}) where len(masked) >= {MASKED}"
    return _runs(long, MASKED, "masked")


def _story(source: str) -> str:
    told = masks.stories(writing.evened(source, case=False))
    return _runs(told, STORY, "story")


def _grams(connection: duckdb.DuckDBPyConnection, into: str, listed: str) -> None:
    """Runs of the items, each with its weight; those that many items share are left out."""
    connection.execute(
        f"""create or replace temp table {into} as
            with gram as (select distinct pos as item, of_set, unnest(runs) as gram
                          from ({listed})),
            known as (select gram, of_set, count(*) as items from gram group by gram, of_set),
            size as (select of_set, count(*) as whole from test_item group by of_set)
            select g.gram, g.item, 
                   round({UNIT} * ln(1 + s.whole / k.items))::bigint as weight
            from gram as g join known as k using (gram, of_set) join size as s using (of_set)
            where k.items <= {COMMON}"""
    )


def _say(
    connection: duckdb.DuckDBPyConnection, runs: str, grams: str, kind: str, length: int
) -> None:
    connection.execute(
        f"""insert into said select distinct pos, item, 'drop', '{kind}', {length}
            from (select pos, unnest({runs}) as gram from part) join {grams} using (gram)"""
    )


def _short(connection: duckdb.DuckDBPyConnection) -> None:
    # A table of its own, so that no plan carries the words of a text along with each of its runs.
    connection.execute(
        f"""create or replace temp table begun as
            select pos, place, item, length, whole from (
                select pos, unnest({words.runs(HEAD)}) as gram,
                       generate_subscripts({words.runs(HEAD)}, 1) as place from part)
            join test_short using (gram)"""
    )
    connection.execute(
        """insert into said
           select distinct pos, item, 'quarantine', 'short', length from begun join part using (pos)
           where hash(words[place:place + length - 1]) = whole"""
    )


def _settle(connection: duckdb.DuckDBPyConnection, source: str, into: str) -> None:
    """Keep the weightiest finding of each text, and add the words that it rests on."""
    connection.execute(f"create or replace temp table {into} {FOUND}")
    kinds = list(EVIDENCE)
    connection.execute(
        f"""insert into {into} select pos, item, tier, kind, amount, null from said
            qualify row_number() over (partition by pos order by tier,
                list_position({kinds}, kind), amount desc, item) = 1"""
    )
    for kind in kinds:
        _explain(connection, source, into, kind)
    connection.execute("drop table said")
    connection.execute("drop table if exists part")


EVIDENCE = {
    "plain": (_plain, words.runs(PLAIN), "test_plain", str(PLAIN)),
    "masked": (_masked, "runs", "test_masked", str(MASKED)),
    "story": (_story, "runs", "test_story", str(STORY)),
    "short": (_plain, words.runs(HEAD), "test_short", "length"),
    "solution": (_told, words.runs(SOLUTION), "test_solution", str(SOLUTION)),
}
"""Kinds, the weightiest first, and for each: words, runs, runs of the items, words of a run."""


def _explain(connection: duckdb.DuckDBPyConnection, source: str, into: str, kind: str) -> None:
    """Add the run that a finding rests on, or the three rarest of a story."""
    listed, runs, grams, length = EVIDENCE[kind]
    flagged = f"""(select pos, text from {source}
                   where pos in (select pos from {into} where kind = '{kind}'))"""
    connection.execute(
        f"""update {into} as f set evidence = b.said from (
                with placed as (
                    select pos, shown, unnest({runs}) as gram,
                           generate_subscripts({runs}, 1) as place from ({listed(flagged)})),
                best as (
                    select p.pos, place,
                           array_to_string(shown[place:place + {length} - 1], ' ') as said
                    from placed as p join {into} as f on f.pos = p.pos and f.kind = '{kind}'
                    join {grams} as g on g.gram = p.gram and g.item = f.item
                    qualify row_number() over (partition by p.pos order by weight desc, place)
                            <= {3 if kind == "story" else 1})
                select pos, string_agg(said, ' ... ' order by place) as said from best group by pos
            ) as b where b.pos = f.pos"""
    )
