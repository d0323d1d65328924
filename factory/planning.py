"""`factory plan`: a dry run of the line, with the journal and without a model.

The line itself runs, on a database in a temporary folder, with the seeds and with the replies that
were bought already. Each call that the journal has no reply to is counted, with its prompt really
rendered, and its item is given up, so that the line goes on without it. What would come after such
items is reckoned from yields (`factory.money.forecast`). Nothing is bought, and nothing is written
outside the temporary folder.
"""

import asyncio
import contextlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from factory.check.worker import Workers
from factory.engine import Engine, ItemContext
from factory.errors import Transient
from factory.line import PendingLeft, line
from factory.models import Reply, Request
from factory.models.calling import Model
from factory.money.forecast import Asked, Counts, Forecast, Observed, Sizes, forecast
from factory.money.funding import refuse_unbounded
from factory.opening import load_prompts, make_models
from factory.recipe import Recipe
from factory.records import STAGES, Seed
from factory.resume import Held, held_before, identity_of
from factory.run import Run
from factory.stages.prompts import Prompt
from factory.stages.seed import read_seeds
from factory.store.file import NAME, insert, open_run
from factory.store.journal import Journal, open_other
from factory.store.tables import row_of
from factory.store.views import create_views
from factory.store.writer import Writer
from factory.tally import StageCount, Tally

MOST_ROOTS = 2000
"""Roots that a dry run goes down the line with; more are taken to be like these."""


FEW_ROOTS = 40
"""Roots of the estimate that is stored when a run begins: it must not hold the run up."""


class NotBought(Transient):
    """The journal has no reply to this call."""


@dataclass(slots=True)
class DryEngine(Engine):
    """An engine that buys nothing, and counts what it would have bought."""

    missed: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """By stage and identity of the model: number of calls, bytes of their prompts."""

    async def _buy(self, asker: ItemContext, model: Model, request: Request, key: int) -> Reply:
        counts = self.missed.setdefault((asker.stage, model.identity), [0, 0])
        counts[0] += 1
        counts[1] += sum(len(m.content.encode("utf-8", "replace")) for m in request.messages)
        raise NotBought("not bought")


GAVE_UP = "(status = 'failed' and reason = 'gave_up')"

WAITING = f"""
select i.id from instructions as i
where i.id in (select split_part(item, '#', 1) from outcomes where stage = 'solve' and {GAVE_UP})
"""
"""Instructions with a solution that the journal does not have."""

BLIND = f"{WAITING} and i.id not in (select instruction_id from attempts)"
"""Those with none at all: the others were screened by the solutions that there are."""

REVIVED = f"""
update outcomes set status = 'done', reason = null
where stage = 'verify' and wave = $wave and round = 0 and item in ({WAITING})
"""


@dataclass(frozen=True, slots=True)
class OneWave(Run):
    """A run that knows of one wave alone, so that a late one holds no other up."""

    wave: int = 0

    async def waves(self) -> list[int]:
        """That wave."""
        return [self.wave]

    async def decide(
        self,
        stage: str,
        wave: int,
        round: int | None,
        step: Callable[[duckdb.DuckDBPyConnection], bool],
    ) -> None:
        """As ever; but seeds that only wait for their solutions go on."""
        if stage == "screen" and round == 0:
            await self.read(REVIVED, wave=wave)
        await Run.decide(self, stage, wave, round, step)


def plan(
    recipe: Recipe,
    folder: Path,
    *,
    update: bool = False,
    reuse: Sequence[Path] = (),
) -> Forecast:
    """What `factory run` with the same options would still buy.

    Raises:
        UserError: the folder was made by another recipe (and no `update`), it is live, a seed
            file is bad, a model cannot be made, nothing bounds what a model with a budget costs.
    """
    prompts, models = load_prompts(recipe), make_models(recipe)
    if recipe.budget:
        refuse_unbounded(recipe, {name: model.price for name, model in models.items()})
    with contextlib.ExitStack() as stack:
        others = [stack.enter_context(contextlib.closing(open_other(one))) for one in reuse]
        kept: list[Seed] | None = None
        if (folder / NAME).exists():
            own = stack.enter_context(contextlib.closing(open_other(folder)))
            others.insert(0, own)
            held = held_before(own, identity_of(recipe, prompts, models), folder, update=update)
            if held is Held.SAME_SEEDS:
                kept = stored_seeds(own)
        seeds = iter(kept) if kept else read_seeds(recipe.seeds, wave=recipe.wave).seeds
        first = list(islice(seeds, MOST_ROOTS))
        rest = sum(1 for _ in seeds)
        return estimate(recipe, prompts, models, first, len(first) + rest, others)


