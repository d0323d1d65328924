"""Merge: give a value that had to be worked out, so that two steps become one.

`Ann buys 4 packs of 6 pens.` becomes `Ann buys 24 pens.`, in the words with which the rationale
tells the result. Only sentences that say nothing else make room for it.
"""

import re
from dataclasses import replace
from random import Random

from factory.symbolic.arithmetic import Expression, Operand, operands, replace_operands
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.nouns import NO_NAMES, word_set
from factory.symbolic.graph import Declined, Graph, Sentence, Slot, Step, write_rationale
from factory.symbolic.numerals import spoken
from factory.symbolic.question import split_question
from factory.symbolic.shorten import fact_for
from factory.symbolic.words import KINDS, singular


def merged(graph: Graph, rng: Random) -> Child:
    """The problem with the result of an early step given, and without what led to it.

    Raises:
        Declined: when no step's numbers stand in sentences of their own.
    """
    if len(graph.steps) < 2:
        raise Declined("too_short", "there is only one step")
    facts, question = split_question(graph.question)
    fault = Declined("no_merge", "no step has its numbers in sentences of their own")
    places = [at for at in range(len(graph.steps) - 1) if _is_first(graph.steps[at])]
    rng.shuffle(places)
    for at in places:
        try:
            return _given(graph, facts, question, at)
        except Declined as declined:
            fault = declined
    raise fault


def _is_first(step: Step) -> bool:
    """Whether the step builds on numbers of the question alone, two of them or more."""
    sources = [operand.source for operand in operands(step.expression)]
    return "step" not in sources and sources.count("question") > 1


def _given(graph: Graph, facts: list[str], question: str, at: int) -> Child:
    first, last = _run(graph, facts, at)
    fact = fact_for(graph.steps[at], " ".join(facts))
    _refuse_lost(facts, question, first, last, fact)
    told = [*facts[:first], fact, *facts[last + 1 :]]
    text = " ".join([*told, question])
    steps = tuple(_without(step, at, graph.steps[at]) for step in graph.steps)
    steps = steps[:at] + steps[at + 1 :]
    rationale = write_rationale(replace(graph, steps=steps))
    proven = prove(text, rationale, tuple(step.expression for step in steps), graph.idle)
    if graph.focus is not None:
        if graph.focus.supposed:
            raise Declined("no_merge", "the question has a condition")
        end = len(text) - len(question) - 1
        proven = replace(proven, focus=replace(graph.focus, facts_end=end))
    return Child(proven, rationale, "a result is given")


def _run(graph: Graph, facts: list[str], at: int) -> tuple[int, int]:
    """The first and last of the sentences that tell the step's numbers, and no others."""
    own = {o.index for o in operands(graph.steps[at].expression) if o.source == "question"}
    others = {
        operand.index
        for place, step in enumerate(graph.steps)
        for operand in operands(step.expression)
        if operand.source == "question" and place != at
    }
    if own & others:
        raise Declined("no_merge", "a number is needed elsewhere")
    start, holding, foreign = 0, list[int](), list[int]()
    told: set[int] = set()
    for place, fact in enumerate(facts):
        start = graph.question.find(fact, start)
        if start < 0:
            raise Declined("no_merge", "a fact stands inside the question")
        inside = {i for i, q in enumerate(graph.quantities) if start <= q.start < start + len(fact)}
        holding += [place] if inside & own else []
        foreign += [place] if inside & (others | set(graph.distractors)) else []
        start += len(fact)
        told |= inside & own
    if told != own:
        raise Declined("no_merge", "a number of it stands in the question")
    if not holding or holding[-1] - holding[0] >= len(holding) or set(holding) & set(foreign):
        raise Declined("no_merge", "its sentences tell something else too")
    return holding[0], holding[-1]


def _refuse_lost(facts: list[str], question: str, first: int, last: int, fact: str) -> None:
    """Refuse where a thing or person that is named later would have gone."""
    dropped = " ".join(facts[first : last + 1])
    after = " ".join([*facts[last + 1 :], question])
    kept = _things(" ".join([*facts[:first], fact]))
    lost = (_things(dropped) - kept) & _things(after)
    if lost:
        raise Declined("no_merge", f"{min(lost)} would not be introduced")
    gone = set(re.findall(r"\b[A-Z][a-z]+\b", dropped)) - NO_NAMES - set(fact.split())
    following = re.split(r"[.?] ", after, maxsplit=1)[0]
    if (gone and _PERSONAL.search(after)) or _LEANS.search(following):
        raise Declined("no_merge", "a pronoun would lose its noun")
    if re.search(r" \$[\d.,]+\.$", fact):
        raise Declined("no_merge", "the new fact does not say what the money is for")
    if re.fullmatch(r"There (?:are|were) \S+ [a-z]+(?: [a-z]+)?(?: at first| in all)?\.", fact):
        raise Declined("no_merge", "the new fact does not say where they are")
    if re.search(r"\b(?:[Tt]his|[Tt]hese|[Tt]hat|[Tt]hose)\b", fact):
        raise Declined("no_merge", "the new fact points at something")
    if re.match(r"(?:He|She|They|It)\b", fact) and fact.split()[0] != dropped.split()[0]:
        raise Declined("no_merge", "a pronoun would lose its noun")
    if re.search(r"^(?:These|Those|This|That|Each|Half|The (?:rest|others?))\b", after):
        raise Declined("no_merge", "the next sentence leans on the one that goes")


_LEANS = re.compile(r"\b(?:it|them|they|these|those|this|that)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:he|she|they|his|her|their|him|them|both)\b", re.IGNORECASE)


def _things(text: str) -> set[str]:
    """Names and nouns of the text, nouns in the singular."""
    words = re.findall(r"[A-Za-z]+", text)
    nouns = {singular(word) for word in words if word in KINDS}
    found = {word for word in words if word in _SINGULARS}
    names = {w for w in words if w[0].isupper() and w.lower() not in _OPENERS}
    return nouns | found | names


_SINGULARS = frozenset(singular(noun) for noun in KINDS)
_OPENERS = word_set(
    "the a an he she they it his her their how what if then there each every in on at for of and "
    "but so after before when while this that these those one two all some both"
)


def _without(step: Step, at: int, gone: Step) -> Step:
    """The step as it stands where the result of step `at` is given."""

    def move(operand: Operand) -> Operand:
        if operand.source != "step":
            return operand
        if operand.index == at:
            if operand.scale != 1:
                raise Declined("no_merge", "the result enters as a percentage")
            return Operand(operand.value, "question")
        return replace(operand, index=operand.index - (operand.index > at))

    expression: Expression = replace_operands(step.expression, move)
    sentence: Sentence = tuple(_part(part, at, gone) for part in step.sentence)
    return replace(step, expression=expression, sentence=sentence)


def _part(part: str | Slot, at: int, gone: Step) -> str | Slot:
    if isinstance(part, str) or part.what != "step":
        return part
    if part.index == at:
        return spoken(gone.value * part.scale, money=part.money)
    return replace(part, index=part.index - (part.index > at))
