"""Carries one order from its file to its results: uploaded, made a batch, looked at, fetched.

Promises: it takes an order up wherever an earlier start left it, and has every step on disk before
the next one. A file that the server has no room for now (its limit of enqueued tokens) is offered
again when another batch has ended, and from time to time. Does not promise that a result is a
reply: `result` says what it is.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from factory.errors import Fatal, Paused, Refused, Transient
from factory.events import tell
from factory.models import Reply
from factory.models.batch_orders import Order, Orders
from factory.models.batch_parts import (
    ENDED,
    Refusals,
    find_lines,
    missing,
    no_room,
    read_line,
    refusals,
)
from factory.models.batch_service import Service

log = logging.getLogger("factory")

LONGEST_WAIT = 900.0
"""Seconds between two offers of a file that the server has no room for."""
LATE = 20
"""Looks at a batch that is done, until its file is named."""
ALONE = 6
"""Offers while no other batch of ours is under way, before a person has to do something."""


class Carrier:
    """Carries the orders of one model."""

    def __init__(self, service: Service, orders: Orders, say: Callable[[str], None]):
        self.service, self.orders, self.say = service, orders, say
        self._poll = service.options.poll
        self._counts: dict[str, tuple[int, int]] = {}
        """Of each order under way: requests that are done, and all."""
        self._why: dict[str, Refusals] = {}
        """Of each order that came to an end: why the server did not take it, if so."""
        self._ended = asyncio.Event()
        self._said = ""

    async def carry(self, order: Order) -> None:
        """Go on until the order's results are here.

        Raises:
            Transient, Fatal: it was not sent, and never will be as it is.
            Paused: it may be under way at the server, which cannot be asked.
            StoreError: our own disk.
        """
        self._counts[order.id] = 0, len(order.requests)
        offers = 0
        try:
            while not order.status:
                if order.batch is None:
                    await self._submit(order)
                batch = await self._watch(order)
                if said := no_room(batch["status"], errors_of(batch)):
                    offers = await self._wait_for_room(order, said, offers)
                else:
                    await self._fetch(order, batch)
        except (Transient, Refused, Fatal) as fault:
            if order.batch or order.unsure:
                raise Paused(
                    f"{fault}. What is in batches goes on there; the same command takes it up"
                ) from None
            raise
        finally:
            del self._counts[order.id]
            self._ended.set()
        await self.look_up(order)

    async def _submit(self, order: Order) -> None:
        service = self.service
        if order.file is None:
            path = self.orders.path(order, "sent")
            order.file = await service.patiently(partial(service.upload, path), self.say)
            self.orders.note(order, file=order.file)

        async def create() -> str:
            if order.unsure and (found := await service.find(order)):
                return found
            order.unsure = True
            try:
                return await service.create(order)
            except Fatal:
                order.unsure = False  # it said no: there is none
                raise
            except Transient as fault:
                order.unsure = not fault.busy
                raise

        order.batch = await service.patiently(create, self.say)
        order.unsure = False
        self.orders.note(order, batch=order.batch)
        tell(
            "batch_sent",
            model=service.callee.name,
            batch=order.batch,
            requests=len(order.requests),
        )
        self.say(f"{len(order.requests):,} requests are sent as {order.batch}")

    async def _watch(self, order: Order) -> Mapping[str, Any]:
        """Look at the batch until it has ended; what it says then."""
        late = 0
        while True:
            batch = await self.service.patiently(partial(self.service.batch, order), self.say)
            counts = batch.get("request_counts")
            done = counts.get("completed") if isinstance(counts, dict) else None
            done = done if isinstance(done, int) else 0
            self._counts[order.id] = done, len(order.requests)
            self._tell()
            if batch["status"] in ENDED:
                # A server may say that it is done before it names the file.
                late += 1
                if not done or batch.get("output_file_id") or late > LATE:
                    return batch
            self.orders.flush()
            await asyncio.sleep(self._poll)

    async def _wait_for_room(self, order: Order, said: str, offers: int) -> int:
        """Wait before a file is offered again; how often it was offered with nothing else there."""
        alone = len(self._counts) == 1
        if alone and offers >= ALONE:
            order.batch = None
            raise Fatal(
                f"models.{self.service.callee.name}: {self.service.callee.address} has no room for "
                f"a batch of {len(order.requests):,} requests ({said}); write a smaller "
                "options.requests, or run the same command later"
            )
        order.past.append(order.batch or "")
        self.orders.note(order, past=[order.batch], batch=None)
        order.batch = None
        self.say(f"the server has no room for another batch now ({said}); it is offered again")
        self._ended.clear()
        try:
            async with asyncio.timeout(min(LONGEST_WAIT, self._poll * 2 ** min(offers, 10))):
                await self._ended.wait()
        except TimeoutError:
            pass
        return offers + alone

    async def _fetch(self, order: Order, batch: Mapping[str, Any]) -> None:
        """Have the results here, then on disk how the batch ended."""
        for kind, name in (("output", "output_file_id"), ("errors", "error_file_id")):
            path, file = self.orders.path(order, kind), batch.get(name)
            if isinstance(file, str) and file:
                download = partial(self.service.download, file, path)
                await self.service.patiently(download, self.say)
        words = self.service.callee.without_key
        order.errors = [
            {k: words(v) if isinstance(v, str) else v for k, v in error.items()}
            for error in errors_of(batch)
        ]
        ended = batch.get(f"{batch['status']}_at")
        made = batch.get("created_at")
        if isinstance(ended, int | float) and isinstance(made, int | float):
            order.seconds = max(0.0, float(ended - made))
        order.status = batch["status"]
        self.orders.note(order, status=order.status, seconds=order.seconds, errors=order.errors)

    async def look_up(self, order: Order) -> None:
        """Find each request's line in the results that are here."""
        odd: dict[str, int] = {}
        for kind in ("output", "errors"):
            path = self.orders.path(order, kind)
            if path.exists():
                found, others = await asyncio.to_thread(find_lines, path, order.requests)
                # A reply goes before an error of the same request.
                order.lines |= {n: (kind, at) for n, at in found.items() if n not in order.lines}
                odd |= {f"{kind}_{what}": times for what, times in others.items()}
        self._why[order.id] = refusals(order.errors, self.service.callee)
        if order.status == "failed":
            order.places = {name: n for n, name in enumerate(order.requests, 1)}
        order.read = True
        tell(
            "batch_ended",
            model=self.service.callee.name,
            batch=order.batch,
            status=order.status,
            requests=len(order.requests),
            results=len(order.lines),
            seconds=order.seconds,
            errors=order.errors[:3],
            **odd,
        )

    def result(self, order: Order, name: str) -> Reply:
        """What came of a request.

        Raises:
            Transient, Refused, Fatal: no reply came, or none was made.
            Failed: a reply that no row could hold.
            OSError: the file cannot be read.
        """
        callee = self.service.callee
        if name not in order.lines:
            place = order.places.get(name, 0)
            raise missing(order.status, place, self._why[order.id], callee)
        kind, at = order.lines[name]
        with self.orders.path(order, kind).open("rb") as file:
            file.seek(at)
            line = file.readline()
        return replace(read_line(line, callee), latency=order.seconds)

    def _tell(self) -> None:
        """Say how far the batches are, when that has changed."""
        done = sum(done for done, _ in self._counts.values())
        whole = sum(whole for _, whole in self._counts.values())
        batches = f"{len(self._counts):,} batches" if len(self._counts) > 1 else "a batch"
        said = f"{done:,} of {whole:,} requests in {batches} are done"
        if said != self._said:
            self._said = said
            self.say(said)


def errors_of(batch: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a server says is wrong with a batch."""
    errors = batch.get("errors")
    listed = errors.get("data") if isinstance(errors, dict) else errors
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
