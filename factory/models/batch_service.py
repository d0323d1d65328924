"""The calls to a server's Files and Batch API, through the `openai` client.

Promises: every fault is classified as that of any other call; no variable of the client's own
(OPENAI_BASE_URL, OPENAI_ORG_ID, …) has an effect; the key is in no message, and no other place is
sent it. What is only looked at is asked again until it comes, for an hour. A batch is created once:
when nobody can tell whether the server made it, the list of batches is asked first. Does not
promise that a server shows a batch in its list that it has made a moment ago.
"""

import asyncio
import contextlib
import os
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from factory.errors import Fatal, Refused, StoreError, Transient, UserError
from factory.models import Served
from factory.models.batch_options import BatchOptions
from factory.models.batch_orders import Order
from factory.models.faults import Callee, decoded, fault_of_answer

T = TypeVar("T")
ADDRESS = "https://api.openai.com/v1"
LOOPBACK = ("localhost", "127.0.0.1", "::1")
FIRST_PAUSE, LONGEST_PAUSE, PATIENCE = 0.5, 60.0, 3600.0
"""Seconds between two tries of a call, and until it is given up."""
SKEW = 86_400
"""Seconds that a server's clock may be off from ours."""
PAGE = 100


class Service:
    """One server, and the model there."""

    def __init__(self, served: Served, options: BatchOptions, key: str):
        aiohttp, httpx2, openai = packages(served.name)
        address = (served.base_url or (ADDRESS,))[0].rstrip("/")
        self.callee = Callee(served.name, served.model, address, served.key_env, key)
        self.options = options
        near = urlsplit(address).hostname in LOOPBACK
        http = openai.DefaultAioHttpClient(follow_redirects=False, trust_env=not near)
        # What the client would take from its variables.
        more = os.environ.get("OPENAI_CUSTOM_HEADERS", "").splitlines()
        names = ["OpenAI-Organization", "OpenAI-Project", *(n.partition(":")[0] for n in more)]
        headers: dict[str, Any] = {n.strip(): openai.omit for n in names} | options.headers
        if options.key_header and key:
            headers[options.key_header] = key
        unsigned = options.key_header or not key
        self._extra = {"Authorization": openai.omit} if unsigned else {}
        self._client = openai.AsyncOpenAI(
            api_key=key or "none",
            base_url=address,
            http_client=http,
            max_retries=0,
            default_headers=headers,
        )
        self._status_error: type[Any] = openai.APIStatusError
        self._lost = (openai.APIError, httpx2.RequestError, aiohttp.ClientError, OSError)

    async def upload(self, path: Path) -> str:
        """Send an order's file; its id."""
        with path.open("rb") as file, self._for_all():
            answer = await self._ask(
                self._client.files.with_raw_response.create(
                    file=(path.name, file, "application/jsonl"),
                    purpose="batch",
                    extra_headers=self._extra,
                )
            )
        return str(answer["id"])

    async def create(self, order: Order) -> str:
        """Have the server make a batch of an order's file; its id."""
        with self._for_all():
            answer = await self._ask(
                self._client.batches.with_raw_response.create(
                    input_file_id=order.file or "",
                    endpoint=f"/v1{self.options.path}",
                    completion_window=self.options.window,
                    metadata={"factory_order": order.id, "sha256": order.sha256},
                    extra_headers=self._extra,
                )
            )
        return str(answer["id"])

    async def find(self, order: Order) -> str | None:
        """The id of the batch that was made of an order, by its metadata or its file."""
        after: dict[str, str] = {}
        while True:
            answer = await self._ask(
                self._client.batches.with_raw_response.list(
                    limit=PAGE, **after, extra_headers=self._extra
                ),
                wanted="data",
            )
            there = [one for one in answer["data"] if isinstance(one, dict) and one.get("id")]
            for one in there:
                metadata = one.get("metadata")
                by = metadata.get("factory_order") if isinstance(metadata, dict) else None
                file = order.file and one.get("input_file_id") == order.file
                if (by == order.id or file) and one["id"] not in order.past:
                    return str(one["id"])
            made = there[-1].get("created_at") if there else None
            old = isinstance(made, int | float) and made < order.made - SKEW
            if old or not there or answer.get("has_more") is False or len(there) < PAGE:
                return None
            after = {"after": str(there[-1]["id"])}

    async def batch(self, order: Order) -> Mapping[str, Any]:
        """How an order's batch stands."""
        try:
            return await self._ask(
                self._client.batches.with_raw_response.retrieve(
                    order.batch or "", extra_headers=self._extra
                ),
                wanted="status",
            )
        except (Fatal, Refused) as fault:
            raise Fatal(f"{fault} (asked about batch {order.batch})") from None

    async def download(self, file: str, path: Path) -> None:
        """Have a file of the server here; it is there whole, or not at all.

        Raises:
            StoreError: it cannot be written.
        """
        part = path.with_name(f"{path.name}.part")
        with _writing(part):
            here = part.open("wb")
        with contextlib.closing(here):
            async with self._classified():
                content = self._client.files.with_streaming_response.content(
                    file, extra_headers=self._extra
                )
                async with content as answer:
                    async for piece in answer.iter_bytes():
                        with _writing(part):
                            here.write(piece)
            with _writing(part):
                here.flush()
                os.fsync(here.fileno())
        with _writing(part):
            part.replace(path)

    async def patiently(
        self, call: Callable[[], Awaitable[T]], say: Callable[[str], None] | None = None
    ) -> T:
        """Try again what only time stands in the way of.

        Raises:
            Transient: for an hour it did not work.
            Refused, Fatal: at once.
        """
        loop = asyncio.get_running_loop()
        pause, until = FIRST_PAUSE, loop.time() + PATIENCE
        while True:
            try:
                return await call()
            except Transient as fault:
                wait = max(pause * random.uniform(0.5, 1.5), fault.retry_after or 0.0)
                if loop.time() + wait > until:
                    raise
                if say and pause > 4 * FIRST_PAUSE:
                    say(f"{fault}; it is tried again")
            await asyncio.sleep(wait)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def close(self) -> None:
        """Close all connections."""
        await self._client.close()
        await asyncio.sleep(0)  # lets the transports of the sockets end

    async def _ask(self, call: Awaitable[Any], wanted: str = "id") -> dict[str, Any]:
        async with self._classified():
            answer = await call
            status, headers, content = answer.status_code, answer.headers, answer.content
        said = decoded(content)
        good = isinstance(said, dict) and isinstance(
            said.get(wanted), list if wanted == "data" else str
        )
        if not good:
            raise fault_of_answer(status, headers, content, self.callee)
        assert isinstance(said, dict)
        return said

    @contextlib.contextmanager
    def _for_all(self) -> Iterator[None]:
        """What is refused of a whole file is no fault of one request."""
        try:
            yield
        except Refused as fault:
            raise Fatal(
                f"models.{self.callee.name}: {self.callee.address} does not take a batch "
                f"({fault}); see options.requests, options.megabytes and options.window"
            ) from None

    @contextlib.asynccontextmanager
    async def _classified(self) -> AsyncIterator[None]:
        try:
            yield
        except self._status_error as error:
            answer = error.response
            fault = fault_of_answer(answer.status_code, answer.headers, answer.content, self.callee)
        except self._lost as error:
            cause = error.__cause__ or error
            why = self.callee.without_key(f"{type(cause).__name__} {cause}")
            fault = Transient(
                f"{self.callee.name}: no answer from {self.callee.address} ({why})", billed=False
            )
        else:
            return
        # Without the cause: it holds the request, and the request the key.
        raise fault from None


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    """A disk that is full is no fault of the server."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror or error})") from error


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
            f"models.{name}: to order batches, {error.name} is missing: "
            "pip install 'factory[openai]'"
        ) from None
    return aiohttp, httpx2, openai
