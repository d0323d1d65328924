"""Guess: somebody guesses the result and is a little off, or two people do.

For where nothing else can follow.

The guess is told in the words of the question (`Keiko guesses that the walk takes 50 minutes.`) and
lies within a quarter of the truth.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from factory.symbolic.draft import Child, Draft, compute, draft_from, finish, tell
from factory.symbolic.edits.answer_told import answer_told, supposed_by
from factory.symbolic.graph import Declined, Focus, Graph
from factory.symbolic.numerals import plain, spoken
from factory.symbolic.question import Asked, split_question, understand
from factory.symbolic.words import HERS, HIS

LEAST = 8
"""Smallest result that is guessed at: of a few things one does not guess the number."""
_FURTHER = re.compile(r" (?:of|for) .*")
"""What need not be said again of what is counted."""
LEAST_OF_TWO = 20
"""The same where two people guess."""
_POINTS = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|him|them|i|we|you|this|these|those|that)\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A problem whose result is to be guessed at."""

    draft: Draft
    focus: Focus
    noun: str
    """What the result counts; `dollars` for money."""

    def amount(self, number: Fraction | None = None) -> str:
        """`14 days` or `$30`; `@` stands for a number that is still to be told."""
        money = self.focus.kind == "money"
        shown = "@" if number is None else spoken(number, money=money)
        return f"${shown}" if money else f"{shown} {self.noun}"

    def tensed(self, text: str) -> str:
        """The text in the tense of the question."""
        return re.sub(r"<(\w+)\|(\w+)>", r"\2" if self.focus.past else r"\1", text)

    def grown(self, fact: str, steps: list[tuple[str, str]], values: dict[str, Fraction]) -> Draft:
        """The draft with the guesses told and what follows from them."""
        made = compute(
            [(formula, self.tensed(said)) for formula, said in steps],
            values,
            len(self.draft.shapes),
        )
        return replace(
            self.draft.telling(self.tensed(fact)),
            lines=(*self.draft.lines, *(tell(said, shape, value) for shape, value, said in made)),
            shapes=(*self.draft.shapes, *(shape for shape, _, _ in made)),
            answer=made[-1][1],
            focus=Focus("", self.noun, "", done=(*self.focus.done, "guess")),
        )


def guessed(graph: Graph, rng: Random) -> Child:
    """The problem with a guess at its answer, asking how far off it is.

    Raises:
        Declined: when the answer cannot be told as a fact, or is nothing to guess at.
    """
    begun = _begun(graph, LEAST)
    value = begun.draft.answer
    guess = rng.choice(_near(value, begun.draft.taken))
    name = rng.choice([name for name in HIS + HERS if name not in graph.question])
    way = "high" if guess > value else "low"
    grown = begun.grown(
        f"{name} <guesses|guessed> that {_stated(graph, guess)}.",
        [("k-A" if guess > value else "A-k", f"The guess <is|was> {begun.amount()} too {way}.")],
        {"A": value, "k": guess},
    )
    ask = f"By how many {begun.noun} <is|was> this guess too {way}?"
    return finish(grown, begun.tensed(ask), "", "guess")


