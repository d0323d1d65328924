"""The server itself: which path is what, and its life from the first line to the last."""

import asyncio
import contextlib
import errno
import signal
from dataclasses import replace
from typing import TextIO

from factory.errors import UserError
from factory.serving.chat import Chat
from factory.serving.http import Answer, Connection, as_json, error
from factory.serving.trouble import FAULTS, Trouble

HOST = "127.0.0.1"
BACKLOG = 4096


class Site:
    """Answers every path."""

    def __init__(self, chat: Chat, trouble: Trouble):
        self.chat = chat
        self.trouble = trouble
        self.asked = 0

    def handle(self, method: str, path: str, body: bytes) -> Answer:
        """One request."""
        if path == "/v1/chat/completions":
            if method != "POST":
                return error(405, f"Chat completions are asked for with POST, not {method[:10]}.")
            return self._complete(body)
        if method != "GET":
            return error(404, f"There is nothing to {method[:10]} at {path[:80]}.")
        if path == "/v1/models":
            return self.chat.models()
        if path.startswith("/v1/models/"):
            return self.chat.model(path.removeprefix("/v1/models/"))
        if path == "/health":
            return as_json(200, {"status": "ok"})
        if path == "/stats":
            return as_json(200, {"asked": self.asked, "faults": dict(self.trouble.made)})
        return error(404, f"There is nothing at {path[:80]}; the API is below /v1.")

    def _complete(self, body: bytes) -> Answer:
        self.asked += 1
        refused = self.trouble.refused()
        if refused:
            return refused
        fault = self.trouble.fault()
        if fault and fault != "cut":
            return self.trouble.delayed(FAULTS[fault]())
        answer = self.trouble.delayed(self.chat.complete(body))
        return replace(answer, manner="cut") if fault else answer


async def serve(site: Site, port: int, file: TextIO) -> None:
    """Listen until SIGINT or SIGTERM; says where it is, and how it was, in a line each.

    Raises:
        UserError: the port cannot be had.
    """
    loop = asyncio.get_running_loop()
    connections: set[Connection] = set()
    try:
        server = await loop.create_server(
            lambda: Connection(site.handle, connections), HOST, port, backlog=BACKLOG
        )
    except (OSError, OverflowError) as fault:
        raise UserError(_why(fault, port)) from None
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    address = f"http://{HOST}:{server.sockets[0].getsockname()[1]}/v1"
    print(f"{site.chat.name} at {address} ({site.chat.identity}); Ctrl-C stops it", file=file)
    file.flush()
    try:
        await stop.wait()
    finally:
        server.close()
        for connection in list(connections):
            connection.close()
        await asyncio.sleep(0)
        with contextlib.suppress(OSError, ValueError):
            # Behind the ^C that a terminal shows.
            print(f"{chr(10) if file.isatty() else ''}stopped after {told(site)}", file=file)
            file.flush()


def told(site: Site) -> str:
    """How many requests there were, and what became of some of them on purpose."""
    faults = ", ".join(f"{name} {n:,}" for name, n in sorted(site.trouble.made.items()))
    requests = f"{site.asked:,} request{'' if site.asked == 1 else 's'}"
    return f"{requests}; on purpose: {faults}" if faults else requests


def _why(fault: Exception, port: int) -> str:
    taken = isinstance(fault, OSError) and fault.errno == errno.EADDRINUSE
    if taken:
        return f"--port {port}: another program listens there; take another one, or 0 for any"
    if isinstance(fault, OSError) and fault.errno == errno.EACCES:
        return f"--port {port}: not allowed for this user; take one from 1024 to 65535"
    return f"--port {port}: cannot be listened on; take one from 1024 to 65535, or 0 for any"
