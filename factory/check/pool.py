"""Compare from ordinary code, in any thread: worker processes behind plain functions.

Promise: thread-safe; nothing is started before the first pair that needs a worker; a process that
was forked has workers of its own; every worker ends with the process that started it.
"""

import asyncio
import atexit
import os
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

from factory.check.answers.quick import compare_quick
from factory.check.deciding import decide
from factory.check.policy import DEFAULT, Policy
from factory.check.steps.arithmetic import StepCheck
from factory.check.steps.symbolic_lines import symbolic_lines
from factory.check.verdict import Verdict
from factory.check.worker import WorkerDied, WorkerError, Workers

T = TypeVar("T")
Pair = tuple[str, str]

SECONDS = 5.0
"""How long one pair may take."""
SYMBOLIC_STEPS = "factory.check.steps.symbolic_steps:check_symbolic"
_BATCH = 5_000


class Checker:
    """Worker processes that decide what exact arithmetic alone does not; close it when done.

    `workers` processes of at most `memory_mb` megabytes each; a pair that takes longer than
    `seconds` loses its worker and is undecided, `timed_out`.
    """

    def __init__(self, workers: int = 1, *, seconds: float = SECONDS, memory_mb: int = 1024):
        self._count, self._seconds, self._memory_mb = workers, seconds, memory_mb
        self._starting = threading.Lock()
        self._process = os.getpid()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._workers: Workers | None = None

    def compare(self, gold: str, candidate: str, policy: Policy = DEFAULT) -> Verdict:
        """Whether two answers are the same; never raises because of what they hold."""
        quick = compare_quick(gold, candidate, policy)
        if quick.reason != "needs_symbolic":
            return quick
        return self._run(lambda: self._decide((gold, candidate), policy))

    def compare_all(self, pairs: Iterable[Pair], policy: Policy = DEFAULT) -> Iterator[Verdict]:
        """The verdicts on many pairs, in their order; a pair that comes again is decided once."""
        source = iter(pairs)
        while batch := list(islice(source, _BATCH)):
            decided = {pair: compare_quick(*pair, policy) for pair in dict.fromkeys(batch)}
            left = [pair for pair, quick in decided.items() if quick.reason == "needs_symbolic"]
            if left:
                decided.update(zip(left, self._run(lambda: self._together(left, policy))))  # noqa: B023,B905
            yield from (decided[pair] for pair in batch)

    def check_symbolic(self, question: str, step: str) -> StepCheck | None:
        """What SymPy says of the formulas of one step that nothing cheaper decides.

        None where there are none, or where it says nothing within the deadline.
        """
        if not symbolic_lines(step, question):
            return None
        try:
            (said,) = self.compute(SYMBOLIC_STEPS, [step], question)
        except (TimeoutError, WorkerError):
            return None
        return StepCheck(**said) if said["verdict"] != "unknown" else None

    def compute(self, function: str, *args: Any) -> Any:
        """The result of a function of factory, named `factory.module:function`, in a worker.

        Raises:
            TimeoutError: it took longer than the deadline.
            WorkerError: it raised, or wanted too much memory.
        """
        return self._run(lambda: self._compute(function, *args, seconds=self._seconds))

    def close(self) -> None:
        """End the workers, at once."""
        with self._starting:
            loop, thread, workers = self._loop, self._thread, self._workers
            self._loop = self._thread = self._workers = None
        if loop is None or workers is None or thread is None or self._process != os.getpid():
            return
        asyncio.run_coroutine_threadsafe(workers.close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()

    def __enter__(self) -> "Checker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    async def _together(self, pairs: Sequence[Pair], policy: Policy) -> list[Verdict]:
        return await asyncio.gather(*(self._decide(pair, policy) for pair in pairs))

    async def _decide(self, pair: Pair, policy: Policy) -> Verdict:
        return await decide(*pair, self._compute, policy=policy, seconds=self._seconds)

    async def _compute(self, function: str, *args: Any, seconds: float) -> Any:
        assert self._workers is not None
        try:
            return await self._workers.run(function, list(args), seconds)
        except WorkerDied:  # ended from outside, which says nothing of the pair: once more
            return await self._workers.run(function, list(args), seconds)

    def _run(self, begin: Callable[[], Awaitable[T]]) -> T:
        async def work() -> T:
            return await begin()

        return asyncio.run_coroutine_threadsafe(work(), self._started()).result()

    def _started(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._loop is None or self._process != os.getpid():
                # After a fork, the parent's workers are the parent's to use and to end.
                self._process = os.getpid()
                self._loop = asyncio.new_event_loop()
                self._workers = Workers(self._count, self._memory_mb)
                self._thread = threading.Thread(
                    target=self._loop.run_forever, name="factory.check", daemon=True
                )
                self._thread.start()
            return self._loop


_SHARED = Checker()
"""The checker of this process, with one worker once it is needed."""
atexit.register(_SHARED.close)


def compare(gold: str, candidate: str, policy: Policy = DEFAULT) -> Verdict:
    """Whether two answers are the same: equal, different or undecided, with a reason.

    Exact arithmetic and text in this process, at once; what needs symbolic work in a worker
    process that is killed after 5 seconds. Symmetric and reflexive; may be called from any thread.
    Never raises because of what the answers hold.
    """
    return _SHARED.compare(gold, candidate, policy)


def compare_all(
    pairs: Iterable[Pair], policy: Policy = DEFAULT, *, workers: int = 2
) -> list[Verdict]:
    """The verdicts on many pairs, in their order, with `workers` processes."""
    with Checker(workers) as checker:
        return list(checker.compare_all(pairs, policy))
