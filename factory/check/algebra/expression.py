r"""Read one expression, plain or LaTeX, into a small tree; never runs anything.

Promise: bounded. Text beyond the limits raises `Unreadable` with the limit's name before any
value is computed; nesting cannot exhaust the stack. Where a careful reader would doubt (`1/2x`),
it raises rather than choosing.
Not promised: every notation. Integrals and limits are not read.
"""

import re
from fractions import Fraction

from factory.check.algebra import tree
from factory.check.algebra.tree import Name, Node, Num, Op, Unreadable
from factory.check.answers import notation
from factory.check.answers.notation import ALIASES, DIGITS

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\d+\.", re.A)
_REPEATING = re.compile(
    r"(\d{0,40})\.(\d{0,40})\s?(?:\\(?:(?:overline|bar)\s?(?:\{\s?(\d{1,40})\s?\}|(\d))|dot\s?\{?(\d)\}?(?![\d\\])))"
)
_WORD = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\([A-Za-z]+)")
_TIMES = re.compile(r"\*\*?|\\(?:cdot|times|ast|bullet)(?![a-zA-Z])")
_OVER = re.compile(r"/|\\div(?![a-zA-Z])")
_MOD = re.compile(r"\\[bp]?mod(?![a-zA-Z])|mod(?![a-zA-Z])")
_CHOSEN = re.compile(r"(?:(?P<c>C)|(?P<p>[PA]))_\{?(?P<n>\w{1,6})\}?\^\{?(?P<k>\w{1,6})\}?")
_COUNTED = re.compile(r"!\d{1,4}!")
_DERIVATIVE = re.compile(
    r"\\frac\s?\{?\s?(?:d|\\partial)(?:\s?\^\s?\d)?\s?[a-z]?\s?\}?\s?\{?\s?(?:d|\\partial)\s?[a-z]|"
    r"\bd\w?/d[a-z]\b"
)
_MIXED = re.compile(
    r"(\s*)(\d+)\s?/\s?(\d+)(?![\d.!^])|\s*\\frac\s?(?:\{\s?(?P<a>\d+)\s?\}|(?P<b>\d))"
    r"\s?(?:\{\s?(?P<c>\d+)\s?\}|(?P<d>\d))",
    re.A,
)


def parse(text: str) -> Node:
    """The tree of a tidy expression; raises Unreadable."""
    broken = tree.limits(text)
    if broken:
        raise Unreadable(broken)
    if _DERIVATIVE.search(text):
        raise Unreadable("derivative")
    reader = Reader(text)
    node = reader.expression()
    reader.skip()
    if reader.at < len(text):
        raise Unreadable("not_an_expression")
    return node


