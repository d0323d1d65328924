"""Two answers that are no groups: numbers with units, words, choices, times, expressions.

Promise: symmetric. Numbers are compared as rationals and expressions by exact normal forms;
what these leave open goes to `How.deep`.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Forms
from factory.check.algebra.polynomials import atoms, is_unique
from factory.check.algebra.ratios import Form
from factory.check.algebra.tree import Name, Node, Num, Unreadable, modulus
from factory.check.answers import measures, units, words
from factory.check.answers.amounts import compare_numbers
from factory.check.answers.families import same_family
from factory.check.answers.kinds import Answer, Choice, Clock, Expression, Number, Words
from factory.check.answers.roundings import rounds
from factory.check.policy import Policy
from factory.check.verdict import NEEDS_SYMBOLIC, Verdict, different, equal, undecided

_SAME_TEXT = equal("same_text", "text")
_BLANK = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
_METRES = re.compile(r"(\d{1,20}(?:\.\d{1,20})?)\s?([mgshlL])")
_DIGITS = re.compile(
    r"(\d{0,40}[A-Z][\dA-Z]{0,40})\s?_\s?\{?\s?\(?(1[1-9]|2\d|3[0-6])\)?\s?\}?", re.A
)
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_UNSURE_WORDS = frozenset(("none", "nothing", "no", "nobody", "half", "dozen"))


class How(NamedTuple):
    """A policy, what is asked where exact forms cannot tell, and the forms of one comparison."""

    policy: Policy
    deep: Callable[[Policy, Answer, Answer], Verdict]
    forms: Forms
    is_family: bool = False
    """Whether the answers have a parameter that one of them declares."""


def shallow(policy: Policy, left: Answer, right: Answer) -> Verdict:
    """Nothing deeper: left to the symbolic path."""
    del policy, left, right
    return NEEDS_SYMBOLIC


def compare_leaves(how: How, left: Answer, right: Answer) -> Verdict:
    """Two answers that are neither groups nor relations."""
    policy = how.policy
    if isinstance(left, Choice) or isinstance(right, Choice):
        return _choices(how, left, right)
    if isinstance(left, Clock) or isinstance(right, Clock):
        return _clocks(left, right)
    left, right = _measured(left, right), _measured(right, left)
    if isinstance(left, Number) and isinstance(right, Number):
        return compare_numbers(policy, left, right)
    if isinstance(left, Words) and isinstance(right, Words):
        return _words(policy, left.text, right.text)
    if isinstance(left, Words) or isinstance(right, Words):
        text, other = (left, right) if isinstance(left, Words) else (right, left)
        assert isinstance(text, Words)
        return _words_and_other(how, text, other)
    said = _expressions(how, left, right)
    if said.outcome == "different" and _may_be_meant(how, left, right):
        return undecided("other_reading", "text")
    return said


def _may_be_meant(how: How, left: Answer, right: Answer) -> bool:
    """Whether another reading of one, or another letter for a parameter, makes them the same."""
    for shown, other in ((left, right), (right, left)):
        if isinstance(shown, Expression) and isinstance(other, Number):
            read = _other_reading(shown.text)
            return read is not None and (
                compare_numbers(how.policy, read, other).outcome != "different"
            )
    if not isinstance(left, Expression) or not isinstance(right, Expression):
        return False
    try:
        ours, theirs = tree_of(how.policy, left, right), tree_of(how.policy, right, left)
    except Unreadable:
        return False
    return same_family(how.forms, ours, theirs, is_declared=how.is_family)


def _other_reading(text: str) -> Number | None:
    """`5 m` may be five metres, and `2A_{16}` digits of base sixteen."""
    metres = _METRES.fullmatch(text)
    if metres and not metres[0][-2].isdigit():
        return Number(Fraction(metres[1]), metres[2].lower())
    digits = _DIGITS.fullmatch(text)
    if digits is None:
        return None
    try:
        return Number(Fraction(int(digits[1], int(digits[2]))), "base 10")
    except ValueError:
        return None


def _clocks(left: Answer, right: Answer) -> Verdict:
    if isinstance(left, Clock) and isinstance(right, Clock):
        if left.minutes == right.minutes and left.half == right.half:
            return _SAME_TEXT
        if left.half and right.half:
            return different("other_time", "text")
        if left.minutes % 720 == right.minutes % 720:
            return equal("same_time", "text")
        return different("other_time", "text")
    clock, other = (left, right) if isinstance(left, Clock) else (right, left)
    assert isinstance(clock, Clock)
    hours = (clock.minutes // 60, clock.minutes // 60 % 12)
    if isinstance(other, Number) and clock.half and not other.unit and other.value not in hours:
        return different("time_and_number", "text")
    if isinstance(other, Number) and not clock.half and not other.unit and clock.minutes % 60:
        ratio = Fraction(clock.minutes // 60, clock.minutes % 60)
        if ratio == other.value:
            return equal("same_ratio", "exact")
    return undecided("time_and_other", "text")


def _measured(answer: Answer, other: Answer) -> Answer:
    """`1 m` against `100 cm` is no product with a variable m."""
    if isinstance(answer, Expression) and isinstance(other, Number) and other.unit:
        match = _METRES.fullmatch(answer.text)
        if match and measures.scale(other.unit):
            return Number(Fraction(match[1]), match[2].lower())
    return answer


def _choices(how: How, left: Answer, right: Answer) -> Verdict:
    ours, theirs = _letter(left), _letter(right)
    if ours is not None and theirs is not None:
        said = _words(how.policy, ours, theirs)
        if isinstance(left, Choice) and isinstance(right, Choice) and said.outcome == "equal":
            leaves = _is_leaf(left.body) and _is_leaf(right.body)
            if leaves and compare_leaves(how, left.body, right.body).outcome == "different":
                return undecided("other_body", "text")
        return said
    choice, other = (left, right) if isinstance(left, Choice) else (right, left)
    assert isinstance(choice, Choice)
    return compare_leaves(how, choice.body, other) if _is_leaf(choice.body) else NEEDS_SYMBOLIC


def _is_leaf(answer: Answer) -> bool:
    return isinstance(answer, Number | Words | Expression | Clock)


def _letter(answer: Answer) -> str | None:
    if isinstance(answer, Choice):
        return answer.letter
    return answer.text if isinstance(answer, Words) and len(answer.text) == 1 else None


def _words(policy: Policy, left: str, right: str) -> Verdict:
    if left == right:
        return _SAME_TEXT
    folded = left.casefold(), right.casefold()
    if len(left) == 1 or len(right) == 1:
        if folded[0] == folded[1]:
            ignored = policy.letter_case == "ignored"
            return _SAME_TEXT if ignored else undecided("letter_case", "text")
        return different("other_word", "text")
    if folded[0] == folded[1]:
        return _SAME_TEXT
    says = _YES_OR_NO.get(folded[0])
    if says is not None and says == _YES_OR_NO.get(folded[1]):
        return undecided("other_words", "text")
    dates = words.is_date(left) and words.is_date(right) and left.count(" ") == right.count(" ")
    if dates or (" " not in left and " " not in right):
        return different("other_word", "text")
    return undecided("other_words", "text")


def _words_and_other(how: How, text: Words, other: Answer) -> Verdict:
    if isinstance(other, Expression) and len(text.text) == 1:
        if text.text == other.text:
            return _SAME_TEXT
        if text.text.casefold() == other.text.casefold():
            ignored = how.policy.letter_case == "ignored"
            return _SAME_TEXT if ignored else undecided("letter_case", "text")
        return _expressions(how, Expression(text.text), other)
    if isinstance(other, Number) and words.is_date(text.text):
        return different("word_and_number", "text")
    if isinstance(other, Number) and len(text.text) > 1 and " " not in text.text:
        if text.text.casefold() in _UNSURE_WORDS:
            return undecided("word_and_number", "text")
        return different("word_and_number", "text")
    if text.text == "no solution" and isinstance(other, Number):
        if text.counts and not other.value:
            return undecided("nothing_and_zero", "text")
        return different("word_and_number", "text")
    return undecided("word_and_value", "text")


def _expressions(how: How, left: Answer, right: Answer) -> Verdict:
    try:
        ours, theirs = tree_of(how.policy, left, right), tree_of(how.policy, right, left)
        if ours == theirs and (_infinity(ours) or not _holds_infinity(ours)):
            return equal("same_expression", "normal")
        bare = [bool(_infinity(node)) for node in (ours, theirs)]
        if any(bare) and (all(bare) or not (_holds_infinity(ours) and _holds_infinity(theirs))):
            return different("infinity", "normal")
        if _holds_infinity(ours) or _holds_infinity(theirs):
            return undecided("infinity", "normal")
        forms = how.forms.of(ours), how.forms.of(theirs)
        said = how.forms.normal.same(*forms)
    except Unreadable as reason:
        if str(reason) in ("other_unit", "unit_missing"):
            return undecided(str(reason), "normal")
        if _squeezed(left) is not None and _squeezed(left) == _squeezed(right):
            return _SAME_TEXT
        return how.deep(how.policy, left, right)
    if said == "equal":
        if modulus(ours) and modulus(theirs) and modulus(ours) != modulus(theirs):
            return undecided("other_modulus", "normal")
        return equal("same_form", "normal")
    if said == "apart":
        return _apart(how, left, right, *forms)
    return how.deep(how.policy, left, right)


def _squeezed(answer: Answer) -> str | None:
    """The text of an expression without the blanks that part no letters or digits."""
    if not isinstance(answer, Expression) or answer.node is not None:
        return None
    return _BLANK.sub("", answer.text) + " " + answer.unit


def _apart(how: How, left: Answer, right: Answer, ours: Form, theirs: Form) -> Verdict:
    """Two forms of different values; the decimals of one may still round the other."""
    try:
        for shown, form, other in ((left, ours, theirs), (right, theirs, ours)):
            rounded = rounds(how.policy, how.forms.normal, shown, form, other)
            if rounded is not None:
                return rounded
    except Unreadable:
        return how.deep(how.policy, left, right)
    return different("other_form", "normal")


def _infinity(node: Node) -> str:
    if node == Name("oo"):
        return "+"
    return "-" if not isinstance(node, Num | Name) and node.args == (Name("oo"),) else ""


def _holds_infinity(node: Node) -> bool:
    if isinstance(node, Num):
        return False
    if isinstance(node, Name):
        return node.name == "oo"
    parts = node.args[:1] if node.name in ("sum", "prod") else node.args
    return any(map(_holds_infinity, parts))


def is_scalar(answer: Expression, forms: Forms) -> bool:
    """Whether it is surely one number or one polynomial: no name of a vector or a set."""
    try:
        form = forms.of(answer.node or parse_cached(answer.text))
    except Unreadable:
        return False
    names = atoms(form.top)
    bare = len(form.top) == len(names) == 1 and next(iter(names)).startswith("v:")
    return is_unique(names) and not bare


def tree_of(policy: Policy, answer: Answer, other: Answer) -> Node:
    """The tree of a number, a letter or an expression that stands against another one.

    Raises:
        Unreadable: it has none, or its unit forbids the comparison.
    """
    unit = "" if policy.units == "dropped" else getattr(answer, "unit", "")
    against = "" if policy.units == "dropped" else getattr(other, "unit", "")
    if unit and against and unit != against and not units.alike(unit, against):
        raise Unreadable("other_unit")
    if policy.units == "required" and "°" not in (unit, against) and bool(unit) != bool(against):
        raise Unreadable("unit_missing")
    match answer:
        case Number(value=value):
            if unit == "°":
                return parse_cached(f"({value.numerator}/{value.denominator})°")
            if unit == "%" or unit == "¢" or unit.startswith("base "):
                raise Unreadable("other_unit")
            return Num(value)
        case Expression(node=None, text=text) | Words(text=text):
            return parse_cached(text)
        case Expression(node=made) if made is not None:
            return made
    raise Unreadable("group_and_single")


@lru_cache(maxsize=4096)
def parse_cached(text: str) -> Node:
    """The tree of a text, which comes often in a vote."""
    return parse(text)
