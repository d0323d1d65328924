"""The computation graph behind a word problem, and its JSON form.

A graph says which quantity of the question, earlier step or well-known constant each operand is,
so that every step can be computed again with other numbers. It is true to the annotations that it
was read from; that the annotations are true to the story is their author's word.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from factory.symbolic.arithmetic import (
    Binary,
    Call,
    Expression,
    Operand,
    Unary,
    evaluate,
    operands,
    replace_operands,
    write,
)
from factory.symbolic.numerals import Quantity, plain, spoken


class Declined(Exception):
    """The teacher cannot do this, and says so; `reason` is a short name that can be counted."""

    def __init__(self, reason: str, detail: str = ""):
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Slot:
    """A number in a step's sentence.

    `what` is `question` or `step` with the `index` there, `expression` (this step's arithmetic)
    or `result` (its value). The number shown is `scale` times the source's value.
    """

    what: str
    index: int = -1
    scale: Fraction = Fraction(1)
    money: bool = False


Sentence = tuple[str | Slot, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One computation; `sentence` is empty where its prose cannot be written with new numbers."""

    expression: Expression
    value: Fraction
    sentence: Sentence = ()
    noun: str = ""
    """What the value counts, as the prose says (`$` for money), or empty when it does not say."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What the question asks for, so that another step can be built on it.

    `kind` is money, time, length, person, thing or tally; `noun` its plural (`dollars` for money);
    `phrase` names it inside a sentence that follows the facts (`these boxes`).
    """

    kind: str
    noun: str
    phrase: str
    sense: str = ""
    """Rough sense of what happened to it: hold, sell, use, spend, earn, move, work or empty."""
    act: str = ""
    """The verb itself, in its plain form, or empty."""
    past: bool = False
    facts_end: int = 0
    """Where the question sentence begins, that is, where the facts end."""
    supposed: str = ""
    """A fact that stands inside the question sentence, as a sentence of its own."""
    who: str = ""
    """A single person or animal of whom the question asks, by name or pronoun, or empty."""
    done: tuple[str, ...] = ()
    """Moves that led here, so that a lineage does not repeat itself."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Quantities of the question, and steps that lead from them to the one target, the last."""

    question: str
    quantities: tuple[Quantity, ...]
    steps: tuple[Step, ...]
    focus: Focus | None = None
    distractors: tuple[int, ...] = ()
    """Indices of the quantities that are told on purpose and needed for nothing."""
    notation: str = "annotated"
    """How its solution is written: `annotated` (`<<48/2=24>>`) or `latex` (`$48-2=46$`)."""

    @property
    def idle(self) -> frozenset[Fraction]:
        """The values of the distractors."""
        return frozenset(self.quantities[at].value for at in self.distractors)

    @property
    def answer(self) -> Fraction:
        """The value of the target."""
        return self.steps[-1].value

    def used(self) -> set[int]:
        """Indices of the quantities that some step uses."""
        return {
            operand.index
            for step in self.steps
            for operand in operands(step.expression)
            if operand.source == "question"
        }

    def evaluate(self, changed: Mapping[int, Fraction]) -> list[Step]:
        """The steps with other values for some quantities of the question.

        Raises:
            NotArithmetic: when a step then divides by zero.
        """
        steps: list[Step] = []
        for step in self.steps:
            expression = replace_operands(step.expression, lambda o: self._moved(o, changed, steps))
            steps.append(replace(step, expression=expression, value=evaluate(expression)))
        return steps

    def _moved(
        self, operand: Operand, changed: Mapping[int, Fraction], steps: Sequence[Step]
    ) -> Operand:
        if operand.source == "step":
            return replace(operand, value=steps[operand.index].value * operand.scale)
        if operand.source == "question" and operand.index in changed:
            return replace(operand, value=changed[operand.index] * operand.scale)
        return operand


def well_known(value: Fraction) -> Operand:
    """A constant such as 60 minutes an hour."""
    return Operand(value, "constant")


def show(slot: Slot, graph: Graph, steps: Sequence[Step], at: int) -> Fraction:
    """The number that a slot in the sentence of step `at` shows."""
    if slot.what == "question":
        return graph.quantities[slot.index].value * slot.scale
    return steps[at if slot.what == "result" else slot.index].value * slot.scale


_GIVES = {"+": "Together, that makes", "*": "That makes", "/": "That makes"}


def say(step: Step, arithmetic: str, result: str) -> str:
    """A sentence of our own for a step whose prose cannot be used."""
    op = step.expression.op if isinstance(step.expression, Binary) else ""
    money = step.noun == "$"
    noun = f" {step.noun}" if step.noun and not money else ""
    return f"{_GIVES.get(op, 'That gives')} {arithmetic} = {'$' if money else ''}{result}{noun}."


def write_rationale(graph: Graph) -> str:
    """The annotated rationale that the graph stands for, ending in `#### answer`."""
    lines = []
    for at, step in enumerate(graph.steps):
        note = f"<<{write(step.expression, space='')}={plain(step.value)}>>"
        lines.append(_line(graph, at, note))
    return "\n".join(lines) + f"\n#### {plain(graph.answer)}"


def _line(graph: Graph, at: int, note: str) -> str:
    step = graph.steps[at]
    arithmetic = write(step.expression)
    if not step.sentence:
        return say(step, arithmetic, note + plain(step.value))
    parts = []
    noted = False
    for part in step.sentence:
        if isinstance(part, str):
            parts.append(part)
        elif part.what == "expression":
            parts.append(arithmetic)
        else:
            shown = spoken(show(part, graph, graph.steps, at), money=part.money)
            parts.append(shown if noted or part.what != "result" else note + shown)
            noted = noted or part.what == "result"
    return "".join(parts)


# --- JSON: fractions as text, expressions as nested lists, slots as lists, strings as themselves


def to_json(graph: Graph) -> dict[str, Any]:
    """The graph without its question, as plain JSON values."""
    made: dict[str, Any] = {
        "quantities": [
            [q.start, q.end, q.kind, str(q.value), [str(v) for v in q.lends]]
            for q in graph.quantities
        ],
        "steps": [
            {
                "expression": _pack(step.expression),
                "sentence": [
                    p if isinstance(p, str) else [p.what, p.index, str(p.scale), p.money]
                    for p in step.sentence
                ],
                "noun": step.noun,
            }
            for step in graph.steps
        ],
    }
    if graph.focus is not None:
        f = graph.focus
        made["focus"] = [
            f.kind,
            f.noun,
            f.phrase,
            f.sense,
            f.act,
            f.past,
            f.facts_end,
            f.supposed,
            f.who,
            list(f.done),
        ]
    if graph.distractors:
        made["distractors"] = list(graph.distractors)
    if graph.notation != "annotated":
        made["notation"] = graph.notation
    return made


def from_json(question: str, made: Mapping[str, Any]) -> Graph:
    """The graph that `to_json` wrote, for the same question; values are computed anew.

    Raises:
        Declined: when it is not such a graph.
    """
    try:
        quantities = tuple(
            Quantity(start, end, kind, Fraction(value), tuple(Fraction(v) for v in lends))
            for start, end, kind, value, lends in made["quantities"]
        )
        steps: list[Step] = []
        for step in made["steps"]:
            expression = _unpack(step["expression"], quantities, steps)
            sentence = tuple(
                p if isinstance(p, str) else Slot(p[0], p[1], Fraction(p[2]), p[3])
                for p in step["sentence"]
            )
            steps.append(Step(expression, evaluate(expression), sentence, step["noun"]))
        focus = None
        if "focus" in made:
            *fields, done = made["focus"]
            focus = replace(Focus(*fields), done=tuple(done))
        distractors = tuple(made.get("distractors", ()))
        notation = str(made.get("notation", "annotated"))
        graph = Graph(question, quantities, tuple(steps), focus, distractors, notation)
        if not steps:
            raise ValueError("no step")
        if not set(distractors) <= set(range(len(quantities))) - graph.used():
            raise ValueError("a distractor that is used, or is none of the quantities")
    except (ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError) as fault:
        raise Declined("broken_truth", f"the graph cannot be read ({fault})") from fault
    return graph


def _pack(expression: Expression) -> list[Any]:
    if isinstance(expression, Operand):
        if expression.source == "constant":
            return ["constant", str(expression.value)]
        return [expression.source, expression.index, str(expression.scale)]
    if isinstance(expression, Unary):
        return [expression.op, _pack(expression.of)]
    if isinstance(expression, Call):
        return ["call", expression.name, *map(_pack, expression.args)]
    return [expression.op, _pack(expression.left), _pack(expression.right)]


def _unpack(
    packed: Sequence[Any], quantities: Sequence[Quantity], steps: Sequence[Step]
) -> Expression:
    head = packed[0]
    if head == "constant":
        return well_known(Fraction(packed[1]))
    if head in ("question", "step"):
        index, scale = int(packed[1]), Fraction(packed[2])
        value = (quantities if head == "question" else steps)[index].value
        return Operand(value * scale, head, index, scale)
    if head == "call":
        return Call(str(packed[1]), tuple(_unpack(one, quantities, steps) for one in packed[2:]))
    if len(packed) == 2 and head in ("-", "%"):
        return Unary(head, _unpack(packed[1], quantities, steps))
    if head not in ("+", "-", "*", "/"):
        raise ValueError(f"no operation called {json.dumps(head)}")
    left, right = packed[1], packed[2]
    return Binary(head, _unpack(left, quantities, steps), _unpack(right, quantities, steps))
