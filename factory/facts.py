"""What is known of a run, as named queries: status, show, the card and reports ask these.

A number that is printed in two places comes from one query here, so that it is the same number.
"""

from pathlib import Path
from typing import Any, NamedTuple

from factory.records import STAGES


class Fact(NamedTuple):
    """One query, and what its rows say."""

    says: str
    sql: str


ENDED = """
    select item from outcomes
    where stage = 'select' or (status != 'done' and stage in
        ('eliminate', 'admit', 'verify', 'screen'))
"""

FACTS = {
    "run": Fact(
        "The latest start of the run, and how often it was started.",
        """select id as starts, started, recipe, recipe_digest, factory_version, format, origin,
           note from runs order by id desc limit 1""",
    ),
    "totals": Fact(
        "The whole run in one row.",
        f"""select
            (select count(*) from seeds) as seeds,
            (select count(*) from instructions where round > 0) as candidates,
            (select count(*) from attempts) as solutions,
            (select count(*) from accepted) as accepted,
            (select count(*) from accepted where verified) as verified,
            (select count(*) from instructions where id not in ({ENDED})) as unfinished,
            (select count(*) from replies) as replies,
            (select sum(cost) from replies) as usd,
            (select count(*) from replies where cost is null) as unpriced,
            (select sum(prompt_tokens)::bigint from replies) as prompt_tokens,
            (select sum(completion_tokens)::bigint from replies) as completion_tokens""",
    ),
    "stages": Fact(
        "Each stage in the order of the line: items in, and how they ended.",
        f"""select stage, count(*) as entered, count(*) filter (status = 'done') as done,
            count(*) filter (status = 'rejected') as rejected,
            count(*) filter (status = 'failed') as failed
            from outcomes group by stage order by list_position({list(STAGES)}, stage), stage""",
    ),
    "reasons": Fact(
        "Why items were rejected or failed, the commonest first within a stage.",
        f"""select stage, status, coalesce(reason, 'unnamed') as reason, count(*) as times
            from outcomes where status != 'done' group by stage, status, 3
            order by list_position({list(STAGES)}, stage), status desc, times desc, reason""",
    ),
    "spend": Fact(
        "What each stage bought of each model; usd is null where no price is known.",
        f"""select stage, model, count(*) as calls, sum(prompt_tokens)::bigint as prompt_tokens,
            sum(completion_tokens)::bigint as completion_tokens, sum(cost) as usd,
            count(*) filter (cost is null) as unpriced
            from replies group by stage, model
            order by list_position({list(STAGES)}, stage), model""",
    ),
    "estimate": Fact(
        "By stage: the estimate stored when the run (or its last --update) began, and what came.",
        f"""with latest as (
                select * from estimates where run = (select max(run) from estimates)
            ), told as (
                select stage, sum(calls_low) as calls_low, sum(calls_likely) as calls_likely,
                    sum(calls_high) as calls_high, sum(usd_low) as usd_low,
                    sum(usd_likely) as usd_likely, sum(usd_high) as usd_high
                from latest group by stage
            ), came as (
                select stage, count(*) as calls, sum(cost) as usd from replies
                where received >= (select min(noted) from latest) and not coalesce(reused, false)
                group by stage
            )
            select told.*, coalesce(came.calls, 0) as calls, came.usd
            from told left join came using (stage)
            order by list_position({list(STAGES)}, stage)""",
    ),
    "losses": Fact(
        "What calls without a reply, or a count of tokens, can have cost at most; below 0: what of "
        "it was given back. Rows that are no single call count as none.",
        """select reason, count(*) filter (model != '') as calls, sum(usd) as usd,
           count(*) filter (usd is null) as unknown
           from losses group by reason order by reason""",
    ),
    "accepted": Fact(
        "Accepted instructions by round and operator.",
        """select round, direction, operator, count(*) as accepted,
           count(*) filter (verified) as verified, avg(pass_rate) as pass_rate,
           avg(definition) as definition, avg(precision) as precision, avg(integrity) as integrity
           from accepted group by all order by round, direction, operator""",
    ),
    "operators": Fact(
        "How far the candidates of each operator came.",
        """select i.operator, any_value(i.direction) as direction, count(*) as written,
           count(*) filter (v.instruction_id is not null) as solved,
           count(*) filter (a.id is not null) as accepted
           from instructions as i left join votes as v on v.instruction_id = i.id
           left join accepted as a on a.id = i.id
           where i.round > 0 group by i.operator order by i.operator""",
    ),
    "difficulty": Fact(
        "Pass rate and number of steps by round and operator.",
        "select * from difficulty order by round, direction, operator",
    ),
    "agreement": Fact(
        "How far judges and checks agree with one another, and rankings with themselves.",
        "select * from agreement order by what, detail, one, other",
    ),
    "ratings": Fact(
        "What each judge gives on average.",
        """select judge, count(*) as ratings, avg(definition) as definition,
           avg(precision) as precision, avg(integrity) as integrity
           from ratings group by judge order by judge""",
    ),
    "steps": Fact(
        "Fused step labels: 1 right, 0 doubtful, -1 wrong, null not known.",
        """select label, count(*) as steps, avg(agreement) as agreement
           from step_labels group by label order by label desc nulls last""",
    ),
    "answers": Fact(
        "Where the answers of accepted instructions come from.",
        """select coalesce(answer_source, 'none') as answer_source, count(*) as accepted
           from accepted group by all order by accepted desc, answer_source""",
    ),
    "duplicates": Fact(
        "Instructions that are like an admitted one, by kind, and how large the clusters are.",
        """select kind, count(*) as instructions, count(distinct leader_id) as clusters,
           min(likeness) as least_likeness from duplicates group by kind order by kind""",
    ),
    "contamination": Fact(
        "Instructions that are tied to a test set, by what ties them.",
        """select test_set, place, tier, kind, count(*) as instructions from contamination
           group by all order by all""",
    ),
    "test_sets": Fact(
        "Test sets that the run was compared with; one that is missing says why.",
        "select name, items, missing from test_sets order by name",
    ),
    "splits": Fact(
        "Accepted instructions in train and test.",
        "select split, count(*) as accepted from accepted group by split order by split desc",
    ),
}
"""Name of the fact -> its query."""


def fact(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one fact about the run in `folder`, live or not."""
    from factory.store.reading import read_sql

    rows: list[dict[str, Any]] = read_sql(folder, FACTS[name].sql).to_pylist()
    return rows
