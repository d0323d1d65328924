"""Find equations between numbers in running text, units dropped.

Promise: linear scanning of bounded text; an equation is reported only where both sides are made of
numbers, signs, brackets and units. Letters as operands (`10m`, `x + 2`), times of day, dates and
compound words (`5-minute`) end a side or spoil the equation; a spoiled equation is not reported.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factory.check.exact import check_power
from factory.check.tokens import NOTHING, Token, is_fraction, tokenise, value_of
from factory.check.tree import Unreadable


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its text and its readings (a percent sign can be read two ways).

    `plain` says that it is a single number, `decimals` how many decimals that number shows.
    """

    text: str
    values: tuple[Fraction, ...]
    plain: bool
    decimals: int


@dataclass(frozen=True, slots=True)
class Equation:
    """Two neighbours of a chain of equalities, and the numbers on the left."""

    text: str
    left: Side
    right: Side
    operands: tuple[Fraction, ...]


MOST_TOKENS = 60
LONGEST_UNIT = 5
"""Words after a number beyond these are a sentence, no unit."""
_ANNOTATION = re.compile(r"<<([^<>=]{1,300})=([^<>=]{1,100})>>")
_ANY_ANNOTATION = re.compile(r"<<[^<>]{0,400}>>")
_FRACTION = re.compile(r"\\[dt]?frac\{(\d{1,20})\}\{(\d{1,20})\}")


def annotations(text: str) -> Iterator[Equation]:
    """The `<<48/2=24>>` of a step; one that is no arithmetic is passed over."""
    for match in _ANNOTATION.finditer(text):
        sides = [_side(tokenise(part)) for part in match.groups()]
        if sides[0] and sides[1]:
            yield Equation(f"{match[1]}={match[2]}", sides[0], sides[1], _operands(match[1]))


def free_text(text: str) -> Iterator[Equation]:
    """Equations in the words of a step, annotations taken out; chains give one for each `=`."""
    text = _FRACTION.sub(r"(\1/\2)", _ANY_ANNOTATION.sub("", text))
    tokens = tokenise(text)
    marks = [i for i, token in enumerate(tokens) if token.kind == "="]
    for at, mark in enumerate(marks):
        before = marks[at - 1] + 1 if at else 0
        after = marks[at + 1] if at + 1 < len(marks) else len(tokens)
        left = _last_side(tokens[before:mark], chained=at > 0)
        if left is None and at:  # `2 * 3 = 6 and 6 + 1 = 7` is no chain but two equations
            left = _last_side(tokens[before:mark], chained=False)
        right = _first_side(tokens[mark + 1 : after], chained=at + 1 < len(marks))
        if left and right and not (left.plain and right.plain):
            shown = f"{left.text} = {right.text}"
            yield Equation(shown, left, right, _operands(left.text))


def numbers(text: str) -> Iterator[Fraction]:
    """Every number in a text, percents as they are written."""
    for token in tokenise(_ANY_ANNOTATION.sub("", text)):
        if token.kind == "number":
            yield value_of(token.text)


def _operands(text: str) -> tuple[Fraction, ...]:
    return tuple(value_of(token.text) for token in tokenise(text) if token.kind == "number")


def _last_side(tokens: list[Token], chained: bool) -> Side | None:
    """The longest side that ends where the equals sign stands; all of it in a chain."""
    kept = _drop_units(tokens)
    if kept is None:
        return None
    tail: list[Token] = []  # from the equals sign backwards
    for token in reversed(kept[-MOST_TOKENS:]):
        if token.kind in ("break", "word"):
            break
        beside = token.kind == "number" and tail and tail[-1].kind == "number"
        if beside and not is_fraction(tail[-3:][::-1]):
            break
        tail.append(token)
    tail.reverse()
    start = len(kept) - len(tail)
    before = kept[start - 1] if start else NOTHING
    if not tail or (chained and start) or (before.text in (",", ":", ".") and tail[0].glued):
        return None
    texts = [token.text for token in tail]
    if texts.count("(") < texts.count(")") or (before.kind == "word" and texts[2:3] == [")"]):
        return None  # `12 (from 3 miles) + 1`, `Shonda (1) + 2`: brackets that explain
    if before.kind == "word" and tail[0].kind == "op" and tail[0].text != "(":
        return None  # an operand that is a word stands before the sign
    side = _side(_open_brackets(tail))
    # `60 kW would cost = …`: a lone number with words around it is named, not equated.
    return None if side and side.plain and len(tail) != len(tokens) else side


