"""Easier: leave out the last steps, so that an earlier result is what is asked.

The question for the earlier result is made from the sentence that tells it; facts that are then
not needed are left out where a whole sentence states nothing else.
"""

import re
from dataclasses import replace
from random import Random

from factory.symbolic.arithmetic import Expression, Operand, operands, replace_operands
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.nouns import NO_NAMES
from factory.symbolic.graph import Declined, Graph, Slot, Step, write_rationale
from factory.symbolic.numerals import spoken
from factory.symbolic.question import split_question
from factory.symbolic.words import FINITE, KINDS, PLURAL_SUBJECTS, singular

_OPENING = re.compile(
    r"^(?:so|then|thus|therefore|hence|first|next|this means|that means|in total|altogether|"
    r"initially|in all)\b,?\s*(?:that\s+)?",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\s*(?:a total of|only|about)(?=[\s$]*$)")
_DANGLES = re.compile(
    r"^(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]hese|[Tt]hose|[Tt]his|[Tt]hat|[Tt]hen|"
    r"[Tt]he (?:rest|remaining|others?)|[Bb]oth|[Hh]is|[Hh]er|[Tt]heir)\b"
)


def shorter(graph: Graph, rng: Random) -> Child:
    """The problem with an earlier result as its target.

    Raises:
        Declined: when there is none whose sentence makes a question, or facts cannot be left out.
    """
    if len(graph.steps) < 2:
        raise Declined("too_short", "there is only one step")
    facts, _ = split_question(graph.question)
    fault = Declined("no_question", "no sentence of the rationale makes a question")
    targets = sorted(
        {o.index for o in operands(graph.steps[-1].expression) if o.source == "step"}, reverse=True
    )
    if len(targets) > 1 and rng.random() < 0.3:
        targets.reverse()
    for target in targets:
        try:
            return _up_to(graph, facts, target)
        except Declined as declined:
            fault = declined
    raise fault


def _up_to(graph: Graph, facts: list[str], target: int) -> Child:
    kept = _needed(graph, target)
    steps = renumbered(graph, kept)
    question = question_for(graph.steps[target], " ".join(facts))
    short = replace(graph, steps=tuple(steps))
    told = _pruned(graph, facts, short.used())
    _refuse_unused(graph, told, short.used())
    _refuse_unknown(question, " ".join(told))
    text = " ".join([*told, question])
    rationale = write_rationale(short)
    shapes = tuple(step.expression for step in steps)
    proven = prove(text, rationale, shapes, graph.idle)
    return Child(proven, rationale, "fewer steps")


_MEASURED = ("money", "time", "length", "measure")
_POINTING = re.compile(r"\b(?:this|that|these|those|such|it|them|others?|rest|remaining|left)\b")


def _refuse_unknown(question: str, facts: str) -> None:
    """Refuse a question about what the facts that are told have not introduced."""
    if _POINTING.search(question):
        raise Declined("no_question", "the question points at something")
    told = {singular(word) for word in re.findall(r"[a-z-]+", facts.lower())}
    for name in set(re.findall(r"\b[A-Z][a-z]+\b", question)) - NO_NAMES:
        if not re.search(rf"\b{name}\b", facts):
            raise Declined("no_question", f"{name} is not introduced")
    _, _, asked = question.partition(" ")
    for word in re.findall(r"[a-z-]+", asked):
        noun = singular(word)
        counted = KINDS.get(word) or KINDS.get(f"{word}s")
        if counted and counted not in _MEASURED and word not in FINITE and noun not in told:
            raise Declined("no_question", f"{word} are not introduced")
    for noun in re.findall(r"\bthe ([a-z-]+)", question):
        if singular(noun) not in told:
            raise Declined("no_question", f"the {noun} is not introduced")


def _needed(graph: Graph, target: int) -> list[int]:
    needed = {target}
    for at in range(target, -1, -1):
        if at in needed:
            sources = operands(graph.steps[at].expression)
            needed |= {o.index for o in sources if o.source == "step"}
    return sorted(needed)


def renumbered(graph: Graph, kept: list[int]) -> list[Step]:
    """The steps that are kept, with their references to each other moved to the new places."""
    place = {old: new for new, old in enumerate(kept)}

    def move(operand: Operand) -> Operand:
        if operand.source != "step":
            return operand
        return replace(operand, index=place[operand.index])

    steps = []
    for old in kept:
        step = graph.steps[old]
        expression: Expression = replace_operands(step.expression, move)
        sentence = tuple(
            replace(part, index=place.get(part.index, -2))
            if isinstance(part, Slot) and part.what == "step"
            else part
            for part in step.sentence
        )
        if any(isinstance(part, Slot) and part.index == -2 for part in sentence):
            sentence = ()
        steps.append(replace(step, expression=expression, sentence=sentence))
    return steps


def _pruned(graph: Graph, facts: list[str], used: set[int]) -> list[str]:
    """The facts without sentences that state only numbers which are not used any more."""
    spans = []
    at = 0
    for fact in facts:
        start = graph.question.find(fact, at)
        if start < 0:
            raise Declined("unused_number", "a fact stands inside the question")
        at = start + len(fact)
        spans.append((start, at))
    kept: list[str] = []
    dropped = False
    here = [_inside(graph, start, end) for start, end in spans]
    idle = [bool(_digits(graph, inside)) and not inside & used for inside in here]
    for place, fact in enumerate(facts):
        if idle[place]:
            if place == 0:
                raise Declined("unused_number", "the first sentence would have to go")
            dropped = True
            continue
        if dropped and _DANGLES.match(fact):
            raise Declined("unused_number", "a sentence would lose what it refers to")
        kept.append(fact)
        dropped = False
    return kept


def _inside(graph: Graph, start: int, end: int) -> set[int]:
    return {i for i, q in enumerate(graph.quantities) if start <= q.start < end}


_FRACTION = re.compile(
    r"\b(?:half|(?:a|an|one) (?:third|quarter|fifth|sixth|tenth|eighth))\b", re.I
)


def _inside_of(graph: Graph, fact: str, at: int) -> set[int]:
    start = graph.question.find(fact, at)
    return _inside(graph, start, start + len(fact))


def _refuse_unused(graph: Graph, told: list[str], used: set[int]) -> None:
    """Refuse where a fact that stays tells a part of something that is not asked any more."""
    at = 0
    for fact in told:
        if _FRACTION.search(fact) and not _inside_of(graph, fact, at) & used:
            raise Declined("unused_number", "a fraction would not be needed any more")
        start = graph.question.find(fact, at)
        at = max(start, at)
        for index in _inside(graph, start, start + len(fact)) - used - set(graph.distractors):
            if graph.quantities[index].kind in ("numerator", "denominator", "word"):
                raise Declined("unused_number", "a fraction would not be needed any more")


def _digits(graph: Graph, inside: set[int]) -> set[int]:
    return {i for i in inside if graph.quantities[i].kind in ("int", "decimal", "percent")}


def question_for(step: Step, facts: str) -> str:
    """The question that the step's sentence answers: how many clips did Natalia sell in May?

    Raises:
        Declined: when the sentence is not of a form that turns into a question without doubt.
    """
    head, tail = _around(step)
    head = _TOTAL.sub("", _OPENING.sub("", head.strip()))
    money = head.endswith("$")
    words = _TOTAL.sub("", head.rstrip("$ ")).split()
    noun, rest = ("", tail) if money else _counted(tail)
    rest = " ".join(rest.split()).rstrip(". ")
    if re.search(r"[,;:()=\"+*/]|\bthan\b|\bmore\b|\bbecause\b|\bsince\b|\band\b|\beach\b", rest):
        raise Declined("no_question", "the sentence says too much")
    if money and rest and not re.match(r"(?:on|for|in|from|at|per|a|every|after|to|left)\b", rest):
        raise Declined("no_question", "the sentence goes on in an unknown way")
    asked = "How much money" if money else f"How many {noun}"
    rest = f" {rest}" if rest else ""
    if not rest and words[1:2] and words[1].lower() in ("has", "have", "had"):
        raise Declined("no_question", "what is had may change in the course of the story")
    if [w.lower() for w in words] in (["there", "are"], ["there", "were"]):
        then = (
            " then" if not rest and re.match(r"(?:Then|After|Now)\b", str(step.sentence[0])) else ""
        )
        return f"{asked} {words[1].lower()} there{rest}{then}?"
    return f"{asked} {_inverted(words, facts)}{rest}?"


def fact_for(step: Step, facts: str) -> str:
    """The result as a fact (`Natalia sold 24 clips in May.`), in the words of the step's sentence.

    Raises:
        Declined: when the sentence is not of a form that makes a question, and so a fact.
    """
    question_for(step, facts)
    head, tail = _around(step)
    money = head.endswith("$")
    told = _TOTAL.sub("", _OPENING.sub("", head.rstrip("$ ").strip()))
    shown = spoken(step.value, money=money)
    tail = " " + " ".join(tail.split()).strip(". ")
    return f"{told[0].upper()}{told[1:]} {'$' if money else ''}{shown}{tail.rstrip()}."


def _around(step: Step) -> tuple[str, str]:
    """What the sentence says before its arithmetic, and after its result."""
    parts = list(step.sentence)
    at = next((i for i, p in enumerate(parts) if isinstance(p, Slot) and p.what == "result"), 0)
    joint = parts[at - 1] if at else ""
    if not parts or not isinstance(parts[0], str) or not isinstance(joint, str):
        raise Declined("no_question", "the sentence has no subject")
    if at > 1 and not joint.rstrip("$ ").endswith("="):
        raise Declined("no_question", "the sentence shows other numbers")
    if len(parts) > at + 2 or (parts[at + 1 :] and not isinstance(parts[at + 1], str)):
        raise Declined("no_question", "the sentence shows other numbers")
    before = parts[0]
    money = joint.rstrip().endswith("$")
    after = str(parts[at + 1]) if parts[at + 1 :] else ""
    return before.rstrip("$ ") + (" $" if money else ""), after


def _counted(tail: str) -> tuple[str, str]:
    words = tail.split()
    for size in (1, 2, 3):
        word = words[size - 1].strip(".,").lower() if len(words) >= size else ""
        if word in KINDS:
            if words[size : size + 1] == ["of"]:
                break
            return " ".join(words[:size]).strip(".,"), " ".join(words[size:])
    raise Declined("no_question", "the sentence does not say what is counted")


def _inverted(words: list[str], facts: str) -> str:
    """`Natalia sold` -> `did Natalia sell`."""
    if len(words) < 2:
        raise Declined("no_question", "subject or verb not known")
    first = words[0]
    pronoun = first.lower() in ("he", "she", "they")
    named = first[0].isupper() and first.isalpha() and first not in NO_NAMES
    name = named and re.search(rf"\b{first}\b(?!')", facts) is not None
    if not (pronoun or name):
        raise Declined("no_question", "subject not known")
    verb, extra = words[1].lower(), words[2:]
    if verb not in FINITE and verb not in ("have", "need"):
        raise Declined("no_question", "verb not known")
    if extra and extra[0] != "to":
        raise Declined("no_question", "something stands between verb and number")
    subject = first.lower() if pronoun else first
    plural = subject in PLURAL_SUBJECTS
    base, past = (FINITE[verb][0].base, FINITE[verb][1]) if verb in FINITE else (verb, False)
    auxiliary = "did" if past else "do" if plural else "does"
    return " ".join([auxiliary, subject, base, *extra])
