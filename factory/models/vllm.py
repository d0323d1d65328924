"""vLLM: servers that are started for the run and ended with it, or ones that run already.

Promises: with `python` it starts `replicas` servers on free loopback ports and waits until they
are healthy; they are gone when the run is, however it ends. With `base_url` it starts nothing. A
server that dies is started again; calls that it had are Transient. Does not promise that vLLM
fits the machine: when a server dies while it starts, or again and again, the run stops with the
end of its log.

Decided here:
- vLLM pins its own torch, so it lives in its own environment: `python` names the interpreter, and
  `python -m vllm.entrypoints.openai.api_server` is started, which also works where the `vllm`
  command does not.
- A server gets a key of its own for the time that it runs (in its environment, not on its command
  line), so that nobody else on the machine uses it. Of our secrets it gets HF_TOKEN alone, for
  models that one must ask for (`keep_env`).
- A server that was started again keeps its port. The third death with fewer than 100 replies
  since the first is Fatal.
- `args` are no part of the identity: one that changes what the model says (a quantisation, a
  chat template) is named with `revision` or the recipe's `identity`.
- Telemetry is off, and a server's log stays in the run's folder.
"""

import asyncio
import contextlib
import logging
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import Field

from factory.errors import FactoryError, Fatal, UserError
from factory.models import Reply, Request, Served
from factory.models.openai import OpenAI, packages
from factory.models.server_process import (
    ServerDied,
    ServerProcess,
    bare_environment,
    free_port,
)
from factory.models.wire import ServerOptions

log = logging.getLogger("factory")

MOST_DEATHS, SOUND = 3, 100
"""Deaths that are too many, where fewer replies than SOUND came since the first of them."""
QUIET = {"VLLM_NO_USAGE_STATS": "1", "DO_NOT_TRACK": "1", "PYTHONUNBUFFERED": "1"}


class VllmOptions(ServerOptions):
    """How vLLM servers are started, and spoken to."""

    replicas: int | None = Field(default=None, ge=1, le=64)
    """Servers; calls go to the least loaded. One for each entry of `devices` when left out."""
    devices: list[str] = Field(default=[])
    """CUDA_VISIBLE_DEVICES of each server, as ["0,1", "2,3"]."""
    args: list[str | int | float] = Field(default=[])
    """Further arguments of the server, as ["--max-model-len", 4096]."""
    env: dict[str, str] = Field(default={})
    """Further variables of the server's environment."""
    keep_env: list[str] = Field(default=["HF_TOKEN"])
    """Variables that it gets although they look like secrets."""
    start_timeout: float = Field(default=1800.0, gt=0, le=86400)
    """Seconds until a server must be ready; the first start may have a model to fetch."""


