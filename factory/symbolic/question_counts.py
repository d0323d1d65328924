"""Less usual questions for a count: of those who do something, a day, apart, tall.

As with other figures only a second situation can go on from them, so they need a name and no
more: `How many folders stand on the shelves` becomes `the number of folders that stand there`.
"""

import re
from collections.abc import Callable

from factory.symbolic.clauses import AUXILIARY, clause_of
from factory.symbolic.graph import Focus
from factory.symbolic.words import FINITE, KINDS, VERBS, head_of

_NOUN = r"(?P<noun>(?:[a-z'-]+ ){0,3}?[a-z'-]+(?:s|ren|ople|men))"
_RATE = re.compile(
    rf"{_NOUN} (?P<per>an? (?:hour|day|week|month|year)|per [a-z]+) (?P<clause>(?:do|does|did|will)"
    r" .+)"
)
_SUBJECT = re.compile(rf"{_NOUN} (?P<verb>neither|(?:do|did|does) not|[a-z]+) (?P<rest>.+)")
_PART = re.compile(rf"of (?P<whose>the|his|her|their|these) {_NOUN} (?P<clause>[a-z]+ .+)")
_SIZE = re.compile(
    r"(?P<noun>[a-z]+) (?P<how>tall|long|deep|wide|high) (?P<verb>is|was) "
    r"(?P<what>.+?)(?P<when> (?:after|by|now|on|at) ?.*)?"
)
_APART = re.compile(r"(?P<noun>[a-z]+) apart (?P<verb>are|were) they(?P<rest>.*)")
_OLD = re.compile(
    r"years old (?:is|was|will) (?P<who>[A-Z][\w' ]+?)(?: be)?(?P<when> (?:in|now) ?.*)?"
)
_PLACED = re.compile(
    rf"{_NOUN} (?P<place>(?:with|without|from|in|on) [a-z ]+?) (?P<verb>are|were) there(?P<rest>.*)"
)
_SIZES = {"tall": "height", "long": "length", "deep": "depth", "wide": "width", "high": "height"}
_DONE = (
    "neither stand stood lie lay fit sit sat live lived like love prefer wear attend disagree know "
    "pass remain stay"
)
_SELDOM = frozenset(_DONE.split())
_UNFIT = re.compile(
    r"\b(than|percent|percentage|average|if|when|would|could|and how|least|most|so|instead|them)\b"
    r"|[%,?:]"
)


def otherwise(asked: str, tail: str) -> Focus | None:
    """What stands after `how many`, as a figure, or None where it has no such form."""
    if _UNFIT.search(asked) or _UNFIT.search(tail):
        return None
    for form, name in _FORMS:
        match = form.fullmatch(asked)
        named = name(match) if match else None
        if named:
            noun, phrase, past = named
            return Focus("figure", noun, phrase + tail, "figure", past=past)
    return None


_Named = tuple[str, str, bool] | None


def _rate(match: re.Match[str]) -> _Named:
    clause = clause_of(match["clause"].split())
    noun = match["noun"]
    if noun.startswith("more "):
        return None
    return noun, f"the number of {noun} {match['per']} that {clause.text}", clause.past


def _subject(match: re.Match[str]) -> _Named:
    noun, verb = match["noun"], match["verb"]
    plain = verb.endswith(" not") or verb in _SELDOM
    past = verb.startswith("did") or (verb in FINITE and FINITE[verb][1])
    third = verb in FINITE and not past
    if verb in AUXILIARY or not AUXILIARY.isdisjoint(match["rest"].split()):
        return None
    if third or not (plain or verb in VERBS or past) or noun.startswith(("of ", "fewer ", "less ")):
        return None
    more = noun.startswith(("more ", "additional "))
    noun = noun.split(" ", 1)[1] if more else noun
    if noun.split()[0] in ("dollars", "cents"):
        return None
    told = f"{'further ' if more else ''}{noun} {_who(noun)} {verb} {match['rest']}"
    return noun, f"the number of {told}", past


def _part(match: re.Match[str]) -> _Named:
    whose = "" if match["whose"] in ("the", "these") else match["whose"] + " "
    noun, words = match["noun"], match["clause"].split()
    if words[1] == "not" or words[0] in ("are", "were", "have", "had"):
        text, past = match["clause"], words[0] in ("did", "were", "had")
    elif words[0] in ("do", "does", "did", "will"):
        clause = clause_of(words)
        text, past = clause.text, clause.past
    else:
        return None
    return noun, f"the number of {whose}{noun} {_who(noun)} {text}", past


def _size(match: re.Match[str]) -> _Named:
    noun = match["noun"]
    if KINDS.get(noun) != "length":
        return None
    phrase = f"the {_SIZES[match['how']]} of {match['what']} in {noun}{match['when'] or ''}"
    return noun, phrase, match["verb"] == "was"


def _apart(match: re.Match[str]) -> _Named:
    verb = match["verb"]
    phrase = f"the number of {match['noun']} that they {verb} apart{match['rest']}"
    return match["noun"], phrase, verb == "were"


def _old(match: re.Match[str]) -> _Named:
    return "years", f"the age of {match['who']}{match['when'] or ''}", False


def _placed(match: re.Match[str]) -> _Named:
    noun, verb = match["noun"], match["verb"]
    rest = f" that {verb} there{match['rest']}" if match["rest"] else ""
    return noun, f"the number of {noun} {match['place']}{rest}", verb == "were"


def _who(noun: str) -> str:
    return "who" if KINDS.get(head_of(noun)) == "person" else "that"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Named]], ...] = (
    (_PART, _part),
    (_OLD, _old),
    (_SIZE, _size),
    (_APART, _apart),
    (_RATE, _rate),
    (_PLACED, _placed),
    (_SUBJECT, _subject),
)
