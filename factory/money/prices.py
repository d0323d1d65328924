"""What a call costs: a price per million tokens, from the recipe or from a maintained list.

Promises: a price that is not known is None, never a guess; a worst case is never less than what
the tokens of the call can cost. Does not promise that the list is right today: the price used is
stored in the run with its source and version, and a recipe's own `price` goes before it.

The list is that of `genai-prices` (MIT, its data comes with the package, nothing is fetched). A
model is looked up under the address that the recipe names: the same name served elsewhere has
another price, or none.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from factory.models import Reply, Request

MILLION = 1_000_000
PER_REQUEST, PER_MESSAGE = 64, 16
"""Tokens that a server may put around a request and around each of its messages."""
LONG_PROMPT = 100_000
"""Tokens; a price that begins beyond this is for prompts that are never sent here."""


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per million tokens."""

    input: float
    output: float
    cached: float | None = None
    """For prompt tokens that the server had read before; as `input` when None."""
    source: str = "recipe"
    version: str = ""

    @property
    def free(self) -> bool:
        """Whether no call costs anything."""
        return not (self.input or self.output or self.cached)

    def of(self, reply: Reply) -> float | None:
        """What a reply cost; None where the server did not count the tokens."""
        if reply.prompt_tokens is None or reply.completion_tokens is None:
            return 0.0 if self.free else None
        cached = min(reply.cached_tokens or 0, reply.prompt_tokens)
        return (
            (reply.prompt_tokens - cached) * self.input
            + cached * (self.input if self.cached is None else self.cached)
            + reply.completion_tokens * self.output
        ) / MILLION

    def prompt_at_most(self, tokens: int) -> float:
        """What reading so many tokens can cost; some servers ask more for filling their cache."""
        return tokens * max(self.input, self.cached or 0.0) / MILLION

    def at_most(self, prompt: int, completion: int | None) -> float | None:
        """What a call can cost; None where nothing bounds the reply."""
        if completion is None and self.output:
            return None
        return self.prompt_at_most(prompt) + (completion or 0) * self.output / MILLION


FREE = Price(0.0, 0.0, source="symbolic")


def most_prompt_tokens(request: Request, extra: int = 0) -> int:
    """Tokens of the prompt at most: no tokenizer makes more of a text than its UTF-8 bytes."""
    texts = sum(len(m.content.encode("utf-8", "replace")) + PER_MESSAGE for m in request.messages)
    schema = _size(request.schema) if request.schema else 0
    return PER_REQUEST + texts + schema + extra


def _size(schema: Mapping[str, Any]) -> int:
    return len(json.dumps(schema).encode())


def listed_price(model: str, address: str) -> Price | None:
    """The list's price of a model at an address; None where the list, or the package, has none."""
    found = _listed()
    if found is None:
        return None
    snapshot, version = found
    try:
        _, entry = snapshot.find_provider_model(model, None, None, address)
    except LookupError:
        return None
    today = entry.get_prices(datetime.now(UTC))
    # Where the price depends on the hour, the dearest hour counts.
    hours = [entry.prices] if not isinstance(entry.prices, list) else [today]
    if isinstance(entry.prices, list):
        hours += [one.prices for one in entry.prices if hasattr(one.constraint, "start_time")]
    inputs, outputs, cached = (
        [_flat(getattr(hour, name, None)) for hour in hours]
        for name in ("input_mtok", "output_mtok", "cache_read_mtok")
    )
    if None in inputs or None in outputs or _billed_otherwise(today):
        return None
    return Price(
        max(one for one in inputs if one is not None),
        max(one for one in outputs if one is not None),
        None if None in cached else max(one for one in cached if one is not None),
        "genai-prices",
        version,
    )


def _billed_otherwise(price: Any) -> bool:
    """Whether a call costs something that its two token counts do not tell."""
    return any(getattr(price, name, None) for name in ("requests_kcount", "output_reasoning_mtok"))


def _flat(price: Any) -> float | None:
    """One number for a price that may rise with the length of the prompt."""
    if price is None or not hasattr(price, "base"):
        return None if price is None else float(price)
    near = [tier.price for tier in price.tiers if tier.start < LONG_PROMPT]
    return float(max([price.base, *near]))


@functools.cache
def _listed() -> tuple[Any, str] | None:
    try:
        from importlib.metadata import version

        from genai_prices.data_snapshot import get_snapshot
    except ImportError:
        return None
    return get_snapshot(), version("genai-prices")
