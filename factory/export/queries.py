"""The SQL behind each dataset: what is considered, what is left out and why, in which order.

Each `candidate` row carries a `reason`: null means exported, anything else is counted, so that
rows + left out = what was considered. Orders are total, and means are taken over integers or
over ordered lists: threads and insertion order change no byte.
"""

from factory.export.windows import Window

RATING_GAP = 1.0
"""A pair that was rated and not ranked counts from this difference of the 3 to 15 points on."""

BLANK = "E' \\t\\r\\n'"
"""Stripped from both ends, so that `prompt` + `completion` meets at one line break."""


def instructions_sql(window: Window) -> str:
    """Accepted instructions, with their evidence and the operators on the way from the seed."""
    return f"""
    with recursive {_accepted(window)},
    edge as materialized (
        select e.child_id, e.parent_id, e.position, c.operator
        from parents as e
        join instructions as c on c.id = e.child_id and {window.of("c")}
        join root using (root_id)
    ),
    lineage as (
        select i.id, []::varchar[] as operators from instructions as i
        join root using (root_id)
        where {window.of("i")} and not exists (select 1 from edge as e where e.child_id = i.id)
        union all
        select e.child_id, list_append(l.operators, e.operator)
        from lineage as l join edge as e on e.parent_id = l.id and e.position = 0
    ),
    family as (
        select child_id as id, list(parent_id order by position, parent_id) as parents
        from edge group by child_id
    ),
    rated as (
        select instruction_id as id, avg(definition) as definition,
               avg("precision") as "precision", avg(integrity) as integrity
        from ratings as r where {window.of("r")} group by instruction_id
    ),
    candidate as (
        select null::varchar as reason, a.id, a.root_id, a.split, a.round, a.direction,
               a.operator, a.text as instruction, v.answer, v.answer_source, v.verified,
               v.pass_rate, v.samples, t.definition, t."precision", t.integrity,
               coalesce(f.parents, []) as parents, coalesce(l.operators, []) as operators,
               a.model, a.source, a.position
        from accepted as a
        left join votes as v on v.instruction_id = a.id and {window.of("v")}
        left join rated as t on t.id = a.id
        left join family as f on f.id = a.id
        left join lineage as l on l.id = a.id
    )"""


def sft_sql(window: Window, per_instruction: int) -> str:
    """Right solutions without a step that is wrong or an equation that is false.

    Of several, those whose every step was found right come first, those with a doubtful one last;
    else those drawn first: the shortest would teach haste.
    """
    return f"""
    with {_accepted(window)},
    graded as (
        select l.solution_id as id, bool_and(label is not distinct from 1) as sound,
               bool_or(label = -1 or starts_with(sources, 'arithmetic:-1')) as wrong
        from step_labels as l where {window.of("l")} group by l.solution_id
    ),
    solution as (
        select a.id, a.instruction_id, a.sample, trim(a.text, {BLANK}) as completion,
               i.text, i.root_id, i.split, i.round, i.position,
               case when g.sound then 0 when g.sound is null then 1 else 2 end as doubt,
               case when a.finish_reason in ('length', 'content_filter')
                         or trim(a.text, {BLANK}) = '' then 'cut_off'
                    when g.wrong then 'wrong_step'
               end as fault
        from attempts as a
        join accepted as i on i.id = a.instruction_id
        join verdicts as v on v.solution_id = a.id and v.verdict = 'right'
            and {window.of("v")}
        left join graded as g on g.id = a.id
        where {window.of("a")}
    ),
    first_of_text as (
        select id, row_number() over (
            partition by instruction_id, fault is null, md5(completion)
            order by doubt, sample, id) as copy
        from solution
    ),
    ordered as (
        select s.id, row_number() over (
            partition by instruction_id order by doubt, sample, s.id) as nth
        from solution as s join first_of_text as c on c.id = s.id and c.copy = 1
        where fault is null
    ),
    candidate as (
        select case when s.fault is not null then s.fault
                    when o.nth is null then 'same_text'
                    when o.nth > {per_instruction} then 'enough_others' end as reason,
               {_prompt("s.text")} as prompt, s.completion, s.id, s.instruction_id, s.root_id,
               v.answer, s.split, s.position, s.round, s.sample
        from solution as s
        left join ordered as o on o.id = s.id
        left join votes as v on v.instruction_id = s.instruction_id and {window.of("v")}
    )"""


