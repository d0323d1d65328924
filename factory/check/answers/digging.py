r"""Find the answer in a candidate that is running text, before it is read.

Promise: an isolated answer is left as it is; only boxes inside of other text, a phrase like "the
answer is", and formulas or numbers amid prose are dug out, by the rules of `extraction`.
"""

import re

from factory.check.answers.dress import braced
from factory.check.answers.extraction import extract, extract_formula

_BOX = re.compile(r"\\(?:boxed|fbox)\s{0,4}\{")
_DELIMITED = re.compile(r"\$\$?|\\\(|\\\[")
_BEFORE = re.compile(r"(?:\d|[+*/^]\s?|-)\\(?:boxed|fbox)")
_GOES_ON = re.compile(r"\}(?:\d|\s?[-+*/^!]|\s?\\(?:cdot|times|pm)(?![a-z]))[^{}]{0,200}\Z")
"""A box that is a part of a formula."""
_COMMAND = re.compile(r"\\(?!boxed|fbox)[A-Za-z]{2,}")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}")
_PROSE = re.compile(
    r"\b(?:the|is|are|was|therefore|thus|hence|so|we|it's|its|it|answer|because|which|that|this|"
    r"solution is|solutions are|equals|get|find|there|have)\b",
    re.I,
)
_JOINING = frozenset(("and", "or"))
_QUOTED = re.compile(r"\\(?:text[a-z]{0,6}|mbox|mathrm|operatorname|textnormal)\s?\{[^{}]{0,300}\}")


def dig(text: str) -> str:
    """The part of the text that is the answer; the text itself where it is one already."""
    if "\\" not in text and "$" not in text and " " not in text:
        return text
    text = braced(text)
    box = _BOX.search(text)
    if box:
        if _GOES_ON.search(text, text.rfind("boxed{") + 1) or _BEFORE.search(text):
            return text
        found = extract(text)
        return found.answer if found else text
    if _DELIMITED.search(text):
        return _formula(text)
    if len(text.split()) >= 4 and _PROSE.search(_QUOTED.sub(" ", text)) and _has_figure(text):
        found = extract(text)
        # `2k\pi where k is an integer` is a formula with words behind it, and not its last number.
        bare = found and found.rule == "number" and _COMMAND.search(_QUOTED.sub(" ", text))
        return found.answer if found and not bare else text
    return text


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _formula(text: str) -> str:
    """Prose before the first formula: then the answer is a formula, and not the whole text."""
    start = _DELIMITED.search(text)
    assert start is not None
    before = text[: start.start()]
    words = [word for word in _WORD.findall(before) if word.lower() not in _JOINING]
    if not words or before.count("{") != before.count("}") or re.search(r"\d\s*\Z", before):
        return text
    if re.search(r"\\[a-zA-Z]", before) or text[start.start() : start.start() + 2] in ("$.", "$,"):
        return text
    if _PROSE.search(text) and re.search(r"\banswer\b", text, re.I):
        found = extract(text)
        if found:
            return found.answer
    return extract_formula(text) or text
