"""Admit: what is new and not from a test goes on; the rest is turned away, with the evidence.

In (wave, round, id) order, so that the arrival of replies changes nothing:

1. What comes from a test set, or descends from what does, through any parent.
2. A text that was admitted before, or stands earlier in the round.
3. Texts that differ in their numbers alone are capped per template, not dropped: a child with
   smaller numbers is a good child.
4. A near duplicate of an admitted instruction of another root that is no parent of it. Children
   are like their parents by nature; likeness inside a root is for `eliminate` to judge.

A round is compared with what is admitted by signatures that are kept, so it costs the same early
and late. Signatures of another version of the method are made anew.
"""

import duckdb

from factory.dedup import contamination, leaders, near
from factory.dedup.tables import TEMPLATE
from factory.dedup.writing import evened
from factory.records import digest
from factory.settings.stages import Admit
from factory.stages.test_sets import prepare

STEPS = 3
"""Computations that a problem must have at least for them to tell it from others."""

KNOWN_STEPS = """list_sort(list_transform(
    regexp_extract_all(json_extract_string(truth, '$.rationale'), '<<([^<>=]+)=', 1),
    lambda step: replace(step, ' ', '')))"""

CANDIDATES = f"""
create or replace temp table candidate as
select pos, id, root_id, operator, text, md5(evened) as exact, md5({TEMPLATE}) as template,
       case when len(steps) >= {STEPS} then md5(array_to_string(steps, ';')) end as structure
from ({{evened}})
"""

VERSION = digest(
    CANDIDATES, evened("{source}"), KNOWN_STEPS, near.bands_sql("{source}"), duckdb.__version__
)
"""What made a signature: the very SQL, so that no change of it can be forgotten, and the DuckDB
that ran it, since `hash` of another may give other numbers."""

OF_ROUND = f"""(
select row_number() over (order by id) as pos, id, root_id, operator, text, {KNOWN_STEPS} as steps
from instructions as i
where wave = $wave and round = $round
  and (round = 0 or exists (
      select 1 from outcomes as o
      where o.stage = 'eliminate' and o.item = i.id and o.status = 'done')))"""

ADMITTED = f"""(
select row_number() over (order by wave, round, id) as pos, id, root_id, operator, text,
       {KNOWN_STEPS} as steps
from instructions where id in (select instruction_id from signatures))"""

TAINTED = """
insert into contamination
select c.id, $wave, 'parent', min(f.tier), 'ancestor',
       arg_min(f.test_set, (f.tier, f.instruction_id)),
       arg_min(f.instruction_id, (f.tier, f.instruction_id)), 0, null
from candidate as c join parents as e on e.child_id = c.id
join contamination as f on f.instruction_id = e.parent_id
where c.id not in (select instruction_id from contamination)
group by c.id order by c.id
"""

FOUND = """
insert into contamination
select c.id, $wave, 'problem', f.tier, f.kind, t.of_set, t.place, f.amount, f.evidence
from finding as f join candidate as c using (pos) join test_item as t using (item) order by c.id
"""

DECISIONS = """
create or replace temp table decision as
with clean as (
    select c.*, s.instruction_id as earlier from candidate as c
    left join signatures as s on s.exact = c.exact
    where c.id not in (select instruction_id from contamination
                       where tier = 'drop' or $quarantine = 'reject')
    qualify row_number() over (partition by c.pos order by s.instruction_id) = 1
), firsts as (
    select *, min(pos) over (partition by exact) as first from clean
), capped as (
    select f.pos, row_number() over (partition by template order by pos)
              + (select count(*) from signatures as s where s.template = f.template) as nth
    from firsts as f where earlier is null and pos = first
)
select c.pos, c.id, c.root_id, c.operator, c.text, c.template, c.structure, c.exact,
       f.earlier, f.first,
       case when f.pos is null then 'contaminated'
            when f.earlier is not null or f.first != f.pos then 'duplicate'
            when n.nth > $cap then 'template_cap' end as reason
from candidate as c left join firsts as f using (pos) left join capped as n using (pos)
"""

