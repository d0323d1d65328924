"""Drives items through stages. It alone owns concurrency, retries, persistence and stopping.

Work comes in *flows*: a few items that belong together (one evolution; the solutions of one
instruction and their vote) and are committed in one transaction. A flow is settled whole or left
pending whole; its replies are in the journal either way, so that taking it up again costs nothing.
Resuming is simply running again.
"""

import asyncio
import logging
import random
import traceback
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from factory.check.worker import WorkerDied, WorkerError, Workers
from factory.collecting import rarely_collected
from factory.errors import FactoryError, Failed, Fatal, Refused, Rejected, Transient
from factory.events import LONGEST, Counted
from factory.models import Draw, Message, Reply, Request
from factory.models.calling import Model
from factory.money.purse import Purse
from factory.records import Outcome, Settled, digest
from factory.store.journal import Journal, content_key, request_key
from factory.store.tables import rows_of
from factory.store.writer import Writer
from factory.tally import Tally

T = TypeVar("T")
log = logging.getLogger("factory")

FIRST, LATER = 0, 1
"""Priorities at the gate: evolve and solve come before rate, grade and rank."""
REFUSED = "refused"
"""Finish reason under which a refusal is kept."""
PRIORITY = {"evolve": FIRST, "solve": FIRST, "rate": LATER, "grade": LATER, "rank": LATER}


class Stopped(FactoryError):
    """The run was asked to stop; what is in flight is finished first."""


@dataclass(slots=True)
class Engine:
    """What flows run on."""

    seed: int
    models: Mapping[str, Model]
    journal: Journal
    writer: Writer
    workers: Workers
    tally: Tally
    give_up: bool = False
    """Items that would stay pending are settled as failed."""
    purse: Purse | None = None
    opening: Callable[[], Awaitable[None]] | None = None
    """Gets the models ready; called before every call, so it is quick when they are."""
    halted: FactoryError | None = None
    pended: Counted = field(default_factory=lambda: Counted("pending"))
    _flying: dict[int, "asyncio.Future[Any]"] = field(default_factory=dict)

    def halt(self, error: FactoryError) -> None:
        """Begin no new call; calls in flight may finish. The first reason is kept."""
        if self.halted is None:
            self.halted = error
            for model in self.models.values():
                model.gate.close(error)
            if self.purse:
                self.purse.close(error)

    async def each(
        self, items: Collection[T], work: Callable[[T], Awaitable[None]], live: int
    ) -> None:
        """Run `work` on every item, at most `live` at a time; one bad item harms no other.

        Raises:
            FactoryError: what halted the engine, after everything in flight has ended.
        """
        waiting = iter(items)
        takers = min(live, len(items))  # a model may have far more places

        async def take_items() -> None:
            for item in waiting:
                if self.halted:
                    return
                try:
                    await work(item)
                except FactoryError as error:
                    self.halt(error)
                except asyncio.CancelledError:
                    task = asyncio.current_task()
                    if task and task.cancelling():
                        raise
                    self.halt(Stopped("an item was cancelled from within"))

        with rarely_collected():
            async with asyncio.TaskGroup() as group:
                for _ in range(takers):
                    group.create_task(take_items())
        if self.halted:
            raise self.halted

    async def ask(
        self,
        asker: "ItemContext",
        name: str,
        messages: Sequence[Message],
        draw: Draw,
        schema: Mapping[str, Any] | None,
        truth: str | None,
    ) -> Reply:
        """A reply from the journal, from a call already in flight, or from the model."""
        model = self.models[name]
        request = Request(tuple(messages), model.sampling, draw, schema, truth)
        key = request_key(model.identity, request)
        asker.reply_key = f"{key:016x}"

        async def obtain() -> Reply:
            if self.journal.knows(key):
                self.tally[asker.stage].cached += 1
                return await self.journal.recall(key)
            if self.halted:
                raise self.halted
            return await self._buy(asker, model, request, key)

        reply: Reply = await self._once(key, obtain)
        if reply.finish_reason == REFUSED:
            raise Refused(reply.text)
        return reply

    async def _buy(self, asker: "ItemContext", model: Model, request: Request, key: int) -> Reply:
        by = (asker.stage, asker.item, asker.operator)

        async def keep(reply: Reply) -> None:
            await self.journal.record(key, request, reply, identity=model.identity, asker=by)

        try:
            if self.opening:
                await self.opening()
            reply = await model.call(request, PRIORITY.get(asker.stage, LATER), keep, by)
        except Fatal as fault:
            self.halt(fault)
            raise
        except Refused as refusal:
            # Kept like a reply: what was refused is not asked again, and replay stays replay.
            reply = Reply(storable(str(refusal)), REFUSED)
            await keep(reply)
        self.tally.buy(asker.stage, reply.cost)
        return reply

    async def _once(self, key: int, obtain: Callable[[], Awaitable[T]]) -> T:
        """What `obtain` gives; who asks for the same key meanwhile gets the same."""
        if flying := self._flying.get(key):
            shared: T = await asyncio.shield(flying)
            return shared
        landing = self._flying[key] = asyncio.get_running_loop().create_future()
        try:
            result = await obtain()
        except BaseException as error:
            landing.set_exception(error if isinstance(error, Exception) else Stopped("cancelled"))
            landing.exception()  # marks it as seen: there may be nobody else waiting
            raise
        else:
            landing.set_result(result)
            return result
        finally:
            del self._flying[key]

    async def compute(self, function: str, args: tuple[Any, ...], seconds: float) -> Any:
        """The stored result of this computation, or a worker's.

        Raises:
            TimeoutError: this deadline killed it, now or before.
            WorkerError: the function failed, or wanted too much memory.
            Transient: its process was ended from outside, twice; nothing is stored of that.
        """
        key = content_key(function, args)
        # A deadline that was too short says nothing of a longer one: it is no part of a value.
        late = content_key(function, args, seconds)

        async def obtain() -> dict[str, Any]:
            for known in (key, late):
                stored: dict[str, Any] | None = await self.journal.recall_check(known)
                if stored is not None:
                    return stored
            at, stored = key, await self._work(function, args, seconds)
            if "timeout" in stored:
                at = late
            await self.journal.record_check(at, function, args, stored)
            return stored

        stored = await self._once(key, obtain)
        if "timeout" in stored:
            raise TimeoutError(f"{function} took longer than {stored['timeout']:g} s")
        if "failed" in stored:
            raise WorkerError(stored["failed"])
        return stored["value"]

    async def work(self, function: str, *args: Any, seconds: float) -> Any:
        """A worker's result, which is not kept: for what is quickly computed again.

        Raises:
            TimeoutError, WorkerError, Transient: as `compute`.
        """
        done = await self._work(function, args, seconds)
        if "timeout" in done:
            raise TimeoutError(f"{function} took longer than {seconds:g} s")
        if "failed" in done:
            raise WorkerError(done["failed"])
        return done["value"]

    async def _work(self, function: str, args: tuple[Any, ...], seconds: float) -> dict[str, Any]:
        for last in (False, True):
            try:
                return {"value": await self.workers.run(function, list(args), seconds)}
            except TimeoutError:
                return {"timeout": seconds}
            except WorkerDied as died:
                if last:
                    raise Transient(str(died)) from died
            except WorkerError as error:
                return {"failed": storable(str(error))}
        raise AssertionError("unreachable")


