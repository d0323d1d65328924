"""Ask for the same result in another unit: grams for kilograms, hours for minutes."""

import re
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Binary, Expression, Operand, evaluate, operands
from factory.symbolic.draft import Child, prove, tell
from factory.symbolic.graph import Declined, Graph, well_known, write_rationale
from factory.symbolic.numerals import places, plain
from factory.symbolic.question import split_question

_UNITS = (
    ("hours", "minutes", 60, 8),
    ("minutes", "seconds", 60, 5),
    ("weeks", "days", 7, 20),
    ("kilograms", "grams", 1000, 9),
    ("liters", "milliliters", 1000, 5),
    ("kilometers", "meters", 1000, 9),
    ("meters", "centimeters", 100, 9),
    ("dollars", "cents", 100, 4),
)
"""A unit, a smaller one, how many of it that is, and up to how much is asked for in the smaller."""
_ASKED = re.compile(
    r"(?P<head>(?:[^?]*\b)?(?:[Hh]ow many (?:more |extra )?|in ))(?P<unit>[a-z]+)(?P<rest>[^?]*\?)"
)
_WEEKLY = re.compile(r"\b(?:every|each|a|per|the|next) week\b|\bweekly\b")
_RATE = re.compile(r"\b(?:per|old|older|apart from|square|percent|average|day|week|month)\b")


def in_other_unit(graph: Graph, rng: Random) -> Child:
    """The problem with its result asked for in a larger or smaller unit.

    Raises:
        Declined: when it is not asked for in such a unit, or the other unit would be odd.
    """
    _, question = split_question(graph.question)
    match = _ASKED.fullmatch(question)
    if match is None or _RATE.search(question) or re.match(r" (?:an?|of each)\b", match["rest"]):
        raise Declined("no_unit", "it is not asked for in a unit that has another beside it")
    for large, small, factor, most in _UNITS:
        if match["unit"] == large and graph.answer <= most:
            op, other = "*", small
        elif match["unit"] == small and graph.answer > factor:
            op, other = "/", large
        else:
            continue
        if large == "weeks" and _WEEKLY.search(graph.question):
            continue
        if _known(graph, Fraction(factor)) or re.search(rf"\b{other[:-1]}", graph.question):
            continue
        return _asked(graph, question, match, (op, other, Fraction(factor)))
    raise Declined("no_unit", "the other unit would be odd")


def _known(graph: Graph, factor: Fraction) -> bool:
    """Whether the steps have to do with that factor already."""
    values = (o.value for step in graph.steps for o in operands(step.expression))
    return factor in values


def _asked(
    graph: Graph, question: str, match: re.Match[str], to: tuple[str, str, Fraction]
) -> Child:
    op, other, factor = to
    result = Operand(graph.answer, "step", len(graph.steps) - 1)
    step: Expression = Binary(op, result, well_known(factor))
    value = evaluate(step)
    if (places(value) or 0) > 2 or places(value) is None or value < 1:
        raise Declined("no_number", "it comes out as no number to ask for")
    facts = graph.question[: -len(question)]
    text = f"{facts}{match['head']}{other}{match['rest']}"
    line = tell(f"In {other}, that is @.", step, value)
    lines = [*write_rationale(graph).split("\n")[:-1], line, f"#### {plain(value)}"]
    shapes = (*(one.expression for one in graph.steps), step)
    return Child(prove(text, "\n".join(lines), shapes, graph.idle), "\n".join(lines), "other unit")
