r"""Values of rows as a file of another kind can hold them, and lines of JSON with other names.

Promises: nothing is lost and nothing made up. Half a character stays spelled out (`\ud800`), a
number for a table of text stays as it was written, what JSON has no number for is null. Does not
promise that a number too long for its column fits: it is a text then, and the column says so.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from factory.stages.seed_files import Number

LONGEST_NUMBER = 4000
"""Digits of a whole number; Python reads few more, and longer ones are texts."""
NAMES = json.JSONDecoder(parse_int=str, parse_float=str)
"""Reads names and places alone: a number may be longer than Python reads."""
_BETWEEN = re.compile(r"[\s,:]*")


def value_for(kind: str, value: Any) -> Any:
    """A cell of a row as a file of this kind (`.jsonl`, `.csv`, `.parquet`) holds it."""
    match value:
        case list():
            return [value_for(_inside(kind), one) for one in value]
        case dict():
            inner = _inside(kind)
            return {value_for(inner, name): value_for(inner, one) for name, one in value.items()}
        case Number():
            return _number(kind, value)
        case str():
            return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
        case float() if kind == ".jsonl" and not math.isfinite(value):
            return None
    return value


def _inside(kind: str) -> str:
    # A list in a cell of text is written as JSON.
    return ".jsonl" if kind == ".csv" else kind


def _number(kind: str, written: Number) -> Any:
    if kind == ".csv":
        return str(written)
    if written.lstrip("-").isdecimal():
        return int(written) if len(written) <= LONGEST_NUMBER else str(written)
    return value_for(kind, float(written))


def as_json(value: Any) -> str:
    """A value in one line of JSON that can be stored as UTF-8."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, default=str)
    return text


def with_names(line: str, others: Mapping[str, str]) -> str:
    """The JSON object of a line with some of its names changed; the rest stays to the letter."""
    parts: list[str] = []
    copied, at = 0, _after(line, 1)
    while line[at] == '"':
        name, end = NAMES.raw_decode(line, at)
        if name in others:
            parts += [line[copied:at], as_json(others[name])]
            copied = end
        _, end = NAMES.raw_decode(line, _after(line, end))
        at = _after(line, end)
    return "".join([*parts, line[copied:]])


def _after(line: str, at: int) -> int:
    between = _BETWEEN.match(line, at)
    return between.end() if between else at
