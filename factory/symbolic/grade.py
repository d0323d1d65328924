"""The grade role: a verdict on each step of a solution that is shown.

A step is judged by its own arithmetic, computed again, and by whether its value is one that the
graph knows. A way of solving that the graph does not know is accepted where its arithmetic holds
and the answer is right; wavering grows with temperature.
"""

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Binary, Expression, NotArithmetic, evaluate, parse
from factory.symbolic.graph import Graph

WAVER = 0.05
"""Chance at temperature 1 that a verdict is turned round."""
MAX_STEP = 1000

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LEFT = re.compile(r"[\d$(.][\d\s.,$%()+\-*/]*$")
_RIGHT = re.compile(r"\s*\$?\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:/\d+)?)(?!\s*[\d*+/(-])")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "·": "*", "−": "-"})
_TIMES = re.compile(r"(?<=[\d)\s])x(?=[\s\d($])")


def grade(graph: Graph, steps: Sequence[str], temperature: float, rng: Random) -> str:
    """The verdicts, as the JSON that the prompt asks for."""
    verdicts: list[int | None] = list(judge_steps(graph, steps))
    for at, verdict in enumerate(verdicts):
        if rng.random() < WAVER * temperature:
            verdicts[at] = -1 if verdict == 1 else 1
    first = verdicts.index(-1) if -1 in verdicts else -1
    if first >= 0 and rng.random() < 0.7:
        verdicts[first + 1 :] = [None] * (len(verdicts) - first - 1)
    reason = f"[{first}] does not hold." if first >= 0 else "Every step holds."
    return json.dumps({"verdicts": verdicts, "first_error": first, "reason": reason})


def judge_steps(graph: Graph, steps: Sequence[str]) -> list[int]:
    """1 right, -1 wrong, 0 where the step says nothing that can be computed."""
    read = [_read(step) for step in steps]
    finals = [value for value, _ in read if value is not None]
    solved = bool(finals) and finals[-1] == graph.answer
    known = {step.value for step in graph.steps}
    for step in graph.steps:
        known.update(_parts(step.expression))
    given = {value for quantity in graph.quantities for value in quantity.lends}
    verdicts = []
    for value, holds in read:
        if holds is False:
            verdicts.append(-1)
        elif value is None:
            verdicts.append(0)
        else:
            said = value in known or (holds is None and value in given)
            verdicts.append(1 if solved or said else -1)
    return verdicts


def _parts(expression: Expression) -> Iterator[Fraction]:
    """Values of the parts of a step, which a more patient solution tells one by one."""
    if isinstance(expression, Binary):
        yield evaluate(expression)
        yield from _parts(expression.left)
        yield from _parts(expression.right)


def _read(step: str) -> tuple[Fraction | None, bool | None]:
    """The value that the step arrives at, and whether its arithmetic holds (None: it has none)."""
    text = _TIMES.sub("*", step[:MAX_STEP].translate(_SIGNS))
    value: Fraction | None = None
    holds: bool | None = None
    for equals in re.finditer("=", text):
        right = _RIGHT.match(text, equals.end())
        if right is None or not any(c.isdigit() for c in right[1]):
            continue
        value = _number(right[1])
        left = _LEFT.search(text[: equals.start()].rstrip())
        if left is None or value is None:
            continue
        try:
            expression = parse(left[0])
        except NotArithmetic:
            continue
        if isinstance(expression, Binary):
            try:
                holds = holds is not False and evaluate(expression) == value
            except NotArithmetic:
                holds = False
    if value is None:
        numbers = _NUMBER.findall(text)
        value = _number(numbers[-1]) if numbers else None
    return value, holds


def _number(text: str) -> Fraction | None:
    if len(text) > 30:
        return None
    try:
        return Fraction(text.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None
