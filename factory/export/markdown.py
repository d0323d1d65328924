"""Markdown in which foreign text stays text: no markup, no HTML, no new line gets through."""

import html
import re
from collections.abc import Iterable, Sequence

LONGEST = 200
"""Characters of a foreign text that are shown."""

_NAME = re.compile(r"[A-Za-z0-9_.:@/+=-]+")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_MARKUP = re.compile(r"([\\`*_\[\]|~$#!{}])")
_LINK = re.compile(r":(?=//)|(?<=www)\.|@", re.IGNORECASE)


def text(value: object) -> str:
    """Any value as inline Markdown that reads as itself; names stand in code spans."""
    match value:
        case None:
            return "unknown"
        case bool():
            return "yes" if value else "no"
        case int():
            return f"{value:,}"
        case float():
            return f"{value:.2f}"
    words = str(value)
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    if _NAME.fullmatch(shown) and "//" not in shown:
        return f"`{shown}`"
    escaped = _MARKUP.sub(r"\\\1", html.escape(_SPACE.sub(" ", shown).strip()))
    # Written as a character reference, it reads the same and is no link that a viewer makes.
    return _LINK.sub(lambda found: f"&#{ord(found[0])};", escaped)


def table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def money(dollars: float | None) -> str:
    """US dollars, finer where a cent would hide the sum; `unknown` where there is no price."""
    if dollars is None:
        return "unknown"
    return f"${dollars:,.2f}" if dollars >= 0.01 or dollars == 0 else f"${dollars:.5f}"


def share(part: int, whole: int) -> str:
    """A part in percent, or a dash where there is no whole."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def counted(reasons: Iterable[tuple[str, int]]) -> str:
    """Reasons with their counts, the commonest first; all of them, so that they add up."""
    ordered = sorted(reasons, key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{text(reason)} {times:,}" for reason, times in ordered)