def stored_seeds(connection: duckdb.DuckDBPyConnection, most: int | None = None) -> list[Seed]:
    """The seeds that a run stored, in order."""
    query = f"select * from seeds order by position limit {most or 'null'}"
    return [Seed(*row) for row in connection.execute(query).fetchall()]


def estimate(
    recipe: Recipe,
    prompts: Mapping[str, Prompt],
    models: Mapping[str, Model],
    seeds: Sequence[Seed],
    all_seeds: int,
    others: Sequence[duckdb.DuckDBPyConnection],
) -> Forecast:
    """Forecast a run on these seeds, the first of `all_seeds`, with what others have bought."""
    with tempfile.TemporaryDirectory(prefix="factory-plan-") as place:
        settings = recipe.engine
        connection = open_run(Path(place), threads=settings.threads, memory=settings.memory)
        with contextlib.closing(connection):
            if seeds:
                insert(connection, "seeds", [row_of(seed)[1] for seed in seeds])
            create_views(connection)
            missed = asyncio.run(go_dry(recipe, prompts, models, connection, others))
            seen = observe(recipe, prompts, models, connection, others, missed)
    seen.all_roots = all_seeds
    return forecast(recipe, seen, {name: model.price for name, model in models.items()})


async def go_dry(
    recipe: Recipe,
    prompts: Mapping[str, Prompt],
    models: Mapping[str, Model],
    connection: duckdb.DuckDBPyConnection,
    others: Sequence[duckdb.DuckDBPyConnection],
) -> dict[tuple[str, str], list[int]]:
    """Go down the line without buying; what was missed."""
    writer = Writer(connection.cursor(), asyncio.get_running_loop())
    workers = Workers(recipe.engine.workers)
    tally = Tally({stage: StageCount() for stage in STAGES})

    async def no_export() -> None:
        return

    try:
        journal = Journal(connection, writer, tuple(others))
        engine = DryEngine(recipe.seed, models, journal, writer, workers, tally, give_up=True)
        waves = connection.execute("select distinct wave from seeds order by wave").fetchall()
        for (wave,) in waves:
            with contextlib.suppress(PendingLeft):
                await line(OneWave(engine, recipe, dict(prompts), wave), no_export)
    finally:
        await workers.close()
        await writer.close()
    return engine.missed


def observe(
    recipe: Recipe,
    prompts: Mapping[str, Prompt],
    models: Mapping[str, Model],
    connection: duckdb.DuckDBPyConnection,
    others: Sequence[duckdb.DuckDBPyConnection],
    missed: Mapping[tuple[str, str], list[int]],
) -> Observed:
    """Read what the dry run left in its tables."""

    def one(query: str) -> tuple[Any, ...]:
        row = connection.execute(query).fetchone()
        assert row is not None
        return tuple(row)

    asked: dict[tuple[str, str], Asked] = {}
    for name, model in models.items():
        for stage in prompts:
            known = measured(connection, others, stage, model.identity)
            calls, size = missed.get((stage, model.identity), (0, 0))
            known.missed, known.prompt_bytes = calls, size
            if known.missed or known.known or known.unused:
                asked[stage, name] = known
    (decided, new) = one(
        f"""select (select count(*) from outcomes where stage = 'evolve' and not {GAVE_UP}),
            (select count(*) from outcomes where stage = 'admit' and round > 0
                and status = 'done')"""
    )
    (screened, stayed) = one(
        f"""select count(*), count(*) filter (status = 'done') from outcomes
            where stage = 'screen' and item not in ({BLIND})"""
    )
    (unsettled, unsolved, partial) = one(
        f"""select count(*) filter (round > 0 and id in ({BLIND})),
            count(*) filter (round = 0 and id in ({BLIND})),
            count(*) filter (round > 0 and id not in ({BLIND}))
            from instructions where id in ({WAITING})"""
    )
    (roots, size) = one("select count(*), coalesce(avg(strlen(text)), 200) from seeds")
    fixed = {role: len(p.system.encode()) + len(p.user.encode()) for role, p in prompts.items()}
    return Observed(
        roots,
        roots,
        asked,
        Counts(decided, new),
        Counts(screened, stayed),
        unsettled,
        unsolved,
        partial,
        float(size),
        fixed,
    )


