"""Mistakes of sense: the arithmetic holds, and it is not what the problem calls for."""

from random import Random

from factory.symbolic.arithmetic import (
    Binary,
    Expression,
    Operand,
    Unary,
    operands,
    replace_operands,
)
from factory.symbolic.course import (
    Change,
    Course,
    builds_on,
    changed_course,
    right_course,
    stopped_course,
    users,
)
from factory.symbolic.graph import Graph

FAR = 10
"""A number so many times larger or smaller is not taken for another one."""
_CONFUSED = {"+": "-*", "-": "+", "*": "+/", "/": "*-"}


def wrong_operation(graph: Graph, at: int, rng: Random) -> Course | None:
    """Another operation: `72 + 12` for `72 - 12`."""
    expression = graph.steps[at].expression
    if not isinstance(expression, Binary):
        return None
    wrong = Binary(rng.choice(_CONFUSED[expression.op]), expression.left, expression.right)
    return changed_course(graph, "wrong_operation", (at,), Change(formulas={at: wrong}))


def _put(expression: Expression, place: int, new: Operand) -> Expression:
    """The expression with the operand at `place`, counted from the left, replaced."""
    seen = -1

    def put(operand: Operand) -> Operand:
        nonlocal seen
        seen += 1
        return new if seen == place else operand

    return replace_operands(expression, put)


def wrong_operand(graph: Graph, at: int, rng: Random) -> Course | None:
    """Another number of the question, or another result, in the place of the right one."""
    here = list(operands(graph.steps[at].expression))
    if isinstance(graph.steps[at].expression, Unary):
        return None
    used = {(o.source, o.index) for o in here}
    others = [
        Operand(q.value, "question", i)
        for i, q in enumerate(graph.quantities)
        if q.kind in ("int", "decimal", "word") and ("question", i) not in used
    ] + [Operand(graph.steps[i].value, "step", i) for i in range(at) if ("step", i) not in used]
    spots = [i for i, o in enumerate(here) if o.source != "constant" and o.scale == 1]
    if not others or not spots:
        return None
    place, new = rng.choice(spots), rng.choice(others)
    old = here[place].value
    if new.value in {o.value for o in here} or not old <= new.value * FAR <= old * FAR * FAR:
        return None
    wrong = _put(graph.steps[at].expression, place, new)
    return changed_course(graph, "wrong_operand", (at,), Change(formulas={at: wrong}))


def _before(graph: Graph, at: int) -> Operand | None:
    """The value that the result of step `at` replaced in the story: its first operand."""
    first = next(
        (o for o in operands(graph.steps[at].expression) if o.source in ("question", "step")), None
    )
    return first if first is None or first.value != graph.steps[at].value else None


def stale_value(graph: Graph, at: int, rng: Random) -> Course | None:
    """A value from before a change that had been worked out already."""
    here = list(operands(graph.steps[at].expression))
    spots = [i for i, o in enumerate(here) if o.source == "step" and o.scale == 1]
    if not spots:
        return None
    spot = rng.choice(spots)
    old = _before(graph, here[spot].index)
    if old is None or old.scale != 1 or old.value in {o.value for o in here}:
        return None
    wrong = _put(graph.steps[at].expression, spot, old)
    return changed_course(graph, "stale_value", (at,), Change(formulas={at: wrong}))


def skipped_step(graph: Graph, at: int, rng: Random) -> Course | None:
    """A step left out: what it starts from is taken for its result."""
    after = users(graph, at)
    instead = _before(graph, at)
    if not after or instead is None or instead.scale != 1:
        return None
    here = {o.value for step in after for o in operands(graph.steps[step].expression)}
    if instead.value in here:
        return None
    return changed_course(graph, "skipped_step", after, Change(without=at, instead=instead))


def wrong_question(graph: Graph, at: int, rng: Random) -> Course | None:
    """An earlier quantity given as the answer, all steps told being right.

    The one who solves stops too early, or, rarely, goes to the end and answers with another value.
    What is labelled is the last step told, since the answer is part of it.
    """
    last = len(graph.steps) - 1
    if at == last or at not in builds_on(graph.steps[last].expression):
        return None
    if rng.random() < 0.9:
        return stopped_course(graph, "wrong_question", at)
    told = right_course(graph).steps
    return Course(told, graph.steps[at].value, "wrong_question", frozenset((last,)))
