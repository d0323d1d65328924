"""Run `package.module:function` by name in worker processes with a deadline that kills.

Stops: endless loops (SIGKILL at the deadline, also when this process is gone by then), memory
over the limit (RLIMIT_AS), output that would disturb the protocol, keys in the environment.
Does not stop: a determined attacker; a worker has the rights of its user.

Each process speaks length-prefixed JSON on its standard input and output. It is started when
first needed, replaced after a kill, and ends when its standard input closes. Only functions of
`factory` can be named, and only by the module that defines them.
"""

import asyncio
import contextlib
import importlib
import json
import os
import signal
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

from factory.errors import FactoryError

_ALLOWED = "factory."
_START_SECONDS = 60.0
"""For the interpreter and the function's imports, which the task's own deadline does not count."""
_LARGEST_FRAME = 64 * 1024 * 1024
_HEADER = struct.Struct(">I")
_OUT_OF_MEMORY = 77


class WorkerError(FactoryError):
    """The function raised; the message names the exception."""


class OutOfMemory(WorkerError):
    """The function wanted more memory than the limit."""


class WorkerDied(WorkerError):
    """The process was ended from outside: nothing is known of what the function would do."""


class Workers:
    """At most `count` processes of `memory_mb` megabytes each, shared by any number of tasks."""

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
            TimeoutError: the deadline killed the process; no other task noticed.
            OutOfMemory: it wanted more than the limit.
            WorkerDied: the process was ended from outside, or did not start.
            WorkerError: the function raised.
        """
        check_name(function)
        if self._closed:
            raise WorkerError("the workers are closed")
        frame = _frame({"function": function, "args": args, "seconds": seconds})
        async with self._free:
            process = self._take_idle() or await self._start()
            try:
                reply = await self._talk(process, frame, seconds)
            except BaseException:
                # Also when this task is cancelled: a process in mid-work is of no use to others.
                await self._kill(process)
                raise
            self._idle.append(process)
        if "error" in reply:
            raise WorkerError(f"{function}: {reply['error']}")
        return reply["result"]

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
            self._all.discard(process)  # something outside ended it while it had no work
        return None

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # the working directory may hold a file named like a module
            "-m",
            "factory.check.worker",
            str(self._memory_mb),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # a signal to the run's group is the run's to handle
        )
        self._all.add(process)
        return process

    async def _talk(
        self, process: asyncio.subprocess.Process, frame: bytes, seconds: float
    ) -> dict[str, Any]:
        assert process.stdin is not None and process.stdout is not None
        try:
            try:
                async with asyncio.timeout(_START_SECONDS):
                    process.stdin.write(frame)
                    await process.stdin.drain()
                    started = await _receive(process.stdout)
            except TimeoutError:
                raise WorkerDied(f"no answer within {_START_SECONDS:g} s of the start") from None
            if "error" in started:
                return started
            async with asyncio.timeout(seconds):
                return await _receive(process.stdout)
        except TimeoutError:
            raise TimeoutError(f"killed after {seconds:g} s") from None
        except (asyncio.IncompleteReadError, ConnectionError) as fault:
            code = await process.wait()
            if code == -signal.SIGALRM:
                raise TimeoutError(f"killed after {seconds:g} s") from fault
            if code == _OUT_OF_MEMORY:
                raise OutOfMemory("beyond the memory limit of a worker") from fault
            raise WorkerDied(f"a worker process was ended, exit code {code}") from fault

    async def _kill(self, process: asyncio.subprocess.Process) -> None:
        self._all.discard(process)
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
        await process.wait()


def check_name(function: str) -> tuple[str, str]:
    """(module, function) of a name that may be run; raises ValueError for every other."""
    module, _, name = function.partition(":")
    parts = module.split(".")
    if not function.startswith(_ALLOWED) or not all(part.isidentifier() for part in parts):
        raise ValueError(
            f"{function!r}: name a function of factory, as 'factory.some.module:function'"
        )
    if not name.isidentifier() or name.startswith("_"):
        raise ValueError(f"{function!r}: after the colon stands the name of a public function")
    return module, name


def _environment() -> dict[str, str]:
    """No keys, no tokens: only what an interpreter needs to find this package."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": "0"}


def _frame(value: Any) -> bytes:
    body = json.dumps(value).encode()
    return _HEADER.pack(len(body)) + body


async def _receive(stream: asyncio.StreamReader) -> dict[str, Any]:
    (size,) = _HEADER.unpack(await stream.readexactly(_HEADER.size))
    if size > _LARGEST_FRAME:
        raise WorkerError(f"a result of {size:,} bytes; {_LARGEST_FRAME:,} is the limit")
    reply: dict[str, Any] = json.loads(await stream.readexactly(size))
    return reply


def _serve(memory_mb: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to handle
    _limit(memory_mb)
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a function prints must not reach the protocol
    while True:
        header = source.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        request = json.loads(source.read(_HEADER.unpack(header)[0]))
        _answer(request, sink)


def _answer(request: dict[str, Any], sink: BinaryIO) -> None:
    try:
        function = _function(request["function"])
        _send(sink, {"started": True})
        # The kernel's own alarm: it ends this process even when nobody is left to kill it.
        signal.setitimer(signal.ITIMER_REAL, request["seconds"] + 1)
        reply = _frame({"result": function(*request["args"])})
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except Exception as fault:
        reply = _frame({"error": f"{type(fault).__name__}: {str(fault)[:500]}"})
    signal.setitimer(signal.ITIMER_REAL, 0)
    sink.write(reply)
    sink.flush()


def _send(sink: BinaryIO, value: Any) -> None:
    sink.write(_frame(value))
    sink.flush()


def _function(name: str) -> Any:
    module_name, function_name = check_name(name)
    function = getattr(importlib.import_module(module_name), function_name, None)
    if not callable(function) or getattr(function, "__module__", None) != module_name:
        raise ValueError(f"{name!r}: {module_name} defines no function {function_name!r}")
    return function


def _limit(memory_mb: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bytes_ = memory_mb * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):  # a system that knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
