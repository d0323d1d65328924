r"""What the words around a formula may assume, so that a line that does not hold is no error.

Promise: one reading of the question and of each step; every trial ("suppose"), denial, other
arithmetic (modulo, bases, signs that the question defines) and unit or scale that may explain a
difference is taken as an explanation.
Not promised: to see every one. That is why only lines without variables, and rewritings that the
question itself asks for, can be contradicted at all.
"""

import re
from fractions import Fraction
from functools import cached_property

from factory.check.steps.chains import Sign
from factory.check.steps.side_values import MIXED, beginnings, holds_as_product, is_close, readings
from factory.check.steps.step_units import ratios, scales

_TRIED = re.compile(
    r"\b(?:not|contradict\w*|impossible|false|untrue|wrong|incorrect\w*|fails?|cannot|can't|doesn't"
    r"|isn't|no solutions?|too (?:small|large|big|high|low)|suppose|assum\w*|guess"
    r"|tr(?:y|ies|ying)|extraneous|invalid|reject\w*|instead|mistak\w*|error)\b",
    re.I,
)
_ROUNDED = re.compile(
    r"\b(?:round\w*|approximat\w*|estimat\w*|about|roughly|nearly|significant|calculator)\b", re.I
)
_OTHER_NUMERALS = re.compile(
    r"\b(?:bases? (?:\$|\d|two|three|five|eight|ten)|binary|hexadecimal|octal|cipher)\b|\d_\{?\d"
    r"|\boperat(?:ion|or)\b.{0,80}?\b(?:defin\w+|means|denot\w+)",
    re.I | re.S,
)
_REMAINDERS = re.compile(r"\b(?:mod(?:ulo)?|remainders?|congruen\w*)\b|\\[pb]mod", re.I)
_MODULUS = re.compile(r"(?:divi\w{1,8} by|\bmod(?:ulo)?|\\[pb]mod)[\s${(]{0,4}(\d{1,15})", re.I)
_LAST_DIGITS = re.compile(
    r"\b(?:units?|ones|tens|hundreds|last|final|rightmost|right-most|ending)\W{1,3}"
    r"(?:(two|three|four)\W{1,3})?digits?\b",
    re.I,
)
_MORE_DIGITS = {"": 10, "two": 100, "three": 1000, "four": 10_000}
_CLOCK = re.compile(r"\b(?:o'clock|clock|[ap]\.?m\b)", re.I)
_HOURS = (12, 24, 60)
_DIVIDED = re.compile(r"/|÷|\\(?:[dt]?frac|div)")
# The question gives signs a meaning of its own: `a * b = 2a + 3b`, `\boxed{N}`.
_OWN_SIGNS = re.compile(
    r"[A-Za-z})]\$?\s{0,4}(\*|\\ast|\\star|@|\\&|\\#)|[A-Za-z)]\$\s{0,4}(x)\s{0,4}\$[A-Za-z(]"
    r"|(\\boxed)\s?\{|(\\&)[A-Za-z]"
)
_STARS = frozenset(("*", "\\ast", "\\star"))
_REWRITES = re.compile(
    r"\b(?:expand\w*|simplif\w*|factor(?:s|ed|ing|ize\w*)?|rewrit\w*|distribut\w*|multipl\w+ out"
    r"|foil|like terms|complet\w+ the square)\b",
    re.I,
)
_CONSTRAINED = re.compile(
    r"\b(?:solv\w*|solutions?|roots?|satisf\w*|equations?|if|given|suppose|let|where|when|set"
    r"|equal\w*|both sides|substitut\w*|system|intersect\w*|such that|since|because|know\w*)\b"
    r"|[<>]|\\[lg]e",
    re.I,
)
_TAKES_MORE = re.compile(
    r"(?:\b(?:of|times|twice|half|double|triple|than|minus|plus|by|per|thirds?|quarters?|fifths?"
    r"|base)|[-+*/]|\d|\\cdot|\\times)\s*(?:the|a|an)?\s*\Z",
    re.I,
)
_SCALED = re.compile(
    r"\s*(?:\\?%|percent|hundred|thousand|million|billion|dozen|degrees?|cents?|of\b|times\b"
    r"|[-+*/^_!\d])",
    re.I,
)


