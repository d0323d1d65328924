"""Units of quantities, and whether a relation joins what can be joined.

A unit is written `liter`, `dollar/kilogram` or `1` for a pure number; `%` and `1` are the same.
Sums and differences need one unit, products and quotients combine them. A relation with a constant
that everyone knows (60 minutes an hour) converts units and is not checked.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from factory.symbolic.grammar.formula import Node, Op, Relation, constants_of

Unit = frozenset[tuple[str, int]]


def is_money(unit: str) -> bool:
    """Whether such a quantity is a sum of money, a price or a rate of pay."""
    return unit.split("/")[0] == "dollar"


def parse_unit(text: str) -> Unit:
    """The powers of its parts."""
    above, _, below = text.partition("/")
    powers: Counter[str] = Counter()
    for side, power in ((above, 1), (below, -1)):
        for name in filter(None, side.split("*")):
            if name not in ("1", "%"):
                powers[name] += power
    return frozenset((name, power) for name, power in powers.items() if power)


def check_units(where: str, units: Mapping[str, str], rules: Sequence[Relation]) -> None:
    """Raise `ValueError` for a relation whose sides have different units."""
    for rule in rules:
        if any(True for _ in constants_of(rule.right)):
            continue
        left, right = parse_unit(units[rule.left]), _unit_of(rule.right, units, where)
        if left != right:
            raise ValueError(
                f"{where}: {rule.left} is in {units[rule.left]}, but its formula gives "
                f"{_named(right)}"
            )


def _unit_of(node: Node, units: Mapping[str, str], where: str) -> Unit:
    if isinstance(node, str):
        return parse_unit(units[node])
    if not isinstance(node, Op) or node.sign not in ("+", "-", "*", "/"):
        return frozenset()
    left, right = (_unit_of(arg, units, where) for arg in node.args)
    if node.sign in ("+", "-"):
        if left != right:
            raise ValueError(f"{where}: {_named(left)} and {_named(right)} are added or compared")
        return left
    powers = Counter(dict(left))
    for name, power in right:
        powers[name] += power if node.sign == "*" else -power
    return frozenset((name, power) for name, power in powers.items() if power)


def _named(unit: Unit) -> str:
    above = "*".join(name for name, power in sorted(unit) for _ in range(power)) or "1"
    below = "*".join(name for name, power in sorted(unit) for _ in range(-power))
    return f"{above}/{below}" if below else above
