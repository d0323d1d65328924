"""A topic's own problem, told up to its question, so that another can go on from it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from factory.symbolic.draft import Draft, compute, pick_words, sound, tell
from factory.symbolic.graph import Declined, Focus
from factory.symbolic.topics import Topic
from factory.symbolic.words import HERS, HIS

_NOTHING: Mapping[str, Fraction] = {}


def begun(
    topic: Topic,
    parent: str,
    rng: Random,
    fixed: Mapping[str, Fraction] = _NOTHING,
    names: Sequence[str] = (*HERS, *HIS),
) -> tuple[Draft, str, str]:
    """The topic's own problem: facts are told, its question is not.

    Numbers of `fixed` are taken as they are; the person is one of `names`, new to the parent.

    Raises:
        Declined: when numbers or results clash.
    """
    drawn = {name: Fraction(rng.choice(range_)) for name, range_ in topic.numbers.items()}
    values = drawn | dict(fixed)
    fields = {name: str(value) for name, value in values.items()}
    fields |= pick_words(topic.words, parent, rng) | _person(parent, names, rng)
    if len(set(values.values())) < len(values):
        raise Declined("no_number", "two numbers are equal")
    taken = set(values.values())
    shapes, lines = [], []
    for expression, value, sentence in compute(topic.steps, values, 0):
        if value in taken or not sound(value, topic.focus[0]):
            raise Declined("no_number", "a result clashes or is not plausible")
        taken.add(value)
        shapes.append(expression)
        lines.append(tell(sentence.format_map(fields), expression, value))
    kind, noun, phrase, sense, act = topic.focus
    focus = Focus(kind, noun.format_map(fields), phrase.format_map(fields), sense, act)
    fact = rng.choice(topic.facts).format_map(fields)
    ask = rng.choice(topic.asks).format_map(fields)
    draft = Draft("", tuple(lines), tuple(shapes), value, focus, frozenset(taken))
    return draft.telling(fact), "", ask


def _person(parent: str, names: Sequence[str], rng: Random) -> dict[str, str]:
    name = rng.choice([name for name in names if name not in parent])
    he, his = ("she", "her") if name in HERS else ("he", "his")
    return {"name": name, "he": he, "He": he.title(), "his": his, "His": his.title()}
