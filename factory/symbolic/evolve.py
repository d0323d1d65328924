"""The evolve role: write another problem by the operator that the prompt names."""

from collections.abc import Callable, Mapping
from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.fresh import easier_topic, new_topic
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.shorten import shorter
from factory.symbolic.smaller import smaller
from factory.symbolic.upward import harder

_PLANS = {
    "simplify": "Keep the story and make the computation easier",
    "easier_topic": "Move to an everyday topic with an easier computation",
    "add_constraint": "Add a condition that has to be taken into account",
    "deepen": "Ask for something that follows from the present answer",
    "concretise": "Add concrete detail that takes a computation of its own",
    "more_steps": "Add facts so that more steps lead to the answer",
    "new_topic": "Write a problem of similar length on another topic",
}


def evolve(graph: Graph, operator: str, rng: Random) -> Child:
    """A problem made from the graph's by the operator, proven, and never the same text.

    Raises:
        Declined: when the operator cannot do it for this problem.
    """
    child = _OPERATORS[operator](graph, rng)
    if child.graph.question.split() == graph.question.split():
        raise Declined("no_change", "the edit left the problem as it was")
    return child


def _simplify(graph: Graph, rng: Random) -> Child:
    ways = [smaller, shorter]
    if rng.random() < 0.5:
        ways.reverse()
    try:
        return ways[0](graph, rng)
    except Declined:
        return ways[1](graph, rng)


def _upward(operator: str) -> Callable[[Graph, Random], Child]:
    return lambda graph, rng: harder(graph, operator, rng)


_OPERATORS: Mapping[str, Callable[[Graph, Random], Child]] = {
    "simplify": _simplify,
    "easier_topic": easier_topic,
    "new_topic": new_topic,
    **{name: _upward(name) for name in ("add_constraint", "deepen", "concretise", "more_steps")},
}


def sections(parent: Graph, child: Child, operator: str) -> dict[str, str]:
    """The reply's sections in order, by header."""
    text = parent.question
    elements = [
        f"- {text[q.start : q.end]}: ...{text[max(0, q.start - 25) : q.end + 25].strip()}..."
        for q in parent.quantities[:12]
        if q.kind not in ("numerator", "denominator", "relation")
    ]
    return {
        "## Elements": "\n".join(elements) or "- no numbers in digits",
        "## Plan": f"{_PLANS[operator]} ({child.did.replace('_', ' ')}).",
        "## Rewrite": child.graph.question,
        "## Final problem": child.graph.question,
    }


def write_sections(parts: Mapping[str, str]) -> str:
    """The reply text."""
    return "\n\n".join(f"{header}\n{body}" for header, body in parts.items())
