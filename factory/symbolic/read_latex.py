r"""Read a computation graph from a question and its solution in LaTeX, ending in `\boxed{...}`.

Every equation of numbers in the solution (`$(-5)^2-4\cdot 6=1$`) is a step. Accepts only what is
clean and unambiguous, as `read` does: true equations, one source for every operand, every step
used, every numeral of the question used. A solution that argues with letters is declined.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from factory.symbolic.arithmetic import (
    Binary,
    Call,
    Expression,
    NotArithmetic,
    Operand,
    Unary,
    evaluate,
    operands,
)
from factory.symbolic.graph import Declined, Graph, Slot, Step, well_known
from factory.symbolic.latex_numbers import MATH, latex_quantities
from factory.symbolic.numerals import Quantity
from factory.symbolic.parse_latex import tree_of
from factory.symbolic.read import MAX_QUESTION, MAX_RATIONALE, MAX_STEPS

CONSTANTS = frozenset(
    map(Fraction, (*range(11), 12, 16, 25, 26, 36, 52, 60, 90, 100, 180, 360))
) | {Fraction(1, 2)}
"""Numbers that a solution may use although no one states them."""

_DRAWING = re.compile(r"\[asy\].*?\[/asy\]", re.DOTALL)
_BOX = re.compile(r"\\(?:boxed|fbox)\{")
_EXPONENT_2_3 = frozenset((Fraction(2), Fraction(3)))
_COUNTED = ("int", "decimal", "percent", "exponent")
"""Kinds of numbers that must be used."""
_UNCOUNTED = {"exponent": _EXPONENT_2_3, "int": frozenset((Fraction(0), Fraction(1)))}
"""Except these: zero on the right side of an equation, one where counting begins, a square."""
_PROSE_NUMBER = re.compile(r"\d")


def read_latex(question: str, solution: str) -> Graph:
    """The graph behind the question, as its solution tells it.

    Raises:
        Declined: when the two are not clean and unambiguous; `reason` names what was met first.
    """
    if len(question) > MAX_QUESTION or len(solution) > MAX_RATIONALE:
        raise Declined("too_long")
    if "[asy]" in question:
        raise Declined("drawing", "a drawing tells a part of the problem")
    bare, answer = _unboxed(_DRAWING.sub(" ", solution))
    try:
        return _graph(question, bare, answer, exponents_told=False)
    except Declined as declined:
        if declined.reason not in ("dead_step", "unused_number"):
            raise
    return _graph(question, bare, answer, exponents_told=True)


def _graph(question: str, bare: str, answer: Fraction, *, exponents_told: bool) -> Graph:
    """The graph; a square is taken for part of a formula unless `exponents_told`."""
    quantities = tuple(latex_quantities(question))
    free = frozenset[Fraction]() if exponents_told else _EXPONENT_2_3
    steps: list[Step] = []
    spans: list[tuple[int, int]] = []
    for match in MATH.finditer(bare):
        formula = next(filter(None, match.groups()))
        step = _step(formula, _Sources(quantities, steps, free))
        if step is not None:
            steps.append(step)
            name = formula[: formula.index("=") + 1] if _is_name(formula.split("=")[0]) else ""
            marks = match[0].index(formula)
            spans.append((match.start() + marks + len(name), match.end() - marks))
        if len(steps) > MAX_STEPS:
            raise Declined("too_long")
    if not steps:
        raise Declined("no_computation", "no equation of numbers leads to the answer")
    if steps[-1].value != answer:
        raise Declined("final_mismatch", "the last equation does not give the boxed answer")
    graph = Graph(question, quantities, tuple(steps), notation="latex")
    _refuse_loose_ends(graph)
    sentences = _sentences(graph, bare, spans)
    told = (Step(s.expression, s.value, t) for s, t in zip(steps, sentences, strict=True))
    return Graph(question, quantities, tuple(told), notation="latex")


# --- the solution


def _unboxed(solution: str) -> tuple[str, Fraction]:
    """The solution with every box replaced by what it holds, and the value in the last one."""
    answer: Fraction | None = None
    while box := _BOX.search(solution):
        depth, end = 1, box.end()
        while depth and end < len(solution):
            depth += {"{": 1, "}": -1}.get(solution[end], 0)
            end += 1
        inner = solution[box.end() : end - 1]
        if depth or len(inner) > 60:
            raise Declined("final_answer", "the box holds no number")
        try:
            answer = evaluate(tree_of(inner))
        except NotArithmetic as fault:
            raise Declined("final_answer", "the box holds no number") from fault
        solution = solution[: box.start()] + inner + solution[end:]
    if answer is None:
        raise Declined("no_final_answer")
    return solution, answer


class _Sources(NamedTuple):
    """Where a number can come from."""

    quantities: tuple[Quantity, ...]
    steps: list[Step]
    shapes: frozenset[Fraction]
    """Exponents that come from nowhere: they are part of a formula."""


def _step(formula: str, sources: _Sources) -> Step | None:
    """The step that a formula is; None for one that computes nothing."""
    parts = formula.split("=")
    read: list[Expression] = []
    for place, part in enumerate(parts):
        try:
            read.append(tree_of(part.strip().rstrip(".,;")))
        except NotArithmetic as fault:
            if len(parts) > 1 and not (place == 0 and _is_name(part)):
                raise Declined("symbolic_solution", formula[:80]) from fault
    if len(read) < 2:
        return None
    try:
        values = [evaluate(one) for one in read]
    except NotArithmetic as fault:
        raise Declined("undefined_value", formula[:80]) from fault
    if len(set(values)) > 1:
        raise Declined("false_equation", formula[:80])
    first = parts[len(parts) - len(read)]
    if _literal(read[0]) is not None and r"\div" not in first:
        raise Declined("literal_step", formula[:80])
    return Step(_grounded(read[0], sources, exponent=False), values[0])


_NAME = re.compile(r"\s*(?:[A-Za-z]|\\[a-z]+)(?:_\{?\w+\}?)?(?:\(-?\w+\))?\s*")


def _is_name(part: str) -> bool:
    """Whether a formula begins by naming its value: `d`, `a_{5}`, `f(3)`."""
    return _NAME.fullmatch(part) is not None


def _literal(expression: Expression) -> Fraction | None:
    """The number that is written there, with its sign; None for a computation."""
    if isinstance(expression, Operand):
        return expression.value
    if isinstance(expression, Unary) and expression.op == "-":
        inner = _literal(expression.of)
        return None if inner is None else -inner
    if isinstance(expression, Binary) and expression.op == "/":
        above, below = expression.left, expression.right
        if isinstance(above, Operand) and isinstance(below, Operand) and below.value:
            whole = above.value / below.value
            return whole if whole.denominator == below.value else None
    return None


def _grounded(expression: Expression, sources: _Sources, *, exponent: bool) -> Expression:
    """The expression with the source of every number; a fraction or a signed number may be one."""
    if isinstance(expression, Operand):
        return _source(expression.value, sources, exponent=exponent)
    literal = _literal(expression)
    if literal is not None and _found(literal, sources):
        return _source(literal, sources, exponent=exponent)
    if isinstance(expression, Unary):
        if expression.op == "%" and isinstance(expression.of, Operand):
            return _source(expression.of.value / 100, sources, exponent=False)
        inner = _grounded(expression.of, sources, exponent=False)
        return Unary(expression.op, inner)
    if isinstance(expression, Call):
        power = expression.name == "power"
        return Call(
            expression.name,
            tuple(
                _grounded(one, sources, exponent=power and place == 1)
                for place, one in enumerate(expression.args)
            ),
        )
    left = _grounded(expression.left, sources, exponent=False)
    return Binary(expression.op, left, _grounded(expression.right, sources, exponent=False))


def _source(value: Fraction, sources: _Sources, *, exponent: bool) -> Operand:
    """The one place that a number can come from; `exponent`: it stands in one."""
    by_kind: dict[str, list[Operand]] = {}
    for one in _found(value, sources):
        step = one.source == "step"
        by_kind.setdefault("step" if step else sources.quantities[one.index].kind, []).append(one)
    there = by_kind.get("exponent", [])
    if exponent and there:
        return there[0]
    if exponent and value in sources.shapes:
        return well_known(value)
    for unlikely in ("exponent", "index", "base"):
        if len(by_kind) > 1:
            by_kind.pop(unlikely, None)
    found = [one for group in by_kind.values() for one in group]
    if by_kind.keys() <= {"word", "relation", "exponent", "index"}:
        found = found[:1]  # `two`, said twice
    if not found and value in CONSTANTS:
        return well_known(value)
    if not found:
        raise Declined("unknown_operand", str(value))
    if len(found) > 1:
        raise Declined("ambiguous_operand", str(value))
    return found[0]


def _found(value: Fraction, sources: _Sources) -> list[Operand]:
    """Every place that the number can come from."""
    quantities, steps, _ = sources
    found = [Operand(value, "step", at) for at, step in enumerate(steps) if step.value == value]
    bases = 0
    for at, quantity in enumerate(quantities):
        if quantity.kind == "power" or value not in quantity.lends:
            continue
        bases += quantity.kind == "base"
        if quantity.kind != "base" or bases == 1:  # `2^5` and `2^3` have one base
            scale = value / quantity.value if quantity.value else Fraction(1)
            found.append(Operand(value, "question", at, scale))
    if not found:
        found = [
            Operand(value, "question", at)
            for at, quantity in enumerate(quantities)
            if quantity.kind == "power" and quantity.value == value and value not in CONSTANTS
        ]
    return found


def _refuse_loose_ends(graph: Graph) -> None:
    consumed = {
        operand.index
        for step in graph.steps
        for operand in operands(step.expression)
        if operand.source == "step"
    }
    if len(consumed) < len(graph.steps) - 1:
        raise Declined("dead_step")
    used = graph.used()
    for at, quantity in enumerate(graph.quantities):
        needless = quantity.value in _UNCOUNTED.get(quantity.kind, ())
        if at not in used and quantity.kind in _COUNTED and not needless:
            raise Declined("unused_number", graph.question[quantity.start : quantity.end])
        if quantity.kind == "fraction" and not {at - 2, at - 1, at} & used:
            raise Declined("unused_number", graph.question[quantity.start : quantity.end])


# --- sentences


def _sentences(
    graph: Graph, solution: str, spans: list[tuple[int, int]]
) -> list[tuple[str | Slot, ...]]:
    """What is said around each equation, or nothing where a number stands there too."""
    told: list[tuple[str | Slot, ...]] = []
    for at, (start, end) in enumerate(spans):
        begin = max(spans[at - 1][1] if at else 0, solution.rfind("\n", 0, start) + 1)
        stop = spans[at + 1][0] if at + 1 < len(spans) else len(solution)
        newline = solution.find("\n", end)
        stop = min(stop, newline) if newline >= 0 else stop
        before, after = solution[begin:start], solution[end:stop]
        whole = before.strip()[:1].isupper() and after.rstrip().endswith(".")
        if not whole or _PROSE_NUMBER.search(before + after):
            told.append(())
        else:
            told.append((before.lstrip(), Slot("expression"), after.rstrip()))
    return told
