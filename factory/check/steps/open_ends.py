r"""Whether an equation that was cut out of running text goes on beyond its cut.

Promise: `x = 32` is no whole equation where `÷ 8` stands behind it, nor `x + 3 = 9` where `twice`
stands before it, whatever sign, LaTeX or word says so; a sign that nobody here reads leaves an end
open. Signs of arithmetic with an ASCII twin are written as that.
Not promised: to see every operation that is told in words.
"""

import re

from factory.check.steps.tokens import LOOK_ALIKE

_SIGNS = str.maketrans({"×": "*", "·": "*", "⋅": "*", "÷": "/", "−": "-", "–": "-"})
_RATIO = re.compile(r"(=\s{0,3}[\d.,]{1,20} ?):(?= ?[\d(])")
"""`x = 32 : 8`; elsewhere a colon mostly introduces something."""
_ENDS = "—→⇒⟹∴“”‘’„°€£¢✓✔✅。，；"
"""Signs beyond ASCII that end an equation, or do not change it."""
_GOES_ON = re.compile(
    rf"\s*(?:[-+*/^_—]\s*[\d(.$\\]|[%{{!]|:\s?[\d(]|[^\x00-\x7f{_ENDS}]"
    r"|\\(?!q?quad|[()\[\]\\]|implies|Rightarrow|text|therefore|end|hspace)"
    r"|(?:divided|multiplied|times|plus|minus|over|of|out|per ?cent|cents?|squared|cubed|mod\w*"
    r"|hundreds?|thousands?|millions?|billions?|dozens?|more|less|fewer|raised|choose|halves|half"
    r"|quarters?|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?|to the"
    r"|and (?:\d{1,9}/|a |one |half |three quarters))\b)",
    re.I,
)
_BEGAN = re.compile(
    rf"(?:[%^}}&|~@]|(?<=[\s\d)])[+*/]|\d|[\d)]\s*-|[=(,+*/-]\s*[\d.]{{1,20}}\s*:|[^\x00-\x7f{_ENDS}]"
    r"|\\(?:sqrt|sin|cos|tan|log|ln|cdot|times|div)"
    r"|\b(?:half|twice|double|triple|thrice|quarters?|thirds?|fifths?|tenths?|times|plus|minus"
    r"|(?:divided|multiplied|increased|decreased) by|(?:square|cube) roots?|squared?|cubed?|sqrt"
    r"|log|sin|cos|tan|sum|difference|product|per ?cent|than|mod|modulo)"
    r"(?: of)?(?: (?:the|a|an))?)\s*\Z",
    re.I,
)
_BULLET = re.compile(r"(?:\A|\n)\s*[-*+•]\s*\Z")
_NEAR = 60


def plain_signs(text: str) -> str:
    """The text with ASCII signs of arithmetic in place of their twins."""
    if not text.isascii():
        text = text.translate(LOOK_ALIKE).translate(_SIGNS)
    return _RATIO.sub(r"\1/", text) if ":" in text else text


def goes_on(before: str, after: str) -> bool:
    """Whether an equation between these pieces of text is only a part of what is written."""
    if _GOES_ON.match(after[:_NEAR]):
        return True
    before = before[-_NEAR:]
    return _BEGAN.search(before) is not None and _BULLET.search(before) is None
