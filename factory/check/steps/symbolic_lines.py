r"""Judge the formulas of a step: exact numbers, roots and pi, identities between expressions.

Promise: a line is supported only with proof (`normal`: the difference multiplied out is nothing),
contradicted only where both sides are constants that part with proof, or where the question asks
to rewrite an expression and the result is provably another one. An equation to be solved
(`2x + 3 = 7`) is neither; what is said to solve it is judged by `solving`. What needs more than
that is a candidate for SymPy (`symbolic_lines`, `symbolic_steps`).
Not promised: to see through what the prose assumes; see `assumptions`.
"""

from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from factory.check.algebra import exact
from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Normal
from factory.check.algebra.polynomials import atoms
from factory.check.algebra.tree import Name, Node, Num, Op, Unreadable
from factory.check.steps.assumptions import Assumptions
from factory.check.steps.chains import Sign, Statement, figures
from factory.check.steps.equations import without_annotations
from factory.check.steps.formulas import Formulas, read_formulas
from factory.check.steps.side_values import (
    is_rounded,
    is_whole_for_fraction,
    names_in,
    readings,
    written,
)

Judged = Literal["supported", "contradicted", "unknown"]


class Finding(NamedTuple):
    """What one equation says about its step."""

    verdict: Judged
    text: str


class Line(NamedTuple):
    """Two sides of a line that only SymPy may decide."""

    left: str
    right: str
    constant: bool
    """Whether no variable occurs and nothing explains a difference, which is then an error."""


class Reading(NamedTuple):
    """What the formulas of a step say, with the numbers they use and come to."""

    findings: list[Finding]
    operands: list[Fraction]
    results: list[Fraction]
    open: list[Line]


LONGEST_STEP = 20_000
MOST_LINES = 100
LONGEST_SHOWN = 120
_CONSTANTS = frozenset(("pi", "e", "i"))


class _Pair(NamedTuple):
    """Two neighbours of a chain, each with a tree."""

    left: Sign
    right: Sign
    ours: Node
    theirs: Node
    relation: str
    modulus: int
    first: str
    """The text that the chain begins with."""
    before: str
    after: str

    @property
    def shown(self) -> str:
        return f"{self.left.text} {self.relation} {self.right.text}"[:LONGEST_SHOWN]


def judge_formulas(assumptions: Assumptions, step: str, formulas: Formulas) -> Reading:
    """What the formulas of a step say."""
    reading = Reading([], [], [], [])
    assumptions.step = step
    for statement in formulas.statements:
        for pair in _pairs(statement):
            if len(reading.findings) + len(reading.open) >= MOST_LINES:
                return reading
            values, others = readings(pair.ours), readings(pair.theirs)
            if values and others:
                _judge_numbers(assumptions, pair, values, others, reading)
            elif pair.relation == "=" and not (_is_named(pair.ours) or _is_named(pair.theirs)):
                _judge_symbols(assumptions, pair, reading)
    return reading


def symbolic_lines(step: str, question: str = "") -> list[Line]:
    """The lines of a step that are left for SymPy: cheap, and never a verdict."""
    formulas = read_formulas(without_annotations(step[:LONGEST_STEP]))
    return judge_formulas(Assumptions(question[:LONGEST_STEP]), step, formulas).open


def _pairs(statement: Statement) -> list[_Pair]:
    found: list[_Pair] = []
    last = len(statement.sides) - 2
    for at, (left, right) in enumerate(pairwise(statement.sides)):
        if left.node is not None and right.node is not None and left.text != right.text:
            before = statement.before if at == 0 else ""
            after = statement.after if at == last else ""
            found.append(
                _Pair(left, right, left.node, right.node, statement.relations[at],
                      statement.modulus, statement.sides[0].text, before, after)
            )  # fmt: skip
    return found


