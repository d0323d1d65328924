"""Harder: add typed steps to a problem, so that its answer becomes an earlier result."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from random import Random

from factory.symbolic.choices import PAIRS, choose, choose_pair
from factory.symbolic.draft import (
    Child,
    Draft,
    compute,
    draft_from,
    finish,
    sound,
    tell,
)
from factory.symbolic.edits.distract import person_of
from factory.symbolic.edits.nouns import NO_NAMES
from factory.symbolic.filling import clause_in, fields_of, fill, focus_after
from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.moves import Move
from factory.symbolic.moves_compared import MOVES
from factory.symbolic.moves_joined import JOINED
from factory.symbolic.naming import (
    reads_well,
    stuff_of,
    tidy,
)
from factory.symbolic.numerals import plain
from factory.symbolic.question import understand
from factory.symbolic.words import COMPARABLE, HERS, HIS, KINDS, VERBS, head_of

OPERATORS = ("add_constraint", "deepen", "concretise", "more_steps")
MAX_TEXT = 2500
TRIES = 14

_split = cache(lambda names: frozenset(names.split()))
_BY_KIND: dict[str, list[Move]] = {}
for _move in MOVES:
    for _kind in _move.kinds.split():
        _BY_KIND.setdefault(_kind, []).append(_move)
_COMPARING = {move.name for move in MOVES if "{clause}" in move.facts[0]}
_JOINED = {move.name for move in JOINED}
_PERSONAL = {move.name for move in MOVES if "{who}" in " ".join((*move.facts, *move.asks)).lower()}
_OF_STUFF = {move.name for move in MOVES if "{stuff}" in " ".join(move.facts).lower()}
_GOALS = {"goal", "money_goal"}
_PLACED = re.compile(r" (?:for|in|with|on|to|from|at|without) ")
"""What stands in a noun that the last word does not speak for: `tickets for adults`."""
_OWED = re.compile(r"\b(?:still|left|more|remain\w*|owes?|owed|rest|have to buy|has to buy)\b")
_PAID_IN_PART = {"advance", "at_hand", "used_up"}
_EARLIER = re.compile(
    r"\b(left|first|begin\w*|start\w*|before|original\w*|each|need\w*|now|remain\w*|after)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(can|could|would|should|must|will|to|left|remain\w*|still|now|then|end|each|every|per"
    r"|off|up|out|away|down|back|altogether|all|total|combined|together|after|another|more)\b"
)
_UNIT_PRICE = re.compile(
    r"\b(?:price|cost) (?:in dollars )?of (?:an?|one|each|every)\b"
    r"|^what (?:an?|one|each|every|a single) "
)
_BADLY_NAMED = re.compile(
    r"\bchange\b|\bback\b|^what (?:remains?|remained|is|are|was|were)\b"
    r"|\bsave[sd]? (?:by|with|in|on|over)\b|^what .*\b(?:make|makes|made) \w+ing\b"
)
"""What money is called where it is a difference, and nobody has it in hand."""
_HE = re.compile(r"\b(?:he|she)\b")
_AT_FIRST = re.compile(
    r"\b(?:first|beg[aiu]n\w*|start\w*|before|original\w*|initial\w*|earlier|morning|ago|last|previous\w*"
    r"|yesterday|must|needs? to|supposed)\b"
)
"""What was so at an earlier time, or has to be: nothing can happen to it afterwards."""


def harder(graph: Graph, operator: str, rng: Random) -> Child:
    """The problem with one to three more steps.

    Raises:
        Declined: when nothing can be built on its question, or no number fits.
    """
    draft = _begun(graph)
    if len(draft.facts) > MAX_TEXT:
        raise Declined("too_long")
    fault = Declined("no_move", f"nothing fits {draft.focus.kind} {draft.focus.sense}")
    for number in range(TRIES):
        try:
            return _attempt(draft, operator, number, rng)
        except Declined as declined:
            fault = declined
    raise fault


def _begun(graph: Graph) -> Draft:
    draft = draft_from(graph, understand(graph))
    focus = tidy(draft.focus)
    if focus.phrase.startswith("what ") and _OF_MONEY.search(graph.question):
        raise Declined("no_move", "the question asks for a part of the money alone")
    who = person_of(graph.question, focus) or _only_name(graph.question)
    if who and focus.who.lower() in ("he", "she"):
        phrase = re.sub(rf"\b{focus.who.lower()}\b", who, focus.phrase, count=1)
        focus = replace(focus, who=who, phrase=phrase)
    return replace(draft, focus=focus)


def _only_name(text: str) -> str:
    """The one name of the text, where a sentence begins with it; or nothing."""
    names = set(re.findall(r"\b[A-Z][a-z]+\b", text)) - NO_NAMES
    names = {name for name in names if name.lower() not in KINDS and name.lower() not in VERBS}
    [*one] = names if len(names) == 1 else ()
    return one[0] if one and re.search(rf"(?:^|[.!] ){one[0]} [a-z]", text) else ""


_OF_MONEY = re.compile(
    r"\b(?:dollars|money) (?:of|in) (?:profit|this|that|the|ticket)|\bof this money"
)
"""`How many dollars of profit does the tour make?`: more than `what the tour makes`."""


def _attempt(draft: Draft, operator: str, number: int, rng: Random) -> Child:
    more = operator == "more_steps"
    move = pick_move(draft.focus, "" if more else operator, rng)
    draft, fact, ask = extend(draft, move, rng)
    if more and (number < TRIES - 4 or not fact):
        first = move.name
        move = pick_move(draft.focus, "", rng)
        draft, fact, ask = extend(draft.telling(_after(draft.facts, fact)), move, rng)
        return close(draft, fact, ask, rng, f"{first} and {move.name}")
    return close(draft, fact, ask, rng, move.name)


def second_situation(graph: Graph, rng: Random) -> Child:
    """The problem with a second situation told on top, which takes the answer as a number.

    It goes on with the same things or the same money.

    Raises:
        Declined: when nothing can be built on its question, or no number fits.
    """
    draft = _begun(graph)
    fault = Declined("no_move", f"no second situation fits {draft.focus.kind}".strip())
    found = [move for move in fitting(draft.focus, "") if move.name in _JOINED]
    if len(draft.facts) > MAX_TEXT:
        raise Declined("too_long")
    for _ in range(TRIES if found else 0):
        move = rng.choice(found)
        try:
            grown, fact, ask = extend(draft, move, rng)
            return close(grown, fact, ask, rng, move.name)
        except Declined as declined:
            fault = declined
    raise fault


def close(draft: Draft, fact: str, ask: str, rng: Random, did: str) -> Child:
    """Ask the question after its fact, or make the fact a condition of the question."""
    if (
        fact.startswith(("A ", "The ", "What "))
        and not draft.focus.past
        and not {".", ":"} & set(fact[:-1])
        and rng.random() < 0.3
    ):
        return finish(draft, f"If {_lower(fact)[:-1]}, {_lower(ask)}", fact, did)
    if fact:
        draft = draft.telling(_after(draft.facts, fact))
    return finish(draft, ask, "", did)


def _after(facts: str, fact: str) -> str:
    """The fact behind the facts: two sentences in a row do not both begin with `Then`."""
    last = re.split(r"[.!?] ", facts)[-1]
    if last.startswith("Then ") and fact.startswith("Then "):
        return f"After that, {fact.removeprefix('Then ')}"
    return fact


def _lower(sentence: str) -> str:
    word = sentence.split(" ", 1)[0]
    return sentence if word in HIS or word in HERS else sentence[0].lower() + sentence[1:]


def fitting(focus: Focus, operator: str) -> list[Move]:
    """The moves that can follow such a question."""
    head = head_of(focus.noun)
    told_apart = KINDS.get(head, focus.kind) == focus.kind or focus.kind == "figure"
    if not (reads_well(focus.phrase) and told_apart) or _PLACED.search(focus.noun):
        return []
    if focus.phrase.split().count(head) > 1:
        return []
    if _UNIT_PRICE.search(focus.phrase) or _BADLY_NAMED.search(focus.phrase):
        return []
    if focus.act in ("pay", "spend") and focus.sense == "spend" and not focus.who:
        return []
    past = bool(_AT_FIRST.search(focus.phrase))
    stuff = stuff_of(focus)
    compared = sum(name in _COMPARING for name in focus.done)
    return [
        move
        for move in _BY_KIND.get(focus.kind, ())
        if (move.senses == "*" or focus.sense in _split(move.senses))
        and move.name not in focus.done
        and (not operator or operator in _split(move.operators))
        and (not move.nouns or head in _split(move.nouns))
        and head not in _split(move.avoid)
        and (not move.acts or focus.act in _split(move.acts))
        and not (move.named and focus.phrase.startswith("what "))
        and (move.name not in _COMPARING or (compared < 2 and _comparable(focus)))
        and (focus.who or move.name not in _PERSONAL)
        and (stuff or move.name not in _OF_STUFF)
        and (not past or move.name in _COMPARING)
        and (not move.whole or not _PLACED.search(f"{focus.phrase} "))
        and (not move.said or not _split(move.said).isdisjoint(focus.phrase.split()))
        and not (move.name == "advance" and focus.past)
        and not (move.name in _PAID_IN_PART and _OWED.search(focus.phrase))
        and not (move.name in _GOALS and _EARLIER.search(focus.phrase))
    ]


def _comparable(focus: Focus) -> bool:
    """Whether another can be said to have done the same: not what somebody must or can do."""
    clause = clause_in(focus)
    return (
        focus.act in COMPARABLE
        and bool(clause and focus.who)
        and not _HE.search(clause)
        and not _HYPOTHETICAL.search(clause)
    )


def pick_move(focus: Focus, operator: str, rng: Random) -> Move:
    """A move that can follow such a question.

    Raises:
        Declined: when there is none.
    """
    found = fitting(focus, operator)
    if not found:
        raise Declined("no_move", f"nothing fits {focus.kind} {focus.sense}".strip())
    return rng.choice(found)


def extend(draft: Draft, move: Move, rng: Random) -> tuple[Draft, str, str]:
    """Add the move's steps; returns the draft with the new fact and question still to be told.

    Raises:
        Declined: when no number fits.
    """
    if move.untold and _tells(f"{draft.facts} {draft.focus.phrase}".lower(), move.untold):
        raise Declined("no_move", "the facts may say something else about it")
    if move.told and not _tells(f" {draft.facts}".lower(), move.told):
        raise Declined("no_move", "it would be odd in this story")
    low, high = move.within
    if not low <= draft.answer <= high:
        raise Declined("no_number", f"{plain(draft.answer)} does not fit the story")
    values = {"A": draft.answer}
    taken = set(draft.taken)
    if move.number in PAIRS:
        pair = choose_pair(move.number, draft.answer, taken, rng)
        if pair is None:
            raise Declined("no_number", f"no {move.number} fits {plain(draft.answer)}")
        values["k"], values["m"] = pair
        taken |= {pair[0], pair[1]}
    elif move.number:
        number = choose(move.number, draft.answer, taken, rng)
        if number is None:
            raise Declined("no_number", f"no {move.number} fits {plain(draft.answer)}")
        values["k"] = number
        taken |= {number, number / 100}
    fields = fields_of(draft, move, values, rng)
    if "{periods}" in move.facts[0] + move.asks[0] and fields["periods"] in draft.facts:
        raise Declined("no_move", "the facts may say for how long already")
    focus = focus_after(draft.focus, move, fields)
    lines, shapes = list(draft.lines), list(draft.shapes)
    made = compute(move.steps, values, len(shapes))
    for expression, value, sentence in made:
        kind = "money" if "$@" in sentence else focus.kind
        if value in taken or not sound(value, kind) or (kind == "money" and not _payable(value)):
            raise Declined("no_number", "a new result clashes or is not plausible")
        taken.add(value)
        shapes.append(expression)
        said = fill(sentence, fields, focus.past).replace("among 2 ", "between 2 ")
        lines.append(tell(said, expression, value))
    fact = fill(rng.choice(move.facts), fields, focus.past).replace(" 2 times as ", " twice as ")
    ask = fill(rng.choice(move.asks), fields, focus.past)
    grown = Draft(
        draft.facts,
        tuple(lines),
        tuple(shapes),
        made[-1][1],
        focus,
        frozenset(taken | {Fraction(100)} if "100" in move.steps[0][0] else taken),
        draft.idle,
    )
    return grown, fact, ask


def _tells(facts: str, untold: str) -> bool:
    """Whether a word of the facts begins in one of these ways."""
    if untold.startswith("has $"):
        return bool(re.search(r"(?:has|have|had|with|of) \$", facts)) or "budget" in facts
    return any(f" {start}" in facts for start in untold.split())


def _payable(value: Fraction) -> bool:
    """Whether an amount is a dollar at least and goes to five cents."""
    return value >= 1 and (value * 20).denominator == 1