def _first_side(tokens: list[Token], chained: bool) -> Side | None:
    """The longest side that starts after the equals sign."""
    if chained:
        whole = _last_side(tokens, chained=True)
        if whole:
            return whole
    head: list[Token] = []
    for i, token in enumerate(tokens[:MOST_TOKENS]):
        after = tokens[i + 1] if i + 1 < len(tokens) else NOTHING
        if token.kind == "break":
            if token.glued and after.kind == "number" and after.glued:
                return None  # a time of day, or digits that a comma parts oddly
            break
        if token.kind == "word":
            letter = _is_letter(token)
            if (
                letter
                and token.glued
                and head
                and (head[-1].kind == "number" or head[-1].text == ")")
            ):
                return None  # `10m` may be ten times m
            if _goes_on(tokens[i + 1 :]):
                return None
            break
        head.append(token)
    if not head or any(token.text == "of" for token in head):
        return None
    if head[-1].kind == "op" and head[-1].text not in ")%":
        return None
    return _side(head)


def _is_letter(token: Token) -> bool:
    """Whether a word is a single letter, which may be a variable."""
    return len(token.text) == 1 and token.text.isalpha()


def _goes_on(tokens: list[Token]) -> bool:
    """Whether a sign follows the words: then the side is longer than what was read of it."""
    following = next((token for token in tokens[:8] if token.kind != "word"), NOTHING)
    return following.kind == "op" and following.text not in "()%"


def _drop_units(tokens: list[Token]) -> list[Token] | None:
    """Words between a number and a sign are units; None where a letter is an operand."""
    kept: list[Token] = []
    for i, token in enumerate(tokens):
        if token.kind != "word":
            kept.append(token)
            continue
        before = next((t for t in reversed(kept) if t.kind != "word"), None)
        following = next((t for t in tokens[i + 1 :][:LONGEST_UNIT] if t.kind != "word"), None)
        if following is None and i + LONGEST_UNIT < len(tokens):
            kept.append(token)
            continue
        last = kept[-1] if kept else None
        if last and last.kind == "number" and token.glued and _is_letter(token):
            return None
        is_unit = before is not None and (before.kind == "number" or before.text in ")%")
        ends = following is None or (following.kind == "op" and following.text != "(")
        if is_unit and ends and last is not None and last.kind != "word":
            if _is_letter(token):
                return None  # `4 W ^ 2`: a letter alone may be a variable
            continue
        kept.append(token)
    return kept


def _open_brackets(tokens: list[Token]) -> list[Token]:
    """Cut at a bracket that was opened before the side and is left open: `(so 3 + 4 = 7)`."""
    depth = 0
    for i in range(len(tokens) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(tokens[i].text, 0)
        if depth < 0:
            return [] if i else tokens[1:]
    return tokens


def _side(tokens: list[Token]) -> Side | None:
    while (
        tokens
        and tokens[-1].text == ")"
        and sum(t.text == "(" for t in tokens) < sum(t.text == ")" for t in tokens)
    ):
        tokens = tokens[:-1]
    if (
        not tokens
        or len(tokens) > MOST_TOKENS
        or any(t.kind not in ("number", "op") for t in tokens)
    ):
        return None
    if any(re.match(r"0\d", token.text) for token in tokens) or _unclear_division(tokens):
        return None
    percent = any(token.text == "%" for token in tokens)
    values: list[Fraction] = []
    for share in (Fraction(1), Fraction(1, 100)) if percent else (Fraction(1),):
        try:
            value = _Sum(tokens, share).total()
        except (Unreadable, ZeroDivisionError):
            return None
        values.append(value)
    figures = [token for token in tokens if token.kind == "number"]
    plain = len(figures) == 1 and all(
        token.text in "-+()%" for token in tokens if token.kind == "op"
    )
    decimals = len(figures[0].text.partition(".")[2]) if plain else 0
    text = " ".join(token.text for token in tokens)
    return Side(text, tuple(values), plain, decimals)


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
            value = value_of(token.text)
            value = self.mixed(value)
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
