"""What a distilabel class is told for a call, and what its answer or exception means."""

import json
from collections.abc import Mapping
from inspect import Parameter
from typing import Any

from factory.errors import Fatal, ModelFault, Transient
from factory.models import Reply, Request, Sampling
from factory.models.faults import Callee, fault_of_answer
from factory.models.wire import ENDINGS
from factory.records import digest

NAMES = {
    "temperature": ("temperature", "temp"),
    "top_p": ("top_p", "p"),
    "max_tokens": ("max_new_tokens", "max_tokens", "max_output_tokens", "num_predict"),
    "stop": ("stop", "stop_sequences"),
    "seed": ("seed",),
}
"""What the classes call our settings; the first name that a class knows is taken."""
OLLAMA = ("temperature", "top_p", "num_predict", "stop", "seed")
"""Names inside `options`, for a class that takes its settings there."""


def settings_of(
    request: Request, takes: Mapping[str, Parameter], fixed: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The request's sampling under the names of a class, over what the recipe fixed.

    Also gives the settings that the class has no name for.
    """
    within = "options" in takes and "temperature" not in takes
    known = OLLAMA if within else tuple(takes)
    named: dict[str, Any] = {}
    lost = []
    for setting, value in wanted_of(request.sampling).items():
        name = next((name for name in NAMES[setting] if name in known), None)
        if name is None:
            lost.append(setting)
        else:
            named[name] = value
    if "seed" in known:
        named["seed"] = int(digest(*request.draw), 16) % 2**31
    if within:
        return {**fixed, "options": {**fixed.get("options", {}), **named}}, lost
    return {**fixed, **named}, lost


def own_limit(takes: Mapping[str, Parameter]) -> int | None:
    """The length at which a class ends a reply of itself; None where it has no such length."""
    defaults = [takes[name].default for name in NAMES["max_tokens"] if name in takes]
    return next((one for one in defaults if type(one) is int), None)


def wanted_of(sampling: Sampling) -> dict[str, Any]:
    """The settings of a request that say something."""
    wanted: dict[str, Any] = {"temperature": sampling.temperature}
    if sampling.top_p < 1:
        wanted["top_p"] = sampling.top_p
    if sampling.max_tokens is not None:
        wanted["max_tokens"] = sampling.max_tokens
    if sampling.stop:
        wanted["stop"] = list(sampling.stop)
    return wanted


def read_output(output: Any, most: int | None) -> Reply:
    """The reply in what a class's generate method gave for one conversation.

    Raises:
        Transient: there is no text in it.
    """
    texts = output.get("generations") if isinstance(output, dict) else output
    text = texts[0] if isinstance(texts, list) and texts else None
    if not isinstance(text, str):
        raise Transient("the class gave no text (its request failed, or was filtered)")
    told = output.get("statistics") if isinstance(output, dict) else None
    counts = told if isinstance(told, dict) else {}
    written = _first(counts.get("output_tokens"))
    ending = output.get("finish_reason") if isinstance(output, dict) else None
    ending = ending[0] if isinstance(ending, list) and ending else ending
    if isinstance(ending, str):
        finish = ENDINGS.get(ending.lower(), "stop")
    else:
        finish = "length" if most is not None and written and written >= most else "stop"
    return Reply(text, finish, _first(counts.get("input_tokens")), written if text else 0)


def _first(counts: Any) -> int | None:
    """The first count of a list; 0 is what the classes write where they were told nothing."""
    one = counts[0] if isinstance(counts, list) and counts else counts
    return one if isinstance(one, int) and not isinstance(one, bool) and one > 0 else None


def fault_of(error: Exception, callee: Callee) -> ModelFault:
    """What a class raised: by the status of the answer in it, if there is one; else transient."""
    said = callee.without_key(f"{type(error).__name__}: {error}")
    if isinstance(error, ImportError | NotImplementedError):
        return Fatal(f"models.{callee.name}: {said}")
    answer = getattr(error, "response", None)
    status = getattr(error, "status_code", None) or getattr(answer, "status_code", None)
    if not isinstance(status, int) or not 300 <= status < 600:
        return Transient(f"{callee.name}: {said}")
    headers = getattr(answer, "headers", None) or getattr(error, "headers", None) or {}
    body = getattr(error, "body", None)
    try:
        content = answer.content if answer is not None else b""
    except Exception:  # a body that was not read: every client has its own class for that
        content = b""
    if not isinstance(content, bytes) or not content:
        content = json.dumps(body if body else {"message": str(error)}, default=str).encode()
    return fault_of_answer(status, headers, content, callee)
