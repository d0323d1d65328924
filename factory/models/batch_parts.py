"""The parts of a batch: one request as a line of a file, one line of a result as a reply.

Promises: a request has the same name in every start of a run, and another draw another name; a
line that is broken, doubled or of nobody's request harms no other line; a fault is classified as
that of a single call is (`factory.models.faults`). A fault whose `billed` is False is of a request
that was surely not answered: it can be sent again without being paid twice. Does not promise that
there is a line for each request: `missing` says what is thought of one without.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factory.errors import Fatal, ModelFault, Refused, Transient
from factory.models import Reply, Request
from factory.models.calling import refuse_unusable
from factory.models.faults import Callee, decoded, fault_of_answer
from factory.models.wire import ServerOptions, body_of, read_reply

UNREACHED = {"batch_expired", "batch_cancelled"}
"""What a server says of a request that its batch ended before."""
NO_ROOM = {"token_limit_exceeded", "enqueued_token_limit_exceeded", "rate_limit_exceeded"}
"""What it says of a batch that is one too many just now."""
LIVE = ("validating", "in_progress", "finalizing", "cancelling")
ENDED = ("completed", "failed", "expired", "cancelled")
"""States of a batch; one that is not known counts as live."""


def named(identity: str, model: str, request: Request, options: ServerOptions) -> tuple[str, str]:
    """The name of a request (its `custom_id`), and its body as JSON."""
    body = json.dumps(body_of(request, model, options), separators=(",", ":"))
    whole = "\0".join((identity, json.dumps(request.draw), body))
    return hashlib.blake2b(whole.encode(), digest_size=16).hexdigest(), body


def request_line(name: str, body: str, path: str) -> bytes:
    """A request as a line of the file that is sent."""
    head = json.dumps({"custom_id": name, "method": "POST", "url": path}, separators=(",", ":"))
    return f'{head[:-1]},"body":{body}}}\n'.encode()


def find_lines(path: Path, wanted: Container[str]) -> tuple[dict[str, int], Counter[str]]:
    """Where in a file of results each wanted request's line begins; what else there was.

    Of lines with the same name the first counts. The count is by kind: broken, unknown, doubled.
    """
    found: dict[str, int] = {}
    odd: Counter[str] = Counter()
    at = 0
    with path.open("rb") as file:
        for line in file:
            begin, at = at, at + len(line)
            if not line.strip():
                continue
            said = decoded(line)
            name = said.get("custom_id") if isinstance(said, dict) else None
            if not isinstance(name, str):
                odd["broken"] += 1
            elif name not in wanted:
                odd["unknown"] += 1
            elif name in found:
                odd["doubled"] += 1
            else:
                found[name] = begin
    return found, odd


def read_line(line: bytes, callee: Callee) -> Reply:
    """The reply in a line of results.

    Raises:
        Transient, Refused, Fatal: the line tells of a fault.
        Failed: `unusable_reply`, for what no row could hold.
    """
    try:
        return _read(decoded(line), callee)
    except RecursionError:
        raise Transient(f"{callee.name}: the result of this request cannot be read") from None


def _read(said: Any, callee: Callee) -> Reply:
    said = said if isinstance(said, dict) else {}
    response = said.get("response")
    if not isinstance(response, dict):
        raise _without_response(said.get("error"), callee)
    status, body = response.get("status_code"), response.get("body")
    status = status if isinstance(status, int) and 100 <= status < 600 else 500
    broken = not isinstance(body, dict) or ("choices" not in body and "error" in body)
    if status != 200 or broken:
        fault = fault_of_answer(status, {}, json.dumps(body).encode(), callee)
        if isinstance(fault, Transient):
            # A busy moment in a batch is long over: nobody has to wait for it.
            raise Transient(str(fault), billed=fault.billed, busy=False)
        raise fault
    try:
        reply = read_reply(body)
    except Transient as fault:
        raise Transient(f"{callee.name}: {fault}") from None
    refuse_unusable(reply)
    return reply


def _without_response(error: Any, callee: Callee) -> ModelFault:
    code = error.get("code") if isinstance(error, dict) else None
    if isinstance(code, str) and code in UNREACHED:
        return Transient(
            f"{callee.name}: the batch ended before this request ({code})", billed=False
        )
    fault = fault_of_answer(200, {}, json.dumps({"error": error}).encode(), callee)
    if isinstance(fault, Transient):
        return Transient(str(fault), billed=False)
    return fault


@dataclass(frozen=True, slots=True)
class Refusals:
    """Why a server did not take a batch: what is wrong with some of its lines, and with it all."""

    by_line: Mapping[int, Mapping[str, Any]]
    whole: Mapping[str, Any] | None
    """None where the other lines are innocent."""


def refusals(errors: Sequence[Mapping[str, Any]], callee: Callee) -> Refusals:
    """The errors of a failed batch; lines are counted from 1."""
    by_line = {error["line"]: error for error in errors if isinstance(error.get("line"), int)}
    rest = [error for error in errors if not isinstance(error.get("line"), int)]
    # A setting of the recipe stands in every line, but a server does not name them all.
    rest += [e for e in by_line.values() if isinstance(_of_batch_error(e, callee), Fatal)]
    return Refusals(by_line, rest[0] if rest else None if by_line else {})


def missing(status: str, line: int, why: Refusals, callee: Callee) -> ModelFault:
    """The fault of a request without a result; `line` is its place in the file, from 1."""
    if status == "completed":
        # Its line may be the broken one: then it was paid for.
        return Transient(f"{callee.name}: the batch ended without a result of this request")
    if status != "failed":
        return Transient(f"{callee.name}: the batch was {status} before this request", billed=False)
    error = why.by_line.get(line, why.whole)
    if error is None:
        return Transient(f"{callee.name}: the batch failed for other requests in it", billed=False)
    return _of_batch_error(error, callee)


def _of_batch_error(error: Mapping[str, Any], callee: Callee) -> ModelFault:
    """The fault of a batch that was refused as a whole: nothing of it was paid."""
    fault = fault_of_answer(400, {}, json.dumps({"error": dict(error)}).encode(), callee)
    if isinstance(fault, Transient):
        return Transient(str(fault), billed=False)
    if isinstance(fault, Refused) and not error:
        return Refused(f"{callee.name}: the batch failed, and the server does not say why")
    return fault


def no_room(status: str, errors: Sequence[Mapping[str, Any]]) -> str | None:
    """What the server says when a batch came at a time when it has no room for it; else None."""
    for error in errors:
        if status == "failed" and str(error.get("code")) in NO_ROOM:
            return str(error.get("message") or error.get("code"))
    return None
