"""Two answers of any kind: relations, groups, and what stands in them.

Promise: symmetric; different where a piece has no counterpart that could be equal to it.
Not promised: an assignment of the items of long lists where items are undecided.
"""

from fractions import Fraction

from factory.check.answers import sets
from factory.check.answers.components import against_components
from factory.check.answers.kinds import (
    INTERVALS,
    Answer,
    Choice,
    Clock,
    Expression,
    Group,
    Number,
    Relation,
    Words,
)
from factory.check.answers.leaves import How, compare_leaves, is_scalar
from factory.check.answers.relations import compare_relations
from factory.check.verdict import Outcome, Verdict, different, equal, undecided

_MOST_PAIRS = 2_500
_SETS = ("union", "meet", "minus")


def compare_answers(how: How, left: Answer, right: Answer) -> Verdict:
    """Compare what two answers are."""
    if left == right:
        number = isinstance(left, Number)
        return equal("same_value" if number else "same_text", "exact" if number else "text")
    if isinstance(left, Relation) and isinstance(right, Relation):
        return compare_relations(how, compare_answers, left, right)
    if isinstance(left, Relation) or isinstance(right, Relation):
        named, other = (left, right) if isinstance(left, Relation) else (right, left)
        assert isinstance(named, Relation)
        if named.value is None:
            return compare_relations(how, compare_answers, named, other)
        if named.op == "=" and how.policy.names == "kept":
            return undecided("name_and_value", "text")
        return compare_answers(how, named.value, other)
    if _is_family(left) or _is_family(right):
        return _families(how, left, right)
    if isinstance(left, Group) and isinstance(right, Group):
        return _groups(how, left, right)
    if isinstance(left, Group) or isinstance(right, Group):
        group, other = (left, right) if isinstance(left, Group) else (right, left)
        assert isinstance(group, Group)
        return _group_and_other(how, group, other)
    if isinstance(left, Choice) != isinstance(right, Choice):
        choice, other = (left, right) if isinstance(left, Choice) else (right, left)
        if isinstance(choice, Choice) and isinstance(choice.body, Group):
            return compare_answers(how, choice.body, other)
    return compare_leaves(how, left, right)


def _is_family(answer: Answer) -> bool:
    return isinstance(answer, Group) and answer.kind == "family"


def _families(how: How, left: Answer, right: Answer) -> Verdict:
    """What depends on a parameter; where the two domains are, they must be the same to be equal."""
    bodies, domains = [], []
    for side in (left, right):
        is_family = isinstance(side, Group) and side.kind == "family"
        bodies.append(side.items[0] if isinstance(side, Group) and is_family else side)
        domains.append(side.items[1] if isinstance(side, Group) and is_family else Words("Z"))
    said = compare_answers(how._replace(is_family=True), *bodies)
    if said.outcome == "equal" and domains[0] != domains[1]:
        return undecided("other_domain", "group")
    return said


def _groups(how: How, left: Group, right: Group) -> Verdict:
    if left.kind == right.kind == "named":
        return _named(how, left, right)
    left, right = _unnamed(left, right), _unnamed(right, left)
    kinds = {left.kind, right.kind}
    if kinds & {*_SETS}:
        return _as_sets(how, left, right)
    if kinds <= {"list", "set", "cases"}:
        if kinds == {"list", "set"} and how.policy.brackets == "strict":
            return different("other_brackets", "group")
        kept = how.policy.order == "kept" and kinds == {"list"}
        if kept or _has_dots(left) or _has_dots(right):
            return _ordered(how, left, right)
        return _unordered(how, left, right)
    if kinds == {"ratio"}:
        return _ratio(how, left, right)
    if len(kinds) == 1:
        return _ordered(how, left, right)
    if _is_matrix(left) != _is_matrix(right):
        return _matrix_and_other(how, left, right)
    return _other_brackets(how, left, right)


def _named(how: How, left: Group, right: Group) -> Verdict:
    """`x = 4, y = -3`: name by name."""
    ours, theirs = _by_name(left), _by_name(right)
    if ours.keys() == theirs.keys():
        names = sorted(ours)
        items = [Group("()", tuple(named[name] for name in names)) for named in (ours, theirs)]
        return _ordered(how, *items)
    values = [Group("list", tuple(named.values())) for named in (ours, theirs)]
    said = _unordered(how, *values)
    return undecided("other_name", "group") if said.outcome == "equal" else said