def _judge_numbers(
    assumptions: Assumptions,
    pair: _Pair,
    values: list[Fraction],
    others: list[Fraction],
    reading: Reading,
) -> None:
    plain = isinstance(pair.ours, Num) and isinstance(pair.theirs, Num)
    if plain and pair.relation in ("=", "~"):
        return  # `x = 5 = 5.0` and lists: two lone numbers are no computation
    if pair.relation == "=":
        reading.operands.extend(figures(pair.ours))
        reading.results.extend((*values, *others))
    verdict = _compared(pair, values, others)
    if verdict is None:
        return
    shown = pair.shown
    if verdict == "contradicted":
        modular = pair.relation == "mod"
        explained = (
            assumptions.denies() or assumptions.own_signs
            if modular
            else assumptions.explains(pair.left, pair.right, pair.before, pair.after)
        )
        if explained:
            verdict, shown = "unknown", f"{shown} does not hold as it stands"
        else:
            shown = f"{shown} is false: {pair.left.text[:LONGEST_SHOWN]} is {written(values[0])}"
    reading.findings.append(Finding(verdict, shown))


def _compared(pair: _Pair, values: list[Fraction], others: list[Fraction]) -> Judged | None:
    both = [(value, other) for value in values for other in others]
    value, other = both[0]
    match pair.relation:
        case "=":
            if any(v == o for v, o in both):
                return "supported"
            if any(is_rounded(v, o, pair.right) or is_rounded(o, v, pair.left) for v, o in both):
                return "supported"
            whole = any(is_whole_for_fraction(v, o, pair.right) for v, o in both)
            return "unknown" if pair.modulus or whole else "contradicted"
        case "~":
            near = any(abs(v - o) * 20 <= max(abs(v), abs(o)) for v, o in both)
            return "supported" if near else "unknown"
        case "mod":
            if not pair.modulus or value.denominator > 1 or other.denominator > 1:
                return None
            return "supported" if (value - other) % pair.modulus == 0 else "contradicted"
    holds = {
        "<": value < other, ">": value > other, "<=": value <= other, ">=": value >= other,
        "!=": value != other,
    }.get(pair.relation)  # fmt: skip
    return None if holds is None else "supported" if holds else "unknown"


def _judge_symbols(assumptions: Assumptions, pair: _Pair, reading: Reading) -> None:
    ours, theirs = names_in(pair.ours), names_in(pair.theirs)
    variables = (ours | theirs) - {"pi"}
    same = _same(pair.left.text, pair.right.text)
    if same == "equal":
        reading.findings.append(Finding("supported", pair.shown))
    elif same == "unknown":
        if not (ours ^ theirs) - _CONSTANTS:
            certain = not variables and not assumptions.explains(
                pair.left, pair.right, pair.before, pair.after
            )
            reading.open.append(Line(pair.left.text, pair.right.text, certain))
    elif not variables:
        rounded = isinstance(pair.ours, Num) or isinstance(pair.theirs, Num)
        rounded = rounded and "." in pair.left.text + pair.right.text
        if rounded or assumptions.explains(pair.left, pair.right, pair.before, pair.after):
            reading.findings.append(Finding("unknown", f"{pair.shown} is not exact"))
        else:
            reading.findings.append(Finding("contradicted", f"{pair.shown} is false"))
    elif ours == theirs and _is_long(pair.ours) and assumptions.rewrites(pair.first):
        text = f"{pair.shown} is false: the two differ as expressions"
        reading.findings.append(Finding("contradicted", text))


@lru_cache(maxsize=4096)
def _same(left: str, right: str) -> Literal["equal", "apart", "unknown"]:
    """Whether two readable sides are the same expression."""
    normal = Normal()
    try:
        ours, theirs = normal.form(parse(left)), normal.form(parse(right))
        verdict = normal.same(ours, theirs)
        names = atoms(ours.top) | atoms(ours.bottom) | atoms(theirs.top) | atoms(theirs.bottom)
    except (Unreadable, exact.NotRational, ArithmeticError):
        return "unknown"
    # `e` and `i` may be variables: what differs then is not known to.
    return "unknown" if verdict == "apart" and any(name[0] in "iE" for name in names) else verdict


def _is_named(node: Node) -> bool:
    """Whether a side is a lone name or value of a function: a definition or result."""
    return (isinstance(node, Name) and node.name not in _CONSTANTS) or (
        isinstance(node, Op) and node.name.startswith("apply:")
    )


def _is_long(node: Node) -> bool:
    return isinstance(node, Op) and any(isinstance(arg, Op) for arg in node.args)
