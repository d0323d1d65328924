r"""MATH-style problems without end, each with its solution in LaTeX and the answer in a box."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from random import Random

from factory.errors import UserError
from factory.symbolic.arithmetic import Binary, Call, Expression, Operand, Unary, evaluate
from factory.symbolic.grammar.family import Family
from factory.symbolic.grammar.formula import Node, Unfit, Values
from factory.symbolic.grammar.mathematics.plot import MathPlot
from factory.symbolic.grammar.telling import Told, pick, tell
from factory.symbolic.graph import Declined
from factory.symbolic.latex import equation, number
from factory.symbolic.read_latex import read_latex

STORIES = 400
LONGER = (0.8, 0.15, 0.05)
"""Shares of problems with no, one and two steps told of the family's own result."""


@dataclass(frozen=True, slots=True)
class MathProblem:
    r"""A problem in the shape of a MATH row; the answer is what its `\boxed{}` holds."""

    problem: str
    solution: str
    answer: str
    family: str
    subject: str
    level: int
    template: str = ""


@cache
def plots(of: Family) -> tuple[MathPlot, ...]:
    """Every way through the family's story."""
    return tuple(MathPlot(of, facts, asks, at) for at, (facts, asks) in enumerate(of.ways()))


def problems(
    n: int, seed: int, families: Mapping[str, tuple[str, Family]], tails: Sequence[Family]
) -> Iterator[MathProblem]:
    """Yield `n` different problems, each family equally often; the same for the same seed.

    `families`: by name, the subject and the family.

    Raises:
        UserError: a family has no new problem left.
    """
    told: set[str] = set()
    order: list[str] = []
    for position in range(n):
        if not order:
            order = sorted(families)
            Random(f"{seed}/order/{position}").shuffle(order)
        subject, of = families[order.pop()]
        made = _new(subject, of, tails, f"{seed}/{position}", told)
        told.add(made.problem)
        yield made


def _new(
    subject: str, of: Family, tails: Sequence[Family], key: str, told: set[str]
) -> MathProblem:
    story, numbers = Random(key), Random(f"{key}/numbers")
    for _ in range(STORIES):
        share = story.random()
        more = (share > LONGER[0]) + (share > LONGER[0] + LONGER[1])
        try:
            made = one(subject, pick(plots(of), story), tails, more, story, numbers)
        except Unfit:
            continue
        if made.problem not in told:
            return made
    raise UserError(
        f"the grammar has no new problem of the family '{of.name}' after {len(told)} problems; ask "
        "for fewer problems"
    )


def one(
    subject: str,
    plot: MathPlot,
    tails: Sequence[Family],
    more: int,
    story: Random,
    numbers: Random,
) -> MathProblem:
    """A problem of this plot, with up to `more` further steps.

    Raises:
        Unfit: when the numbers drawn do not work out.
    """
    told = Told()
    tell(plot, told, story, numbers, spell=False)
    for _ in range(more):
        grow(told, tails, story, numbers)
    made = written(subject, told, story)
    if more:
        try:
            read_latex(made.problem, made.solution)
        except Declined as declined:
            raise Unfit from declined  # two of its numbers are alike
    return made


def grow(told: Told, tails: Sequence[Family], story: Random, numbers: Random) -> None:
    """Tell one more step of the result, where one fits.

    Raises:
        Unfit: when the one chosen does not.
    """
    names = {part.family.name for part, _, _ in told.parts}
    fitting = [
        plot
        for tail in tails
        for plot in plots(tail)
        if told.kind in tail.on and tail.name not in names
    ]
    if not fitting or not told.x:
        raise Unfit
    text = " ".join((*told.facts, told.question))
    tell(pick(fitting, story), told, story, numbers, spell=False)
    letter = told.parts[-1][2]["n"]
    if re.search(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])", text):
        raise Unfit  # the letter names something else already


def written(subject: str, told: Told, story: Random) -> MathProblem:
    """The problem with its solution."""
    solution = solution_of(told, story)
    steps = sum(len(plot.steps) for plot, _, _ in told.parts)
    return MathProblem(
        problem=" ".join((*told.facts, told.question)),
        solution=solution,
        answer=number(Fraction(told.result)),
        family=told.parts[0][0].family.name,
        subject=subject,
        level=min(5, 1 + steps // 2 + len(told.parts) - 1),
        template=":".join(told.template),
    )


def solution_of(told: Told, story: Random) -> str:
    """A sentence a step, the last result in a box."""
    lines: list[str] = []
    for plot, values, words in told.parts:
        shown = {name: number(Fraction(value)) for name, value in values.items()}
        for name, node in plot.steps:
            last = plot is told.parts[-1][0] and name == plot.ask.of
            work = equation(expression_of(node, values), Fraction(values[name]), boxed=last)
            line = pick(plot.family.told_lines[name], story)
            lines.append(line.written(shown, words).replace("@", work))
    return "\n".join(lines)


def expression_of(node: Node, values: Values) -> Expression:
    """The formula with the values of its quantities."""
    if isinstance(node, str):
        return Operand(Fraction(values[node]))
    if isinstance(node, int):
        return Operand(Fraction(node), "constant")
    args = tuple(expression_of(arg, values) for arg in node.args)
    match node.sign:
        case "+" | "-" | "*" | "/":
            return Binary(node.sign, *args)
        case "neg":
            return Unary("-", args[0])
        case "**":
            return Call("power", args)
        case "quotient":
            return Call("floor", (Binary("/", *args),))
    return Call(node.sign, args)


def value_of(node: Node, values: Values) -> Fraction:
    """The exact value of the formula."""
    return evaluate(expression_of(node, values))
