"""A model behind a batch API, as OpenAI's: cheaper calls that are answered within a day.

Requests are collected until none has come for `linger` seconds or a file is full; the file is
uploaded, a batch made of it, looked at every `poll` seconds, and its results read back. Each
request of the engine waits for its own result all that time, so `in_flight` is large.

Promises: a request that is in a batch under way is never sent again, also not by the next start
of the run: it waits for that batch. What a batch brought is kept on disk until the journal of the
run has it. A batch that expired, was cancelled or failed gives what it has; the rest is put into
another batch, `resend` times, then it is a Transient fault and the item stays pending. Does not
promise to hold a batch back that the run no longer wants: its results are kept, and not asked for.

Decided here:
- A reply does not depend on how it was asked for, so the identity is that of provider `openai`:
  a run may go from one to the other and keeps every reply.
- A request in a live batch never ends with a fault that costs nothing: as long as it may be billed
  its money stays reserved, or counts as lost (`factory.models.batch_money`).
- A server that cannot be asked for an hour pauses the run; the batches go on without it.
"""

import asyncio
import functools
import logging
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

from factory.errors import FactoryError, Fatal, Paused, StoreError, Transient, UserError
from factory.models import Reply, Request, Served
from factory.models.api_key import api_key
from factory.models.batch_carrying import Carrier
from factory.models.batch_filling import Filling
from factory.models.batch_options import BatchOptions
from factory.models.batch_orders import Order, Orders
from factory.models.batch_parts import named, request_line
from factory.models.batch_service import Service
from factory.models.openai import OpenAI
from factory.models.wire import ServerOptions

log = logging.getLogger("factory")

SLICE = 500
"""Results that are handed out before anybody else has a turn."""


