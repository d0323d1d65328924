"""Find equations between numbers in running text, units dropped.

Promise: linear scanning of bounded text; an equation is reported only where both sides are made of
numbers, signs, brackets and units. Letters as operands (`10m`, `x + 2`), times of day, dates and
compound words (`5-minute`) end a side or spoil the equation; a spoiled equation is not reported.
Two lone numbers are no equation, unless their units convert: `2 hours = 120 minutes`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from factory.check.steps import step_units
from factory.check.steps.sides import MOST_TOKENS, Side, side
from factory.check.steps.tokens import NOTHING, Token, is_fraction, tokenise, value_of

__all__ = ["Equation", "Side", "annotations", "free_text", "numbers"]


@dataclass(frozen=True, slots=True)
class Equation:
    """Two neighbours of a chain of equalities, and the numbers on the left.

    `lead` are the words and numbers that stand before it in its clause, the nearest last;
    `spoken` says that a word stands for the equals sign, `converts` that the values of both sides
    are in the same basic unit.
    """

    text: str
    left: Side
    right: Side
    operands: tuple[Fraction, ...]
    lead: tuple[Token, ...] = ()
    spoken: bool = False
    converts: bool = False


LONGEST_UNIT = 5
"""Words after a number beyond these are a sentence, no unit."""
LONGEST_LEAD = 12
_ANNOTATION = re.compile(r"<<([^<>=]{1,300})=([^<>=]{1,100})>>")
_FIGURE = r"(?:(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?|\.\d{1,15})"
_FLAT = re.compile(
    rf"{_FIGURE}(?:[-+*]{_FIGURE}){{0,20}}(?:/{_FIGURE})?(?:[-+*]{_FIGURE}){{0,20}}", re.A
)
"""Numbers with signs between, at most one of which divides."""
_FLAT_PARTS = re.compile(r"[-+*/]|[\d.]+", re.A)
_ANY_ANNOTATION = re.compile(r"<<[^<>]{0,400}>>")
_OPEN_END = frozenset((
    "more", "less", "fewer", "times", "than", "greater", "smaller", "larger", "of", "away",
    "minus", "plus", "over", "squared", "cubed", "x",
))  # fmt: skip


def annotations(text: str) -> Iterator[Equation]:
    """The `<<48/2=24>>` of a step; one that is no arithmetic is passed over."""
    for match in _ANNOTATION.finditer(text):
        left, operands = _annotated(match[1])
        right, _ = _annotated(match[2])
        if left and right:
            yield Equation(f"{match[1]}={match[2]}", left, right, operands)


@lru_cache(maxsize=2048)
def _annotated(text: str) -> tuple[Side | None, tuple[Fraction, ...]]:
    """One side of an annotation, and its numbers; solutions of one problem share many."""
    flat = _flat(text) if _FLAT.fullmatch(text) else None
    if flat:
        return flat
    tokens = tokenise(text)
    return side(tokens), _operands(tokens)


def _flat(text: str) -> tuple[Side, tuple[Fraction, ...]] | None:
    """The same for plain numbers with signs between, as most annotations are, but faster."""
    parts = _FLAT_PARTS.findall(text)
    figures = tuple(value_of(part) for part in parts[::2])
    total, product, sign = Fraction(0), figures[0], "+"
    for name, figure in zip(parts[1::2], figures[1:], strict=True):
        if name == "*":
            product *= figure
        elif name == "/" and figure:
            product /= figure
        elif name == "/":
            return None
        else:
            total = total + product if sign == "+" else total - product
            sign, product = name, figure
    total = total + product if sign == "+" else total - product
    decimals = len(parts[0].partition(".")[2]) if len(parts) == 1 else 0
    return Side(" ".join(parts), (total,), len(parts) == 1, decimals), figures


def without_annotations(text: str) -> str:
    """The text as a reader sees it."""
    return _ANY_ANNOTATION.sub("", text) if "<<" in text else text


def free_text(text: str) -> Iterator[Equation]:
    """Equations in the words of a step, annotations taken out; chains give one for each `=`."""
    tokens = tokenise(without_annotations(text))
    marks = [i for i, token in enumerate(tokens) if token.kind == "="]
    for at, mark in enumerate(marks):
        before = marks[at - 1] + 1 if at else 0
        after = marks[at + 1] if at + 1 < len(marks) else len(tokens)
        spoken = tokens[mark].text.isalpha()
        ours, theirs = tokens[before:mark], tokens[mark + 1 : after]
        left, lead = _last_side(ours, chained=at > 0)
        if left is None and at:  # `2 * 3 = 6 and 6 + 1 = 7` is no chain but two equations
            left, lead = _last_side(ours, chained=False)
        if left is None or (spoken and (left.plain or not _ends(theirs))):
            if not spoken:
                yield from _conversion(ours, theirs)
            continue
        right = _first_side(theirs, chained=at + 1 < len(marks))
        if right and not (left.plain and right.plain):
            operands = tuple(value_of(word) for word in left.text.split() if word[-1].isdigit())
            shown = f"{left.text} = {right.text}"
            yield Equation(shown, left, right, operands, lead, spoken)
        elif right:
            yield from _conversion(ours, theirs)


def numbers(text: str) -> Iterator[Fraction]:
    """Every number in a text, percents as they are written."""
    for token in tokenise(without_annotations(text)):
        if token.kind == "number":
            yield value_of(token.text)


def _operands(tokens: list[Token]) -> tuple[Fraction, ...]:
    return tuple(value_of(token.text) for token in tokens if token.kind == "number")


def _last_side(tokens: list[Token], chained: bool) -> tuple[Side | None, tuple[Token, ...]]:
    """The longest side that ends where the equals sign stands (all of it in a chain); its lead."""
    kept = _drop_units(tokens)
    if kept is None:
        return None, ()
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
    if not tail or (chained and start):
        return None, ()
    named = before.text == ":" and start > 1 and kept[start - 2].kind == "word"  # `Mouse:6+7`
    if before.text in (",", ":", ".") and tail[0].glued and not named:
        return None, ()
    texts = [token.text for token in tail]
    if texts.count("(") < texts.count(")") or (before.kind == "word" and texts[2:3] == [")"]):
        return None, ()  # `12 (from 3 miles) + 1`, `Shonda (1) + 2`: brackets that explain
    if before.kind == "word" and tail[0].kind == "op" and tail[0].text not in "(√":
        return None, ()  # an operand that is a word stands before the sign
    opened = _open_brackets(tail)
    begins = next((i for i, token in enumerate(tokens) if token is tail[0]), 0)
    words = tuple(t.text.lower() for t in tokens[begins:] if t.kind == "word")
    found = side(opened, words + _money(opened))
    # `60 kW would cost = …`: a lone number with words around it is named, not equated.
    if found and found.plain and len(tail) != len(tokens):
        return None, ()
    return found, tuple(kept[max(0, start - LONGEST_LEAD) : start])


def _first_side(tokens: list[Token], chained: bool) -> Side | None:
    """The longest side that starts after the equals sign."""
    if chained:
        whole, _ = _last_side(tokens, chained=True)
        if whole:
            return whole
    head: list[Token] = []
    words: tuple[str, ...] = ()
    for i, token in enumerate(tokens[:MOST_TOKENS]):
        after = tokens[i + 1] if i + 1 < len(tokens) else NOTHING
        if token.kind == "break":
            if token.glued and after.kind == "number" and after.glued:
                return None  # a time of day, or digits that a comma parts oddly
            if token.text == "!" and token.glued and len(head) > 1:
                return None  # `8 = 2 + 3!`
            break
        if token.kind == "word":
            figure = head and (head[-1].kind == "number" or head[-1].text == ")")
            if token.glued and figure and (_is_letter(token) or _goes_on_glued(tokens, i)):
                return None  # `10m` may be ten times m
            if _goes_on(tokens[i + 1 :]):
                return None
            words = tuple(t.text.lower() for t in tokens[i : i + 2] if t.kind == "word")
            break
        head.append(token)
    if not head or any(token.text == "of" for token in head):
        return None
    if head[-1].kind == "op" and head[-1].text not in ")%":
        return None
    return side(head, words + _money(head))


def _conversion(left: list[Token], right: list[Token]) -> Iterator[Equation]:
    """`2 hours = 120 minutes`, `1 hour 30 minutes = 90 minutes`, both as basic units."""
    ours = step_units.amount([(token.kind, token.text) for token in left[-8:]], at_end=True)
    theirs = step_units.amount([(token.kind, token.text) for token in right[:8]])
    if not ours or not theirs or ours.dimension != theirs.dimension:
        return
    used = len(left) - min(ours.used, len(left))
    if used and left[used - 1].kind not in ("break", "word"):
        return
    sides = [
        Side(amount.text, (amount.value,), True, amount.decimals, (amount.dimension,))
        for amount in (ours, theirs)
    ]
    shown = f"{ours.text} = {theirs.text}"
    lead = tuple(left[max(0, used - LONGEST_LEAD) : used])
    yield Equation(shown, sides[0], sides[1], ours.figures, lead, converts=True)


def _money(tokens: list[Token]) -> tuple[str, ...]:
    return ("$",) if any(token.text[0] == "$" for token in tokens) else ()


def _ends(tokens: list[Token]) -> bool:
    """Whether a number stands here whose clause ends soon, so that `is` means equals."""
    after = tokens[1:5]
    for token in after:
        if token.kind == "break":
            return True
        if token.kind != "word" or token.text.lower() in _OPEN_END:
            return False
    return len(after) < 4


def _is_letter(token: Token) -> bool:
    """Whether a word is a single letter, which may be a variable."""
    return len(token.text) == 1 and token.text.isalpha()


def _goes_on_glued(tokens: list[Token], at: int) -> bool:
    """Whether a name is glued to a number, as in `3Papillon`; `3km` and `3kg` are units."""
    return tokens[at].text[0].isupper() and not step_units.is_known(tokens[at].text)


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
        glued = last is not None and last.kind == "number" and token.glued
        if glued and (_is_letter(token) or _goes_on_glued(tokens, i)):
            return None
        is_unit = before is not None and (before.kind == "number" or before.text in ")%")
        ends = following is None or (following.kind == "op" and following.text not in "(√")
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
