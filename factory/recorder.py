"""`--debug-requests N`: the first N calls as they were, in the folder of the run, without keys."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from factory.events import without_keys
from factory.models import Reply, Request

NAME = "requests.jsonl"


class Recorder:
    """Appends calls to a file, a JSON object a line, until it has seen enough."""

    def __init__(self, folder: Path, most: int, secrets: Iterable[str] = ()):
        self.path = folder / NAME
        self._left = most
        self._secrets = tuple(secrets)

    def add(
        self,
        model: str,
        asker: tuple[str, str, str, str],
        request: Request,
        end: Reply | BaseException,
    ) -> None:
        """A call and how it ended; a file that cannot be written ends the recording alone."""
        if self._left <= 0:
            return
        self._left -= 1
        line = json.dumps(described(model, asker, request, end), ensure_ascii=False, default=str)
        line = without_keys(line, self._secrets)
        try:
            with self.path.open("a", encoding="utf-8", errors="replace") as file:
                file.write(line + "\n")
        except OSError:
            self._left = 0


def described(
    model: str, asker: tuple[str, str, str, str], request: Request, end: Reply | BaseException
) -> dict[str, Any]:
    """A call as plain values."""
    identity, stage, item, operator = asker
    call: dict[str, Any] = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "model": model,
        "identity": identity,
        "stage": stage,
        "item": item,
        "operator": operator,
        "messages": [message._asdict() for message in request.messages],
        "sampling": {name: getattr(request.sampling, name) for name in request.sampling.__slots__},
        "draw": request.draw._asdict(),
        "schema": request.schema,
    }
    if isinstance(end, Reply):
        fields = {name: getattr(end, name) for name in end.__slots__ if name != "truth"}
        return call | {"reply": fields}
    return call | {"fault": {"kind": type(end).__name__, "said": str(end)}}
