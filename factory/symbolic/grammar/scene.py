"""One problem in the making: draw numbers and words, tell facts, write steps, ask.

A family is a function that fills a scene. Numbers that do not work out (a share that is not whole,
a negative remainder) raise `Unfit`, and the scene is drawn anew: the grammar rejects, it never
rounds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TypeVar

from factory.symbolic.arithmetic import evaluate, parse
from factory.symbolic.grammar.words import PEOPLE, Person
from factory.symbolic.numerals import WORDS

Number = int | Decimal
T = TypeVar("T")

_WORK = re.compile(r"([$~]?)\[([^\[\]]+)\]")
_CONSTANT = re.compile(r"#(\d+)")
_SPELLED = {int(value): word for word, value in WORDS.items() if 2 <= value <= 12}
_CENTS = ("25", "50", "75", "20", "40", "60", "80")


class Unfit(Exception):
    """The numbers drawn do not make a sensible problem."""


@dataclass(frozen=True)
class Problem:
    """A word problem with its annotated solution."""

    question: str
    rationale: str
    """GSM8K form: a sentence a line, `24*3=<<24*3=72>>72` in each, last line `#### 72`."""
    answer: str
    family: str


class Scene:
    """What a family writes into.

    Words and turns of the story come from one source of chance and numbers from another, so that a
    story whose numbers did not work out can be told again with other numbers.
    """

    def __init__(self, story: Random, numbers: Random):
        self._story = story
        self._numbers = numbers
        self._spell = story.random() < 0.35
        self._facts: list[str] = []
        self._steps: list[str] = []
        self._people: list[str] = []
        self._last: Number | None = None
        self.constants: set[Fraction] = set()

    def number(self, low: int, high: int, step: int = 1) -> int:
        """A multiple of `step` from `low` to `high`."""
        return self._numbers.randrange(-(-low // step) * step, high + 1, step)

    def price(self, low: int, high: int) -> Number:
        """Dollars: half the time whole, else with the cents of a price tag."""
        whole = self._numbers.randint(low, high)
        if whole > 20 or self._numbers.random() < 0.5:
            return whole
        return Decimal(f"{whole}.{self._numbers.choice(_CENTS)}")

    def percent(self, low: int = 10, high: int = 90) -> int:
        """A multiple of 5."""
        return self.number(low, high, 5)

    def one(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self._story.choice(options)

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Several different options."""
        return self._story.sample(options, count)

    def maybe(self, share: float = 0.5) -> bool:
        """A coin."""
        return self._story.random() < share

    def person(self) -> Person:
        """Somebody who is not in the story yet, and whose name starts with another letter."""
        known = {name[0] for name in self._people}
        who = self.one([person for person in PEOPLE if person.name[0] not in known])
        self._people.append(who.name)
        return who

    def word(self, count: int) -> str:
        """The count as a figure; in some scenes small counts are spelled."""
        return _SPELLED.get(count, str(count)) if self._spell else str(count)

    def need(self, sensible: bool) -> None:
        """Draw the scene anew unless this holds."""
        if not sensible:
            raise Unfit

    def tell(self, *forms: str) -> None:
        """Add a fact to the question, in one of these forms."""
        self._facts.append(self.one(forms))

    def tell_any_order(self, *facts: Sequence[str]) -> None:
        """Add facts that do not lean on each other, in any order."""
        for forms in self.some(facts, len(facts)):
            self.tell(*forms)

    def step(self, *forms: str) -> Number:
        """Add a line to the solution and return its result.

        The line holds one piece of work in brackets: `[12/4]` must come out whole, `$[3*2.50]` is
        money and may have cents, `~[5/2]` is a measure and may have two decimals. A number that
        the question does not state, since everyone knows it, is marked: `[3*#60]`.
        """
        line = self.one(forms)
        work = _WORK.search(line)
        if work is None:
            raise ValueError(f"this step shows no work in brackets: {line!r}")
        kind, marked = work.groups()
        self.constants.update(map(Fraction, _CONSTANT.findall(marked)))
        expression = marked.replace("#", "")
        self._last = _fitting(evaluate(parse(expression)), kind)
        sign = "$" if kind == "$" else ""
        shown = f"{expression}={sign}<<{expression}={self._last}>>{self._last}"
        self._steps.append(line[: work.start()] + shown + line[work.end() :])
        return self._last

    def ask(self, *forms: str) -> None:
        """Add the question itself; call it last."""
        self.tell(*forms)

    def problem(self, family: str) -> Problem:
        """The finished problem; the last step's result is the answer."""
        rationale = "\n".join([*self._steps, f"#### {self._last}"])
        return Problem(" ".join(self._facts), rationale, str(self._last), family)


def _fitting(value: Fraction, kind: str) -> Number:
    """The value as it is written, if its kind allows it."""
    if value <= 0:
        raise Unfit
    if value.denominator == 1:
        return value.numerator
    hundredths = value * 100
    if not kind or hundredths.denominator != 1:
        raise Unfit
    exact = Decimal(hundredths.numerator).scaleb(-2)
    return exact if kind == "$" else exact.normalize()


def written(sum_of_money: Number) -> Number:
    """Without cents when there are none: `$51` rather than `$51.00`."""
    return int(sum_of_money) if sum_of_money == int(sum_of_money) else sum_of_money
