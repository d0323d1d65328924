"""Turn the words after `How many clips` into a clause: `did Natalia sell` into `Natalia sold`.

Only what turns without doubt is turned: a known auxiliary, a known subject and a known verb.
"""

import re
from typing import NamedTuple

from factory.symbolic.graph import Declined
from factory.symbolic.words import FINITE, PLURAL_SUBJECTS, PRONOUNS, SENSES, VERBS

TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "St.", "a.m.", "p.m.", "vs.", "No.", "oz.", "lb.", "lbs.")
_VERBS_OF_QUESTIONS = (
    "did does do is are was were will can would should could must has have had remain remained"
)
AUXILIARY = frozenset(_VERBS_OF_QUESTIONS.split())
_MODALS = ("will", "can", "would", "could", "must", "should")
_BEFORE_VERBS = ("have", "need", "help", "get", "go", "make", "let")
_DETERMINERS = ("the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "each")
_POINTING = ("this", "these", "that", "those", "all")


class Clause(NamedTuple):
    """What is said of the thing asked for, its main verb, and who does it."""

    text: str
    verb: str
    past: bool
    who: str = ""
    bound: bool = False
    """Whether it is about what has to be, not about what is."""


def clause_of(words: list[str], still: bool = False) -> Clause:
    """Turn `did Natalia sell in May` into `Natalia sold in May`."""
    auxiliary, rest = words[0].lower(), words[1:]
    past = auxiliary in ("did", "was", "were", "had", "remained")
    if auxiliary in ("remain", "remained"):
        return Clause(" ".join(words), "be", past)
    if auxiliary in ("is", "are", "was", "were"):
        if rest[1:3] in (["left", "with"], ["able", "to"]) and not still:
            return _left_with(auxiliary, rest, past)
        if still:
            raise Declined("question_form", "a difference is asked")
        if rest[:1] == ["there"]:
            place = re.sub(
                r"^(altogether|in total|in all(?! [a-z])|total|now)\b ?", "", " ".join(rest[1:])
            )
            return Clause("~" + place if place else "", "be", past)
        if "enough" in rest[1:] and rest[0].lower() in (*_DETERMINERS, *_POINTING):
            at = rest.index("enough")
            return Clause(" ".join([*rest[:at], auxiliary, *rest[at:]]), "be", past)
        if rest and rest[0].lower() in _POINTING:
            raise Declined("question_form", "progressive")
        if not rest or rest[0][0].isupper() or rest[0].lower() in (*PRONOUNS, *_DETERMINERS):
            raise Declined("question_form", "progressive")
        return Clause(" ".join(words), "be", past)
    if auxiliary in _MODALS and rest and (rest[0] in VERBS or rest[0] == "be") and not still:
        return Clause(" ".join(words), "be", past)
    at = verb_at(rest)
    subject, verb, more = rest[:at], rest[at].lower(), rest[at + 1 :]
    if "to" in subject or "be" in subject:
        raise Declined("question_form", "the verb is not known")
    name = " ".join(subject)
    object_ = " " + " ".join(more) if more else ""
    if still and (verb not in ("need", "want", "have") or more[:1] not in (["to"], [])):
        raise Declined("question_form", "a difference is asked")
    again = "still " if still else ""
    base = FINITE[verb][0].base if verb in FINITE else verb
    bound = auxiliary in ("must", "should") or base == "need"
    if base in ("have", "need", "want", "try", "plan", "go") and more[:1] == ["to"] and more[1:2]:
        bound = True
        base = more[1].lower()
    meant = FINITE[base][0].base if base in FINITE else base
    who = name if is_single(subject) else ""
    if auxiliary in ("do", "does", "did"):
        forms = VERBS.get(verb)
        if forms is None:
            raise Declined("question_form", "the verb is not in its plain form")
        many = name.lower() in PLURAL_SUBJECTS or auxiliary == "do"
        form = forms.past if auxiliary == "did" else forms.base if many else forms.third
        return Clause(f"{name} {again}{form}{object_}", meant, past, who, bound)
    return Clause(f"{name} {auxiliary} {again}{rest[at]}{object_}", meant, past, who, bound)


def _left_with(auxiliary: str, rest: list[str], past: bool) -> Clause:
    """`was she left with`, `was she able to save`."""
    verb = "have" if rest[1] == "left" else rest[3].lower() if rest[3:] else ""
    if verb not in VERBS:
        raise Declined("question_form", "progressive")
    text = " ".join([rest[0], auxiliary, *rest[1:]])
    return Clause(text, verb, past, rest[0] if is_single(rest[:1]) else "", bound=False)


def is_single(subject: list[str]) -> bool:
    """Whether the subject is one person, by name or pronoun."""
    first = subject[0] if len(subject) == 1 else ""
    named = first[:1].isupper() and first.isalpha() and first.lower() not in PRONOUNS
    return named or first.lower() in ("he", "she")


def verb_at(rest: list[str]) -> int:
    """Where the verb stands after its subject."""
    if not rest:
        raise Declined("question_form", "no subject")
    first = rest[0]
    places: tuple[int, ...] = ()
    if first in TITLES and len(rest) > 2:
        return verb_at(rest[1:]) + 1
    if first.lower() in PRONOUNS or (first[0].isupper() and first.isalpha()):
        places = (1, 3, 4) if rest[1:2] == ["and"] else (1, 2, 3)
    elif first.lower() in (*_DETERMINERS, "all", "these", "every", "both"):
        places = (2, 3, 4, 5, 6)
    elif re.fullmatch(r"[A-Z][a-z]+['\u2019]s", first):
        places = (2, 3)
    elif first.lower() in ("everything", "everyone", "everybody"):
        places = (1,)
    for at in places:
        if at < len(rest) and (rest[at].lower() in VERBS or rest[at].lower() in FINITE):
            # `the pie shop earn`: of two words that could be the verb, the later is.
            later = at + 1 in places and rest[at + 1 : at + 2]
            if (
                later
                and later[0].lower() in VERBS.keys() - {"last"}
                and rest[at].lower() not in _BEFORE_VERBS
            ):
                return at + 1
            return at
    raise Declined("question_form", "subject or verb not known")


def sense_of(verb: str, kind: str) -> str:
    """Rough sense of a verb for what is counted in it, or `other`."""
    order: tuple[str, ...] = ("need", "spend", "earn", "hold")
    if kind != "money":
        order = ("hold", "seen", "need", "buy", "sell", "use", "move", "work")
    return next((sense for sense in order if (sense, verb) in SENSES), "other")
