"""The worker pool: what a hostile or unlucky task may cost, and whom."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from factory.check import confined, worker
from factory.check.worker import OutOfMemory, WorkerDied, WorkerError, Workers

COMPARE = "factory.check.answers.symbolic_compare:compare_symbolic"
SPLIT = "factory.check.steps.splitting:split"
# C code that holds the interpreter for minutes.
NEVER_ENDS = ("math:factorial", [10**8])
ANY_FUNCTION = """
import sys
from factory.check import confined
confined._ALLOWED = ""
confined.serve(int(sys.argv[1]))
"""


@pytest.fixture
def any_function(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets tests name any function, so that they can say what a worker has to run."""
    monkeypatch.setattr(confined, "_ALLOWED", "")
    monkeypatch.setattr(worker, "_ENTRY", ANY_FUNCTION)


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


def everyone(workers: Workers) -> list[int]:
    """The nurseries and the children that do their work."""
    return [pid for nursery in pids(workers) for pid in (nursery, *children(nursery))]


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def seconds_of(pid: int) -> float:
    """What a process has computed so far; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def in_mid_work(workers: Workers) -> list[int]:
    """Everyone, as soon as a child computes: nothing that is done before takes so long."""
    while not any(seconds_of(pid) > 0.1 for one in pids(workers) for pid in children(one)):
        await asyncio.sleep(0.01)
    return everyone(workers)


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


def test_a_hang_is_killed_and_costs_only_itself(any_function: None):
    async def body(workers: Workers) -> Any:
        await workers.run(COMPARE, ["1", "2"], 20)
        hang = asyncio.create_task(workers.run(*NEVER_ENDS, 0.5))
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


def test_close_leaves_no_process_even_one_at_work(any_function: None):
    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        task = asyncio.create_task(workers.run(*NEVER_ENDS, 30))
        seen = await in_mid_work(workers)
        await workers.close()
        with pytest.raises(WorkerDied):
            await task
        with pytest.raises(WorkerError):
            await workers.run(SPLIT, ["a"], 20)
        return seen

    seen = with_workers(body)
    assert len(seen) == 2
    assert all(gone_within(pid, 60) for pid in seen)


def test_a_cancelled_task_leaves_no_process_in_mid_work(any_function: None):
    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        task = asyncio.create_task(workers.run(*NEVER_ENDS, 30))
        working = await in_mid_work(workers)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return working, await workers.run(SPLIT, ["b"], 20)

    working, after = with_workers(body, count=1)
    assert len(working) == 2
    assert all(gone_within(pid, 60) for pid in working)
    assert after == ["b"]


def test_an_exception_is_reported_and_the_process_lives_on():
    async def body(workers: Workers) -> Any:
        with pytest.raises(WorkerError, match="Unreadable"):
            await workers.run("factory.check.algebra.expression:parse", ["(1"], 20)
        with pytest.raises(WorkerError, match="not JSON serializable"):
            await workers.run("factory.check.algebra.expression:parse", ["1"], 20)
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
import asyncio
from factory.check import confined, worker
from factory.check.worker import Workers

confined._ALLOWED = ""
worker._ENTRY = %r

async def main():
    workers = Workers(2)
    await workers.run("factory.check.answers.symbolic_compare:compare_symbolic", ["1", "2"], 20)
    await workers.run("factory.check.steps.splitting:split", ["a"], 20)
    task = asyncio.create_task(workers.run(*%r, 0.5))
    await workers.run("factory.check.steps.splitting:split", ["a"], 20)
    await asyncio.sleep(0.2)
    for process in workers._all:
        children = ""
        while not children:  # between one child and the next there is none
            children = open(f"/proc/{process.pid}/task/{process.pid}/children").read()
        print(process.pid, children, end=" ")
    print(flush=True)
    import time
    time.sleep(60)

asyncio.run(main())
"""


