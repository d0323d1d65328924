r"""The words, numbers and signs of a solution's running text.

Promise: linear; what a sign means is settled by its neighbours (`x` as times or as a variable,
the hyphen of `5-minute`, `20% of`, `1 and 1/2`, `12 : 4`, `48 divided by 2`).
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of text: kind is `number op word = break`."""

    kind: str
    text: str
    glued: bool
    """Whether it follows its neighbour without a space."""


UNREAD = frozenset("±∓⊕⊖⊗⊙∘⋆⨯⨉∛∜∑∏∫∪∩∧∨•‰π")
"""Signs that are not reckoned with here: no side with one of them has a value."""
NOTHING = Token("break", "", False)
LONGEST_NUMBER = 40
"""Digits before the point; longer ones are no figures of a solution."""
_TOKEN = re.compile(
    r"(?P<number>[$€£]?(?:\d{1,3}(?:,\d{3}){1,13}(?![\d,])|\d{1,40})(?:\.\d{1,40})?|[$€£]?\.\d{1,40})"
    r"|(?P<eq>==?|≈)|(?P<op>\*\*|[-+*/×÷^()−–%·⋅√]|(?<![A-Za-z])[xX](?![A-Za-z])"
    r"|\\times|\\cdot|\\div|(?<=[\d%)] ):(?= ?[$(\d]))"
    r"|(?P<word>[A-Za-z'’]+)|(?P<space>\s+)|(?P<other>.)",
    re.A | re.S,
)
_TIMES = {"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-", "**": "^", ":": "/"}
_LATEX = {r"\times": "*", r"\cdot": "*", r"\div": "/"}
_SPOKEN_SIGNS = {"times": "*", "plus": "+", "minus": "-"}
_SPOKEN_EQUALS = frozenset(("is", "equals", "gives", "makes"))
# No part of a unit: what follows such a word is said anew.
_PARTING = frozenset((
    "is", "are", "was", "were", "be", "been", "am", "because", "since", "so", "then", "thus",
    "therefore", "hence", "as", "which", "that", "means", "meaning", "equals", "equal", "gives",
    "makes", "costs", "cost", "has", "have", "had", "will", "would", "can", "could", "should",
    "we", "he", "she", "they", "you", "it", "i", "need", "needs", "gets", "get",
))  # fmt: skip
_AND_SO_ON = re.compile(r"(?<=\.\d)(\d{0,40})(?:\.\.\.|\\l?dots(?![a-z]))")
"""The dots after decimals; the digits before them stay."""
_LISTED = re.compile(
    r"^[ \t]{0,8}(?:[*_]{0,2}(?:\(?(?:step[ \t])?\d{1,2}[.)]|\([a-h]\))[*_]{0,2}|[•‣▪])[ \t]+"
    r"(?=[^\s+*/=×÷^)%,.])",
    re.M | re.A | re.I,
)
"""The mark of a list's item: `1. 54 / 2 = 27`, `**2)** …`."""
LOOK_ALIKE = str.maketrans(
    {
        "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3", "²": "^2", "³": "^3",
        "\u00a0": " ", "\u202f": " ", "…": "...", "✕": "×", "✖": "×", "∗": "*", "∙": "·",
        "∕": "/", "⁄": "/", "➗": "÷", "➕": "+", "➖": "-", "﹣": "-", "－": "-", "＋": "+",
        "＊": "*", "／": "/", "＝": "=", "（": "(", "）": ")",
    }
)  # fmt: skip
"""Signs and fractions that stand for others."""


@lru_cache(maxsize=2)  # a step is asked for its equations, then for its numbers
def tokenise(text: str) -> list[Token]:
    """The tokens of a text, not to be changed; what is no number, sign or word breaks it."""
    if not text.isascii():
        text = text.translate(LOOK_ALIKE)
    if "..." in text or r"\ldots" in text or r"\dots" in text:
        text = _AND_SO_ON.sub(r"\1", text)
    text = _LISTED.sub("", text)
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
            kind = "op" if text_ in UNREAD else "break"
        elif kind == "eq":
            kind = "="
        elif kind == "word" and text_.lower() in _PARTING:
            kind = "break"
        found.append(Token(kind, text_, glued))
        glued = True
    return _settle(found)


def _settle(tokens: list[Token]) -> list[Token]:
    """Decide what neighbours decide."""
    settled: list[Token] = []
    for i, token in enumerate(tokens):
        kind = token.kind
        if kind == "number" or kind == "=":
            settled.append(token)
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else NOTHING
        before = settled[-1] if settled else NOTHING
        if token.text in ("x", "X"):
            times = before.kind != "op" or before.text in ")%"
            times = times and before.kind != "=" and (after.kind == "number" or after.text == "(")
            token = Token("op", "*", token.glued) if times else token._replace(kind="word")
        elif kind == "word":
            sign = _spoken_sign(token, before, after, settled, tokens[i + 1 : i + 4])
            if sign is None:
                continue
            token = sign
        elif kind == "break" and token.text in _SPOKEN_EQUALS:
            if _is_figure(before) and after.kind == "number":
                token = token._replace(kind="=")
        elif token.text == "!" and token.glued and before.kind == "number" and after.kind == "op":
            token = token._replace(kind="op")  # `3! + 2`
        elif token.text in ("-", "/") and _is_tied(token, after):
            token = token._replace(kind="word")
        elif token.text == "-" and not after.glued and before.text in ("", "\n"):
            token = token._replace(kind="break")  # the bullet of a list
        settled.append(token)
    return settled


def _spoken_sign(
    token: Token, before: Token, after: Token, settled: list[Token], following: list[Token]
) -> Token | None:
    """The sign that a word between two numbers stands for, the word itself, or None to drop it."""
    text = token.text
    if text == "sqrt" and (after.kind == "number" or after.text == "("):
        return Token("op", "√", token.glued)
    if text == "of":
        return token._replace(kind="op") if _is_share(settled) else token
    if text == "and":
        return None if before.kind == "number" and is_fraction(following) else token
    if not _is_figure(before):
        if text == "by" and before.text in ("divided", "multiplied") and after.kind == "number":
            spoken = settled.pop().text
            if settled and _is_figure(settled[-1]):
                return Token("op", "/" if spoken == "divided" else "*", False)
            settled.append(before)
        return token
    if text in _SPOKEN_SIGNS and after.kind == "number":
        return Token("op", _SPOKEN_SIGNS[text], False)
    return token


def _is_figure(token: Token) -> bool:
    return token.kind == "number" or (token.kind == "op" and token.text in ")%")


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


@lru_cache(maxsize=4096)
def value_of(text: str) -> Fraction:
    """The value of a number token."""
    return Fraction(text.lstrip("$€£").replace(",", ""))
