"""Understand what the last sentence of a problem asks for, so that a step can be built on it.

`How many clips did Natalia sell in May?` becomes the focus `the clips that Natalia sold in May`.
Only forms that turn into a clause without doubt are understood; others raise `Declined`.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from factory.symbolic.clauses import AUXILIARY, TITLES, clause_of, sense_of
from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.question_amounts import NUMBER_OF, how_long, how_much, how_old, named
from factory.symbolic.question_counts import otherwise
from factory.symbolic.question_figures import figure
from factory.symbolic.words import FINITE, KINDS, VERBS, head_of

_BREAK = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'($]?[A-Z0-9])")
_ASKS = re.compile(
    r"\b(how many|how much|how long|how old|how far|what (?:is|was|will be|'s)|what's"
    r"|calculate|find|determine)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(each|every|per|apiece|a day|an hour|a week|a month|a year|a piece|a minute)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(average|than|percent|percentage|older|younger|difference|another|respectively|fewer|less)\b"
    r"|%",
    re.IGNORECASE,
)


_CONTRARY = re.compile(
    r"\b(would|were to|could|instead|ever|wants? .* how|had (?:had|been)|everything|so)\b", re.I
)
_PERIOD = re.compile(r"\b(?:per|a|each|every) (day|week|month|year)$", re.IGNORECASE)
_UNIT = re.compile(r",? in (?:dollars|minutes|hours|days|total dollars)\b,?", re.IGNORECASE)

_TOTALS = re.compile(r" (?:in total|in all|total|altogether|combined)$")
_TRAILING = re.compile(r", (?:after|by|in|at|for|on|during|over|then|to|with)\b[^,]*$")


class Asked(NamedTuple):
    """A problem taken apart: facts as they stand, facts out of the question, and what is asked."""

    facts: str
    supposed: str
    focus: Focus


def split_sentences(text: str) -> list[str]:
    """The sentences in order; joined by single spaces they give the text back, blanks aside."""
    sentences: list[str] = []
    for piece in _BREAK.split(text.strip()):
        if sentences and sentences[-1].endswith(TITLES):
            sentences[-1] += " " + piece
        else:
            sentences.append(piece)
    return sentences


def split_question(text: str) -> tuple[list[str], str]:
    """The facts, sentence by sentence, and the one question that closes the text.

    Raises:
        Declined: when there are more questions, or it does not come last.
    """
    *facts, question = split_sentences(text)
    if text.count("?") > 1 or not question.endswith(("?", ".")) or not facts:
        raise Declined("question_form", "the question is not one sentence at the end")
    if not question.endswith("?") and not re.search(
        r"\b(calculate|find|determine) the\b", question, re.I
    ):
        raise Declined("question_form", "no question at the end")
    return facts, question


def understand(graph: Graph) -> Asked:
    """What the problem asks, as a phrase that a further sentence can use.

    Raises:
        Declined: when the form or the unit of the question is not known.
    """
    if graph.focus is not None:
        focus = graph.focus
        return Asked(graph.question[: focus.facts_end].rstrip(), focus.supposed, focus)
    facts, question = split_question(graph.question)
    supposed, core, tail = _core(_UNIT.sub("", question.rstrip("?. ")))
    words = core.split()
    noted = graph.steps[-1].noun
    opening = " ".join(words[:2]).lower()
    if _DIFFERENCE.search(core) or _DIFFERENCE.search(tail):
        return Asked(" ".join(facts), supposed, figure(core, tail, noted))
    if opening == "how many" and len(words) > 2 and words[2].lower() in AUXILIARY:
        words[2:2] = [_understood(noted, facts)]
    elif opening == "how far" and KINDS.get(noted) == "length":
        opening, words[2:2] = "how many", [noted]
    elif opening == "how much" and KINDS.get(noted) == "measure" and _is_stuff(words[2:4]):
        opening, words[2:2] = "how many", [noted, "of"]
    if opening == "how many":
        focus = _how_many(words[2:], tail)
    elif opening == "how much":
        focus = how_much(words[2:], tail, noted)
    elif opening == "how old":
        focus = how_old(words[2:])
    elif opening == "how long":
        focus = how_long(words[2:], tail, noted)
    elif noted in ("$", "dollars") or NUMBER_OF.match(core):
        focus = named(core, tail, noted)
    else:
        focus = figure(core, tail, noted)
    if _RATE.search(core) or _RATE.search(tail):
        period = _PERIOD.search(core)
        plain = period is not None and not _RATE.search(core[: period.start()])
        sense = f"rate_{period[1]}" if period and plain and not tail else "rate"
        focus = replace(focus, sense=sense, who="")
    return Asked(" ".join(facts), supposed, focus)


def _how_many(words: list[str], tail: str) -> Focus:
    try:
        return _counted(words, tail)
    except Declined:
        found = otherwise(" ".join(words), tail)
        if found is None:
            raise
        return found


def _understood(noted: str, facts: list[str]) -> str:
    """The noun that `How many does he have left?` leaves out, where the rationale names it."""
    if noted not in KINDS or not re.search(rf"\b{noted}\b", " ".join(facts), re.IGNORECASE):
        raise Declined("unknown_unit", "what is counted is left out")
    return noted


def _is_stuff(words: list[str]) -> bool:
    """Whether `water does` stands there: something that is measured, and an auxiliary."""
    stuff = words[0].lower() if len(words) == 2 else ""
    return (
        stuff.isalpha()
        and stuff not in ("money", "time", "profit", "change", "more", "total", "weight")
        and stuff not in AUXILIARY
        and words[1].lower() in AUXILIARY
    )


def _stated(condition: str) -> str:
    """A condition as a fact: `if Martha has 68 apples` tells that she has."""
    if _CONTRARY.search(condition) or not condition[0].isalpha():
        return f"Suppose {condition}."
    return condition[0].upper() + condition[1:] + "."


def _core(question: str) -> tuple[str, str, str]:
    """Split into a supposed fact, the question proper, and an adverbial to put after it."""
    match = _ASKS.search(question)
    if match is None:
        raise Declined("question_form", "not a question of a known form")
    before, core = question[: match.start()].strip(" ,"), question[match.start() :]
    supposed, tail = "", ""
    if before.endswith(
        (" for", " in", " at", " by", " to", " with", " of", " on", "For", "In", "At")
    ):
        raise Declined("question_form", "a preposition stands before the question")
    opening = before.split(" ", 1)[0].lower()
    if opening in ("if", "given", "assuming", "suppose", "supposing"):
        if _TRAILING.search(before):
            raise Declined("question_form", "the condition ends in an adverbial")
        said = before.split(" ", 1)[1].removeprefix("that ").removesuffix(" then").strip(" ,")
        if not said:
            raise Declined("question_form", "the condition is empty")
        supposed = _stated(said)
    elif opening in ("after", "by", "at", "during", "over", "on", "for", "with", "from"):
        if re.search(r"\d", before):
            raise Declined("question_form", "a number stands before the question")
        tail = " " + before[0].lower() + before[1:]
    elif before.lower() not in ("", "in total", "in all", "altogether", "so", "then", "overall"):
        raise Declined("question_form", "something stands before the question")
    head, also, condition = core.partition(" if ")
    if also:
        if supposed or not condition.strip():
            raise Declined("question_form", "two conditions")
        supposed = _stated(condition.strip())
    if "," in head or "(" in head or '"' in head or ";" in head or " and how " in head:
        raise Declined("question_form", "the question has several parts")
    return supposed, head.strip(), tail


def _counted(words: list[str], tail: str) -> Focus:
    at = next((i for i, w in enumerate(words[:7]) if w.lower() in AUXILIARY), None)
    if at is None:
        return _counted_subject(words, tail)
    if not at:
        raise Declined("question_form", "no verb after what is counted")
    noun = _TOTALS.sub("", " ".join(words[:at]).lower())
    still = noun.startswith(("more ", "additional ")) or " more " in noun
    for filler in ("more ", "additional ", "total ", "combined "):
        noun = noun.removeprefix(filler)
    head = head_of(noun)
    if head in ("dollars",):
        return how_much(words[at:], tail, "$")
    plural = head in KINDS or head.endswith(("s", "ren", "ople"))
    if not plural or not re.fullmatch(r"[a-z'-]+( [a-z'-]+){0,3}", noun):
        raise Declined("unknown_unit", noun)
    if noun.split()[0] in ("of", "fewer", "total") or " and " in noun or " than " in noun:
        raise Declined("unknown_unit", noun)
    kind = KINDS.get(head, "any")
    clause = clause_of(words[at:], still)
    if not clause.text:
        phrase = f"these {noun}"
    elif clause.text.startswith("~"):
        phrase = f"the {noun} {clause.text[1:]}{tail}"
    else:
        phrase = f"the {noun} that {clause.text}{tail}"
    sense = sense_of(clause.verb, kind)
    if clause.bound and kind != "time":
        sense = "need" if sense in ("hold", "buy", "need", "use") else "other"
    act = clause.verb
    if words[at].lower() in ("can", "could", "would") and kind != "time":
        sense, act = "other", ""
    return Focus(kind, noun, phrase, sense, act, clause.past, who=clause.who)


def _counted_subject(words: list[str], tail: str) -> Focus:
    """`How many students play chess`: what is counted is what does it."""
    at = next((i for i, w in enumerate(words[:4]) if i and w.lower() in KINDS), 0)
    head, rest = words[at].lower() if words else "", words[at + 1 :]
    kind = KINDS.get(head, "")
    verb = rest[0].lower() if rest else ""
    if kind not in ("person", "animal", "thing") or not (verb in VERBS or verb in FINITE):
        raise Declined("question_form", "no verb after what is counted")
    noun = " ".join(words[: at + 1]).lower()
    if not re.fullmatch(r"[a-z'-]+( [a-z'-]+){0,2}", noun) or noun.startswith(("more ", "of ")):
        raise Declined("question_form", "no verb after what is counted")
    past = verb in FINITE and FINITE[verb][1]
    that = "who" if kind == "person" else "that"
    return Focus(kind, noun, f"the {noun} {that} {' '.join(rest)}{tail}", "hold", "be", past)
