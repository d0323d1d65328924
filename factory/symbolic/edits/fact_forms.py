"""Facts in another form: each rule turns a sentence whose form leaves no doubt, or gives nothing.

No rule touches a number's value, a relation, or who does what, and none guesses what a pronoun
means.
"""

import re
from collections.abc import Callable

from factory.symbolic.edits.nouns import word_set
from factory.symbolic.words import FINITE, KINDS

CONNECTED = re.compile(
    r"^(?:Then|However|But|So|And|Also|After|Before|When|While|If|Suppose|Unfortunately|Finally"
    r"|Later|Next|First|Now|Because|Since|As|In|On|At|For|From|With|Of|By|To|That|This|These|Those"
    r"|Afterwards|Instead|Still|Today|Yesterday|Tomorrow|Last)\b"
)
"""How a sentence begins that leans on the one before it, or has an adverbial in front."""

Rule = Callable[[str], str | None]

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
_WHEN = (
    rf"(?:[Oo]n (?:{_DAYS})|[Ii]n (?:{_MONTHS})"
    r"|[Ii]n the (?:morning|afternoon|evening)|[Aa]t (?:noon|night|lunch)"
    r"|[Oo]n the (?:first|second|third|next|last) day|[Ll]ast (?:week|month|year)"
    r"|[Tt]his (?:week|month|year)|[Yy]esterday|[Tt]oday"
    r"|(?:[Ee]very|[Ee]ach) (?:day|week|month|year|morning|evening|night))"
)
_FRONTED = re.compile(rf"({_WHEN}),? ((?:[A-Z][a-z]+|he|she|they|the [a-z]+|there) [^,;:]+)\.")
_AT_END = re.compile(rf"((?:[A-Z][a-z]+|The [a-z]+) [^,;:]+?) ({_WHEN})\.")
_COMPOUND = re.compile(
    r"\b(?:and|or|but|than|as|that|which|who|when|while|if|because|then|after|before|until|so|to"
    r"|from)\b"
)


def front_time(sentence: str) -> str | None:
    """`Mira picks 48 apples on Friday.` -> `On Friday, Mira picks 48 apples.`."""
    match = _AT_END.fullmatch(sentence)
    if (
        match is None
        or CONNECTED.match(sentence)
        or _COMPOUND.search(match[1])
        or re.search(_WHEN, match[1])
    ):
        return None
    clause, when = match[1], match[2]
    if clause.startswith("The "):
        clause = clause[0].lower() + clause[1:]
    if clause.split()[0] in ("He", "She", "They", "There"):
        clause = clause[0].lower() + clause[1:]
    return f"{when[0].upper()}{when[1:]}, {clause}."


def end_time(sentence: str) -> str | None:
    """`On Friday, Mira picks 48 apples.` -> `Mira picks 48 apples on Friday.`."""
    match = _FRONTED.fullmatch(sentence)
    if match is None or _COMPOUND.search(match[2]) or re.search(_WHEN, match[2]):
        return None
    clause, when = match[2], match[1]
    return f"{clause[0].upper()}{clause[1:]} {when[0].lower()}{when[1:]}."


_THERE = re.compile(
    r"There (are|were|is|was) ((?:\$?\d[\d,]*|an?) [a-z ]+?) ((?:in|on|at) "
    r"(?:the|a|an|his|her|their|[A-Z][a-z]+'s) [a-z]+(?: [a-z]+)?)\."
)


def place_first(sentence: str) -> str | None:
    """`There are 12 boxes in the room.` -> `In the room there are 12 boxes.`."""
    match = _THERE.fullmatch(sentence)
    if match is None or re.search(r"\b(?:in|on|at|of|with|to|and|each)\b", match[2]):
        return None
    return f"{match[3][0].upper()}{match[3][1:]} there {match[1]} {match[2]}."


_PLACE = re.compile(
    r"((?:In|On|At) (?:the|a|an|his|her|their|[A-Z][a-z]+'s) [a-z]+(?: [a-z]+)?),? there "
    r"(are|were) (\d[\d,]* [a-z ]+)\."
)


def place_last(sentence: str) -> str | None:
    """`In a barn there are 12 goats.` -> `There are 12 goats in a barn.`."""
    match = _PLACE.fullmatch(sentence)
    if match is None or re.search(r"\b(?:in|on|at|of|with|to|and|each)\b", match[3]):
        return None
    return f"There {match[2]} {match[3]} {match[1][0].lower()}{match[1][1:]}."


_COSTS = re.compile(r"((?:A|An|Each|Every|One) [a-z]+(?: [a-z]+)?) costs (\$\d[\d.,]*)\.")


def price(sentence: str) -> str | None:
    """`A ticket costs $9.` -> `The price of a ticket is $9.`."""
    match = _COSTS.fullmatch(sentence)
    if match is None:
        return None
    thing = match[1][0].lower() + match[1][1:]
    return f"The price of {thing} is {match[2]}."


