"""Who and which day a line is about: its subject, where that is a person, and weekdays.

Promise: linear in the text; two lines are about different people only where each begins with a
person, has no `she` beside, and they have nobody in common; about different days only where both
name days and none in common.
Not promised: that `she` is understood.
"""

import re
from functools import lru_cache

LONGEST = 2_000
_NAME = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{2,30}(?![A-Za-z])")
_ROLE = re.compile(
    r"(?<![A-Za-z])(?:his|her|their|my|[A-Z][a-z]{1,30}[’']s?) (?:[a-z]{1,15} )?"
    r"(sister|brother|friend|mother|mom|father|dad|wife|husband|son|daughter|cousin|uncle|aunt"
    r"|grandmother|grandfather|neighbor|boss|teacher|partner|roommate|classmate)s?(?![a-z])",
    re.I,
)
_LEAD = re.compile(r"\s{0,9}(?:(?:So|Thus|Then|Therefore|Hence|Now|Since|If|Also|First),? ){0,2}")
_PRONOUN = re.compile(r"\b(?:s?he|they)\b", re.I)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.I)


@lru_cache(maxsize=64)
def names(question: str) -> frozenset[str]:
    """The names in a question: words with a capital letter that stand where others do not."""
    text = question[:LONGEST]
    inside = re.findall(r"[a-z,] ([A-Z][a-z]{2,30})(?![A-Za-z])", text)
    owners = re.findall(r"(?<![A-Za-z])([A-Z][a-z]{2,30})[’']s(?![a-z])", text)
    return frozenset((*inside, *owners)) - frozenset(_DAY.findall(text))


def differ(step: str, line: str, question: str) -> str:
    """Who or what day the step is about and the line of a rationale is not; empty where none."""
    step, line = step[:LONGEST], line[:LONGEST]
    ours, theirs = (frozenset(map(str.title, _DAY.findall(text))) for text in (step, line))
    if not (ours and theirs and not ours & theirs):
        known = names(question)
        ours, theirs = _people(step, known), _people(line, known)
    if not ours or not theirs or ours & theirs:
        return ""
    return f"said of {', '.join(sorted(ours))}, not of {', '.join(sorted(theirs))}"


def _people(line: str, known: frozenset[str]) -> frozenset[str]:
    """All whom a line names, where its subject is one of them and the only one."""
    begins = _LEAD.match(line)
    at = begins.end() if begins else 0
    role, name = _ROLE.match(line, at), _NAME.match(line, at)
    if _PRONOUN.search(line) or not (role or (name and name[0] in known)):
        return frozenset()
    roles = {role.lower() for role in _ROLE.findall(line)}
    # In `Sue's sister` Sue is not spoken of.
    return frozenset(roles | known.intersection(_NAME.findall(_ROLE.sub(" ", line))))