@dataclass(slots=True)
class ItemContext:
    """The two verbs of an item stage (see `factory.stages.Context`)."""

    engine: Engine
    stage: str
    item: str
    operator: str
    reply_key: str | None = None
    reply_text: str | None = None
    """Journal key and text of the last reply."""

    async def ask(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        draw: Draw,
        schema: Mapping[str, Any] | None = None,
        truth: str | None = None,
    ) -> Reply:
        """See `factory.stages.Context.ask`."""
        reply = await self.engine.ask(self, model, messages, draw, schema, truth)
        self.reply_text = reply.text
        return reply

    async def compute(self, function: str, *args: Any, seconds: float = 5.0) -> Any:
        """See `factory.stages.Context.compute`."""
        return await self.engine.compute(function, args, seconds)

    def identity(self, model: str) -> str:
        """See `factory.stages.Context.identity`."""
        return self.engine.models[model].identity

    def rng(self, *names: object) -> random.Random:
        """See `factory.stages.Context.rng`."""
        return random.Random(digest(self.engine.seed, *names))


@dataclass(slots=True)
class Flow:
    """Items that are committed together, in one transaction."""

    engine: Engine
    name: str
    key: str
    wave: int
    round: int
    operator: str
    items: Mapping[str, int]
    """How many items of which stage it settles, or leaves pending."""
    rows: list[object] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    async def settle(
        self, stage: str, item: str, work: Callable[[ItemContext], Awaitable[T]]
    ) -> T | None:
        """Run one item's work and note how it ended; None when it ended without a result.

        Raises:
            Transient: the item stays pending, and its flow with it.
            Fatal, StoreError, Stopped: the run stops.
        """
        context = ItemContext(self.engine, stage, item, self.operator)
        try:
            result = await work(context)
        except Rejected as end:
            self.end(stage, item, "rejected", end.reason, end.detail)
        except (Failed, Refused) as fault:
            reason = fault.reason if isinstance(fault, Failed) else "refused_by_server"
            self.end(stage, item, "failed", reason, str(fault))
        except Transient as fault:
            if not self.engine.give_up:
                raise
            self.end(stage, item, "failed", "gave_up", str(fault))
        except FactoryError:
            raise
        except Exception as bug:
            # A mistake of ours costs this item, never the run; the log has what mends it.
            log.error("%s %s: %s", stage, item, traceback.format_exc())
            self.end(stage, item, "failed", type(bug).__name__, str(bug)[:500])
        else:
            self.end(stage, item, "done")
            return result
        return None

    def end(
        self, stage: str, item: str, status: str, reason: str | None = None, detail: str = ""
    ) -> None:
        """Note how an item ended."""
        said = storable(detail) or None
        self.outcomes.append(
            Outcome(stage, item, self.wave, self.round, self.operator, status, reason, said)
        )

    async def together(self, *works: Awaitable[T]) -> list[T]:
        """Await all of them to their end, then raise the weightiest fault, if any.

        A fault of one cancels no other: their calls are paid already. A fault that stops the run
        is not hidden by one that merely leaves an item pending.
        """
        results = await asyncio.gather(*works, return_exceptions=True)
        faults = [result for result in results if isinstance(result, BaseException)]
        if faults:
            raise min(faults, key=lambda fault: isinstance(fault, Transient))
        return [result for result in results if not isinstance(result, BaseException)]

    async def run(self, work: Callable[["Flow"], Awaitable[None]]) -> None:
        """Run the whole flow and commit it; a transient fault leaves it pending."""
        try:
            await work(self)
        except Transient as fault:
            self.engine.pended.add(self.name, said=str(fault)[:LONGEST])
            for stage, count in self.items.items():
                self.engine.tally.leave_pending(stage, count)
            return
        settled = Settled(self.name, self.key, self.wave)
        await self.engine.writer.put(rows_of([*self.rows, *self.outcomes, settled]))
        for outcome in self.outcomes:
            self.engine.tally.settle(outcome.stage, outcome.status, outcome.reason)


def storable(text: str) -> str:
    """Text that a table can hold: halves of characters become question marks."""
    return text.encode("utf-8", "replace").decode()
