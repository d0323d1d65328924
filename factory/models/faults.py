"""Classifies what went wrong with a call to a server: by status, code and class, in this one place.

    Transient   no connection, a connection that broke, 408, 409, 425, 429, 5xx, an answer that
                is no JSON (cut off, HTML from a proxy), an answer without choices
    Refused     400, 413, 422 and other 4xx; a content filter or moderation, under any status
    Fatal       401, 402, 403, 404, 405, a redirect, no credit, a setting that the model does not
                take: one sentence that names the model, the setting, the variable

Promises: the key is in no message, also where a server repeats it. Does not promise that a
server means what it says: one that answers a busy moment with 400 has its rows refused.

Decided here: a code in the answer weighs more than the status (gateways send 200 with an error
inside, and 400 for a wrong key). A 400 about a parameter that comes from the recipe is Fatal, as
every row would be refused; one about the length of a prompt is the row's own.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from factory.errors import Fatal, ModelFault, Refused, Transient

NO_CREDIT = {"insufficient_quota", "billing_hard_limit_reached", "insufficient_credits"}
WRONG_KEY = {"invalid_api_key", "api_key_invalid", "authentication_error", "account_deactivated"}
NO_MODEL = {"model_not_found", "model_not_exist", "deploymentnotfound"}
FILTERED = {"content_filter", "content_policy_violation", "moderation_blocked"}
FILTERED |= {"responsibleaipolicyviolation", "data_inspection_failed"}
UNSUPPORTED = {"unsupported_parameter", "unsupported_value", "unknown_parameter"}
BUSY = {"rate_limit_exceeded", "server_error", "overloaded_error", "engine_overloaded", "timeout"}
SCHEMA_PARAMETERS = {"response_format", "text.format"}
TRANSIENT = {408, 409, 425, 429}
TOO_MUCH = {429, 503, 529}
"""The server has too much to do."""
NO_WAY = {404, 405, 501}
"""Statuses that say the same to every request."""
LONGEST = 300
"""Characters of a server's own words in a message."""


@dataclass(frozen=True, slots=True)
class Callee:
    """Whom a call went to, for the sentence that a person reads."""

    name: str
    """The model's name in the recipe."""
    model: str
    address: str
    key_env: str | None = None
    key: str = field(default="", repr=False)

    def without_key(self, text: str) -> str:
        """The text in one line, bounded, with the key taken out."""
        if self.key:
            text = text.replace(self.key, "***")
        text = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text[: LONGEST * 4]).strip()
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def fault_of_answer(
    status: int, headers: Mapping[str, str], content: bytes, callee: Callee
) -> ModelFault:
    """The fault in an answer with an error status, or with an error inside a 200."""
    answer = decoded(content)
    said, codes, parameter = _error_in(answer, content)
    inner = next((int(code) for code in codes if re.fullmatch(r"[345]\d\d", code)), None)
    if status == 200:
        status = inner or 200
    words = callee.without_key(said)
    told = f"{callee.name}: {status}" + (f" {words}" if words else "")
    if codes & FILTERED:
        return Refused(told)
    if fatal := _fatal(status, codes, parameter, words, callee):
        return Fatal(fatal)
    # 200: an error without a number in it, or no JSON at all.
    if status in TRANSIENT or status >= 500 or status == 200 or codes & BUSY:
        busy = status in TOO_MUCH
        # What was turned away was not written; of a 500 nobody can tell.
        billed = not (busy or status in TRANSIENT)
        return Transient(told, retry_after(headers), busy=busy, billed=billed)
    return Refused(told)


