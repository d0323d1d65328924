"""The rate and rank roles: a structural opinion on problems.

Definition: one question, at the end, on quantities that the text states. Precision: the unit is
known, and no number is left without use. Integrity: every step is positive and leads to the target.
It stands in for a judge's taste and knows nothing of style; temperature makes it waver, and a
`Leaning` pulls it away from what it sees.
"""

import json
from collections.abc import Mapping
from random import Random

from factory.symbolic.arithmetic import operands
from factory.symbolic.graph import Graph
from factory.symbolic.leaning import FAIR, Leaning
from factory.symbolic.numerals import places

WAVER = 0.15
"""Chance at temperature 1 that an aspect is a point off, up or down alike."""
TIE = 0.3
"""Problems whose scores lie this close share a place."""
USUAL = 50
"""Words of a problem that is neither long nor short."""


def aspects(graph: Graph) -> dict[str, int]:
    """Definition, precision and integrity, 1 to 5, with what was found wanting taken off."""
    text = graph.question.rstrip()
    latex = graph.notation == "latex"
    constants = {
        o.value for s in graph.steps for o in operands(s.expression) if o.source == "constant"
    }
    used = graph.used()
    idle = sum(q.kind == "word" and at not in used for at, q in enumerate(graph.quantities))
    asks = "?" in text or (latex and text.endswith("."))
    known = len(constants) > (3 if latex else 1)
    definition = 5 - 2 * (not text.endswith(("?", "."))) - (not asks) - known
    named = latex or bool(graph.steps[-1].noun) or graph.focus is not None
    precision = 5 - (not named) - (idle > 0) - (idle > 2)
    fractions = not latex and any((places(step.value) or 0) > 2 for step in graph.steps)
    negative = not latex and any(step.value <= 0 for step in graph.steps)
    integrity = 5 - 2 * negative - fractions
    integrity -= (len(graph.steps) > 8) + (len(text) > 900)
    made = {"definition": definition, "precision": precision, "integrity": integrity}
    return {name: max(1, min(5, int(value))) for name, value in made.items()}


def rate(graph: Graph, temperature: float, rng: Random, leaning: Leaning = FAIR) -> str:
    """The rating, as the JSON that the prompt asks for."""
    seen = aspects(graph)
    words = len(graph.question.split())
    found: dict[str, int | str] = {}
    for name, value in seen.items():
        off = rng.choice((-1, 1)) if rng.random() < WAVER * temperature * leaning.wavering else 0
        off += leaning.raises(words, USUAL, rng)
        found[name] = max(1, min(5, value + off))
    weakest = min(seen.items(), key=lambda item: item[1])
    found["reason"] = (
        f"{len(graph.steps)} steps lead to one target; every aspect is met."
        if weakest[1] == 5
        else f"{len(graph.steps)} steps lead to one target; the {weakest[0]} leaves something out."
    )
    return json.dumps(found)


def rank(
    graphs: Mapping[str, Graph], temperature: float, rng: Random, leaning: Leaning = FAIR
) -> str:
    """The ranking, best first, by structure and then by length of the computation.

    `graphs` are in the order in which they are shown.
    """
    words = {letter: len(graph.question.split()) for letter, graph in graphs.items()}
    mean = sum(words.values()) / len(words)
    scores = {}
    for place, (letter, graph) in enumerate(graphs.items()):
        score = sum(aspects(graph).values()) + 0.5 * min(len(graph.steps), 8)
        score += leaning.bonus(place, len(graphs), words[letter], mean)
        scores[letter] = score + rng.gauss(0, 0.6) * temperature * leaning.wavering
    order: list[list[str]] = []
    for letter in sorted(scores, key=lambda one: (-scores[one], one)):
        if order and scores[order[-1][0]] - scores[letter] < TIE:
            order[-1].append(letter)
        else:
            order.append([letter])
    return json.dumps({"order": order, "reason": "Sound structure first, then more steps."})
