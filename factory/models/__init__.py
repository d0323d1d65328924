"""What a model is: a provider that turns a `Request` into a `Reply` or raises a `ModelFault`.

Adding a provider is one file here, one line in `PROVIDERS`, one test.
"""

import importlib
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from factory.errors import UserError


class Message(NamedTuple):
    """One chat message; `role` is system, user or assistant."""

    role: str
    content: str


class Draw(NamedTuple):
    """Which sample of the same prompt is wanted: another draw is another reply.

    `attempt` counts the draws made because an earlier one was unusable.
    """

    round: int = 0
    variant: int = 0
    sample: int = 0
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Sampling:
    """How a reply is sampled; part of the journal's key."""

    temperature: float = 0.7
    top_p: float = 1.0
    max_tokens: int | None = None
    stop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """One model call.

    `schema` is a JSON Schema that the reply must follow, or None for text. `truth` is for the
    symbolic teacher alone: the computation graph behind the problem, as JSON; it is no part of
    the journal's key, and a language model never sees it.
    """

    messages: tuple[Message, ...]
    sampling: Sampling
    draw: Draw
    schema: Mapping[str, Any] | None = None
    truth: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `cost` is in US dollars, `latency` in seconds; None means unknown.

    `finish_reason` is `stop`, `length` or `content_filter`. `truth` is set by the symbolic
    teacher alone: the computation graph behind the problem that it wrote, as JSON.
    """

    text: str
    finish_reason: str = "stop"
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cost: float | None = None
    latency: float = 0.0
    truth: str | None = None


class Provider(Protocol):
    """A model that answers. `identity` names it in journal keys: provider, model, revision."""

    identity: str

    async def open(self) -> None:
        """Get ready: connect, start a server. Raises Fatal when that cannot work."""

    async def reply(self, request: Request) -> Reply:
        """Answer one request, or raise Transient, Refused or Fatal."""

    async def close(self) -> None:
        """Let go of everything that `open` took."""


PROVIDERS = {"symbolic": "factory.models.symbolic:Symbolic"}
"""Provider names of recipes. Any other `package.module:Name` is imported as it stands."""


def provider_of(model: str, provider: str, options: Mapping[str, Any]) -> Provider:
    """Make the provider of a recipe's model.

    Raises:
        UserError: there is no such provider, or it does not take these options.
    """
    where = f"models.{model}"
    path = PROVIDERS.get(provider, provider)
    if ":" not in path:
        raise UserError(
            f"{where}: the provider '{provider}' is not part of this version; "
            f"there are {', '.join(PROVIDERS)}, and your own as `my_pkg.mod:Name`"
        )
    module, _, name = path.partition(":")
    try:
        made = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise UserError(f"{where}: cannot load the provider '{provider}': {error}") from None
    try:
        provider_made: Provider = made(**options)
    except TypeError as error:
        allowed = ", ".join(inspect.signature(made).parameters) or "none"
        raise UserError(f"{where}.options: {error}; '{provider}' takes: {allowed}") from None
    return provider_made
