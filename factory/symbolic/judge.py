"""The rate and rank roles: a structural opinion on problems.

Definition: one question, at the end, on quantities that the text states. Precision: the unit is
known, and no number is left without use. Integrity: every step is positive and leads to the target.
It stands in for a judge's taste and knows nothing of style; temperature makes it waver.
"""

import json
from collections.abc import Mapping
from random import Random

from factory.symbolic.arithmetic import operands
from factory.symbolic.graph import Graph
from factory.symbolic.numerals import places

WAVER = 0.15
"""Chance at temperature 1 that an aspect is a point off, up or down alike."""
TIE = 0.3
"""Problems whose scores lie this close share a place."""


def aspects(graph: Graph) -> dict[str, int]:
    """Definition, precision and integrity, 1 to 5, with what was found wanting taken off."""
    text = graph.question.rstrip()
    constants = {
        o.value for s in graph.steps for o in operands(s.expression) if o.source == "constant"
    }
    used = graph.used()
    idle = sum(q.kind == "word" and at not in used for at, q in enumerate(graph.quantities))
    definition = 5 - 2 * (not text.endswith(("?", "."))) - ("?" not in text) - (len(constants) > 1)
    precision = 5 - (not graph.steps[-1].noun and graph.focus is None) - (idle > 0) - (idle > 2)
    fractions = any((places(step.value) or 0) > 2 for step in graph.steps)
    integrity = 5 - 2 * any(step.value <= 0 for step in graph.steps) - fractions
    integrity -= (len(graph.steps) > 8) + (len(text) > 900)
    made = {"definition": definition, "precision": precision, "integrity": integrity}
    return {name: max(1, min(5, int(value))) for name, value in made.items()}


def rate(graph: Graph, temperature: float, rng: Random) -> str:
    """The rating, as the JSON that the prompt asks for."""
    found: dict[str, int | str] = {}
    for name, value in aspects(graph).items():
        off = rng.choice((-1, 1)) if rng.random() < WAVER * temperature else 0
        found[name] = max(1, min(5, value + off))
    weakest = min(aspects(graph).items(), key=lambda item: item[1])
    found["reason"] = (
        f"{len(graph.steps)} steps lead to one target; every aspect is met."
        if weakest[1] == 5
        else f"{len(graph.steps)} steps lead to one target; the {weakest[0]} leaves something out."
    )
    return json.dumps(found)


def rank(graphs: Mapping[str, Graph], temperature: float, rng: Random) -> str:
    """The ranking, best first, by structure and then by length of the computation."""
    scores = {}
    for letter, graph in graphs.items():
        score = sum(aspects(graph).values()) + 0.5 * min(len(graph.steps), 8)
        scores[letter] = score + rng.gauss(0, 0.6) * temperature
    order: list[list[str]] = []
    for letter in sorted(scores, key=lambda one: (-scores[one], one)):
        if order and scores[order[-1][0]] - scores[letter] < TIE:
            order[-1].append(letter)
        else:
            order.append([letter])
    return json.dumps({"order": order, "reason": "Sound structure first, then more steps."})
