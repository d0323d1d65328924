"""The teacher as an OpenAI chat model: a request's body becomes a completion, or an error.

Two fields are not OpenAI's: `truth` in a request is the computation graph behind the problem, as
JSON, and `truth` in a choice is what the teacher knows of what it wrote. Both are meant to be seen.
"""

import json
import time
from collections.abc import Mapping
from secrets import randbelow
from typing import Any

from factory.models import Message, Reply, Sampling
from factory.records import digest
from factory.serving.http import Answer, as_json, error
from factory.serving.known import Known
from factory.symbolic.teacher import Settings, reply_to

MOST_CHOICES = 128


class Unfit(Exception):
    """A request that cannot be answered, in the words of the error."""


class Chat:
    """The teacher, its name, and what it knows."""

    def __init__(self, settings: Settings, identity: str, known: Known, name: str = "symbolic"):
        self.settings = settings
        self.identity = identity
        self.known = known
        self.name = name
        self.began = int(time.time())

    def models(self) -> Answer:
        """The list of models: one."""
        return as_json(200, {"object": "list", "data": [self._model()]})

    def model(self, name: str) -> Answer:
        """One model."""
        return as_json(200, self._model()) if name == self.name else self._unknown(name)

    def _model(self) -> dict[str, Any]:
        owner = {"object": "model", "created": self.began, "owned_by": "factory"}
        return {"id": self.name, **owner, "identity": self.identity}

    def _unknown(self, name: object) -> Answer:
        message = f"There is no model {str(name)[:80]!r} here; there is {self.name!r}."
        return error(404, message, code="model_not_found")

    def complete(self, content: bytes) -> Answer:
        """A chat completion."""
        try:
            body = _decoded(content)
            if body.get("model") != self.name:
                return self._unknown(body.get("model"))
            messages = _messages(body.get("messages"))
            sampling, choices, streamed = (
                _sampling(body),
                _count(body, "n") or 1,
                body.get("stream"),
            )
            if choices > MOST_CHOICES:
                raise Unfit(f"n: {MOST_CHOICES} choices at most")
            seed = body.get("seed")
            if seed is not None and (isinstance(seed, bool) or not isinstance(seed, int)):
                raise Unfit("seed: a whole number, or null")
            truth = _truth(body.get("truth"))
        except Unfit as fault:
            return error(400, str(fault))
        truth = truth or self.known.behind(messages)
        seed = seed if seed is not None else randbelow(2**31)
        replies = []
        for place in range(choices):
            draw = seed if place == 0 else int(digest(seed, place), 16) % 2**31
            reply = reply_to(messages, sampling, draw, truth, self.settings)
            if reply.truth:
                self.known.remember(reply.truth)
            replies.append(reply)
        name = f"chatcmpl-{digest(messages, seed)}"
        about = {"id": name, "created": int(time.time()), "model": self.name}
        return _streamed(about, replies, body) if streamed else _whole(about, replies)


def _decoded(content: bytes) -> dict[str, Any]:
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        raise Unfit("The body is no JSON.") from None
    if not isinstance(body, dict):
        raise Unfit("The body is no JSON object.")
    return body


def _messages(given: object) -> tuple[Message, ...]:
    if not isinstance(given, list) or not given:
        raise Unfit("messages: a list with one message or more")
    messages = []
    for place, one in enumerate(given):
        role = one.get("role") if isinstance(one, dict) else None
        if role not in ("system", "developer", "user", "assistant"):
            raise Unfit(f"messages[{place}].role: system, user or assistant")
        text = _text(one.get("content"))
        if text is None:
            raise Unfit(f"messages[{place}].content: a text, or a list of parts of type text")
        messages.append(Message("system" if role == "developer" else role, text))
    return tuple(messages)


def _text(content: object) -> str | None:
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return None
    parts = [one.get("text") if isinstance(one, dict) else None for one in content]
    texts = [part for part in parts if isinstance(part, str)]
    return "".join(texts) if len(texts) == len(parts) else None


def _sampling(body: Mapping[str, Any]) -> Sampling:
    temperature, top_p = (_share(body, name, 2.0) for name in ("temperature", "top_p"))
    stop = body.get("stop")
    stops = [stop] if isinstance(stop, str) else stop or []
    if not isinstance(stops, list) or not all(isinstance(one, str) and one for one in stops):
        raise Unfit("stop: a text, or a list of texts")
    limit = _count(body, "max_tokens") or _count(body, "max_completion_tokens")
    form = body.get("response_format")
    if form is not None and not (isinstance(form, dict) and isinstance(form.get("type"), str)):
        raise Unfit("response_format: an object with a type")
    return Sampling(temperature, top_p, limit, tuple(stops))


def _share(body: Mapping[str, Any], name: str, most: float) -> float:
    value = body.get(name)
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise Unfit(f"{name}: a number from 0 to {most:g}")
    return float(value)


def _count(body: Mapping[str, Any], name: str) -> int | None:
    value = body.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value < 2**31:
        raise Unfit(f"{name}: a whole number, 1 or more")
    return value


def _truth(given: object) -> str | None:
    if isinstance(given, dict):
        return json.dumps(given, ensure_ascii=False)
    if given is None or isinstance(given, str):
        return given
    raise Unfit("truth: a JSON object, or its text")


def _usage(replies: list[Reply]) -> dict[str, int]:
    asked = replies[0].prompt_tokens or 0
    written = sum(reply.completion_tokens or 0 for reply in replies)
    total = asked + written
    return {"prompt_tokens": asked, "completion_tokens": written, "total_tokens": total}


def _whole(about: dict[str, Any], replies: list[Reply]) -> Answer:
    choices = [
        {
            "index": place,
            "message": {"role": "assistant", "content": reply.text, "refusal": None},
            "logprobs": None,
            "finish_reason": reply.finish_reason,
            "truth": reply.truth,
        }
        for place, reply in enumerate(replies)
    ]
    made = {**about, "object": "chat.completion", "choices": choices, "usage": _usage(replies)}
    return as_json(200, made)


def _streamed(about: dict[str, Any], replies: list[Reply], body: Mapping[str, Any]) -> Answer:
    """Server-sent events, a line of the reply each; they are sent at once."""
    about = {**about, "object": "chat.completion.chunk"}
    chunks: list[dict[str, Any]] = []
    for place, reply in enumerate(replies):
        pieces = reply.text.splitlines(keepends=True)
        deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}]
        deltas += [{"content": piece} for piece in pieces]
        for delta in deltas:
            choice = {"index": place, "delta": delta, "finish_reason": None}
            chunks.append({**about, "choices": [choice]})
        ended = {"index": place, "delta": {}, "finish_reason": reply.finish_reason}
        chunks.append({**about, "choices": [{**ended, "truth": reply.truth}]})
    options = body.get("stream_options")
    if isinstance(options, dict) and options.get("include_usage"):
        chunks.append({**about, "choices": [], "usage": _usage(replies)})
    told = [f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n" for chunk in chunks]
    content = "".join([*told, "data: [DONE]\n\n"]).encode("utf-8", "surrogatepass")
    return Answer(200, content, {"content-type": "text/event-stream"})
