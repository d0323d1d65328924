"""Screen: what the solutions tell of a candidate, and which instruction a root goes on with.

A candidate that nobody solved is broken or too hard. An upward candidate that everybody solved
is too easy, a downward one may be. Where the number of steps contradicts the direction that was
asked for and the pass rate does not speak for it, the candidate is turned away. A candidate that
fails leaves its parent on the frontier, so the lineage goes on.
"""

import duckdb

DECISIONS = """
create or replace temp table screened as
with pair as (
    select i.id, i.operator, i.direction, c.*, p.pass_rate as parent_rate, p.steps as parent_steps
    from instructions as i
    join outcomes as o on o.stage = 'verify' and o.item = i.id and o.status = 'done'
    join votes as c on c.instruction_id = i.id
    join parents as e on e.child_id = i.id and e.position = 0
    left join votes as p on p.instruction_id = e.parent_id
    where i.wave = $wave and i.round = $round
)
select id, operator,
    case
        when $unsolved = 'reject' and n_right = 0 and n_wrong > 0 then 'unsolved'
        when $unsolved = 'reject' and n_right = 0 and answer is null then 'no_agreement'
        when direction = 'upward' and pass_rate >= parent_rate and steps < parent_steps
            then 'not_harder'
        when direction = 'downward' and pass_rate <= parent_rate and steps > parent_steps
            then 'not_easier'
        when direction = 'upward' and pass_rate = 1 and $too_easy != 'keep'
            and ($too_easy = 'strict'
                 or not coalesce(steps > parent_steps or pass_rate < parent_rate, false))
            then 'too_easy'
    end as reason,
    format('{} of {} solved, {} steps; parent {}, {} steps', n_right, samples, steps,
           coalesce(round(parent_rate, 2)::varchar, '?'), coalesce(parent_steps::varchar, '?')
    ) as detail
from pair
"""

OUTCOMES = """
insert into outcomes
select 'screen', id, $wave, $round, operator,
       case when reason is null then 'done' else 'rejected' end, reason,
       case when reason is not null then detail end
from screened order by id
"""

SEED_FRONTIER = """
insert into frontier
select i.wave, 0, i.root_id, 0, i.id
from instructions as i
join outcomes as o on o.stage = 'verify' and o.item = i.id and o.status = 'done'
where i.wave = $wave and i.round = 0
order by i.id
"""

NEXT_FRONTIER = """
insert into frontier
with survivor as (
    select e.parent_id, i.id, row_number() over (
        partition by e.parent_id order by i.variant, i.operator, i.id) as nth
    from screened as s
    join instructions as i using (id)
    join parents as e on e.child_id = i.id and e.position = 0
    where s.reason is null
)
select $wave, $round, f.root_id, f.position, coalesce(s.id, f.instruction_id)
from frontier as f
left join survivor as s on s.parent_id = f.instruction_id and s.nth = 1
where f.wave = $wave and f.round = $base
order by f.root_id, f.position
"""


def screen_seeds(connection: duckdb.DuckDBPyConnection, wave: int) -> bool:
    """Put the seeds that could be attempted on the frontier of round 0."""
    if _has_frontier(connection, wave, 0):
        return False
    connection.execute(SEED_FRONTIER, {"wave": wave})
    return True


def screen(
    connection: duckdb.DuckDBPyConnection,
    wave: int,
    round: int,
    *,
    base: int,
    unsolved: str,
    too_easy: str,
) -> bool:
    """Judge one round's candidates by their solutions, and move the frontier.

    `base` is the round whose frontier was evolved: the round before, or 0 for `from: seed`.
    Runs in the caller's transaction; a round that was screened before is left as it is, and
    False is returned.
    """
    if _has_frontier(connection, wave, round):
        return False
    place = {"wave": wave, "round": round}
    connection.execute(DECISIONS, {**place, "unsolved": unsolved, "too_easy": too_easy})
    connection.execute(OUTCOMES, place)
    connection.execute(NEXT_FRONTIER, {**place, "base": base})
    connection.execute("drop table screened")
    return True


def _has_frontier(connection: duckdb.DuckDBPyConnection, wave: int, round: int) -> bool:
    query = "select 1 from frontier where wave = $wave and round = $round limit 1"
    return connection.execute(query, {"wave": wave, "round": round}).fetchall() != []
