"""Understand what the last sentence of a problem asks for, so that a step can be built on it.

`How many clips did Natalia sell in May?` becomes the focus `the clips that Natalia sold in May`.
Only forms that turn into a clause without doubt are understood; others raise `Declined`.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.words import (
    FINITE,
    KINDS,
    PLURAL_SUBJECTS,
    PRONOUNS,
    SENSES,
    VERBS,
    head_of,
)

_BREAK = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'($]?[A-Z0-9])")
_TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "St.", "a.m.", "p.m.", "vs.", "No.", "oz.", "lb.", "lbs.")
_ASKS = re.compile(
    r"\b(how many|how much|how long|how old|what (?:is|was|will be|'s)|what's"
    r"|calculate|find|determine)\b",
    re.IGNORECASE,
)
_VERBS_OF_QUESTIONS = (
    "did does do is are was were will can would should could must has have had remain remained"
)
_AUXILIARY = frozenset(_VERBS_OF_QUESTIONS.split())
_RATE = re.compile(
    r"\b(each|every|per|apiece|a day|an hour|a week|a month|a year|a piece|a minute)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(average|than|percent|percentage|older|younger|difference|another|respectively|fewer|less)\b"
    r"|%",
    re.IGNORECASE,
)


_UNIT = re.compile(r",? in (?:dollars|minutes|hours|days|total dollars)\b,?", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"(?:what (?:is|was|will be|'s)|what's|calculate|find|determine) the (?:total |combined )?"
    r"number of ((?:[a-z'-]+ ){1,4}?)"
    r"((?:that|who|on|in|at|he|she|they|left|remaining)\b.*|[A-Z].*)",
    re.IGNORECASE,
)


_DETERMINERS = ("the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "each")


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
        if sentences and sentences[-1].endswith(_TITLES):
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
        raise Declined("question_form", "the answer is a percentage, an average or a difference")
    if opening == "how many":
        focus = _counted(words[2:], tail)
    elif opening == "how much":
        focus = _money(words[2:], tail, noted)
    elif opening == "how old":
        focus = _age(words[2:])
    elif opening == "how long":
        focus = _duration(words[2:], tail, noted)
    else:
        focus = _named(core, tail, noted)
    if _RATE.search(core) or _RATE.search(tail):
        focus = replace(focus, sense="rate")
    return Asked(" ".join(facts), supposed, focus)


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
        supposed = f"Suppose {said}."
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
        supposed = f"Suppose {condition.strip()}."
    if "," in head or "(" in head or '"' in head or ";" in head or " and how " in head:
        raise Declined("question_form", "the question has several parts")
    return supposed, head.strip(), tail


def _counted(words: list[str], tail: str) -> Focus:
    at = next((i for i, w in enumerate(words[:7]) if w.lower() in _AUXILIARY), None)
    if not at:
        raise Declined("question_form", "no verb after what is counted")
    noun = " ".join(words[:at]).lower()
    still = noun.startswith(("more ", "additional ")) or " more " in noun
    noun = noun.removeprefix("more ").removeprefix("additional ").removeprefix("total ")
    head = head_of(noun)
    if head in ("dollars",):
        return _money(words[at:], tail, "$")
    plural = head in KINDS or head.endswith(("s", "ren", "ople"))
    if not plural or not re.fullmatch(r"[a-z'-]+( [a-z'-]+){0,3}", noun):
        raise Declined("unknown_unit", noun)
    if noun.split()[0] in ("of", "fewer", "total") or " and " in noun or " than " in noun:
        raise Declined("unknown_unit", noun)
    kind = KINDS.get(head, "any")
    clause = _clause(words[at:], still)
    if not clause.text:
        phrase = f"these {noun}"
    elif clause.text.startswith("~"):
        phrase = f"the {noun} {clause.text[1:]}{tail}"
    else:
        phrase = f"the {noun} that {clause.text}{tail}"
    return Focus(kind, noun, phrase, _sense(clause.verb, kind), clause.verb, clause.past)


class _Clause(NamedTuple):
    text: str
    verb: str
    past: bool


def _clause(words: list[str], still: bool = False) -> _Clause:
    """Turn `did Natalia sell in May` into `Natalia sold in May`."""
    auxiliary, rest = words[0].lower(), words[1:]
    past = auxiliary in ("did", "was", "were", "had", "remained")
    if auxiliary in ("remain", "remained"):
        return _Clause(" ".join(words), "be", past)
    if auxiliary in ("is", "are", "was", "were"):
        if still:
            raise Declined("question_form", "a difference is asked")
        if rest[:1] == ["there"]:
            place = re.sub(r"^(altogether|in total|in all|now)\b ?", "", " ".join(rest[1:]))
            return _Clause("~" + place if place else "", "be", past)
        if not rest or rest[0][0].isupper() or rest[0].lower() in (*PRONOUNS, *_DETERMINERS):
            raise Declined("question_form", "progressive")
        return _Clause(" ".join(words), "be", past)
    at = _verb_at(rest)
    subject, verb, more = rest[:at], rest[at].lower(), rest[at + 1 :]
    name = " ".join(subject)
    object_ = " " + " ".join(more) if more else ""
    if still and (verb not in ("need", "want", "have") or more[:1] not in (["to"], [])):
        raise Declined("question_form", "a difference is asked")
    again = "still " if still else ""
    meant = more[1].lower() if more[:1] == ["to"] and more[1:2] else verb
    meant = FINITE[meant][0].base if meant in FINITE else meant
    if auxiliary in ("do", "does", "did"):
        forms = VERBS.get(verb)
        if forms is None:
            raise Declined("question_form", "the verb is not in its plain form")
        many = name.lower() in PLURAL_SUBJECTS or auxiliary == "do"
        form = forms.past if auxiliary == "did" else forms.base if many else forms.third
        return _Clause(f"{name} {again}{form}{object_}", meant, past)
    return _Clause(f"{name} {auxiliary} {again}{rest[at]}{object_}", meant, past)


def _verb_at(rest: list[str]) -> int:
    """Where the verb stands after its subject."""
    if not rest:
        raise Declined("question_form", "no subject")
    first = rest[0]
    places: tuple[int, ...] = ()
    if first.lower() in PRONOUNS or (first[0].isupper() and first.isalpha()):
        places = (1, 3, 4) if rest[1:2] == ["and"] else (1, 2, 3)
    elif first.lower() in (*_DETERMINERS, "all", "these", "every", "both"):
        places = (2, 3, 4, 5, 6)
    elif first.lower() == "it" and rest[1:2] == ["take"]:
        places = (1,)
    for at in places:
        if at < len(rest) and (rest[at].lower() in VERBS or rest[at].lower() in FINITE):
            return at
    raise Declined("question_form", "subject or verb not known")


def _sense(verb: str, kind: str) -> str:
    order: tuple[str, ...] = ("spend", "earn", "hold")
    if kind != "money":
        order = ("hold", "buy", "sell", "use", "move", "work")
    return next((sense for sense in order if (sense, verb) in SENSES), "other")


def _money(words: list[str], tail: str, noted: str) -> Focus:
    if noted != "$" and words[:1] != ["money"]:
        raise Declined("unknown_unit", "how much, and the rationale does not say of what")
    head = "the profit that" if "profit" in words[:2] else "what"
    while words and words[0].lower() in ("money", "total", "in", "dollars", "profit", "more"):
        if words[0].lower() == "more":
            raise Declined("question_form", "a difference is asked")
        words = words[1:]
    if not words or words[0].lower() not in _AUXILIARY:
        raise Declined("question_form", "no verb after how much")
    if words[0].lower() in ("is", "are", "was", "were"):
        if not (noted == "$" and words[1:2] in (["left"], ["in"], ["remaining"])):
            raise Declined("question_form", "no verb of spending or earning")
        past = words[0].lower() in ("was", "were")
        phrase = f"the money that {'was' if past else 'is'} {' '.join(words[1:])}{tail}"
        return Focus("money", "dollars", phrase, "hold", "have", past)
    clause = _clause(words)
    verb = "spend" if clause.text.endswith(" cost") else clause.verb
    sense = _sense(verb, "money")
    act = clause.verb if (sense, clause.verb) in SENSES else ""
    if verb in ("have", "save", "collect", "keep", "start", "end") or " left" in clause.text:
        sense, act = "hold", "have"
    return Focus("money", "dollars", f"{head} {clause.text}{tail}", sense, act, clause.past)


def _age(words: list[str]) -> Focus:
    """`How old is Diana now`: the phrase is the one whose age is asked."""
    who = " ".join(words[1:]).removesuffix(" now").removesuffix(" today").removesuffix(" currently")
    if words[:1] != ["is"] or not re.fullmatch(r"(?:(?:his|her|their|the) )?[A-Za-z']+", who):
        raise Declined("question_form", "not an age of today")
    if who.lower() in PRONOUNS:
        raise Declined("question_form", "a pronoun's age")
    return Focus("age", "years", who, "other")


def _duration(words: list[str], tail: str, noted: str) -> Focus:
    if KINDS.get(noted) != "time" or len(words) < 3:
        raise Declined("unknown_unit", "how long, and the rationale does not say in what")
    clause = _clause(words)
    return Focus("time", noted, f"the time that {clause.text}{tail}", "other", past=clause.past)


_COSTS = re.compile(r"\b(cost|price|bill|amount .* (?:pay|spend|spent|paid)|charge|fee)\b", re.I)
_GAINS = re.compile(r"\b(earnings|profit|income|salary|revenue|savings|pay|sales)\b", re.I)


def _named(core: str, tail: str, noted: str) -> Focus:
    """`What is the total cost of the shoes` and its like."""
    number_of = _NUMBER_OF.fullmatch(core)
    if number_of is not None:
        noun = number_of[1].strip().lower()
        kind = KINDS.get(head_of(noun))
        if kind is None:
            raise Declined("unknown_unit", noun)
        return Focus(kind, noun, f"the {noun} {number_of[2]}{tail}", "other")
    match = re.match(
        r"(?:what (is|was|will be|'s)|what's|calculate|find|determine) (.+)", core, re.I
    )
    if match is None or noted != "$":
        raise Declined("unknown_unit", "the rationale does not say what is asked for")
    phrase = match[2].strip()
    first = phrase.split()[0].lower()
    if first not in ("the", "his", "her", "their") and not first.endswith("'s"):
        raise Declined("question_form", "not a thing that can be named")
    sense = "spend" if _COSTS.search(phrase) else "earn" if _GAINS.search(phrase) else ""
    if not sense:
        raise Declined("unknown_unit", phrase)
    return Focus("money", "dollars", phrase + tail, sense, past=match[1] == "was")