class OpenAIBatch:
    """A model whose requests go in batches; see `BatchOptions`."""

    Options = BatchOptions

    def __init__(self, served: Served, **options: Any):
        self.options = BatchOptions.model_validate(options)
        spoken = {field.alias or name for name, field in ServerOptions.model_fields.items()}
        self._speaker = OpenAI(served, **{n: v for n, v in options.items() if n in spoken})
        self.served = served
        self.identity = self._speaker.identity
        self._opening = asyncio.Lock()
        self._carrier: Carrier | None = None
        self._own_folder: Path | None = None
        self._order_of: dict[str, Order] = {}
        """The order that each request is in, until the request is settled."""
        self._asked: dict[str, tuple[str, asyncio.Future[Reply]]] = {}
        """Body of each request that waits for its result, and who waits."""
        self._filling = Filling(self.options, self._send)
        self._writing: set[str] = set()
        """Requests of files that are just being written; then they are in an order."""
        self._times: Counter[str] = Counter()
        """How often each request was put into a file by this start."""
        self._usd: dict[str, float] = {}
        self._held: set[str] = set()
        """Requests whose money is reserved now; that of the others counts as lost."""
        self._never_sent = 0.0
        self.owed: dict[str, float] = {}
        """Dollars that count as lost and will be given back, by the reason."""
        self.giving_back = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def __repr__(self) -> str:
        return f"OpenAIBatch({self.served.name}: {self.identity})"

    async def open(self) -> None:
        """Read the key, and take up what an earlier start ordered; once is enough.

        Raises:
            UserError: the package is not there, or batches are under way at another address.
            Fatal: the variable with the key is not set, or the server does not take the key.
            StoreError: what was ordered cannot be read.
        """
        async with self._opening:
            if self._carrier:
                return
            if self.served.folder is None:
                self._own_folder = Path(tempfile.mkdtemp(prefix="factory-batches-"))
            folder = self.served.folder or self._own_folder or Path()
            orders = Orders(folder / "batches" / self.served.name)
            key = api_key(self.served.name, self.served.key_env)
            service = Service(self.served, self.options, key)
            carrier = Carrier(service, orders, self._say)
            try:
                await self._take_up(carrier)
            except BaseException:
                await service.close()
                raise
            self._carrier = carrier

    async def _take_up(self, carrier: Carrier) -> None:
        """Find every batch again, also one whose id nobody could write down any more."""
        service, orders = carrier.service, carrier.orders
        open_orders = orders.load()
        for order in open_orders:
            if order.address != service.callee.address:
                raise UserError(
                    f"models.{self.served.name}.base_url: batches are under way at "
                    f"{order.address}; go on with that address, or give them up and remove "
                    f"{orders.folder}"
                )
        taken = 0
        for order in open_orders:
            if order.batch is None:
                find = functools.partial(service.find, order)
                order.batch = await service.patiently(find, self._say)
                if order.batch is None:
                    # It is certain that the server never made one: its requests are free again.
                    self._never_sent += sum(order.requests.values())
                    orders.settle(order, order.requests)
                    continue
                orders.note(order, batch=order.batch)
            if not order.status:
                # A wrong key, or that of another project, is told before anything waits.
                await service.patiently(functools.partial(service.batch, order), self._say)
            else:
                await carrier.look_up(order)
            for name in order.requests.keys() - order.settled:
                self._order_of[name] = order
                self._usd[name] = order.requests[name]
                taken += 1
        if taken:
            self._say(f"{taken:,} requests of an earlier start are in batches; none is sent again")
        for order in open_orders:
            if not order.done and not order.status:
                self._spawn(self._carry(order, carrier))

    async def reply(self, request: Request) -> Reply:
        """The result of a request, from the batch that it is in, or is put into.

        Raises:
            Transient, Refused, Fatal: see `factory.models.faults`.
            Paused: the server cannot be asked about a batch under way.
        """
        await self.open()
        name, body = self._named(request)
        if name in self._asked:
            return await asyncio.shield(self._asked[name][1])
        future: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._asked[name] = body, future
        order = self._order_of.get(name)
        try:
            if order is None and name not in self._writing:
                self._collect(name, body)
            elif order and order.read:
                self._hand_out(order, [name])
            return await future
        except (FactoryError, asyncio.CancelledError):
            # Its money was given back, or counts as lost from now on.
            self._held.discard(name)
            raise
        finally:
            self._asked.pop(name, None)
            self._filling.remove(name)

    def name_of(self, request: Request) -> str:
        """What a request is called in batches."""
        return self._named(request)[0]

    def _named(self, request: Request) -> tuple[str, str]:
        return named(self.identity, self.served.model, request, self.options)

    def counted(self, name: str) -> float:
        """Dollars that count as lost for a request that is in a batch all the same."""
        if name in self._held or name not in self._order_of:
            return 0.0
        return self._usd.get(name, 0.0)

    def never_sent(self) -> float:
        """Dollars that count as lost for files that were never sent; told once."""
        usd, self._never_sent = self._never_sent, 0.0
        return usd

    def reserved(self, name: str, usd: float) -> None:
        """So much is set aside for a request from now on."""
        self._usd[name] = usd
        self._held.add(name)

    def kept(self, name: str) -> None:
        """The reply to a request is in the journal."""
        self._held.discard(name)
        self._usd.pop(name, None)
        if order := self._order_of.get(name):
            self._settle(order, [name])

    def _settle(self, order: Order, names: Iterable[str]) -> None:
        assert self._carrier
        self._carrier.orders.settle(order, names)
        for name in names:
            if self._order_of.get(name) is order:
                del self._order_of[name]

    def _collect(self, name: str, body: str) -> None:
        """Put a request into the file that is being filled."""
        self._filling.add(name, request_line(name, body, f"/v1{self.options.path}"))
        self._times[name] += 1

    def _send(self, lines: dict[str, bytes]) -> None:
        self._writing.update(lines)
        self._spawn(self._order(lines))

    async def _order(self, lines: dict[str, bytes]) -> None:
        """Have a file on disk, and see it to its end."""
        carrier = self._carrier
        assert carrier
        usd = {name: self._usd.get(name, 0.0) for name in lines}
        address = carrier.service.callee.address
        try:
            order = await asyncio.to_thread(carrier.orders.begin, address, usd, lines.values())
        except StoreError as error:
            self._fail(lines, error)
            return
        finally:
            self._writing.difference_update(usd)
        lines.clear()
        self._order_of |= dict.fromkeys(usd, order)
        await self._carry(order, carrier)

    async def _carry(self, order: Order, carrier: Carrier) -> None:
        """See an order to its end, and hand its results to those who wait."""
        try:
            await carrier.carry(order)
            names = [name for name in order.requests if name in self._asked]
            for at in range(0, len(names), SLICE):
                self._hand_out(order, names[at : at + SLICE])
                await asyncio.sleep(0)
        except FactoryError as fault:
            if order.batch is None and not order.unsure and not isinstance(fault, StoreError):
                self._settle(order, order.requests)  # it was never sent: nothing is owed
            self._fail(order.requests, fault)
        except Exception as bug:
            log.exception("%s: batch %s", self.served.name, order.batch)
            why = f"{self.served.name}: {type(bug).__name__} with batch {order.batch}: {bug}"
            self._fail(order.requests, Paused(why))

    def _hand_out(self, order: Order, names: Iterable[str]) -> None:
        """Give their results to those who wait; what the batch did not come to is sent again."""
        assert self._carrier
        ends: dict[str, Reply | FactoryError] = {}
        for name in names:
            if name not in self._asked:
                continue  # who waited has gone since
            try:
                ends[name] = self._carrier.result(order, name)
            except FactoryError as fault:
                ends[name] = fault
        # On disk before it is told: a fault is told once, or it would be told for ever.
        faults = {name: end for name, end in ends.items() if isinstance(end, FactoryError)}
        if faults:
            fatal = any(isinstance(fault, Fatal) for fault in faults.values())
            # A file that was refused for all is not refused once for each that asks late.
            self._settle(order, order.requests if fatal and order.status == "failed" else faults)
            if not order.done:
                self._carrier.orders.flush()
        for name, end in ends.items():
            body, future = self._asked[name]
            unbilled = isinstance(end, Transient) and not end.billed
            if isinstance(end, Reply):
                if not future.done():
                    future.set_result(end)
            elif unbilled and self._times[name] <= self.options.resend:
                self._collect(name, body)
            elif not future.done():
                future.set_exception(end)

    def _fail(self, names: Iterable[str], fault: FactoryError) -> None:
        for name in names:
            if name in self._asked and not self._asked[name][1].done():
                self._asked[name][1].set_exception(_again(fault))

    def _say(self, text: str) -> None:
        say: Callable[[str], None] = log.info if self.served.say is None else self.served.say
        say(f"{self.served.name}: {text}")

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Close all connections; batches under way go on at the server."""
        self._filling.close()
        tasks, self._tasks = self._tasks, set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        carrier, self._carrier = self._carrier, None
        if carrier is None:
            return
        live = {id(order): order for order in self._order_of.values()}.values()
        try:
            carrier.orders.close(live)
            if waiting := sum(1 for order in self._order_of.values() if not order.status):
                self._say(f"{waiting:,} requests stay in batches; the same command takes them up")
        finally:
            await carrier.service.close()
            self._order_of.clear()
            if self._own_folder:
                shutil.rmtree(self._own_folder, ignore_errors=True)


def _again(fault: FactoryError) -> FactoryError:
    """The same fault for another caller: one exception has one traceback."""
    if isinstance(fault, Transient):
        return Transient(str(fault), fault.retry_after, busy=fault.busy, billed=fault.billed)
    return type(fault)(str(fault))
