"""The views that people read a run through; they live in the run file, for any DuckDB client.

A view only says again what the tables say: it can be dropped and made anew at any time. What it
does not promise: the order of rows without an `order by` of your own.
"""

import duckdb

from factory.records import STAGES
from factory.store.tables import FORMAT

__all__ = ["FORMAT", "VIEWS", "create_views"]

SOLUTIONS = """
select a.id, a.instruction_id, a.wave, a.model, a.sample, a.text, a.finish_reason, a.steps,
    v.answer, v.rule, v.answer_group, v.verdict, v.reason, v.method, a.reply_key
from attempts as a left join verdicts as v on v.solution_id = a.id
"""

ACCEPTED = """
select i.id, i.root_id, i.wave, i.round, i.direction, i.operator, i.variant, i.text as problem,
    v.answer, v.answer_source, v.verified, v.samples, v.decided, v.top_votes, v.margin,
    v.pass_rate, v.steps, r.ratings, r.definition, r.precision, r.integrity, i.split, i.model
from instructions as i
join outcomes as o on o.stage = 'select' and o.item = i.id and o.status = 'done'
left join votes as v on v.instruction_id = i.id
left join (
    select instruction_id, count(*) as ratings, avg(definition) as definition,
        avg(precision) as precision, avg(integrity) as integrity
    from ratings group by instruction_id
) as r on r.instruction_id = i.id
"""

FUNNEL = f"""
with reasons as (
    select stage, round, operator, status, coalesce(reason, 'unnamed') as reason, count(*) as times
    from outcomes where status != 'done' group by all
), named as (
    select stage, round, operator,
        string_agg(reason || ' ' || times, ', ' order by times desc, reason) as reasons
    from reasons group by all
)
select o.stage, o.round, o.operator, count(*) as entered,
    count(*) filter (o.status = 'done') as done,
    count(*) filter (o.status = 'rejected') as rejected,
    count(*) filter (o.status = 'failed') as failed,
    any_value(n.reasons) as reasons
from outcomes as o
left join named as n on n.stage = o.stage and n.round = o.round and n.operator = o.operator
group by o.stage, o.round, o.operator
order by list_position({list(STAGES)}, o.stage), o.round, o.operator
"""

# An unknown price is counted apart: summed as nothing, it would make a run look cheap. What was
# lost is what calls without a reply, or without a count of tokens, can have cost at most.
COST = f"""
with bought as (
    select stage, model, operator, count(*) as calls, sum(prompt_tokens)::bigint as prompt_tokens,
        sum(cached_tokens)::bigint as cached_tokens,
        sum(completion_tokens)::bigint as completion_tokens, sum(cost) as usd,
        count(*) filter (cost is null) as unpriced, avg(latency) as mean_seconds,
        count(*) filter (reused) as reused
    from replies group by stage, model, operator
), lost as (
    select stage, model, operator, count(*) as losses, sum(usd) as lost_usd
    from losses group by stage, model, operator
)
select coalesce(b.stage, l.stage) as stage, coalesce(b.model, l.model) as model,
    coalesce(b.operator, l.operator) as operator, coalesce(b.calls, 0) as calls, b.prompt_tokens,
    b.completion_tokens, b.usd, coalesce(b.unpriced, 0) as unpriced, b.mean_seconds,
    b.cached_tokens, coalesce(b.reused, 0) as reused, coalesce(l.losses, 0) as losses, l.lost_usd
from bought as b full join lost as l
    on l.stage = b.stage and l.model = b.model and l.operator = b.operator
order by list_position({list(STAGES)}, coalesce(b.stage, l.stage)), 2, 3
"""

LINEAGE = """
with recursive up(instruction_id, ancestor_id, generation) as (
    select child_id, parent_id, 1 from parents
    union
    select u.instruction_id, p.parent_id, u.generation + 1
    from up as u join parents as p on p.child_id = u.ancestor_id where u.generation < 100
)
select u.instruction_id, u.generation, u.ancestor_id, i.round, i.direction, i.operator, i.model,
    i.text
from up as u left join instructions as i on i.id = u.ancestor_id
"""

AGREEMENT = """
with ratings_long as (
    unpivot (select instruction_id, judge, definition, precision, integrity from ratings)
    on definition, precision, integrity into name aspect value score
)
select 'rating' as what, a.aspect as detail, a.judge as one, b.judge as other,
    count(*) as compared, avg((a.score = b.score)::int) as same,
    avg(abs(a.score - b.score)) as apart
from ratings_long as a join ratings_long as b
    on a.instruction_id = b.instruction_id and a.aspect = b.aspect and a.judge < b.judge
group by all
union all
select 'step', null, a.source, b.source, count(*), avg((a.verdict = b.verdict)::int),
    avg(abs(a.verdict - b.verdict))
from step_verdicts as a join step_verdicts as b
    on a.solution_id = b.solution_id and a.idx = b.idx and a.source < b.source
where a.verdict is not null and b.verdict is not null
group by all
union all
select 'rank, shown in another order', null, a.judge, b.judge, count(*),
    avg((sign(a.place - c.place) = sign(b.place - d.place))::int), null
from rankings as a
join rankings as c on c.root_id = a.root_id and c.judge = a.judge and c.ordering = a.ordering
    and a.instruction_id < c.instruction_id
join rankings as b on b.root_id = a.root_id and b.judge = a.judge and b.ordering > a.ordering
    and b.instruction_id = a.instruction_id
join rankings as d on d.root_id = b.root_id and d.judge = b.judge and d.ordering = b.ordering
    and d.instruction_id = c.instruction_id
group by all
"""

# A right answer on a wrong way is kept as just that: `answer = 'right'`, `process = 'wrong'`.
PROCESSES = """
select l.solution_id, l.instruction_id, l.wave, v.verdict as answer,
    case when bool_or(l.label = -1) then 'wrong' when bool_and(l.label is not distinct from 1)
        then 'right' else 'doubtful' end as process,
    coalesce(min(l.idx) filter (l.label = -1), -1) as first_error, count(*) as steps,
    count(*) filter (l.agreement < 1) as disputed
from step_labels as l left join verdicts as v on v.solution_id = l.solution_id
group by l.solution_id, l.instruction_id, l.wave, v.verdict
"""

DIFFICULTY = """
select i.round, i.direction, i.operator, count(*) as instructions,
    count(v.pass_rate) as decided, avg(v.pass_rate) as pass_rate, median(v.steps) as steps,
    avg(v.verified::int) as verified
from instructions as i join votes as v on v.instruction_id = i.id
group by i.round, i.direction, i.operator
order by i.round, i.direction, i.operator
"""

# A leader is admitted, and in no other cluster: leaders are never duplicates themselves.
CLUSTERS = """
select leader_id as cluster_id, leader_id as instruction_id, 'leader' as kind, 1.0 as likeness
from duplicates group by leader_id
union all
select leader_id, instruction_id, kind, likeness from duplicates
"""

VIEWS = {
    "solutions": SOLUTIONS,
    "accepted": ACCEPTED,
    "funnel": FUNNEL,
    "cost": COST,
    "lineage": LINEAGE,
    "agreement": AGREEMENT,
    "difficulty": DIFFICULTY,
    "clusters": CLUSTERS,
    "processes": PROCESSES,
}
"""Name of the view -> its SELECT."""


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the views, or replace those of an earlier version."""
    for name, query in VIEWS.items():
        connection.execute(f"create or replace view {name} as {query}")
