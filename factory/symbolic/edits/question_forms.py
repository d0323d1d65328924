"""Questions in another form that asks the same, with their conditions in front, behind or apart."""

import re
from collections.abc import Iterator

from factory.symbolic.clauses import clause_of
from factory.symbolic.edits.fact_forms import CONNECTED
from factory.symbolic.edits.nouns import NO_NAMES
from factory.symbolic.graph import Declined
from factory.symbolic.words import FINITE, VERBS

_TAIL = re.compile(r" (in total|in all|altogether)\?$")
_TAILS = ("in total", "in all", "altogether")


def questions(question: str) -> Iterator[str]:
    """The question in other forms that ask the same."""
    match = _TAIL.search(question)
    if match is not None and " total " not in question[: match.start()]:
        for tail in _TAILS:
            if tail != match[1]:
                yield f"{question[: match.start()]} {tail}?"
    if re.match(
        r"How much money (?:does|did|do|will) [A-Za-z ]+ (?:spend|pay|earn|make)\b", question
    ):
        yield "How much " + question.removeprefix("How much money ")
    yield from _same_question(question)
    counted = re.match(r"How many ((?:[a-z]+ ){1,3}?)((?:do|does|did|will|can)\b .*)\?$", question)
    dollars = re.fullmatch(r"How many dollars ((?:does|do|did) .*)", question)
    if dollars is not None:
        yield f"How much money in dollars {dollars[1]}"
    elif counted is not None and not re.match(r"(?:more|fewer|less|of|times|total)\b", counted[1]):
        made = _number_of(counted[1].strip(), counted[2])
        if made:
            yield made
    yield from _conditions(question)


_QUESTIONS = (
    (
        r"(How (?:many [a-z ]+|much money)) (does|do) ([A-Za-z ]+?) have left\?",
        r"\1 \2 \3 still have?",
    ),
    (
        r"(How (?:many [a-z ]+|much money)) (does|do) ([A-Za-z ]+?) still have\?",
        r"\1 \2 \3 have left?",
    ),
    (r"How many ([a-z ]+s) are left\?", r"How many \1 remain?"),
    (r"How many ([a-z ]+s) remain\?", r"How many \1 are left?"),
    (r"How much (does|do) ([A-Za-z ]+) cost\?", r"What \1 \2 cost?"),
    (r"How old is ([A-Z][a-z]+)( now)?\?", r"How many years old is \1\2?"),
    (r"How much money in dollars (does|do|did) (.*)\?", r"How many dollars \1 \2?"),
    (r"How long (does|did|will) it take(.*)\?", r"How much time \1 it take\2?"),
    (r"How much time (does|did|will) it take(.*)\?", r"How long \1 it take\2?"),
    (
        r"How many ([a-z ]+s) are there (in|on|at) (?!total|all)(.*)\?",
        r"What is the number of \1 \2 \3?",
    ),
)
_ASKED = [(re.compile(old), new) for old, new in _QUESTIONS]


def _same_question(question: str) -> Iterator[str]:
    for pattern, new in _ASKED:
        if pattern.fullmatch(question):
            yield pattern.sub(new, question)


def _number_of(noun: str, clause: str) -> str | None:
    """`How many pens does Ann have left?` -> `What is the number of pens that Ann has left?`."""
    if not noun.endswith(("s", "people", "children")) or "," in clause or " if " in clause:
        return None
    total = re.search(r" (in total|in all|altogether|total)$", clause)
    said = clause[: total.start()] if total else clause
    try:
        turned = clause_of(said.split())
    except Declined:
        return None
    if not turned.text or turned.text.startswith("~") or turned.bound:
        return None
    whole = "total number" if total else "number"
    return f"What is the {whole} of {noun} that {turned.text}?"


_IF_LAST = re.compile(r"(How (?:many|much|long) [^,?]+?) if ([^,?]+)\?")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|it|his|her|their|its|them|him|this|that|these|those)\b", re.I
)


def _conditions(question: str) -> Iterator[str]:
    """The condition before the question, where no pronoun is left without its noun."""
    last = _IF_LAST.fullmatch(question)
    if last is not None and not _PRONOUN.search(last[2]):
        yield f"If {last[2]}, {last[1][0].lower()}{last[1][1:]}?"


_SIMPLE = re.compile(
    r"(?:[A-Z][a-z]+|(?:A|An|The|Each|Every|He|She|They|It|There|His|Her|Their|One) [^,;:]*?)"
    r"(?: [^,;:?]+)\."
)
_LOWERED = re.compile(
    r"^(?:A|An|The|Each|Every|He|She|They|It|There|His|Her|Their|One|Some|Both|All|Many|Most"
    r"|Some(?:body|one)|Every(?:body|one)|Any(?:body|one)|No(?:body| one))\b"
)


def as_condition(fact: str, question: str) -> str | None:
    """`A ticket costs $9.`, `How much does Ann pay?` -> `If a ticket costs $9, how much ...?`."""
    if not re.match(r"How (?:many|much|long|far)\b", question) or " if " in question:
        return None
    if _SIMPLE.fullmatch(fact) is None or CONNECTED.match(fact) or len(fact.split()) > 14:
        return None
    if re.search(
        r"\b(?:so|because|would|could|will|others?|rest|remaining|not|also|too|again|then)\b", fact
    ):
        return None
    words = fact.split()
    if _LOWERED.match(fact):
        fact = fact[0].lower() + fact[1:]
    elif words[0] in NO_NAMES or (words[1] not in FINITE and words[1] not in ("is", "was")):
        return None
    return f"If {fact[:-1]}, {question[0].lower()}{question[1:]}"


_SUPPOSED = re.compile(r"If ([^?]+), (how (?:many|much|long|far|old) [^,?]+\?)")


def as_fact(question: str) -> tuple[str, str] | None:
    """`If a ticket costs $9, how much does Ann pay?` as a fact and a question."""
    match = _SUPPOSED.fullmatch(question)
    if match is None or re.search(r"\b(?:would|were to|could|had|instead|only|wants?)\b", match[0]):
        return None
    fact, asked = match[1], match[2]
    words = fact.split()
    if words[0].lower() in ("he", "she", "it") and words[1:2] and words[1] in VERBS:
        return None
    return f"{fact[0].upper()}{fact[1:]}.", f"{asked[0].upper()}{asked[1:]}"
