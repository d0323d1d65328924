r"""Parse arithmetic in LaTeX (`\frac{5+1}{2}`, `3\cdot 4^{2}`, `\gcd(12, 18)`) into a tree.

A parser of our own for numbers only: a letter, an unknown command or an endless text is no
arithmetic. Nothing of the text is executed.
"""

import re
from fractions import Fraction

from factory.symbolic.arithmetic import Binary, Call, Expression, NotArithmetic, Operand, Unary
from factory.symbolic.numerals import MAX_DIGITS

MAX_LENGTH = 400
MAX_NESTING = 20

_TOKEN = re.compile(r"\d{1,3}(?:\{?,\}?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|\\[A-Za-z]+|\\.|\S")
_NO_MEANING = re.compile(
    r"\\(?:left|right|displaystyle|quad|[,;:! ])(?![A-Za-z])|\\\$|\^\{?\\circ\}?|~"
)
_LCM = re.compile(r"\\(?:operatorname|text|mathrm)\*?\{\s*(lcm|gcd)\s*\}|\\(lcm)\b")
_FRACTIONS = (r"\frac", r"\dfrac", r"\tfrac", r"\cfrac")
_BINOMIALS = (r"\binom", r"\dbinom", r"\tbinom")
_TIMES = {"*": "*", r"\cdot": "*", r"\times": "*", "/": "/", r"\div": "/"}
_STARTS = {"(", "[", "|", r"\sqrt", r"\gcd", "lcm", r"\lfloor", r"\lvert", *_FRACTIONS, *_BINOMIALS}
_CLOSES = {"(": ")", "[": "]", "|": "|", r"\lvert": r"\rvert", r"\lfloor": r"\rfloor"}


def tokens_of(text: str) -> list[str]:
    """The tokens of a formula, without spacing.

    Raises:
        NotArithmetic: when it is too long.
    """
    if len(text) > MAX_LENGTH:
        raise NotArithmetic("too long")
    text = _NO_MEANING.sub(" ", _LCM.sub(lambda m: rf" \{m[1] or m[2]} ", text))
    return [token.replace(r"\lcm", "lcm") for token in _TOKEN.findall(text)]


def tree_of(text: str) -> Expression:
    """The expression that the formula writes.

    Raises:
        NotArithmetic: when it is anything but numbers joined by known signs and functions.
    """
    parser = _Parser(tokens_of(text))
    made = parser.sum()
    if parser.at != len(parser.tokens):
        raise NotArithmetic("something follows the expression")
    return made


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, tokens: list[str]):
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        if self.take() != token:
            raise NotArithmetic(f"{token} is missing")

    def sum(self) -> Expression:
        made = self.rest()
        while self.peek() in ("+", "-"):
            made = Binary(self.take(), made, self.rest())
        return made

    def rest(self) -> Expression:
        made = self.product()
        while self.peek() == r"\bmod":
            self.take()
            made = Call("mod", (made, self.product()))
        return made

    def product(self) -> Expression:
        made = self.signed()
        while True:
            token = self.peek()
            if token in _TIMES:
                self.take()
                made = Binary(_TIMES[token], made, self.signed())
            elif self._starts(token):
                made = Binary("*", made, self.raised())
            else:
                return made

    def _starts(self, token: str) -> bool:
        """Whether a factor without a sign of multiplication begins: `3(4)`."""
        after_number = self.at > 0 and self.tokens[self.at - 1][-1].isdigit()
        if token == "|":
            return False
        return token in _STARTS or (token[:1].isdigit() and not after_number)

    def signed(self) -> Expression:
        self.deeper()
        try:
            if self.peek() == "-":
                self.take()
                return Unary("-", self.signed())
            if self.peek() == "+":
                self.take()
                return self.signed()
            return self.raised()
        finally:
            self.depth -= 1

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise NotArithmetic("nested too deep")

    def raised(self) -> Expression:
        made = self.atom()
        while self.peek() in ("!", "^", r"\%", "%"):
            token = self.take()
            if token == "!":
                made = Call("factorial", (made,))
            elif token == "^":
                made = Call("power", (made, self.argument()))
            else:
                made = Unary("%", made)
        return made

    def argument(self) -> Expression:
        """What stands in braces, or the one digit or command without any."""
        if self.peek() == "{":
            self.take()
            made = self.inner()
            self.expect("}")
            return made
        token = self.peek()
        if token[:1].isdigit() and len(token) > 1:
            self.tokens[self.at : self.at + 1] = [token[0], token[1:]]
        return self.atom()

    def inner(self) -> Expression:
        self.deeper()
        made = self.sum()
        self.depth -= 1
        return made

    def atom(self) -> Expression:
        token = self.take()
        if token[:1].isdigit() or (token[:1] == "." and len(token) > 1):
            if len(token) > MAX_DIGITS:
                raise NotArithmetic("a number with too many digits")
            return Operand(Fraction(re.sub(r"[{},]", "", token)))
        if token in _CLOSES:
            made = self.inner()
            self.expect(_CLOSES[token])
            if token in ("|", r"\lvert"):
                return Call("abs", (made,))
            return Call("floor", (made,)) if token == r"\lfloor" else made
        if token == "{":
            self.at -= 1
            return self.argument()
        if token in _FRACTIONS:
            return Binary("/", self.argument(), self.argument())
        if token in _BINOMIALS:
            return Call("choose", (self.argument(), self.argument()))
        if token == r"\sqrt" and self.peek() != "[":
            return Call("root", (self.argument(),))
        if token in (r"\gcd", "lcm"):
            return self._of_two(token.strip("\\"))
        if token == "S" and self.peek() == "(":
            self.take()
            made = self.inner()
            self.expect(")")
            return Call("digit_sum", (made,))
        raise NotArithmetic("not a number or a known sign")

    def _of_two(self, name: str) -> Expression:
        self.expect("(")
        first = self.inner()
        self.expect(",")
        second = self.inner()
        self.expect(")")
        return Call(name, (first, second))
