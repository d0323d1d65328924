"""Put text that models wrote in front of a person: shown, never obeyed.

What a terminal would act upon (escape sequences, control characters, characters that turn the
direction of writing or cannot be seen) is made visible. Markup in it stays text. Where the output
is no terminal, there is no colour and no wrapping, so that it can be searched and piped on.
"""

import re
from typing import IO, Any

from rich.console import Console
from rich.text import Text

UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
LABEL = 11
"""Columns of the label before a field."""

Part = str | tuple[str, str]
"""A text, or a text and its style."""


def visible(text: str) -> str:
    """The text with everything that a terminal would act upon spelled out; lines stay lines."""
    return UNSEEN.sub(_spelled, text)


def one_line(text: str, width: int = 0) -> str:
    """The text made visible in one line, cut to `width` characters when that is given."""
    if width:
        text = text[: 2 * width]
    line = " ".join(visible(text).split())
    return line if not width or len(line) <= width else line[: width - 1] + "…"


def _spelled(match: re.Match[str]) -> str:
    number = ord(match[0])
    if match[0] == "\t":
        return "    "
    if number < 0x20:
        return chr(0x2400 + number)  # the picture of the control character: ␛ for escape
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


class Page:
    """Prints headings and labelled fields; wraps to the width of a terminal, if it is one."""

    def __init__(self, file: IO[str] | None = None):
        self.console = Console(file=file, markup=False, highlight=False, emoji=False)
        self._wraps = self.console.is_terminal
        self._begun = False

    def heading(self, *parts: Part) -> None:
        """A line that begins something, with an empty line before it unless it is the first."""
        if self._begun:
            self.gap()
        self._print(assembled(parts, "bold"))

    def field(self, label: str, *parts: Part) -> None:
        """A label, and a text of one or more lines beside it."""
        text = assembled(parts)
        lines = self._lines(text, LABEL + 2)
        for number, line in enumerate(lines):
            start = f"{label if number == 0 else '':<{LABEL}}"
            self._print(Text.assemble("  ", (start, "dim"), line))

    def line(self, *parts: Part) -> None:
        """One line on its own."""
        self._print(assembled(parts))

    def gap(self) -> None:
        """An empty line."""
        self.console.print()

    def _lines(self, text: Text, taken: int) -> list[Text]:
        if self._wraps:
            return list(text.wrap(self.console, max(20, self.console.width - taken)))
        return list(text.split("\n", allow_blank=True))

    def _print(self, text: Text) -> None:
        self._begun = True
        self.console.print(text, soft_wrap=True)


def assembled(parts: tuple[Part, ...], style: str = "") -> Text:
    """Parts put together as text that is shown as it is; no markup in it is read."""
    text = Text(style=style)
    for part in parts:
        words, look = (part, "") if isinstance(part, str) else part
        text.append(visible(words), look or None)
    return text


def cell(value: Any) -> str:
    """A value of a table, as people read it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1e6 else f"{value:,.0f}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
