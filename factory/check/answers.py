"""Whether two answers are the same: equal, different, or undecided, each with a reason.

Promise: symmetric, reflexive, exact. No tolerance, no rounding, no factor of 100, no integer
part. "equal" and "different" are said only where a careful reader would say so.
Not promised: transitivity across units (`5 cm` and `5 m` both equal a bare `5`, and are undecided
between themselves) and across bare lists (`1, 2` equals both `(1, 2)` and the set of 1 and 2).
Symbolic work is left to `symbolic_compare`: here it is undecided, reason `needs_symbolic`.

Policies: `25%` equals 25, and is undecided against 0.25 or against a bare number below 1; a
decimal that rounds a value that has no finite decimal is undecided (`rounded`); order matters in
brackets, not in sets and bare lists; different units are undecided.
"""

import json
from collections.abc import Callable
from fractions import Fraction
from typing import Literal, NamedTuple

from factory.check import exact, units
from factory.check.dress import LONGEST
from factory.check.reading import (
    Answer,
    Expression,
    Group,
    Number,
    Relation,
    Words,
    plain_number,
    read,
)

Outcome = Literal["equal", "different", "undecided"]


class Comparison(NamedTuple):
    """What was decided, why, and by which path (`exact`, `text`, `group`, `symbolic`)."""

    outcome: Outcome
    reason: str
    method: str


Leaf = Callable[[Answer, Answer], Comparison]

_SAME_NUMBER = Comparison("equal", "same_value", "exact")
_OTHER_NUMBER = Comparison("different", "other_value", "exact")
_SAME_TEXT = Comparison("equal", "same_text", "text")
_NEEDS_SYMBOLIC = Comparison("undecided", "needs_symbolic", "none")
_BRACKETS = ("()", "[]", "(]", "[)")


def compare(gold: str, candidate: str) -> Comparison:
    """Compare two answers in-process: exact rationals, text, and groups of these."""
    left, right = plain_number(gold), plain_number(candidate)
    if left is not None and right is not None:
        return _SAME_NUMBER if left == right else _OTHER_NUMBER
    return compare_with(leaf, gold, candidate)


def compare_with(decide: Leaf, gold: str, candidate: str) -> Comparison:
    """Compare with `decide` for what is no group; the symbolic path brings its own."""
    gold, candidate = gold.strip(), candidate.strip()
    if not gold or not candidate:
        return Comparison("undecided", "empty", "none")
    if gold == candidate:
        return _SAME_TEXT
    if len(gold) > LONGEST or len(candidate) > LONGEST:
        return Comparison("undecided", "too_long", "none")
    return _compare(decide, read(gold), read(candidate))


def canonical(answer: str) -> str | None:
    """A key that two answers share exactly when `compare` calls them equal; None: cannot say."""
    answer = answer.strip()
    if not answer or len(answer) > LONGEST:
        return None
    return _key(read(answer))


def leaf(gold: Answer, candidate: Answer) -> Comparison:
    """Decide between two answers that are no groups, without symbolic work."""
    if isinstance(gold, Number) and isinstance(candidate, Number):
        return _numbers(gold, candidate)
    if isinstance(gold, Words) and isinstance(candidate, Words):
        return _words(gold.text, candidate.text)
    if isinstance(gold, Words) or isinstance(candidate, Words):
        return _words_and_other(gold, candidate)
    return _NEEDS_SYMBOLIC


def _key(answer: Answer) -> str | None:
    match answer:
        case Number(value=value, unit=unit) if unit in ("", "$"):
            return f"{value.numerator:x}/{value.denominator:x}" if _is_long(value) else str(value)
        case Words(text=text):
            return f"text:{text if len(text) == 1 else text.casefold()}"
        case Group(kind=kind, items=items) if len(items) > 1 and kind in _BRACKETS:
            keys = [_key(item) for item in items]
            # Square brackets are an interval's only where there are two ends.
            return None if None in keys else json.dumps([kind if len(keys) == 2 else "()", *keys])
    return None


def _is_long(value: Fraction) -> bool:
    # Python refuses to write integers of more than 4,300 digits in decimal.
    return max(abs(value.numerator), value.denominator).bit_length() > 10_000


