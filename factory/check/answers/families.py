r"""Solutions with a free parameter: `x = 2k\pi, k \in \mathbb{Z}`, and the letters that they use.

Promise: a parameter that goes by another letter, or starts elsewhere (`2k - 1` and `2k + 1` for
every integer k), makes two answers undecided, never different. Both must be seen by exact normal
forms. Not promised: families that need more than one shift or another step.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from factory.check.algebra.normal import Forms
from factory.check.algebra.tree import Name, Node, Num, Op, Unreadable, names_of, substituted

USUAL = frozenset("kmnlstcC")
"""Letters that stand for a parameter where nothing is said of them."""
WHOLE = frozenset("kmn")
"""Those that stand for a whole number then."""
_MOST = 2
_ONE = Num(Fraction(1))
_MARKS = (",", ";", "|", ":", "(", " where ", " for ", " with ")
_DECLARED = re.compile(
    r"(?:(?:where|with|for|and|such that) )?(?:(?:all|any|every|each|some) )?"
    r"(?P<before>integers? )?(?P<letter>[A-Za-z]) ?"
    r"(?:\\in ?(?:\\mathbb ?)?\{?(?P<set>\\Reals|[ZNQRC])\}?"
    r"(?P<part> ?[\^_] ?\{? ?[-+*0\\a-z]{1,6} ?\}?)?|"
    r"(?:(?:is|be|being) )?(?:an?|any) (?P<kind>integer))?"
)
_COMMAND = re.compile(r"\\[A-Za-z]+")


class Declared(NamedTuple):
    """What depends on a parameter, as text; its letter; the set that it is of, `Z` or `N^+`."""

    body: str
    letter: str
    domain: str


def declared(text: str) -> Declared | None:
    r"""What `2k\pi, k \in Z` and `2k\pi where k is an integer` say; None: no parameter is named."""
    plain = text.replace('"', " ")
    if r"\in" not in plain and "integer" not in plain:
        return None
    for mark in _MARKS:
        at = plain.rfind(mark)
        tail = " ".join(plain[at + len(mark) :].split()).removesuffix(")" if mark == "(" else "")
        match = _DECLARED.fullmatch(tail) if at > 0 else None
        body = text[:at].strip(" ,;")
        if match is None or match["letter"] not in _COMMAND.sub(" ", body):
            continue
        if match["before"] or match["kind"]:
            return Declared(body, match["letter"], "Z")
        if match["set"]:
            part = (match["part"] or "").replace(" ", "")
            return Declared(body, match["letter"], match["set"].removeprefix("\\")[0] + part)
    return None


def same_family(forms: Forms, left: Node, right: Node, *, is_declared: bool) -> bool:
    """Whether the two are the same but for the letter of a parameter, or where it starts."""
    try:
        return any(
            _same(forms, left, renamed) or (is_declared and _shifted(forms, left, renamed))
            for renamed in _renamed(left, right, is_declared=is_declared)
        )
    except Unreadable:
        return False


def _renamed(left: Node, right: Node, *, is_declared: bool) -> Iterator[Node]:
    """The right tree in the letters of the left one, in every way."""
    ours, theirs = _letters(left), _letters(right)
    here, there = sorted(ours - theirs), sorted(theirs - ours)
    bare = isinstance(left, Name) or isinstance(right, Name)
    if len(here) != len(there) or len(here) > _MOST:
        return
    if not is_declared and (bare or not {*here, *there} <= USUAL):
        return
    for order in permutations(here):
        names = {old: Name(new) for old, new in zip(there, order, strict=True)}
        yield substituted(right, names)


def _same(forms: Forms, left: Node, right: Node) -> bool:
    return forms.normal.same(forms.of(left), forms.of(right)) == "equal"


def _shifted(forms: Forms, left: Node, right: Node) -> bool:
    """Whether left(k) is right(k + c) or right(c - k) for a whole c, both linear in k."""
    normal = forms.normal
    for letter in _letters(left) & _letters(right):
        later: dict[str, Node] = {letter: Op("+", (Name(letter), _ONE))}
        turned: dict[str, Node] = {letter: Op("neg", (Name(letter),))}
        step = _minus(substituted(left, later), left)
        if not forms.of(step).top or forms.of(_minus(substituted(step, later), step)).top:
            continue
        for other in (right, substituted(right, turned)):
            gap = normal.times(forms.of(_minus(left, other)), normal.inverse(forms.of(step)))
            turns = normal.rational(gap)
            if turns is not None and turns.denominator == 1:
                return True
    return False


def _minus(left: Node, right: Node) -> Node:
    return Op("-", (left, right))


def _letters(node: Node) -> frozenset[str]:
    return names_of(node) - {"pi", "e", "i", "oo"}
