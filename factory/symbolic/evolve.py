"""The evolve role: write another problem by the operator that the prompt names."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.edits.asked_unit import in_other_unit
from factory.symbolic.edits.backward import backward
from factory.symbolic.edits.derived_given import derived
from factory.symbolic.edits.distract import distract
from factory.symbolic.edits.fuse import fuse
from factory.symbolic.edits.guess import guessed
from factory.symbolic.edits.known_story import elsewhere, extended, longer, reworded
from factory.symbolic.edits.mathematics import evolve_latex
from factory.symbolic.edits.merge import merged
from factory.symbolic.edits.rephrase import rephrase
from factory.symbolic.edits.resample import resample
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.shorten import shorter
from factory.symbolic.smaller import smaller
from factory.symbolic.upward import harder

Edit = Callable[[Graph, Random], Child]
"""One way to make a proven child, or to raise `Declined`."""

SHARE_OF_FEWER_STEPS = 0.7
"""How often fewer steps are tried before smaller numbers."""

LONGEST = 6
"""Steps of a problem on a new topic, about."""

_PLANS = {
    "simplify": "Keep the story and make the computation easier",
    "easier_topic": "Move to an everyday topic with an easier computation",
    "add_constraint": "Add a condition that has to be taken into account",
    "deepen": "Ask for something that follows from the present answer",
    "concretise": "Add concrete detail that takes a computation of its own",
    "more_steps": "Add facts so that more steps lead to the answer",
    "fuse": "Let the answer become a number of a second problem",
    "distract": "Add a fact with a number that is not needed",
    "new_topic": "Write a problem of similar length on another topic",
    "rephrase": "Tell the same in other words, with the same numbers",
    "resample": "Keep the text and choose other numbers",
    "backward": "Tell the answer, hide one number and ask for it",
}


def evolve(graph: Graph, operator: str, rng: Random) -> Child:
    """A problem made from the graph's by the operator, proven, and never the same text.

    Raises:
        Declined: when the operator cannot do it for this problem.
    """
    edit = _OPERATORS[operator] if graph.notation == "annotated" else _in_latex(operator)
    child = edit(graph, rng)
    if child.graph.question.split() == graph.question.split():
        raise Declined("no_change", "the edit left the problem as it was")
    return child


def _in_latex(operator: str) -> Edit:
    return lambda graph, rng: evolve_latex(graph, operator, rng)


def _simplify(graph: Graph, rng: Random) -> Child:
    """Fewer steps, which few problems allow, or smaller numbers, which most do."""
    fewer = rng.sample([shorter, merged], 2)
    ways = [*fewer, smaller] if rng.random() < SHARE_OF_FEWER_STEPS else [smaller, *fewer]
    return _first_of(ways, graph, rng)


def _first_of(ways: Sequence[Edit], graph: Graph, rng: Random) -> Child:
    """The child of the first way that can do it; where none can, the first reason that tells most.

    That a story is not the grammar's own says little about the other ways.
    """
    faults = []
    for way in ways:
        try:
            return way(graph, rng)
        except Declined as declined:
            faults.append(declined)
    raise next((fault for fault in faults if fault.reason != "unknown_story"), faults[0])


_ON_THE_TEXT: list[Edit] = [derived, in_other_unit]
"""Ways to go on that need no typed result."""

GUESSES = 0.5
"""Share of the problems without any other way that end in somebody's guess: more of them would
teach the guess, and not the mathematics."""


def _upward(operator: str) -> Edit:
    """A way to go on that is the grammar's own, if the story is; else a typed step, or a guess."""

    def upward(graph: Graph, rng: Random) -> Child:
        def tail(graph: Graph, rng: Random) -> Child:
            return longer(graph, operator, rng)

        def move(graph: Graph, rng: Random) -> Child:
            return harder(graph, operator, rng)

        ways = [*rng.sample([tail, extended], 2), move, *rng.sample(_ON_THE_TEXT, 2)]
        ways += [guessed] if rng.random() < GUESSES else []
        return _first_of(ways, graph, rng)

    return upward


def _rephrase(graph: Graph, rng: Random) -> Child:
    return _first_of([reworded, rephrase], graph, rng)


def _easier_topic(graph: Graph, rng: Random) -> Child:
    """A problem of one or two steps, fewer than the parent's, on another topic."""
    most = min(2, len(graph.steps) - 1)
    if not most:
        raise Declined("too_short", "a single step can hardly be made easier")
    return elsewhere(graph, rng, lambda steps: steps <= most)


def _new_topic(graph: Graph, rng: Random) -> Child:
    """A problem on another topic with about as many steps as the parent."""
    size = min(len(graph.steps), LONGEST)
    return elsewhere(graph, rng, lambda steps: abs(steps - size) <= 1)


_OPERATORS: Mapping[str, Edit] = {
    "simplify": _simplify,
    "easier_topic": _easier_topic,
    "new_topic": _new_topic,
    "fuse": fuse,
    "distract": distract,
    "rephrase": _rephrase,
    "resample": resample,
    "backward": backward,
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
