"""Any OpenAI-compatible server: OpenAI, vLLM, SGLang, llama.cpp, Ollama, gateways.

Promises: a reply or a classified fault (`factory.models.faults`); connections are kept and never
more than `in_flight`; of several addresses the least loaded one is asked, and one that cannot be
reached rests a while. The key comes from the environment alone and is in no message, log or repr.
Does not promise to end by itself: the gate in front of it has the clock, and tries again.

Decided here:
- Calls go through the `openai` client's own pool over aiohttp (`DefaultAioHttpClient`), and its
  `send`: its layers above that cost twice as much as all the rest, and what they add is not
  wanted: retries and timeouts are the gate's, faults are classified here, replies are read here.
- So none of its variables (OPENAI_BASE_URL, OPENAI_ORG_ID, …) has an effect: a recipe means the
  same everywhere, and no server is sent a key that the recipe did not name for it.
- It is imported when a provider is opened, so that what needs no server does not pay for it.
- Idle connections are dropped after 4 s: servers on uvicorn, as vLLM is, drop theirs after 5 s,
  and a request on a connection that is just being dropped is lost.
- Redirects are not followed: they turn a POST into a GET, and a key would go to another place.
"""

import asyncio
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from factory.errors import Fatal, Transient, UserError
from factory.models import Reply, Request, Served
from factory.models.faults import Callee, decoded, fault_of_answer
from factory.models.wire import ServerOptions, body_of, read_reply

DEFAULT_ADDRESS = "https://api.openai.com/v1"
CONNECT, KEEP = 15.0, 4.0
"""Seconds to wait for a connection, and to keep an idle one."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Never reached through a proxy of the environment."""
FIRST_REST, LONGEST_REST = 0.5, 15.0
"""Seconds that an address is passed over after it could not be reached."""


@dataclass(slots=True)
class Endpoint:
    """One address of a model."""

    callee: Callee
    pool: Any
    url: Any
    headers: Any = field(repr=False)
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
        self._request: Any = None
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
            self.connect(self.served.base_url or (DEFAULT_ADDRESS,), self.key())

    def key(self) -> str:
        """The key, from the variable that the recipe names; empty where it names none."""
        variable = self.served.key_env
        if variable is None:
            return ""
        key = os.environ.get(variable, "").strip()
        if not key:
            raise Fatal(
                f"models.{self.served.name}.key_env: the environment variable {variable} is not "
                "set; put the key into it"
            )
        if not (key.isascii() and key.isprintable()):
            raise Fatal(f"models.{self.served.name}.key_env: what {variable} holds is no key")
        return key

    def connect(self, addresses: tuple[str, ...], key: str) -> None:
        """Make a connection pool for each address.

        Raises:
            UserError: the package is not there.
        """
        served = self.served
        aiohttp, httpx2, openai = packages(served.name)
        self._request = httpx2.Request
        self._lost = (httpx2.RequestError, aiohttp.ClientError, OSError)
        self._unsent = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
        header = self.options.key_header or "Authorization"
        signed = {header: key if self.options.key_header else f"Bearer {key}"} if key else {}
        kept = {"Content-Type": "application/json", **self.options.headers, **signed}
        limits = httpx2.Limits(
            max_connections=served.in_flight,
            max_keepalive_connections=served.in_flight,
            keepalive_expiry=KEEP,
        )
        for address in (one.rstrip("/") for one in addresses):
            near = urlsplit(address).hostname in LOOPBACK
            pool = openai.DefaultAioHttpClient(
                follow_redirects=False, trust_env=not near, limits=limits
            )
            callee = Callee(served.name, served.model, address, served.key_env, key)
            url, headers = httpx2.URL(address + self.options.path), httpx2.Headers(kept)
            self.endpoints.append(Endpoint(callee, pool, url, headers))

    async def reply(self, request: Request) -> Reply:
        """Ask the least loaded address.

        Raises:
            Transient, Refused, Fatal: see `factory.models.faults`.
        """
        await self.open()
        now = time.monotonic()
        endpoint = min(self.endpoints, key=lambda e: (e.down, e.rests_until > now, e.in_flight))
        body = body_of(request, endpoint.callee.model, self.options)
        endpoint.in_flight += 1
        try:
            answer = await self._post(endpoint, json.dumps(body, separators=(",", ":")).encode())
        finally:
            endpoint.in_flight -= 1
        status, headers, content = answer
        said = decoded(content) if status == 200 else None
        if not isinstance(said, dict) or ("choices" not in said and "error" in said):
            raise fault_of_answer(status, headers, content, endpoint.callee)
        try:
            return read_reply(said)
        except Transient as fault:
            raise Transient(f"{self.served.name}: {fault}") from None

    async def _post(self, to: Endpoint, body: bytes) -> tuple[int, Mapping[str, str], bytes]:
        request = self._request(
            "POST",
            to.url,
            headers=to.headers,
            content=body,
            extensions={"timeout": {"connect": CONNECT}},
        )
        try:
            answer = await to.pool.send(request)
        except self._lost as error:
            to.failed()
            cause = error.__cause__ or error
            why = to.callee.without_key(f"{type(cause).__name__} {cause}")
            # Without the cause: it holds the request, and the request the key.
            raise Transient(
                f"{self.served.name}: no answer from {to.callee.address} ({why})",
                billed=not isinstance(cause, self._unsent),
            ) from None
        to.worked()
        return answer.status_code, answer.headers, answer.content

    async def close(self) -> None:
        """Close all connections."""
        endpoints, self.endpoints = self.endpoints, []
        for endpoint in endpoints:
            await endpoint.pool.aclose()
        if endpoints:
            await asyncio.sleep(0)  # lets the transports of the sockets end


def packages(name: str) -> tuple[Any, Any, Any]:
    """The modules aiohttp, httpx2 and openai.

    Raises:
        UserError: one is not there; `name` is the model that needs it.
    """
    try:
        import aiohttp
        import httpx2
        import openai
    except ImportError as error:
        raise UserError(
            f"models.{name}: to speak to a server, {error.name} is missing: "
            "pip install 'factory[openai]'"
        ) from None
    return aiohttp, httpx2, openai
