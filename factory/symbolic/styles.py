"""How a solution is told: terse or wordy, with x, in another order, laid out in several ways.

A style changes wording, signs, order and layout, never a number: what a course computes is what
every style of it shows. The layout `steps` (`Step 1: ...`, `The answer is: X`) is what the
project's prompt asks for; the others are for prompts that leave the layout open.
"""

import re
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import NamedTuple

from factory.symbolic.arithmetic import Binary, Operand, operands, write
from factory.symbolic.course import Computed, Course, builds_on
from factory.symbolic.graph import Graph, Slot
from factory.symbolic.numerals import places, plain, spoken
from factory.symbolic.styles_latex import answer_in_latex, step_in_latex
from factory.symbolic.styles_wordy import ended, wordy
from factory.symbolic.words import KINDS

VOICES = ("plain", "plain", "plain", "terse", "wordy", "algebra")
"""How the steps are worded; `plain` is how the rationale says it."""
LAYOUTS = ("steps", "lines", "paragraphs", "list")


class Style(NamedTuple):
    """One way of telling a solution."""

    voice: str = "plain"
    layout: str = "steps"
    space: str = " "
    times: str = "*"
    over: str = "/"
    reordered: bool = False
    ending: str = "The answer is: {}"

    @property
    def name(self) -> str:
        """What the record of a solution calls it."""
        return f"{self.voice} {self.layout}" + (" reordered" if self.reordered else "")


_ENDINGS = (
    "The answer is: {}",
    "The answer is {}.",
    "Answer: {}",
    "So the answer is {}.",
    "#### {}",
    "Final answer: {}",
)


def draw_style(rng: Random, *, free: bool) -> Style:
    """A style by chance; one that keeps to `Step i:` lines unless it is free."""
    style = Style(
        voice=rng.choice(VOICES),
        space=rng.choice((" ", " ", "")),
        times=rng.choice(("*", "*", "*", "x", "×")),
        over=rng.choice(("/", "/", "/", "÷")),
        reordered=rng.random() < 0.3,
    )
    if not style.space or style.voice == "algebra":
        style = style._replace(times="*", over="/")
    if not free:
        return style
    # `1. 48 / 2 = 24` can be read in two ways.
    layout = rng.choice(LAYOUTS[:-1] if style.voice == "terse" else LAYOUTS)
    return style._replace(layout=layout, ending=rng.choice(_ENDINGS))


class Told(NamedTuple):
    """A solution's text, and where its first error stands among the steps that `split` finds."""

    text: str
    first_error: int


def tell(graph: Graph, course: Course, style: Style, rng: Random) -> Told:
    """The course as a text in this style."""
    if style.reordered:
        course = reordered(graph, course, style.voice, rng)
    told = [_step(graph, course, place, style, rng) for place in range(len(course.steps))]
    latex = graph.notation == "latex"
    ending = style.ending.format(answer_in_latex(course.answer) if latex else plain(course.answer))
    first = course.first_error
    match style.layout:
        case "steps":
            lines = [f"Step {number}: {line}" for number, line in enumerate(told, 1)]
            return Told("\n".join([*lines, ending]), first)
        case "lines":
            return Told("\n".join([*told, ending]), first)
        case "list":
            lines = [f"{number}. {line}" for number, line in enumerate(told, 1)]
            return Told("\n".join([*lines, ending]), first if len(told) > 1 else min(first, 0))
    paragraphs, first = _paragraphs(told, first, style.voice == "terse", rng)
    return Told("\n\n".join([*paragraphs, ending]), first)


def _paragraphs(told: list[str], first: int, terse: bool, rng: Random) -> tuple[list[str], int]:
    """One or two steps a paragraph, and which paragraph the first error is in."""
    paragraphs: list[str] = []
    error = -1
    at = 0
    while at < len(told):
        size = 2 if len(told) > 2 and rng.random() < 0.4 else 1
        if at <= first < at + size:
            error = len(paragraphs)
        here = told[at : at + size]
        paragraphs.append("\n".join(here) if terse else " ".join(map(ended, here)))
        at += size
    return paragraphs, error


_BOUND = re.compile(
    r"\b(?:then|next|after|afterwards|now|finally|first|second|so|therefore|thus|hence|also|rest|"
    r"remaining|this|that|these|those|it|left|again|already|he|she|they|him|her|his|their)\b",
    re.IGNORECASE,
)


def reordered(graph: Graph, course: Course, voice: str, rng: Random) -> Course:
    """The course with independent steps in another order; the last one stays last.

    Steps whose sentences point back ("then", "she") keep their places unless they are not used.
    """
    if voice != "terse" and any(
        _BOUND.search(part)
        for step in course.steps
        for part in graph.steps[step.at].sentence
        if isinstance(part, str)
    ):
        return course
    told = {step.at for step in course.steps}
    waits = {step.at: _needs(graph, step) & told for step in course.steps}
    free, order = list(course.steps[:-1]), []
    done: set[int] = set()
    while free:
        step = rng.choice([one for one in free if waits[one.at] <= done])
        free.remove(step)
        order.append(step)
        done.add(step.at)
    return replace(course, steps=(*order, course.steps[-1]))


