"""Answers by a second path: the relations that a question's sentences state, solved by SymPy.

Nothing of the rationale, of the order of its steps or of our own way-finding is used.
"""

from collections.abc import Mapping
from fractions import Fraction

import sympy

from factory.symbolic.grammar.formula import Node, Number, Op, Relation
from factory.symbolic.grammar.reading import Reading

_FUNCTIONS = {
    "gcd": sympy.gcd,
    "lcm": sympy.lcm,
    "mod": sympy.Mod,
    "quotient": lambda a, b: sympy.floor(a / b),
    "root": sympy.sqrt,
    "factorial": sympy.factorial,
    "choose": sympy.binomial,
}


class Undone(Exception):
    """A function of a quantity that is not known yet."""


def answers(reading: Reading) -> set[Fraction]:
    """Every value of the target with which the stated relations hold; one, for a sound problem."""
    known = {name: _exact(value) for name, value in reading.told().items()}
    rules = reading.rules()
    while reading.target not in known:
        found = next(filter(None, (_single(rule, known) for rule in rules)), None)
        if found is None:
            return _together(rules, known, reading.target)
        name, values = found
        if len(values) != 1:
            return {Fraction(str(value)) for value in values} if name == reading.target else set()
        known[name] = values[0]
    broken = [rule for rule in rules if not _holds(rule, known)]
    return set() if broken else {Fraction(str(known[reading.target]))}


def _exact(value: Number) -> sympy.Rational:
    part = Fraction(value)
    return sympy.Rational(part.numerator, part.denominator)


def _single(rule: Relation, known: Mapping[str, sympy.Expr]) -> tuple[str, list[sympy.Expr]] | None:
    missing = rule.names() - known.keys()
    if len(missing) != 1:
        return None
    (name,) = missing
    try:
        return name, sympy.solve(_equation(rule, known), sympy.Symbol(name))
    except Undone:
        return None


def _together(rules: list[Relation], known: Mapping[str, sympy.Expr], target: str) -> set[Fraction]:
    equations = [_equation(rule, known) for rule in rules if rule.names() - known.keys()]
    unknown = sorted({symbol for one in equations for symbol in one.free_symbols}, key=str)
    found = sympy.solve(equations, unknown, dict=True)
    return {Fraction(str(way[sympy.Symbol(target)])) for way in found}


def _holds(rule: Relation, known: Mapping[str, sympy.Expr]) -> bool:
    return bool(rule.names() - known.keys()) or _equation(rule, known) == 0


def _equation(rule: Relation, known: Mapping[str, sympy.Expr]) -> sympy.Expr:
    return sympy.expand(_value(rule.left, known) - _value(rule.right, known))


def _value(node: Node, known: Mapping[str, sympy.Expr]) -> sympy.Expr:
    if isinstance(node, str):
        return known.get(node, sympy.Symbol(node))
    if isinstance(node, int):
        return sympy.Integer(node)
    assert isinstance(node, Op)
    args = [_value(arg, known) for arg in node.args]
    if node.sign in _FUNCTIONS:
        if any(arg.free_symbols for arg in args):
            raise Undone
        return _FUNCTIONS[node.sign](*args)
    match node.sign:
        case "neg":
            return -args[0]
        case "+":
            return args[0] + args[1]
        case "-":
            return args[0] - args[1]
        case "*":
            return args[0] * args[1]
        case "/":
            return args[0] / args[1]
    return args[0] ** args[1]
