"""A way through a MATH-style family: signs, zero, one and fractions are numbers like all others.

The reader must still find one source for every number, so what the text tells, the constants of
the solution and the results before the last differ from each other, signs put aside.
"""

from functools import cached_property
from random import Random

from factory.symbolic.grammar.draws import Draw
from factory.symbolic.grammar.formula import (
    Node,
    Number,
    Op,
    Relation,
    Unfit,
    Values,
    constants_of,
    names_of,
    way,
)
from factory.symbolic.grammar.language import SLOT
from factory.symbolic.grammar.plot import Plot, Step
from factory.symbolic.latex_numbers import latex_quantities

LARGEST = 1_000_000


class MathPlot(Plot):
    """As `Plot`; the question may tell numbers too, and may bring a plan."""

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What facts and question state, and the hidden numbers that made them."""
        stated = tuple(rule for one in self.all_facts for rule in one.says)
        return stated + self.ask.says + self.family.says

    @cached_property
    def told(self) -> dict[str, str]:
        """Every number that facts or question state is written in digits."""
        made: dict[str, str] = {}
        for forms in (*(one.forms for one in self.all_facts), self.ask.forms):
            first, *others = ({n for n in f.names() if self._is_number(n)} for f in forms)
            if any(other != first for other in others):
                raise ValueError(f"{self.name}: forms tell different numbers: {forms[0].text}")
            made.update(dict.fromkeys(sorted(first), "plain"))
        return made

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """By the plan, where the question has one; else from the relations turned round."""
        known = {*self.told, *self.base}
        try:
            found = way(known, (*self.ask.plan, *self.relations), self.ask.of)
        except ValueError as fault:
            raise ValueError(f"{self.name}: {fault}") from None
        used = {name for _, node in found for name in names_of(node)}
        if idle := known - used:
            raise ValueError(f"{self.name}: told and not used: {sorted(idle)}")
        if lost := [name for name, _ in found if name not in self.family.lines]:
            raise ValueError(f"{self.name}: no line tells {lost}")
        return found

    @cached_property
    def constants(self) -> frozenset[Number]:
        """Numbers of the steps that no one states; a square is a sign, not a number."""
        return frozenset(one for _, node in self.steps for one in _plain_constants(node))

    @cached_property
    def worded(self) -> frozenset[Number]:
        """Values that the wording itself states, in any of its forms."""
        found: set[Number] = set()
        for one in (*(form for f in self.all_facts for form in f.forms), *self.ask.forms):
            for quantity in latex_quantities(SLOT.sub("q", one.text)):
                if quantity.kind != "power":
                    found.update(v for v in quantity.lends if v.denominator == 1)
        return frozenset(int(value) for value in found)

    def numbers(
        self, chance: Random, base: Values, drawn: dict[str, Draw], taken: set[Number]
    ) -> Values:
        """As in `Plot`; the result that a further step builds on has to be whole."""
        if any(not isinstance(value, int) for value in base.values()):
            raise Unfit
        values = super().numbers(chance, base, drawn, taken)
        if any(compute(values) != values[name] for name, compute in self.computing):
            raise Unfit  # a hidden number that the plan does not lead back to
        return values

    def fit(self, name: str, values: Values, value: Number) -> None:
        """Take the value of a computed quantity, if the family allows such a number."""
        if size_of(value) > LARGEST:
            raise Unfit
        if not isinstance(value, int) and name not in self.family.fine:
            raise Unfit
        low_high = self.family.within.get(name)
        if low_high is not None and not low_high[0] <= value <= low_high[1]:
            raise Unfit
        values[name] = value

    def _apart(self, values: Values, taken: set[Number]) -> None:
        seen = {size_of(one) for one in (*self.worded, *self.constants, *taken)}
        size = len(seen)
        for name in self.told:
            if name not in self.base:
                seen.add(size_of(values[name]))
                size += 1
        *before, (last, _) = self.steps
        for name, _ in before:
            seen.add(size_of(values[name]))
            size += 1
        told = {size_of(values[name]) for name in self.told}
        if len(seen) != size or size_of(values[last]) in told:
            raise Unfit


def size_of(value: Number) -> Number:
    """The value without its sign."""
    return -value if value < 0 else value


def _plain_constants(node: Node) -> set[int]:
    if isinstance(node, Op) and node.sign == "**" and node.args[1] in (2, 3):
        return _plain_constants(node.args[0])
    if isinstance(node, Op):
        return {one for arg in node.args for one in _plain_constants(arg)}
    return set(constants_of(node))
