"""The money of requests in batches: owed once, over all starts of a run.

What is reserved for a call when a run ends counts as lost, by `factory.money.purse`: a call cut
off has no other trace. A request in a batch has one: the next start takes its result up. So its
reserve is not made a second time, and when its result is committed (or it is certain that nothing
was billed) what was counted as lost is given back, in a row of `losses` with a negative sum.

Promises: at any moment the books hold at least what may be billed; nothing is given back that was
not counted before. A kill between a commit and the giving back leaves too much counted, never too
little. Does not promise that for a run in which another model had no known price and that was
killed: there nothing was counted, and no budget can be held anyway.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from factory.errors import Refused, Transient
from factory.models import Reply, Request
from factory.models.batch import OpenAIBatch
from factory.models.calling import Model
from factory.money.purse import NOBODY, Asker, Hold, Purse

CAME, NEVER_SENT = "came_after_all", "never_sent"
"""Reasons for which something is given back."""


class BatchModel(Model):
    """A model whose calls wait in batches, for longer than a start of the run may last."""

    __slots__ = ()
    provider: OpenAIBatch

    async def _once(
        self,
        request: Request,
        priority: int,
        keep: Callable[[Reply], Awaitable[None]],
        who: Asker,
    ) -> Reply:
        batches, purse = self.provider, self.purse
        name = batches.name_of(request)
        if purse and (usd := batches.never_sent()):
            await self._give_back(purse, usd, NEVER_SENT)
        counted = batches.counted(name) if purse else 0.0

        async def keep_and_tell(reply: Reply) -> None:
            if counted and reply.cost is None:
                reply = replace(reply, cost=counted)  # without usage: at its worst case, as ever
            await keep(reply)
            batches.kept(name)

        if not purse or not counted:
            return await Model._once(self, request, priority, keep_and_tell, who)
        # A hold of nothing: nobody is told that the budget is at its end while this may come back.
        guard = await purse.reserve(0.0, 0.0, priority, who)
        try:
            reply = await Model._once(self, request, priority, keep_and_tell, who)
        except (Transient, Refused) as fault:
            if isinstance(fault, Refused) or not fault.billed:
                await self._give_back(purse, counted, CAME)
            raise
        else:
            await self._give_back(purse, counted, CAME)
            return reply
        finally:
            guard.settle(0.0)

    async def _reserve(
        self, request: Request, prompt: int, priority: int, who: Asker
    ) -> Hold | None:
        name = self.provider.name_of(request)
        if self.purse and self.provider.counted(name):
            return await self.purse.reserve(0.0, 0.0, priority, who)
        hold = await Model._reserve(self, request, prompt, priority, who)
        self.provider.reserved(name, hold.usd if hold else 0.0)
        return hold

    async def _give_back(self, purse: Purse, usd: float, why: str) -> None:
        """Take back a loss, once that is committed; many at a time are one row."""
        batches = self.provider
        batches.owed[why] = batches.owed.get(why, 0.0) + usd
        async with batches.giving_back:
            sums, batches.owed = batches.owed, {}
            for reason, total in sums.items():
                await purse.book.lose(-total, reason, NOBODY)
                purse.spent -= total
