"""What a recipe draws on: where problems come from, and the models that work on them."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)

from factory.models import PROVIDERS
from factory.settings.forms import HUB, PART, REVISION, URL, VARIABLE, Section
from factory.suggest import instead

SERVED = ("openai", "openai-batch", "vllm")
"""Providers that talk to a server, and so need the name of what it serves."""

BATCH = "openai-batch"
WAITING = {"in_flight": 50_000, "timeout": 1_209_600.0, "adaptive": False, "retries": 2}
"""What is set for a model whose requests wait in batches, where a recipe leaves it out."""

Format = Literal["auto", "gsm8k", "math", "columns"]


class Columns(Section):
    """Which column holds what; a column that is not named is not read."""

    text: str = "text"
    """The problem itself; a row without it is an error."""
    reference_answer: str | None = None
    """The right answer. With one, a solution is judged against it instead of by vote."""
    rationale: str | None = None
    """A reference solution; steps are aligned with it."""
    solutions: str | None = None
    """A text or a list of texts. Seeds that bring solutions are not solved again."""
    steps: str | None = None
    """The steps of the solutions: a list of texts, or one list for each solution."""


class Source(Section):
    """What every source of seeds has."""

    limit: int | None = Field(default=None, ge=1)
    """Only the first so many rows of the source are taken; all of them when left out."""


class Rows(Source):
    """A source whose rows may have any columns."""

    format: Format = "auto"
    """How rows are read; auto goes by the names of the columns."""
    columns: Columns | None = None
    """Names of the columns, for rows that are neither gsm8k nor math; where they are left out,
    columns called text, reference_answer, rationale, solutions and steps are taken."""

    @model_validator(mode="after")
    def _columns_fit(self) -> Self:
        if self.columns is not None and self.format not in ("auto", "columns"):
            raise ValueError(f"format {self.format} has its own columns; take one of the two out")
        return self


class HubSeeds(Rows):
    """A split of a dataset on the Hugging Face Hub."""

    hub: str = Field(pattern=HUB)
    """Owner and name, as openai/gsm8k."""
    config: str | None = Field(default=None, pattern=PART)
    """The dataset's configuration; the folder that its files are in."""
    split: str = Field(default="train", pattern=PART)
    """Never take a test set that a model is to be measured on."""
    revision: str = Field(pattern=REVISION)
    """The commit; the same commit is the same data for ever."""
    otherwise: Literal["sample"] | None = None
    """What to take where the Hub cannot be reached: the packaged sample, or (null) stop."""


class FileSeeds(Rows):
    """A file of your own."""

    path: Path
    """A .jsonl, .parquet or .csv file; a relative path starts at the recipe file."""


class SampleSeeds(Source):
    """A sample that comes with the package."""

    sample: Literal[True, "gsm8k", "math"]
    """Small, written for this package; needs no network. `true` or gsm8k: word problems in the
    format of GSM8K; math: problems in LaTeX in the format of MATH."""


SEEDS: dict[str, type[Section]] = {"hub": HubSeeds, "path": FileSeeds, "sample": SampleSeeds}


def _kind(value: Any) -> str | None:
    """Which source a seeds section names; None when it names none or several."""
    named = [k for k in SEEDS if (k in value if isinstance(value, dict) else hasattr(value, k))]
    return named[0] if len(named) == 1 else None


Seeds = Annotated[
    Annotated[HubSeeds, Tag("hub")]
    | Annotated[FileSeeds, Tag("path")]
    | Annotated[SampleSeeds, Tag("sample")],
    Discriminator(_kind),
]


def _listed(value: object) -> object:
    """One text stands for a list of one; null for none."""
    if value is None or isinstance(value, str | list):
        return (value,) if isinstance(value, str) else tuple(value or ())
    return value


def _unwrapped(value: object) -> object:
    """`${NAME}` is another way to name a variable."""
    return value[2:-1] if isinstance(value, str) and value[:2] + value[-1:] == "${}" else value


def _provider(name: str) -> str:
    known = dict.fromkeys((*PROVIDERS, *SERVED))
    module, colon, made = name.partition(":")
    if name in known or (colon and made.isidentifier() and module.replace(".", "_").isidentifier()):
        return name
    raise ValueError(
        f"no provider called '{name}'{instead(name, known)} "
        f"(there are {', '.join(known)}, and your own as my_pkg.mod:Name)"
    )


