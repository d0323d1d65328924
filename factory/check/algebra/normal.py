r"""The exact normal form of an expression: a ratio of two sums (`polynomials`, `ratios`).

Promise: two expressions are called equal only with proof (their difference, multiplied out, is
nothing), and `apart` only where sums have one way to be written. No decimals. Roots are the
principal ones, but the odd root of a negative number is the real one; variables are real.
Not promised: every identity. Method: rational functions are equal when `a d - b c` is zero; real
radicals of distinct squarefree products are independent over the rationals (Besicovitch 1940),
and so are powers of pi, or of e, or of one logarithm over these (Lindemann).
"""

from fractions import Fraction
from itertools import pairwise

from factory.check.algebra import counting, transcendental
from factory.check.algebra.expression import parse
from factory.check.algebra.polynomials import MOST_WORK, Algebra
from factory.check.algebra.ratios import Form, Ratios, atom, number
from factory.check.algebra.tree import FUNCTIONS, Name, Node, Num, Op, Unreadable

_CIRCULAR = frozenset(("sin", "cos", "tan", "cot", "sec", "csc"))
_LONGEST_SUM = 200
_HIGHEST_DEGREE = 9


class Normal(Ratios):
    """Builds forms that belong together."""

    def __init__(self, algebra: Algebra | None = None) -> None:
        super().__init__(algebra)
        self._bound: list[tuple[str, Form]] = []
        """Variables of sums and products that are being written out, with their values."""

    def form(self, node: Node) -> Form:
        """The form of a tree; raises Unreadable where a limit or a rule of arithmetic is broken."""
        if isinstance(node, Num):
            return number(node.value)
        if isinstance(node, Name):
            return self._name(node.name)
        if node.name in ("sum", "prod"):
            return self._series(node)
        args = [self.form(arg) for arg in node.args]
        match node.name, args:
            case "+", [a, b]:
                return self.add(a, b)
            case "-", [a, b]:
                return self.add(a, b, -1)
            case "neg", [a]:
                return self.add(number(0), a, -1)
            case "*", [a, b]:
                return self.times(a, b)
            case "/", [a, b]:
                return self.times(a, self.inverse(b))
            case "%", [a]:
                return self.times(a, number(Fraction(1, 100)))
            case "deg", [a]:
                return self.times(a, self.times(number(Fraction(1, 180)), atom("P")))
            case "^", [a, b]:
                return transcendental.general_power(self, a, b)
            case "root", [a, b]:
                return self._root(a, b)
        return self._function(node.name, args)

    def _name(self, name: str) -> Form:
        for bound, value in reversed(self._bound):
            if bound == name:
                return value
        stem, _, index = name.partition("_")
        if index and self._bound:
            return self._indexed(stem, index)
        if name == "oo":
            raise Unreadable("infinity")
        special = {"pi": "P", "e": "E[]", "i": "i"}
        return atom(special.get(name, f"v:{name}"))

    def _indexed(self, stem: str, index: str) -> Form:
        """`a_k` where k may be bound: its index is an expression like any other."""
        form = self.form(parse(index))
        value = self.rational(form)
        if value is not None and value.denominator == 1:
            return atom(f"v:{stem}_{value}")
        if not any(bound in index for bound, _ in self._bound):
            return atom(f"v:{stem}_{index}")
        return transcendental.opaque(f"{stem}_", form)

    def _root(self, radicand: Form, degree: Form) -> Form:
        """The real root of a negative number where the degree is odd, else the principal one."""
        index = self.rational(degree)
        if index is None or index == 0 or index.denominator != 1:
            raise Unreadable("root_degree")
        value = self.rational(radicand)
        exponent = 1 / index
        if index == 1:
            return radicand
        if value is not None and value < 0 and index % 2:
            positive = transcendental.general_power(self, number(-value), number(exponent))
            return self.add(number(0), positive, -1)
        return transcendental.general_power(self, radicand, number(exponent))

    def _function(self, name: str, args: list[Form]) -> Form:
        if name in _CIRCULAR:
            return transcendental.circular(self, name, args[0])
        if name in ("arcsin", "arccos", "arctan"):
            return transcendental.inverse_circular(self, name, args[0])
        if name in ("sinh", "cosh", "tanh"):
            return self._hyperbolic(name, args[0])
        match name, args:
            case "exp", [a]:
                return transcendental.exponential(self, a)
            case "ln", [a]:
                return transcendental.logarithm(self, a)
            case "log", [a]:
                return transcendental.logarithm(self, a, "l")
            case (("lg" | "logbase"), _):
                base = number(10) if name == "lg" else args[1]
                below = transcendental.logarithm(self, base)
                return self.times(transcendental.logarithm(self, args[0]), self.inverse(below))
            case "abs", [a]:
                return transcendental.absolute(self, a)
            case (("!" | "binom" | "floor" | "ceil" | "mod" | "max" | "min" | "gcd" | "lcm"), _):
                return counting.counted(self, name, args)
        if name in FUNCTIONS or name.startswith("apply:"):
            return transcendental.opaque(name, *args)
        raise Unreadable("unknown_operation")

    def _hyperbolic(self, name: str, argument: Form) -> Form:
        up = transcendental.exponential(self, argument)
        down = self.inverse(up)
        sine, cosine = self.add(up, down, -1), self.add(up, down)
        if name == "tanh":
            return self.times(sine, self.inverse(cosine))
        return self.times(sine if name == "sinh" else cosine, number(Fraction(1, 2)))

    def _series(self, node: Op) -> Form:
        """A sum or product with bounds: written out when short, else compared by its parts."""
        body, variable, low, high = node.args
        assert isinstance(variable, Name)
        if variable.name in ("pi", "e", "oo"):
            raise Unreadable("bound_variable")
        first, last = self.form(low), self._bound_of(high)
        start = self.rational(first)
        end = None if last is None else self.rational(last)
        if start is None or end is None or start.denominator != 1 or end.denominator != 1:
            if node.name == "sum" and last is not None:
                closed = self._faulhaber(body, variable.name, first, last)
                if closed is not None:
                    return closed
            return self._unwritten(node.name, body, variable, first, last)
        if end - start >= _LONGEST_SUM:
            raise Unreadable("too_many_terms")
        total = number(0 if node.name == "sum" else 1)
        for index in range(start.numerator, end.numerator + 1):
            term = self._with(variable.name, number(index), body)
            total = self.add(total, term) if node.name == "sum" else self.times(total, term)
        return total

    def _faulhaber(self, body: Node, name: str, first: Form, last: Form) -> Form | None:
        """The sum of a polynomial, by its differences at 0 (Newton's forward formula)."""
        inner = self._with(name, atom("v:#"), body)
        powers = [e for product in inner.top for bound, e in product if bound == "v:#"]
        bare = {bound for product in inner.top for bound, _ in product if "v:#" in bound}
        degree = int(max(powers, default=0))
        if inner.bottom != {(): 1} or bare - {"v:#"} or degree not in range(_HIGHEST_DEGREE):
            return None
        if any(not isinstance(e, int) or e < 0 for e in powers):
            return None
        row = [self._with(name, number(k), body) for k in range(degree + 1)]
        total = number(0)
        for order in range(degree + 1):
            for end, sign in ((self.add(last, number(1)), 1), (first, -1)):
                chosen = counting.chosen(self, end, order + 1)
                total = self.add(total, self.times(row[0], chosen), sign)
            row = [self.add(b, a, -1) for a, b in pairwise(row)]
        return total

    def _bound_of(self, high: Node) -> Form | None:
        return None if high == Name("oo") else self.form(high)

    def _unwritten(
        self, name: str, body: Node, variable: Name, first: Form, last: Form | None
    ) -> Form:
        # The bound variable is named by its depth, so that k and j say the same.
        inner = self._with(variable.name, atom(f"v:#{len(self._bound)}"), body)
        top = last if last is not None else atom("v:#oo")
        return transcendental.opaque(name, first, top, inner)

    def _with(self, name: str, value: Form, body: Node) -> Form:
        self._bound.append((name, value))
        try:
            return self.form(body)
        finally:
            self._bound.pop()


class Forms:
    """The forms of one comparison: one budget for them all, and each tree is worked out once."""

    def __init__(self, work: int = MOST_WORK) -> None:
        self.normal = Normal(Algebra(work))
        self._known: dict[Node, Form | str] = {}

    def of(self, node: Node) -> Form:
        """The form of a tree; raises Unreadable where a limit or a rule of arithmetic is broken."""
        known = self._known.get(node)
        if known is None:
            try:
                known = self.normal.form(node)
            except Unreadable as reason:
                known = str(reason)
            self._known[node] = known
        if isinstance(known, str):
            raise Unreadable(known)
        return known
