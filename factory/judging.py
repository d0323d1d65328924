"""Judging: rate instructions, grade solutions step by step, rank the instructions of one root.

A judge that does not answer abstains; it never harms the item that it was asked about, and it
never counts as a low score.
"""

from factory.engine import Flow, ItemContext
from factory.records import Attempt, Instruction, StepVerdict
from factory.run import ALIVE, ATTEMPT, INSTRUCTION, Run
from factory.stages.evidence import SIBLINGS, Evidence
from factory.stages.grade import fuse
from factory.stages.grade import grade as grade_item
from factory.stages.rank import rank as rank_item
from factory.stages.rate import rate as rate_item


async def rate(run: Run, wave: int, number: int) -> None:
    """Every judge rates every instruction that is still alive."""
    settings = run.recipe.rate
    if not settings.judges:
        return
    done = await run.settled("rate", wave)
    pairs = [
        (instruction, judge)
        for instruction in await run.alive(wave, number)
        for judge in settings.judges
        if f"{instruction.id}@{judge}" not in done
    ]
    run.expect("rate", len(pairs))

    async def work(pair: tuple[Instruction, str]) -> None:
        instruction, judge = pair
        item = f"{instruction.id}@{judge}"

        async def once(ctx: ItemContext) -> None:
            rating = await rate_item(
                instruction,
                judge=judge,
                prompt=run.prompts["rate"],
                tries=settings.tries,
                ctx=ctx,
            )
            flow.rows.append(rating)

        async def steps(flow: Flow) -> None:
            await flow.settle("rate", item, once)

        flow = Flow(run.engine, "rate", item, wave, number, instruction.operator, {"rate": 1})
        await flow.run(steps)

    await run.engine.each(pairs, work, run.live(*settings.judges))


async def grade(run: Run, wave: int, number: int) -> None:
    """Label the steps of some right and some wrong solutions of each living instruction."""
    settings = run.recipe.grade
    rows = await run.read(
        f"""select {INSTRUCTION}, {ATTEMPT}, v.verdict
            from instructions as i {ALIVE}
            join attempts as a on a.instruction_id = i.id
            join verdicts as v on v.solution_id = a.id and v.verdict != 'undecided'
                and v.wave = $wave
            where i.wave = $wave and i.round = $round
              and i.id not in (select key from settled where flow = 'grade')
            qualify row_number() over (partition by i.id, v.verdict order by a.sample, a.id)
                <= case v.verdict when 'right' then $right else $wrong end
            order by i.id, a.sample, a.id""",
        wave=wave,
        round=number,
        right=settings.right,
        wrong=settings.wrong,
    )
    groups: dict[str, tuple[Instruction, list[tuple[Attempt, bool]]]] = {}
    width = len(Instruction.__slots__)
    for row in rows:
        _, chosen = groups.setdefault(row[0], (Instruction(*row[:width]), []))
        chosen.append((Attempt(*row[width:-1]), row[-1] == "right"))
    run.expect("grade", len(rows) * len(settings.judges))
    right = await _right_solutions(run, wave, number)

    async def work(group: tuple[Instruction, list[tuple[Attempt, bool]]]) -> None:
        instruction, chosen = group
        evidence = Evidence(instruction, right.get(instruction.id, {}))

        async def steps(flow: Flow) -> None:
            await flow.together(*(_grade_one(run, flow, evidence, *one) for one in chosen))

        items = {"grade": len(chosen) * len(settings.judges)}
        flow = Flow(run.engine, "grade", instruction.id, wave, number, instruction.operator, items)
        await flow.run(steps)

    await run.engine.each(groups.values(), work, run.live(*settings.judges))


async def _right_solutions(run: Run, wave: int, number: int) -> dict[str, dict[str, list[str]]]:
    """Steps of some right solutions by instruction and id, where there is no rationale."""
    rows = await run.read(
        """select i.id, a.id, a.steps
            from instructions as i
            join attempts as a on a.instruction_id = i.id
            join verdicts as v on v.solution_id = a.id and v.verdict = 'right' and v.wave = $wave
            where i.wave = $wave and i.round = $round and i.rationale is null
            qualify row_number() over (partition by i.id order by a.sample, a.id) <= $most
            order by i.id, a.sample, a.id""",
        wave=wave,
        round=number,
        most=SIBLINGS,
    )
    right: dict[str, dict[str, list[str]]] = {}
    for instruction, solution, steps in rows:
        right.setdefault(instruction, {})[solution] = steps
    return right


async def _grade_one(
    run: Run, flow: Flow, evidence: Evidence, attempt: Attempt, answered_right: bool
) -> None:
    settings, instruction = run.recipe.grade, evidence.instruction
    checked = await evidence.verdicts_on(attempt, run.engine.work)

    async def by(judge: str) -> list[StepVerdict] | None:
        async def once(ctx: ItemContext) -> list[StepVerdict]:
            return await grade_item(
                instruction,
                attempt,
                judge=judge,
                prompt=run.prompts["grade"],
                tries=settings.tries,
                ctx=ctx,
            )

        return await flow.settle("grade", f"{attempt.id}@{judge}", once)

    judged = await flow.together(*(by(judge) for judge in settings.judges))
    spoken = [verdicts for verdicts in judged if verdicts is not None]
    sources = [*checked, *spoken]
    flow.rows += [verdict for source in sources for verdict in source]
    flow.rows += fuse(instruction, attempt, sources, answered_right=answered_right)


async def rank(run: Run, wave: int) -> None:
    """Every judge orders the living instructions of each root, shown in two orders."""
    settings = run.recipe.rank
    if not settings.judges:
        return
    groups: dict[str, list[Instruction]] = {}
    for instruction in await run.alive(wave):
        groups.setdefault(instruction.root_id, []).append(instruction)
    done = await run.settled("rank", wave)
    shown = [
        (group[: settings.max_group], judge, ordering)
        for root, group in sorted(groups.items())
        if len(group) > 1
        for judge in settings.judges
        for ordering in (0, 1)
        if f"{root}@{judge}/{ordering}" not in done
    ]
    run.expect("rank", len(shown))

    async def work(task: tuple[list[Instruction], str, int]) -> None:
        group, judge, ordering = task
        item = f"{group[0].root_id}@{judge}/{ordering}"

        async def once(ctx: ItemContext) -> None:
            flow.rows += await rank_item(
                group,
                judge=judge,
                ordering=ordering,
                prompt=run.prompts["rank"],
                tries=settings.tries,
                ctx=ctx,
            )

        async def steps(flow: Flow) -> None:
            await flow.settle("rank", item, once)

        flow = Flow(run.engine, "rank", item, wave, 0, "", {"rank": 1})
        await flow.run(steps)

    await run.engine.each(shown, work, run.live(*settings.judges))
