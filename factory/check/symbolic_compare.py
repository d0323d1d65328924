r"""Compare two answers with SymPy; to be run by name in a worker that is killed at a deadline.

Promise: equal only where the difference is zero exactly (by simplification or a minimal
polynomial, never by decimals); different only where numbers clearly part; else undecided.
Expressions are built node by node from our own tree: text never reaches a SymPy parser, `eval` or
`exec`. Bombs are refused before anything is computed.
Not promised: an end within a given time. That is what the worker's deadline is for.
"""

from fractions import Fraction
from typing import Any

import sympy
from sympy.core.cache import clear_cache

from factory.check import exact
from factory.check.answers import Comparison, compare_with, is_rounding, leaf
from factory.check.expression import parse
from factory.check.reading import Answer, Expression, Number, Relation, Words
from factory.check.tree import Name, Node, Num, Unreadable

_POINTS = tuple(Fraction(*pair) for pair in ((7, 3), (11, 5), (1, 17), (-13, 7), (-29, 11)))
_DIGITS = 40
_CLEARLY = sympy.Float("1e-20", 10)
_CONSTANTS: dict[str, Any] = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "oo": sympy.oo}
_FUNCTIONS: dict[str, Any] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec,
    "csc": sympy.csc, "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan,
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "ln": sympy.log, "log": sympy.log,
    "abs": sympy.Abs, "logbase": sympy.log, "lg": lambda x: sympy.log(x, 10),
}  # fmt: skip


def compare_symbolic(gold: str, candidate: str) -> dict[str, str]:
    """Outcome, reason and method, as JSON; takes everything that `compare` takes."""
    try:
        comparison = compare_with(_leaf, gold, candidate)
    except RecursionError:
        comparison = Comparison("undecided", "too_deep", "symbolic")
    finally:
        clear_cache()  # a worker lives long, and SymPy would keep every term it has seen
    return comparison._asdict()


def _leaf(gold: Answer, candidate: Answer) -> Comparison:
    cheap = leaf(gold, candidate)
    if cheap.reason != "needs_symbolic":
        return cheap
    try:
        if isinstance(gold, Relation) or isinstance(candidate, Relation):
            return _relations(gold, candidate)
        return _expressions(_build_answer(gold), _build_answer(candidate), gold, candidate)
    except Unreadable as reason:
        return Comparison("undecided", str(reason), "symbolic")
    except (ArithmeticError, ValueError, TypeError, NotImplementedError) as fault:
        # SymPy raises these on terms that it cannot handle; the terms are undecided, not wrong.
        return Comparison("undecided", f"sympy_{type(fault).__name__}", "symbolic")


def _expressions(left: Any, right: Any, gold: Answer, candidate: Answer) -> Comparison:
    if left == right:
        return Comparison("equal", "same_expression", "symbolic")
    if _infinite(left) or _infinite(right):
        return Comparison("different", "infinity", "symbolic")
    numbers = _numbers(left, right)
    if numbers == "apart":
        if _rounds(gold, right) or _rounds(candidate, left):
            return Comparison("undecided", "rounded", "symbolic")
        return Comparison("different", "other_value", "symbolic")
    if numbers == "apart below zero":
        return Comparison("undecided", "depends_on_sign", "symbolic")
    if _is_zero(left - right):
        return Comparison("equal", "difference_is_zero", "symbolic")
    reason = "not_proven_equal" if numbers == "agree" else "no_number"
    return Comparison("undecided", reason, "symbolic")


def _relations(gold: Answer, candidate: Answer) -> Comparison:
    """Relations are the same when (left - right) is the same up to a constant factor."""
    if not isinstance(gold, Relation) or not isinstance(candidate, Relation):
        return Comparison("undecided", "relation_and_value", "symbolic")
    left, right = _difference(gold), _difference(candidate)
    ops = {"<": ("<", 1), "<=": ("<=", 1), ">": ("<", -1), ">=": ("<=", -1)}
    gold_op, gold_sign = ops.get(gold.op, (gold.op, 0))
    candidate_op, candidate_sign = ops.get(candidate.op, (candidate.op, 0))
    if gold_op != candidate_op:
        return Comparison("undecided", "other_relation", "symbolic")
    if left.free_symbols != right.free_symbols:
        return Comparison("different", "other_variables", "symbolic")
    ratio = sympy.cancel(left / right) if right != 0 else sympy.nan
    if ratio.is_number and ratio.is_finite and ratio.is_nonzero:
        if gold_sign == 0 or (ratio.is_positive and gold_sign == candidate_sign):
            return Comparison("equal", "same_up_to_a_factor", "symbolic")
        if ratio.is_negative and gold_sign == -candidate_sign:
            return Comparison("equal", "same_up_to_a_factor", "symbolic")
        return Comparison("different", "other_direction", "symbolic")
    if left.is_polynomial() and right.is_polynomial() and gold_op == "=":
        linear = all(sympy.Poly(side).total_degree() <= 1 for side in (left, right))
        if linear:  # hyperplanes are the same set only when they are proportional
            return Comparison("different", "other_relation", "symbolic")
    return Comparison("undecided", "other_relation", "symbolic")


def _difference(relation: Relation) -> Any:
    sides = [parse(relation.left), parse(relation.right)]
    names = frozenset().union(*(_names(side) for side in sides))
    left, right = (build(side, names) for side in sides)
    return sympy.expand(left - right)


def _build_answer(answer: Answer) -> Any:
    if isinstance(answer, Number):
        value = sympy.Rational(answer.value.numerator, answer.value.denominator)
        if answer.unit == "°":
            return value * sympy.pi / 180
        if answer.unit not in ("", "$"):
            raise Unreadable("other_unit")
        return value
    if isinstance(answer, Words):
        return build(Name(answer.text), frozenset())
    if isinstance(answer, Expression):
        node = parse(answer.text)
        return build(node, _names(node))
    raise Unreadable("group_and_single")


