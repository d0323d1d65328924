"""Problems that are none any more: a given lost or contradicted, a question nothing answers.

Every one reads well; what is wrong with it is only seen by someone who solves it.
"""

import re
from random import Random

from factory.symbolic.arithmetic import Binary, Operand
from factory.symbolic.graph import Graph
from factory.symbolic.numerals import Quantity, plain
from factory.symbolic.question import split_sentences


def _used(graph: Graph, *kinds: str) -> list[Quantity]:
    used = graph.used()
    return [q for at, q in enumerate(graph.quantities) if at in used and q.kind in kinds]


def _fact_of(graph: Graph, quantity: Quantity) -> tuple[list[str], int] | None:
    """The sentences, and which of them before the last holds the quantity."""
    sentences, start = split_sentences(graph.question), 0
    for place, fact in enumerate(sentences[:-1]):
        start = graph.question.index(fact, start)
        if start <= quantity.start < start + len(fact):
            return sentences, place
    return None


def without_given(graph: Graph, rng: Random) -> str | None:
    """The problem with one of its numbers gone, together with its sentence where that can go."""
    lost = _used(graph, "int", "decimal", "percent")
    if not lost:
        return None
    gone = rng.choice(lost)
    found = _fact_of(graph, gone)
    if found and found[1]:
        sentences, place = found
        return " ".join(sentences[:place] + sentences[place + 1 :])
    before, after = graph.question[: gone.start].rstrip("$"), graph.question[gone.end :]
    return before + "some" + re.sub(r"^\s?%", " percent", after)


def contradiction(graph: Graph, rng: Random) -> str | None:
    """The problem with two givens that exclude each other, or with more taken than is there."""
    ways = [_told_twice, _too_much_taken]
    rng.shuffle(ways)
    return ways[0](graph, rng) or ways[1](graph, rng)


def _told_twice(graph: Graph, rng: Random) -> str | None:
    """A fact again before the question, with another number."""
    numbers = [q for q in _used(graph, "int") if q.value >= 2]
    if not numbers:
        return None
    number = rng.choice(numbers)
    found = _fact_of(graph, number)
    if found is None:
        return None
    sentences, place = found
    fact = sentences[place]
    written = graph.question[number.start : number.end]
    if fact.count(written) != 1 or not fact.endswith("."):
        return None
    other = number.value + rng.choice((-1, 1, 2, 3, 5)) if number.value > 6 else number.value + 2
    again = fact.replace(written, plain(other))
    return " ".join([*sentences[:-1], again, sentences[-1]])


def _too_much_taken(graph: Graph, rng: Random) -> str | None:
    """A number that is subtracted, raised beyond what it is subtracted from."""
    taken = []
    for step in graph.steps:
        made = step.expression
        if isinstance(made, Binary) and made.op == "-" and isinstance(made.right, Operand):
            right = made.right
            if right.source == "question" and right.scale == 1:
                quantity = graph.quantities[right.index]
                if quantity.kind == "int":
                    taken.append((quantity, step.value + right.value))
    if not taken:
        return None
    quantity, there = rng.choice(taken)
    more = (there * rng.choice((2, 3)) + rng.choice((1, 5, 10))).__ceil__()
    return graph.question[: quantity.start] + str(more) + graph.question[quantity.end :]


_UNANSWERED = (
    "How many of them are more than a year old?",
    "How long did all of this take?",
    "How much did it cost the year before?",
    "How many people were told about it?",
    "How much does the heaviest of them weigh?",
    "How many of these were there a month earlier?",
    "How many minutes of this were spent waiting?",
    "How far is it from there to the nearest town?",
)
_VAGUE = ("several", "a few", "quite a few", "a certain number of", "many")


def unanswerable(graph: Graph, rng: Random) -> str | None:
    """The facts with a question that they do not answer, or a number blurred to a word."""
    *facts, _ = split_sentences(graph.question)
    blurred = _blurred(graph, rng) if rng.random() < 0.5 else None
    if blurred:
        return blurred
    return " ".join([*facts, rng.choice(_UNANSWERED)]) if facts else None


def _blurred(graph: Graph, rng: Random) -> str | None:
    text = graph.question
    spots = [
        q
        for q in _used(graph, "int")
        if text[q.end : q.end + 2].startswith(" ")
        and text[q.end + 1 : q.end + 2].isalpha()
        and not text[: q.start].endswith(("$", "- ", "the ", "every ", "each "))
        and re.match(r" [a-z]+s\b", text[q.end :])
    ]
    if not spots:
        return None
    spot, word = rng.choice(spots), rng.choice(_VAGUE)
    if text[: spot.start].rstrip().endswith((".", "!", "?")) or not spot.start:
        word = word[0].upper() + word[1:]
    return text[: spot.start] + word + text[spot.end :]
