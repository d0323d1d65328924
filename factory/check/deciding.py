"""Both layers of a comparison together: at once where exact arithmetic can, else in a worker.

Promise: symmetric, since a worker is always given the two answers in one order; a worker that was
too slow, or fell over, leaves the pair undecided and never makes it different.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from factory.check.answers.quick import compare_quick
from factory.check.policy import DEFAULT, Policy
from factory.check.verdict import Verdict
from factory.check.worker import WorkerError

SYMBOLIC = "factory.check.answers.symbolic_compare:compare_symbolic"

Compute = Callable[..., Awaitable[Any]]
"""`await compute(function, *args, seconds=...)`: a function of factory, by name, in a worker."""


async def decide(
    gold: str, candidate: str, compute: Compute, *, policy: Policy = DEFAULT, seconds: float = 5.0
) -> Verdict:
    """Compare two answers with every layer; `seconds` is the deadline of the symbolic one."""
    quick = compare_quick(gold, candidate, policy)
    if quick.reason != "needs_symbolic":
        return quick
    first, second = sorted([gold, candidate])  # one stored check serves both orders
    try:
        said = await compute(SYMBOLIC, first, second, policy.as_dict(), seconds=seconds)
    except TimeoutError:
        return Verdict("undecided", "timed_out", "symbolic")
    except WorkerError:
        return Verdict("undecided", "worker_failed", "symbolic")
    return Verdict(said["outcome"], said["reason"], said["method"])
