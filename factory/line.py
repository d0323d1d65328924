"""The line: from seeds to datasets. This file is the whole story.

A wave is a block of roots, so that a million seeds yield finished rows from the first hour on.
Rating and grading of one round overlap the next rounds. A set step (admit, screen, select) waits
until every item before it has settled: what it decides must not depend on the order of replies.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol

from factory import judging, making
from factory.errors import FactoryError
from factory.run import Run


class PendingLeft(FactoryError):
    """Some items could not be settled now; running again takes them up."""


class Exporter(Protocol):
    """Writes the datasets of a finished run."""

    async def __call__(self) -> None:
        """Write them all."""


async def line(run: Run, export: Exporter) -> None:
    """Run every wave to its end, then export.

    Raises:
        PendingLeft: items are pending; everything that does not depend on them is done.
        FactoryError: what stopped the run.
    """
    rounds = list(enumerate(run.recipe.evolve.rounds, 1))
    for wave in await run.waves():
        before = pending(run)
        await making.plant(run, wave)
        async with overlapped() as later:
            await making.admit(run, wave, 0)
            await making.attempt(run, wave, 0)
            nothing_pending(run, "solve")
            await making.screen(run, wave, 0)
            later(judging.rate(run, wave, 0), judging.grade(run, wave, 0))
            for number, step in rounds:
                await making.evolve(run, wave, number, step)
                nothing_pending(run, "evolve")
                await making.admit(run, wave, number)
                await making.attempt(run, wave, number)
                nothing_pending(run, "evolve", "solve")
                await making.screen(run, wave, number, step)
                later(judging.rate(run, wave, number), judging.grade(run, wave, number))
        # A judge that is late holds its own wave up, and no other.
        if pending(run) == before:
            await judging.rank(run, wave)
        if pending(run) == before:
            await making.select(run, wave)
    nothing_pending(run)
    await export()


def pending(run: Run, *stages: str) -> int:
    """Items of these stages (of any, by default) that could not be settled now."""
    tally = run.engine.tally
    return sum(tally[stage].pending for stage in stages or tuple(tally.stages))


def nothing_pending(run: Run, *stages: str) -> None:
    """Raise PendingLeft when an item of these stages (of any, by default) is pending."""
    if left := pending(run, *stages):
        raise PendingLeft(f"{left:,} pending")


@asynccontextmanager
async def overlapped() -> AsyncIterator[Any]:
    """Work that runs beside the body; all of it has ended when the block is left.

    A fault in the body cancels none of it: its calls are paid already.
    """
    tasks: list[asyncio.Task[None]] = []

    def later(*works: Coroutine[Any, Any, None]) -> None:
        tasks.extend(asyncio.create_task(work) for work in works)

    try:
        yield later
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    finally:
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, BaseException):
            raise end