def irm_sql(window: Window) -> str:
    """Pairs that most judges order alike: by rankings, or by ratings where no judge ranked them."""
    return f"""
    with {_root(window)},
    text as (
        select i.id, i.root_id, i.split, i.round, trim(i.text, {BLANK}) as text
        from instructions as i join root using (root_id) where {window.of("i")}
    ),
    seen as (
        select r.root_id, r.judge, r.instruction_id as id, max(r.size) as size,
               max(r.place) filter (where ordering = 0) as as_is,
               max(r.place) filter (where ordering = 1) as reversed
        from rankings as r join root using (root_id) where {window.of("r")}
        group by all
    ),
    ranked as (
        select x.id as a, y.id as b, x.judge, 'ranking' as source,
               case when x.as_is + x.reversed + y.as_is + y.reversed is null then 'one_order'
                    when sign(y.as_is - x.as_is) != sign(y.reversed - x.reversed)
                        then 'order_dependent'
                    when y.as_is = x.as_is then 'tied' end as fault,
               sign(y.as_is - x.as_is) as side,
               least(1.0, abs(y.as_is - x.as_is + y.reversed - x.reversed)
                          / (2.0 * greatest(x.size - 1, 1))) as distance
        from seen as x join seen as y using (root_id, judge) where x.id < y.id
    ),
    rated as (
        select x.instruction_id as a, y.instruction_id as b, x.judge, 'rating' as source,
               x.definition + x."precision" + x.integrity
               - y.definition - y."precision" - y.integrity as gap
        from ratings as x
        join text as tx on tx.id = x.instruction_id
        join text as ty on ty.root_id = tx.root_id and tx.id < ty.id
        join ratings as y on y.instruction_id = ty.id and y.judge = x.judge and {window.of("y")}
        where {window.of("x")}
    ),
    rated_alone as (
        select a, b, judge, source,
               case when abs(avg(gap) over pair) < {RATING_GAP} or gap = 0 then 'tied' end as fault,
               sign(gap) as side, abs(gap) / 12.0 as distance
        from rated where (a, b) not in (select (a, b) from ranked)
        window pair as (partition by a, b)
    ),
    said as (
        select *, case when fault is null then side end as wins from ranked
        union all
        select *, case when fault is null then side end from rated_alone
    ),
    pair as (
        select a, b, source, count(*) as judges,
               count(*) filter (where wins = 1) as for_a,
               count(*) filter (where wins = -1) as for_b,
               count(*) filter (where fault = 'order_dependent') as dependent,
               count(*) filter (where fault = 'one_order') as alone,
               list(distance order by judge) filter (where wins = 1) as far_a,
               list(distance order by judge) filter (where wins = -1) as far_b
        from said group by a, b, source
    ),
    decided as (
        select *, case when 2 * for_a > judges then 1 when 2 * for_b > judges then -1 end as better
        from pair
    ),
    candidate as (
        select case when c.text = r.text then 'same_text'
                    when d.better is not null then null
                    when for_a > 0 and for_b > 0 then 'judges_disagree'
                    when dependent > 0 then 'order_dependent'
                    when alone > 0 then 'one_order'
                    when for_a + for_b > 0 then 'no_majority'
                    else 'tied' end as reason,
               c.text as chosen, r.text as rejected,
               list_avg(case when d.better = 1 then far_a else far_b end) as margin,
               c.id || '>' || r.id as id, c.id as chosen_id, r.id as rejected_id, c.root_id,
               d.source, d.judges, greatest(for_a, for_b) / d.judges as agreement,
               c.split, root.position, c.round, r.round as other_round
        from decided as d
        join text as c on c.id = case when d.better = -1 then d.b else d.a end
        join text as r on r.id = case when d.better = -1 then d.a else d.b end
        join root on root.root_id = c.root_id
    )"""


