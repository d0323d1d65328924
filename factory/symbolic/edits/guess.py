"""Guess: somebody guesses the result and is a little off; for where nothing else can follow.

The guess is told in the words of the question (`Keiko guesses that the walk takes 50 minutes.`) and
lies within a quarter of the truth.
"""

import re
from dataclasses import replace
from fractions import Fraction
from random import Random

from factory.symbolic.draft import Child, compute, draft_from, finish, tell
from factory.symbolic.edits.statement import state
from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.numerals import plain
from factory.symbolic.question import split_question, understand
from factory.symbolic.words import HERS, HIS

LEAST = 12
"""Smallest result that is guessed at: of a few things one does not guess the number."""
_POINTS = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|him|them|i|we|you|this|these|those|that)\b", re.I
)


def guessed(graph: Graph, rng: Random) -> Child:
    """The problem with a guess at its answer, asking how far off it is.

    Raises:
        Declined: when the answer cannot be told as a fact, or is nothing to guess at.
    """
    asked = understand(graph)
    focus = asked.focus
    draft = draft_from(graph, asked)
    value = draft.answer
    if focus.kind in ("figure", "age", "person") or value.denominator > 1 or value < LEAST:
        raise Declined("no_guess", "such a result is nothing to guess at")
    _, question = split_question(graph.question)
    guess = _near(value, draft.taken, rng)
    statement = state(question, guess, focus)
    if _POINTS.search(statement) or not statement[0].isalpha():
        raise Declined("no_guess", "a pronoun would be left without its noun")
    name = rng.choice([name for name in HIS + HERS if name not in graph.question])
    high = guess > value
    unit = "$@" if focus.kind == "money" else f"@ {focus.noun}"
    said = f"The guess <is|was> {unit} too {'high' if high else 'low'}."
    said = re.sub(r"<(\w+)\|(\w+)>", r"\2" if focus.past else r"\1", said)
    values = {"A": value, "k": guess}
    [(expression, off, sentence)] = compute(
        [("k-A" if high else "A-k", said)], values, len(draft.shapes)
    )
    grown = replace(
        draft.telling(f"{name} {'guessed' if focus.past else 'guesses'} that {statement}."),
        lines=(*draft.lines, tell(sentence, expression, off)),
        shapes=(*draft.shapes, expression),
        answer=off,
        focus=Focus("", focus.noun, "", done=(*focus.done, "guess")),
        taken=draft.taken | {guess, off},
    )
    verb = "was" if focus.past else "is"
    noun = "dollars" if focus.kind == "money" else focus.noun
    ask = f"By how many {noun} {verb} this guess too {'high' if high else 'low'}?"
    return finish(grown, ask, "", "guess")


def _near(value: Fraction, taken: frozenset[Fraction], rng: Random) -> Fraction:
    """A round number within a quarter of the value."""
    grain = next(grain for grain in (1000, 100, 50, 10, 5, 1) if value >= 6 * grain)
    low, high = -(-value * 3 // 4 // grain), value * 5 // 4 // grain
    near = [Fraction(k * grain) for k in range(int(low), int(high) + 1)]
    free = [k for k in near if k not in taken and k != value and abs(k - value) not in taken]
    free = [k for k in free if abs(k - value) >= 2]
    if not free:
        raise Declined("no_number", f"no guess fits {plain(value)}")
    return rng.choice(free)
