"""Who a line is about: the people whom the question names, or calls somebody's sister or boss.

Promise: linear in the text; two lines are about different people only where each of them names
somebody and they have nobody in common.
Not promised: that `she` is understood.
"""

import re
from functools import lru_cache

LONGEST = 2_000
_NAME = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{2,30}(?![A-Za-z])")
_ROLE = re.compile(
    r"(?<![A-Za-z])(?:his|her|their|my|[’']s) (?:[a-z]{1,15} )?(sister|brother|friend|mother|mom"
    r"|father|dad|wife|husband|son|daughter|cousin|uncle|aunt|grandmother|grandfather|neighbor"
    r"|boss|teacher|partner|roommate|classmate)s?(?![a-z])",
    re.I,
)
_OPENING = re.compile(r"(?:^|[.!?:]\s{1,3})[\"“]?([A-Z][a-z]{2,30})(?![A-Za-z])")


@lru_cache(maxsize=64)
def names(question: str) -> frozenset[str]:
    """The names in a question: capital letters that do not merely open a sentence."""
    text = question[:LONGEST]
    opening = [match[1] for match in _OPENING.finditer(text)]
    found = _NAME.findall(text)
    often = {word for word in found if found.count(word) > opening.count(word)}
    return frozenset(often | {word for word in opening if f"{word}'s" in text})


def actors(line: str, known: frozenset[str]) -> frozenset[str]:
    """Those whom a line names."""
    line = line[:LONGEST]
    roles = {role.lower() for role in _ROLE.findall(line)}
    return frozenset(roles | known.intersection(_NAME.findall(line)))


def differ(step: str, line: str, question: str) -> bool:
    """Whether the step is about other people than the line of a rationale."""
    known = names(question)
    ours, theirs = actors(step, known), actors(line, known)
    return bool(ours and theirs) and not ours & theirs
