"""What goes wrong with a server on purpose: latency, faults by share, a limit per minute.

Chance comes from a seed and the number of the request, so that the same order of requests meets
the same trouble.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from factory.errors import UserError
from factory.serving.http import Answer, error
from factory.suggest import instead

MINUTE = 60.0
_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>"
_SLOWER = {"kind": "requests", "code": "rate_limit_exceeded"}

FAULTS: Mapping[str, Callable[[], Answer]] = {
    "400": lambda: error(400, "This request is turned away on purpose."),
    "401": lambda: error(401, "This key is turned away on purpose.", code="invalid_api_key"),
    "403": lambda: error(403, "This is forbidden on purpose."),
    "404": lambda: error(404, "Nothing is found here on purpose."),
    "408": lambda: error(408, "The request took too long, on purpose."),
    "413": lambda: error(413, "The request is called too large on purpose."),
    "422": lambda: error(422, "This cannot be processed, on purpose."),
    "429": lambda: error(429, "Too many requests, on purpose.", **_SLOWER, retry_after="1"),
    "500": lambda: error(500, "The server failed on purpose."),
    "502": lambda: error(502, "The gateway failed on purpose."),
    "503": lambda: error(503, "The server is overloaded, on purpose.", retry_after="1"),
    "504": lambda: error(504, "The gateway timed out, on purpose."),
    "html": lambda: Answer(502, _PAGE, {"content-type": "text/html"}),
    "empty": lambda: Answer(200, b""),
    "hang": lambda: Answer(200, b"", manner="hang"),
    "drop": lambda: Answer(200, b"", manner="drop"),
    "cut": lambda: Answer(200, b"", manner="cut"),
}
"""Faults by name: a status, a gateway's page, an empty body, no answer, a closed connection, half
an answer."""


def read_faults(text: str) -> dict[str, float]:
    """Shares by fault, as in `429:0.01,hang:0.001`.

    Raises:
        UserError: a fault that is not known, or shares that are none.
    """
    shares: dict[str, float] = {}
    for piece in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, said = piece.partition(":")
        if name not in FAULTS:
            known = ", ".join(FAULTS)
            raise UserError(f"--faults: no fault called '{name}'{instead(name, FAULTS)} ({known})")
        try:
            share = float(said)
        except ValueError:
            share = -1.0
        if not 0 < share <= 1 or name in shares:
            raise UserError(
                f"--faults: write each fault once, with its share, as 429:0.01: {piece}"
            )
        shares[name] = share
    if sum(shares.values()) > 1:
        raise UserError("--faults: the shares come to more than 1")
    return shares


class Trouble:
    """Decides what becomes of each answer."""

    def __init__(
        self,
        *,
        latency: float = 0.0,
        jitter: float = 0.0,
        faults: Mapping[str, float] | None = None,
        rpm: int | None = None,
        seed: int = 0,
        clock: Callable[[], float] = time.monotonic,
    ):
        self.latency, self.jitter = latency, jitter
        self.faults = dict(faults or {})
        self.rpm = rpm
        self.rng = Random(seed)
        self.clock = clock
        self.lately: deque[float] = deque()
        self.made: Counter[str] = Counter()
        """How often each fault was made; `rpm` for the limit."""

    def refused(self) -> Answer | None:
        """The 429 of the limit per minute, or None where there is room."""
        if self.rpm is None:
            return None
        now = self.clock()
        while self.lately and self.lately[0] <= now - MINUTE:
            self.lately.popleft()
        if len(self.lately) < self.rpm:
            self.lately.append(now)
            return None
        self.made["rpm"] += 1
        wait = max(1, -int(-(self.lately[0] + MINUTE - now) // 1))
        message = f"More than {self.rpm} requests in a minute."
        return error(429, message, **_SLOWER, retry_after=str(wait))

    def fault(self) -> str | None:
        """The fault that the next request meets."""
        if not self.faults:
            return None
        drawn = self.rng.random()
        for name, share in self.faults.items():
            drawn -= share
            if drawn < 0:
                self.made[name] += 1
                return name
        return None

    def delayed(self, answer: Answer) -> Answer:
        """The answer after its latency."""
        if not self.latency and not self.jitter:
            return answer
        off = self.rng.uniform(-self.jitter, self.jitter) if self.jitter else 0.0
        return replace(answer, delay=max(0.0, self.latency + off))
