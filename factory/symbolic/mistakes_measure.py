"""Mistakes of measure: a conversion forgotten, a percentage misused, one too many or too few."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from random import Random

from factory.symbolic.arithmetic import Binary, Expression, Operand, Unary, operands
from factory.symbolic.course import Change, Course, changed_course, stopped_course, users
from factory.symbolic.graph import Graph

_FACTORS: dict[int, tuple[str, tuple[int, ...]]] = {
    60: ("hours? minutes? seconds?", (100,)),
    24: ("hours? days?", (12,)),
    7: ("weeks? daily days?", (5,)),
    12: ("years? months? monthly feet foot inch inches dozen dozens", (10,)),
    52: ("years? weeks? weekly", (50,)),
    30: ("months? days?", ()),
    365: ("years? days?", (360,)),
    100: ("cents? centimeters? pennies", (10, 1000)),
    1000: ("kilograms? kilometers? liters? meters? grams? kg km", (100,)),
    16: ("ounces? pounds?", (12, 10)),
    36: ("inches yards?", (12,)),
    3: ("yards?", (12,)),
    4: ("quarts? gallons?", (2,)),
    3600: ("hours? seconds?", (60,)),
    5280: ("miles? feet", ()),
}
"""Well-known factors: the words that tell them from other constants, and what they are taken for.
"""
_FACTOR_WORDS = {
    factor: re.compile(rf"\b(?:{words.replace(' ', '|')})\b", re.IGNORECASE)
    for factor, (words, _) in _FACTORS.items()
}


def rare_kinds(graph: Graph) -> list[str]:
    """Which of these kinds the problem may have room for; few have, and then they are common."""
    kinds = []
    constants = any(o.source == "constant" for s in graph.steps for o in operands(s.expression))
    if constants or "dozen" in graph.question:
        kinds.append("unit_slip")
    if any(quantity.kind == "percent" for quantity in graph.quantities):
        kinds.append("percent_slip")
    if any(_spaced(graph.question)):
        kinds.append("off_by_one")
    return kinds


def _replaced(expression: Expression, old: Expression, new: Expression) -> Expression:
    """The expression with one part of it, known by identity, replaced."""
    if expression is old:
        return new
    if isinstance(expression, Unary):
        return Unary(expression.op, _replaced(expression.of, old, new))
    if isinstance(expression, Binary):
        left = _replaced(expression.left, old, new)
        return Binary(expression.op, left, _replaced(expression.right, old, new))
    return expression


def _parts(expression: Expression) -> Iterator[Binary]:
    """Every operation in the expression, the outermost first."""
    if isinstance(expression, Binary):
        yield expression
        yield from _parts(expression.left)
        yield from _parts(expression.right)
    elif isinstance(expression, Unary):
        yield from _parts(expression.of)


def _with(graph: Graph, kind: str, at: int, old: Expression, new: Expression) -> Course | None:
    """The course with a part of step `at` replaced; a step that shrinks to one number is left out.

    Where the step that shrinks is the last one, the number is given as the answer.
    """
    formula = _replaced(graph.steps[at].expression, old, new)
    if not isinstance(formula, Operand):
        return changed_course(graph, kind, (at,), Change(formulas={at: formula}))
    if at == len(graph.steps) - 1:
        unchanged = formula.source == "step" and formula.scale == 1
        return stopped_course(graph, kind, formula.index) if unchanged else None
    if formula.source == "constant":
        return None
    return changed_course(graph, kind, users(graph, at), Change(without=at, instead=formula))


def unit_slip(graph: Graph, at: int, rng: Random) -> Course | None:
    """A conversion forgotten, turned round, or made by another factor: 100 minutes an hour."""
    spots: list[tuple[Binary, Operand, Expression]] = []
    for part in _parts(graph.steps[at].expression):
        left, right = part.left, part.right
        if part.op in "*/" and isinstance(right, Operand) and _is_factor(graph, right):
            spots.append((part, right, left))
        if part.op == "*" and isinstance(left, Operand) and _is_factor(graph, left):
            spots.append((part, left, right))
    if not spots:
        return None
    part, factor, rest = rng.choice(spots)
    others = _FACTORS[int(factor.value)][1]
    way = rng.choice(("forgotten", "turned", "other") if others else ("forgotten", "turned"))
    if way == "forgotten":
        return _with(graph, "unit_slip", at, part, rest)
    if way == "turned":
        turned = Binary("/" if part.op == "*" else "*", rest, factor)
        return _with(graph, "unit_slip", at, part, turned)
    other = Operand(Fraction(rng.choice(others)), "constant")
    return _with(graph, "unit_slip", at, factor, other)


def _is_factor(graph: Graph, part: Operand) -> bool:
    """Whether this is a number that converts units: of none the problem tells, or a dozen."""
    if part.value not in _FACTORS:
        return False
    if part.source == "question":
        quantity = graph.quantities[part.index]
        word = graph.question[quantity.start : quantity.end].lower()
        return quantity.kind == "relation" and word.startswith("dozen")
    told = _FACTOR_WORDS[int(part.value)].search(graph.question)
    return part.source == "constant" and told is not None


def percent_slip(graph: Graph, at: int, rng: Random) -> Course | None:
    """A percentage used as something else: the part for the rest, a plain number, a tenth."""
    ways = _percent_ways(graph, at)
    return rng.choice(ways)() if ways else None


def _percent_ways(graph: Graph, at: int) -> list[Callable[[], Course | None]]:
    kind = "percent_slip"
    ways: list[Callable[[], Course | None]] = []

    def way(old: Expression, new: Expression) -> None:
        ways.append(lambda: _with(graph, kind, at, old, new))

    expression = graph.steps[at].expression
    for part in _parts(expression):
        whole = isinstance(part.left, Operand) and part.left.value in (1, 100)
        if part.op == "-" and whole and (taken := _percent(graph, part.right)):
            way(part, taken)  # the part that is taken off, for what is left
        for rate in (part.left, part.right) if part.op == "*" else ():
            if not (found := _percent(graph, rate)):
                continue
            value = graph.quantities[found.index].value
            if found.scale == Fraction(1, 100):
                one = Operand(Fraction(1), "constant")
                if 0 < value < 100:
                    way(rate, Binary("-", one, found))  # what is left, for the part
                if value < 10:
                    tenth = Operand(value / 10, "question", found.index, Fraction(1, 10))
                    way(rate, tenth)  # 5 % as 0.5
                near = abs(value) <= 10 * graph.steps[at].value <= 100 * abs(value)
                if part is expression and near and at < len(graph.steps) - 1:
                    way(part, Operand(value, "question", found.index))  # $20 off, for 20 %
        if part.op == "/" and _is_hundred(part.right) and _has_small_percent(graph, part.left):
            way(part.right, Operand(Fraction(10), "constant"))
    rest_of = _rest_after_part(graph, at)
    if rest_of is not None:
        ways.append(rest_of)
    return ways


def _rest_after_part(graph: Graph, at: int) -> Callable[[], Course | None] | None:
    """`20 % off` taken as `20 % of`: the step that takes the part off the whole is left out."""
    part = graph.steps[at].expression
    after = users(graph, at)
    if not isinstance(part, Binary) or part.op not in "*/" or not _has_percent(graph, part):
        return None
    if len(after) != 1:
        return None
    takes = graph.steps[after[0]].expression
    if not isinstance(takes, Binary) or takes.op not in "+-":
        return None
    own = takes.right
    if not (isinstance(own, Operand) and own.source == "step" and own.index == at):
        return None
    return lambda: _with(graph, "percent_slip", after[0], takes, own)


def _percent(graph: Graph, part: Expression) -> Operand | None:
    if not isinstance(part, Operand) or part.source != "question":
        return None
    return part if graph.quantities[part.index].kind == "percent" else None


def _has_percent(graph: Graph, expression: Expression) -> bool:
    if isinstance(expression, Binary):
        return _has_percent(graph, expression.left) or _has_percent(graph, expression.right)
    if isinstance(expression, Unary):
        return expression.op == "%" or _has_percent(graph, expression.of)
    return _percent(graph, expression) is not None


def _has_small_percent(graph: Graph, expression: Expression) -> bool:
    """Whether a percentage stands there that is not far too much ten times over."""
    if isinstance(expression, Binary):
        sides = (expression.left, expression.right)
        return any(_has_small_percent(graph, side) for side in sides)
    found = _percent(graph, expression)
    return found is not None and graph.quantities[found.index].value <= 30


def _is_hundred(part: Expression) -> bool:
    return isinstance(part, Operand) and part.source == "constant" and part.value == 100


_SPACED = re.compile(
    r"\b(?:apart|fence|posts?|spaced|along the|intervals?|every \w+ (?:meters?|feet|foot|yards?|"
    r"miles?|kilometers?|centimeters?|inches|minutes|steps))\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?:from (?:page |day |floor )?\d+ (?:to|until|through)|inclusive|(?:to|through) page)\b",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\s*(?:(?P<ends>floors|stops|stations|rungs|posts|nights)|days|weeks|months|years|laps)\b"
    r"(?! (?:a|an|per|each|every|old)\b)",
    re.IGNORECASE,
)


def off_by_one(graph: Graph, at: int, rng: Random) -> Course | None:
    """One too many or too few: both ends counted, a first or last one forgotten."""
    ways = list(_counts(graph, at))
    if not ways:
        return None
    old, signs = rng.choice(ways)
    one = Operand(Fraction(1), "constant")
    return _with(graph, "off_by_one", at, old, Binary(rng.choice(signs), old, one))


def _counts(graph: Graph, at: int) -> Iterator[tuple[Expression, str]]:
    """What is counted in the step, and which way it can be miscounted."""
    step = graph.steps[at]
    whole = step.value.denominator == 1 and step.value >= 2 and step.noun != "$"
    for part in _parts(step.expression):
        if part.op != "*" or not _spaced(graph.question)[2]:
            continue
        for number in (part.left, part.right):
            signs = _runs_on(graph, number)
            if signs:
                yield number, signs
    if not whole or not isinstance(step.expression, Binary):
        return
    apart, span, _ = _spaced(graph.question)
    if (apart and step.expression.op == "/") or (span and step.expression.op == "-"):
        yield step.expression, "+-"


@lru_cache(maxsize=4096)
def _spaced(question: str) -> tuple[bool, bool, bool]:
    """Whether the problem tells of things set apart, of spans, and of runs of days or the like."""
    apart, span, runs = (one.search(question) for one in (_SPACED, _SPAN, _RUNS))
    return apart is not None, span is not None, runs is not None


def _runs_on(graph: Graph, number: Expression) -> str:
    """Which way a number of days, floors or the like is miscounted; empty for other numbers."""
    if not isinstance(number, Operand) or number.source != "question" or number.scale != 1:
        return ""
    quantity = graph.quantities[number.index]
    if quantity.kind not in ("int", "word") or not 3 <= quantity.value <= 60:
        return ""
    run = _RUNS.match(graph.question, quantity.end)
    return "" if run is None else "-+" if run["ends"] else "-"
