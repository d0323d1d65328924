"""Run `package.module:function` by name in worker processes with a deadline that kills.

Stops: endless loops, memory over the limit, and what else `confined` lists; keys in the
environment. One task's bomb costs no other task more than the wait for a free process.
Does not stop: a determined attacker; a worker has the rights of its user.

A process is started when first needed, goes on after a task that had to be killed, is replaced
when it was ended from outside, and ends when its standard input closes. Only functions of
`factory` can be named, and only by the module that defines them.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from factory.check.confined import HEADER, check_name, frame
from factory.errors import FactoryError

_START_SECONDS = 60.0
"""For the interpreter and the function's imports, which the task's own deadline does not count."""
_GRACE_SECONDS = 2.0
"""After the deadline, at which a worker is ended by its own alarm, this process ends it."""
_LARGEST_FRAME = 64 * 1024 * 1024
_ENTRY = "import sys; from factory.check import confined; confined.serve(int(sys.argv[1]))"
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME")


class WorkerError(FactoryError):
    """The function raised; the message names the exception."""


class OutOfMemory(WorkerError):
    """The function wanted more memory than the limit."""


class WorkerDied(WorkerError):
    """The process was ended from outside: nothing is known of what the function would do."""


class Workers:
    """At most `count` processes of `memory_mb` megabytes each, shared by any number of tasks.

    Belongs to one event loop, the first that runs a task.
    """

    def __init__(self, count: int, memory_mb: int = 1024):
        self._free = asyncio.Semaphore(count)
        self._memory_mb = memory_mb
        self._idle: list[asyncio.subprocess.Process] = []
        self._all: set[asyncio.subprocess.Process] = set()
        self._closed = False

    async def run(self, function: str, args: list[Any], seconds: float) -> Any:
        """The function's result, a JSON value; waits for a free process, which is not counted.

        Raises:
            ValueError: the name is not `factory.some.module:function`.
            TimeoutError: the deadline killed it; no other task noticed.
            OutOfMemory: it wanted more than the limit.
            WorkerDied: the process was ended from outside, or did not start.
            WorkerError: the function raised, or tried to leave its confinement.
        """
        check_name(function)
        request = frame({"function": function, "args": args, "seconds": seconds})
        async with self._free:
            if self._closed:
                raise WorkerError("the workers are closed")
            process = self._take_idle() or await self._start()
            try:
                reply = await self._talk(process, request, seconds)
            except BaseException:
                # Also when this task is cancelled: a process in mid-work is of no use to others.
                await self._kill(process)
                raise
            self._idle.append(process)
        match reply:
            case {"result": result}:
                return result
            case {"ended": "deadline"}:
                raise TimeoutError(f"killed after {seconds:g} s")
            case {"ended": "memory"}:
                raise OutOfMemory("beyond the memory limit of a worker")
            case {"ended": _}:
                raise WorkerError(f"{function}: ended, since it tried to leave its confinement")
        raise WorkerError(f"{function}: {reply.get('error')}")

    async def close(self) -> None:
        """End every process, working or not, and wait until it is gone."""
        self._closed = True
        for process in list(self._all):
            await self._kill(process)
        self._idle.clear()

    def _take_idle(self) -> asyncio.subprocess.Process | None:
        while self._idle:
            process = self._idle.pop()
            if process.returncode is None:
                return process
            self._forget(process)  # something outside ended it while it had no work
        return None

    async def _start(self) -> asyncio.subprocess.Process:
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # the working directory may hold a file named like a module
                "-c",
                _ENTRY,
                str(self._memory_mb),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env=_environment(),
                cwd="/",
                start_new_session=True,  # a signal to the run's group is the run's to handle
            )
        except OSError as fault:
            raise WorkerDied(f"no worker process could be started: {fault}") from fault
        self._all.add(process)
        if self._closed:
            await self._kill(process)
            raise WorkerError("the workers are closed")
        return process

    async def _talk(
        self, process: asyncio.subprocess.Process, request: bytes, seconds: float
    ) -> dict[str, Any]:
        assert process.stdin is not None and process.stdout is not None
        try:
            try:
                async with asyncio.timeout(_START_SECONDS):
                    started = {"again": True}
                    while "again" in started:
                        process.stdin.write(request)
                        await process.stdin.drain()
                        started = await _receive(process.stdout)
            except TimeoutError:
                raise WorkerDied(f"no answer within {_START_SECONDS:g} s of the start") from None
            if "started" not in started:
                return started
            try:
                async with asyncio.timeout(seconds + _GRACE_SECONDS):
                    return await _receive(process.stdout)
            except TimeoutError:
                raise TimeoutError(f"killed after {seconds:g} s") from None
        except (asyncio.IncompleteReadError, ConnectionError) as fault:
            code = await process.wait()
            raise WorkerDied(f"a worker process was ended, exit code {code}") from fault

    async def _kill(self, process: asyncio.subprocess.Process) -> None:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)  # the process and the child that works
        self._forget(process)
        if process.stdout is not None:
            # What was left unread keeps asyncio from seeing that the process is gone.
            with contextlib.suppress(RuntimeError):  # somebody is reading it already
                while await process.stdout.read(65_536):
                    pass
        await process.wait()

    def _forget(self, process: asyncio.subprocess.Process) -> None:
        self._all.discard(process)
        if process.stdin is not None:
            process.stdin.close()


def _environment() -> dict[str, str]:
    """No keys, no tokens: only what an interpreter needs to find its packages and this one."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    places = [str(Path(__file__).parents[2])]
    # An empty or relative entry is the working directory, which may hold anything.
    places += filter(os.path.isabs, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return kept | {
        "PYTHONPATH": os.pathsep.join(places),
        "PYTHONHASHSEED": "0",
        "SYMPY_GROUND_TYPES": "python",
        "MPMATH_NOGMPY": "1",
    }


async def _receive(stream: asyncio.StreamReader) -> dict[str, Any]:
    (size,) = HEADER.unpack(await stream.readexactly(HEADER.size))
    if size > _LARGEST_FRAME:
        raise WorkerError(f"a result of {size:,} bytes; {_LARGEST_FRAME:,} is the limit")
    reply: dict[str, Any] = json.loads(await stream.readexactly(size))
    return reply
