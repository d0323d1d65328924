"""Other numbers in a problem in LaTeX that is not the grammar's own.

Only where every step is plain arithmetic and every number stands in the text once: what such a
problem demands of its numbers (that a root or a quotient comes out) shows in its steps, which must
stay what they were: whole, of the same sign and in the same order.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from random import Random

from factory.symbolic.arithmetic import Binary, Call, Expression, NotArithmetic, Unary
from factory.symbolic.draft import Child, meant
from factory.symbolic.graph import Declined, Graph, Step
from factory.symbolic.latex import equation, told
from factory.symbolic.read_latex import read_latex

DRAWS = 120


def renumbered(graph: Graph, rng: Random, *, smaller: bool) -> Child:
    """The problem with other numbers, none of them larger where it is to be simpler.

    Raises:
        Declined: when the solution is no plain arithmetic, or no such numbers are found.
    """
    if not all(_is_plain(step.expression) for step in graph.steps):
        raise Declined("hidden_condition", "its numbers may have to fulfil more than the steps say")
    free = [
        at
        for at in sorted(graph.used())
        if graph.quantities[at].kind == "int" and abs(graph.quantities[at].value) > 3
    ]
    if not free:
        raise Declined("no_number", "no number may be changed")
    fault = Declined("no_number", "no such numbers keep every step whole")
    for _ in range(DRAWS):
        chosen = rng.sample(free, rng.randint(1, len(free)))
        changed = {at: _other(graph.quantities[at].value, rng, smaller=smaller) for at in chosen}
        if any(new == graph.quantities[at].value for at, new in changed.items()):
            continue
        try:
            steps = graph.evaluate(changed)
        except NotArithmetic:
            continue
        if _keep(graph.steps, steps) and _in_order(graph, changed):
            try:
                return _written(graph, changed, steps, smaller=smaller)
            except Declined as declined:
                fault = declined
    raise fault


def _is_plain(expression: Expression) -> bool:
    if isinstance(expression, Binary):
        return _is_plain(expression.left) and _is_plain(expression.right)
    if isinstance(expression, Unary):
        return _is_plain(expression.of)
    if isinstance(expression, Call):
        return expression.name == "power" and _is_plain(expression.args[0])
    return True


def _other(value: Fraction, rng: Random, *, smaller: bool) -> Fraction:
    size = abs(value.numerator)
    made = rng.randint(max(2, size // 3), size) if smaller else rng.randint(size // 2 + 1, 2 * size)
    return Fraction(made if value > 0 else -made)


def _keep(old: Sequence[Step], new: Sequence[Step]) -> bool:
    return all(
        (was.value.denominator == 1) == (now.value.denominator == 1)
        and (was.value > 0) == (now.value > 0)
        and (was.value == 0) == (now.value == 0)
        for was, now in zip(old, new, strict=True)
    )


def _in_order(graph: Graph, changed: dict[int, Fraction]) -> bool:
    pairs = sorted(
        (quantity.value, changed.get(at, quantity.value))
        for at, quantity in enumerate(graph.quantities)
        if quantity.kind == "int"
    )
    return all(a[1] < b[1] for a, b in pairwise(pairs) if a[0] < b[0])


def _written(
    graph: Graph, changed: dict[int, Fraction], steps: list[Step], *, smaller: bool
) -> Child:
    text = graph.question
    for at in sorted(changed, key=lambda at: graph.quantities[at].start, reverse=True):
        quantity = graph.quantities[at]
        text = text[: quantity.start] + str(changed[at].numerator) + text[quantity.end :]
    last = len(steps) - 1
    lines = [
        told(graph, steps, at, equation(step.expression, step.value, boxed=at == last))
        for at, step in enumerate(steps)
    ]
    solution = "\n".join(lines)
    child = Child(
        read_latex(text, solution), solution, "smaller numbers" if smaller else "other numbers"
    )
    if [meant(step.expression) for step in child.graph.steps] != [
        meant(step.expression) for step in steps
    ]:
        raise Declined("unproven", "the problem reads back with other sources")
    return child
