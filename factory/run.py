"""A run under way: its recipe, its engine, and what the ledger says is still to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import duckdb

from factory.engine import Engine
from factory.recipe import Recipe
from factory.records import Attempt, Instruction
from factory.stages.prompts import Prompt

INSTRUCTION = ", ".join(f"i.{name}" for name in Instruction.__slots__)
ATTEMPT = ", ".join(f"a.{name}" for name in Attempt.__slots__)
"""Columns of the records, in field order, under the aliases `i` and `a`."""

ALIVE = """
join outcomes as alive on alive.item = i.id and alive.status = 'done'
    and alive.stage = case when i.round = 0 then 'verify' else 'screen' end
"""
"""Instructions `i` that nothing has turned away so far."""


WITHOUT_MODEL = 16
"""Flows under way at once where no model is asked: enough to fill a commit."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the flows of a run need."""

    engine: Engine
    recipe: Recipe
    prompts: dict[str, Prompt]

    async def waves(self) -> list[int]:
        """The waves of seeds, in order."""
        return [row[0] for row in await self.read("select distinct wave from seeds order by wave")]

    async def alive(self, wave: int, round: int | None = None) -> list[Instruction]:
        """Living instructions of a wave, of one round or of all."""
        rows = await self.read(
            f"""select {INSTRUCTION} from instructions as i {ALIVE}
                where i.wave = $wave and ($round is null or i.round = $round)
                order by i.root_id, i.round, i.id""",
            wave=wave,
            round=round,
        )
        return [Instruction(*row) for row in rows]

    async def settled(self, flow: str, wave: int) -> set[str]:
        """Keys of the flows of one kind that have nothing left to do."""
        query = "select key from settled where flow = $flow and wave = $wave"
        return {row[0] for row in await self.read(query, flow=flow, wave=wave)}

    async def read(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        """Rows of a query, after everything queued so far is committed."""
        rows: list[tuple[Any, ...]] = await self.engine.writer.run(
            lambda connection: connection.execute(query, values).fetchall()
        )
        return rows

    async def decide(
        self,
        stage: str,
        wave: int,
        round: int | None,
        step: Callable[[duckdb.DuckDBPyConnection], bool],
    ) -> None:
        """Run a set step in one transaction, and count what it decided."""
        if not await self.engine.writer.run(step):
            return
        ends = await self.read(
            """select status, reason, count(*) from outcomes
               where stage = $stage and wave = $wave and ($round is null or round = $round)
               group by all order by all""",
            stage=stage,
            wave=wave,
            round=round,
        )
        for status, reason, times in ends:
            self.engine.tally.settle(stage, status, reason, times)

    def expect(self, stage: str, more: int) -> None:
        """Tell the tally how many items are still to come."""
        count = self.engine.tally[stage]
        count.expected = count.entered + more

    def live(self, *models: str) -> int:
        """Flows under way at once: enough to fill the gates while others wait for their commit."""
        places = sum(self.recipe.models[name].in_flight for name in set(models))
        return 2 * places or WITHOUT_MODEL
