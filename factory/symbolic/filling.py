"""Fill the templates of a typed step with what a problem is about; variables: see `moves`."""

import re
from fractions import Fraction
from random import Random

from factory.symbolic.draft import Draft, pick_words
from factory.symbolic.graph import Focus
from factory.symbolic.moves import Move
from factory.symbolic.naming import stuff_fields
from factory.symbolic.numerals import spoken
from factory.symbolic.words import HERS, HIS, VERBS, head_of, singular

_MEN = frozenset(["he", "his", "him", "himself"])
_WOMEN = frozenset(["she", "her", "hers", "herself"])
_TENSE = re.compile(r"<([^<>|]*)\|([^<>|]*)>")


def clause_in(focus: Focus) -> str:
    """`Natalia sold in May` out of `the clips that Natalia sold in May`, or nothing."""
    if focus.phrase.startswith("what "):
        return focus.phrase[5:]
    head = f"the {focus.noun} that "
    return focus.phrase[len(head) :] if focus.phrase.startswith(head) else ""


def fields_of(draft: Draft, move: Move, values: dict[str, Fraction], rng: Random) -> dict[str, str]:
    """What stands for each variable of the move's templates, its numbers included."""
    focus = draft.focus
    fields = pick_words(move.words, draft.facts, rng, values.get("k"))
    if "k" in values:
        fields["k"] = spoken(values["k"], money="${k}" in move.facts[0])
    if "m" in values:
        fields["m"] = spoken(values["m"])
    money = focus.kind == "money"
    fields |= {
        "x": focus.phrase,
        "X": focus.phrase[0].upper() + focus.phrase[1:],
        "noun": focus.noun,
        "one": singular(focus.noun),
        "many": "much money" if money else f"many {focus.noun}",
        "what": "the money" if money else f"the {focus.noun}",
        "unit": " dollars" if money else f" {focus.noun}",
        "clause": clause_in(focus),
        **stuff_fields(focus),
        "nx": focus.phrase.removeprefix("the "),
        "head": head_of(focus.noun),
        "head1": singular(head_of(focus.noun)),
        "who": focus.who,
        "Who": focus.who[:1].upper() + focus.who[1:],
        "periods": focus.sense.removeprefix("rate_") + "s",
    }
    if any("{name}" in fact for fact in move.facts):
        said = set(focus.phrase.lower().split())
        him, her = not _MEN.isdisjoint(said), not _WOMEN.isdisjoint(said)
        names = HERS if him else HIS if her else HIS + HERS
        free = [name for name in names if name not in draft.facts and name not in focus.phrase]
        fields["name"] = rng.choice(free)
    if focus.act in VERBS:
        verb = VERBS[focus.act]
        fields |= {"act": verb.base, "act_s": verb.third, "acted": verb.past}
    return fields


def fill(template: str, fields: dict[str, str], past: bool) -> str:
    """The template with its variables filled in and its verbs in the tense."""
    tensed = _TENSE.sub(lambda match: match[2 if past else 1], template)
    return tensed.format_map(fields)


def focus_after(focus: Focus, move: Move, fields: dict[str, str]) -> Focus:
    """What is asked for once the move has been made."""
    kind, noun, phrase, sense, act = move.after
    return Focus(
        focus.kind if kind == "=" else kind,
        focus.noun if noun == "=" else fill(noun, fields, focus.past),
        fill(phrase, fields, focus.past),
        focus.sense if sense == "=" else sense,
        focus.act if act == "=" else act,
        focus.past,
        who=fields["name"] if "{name}" in phrase else focus.who if act == "=" else "",
        done=(*focus.done, move.name),
    )