ADMITTED_PAIRS = """
create or replace temp table beside as
with theirs as (select instruction_id, root_id, template, unnest(bands) as band from signatures)
select distinct b.pos, t.instruction_id as id
from band_row as b join theirs as t using (band) join fresh as c on c.pos = b.pos
where c.root_id != t.root_id and c.template != t.template
  and (c.id, t.instruction_id) not in (select (child_id, parent_id) from parents)
"""

POOL = """
create or replace temp table pool as
select row_number() over (order by s.wave, s.round, s.instruction_id)
           - (select count(*) from signatures) - 1 as pos,
       s.instruction_id as id, i.text, s.structure
from (select distinct id from beside) as b join signatures as s on s.instruction_id = b.id
join instructions as i on i.id = s.instruction_id
union all by name select pos, id, text, structure from fresh
"""


def admit(connection: duckdb.DuckDBPyConnection, wave: int, round: int, rules: Admit) -> bool:
    """Decide about every candidate of one round, in the caller's transaction.

    A round that was decided before is left as it is, and False is returned.

    Raises:
        UserError: a test set that the rules name cannot be read.
    """
    place = {"wave": wave, "round": round}
    decided = connection.execute(
        "select 1 from outcomes where stage = 'admit' and wave = $wave and round = $round limit 1",
        place,
    ).fetchall()
    if decided:
        return False
    if rules.against:
        prepare(connection, rules.against)
    _refresh(connection, likeness=rules.near is not None)
    connection.execute(CANDIDATES.format(evened=evened(OF_ROUND)), place)
    connection.execute(TAINTED, {"wave": wave})
    if rules.against:
        contamination.search(connection, "candidate", "finding")
        connection.execute(FOUND, {"wave": wave})
    connection.execute(DECISIONS, {"cap": rules.max_per_template, "quarantine": rules.quarantine})
    _find_near(connection, rules.near)
    _write(connection, place, stay=rules.near_ends == "select")
    for name in ("candidate", "decision", "fresh", "turned_away", "band_row", "finding"):
        connection.execute(f"drop table if exists {name}")
    return True


VERDICT = """
create or replace temp table verdict as
with own as (
    select d.*, t.leader_id, t.kind, t.likeness,
           coalesce(d.reason, case t.kind when 'near' then 'near_duplicate'
                                          when 'structure' then 'same_structure' end) as ends
    from decision as d left join turned as t using (pos)
), copies as (
    select o.pos, f.id as first_id, f.ends as first_ends, f.leader_id, f.kind, f.likeness,
           f.ends is null or ($stay and f.leader_id is not null) as first_stays
    from own as o join own as f on f.pos = o.first
    where o.reason = 'duplicate' and o.earlier is null
)
select o.id, o.root_id, o.operator, o.pos, o.exact, o.template, o.structure,
       case when first_stays = false then first_ends else ends end as reason,
       case when o.earlier is not null then o.earlier when first_stays then first_id
            else coalesce(c.leader_id, o.leader_id) end as leader_id,
       case when o.reason = 'duplicate' and first_stays is distinct from false then 'exact'
            else coalesce(c.kind, o.kind) end as kind,
       case when o.reason = 'duplicate' and first_stays is distinct from false then 1.0
            else coalesce(c.likeness, o.likeness) end as likeness,
       $stay and o.leader_id is not null as stays
from own as o left join copies as c using (pos)
"""

SIGNED = """
insert into signatures
select v.id, root_id, $wave, $round, exact, template, structure,
       case when v.stays then [] else coalesce(b.bands, []) end, $version
from verdict as v left join (
    select pos, list(band order by band) as bands from band_row group by pos) as b using (pos)
where reason is null or stays order by v.id
"""

WRITTEN = """
insert into duplicates
select id, $wave, leader_id, kind, likeness from verdict where leader_id is not null
union all
select v.id, $wave, arg_min(s.instruction_id, (s.wave, s.round, s.instruction_id)), 'template', 1.0
from verdict as v join signatures as s using (template)
where v.reason = 'template_cap' and v.leader_id is null group by v.id
order by 1
"""