_TEXTS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Url = Annotated[str, Field(pattern=URL)]
Urls = Annotated[tuple[Url, ...], BeforeValidator(_listed), WithJsonSchema(_TEXTS)]
Variable = Annotated[str, Field(pattern=VARIABLE), BeforeValidator(_unwrapped)]
Stops = Annotated[tuple[str, ...], BeforeValidator(_listed), WithJsonSchema(_TEXTS)]


class ModelPrice(Section):
    """What a model costs, in US dollars per million tokens."""

    input: float = Field(ge=0, le=100_000)
    """Tokens of the prompt."""
    output: float = Field(ge=0, le=100_000)
    """Tokens of the reply, thoughts included."""
    cached_input: float | None = Field(default=None, ge=0, le=100_000)
    """Tokens of the prompt that the server had read before; as input when left out."""


class ModelConfig(Section):
    """A model and how it is sampled; stages call it by its name in the recipe."""

    provider: Annotated[str, AfterValidator(_provider)]
    """symbolic (no network, no GPU), openai (any compatible server), openai-batch (cheaper,
    within a day), vllm, or my_pkg.mod:Name."""
    model: str | None = Field(default=None, min_length=1)
    """What the server calls the model."""
    base_url: Urls = ()
    """Address of the server, or several that share the load; no part of the run's identity."""
    key_env: Annotated[str, BeforeValidator(_unwrapped)] | None = Field(
        default=None, pattern=VARIABLE
    )
    """Name of the environment variable with the key; the key itself is never written down."""
    identity: str | None = Field(default=None, min_length=1)
    """Names the model in the journal instead of provider and model; equal names share replies."""
    options: dict[str, Any] = Field(default={})
    """What the provider itself takes."""
    temperature: float = Field(default=0.7, ge=0, le=2)
    """At 0 all samples of a prompt tend to be equal, and a vote over them says little."""
    top_p: float = Field(default=1.0, gt=0, le=1)
    """Less than 1 cuts off unlikely words."""
    max_tokens: int | None = Field(default=None, ge=1)
    """A reply that reaches it is truncated and drawn again; null leaves it to the server."""
    stop: Stops = ()
    """Texts that end a reply."""
    in_flight: int = Field(default=64, ge=1, le=100_000)
    """Calls under way at once, 4,096 at most; more is faster until the server is full. With
    openai-batch requests that wait for a batch, 50,000 when left out."""
    adaptive: bool = True
    """Have fewer under way while the server refuses calls or queues them; false never does."""
    rpm: int | None = Field(default=None, ge=1)
    """Requests in any minute at most; null leaves it to in_flight."""
    tpm: int | None = Field(default=None, ge=1)
    """Tokens in any minute at most, of prompts and replies; expected ones while a call is under
    way."""
    price: ModelPrice | None = None
    """Goes before the price list. A price that is in neither is unknown, and never guessed."""
    timeout: float = Field(default=120.0, gt=0, le=2_592_000)
    """Seconds after which a call is given up and tried again, 3,600 at most. With openai-batch the
    whole time that a request waits, two weeks when left out."""
    retries: int = Field(default=5, ge=0, le=20)
    """Further tries of a call that the server could not answer; then the item stays pending."""
    python: Path | None = None
    """The Python of the environment that vLLM is installed in; provider vllm alone."""

    @model_validator(mode="before")
    @classmethod
    def _waits_for_batches(cls, given: Any) -> Any:
        if isinstance(given, dict) and given.get("provider") == BATCH:
            return WAITING | given
        return given

    @model_validator(mode="after")
    def _fits_provider(self) -> Self:
        if self.provider == BATCH:
            for name in ("adaptive", "rpm", "tpm"):
                if getattr(self, name):
                    raise ValueError(f"provider '{BATCH}' has no use for `{name}`; take it out")
            if len(self.base_url) > 1:
                raise ValueError("a batch is at one address; write one `base_url`")
        else:
            for name, most in (("in_flight", 4096), ("timeout", 3600)):
                if getattr(self, name) > most:
                    raise ValueError(f"`{name}` is {most:,} at most; '{BATCH}' alone takes more")
        if self.provider in SERVED and self.model is None:
            raise ValueError(f"provider '{self.provider}' needs `model`: what the server serves")
        if self.python is not None and self.provider == "symbolic":
            raise ValueError("provider 'symbolic' needs no `python`; take it out")
        if self.provider == "symbolic" and (self.base_url or self.key_env):
            raise ValueError("provider 'symbolic' has no server; take out base_url and key_env")
        return self
