"""Distract: one more fact with a number that nothing needs, marked as such in the graph.

Irrelevant context is GSM-IC's (2302.00093) and GSM-NoOp's (2410.05229). A fact is about the
person of the story, and stands behind the name; or about a thing or place of the story (how old
the van is, what else the shop sells), and stands behind the sentence that tells of it, where
nothing refers across it; or about what a neighbor has. Where it could be
taken for a part of the computation, it is not told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import operands
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.nouns import NO_NAMES, word_set
from factory.symbolic.graph import Declined, Focus, Graph, write_rationale
from factory.symbolic.question import split_sentences, understand
from factory.symbolic.words import FINITE, HERS, HIS, KINDS

TRIES = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to add; `{who}` is the person, `{t}` a thing of the story, `{name}` somebody new.

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
    "mother father parent homework class grand brother sister toy doll lego play job work nurse "
    "point score button sticker marble card coin comic crayon marker balloon dance party"
)
_AGED = Fact("is {k} years old", 23, 58, _YOUNG)
"""What can be said of a person in passing, behind the name."""
_OPENED = "open year close old built founded ago"
_THINGS = (
    (
        "library museum bakery bookshop bookstore cafe hotel restaurant workshop studio theater "
        "cinema zoo gym factory post_office farm_shop village_shop general_store hospital "
        "stationery_store hardware_store grocery_store museum_shop toy_store craft_store pet_store "
        "ice_rink sports_hall concert_hall",
        Fact("The {t} <opened|opened> {k} years ago.", 4, 48, _OPENED),
    ),
    (
        "van truck bus ferry boat train tractor camper machine tram airplane plane barn cable_car "
        " pickup_truck bike fishing_boat sewing_machine",
        Fact("The {t} <is|was> {k} years old.", 3, 19, "year old age month new"),
    ),
    (
        "club choir band orchestra ensemble team folk_group drama_group gospel_choir chess_club "
        "gardening_club hiking_club photography_club swimming_club string_ensemble school_band "
        "robotics_team youth_choir film_club music_club community_center",
        Fact("The {t} <was|was> founded {k} years ago.", 3, 38, "year ago founded old"),
    ),
    (
        "novel diary travel_diary fantasy_novel cookbook",
        Fact("The {t} <weighs|weighed> {k} grams.", 310, 890, "gram kilo weigh ounce pound"),
    ),
    (
        "farm orchard vineyard meadow field forest park village",
        Fact(
            "The {t} <is|was> {k} kilometers from the nearest town.",
            3,
            28,
            "kilometer mile meter drive way town road walk hour",
        ),
    ),
)
"""What the story may be about, and what can be said of it where that is the only one."""
_GOODS = {
    "bakery": ("loaves of bread", 3, 8),
    "stationery store": ("globes", 21, 48),
    "hardware store": ("ladders", 42, 95),
    "grocery store": ("flower pots", 4, 15),
    "toy store": ("kites", 9, 28),
    "museum shop": ("art books", 18, 45),
    "craft store": ("easels", 22, 60),
    "pet store": ("dog beds", 22, 60),
    "farm shop": ("jars of honey", 6, 14),
    "party store": ("balloon sets", 5, 15),
    "sports store": ("tennis rackets", 32, 90),
    "general store": ("umbrellas", 8, 24),
}
_SHOP = tuple(
    (shop, Fact(f"The {shop} also <sells|sold> {goods} at ${{k}} each.", low, high, goods))
    for shop, (goods, low, high) in _GOODS.items()
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
            return _told(graph, sentences, rng.choice(ways), rng)
        except Declined as declined:
            fault = declined
    raise fault


def _ways(
    graph: Graph, focus: Focus, sentences: list[str], rng: Random
) -> Iterator[tuple[Fact, int, str]]:
    """Each fact that is idle here, the place where it goes, and its text but for the number."""
    text = graph.question
    who = person_of(text, focus)
    past = bool(re.search(r" (?:did|was|were|had) ", sentences[-1]))
    if who and _opens_with(sentences[0], who) and _is_idle(_AGED, text):
        yield _AGED, 0, _AGED.text
    for thing, fact in _about(text):
        place = _behind(sentences, thing)
        if place and _is_idle(fact, text):
            yield fact, place, _filled(fact, {"t": thing}, past=past)
    near = bool(focus.who and who) and not _TOGETHER.search(text) and focus.kind == "thing"
    fields = {
        "who": who,
        "name": rng.choice([name for name in HIS + HERS if name not in text]),
        "n": focus.noun,
    }
    for fact in _OTHERS if near and _can_part(sentences) else ():
        if _is_idle(fact, text):
            yield fact, 1, _filled(fact, fields, past=past)


def _about(text: str) -> Iterator[tuple[str, Fact]]:
    """Each thing of the story that stands there alone, with what can be said of it."""
    for names, fact in _THINGS:
        for name in names.split():
            yield name.replace("_", " "), fact
    yield from _SHOP


def _behind(sentences: list[str], thing: str) -> int:
    """The place behind the first sentence that tells of the thing, or before the question; or 0.

    The thing is one, its name stands for nothing else, and what follows does not point back.
    """
    one = rf"\b(?:[Aa]n?|[Tt]he)(?: [a-z]+)? {thing}(?=[.,?]| ([a-z]+)\b)"
    whole = " ".join(sentences)
    told = [at for at, sentence in enumerate(sentences) if re.search(one, sentence)]
    behind = {match[1] for match in re.finditer(one, whole) if match[1]}
    if not told or not behind <= _GOES_ON | FINITE.keys() or re.search(rf"\b{thing}s\b", whole):
        return 0
    places = (told[0] + 1, len(sentences) - 1)
    fits = (at for at in places if told[0] < at < len(sentences) and _stands_apart(sentences[at]))
    return next(fits, 0)


def _stands_apart(sentence: str) -> bool:
    return not _LEANS.search(sentence) and not re.match(r"\W*(?:He|She|It|They)\b", sentence)


_GOES_ON = word_set(
    "that which who on in at for with to from is was are were has had has will can there and gives "
    "brings goes asks while but by up when where"
)
"""What may follow a noun that ends there: no other noun, as in `the school paper`."""


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
    sentences: list[str],
    way: tuple[Fact, int, str],
    rng: Random,
) -> Child:
    fact, place, text = way
    number = _number(graph, fact, rng)
    told = text.replace("{k}", str(number))
    lines = [*sentences[:place], told, *sentences[place:]]
    if fact is _AGED:
        name, _, rest = sentences[0].partition(" ")
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