def prm_sql(window: Window) -> str:
    """Labelled solutions, cut after the first wrong step and before the first doubtful one."""
    return f"""
    with {_accepted(window)},
    labelled as (
        select l.solution_id, l.instruction_id, count(*) as steps,
               coalesce(min(idx) filter (where label is distinct from 1), count(*)) as stop,
               list(l.text order by idx) as texts, list(l.label order by idx) as said,
               list(l.sources order by idx) as sources, list(l.agreement order by idx) as agreed
        from step_labels as l
        join instructions as i on i.id = l.instruction_id and {window.of("i")}
        join root using (root_id)
        where {window.of("l")} group by all
    ),
    trusted as (
        select *, coalesce(said[stop + 1] = -1, false) as wrong,
               stop + coalesce(said[stop + 1] = -1, false)::int as kept
        from labelled
    ),
    candidate as (
        select case when i.id is null then 'not_accepted'
                    when t.kept = 0 then 'no_trusted_step'
                    when t.stop = t.steps and v.verdict = 'wrong' then 'error_not_found'
               end as reason,
               {_prompt("i.text")} as prompt, t.texts[1:t.kept] as completions,
               list_transform(t.said[1:t.kept], lambda label: label = 1) as labels,
               case when t.wrong then t.stop when t.stop = t.steps then -1 end as first_error,
               t.solution_id, t.instruction_id, i.root_id,
               case v.verdict when 'right' then true when 'wrong' then false end as answer_correct,
               array_to_string(list_sort(list_distinct(list_transform(
                   list_filter(string_split(array_to_string(t.sources[1:t.kept], ' '), ' '),
                               lambda one: one != ''),
                   lambda one: regexp_replace(one, ':[^:]*$', '')))), ' ') as source,
               list_min(t.agreed[1:t.kept]) as agreement, i.split, i.position, i.round
        from trusted as t
        left join accepted as i on i.id = t.instruction_id
        left join verdicts as v on v.solution_id = t.solution_id and {window.of("v")}
    )"""


def ppo_sql(window: Window) -> str:
    """Accepted instructions whose answer a solution arrived at, with the mean rating squashed."""
    return f"""
    with {_accepted(window)},
    rated as (
        select instruction_id as id,
               sum(definition + "precision" + integrity) / (3.0 * count(*)) as mean
        from ratings as r where {window.of("r")} group by instruction_id
    ),
    candidate as (
        select case when v.answer is null then 'no_answer'
                    when not v.verified then 'not_verified' end as reason,
               {_prompt("a.text")} as prompt, v.answer as ground_truth,
               round(1 / (1 + exp(3 - t.mean)), 6) as r_i, v.pass_rate, a.id, a.root_id,
               'factory/' || a.direction as data_source, a.split, a.position, a.round
        from accepted as a
        left join votes as v on v.instruction_id = a.id and {window.of("v")}
        left join rated as t on t.id = a.id
    )"""


ORDER = {
    "instructions": "position, round, id",
    "sft": "position, round, instruction_id, sample, id",
    "irm": "position, round, chosen_id, other_round, rejected_id",
    "prm": "position, round, instruction_id, solution_id",
    "ppo": "position, round, id",
}
"""Total orders: by the seed's place first, so that a longer run begins with the same rows."""


def _root(window: Window) -> str:
    return f"""root as materialized (
        select s.id as root_id, s.position, s.source from seeds as s
        where s.position between {window.first} and {window.last} and {window.of("s")}
    )"""


def _accepted(window: Window) -> str:
    return f"""{_root(window)},
    accepted as (
        select i.*, root.position, root.source
        from instructions as i join root using (root_id)
        where {window.of("i")} and i.id in (
            select o.item from outcomes as o
            where o.stage = 'select' and o.status = 'done' and {window.of("o")})
    )"""


def _prompt(text: str) -> str:
    return f"trim({text}, {BLANK}) || chr(10)"
