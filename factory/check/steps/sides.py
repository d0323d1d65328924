"""What a row of number and sign tokens is worth.

Promise: exact and bounded; a percent sign is read both as a hundredth and as a mere mark. Where
a careful reader would doubt (`25 / 1/3`, `007`), there is no value.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factory.check.algebra.exact import NotRational, check_power, root
from factory.check.algebra.tree import Unreadable
from factory.check.steps.tokens import Token, tokenise, value_of


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its text and its readings (a percent sign can be read two ways).

    `plain` says that it is a single number, `decimals` how many decimals that number shows,
    `words` the units and other words that stand in it or right after it, in small letters.
    """

    text: str
    values: tuple[Fraction, ...]
    plain: bool
    decimals: int
    words: tuple[str, ...] = ()


MOST_TOKENS = 60
_HUNDREDTH = Fraction(1, 100)


def side(tokens: list[Token], words: tuple[str, ...] = ()) -> Side | None:
    """The side that these tokens are, or None where they are no arithmetic."""
    while tokens and tokens[-1].text == ")" and _opened(tokens) < 0:
        tokens = tokens[:-1]
    if not tokens or len(tokens) > MOST_TOKENS:
        return None
    if any(token.kind not in ("number", "op") for token in tokens):
        return None
    if any(re.match(r"0\d", token.text) for token in tokens) or _unclear_division(tokens):
        return None
    percent = any(token.text == "%" for token in tokens)
    values: list[Fraction] = []
    for share in (Fraction(1), _HUNDREDTH) if percent else (Fraction(1),):
        try:
            values.append(_Sum(tokens, share).total())
        except (Unreadable, NotRational, ZeroDivisionError):
            return None
    figures = [token for token in tokens if token.kind == "number"]
    plain = len(figures) == 1 and all(
        token.text in "-+()%" for token in tokens if token.kind == "op"
    )
    decimals = len(figures[0].text.partition(".")[2]) if plain else 0
    return Side(" ".join(token.text for token in tokens), tuple(values), plain, decimals, words)


def beginnings(text: str) -> list[Fraction]:
    """What `12 * 60 + 5` is worth up to each of its first signs: 12, 720."""
    tokens = tokenise(text)
    depth = 0
    found: list[Fraction] = []
    for i, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if i and not depth and token.kind == "op" and token.text in "+-*/" and len(found) < 4:
            start = side(tokens[:i])
            if start:
                found.append(start.values[0])
    return found


def _opened(tokens: list[Token]) -> int:
    return sum({"(": 1, ")": -1}.get(token.text, 0) for token in tokens)


def _unclear_division(tokens: list[Token]) -> bool:
    """Whether `25 / 1/3` may mean 25 divided by a third: the spaces say so, the rules do not."""
    slashes = [i for i, token in enumerate(tokens) if token.text == "/"]
    for first, second in pairwise(slashes):
        if second - first == 2:
            around = [
                tokens[i].glued for i in (first, first + 1, second, second + 1) if i < len(tokens)
            ]
            if not all(around):
                return True
    return False


class _Sum:
    """The value of number and sign tokens; `share` is what a percent sign is worth."""

    def __init__(self, tokens: list[Token], share: Fraction):
        self.tokens = tokens
        self.share = share
        self.at = 0

    def total(self) -> Fraction:
        value = self.terms()
        if self.at < len(self.tokens):
            raise Unreadable("not_an_expression")
        return value

    def peek(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def terms(self) -> Fraction:
        value = self.factors()
        while self.peek() in ("+", "-"):
            sign = self.peek()
            self.at += 1
            value = value + self.factors() if sign == "+" else value - self.factors()
        return value

    def factors(self) -> Fraction:
        value = self.factor()
        while self.peek() in ("*", "of", "/", "("):
            sign = self.peek()
            self.at += sign != "("
            value = value / self.factor() if sign == "/" else value * self.factor()
        return value

    def factor(self) -> Fraction:
        if self.peek() == "-":
            self.at += 1
            return -self.factor()
        if self.peek() == "√":
            self.at += 1
            return root(self.atom(), Fraction(2))
        base = self.atom()
        if self.peek() != "^":
            return base
        self.at += 1
        exponent = self.factor()
        check_power(base, exponent)
        if exponent.denominator != 1:
            raise Unreadable("root")
        return base**exponent.numerator

    def atom(self) -> Fraction:
        if self.at >= len(self.tokens):
            raise Unreadable("not_an_expression")
        token = self.tokens[self.at]
        self.at += 1
        if token.text == "(":
            value = self.terms()
            if self.peek() != ")":
                raise Unreadable("not_an_expression")
            self.at += 1
        elif token.kind == "number":
            value = self.mixed(value_of(token.text))
        else:
            raise Unreadable("not_an_expression")
        while self.peek() == "%":
            self.at += 1
            value *= self.share
        return value

    def mixed(self, whole: Fraction) -> Fraction:
        """`1 1/2` is one and a half; two numbers side by side are nothing else."""
        ahead = self.tokens[self.at : self.at + 3]
        if [token.kind for token in ahead] == ["number", "op", "number"] and ahead[1].text == "/":
            self.at += 3
            return whole + value_of(ahead[0].text) / value_of(ahead[2].text)
        return whole
