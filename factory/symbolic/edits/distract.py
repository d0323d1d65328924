"""Distract: one more fact with a number that nothing needs, marked as such in the graph.

Irrelevant context is GSM-IC's (2302.00093) and GSM-NoOp's (2410.05229). A fact fits the story. It
is about the person, and stands behind the first mention of the name; or about a thing or place (how
old the van is, what else the shop sells), and stands inside the sentence that begins with it, or
behind the one that tells of it, where nothing refers across it; or about what a neighbor has. Where
it could be taken for a part of the computation, it is not told.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import operands
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.idle_facts import ASIDES, GOES_ON, OTHERS, SHOPS, THINGS, Fact
from factory.symbolic.edits.nouns import NO_NAMES, word_set
from factory.symbolic.grammar.words import PEOPLE
from factory.symbolic.graph import Declined, Focus, Graph, write_rationale
from factory.symbolic.question import split_sentences, understand
from factory.symbolic.words import FINITE, HERS, HIS, KINDS

TRIES = 24

_UNKNOWN = Focus("", "", "")
"""A question that is not understood: facts that have to do with it are not told."""
_TOGETHER = re.compile(
    r"\b(?:together|both|they|their|everyone|everybody|each|combined|friends?|neighbors?|total"
    r"|than|as many|all)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|such|others?|rest|remaining|both|then|there"
    r"|here|so far|after that|before that|ones?|of them|another|also|too|instead|same)\b"
    r"|^(?:So|But|And|Of|Half|After|All|Some|Most|Only|Two|Three|Four|Five|From|With"
    r"|(?:Each|Every) (?!hour|day|week|month)|At (?!the (?:moment|next))"
    r"|During|By|In (?:the|a) (?:first|second|next|end|same)|Next|Later|Now|Later|Finally|Besides"
    r"|A (?:third|quarter|half|tenth|fifth|sixth)"
    r"|On the (?:first|next|same|way|other)"
    r"|The (?:other|next|first|second|third|last|same|total|way))\b",
    re.IGNORECASE,
)
"""How a sentence points back at the one before it, beyond the person that both are about."""
_NOW = re.compile(r" (?:is|are|has|have|costs?|does|do) ")
_HE = re.compile(r"\b(?:he|she|his|her|him|hers)\b", re.IGNORECASE)
_KNOWN = frozenset((*HIS, *HERS, *(person.name for person in PEOPLE)))
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
            return _told(graph, rng.choice(ways), rng)
        except Declined as declined:
            fault = declined
    raise fault


def _ways(
    graph: Graph, focus: Focus, sentences: list[str], rng: Random
) -> Iterator[tuple[Fact, list[str]]]:
    """Each fact that is idle here, and the sentences with it, its number still `{k}`."""
    text = graph.question
    who = person_of(text, focus)
    past = bool(re.search(r" (?:did|was|were|had) ", sentences[-1]) and not _NOW.search(text))
    asides = [fact for fact in ASIDES if _is_idle(fact, text)]
    if asides and (named := _first_named(sentences, who)):
        aside = rng.choice(asides)
        yield aside, _inside(sentences, *named, f"who {_filled(aside, {}, past=past)}")
    for thing, fact in _about(text):
        if not _is_idle(fact, text):
            continue
        told = _filled(fact, {"t": thing}, past=past)
        opening = _opening(sentences, thing)
        if opening and told.startswith(f"The {thing} ") and "also" not in told:
            clause = told.removeprefix(f"The {thing} ").rstrip(".")
            at, end = opening
            if clause.split()[0] == sentences[at][end:].split()[0]:
                continue
            yield fact, _inside(sentences, *opening, f"which {clause}")
        elif place := _behind(sentences, thing):
            yield fact, [*sentences[:place], told, *sentences[place:]]
    near = bool(focus.who and who) and not _TOGETHER.search(text) and focus.kind == "thing"
    near = near and focus.act in ("have", "own")
    fields = {
        "who": who,
        "name": rng.choice([name for name in HIS + HERS if name not in text]),
        "n": focus.noun,
    }
    for fact in OTHERS if near and _can_part(sentences) else ():
        if _is_idle(fact, text):
            yield fact, [sentences[0], _filled(fact, fields, past=past), *sentences[1:]]


def _inside(sentences: list[str], at: int, end: int, clause: str) -> list[str]:
    """The sentences with the clause put into one of them, between commas."""
    lines = [*sentences]
    lines[at] = f"{lines[at][:end]}, {clause},{lines[at][end:]}"
    return lines


def _opening(sentences: list[str], thing: str) -> tuple[int, int] | None:
    """The sentence that begins with the thing, of which the story has one, and where it ends."""
    whole = " ".join(sentences)
    if re.search(rf"\b{thing}s\b", whole):
        return None
    for at, sentence in enumerate(sentences[:-1]):
        match = re.match(rf"An? (?:[a-z]+ )?{thing}(?= ([a-z]+)\b)", sentence)
        if match and (match[1] in FINITE or match[1] in ("is", "was", "has", "had")):
            new = not re.search(rf"\b{thing}\b", " ".join(sentences[:at]))
            return (at, match.end()) if new else None
    return None


def _about(text: str) -> list[tuple[str, Fact]]:
    """Each thing of the story that stands there alone, with what can be said of it."""
    return [(thing, fact) for thing, fact in (*THINGS, *SHOPS) if thing in text]


def _behind(sentences: list[str], thing: str) -> int:
    """The place behind the first sentence that tells of the thing; or 0.

    The thing is one, its name stands for nothing else, and what follows does not point back.
    """
    one = rf"\b(?:[Aa]n?|[Tt]he|[A-Z][a-z]+'s)(?: [a-z]+)? {thing}(?=[.,?]| ([a-z]+)\b)"
    whole = " ".join(sentences)
    told = [at for at, sentence in enumerate(sentences) if re.search(one, sentence)]
    behind = {match[1] for match in re.finditer(one, whole) if match[1]}
    if not told or not behind <= GOES_ON | FINITE.keys() or re.search(rf"\b{thing}s\b", whole):
        return 0
    at = told[0] + 1
    return at if at < len(sentences) and _stands_apart(sentences[at]) else 0


def _stands_apart(sentence: str) -> bool:
    return not _LEANS.search(sentence) and not re.match(r"\W*(?:He|She|It|They)\b", sentence)


_FIRST = re.compile(
    r"((?:(?:In|On|At|For|From|Every|Each|To|Last|This|During|With|After|Before|By) "
    r"[^,.]{2,45}, )?)"
    r"([A-Z][a-z]+) ([a-z]+) "
)
"""`Lena buys` or `In a cookbook, Lena finds`, so that an aside can follow the name."""


_ACTS = word_set(
    "is was may can parks asks looks empties studies prepares strings measures beats presses mixes"
    " translates"
)
"""What a person does or can do in a story, beyond the verbs that a question can turn on."""


def _first_named(sentences: list[str], who: str) -> tuple[int, int] | None:
    """The sentence that names somebody first, who then does something, and where the name ends."""
    for at, sentence in enumerate(sentences[:-1]):
        match = _FIRST.match(sentence)
        if match and match[2] not in NO_NAMES and (match[2] == who or match[2] in _KNOWN):
            acts = match[3] in FINITE or match[3] in _ACTS
            new = not re.search(rf"\b{match[2]}\b", " ".join(sentences[:at]))
            return (at, match.end(2)) if acts and new else None
    return None


def _can_part(sentences: list[str]) -> bool:
    """Whether a fact can stand second: nothing behind it points back at the first sentence."""
    following = sentences[1] if len(sentences) > 1 else "it"
    return not (_LEANS.search(following) or _HE.search(following))


def _is_idle(fact: Fact, text: str) -> bool:
    def told(starts: str) -> bool:
        found = (start.replace("_", " ") for start in starts.split())
        return any(re.search(rf"\b{start}", text, re.IGNORECASE) for start in found)

    return not told(fact.unlike) and (not fact.like or told(fact.like))


def _filled(fact: Fact, fields: dict[str, str], *, past: bool) -> str:
    said = re.sub(r"<(\w+)\|(\w+)>", r"\2" if past else r"\1", fact.text)
    for field, value in fields.items():
        said = said.replace(f"{{{field}}}", value)
    return said


def _told(graph: Graph, way: tuple[Fact, list[str]], rng: Random) -> Child:
    fact, sentences = way
    number = _number(graph, fact, rng)
    lines = [line.replace("{k}", str(number)) for line in sentences]
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
