"""What an answer can be: a number, words, a choice, a clock time, a group, a relation, a term."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from factory.check.algebra.tree import Node


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number with the unit it was written with.

    `decimals` counts the decimals written, `digits` the significant digits of a written decimal.
    """

    value: Fraction
    unit: str = ""
    decimals: int = 0
    digits: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text, or a multiple choice letter; `counts` where it may say how many: `none`."""

    text: str
    counts: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A multiple choice letter with what stands behind it: `(B) 12`."""

    letter: str
    body: "Answer"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written: minutes after midnight, and `am`, `pm` or nothing."""

    minutes: int
    half: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Answers together, by kind.

    `list set () [] (] [) union meet minus ratio cases`, `matrix 2x3`, `named`: equations
    that give several names their values, or `family`: what depends on a parameter, and its domain.
    `joined` is what a list is where its commas part thousands and lakhs: `12,34,567`.
    """

    kind: str
    items: tuple["Answer", ...]
    joined: "Answer | None" = None


@dataclass(frozen=True, slots=True)
class Relation:
    """`left op right`, op one of `= < <= > >= != in`.

    `value` is there where left only names what right is, or what the relation describes.
    """

    op: str
    left: str
    right: str
    value: "Answer | None" = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Mathematics as tidy text, or a tree that was made of it."""

    text: str
    unit: str = ""
    node: Node | None = None


Answer: TypeAlias = Number | Words | Choice | Clock | Group | Relation | Expression
INTERVALS = ("()", "[]", "(]", "[)")
