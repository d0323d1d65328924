"""The books of a run: what it may spend, what was lost, at which prices; they outlive a kill.

Promises: `spent_so_far` is never less than what the calls of earlier starts cost. A start that
was killed counts with what it had authorised and not accounted for, and never with more than its
cap had left. Does not promise anything of calls whose price nobody knew: with a budget they are
refused, not guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from factory.errors import UserError
from factory.money.prices import MILLION, Price
from factory.money.purse import Asker, lost_at_most
from factory.store.file import insert
from factory.store.tables import now
from factory.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Books:
    """Writes what the purse needs to be kept (see `factory.money.purse.Book`)."""

    writer: Writer
    run: int

    async def authorise(self, usd: float | None, cap: float | None) -> None:
        """From now on up to so much may be reserved; None: nobody can tell how much."""
        await self.writer.put([("authorised", (self.run, usd, cap, now()))])

    async def lose(self, usd: float | None, reason: str, asker: Asker) -> None:
        """So much may have been billed without a reply."""
        model, stage, item, operator = asker
        row = (self.run, model, stage, item, operator, reason, usd, now())
        await self.writer.put([("losses", row)])


def note_prices(
    connection: duckdb.DuckDBPyConnection, run: int, prices: Mapping[str, Price | None]
) -> None:
    """Store the price of each model identity, where it is not the one that was stored last."""
    query = """select model, input, output, cached, source, version from prices
               qualify row_number() over (partition by model order by run desc, noted desc) = 1"""
    before = {row[0]: tuple(row[1:]) for row in connection.execute(query).fetchall()}
    rows: list[tuple[object, ...]] = []
    for model, price in prices.items():
        fields = (
            (price.input, price.output, price.cached, price.source, price.version)
            if price
            else (None, None, None, "unknown", "")
        )
        if before.get(model) != fields:
            rows.append((run, model, *fields, now()))
    if rows:
        insert(connection, "prices", rows)


def count_the_killed(connection: duckdb.DuckDBPyConnection, run: int) -> float:
    """Count as lost what a killed start had authorised; returns how much that was."""
    rows = connection.execute(
        "select usd, cap from authorised order by run desc, noted desc, rowid desc limit 1"
    ).fetchall()
    if not rows or rows[0][0] == 0:
        return 0.0
    authorised, cap = rows[0]
    # None: nobody knew a price then.
    spent = known_spending(connection)
    lost = None if authorised is None else lost_at_most(authorised, cap, spent)
    connection.execute("begin")
    row = (run, "", "", "", "", "killed", lost, now())
    insert(connection, "losses", [row])
    insert(connection, "authorised", [(run, 0.0, cap, now())])
    connection.execute("commit")
    return lost or 0.0


def known_spending(connection: duckdb.DuckDBPyConnection) -> float:
    """Costs of replies that this run bought, and losses, as far as they are known."""
    ((spent,),) = connection.execute(
        """select coalesce((select sum(cost) from replies where not coalesce(reused, false)), 0)
                + coalesce((select sum(usd) from losses), 0)"""
    ).fetchall()
    return float(spent)


def spent_so_far(
    connection: duckdb.DuckDBPyConnection, prices: Mapping[str, Price | None]
) -> float:
    """What a budget starts from: replies without a known cost count at today's price.

    Raises:
        UserError: for some of it, nobody can say what it cost.
    """
    spent = known_spending(connection)
    unpriced = connection.execute(
        """select model, count(*), sum(prompt_tokens), sum(completion_tokens),
               count(*) filter (prompt_tokens is null or completion_tokens is null)
           from replies as r
           where cost is null and not coalesce(reused, false) and finish_reason != 'refused'
             and not exists (from losses as l where l.model = r.model and l.stage = r.stage
                and l.item = r.item and l.reason = 'no_usage' and l.usd is not null)
           group by model order by model"""
    ).fetchall()
    for model, calls, prompt, completion, uncounted in unpriced:
        price = prices.get(model)
        if price is None or (uncounted and not price.free):
            raise UserError(
                f"budget: what {calls:,} earlier replies of {model} cost is not known, so nobody "
                f"can hold a cap over them; {_ways_out('give that model a price, or ')}"
            )
        spent += float(prompt or 0) * price.input / MILLION
        spent += float(completion or 0) * price.output / MILLION
    ((unknown,),) = connection.execute("select count(*) from losses where usd is null").fetchall()
    if unknown:
        raise UserError(
            "budget: earlier starts without known prices were killed, or had calls without an "
            f"answer; what those cost is not known; {_ways_out('')}"
        )
    return spent


def _ways_out(first: str) -> str:
    return f"{first}start a run of another --name that takes the replies with --reuse"


def last_run(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the latest start; 0 before the first."""
    rows: list[Any] = connection.execute("select coalesce(max(id), 0) from runs").fetchall()
    return int(rows[0][0])
