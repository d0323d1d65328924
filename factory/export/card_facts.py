"""What a dataset card says of a run, as queries. Sums are over integers: any order, one result."""

from factory.records import STAGES
from factory.store.views import VIEWS

SEEDS = """
select count(*) as seeds, count(reference_answer) as answers, count(rationale) as rationales,
       count(*) filter (where len(solutions) > 0) as solved
from seeds"""

WRITERS = """
select coalesce(model, 'seed') as model, count(*) as times
from instructions where id in (select item from outcomes where stage = 'select' and status = 'done')
group by all order by times desc, model"""

SOLVERS = """
select model, count(*) as times from attempts group by all order by times desc, model"""

FUNNEL = f"""
select * from (
    select stage, status, coalesce(reason, 'unnamed') as reason, count(*) as times
    from outcomes group by all
) order by coalesce(list_position({list(STAGES)}, stage), 99), stage, status, reason"""

OPERATORS = """
select operator,
       count(*) filter (where stage in ('seed', 'evolve')) as asked,
       count(*) filter (where stage in ('seed', 'eliminate') and status = 'done') as written,
       count(*) filter (where stage = 'admit' and status = 'done') as admitted,
       count(*) filter (where stage = 'screen' and status = 'done') as screened,
       count(*) filter (where stage = 'select' and status = 'done') as accepted
from outcomes
where operator in (select operator from instructions) or stage = 'evolve'
group by operator order by operator = 'seed' desc, operator"""

VOTES = """
select answer_source, count(*) as instructions, count(*) filter (where verified) as verified,
       sum(n_right)::bigint as agreeing, sum(n_wrong)::bigint as differing,
       sum(n_undecided)::bigint as undecided,
       count(*) filter (where pass_rate = 0) as never,
       count(*) filter (where pass_rate = 1) as always
from votes group by answer_source order by answer_source nulls last"""

AGREEMENT = f"""
select * from ({VIEWS["agreement"]}) order by what, detail, one, other"""

LABELS = """
select case label when 1 then 'right' when 0 then 'doubtful' when -1 then 'wrong'
            else 'not trusted (after an error, or nobody spoke)' end as label, count(*) as steps
from step_labels group by all order by steps desc, label"""

DUPLICATES = """
select kind, count(*) as instructions, count(distinct leader_id) as clusters
from duplicates group by kind order by kind"""

TEST_SETS = """
select t.name, t.items, t.missing, count(c.tier) filter (where c.tier = 'drop') as dropped,
       count(c.tier) filter (where c.tier = 'quarantine') as quarantined
from test_sets as t left join (
    select test_set, instruction_id, min(tier) as tier from contamination group by all) as c
    on c.test_set = t.name
group by t.name, t.items, t.missing order by t.name"""

FINDINGS = """
select place, kind, tier, count(*) as instructions from contamination
group by all order by all"""

COST = f"""
select stage, model, count(*) as calls, sum(prompt_tokens)::bigint as prompt_tokens,
       sum(completion_tokens)::bigint as completion_tokens,
       sum(round(cost * 1e9)::hugeint)::bigint as billionths,
       count(*) filter (where cost is null) as unpriced
from replies group by stage, model
order by coalesce(list_position({list(STAGES)}, stage), 99), stage, model"""
