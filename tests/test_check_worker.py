"""The worker pool: what a hostile or unlucky task may cost, and whom."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from factory.check.worker import OutOfMemory, WorkerDied, WorkerError, Workers

COMPARE = "factory.check.symbolic_compare:compare_symbolic"
SPLIT = "factory.check.splitting:split"
# Expands to far more terms than anybody has time for, while every single number stays small.
NEVER_ENDS = ["(((((x+y+z+1)^{99}+1)^{99}+1)^{99}+1)^{99}+1)^{99}", r"\sqrt{x}"]


def with_workers(
    body: Callable[[Workers], Awaitable[Any]], count: int = 2, memory_mb: int = 1024
) -> Any:
    async def run() -> Any:
        workers = Workers(count, memory_mb)
        try:
            return await body(workers)
        finally:
            await workers.close()

    return asyncio.run(run())


def pids(workers: Workers) -> list[int]:
    return [process.pid for process in workers._all]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"


def gone_within(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while is_alive(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_function_runs_by_name_and_brings_a_json_value():
    async def body(workers: Workers) -> Any:
        return await workers.run(COMPARE, [r"\sqrt{8}", r"2\sqrt{2}"], 20)

    assert with_workers(body)["outcome"] == "equal"


def test_a_hang_is_killed_and_costs_only_itself():
    async def body(workers: Workers) -> Any:
        await workers.run(COMPARE, ["1", "2"], 20)
        hang = asyncio.create_task(workers.run(COMPARE, NEVER_ENDS, 0.5))
        others = [await workers.run(SPLIT, ["a\nb"], 20) for _ in range(20)]
        with pytest.raises(TimeoutError):
            await hang
        return others, await workers.run(SPLIT, ["c\nd"], 20)

    others, after = with_workers(body)
    assert others == [["a\n", "b"]] * 20
    assert after == ["c\n", "d"]


def test_memory_over_the_limit_ends_the_process_and_is_said_so():
    async def body(workers: Workers) -> Any:
        with pytest.raises(OutOfMemory, match="memory limit"):
            await workers.run(SPLIT, ["a\n" * 4_000_000], 60)
        return await workers.run(SPLIT, ["c\nd"], 20)

    assert with_workers(body, count=1, memory_mb=160) == ["c\n", "d"]


def test_many_parallel_tasks_share_few_processes():
    async def body(workers: Workers) -> Any:
        texts = [f"line {i}\nend" for i in range(300)]
        results = await asyncio.gather(*(workers.run(SPLIT, [text], 20) for text in texts))
        return texts, results, len(pids(workers))

    texts, results, processes = with_workers(body)
    assert ["".join(result) for result in results] == texts
    assert processes <= 2


def test_no_process_is_started_before_it_is_needed():
    async def body(workers: Workers) -> Any:
        return pids(workers)

    assert with_workers(body) == []


def test_close_leaves_no_process_even_one_at_work():
    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        task = asyncio.create_task(workers.run(COMPARE, NEVER_ENDS, 30))
        await asyncio.sleep(0.2)
        seen = pids(workers)
        await workers.close()
        with pytest.raises(WorkerDied):
            await task
        with pytest.raises(WorkerError):
            await workers.run(SPLIT, ["a"], 20)
        return seen

    seen = with_workers(body)
    assert seen
    assert not any(map(is_alive, seen))


def test_a_cancelled_task_leaves_no_process_in_mid_work():
    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        task = asyncio.create_task(workers.run(COMPARE, NEVER_ENDS, 30))
        await asyncio.sleep(0.2)
        (working,) = pids(workers)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return working, await workers.run(SPLIT, ["b"], 20)

    working, after = with_workers(body, count=1)
    assert not is_alive(working)
    assert after == ["b"]


def test_an_exception_is_reported_and_the_process_lives_on():
    async def body(workers: Workers) -> Any:
        with pytest.raises(WorkerError, match="Unreadable"):
            await workers.run("factory.check.expression:parse", ["(1"], 20)
        with pytest.raises(WorkerError, match="not JSON serializable"):
            await workers.run("factory.check.expression:parse", ["1"], 20)
        before = pids(workers)
        await workers.run(SPLIT, ["a"], 20)
        return before == pids(workers)

    assert with_workers(body, count=1)


@pytest.mark.parametrize(
    "name",
    [
        "os:system",
        "factory:os",
        "factory.check.worker:_serve",
        "factory.check.worker:os.system",
        "factory.check;import os:system",
        "factory.check.worker",
        "factories.evil:run",
        "factory..check:run",
    ],
)
def test_a_name_outside_of_factory_is_refused_before_any_process(name: str):
    async def body(workers: Workers) -> Any:
        with pytest.raises((ValueError, WorkerError)):
            await workers.run(name, [], 5)

    with_workers(body)


def test_only_what_a_module_defines_itself_can_be_named():
    async def body(workers: Workers) -> Any:
        with pytest.raises(WorkerError, match="defines no function"):
            await workers.run("factory.check.worker:Path", ["/"], 20)
        with pytest.raises(WorkerError, match="defines no function"):
            await workers.run("factory.check.worker:missing", [], 20)

    with_workers(body, count=1)


def test_a_worker_sees_no_keys(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOME_API_KEY", "secret")

    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        with open(f"/proc/{pids(workers)[0]}/environ") as environ:
            return environ.read()

    environ = with_workers(body, count=1)
    assert "PATH=" in environ
    assert "secret" not in environ


def test_an_interrupt_from_the_keyboard_is_the_drivers_alone():
    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        (pid,) = pids(workers)
        os.kill(pid, signal.SIGINT)
        result = await workers.run(SPLIT, ["b"], 20)
        return result, pids(workers) == [pid]

    assert with_workers(body, count=1) == (["b"], True)


DRIVER = """
import asyncio, sys
from factory.check.worker import Workers

async def main():
    workers = Workers(2)
    await workers.run("factory.check.symbolic_compare:compare_symbolic", ["1", "2"], 20)
    await workers.run("factory.check.splitting:split", ["a"], 20)
    task = asyncio.create_task(workers.run(%r, %r, 0.5))
    await workers.run("factory.check.splitting:split", ["a"], 20)
    await asyncio.sleep(0.2)
    print(*[process.pid for process in workers._all], flush=True)
    import time
    time.sleep(60)

asyncio.run(main())
"""


def test_workers_end_when_the_driver_is_killed_even_in_mid_work():
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER % (COMPARE, NEVER_ENDS)], stdout=subprocess.PIPE, text=True
    )
    assert driver.stdout is not None
    workers = [int(pid) for pid in driver.stdout.readline().split()]
    driver.kill()
    driver.wait()
    driver.stdout.close()
    assert len(workers) == 2
    assert all(gone_within(pid, 20) for pid in workers)