def _by_name(group: Group) -> dict[str, Answer]:
    pairs = ((item.left, item.value) for item in group.items if isinstance(item, Relation))
    return {name.replace(" ", ""): value for name, value in pairs if value is not None}


def _unnamed(group: Group, other: Group) -> Group:
    """The values of named equations; against a tuple in the order of their names."""
    if group.kind != "named":
        return group
    named = _by_name(group)
    inside = sorted(named) if other.kind in ("()", "[]") else [*named]
    return Group("list", tuple(named[name] for name in inside))


def _other_brackets(how: How, left: Group, right: Group) -> Verdict:
    kinds = {left.kind, right.kind}
    tuples = kinds == {"()", "[]"} and len(left.items) != 2
    if "set" in kinds and how.policy.brackets == "loose":
        return _unordered(how, left, right)
    same = _ordered(how, left, right)
    if tuples or (how.policy.brackets == "loose" and not kinds <= {*INTERVALS}):
        return same
    if "list" in kinds and kinds & {"()", "[]"}:
        if how.policy.brackets == "strict":
            return different("other_brackets", "group")
        return same
    if same.outcome == "different" and "set" not in kinds:
        return same
    if "set" in kinds and how.policy.brackets == "bare" and same.outcome == "different":
        return _unordered(how, left, right) if len(left.items) != len(right.items) else same
    outcome: Outcome = "undecided"
    if kinds <= {*INTERVALS} or (how.policy.brackets == "strict" and not kinds & {"ratio"}):
        outcome = "different"
    return Verdict(outcome, "other_brackets", "group")


def _is_matrix(group: Group) -> bool:
    return group.kind.startswith("matrix")


def _matrix_and_other(how: How, left: Group, right: Group) -> Verdict:
    """A column or a row against a tuple; a matrix against a tuple of its rows."""
    matrix, other = (left, right) if _is_matrix(left) else (right, left)
    rows, columns = map(int, matrix.kind.removeprefix("matrix ").split("x"))
    if other.kind not in ("()", "[]", "list"):
        return undecided("other_brackets", "group")
    if 1 in (rows, columns) and not any(isinstance(item, Group) for item in other.items):
        return _ordered(how, matrix, Group(matrix.kind, other.items))
    nested = [item.items for item in other.items if isinstance(item, Group)]
    if len(nested) != len(other.items):
        return undecided("other_brackets", "group")
    if len(nested) != rows or {len(row) for row in nested} != {columns}:
        return different("other_length", "group")
    return _ordered(how, matrix, Group(matrix.kind, tuple(i for row in nested for i in row)))


def _as_sets(how: How, left: Group, right: Group) -> Verdict:
    """Sets of real numbers by their canonical pieces; where there are none, by their items."""
    ours, theirs = sets.real_set(left, how.forms), sets.real_set(right, how.forms)
    if ours is not None and theirs is not None:
        if ours == theirs:
            return equal("same_set", "group")
        return different("other_set", "group")
    if left.kind == right.kind and left.kind != "minus":
        result = _unordered(how, left, right)
        if result.outcome == "equal":
            return result
    return undecided("other_pieces", "group")


def _has_dots(group: Group) -> bool:
    return any(isinstance(item, Expression) and item.text == r"\ldots" for item in group.items)


