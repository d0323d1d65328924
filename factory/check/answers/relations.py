"""Equations and inequalities: the same up to sides and factors, or with another graph.

Promise: equal when the differences of their sides are proportional; different only with proof:
both are solved for one variable, or linear in other variables, or polynomials whose zeros part on
a line (`graphs`).
"""

import re
from collections.abc import Callable
from fractions import Fraction

from factory.check.algebra.normal import Forms, Normal
from factory.check.algebra.polynomials import ONE, Sum, atoms, is_unique
from factory.check.algebra.ratios import Form
from factory.check.algebra.tree import Unreadable
from factory.check.answers.graphs import surely_differ
from factory.check.answers.kinds import Answer, Group, Number, Relation
from factory.check.answers.leaves import How, parse_cached
from factory.check.answers.roundings import alone, decimals_of, near_proportional
from factory.check.verdict import Verdict, different, equal, undecided

Compare = Callable[[How, Answer, Answer], Verdict]
_FUNCTION = re.compile(r"\\?[A-Za-z]{1,8}'{0,2}\s?\(\s?[A-Za-z]")
_SIGNS = {"<": ("<", 1), "<=": ("<=", 1), ">": ("<", -1), ">=": ("<=", -1)}


def compare_relations(how: How, compare: Compare, left: Answer, right: Answer) -> Verdict:
    """Two relations, or one that names no value against something else."""
    if not isinstance(left, Relation) or not isinstance(right, Relation):
        return _and_value(how, *((left, right) if isinstance(left, Relation) else (right, left)))
    if left.op[0] == "≡" or right.op[0] == "≡":
        return _congruences(left, right)
    if left.value is not None and right.value is not None:
        if _spelling(left.left) == _spelling(right.left):
            return compare(how, left.value, right.value)
        return _other_names(how, compare, left, right)
    return _sides(how, left, right)


def _and_value(how: How, relation: Answer, other: Answer) -> Verdict:
    """An equation in several variables is no number; one in a single variable may be solved."""
    if isinstance(relation, Relation) and relation.op == "=" and isinstance(other, Number):
        try:
            form = _difference(how.forms, relation)
        except Unreadable:
            return undecided("relation_and_value", "group")
        if len([name for name in atoms(form.top) if name.startswith("v:")]) > 1:
            return different("relation_and_value", "group")
    return undecided("relation_and_value", "group")


def _spelling(name: str) -> str:
    return name.replace(" ", "").replace("{", "").replace("}", "").replace("\\", "")


def _other_names(how: How, compare: Compare, left: Relation, right: Relation) -> Verdict:
    assert left.value is not None and right.value is not None
    values = compare(how, left.value, right.value)
    functions = [bool(_FUNCTION.match(side.left)) for side in (left, right)]
    function = any(functions)
    if values.outcome == "equal":
        if function and not all(functions) and how.policy.names == "dropped":
            return values
        return undecided("other_name", "text")
    if values.outcome == "different" and left.op == right.op == "=" and not function:
        # `y = 2x` and `x = y/2` are one line.
        solved = _sides(how, left, right)
        if solved.outcome == "equal":
            return solved
        same_letters = not isinstance(left.value, Group)
        return values if same_letters and solved.outcome == "different" else solved
    return values


def _congruences(left: Relation, right: Relation) -> Verdict:
    if left.op == right.op and _spelling(left.left) == _spelling(right.left):
        if left.right == right.right:
            return equal("same_residue", "exact")
        return different("other_residue", "exact")
    return undecided("other_relation", "text")


def _sides(how: How, left: Relation, right: Relation) -> Verdict:
    try:
        ours, theirs = _difference(how.forms, left), _difference(how.forms, right)
        said = _proportional(how.forms.normal, left.op, right.op, ours, theirs)
        if said.outcome == "different" and near_proportional(_rounded(left, right), ours, theirs):
            return undecided("rounded", "normal")
        return said
    except Unreadable:
        return how.deep(how.policy, left, right)


def _rounded(left: Relation, right: Relation) -> list[Number]:
    return alone(*(decimals_of(f"{one.left} = {one.right}") for one in (left, right)))


def _difference(forms: Forms, relation: Relation) -> Form:
    left, right = (forms.of(parse_cached(side)) for side in (relation.left, relation.right))
    return forms.normal.add(left, right, -1)


def _proportional(normal: Normal, op: str, other_op: str, left: Form, right: Form) -> Verdict:
    op, direction = _SIGNS.get(op, (op, 0))
    other_op, other_direction = _SIGNS.get(other_op, (other_op, 0))
    if op != other_op:
        return undecided("other_relation", "normal")
    if not left.top or not right.top:
        return undecided("no_relation", "normal")
    factor = _factor(normal, left, right)
    if factor is not None:
        if direction == 0 or (factor > 0) == (direction == other_direction):
            return equal("same_up_to_a_factor", "normal")
        return different("other_direction", "normal")
    names = [{n for n in atoms(form.top) if n.startswith("v:")} for form in (left, right)]
    if not all(is_unique(atoms(form.top)) for form in (left, right)) or not all(names):
        return undecided("other_relation", "normal")
    whole = all(_is_polynomial(form) for form in (left, right))
    if whole and names[0] != names[1] and all(_is_linear(form.top) for form in (left, right)):
        return different("other_variables", "normal")
    same_names = op == "=" and names[0] == names[1]
    if whole and same_names:
        solved = _solved(left.top, right.top, names[0])
        if solved or surely_differ(normal.algebra, left.top, right.top, names[0]):
            return different("other_graph", "normal")
    return undecided("other_relation", "normal")


def _factor(normal: Normal, left: Form, right: Form) -> Fraction | None:
    """The rational factor between two forms; equal sets of zeros follow from it."""
    ours = normal.algebra.times(left.top, right.bottom)
    theirs = normal.algebra.times(right.top, left.bottom)
    if set(ours) != set(theirs) or not ours:
        return None
    first = min(ours)
    factor = Fraction(ours[first]) / Fraction(theirs[first])
    return factor if all(value == factor * theirs[p] for p, value in ours.items()) else None


def _is_polynomial(form: Form) -> bool:
    powers = (e for product in form.top for name, e in product if name.startswith("v:"))
    return form.bottom == {ONE: 1} and all(isinstance(e, int) and e > 0 for e in powers)


def _is_linear(total: Sum) -> bool:
    return all(sum(e for name, e in p if name.startswith("v:")) <= 1 for p in total)


def _solved(left: Sum, right: Sum, names: set[str]) -> bool:
    """Whether one variable stands alone in both, so that both are graphs of functions."""
    return any(_alone(left, name) and _alone(right, name) for name in names)


def _alone(total: Sum, name: str) -> bool:
    with_it = [product for product in total if any(atom == name for atom, _ in product)]
    return with_it == [((name, 1),)]
