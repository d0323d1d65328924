r"""Read one expression, plain or LaTeX, into a small tree; never runs anything.

Promise: bounded. Text beyond the limits raises `Unreadable` with the limit's name before any
value is computed; nesting cannot exhaust the stack. Where a careful reader would doubt (`1/2x`),
it raises rather than choosing.
Not promised: every notation. Sums with bounds, integrals and limits are not read.
"""

import re
from fractions import Fraction

from factory.check import tree
from factory.check.dress import closing_brace
from factory.check.tree import Name, Node, Num, Op, Unreadable

_ALIASES = {"asin": "arcsin", "acos": "arccos", "atan": "arctan", "infinity": "oo", "infty": "oo"}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\d+\.", re.A)
_DIGITS = "0123456789"
_WORD = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_TIMES = re.compile(r"\*\*?|\\cdot(?![a-zA-Z])|\\times(?![a-zA-Z])|\\ast(?![a-zA-Z])")
_OVER = re.compile(r"/|\\div(?![a-zA-Z])")
_MIXED = re.compile(
    r"(\s*)(\d+)\s?/\s?(\d+)(?![\d.!^])|\s*\\frac\s?(?:\{(?P<a>\d+)\}|(?P<b>\d))\s?(?:\{(?P<c>\d+)\}|(?P<d>\d))",
    re.A,
)


def parse(text: str) -> Node:
    """The tree of a tidy expression; raises Unreadable."""
    broken = tree.limits(text)
    if broken:
        raise Unreadable(broken)
    reader = _Reader(text)
    node = reader.expression()
    reader.skip()
    if reader.at < len(text):
        raise Unreadable("not_an_expression")
    return node


