"""Distract: one more fact with a number that nothing needs, marked as such in the graph.

Irrelevant context is GSM-IC's (2302.00093) and GSM-NoOp's (2410.05229). A fact is about the one
whom the question asks of, about somebody else who has things of the same kind, or about the things
themselves; where it could be taken for a part of the computation, it is not told.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import operands
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.nouns import NO_NAMES
from factory.symbolic.graph import Declined, Focus, Graph, write_rationale
from factory.symbolic.question import split_sentences, understand
from factory.symbolic.words import FINITE, HERS, HIS

TRIES = 16


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to add; `{who}` is a person of the problem, `{name}` somebody new, `{n}` a noun.

    `<are|were>` takes the tense of the question.
    """

    text: str
    low: int
    high: int
    unlike: str = ""
    """Beginnings of words that must not stand in the problem: there the fact could matter."""
    kinds: str = ""
    """Kinds of what is asked that it fits; empty for any."""


_PERSON = (
    Fact("{who} is {k} years old.", 19, 34, "age old young birth year grade school child kid son"),
    Fact("{who} lives in a house with the number {k}.", 12, 180, "house apartment street number"),
    Fact("{who} has {k} cousins.", 3, 14, "cousin famil relative brother sister people guest"),
    Fact("{who}'s phone shows {k} unread messages.", 3, 48, "phone message text call email"),
    Fact("{who} follows a podcast that has {k} episodes so far.", 8, 95, "podcast episode show"),
    Fact("{who} wears shoes of size {k}.", 5, 11, "shoe size wear boot sneaker"),
    Fact("{who} is {k} inches tall.", 58, 74, "inch tall height foot feet long"),
    Fact("{who} has a dog that weighs {k} pounds.", 12, 80, "dog pound weigh animal pet ounce"),
    Fact("{who} takes the bus with the number {k}.", 3, 95, "bus number drive ride"),
)
_OTHERS = (
    Fact("A neighbor, {name}, <has|had> {k} {n} at home.", 3, 60, "neighbor home", "thing"),
    Fact("{name}, who lives next door, <has|had> {k} {n} in the cellar.", 3, 60, "cellar", "thing"),
    Fact("A friend, {name}, spent ${k} on a jacket last week.", 21, 95, "jacket friend", "money"),
    Fact("{name}, a cousin, once needed {k} {n} for something like this.", 3, 60, "cousin", "time"),
)
_PLACE = (
    Fact("It is {k} degrees outside.", 48, 86, "degree temperature hot cold oven weather outside"),
    Fact("A radio plays {k} songs meanwhile.", 4, 30, "song radio music sing play"),
    Fact("A newspaper of that day has {k} pages.", 16, 64, "newspaper page read paper"),
    Fact("Nearby, a choir with {k} singers rehearses.", 12, 60, "choir sing music nearby"),
    Fact("At the corner, a clock runs {k} seconds slow.", 4, 50, "clock second minute hour time"),
    Fact("A bakery down the road sells {k} kinds of bread.", 5, 25, "bak bread kind road"),
    Fact("On the wall there is a poster with {k} stars.", 9, 50, "star poster wall"),
)
_THINGS = (
    Fact("Of the {n}, {k} <are|were> slightly smaller than the others.", 2, 12,
         "small larg big size weigh heav long tall wide", "thing"),
    Fact("Of the {n}, {k} <have|had> a small scratch.", 2, 12, "scratch broken damage small",
         "thing fixed"),
)  # fmt: skip
_UNKNOWN = Focus("", "", "")
"""A question that is not understood: facts that have to do with it are not told."""
_TOGETHER = re.compile(r"\b(?:together|both|they|their|everyone|everybody|each|combined)\b", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|him|them|their|its)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:they|them|their|its|these|those|others|rest|remaining)\b"
    r"|\b(?:[Ii]t|[Tt]his)\b(?! (?:takes|took|will take|costs|week|month|year|morning))"
    r"|^(?:Then|So|But|And|Of|Half|Each|After|There|All|Both|Also|That|One|Another|Some|Most|Only"
    r"|Every|Two|Three|A (?:third|quarter|half)"
    r"|The (?:other|next|first|second|third|last|same|total))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b([A-Z][a-z]+)(?= ([a-z]+)\b)")


