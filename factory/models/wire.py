"""What goes over the wire to an OpenAI-compatible server, and what its answer says.

Promises: a request's texts arrive letter by letter, and nothing of `truth` is sent; a reply holds
what the server wrote, and None where it said nothing. Does not promise that the reply is usable:
a parser decides that.

Decided here:
- One request asks for one reply. Every draw is a journal entry of its own, that can fail, be
  resumed and be drawn again alone; servers keep the prompt's prefix, so a shared `n` saves little.
- `seed` comes from the draw, so that a server that honours seeds gives other samples other text.
- Null or missing content is an empty text, not a fault: it was paid for, it is kept, and the
  parser's `empty` draws again. A refusal in its own field is the text.
- No choices at all is a server's hiccup (Transient); more than one choice: the first counts.
"""

import json
import re
from typing import Any, Literal

from pydantic import Field, field_validator

from factory.errors import Transient
from factory.models import Message, Reply, Request
from factory.records import digest
from factory.settings.forms import Section

OURS = {"messages", "prompt", "model", "stream", "n", "seed", "stop", "response_format"}
"""Fields of the body that `body` may not set: they have settings of their own."""
_SLOT = re.compile(r"\{\{ ?(system|user) ?\}\}")


class ServerOptions(Section):
    """How an OpenAI-compatible server is spoken to."""

    api: Literal["chat", "completions"] = "chat"
    """Chat messages, or one plain text made with `template`."""
    template: str = Field(default="{{ system }}\n\n{{ user }}\n", pattern=r"\{\{ ?user ?\}\}")
    """The prompt of a plain completion, with `{{ system }}` and `{{ user }}` in it."""
    json_replies: Literal["json_schema", "json_object", "none"] = Field(
        default="json_schema", alias="schema"
    )
    """How a server is told that a reply must be JSON; every reply is checked all the same."""
    seed: bool = True
    """Send a seed with each request; false for servers that refuse one."""
    max_tokens_as: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    """What the server calls the limit; OpenAI's reasoning models take the second alone."""
    headers: dict[str, str] = Field(default={})
    """Further headers; a key does not belong here."""
    key_header: str | None = Field(default=None, pattern=r"^[A-Za-z][A-Za-z0-9-]{0,63}$")
    """The header that holds the key, as api-key for Azure; Authorization when left out."""
    body: dict[str, Any] = Field(default={})
    """Further fields of each request; null takes a field out, as {temperature: null}."""
    revision: str | None = Field(default=None, min_length=1)
    """Which version of the model it is; another revision's replies are bought anew."""

    @field_validator("headers")
    @classmethod
    def _can_be_sent(cls, headers: dict[str, str]) -> dict[str, str]:
        for name, value in headers.items():
            if not re.fullmatch(r"[A-Za-z0-9-]+", name) or not re.fullmatch(r"[ -~]*", value):
                raise ValueError(f"{name!r}: a header is plain letters")
        return headers

    @field_validator("body")
    @classmethod
    def _leaves_ours_alone(cls, body: dict[str, Any]) -> dict[str, Any]:
        if taken := sorted(OURS & {name for name, value in body.items() if value is not None}):
            raise ValueError(f"{', '.join(taken)}: cannot be set here")
        return body

    @property
    def path(self) -> str:
        """Where requests go, below the base address."""
        return "/chat/completions" if self.api == "chat" else "/completions"

    def identity(self, provider: str, model: str) -> str:
        """Names the model in journal keys: with all that changes what it says, no address."""
        name = f"{provider}:{model}" + (f"@{self.revision}" if self.revision else "")
        decides = {"api", "template", "json_replies", "body"} - (
            {"template"} if self.api == "chat" else set()
        )
        changed = self.model_dump(mode="json", include=decides, exclude_defaults=True)
        return f"{name} {json.dumps(changed, sort_keys=True)}" if changed else name


def body_of(request: Request, model: str, options: ServerOptions) -> dict[str, Any]:
    """The JSON body of a request."""
    sampling = request.sampling
    body: dict[str, Any] = {"model": model}
    if options.api == "chat":
        body["messages"] = [{"role": m.role, "content": m.content} for m in request.messages]
    else:
        body["prompt"] = filled(options.template, request.messages)
    body["temperature"] = sampling.temperature
    if sampling.top_p < 1:
        body["top_p"] = sampling.top_p
    if sampling.max_tokens is not None:
        body[options.max_tokens_as] = sampling.max_tokens
    if sampling.stop:
        body["stop"] = list(sampling.stop)
    if options.seed:
        body["seed"] = int(digest(*request.draw), 16) % 2**31
    if request.schema is not None and options.json_replies == "json_schema":
        schema = {"name": "reply", "schema": dict(request.schema), "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif request.schema is not None and options.json_replies == "json_object":
        body["response_format"] = {"type": "json_object"}
    if options.body:
        body |= options.body
        body = {name: value for name, value in body.items() if value is not None}
    return body


def filled(template: str, messages: tuple[Message, ...]) -> str:
    """The template with the texts of each role in its slots; a slot in a text stays as it is."""
    texts: dict[str, list[str]] = {"system": [], "user": []}
    for message in messages:
        texts["system" if message.role == "system" else "user"].append(message.content)
    return _SLOT.sub(lambda slot: "\n\n".join(texts[slot[1]]), template)


ENDINGS = {
    **dict.fromkeys(("length", "max_tokens", "model_length"), "length"),
    **dict.fromkeys(("content_filter", "safety"), "content_filter"),
}
"""What servers call an end that is no `stop`."""
BROKEN_OFF = ("abort", "error")
"""The server gave up in the middle: this is no reply."""


def read_reply(answer: Any) -> Reply:
    """The reply in a decoded answer.

    Raises:
        Transient: there is no choice in it, or the server gave up in the middle.
    """
    choices = answer.get("choices") if isinstance(answer, dict) else None
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise Transient("the server's answer has no choices")
    choice = choices[0]
    ending = str(choice.get("finish_reason") or "stop").lower()
    if ending in BROKEN_OFF:
        raise Transient(f"the server gave up in the middle of a reply ({ending})")
    said = choice.get("message")
    if not isinstance(said, dict):
        said = {"content": choice.get("text")}
    text, thought = _texts(said.get("content"))
    if not text and isinstance(said.get("refusal"), str):
        text = said["refusal"]
    for name in ("reasoning_content", "reasoning"):
        if not thought and isinstance(said.get(name), str):
            thought = said[name]
    usage = answer.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    details = usage.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else None
    return Reply(
        text,
        ENDINGS.get(ending, "stop"),
        _count(usage.get("prompt_tokens")),
        _count(usage.get("completion_tokens")),
        reasoning=thought or None,
        cached_tokens=_count(usage.get("prompt_cache_hit_tokens") if cached is None else cached),
    )


def _texts(content: Any) -> tuple[str, str]:
    """The text, and what was thought, of content that is a text or a list of parts."""
    if isinstance(content, str):
        return content, ""
    text, thought = [], []
    for part in content if isinstance(content, list) else ():
        if isinstance(part, dict) and isinstance(part.get("text"), str):
            text.append(part["text"])
        elif isinstance(part, dict) and "thinking" in part:
            inner = part["thinking"]
            thought.append(inner if isinstance(inner, str) else _texts(inner)[0])
    return "".join(text), "".join(thought)


def _count(value: Any) -> int | None:
    """A number of tokens; None for anything that is none."""
    sound = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**62
    return value if sound else None
