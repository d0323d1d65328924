r"""Compare two answers with SymPy; to be run by name in a worker that is killed at a deadline.

Promise: equal only where the difference is zero exactly (by simplification or a minimal
polynomial, never by decimals); different only where numbers clearly part; else undecided.
Expressions are built node by node from our own tree: text never reaches a SymPy parser, `eval` or
`exec`. Bombs are refused before anything is computed.
Not promised: an end within a given time. That is what the worker's deadline is for.
"""

import itertools
import math
import threading
from fractions import Fraction
from typing import Any

import sympy
from sympy.core.cache import clear_cache

from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Forms
from factory.check.algebra.tree import Node, Op, Unreadable, names_of
from factory.check.answers.amounts import is_finite, shown_for
from factory.check.answers.kinds import Answer, Number, Relation
from factory.check.answers.leaves import How, tree_of
from factory.check.answers.quick import compare_with
from factory.check.answers.roundings import alone, decimals_of, nearness, written
from factory.check.answers.sympy_terms import build, degree, fraction
from factory.check.policy import Policy
from factory.check.verdict import Verdict

_LOCK = threading.Lock()
_CALLS = itertools.count(1)
_CALLS_BETWEEN = 200
_HIGHEST_FIELD = 32
_HIGHEST_DEGREE = 1_000
_WORK = 40_000
"""Of exact normal forms: in-process they may cost less."""
_POINTS = ((7, 3), (11, 5), (1, 17), (-13, 7), (-29, 11), (101, 7))
_DIGITS = 40
_AMPLIFIED = 10
"""By so much a function may widen the gap that a rounded decimal leaves open."""
_COARSE = Fraction(1, 5)
_CLEARLY = sympy.Float("1e-20", 10)


def compare_symbolic(
    gold: str, candidate: str, policy: dict[str, Any] | None = None
) -> dict[str, str]:
    """Outcome, reason and method, as JSON; takes everything that `compare` takes."""
    try:
        verdict = compare_with(How(Policy.of(policy), _deep, Forms(_WORK)), gold, candidate)
    except RecursionError:
        verdict = Verdict("undecided", "too_deep", "symbolic")
    return verdict._asdict()


def _deep(policy: Policy, gold: Answer, candidate: Answer) -> Verdict:
    with _LOCK:  # SymPy's precision is one for the whole process
        return _decide(policy, gold, candidate)


def _decide(policy: Policy, gold: Answer, candidate: Answer) -> Verdict:
    try:
        if isinstance(gold, Relation) or isinstance(candidate, Relation):
            return _relations(gold, candidate)
        nodes = tree_of(policy, gold, candidate), tree_of(policy, candidate, gold)
        if max(map(degree, nodes)) > _HIGHEST_DEGREE:
            raise Unreadable("degree_too_large")
        said = {_terms(policy, nodes, base, gold, candidate) for base in _bases(nodes)}
        if len(said) == 1:
            return said.pop()
        return Verdict("undecided", "base_of_logarithm", "symbolic")
    except Unreadable as reason:
        return Verdict("undecided", str(reason), "symbolic")
    except (ArithmeticError, ValueError, TypeError, NotImplementedError) as fault:
        # SymPy raises these on terms that it cannot handle; the terms are undecided, not wrong.
        return Verdict("undecided", f"sympy_{type(fault).__name__}", "symbolic")
    finally:
        if next(_CALLS) % _CALLS_BETWEEN == 0:
            clear_cache()  # a worker lives long, and SymPy would keep every term it has seen


def _bases(nodes: tuple[Node, Node]) -> tuple[str, ...]:
    """What `log` without a base may mean: what is said must hold for both."""
    return ("ln", "lg") if any("log" in _operations(node) for node in nodes) else ("ln",)


def _operations(node: Node) -> set[str]:
    if not isinstance(node, Op):
        return set()
    return {node.name}.union(*map(_operations, node.args))


def _with_base(node: Node, base: str) -> Node:
    if not isinstance(node, Op):
        return node
    args = tuple(_with_base(arg, base) for arg in node.args)
    return Op(base if node.name == "log" else node.name, args)


def _terms(
    policy: Policy, nodes: tuple[Node, Node], base: str, gold: Answer, candidate: Answer
) -> Verdict:
    left, right = (build(_with_base(node, base), names_of(node)) for node in nodes)
    if any(side.has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo) for side in (left, right)):
        raise Unreadable("no_value")
    return _expressions(policy, left, right, gold, candidate)


def _expressions(policy: Policy, left: Any, right: Any, gold: Answer, candidate: Answer) -> Verdict:
    if left == right:
        return Verdict("equal", "same_expression", "symbolic")
    sides = ([] if isinstance(side, Number) else written(side) for side in (gold, candidate))
    near = min(_AMPLIFIED * nearness(alone(*sides)), _COARSE)
    numbers = _numbers(left, right, sympy.Rational(near.numerator, near.denominator))
    if numbers == "apart":
        for shown, other in ((gold, right), (candidate, left)):
            rounded = _rounds(policy, shown, other)
            if rounded is not None:
                return rounded
        return Verdict("different", "other_value", "symbolic")
    if numbers == "near":
        return Verdict("undecided", "rounded", "symbolic")
    if numbers == "apart below zero":
        return Verdict("undecided", "depends_on_sign", "symbolic")
    if _is_zero(left - right):
        return Verdict("equal", "difference_is_zero", "symbolic")
    reason = "not_proven_equal" if numbers == "agree" else "no_number"
    return Verdict("undecided", reason, "symbolic")


