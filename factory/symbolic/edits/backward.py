"""Backward: hide one given, tell the answer as a given, and ask for the hidden number.

The steps are inverted along the one path from the hidden number to the answer. Every operation on
that path can be undone in one way only, so the hidden number is the only solution; the parent's
own steps, computed from it, lead to the answer that is told.

Sources: self-verification (2212.09561) and FOBAR (2310.01991) mask a number and ask for it; here
the mask is a word of the story, and uniqueness is shown, not hoped for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import (
    Binary,
    Expression,
    Operand,
    evaluate,
    operands,
    replace_operands,
)
from factory.symbolic.draft import Child, prove, tell
from factory.symbolic.edits.answer_told import answer_told, supposed_by
from factory.symbolic.edits.hidden import Hidden, hide
from factory.symbolic.edits.letter import hide_by_letter
from factory.symbolic.graph import Declined, Graph, Slot, Step, write_rationale
from factory.symbolic.numerals import plain
from factory.symbolic.question import split_question
from factory.symbolic.shorten import renumbered

SOUGHT = "sought"
"""Source of the operand that an inverted expression is solved for."""

_UNDO = {"+": "-", "-": "+", "*": "/", "/": "*"}


def backward(graph: Graph, rng: Random) -> Child:
    """The problem turned round, asking for one of its givens.

    Raises:
        Declined: when no given can be hidden, or the answer cannot be told as a fact.
    """
    supposed, statement = supposed_by(graph), answer_told(graph)
    _, question = split_question(graph.question)
    fault = Declined("no_hiding", "no number can be hidden")
    places = [at for at in sorted(graph.used()) if graph.quantities[at].value != graph.answer]
    rng.shuffle(places)
    for hiding in (hide, hide_by_letter):
        for at in places:
            try:
                path = path_from(graph, at)
                hidden = hiding(graph, at, rng)
                facts = " ".join(part for part in (_facts(hidden, question), supposed) if part)
                return _turned(graph, path, hidden, facts, statement, rng)
            except Declined as declined:
                fault = declined
    raise fault


def _facts(hidden: Hidden, question: str) -> str:
    """The facts with the number hidden, without the old question."""
    text = hidden.text.rstrip()
    if not text.endswith(question):
        raise Declined("no_hiding", "the number stands in the question")
    return _EMPTY.sub("", text.removesuffix(question)).rstrip()


_EMPTY = re.compile(
    r"(?<=[.] )(?:An?|Each|Every|One) [a-z ]+ costs? a certain amount[.] "
    r"(?![^.?]*\b(?:it|more|less|cheaper|other|same|higher|lower)\b|(?:It|They|For)\b)"
)
"""`A carton costs a certain amount.`, where the question names the price anyway."""


@dataclass(frozen=True, slots=True)
class Path:
    """The steps, first to last, that carry a quantity to the answer."""

    index: int
    steps: tuple[int, ...]


def path_from(graph: Graph, index: int) -> Path:
    """The one path from the quantity to the answer.

    Raises:
        Declined: when the quantity, or a result on the way, is used more than once.
    """
    uses = [
        (at, operand)
        for at, step in enumerate(graph.steps)
        for operand in operands(step.expression)
    ]
    source, place = "question", index
    steps: list[int] = []
    while place != len(graph.steps) - 1 or source == "question":
        found = [at for at, o in uses if o.source == source and o.index == place]
        if len(found) != 1:
            raise Declined("not_invertible", "a number on the way is used more than once")
        steps.append(found[0])
        source, place = "step", found[0]
    return Path(index, tuple(steps))


def undo(expression: Expression, result: Operand) -> Expression:
    """The one operand with the source `sought`, from the result that the expression has with it.

    Raises:
        Declined: when an operation cannot be undone, as a product with zero.
    """
    return _undone(expression, result)


def _undone(expression: Expression, result: Expression) -> Expression:
    if isinstance(expression, Operand):
        if expression.scale != 1:
            raise Declined("not_invertible", "a percentage stands for the number")
        return result
    if not isinstance(expression, Binary):
        raise Declined("not_invertible", "a sign or a percentage stands before the number")
    left = any(o.source == SOUGHT for o in operands(expression.left))
    inner, other = expression.left, expression.right
    if not left:
        inner, other = other, inner
    if expression.op in "*/" and evaluate(other) == 0:
        raise Declined("not_invertible", "a product with zero has many factors")
    if left or expression.op in "+*":
        return _undone(inner, Binary(_UNDO[expression.op], result, other))
    return _undone(inner, Binary(expression.op, other, result))


@dataclass(frozen=True, slots=True)
class Inverse:
    """The steps of the problem turned round."""

    lines: tuple[str, ...]
    shapes: tuple[Expression, ...]
    value: Fraction


def invert(graph: Graph, path: Path, told: Operand, last: str) -> Inverse:
    """The steps from the answer, for which `told` stands, to the hidden number.

    `last` is the sentence of the last step, with `@` where arithmetic and result stand.

    Raises:
        Declined: when a step cannot be undone, or comes back to another number.
    """
    kept = [at for at in range(len(graph.steps)) if at not in path.steps]
    place = {old: new for new, old in enumerate(kept)}
    steps = tuple(_unsaid(step, path.index) for step in renumbered(graph, kept))
    if not all(step.sentence for step in steps):
        raise Declined("no_sentence", "a step beside the way has no sentence of its own")
    lines = write_rationale(replace(graph, steps=steps)).split("\n")[:-1] if steps else []
    shapes = [step.expression for step in steps]
    result = told
    for nth, at in reversed(list(enumerate(path.steps))):
        sought = ("step", path.steps[nth - 1]) if nth else ("question", path.index)
        step = graph.steps[at]
        expression = undo(_marked(step.expression, sought, place), result)
        value = evaluate(expression)
        said = _said(graph.steps[sought[1]]) if nth else last
        if not lines:
            said = re.sub(r"^So (?=[nx] is @)", "The value of ", said)
        lines.append(tell(said, expression, value))
        shapes.append(expression)
        result = Operand(value, "step", len(shapes) - 1)
    if result.value != graph.quantities[path.index].value:
        raise Declined("not_invertible", "it comes back to another number")
    return Inverse(tuple(lines), tuple(shapes), result.value)


def _marked(
    expression: Expression, sought: tuple[str, int], place: Mapping[int, int]
) -> Expression:
    """The expression with its sought operand marked, and the steps that stay in new places."""

    def mark(operand: Operand) -> Operand:
        if (operand.source, operand.index) == sought:
            return replace(operand, source=SOUGHT)
        if operand.source == "step":
            return replace(operand, index=place[operand.index])
        return operand

    return replace_operands(expression, mark)


def _unsaid(step: Step, hidden: int) -> Step:
    """The step without its sentence where that shows the hidden number."""
    shows = any(
        isinstance(part, Slot) and part.what == "question" and part.index == hidden
        for part in step.sentence
    )
    return replace(step, sentence=()) if shows else step


_POINTS = re.compile(
    r"\b(?:that|this|those|these|such|it|so|then|left|leaves?|remain\w*|rest|others?|only|more|fewer"
    r"|less|still|back|after|before|without|with|other)\b|[():;=/*+]",
    re.IGNORECASE,
)
"""Words by which a sentence leans on a computation that is another one when turned round."""


def _said(step: Step) -> str:
    """The step's own sentence, with `@` where arithmetic and result stand.

    What it says of its result stays true when that is worked out from the other side.

    Raises:
        Declined: when it says more than that.
    """
    parts = list(step.sentence)
    slots = [part for part in parts if isinstance(part, Slot)]
    if [slot.what for slot in slots] != ["expression", "result"] or slots[1].scale != 1:
        raise Declined("no_sentence", "a step on the way has no sentence of its own")
    at = parts.index(slots[0])
    before = "".join(str(part) for part in parts[:at])
    joint, after = parts[at + 1], "".join(str(part) for part in parts[at + 3 :])
    told = f"{before}{after}"
    if parts[at + 2] is not slots[1] or not isinstance(joint, str) or joint.strip() not in "=$= $":
        raise Declined("no_sentence", "a step on the way has no sentence of its own")
    if not re.match(r"[A-Z][a-z]", before) or _POINTS.search(told) or re.search(r"\d", told):
        raise Declined("no_sentence", "the sentence leans on how its result was found")
    return f"{before}{'$' if '$' in joint else ''}@{after}"


_HELD = re.compile(r"\b(?:does|did|do) .+ (?:have|own|hold|contain)\b")


def _at_first(hidden: Hidden, statement: str, changes: bool) -> str:
    """The question, made clear where the statement tells how many of the same there are later."""
    ask = hidden.ask
    now = re.search(r"\b(?:has|have|had|owns?|left|now|still|remain\w*)\b", statement)
    same = f" {hidden.noun}" in f" {statement}" if hidden.noun else "$" in statement
    owner = re.search(r"\b(?:does|did|do) (.+?) (?:have|own|hold|contain)\b", ask)
    if (
        changes
        and owner is not None
        and re.search(rf"\b{re.escape(owner[1])}\b", statement, re.IGNORECASE)
        and _HELD.search(ask)
        and now
        and same
        and not re.search(r"\b(?:each|start|first|begin\w*)\b", ask)
    ):
        return ask[:-1] + " at first?"
    return ask


_FAR = re.compile(r"\b(?:it|them|these|those|such|this|that)\b")
_LAST = re.compile(r"\bonly (?:the last|one)\b")
"""Where the results so far are told and `only the last game is still to come`."""
_OF_WHAT = re.compile(r"^How much money (?:does|did|do) .+ of (?:the|his|her|this|that) ")
_CONDITION = "If {0}, {1}"
_FORMS = (_CONDITION, "{2}. {3}")
"""How the answer is told and the question asked: statement and question, in small letters and in
capitals. A statement that begins with a figure stands inside a sentence."""


def _turned(
    graph: Graph, path: Path, hidden: Hidden, facts: str, statement: str, rng: Random
) -> Child:
    if _LAST.search(facts) and not hidden.money:
        raise Declined("no_hiding", "the text tells how many there are in another way")
    if _OF_WHAT.search(hidden.ask):
        raise Declined("no_hiding", "the question would tell too late of what it is a part")
    leans = statement.endswith(" that") or (hidden.silent and _FAR.search(statement))
    leans = leans or statement.startswith("it comes to ")
    if leans or _FAR.search(hidden.ask):
        raise Declined("no_hiding", "a pronoun would lose its noun")
    inverse = invert(graph, path, Operand(graph.answer, "question"), hidden.told)
    changes = any(_is_sum(graph.steps[at].expression) for at in path.steps)
    asked = _at_first(hidden, statement, changes)
    ask = asked[0].lower() + asked[1:]
    upper = statement[0].upper() + statement[1:]
    form = rng.choice(_FORMS) if statement[0].isalpha() else _CONDITION
    closing = form.format(statement, ask, upper, asked)
    text = f"{facts} {closing}"
    rationale = "\n".join(inverse.lines) + f"\n#### {plain(inverse.value)}"
    return Child(prove(text, rationale, inverse.shapes, graph.idle), rationale, "turned round")


def _is_sum(expression: Expression) -> bool:
    return isinstance(expression, Binary) and expression.op in "+-"
