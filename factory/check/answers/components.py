r"""A sum of unit vectors, `2\mathbf{i} - 3\mathbf{j}`, or a complex number, beside a tuple.

Promise: what a sum is along i, j and k is read from its exact normal form; a sum that is not
linear in them has no components. Fonts are gone where this is asked, so i may be imaginary.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from factory.check.algebra.normal import Forms
from factory.check.algebra.tree import Name, Node, Num, Op, Unreadable, names_of, substituted
from factory.check.answers.kinds import Answer, Expression, Group
from factory.check.answers.leaves import How, tree_of
from factory.check.verdict import NEEDS_SYMBOLIC, Verdict, undecided

_UNITS = ("i", "j", "k")
_ZERO, _ONE = Num(Fraction(0)), Num(Fraction(1))


def against_components(
    how: How, compare: Callable[[How, Group, Group], Verdict], group: Group, other: Answer
) -> Verdict | None:
    """A tuple or a column against what may be such a sum; None: it is none that could be equal."""
    if not isinstance(other, Expression):
        return None
    try:
        node = tree_of(how.policy, other, group)
        found = components(node, how.forms, len(group.items))
    except Unreadable:
        return None
    sums = (tuple(Expression(repr(part), node=part) for part in parts) for parts in found)
    said = [compare(how, group, Group(group.kind, items)) for items in sums]
    open_ = [one for one in said if one.outcome != "different"]
    if not open_:
        return None
    deeper = all(one == NEEDS_SYMBOLIC for one in open_)
    return NEEDS_SYMBOLIC if deeper else undecided("unit_vectors", "group")


def components(node: Node, forms: Forms, count: int) -> list[tuple[Node, ...]]:
    """The tuples of `count` trees that a sum may stand for; none where it is no such sum."""
    used = names_of(node) & {*_UNITS}
    if not used or count not in (2, 3):
        return []
    units = _UNITS[:count]
    along = [_at(node, units, unit) for unit in units]
    parts = [Op("*", (part, Name(unit))) for part, unit in zip(along, units, strict=True)]
    found: list[tuple[Node, ...]] = []
    if _is_sum(forms, node, parts):
        found.append(tuple(along))
    if count == 2 and used == {"i"}:
        real = _at(node, ("i",), "")
        imaginary = Op("-", (_at(node, ("i",), "i"), real))
        if _is_sum(forms, node, [real, Op("*", (imaginary, Name("i")))]):
            found.append((real, imaginary))
    return found


def _at(node: Node, units: tuple[str, ...], one: str) -> Node:
    return substituted(node, {unit: _ONE if unit == one else _ZERO for unit in units})


def _is_sum(forms: Forms, node: Node, parts: Sequence[Node]) -> bool:
    rest = node
    for part in parts:
        rest = Op("-", (rest, part))
    try:
        return not forms.of(rest).top
    except Unreadable:
        return False
