"""What a model is: a provider that turns a `Request` into a `Reply` or raises a `ModelFault`.

Adding a provider is one file here, one line in `PROVIDERS`, one test.
"""

import importlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel, ValidationError

from factory.errors import UserError
from factory.suggest import instead


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
    teacher alone: the computation graph behind the problem that it wrote, as JSON. `reasoning`
    is what the model thought before it answered, where the server tells it apart from the text;
    `cached_tokens` is how many of the prompt's tokens the server had read before.
    """

    text: str
    finish_reason: str = "stop"
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cost: float | None = None
    latency: float = 0.0
    truth: str | None = None
    reasoning: str | None = None
    cached_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Served:
    """What a recipe says of a model that a server serves, and what the run adds."""

    name: str
    """What the recipe calls the model."""
    model: str
    """What the server calls it."""
    base_url: tuple[str, ...] = ()
    key_env: str | None = None
    in_flight: int = 64
    python: Path | None = None
    folder: Path | None = None
    """Where a server that is started writes its log; a temporary place when None."""
    say: Callable[[str], None] | None = None
    """Tells a person one thing in one line."""


class Provider(Protocol):
    """A model that answers. `identity` names it in journal keys: provider, model, revision."""

    identity: str

    async def open(self) -> None:
        """Get ready: connect, start a server; once is enough. Raises Fatal when it cannot."""

    async def reply(self, request: Request) -> Reply:
        """Answer one request, or raise Transient, Refused or Fatal."""

    async def close(self) -> None:
        """Let go of everything that `open` took."""


PROVIDERS = {
    "symbolic": "factory.models.symbolic:Symbolic",
    "openai": "factory.models.openai:OpenAI",
    "openai-batch": "factory.models.batch:OpenAIBatch",
    "vllm": "factory.models.vllm:Vllm",
    "distilabel": "factory.models.distilabel:Distilabel",
}
"""Provider names of recipes. Any other `package.module:Name` is imported as it stands."""

PLACE_OPTIONS = frozenset(
    ("headers", "key_header", "replicas", "devices", "env", "keep_env", "start_timeout")
) | frozenset(("requests", "megabytes", "linger", "poll", "window", "resend", "discount"))
"""Options that say where and how a model is served, and asked: no part of a run."""


def provider_of(
    model: str, provider: str, options: Mapping[str, Any], served: Served | None = None
) -> Provider:
    """Make the provider of a recipe's model; `served` goes to those that take it.

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
    allowed = set(inspect.signature(made).parameters)
    given = {"served": served or Served(model, model)} if "served" in allowed else {}
    try:
        provider_made: Provider = made(**given, **options)
    except ValidationError as error:
        raise UserError(_mistakes(error, where, getattr(made, "Options", None))) from None
    except TypeError as error:
        names = ", ".join(sorted(allowed - {"served"})) or "none"
        raise UserError(f"{where}.options: {error}; '{provider}' takes: {names}") from None
    return provider_made


def _mistakes(error: ValidationError, where: str, options: type[BaseModel] | None) -> str:
    """Each mistake in a provider's options, in a line."""
    lines = []
    for fault in error.errors(include_url=False, include_input=False):
        place = ".".join([f"{where}.options", *map(str, fault["loc"])])
        said = fault["msg"].removeprefix("Value error, ")
        if fault["type"] == "extra_forbidden":
            known = options.model_fields if options else ()
            said = f"there is no such option{instead(str(fault['loc'][-1]), known)}"
        lines.append(f"{place}: {said[:1].lower()}{said[1:]}")
    return "\n".join(lines)
