"""How a quantity of a solution relates to the right quantities: the same, a part of one, or none.

Promise: decided on what a quantity is made of (its terms), not on its value alone, wherever that
is known. `part` is what a right quantity is on the way to: some of its summands, a product that
lacks some of its factors, or the same in another unit. Summands in different units are none.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from factory.check.alignment.derivation import Graph, Quantity
from factory.check.alignment.terms import Factor, Product, Terms, ratio, size, times, used

Kind = Literal["same", "summand", "scaled", "part", "given", "value", "unread", "none"]
Relation = Literal["summand", "scaled", "part", "none"]
UNITS: frozenset[Factor] = frozenset((7, 12, 24, 30, 52, 60, 100, 365, 1000, 3600))
_RANKS: dict[str, int] = {"none": 0, "part": 1, "summand": 2, "scaled": 3}


class Match(NamedTuple):
    """The relation and the right quantity it is to.

    `same`: made alike; `scaled`: it in another unit, without a factor of all of it, or all that it
    makes of one given; `summand`: whole summands of it; `part`: summands lack factors; `given`:
    only a number of the question; `value`: the same number, made otherwise; `unread`: not known.
    """

    kind: Kind
    quantity: Quantity | None = None


NO_MATCH = Match("none")


def match(value: Factor, readings: Sequence[Terms], graph: Graph) -> Match:
    """The closest relation to any right quantity."""
    for terms in readings:
        same = graph.same(terms)
        if same:
            return Match("same", same[0])
    if size(value) in graph.givens.stated and any(is_given(terms) for terms in readings):
        return Match("given")
    best = relation(readings, graph)
    same_value = graph.by_value.get(size(value))
    if best is NO_MATCH and same_value:
        return Match("value", same_value[-1])
    return Match("unread") if best is NO_MATCH and graph.givens.symbols.exhausted else best


def relation(readings: Sequence[Terms], graph: Graph, agreed: bool = False) -> Match:
    """What right quantity this is on the way to, or what one that rationales agree on."""
    best = NO_MATCH
    wholes = [q for q in graph.quantities if not agreed or graph.is_agreed(q)]
    for terms in readings:
        for quantity in reversed(wholes):
            found = _relation(terms, quantity, graph)
            if _RANKS[found] > _RANKS[best.kind]:
                best = Match(found, quantity)
    return best


def is_given(terms: Terms) -> bool:
    """Whether the terms are one given number by itself, or one over it."""
    ((product, factor),) = terms.items() if len(terms) == 1 else (((), 0),)
    return factor == 1 and len(product) == 1 and abs(product[0][1]) == 1


def _relation(terms: Terms, quantity: Quantity, graph: Graph) -> Relation:
    found: Relation = "none"
    if not terms or not used(terms) <= quantity.symbols:
        return found
    for whole in quantity.readings:
        if not graph.givens.symbols.spend(terms, whole):
            break
        found = max(found, _part(terms, whole, graph.givens.has_shares), key=_RANKS.__getitem__)
    return found


def _part(terms: Terms, whole: Terms, shares: bool) -> Relation:
    """Whether some product times the terms is part of the whole."""
    if _are_summands(terms, whole):
        return "scaled" if _is_branch(terms, whole) else "summand"
    if _is_converted(terms, whole, shares):
        return "scaled"
    (first, factor), *others = terms.items()
    for product, whole_factor in whole.items():
        if not _divides(first, product):
            continue
        scale = times(product, first, -1)
        share = ratio(whole_factor, factor)
        if (
            _is_count(share)
            and all(_divides(other, times(other, scale)) for other, _ in others)
            and all(whole.get(times(other, scale), 0) == share * amount for other, amount in others)
        ):
            return "scaled" if len(terms) == len(whole) > 1 else "part"
    return "none"


def _is_converted(terms: Terms, whole: Terms, shares: bool) -> bool:
    """Whether the terms are the whole in another unit; a percent taken as a number is not."""
    if len(terms) != len(whole):
        return False
    (product, amount), *_ = terms.items()
    unit = ratio(whole.get(product, 0), amount)
    if not unit or not (UNITS & {unit, -unit, ratio(1, unit), ratio(-1, unit)}):
        return False
    if shares and unit in (100, -100, ratio(1, 100), ratio(-1, 100)):
        return False
    return all(whole.get(other) == unit * share for other, share in terms.items())


def _is_branch(terms: Terms, whole: Terms) -> bool:
    """Whether the terms are all that the whole makes of one given."""
    if len(terms) < 2 or any(
        abs(whole[product]) != abs(amount) for product, amount in terms.items()
    ):
        return False
    shared = set.intersection(*({symbol for symbol, _ in product} for product in terms))
    return any(
        sum(any(symbol == other for other, _ in product) for product in whole) == len(terms)
        for symbol in shared
    )


def _are_summands(terms: Terms, whole: Terms) -> bool:
    """Whether the whole holds all of the terms, or takes all of them away."""
    signs: set[bool] = set()
    units: set[Factor] = set()
    """Units that are left out: minutes and hours are not added up."""
    for product, amount in terms.items():
        count = ratio(whole.get(product, 0), amount)
        if not count or count.denominator > 1 or (amount.denominator > 1 and count not in (1, -1)):
            return False
        signs.add(count > 0)
        units.add(count if size(count) in UNITS else 1)
    return len(signs) == len(units) == 1


def _is_count(share: Factor) -> bool:
    return share.denominator == 1 or bool(UNITS & {ratio(1, share), ratio(-1, share)})


def _divides(part: Product, whole: Product) -> bool:
    """Whether the whole has every factor of the part, above or below the bar alike."""
    powers = dict(whole)
    for symbol, power in part:
        have = powers.get(symbol, 0)
        if not (0 < power <= have or 0 > power >= have):
            return False
    return True
