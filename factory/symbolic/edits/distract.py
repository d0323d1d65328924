"""Distract: one more fact with a number that nothing needs, marked as such in the graph.

Irrelevant context is GSM-IC's (2302.00093) and GSM-NoOp's (2410.05229). A fact is about the person
of the story, and stands behind the name or before the story; or about what else the story's shop
sells or what a neighbor has, and stands second, where nothing refers across it. Where it could be
taken for a part of the computation, it is not told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import operands
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.nouns import NO_NAMES
from factory.symbolic.graph import Declined, Focus, Graph, write_rationale
from factory.symbolic.question import split_sentences, understand
from factory.symbolic.words import FINITE, HERS, HIS, KINDS

TRIES = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to add; `{who}` is the person, `{shop}` the shop, `{name}` somebody new.

    One of a person begins with its verb.

    `{n}` is what is asked for; `<has|had>` takes the tense of the question.
    """

    text: str
    low: int
    high: int
    unlike: str = ""
    """Beginnings of words that must not stand in the problem: there the fact could matter."""


_YOUNG = (
    "age old young birth year grade school child kid son test exam pupil student allowance mom dad "
    "mother father parent homework class grand brother sister toy doll lego play job work nurse"
)
_PERSON = (
    Fact("is {k} years old", 23, 58, _YOUNG),
    Fact("has been a nurse for {k} years", 3, 25, _YOUNG),
    Fact("has {k} cousins", 3, 14, "cousin famil relative brother sister people guest"),
    Fact("lives at {k} Mill Lane", 12, 98, "house apartment street number room home mile lane"),
    Fact("owns {k} comic books", 12, 60, "comic book read librar page shel"),
    Fact("has {k} houseplants", 3, 18, "plant flower garden tree house soil water"),
)
"""What can be said of a person in passing, behind the name or before the story."""
_SHOP = (
    Fact("The {shop} also <sells|sold> umbrellas at ${k} each.", 8, 24, "umbrella"),
    Fact("The {shop} also <sells|sold> sunglasses at ${k} a pair.", 9, 32, "sunglasses pair"),
    Fact("The {shop} also <sells|sold> postcards at ${k} a set.", 4, 15, "postcard card set"),
)
_OTHERS = (
    Fact("{who}'s neighbor {name} <has|had> {k} {n}.", 4, 60, "neighbor"),
    Fact("{who}'s friend {name} <has|had> {k} {n}.", 4, 60, "friend"),
)
_UNKNOWN = Focus("", "", "")
"""A question that is not understood: facts that have to do with it are not told."""
_TOGETHER = re.compile(
    r"\b(?:together|both|they|their|everyone|everybody|each|combined|friends?|neighbors?|total"
    r"|than|as many|all)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|such|others?|rest|remaining|both|then|there"
    r"|here|so far|after that|before that|one of|of them|another|also|too|instead|same)\b"
    r"|^(?:So|But|And|Of|Half|Each|After|All|Some|Most|Only|Every|Two|Three|Four|Five|At|From|With"
    r"|During|By|In (?:the|a) (?:first|second|next|end|same)|Next|Later|Now|Later|Finally|Besides"
    r"|A (?:third|quarter|half|tenth|fifth|sixth)"
    r"|On the (?:first|next|same|way|other)"
    r"|The (?:other|next|first|second|third|last|same|total|way))\b",
    re.IGNORECASE,
)
"""How a sentence points back at the one before it, beyond the person that both are about."""
_HE = re.compile(r"\b(?:he|she|his|her|him|hers)\b", re.IGNORECASE)
_SHOPS = re.compile(r"\bthe ((?:[a-z]+ )?(?:store|shop|market))\b")
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
    ways = list(_ways(graph, focus, sentences, rng))
    if not ways:
        raise Declined("no_fact", "no fact is surely idle here, or none has a place")
    fault = Declined("no_fact", "no fact is surely idle here")
    for _ in range(TRIES):
        try:
            return _told(graph, focus, sentences, rng.choice(ways), rng)
        except Declined as declined:
            fault = declined
    raise fault


