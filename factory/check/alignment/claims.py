"""What a step claims: the quantities it computes, with the expression behind each.

Promise: bounded; annotations (`<<48/2=24>>`), equations in free text, and equations in one letter
are read, in this order. An annotation and the same equation in words are one claim. What cannot be
read is left out, never guessed.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factory.check.algebra import exact, expression
from factory.check.algebra.tree import Name, Node, Num, Op, Unreadable
from factory.check.alignment.terms import Factor, plain
from factory.check.steps import equations
from factory.check.steps.tokens import NOTHING, Token, tokenise, value_of

LONGEST_STEP = 20_000
LONGEST_SOLUTION = 100_000
MOST_STEPS = 200
MOST_CLAIMS = 40
LONGEST_EXPRESSION = 300


class Claim(NamedTuple):
    """One quantity: `24` as `48/2`, or `x` where an equation says what a letter is.

    `node` is the expression, None where a number is only stated. `names` are the figures by which
    later steps may refer to it: exact, as annotated, as written. An equation in one letter has
    `other` as its right side, and no names yet. `measure` is what the number measures where a
    unit says so: money, time, length, area, weight, volume, speed, people, a ratio (`6 times
    as many`), or a count of things.
    """

    text: str
    node: Node | None
    names: tuple[Factor, ...]
    other: Node | None = None
    letter: str = ""
    measure: str = ""
    rate: str = ""
    """What the number is for: `day` in `20 pounds per day`, `2 months` in `every 2 months`."""


_ANNOTATION = re.compile(
    r"([$€£]?)\s?<<([^<>=]{1,300})=([^<>=]{1,100})>>\s?([$€£]?)([-\d.,]{0,40})"
    r"[ -]?(?:more |fewer |less |other |extra )?"
    r"([A-Za-z]{0,20}\$?)((?: ?(?:(?:per|an|a)\b|/) ?[a-z]{1,10}\b| as (?:many|much)\b)?)"
)
_RATE = re.compile(
    r"[^.;,<]{0,40}?\b(?:per|every|each|an?|/) ?(?:([\d]{1,4}|two|three|four|six) )?"
    r"(minute|hour|day|night|week|month|year|meal|trip|visit|person)"
)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_ANY_ANNOTATION = re.compile(r"<<[^<>]{0,400}>>")
_FRACTION = re.compile(r"\\[dt]?frac\{(\d{1,20})\}\{(\d{1,20})\}")
_LETTERED = re.compile(r"(?<![A-Za-z'’])[A-Za-z](?![A-Za-z'’])|\d\s?\(|\)\s?\d")
_PLAIN = re.compile(r"\d{1,40}(?:\.\d{1,40})?", re.A)
_FLAT = re.compile(
    r"(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})(?:\s?[-+*/]\s?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})){1,20}",
    re.A,
)
_FLAT_PARTS = re.compile(r"[-+*/]|[\d.]+", re.A)
_TOLD = re.compile(r"\d[^.]{0,60}[-+*/x×–−÷]")
_MEASURES = {
    "money": "dollar dollars cent cents usd bucks $",
    "time": "second seconds minute minutes hour hours day days week weeks month months year years",
    "length": "mile miles foot feet inch inches meter meters metre metres km cm yard yards",
    "weight": "pound pounds lb lbs kg kilogram kilograms gram grams ounce ounces ton tons",
    "volume": "gallon gallons liter liters litre litres quart quarts pint pints ml",
    "speed": "mph kmh",
    "people": "people person persons men women children boys girls kids students adults",
}
_NO_THINGS = frozenset(("this", "thus", "plus", "minus", "times", "always", "does", "percents"))
_MEASURE_OF = {word: name for name, words in _MEASURES.items() for word in words.split()}


@lru_cache(maxsize=512)
def read_claims(step: str) -> tuple[Claim, ...]:
    """The claims of one step."""
    step = step[:LONGEST_STEP].translate(_SPACES)
    found = list(_annotated(step)) if "<<" in step else []
    prose = _ANY_ANNOTATION.sub("", step) if found else step
    signs = prose.count("=") + prose.count("≈")
    told = bool(found) or not _TOLD.search(prose)
    if told and signs == len(found) and all(claim.node for claim in found):
        return tuple(found[:MOST_CLAIMS])  # every equation in words has its annotation
    prose = _FRACTION.sub(r"(\1/\2)", prose)
    written = list(_written(prose)) if signs else []
    if signs and _LETTERED.search(prose):
        written.extend(_lettered(prose))
    written.extend(_told(prose))
    computed = {name for claim in written if claim.node for name in claim.names}
    # `2*3 = <<6=6>>6`: the words hold the expression that the annotation leaves out.
    found = [claim for claim in found if claim.node or not computed.intersection(claim.names)]
    known = {name for claim in found if claim.node for name in claim.names}
    for claim in written:
        if claim.letter or not known.intersection(claim.names):
            found.append(claim)
            known.update(claim.names)
    return tuple(found[:MOST_CLAIMS])


def within(steps: Sequence[str]) -> Iterator[str]:
    """The steps of a solution up to the bounds in number and length."""
    room = LONGEST_SOLUTION
    for step in steps[:MOST_STEPS]:
        room -= min(len(step), LONGEST_STEP)
        if room < 0:
            return
        yield step


def stated_numbers(step: str) -> set[Fraction]:
    """Every number that stands in a step."""
    return set(equations.numbers(step[:LONGEST_STEP]))


def operands(claim: Claim) -> list[Factor]:
    """The numbers that a claim computes with, from left to right."""
    return [*_numbers(claim.node), *_numbers(claim.other)]


def addends(claim: Claim) -> list[Factor]:
    """What a claim adds up, with its signs, brackets of sums opened; a product is one addend."""
    return [*_addends(claim.node), *_addends(claim.other)]


def _addends(node: Node | None, sign: int = 1) -> Iterator[Factor]:
    if isinstance(node, Op) and node.name in ("+", "-"):
        left, right = node.args
        yield from _addends(left, sign)
        yield from _addends(right, sign if node.name == "+" else -sign)
    elif (value := worth(node)) is not None:
        yield plain(sign * value)


def _numbers(node: Node | None) -> Iterator[Factor]:
    if isinstance(node, Num):
        yield plain(node.value)
    elif isinstance(node, Op):
        for arg in node.args:
            yield from _numbers(arg)


def _annotated(step: str) -> Iterator[Claim]:
    for match in _ANNOTATION.finditer(step):
        before, left, right, sign, figure, unit, rate = match.groups()
        node = _parsed(left)
        value = worth(node)
        names = [value, worth(_parsed(right)), worth(_parsed(figure.strip("., ")))]
        kept = tuple(dict.fromkeys(plain(name) for name in names if name is not None))
        if not kept:
            continue
        if value is None or isinstance(node, Num):
            node = None
        measure = _measure(before or sign, unit.lower(), rate)
        rated = _RATE.match(step, match.end(5))
        per = " ".join(filter(None, rated.groups())).replace("night", "day") if rated else ""
        yield Claim(f"{left.strip()} = {right.strip()}", node, kept, measure=measure, rate=per)


def _measure(sign: str, unit: str, rate: str) -> str:
    if sign:
        return "money"
    if unit in ("square", "cubic"):
        return "area" if unit == "square" else "volume"
    if rate.startswith(" as "):
        return "ratio" if unit == "times" else ""
    if rate:
        hourly = rate.split()[-1].strip("/") in ("hour", "minute", "second")
        return "speed" if hourly and _MEASURE_OF.get(unit) == "length" else ""
    if unit in _MEASURE_OF:
        return _MEASURE_OF[unit]
    counted = len(unit) > 3 and unit.endswith("s") and not unit.endswith("ss")
    return "count" if counted and unit not in _NO_THINGS else ""


def _written(prose: str) -> Iterator[Claim]:
    for equation in equations.free_text(prose):
        node = _parsed(equation.left.text)
        value = worth(node)
        if value is None or (isinstance(node, Num) and equation.right.plain):
            continue
        shown = equation.right.values
        if all(abs(value - other) > abs(value) / 20 for other in shown):
            # False, or a percentage taken as a number.
            yield Claim(equation.text, None, tuple(map(plain, shown)))
        else:
            yield Claim(equation.text, node, tuple(dict.fromkeys(map(plain, (value, *shown)))))


def _lettered(prose: str) -> Iterator[Claim]:
    """Equations in one letter, as `x + 2*x = 43`, and those where a bracket stands for times."""
    tokens = tokenise(prose)
    marks = [i for i, token in enumerate(tokens) if token.kind == "="][:MOST_CLAIMS]
    edges = [-1, *marks, len(tokens)]
    for start, mark, end in zip(edges, edges[1:], edges[2:], strict=False):
        left = _run(tokens[start + 1 : mark][::-1])[::-1]
        right = _run(tokens[mark + 1 : end])
        letters = {token.text for token in (*left, *right) if token.kind == "word"}
        if len(letters) > 1 or not (letters or _is_juxtaposed(left)):
            continue
        texts = [" ".join(_spelled(side)) for side in (left, right)]
        sides = [_parsed(text) for text in texts]
        if sides[0] is None or sides[1] is None:
            continue
        text = " = ".join(texts)
        if letters:
            yield Claim(text, sides[0], (), sides[1], letters.pop())
        elif (value := worth(sides[0])) is not None:
            yield Claim(text, sides[0], (plain(value),))


def _told(prose: str) -> Iterator[Claim]:
    """Arithmetic between words that is exactly true: `2 hours + 1 hour for a total of 3 hours`."""
    run: list[str] = []
    for token in tokenise(prose):
        if token.kind == "break":
            run = []
        elif token.kind == "op" and token.text in "+-*/":
            run = [*run, token.text] if run and run[-1] not in "+-*/" else []
        elif token.kind == "number":
            number = str(value_of(token.text)) if "." not in token.text else token.text.strip("$€£")
            if run and run[-1] not in "+-*/":
                text = " ".join(run)
                node = _parsed(text) if 1 < len(run) < 2 * MOST_CLAIMS else None
                if node is not None and worth(node) == value_of(token.text):
                    yield Claim(f"{text} = {number}", node, (plain(value_of(token.text)),))
                run = []
            run = [*run, number]


def _is_juxtaposed(tokens: list[Token]) -> bool:
    """Whether brackets stand for times, as in `27(1/3)` and `(1/4)24`."""
    return any(
        (left.text == ")" and right.kind == "number")
        or (left.kind == "number" and right.text == "(")
        for left, right in pairwise(tokens)
    )


def _run(tokens: list[Token]) -> list[Token]:
    """The tokens up to the first that belongs to no formula."""
    for i, token in enumerate(tokens[:LONGEST_EXPRESSION]):
        letter = token.kind == "word" and len(token.text) == 1 and token.text.isalpha()
        if not letter and token.kind not in ("number", "op"):
            return tokens[:i]
    return tokens[:LONGEST_EXPRESSION]


def _spelled(tokens: list[Token]) -> Iterator[str]:
    for before, token in pairwise([NOTHING, *tokens]):
        if token.kind == "number":
            if before.text == ")":
                yield "*"
            yield token.text if "." in token.text else str(value_of(token.text))
        else:
            yield "*" if token.text == "of" else token.text


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Node | None:
    for sign in "$€£":
        text = text.replace(sign, "")
    text = text.replace(" of ", " * ").strip()
    if not text or len(text) > LONGEST_EXPRESSION:
        return None
    if _PLAIN.fullmatch(text):
        return Num(Fraction(text))
    if _FLAT.fullmatch(text):
        return _flat(_FLAT_PARTS.findall(text))
    try:
        return expression.parse(text)
    except Unreadable:
        return None


def _flat(parts: list[str]) -> Node:
    """Numbers and the four signs without brackets, as most steps have them."""
    total: Node | None = None
    product: Node = Num(Fraction(parts[0]))
    sign = ""
    for name, number in zip(parts[1::2], parts[2::2], strict=True):
        node = Num(Fraction(number))
        if name in "*/":
            product = Op(name, (product, node))
        else:
            total = Op(sign, (total, product)) if total else product
            sign, product = name, node
    return Op(sign, (total, product)) if total else product


def worth(node: Node | None) -> Fraction | None:
    """What an expression is worth; None where that is no rational number."""
    if node is None or isinstance(node, Name):
        return None
    try:
        return exact.value(node)
    except (Unreadable, exact.NotRational, ArithmeticError):
        return None
