"""One server as a child process: started, watched until it is healthy, ended on every way out.

Promises: the server and all its children end when `stop` is called, when this process ends, and
when it is killed (`factory.models.warden`); it is given no variable that holds one of our
secrets. Does not promise that a port stays free between the look for one and the server's start.
"""

import asyncio
import contextlib
import os
import re
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

WARDEN = Path(__file__).with_name("warden.py")
GRACE = 15.0
"""Seconds that a server is given to end by itself."""
TAIL = 15
"""Lines of the log that are shown when it dies."""
POLL, TELL = 0.25, 15.0
"""Seconds between two looks at its health, and between two lines about the waiting."""
SECRET = re.compile(r"KEY|TOKEN(?!IZER)|SECRET|PASSW|CREDENTIAL|AUTH", re.IGNORECASE)
PYTHON = {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
"""Variables that would lead another Python into our packages."""


class ServerDied(Exception):
    """The server ended, or never got healthy; the message has the end of its log."""


def bare_environment(
    keep: Sequence[str], more: Mapping[str, str], taken: Sequence[str] = ()
) -> dict[str, str]:
    """Our environment without secrets (but for `keep`) and without what is Python's, and `more`."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name in keep or not (SECRET.search(name) or name in PYTHON or name in taken)
    }
    return {**bare, **more}


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(slots=True)
class ServerProcess:
    """A server that is under way."""

    port: int
    log: Path
    warden: asyncio.subprocess.Process
    pid: int
    stopping: bool = False

    @classmethod
    async def start(
        cls, command: Sequence[str], env: Mapping[str, str], port: int, log: Path
    ) -> "ServerProcess":
        """Start it; what it says goes into the log, after what is there.

        Raises:
            ServerDied: there is no such program.
        """
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as file:
            warden = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", str(WARDEN), f"{GRACE:g}", *command),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=file,
                env=dict(env),
                start_new_session=True,
            )
        try:
            assert warden.stdout is not None
            line = await warden.stdout.readline()
        except BaseException:
            assert warden.stdin is not None
            warden.stdin.close()  # the warden then ends what it has started
            await warden.wait()
            raise
        made = cls(port, log, warden, int(line or 0))
        if not line:
            await warden.wait()
            raise ServerDied(f"cannot be started: {made.tail()}")
        return made

    async def healthy(self, seconds: float, say: Callable[[str], None]) -> None:
        """Wait until `/health` answers 200; `say` is told how it goes.

        Raises:
            ServerDied: it ended, or was not healthy in time.
        """
        loop = asyncio.get_running_loop()
        started = told = loop.time()
        while not await _answers(self.port):
            now = loop.time()
            if self.warden.returncode is not None:
                raise ServerDied(self.death())
            if now - started > seconds:
                raise ServerDied(f"was not ready after {seconds:g} s; its log ends: {self.tail()}")
            if now - told >= TELL:
                told = now
                say(f"still starting after {now - started:.0f} s: {self.tail(1)}")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(self.warden.wait()), POLL)

    def death(self) -> str:
        """How it died, and its last words."""
        code = self.warden.returncode
        how = f"signal {code - 128}" if code is not None and code > 128 else f"exit code {code}"
        return f"ended with {how}; its log ({self.log}) ends:\n{self.tail()}"

    def tail(self, lines: int = TAIL) -> str:
        """The last lines of its log."""
        with contextlib.suppress(OSError), self.log.open("rb") as file:
            file.seek(max(0, self.log.stat().st_size - 20_000))
            text = file.read().decode("utf-8", "replace")
            said = [line.rstrip()[:500] for line in text.splitlines() if line.strip()]
            return "\n".join(said[-lines:])
        return ""

    async def stop(self) -> None:
        """End it and all its children; returns when they are gone."""
        self.stopping = True
        if self.warden.stdin is not None:
            self.warden.stdin.close()
        try:
            await asyncio.wait_for(asyncio.shield(self.warden.wait()), GRACE + 5)
        except TimeoutError:
            for process in (self.pid, self.warden.pid):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(process, signal.SIGKILL)
            await self.warden.wait()


async def _answers(port: int) -> bool:
    """Does the server on this port say that it is healthy?"""
    writer = None
    try:
        async with asyncio.timeout(5):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return b" 200 " in await reader.readline()
    except (OSError, TimeoutError, ValueError):
        return False
    finally:
        if writer is not None:
            writer.close()