def two_guesses(graph: Graph, rng: Random) -> Child:
    """The problem with two guesses at its answer, asking by how much one is the better one.

    Raises:
        Declined: when the answer cannot be told as a fact, or is nothing to guess at.
    """
    begun = _begun(graph, LEAST_OF_TWO)
    value, taken = begun.draft.answer, begun.draft.taken
    near = _near(value, taken)
    pairs = [(one, two) for one in near for two in near if _apart(one, two, value, taken)]
    if not pairs:
        raise Declined("no_number", f"no two guesses fit {plain(value)}")
    one, two = rng.choice(pairs)
    free = [name for name in HIS + HERS if name not in graph.question]
    first, second = rng.sample(free, 2)
    off = [("k-A" if k > value else "A-k").replace("k", n) for n, k in (("k", one), ("m", two))]
    lines = [f"{name}'s guess <is|was> {begun.amount()} off." for name in (first, second)]
    better = first if abs(one - value) < abs(two - value) else second
    worse = second if better == first else first
    closer = "S2-S1" if better == first else "S1-S2"
    grown = begun.grown(
        f"{first} <guesses|guessed> that {_stated(graph, one)}, and {second} <guesses|guessed> "
        f"{begun.amount(two)}.",
        [
            *zip(off, lines, strict=True),
            (closer, f"{better}'s guess <is|was> closer by {begun.amount()}."),
        ],
        {"A": value, "k": one, "m": two},
    )
    ask = f"By how many {begun.noun} <is|was> {better}'s guess closer than {worse}'s?"
    return finish(grown, begun.tensed(ask), "", "two guesses")


def _begun(graph: Graph, least: int) -> _Begun:
    asked = _asked(graph)
    focus = asked.focus
    draft = draft_from(graph, asked)
    uneven = draft.answer.denominator > 1 and focus.kind != "money"
    if focus.kind in ("figure", "age") or uneven or draft.answer < least:
        raise Declined("no_guess", "such a result is nothing to guess at")
    noun = "dollars" if focus.kind == "money" else _FURTHER.sub("", focus.noun)
    return _Begun(draft, focus, noun)


def _stated(graph: Graph, guess: Fraction) -> str:
    statement = answer_told(graph, guess).removesuffix(" then")
    if _POINTS.search(statement.removeprefix("it takes ")):
        raise Declined("no_guess", "a pronoun would be left without its noun")
    return statement


def _apart(one: Fraction, two: Fraction, value: Fraction, taken: frozenset[Fraction]) -> bool:
    """Whether two guesses, how far off they are and the difference of that are all different."""
    off = (abs(one - value), abs(two - value))
    numbers = (one, two, *off, abs(off[0] - off[1]), value)
    new = {number for number in numbers if number > 1} - (taken - {value})
    return one < two and len(new) == len(numbers)


_PLAINLY = re.compile(
    r"(?:.* )?(?:[Hh]ow many (?P<noun>[a-z]+)|How much money in dollars"
    r"|What is the .*, in (?P<unit>[a-z]+(?: per [a-z]+)?)) .*"
    r"|What is the .*, in (?P<last>[a-z]+(?: per [a-z]+)?)"
)


def _asked(graph: Graph) -> Asked:
    """The question taken apart; where its form is not understood, as far as a guess needs it."""
    try:
        return understand(graph)
    except Declined as declined:
        facts, question = split_question(graph.question)
        match = _PLAINLY.fullmatch(question.rstrip("?. "))
        if match is None or supposed_by(graph):
            raise Declined("no_guess", "what is asked for has no unit") from declined
        noun = match["noun"] or match["unit"] or match["last"] or "dollars"
        if not noun.endswith(("s", "people", "children")) or noun in ("years", "times"):
            raise Declined("no_guess", "what is asked for has no unit") from declined
        kind = "money" if noun == "dollars" else "any"
        past = re.search(r" (?:did|was|were|had) ", question) is not None
        return Asked(" ".join(facts), "", Focus(kind, noun, "", past=past))


def _near(value: Fraction, taken: frozenset[Fraction]) -> list[Fraction]:
    """Round numbers within a quarter of the value."""
    grain = next(grain for grain in (1000, 100, 50, 10, 5, 1) if value >= 6 * grain)
    low, high = -(-value * 3 // 4 // grain), value * 5 // 4 // grain
    near = [Fraction(k * grain) for k in range(int(low), int(high) + 1)]
    free = [k for k in near if k not in taken and k != value and abs(k - value) not in taken]
    free = [k for k in free if abs(k - value) >= 2]
    if not free:
        raise Declined("no_number", f"no guess fits {plain(value)}")
    return free
