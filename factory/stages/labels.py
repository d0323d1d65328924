"""Reads the JSON object in a judge's reply: labels and numbers strictly, its reason leniently.

Promises: labels come out exactly as written or not at all; a reason with broken backslashes or
quotes never costs the labels. Does not promise that the reason is letter for letter what the
model meant: it is for people to read, and never enters the data as mathematics.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from factory.stages import Unusable
from factory.stages.sections import visible
from factory.stages.wording import refuses

_MOST_OBJECTS = 20
_REASON_LENGTH = 2000


def read_object(text: str, fields: Iterable[str]) -> dict[str, Any]:
    """The object of a reply with these fields, and `reason` as a text or None.

    The first one counts; a later one with the same fields must say the same.

    Raises:
        Unusable: empty, truncated, refusal, unparsable, missing_field or garbled.
    """
    shown = visible(text)
    wanted = tuple(fields)
    readable = [value for span in _spans(shown) if (value := _parsed(span)) is not None]
    if not readable:
        if "{" not in shown and refuses(shown):
            raise Unusable("refusal", shown[:300])
        raise Unusable("unparsable", f"no JSON object in {shown[:80]!r}")
    whole = [value for value in readable if all(value.get(name) is not None for name in wanted)]
    if not whole:
        best = max(readable, key=lambda value: sum(name in value for name in wanted))
        missing = [name for name in wanted if best.get(name) is None]
        raise Unusable("missing_field", ", ".join(missing))
    labels = [{name: value[name] for name in wanted} for value in whole]
    if any(other != labels[0] for other in labels):
        raise Unusable("garbled", "two objects with different labels")
    reason = whole[0].get("reason")
    return {**labels[0], "reason": reason if isinstance(reason, str) and reason.strip() else None}


def whole_number(value: object, low: int, high: int, name: str) -> int:
    """An integer within bounds, also where it is written "4", 4.0, +4 or "4/5".

    Raises:
        Unusable: out_of_range.
    """
    if isinstance(value, str):
        match = re.fullmatch(
            rf"\s*([+-]?\d{{1,6}})(?:\.0+)?\s*(?:(?:/|out of)\s*{high}\s*)?", value
        )
        value = int(match[1]) if match else value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or value != value or value not in range(low, high + 1):
        raise Unusable("out_of_range", f"{name}: {str(value)[:40]!r} is not in {low} to {high}")
    return int(value)  # type: ignore[call-overload, no-any-return]


def _spans(text: str) -> list[str]:
    """The balanced `{...}` in the order written; a brace in a string does not count."""
    spans, position = [], text.find("{")
    for _ in range(_MOST_OBJECTS):
        if position < 0:
            break
        end = _end_of_object(text, position)
        if end is not None:
            spans.append(text[position:end])
        position = text.find("{", position + 1 if end is None else end)
    return spans


_TOKEN = re.compile(r'[{}]|"')
_CLOSING_QUOTE = re.compile(r'"(?=\s{0,40}(?:[,:}\]]|$))')


def _end_of_object(text: str, start: int) -> int | None:
    depth, position = 0, start
    while (token := _TOKEN.search(text, position)) is not None:
        position = token.end()
        if token[0] == '"':
            position = _end_of_string(text, position)
        else:
            depth += 1 if token[0] == "{" else -1
            if depth == 0:
                return position
    return None


def _end_of_string(text: str, position: int) -> int:
    """Behind the quote that ends a string: one that is not escaped and has structure behind it."""
    for quote in _CLOSING_QUOTE.finditer(text, position):
        before = quote.start()
        while before > position and text[before - 1] == "\\":
            before -= 1
        if (quote.start() - before) % 2 == 0:
            return quote.end()
    return len(text)


_REASON = re.compile(
    r"[{,]\s{0,40}[\"'“”]?[^\w\"'{},:]{0,9}(?:reason|reasoning|rationale|explanation|comment)s?"
    r"[^\w\"'{},:]{0,9}[\"'“”]?\s{0,9}:\s{0,9}(?P<text>\"|'|“)",
    re.IGNORECASE,
)
_AFTER_REASON = re.compile(
    r"[\"'”]\s{0,40},?\s{0,40}(?=\}$)|[\"'”]\s{0,9},(?=\s{0,40}[\"'“]?[^\"'“”:,{}]{1,24}[\"'”]?\s*:)"
)
_REPAIRS = (
    (re.compile("[“”„]"), '"'),
    (re.compile(r",(\s*[}\]])"), r"\1"),
    (re.compile(r"(?<=[\[,:{\s])'([^'\"\n]{0,40})'(?=\s*[\],:}])"), r'"\1"'),
    (re.compile(r"([{,]\s*)([^\W\d][\w ]{0,30}?)(\s*:)"), r'\1"\2"\3'),
    (re.compile(r"(?<=[\[,:\s])\+(?=\d)"), ""),
    (re.compile(r"\b(?:None|NULL|Null|N/A)\b"), "null"),
)


def _parsed(span: str) -> dict[str, Any] | None:
    reason = None
    match = _REASON.search(span)
    rest = span
    if match is not None:
        ends = _AFTER_REASON.search(span, match.end())
        if ends is None:
            return None
        reason = _unescaped(span[match.end() : ends.start()])[:_REASON_LENGTH]
        rest = span[: match.start()] + (span[match.start()] + span[ends.end() :])
    value = _loaded(rest)
    if value is None:
        for pattern, repair in _REPAIRS:
            rest = pattern.sub(repair, rest)
        value = _loaded(rest)
    if value is None:
        return None
    return {**value, "reason": reason}


def _loaded(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(re.sub(r",(\s*[}\]])", r"\1", text), object_pairs_hook=_fields)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        key = "_".join(re.findall(r"[^\W_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()))
        if key in fields and fields[key] != value:
            raise Unusable("garbled", f"{key} is given twice, with different values")
        fields[key] = value
    return fields


_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|[a-zA-Z]+|.)", re.DOTALL)
_COMMANDS = frozenset(
    [
        *("neq", "ne", "nu", "not", "nabla", "neg", "nmid", "notin", "newline"),
        *("times", "text", "textbf", "textrm", "theta", "tau", "tan", "to", "top", "tfrac"),
        *(
            "triangle",
            "therefore",
            "tilde",
            "beta",
            "bar",
            "binom",
            "big",
            "begin",
            "boxed",
            "bmod",
        ),
        *("because", "frac", "forall", "flat", "right", "rightarrow", "rho", "rm", "root"),
    ]
)
_CONTROLS = {"n": "\n", "t": " ", "r": " ", "b": "", "f": ""}


def _unescaped(raw: str) -> str:
    """The text of a JSON string whose backslashes may be LaTeX that nobody escaped."""

    def one(match: re.Match[str]) -> str:
        body = match[1]
        if body in ('"', "\\", "/"):
            return body
        if body[0] == "u" and len(body) == 5 and not body.isalpha():
            character = chr(int(body[1:], 16))
            return "\ufffd" if "\ud800" <= character <= "\udfff" else character
        if body[0] in _CONTROLS and body not in _COMMANDS:
            return _CONTROLS[body[0]] + body[1:]
        return match[0]

    return _ESCAPE.sub(one, raw)