MEASURED = """
with told as (
    select r.prompt_tokens, r.completion_tokens, r.latency, r.item, sum(strlen(p.content)) as bytes
    from replies as r, unnest(r.prompts) as u(k) join prompts as p on p.k = u.k
    where r.stage = $stage and r.model = $model and r.finish_reason != 'refused'
    group by r.k, r.prompt_tokens, r.completion_tokens, r.latency, r.item
)
select count(*), count(distinct item), avg(bytes), coalesce(stddev_samp(bytes), 0),
    count(completion_tokens), avg(completion_tokens),
    coalesce(stddev_samp(completion_tokens), 0),
    avg(latency), coalesce(stddev_samp(latency), 0),
    sum(bytes) filter (prompt_tokens > 0) / nullif(sum(prompt_tokens), 0)
from told
"""


def measured(
    connection: duckdb.DuckDBPyConnection,
    others: Sequence[duckdb.DuckDBPyConnection],
    stage: str,
    identity: str,
) -> Asked:
    """What the replies of one stage and model show: those used here, else those there are."""
    place = {"stage": stage, "model": identity}
    count = "select count(*) from replies where stage = $stage and model = $model"
    there = 0
    sources = [connection]
    for other in others:
        (number,) = other.execute(count, place).fetchone() or (0,)
        there += number
        sources += [other] if number else []
    row = connection.execute(MEASURED, place).fetchone()
    assert row is not None
    known, items = row[0], row[1]
    if known < 5 and len(sources) > 1:
        row = sources[1].execute(MEASURED, place).fetchone()
        assert row is not None
    (number, _, size, size_off, counted, length, length_off, seconds, seconds_off, rate) = row
    return Asked(
        known=known,
        items=items,
        unused=max(0, there - known),
        prompt=Sizes(number, size or 0.0, size_off),
        reply=Sizes(counted, length or 0.0, length_off),
        latency=Sizes(number if seconds else 0, seconds or 0.0, seconds_off),
        bytes_a_token=rate,
    )


def store_estimate(
    recipe: Recipe,
    prompts: Mapping[str, Prompt],
    models: Mapping[str, Model],
    connection: duckdb.DuckDBPyConnection,
    reuse: Sequence[Path],
    run: int,
) -> None:
    """Estimate a run that begins, from the first of its stored seeds, and keep the estimate."""
    ((seeds,),) = connection.execute("select count(*) from seeds").fetchall()
    with contextlib.ExitStack() as stack:
        others = [stack.enter_context(contextlib.closing(connection.cursor()))]
        others += [stack.enter_context(contextlib.closing(open_other(one))) for one in reuse]
        first = stored_seeds(connection, FEW_ROOTS)
        made = estimate(recipe, prompts, models, first, seeds, others)
    noted = datetime.now(UTC).replace(tzinfo=None)
    rows: list[tuple[object, ...]] = [(run, *row, noted) for row in lines_of(made)]
    if rows:
        insert(connection, "estimates", rows)


def lines_of(made: Forecast) -> Iterator[tuple[object, ...]]:
    """A forecast as rows of the table `estimates`, without run and time."""
    for one in made.lines:
        cells: list[object] = [one.stage, one.model]
        for what in (one.calls, one.prompt_tokens, one.completion_tokens, one.usd, one.seconds):
            cells += [what.low, what.likely, what.high] if what else [None, None, None]
        yield tuple(cells)
