"""Any OpenAI-compatible server: OpenAI, vLLM, SGLang, llama.cpp, Ollama, gateways.

Promises: a reply or a classified fault (`factory.models.faults`); connections are kept and never
more than `in_flight`; of several addresses the least loaded one is asked, and one that cannot be
reached rests a while. The key comes from the environment alone and is in no message, log or repr.
Does not promise to end by itself: the gate in front of it has the clock, and tries again.

Decided here:
- Calls go over aiohttp itself. The `openai` client, even at its lowest level over the same aiohttp,
  takes twice the time of a call, and what it adds is not wanted: retries and timeouts are the
  gate's, faults are classified here, replies are read here.
- So no variable of it (OPENAI_BASE_URL, OPENAI_ORG_ID, …) has an effect, nor has a .netrc: a recipe
  means the same everywhere, and no server is sent a key that the recipe did not name for it. A
  proxy of the environment (HTTPS_PROXY, NO_PROXY, …) is used, except for loopback.
- aiohttp is imported when a provider is opened, so that what needs no server does not pay for it,
  and sockets belong to the event loop of the first call.
- Idle connections are dropped after 4 s: servers on uvicorn, as vLLM is, drop theirs after 5 s,
  and a request on a connection that is just being dropped is lost.
- Redirects are not followed: they turn a POST into a GET, and a key would go to another place.
- An answer is read as far as an honest one can be long, as it is unpacked: see `most_bytes`.
"""

import asyncio
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from factory.errors import Transient, UserError
from factory.models import Reply, Request, Served
from factory.models.api_key import api_key
from factory.models.faults import Callee, decoded, fault_of_answer
from factory.models.wire import ServerOptions, body_of, read_reply

DEFAULT_ADDRESS = "https://api.openai.com/v1"
CONNECT, KEEP = 15.0, 4.0
"""Seconds to wait for a connection, and to keep an idle one."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Never reached through a proxy of the environment."""
COMPACT = json.JSONEncoder(separators=(",", ":")).encode
USER = re.compile(r"//[^/@\s]*@")
"""Who a proxy is asked as: it can hold a password."""
ROOM, A_TOKEN, TOKENS = 4 * 2**20, 64, 131_072
"""Bytes of an answer, and of each token in it, at most; the tokens where a recipe names no limit.
A token is written twice at most (as thought and as text), in escapes of six bytes a letter."""
FIRST_REST, LONGEST_REST = 0.5, 15.0
"""Seconds that an address is passed over after it could not be reached."""


@dataclass(slots=True)
class Endpoint:
    """One address of a model."""

    callee: Callee
    connect: Callable[[], Any] = field(repr=False)
    """Makes its pool of connections, on the running loop."""
    url: Any
    pool: Any = field(default=None, repr=False)
    in_flight: int = 0
    failures: int = 0
    """Calls in a row that could not reach it."""
    rests_until: float = 0.0
    down: bool = False
    """Known to be gone; it is asked only when all others are too."""

    def failed(self) -> None:
        """Pass it over for a while."""
        self.failures += 1
        rest = min(FIRST_REST * 2 ** min(self.failures - 1, 10), LONGEST_REST)
        self.rests_until = time.monotonic() + rest

    def worked(self) -> None:
        """It can be reached."""
        self.failures, self.rests_until = 0, 0.0


