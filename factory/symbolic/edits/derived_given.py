"""Replace a given number by what it follows from: one more step, at the beginning.

`30 erasers` become `18 red and 12 blue erasers`, and `3 hours` `180 minutes`. The rest of the story
and the answer stay as they are; the new step is proven with all others.
"""

from dataclasses import replace
from random import Random

from factory.symbolic.arithmetic import Operand, evaluate, replace_operands
from factory.symbolic.draft import Child, prove, tell
from factory.symbolic.edits.given_forms import FORMS, Way
from factory.symbolic.graph import Declined, Graph, write_rationale

TRIES = 6


def derived(graph: Graph, rng: Random) -> Child:
    """The problem with a given that must be worked out first.

    Raises:
        Declined: when no given can be told so, or the text then reads as something else.
    """
    ways = [way for found in (form(graph, rng) for form in FORMS) for way in found]
    fault = Declined("no_given", "no given number can be told so that it must be worked out")
    rng.shuffle(ways)
    for way in ways[:TRIES]:
        try:
            return _written(graph, way)
        except Declined as declined:
            fault = declined
    raise fault


def _written(graph: Graph, way: Way) -> Child:
    quantity, text = graph.quantities[way.at], graph.question
    end = quantity.end + way.size
    whole = f"{text[: quantity.start - way.back]}{way.said}{text[end:]}"

    def moved(operand: Operand) -> Operand:
        if operand.source == "question" and operand.index == way.at:
            return replace(operand, source="step", index=0)
        if operand.source == "step":
            return replace(operand, index=operand.index + 1)
        return operand

    shapes = (way.step, *(replace_operands(one.expression, moved) for one in graph.steps))
    rationale = f"{tell(way.line, way.step, evaluate(way.step))}\n{write_rationale(graph)}"
    proven = prove(whole, rationale, shapes, graph.idle)
    if graph.focus is not None and end <= graph.focus.facts_end:
        longer = graph.focus.facts_end + len(whole) - len(text)
        proven = replace(proven, focus=replace(graph.focus, facts_end=longer))
    return Child(proven, rationale, way.did)