def _group_and_other(how: How, group: Group, other: Answer) -> Verdict:
    if group.kind == "named":
        return undecided("group_and_single", "group")
    if group.joined and compare_answers(how, group.joined, other).outcome != "different":
        return undecided("commas", "group")
    if group.kind == "set" and group.items == (Words("no solution"),):
        return undecided("set_of_a_set", "group")
    if group.kind in ("list", "set") and len(group.items) == 1:
        return compare_answers(how, group.items[0], other)
    if isinstance(other, Words) and other.text == "no solution":
        found = sets.real_set(group, how.forms)
        if found is not None:
            return different("other_set", "group") if found else equal("same_set", "group")
    if group.kind == "ratio":
        return _ratio_and_other(how, group, other)
    if isinstance(other, Choice):
        return compare_answers(how, group, other.body)
    if group.kind == "cases" or isinstance(other, Clock):
        return undecided("group_and_single", "group")
    if isinstance(other, Words):
        word = len(other.text) > 1 and " " not in other.text
        return Verdict("different" if word else "undecided", "group_and_word", "group")
    if isinstance(other, Expression) and not is_scalar(other, how.forms):
        return undecided("group_and_single", "group")
    tuple_like = group.kind in ("()", "[]") or _is_matrix(group)
    along = against_components(how, _ordered, group, other) if tuple_like else None
    if along is not None:
        return along
    found = sets.real_set(group, how.forms)
    if found is not None and len(found) == 1 and found[0].is_point:
        return undecided("group_and_single", "group")
    if group.kind in _SETS and not found:
        return undecided("group_and_single", "group")
    return different("group_and_single", "group")


def _ratio_and_other(how: How, group: Group, other: Answer) -> Verdict:
    if isinstance(other, Clock) and not other.half:
        pair = (Number(Fraction(other.minutes // 60)), Number(Fraction(other.minutes % 60)))
        return _ratio(how, group, Group("ratio", pair))
    values = _plain_values(group)
    if not isinstance(other, Number) or other.unit or values is None or len(values) != 2:
        return undecided("group_and_single", "group")
    if values[1] and values[0] / values[1] == other.value:
        return equal("same_ratio", "group")
    return undecided("ratio_and_number", "group")


def _ordered(how: How, left: Group, right: Group) -> Verdict:
    if len(left.items) != len(right.items):
        return different("other_length", "group")
    results = [compare_answers(how, *pair) for pair in zip(left.items, right.items, strict=True)]
    for outcome in ("different", "undecided"):
        for result in results:
            if result.outcome == outcome:
                return result._replace(method="group" if outcome == "different" else result.method)
    return equal("same_items", "group")


def _ratio(how: How, left: Group, right: Group) -> Verdict:
    result = _ordered(how, left, right)
    if result.outcome != "different" or len(left.items) != len(right.items):
        return result
    ours, theirs = (_plain_values(group) for group in (left, right))
    if ours is None or theirs is None or 0 in ours or 0 in theirs:
        return result
    factors = {a / b for a, b in zip(ours, theirs, strict=True)}
    return equal("same_ratio", "group") if len(factors) == 1 else different("other_ratio", "group")


def _plain_values(group: Group) -> list[Fraction] | None:
    values = [item.value for item in group.items if isinstance(item, Number) and not item.unit]
    return values if len(values) == len(group.items) else None


def _unordered(how: How, left: Group, right: Group) -> Verdict:
    """Match items; different when an item has no counterpart that could be equal to it."""
    ours, theirs = _distinct(left), _distinct(right)
    if len(ours) * len(theirs) > _MOST_PAIRS:
        return undecided("too_many_items", "group")
    table = [[compare_answers(how, a, b) for b in theirs] for a in ours]
    rows = [{cell.outcome for cell in row} for row in table] if theirs else []
    columns = [{row[i].outcome for row in table} for i in range(len(theirs))]
    if any(outcomes == {"different"} for outcomes in rows + columns):
        return different("item_without_counterpart", "group")
    if all("equal" in outcomes for outcomes in rows + columns):
        fits = [[cell.outcome == "equal" for cell in row] for row in table]
        if len(ours) == len(theirs) and _matching(fits):
            return equal("same_items", "group")
        return undecided("repeated_items", "group")
    doubts = [cell for row in table for cell in row if cell.outcome == "undecided"]
    if doubts:
        return min(doubts)
    return undecided("other_length", "group")


def _matching(fits: list[list[bool]]) -> bool:
    """Whether every item finds a counterpart of its own (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for column, fit in enumerate(fits[row]):
            if fit and column not in seen:
                seen.add(column)
                if column not in taken or place(taken[column], seen):
                    taken[column] = row
                    return True
        return False

    return all(place(row, set()) for row in range(len(fits)))


def _distinct(group: Group) -> list[Answer]:
    return list(dict.fromkeys(group.items)) if group.kind == "set" else list(group.items)
