r"""Write expressions, numbers and solutions in LaTeX: `$\frac{5+1}{2}=\boxed{3}$`.

What is written here is read back by `read_latex` as the same tree.
"""

from collections.abc import Sequence
from fractions import Fraction

from factory.symbolic.arithmetic import Binary, Call, Expression, Operand, Unary, evaluate
from factory.symbolic.graph import Graph, Step, show

LOOSE, SUM, PRODUCT, SIGN, POWER, ATOM = range(6)
"""How tightly an expression binds; `a \bmod b` stands in brackets wherever it is a part."""
DIGITS_ADDED = "Writing $S(n)$ for the sum of the digits of $n$, we have"
"""What a digit sum needs to be read at all."""


def number(value: Fraction) -> str:
    r"""The value: `12`, `-3`, `\frac{3}{4}`, `-\frac{3}{4}`."""
    if value.denominator == 1:
        return str(value.numerator)
    sign = "-" if value < 0 else ""
    return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def write(expression: Expression) -> str:
    """The expression, as mathematics sets it."""
    return _written(expression)[0]


def _written(expression: Expression) -> tuple[str, int]:
    """The text and how tightly it binds."""
    if isinstance(expression, Operand):
        value = expression.value
        binds = ATOM if value.denominator == 1 else POWER
        return number(value), SIGN if value < 0 else binds
    if isinstance(expression, Call):
        return _called(expression)
    if isinstance(expression, Unary):
        if expression.op == "%":
            return rf"{_inside(expression.of, ATOM)}\%", ATOM
        return f"-{_inside(expression.of, POWER)}", SIGN
    left, right = expression.left, expression.right
    match expression.op:
        case "+":
            return f"{_first(left, SUM)}+{_inside(right, SUM)}", SUM
        case "-":
            return f"{_first(left, SUM)}-{_inside(right, PRODUCT)}", SUM
        case "*":
            return rf"{_first(left, PRODUCT)}\cdot {_inside(right, POWER)}", PRODUCT
    if _is_fraction(left) or _is_fraction(right):
        return rf"{_first(left, PRODUCT)}\div {_inside(right, POWER)}", PRODUCT
    return rf"\frac{{{write(left)}}}{{{write(right)}}}", POWER


def _is_fraction(expression: Expression) -> bool:
    return isinstance(expression, Operand) and expression.value.denominator != 1


def _first(expression: Expression, binds: int) -> str:
    """The left side: a sign may stand there without brackets."""
    text, tight = _written(expression)
    return text if tight >= binds else _bracketed(text)


def _inside(expression: Expression, binds: int) -> str:
    """A part that must bind at least so tightly; a sign stands in brackets."""
    text, tight = _written(expression)
    return _bracketed(text) if tight < binds or text.startswith("-") else text


def _bracketed(text: str) -> str:
    return rf"\left({text}\right)" if "\\frac" in text or "\\binom" in text else f"({text})"


def _called(call: Call) -> tuple[str, int]:
    args = call.args
    match call.name:
        case "power":
            return f"{_inside(args[0], ATOM)}^{{{write(args[1])}}}", POWER
        case "factorial":
            return f"{_inside(args[0], ATOM)}!", POWER
        case "mod":
            return rf"{_inside(args[0], PRODUCT)} \bmod {_inside(args[1], POWER)}", LOOSE
        case "root":
            return rf"\sqrt{{{write(args[0])}}}", ATOM
        case "choose":
            return rf"\binom{{{write(args[0])}}}{{{write(args[1])}}}", ATOM
        case "floor":
            return rf"\left\lfloor {write(args[0])}\right\rfloor", ATOM
        case "abs":
            return f"|{write(args[0])}|", ATOM
        case "digit_sum":
            return f"S({write(args[0])})", ATOM
    name = {"gcd": r"\gcd", "lcm": r"\operatorname{lcm}"}[call.name]
    return f"{name}({', '.join(map(write, args))})", ATOM


def equation(expression: Expression, value: Fraction, *, boxed: bool = False) -> str:
    r"""`5^{2}-4\cdot 6=1`, with the value in a box where it is the answer.

    What is no more than its own value (3 over 7) is written with a sign of division, so that
    something is seen to be computed; the digits of a digit sum are shown.
    """
    left = write(expression)
    if left == number(value) and isinstance(expression, Binary):
        left = rf"{write(expression.left)}\div {write(expression.right)}"
    if isinstance(expression, Call) and expression.name == "digit_sum":
        left += _digits(expression)
    result = number(value)
    return rf"{left}=\boxed{{{result}}}" if boxed else f"{left}={result}"


def _digits(call: Call) -> str:
    of = evaluate(call.args[0])
    digits = str(of.numerator)
    power = "" if isinstance(call.args[0], Operand) else f"=S({digits})"
    return power + (f"={'+'.join(digits)}" if len(digits) > 1 else "")


def write_solution(graph: Graph) -> str:
    r"""The solution that the graph stands for, a sentence a step; the answer is in a box."""
    return "\n".join(line(graph, at) for at in range(len(graph.steps)))


def line(graph: Graph, at: int) -> str:
    """The sentence of one step."""
    step = graph.steps[at]
    shown = equation(step.expression, step.value, boxed=at == len(graph.steps) - 1)
    return told(graph, graph.steps, at, shown)


def told(graph: Graph, steps: Sequence[Step], at: int, shown: str) -> str:
    """The sentence of step `at` with its equation; one of our own where it has none."""
    sentence, expression = steps[at].sentence, steps[at].expression
    if not sentence:
        digits = isinstance(expression, Call) and expression.name == "digit_sum"
        return f"{DIGITS_ADDED if digits else 'We get'} ${shown}$."
    parts = []
    for part in sentence:
        if isinstance(part, str):
            parts.append(part)
        elif part.what == "expression":
            parts.append(shown)
        else:
            parts.append(number(show(part, graph, steps, at)))
    return "".join(parts)