_PRICE = re.compile(
    r"The (?:price|cost) of ((?:a|an|each|one) [a-z]+(?: [a-z]+)?) is (\$\d[\d.,]*)\."
)


def costs(sentence: str) -> str | None:
    """`The price of a ticket is $9.` -> `A ticket costs $9.`."""
    match = _PRICE.fullmatch(sentence)
    return None if match is None else f"{match[1][0].upper()}{match[1][1:]} costs {match[2]}."


_HOLDS = re.compile(r"(?:A|An|Each|Every|One) ([a-z]+) (holds|contains|has) (\d+ [a-z]+)\.")


def inside(sentence: str) -> str | None:
    """`Each box holds 12 pens.` -> `There are 12 pens in each box.`."""
    match = _HOLDS.fullmatch(sentence)
    if match is None or match[1] not in _VESSELS:
        return None
    return f"There are {match[3]} in each {match[1]}."


_VESSELS = word_set(
    "box bag basket crate carton pack package packet jar bin tin bucket drawer shelf tray bowl "
    "jug bottle album folder case chest bunch bundle"
)

_SPLIT = re.compile(r"([A-Z][a-z]+) ([a-z]+) ([^,;:]+?),? and (?:then )?([a-z]+) ([^,;:]+)\.")


def split_in_two(sentence: str) -> str | None:
    """`Ann has 5 pens and buys 3 pencils.` -> `Ann has 5 pens. Ann then buys 3 pencils.`."""
    match = _SPLIT.fullmatch(sentence)
    if match is None:
        return None
    name, first, one, second, other = match.groups()
    if first not in FINITE or second not in FINITE or FINITE[first][1] != FINITE[second][1]:
        return None
    words = f"{one} {other}".split()
    if (
        re.search(_WHEN, other)
        or any(w in _BINDING for w in words)
        or " and " in f" {one} {other} "
        or not _own(other)
    ):
        return None
    return f"{name} {first} {one}. {name} {second} {other}."


_BINDING = word_set(
    "each per every them it both who which that if when while as than times twice half together "
    "total all he she they his her their one another other"
)


def _own(words: str) -> bool:
    """Whether the second half has an object of its own, so that it says the same alone."""
    number = r"(?:\$\d|\d+ (?!(?:on|in|at|to|for|from|of|more|each)\b)[a-z])"
    return re.match(rf"(?:{number}|an? |the |some )", words) is not None


_COMPARED = re.compile(
    r"([A-Z][a-z]+) (has|had|owns|owned) (\d+) (more|fewer) ([a-z]+s) than ([A-Z][a-z]+)\."
)


def other_way_round(sentence: str) -> str | None:
    """`Tom has 5 more pens than Ann.` -> `Ann has 5 fewer pens than Tom.`."""
    match = _COMPARED.fullmatch(sentence)
    if match is None:
        return None
    one, verb, number, way, noun, other = match.groups()
    return f"{other} {verb} {number} {'fewer' if way == 'more' else 'more'} {noun} than {one}."


_PAIR = re.compile(
    r"\b(has|have|had|buys|bought|are|were|sells|sold|makes|made|bakes|baked|holds|contains) "
    r"(\d+ (?:[a-z]+ )?([a-z]+s)) and (\d+ (?:[a-z]+ )?([a-z]+s))(?=[.,])"
)
_ORDERED = re.compile(r"\b(?:respectively|former|latter|first|second|in that order)\b")


def swapped(sentence: str) -> str | None:
    """`She has 42 crayons and 12 pens.` -> `She has 12 pens and 42 crayons.`."""
    match = _PAIR.search(sentence)
    if match is None or _ORDERED.search(sentence):
        return None
    kinds = {KINDS.get(match[3]), KINDS.get(match[5])}
    if kinds & {"time", "length", "measure"}:
        return None
    return (
        f"{sentence[: match.start()]}{match[1]} {match[4]} and {match[2]}{sentence[match.end() :]}"
    )


RULES: tuple[Rule, ...] = (
    front_time,
    end_time,
    place_first,
    place_last,
    price,
    costs,
    inside,
    split_in_two,
    other_way_round,
    swapped,
)
"""Rules that give a fact another form, each sure by itself."""


def join_two(first: str, second: str) -> str | None:
    """`Ann has 5 pens.` and `She buys 3 more.` -> `Ann has 5 pens and buys 3 more.`."""
    one = re.fullmatch(r"([A-Z][a-z]+) ([a-z]+) ([^,;:A-Z]+)\.", first)
    two = re.fullmatch(r"(?:He|She) (?:then |also )?([a-z]+) ([^;:]+)\.", second)
    if one is None or two is None or one[1] in ("He", "She", "They", "It", "There"):
        return None
    if one[2] not in FINITE or two[1] not in FINITE or FINITE[one[2]][1] != FINITE[two[1]][1]:
        return None
    if any(word in _BINDING or word == "and" for word in one[3].split()) or " and " in two[2]:
        return None
    return f"{first[:-1]} and {two[1]} {two[2]}."