def _names(node: Node) -> frozenset[str]:
    if isinstance(node, Name):
        return frozenset({node.name})
    if isinstance(node, Num):
        return frozenset()
    return frozenset().union(*(_names(arg) for arg in node.args))


def build(node: Node, names: frozenset[str]) -> Any:
    """The SymPy term of a tree; raises Unreadable where a limit is broken."""
    if isinstance(node, Num):
        return sympy.Rational(node.value.numerator, node.value.denominator)
    if isinstance(node, Name):
        return _CONSTANTS.get(node.name) or sympy.Symbol(node.name, real=True)
    args = [build(arg, names) for arg in node.args]
    match node.name, args:
        case "+", [a, b]:
            return a + b
        case "-", [a, b]:
            return a - b
        case "neg", [a]:
            return -a
        case "*", [a, b]:
            return a * b
        case "/", [a, b]:
            if b == 0:
                raise Unreadable("division_by_zero")
            return a / b
        case "%", [a]:
            return a / 100
        case "deg", [a]:
            return a * sympy.pi / 180
        case "^", [a, b]:
            return _power(a, b)
        case "exp", [a]:
            return _power(sympy.E, a)
        case "root", [a, b]:
            return _root(a, b)
        case "!", [a]:
            return _counted(exact.factorial, [a])
        case "binom", [a, b]:
            return _counted(exact.binomial, [a, b])
        case name, _ if name.startswith("apply:"):
            return sympy.Function(name[6:])(*args)
        case name, _ if name in _FUNCTIONS:
            return _FUNCTIONS[name](*args)
    raise Unreadable("unknown_operation")


def _power(base: Any, exponent: Any) -> Any:
    if exponent.is_Rational and base.is_Rational:
        if base == 0 and exponent <= 0:
            raise Unreadable("zero_power")
        if base < 0 and exponent.q % 2 and exponent.q > 1:
            raise Unreadable("root_of_negative")  # (-8)^{1/3} has two readings
        exact.check_power(_fraction(base), _fraction(exponent))
    elif exponent.is_Rational and abs(exponent) > 200:
        raise Unreadable("exponent_too_large")
    elif exponent.is_number and not exponent.is_Rational:
        size = sympy.Abs(exponent).evalf(15)
        if not size.is_Float or size > exact.LARGEST_EXPONENT:
            raise Unreadable("exponent_too_large")
    return base**exponent


def _root(radicand: Any, degree: Any) -> Any:
    if degree == 0:
        raise Unreadable("zeroth_root")
    if radicand.is_negative and degree.is_odd:  # the real root is meant, not the principal one
        return -_power(-radicand, 1 / degree)
    return _power(radicand, 1 / degree)


def _counted(rule: Any, args: list[Any]) -> Any:
    if not all(arg.is_Rational for arg in args):
        raise Unreadable("symbolic_factorial")
    try:
        return sympy.Integer(rule(*map(_fraction, args)).numerator)
    except exact.NotRational:
        raise Unreadable("not_a_whole_number") from None


def _fraction(rational: Any) -> Fraction:
    return Fraction(int(rational.p), int(rational.q))


def _infinite(term: Any) -> bool:
    return bool(term in (sympy.oo, -sympy.oo, sympy.zoo))


def _numbers(left: Any, right: Any) -> str:
    r"""What numbers say: apart, agree, none, or `apart below zero`.

    The last: roots of variables that agree wherever these are positive, as problems often mean
    without saying so: `\sqrt{x^2}` and `x`.
    """
    symbols = sorted(left.free_symbols | right.free_symbols, key=str)
    rooted = any(not power.exp.is_integer for power in (left - right).atoms(sympy.Pow))
    found = "none"
    for shift in range(len(_POINTS) if symbols else 1):
        point = {
            symbol: sympy.Rational(*_POINTS[(shift + i) % len(_POINTS)].as_integer_ratio()) + i
            for i, symbol in enumerate(symbols)
        }
        a, b = (sympy.N(term.subs(point), _DIGITS) for term in (left, right))
        if not all(value.is_number and value.is_finite for value in (a, b)):
            continue
        if symbols and not (a.is_real and b.is_real) and not (left - right).has(sympy.I):
            continue
        scale = sympy.Max(int(bool(symbols)), sympy.Abs(a), sympy.Abs(b))
        if sympy.Abs(a - b) <= _CLEARLY * scale:
            found = "agree" if found == "none" else found
        elif rooted and any(value < 0 for value in point.values()):
            found = "apart below zero"
        else:
            return "apart"
    return found


def _is_zero(difference: Any) -> bool:
    if difference == 0 or sympy.expand(difference) == 0:
        return True
    simple = sympy.simplify(difference)
    if simple == 0 or sympy.sqrtdenest(simple) == 0 or sympy.expand_log(simple, force=False) == 0:
        return True
    if simple.is_number and simple.is_algebraic and sympy.count_ops(simple) < 60:
        x = sympy.Symbol("x")
        return bool(sympy.minimal_polynomial(simple, x) == x)
    return False


def _rounds(shown: Answer, other: Any) -> bool:
    """Whether a decimal was written for a value that has no finite decimal."""
    if not isinstance(shown, Number) or shown.decimals < 2 or not other.is_number:
        return False
    if other.is_Rational:
        return is_rounding(shown.value, shown.decimals, _fraction(other))
    value = other.evalf(_DIGITS)
    return bool(value.is_Float) and exact.shows(shown.value, shown.decimals, Fraction(str(value)))
