"""Problems on another topic: an easier one, or one of about the same length."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from factory.symbolic.draft import Child, Draft, compute, pick_words, sound, tell
from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.topics import TOPICS, Topic
from factory.symbolic.upward import close, extend, pick_move
from factory.symbolic.words import HERS, HIS

DRAWS = 12
LONGEST = 6
_NOTHING: Mapping[str, Fraction] = {}


def easier_topic(graph: Graph, rng: Random) -> Child:
    """A problem of one or two steps, fewer than the parent's, on another topic.

    Raises:
        Declined: when the parent has a single step already.
    """
    if len(graph.steps) < 2:
        raise Declined("too_short", "a single step can hardly be made easier")
    return _fresh(graph, rng, min(2, len(graph.steps) - 1), exactly=False)


def new_topic(graph: Graph, rng: Random) -> Child:
    """A problem on another topic with about as many steps as the parent.

    Raises:
        Declined: when no draw gives one.
    """
    return _fresh(graph, rng, min(len(graph.steps), LONGEST), exactly=True)


def _fresh(graph: Graph, rng: Random, size: int, *, exactly: bool) -> Child:
    words = graph.question.lower()
    free = [
        topic
        for topic in TOPICS
        if len(topic.steps) <= size and not any(key in words for key in topic.keywords.split())
    ]
    if not free:
        raise Declined("no_topic", "every topic that fits is the parent's own")
    fault = Declined("no_number", "no numbers fit")
    for _ in range(DRAWS):
        try:
            return _told(rng.choice(free), graph.question, rng, size if exactly else 0)
        except Declined as declined:
            fault = declined
    raise fault


def _told(topic: Topic, parent: str, rng: Random, size: int) -> Child:
    draft, fact, ask = begun(topic, parent, rng)
    done = [topic.name]
    while len(draft.shapes) < size:
        move = pick_move(draft.focus, "", rng)
        if len(draft.shapes) + len(move.steps) > size + 1:
            raise Declined("no_move", "too many steps")
        if fact:
            draft = draft.telling(fact)
        draft, fact, ask = extend(draft, move, rng)
        done.append(move.name)
    return close(draft, fact, ask, rng, " and ".join(done))


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
