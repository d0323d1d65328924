"""How quantities are derived: the graph of a rationale, and the terms of any expression.

Promise: every expression is followed back to the givens it was made from, through earlier
results. Where a number can come from several places (an earlier result and the question), all
readings are kept, up to `MOST_READINGS`.
Not promised: that a rationale is right; its author vouches for it.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from copy import copy
from fractions import Fraction
from typing import NamedTuple

from factory.check.algebra.tree import Name, Node, Num, Op
from factory.check.alignment import terms as t
from factory.check.alignment.claims import Claim, operands, read_claims, within
from factory.check.alignment.givens import CONSTANTS, Givens
from factory.check.alignment.terms import Factor, Symbols, Terms

MOST_READINGS = 6
MOST_QUANTITIES = 80

Resolve = Callable[[Factor], Sequence[Terms]]
Told = Sequence[tuple[Claim, str]]
"""Claims, each with the line that makes it."""


class Quantity(NamedTuple):
    """A right quantity: its value, what it may be made of, and the claim that computes it."""

    value: Factor
    readings: tuple[Terms, ...]
    claim: Claim
    line: str
    """The line of the rationale that computes it."""
    symbols: frozenset[int]
    """Symbols that some reading holds."""


class Graph:
    """The quantities of one or more rationales; solutions read it, each through its `own`."""

    def __init__(self, givens: Givens):
        self.givens = givens
        self.quantities: list[Quantity] = []
        self.by_value: dict[Factor, list[Quantity]] = {}
        self.in_the_head: dict[Factor, Quantity] = {}
        """Numbers that a rationale uses and nobody states, and the first claim that uses each."""
        self.is_read = False
        """Whether most lines of some rationale compute something, the last aside."""
        self._by_terms: dict[t.Key, list[Quantity]] = {}
        self._tellers: dict[Factor | t.Key, set[int]] = {}
        """Which of the rationales come to a value, and which to these terms."""
        self._rationales = 0
        self._vouched: set[int] = set()

    def own(self) -> "Graph":
        """The same quantities, with symbols to which a solution may add its own."""
        mine = copy(self)
        mine.givens = self.givens.own()
        return mine

    def begin(self, vouched: bool) -> None:
        """What is added from here on is told by another rationale."""
        self._rationales += 1
        if vouched:
            self._vouched.add(self._rationales)

    def add(self, value: Factor, readings: tuple[Terms, ...], claim: Claim, line: str) -> None:
        """Take in one more right quantity."""
        if len(self.quantities) >= MOST_QUANTITIES:
            return
        symbols = frozenset(symbol for terms in readings for symbol in t.used(terms))
        quantity = Quantity(value, readings, claim, line, symbols)
        self.quantities.append(quantity)
        self.by_value.setdefault(t.size(value), []).append(quantity)
        self._tellers.setdefault(value, set()).add(self._rationales)
        for terms in readings:
            key = t.frozen(terms)
            self._by_terms.setdefault(key, []).append(quantity)
            self._tellers.setdefault(key, set()).add(self._rationales)

    def is_lone(self, value: Factor) -> bool:
        """Whether one of three or more solutions comes to it: that one may be right by luck.

        Of two, either may be; a reference is its author's to vouch for.
        """
        tellers = self._tellers.get(value, set())
        return self._rationales > 2 and len(tellers) < 2 and not tellers & self._vouched

    def is_agreed(self, quantity: Quantity) -> bool:
        """Whether several rationales have the quantity."""
        keys = map(t.frozen, quantity.readings)
        return any(len(self._tellers.get(key, ())) > 1 for key in keys)

    def same(self, terms: Terms) -> list[Quantity]:
        """The quantities with these terms, whatever their sign."""
        found = self._by_terms.get(t.frozen(terms))
        return found or self._by_terms.get(t.frozen(t.negative(terms)), [])


def read_graph(givens: Givens, rationales: Iterable[Sequence[str]], vouched: bool = True) -> Graph:
    """The graph of rationales, each given as its lines; their constants become symbols.

    `vouched` says that the first is a reference, the others being solutions with a right answer.
    """
    texts = list(rationales)
    told = [
        [(claim, line) for line in within(lines) for claim in read_claims(line)] for lines in texts
    ]
    constants = _constants(givens, told)
    for value in sorted(constants):
        givens.convert(value)
    graph = Graph(givens)
    for at, claims in enumerate(told):
        graph.begin(vouched and not at)
        _read(graph, claims[:MOST_QUANTITIES], constants - CONSTANTS)
    graph.is_read = any(_is_read(lines, claims) for lines, claims in zip(texts, told, strict=True))
    return graph


def _constants(givens: Givens, told: Sequence[Told]) -> set[Factor]:
    """The whole numbers that rationales bring along: neither given nor computed before."""
    found: set[Factor] = set()
    for claims in told:
        results: set[Factor] = set()
        for claim, _ in claims:
            for value in operands(claim):
                if value not in results and value.denominator == 1 and not givens.traced(value):
                    found.add(value)
            results.update(claim.names)
    return found


def _is_read(lines: Sequence[str], claims: Told) -> bool:
    computing = {line for claim, line in claims if claim.node is not None}
    return 2 * len(computing) >= len([line for line in lines if line.strip()][:-1]) > 0


def _read(graph: Graph, claims: Told, unstated: Container[Factor]) -> None:
    givens = graph.givens
    results: dict[Factor, tuple[Terms, ...]] = {}

    def resolve(value: Factor) -> Sequence[Terms]:
        earlier = results.get(value, ())
        stated = givens.readings(value) if givens.traced(value) or not earlier else ()
        return (*earlier, *stated)

    for claim, line in claims:
        made = derive(claim, resolve, givens.symbols)
        if made is None:
            if not claim.names or claim.names[0] in results or claim.names[0] in givens.stated:
                continue
            made = (claim.names[0], ())
        value, readings = made
        if not readings:
            readings = (t.symbol(givens.symbols.fresh(value)),)
        for name in {value, *claim.names}:
            results[name] = (*readings, *results.get(name, ()))[:MOST_READINGS]
        graph.add(value, readings, claim, line)
        # In `2 * x = 80` the number is of the letter, and no quantity by itself.
        for number in operands(claim) if not claim.letter else ():
            if number in unstated and number not in results and graph.quantities:
                graph.in_the_head.setdefault(number, graph.quantities[-1])


def derive(
    claim: Claim, resolve: Resolve, symbols: Symbols
) -> tuple[Factor, tuple[Terms, ...]] | None:
    """The value of a claim and what it may be made of; None where it only states a number.

    No readings: the value is known, but not what it is made of.
    """
    if claim.letter:
        return _solved(claim, resolve, symbols)
    if claim.node is None:
        return None
    value, made = claim.names[0], readings(claim.node, resolve, symbols)
    if "%" in claim.text:  # where 50 names a half, 50% of it is not meant
        made = [terms for terms in made if symbols.value(terms) == value]
    return value, tuple(made)


def readings(
    node: Node, resolve: Resolve, symbols: Symbols, letter: Terms | None = None
) -> list[Terms]:
    """What an expression may be made of."""
    if isinstance(node, Num):
        return list(resolve(t.plain(node.value)))[:MOST_READINGS]
    if isinstance(node, Name):
        return [letter] if letter else []
    if node.name == "%":
        return _percent(node, readings(node.args[0], resolve, symbols, letter), resolve, symbols)
    args = [readings(arg, resolve, symbols, letter) for arg in node.args]
    if node.name == "^":
        return _powers(node, args[0])
    others = args[1] if len(args) > 1 else [{}]
    pairs = ((left, right) for left in args[0] for right in others)
    joined = (_joined(node.name, left, right, symbols) for left, right in pairs)
    if len(args[0]) == len(others) == 1:
        found = [made for made in joined if made is not None]
    else:
        found = _distinct(made for made in joined if made is not None)
    shares = _as_share(node, resolve, symbols) if node.name == "/" else ()
    return _distinct([*found, *shares]) if shares else found


def _distinct(made: Iterable[Terms]) -> list[Terms]:
    found: dict[t.Key, Terms] = {}
    for terms in made:
        found.setdefault(t.frozen(terms), terms)
        if len(found) >= MOST_READINGS:
            break
    return list(found.values())


def _percent(node: Op, made: list[Terms], resolve: Resolve, symbols: Symbols) -> list[Terms]:
    """`50%` is 50 hundredths; where 50 names a half that was computed, it is that half."""
    (figure,) = node.args
    hundredth = next(iter(resolve(Fraction(1, 100))), {})
    found: list[Terms | None] = []
    for terms in made:
        share = isinstance(figure, Num) and symbols.value(terms) == figure.value / 100
        found.append(terms if share else t.multiply(terms, hundredth))
    return [terms for terms in found if terms is not None]


def _as_share(node: Op, resolve: Resolve, symbols: Symbols) -> list[Terms]:
    """`10/100` where the question says a tenth."""
    above, below = node.args[0], node.args[-1]
    if not isinstance(above, Num) or not isinstance(below, Num) or below.value != 100:
        return []
    share = above.value / 100
    made = resolve(t.plain(share))
    return [terms for terms in made if t.used(terms) and symbols.value(terms) == share]


def _joined(name: str, left: Terms, right: Terms, symbols: Symbols) -> Terms | None:
    if not symbols.spend(left, right):
        return None
    if name == "+" or name == "-":
        return t.add(left, right, 1 if name == "+" else -1)
    if name == "*":
        return t.multiply(left, right)
    if name == "/":
        return t.divide(left, right, symbols)
    if name == "neg":
        return t.negative(left)
    return None


def _powers(node: Op, bases: Iterable[Terms]) -> list[Terms]:
    exponent = node.args[1]
    if not isinstance(exponent, Num) or exponent.value not in (2, 3):
        return []
    found: list[Terms] = []
    for base in bases:
        made = t.multiply(base, base)
        if made is not None and exponent.value == 3:
            made = t.multiply(made, base)
        found.extend([made] if made is not None else [])
    return found


def _solved(
    claim: Claim, resolve: Resolve, symbols: Symbols
) -> tuple[Factor, tuple[Terms, ...]] | None:
    """What the letter is where the equation is linear in it."""
    if claim.node is None or claim.other is None:
        return None
    unknown = symbols.fresh(Fraction(0))
    letter = t.symbol(unknown)
    left = readings(claim.node, resolve, symbols, letter)
    right = readings(claim.other, resolve, symbols, letter)
    both = t.add(left[0], right[0], -1) if left and right else None
    root = _root(both, unknown, symbols) if both is not None else None
    value = symbols.value(root) if root is not None else None
    return None if root is None or value is None else (t.plain(value), (root,))


def _root(both: Terms, unknown: int, symbols: Symbols) -> Terms | None:
    slope: Terms = {}
    rest: Terms = {}
    for product, factor in both.items():
        powers = dict(product)
        power = powers.pop(unknown, 0)
        if power == 1:
            slope[tuple(sorted(powers.items()))] = factor
        elif power == 0:
            rest[product] = factor
        else:
            return None
    if not slope or not symbols.value(slope):
        return None
    return t.divide(t.negative(rest), slope, symbols)
