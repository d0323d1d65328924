"""What the log of a run says: one JSON object a line, for each thing that somebody may look for.

Promises: no key is ever written, and no prompt or reply unless somebody asked for them. Does not
promise a line for every call: what comes in masses is counted (1, 2, 5, 10, 20, 50, ...).
"""

import contextlib
import json
import logging
import os
import re
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

log = logging.getLogger("factory")

LONGEST = 500
"""Characters of a text in a line of the log."""

KEY = re.compile(
    r"\b(?:sk|rk|pk|gsk|xai|pplx|nvapi)-[\w-]{12,200}|\bgsk_\w{16,200}|\bhf_[A-Za-z0-9]{16,200}"
    r"|\bAKIA[0-9A-Z]{12,40}|\bAIza[\w-]{30,100}|\bBearer\s{1,3}[^\s\"']{8,300}"
    r"|\bgh[pousr]_[A-Za-z0-9]{20,200}"
)


def tell(event: str, **fields: Any) -> None:
    """Write one event into the log of the run, if there is one."""
    log.info(event, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """Every record as one JSON object; what is no event has its text under `text`."""

    def __init__(self, secrets: Iterable[str] = ()):
        super().__init__()
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The record in one line, without keys."""
        fields = getattr(record, "fields", None)
        said: dict[str, Any] = {"at": datetime.now(UTC).isoformat(timespec="milliseconds")}
        if fields is None:
            said |= {"event": "note", "level": record.levelname, "text": record.getMessage()}
        else:
            said |= {"event": record.getMessage(), **fields}
        if record.exc_info and record.exc_info[1]:
            said["traceback"] = "".join(traceback.format_exception(record.exc_info[1]))
        line = json.dumps(said, ensure_ascii=False, default=str, allow_nan=True)
        return without_keys(line, self._secrets).encode("utf-8", "replace").decode()


def without_keys(text: str, secrets: Iterable[str] = ()) -> str:
    """The text with everything taken out that is a key or looks like one."""
    for secret in secrets:
        text = text.replace(secret, "***").replace(json.dumps(secret)[1:-1], "***")
    return KEY.sub("***", text)


def secrets_of(variables: Iterable[str | None]) -> list[str]:
    """The values of these environment variables, the longest first."""
    values = {os.environ.get(name, "").strip() for name in variables if name}
    return sorted((value for value in values if len(value) >= 4), key=len, reverse=True)


class Counted:
    """Events that come in masses: told at 1, 2, 5, 10, 20, 50, ... and once more at the end."""

    def __init__(self, event: str):
        self._event = event
        self._times: Counter[tuple[str, ...]] = Counter()
        self._told: dict[tuple[str, ...], int] = {}

    def add(self, *kind: str, **fields: Any) -> None:
        """One more of a kind; `fields` are told with it when its turn comes."""
        self._times[kind] += 1
        times = self._times[kind]
        if times <= 2 or (str(times)[0] in "125" and not str(times)[1:].strip("0")):
            self._told[kind] = times
            tell(self._event, kind=" ".join(kind), times=times, **fields)

    def end(self) -> None:
        """Tell the totals that were not told yet."""
        for kind, times in self._times.items():
            if self._told.get(kind) != times:
                tell(self._event, kind=" ".join(kind), times=times, total=True)


@contextlib.contextmanager
def logged_to(path: Path, secrets: Sequence[str] = ()) -> Iterator[None]:
    """Append what the engine logs to a file, a JSON object a line: no prompts, no keys."""
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(JsonLines(secrets))
    logger = logging.getLogger("factory")
    before = logger.propagate, logger.level
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate, level = before
        logger.setLevel(level)
        handler.close()
