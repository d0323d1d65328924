"""The grade role: a verdict on each step of a solution that is shown.

A step is judged by its own arithmetic, computed again, and by whether its value is one that the
graph knows. A way of solving that the graph does not know is accepted where its arithmetic holds
and the answer is right; where the answer is wrong and every step looks right, it is the last step
that does not answer the question. Wavering grows with temperature, a `Leaning` is always there.
"""

import json
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Binary, Expression, NotArithmetic, evaluate, parse
from factory.symbolic.graph import Graph
from factory.symbolic.leaning import FAIR, Leaning
from factory.symbolic.parse_latex import tree_of

WAVER = 0.05
"""Chance at temperature 1 that a verdict is turned round."""
MAX_STEP = 1000

_MATH = re.compile(r"\$([^$]+)\$")
_FRACTION = re.compile(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}")

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_LEFT = "0123456789 .,$%()+-*/\t\n"
_NO_START = " ,%)+-*/\t\n"
"""Characters of a calculation, and those that it does not start with."""
_RIGHT = re.compile(r"\s*\$?\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:/\d+)?)(?!\s*[\d*+/(-])")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "·": "*", "−": "-"})
_TIMES = re.compile(r"(?<=[\d)\s])x(?=[\s\d($])")
_UNITS = re.compile(r"(?<=\d) (?:[A-Za-z]+(?:/[A-Za-z]+)? ?){1,3}(?=[-+*/=])")
_CLAIM = re.compile(r"[^\d\n]*?(-?(?:\d[\d,]*)?\.?\d+(?:/\d+)?)")
_CLAIMS = ("answer", "####")


def grade(
    graph: Graph,
    steps: Sequence[str],
    temperature: float,
    rng: Random,
    leaning: Leaning = FAIR,
) -> str:
    """The verdicts, as the JSON that the prompt asks for."""
    verdicts: list[int | None] = []
    noise = WAVER * temperature * leaning.wavering
    for verdict in judge_steps(graph, steps):
        turned = leaning.turns(verdict, noise, rng)
        if verdict == 0:
            verdicts.append((1 if leaning.leniency >= 0 else -1) if turned else 0)
        else:
            verdicts.append(-verdict if turned else verdict)
    first = verdicts.index(-1) if -1 in verdicts else -1
    if first >= 0 and rng.random() < 0.7:
        verdicts[first + 1 :] = [None] * (len(verdicts) - first - 1)
    reason = f"[{first}] does not hold." if first >= 0 else "Every step holds."
    return json.dumps({"verdicts": verdicts, "first_error": first, "reason": reason})


def judge_steps(graph: Graph, steps: Sequence[str]) -> list[int]:
    """1 right, -1 wrong, 0 where the step says nothing that can be computed."""
    read_step = _read_latex if graph.notation == "latex" else _read
    read = [read_step(step) for step in steps]
    answer = _answer(steps[-1], [value for value, _ in read if value is not None])
    solved = answer == graph.answer
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
    if answer is not None and not solved and -1 not in verdicts:
        verdicts[-1] = -1
    return verdicts


def _answer(last: str, values: Sequence[Fraction]) -> Fraction | None:
    """The final answer: what the last step claims, or else the last value of all."""
    text = last[-MAX_STEP:].lower()
    at = max(text.rfind(mark) for mark in _CLAIMS)
    claim = _CLAIM.match(_FRACTION.sub(r"\1/\2", text[at:]) if "frac" in text else text[at:])
    claimed = _number(claim[1]) if claim and at >= 0 else None
    return claimed if claimed is not None else values[-1] if values else None


def _parts(expression: Expression) -> Iterator[Fraction]:
    """Values of the parts of a step, which a more patient solution tells one by one."""
    if isinstance(expression, Binary):
        yield evaluate(expression)
        yield from _parts(expression.left)
        yield from _parts(expression.right)


def _read(step: str) -> tuple[Fraction | None, bool | None]:
    """The value that the step arrives at, and whether its arithmetic holds (None: it has none)."""
    text = step[:MAX_STEP]
    if not text.isascii():
        text = text.translate(_SIGNS)
    if "x" in text:
        text = _TIMES.sub("*", text)
    value, holds = _equations(text)
    if holds is None and "=" in text:
        value, holds = _equations(_UNITS.sub("", text))
    if value is None:
        numbers = _NUMBER.findall(text)
        value = _number(numbers[-1]) if numbers else None
    return value, holds


def _equations(text: str) -> tuple[Fraction | None, bool | None]:
    """What the last equation arrives at, and whether all of them hold."""
    value: Fraction | None = None
    holds: bool | None = None
    for equals in re.finditer("=", text):
        right = _RIGHT.match(text, equals.end())
        if right is None or not any(c.isdigit() for c in right[1]):
            continue
        value = _number(right[1])
        before = text[: equals.start()].rstrip()
        left = before[len(before.rstrip(_LEFT)) :].lstrip(_NO_START)
        if not left or value is None:
            continue
        try:
            expression = parse(left)
        except NotArithmetic:
            continue
        if isinstance(expression, Binary):
            try:
                holds = holds is not False and evaluate(expression) == value
            except NotArithmetic:
                holds = False
    return value, holds


def _read_latex(step: str) -> tuple[Fraction | None, bool | None]:
    """The same for equations in dollars."""
    value: Fraction | None = None
    holds: bool | None = None
    for formula in _MATH.findall(step[:MAX_STEP].replace(r"\boxed", "")):
        sides = []
        for side in formula.split("="):
            try:
                sides.append(evaluate(tree_of(side)))
            except NotArithmetic:
                continue
        if len(sides) > 1:
            holds = holds is not False and len(set(sides)) == 1
        if sides:
            value = sides[-1]
    return value, holds


def _number(text: str) -> Fraction | None:
    if len(text) > 30:
        return None
    try:
        return Fraction(text.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None
