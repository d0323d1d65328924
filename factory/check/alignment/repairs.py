"""What single change makes a wrong step right: another operation, or another number.

Promise: a repair is named only where the changed expression is exactly a right quantity.
Not promised: that it is what the author meant; several changes may do.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factory.check.algebra.tree import Node, Num, Op
from factory.check.alignment.claims import operands, worth
from factory.check.alignment.derivation import Quantity, readings
from factory.check.alignment.terms import Factor, size, used
from factory.check.alignment.tracing import Trace

MOST_CANDIDATES = 40
_NAMES = {"+": "adding", "-": "subtracting", "*": "multiplying", "/": "dividing"}


class Repair(NamedTuple):
    """The change, in words, and the right quantity that it gives."""

    text: str
    quantity: Quantity


def other_operation(trace: Trace, at: int) -> Repair | None:
    """The repair by one other operation, or by turning a difference or quotient round."""
    node = trace.found[at].claim.node
    if node is None:
        return None
    for name, changed in _other_operations(node):
        quantity = _quantity(trace, at, changed)
        if quantity:
            return Repair(f"{_NAMES[name]} would give {quantity.claim.text}", quantity)
    return None


def other_number(trace: Trace, at: int) -> Repair | None:
    """The repair by one other number: of the question first, then of the right quantities."""
    found = trace.found[at]
    node, numbers = found.claim.node, dict.fromkeys(operands(found.claim))
    if node is None or len(numbers) > MOST_CANDIDATES:
        return None
    candidates = dict.fromkeys([*trace.graph.givens.stated, *trace.graph.by_value])
    # A number that comes from nowhere is the likeliest to be wrong.
    for wrong in sorted(numbers, key=lambda number: number not in found.strangers):
        for instead in list(candidates)[:MOST_CANDIDATES]:
            if instead in (wrong, 0, 1) or trace.graph.givens.symbols.exhausted:
                continue
            for changed in _with_number(node, wrong, instead):
                quantity = _quantity(trace, at, changed)
                if quantity and quantity.value != instead:
                    text = f"{wrong} stands where {instead} belongs ({quantity.claim.text})"
                    return Repair(text, quantity)
    return None


def _quantity(trace: Trace, at: int, node: Node) -> Quantity | None:
    number = worth(node)
    if number is not None and size(number) not in trace.graph.by_value:
        return None
    symbols = trace.graph.givens.symbols
    for terms in readings(node, trace.resolver(at), symbols):
        same = trace.graph.same(terms)
        if same and used(terms):
            return same[0]
    return None


def _other_operations(node: Node) -> Iterator[tuple[str, Node]]:
    if not isinstance(node, Op) or node.name not in _NAMES:
        return
    left, right = node.args
    for name in _NAMES:
        if name != node.name:
            yield name, Op(name, (left, right))
        if name in "-/":
            yield name, Op(name, (right, left))
    for name, changed in _other_operations(left):
        yield name, Op(node.name, (changed, right))
    for name, changed in _other_operations(right):
        yield name, Op(node.name, (left, changed))


def _with_number(node: Node, old: Factor, new: Factor) -> Iterator[Node]:
    """The expression with one occurrence of a number changed."""
    if isinstance(node, Num):
        if node.value == old:
            yield Num(Fraction(new))
    elif isinstance(node, Op):
        for i, arg in enumerate(node.args):
            for changed in _with_number(arg, old, new):
                yield Op(node.name, (*node.args[:i], changed, *node.args[i + 1 :]))