ENDED = """
insert into outcomes
select 'admit', v.id, $wave, $round, v.operator,
       case when v.reason is null or v.stays then 'done' else 'rejected' end,
       case when v.stays then null when v.reason = 'contaminated' then
            case when c.place = 'parent' then 'contaminated_parent'
                 when c.tier = 'quarantine' then 'maybe_contaminated' else 'contaminated' end
            else v.reason end,
       case when v.reason = 'contaminated' then format('{} {}: {}', c.test_set, c.item,
                                                       coalesce(c.evidence, c.kind))
            when v.stays then format('near duplicate of {}, likeness {:.2f}', d.leader_id,
                                     d.likeness)
            when d.kind in ('near', 'structure') then format('of {}, likeness {:.2f}', d.leader_id,
                                                             d.likeness)
            when d.leader_id is not null then 'of ' || d.leader_id end
from verdict as v left join duplicates as d on d.instruction_id = v.id
left join (from contamination
           qualify row_number() over (partition by instruction_id order by tier, place) = 1) as c
    on c.instruction_id = v.id
order by v.id
"""


def _find_near(connection: duckdb.DuckDBPyConnection, threshold: float | None) -> None:
    """Make `band_row` of what is left, and `turned (pos, leader_id, kind, likeness)`."""
    run = connection.execute
    run("create or replace temp table fresh as select * from decision where reason is null")
    run("""create or replace temp table turned (
            pos bigint, leader_id varchar, kind varchar, likeness double)""")
    run("create or replace temp table band_row (pos bigint, band bigint)")
    if threshold is None:
        return
    near.sign(connection, "fresh", "band_row")
    run("""insert into band_row select pos, (hash('structure', structure) >> 1)::bigint
           from fresh where structure is not null""")
    run(ADMITTED_PAIRS)
    run(POOL)
    run("""create or replace temp table pair as select p.pos as a, b.pos as b
           from beside as b join pool as p on p.id = b.id and p.pos < 0""")
    leaders.confirm(connection, "pool", threshold, structured=True)
    run("""insert into turned
           select b, p.id, kind, likeness from edge join pool as p on p.pos = a
           qualify row_number() over (partition by b order by kind, likeness desc, a) = 1""")
    run("""create or replace temp table band_left as
           select * from band_row where pos not in (select pos from turned)""")
    apart = "x.root_id != y.root_id and x.template != y.template"
    leaders.settle(
        connection, "fresh", "band_left", "turned_away", threshold, apart=apart, structured=True
    )
    run("""insert into turned select t.pos, f.id, t.kind, t.likeness
           from turned_away as t join fresh as f on f.pos = t.leader""")
    for name in ("beside", "pool", "pair", "edge", "band_left", "turned_away"):
        run(f"drop table if exists {name}")


def _write(connection: duckdb.DuckDBPyConnection, place: dict[str, int], *, stay: bool) -> None:
    connection.execute(VERDICT, {"stay": stay})
    connection.execute(SIGNED, {**place, "version": VERSION})
    connection.execute(WRITTEN, {"wave": place["wave"]})
    connection.execute(ENDED, place)
    connection.execute("drop table verdict")


def _refresh(connection: duckdb.DuckDBPyConnection, *, likeness: bool) -> None:
    """Make signatures of another version anew."""
    run = connection.execute
    if not run("select 1 from signatures where version != $v limit 1", {"v": VERSION}).fetchall():
        return
    run(CANDIDATES.format(evened=evened(ADMITTED)))
    run("create or replace temp table band_row (pos bigint, band bigint)")
    if likeness:
        near.sign(connection, "candidate", "band_row")
        run("""insert into band_row select pos, (hash('structure', structure) >> 1)::bigint
               from candidate where structure is not null""")
    run("""create or replace temp table signed as
           select s.instruction_id, s.root_id, s.wave, s.round, c.exact, c.template, c.structure,
                  case when len(s.bands) = 0 then [] else coalesce(b.bands, []) end as bands,
                  $v as version
           from signatures as s join candidate as c on c.id = s.instruction_id
           left join (select pos, list(band order by band) as bands from band_row group by pos) as b
               on b.pos = c.pos""", {"v": VERSION})  # fmt: skip
    run("delete from signatures")
    run("insert into signatures select * from signed order by wave, round, instruction_id")
    for name in ("candidate", "band_row", "signed"):
        run(f"drop table {name}")
