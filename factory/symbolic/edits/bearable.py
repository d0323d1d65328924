"""Which other numbers a story of the grammar bears.

The steps alone do not say what a story asks of its numbers: with 19 animals and 118 legs every
step of `heads and legs` stays whole, and there are 40 sheep among the 19. Where the grammar
recognises the story, its relations are followed to every quantity, told or not, and each has to
keep within what the family says of it. Where it does not, and the solution supposes something
(`If all were hens, ...`), such a demand cannot be seen, and no number is changed.
"""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from factory.symbolic.edits.known_story import recognise
from factory.symbolic.grammar.draws import Draw
from factory.symbolic.grammar.formula import (
    Number,
    Unfit,
    Values,
    computed_by,
    formula,
    narrow,
    next_step,
)
from factory.symbolic.grammar.plot import Plot
from factory.symbolic.grammar.reading import Passage, Reading
from factory.symbolic.graph import Declined, Graph

Bears = Callable[[Mapping[int, Fraction]], bool]
"""Whether the story bears these values in place of those of the quantities so numbered."""
_SUPPOSES = re.compile(
    r"^(?:If|Suppose|Assume|Assuming|Imagine)\b|\bif (?:all|every|they (?:all|were all))\b",
    re.I,
)
_COUNTED_TOGETHER = re.compile(r"\bheads?\b.*\blegs\b|\blegs\b.*\bheads?\b|\bwheels\b", re.S)


def bears_of(graph: Graph, *, smaller: bool = False) -> Bears:
    """What decides whether the story bears other numbers; `smaller` ones may lie below its draws.

    Raises:
        Declined: what its numbers have to fulfil cannot be seen.
    """
    reading = recognise(graph.question)
    if reading is None:
        if _COUNTED_TOGETHER.search(graph.question) or any(map(_supposed, graph.steps)):
            raise Declined("hidden_condition", "its numbers may have to fulfil more than is told")
        return lambda changed: True
    places = _places(graph, reading)

    def bears(changed: Mapping[int, Fraction]) -> bool:
        result: Fraction | int = 0
        try:
            for passage, at in zip(reading.passages, places, strict=True):
                told = {
                    name: narrow(changed[at[name]]) if at.get(name) in changed else value
                    for name, value in passage.values.items()
                }
                result = _followed(passage, told, result, smaller=smaller)
        except (Unfit, ZeroDivisionError):
            return False
        return True

    return bears


def _supposed(step: object) -> bool:
    sentence = getattr(step, "sentence", ())
    return any(isinstance(part, str) and _SUPPOSES.search(part) for part in sentence)


def _places(graph: Graph, reading: Reading) -> list[dict[str, int]]:
    """For each passage, which quantity of the question each number told is."""
    return [
        {
            name: at
            for name in passage.plot.told
            for at, quantity in enumerate(graph.quantities)
            if quantity.value == passage.values[name] and at not in graph.distractors
        }
        for passage in reading.passages
    ]


def _followed(
    passage: Passage, told: Values, result: Fraction | int, *, smaller: bool
) -> Fraction | int:
    """The passage's result with these numbers.

    Raises:
        Unfit: when a quantity is not what the family allows.
    """
    plot = passage.plot
    values: Values = dict(told)
    if plot.base:
        values["a"] = narrow(Fraction(result))
    for name, compute in plot.computing:
        _take(plot, name, values, compute(values), smaller=smaller)
    while (found := next_step({*values}, plot.relations)) is not None:
        _take(plot, found[0], values, computed_by(found[1])(values), smaller=smaller)
    if not all(holds(values) for names, holds in plot.needs if names <= values.keys()):
        raise Unfit
    for name, drawn in _draws(passage).items():
        if name in values and not _within(drawn, values[name], values) and not smaller:
            raise Unfit
    for name, (low, high) in plot.family.within.items():
        if name in values and (values[name] > high or not (smaller or low <= values[name])):
            raise Unfit
    return values[plot.ask.of]


def _take(plot: Plot, name: str, values: Values, value: Number, *, smaller: bool) -> None:
    """Take a computed value; one that is smaller than the family's own only has to be possible."""
    if not smaller:
        plot.fit(name, values, value)
    elif value <= 0 or (not isinstance(value, int) and name not in plot.divided):
        raise Unfit
    values[name] = value


def _draws(passage: Passage) -> dict[str, Draw]:
    """The family's draws, those of the row among them of which the text has the words."""
    family = passage.plot.family
    made = dict(family.draws)
    for names, rows in family.rows.items():
        columns = names.split(",")
        for row in rows:
            named = dict(zip(columns, row, strict=True))
            words = {name: one for name, one in named.items() if not isinstance(one, Draw)}
            if all(passage.words.get(name, one) == one for name, one in words.items()):
                made.update((name, one) for name, one in named.items() if isinstance(one, Draw))
                break
    return made


def _within(drawn: Draw, value: Fraction | int, values: Values) -> bool:
    """Whether the value lies where it could have been drawn, as far as that is known."""
    if not drawn.leans_on <= values.keys():
        return True
    low, high = (
        bound if isinstance(bound, int) else computed_by(formula(bound))(values)
        for bound in (drawn.low, drawn.high)
    )
    return low <= value < high + 1
