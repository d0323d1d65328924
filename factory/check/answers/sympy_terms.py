"""SymPy terms of our own trees, node by node: text never reaches a SymPy parser.

Promise: bombs are refused before anything is computed.
"""

from fractions import Fraction
from typing import Any

import sympy

from factory.check.algebra import exact
from factory.check.algebra.tree import Name, Node, Num, Unreadable

_CONSTANTS: dict[str, Any] = {"pi": sympy.pi, "e": sympy.E, "i": sympy.I, "oo": sympy.oo}
_FUNCTIONS: dict[str, Any] = {
    "sin": sympy.sin, "cos": sympy.cos, "tan": sympy.tan, "cot": sympy.cot, "sec": sympy.sec,
    "csc": sympy.csc, "arcsin": sympy.asin, "arccos": sympy.acos, "arctan": sympy.atan,
    "sinh": sympy.sinh, "cosh": sympy.cosh, "tanh": sympy.tanh, "ln": sympy.log, "log": sympy.log,
    "abs": sympy.Abs, "logbase": sympy.log, "lg": lambda x: sympy.log(x, 10),
}  # fmt: skip


def degree(node: Node) -> Fraction:
    """The highest power that multiplying out could reach; 0 of what holds no variable."""
    if isinstance(node, Name):
        return Fraction(node.name not in _CONSTANTS)
    if isinstance(node, Num):
        return Fraction(0)
    degrees: list[Fraction] = [degree(arg) for arg in node.args]
    if node.name in ("*", "/"):
        return degrees[0] + degrees[1]
    if node.name == "^" and isinstance(node.args[1], Num):
        return degrees[0] * max(Fraction(1), abs(node.args[1].value))
    return max(degrees)


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
        exact.check_power(fraction(base), fraction(exponent))
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
        return sympy.Integer(rule(*map(fraction, args)).numerator)
    except exact.NotRational:
        raise Unreadable("not_a_whole_number") from None


def fraction(rational: Any) -> Fraction:
    """A SymPy rational as a Fraction."""
    return Fraction(int(rational.p), int(rational.q))