class _Reader:
    """Recursive descent over the text itself: LaTeX needs single characters as arguments."""

    def __init__(self, text: str):
        self.text = text
        self.at = 0
        self.depth = 0
        self.operations = 0
        self.bars = 0

    def skip(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def peek(self) -> str:
        self.skip()
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        self.skip()
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def expect(self, char: str) -> None:
        if self.peek() != char:
            raise Unreadable("not_an_expression")
        self.at += 1

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > 2 * tree.DEEPEST:
            raise Unreadable("too_deep")

    def op(self, name: str, *args: Node) -> Op:
        """An operation; their number bounds the depth of the tree that others walk."""
        self.operations += 1
        if self.operations > tree.MOST_OPERATIONS:
            raise Unreadable("too_many_operations")
        return Op(name, args)

    def expression(self) -> Node:
        self.deeper()
        node = self.term()
        while self.peek() in ("+", "-"):
            sign = self.text[self.at]
            self.at += 1
            node = self.op(sign, node, self.term())
        self.depth -= 1
        return node

    def term(self) -> Node:
        node = self.signed()
        slashed = False
        while True:
            if self.take(_TIMES):
                node = self.op("*", node, self.signed())
                slashed = False
            elif self.take(_OVER):
                node = self.op("/", node, self.signed(mixed=False))
                slashed = True
            elif self.starts_factor():
                if slashed and not self.text[self.at - 1].isspace():
                    raise Unreadable("ambiguous_denominator")
                if self.text[self.at] in _DIGITS + ".":
                    raise Unreadable("adjacent_numbers")
                node = self.op("*", node, self.power())
            else:
                return node

    def starts_factor(self) -> bool:
        char = self.peek()
        if char == "|":
            return self.bars == 0
        if char == "\\":
            match = _COMMAND.match(self.text, self.at)
            return match is not None and _is_atom(match[1])
        return bool(char) and (char.isalnum() or char in "([{.")

    def signed(self, mixed: bool = True) -> Node:
        signs = 0
        while self.peek() in ("+", "-"):
            signs += self.text[self.at] == "-"
            self.at += 1
        node = self.power(mixed)
        return self.op("neg", node) if signs % 2 else node

    def power(self, mixed: bool = True) -> Node:
        base = self.postfix(self.atom(mixed))
        if self.text.startswith("**", self.at):
            self.at += 2
        elif self.peek() == "^":
            self.at += 1
        else:
            return base
        return self.postfix(self.op("^", base, self.exponent()))

    def exponent(self) -> Node:
        self.deeper()
        if self.peek() in ("+", "-"):
            node = self.signed(mixed=False)
        elif self.peek() == "{":
            node = self.argument()
            if self.peek() == "^":
                raise Unreadable("power_tower")
        else:
            node = self.power(mixed=False)
        self.depth -= 1
        return node

    def postfix(self, node: Node) -> Node:
        while self.peek() in ("!", "°", "%"):
            name = {"!": "!", "°": "deg", "%": "%"}[self.text[self.at]]
            node = self.op(name, node)
            self.at += 1
        return node

    def atom(self, mixed: bool = True) -> Node:
        self.deeper()
        node = self._atom(mixed)
        self.depth -= 1
        return node

    def _atom(self, mixed: bool) -> Node:
        char = self.peek()
        if char and char in _DIGITS + ".":
            return self.number(mixed)
        if char in ("(", "[", "{"):
            self.at += 1
            node = self.expression()
            self.expect({"(": ")", "[": "]", "{": "}"}[char])
            return node
        if char == "|" and not self.bars:
            return self.bar()
        if char == "\\":
            return self.command()
        match = self.take(_WORD)
        if match is None:
            raise Unreadable("not_an_expression")
        return self.word(match[0])

    def number(self, mixed: bool) -> Node:
        match = self.take(_NUMBER)
        if match is None:
            raise Unreadable("not_an_expression")
        value = Fraction(match[0].replace(",", ""))
        part = _MIXED.match(self.text, self.at) if value.denominator == 1 else None
        if part and (part[1] or not part[2]) and "." not in match[0]:
            if not mixed:
                raise Unreadable("ambiguous_denominator")
            self.at = part.end()
            top, bottom = (
                int(part[2] or part["a"] or part["b"]),
                int(part[3] or part["c"] or part["d"]),
            )
            if not bottom:
                raise Unreadable("division_by_zero")
            value += Fraction(top, bottom)
        return Num(value)

    def bar(self) -> Node:
        self.at += 1
        self.bars += 1
        node = self.expression()
        self.expect("|")
        self.bars -= 1
        return self.op("abs", node)

    def word(self, word: str) -> Node:
        word = _ALIASES.get(word, word)
        if word in ("pi", "oo"):
            return Name(word)
        if word in tree.FUNCTIONS:
            return self.function(word)
        if len(word) > 3 or word.endswith("pi"):  # a word, and nobody's product of variables
            raise Unreadable("unknown_word")
        self.at -= len(word) - 1
        return self.variable(word[0])

    def variable(self, name: str) -> Node:
        if self.text.startswith("_", self.at):
            self.at += 1
            name += "_" + self.subscript()
        while self.text.startswith("'", self.at):
            self.at += 1
            name += "'"
        if name in ("f", "g", "h", "F", "G") and self.peek() == "(":
            return self.op(f"apply:{name}", self.atom())
        return Name({"I": "i"}.get(name, name))

    def subscript(self) -> str:
        if self.peek() == "{":
            end = closing_brace(self.text, self.at)
            if end < 0:
                raise Unreadable("not_an_expression")
            content = self.text[self.at + 1 : end].replace(" ", "")
            self.at = end + 1
            return content
        match = self.take(re.compile(r"[A-Za-z0-9]"))
        if match is None:
            raise Unreadable("not_an_expression")
        return match[0]

    def command(self) -> Node:
        match = self.take(_COMMAND)
        if match is None or not _is_atom(match[1]):
            raise Unreadable(f"unknown_command_{match[1][:20]}" if match else "not_an_expression")
        name = _ALIASES.get(match[1], match[1])
        if name == "frac":
            return self.op("/", self.argument(), self.argument())
        if name == "binom":
            return self.op("binom", self.argument(), self.argument())
        if name in ("pi", "oo"):
            return Name(name)
        if name in tree.FUNCTIONS:
            return self.function(name)
        return self.variable(name)

    def argument(self) -> Node:
        """One LaTeX argument: a group in braces, or a single digit, letter or command."""
        self.deeper()
        node = self._argument()
        self.depth -= 1
        return node

    def _argument(self) -> Node:
        char = self.peek()
        if char == "{":
            self.at += 1
            node = self.expression()
            self.expect("}")
            return node
        if char and char in _DIGITS:
            self.at += 1
            return Num(Fraction(int(char)))
        if char == "\\":
            return self.command()
        if char.isalpha():
            self.at += 1
            return Name(char)
        raise Unreadable("not_an_expression")

    def function(self, name: str) -> Node:
        if name == "sqrt":
            return self.root()
        base: Node | None = None
        power: Node | None = None
        if name == "log" and self.peek() == "_":
            self.at += 1
            base = self.argument()
        if self.peek() == "^":
            self.at += 1
            power = self.argument() if self.peek() == "{" else self.atom(mixed=False)
            if power == Op("neg", (Num(Fraction(1)),)):
                raise Unreadable("inverse_function")
        inner = self.operand()
        node = self.op("logbase", inner, base) if base else self.op(name, inner)
        return self.op("^", node, power) if power else node

    def operand(self) -> Node:
        r"""What a function is of: brackets, or the product up to the next sign or function."""
        if self.peek() in ("(", "{", "["):
            return self.atom()
        node = self.signed()
        while self.starts_factor() and self.peek() not in ("(", "[", "{"):
            word = _COMMAND.match(self.text, self.at) or _WORD.match(self.text, self.at)
            if word and word[word.lastindex or 0] in tree.FUNCTIONS:
                break
            node = self.op("*", node, self.power())
        return node

    def root(self) -> Node:
        degree: Node = Num(Fraction(2))
        if self.peek() == "[":
            self.at += 1
            degree = self.expression()
            self.expect("]")
        inner = self.number(mixed=False) if self._plain_root() else self._radicand()
        return self.op("root", inner, degree)

    def _plain_root(self) -> bool:
        # `sqrt 12` and `√12` mean the number; `\sqrt12` is LaTeX for the square root of 1, times 2.
        latex = self.text.rfind("\\sqrt", max(0, self.at - 6), self.at + 1) >= 0
        spaced = self.text[self.at - 1 : self.at].isspace()
        return self.peek() != "" and self.peek() in _DIGITS and (spaced or not latex)

    def _radicand(self) -> Node:
        return self.atom() if self.peek() == "(" else self.argument()


def _is_atom(command: str) -> bool:
    name = _ALIASES.get(command, command)
    return name in ("frac", "binom", "pi", "oo") or name in tree.FUNCTIONS or name in tree.GREEK
