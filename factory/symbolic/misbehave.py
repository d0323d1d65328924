"""Evolutions that go wrong in the ways that language models' do, each labelled with its kind.

They are for measuring elimination: what a careful reader would throw out is known here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.evolve import evolve, sections, write_sections
from factory.symbolic.flaws import contradiction, unanswerable, without_given
from factory.symbolic.garble import garbled
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.leaks import leaked
from factory.symbolic.numerals import plain
from factory.symbolic.protocol import DIRECTIONS
from factory.symbolic.question import split_sentences

FAILURES = (
    "copied_parent",
    "no_change",
    "leaked_prompt",
    "refusal",
    "clarifying_question",
    "answer_given_away",
    "lost_given",
    "contradictory_givens",
    "unsolvable",
    "wrong_direction",
    "garbled",
    "no_question",
    "empty",
)

_REFUSALS = (
    "I'm sorry, but I can't help with that request.",
    "I apologize, but I am unable to rewrite this problem.",
    "As an AI language model, I cannot assist with creating this problem.",
    "I'm afraid I can't produce homework problems.",
    "Sorry, I won't be able to complete this task.",
    "I must decline, since this could be part of an exam.",
)
_QUESTIONS = (
    "Could you please provide more details about how difficult the new problem should be?",
    "Before I rewrite this, could you clarify which part of the problem you want me to change?",
    "Do you want the new problem to keep the same numbers, or may I choose others?",
    "Which grade is this meant for? Once I know, I will write the problem.",
    "Should I keep the names? Please let me know before I begin.",
    "Can you tell me which topics your students have covered so far?",
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed reply."""

    reply: str
    kind: str
    final: str
    """The text that stands where the new problem should."""
    way: str = ""
    """How it failed, where the kind has several ways."""
    graph: Graph | None = None
    """The graph behind `final`, where that is a problem that can be solved."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, and the good child that could have been handed over."""

    parent: Graph
    child: Child
    parts: Mapping[str, str]
    """The good reply's sections by header."""
    operator: str
    system: str
    """The prompt's system message."""


def misbehave(asked: Asked, rng: Random) -> Failure:
    """A failed reply in place of the good one, of a kind drawn by chance.

    A kind that this problem has no room for becomes a refusal.
    """
    kind = rng.choice(FAILURES)
    failure = _MAKERS[kind](asked, rng)
    return failure or _refused(asked, rng)


def _with_final(asked: Asked, kind: str, final: str, graph: Graph | None = None) -> Failure:
    parts = {**asked.parts, "## Rewrite": final, "## Final problem": final}
    return Failure(write_sections(parts), kind, final, graph=graph)


def _bare_or_final(asked: Asked, kind: str, said: str, rng: Random) -> Failure:
    """Words to whoever asked, as the whole reply or in the place of the problem."""
    return Failure(said, kind, said) if rng.random() < 0.5 else _with_final(asked, kind, said)


def _copied(asked: Asked, rng: Random) -> Failure:
    del rng
    return _with_final(asked, "copied_parent", asked.parent.question, asked.parent)


def _unchanged(asked: Asked, rng: Random) -> Failure:
    return _with_final(asked, "no_change", _touched(asked.parent.question, rng))


def _leaked(asked: Asked, rng: Random) -> Failure:
    direction = DIRECTIONS[asked.operator]
    texts = asked.child.graph.question, asked.parent.question
    final = leaked(*texts, asked.operator, direction, asked.system, rng)
    return _with_final(asked, "leaked_prompt", final)


def _refused(asked: Asked, rng: Random) -> Failure:
    return _bare_or_final(asked, "refusal", rng.choice(_REFUSALS), rng)


def _asked_back(asked: Asked, rng: Random) -> Failure:
    return _bare_or_final(asked, "clarifying_question", rng.choice(_QUESTIONS), rng)


_GIVING_AWAY = (
    "{facts} {question} The answer is {answer}.",
    "{facts} {question} (Answer: {answer})",
    "{facts} {question}\n\n#### {answer}",
    "{facts} The answer is {answer}. {question}",
    "{facts} {question} Show that it is {answer}.",
    "{facts} {question} Hint: the result is {answer}.",
)


def _gave_away(asked: Asked, rng: Random) -> Failure:
    *facts, question = split_sentences(asked.child.graph.question)
    answer = plain(asked.child.graph.answer)
    fields = {"facts": " ".join(facts), "question": question, "answer": answer}
    final = rng.choice(_GIVING_AWAY).format_map(fields).strip()
    return _with_final(asked, "answer_given_away", final)


def _flawed(kind: str, flaw: Callable[[Graph, Random], str | None]) -> "Maker":
    def make(asked: Asked, rng: Random) -> Failure | None:
        final = flaw(asked.child.graph, rng)
        return _with_final(asked, kind, final) if final else None

    return make


def _turned(asked: Asked, rng: Random) -> Failure | None:
    """A sound problem that goes the other way: harder where an easier one was asked for."""
    wanted = DIRECTIONS[asked.operator]
    contrary = "upward" if wanted == "downward" else "downward"
    others = [name for name, direction in DIRECTIONS.items() if direction == contrary]
    for operator in rng.sample(others, len(others)):
        try:
            child = evolve(asked.parent, operator, rng)
        except Declined:
            continue
        reply = write_sections(sections(asked.parent, child, operator))
        text = child.graph.question
        return Failure(reply, "wrong_direction", text, operator, child.graph)
    return None


def _garbled(asked: Asked, rng: Random) -> Failure:
    reply, way = garbled(asked.parts, rng)
    return Failure(reply, "garbled", asked.parts["## Final problem"], way)


def _unasked(asked: Asked, rng: Random) -> Failure | None:
    del rng
    *facts, _ = split_sentences(asked.child.graph.question)
    return _with_final(asked, "no_question", " ".join(facts)) if facts else None


def _emptied(asked: Asked, rng: Random) -> Failure:
    return _with_final(asked, "empty", rng.choice(("", "", "\n", "-", "**")))


Maker = Callable[[Asked, Random], Failure | None]

_MAKERS: Mapping[str, Maker] = {
    "copied_parent": _copied,
    "no_change": _unchanged,
    "leaked_prompt": _leaked,
    "refusal": _refused,
    "clarifying_question": _asked_back,
    "answer_given_away": _gave_away,
    "lost_given": _flawed("lost_given", without_given),
    "contradictory_givens": _flawed("contradictory_givens", contradiction),
    "unsolvable": _flawed("unsolvable", unanswerable),
    "wrong_direction": _turned,
    "garbled": _garbled,
    "no_question": _unasked,
    "empty": _emptied,
}

_SAME = (
    (" buys ", " purchases "),
    (" has ", " owns "),
    (" and ", " and also "),
    (" How many ", " Tell how many "),
    (" How much ", " Tell how much "),
    (" each ", " each and every "),
    (" total", " overall total"),
)


def _touched(text: str, rng: Random) -> str:
    """The same problem with a word or a sign that changes nothing."""
    text = " ".join(text.split())
    way = rng.randrange(4)
    if way == 0:
        return text.rstrip("?.") + " ?"
    if way == 1:
        return rng.choice(("Consider this: ", "Read carefully. ", "Here is a problem. ")) + text
    if way == 2:
        return text.replace(" How ", " Now, how ").replace(" and ", " and also ", 1) + " "
    for old, new in rng.sample(_SAME, len(_SAME)):
        if old in text:
            return text.replace(old, new, 1)
    return text + " "
