"""Everything that a run holds about some of its instructions, gathered in a few queries.

It reads and arranges; what it means to a person is for `show` and `why` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factory.errors import UserError
from factory.records import STAGES
from factory.store.reading import read_sql

Row = dict[str, Any]


@dataclass(frozen=True)
class Dossier:
    """One instruction and what became of it; lists are in the order of the line."""

    instruction: Row
    seeds: list[Row] = field(default_factory=list)
    ancestors: list[Row] = field(default_factory=list)
    """From the root to the parent; an instruction that several lineages lead to has several."""
    outcomes: list[Row] = field(default_factory=list)
    solutions: list[Row] = field(default_factory=list)
    votes: list[Row] = field(default_factory=list)
    ratings: list[Row] = field(default_factory=list)
    rankings: list[Row] = field(default_factory=list)
    labels: list[Row] = field(default_factory=list)
    verdicts: list[Row] = field(default_factory=list)
    duplicates: list[Row] = field(default_factory=list)
    contamination: list[Row] = field(default_factory=list)
    replies: list[Row] = field(default_factory=list)
    children: list[Row] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the instruction."""
        return str(self.instruction["id"])

    @property
    def state(self) -> str:
        """How it stands: accepted, rejected or failed with the reason, or how far it came."""
        own = [end for end in self.outcomes if end["item"] == self.id]
        for end in own:
            if end["status"] != "done":
                return f"{end['status']} by {end['stage']}: {end['reason']}"
        last = own[-1]["stage"] if own else None
        if last == "select":
            return "accepted"
        return f"passed {last}, not at its end yet" if last else "not looked at yet"


WANTED = "with wanted as (select unnest(string_split($ids, ',')) as wid)"

# An item's name begins with the id that it belongs to: `instruction#sample`, `solution@judge`.
OWNED = """, owned as (
    select wid as key, wid from wanted
    union all select a.id, wid from attempts as a join wanted on a.instruction_id = wid
), written as (
    select wid, p.parent_id || '>' || i.round || '/' || i.operator || '/' || i.variant as item
    from wanted join instructions as i on i.id = wid
    join parents as p on p.child_id = wid and p.position = 0
)"""
OWNER = "regexp_extract(item, '^[^>#@]+')"

QUERIES = {
    "seeds": """
        select wid, s.* from seeds as s join instructions as i on i.root_id = s.id
        join wanted on i.id = wid""",
    "outcomes": f"""{OWNED}
        select wid, o.* from outcomes as o join owned on key = {OWNER}
        where stage not in ('evolve', 'rank')
        union all
        select wid, o.* from outcomes as o join written as w on w.item = o.item
        where o.stage = 'evolve'
        order by list_position({list(STAGES)}, stage), item""",
    "children": f"""
        select wid, o.* from outcomes as o join wanted on wid = {OWNER}
        where o.stage = 'evolve' order by round, item""",
    "solutions": """
        select wid, s.* from solutions as s join wanted on s.instruction_id = wid
        order by sample, id""",
    "votes": "select wid, v.* from votes as v join wanted on v.instruction_id = wid",
    "ratings": """
        select wid, r.* from ratings as r join wanted on r.instruction_id = wid order by judge""",
    "rankings": """
        select wid, r.* from rankings as r join wanted on r.instruction_id = wid
        order by judge, ordering""",
    "labels": """
        select wid, l.* from step_labels as l join wanted on l.instruction_id = wid
        order by solution_id, idx""",
    "verdicts": """
        select wid, v.* from step_verdicts as v join attempts as a on a.id = v.solution_id
        join wanted on a.instruction_id = wid order by v.solution_id, idx, source""",
    "duplicates": """
        select wid, d.*, i.text as leader_text from duplicates as d
        join wanted on d.instruction_id = wid
        left join instructions as i on i.id = d.leader_id""",
    "contamination": """
        select wid, c.* from contamination as c join wanted on c.instruction_id = wid
        order by place, item""",
    # A reply that was asked for once may serve several rows: those name it by its key.
    "replies": f"""{OWNED}, bought as (
            select wid, k from replies join owned on key = {OWNER}
            where stage not in ('evolve', 'rank')
            union
            select wid, k from replies join written on written.item = replies.item
            where stage = 'evolve'
            union
            select wid, ('0x' || i.reply_key)::ubigint from instructions as i
            join wanted on i.id = wid where i.reply_key is not null
            union
            select wid, ('0x' || a.reply_key)::ubigint from attempts as a
            join wanted on a.instruction_id = wid where a.reply_key is not null
        )
        select wid, stage, model, count(*) as calls, sum(prompt_tokens)::bigint as prompt_tokens,
            sum(completion_tokens)::bigint as completion_tokens, sum(cost) as usd,
            count(*) filter (cost is null) as unpriced
        from bought join replies on replies.k = bought.k
        group by wid, stage, model order by list_position({list(STAGES)}, stage), model""",
}

UP = """
with recursive up(wid, id, generation) as (
    select unnest(string_split($ids, ',')), unnest(string_split($ids, ',')), 0
    union
    select wid, parent_id, generation + 1 from up join parents on child_id = id
    where generation < 100
)
select wid, generation, i.* from up join instructions as i on i.id = up.id
order by generation desc, i.round, i.id
"""


def gather(folder: Path, ids: Sequence[str]) -> list[Dossier]:
    """The dossiers of those of these instructions that there are, in this order."""
    if not ids:
        return []

    def read(sql: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in read_sql(folder, sql, parameters={"ids": ",".join(ids)}).to_pylist():
            found.setdefault(row.pop("wid"), []).append(row)
        return found

    lineage = read(UP)
    parts = {name: read(WANTED + query) for name, query in QUERIES.items()}
    return [
        Dossier(
            instruction=lineage[one][-1],
            ancestors=lineage[one][:-1],
            **{name: found.get(one, []) for name, found in parts.items()},
        )
        for one in ids
        if one in lineage
    ]


NAMED = """
select 'instruction' as kind, id, id as instruction_id from instructions where starts_with(id, $id)
union all
select 'solution', id, instruction_id from attempts where starts_with(id, $id)
union all
select distinct 'evolution', item, regexp_extract(item, '^[^>]+') from outcomes
where stage = 'evolve' and item = $id
order by all limit 6
"""


def find(folder: Path, name: str) -> Row:
    """What an id, or the beginning of one, names: kind, id, instruction_id.

    Raises:
        UserError: it names nothing, or more than one thing.
    """
    rows: list[Row] = read_sql(folder, NAMED, parameters={"id": name}).to_pylist() if name else []
    if len(rows) == 1:
        return rows[0]
    exact = [row for row in rows if row["id"] == name]
    if len(exact) == 1:
        return exact[0]
    if rows:
        several = ", ".join(f"{row['id']} ({row['kind']})" for row in rows[:5])
        raise UserError(f"'{name}' begins more than one id: {several}; write more of it")
    raise UserError(
        f"{folder}: no instruction or solution has an id that begins with '{name}'. "
        f'List some: factory sql {folder} "select id, problem from accepted limit 9"'
    )