def _relations(gold: Answer, candidate: Answer) -> Verdict:
    """Relations are the same when (left - right) is the same up to a constant factor."""
    if not isinstance(gold, Relation) or not isinstance(candidate, Relation):
        return Verdict("undecided", "relation_and_value", "symbolic")
    left, right = _difference(gold), _difference(candidate)
    ops = {"<": ("<", 1), "<=": ("<=", 1), ">": ("<", -1), ">=": ("<=", -1)}
    gold_op, gold_sign = ops.get(gold.op, (gold.op, 0))
    candidate_op, candidate_sign = ops.get(candidate.op, (candidate.op, 0))
    if gold_op != candidate_op:
        return Verdict("undecided", "other_relation", "symbolic")
    if left.free_symbols != right.free_symbols:
        return Verdict("different", "other_variables", "symbolic")
    ratio = sympy.cancel(left / right) if right != 0 else sympy.nan
    if ratio.is_number and ratio.is_finite and ratio.is_nonzero:
        if gold_sign == 0 or (ratio.is_positive and gold_sign == candidate_sign):
            return Verdict("equal", "same_up_to_a_factor", "symbolic")
        if ratio.is_negative and gold_sign == -candidate_sign:
            return Verdict("equal", "same_up_to_a_factor", "symbolic")
        return Verdict("different", "other_direction", "symbolic")
    if left.is_polynomial() and right.is_polynomial() and gold_op == "=":
        linear = all(sympy.Poly(side).total_degree() <= 1 for side in (left, right))
        shown = (decimals_of(f"{side.left}={side.right}") for side in (gold, candidate))
        if linear and not alone(*shown):
            # Hyperplanes are the same set only when they are proportional.
            return Verdict("different", "other_relation", "symbolic")
    return Verdict("undecided", "other_relation", "symbolic")


def _difference(relation: Relation) -> Any:
    sides = [parse(relation.left), parse(relation.right)]
    names = frozenset().union(*(names_of(side) for side in sides))
    if max(map(degree, sides)) > _HIGHEST_DEGREE:
        raise Unreadable("degree_too_large")
    left, right = (build(side, names) for side in sides)
    if any(side.has(sympy.nan, sympy.zoo, sympy.oo, -sympy.oo) for side in (left, right)):
        raise Unreadable("no_value")
    return sympy.expand(left - right)


def _numbers(left: Any, right: Any, near: Any) -> str:
    r"""What numbers say: apart, agree, none, near, or `apart below zero`.

    `near`: within what rounded decimals leave open. `apart below zero`: roots of variables that
    agree wherever these are positive, as problems often mean without saying so: `\sqrt{x^2}`
    and `x`.
    """
    symbols = sorted(left.free_symbols | right.free_symbols, key=str)
    rooted = any(not power.exp.is_integer for power in (left - right).atoms(sympy.Pow))
    found = "none"
    for shift in range(len(_POINTS) if symbols else 1):
        point = {
            symbol: sympy.Rational(*_POINTS[(shift + i) % len(_POINTS)]) + i
            for i, symbol in enumerate(symbols)
        }
        a, b = (sympy.N(term.subs(point), _DIGITS) for term in (left, right))
        if not all(value.is_number and value.is_finite for value in (a, b)):
            continue
        if symbols and not (a.is_real and b.is_real) and not (left - right).has(sympy.I):
            continue
        scale = sympy.Max(int(bool(symbols)), sympy.Abs(a), sympy.Abs(b))
        gap = sympy.Abs(a - b)
        if gap <= _CLEARLY * scale:
            found = "agree" if found == "none" else found
        elif gap <= near * scale:
            found = "near"
        elif rooted and any(value < 0 for value in point.values()):
            found = "apart below zero"
        else:
            return "apart"
    return found


def _is_zero(difference: Any) -> bool:
    if difference == 0 or sympy.expand(difference) == 0:
        return True
    if difference.is_number and _field_degree(difference) > _HIGHEST_FIELD:
        return False  # simplification would cost its whole deadline
    simple = sympy.simplify(difference)
    if simple == 0 or sympy.sqrtdenest(simple) == 0 or sympy.expand_log(simple, force=False) == 0:
        return True
    if simple.is_number and simple.is_algebraic and sympy.count_ops(simple) < 60:
        x = sympy.Symbol("x")
        return bool(sympy.minimal_polynomial(simple, x) == x)
    return False


def _field_degree(term: Any) -> int:
    """A bound for the degree of the number field that the term's roots span."""
    roots = {(power.base, power.exp.q) for power in term.atoms(sympy.Pow) if power.exp.is_Rational}
    return math.prod(int(degree) for _, degree in roots)


def _rounds(policy: Policy, shown: Answer, other: Any) -> Verdict | None:
    """Whether a decimal was written for a value that has no finite decimal."""
    if not isinstance(shown, Number) or not shown.decimals or not other.is_number:
        return None
    if other.is_Rational:
        value = fraction(other)
        return shown_for(policy, shown, value, is_finite(value))
    digits = other.evalf(_DIGITS)
    if not digits.is_Float:
        return None
    return shown_for(policy, shown, Fraction(str(digits)), finite=False)
