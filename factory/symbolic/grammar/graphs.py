"""The computation graph of a problem of this grammar, as plain data.

Typed quantities (value, unit, owner, whether the text tells it), the relations that the sentences
state, and the one target. Written from the problem as it was made, or from what `reading` found in
its question alone: both give the same graph.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from factory.symbolic.grammar.formula import FUNCTIONS, Node, Values
from factory.symbolic.grammar.language import Word, inflected
from factory.symbolic.grammar.plot import Plot
from factory.symbolic.numerals import plain

Part = tuple[Plot, Values, Mapping[str, Word]]
"""A plot with its values and words."""


def graph_of(parts: Iterable[Part]) -> dict[str, Any]:
    """`quantities`, `relations` and `target`, ready for JSON.

    Quantities of several parts are told apart by the number of their part: `left@1`. A relation is
    written `left@0 = had@0-spent@0`.
    """
    quantities: dict[str, dict[str, Any]] = {}
    relations: list[str] = []
    target = ""
    for at, (plot, values, words) in enumerate(parts):
        place = {name: f"{name}@{at}" for name in plot.family.units}
        if plot.base:
            place["a"] = target
        solved = _solved(plot, values, quantities, place)
        for name, value in solved.items():
            if place[name] not in quantities:
                quantities[place[name]] = _quantity(plot, name, value, words)
        for rule in plot.relations:
            if rule in plot.family.says and not rule.names() <= solved.keys():
                continue  # everyone knows it, and nothing here needs it
            relations.append(f"{place[rule.left]} = {spelled(rule.right, place)}")
            for name in sorted(rule.names() - solved.keys()):
                quantities.setdefault(place[name], _unknown(plot, name, words))
        target = place[plot.ask.of]
    return {"quantities": quantities, "relations": relations, "target": target}


def _solved(
    plot: Plot, values: Values, known: Mapping[str, Mapping[str, Any]], place: Mapping[str, str]
) -> Values:
    """What is told and what follows from it; nothing that was only drawn."""
    solved = {name: values[name] for name in plot.told if name in values}
    if plot.base:
        base = Fraction(known[place["a"]]["value"])
        solved["a"] = base.numerator if base.denominator == 1 else base
    for name, compute in plot.computing:
        solved[name] = compute(solved)
    return solved


def _quantity(plot: Plot, name: str, value: Any, words: Mapping[str, Word]) -> dict[str, Any]:
    return {**_unknown(plot, name, words), "value": plain(Fraction(value))}


def _unknown(plot: Plot, name: str, words: Mapping[str, Word]) -> dict[str, Any]:
    """A quantity that the text speaks of and that the answer does not need: without a value."""
    owner = words.get(plot.family.owners.get(name, ""))
    made: dict[str, Any] = {"unit": plot.family.units[name], "told": name in plot.told}
    return made | ({"owner": inflected(owner, "")} if owner else {})


def spelled(node: Node, place: Mapping[str, str]) -> str:
    """The formula as text, with every operation in brackets that needs them."""
    if isinstance(node, str):
        return place[node]
    if isinstance(node, int):
        return str(node)
    args = [spelled(arg, place) for arg in node.args]
    if node.sign in FUNCTIONS:
        return f"{node.sign}({', '.join(args)})"
    if node.sign == "neg":
        return f"-({args[0]})"
    return "(" + node.sign.join(args) + ")"
