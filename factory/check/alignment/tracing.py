"""Follow a solution's values: what each claim is made of, and which earlier claims it uses.

Promise: bounded; every claim gets its relation to the right quantities, and whether it leads to
one: a later claim that is right and was computed from it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factory.check.algebra.tree import Op
from factory.check.alignment.actors import differ
from factory.check.alignment.claims import Claim, operands, read_claims, within
from factory.check.alignment.derivation import Graph, derive
from factory.check.alignment.routes import NO_MATCH, Match, is_given, match, relation
from factory.check.alignment.terms import Factor, Terms, size, used

MOST_TRACED = 300
MOST_READINGS = 6
MOST_SOURCES = 4


@dataclass(slots=True)
class Traced:
    """A claim of a solution; `sources` are the earlier claims whose results it computes with."""

    step: int
    claim: Claim
    value: Factor
    readings: tuple[Terms, ...]
    match: Match
    sources: tuple[int, ...]
    strangers: tuple[Factor, ...]
    """Operands that stand neither in the question nor in an earlier step."""
    otherwise: str = ""
    """Why, by its words, it is none of the right quantities that it equals; empty where it is."""
    used: bool = False
    """Whether a later claim computes with it."""
    leads: bool = False
    """Whether a later claim computes a right quantity from it."""


class Trace:
    """The claims of a solution, in their order."""

    def __init__(self, graph: Graph, steps: Sequence[str]):
        self.graph = graph
        self.found: list[Traced] = []
        self._results: dict[Factor, list[int]] = {}
        for at, step in enumerate(within(steps)):
            for claim in read_claims(step):
                if len(self.found) < MOST_TRACED:
                    self._take(at, claim, step)
        self._mark_leads()

    def resolver(self, before: int) -> Callable[[Factor], Sequence[Terms]]:
        """What a number may mean in the claim with this index."""
        givens = self.graph.givens

        def resolve(value: Factor) -> Sequence[Terms]:
            made: list[Terms] = []
            sources = self.sources(value, before)
            for at in sources:
                made.extend(self.found[at].readings)
            if givens.traced(value):
                made.extend(givens.readings(value))
            if not made or not (sources or value in givens.stated):  # computed in the head
                for quantity in self.graph.by_value.get(value, ()):
                    made.extend(quantity.readings)
            return made[:MOST_READINGS] or givens.readings(value)

        return resolve

    def sources(self, value: Factor, before: int) -> list[int]:
        """The claims before this index with the value, the latest first."""
        results = self._results.get(value, ())
        return [at for at in reversed(results) if at < before][:MOST_SOURCES]

    def is_ambiguous(self, claim: Claim) -> bool:
        """Whether it uses a number that the question states twice, as `4 to a pack` and `$4`."""
        return not self.graph.givens.repeated.isdisjoint(operands(claim))

    def _take(self, step: int, claim: Claim, text: str) -> None:
        here = len(self.found)
        made = derive(claim, self.resolver(here), self.graph.givens.symbols)
        if made is None and not claim.names:
            return
        value, readings = made or (claim.names[0], tuple(self._stated(claim.names[0], here)))
        numbers = dict.fromkeys(operands(claim) if made else [value])
        sources = dict.fromkeys(at for number in numbers for at in self.sources(number, here))
        strangers = tuple(number for number in numbers if made and self._is_strange(number))
        found = self._matched(claim, value, readings)
        otherwise = self._says_otherwise(claim, text, readings) if found.kind == "same" else ""
        if otherwise:
            found = Match("value", found.quantity)
        self.found.append(
            Traced(step, claim, value, readings, found, tuple(sources), strangers, otherwise)
        )
        for name in {value, *claim.names}:
            self._results.setdefault(name, []).append(here)

    def _stated(self, value: Factor, here: int) -> Sequence[Terms]:
        """A number that is stated without an expression repeats one that is known."""
        if self.sources(value, here) or value in self.graph.givens.stated:
            return self.resolver(here)(value)
        return ()

    def _is_strange(self, value: Factor) -> bool:
        known = self._results, self.graph.by_value
        return not any(value in place for place in known) and not self.graph.givens.expected(value)

    def _matched(self, claim: Claim, value: Factor, readings: tuple[Terms, ...]) -> Match:
        found = match(value, readings, self.graph)
        if found.kind == "given" and 1 in operands(claim) and _multiplies(claim):
            found = relation(readings, self.graph)  # `3 hats * 1 skein` may be a summand
            found = found if found.kind == "summand" else Match("given")
        same_value = self.graph.by_value.get(size(value))
        if found.kind in ("none", "value") and value in self.graph.in_the_head:
            return Match("same", self.graph.in_the_head[value])
        if claim.letter or claim.node is None:
            # An equation has the root that it has: part of a right one it cannot be.
            if found.kind in ("part", "summand", "scaled", "none"):
                return Match("same", same_value[-1]) if same_value else NO_MATCH
            return Match("same", found.quantity) if found.kind == "value" else found
        if not readings:  # computed in a way that is not followed, as with roots
            return Match("same", same_value[-1]) if same_value else Match("unread")
        if found.kind == "same" and all(is_given(terms) for terms in readings):
            numbers = set(operands(claim)) - {0, 1}
            return found if len(numbers) < 2 else Match("given")
        if found.kind in ("part", "summand", "scaled") and not any(
            used(terms) for terms in readings
        ):
            # `100 * 0.01` is a hundred cents, `60 / 60` and `4 - 3` say nothing.
            return found if _multiplies(claim) else NO_MATCH
        return found

    def _says_otherwise(self, claim: Claim, step: str, readings: tuple[Terms, ...]) -> str:
        """Why, by the words, this is none of the quantities it equals."""
        reason = ""
        for quantity in (quantity for terms in readings for quantity in self.graph.same(terms)):
            reason = _measures_otherwise(claim, quantity.claim) or differ(
                step, quantity.line, self.graph.givens.question
            )
            if not reason:
                return ""
        return reason

    def _mark_leads(self) -> None:
        """A claim leads to what is right and computed from it."""
        for at in range(len(self.found) - 1, -1, -1):
            traced = self.found[at]
            right = traced.match.kind == "same" and traced.claim.node is not None
            for source in traced.sources:
                self.found[source].used = True
                if traced.leads or (right and self._rests_on(at, source)):
                    self.found[source].leads = True

    def _rests_on(self, at: int, source: int) -> bool:
        """Whether a right claim is right because of this source, not of an equal number."""
        earlier, traced = self.found[source], self.found[at]
        names = {earlier.value, *earlier.claim.names}
        elsewhere = any(self.graph.givens.traced(name) for name in names)
        if not elsewhere and all(len(self.sources(name, at)) < 2 for name in names):
            return True
        usual = self.resolver(at)

        def resolve(value: Factor) -> Sequence[Terms]:
            return earlier.readings if value in names else usual(value)

        made = derive(traced.claim, resolve, self.graph.givens.symbols)
        return made is not None and any(self.graph.same(terms) for terms in made[1])


def _measures_otherwise(ours: Claim, theirs: Claim) -> str:
    if ours.rate and theirs.rate and ours.rate != theirs.rate:
        return f"per {ours.rate}, not per {theirs.rate}"
    measures = {ours.measure, theirs.measure}
    if "" in measures or len(measures) == 1:
        return ""
    # What is counted can be named by its unit (`6 pounds`, `6 bags`); money it is not.
    if "count" in measures and measures.isdisjoint(("money", "ratio")):
        return ""
    return f"{ours.measure}, not {theirs.measure}"


def _multiplies(claim: Claim) -> bool:
    return isinstance(claim.node, Op) and claim.node.name == "*"