class Vllm:
    """A model that vLLM serves; see `VllmOptions`."""

    Options = VllmOptions

    def __init__(self, served: Served, **options: Any):
        self.options = VllmOptions.model_validate(options)
        spoken = {field.alias or name for name, field in ServerOptions.model_fields.items()}
        self.speaker = OpenAI(served, **{n: v for n, v in options.items() if n in spoken})
        self.served = served
        self.identity = self.options.identity("vllm", served.model)
        self.servers: list[ServerProcess] = []
        if served.python is None and not served.base_url:
            raise UserError(
                f"models.{served.name}: write `python`, the Python of the environment that has "
                "vLLM, or `base_url`, the address of a server that runs"
            )
        devices, replicas = self.options.devices, self.options.replicas
        if devices and replicas not in (None, len(devices)):
            raise UserError(
                f"models.{served.name}.options: {replicas} replicas, but devices for {len(devices)}"
            )
        self._replicas = replicas or len(devices) or 1
        self._opening = asyncio.Lock()
        self._back = asyncio.Event()
        """Set while at least one server is up, or none will ever be again."""
        self._watching: list[asyncio.Task[None]] = []
        self._given_up: Fatal | None = None
        self._deaths = self._replies = 0
        self._logs: Path | None = None
        self._own_logs = served.folder is None
        self._key = ""

    async def open(self) -> None:
        """Start the servers and wait for them; once is enough.

        Raises:
            Fatal: there is no such Python, or a server died; with the end of its log.
        """
        async with self._opening:
            if self.speaker.endpoints:
                return
            if self.served.base_url:
                await self.speaker.open()
                self._back.set()
                return
            await self._start_all()

    async def _start_all(self) -> None:
        name, folder = self.served.name, self.served.folder
        packages(name)  # both before anything is waited for
        self._python()
        self._logs = folder or Path(tempfile.mkdtemp(prefix="factory-vllm-"))
        self._key = secrets.token_urlsafe(24)
        many = f"{self._replicas} vLLM servers" if self._replicas > 1 else "a vLLM server"
        self._say(f"starting {many}; what it says is in {self._log(0)}")
        began = asyncio.get_running_loop().time()
        starting: list[asyncio.Task[ServerProcess]] = []
        try:
            async with asyncio.TaskGroup() as group:
                for n in range(self._replicas):
                    starting.append(group.create_task(self._start(n, free_port())))
            self.servers = [task.result() for task in starting]
            took = asyncio.get_running_loop().time() - began
            addresses = tuple(f"http://127.0.0.1:{server.port}/v1" for server in self.servers)
            self.speaker.connect(addresses, self._key)
        except BaseException as error:
            self.servers = []
            # Those that were still starting have ended with the group.
            done = (task for task in starting if not (task.cancelled() or task.exception()))
            await asyncio.gather(*(task.result().stop() for task in done))
            cause = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else error
            if isinstance(cause, ServerDied):
                raise Fatal(f"models.{name}: the vLLM server {cause}") from None
            raise cause from None
        self._say(f"vLLM is ready after {took:.0f} s")
        self._back.set()
        self._watching = [asyncio.create_task(self._watch(n)) for n in range(self._replicas)]

    def _python(self) -> str:
        wanted = str(self.served.python)
        if python := shutil.which(wanted):
            return python
        raise Fatal(f"models.{self.served.name}.python: there is no Python at {wanted}")

    def _command(self, port: int) -> list[str]:
        model = self.served.model
        revision = ["--revision", self.options.revision] if self.options.revision else []
        return [
            *(self._python(), "-m", "vllm.entrypoints.openai.api_server"),
            *("--model", model, "--served-model-name", model),
            *("--host", "127.0.0.1", "--port", str(port)),
            *revision,
            *map(str, self.options.args),
        ]

    def _log(self, n: int) -> Path:
        assert self._logs is not None
        return self._logs / f"vllm-{self.served.name}-{n}.log"

    async def _start(self, n: int, port: int) -> ServerProcess:
        """One healthy server.

        Raises:
            ServerDied: it ended, or was not healthy in time.
        """
        options = self.options
        more = QUIET | options.env | {"VLLM_API_KEY": self._key}
        if options.devices:
            more["CUDA_VISIBLE_DEVICES"] = options.devices[n]
        ours = [self.served.key_env] if self.served.key_env else []
        env = bare_environment(options.keep_env, more, ours)
        server = await ServerProcess.start(self._command(port), env, port, self._log(n))
        try:
            await server.healthy(options.start_timeout, self._say)
        except BaseException:
            await server.stop()
            raise
        return server

    async def _watch(self, n: int) -> None:
        """Start the server again whenever it dies; give up when it dies again and again."""
        while True:
            server, endpoint = self.servers[n], self.speaker.endpoints[n]
            await server.warden.wait()
            death = server.death()
            while True:
                endpoint.down = True
                if all(one.down for one in self.speaker.endpoints):
                    self._back.clear()
                self._deaths = 1 if self._replies >= SOUND else self._deaths + 1
                self._replies = 0 if self._deaths == 1 else self._replies
                if self._deaths >= MOST_DEATHS:
                    self._given_up = Fatal(
                        f"models.{self.served.name}: the vLLM server died {self._deaths} times; "
                        f"the last time it {death}"
                    )
                    self._back.set()
                    return
                self._say(f"the vLLM server {death.splitlines()[0]} It is started again.")
                try:
                    self.servers[n] = await self._start(n, server.port)
                    break
                except (ServerDied, FactoryError, OSError) as died:
                    death = str(died)
            endpoint.down = False
            endpoint.worked()
            self._back.set()
            self._say("vLLM is ready again")

    async def reply(self, request: Request) -> Reply:
        """Ask the least loaded server; waits while all of them are being started again.

        Raises:
            Transient, Refused, Fatal: see `factory.models.faults`; Fatal also when servers die
                again and again.
        """
        if not self._back.is_set():
            await self.open()
            await self._back.wait()
        if self._given_up:
            raise self._given_up
        reply = await self.speaker.reply(request)
        self._replies += 1
        return reply

    def __repr__(self) -> str:
        return f"Vllm({self.served.name}: {self.identity})"

    def _say(self, text: str) -> None:
        say: Callable[[str], None] = log.info if self.served.say is None else self.served.say
        say(f"{self.served.name}: {text}")

    async def close(self) -> None:
        """End all servers and close all connections."""
        watching, self._watching = self._watching, []
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)
        servers, self.servers = self.servers, []
        await asyncio.gather(*(server.stop() for server in servers))
        await self.speaker.close()
        self._back.clear()
        if self._own_logs and self._logs is not None and not self._given_up:
            with contextlib.suppress(OSError):
                shutil.rmtree(self._logs)
