"""Harder: add typed steps to a problem, so that its answer becomes an earlier result."""

import re
from fractions import Fraction
from random import Random

from factory.symbolic.choices import choose
from factory.symbolic.draft import (
    Child,
    Draft,
    compute,
    draft_from,
    finish,
    pick_words,
    sound,
    tell,
)
from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.moves import Move
from factory.symbolic.moves_compared import MOVES
from factory.symbolic.numerals import plain, spoken
from factory.symbolic.question import understand
from factory.symbolic.words import COMPARABLE, HERS, HIS, VERBS, head_of, singular

OPERATORS = ("add_constraint", "deepen", "concretise", "more_steps")
MAX_TEXT = 2500
TRIES = 14

_TENSE = re.compile(r"<([^<>|]*)\|([^<>|]*)>")


def harder(graph: Graph, operator: str, rng: Random) -> Child:
    """The problem with one to three more steps.

    Raises:
        Declined: when nothing can be built on its question, or no number fits.
    """
    draft = draft_from(graph, understand(graph))
    if len(draft.facts) > MAX_TEXT:
        raise Declined("too_long")
    fault = Declined("no_move", f"nothing fits {draft.focus.kind} {draft.focus.sense}")
    for _ in range(TRIES):
        try:
            return _attempt(draft, operator, rng)
        except Declined as declined:
            fault = declined
    raise fault


def _attempt(draft: Draft, operator: str, rng: Random) -> Child:
    names = []
    if operator == "more_steps":
        move = pick_move(draft.focus, "", rng)
        draft, fact, _ = extend(draft, move, rng)
        draft = draft.telling(fact)
        names.append(move.name)
    move = pick_move(draft.focus, "" if operator == "more_steps" else operator, rng)
    draft, fact, ask = extend(draft, move, rng)
    return close(draft, fact, ask, rng, " and ".join([*names, move.name]))


def close(draft: Draft, fact: str, ask: str, rng: Random, did: str) -> Child:
    """Ask the question after its fact, or make the fact a condition of the question."""
    if (
        fact.startswith(("A ", "The ", "What "))
        and fact[:-1].count(".") == 0
        and rng.random() < 0.3
    ):
        return finish(draft, f"If {_lower(fact)[:-1]}, {_lower(ask)}", fact, did)
    if fact:
        draft = draft.telling(fact)
    return finish(draft, ask, "", did)


def _lower(sentence: str) -> str:
    word = sentence.split(" ", 1)[0]
    return sentence if word in HIS or word in HERS else sentence[0].lower() + sentence[1:]


def fitting(focus: Focus, operator: str) -> list[Move]:
    """The moves that can follow such a question."""
    head = head_of(focus.noun)
    return [
        move
        for move in MOVES
        if focus.kind in move.kinds.split()
        and move.name not in focus.done[-2:]
        and (not operator or operator in move.operators.split())
        and (not move.senses or focus.sense in move.senses.split())
        and (not move.nouns or head in move.nouns.split())
        and ("{clause}" not in move.facts[0] or (focus.act in COMPARABLE and _clause(focus)))
        and ("{be_clause}" not in move.facts[0] or (focus.act == "be" and _clause(focus)))
    ]


def pick_move(focus: Focus, operator: str, rng: Random) -> Move:
    """A move that can follow such a question."""
    moves = fitting(focus, operator)
    if not moves:
        raise Declined("no_move", f"nothing fits {focus.kind} {focus.sense}".strip())
    return rng.choice(moves)


def _clause(focus: Focus) -> str:
    """`Natalia sold in May` out of `the clips that Natalia sold in May`, or nothing."""
    if focus.phrase.startswith("what "):
        return focus.phrase[5:]
    head = f"the {focus.noun} that "
    return focus.phrase[len(head) :] if focus.phrase.startswith(head) else ""


def extend(draft: Draft, move: Move, rng: Random) -> tuple[Draft, str, str]:
    """Add the move's steps; returns the draft with the new fact and question still to be told.

    Raises:
        Declined: when no number fits.
    """
    values = {"A": draft.answer}
    taken = set(draft.taken)
    if move.number:
        number = choose(move.number, draft.answer, taken, rng)
        if number is None:
            raise Declined("no_number", f"no {move.number} fits {plain(draft.answer)}")
        values["k"] = number
        taken |= {number, number / 100}
    fields = _fields(draft, move, values, rng)
    focus = _after(draft.focus, move, fields)
    lines, shapes = list(draft.lines), list(draft.shapes)
    made = compute(move.steps, values, len(shapes))
    for expression, value, sentence in made:
        kind = "money" if "$@" in sentence else focus.kind
        if value in taken or not sound(value, kind):
            raise Declined("no_number", "a new result clashes or is not plausible")
        taken.add(value)
        shapes.append(expression)
        lines.append(tell(_fill(sentence, fields, focus.past), expression, value))
    fact = _fill(rng.choice(move.facts), fields, focus.past)
    ask = _fill(rng.choice(move.asks), fields, focus.past)
    grown = Draft(
        draft.facts,
        tuple(lines),
        tuple(shapes),
        made[-1][1],
        focus,
        frozenset(taken | {Fraction(100)} if "100" in move.steps[0][0] else taken),
    )
    return grown, fact, ask


def _fields(draft: Draft, move: Move, values: dict[str, Fraction], rng: Random) -> dict[str, str]:
    focus = draft.focus
    fields = pick_words(move.words, draft.facts, rng, values.get("k"))
    if "k" in values:
        fields["k"] = spoken(values["k"], money="${k}" in move.facts[0])
    money = focus.kind == "money"
    fields |= {
        "x": focus.phrase,
        "X": focus.phrase[0].upper() + focus.phrase[1:],
        "noun": focus.noun,
        "one": singular(focus.noun),
        "many": "much money" if money else f"many {focus.noun}",
        "what": "the money" if money else f"the {focus.noun}",
        "unit": " dollars" if money else f" {focus.noun}",
        "clause": _clause(focus),
        "be_clause": _clause(focus),
    }
    if any("{name}" in fact for fact in move.facts):
        him = fields["clause"].split(" ", 1)[0].lower() == "he"
        her = fields["clause"].split(" ", 1)[0].lower() == "she"
        names = HERS if him else HIS if her else HIS + HERS
        free = [name for name in names if name not in draft.facts and name not in focus.phrase]
        fields["name"] = rng.choice(free)
    if fields["clause"] and focus.act in VERBS:
        verb = VERBS[focus.act]
        fields |= {"act": verb.base, "act_s": verb.third, "acted": verb.past}
    return fields


def _fill(template: str, fields: dict[str, str], past: bool) -> str:
    tensed = _TENSE.sub(lambda match: match[2 if past else 1], template)
    return tensed.format_map(fields)


def _after(focus: Focus, move: Move, fields: dict[str, str]) -> Focus:
    kind, noun, phrase, sense, act = move.after
    return Focus(
        focus.kind if kind == "=" else kind,
        focus.noun if noun == "=" else _fill(noun, fields, focus.past),
        _fill(phrase, fields, focus.past),
        focus.sense if sense == "=" else sense,
        focus.act if act == "=" else act,
        focus.past,
        done=(*focus.done, move.name),
    )