def _ways(
    graph: Graph, focus: Focus, sentences: list[str], rng: Random
) -> Iterator[tuple[Fact, int, str]]:
    """Each fact that is idle here, the place where it goes, and its text but for the number."""
    text = graph.question
    who = person_of(text, focus)
    shop = _SHOPS.search(sentences[0]) if len(sentences) > 2 else None
    near = bool(focus.who and who) and not _TOGETHER.search(text) and focus.kind == "thing"
    fields = {
        "who": who,
        "shop": shop[1] if shop else "",
        "name": rng.choice([name for name in HIS + HERS if name not in text]),
        "n": focus.noun,
    }
    past = bool(re.search(r" (?:did|was|were|had) ", sentences[-1]))
    alone = who and (_opens_with(sentences[0], who) or _names(sentences[0]) == {who})
    for fact in _PERSON if alone else ():
        if _is_idle(fact, text):
            yield fact, 0, fact.text
    for facts, fits in ((_SHOP, shop is not None), (_OTHERS, near)):
        for fact in facts if fits and _can_part(sentences) else ():
            if _is_idle(fact, text):
                yield fact, 1, _filled(fact, fields, past=past)


def _names(sentence: str) -> set[str]:
    """Words that begin with a capital letter and may name somebody."""
    return {word for word in re.findall(r"\b[A-Z][a-z]+\b", sentence) if word not in NO_NAMES}


def _opens_with(sentence: str, who: str) -> bool:
    """Whether the sentence is of the form `Lena buys`, so that an aside can follow the name."""
    match = re.match(rf"{re.escape(who)} ([a-z]+) ", sentence)
    return match is not None and (match[1] in FINITE or match[1] in ("is", "was"))


def _can_part(sentences: list[str]) -> bool:
    """Whether a fact can stand second: nothing behind it points back at the first sentence."""
    following = sentences[1] if len(sentences) > 1 else "it"
    return not (_LEANS.search(following) or _HE.search(following))


def _is_idle(fact: Fact, text: str) -> bool:
    return not any(re.search(rf"\b{start}", text, re.IGNORECASE) for start in fact.unlike.split())


def _filled(fact: Fact, fields: dict[str, str], *, past: bool) -> str:
    said = re.sub(r"<(\w+)\|(\w+)>", r"\2" if past else r"\1", fact.text)
    for field, value in fields.items():
        said = said.replace(f"{{{field}}}", value)
    return said


def _told(
    graph: Graph,
    focus: Focus,
    sentences: list[str],
    way: tuple[Fact, int, str],
    rng: Random,
) -> Child:
    fact, place, text = way
    number = _number(graph, fact, rng)
    told = text.replace("{k}", str(number))
    lines = [*sentences[:place], told, *sentences[place:]]
    if fact in _PERSON:
        who = person_of(graph.question, focus)
        name, _, rest = sentences[0].partition(" ")
        lines = [f"{who} {told}.", *sentences]
        if _opens_with(sentences[0], who):
            if told.split()[0] == rest.split()[0]:
                raise Declined("no_fact", "two clauses would begin with the same verb")
            lines = [f"{name}, who {told}, {rest}", *sentences[1:]]
    whole = " ".join(lines)
    rationale = write_rationale(graph)
    shapes = tuple(step.expression for step in graph.steps)
    proven = prove(whole, rationale, shapes, graph.idle | {Fraction(number)})
    if len(proven.distractors) != len(graph.distractors) + 1:
        raise Declined("no_fact", "the number is not idle")
    if graph.focus is not None:
        end = len(whole) - len(sentences[-1]) - 1
        proven = replace(proven, focus=replace(graph.focus, facts_end=end))
    return Child(proven, rationale, "a fact that is not needed")


def person_of(text: str, focus: Focus) -> str:
    """The one person of the problem, by name, or nothing."""
    if focus.who[:1].isupper() and focus.who.lower() not in ("he", "she", "they"):
        return focus.who
    named = {
        match[1]
        for match in _NAME.finditer(text)
        if match[1] not in NO_NAMES
        and match[1].lower() not in KINDS
        and (match[2] in FINITE or match[2] in ("is", "was"))
    }
    return named.pop() if len(named) == 1 else ""


def _number(graph: Graph, fact: Fact, rng: Random) -> int:
    taken = {value for quantity in graph.quantities for value in quantity.lends}
    taken |= {step.value for step in graph.steps}
    taken |= {o.value for step in graph.steps for o in operands(step.expression)}
    free = [k for k in range(fact.low, fact.high + 1) if k not in taken]
    if not free:
        raise Declined("no_number", "every number is taken")
    return rng.choice(free)
