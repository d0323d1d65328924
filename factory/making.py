"""Making candidates: evolve and eliminate a slot; solve and verify an instruction.

What is done for one slot or one instruction is a flow, committed together. What is still to do is
asked of the ledger each time, so there is no other state to resume from.
"""

from dataclasses import replace

import duckdb

from factory.check import Policy as AnswerPolicy
from factory.check import split
from factory.engine import Flow, ItemContext
from factory.recipe import Round
from factory.records import Attempt, Instruction, Seed, digest
from factory.run import INSTRUCTION, Run
from factory.stages.admit import admit as admit_step
from factory.stages.eliminate import Limits, eliminate
from factory.stages.evolve import OPERATORS
from factory.stages.evolve import evolve as evolve_item
from factory.stages.screen import screen as screen_step
from factory.stages.screen import screen_seeds
from factory.stages.seed import instruction_of
from factory.stages.select import select as select_step
from factory.stages.solve import solve
from factory.stages.verify import Policy, verify
from factory.store.tables import rows_of


async def plant(run: Run, wave: int) -> None:
    """Write the round-0 instructions of a wave, from the stored seeds."""

    def step(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
        query = """select * from seeds where wave = $wave
                   and id not in (select id from instructions where round = 0) order by position"""
        return connection.execute(query, {"wave": wave}).fetchall()

    rows = await run.engine.writer.run(step)
    if not rows:
        return
    flow = Flow(run.engine, "seed", str(wave), wave, 0, "seed", {"seed": len(rows)})
    for row in rows:
        instruction = instruction_of(Seed(*row), run.recipe.test)  # type: ignore[arg-type]
        flow.rows.append(instruction)
        flow.end("seed", instruction.id, "done")
    await run.engine.writer.put(rows_of([*flow.rows, *flow.outcomes]))
    run.engine.tally.settle("seed", "done", None, len(rows))


async def evolve(run: Run, wave: int, number: int, step: Round) -> None:
    """Candidates from every parent on the frontier; failed evolutions are eliminated."""
    base = 0 if step.from_ == "seed" else number - 1
    rows = await run.read(
        f"""select {INSTRUCTION}
            from frontier as f join instructions as i on i.id = f.instruction_id
            where f.wave = $wave and f.round = $base order by f.root_id, f.position""",
        wave=wave,
        base=base,
    )
    done = await run.settled("evolve", wave)
    slots = [
        (parent, variant)
        for parent in (Instruction(*row) for row in rows)
        for variant in range(step.variants)
        if f"{parent.id}>{number}/{variant}" not in done
    ]
    run.expect("evolve", len(slots))
    settings = run.recipe.evolve
    limits = Limits(max_added_words=settings.max_added_words)

    async def work(slot: tuple[Instruction, int]) -> None:
        parent, variant = slot
        chance = ItemContext(run.engine, "evolve", "", "").rng(parent.id, number, variant)
        operator = OPERATORS[chance.choice(step.operators)]
        key = f"{parent.id}>{number}/{variant}"
        item = f"{parent.id}>{number}/{operator.name}/{variant}"

        async def write(ctx: ItemContext) -> tuple[Instruction, str | None]:
            child, edge = await evolve_item(
                parent,
                operator=operator,
                round=number,
                variant=variant,
                model=settings.model,
                prompt=run.prompts["evolve"],
                tries=settings.tries,
                ctx=ctx,
            )
            flow.rows += [replace(child, reply_key=ctx.reply_key), edge]
            return child, ctx.reply_text

        async def sift(child: Instruction, reply: str | None) -> None:
            eliminate(child.text, parent.text, operator, reply_text=reply, limits=limits)

        async def steps(flow: Flow) -> None:
            written = await flow.settle("evolve", item, write)
            if written is not None:
                await flow.settle("eliminate", written[0].id, lambda _: sift(*written))

        flow = Flow(run.engine, "evolve", key, wave, number, operator.name, {"evolve": 1})
        await flow.run(steps)

    await run.engine.each(slots, work, run.live(settings.model))


async def admit(run: Run, wave: int, number: int) -> None:
    """Turn away what was there before, and what comes from a test set."""
    rules = run.recipe.admit
    await run.decide("admit", wave, number, lambda c: admit_step(c, wave, number, rules))


async def attempt(run: Run, wave: int, number: int) -> None:
    """Solve every admitted instruction of a round several times, and verify the answers."""
    rows = await run.read(
        f"""select {INSTRUCTION}, s.solutions, s.steps from instructions as i
            join outcomes as o on o.stage = 'admit' and o.item = i.id and o.status = 'done'
            left join seeds as s on s.id = i.id and i.round = 0
            where i.wave = $wave and i.round = $round
              and i.id not in (select key from settled where flow = 'solve')
            order by i.id""",
        wave=wave,
        round=number,
    )
    settings, policy = run.recipe.solve, run.recipe.verify
    answers = AnswerPolicy.of(policy.answers.model_dump())
    limits = Policy(policy.share, policy.decided, policy.margin, policy.seconds, answers)
    run.expect("solve", sum(settings.samples for row in rows if not row[-2]))
    run.expect("verify", len(rows))

    async def work(row: tuple[object, ...]) -> None:
        instruction = Instruction(*row[:-2])  # type: ignore[arg-type]
        given = given_attempts(instruction, row[-2], row[-1])  # type: ignore[arg-type]

        async def sample(number: int) -> Attempt | None:
            async def once(ctx: ItemContext) -> Attempt:
                attempt = await solve(
                    instruction,
                    sample=number,
                    model=settings.model,
                    prompt=run.prompts["solve"],
                    tries=settings.tries,
                    ctx=ctx,
                )
                return replace(attempt, reply_key=ctx.reply_key)

            return await flow.settle("solve", f"{instruction.id}#{number}", once)

        samples = 0 if given else settings.samples

        async def steps(flow: Flow) -> None:
            tried = await flow.together(*(sample(n) for n in range(samples)))
            attempts = given + [attempt for attempt in tried if attempt is not None]
            flow.rows += attempts

            async def judge(ctx: ItemContext) -> None:
                vote, verdicts = await verify(instruction, attempts, policy=limits, ctx=ctx)
                flow.rows += [vote, *verdicts]

            await flow.settle("verify", instruction.id, judge)

        items = {"solve": samples, "verify": 1}
        flow = Flow(run.engine, "solve", instruction.id, wave, number, instruction.operator, items)
        await flow.run(steps)

    await run.engine.each(rows, work, run.live(settings.model))


async def screen(run: Run, wave: int, number: int, step: Round | None = None) -> None:
    """Move the frontier; `step` is None for the seeds, which are not screened."""
    if step is None:
        await run.decide("screen", wave, 0, lambda c: screen_seeds(c, wave))
        return
    base = 0 if step.from_ == "seed" else number - 1
    rules = run.recipe.screen
    await run.decide(
        "screen",
        wave,
        number,
        lambda c: screen_step(
            c, wave, number, base=base, unsolved=rules.unsolved, too_easy=rules.too_easy
        ),
    )


async def select(run: Run, wave: int) -> None:
    """Accept what the recipe's rules accept."""
    settings, rules = run.recipe.select, run.recipe.admit
    await run.decide(
        "select",
        wave,
        None,
        lambda c: select_step(
            c,
            wave,
            tuple(settings.rules),
            prefer=settings.prefer if rules.near_ends == "select" else (),
            against=rules.against,
            quarantine=rules.quarantine,
        ),
    )


def given_attempts(
    instruction: Instruction, solutions: list[str] | None, steps: list[list[str]] | None
) -> list[Attempt]:
    """The solutions that came with a seed, as attempts."""
    attempts = []
    for n, text in enumerate(solutions or ()):
        attempts.append(
            Attempt(
                id=digest(instruction.id, "given", n, text),
                instruction_id=instruction.id,
                wave=instruction.wave,
                model="given",
                sample=n,
                text=text,
                finish_reason="stop",
                steps=steps[n] if steps else split(text),
                reply_key=None,
            )
        )
    return attempts
