"""Numbers that belong to each of several things: what is in each crate, what each pot costs."""

import re

from factory.symbolic.edits.nouns import Counted
from factory.symbolic.words import singular

Forms = tuple[str, str, str, str]
"""What stands for the number, the question for it, the statement of it, and its name."""
CERTAIN = "a certain number of"

_IN_EACH = re.compile(r" (in|on|to) (?:each|every|an?) ([a-z]+)(?=[.,]|$| (?:of|and)\b)")
_EACH_HAS = re.compile(r"\b([a-z]+s),? each (with|holding|containing) $")
_PRICED = re.compile(r"(?:\d|some|the|several) ((?:[a-z]+ ){0,2}[a-z]+s) (?:that cost|for|at) $")


def contents_of_each(before: str, noun: Counted, rest: str) -> Forms | None:
    """For `with 26 ribbons in each crate` or `4 sacks, each with 26 kilograms`; None for others.

    `before` is the sentence up to the number, `noun` what it counts, `rest` what follows the noun.
    """
    some = f"{CERTAIN} {noun.noun}"
    within = _IN_EACH.match(rest)
    if within is not None and before.endswith((" with ", " and puts ", " puts ", "fills ")):
        place = f"{'on' if within[1] == 'on' else 'in'} each {within[2]}"
        if not before.endswith(" with ") or within[2] in ("day", "week", "month", "year", "hour"):
            return None
        return (
            some,
            f"How many {noun.noun} are there {place}?",
            f"There are @ {noun.noun} {place}.",
            f"the number of {noun.noun} {place}",
        )
    each = _EACH_HAS.search(before)
    if each is None or (rest and rest[0] not in ".,"):
        return None
    thing = singular(each[1])
    verb = "have" if each[2] == "with" else "hold" if each[2] == "holding" else "contain"
    third = {"have": "has", "hold": "holds", "contain": "contains"}[verb]
    return (
        some,
        f"How many {noun.noun} does each {thing} {verb}?",
        f"Each {thing} {third} @ {noun.noun}.",
        f"the number of {noun.noun} that each {thing} {third}",
    )


def price_of_each(before: str, after: str) -> Forms | None:
    """For the price in `buys 11 clay pots for $8 each`; None for other sentences."""
    priced = _PRICED.search(before)
    each = re.match(r" (?:each|apiece)(?=[.,]|$| and\b)", after)
    if priced is None or each is None:
        return None
    thing = singular(priced[1])
    price = f"the price of each {thing}"
    return (
        "a certain price",
        f"What is {price}?",
        f"{price[0].upper()}{price[1:]} is $@.",
        price,
    )