def test_workers_end_when_the_driver_is_killed_even_in_mid_work():
    driver = subprocess.Popen(
        [sys.executable, "-c", DRIVER % (ANY_FUNCTION, NEVER_ENDS)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert driver.stdout is not None
    workers = [int(pid) for pid in driver.stdout.readline().split()]
    driver.kill()
    driver.wait()
    driver.stdout.close()
    assert len(workers) == 4
    assert all(gone_within(pid, 60) for pid in workers)


ATTACKS = """
import mmap, os, socket, subprocess, sys, threading
from pathlib import Path

def write_a_file(path): Path(path).write_text("hurt")
def append_to_a_file(path): os.write(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), b"x")
def remove_a_file(path): os.remove(path)
def run_a_command(path): os.system(f"touch {path}")
def start_a_process(path): subprocess.run(["touch", path])
def fork_and_write(path):
    if os.fork() == 0:
        write_a_file(path)
def become_another_program(path): os.execvp("touch", ["touch", path])
def open_a_socket(path): socket.socket()
def ask_for_a_name(path): socket.getaddrinfo("localhost", 80)
def load_machine_code(path):
    import ctypes
    ctypes.CDLL("libc.so.6")
def kill_the_parent(path):
    import signal
    signal.pthread_kill(threading.main_thread().ident, signal.SIGKILL)
def leave_by_the_back_door(path): raise SystemExit(0)
def interrupt(path): raise KeyboardInterrupt
def import_gmpy2(path): import gmpy2
def import_flint(path): import flint
def print_much(path):
    print("x" * 100_000, flush=True)
    os.write(1, b"x" * 100_000)
def hang_in_c(path): 7 ** (10 ** 9)
def hang_in_c_deaf(path):
    import signal
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    7 ** (10 ** 9)
def swallow_everything(path):
    while True:
        try:
            sum(range(10 ** 6))
        except BaseException:
            pass
def eat_memory(path): return len([bytearray(10 ** 8) for _ in range(100)])
def eat_memory_in_c(path): return bool(1 << 8 * 10 ** 10)
def eat_memory_and_swallow(path):
    try:
        eat_memory(path)
    except MemoryError:
        return "swallowed"
def answer_much(path): return "x" * 70_000_000
def recurse(path): return recurse(path)
def nest(path):
    value = []
    for _ in range(100_000):
        value = [value]
    return value
def write_a_long_number(path): return 10 ** 10_000
def names(path): return sorted(os.environ)
def descriptors(path): return [os.readlink(f"/proc/self/fd/{n}") for n in range(20)
                               if os.path.exists(f"/proc/self/fd/{n}")]
def backends(path):
    import mpmath, sympy, sympy.external.gmpy
    return [sympy.external.gmpy.GROUND_TYPES, mpmath.libmp.BACKEND,
            [name for name in ("gmpy2", "flint", "sage") if sys.modules.get(name)]]
"""


@pytest.fixture
def attacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, any_function: None) -> Path:
    """Workers run the functions above as if they were factory's; the path of a canary."""
    (tmp_path / "attacks.py").write_text(ATTACKS)
    for banned in ("gmpy2", "flint"):
        (tmp_path / f"{banned}.py").write_text("print('installed')\nversion = lambda: '2.2.1'\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("MY_API_KEY", "secret")
    return tmp_path / "canary"


def attack(name: str, canary: Path, seconds: float = 20) -> Any:
    """What the attack brings, and that the next task is served by the same nursery or another."""

    async def body(workers: Workers) -> Any:
        try:
            result = await workers.run(f"attacks:{name}", [str(canary)], seconds)
        except (WorkerError, TimeoutError) as fault:
            result = fault
        assert await workers.run(SPLIT, ["a\nb"], 20) == ["a\n", "b"]
        return result

    return with_workers(body, count=1, memory_mb=256)


@pytest.mark.parametrize(
    "name",
    [
        "write_a_file",
        "append_to_a_file",
        "run_a_command",
        "start_a_process",
        "fork_and_write",
        "become_another_program",
        "open_a_socket",
        "ask_for_a_name",
        "load_machine_code",
        "kill_the_parent",
    ],
)
def test_code_in_a_worker_cannot_leave_it(name: str, attacks: Path):
    fault = attack(name, attacks)
    assert isinstance(fault, WorkerError)
    assert "confinement" in str(fault)
    assert not attacks.exists()


def test_code_in_a_worker_cannot_remove_a_file(attacks: Path):
    attacks.write_text("kept")
    assert "confinement" in str(attack("remove_a_file", attacks))
    assert attacks.read_text() == "kept"


def test_a_worker_uses_no_library_that_memory_and_time_cannot_bound(attacks: Path):
    assert attack("backends", attacks) == ["python", "python", []]
    for name in ("import_gmpy2", "import_flint"):
        assert "ModuleNotFoundError" in str(attack(name, attacks))


def test_a_worker_inherits_no_variable_and_no_open_file(attacks: Path, tmp_path: Path):
    with open(tmp_path / "held", "w") as held:
        os.set_inheritable(held.fileno(), True)
        names, links = attack("names", attacks), attack("descriptors", attacks)
    assert set(names) <= {
        *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH"),
        *("PYTHONHASHSEED", "SYMPY_GROUND_TYPES", "MPMATH_NOGMPY"),
    }
    assert not [link for link in links if not link.startswith(("pipe:", "socket:", "/dev/null"))]


@pytest.mark.parametrize("name", ["hang_in_c", "swallow_everything"])
def test_the_deadline_kills_in_c_code_and_where_every_exception_is_swallowed(name, attacks):
    assert isinstance(attack(name, attacks, seconds=0.5), TimeoutError)


def test_a_worker_that_hears_no_signal_is_killed_from_outside(attacks, monkeypatch):
    monkeypatch.setattr(worker, "_GRACE_SECONDS", 0.3)
    fault = attack("hang_in_c_deaf", attacks, seconds=0.5)
    assert isinstance(fault, TimeoutError)


@pytest.mark.parametrize("name", ["eat_memory", "eat_memory_in_c"])
def test_memory_is_bounded_for_lists_and_for_numbers(name, attacks):
    assert isinstance(attack(name, attacks), OutOfMemory)


@pytest.mark.parametrize(
    "name",
    [
        "leave_by_the_back_door",
        "interrupt",
        "recurse",
        "nest",
        "write_a_long_number",
        "answer_much",
    ],
)
def test_a_task_that_ends_oddly_is_an_error_of_its_own(name, attacks):
    assert isinstance(attack(name, attacks), WorkerError)


def test_what_a_task_prints_does_not_reach_the_protocol(attacks):
    assert attack("print_much", attacks) is None


def test_a_task_may_survive_its_own_memory_error(attacks):
    assert attack("eat_memory_and_swallow", attacks) == "swallowed"


def test_a_killed_task_costs_no_new_process(any_function: None):
    async def body(workers: Workers) -> Any:
        await workers.run(COMPARE, ["1", "2"], 20)
        before = pids(workers)
        with pytest.raises(TimeoutError):
            await workers.run(*NEVER_ENDS, 0.3)
        after = await workers.run(COMPARE, [r"\sqrt{8}", r"2\sqrt{2}"], 20)
        return before == pids(workers), after["outcome"]

    assert with_workers(body, count=1) == (True, "equal")


def test_a_worker_ended_from_outside_says_so_and_the_next_task_has_another(any_function: None):
    async def body(workers: Workers) -> Any:
        await workers.run(SPLIT, ["a"], 20)
        for victims in (children, lambda pid: [pid, *children(pid)]):
            task = asyncio.create_task(workers.run(*NEVER_ENDS, 20))
            await in_mid_work(workers)
            for pid in victims(pids(workers)[0]):
                os.kill(pid, signal.SIGKILL)
            with pytest.raises(WorkerDied, match="ended"):
                await task
            assert await workers.run(SPLIT, ["b"], 20) == ["b"]
        (process,) = workers._all
        process.kill()
        while process.returncode is None:  # its child keeps the pipes open, so no `wait`
            await asyncio.sleep(0.01)
        return await workers.run(SPLIT, ["c"], 20)

    assert with_workers(body, count=1) == ["c"]


def test_an_interpreter_that_does_not_start_is_said_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    async def body(workers: Workers) -> Any:
        with pytest.raises(WorkerDied, match="started"):
            await workers.run(SPLIT, ["a"], 20)

    with_workers(body)


def test_closing_while_tasks_wait_leaves_no_process():
    async def body(workers: Workers) -> Any:
        tasks = [asyncio.create_task(workers.run(SPLIT, ["a"], 20)) for _ in range(20)]
        await asyncio.sleep(0.05)
        await workers.close()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(result == ["a"] or isinstance(result, WorkerError) for result in results)
        return pids(workers)

    assert with_workers(body) == []


def test_any_text_goes_to_a_worker_and_comes_back():
    texts = ["\ud800 lone", "\0\n\0", "\u202e right to left", "é\u0301\U0001f600", "[" * 100_000]

    async def body(workers: Workers) -> Any:
        return [await workers.run(SPLIT, [text], 20) for text in texts]

    assert ["".join(pieces) for pieces in with_workers(body)] == texts