class Assumptions:
    """What question and step may assume; looked at only where a line does not hold."""

    def __init__(self, question: str):
        self.question = question
        self.step = ""

    @cached_property
    def _own(self) -> frozenset[str]:
        signs = {sign for found in _OWN_SIGNS.findall(self.question) for sign in found if sign}
        return frozenset(signs | _STARS if signs & _STARS else signs)

    @property
    def own_signs(self) -> bool:
        """Whether the question gives signs a meaning of its own."""
        return bool(self._own)

    def with_own_sign(self, text: str) -> bool:
        """Whether a line may hold a sign to which the question gives a meaning of its own.

        Stars stay in a line as they are; of other signs its reading leaves nothing to be seen.
        """
        return bool(self._own - _STARS) or any(sign in text for sign in self._own)

    @cached_property
    def _rounds(self) -> bool:
        return bool(_ROUNDED.search(self.question))

    def otherwise(self, apart: Fraction | None = None) -> bool:
        """Whether lines of the step may say what their author denies, tries or means otherwise.

        `apart` is the difference of two whole sides: where no modulus that is named divides it,
        talk of remainders, of last digits or of clocks explains nothing.
        """
        step = self.step
        if self._rounds or "..." in step:
            return True
        if _TRIED.search(step) or _ROUNDED.search(step):
            return True
        told = f"{self.question}\n{step}"
        if _OTHER_NUMERALS.search(told):
            return True
        moduli = [int(found) for found in _MODULUS.findall(told)]
        if not moduli and _REMAINDERS.search(told):
            return True
        moduli += [_MORE_DIGITS[found.lower()] for found in _LAST_DIGITS.findall(told)]
        moduli += _HOURS if _CLOCK.search(told) else ()
        return any(apart is None or m == 0 or apart % m == 0 for m in moduli)

    def denies(self) -> bool:
        """Whether the step tries or denies something."""
        return bool(_TRIED.search(self.step))

    def explains(self, left: Sign, right: Sign, before: str, after: str) -> bool:
        """Whether there is an explanation for two sides without variables that differ.

        `before` and `after` are the prose around, where the line opens or closes its formula.
        """
        if left.node is None or right.node is None:
            return True
        if _TAKES_MORE.search(before) or _SCALED.match(after):
            return True
        words = left.words + right.words
        if set(left.words) != set(right.words) or ratios(words) or scales(words) or "°" in words:
            return True
        mixed = any(MIXED.search(side.text) for side in (left, right))
        if mixed and holds_as_product(left, right):
            return True
        if "." in left.text + right.text and is_close(left.node, right.node):
            return True
        value = readings(left.node)
        if value and any(readings(start) == value for start in beginnings(right.node)):
            return True  # `7 * 60 = 420 + 23`: the chain runs on
        if self.with_own_sign(left.text + right.text):
            return True
        return self.otherwise(_apart(left, right))

    def rewrites(self, first: str) -> bool:
        """Whether the question asks to rewrite this very expression, its variables free."""
        if not _bare(first) or not _REWRITES.search(self.question):
            return False
        if "=" in self.question or _bare(first) not in _bare(self.question):
            return False
        return not (_CONSTRAINED.search(self.question) or _CONSTRAINED.search(self.step))


def _apart(left: Sign, right: Sign) -> Fraction | None:
    """How far two sides are apart that are whole numbers and do not divide."""
    if left.node is None or right.node is None or _DIVIDED.search(left.text + right.text):
        return None
    ours, theirs = readings(left.node)[:1], readings(right.node)[:1]
    whole = ours and theirs and ours[0].denominator == theirs[0].denominator == 1
    return ours[0] - theirs[0] if whole else None


def _bare(text: str) -> str:
    return re.sub(r"\\(?:left|right|[,!;: ])|[\s{}$]|\\cdot(?![a-z])|\*", "", text)
