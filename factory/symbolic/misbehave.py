"""Evolutions that go wrong in the ways that language models' do, each labelled with its kind.

They are for measuring elimination: what a careful reader would throw out is known here.
"""

import re
from collections.abc import Mapping
from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.evolve import write_sections
from factory.symbolic.graph import Graph
from factory.symbolic.numerals import plain
from factory.symbolic.question import split_sentences

FAILURES = (
    "copied_parent",
    "no_change",
    "leaked_prompt",
    "refusal",
    "clarifying_question",
    "answer_given_away",
    "lost_given",
    "garbled",
    "no_question",
    "empty",
)

_REFUSALS = (
    "I'm sorry, but I can't help with that request.",
    "I apologize, but I am unable to rewrite this problem.",
    "As an AI language model, I cannot assist with creating this problem.",
)
_QUESTIONS = (
    "Could you please provide more details about how difficult the new problem should be?",
    "Before I rewrite this, could you clarify which part of the problem you want me to change?",
    "Do you want the new problem to keep the same numbers, or may I choose others?",
)


def misbehave(
    parent: Graph, child: Child, parts: Mapping[str, str], rng: Random
) -> tuple[str, str, str]:
    """A failed reply instead of the child: the reply, its kind, and its final problem text."""
    kind = rng.choice(FAILURES)
    final = _final(kind, parent, child, rng)
    if final is None:
        kind, final = "refusal", rng.choice(_REFUSALS)
    if kind == "garbled":
        return _garble(parts, rng), kind, final
    if kind in ("refusal", "clarifying_question") and rng.random() < 0.5:
        return final, kind, final
    return write_sections({**parts, "## Rewrite": final, "## Final problem": final}), kind, final


def _final(kind: str, parent: Graph, child: Child, rng: Random) -> str | None:
    text = child.graph.question
    match kind:
        case "copied_parent":
            return parent.question
        case "no_change":
            return _touched(parent.question, rng)
        case "leaked_prompt":
            return rng.choice(("#Rewritten Problem#: ", "Operator: ", "## Final problem: ")) + (
                f"Here is the rewritten version of the given problem. {text}"
            )
        case "refusal":
            return rng.choice(_REFUSALS)
        case "clarifying_question":
            return rng.choice(_QUESTIONS)
        case "answer_given_away":
            return f"{text} The answer is {plain(child.graph.answer)}."
        case "lost_given":
            return _without_given(child.graph, rng)
        case "no_question":
            *facts, _ = split_sentences(text)
            return " ".join(facts) or None
        case "garbled":
            return text
    return ""


def _touched(text: str, rng: Random) -> str:
    """The same problem with a word or a sign that changes nothing."""
    words = text.split()
    way = rng.randrange(3)
    if way == 0:
        return " ".join(words).rstrip("?.") + " ?"
    if way == 1:
        return "Consider this: " + " ".join(words)
    return " ".join(words).replace(" How ", " Now, how ").replace(" and ", " and also ", 1) + " "


def _without_given(graph: Graph, rng: Random) -> str | None:
    """The problem with one of its numbers gone, so that it cannot be solved."""
    used = graph.used()
    lost = [
        q
        for at, q in enumerate(graph.quantities)
        if at in used and q.kind in ("int", "decimal", "percent")
    ]
    if not lost:
        return None
    gone = rng.choice(lost)
    facts, start = split_sentences(graph.question), 0
    for place, fact in enumerate(facts[:-1]):
        start = graph.question.index(fact, start)
        if place and start <= gone.start < start + len(fact):
            return " ".join(facts[:place] + facts[place + 1 :])
    before, after = graph.question[: gone.start].rstrip("$"), graph.question[gone.end :]
    return before + "some" + re.sub(r"^\s?%", " percent", after)


def _garble(parts: Mapping[str, str], rng: Random) -> str:
    """Sections lost, doubled or run together."""
    match rng.randrange(3):
        case 0:
            kept = {header: body for header, body in parts.items() if header != "## Final problem"}
            return write_sections(kept)
        case 1:
            half = parts["## Final problem"][: len(parts["## Final problem"]) // 2]
            return write_sections(parts) + f"\n\n## Final problem\n{half}"
    return " ".join(f"{header} {body}" for header, body in parts.items())
