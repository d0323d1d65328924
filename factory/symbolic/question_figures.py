"""Questions whose answer is a figure with a name: a difference, an average, a height.

No typed step can go on from such a figure, but a second situation can take it as its number
(`the average number of carnations in the bouquets`). What cannot be named so is declined.
"""

import re

from factory.symbolic.clauses import clause_of
from factory.symbolic.graph import Declined, Focus
from factory.symbolic.words import KINDS

_NAMED = re.compile(
    r"(?:what (is|was|will be|'s)|what's|calculate|find|determine) "
    r"((?:the|his|her|their|[A-Z][a-z]+'s) .+)",
    re.IGNORECASE,
)
_UNFIT = re.compile(
    r"\b(percent|percentage|fraction|ratio|probability|year|date|day|name|rate|if|when|would|could"
    r"|and how|minimum|maximum|least|most|so)\b|[%,?:]",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b[nx]\b")
"""What an unknown number is called; nothing can be told of it but its value."""
_AHEAD = re.compile(
    r"how (many|much) more(?: (?P<noun>[a-z][a-z '-]*?))?"
    r"(?: than (?P<early>[a-z][a-z '-]*?))? (?P<aux>do|does|did|has|have|had|will) (?P<rest>.+)"
)
_OTHER = re.compile(r"[A-Z][a-z]+|(?:the|his|her|their) [a-z]+(?: [a-z]+)?")
_COUNTS = re.compile(r"\bnumber of\b")
_UNIT_LAST = re.compile(r" in ([a-z]+)(?: (?:per|an?) [a-z]+)?$")
_SHORT = 5
"""Words that a phrase has at most where its unit can follow it."""


def figure(core: str, tail: str, noted: str) -> Focus:
    """The figure that the question asks for, as a phrase.

    Raises:
        Declined: when it has no name, or its unit is not known.
    """
    if _UNFIT.search(core) or _UNFIT.search(tail) or _LETTER.search(core):
        raise Declined("question_form", "the answer is a percentage, an average or a difference")
    money = noted in ("$", "dollars")
    core = " ".join(core.split())
    match = _NAMED.fullmatch(core)
    if match is not None:
        return _named(match[2], match[1], tail, noted, money)
    ahead = _AHEAD.fullmatch(core[0].lower() + core[1:])
    if ahead is None:
        raise Declined("question_form", "the answer is a percentage, an average or a difference")
    return _ahead(ahead, tail, money)


def _named(phrase: str, verb: str | None, tail: str, noted: str, money: bool) -> Focus:
    past = (verb or "").lower() == "was"
    if money:
        return Focus("money", "dollars", phrase + tail, "figure", past=past)
    unit = _UNIT_LAST.search(phrase)
    if _COUNTS.search(phrase) or (unit and unit[1] in KINDS):
        return Focus("figure", noted or "units", phrase + tail, "figure", past=past)
    if KINDS.get(noted) not in ("time", "length", "measure"):
        raise Declined("unknown_unit", "the rationale does not say what is asked for")
    if len(phrase.split()) <= _SHORT and not tail:
        phrase = f"{phrase} in {noted}"
    else:
        phrase = f"the number of {noted} in {phrase}{tail}"
    return Focus("figure", noted, phrase, "figure", past=past)


def _ahead(match: re.Match[str], tail: str, money: bool) -> Focus:
    """`How many more apples did Suraya pick than Kayla`: the extra apples that Suraya picked."""
    said, than, other = match["rest"].partition(" than ")
    if said.endswith(" more"):
        raise Declined("question_form", "a difference is asked")
    if match["early"] and not than:
        other = match["early"]
    elif match["early"] or not _OTHER.fullmatch(other):
        raise Declined("question_form", "a difference is asked")
    clause = clause_of([match["aux"], *said.split()])
    noun = match["noun"] or ""
    if match[1] == "much":
        if not money or noun not in ("", "money"):
            raise Declined("question_form", "a difference is asked")
        phrase = f"the extra money that {clause.text} compared to {other}{tail}"
        return Focus("money", "dollars", phrase, "figure", past=clause.past)
    if not noun.endswith(("s", "ren", "ople")):
        raise Declined("unknown_unit", noun)
    if noun in ("dollars", "cents"):
        raise Declined("unknown_unit", noun)
    phrase = f"the number of extra {noun} that {clause.text} compared to {other}{tail}"
    return Focus("figure", noun, phrase, "figure", past=clause.past)
