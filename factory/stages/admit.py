"""Admit: what is new goes on; what was there before is turned away, with the leader named.

A greedy leader rule in (wave, round, id) order, so the arrival of replies changes nothing. Exact
duplicates (case and white space aside) are turned away against everything admitted so
far. Texts that differ in their numbers alone are capped per template, not dropped: a child with
smaller numbers is a good child. Near duplicates and contamination are not looked for here.
"""

import duckdb

SEEN = "lower(trim(regexp_replace(nfc_normalize(text), '[\\s\\p{Z}]+', ' ', 'g')))"
MASKED = f"regexp_replace({SEEN}, '[0-9]+([.,][0-9]+)*', '#', 'g')"

CANDIDATES = f"""
create or replace temp table candidate as
select id, operator, md5({SEEN}) as exact, md5({MASKED}) as template
from instructions as i
where wave = $wave and round = $round
  and (round = 0 or exists (
      select 1 from outcomes as o
      where o.stage = 'eliminate' and o.item = i.id and o.status = 'done'))
"""

DECISIONS = """
create or replace temp table decision as
with first_of_text as (
    select c.*, first_value(c.id) over (partition by c.exact order by c.id) as leader,
           s.instruction_id as earlier
    from candidate as c left join signatures as s using (exact)
), fresh as (
    select *, row_number() over (partition by template order by id)
              + (select count(*) from signatures as s where s.template = f.template) as nth
    from first_of_text as f where earlier is null and leader = id
)
select c.id, c.operator, c.exact, c.template,
       case when f.earlier is not null or f.leader != c.id then 'duplicate'
            when fresh.nth > $cap then 'template_cap' end as reason,
       coalesce(f.earlier, f.leader) as leader
from candidate as c
join first_of_text as f using (id)
left join fresh using (id)
"""

WRITTEN = (
    """insert into duplicates
       select id, leader, 'exact' from decision where reason = 'duplicate' order by id""",
    """insert into signatures
       select id, $wave, $round, exact, template from decision where reason is null order by id""",
    """insert into outcomes
       select 'admit', id, $wave, $round, operator,
              case when reason is null then 'done' else 'rejected' end, reason,
              case when reason = 'duplicate' then 'of ' || leader end
       from decision order by id""",
)


def admit(
    connection: duckdb.DuckDBPyConnection, wave: int, round: int, *, max_per_template: int
) -> bool:
    """Decide about every candidate of one round, in the caller's transaction.

    A round that was decided before is left as it is, and False is returned.
    """
    place = {"wave": wave, "round": round}
    decided = connection.execute(
        "select 1 from outcomes where stage = 'admit' and wave = $wave and round = $round limit 1",
        place,
    ).fetchall()
    if decided:
        return False
    connection.execute(CANDIDATES, place)
    connection.execute(DECISIONS, {"cap": max_per_template})
    for statement in WRITTEN:
        connection.execute(statement, {k: v for k, v in place.items() if f"${k}" in statement})
    connection.execute("drop table decision")
    connection.execute("drop table candidate")
    return True
