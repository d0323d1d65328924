"""Judge what is said to follow from an equation in one variable: `2x + 3 = 7`, so `x = 2`.

Promise: exact; a value is supported where it solves one of the last equations in its variable, an
equation where its solutions are those of one before it (the same up to a factor). A value is
contradicted only where it follows at once, with at most a word like "so", a linear equation that
it does not solve.
Not promised: systems, inequalities, roots lost by squaring or dividing.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factory.check.algebra import exact
from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Normal
from factory.check.algebra.tree import Name, Unreadable
from factory.check.steps.assumptions import Assumptions
from factory.check.steps.chains import Statement
from factory.check.steps.open_ends import goes_on
from factory.check.steps.side_values import names_in, readings, written
from factory.check.steps.symbolic_lines import LONGEST_SHOWN, Finding

LARGEST_DEGREE = 6
MOST_KEPT = 8
_CONNECTS = re.compile(
    r"[\s,.;$]*(?:(?:so|thus|therefore|hence|then|which|that|this|it|we|gives?|giving|get|have"
    r"|find|means?|simplifies|to|is|us|yields?|solving|dividing|follows)\b[\s,:$]*){0,6}",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:either|cases?|respectively|or|if|when|alternatively|otherwise)\b", re.I
)


class Equation(NamedTuple):
    """A polynomial that is zero: the factors of each power of the variable, the lowest first."""

    shown: str
    variable: str
    factors: tuple[Fraction, ...]

    def at(self, value: Fraction) -> Fraction:
        """What the polynomial is worth there."""
        total = Fraction(0)
        for factor in reversed(self.factors):
            total = total * value + factor
        return total


class Equations:
    """The equations of one solution so far, in their order."""

    def __init__(self) -> None:
        self._kept: list[Equation] = []

    def judge(self, statements: Iterable[Statement], assumptions: Assumptions) -> list[Finding]:
        """What the statements of the next step say about the equations before them."""
        findings: list[Finding] = []
        last: Equation | None = None
        for statement in statements:
            equation = equation_of(statement)
            if equation is None:
                last = None
                continue
            solved = _is_solved(statement)
            finding = self._supported(equation)
            if finding is None and solved and last is not None:
                finding = _contradicted(equation, last, statement, assumptions)
            if finding:
                findings.append(finding)
            if not solved:
                self._kept = [*self._kept[-MOST_KEPT:], equation]
                last = equation
            else:
                last = None
        return findings

    def _supported(self, equation: Equation) -> Finding | None:
        root = _root(equation)
        for known in reversed(self._kept):
            if known.variable != equation.variable or known.shown == equation.shown:
                continue
            if root is not None and not known.at(root):
                return Finding("supported", f"{equation.shown} solves {known.shown}")
            if _proportional(known.factors, equation.factors):
                return Finding("supported", f"{equation.shown} follows from {known.shown}")
        return None


def _contradicted(
    solved: Equation, last: Equation, statement: Statement, assumptions: Assumptions
) -> Finding | None:
    """The value does not solve the linear equation that it follows at once."""
    root = _root(last)
    if root is None or last.variable != solved.variable:
        return None
    if not _CONNECTS.fullmatch(statement.before) or statement.after.lstrip().startswith("?"):
        return None
    if assumptions.own_signs or assumptions.otherwise() or _SEVERAL.search(assumptions.step):
        return None
    text = f"{solved.shown} does not follow from {last.shown}, where {last.variable} is "
    return Finding("contradicted", text + written(root))


def equation_of(statement: Statement) -> Equation | None:
    """The equation in one variable that a whole statement of two sides is, or None."""
    if statement.relations != ("=",) or statement.modulus:
        return None
    if goes_on(statement.before, statement.after):
        return None
    left, right = statement.sides
    if left.node is None or right.node is None or left.words or right.words:
        return None
    names = (names_in(left.node) | names_in(right.node)) - {"pi"}
    if len(names) != 1 or len(left.text) + len(right.text) > 2 * LONGEST_SHOWN:
        return None
    (variable,) = names
    factors = _factors(left.text, right.text, variable)
    if factors is None or len(factors) < 2:
        return None
    return Equation(f"{left.text} = {right.text}"[:LONGEST_SHOWN], variable, factors)


@lru_cache(maxsize=2048)
def _factors(left: str, right: str, variable: str) -> tuple[Fraction, ...] | None:
    """The polynomial left - right, numerators only; None where it is none."""
    normal = Normal()
    try:
        form = normal.add(normal.form(parse(left)), normal.form(parse(right)), -1)
    except (Unreadable, exact.NotRational, ArithmeticError):
        return None
    if len(form.bottom) != 1 or () not in form.bottom:
        return None  # a value may be none of the equation's: its bottom may vanish there
    found: dict[int, Fraction] = {}
    for product, factor in form.top.items():
        power = 0
        if product:
            (atom, exponent), *others = product
            if others or atom != f"v:{variable}" or not isinstance(exponent, int):
                return None
            power = exponent
        if not 0 <= power <= LARGEST_DEGREE:
            return None
        found[power] = Fraction(factor)
    return tuple(found.get(power, Fraction(0)) for power in range(max(found, default=0) + 1))


def _root(equation: Equation) -> Fraction | None:
    """The value that a linear equation gives its variable."""
    if len(equation.factors) != 2:
        return None
    return -equation.factors[0] / equation.factors[1]


def _is_solved(statement: Statement) -> bool:
    """Whether the statement is `x = 2` or `2 = x`."""
    left, right = (side.node for side in statement.sides)
    return bool(
        (isinstance(left, Name) and right is not None and readings(right))
        or (isinstance(right, Name) and left is not None and readings(left))
    )


def _proportional(ours: tuple[Fraction, ...], theirs: tuple[Fraction, ...]) -> bool:
    if len(ours) != len(theirs):
        return False
    ratio = ours[-1] / theirs[-1]
    return all(a == b * ratio for a, b in zip(ours, theirs, strict=True))
