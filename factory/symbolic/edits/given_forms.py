"""Other ways to say a given number, from which it has to be worked out first.

Each stands in place of the number and what follows it, names the operation that leads back to it,
and is offered only where nothing else in the story speaks of the same number or its unit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from factory.symbolic.arithmetic import Binary, Expression, Operand, operands
from factory.symbolic.edits.nouns import word_set
from factory.symbolic.graph import Graph, well_known
from factory.symbolic.numerals import places, plain, spoken
from factory.symbolic.words import FINITE, VERBS

_COLORS = ("red", "blue", "green", "yellow", "white", "orange", "purple", "black")
_ADULTS = ("adults", "children")
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "boxes bags baskets crates candles erasers mugs plates stickers bookmarks folders "
        "envelopes buttons pins clothespins paintbrushes ribbons balloons scarves hats "
        "cushions badges beads tiles jugs tokens marbles whistles tubes buckets tins "
        "shirts bowls pens pencils toys bottles cups notebooks caps kites ballpoints "
        "blankets towels gloves napkins lanterns magnets pillows bracelets chairs socks "
        "mittens mats flags bandanas backpacks",
        ("{a} {one} and {b} {two} {n}", *_COLORS),
    ),
    ("eggs hens pullets", ("{a} {one} and {b} {two} {n}", "brown", "white")),
    (
        "books magazines comics novels postcards beehives films songs bicycles "
        "chairs benches machines buses trucks",
        ("{a} {one} and {b} {two} {n}", "old", "new"),
    ),
    (
        "cookies muffins cupcakes cakes smoothies donuts milkshakes",
        ("{a} {one} and {b} {two} {n}", "chocolate", "banana", "vanilla", "strawberry"),
    ),
    ("feathers seashells pebbles shells stones", ("{a} {one} and {b} {two} {n}", "white", "brown")),
    ("trees", ("{a} {one} and {b} {two} {n}", "young", "old")),
    (
        "people passengers visitors guests residents campers tourists",
        ("{a} {one} and {b} {two}", *_ADULTS),
    ),
    ("children students pupils kids", ("{a} {one} and {b} {two}", "girls", "boys")),
    (
        "adults members dancers singers runners neighbors teachers volunteers clerks",
        ("{a} {one} and {b} {two}", "women", "men"),
    ),
)
"""What can be told apart, how that is said, and words for the two kinds."""
_SORTS = (
    "comic|gift|cardboard|paper|picture|toy|light|flower|pottery|gel|potted|water|tennis|baking"
    "|paint|glass|guide|story"
)
"""What can stand before such a noun and leaves it as it is."""
_BY_NOUN = {noun: said for nouns, said in _KINDS for noun in nouns.split()}
_OF_KINDS = word_set(
    "red blue green yellow white orange purple black brown gray pink silver gold old new young"
    " adult adults child children girls boys women men kids chocolate banana vanilla strawberry"
    " large small"
)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:of|than|times|by|every|per|a|the|these|those|first|next|last|other|others|more|another"
    r"|least|most|about|over|under|to|and|or|only|all|exactly|other|for|into|in|between|among|age"
    r"|number|seats?)|\$|,) ?$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r" (?:and|or|of|more|fewer|less|than|as|is|long|wide|high|tall|deep|old|each of|an?|per|every"
    r"|belong|ago)\b|-|/|[^.]*\b(?:alike|identical|the same)\b"
)

_WHOLE = re.compile(r"\bthe number\b|\baverage\b")
_COMPARED = re.compile(r"\b(?:as many|more|fewer)\b(?! of them)")
_PACKED = word_set(
    "stickers pencils candles erasers envelopes badges postcards balloons buttons pens batteries "
    "folders bookmarks crayons markers pins clothespins paintbrushes napkins straws magnets tokens "
    "cookies biscuits cards marbles beads ribbons notebooks seedlings"
)
"""What is sold or kept in packs and trays."""

_UNITS = (
    ("hours", "minutes", 60, 6),
    ("weeks", "days", 7, 12),
    ("kilograms", "grams", 1000, 5),
    ("liters", "milliliters", 1000, 3),
    ("kilometers", "meters", 1000, 5),
    ("meters", "centimeters", 100, 4),
)
"""A unit, a smaller one, how many of it that is, and up to how much is told in the smaller one."""
_RATED = re.compile(
    r" (?:an?|per|each day|every|less|more|shorter|longer|farther|ahead|of overtime|overtime|usual"
    r"|on (?:an?|each|every))\b|-"
)
_SPOKEN_OF = re.compile(
    r"\beach of\b|\b(?:them|these|those|so|as long|as many|as much|same|ones?|such|others?|another"
    r"|more|less|that)\b|\d(?:[.,;?]|$| (?:and|per|an?)\b)"
)
"""What follows a measure where the story goes on about it, or leaves its unit out the next time."""


@dataclass(frozen=True, slots=True)
class Way:
    """What to say in place of a quantity and the noun behind it, and how it leads back to it."""

    at: int
    size: int
    """How many characters behind the number are replaced too."""
    said: str
    step: Expression
    line: str
    did: str
    back: int = 0
    """How many characters before the number are replaced too."""


_LEAST = 6
"""Smallest part of a unit that is told in it, as `0.25 kilograms`, is the inverse of this."""


def givens(graph: Graph) -> Iterator[tuple[int, Fraction, str, str]]:
    """Each number that stands before a noun: its place, value, the noun and what follows that."""
    whole = {
        operand_index
        for operand_index in graph.used()
        if graph.quantities[operand_index].kind in ("int", "word", "decimal")
    }
    last = graph.question.rfind(". ")
    guess = re.search(r"[^.]* guess(?:es|ed) that ", graph.question)
    last = min(last, guess.start()) if guess else last
    for at in sorted(whole):
        quantity = graph.quantities[at]
        noun = re.match(rf" ((?:(?:{_SORTS}) )?[a-z]+)", graph.question[quantity.end :])
        if noun is None or quantity.start > last or graph.question[quantity.start - 1] in "$-":
            continue
        yield at, quantity.value, noun[1], graph.question[quantity.end + noun.end() :]


def _taken(graph: Graph) -> set[Fraction]:
    numbers = {value for quantity in graph.quantities for value in quantity.lends}
    return numbers | {step.value for step in graph.steps}


def of_two_kinds(graph: Graph, rng: Random) -> Iterator[Way]:
    """Things and people by two kinds that nothing else depends on."""
    words = set(re.findall(r"[a-z]+", graph.question.lower()))
    for at, value, noun, after in givens(graph):
        said = _BY_NOUN.get(noun.rpartition(" ")[2])
        before = graph.question[: graph.quantities[at].start]
        if said is None or value < 5 or value.denominator > 1:
            continue
        if (
            (words - {*noun.split()}) & _OF_KINDS
            or _NOT_BEFORE.search(before)
            or _NOT_AFTER.match(after)
        ):
            continue
        if _COMPARED.search(after.partition(". ")[0]) or _WHOLE.search(graph.question):
            continue
        if graph.question.count(noun) > 1 and noun in ("children", "adults"):
            continue
        taken = _taken(graph)
        low, high = -(-value * 3 // 10), value * 7 // 10
        parts = [Fraction(k) for k in range(int(low), int(high) + 1) if k > 1]
        parts = [k for k in parts if k not in taken and value - k not in taken and 2 * k != value]
        parts = [k for k in parts if value - k > 1]
        if not parts:
            continue
        one, two = rng.sample(said[1:], 2)
        a = rng.choice(parts)
        text = said[0].format(a=plain(a), b=plain(value - a), one=one, two=two, n=noun)
        step = Binary("+", Operand(a, "question"), Operand(value - a, "question"))
        kinds = f"{one} and {two}" if "{n}" not in said[0] else f"the {one} and the {two} ones"
        line = f"{kinds[0].upper()}{kinds[1:]} together are @ {noun}."
        yield Way(at, 1 + len(noun), text, step, line, "two kinds")


def in_other_units(graph: Graph, _: Random) -> Iterator[Way]:
    """Each measure in a unit in which nothing else is told."""
    known = {o.value for step in graph.steps for o in operands(step.expression)}
    for at, value, noun, after in givens(graph):
        quantity = graph.quantities[at]
        before = graph.question[: quantity.start]
        clause, _dot, following = after.partition(". ")
        if _SPOKEN_OF.search(f"{clause}.") or _SPOKEN_OF.search(following.partition(". ")[0][:40]):
            continue
        if _RATED.match(after) or re.search(r"\b(?:first|next|last|usual|square|every) $", before):
            continue
        if re.search(r"\b(?:an?|per)\b[^.,]{0,12}$|\d(?:,| and| or| to)? $", before):
            continue
        for large, small, factor, most in _UNITS:
            scale = Fraction(factor)
            if scale in known or scale in _taken(graph):
                continue
            if noun == large and 2 <= value <= most:
                given = value * factor
                step = Binary("/", Operand(given, "question"), well_known(scale))
                other = small
            elif noun == small and value * _LEAST >= factor and (places(value / scale) or 0) <= 2:
                given = value / scale
                if places(given) is None or (large in ("weeks", "hours") and given < 1):
                    continue
                step = Binary("*", Operand(given, "question"), well_known(scale))
                other = large
            else:
                continue
            if given == 1 or re.search(rf"\b{other}\b", graph.question):
                continue
            line = f"In {noun}, the {spoken(given)} {other} are @."
            said = f"{spoken(given)} {other}"
            yield Way(at, 1 + len(noun), said, step, line, "another unit")


def in_packs(graph: Graph, rng: Random) -> Iterator[Way]:
    """Small things by packs of equal size."""
    if re.search(r"\b(?:pack|bag|box|tray|sheet|crate|carton)", graph.question):
        return
    taken = _taken(graph)
    for at, value, noun, after in givens(graph):
        before = graph.question[: graph.quantities[at].start]
        if noun not in _PACKED or value.denominator > 1 or _NOT_BEFORE.search(before):
            continue
        if _NOT_AFTER.match(after) or _COMPARED.search(after.partition(". ")[0]):
            continue
        sizes = [k for k in range(4, 21) if value % k == 0 and 3 <= value / k <= 15]
        sizes = [k for k in sizes if k not in taken and value / k not in taken and k * k != value]
        if not sizes:
            continue
        size = Fraction(rng.choice(sizes))
        step = Binary("*", Operand(value / size, "question"), Operand(size, "question"))
        container = "trays" if noun == "seedlings" else "packs"
        said = f"{plain(value / size)} {container} of {plain(size)} {noun}"
        yield Way(at, 1 + len(noun), said, step, f"The {container} hold @ {noun}.", "packs")


def by_the_clock(graph: Graph, rng: Random) -> Iterator[Way]:
    """Hours by the times of the day at which they begin and end."""
    if re.search(r"\b(?:o'clock|[ap]\.m\.|morning|afternoon|evening|night|noon)", graph.question):
        return
    taken = _taken(graph)
    for at, value, noun, after in givens(graph):
        before = graph.question[: graph.quantities[at].start]
        if noun != "hours" or not re.search(r" for $", before) or not 2 <= value <= 5:
            continue
        if not re.match(r"[.,]| and [A-Z]| without a stop", after) or _SPOKEN_OF.search(after[:60]):
            continue
        starts = [k for k in range(2, 12 - int(value)) if k not in taken and k + value not in taken]
        if not starts:
            continue
        start = Fraction(rng.choice(starts))
        half = "in the morning" if start >= 6 else "in the afternoon"
        step = Binary("-", Operand(start + value, "question"), Operand(start, "question"))
        said = f"from {plain(start)} to {plain(start + value)} o'clock {half}"
        yield Way(
            at, 6, said, step, "The time from start to end is @ hours.", "times of the day", 4
        )


_COMPARING = re.compile(r"\b(?:more|less|fewer|longer|shorter)\b")
_DAILY = re.compile(r" ([a-z]+(?: [a-z]+)?) (?:every|each|a|per) day(?=[ .,])")


def twice_a_day(graph: Graph, rng: Random) -> Iterator[Way]:
    """What is done every day by what is done every morning and every evening."""
    if re.search(r"\b(?:morning|evening|afternoon|night|noon|hours?)\b", graph.question):
        return
    taken = _taken(graph)
    for at, value, _, _ in givens(graph):
        quantity = graph.quantities[at]
        daily = _DAILY.match(graph.question, quantity.end)
        before = graph.question[: quantity.start]
        if daily is None or value < 6 or value.denominator > 1:
            continue
        if before.split()[-1] not in FINITE or any(word in VERBS for word in daily[1].split()):
            continue
        if _COMPARING.search(daily[1]):
            continue
        parts = [Fraction(k) for k in range(2, int(value) - 1) if 2 * k != value]
        parts = [k for k in parts if k not in taken and value - k not in taken]
        if not parts:
            continue
        a = rng.choice(parts)
        noun = daily[1]
        said = f"{plain(a)} {noun} every morning and {plain(value - a)} {noun} every evening"
        step = Binary("+", Operand(a, "question"), Operand(value - a, "question"))
        size = daily.end() - quantity.end
        yield Way(at, size, said, step, f"Every day, there are @ {noun} in all.", "twice a day")


FORMS = (of_two_kinds, in_other_units, in_packs, by_the_clock, twice_a_day)
"""Every way."""