class OpenAI:
    """A model behind one or several OpenAI-compatible addresses; see `ServerOptions`."""

    Options = ServerOptions

    def __init__(self, served: Served, **options: Any):
        self.options = ServerOptions.model_validate(options)
        self.served = served
        self.identity = self.options.identity("openai", served.model)
        self.endpoints: list[Endpoint] = []
        self._lost: tuple[type[Exception], ...] = ()
        self._unsent: tuple[type[Exception], ...] = ()

    def __repr__(self) -> str:
        return f"OpenAI({self.served.name}: {self.identity})"

    async def open(self) -> None:
        """Read the key and make the connection pools; nothing is sent.

        Raises:
            UserError: the package is not there.
            Fatal: the variable with the key is not set.
        """
        if not self.endpoints:
            key = api_key(self.served.name, self.served.key_env)
            self.connect(self.served.base_url or (DEFAULT_ADDRESS,), key)

    def connect(self, addresses: tuple[str, ...], key: str) -> None:
        """Make a connection pool for each address.

        Raises:
            UserError: the package is not there.
        """
        served = self.served
        aiohttp, yarl = packages(served.name)
        self._lost = (aiohttp.ClientError, OSError)
        self._unsent = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
        header = self.options.key_header or "Authorization"
        signed = {header: key if self.options.key_header else f"Bearer {key}"} if key else {}
        kept = {"Content-Type": "application/json", **self.options.headers, **signed}
        for address in (one.rstrip("/") for one in addresses):
            callee = Callee(served.name, served.model, address, served.key_env, key)

            def pool(proxy: str | None = proxy_of(address)) -> Any:
                return aiohttp.ClientSession(
                    connector=aiohttp.TCPConnector(limit=served.in_flight, keepalive_timeout=KEEP),
                    timeout=aiohttp.ClientTimeout(sock_connect=CONNECT),
                    cookie_jar=aiohttp.DummyCookieJar(),
                    headers=kept,
                    proxy=proxy,
                )

            self.endpoints.append(Endpoint(callee, pool, yarl.URL(address + self.options.path)))

    async def reply(self, request: Request) -> Reply:
        """Ask the least loaded address.

        Raises:
            Transient, Refused, Fatal: see `factory.models.faults`.
        """
        if not self.endpoints:
            await self.open()
        endpoint = self.endpoints[0] if len(self.endpoints) == 1 else self._least_loaded()
        body = COMPACT(body_of(request, endpoint.callee.model, self.options)).encode()
        endpoint.in_flight += 1
        try:
            status, headers, content = await self._post(endpoint, body, most_bytes(request))
        finally:
            endpoint.in_flight -= 1
        said = decoded(content) if status == 200 else None
        if not isinstance(said, dict) or ("choices" not in said and "error" in said):
            raise fault_of_answer(status, headers, content, endpoint.callee)
        try:
            return read_reply(said)
        except Transient as fault:
            raise Transient(f"{self.served.name}: {fault}") from None

    def _least_loaded(self) -> Endpoint:
        now = time.monotonic()
        return min(self.endpoints, key=lambda e: (e.down, e.rests_until > now, e.in_flight))

    async def _post(
        self, to: Endpoint, body: bytes, most: int
    ) -> tuple[int, Mapping[str, str], bytes]:
        if to.pool is None:
            to.pool = to.connect()
        try:
            async with to.pool.post(to.url, data=body, allow_redirects=False) as answer:
                content = await read_at_most(answer.content, most + 1)
        except self._lost as error:
            to.failed()
            why = to.callee.without_key(USER.sub("//***@", f"{type(error).__name__} {error}"))
            # Without the cause: it holds the request, and the request the key.
            raise Transient(
                f"{self.served.name}: no answer from {to.callee.address} ({why})",
                billed=not isinstance(error, self._unsent),
            ) from None
        if to.failures:
            to.worked()
        if len(content) > most:
            if answer.status == 200:
                raise Transient(f"{self.served.name}: an answer of more than {most:,} bytes")
            content = content[:most]  # the status says enough
        return answer.status, answer.headers, content

    async def close(self) -> None:
        """Close all connections."""
        endpoints, self.endpoints = self.endpoints, []
        pools = [endpoint.pool for endpoint in endpoints if endpoint.pool is not None]
        for pool in pools:
            await pool.close()
        if pools:
            await asyncio.sleep(0)  # lets the transports of the sockets end


def most_bytes(request: Request) -> int:
    """Bytes that the answer to a request may have, unpacked; beyond that it is not read."""
    return ROOM + A_TOKEN * (request.sampling.max_tokens or TOKENS)


async def read_at_most(stream: Any, most: int) -> bytes:
    """The first `most` bytes of a stream; the rest stays where it is, and unpacked by nobody."""
    parts, size = [], 0
    while size < most and (part := await stream.readany()):
        parts.append(part)
        size += len(part)
    return b"".join(parts)[:most] if len(parts) != 1 else parts[0][:most]


def proxy_of(address: str) -> str | None:
    """The proxy that the environment names for an address, if any; none for loopback."""
    url = urlsplit(address)
    if url.hostname in LOOPBACK or proxy_bypass(url.netloc):
        return None
    return getproxies().get(url.scheme)


def packages(name: str) -> tuple[Any, Any]:
    """The modules aiohttp and yarl.

    Raises:
        UserError: one is not there; `name` is the model that needs it.
    """
    try:
        import aiohttp
        import yarl
    except ImportError as error:
        raise UserError(
            f"models.{name}: to speak to a server, {error.name} is missing: "
            "pip install 'factory[openai]'"
        ) from None
    return aiohttp, yarl
