"""The words, numbers and signs of a solution's running text.

Promise: linear; what a sign means is settled by its neighbours (`x` as times or as a variable,
the hyphen of `5-minute`, `20% of`, `1 and 1/2`).
"""

import re
from fractions import Fraction
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of text: kind is `number op word = break`."""

    kind: str
    text: str
    glued: bool
    """Whether it follows its neighbour without a space."""


NOTHING = Token("break", "", False)
_TOKEN = re.compile(
    r"(?P<number>[$€£]?(?:\d{1,3}(?:,\d{3}){1,13}(?![\d,])|\d{1,40})(?:\.\d{1,40})?|[$€£]?\.\d{1,40})"
    r"|(?P<eq>==?|≈)|(?P<op>\*\*|[-+*/×÷^()−–%·]|(?<![A-Za-z])[xX](?![A-Za-z])|\\times|\\cdot|\\div)"
    r"|(?P<word>[A-Za-z'’]+)|(?P<space>\s+)|(?P<other>.)",
    re.A | re.S,
)
_TIMES = {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "**": "^"}
_LATEX = {r"\times": "*", r"\cdot": "*", r"\div": "/"}


def tokenise(text: str) -> list[Token]:
    """The tokens of a text; what is no number, sign or word breaks it."""
    found: list[Token] = []
    glued = False
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "space":
            glued = False
            if "\n" in match[0]:
                found.append(Token("break", "\n", False))
            continue
        text_ = match[0]
        if kind == "op":
            text_ = _LATEX.get(text_, _TIMES.get(text_, text_))
        elif kind == "other":
            if text_ in "$*_\\":
                continue  # delimiters and money signs away from their number
            kind = "break"
        elif kind == "eq":
            kind = "="
        found.append(Token(kind, text_, glued))
        glued = True
    return _settle(found)


def _settle(tokens: list[Token]) -> list[Token]:
    """Decide what neighbours decide."""
    settled: list[Token] = []
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else NOTHING
        before = settled[-1] if settled else NOTHING
        if token.text in ("x", "X"):
            times = before.kind != "op" or before.text in ")%"
            times = times and before.kind != "=" and (after.kind == "number" or after.text == "(")
            token = Token("op", "*", token.glued) if times else token._replace(kind="word")
        elif token.text in ("-", "/") and _is_tied(token, after):
            token = token._replace(kind="word")
        elif token.text == "of" and _is_share(settled):
            token = token._replace(kind="op")
        elif token.text == "and" and before.kind == "number" and is_fraction(tokens[i + 1 : i + 4]):
            continue
        settled.append(token)
    return settled


def _is_tied(sign: Token, word: Token) -> bool:
    """Whether a sign joins words, as in `5-minute` and `miles/hour`; `24/Y` is a division."""
    return word.kind == "word" and word.glued and sign.glued and len(word.text) > 1


def _is_share(before: list[Token]) -> bool:
    """Whether `of` stands after a percentage or a fraction, where it means times."""
    return bool(before) and (before[-1].text == "%" or is_fraction(before[-3:]))


def is_fraction(tokens: list[Token]) -> bool:
    """Whether these tokens begin with `3 / 4`."""
    kinds = [token.kind for token in tokens[:3]]
    return kinds == ["number", "op", "number"] and tokens[1].text == "/"


def value_of(text: str) -> Fraction:
    """The value of a number token."""
    return Fraction(text.lstrip("$€£").replace(",", ""))