def _compare(decide: Leaf, gold: Answer, candidate: Answer) -> Comparison:
    if gold == candidate:
        return _SAME_NUMBER if isinstance(gold, Number) else _SAME_TEXT
    if isinstance(gold, Relation) and isinstance(candidate, Relation):
        return _relations(decide, gold, candidate)
    gold, candidate = _named(gold), _named(candidate)
    if isinstance(gold, Group) and isinstance(candidate, Group):
        return _groups(decide, gold, candidate)
    if isinstance(gold, Group) or isinstance(candidate, Group):
        return _group_and_other(decide, gold, candidate)
    return decide(gold, candidate)


def _named(answer: Answer) -> Answer:
    return answer.value if isinstance(answer, Relation) and answer.value is not None else answer


def _numbers(gold: Number, candidate: Number) -> Comparison:
    if {gold.unit, candidate.unit} & {"%", "¢"} and not gold.unit and candidate.unit:
        gold, candidate = candidate, gold
    same = gold.value == candidate.value
    if gold.unit == candidate.unit or units.alike(gold.unit, candidate.unit):
        return _SAME_NUMBER if same else _apart(gold, candidate)
    if gold.unit and candidate.unit:
        return Comparison("undecided", "other_unit", "exact")
    unit = gold.unit or candidate.unit
    if unit in ("%", "¢"):
        hundredfold, bare = (gold, candidate) if gold.unit else (candidate, gold)
        if hundredfold.value == bare.value * 100 and not same:
            return Comparison("undecided", "percent" if unit == "%" else "other_unit", "exact")
        if same and unit == "%" and 0 < abs(bare.value) < 1:
            return Comparison("undecided", "percent", "exact")
    return _SAME_NUMBER if same else _apart(gold, candidate)


def _apart(gold: Number, candidate: Number) -> Comparison:
    """Two values that are not the same: different, unless one is the other one rounded."""
    for shown, other in ((gold, candidate), (candidate, gold)):
        if shown.decimals >= 2 and is_rounding(shown.value, shown.decimals, other.value):
            return Comparison("undecided", "rounded", "exact")
    return _OTHER_NUMBER


def is_rounding(shown: Fraction, decimals: int, other: Fraction) -> bool:
    """Whether `shown` is what a person writes for `other`, which has no finite decimal."""
    rest = other.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest > 1 and exact.shows(shown, decimals, other)


def _words(gold: str, candidate: str) -> Comparison:
    if len(gold) == 1 or len(candidate) == 1:
        if gold == candidate:
            return _SAME_TEXT
        if gold.casefold() == candidate.casefold():
            return Comparison("undecided", "letter_case", "text")
    left, right = gold.casefold(), candidate.casefold()
    if left == right:
        return _SAME_TEXT
    if " " not in left and " " not in right:
        return Comparison("different", "other_word", "text")
    return Comparison("undecided", "other_words", "text")


def _words_and_other(gold: Answer, candidate: Answer) -> Comparison:
    words, other = (gold, candidate) if isinstance(gold, Words) else (candidate, gold)
    assert isinstance(words, Words)
    if isinstance(other, Expression) and len(words.text) == 1:
        if words.text == other.text:
            return _SAME_TEXT
        if words.text.casefold() == other.text.casefold():
            return Comparison("undecided", "letter_case", "text")
        return _NEEDS_SYMBOLIC
    if isinstance(other, Number) and len(words.text) > 1 and " " not in words.text:
        if words.text.casefold() in ("none", "nothing", "no", "nobody", "half", "dozen"):
            return Comparison("undecided", "word_and_number", "text")
        return Comparison("different", "word_and_number", "text")
    return Comparison("undecided", "word_and_value", "text")


def _relations(decide: Leaf, gold: Relation, candidate: Relation) -> Comparison:
    if gold.op == candidate.op and gold.left == candidate.left:
        if gold.value is not None and candidate.value is not None:
            return _compare(decide, gold.value, candidate.value)
    elif gold.value is not None and candidate.value is not None:
        values = _compare(decide, gold.value, candidate.value)
        functions = "(" in gold.left or "(" in candidate.left
        if values.outcome != "equal" or functions:
            return values
        return Comparison("undecided", "other_name", "text")
    return decide(gold, candidate)


