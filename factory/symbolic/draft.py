"""A problem in the making, and the proof that what was written says what was meant.

Text and rationale are written from the edit and read again by the reader that reads seeds; only
where every step comes out with the same sources and values is the problem handed out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import (
    Expression,
    Operand,
    evaluate,
    operands,
    parse,
    replace_operands,
    write,
)
from factory.symbolic.graph import Declined, Focus, Graph, write_rationale
from factory.symbolic.numerals import places, plain, spoken
from factory.symbolic.question import Asked
from factory.symbolic.read import read_graph

_NOTED = "@"


@dataclass(frozen=True, slots=True)
class Draft:
    """Facts told so far, rationale lines so far, and what the last result is."""

    facts: str
    lines: tuple[str, ...]
    shapes: tuple[Expression, ...]
    """The steps as meant: a question operand carries its value alone."""
    answer: Fraction
    focus: Focus
    taken: frozenset[Fraction]
    """Values that no new number or result may equal."""
    idle: frozenset[Fraction] = frozenset()
    """Values of facts that are needed for nothing, on purpose."""

    def telling(self, fact: str) -> "Draft":
        """The draft with one more fact told."""
        return replace(self, facts=f"{self.facts} {fact}".strip())


@dataclass(frozen=True, slots=True)
class Child:
    """A problem that was proven: its graph (with the text), rationale and what was done."""

    graph: Graph
    rationale: str
    did: str


def draft_from(graph: Graph, asked: Asked) -> Draft:
    """The draft that tells the graph's facts and is about to ask something new."""
    facts = " ".join(part for part in (asked.facts, asked.supposed) if part)
    lines = tuple(write_rationale(graph).split("\n")[:-1])
    shapes = tuple(step.expression for step in graph.steps)
    taken = {value for quantity in graph.quantities for value in quantity.lends}
    taken.update(step.value for step in graph.steps)
    taken.update(_constants(shapes))
    if graph.answer > 50_000:
        raise Declined("too_large", "nothing small fits the answer")
    if sum(graph.answer in q.lends for q in graph.quantities) or sum(
        step.value == graph.answer for step in graph.steps[:-1]
    ):
        raise Declined("ambiguous_answer", "the answer equals another number of the problem")
    return Draft(facts, lines, shapes, graph.answer, asked.focus, frozenset(taken), graph.idle)


def _constants(shapes: Iterable[Expression]) -> set[Fraction]:
    return {o.value for shape in shapes for o in operands(shape) if o.source == "constant"}


def note(expression: Expression, value: Fraction) -> str:
    """The annotation of one step: `<<48/2=24>>`."""
    return f"<<{write(expression, space='')}={plain(value)}>>"


def tell(template: str, expression: Expression, value: Fraction) -> str:
    """A rationale line from a sentence with `@` (or `$@`) where arithmetic and result stand."""
    money = "$" if "$@" in template else ""
    shown = spoken(value, money=bool(money))
    said = f"{write(expression)} = {money}{note(expression, value)}{shown}"
    return template.replace("$@" if money else _NOTED, said)


def compute(
    steps: Iterable[tuple[str, str]], values: dict[str, Fraction], before: int
) -> list[tuple[Expression, Fraction, str]]:
    """Expression, value and sentence of each new step.

    `values` gains `S1`, `S2` and so on, and `S`, the last of them. `A` (step `before - 1`) and
    these become operands of their steps; other variables are numbers of the question, and bare
    numbers are constants.
    """
    made: list[tuple[Expression, Fraction, str]] = []
    for formula, sentence in steps:
        expression = _formula(formula, values, before, len(made))
        value = evaluate(expression)
        made.append((expression, value, sentence))
        values["S"] = values[f"S{len(made)}"] = value
    return made


def _formula(text: str, values: dict[str, Fraction], before: int, made: int) -> Expression:
    names = re.findall(r"[A-Za-z]\w*|\d+", text)
    expression = parse(re.sub(r"[A-Za-z]\w*", "0", text))
    order = iter(names)

    def ground(operand: Operand) -> Operand:
        name = next(order)
        if name.isdigit():
            return Operand(Fraction(name), "constant")
        if name == "A":
            return Operand(values[name], "step", before - 1)
        if name == "S":
            return Operand(values[name], "step", before + made - 1)
        if re.fullmatch(r"S\d", name):
            return Operand(values[name], "step", before + int(name[1]) - 1)
        return Operand(values[name], "question")

    return replace_operands(expression, ground)


def sound(value: Fraction, kind: str) -> bool:
    """Whether the value can be what such a thing is counted in."""
    needed = places(value)
    if value <= 0 or needed is None or value > 10**7:
        return False
    if kind in ("money", "measure", "length", "time"):
        return needed <= 2
    if kind == "age":
        return needed == 0 and value <= 100
    return needed == 0 and value >= 2


def finish(draft: Draft, question: str, supposed: str, did: str) -> Child:
    """Write the problem and prove it.

    Raises:
        Declined: when the text does not read back as what was meant.
    """
    text = f"{draft.facts} {question}".strip()
    rationale = "\n".join(draft.lines) + f"\n#### {plain(draft.answer)}"
    graph = prove(text, rationale, draft.shapes, draft.idle)
    focus = replace(draft.focus, facts_end=len(draft.facts), supposed=supposed)
    return Child(replace(graph, focus=focus), rationale, did)


def prove(
    text: str,
    rationale: str,
    shapes: tuple[Expression, ...],
    idle: frozenset[Fraction] = frozenset(),
) -> Graph:
    """Read text and rationale back; every step must be as meant, every number used or `idle`.

    Raises:
        Declined: when they do not read, or read as something else.
    """
    graph = read_graph(text, rationale, idle)
    if tuple(meant(step.expression) for step in graph.steps) != tuple(map(meant, shapes)):
        raise Declined("unproven", "the problem reads back with other sources")
    return graph


def meant(expression: Expression) -> Expression:
    """The expression without the places of the question's numbers, which an edit may move."""
    return replace_operands(
        expression,
        lambda o: Operand(o.value, o.source, o.index if o.source == "step" else -1),
    )


_GOODS = (
    (60, ("a board game", "a backpack", "a headlamp", "a football")),
    (400, ("a tent", "a camera", "a guitar", "a desk")),
    (3000, ("a racing bike", "a computer", "a sofa", "a piano")),
    (10**9, ("a boat", "a workshop", "a van")),
)


def pick_words(
    choices: dict[str, tuple[str, ...]], text: str, rng: Random, price: Fraction | None = None
) -> dict[str, str]:
    """One choice for each variable; `box/boxes` gives the plural, and the singular as `c1`.

    `@goods` stands for things to buy at the price.
    """
    goods = next(names for limit, names in _GOODS if (price or 0) <= limit)
    fields: dict[str, str] = {}
    for variable, options in choices.items():
        options = goods if options == ("@goods",) else options
        free = [option for option in options if option.rpartition("/")[2] not in text]
        if not free:
            raise Declined("no_fresh_words", variable)
        one, slash, many = rng.choice(free).partition("/")
        fields[variable] = many if slash else one
        fields[variable + "1"] = one
    return fields
