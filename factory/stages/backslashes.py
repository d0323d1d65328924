r"""Notices text that is no longer what its author wrote: control characters where LaTeX was.

JSON written with single backslashes decodes without an error: `\frac` becomes a form feed and
`rac`, `\times` a tab and `imes`, `\neq` a line break and `eq`. Such text must not enter the data.

Promises: a control character other than a tab or a line break is always noticed; of tabs and line
breaks, those before the rest of a command that is no word. Does not promise to notice `\nu`,
`\ne`, `\ni`, `\not` or `\to` before a letter: what is left of them may be honest text.
"""

import re
from typing import NamedTuple


class Damage(NamedTuple):
    """The first thing in a text that does not belong there."""

    at: int
    """Its position, from 0."""
    character: str
    """As U+000C."""
    command: str | None
    r"""What may have stood there, as `\frac`; None for a mere control character."""


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)|[\ud800-\udfff]")
_EATEN = re.compile(
    r"""
    \t(?=(?:imes|heta|frac|binom|ilde|anh|riangle\w{0,10}|herefore|hinspace|extstyle)(?![A-Za-z])
        |ext(?:bf|it|rm|tt|sf|sc|up|normal)?\{|ag\{
        |an[\\^({]|au[_^})$=]|o[ ]?[\\0-9+-])
    |\n(?=(?:eq|eqq|abla|otin|earrow|warrow|leq|geq|cong|subseteq|supseteq|ewline|olimits|onumber
        |atural)(?![A-Za-z]))
    """,
    re.VERBOSE,
)
_LETTER = {"\x07": "a", "\x08": "b", "\t": "t", "\n": "n", "\x0b": "v", "\x0c": "f", "\r": "r"}
_WORD = re.compile(r"[A-Za-z]{0,12}")


def damage(text: str) -> Damage | None:
    """What is wrong with a text; None when it is whole."""
    found = _CONTROL.search(text) or _EATEN.search(text)
    if found is None:
        return None
    letter, word = _LETTER.get(found[0]), _WORD.match(text, found.end())
    command = f"\\{letter}{word[0]}" if letter and word and word[0] else None
    return Damage(found.start(), f"U+{ord(found[0]):04X}", command)