def _fatal(status: int, codes: set[str], parameter: str, words: str, callee: Callee) -> str | None:
    """The sentence for a fault that every request would meet; None for any other."""
    where = f"models.{callee.name}"
    key = f"the key in {callee.key_env}" if callee.key_env else "a call without a key"
    reason = f"({status}: {words})" if words else f"({status})"
    if codes & NO_CREDIT or status == 402:
        return (
            f"{where}: {callee.address} has no credit left for {key} {reason}; "
            "add credit, and run the same command again"
        )
    if status == 401 or codes & WRONG_KEY:
        way = (
            f"put a valid one into {callee.key_env}"
            if callee.key_env
            else f"name the variable that holds one in {where}.key_env"
        )
        return f"{where}: {callee.address} does not accept {key} {reason}; {way}"
    if codes & NO_MODEL or (status == 404 and "model" in (parameter, *codes)):
        return (
            f"{where}.model: {callee.address} has no model '{callee.model}' {reason}; "
            "write one that it serves"
        )
    if status == 403:
        return f"{where}: {callee.address} does not let {key} use '{callee.model}' {reason}"
    if codes & UNSUPPORTED:
        return (
            f"{where}: '{callee.model}' does not take `{parameter or 'a parameter'}` {reason}; "
            f"change it, leave it out with options.body: {{{parameter or 'name'}: null}}, "
            "or see options.max_tokens_as"
        )
    if parameter in SCHEMA_PARAMETERS:
        return (
            f"{where}: '{callee.model}' does not take the JSON schema {reason}; "
            "write options.schema: json_object, or none"
        )
    if 300 <= status < 400:
        return f"{where}.base_url: {callee.address} sends calls elsewhere ({status}); write where"
    if status in NO_WAY:
        return (
            f"{where}: {callee.address} does not know '{callee.model}' or this way to call it "
            f"{reason}; check model, base_url and options.api"
        )
    return None


def decoded(content: bytes) -> Any:
    """The JSON value, or None where it is none."""
    try:
        return json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _error_in(answer: Any, content: bytes) -> tuple[str, set[str], str]:
    """What the server says, its codes in lower case, and the parameter that it names."""
    error = answer
    if isinstance(answer, list) and answer:
        error = answer[0]
    if isinstance(error, dict) and isinstance(error.get("error"), dict | str):
        error = error["error"]
    if isinstance(error, str):
        return error, set(), ""
    if not isinstance(error, dict):
        return _first_words(content), set(), ""
    inner = error.get("innererror")
    details = [one for one in _listed(error.get("details")) if isinstance(one, dict)]
    named = [error.get("code"), error.get("type"), error.get("status")]
    named += [inner.get("code")] if isinstance(inner, dict) else []
    named += [one.get("reason") for one in details]
    metadata = error.get("metadata")
    if isinstance(metadata, dict) and metadata.get("reasons") and "flagged_input" in metadata:
        named.append("moderation_blocked")
    codes = {str(code).lower() for code in named if isinstance(code, str | int)}
    said = error.get("message", error.get("detail", ""))
    parameter = error.get("param")
    return (
        said if isinstance(said, str) else json.dumps(said)[: LONGEST * 2],
        codes,
        parameter if isinstance(parameter, str) else "",
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _first_words(content: bytes) -> str:
    """The start of an answer that is no JSON, without the marks of a page."""
    text = content[:4000].decode("utf-8", "replace")
    return re.sub(r"<[^<>]{0,500}>", " ", text)


_SPAN = re.compile(
    r"(?:(\d{1,4})h)?(?:(\d{1,5})m(?!s))?(?:(\d{1,7}(?:\.\d{1,9})?)s)?(?:(\d{1,9})ms)?"
)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds until the server wants to hear again; None where it does not say.

    Reads `retry-after-ms`, `retry-after` (seconds or a date, against the server's own clock), and
    the reset of the limit that is used up.
    """
    given = {name.lower(): value.strip() for name, value in headers.items()}
    if (wait := _number(given.get("retry-after-ms"))) is not None:
        return wait / 1000
    if (after := given.get("retry-after")) is not None:
        wait = _number(after)
        return wait if wait is not None else _until(after, given.get("date"))
    waits = []
    for kind in ("requests", "tokens"):
        reset = _span(given.get(f"x-ratelimit-reset-{kind}", ""))
        if reset is not None and _number(given.get(f"x-ratelimit-remaining-{kind}")) in (None, 0):
            waits.append(reset)
    return max(waits, default=None)


def _number(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"\d{1,12}(\.\d{1,9})?", text) else None


def _until(text: str, now: str | None) -> float | None:
    try:
        start = parsedate_to_datetime(now) if now else datetime.now(UTC)
        return max(0.0, (parsedate_to_datetime(text) - start).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


def _span(text: str) -> float | None:
    """Seconds in `6m0s`, `1s`, `20ms`, `1h2m3s` or `12.5`."""
    if (plain := _number(text)) is not None:
        return plain
    found = _SPAN.fullmatch(text)
    if not text or not found:
        return None
    hours, minutes, seconds, thousandths = (float(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
