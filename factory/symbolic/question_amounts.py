"""Understand questions for an amount: money, time, age, or a thing that has a name."""

import re

from factory.symbolic.clauses import AUXILIARY, clause_of, sense_of
from factory.symbolic.graph import Declined, Focus
from factory.symbolic.words import KINDS, PRONOUNS, SENSES, head_of

NUMBER_OF = re.compile(
    r"(?:what (?:is|was|will be|'s)|what's|calculate|find|determine) the (?:total |combined )?"
    r"number of ((?:[a-z'-]+ ){1,4}?)"
    r"((?:that|who|on|in|at|he|she|they|left|remaining)\b.*|[A-Z].*)",
    re.IGNORECASE,
)


def how_much(words: list[str], tail: str, noted: str) -> Focus:
    """`How much money did Lena spend`: what is said of the amount, as a clause.

    Raises:
        Declined: when it is no amount of money or time, or no verb is understood.
    """
    if words[:1] == ["time"]:
        return how_long(words[1:], tail, noted)
    if words[:1] == ["change"] and words[1:2] and words[1].lower() in ("do", "does", "did", "will"):
        return _change(words[1:], tail)
    if noted not in ("$", "dollars") and words[:1] != ["money"]:
        raise Declined("unknown_unit", "how much, and the rationale does not say of what")
    head = "the profit that" if "profit" in words[:2] else "what"
    while words and words[0].lower() in ("money", "total", "in", "dollars", "profit", "more"):
        if words[0].lower() == "more":
            raise Declined("question_form", "a difference is asked")
        words = words[1:]
    if not words or words[0].lower() not in AUXILIARY:
        raise Declined("question_form", "no verb after how much")
    if words[0].lower() in ("is", "was") and words[1:2] and _OWNED.match(words[1]):
        phrase = " ".join(words[1:])
        sense = "spend" if _COSTS.search(phrase) else "earn" if _GAINS.search(phrase) else ""
        if sense and not _HIDDEN_VERB.search(phrase):
            return Focus("money", "dollars", phrase + tail, sense, past=words[0].lower() == "was")
    if words[0].lower() in ("is", "are", "was", "were") and words[2:3] == ["paid"]:
        one, past = words[1][0].isupper() or words[1] in ("he", "she"), words[0][0] == "w"
        if one:
            phrase = f"the money that {words[1]} {words[0]} {' '.join(words[2:])}{tail}"
            return Focus("money", "dollars", phrase, "earn", "", past)
    able = words[2:4] in (["left", "with"], ["able", "to"])
    if words[0].lower() in ("is", "are", "was", "were") and not able:
        if not (noted == "$" and words[1:2] and words[1] in _PASSIVE):
            raise Declined("question_form", "no verb of spending or earning")
        past = words[0].lower() in ("was", "were")
        phrase = f"the money that {'was' if past else 'is'} {' '.join(words[1:])}{tail}"
        due = " to pay" in phrase or " to be paid" in phrase
        return Focus(
            "money", "dollars", phrase, *(("spend", "") if due else ("hold", "have")), past
        )
    clause = clause_of(words)
    verb = "spend" if clause.text.endswith(" cost") else clause.verb
    sense = sense_of(verb, "money")
    act = clause.verb if (sense, clause.verb) in SENSES else ""
    if verb in ("have", "save", "collect", "keep", "start", "end") or " left" in clause.text:
        sense, act = "hold", "have" if verb == "have" else ""
    if clause.bound:
        sense, act = ("need" if sense == "need" else "spend" if sense == "spend" else "other"), ""
    phrase = f"{head} {clause.text}{tail}"
    if re.search(r"\bto (?:pay|spend)\b", phrase):
        sense, act = "spend", ""
    return Focus("money", "dollars", phrase, sense, act, clause.past, who=clause.who)


def _change(words: list[str], tail: str) -> Focus:
    """`How much change did she get back`."""
    clause = clause_of(words)
    return Focus(
        "money", "dollars", f"the change that {clause.text}{tail}", "hold", "", clause.past
    )


def how_old(words: list[str]) -> Focus:
    """`How old is Diana now`: the phrase is the one whose age is asked."""
    who = " ".join(words[1:]).removesuffix(" now").removesuffix(" today").removesuffix(" currently")
    if words[:1] != ["is"] or not re.fullmatch(r"(?:(?:his|her|their|the) )?[A-Za-z']+", who):
        raise Declined("question_form", "not an age of today")
    if who.lower() in PRONOUNS:
        raise Declined("question_form", "a pronoun's age")
    return Focus("age", "years", who, "other")


def how_long(words: list[str], tail: str, noted: str) -> Focus:
    """`How long did Ida practice`, in the unit that the rationale names.

    Raises:
        Declined: when it names none, or the clause is not understood.
    """
    if KINDS.get(noted) != "time" or len(words) < 3:
        raise Declined("unknown_unit", "how long, and the rationale does not say in what")
    clause = clause_of(words)
    return Focus("time", noted, f"the time that {clause.text}{tail}", "other", past=clause.past)


_OWNED = re.compile(r"(?:the|his|her|their|[A-Z][a-z]+['\u2019]s)$", re.IGNORECASE)
_PASSIVES = "left in remaining taken raised collected spent used still missing needed"
_PASSIVE = frozenset(_PASSIVES.split())
_HIDDEN_VERB = re.compile(r"\b(worth|going|short|\w+ing)\b")
_PRESENT = re.compile(r"^(?:left|remaining|in|on|at)\b|\b(?:has|have|had|owns?|owned|left)$")
_COSTS = re.compile(
    r"\b(costs?|price|bill|amount .* (?:pays?|spends?|spent|paid)|charge|fee|expenses|fare)\b", re.I
)
_GAINS = re.compile(
    r"\b(earnings|profit|income|salary|revenue|savings|pay|sales|wages?|commission"
    r"|amount .* (?:earns?|earned|makes?|made|collected|raised))\b",
    re.I,
)


def named(core: str, tail: str, noted: str) -> Focus:
    """`What is the total cost of the shoes` and its like."""
    number_of = NUMBER_OF.fullmatch(core)
    if number_of is not None:
        noun = number_of[1].strip().lower()
        kind = KINDS.get(head_of(noun), "any" if noun.endswith("s") else None)
        if kind is None:
            raise Declined("unknown_unit", noun)
        rest = number_of[2]
        sense = "hold" if _PRESENT.search(rest) else "other"
        return Focus(kind, noun, f"the {noun} {rest}{tail}", sense)
    match = re.match(
        r"(?:what (is|was|will be|'s)|what's|calculate|find|determine) (.+)", core, re.I
    )
    if match is None or noted not in ("$", "dollars"):
        raise Declined("unknown_unit", "the rationale does not say what is asked for")
    phrase = match[2].strip()
    first = phrase.split()[0].lower()
    if first not in ("the", "his", "her", "their") and not first.endswith("'s"):
        raise Declined("question_form", "not a thing that can be named")
    sense = "spend" if _COSTS.search(phrase) else "earn" if _GAINS.search(phrase) else ""
    sense = sense or "other"
    return Focus("money", "dollars", phrase + tail, sense, past=match[1] == "was")