def distract(graph: Graph, rng: Random) -> Child:
    """The problem with one more fact, whose number is marked as a distractor.

    Raises:
        Declined: when no fact is surely idle, or its number cannot be told from the others.
    """
    if len(graph.distractors) > 1:
        raise Declined("no_fact", "there are two idle facts already")
    try:
        focus = understand(graph).focus
    except Declined:
        focus = _UNKNOWN
    sentences = split_sentences(graph.question)
    fault = Declined("no_fact", "no fact is surely idle here")
    for _ in range(TRIES):
        try:
            return _told(graph, focus, sentences, rng)
        except Declined as declined:
            fault = declined
    raise fault


def _told(graph: Graph, focus: Focus, sentences: list[str], rng: Random) -> Child:
    fact, text = _fact(graph, focus, rng)
    number = _number(graph, fact, rng)
    places = [at for at in range(1, len(sentences)) if _bears(sentences[at], fact)]
    if not places:
        raise Declined("no_fact", "every sentence leans on the one before it")
    at = rng.choice(places)
    told = text.replace("{k}", str(number))
    whole = " ".join([*sentences[:at], told, *sentences[at:]])
    rationale = write_rationale(graph)
    shapes = tuple(step.expression for step in graph.steps)
    proven = prove(whole, rationale, shapes, graph.idle | {Fraction(number)})
    if len(proven.distractors) != len(graph.distractors) + 1:
        raise Declined("no_fact", "the number is not idle")
    if graph.focus is not None:
        end = len(whole) - len(sentences[-1]) - 1
        proven = replace(proven, focus=replace(graph.focus, facts_end=end))
    return Child(proven, rationale, "a fact that is not needed")


def _fact(graph: Graph, focus: Focus, rng: Random) -> tuple[Fact, str]:
    """A fact that is idle in this problem, and its text but for the number."""
    text = graph.question
    who = person_of(text, focus)
    groups: list[tuple[Fact, ...]] = [_PLACE, _PERSON] if who else [_PLACE]
    if focus.who and not _TOGETHER.search(text):
        groups += [_OTHERS, _OTHERS]
    if f" {focus.noun}" in text and focus.kind in ("thing", "fixed") and graph.answer > 4:
        groups.append(_THINGS)
    fact = rng.choice(rng.choice(groups))
    if fact.kinds and focus.kind not in fact.kinds.split():
        raise Declined("no_fact", "the fact fits another kind of question")
    if any(re.search(rf"\b{start}", text, re.IGNORECASE) for start in fact.unlike.split()):
        raise Declined("no_fact", "the fact could matter here")
    free = [name for name in HIS + HERS if name not in text]
    filled = re.sub(r"<(\w+)\|(\w+)>", r"\2" if focus.past else r"\1", fact.text)
    for field, value in (("who", who), ("name", rng.choice(free)), ("n", focus.noun)):
        filled = filled.replace(f"{{{field}}}", value)
    return fact, filled


def person_of(text: str, focus: Focus) -> str:
    """The one person of the problem, by name, or nothing."""
    if focus.who[:1].isupper() and focus.who.lower() not in ("he", "she", "they"):
        return focus.who
    named = {
        match[1]
        for match in _NAME.finditer(text)
        if match[1] not in NO_NAMES and (match[2] in FINITE or match[2] in ("is", "was"))
    }
    return named.pop() if len(named) == 1 else ""


def _number(graph: Graph, fact: Fact, rng: Random) -> int:
    taken = {value for quantity in graph.quantities for value in quantity.lends}
    taken |= {step.value for step in graph.steps}
    taken |= {o.value for step in graph.steps for o in operands(step.expression)}
    high = fact.high
    if fact in _THINGS:
        smallest = min(q.value for at, q in enumerate(graph.quantities) if at in graph.used())
        high = min(high, int(min(graph.answer, smallest * 2) / 2))
    free = [k for k in range(fact.low, high + 1) if k not in taken]
    if not free:
        raise Declined("no_number", "every number is taken")
    return rng.choice(free)


def _bears(following: str, fact: Fact) -> bool:
    """Whether the fact can stand before the sentence, and no pronoun then means another."""
    if fact in _PERSON:
        return not _POINTS_BACK.search(following)
    return not _POINTS_BACK.search(following) and not _PRONOUN.search(following)