def _groups(decide: Leaf, gold: Group, candidate: Group) -> Comparison:
    kinds = {gold.kind, candidate.kind}
    if kinds <= {"list", "set", "cases"}:
        dots = _has_dots(gold) or _has_dots(candidate)
        return (_ordered if dots else _unordered)(decide, gold, candidate)
    if "union" in kinds:
        return _unions(decide, gold, candidate)
    if kinds == {"ratio"}:
        return _ratio(decide, gold, candidate)
    same = _ordered(decide, gold, candidate)
    if len(kinds) == 1 or same.outcome == "different":
        return same
    tuples = kinds == {"()", "[]"} and len(gold.items) != 2
    if tuples or ("list" in kinds and kinds & {"()", "[]"}):
        return same
    outcome: Outcome = "different" if kinds <= set(_BRACKETS) else "undecided"
    return Comparison(outcome, "other_brackets", "group")


def _unions(decide: Leaf, gold: Group, candidate: Group) -> Comparison:
    """The same pieces are the same set; other pieces may still be, so they stay undecided."""
    if gold.kind == candidate.kind:
        result = _unordered(decide, gold, candidate)
        if result.outcome == "equal" or len(gold.items) == len(candidate.items):
            return result
    return Comparison("undecided", "other_pieces", "group")


def _has_dots(group: Group) -> bool:
    return any(isinstance(item, Expression) and item.text == r"\ldots" for item in group.items)


def _group_and_other(decide: Leaf, gold: Answer, candidate: Answer) -> Comparison:
    group, other = (gold, candidate) if isinstance(gold, Group) else (candidate, gold)
    assert isinstance(group, Group)
    if group.kind in ("list", "set") and len(group.items) == 1:
        return _compare(decide, group.items[0], other)
    if group.kind in ("ratio", "cases") or isinstance(other, Words | Relation):
        return Comparison("undecided", "group_and_single", "group")
    if isinstance(other, Expression):
        return Comparison("undecided", "group_and_single", "group")
    return Comparison("different", "group_and_single", "group")


def _ordered(decide: Leaf, gold: Group, candidate: Group) -> Comparison:
    if len(gold.items) != len(candidate.items):
        return Comparison("different", "other_length", "group")
    results = [_compare(decide, *pair) for pair in zip(gold.items, candidate.items, strict=True)]
    for outcome in ("different", "undecided"):
        for result in results:
            if result.outcome == outcome:
                return result._replace(method="group" if outcome == "different" else result.method)
    return Comparison("equal", "same_items", "group")


def _ratio(decide: Leaf, gold: Group, candidate: Group) -> Comparison:
    result = _ordered(decide, gold, candidate)
    if result.outcome != "different" or len(gold.items) != len(candidate.items):
        return result
    values = [
        [item.value for item in group.items if isinstance(item, Number)]
        for group in (gold, candidate)
    ]
    if any(0 in row or len(row) != len(gold.items) for row in values):
        return result
    if len({left / right for left, right in zip(*values, strict=True)}) == 1:
        return Comparison("undecided", "unreduced_ratio", "group")
    return result


def _unordered(decide: Leaf, gold: Group, candidate: Group) -> Comparison:
    """Match items; different when an item has no counterpart that could be equal to it."""
    left, right = _distinct(gold), _distinct(candidate)
    if len(left) * len(right) > 2_500:
        return Comparison("undecided", "too_many_items", "group")
    table = [[_compare(decide, a, b) for b in right] for a in left]
    rows = [{cell.outcome for cell in row} for row in table] if right else []
    columns = [{row[i].outcome for row in table} for i in range(len(right))]
    if any(outcomes == {"different"} for outcomes in rows + columns):
        return Comparison("different", "item_without_counterpart", "group")
    if all("equal" in outcomes for outcomes in rows + columns):
        if len(left) == len(right):
            return Comparison("equal", "same_items", "group")
        return Comparison("undecided", "repeated_items", "group")
    doubts = [cell for row in table for cell in row if cell.outcome == "undecided"]
    return doubts[0] if doubts else Comparison("undecided", "other_length", "group")


def _distinct(group: Group) -> list[Answer]:
    return list(dict.fromkeys(group.items)) if group.kind == "set" else list(group.items)