class Reader:
    """Recursive descent over the text itself: LaTeX needs single characters as arguments."""

    def __init__(self, text: str):
        self.text = text
        self.at = 0
        self.depth = 0
        self.operations = 0
        self.bars = 0

    def skip(self) -> None:
        """Over blanks."""
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def peek(self) -> str:
        """The next sign, or nothing at the end."""
        self.skip()
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What the pattern finds here, read."""
        self.skip()
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def expect(self, mark: str) -> None:
        """Read this mark, or raise."""
        self.skip()
        if not self.text.startswith(mark, self.at):
            raise Unreadable("not_an_expression")
        self.at += len(mark)

    def deeper(self) -> None:
        """One level of nesting more; raises where they are too many."""
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
        """Terms with their signs, and a remainder after them."""
        self.deeper()
        node = self.term()
        while self.peek() in ("+", "-"):
            sign = self.text[self.at]
            self.at += 1
            node = self.op(sign, node, self.term())
        self.depth -= 1
        return node

    def term(self) -> Node:
        """Factors, written side by side or with a sign between them."""
        node = self.signed()
        slashed = False
        while True:
            if self.take(_TIMES):
                node = self.op("*", node, self.signed())
                slashed = False
            elif self.take(_OVER):
                node = self.op("/", node, self.signed(mixed=False))
                slashed = True
            elif self.take(_MOD):
                node = self.op("mod", node, self.signed(mixed=False))
            elif self.starts_factor():
                if slashed and not self.text[self.at - 1].isspace():
                    raise Unreadable("ambiguous_denominator")
                if self.text[self.at] in DIGITS + "." and not _COUNTED.match(
                    self.text, self.at - 1
                ):
                    raise Unreadable("adjacent_numbers")
                node = self.op("*", node, self.power())
            else:
                return node

    def starts_factor(self) -> bool:
        """Whether a factor stands here that no sign announces."""
        char = self.peek()
        if char == "|":
            return self.bars == 0
        if char == "\\":
            match = _COMMAND.match(self.text, self.at)
            return match is not None and notation.is_atom(match[1])
        return bool(char) and (char.isalnum() or char in "([{.⌊⌈")

    def signed(self, mixed: bool = True) -> Node:
        """A power with its signs."""
        signs = 0
        while self.peek() in ("+", "-"):
            signs += self.text[self.at] == "-"
            self.at += 1
        node = self.power(mixed)
        return self.op("neg", node) if signs % 2 else node

    def power(self, mixed: bool = True) -> Node:
        """An atom with what stands after it: `! ° %` and an exponent."""
        base = self.postfix(self.atom(mixed))
        if self.text.startswith("**", self.at):
            self.at += 2
        elif self.peek() == "^":
            self.at += 1
        else:
            return base
        return self.postfix(self.op("^", base, self.exponent()))

    def exponent(self) -> Node:
        """What stands after `^`."""
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
        """`! ° %` after an atom."""
        while self.peek() in ("!", "°", "%"):
            name = {"!": "!", "°": "deg", "%": "%"}[self.text[self.at]]
            node = self.op(name, node)
            self.at += 1
            if name == "!" and self.text.startswith("!", self.at):
                raise Unreadable("double_factorial")
        return node

    def atom(self, mixed: bool = True) -> Node:
        """A number, a name, a function with what it is of, or something in brackets."""
        self.deeper()
        node = self._atom(mixed)
        self.depth -= 1
        return node

    def _atom(self, mixed: bool) -> Node:
        char = self.peek()
        if char and char in DIGITS + ".":
            return self.number(mixed)
        if char in ("(", "[", "{"):
            self.at += 1
            node = self.expression()
            self.expect({"(": ")", "[": "]", "{": "}"}[char])
            return node
        if char == "|" and not self.bars:
            return self.bar()
        if char and char in "⌊⌈":
            self.at += 1
            node = self.expression()
            self.expect("⌋" if char == "⌊" else "⌉")
            return self.op("floor" if char == "⌊" else "ceil", node)
        if char == "\\":
            return self.command()
        chosen = self.take(_CHOSEN)
        if chosen:
            return self.chosen(chosen)
        match = self.take(_WORD)
        if match is None:
            raise Unreadable("not_an_expression")
        return self.word(match[0])

    def number(self, mixed: bool) -> Node:
        r"""A number as written; `2 1/3` and `0.\overline{3}` are numbers too."""
        repeating = self.take(_REPEATING)
        if repeating:
            return Num(notation.repeating(repeating))
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

    def chosen(self, match: re.Match[str]) -> Node:
        """`C_n^k` and `A_n^k`, the numbers of choices."""
        n, k = (parse(match[name]) for name in ("n", "k"))
        choices = self.op("binom", n, k)
        return choices if match["c"] else self.op("*", choices, self.op("!", k))

    def bar(self) -> Node:
        """An absolute value."""
        self.at += 1
        self.bars += 1
        node = self.expression()
        self.expect("|")
        self.bars -= 1
        return self.op("abs", node)

    def word(self, word: str) -> Node:
        """Letters: a constant, a function, or variables side by side."""
        word = ALIASES.get(word, word)
        if word in ("pi", "oo"):
            return Name(word)
        if word in tree.FUNCTIONS:
            return notation.function(self, word)
        if word in notation.LISTED and self.peek() == "(":
            return notation.listed(self, word)
        if word in ("abs", "floor", "ceil") and self.peek() == "(":
            return self.op(word, self.atom())
        if word.endswith("pi") and len(word) == 3:
            self.at -= 2
            return self.variable(word[0])
        if len(word) > 3 or word.endswith("pi"):  # a word, and nobody's product of variables
            raise Unreadable("unknown_word")
        self.at -= len(word) - 1
        return self.variable(word[0])

    def variable(self, name: str) -> Node:
        """A variable with its index and its primes, or a function of that name."""
        if self.text.startswith("_", self.at):
            self.at += 1
            name += "_" + notation.subscript(self)
        while self.text.startswith("'", self.at):
            self.at += 1
            name += "'"
        if name.rstrip("'") in ("f", "g", "h", "F", "G") and self.peek() == "(":
            return self.op(f"apply:{name}", self.atom())
        return Name({"I": "i"}.get(name, name))

    def command(self) -> Node:
        """A LaTeX command with its arguments."""
        match = self.take(_COMMAND)
        if match is None or not notation.is_atom(match[1]):
            raise Unreadable(f"unknown_command_{match[1][:20]}" if match else "not_an_expression")
        return notation.command(self, ALIASES.get(match[1], match[1]))

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
        if char and char in DIGITS:
            self.at += 1
            return Num(Fraction(int(char)))
        if char == "\\":
            return self.command()
        if char.isalpha():
            self.at += 1
            return Name(char)
        raise Unreadable("not_an_expression")