def _needs(graph: Graph, step: Computed) -> set[int]:
    """The steps that have to be told before this one."""
    shown = {
        part.index
        for part in graph.steps[step.at].sentence
        if isinstance(part, Slot) and part.what == "step"
    }
    return shown | builds_on(step.expression) | builds_on(graph.steps[step.at].expression)


def _step(graph: Graph, course: Course, place: int, style: Style, rng: Random) -> str:
    step = course.steps[place]
    if graph.notation == "latex":
        return step_in_latex(graph, course, step, terse=style.voice == "terse")
    last = place == len(course.steps) - 1
    arithmetic = _arithmetic(step, style)
    if style.voice == "terse":
        return _equation(graph, step, arithmetic, rng)
    if style.voice == "algebra" and last:
        return _with_x(graph, step, arithmetic, style, rng)
    said = _sentence(graph, course, step, arithmetic)
    if not said:
        return _say(graph, step, arithmetic, rng)
    return wordy(said, step, place, last, rng) if style.voice == "wordy" else said


def _arithmetic(step: Computed, style: Style) -> str:
    text = write(step.expression, space=style.space, times=style.times)
    if style.over != "/" and all(places(o.value) is not None for o in operands(step.expression)):
        text = text.replace("/", style.over)
    return text


def _result(graph: Graph, step: Computed, *, noun: bool) -> str:
    counted = graph.steps[step.at].noun
    value = spoken(step.value, money=counted == "$")
    if counted == "$":
        return f"${value}"
    return f"{value} {counted}" if noun and counted else value


def _equation(graph: Graph, step: Computed, arithmetic: str, rng: Random) -> str:
    return f"{arithmetic} = {_result(graph, step, noun=rng.random() < 0.4)}"


_GIVES = {
    "+": ("Together, that makes", "Added up, that gives"),
    "-": ("The difference is", "Subtracting gives"),
    "*": ("That makes", "Multiplying gives"),
    "/": ("That makes", "Dividing gives"),
}


def _say(graph: Graph, step: Computed, arithmetic: str, rng: Random) -> str:
    """A sentence of our own for a step whose prose cannot be used."""
    op = step.expression.op if isinstance(step.expression, Binary) else ""
    gives = rng.choice(_GIVES.get(op, ("That gives", "This comes to")))
    return f"{gives} {arithmetic} = {_result(graph, step, noun=True)}."


def _with_x(graph: Graph, step: Computed, arithmetic: str, style: Style, rng: Random) -> str:
    """The step by an equation: `Let x be the number of apples. Then 12x = 96, so x = 8.`."""
    noun = graph.steps[step.at].noun
    result = plain(step.value)
    if noun == "$":
        named = "the amount asked for, in dollars"
    elif noun in KINDS:
        named = f"the number of {noun} asked for"
    else:
        named = rng.choice(("the number we are looking for", "what is asked for"))
    opening = rng.choice(
        (f"Let x be {named}.", f"Let x stand for {named}.", f"We write x for {named}.")
    )
    equation = _unsolved(step, style)
    if not equation:
        return f"{opening} Then x = {arithmetic} = {result}."
    so = rng.choice((", so", ", which means that", ". Therefore"))
    return f"{opening} Then {equation}{so} x = {arithmetic} = {result}."


def _unsolved(step: Computed, style: Style) -> str:
    """The equation that the step solves; empty where x stands alone already."""
    made = step.expression
    if not isinstance(made, Binary) or not isinstance(made.right, Operand):
        return ""
    left = write(made.left, space=style.space, times=style.times)
    right = plain(made.right.value)
    if made.op == "-":
        return f"x + {right} = {left}"
    if made.op == "/" and made.right.value.denominator == 1:
        return f"{right}x = {left}"
    return ""


def _sentence(graph: Graph, course: Course, step: Computed, arithmetic: str) -> str:
    """The step's own sentence, as this course computes it; empty where it cannot be used."""
    sentence = graph.steps[step.at].sentence
    shown = [part.what for part in sentence if isinstance(part, Slot)]
    if not sentence or (step.reworked and "expression" not in shown):
        return ""
    known = {one.at: one.value for one in course.steps}
    parts: list[str] = []
    open_sum = False
    for part in sentence:
        if isinstance(part, str):
            parts.append(part)
            open_sum = part.rstrip("$ ").endswith("=")
            continue
        if part.what == "expression":
            parts.append(arithmetic)
            continue
        value = _value(graph, course, known, part, step)
        if value is None:
            return ""
        if part.what == "result" and not open_sum and "expression" not in shown:
            parts.append(f"{arithmetic} = {'$' if part.money else ''}")
            if part.money and parts[-2].endswith("$"):
                parts[-2] = parts[-2][:-1]
        parts.append(spoken(value, money=part.money))
    return " ".join("".join(parts).split())


def _value(
    graph: Graph, course: Course, known: dict[int, Fraction], slot: Slot, step: Computed
) -> Fraction | None:
    """What the slot shows in this course; None where it shows a step that was skipped."""
    value: Fraction | None
    if slot.what == "question":
        value = course.misread.get(slot.index, graph.quantities[slot.index].value)
    elif slot.what == "result":
        value = step.value
    else:
        value = known.get(slot.index)
    return value if value is None or slot.scale == 1 else value * slot.scale
