r"""Steps of a solution in LaTeX: `Its area is $3\cdot 4=12$.`, or the equation alone."""

from dataclasses import replace
from fractions import Fraction

from factory.symbolic import latex
from factory.symbolic.course import Computed, Course
from factory.symbolic.graph import Graph, Slot


def step_in_latex(graph: Graph, course: Course, step: Computed, *, terse: bool) -> str:
    """The step's sentence as this course computes it, or `We get $...$.` where it has none."""
    shown = latex.equation(step.expression, step.value)
    if terse:
        return f"${shown}$"
    sentence = graph.steps[step.at].sentence
    slots = [part for part in sentence if isinstance(part, Slot)]
    told = {one.at: one.value for one in course.steps}
    lost = any(slot.what == "step" and slot.index not in told for slot in slots)
    reworked = step.reworked and not any(slot.what == "expression" for slot in slots)
    if lost or reworked or not sentence:
        return f"We get ${shown}$."
    steps = [replace(one, value=told.get(at, one.value)) for at, one in enumerate(graph.steps)]
    if course.misread:
        quantities = [
            replace(quantity, value=course.misread.get(at, quantity.value))
            for at, quantity in enumerate(graph.quantities)
        ]
        graph = replace(graph, quantities=tuple(quantities))
    return latex.told(graph, steps, step.at, shown)


def answer_in_latex(value: Fraction) -> str:
    """The value alone; in dollars where it is more than digits."""
    return str(value.numerator) if value.denominator == 1 else f"${latex.number(value)}$"
