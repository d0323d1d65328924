"""Texts for the fuzzer: drawn from a grammar, from hostile lists, from a corpus, then mutated."""

import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import hostile

LETTERS = "xyzabnkfgei"
UNITS = ("cm", "dollars", r"\text{ cm}", "%", r"\%", r"^\circ", "eggs", "miles per hour", "hours")
FUNCTIONS = ("sin", "cos", "tan", "ln", "log", "exp", "arctan")
WORDS = ("Evelyn", "yes", "no solution", "(A)", "B", "odd", "none", "even", "TRUE", "half")
RELATIONS = ("=", "<", ">", r"\le", r"\ge", r"\ne", "<=", "≠")
PIECES = (
    *hostile.BAITS,
    *(r"\cup", r"\cap", r"\infty", r"\pi", r"\le", r"\ge", r"\approx", r"\in", r"\ldots", r"\cdot"),
    *(r"\sum_{k=1}^{9}", r"\int_0^1", r"\binom{9}{4}", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}"),
    *("10^{9}", "!", "1e9", "999", "0.333", "1/3", "i", "e", "-1", "0", "^{-1}", "_{1}", r"\cr"),
)


def read_corpus(paths: Iterable[Path]) -> list[str]:
    """Every string that stands in these JSON-lines files, the short ones first."""
    found: dict[str, None] = {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                found |= dict.fromkeys(_strings(json.loads(line)))
    return sorted(found, key=len)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


class Maker:
    """Draws texts; the same seed and corpus give the same texts."""

    def __init__(self, rng: random.Random, corpus: list[str], canary: str):
        self.rng = rng
        self.hostile = [bomb for bombs in hostile.BOMBS.values() for bomb in bombs]
        self.hostile += hostile.payloads(canary)
        self.corpus = corpus or ["The answer is 5.", r"\boxed{\frac{1}{2}}", "2 + 3 = 5\n#### 5"]
        self.short = [text for text in self.corpus if len(text) < 200] or self.corpus

    def pair(self) -> tuple[str, str]:
        """Two answers, often alike."""
        one = self.answer_like()
        kind = self.rng.randrange(4)
        if kind == 0:
            return one, self.mutated(one)
        if kind == 1:
            return one, self.rng.choice((" {} ", "${}$", r"\boxed{{{}}}", "{}.", "x={}")).format(
                one
            )
        return one, self.answer_like()

    def answer_like(self) -> str:
        """An answer, a hostile text or a short text of the corpus, perhaps mutated."""
        kind = self.rng.randrange(8)
        if kind < 3:
            text = self.answer(self.rng.randrange(4))
        elif kind < 6:
            text = self.rng.choice(self.short)
        elif kind == 6:
            text = self.rng.choice(self.hostile)
        else:
            text = "".join(self.rng.choice(PIECES) for _ in range(self.rng.randrange(1, 30)))
        return self.mutated(text) if self.rng.random() < 0.4 else text

    def text(self) -> str:
        """A long text: a solution, a bait of up to 200,000 signs, anything."""
        kind = self.rng.randrange(10)
        if kind < 3:
            text = self.solution()
        elif kind < 6:
            text = self.rng.choice(self.corpus)
        elif kind == 6 and self.rng.random() < 0.2:
            text = self.rng.choice(hostile.SOLUTIONS)
        elif kind == 6:
            unit = "".join(self.rng.choice(PIECES) for _ in range(self.rng.randrange(1, 4)))
            length = self.rng.choice((*[300] * 6, *[3_000] * 6, 20_000, 20_000, 200_000))
            text = (unit * (length // len(unit) + 1))[:length]
        else:
            text = self.answer_like()
        return self.mutated(text) if self.rng.random() < 0.5 else text

    def solution(self) -> str:
        """Lines of steps with equations, true and false, and an answer in some form."""
        rng = self.rng
        lines = []
        for i in range(rng.randrange(1, 7)):
            a, b, sign = self.number(), self.number(), rng.choice("+-*/x^")
            c = self.number() if rng.random() < 0.7 else self.answer(1)
            shape = rng.choice(
                (
                    "Step {i}: {a} {s} {b} = {c}",
                    "She has {a}{s}{b}=<<{a}{s}{b}={c}>>{c} eggs.",
                    "{i}. So ${a} {s} {b} = {c}$ dollars, {a}% of {b} is {c}.",
                    "$$\\frac{{{a}}}{{{b}}} = {c}$$",
                    "x = {a} {s} {b} = {c} = {a}",
                    "\\[ {a}x {s} {b} = {c} \\]\n",
                    "| {a} | {b} | {c} |",
                    "{a} out of {b} are {c}, half of {a}.",
                )
            )
            lines.append(shape.format(i=i + 1, a=a, b=b, c=c, s=sign))
        ends = ("#### {}", r"\boxed{{{}}}", "The answer is {}.", "**Answer:** {}", "A: {}", "{}")
        lines.append(rng.choice(ends).format(self.answer(1)))
        return rng.choice(("\n", "\n\n", " ")).join(lines)

    def number(self) -> str:
        """A number as people write it."""
        rng = self.rng
        n = rng.choice(
            (0, 1, 2, 3, 10, 12, 100, 1_000, rng.randrange(10**6), rng.randrange(10**20))
        )
        return rng.choice(
            (
                *(
                    str(n),
                    str(n),
                    f"-{n}",
                    f"{n:,}",
                    f"{n}.{rng.randrange(1000)}",
                    f"${n}",
                    f"{n}%",
                ),
                *(f"{n}/{rng.randrange(20)}", f"{n} 1/2", rf"\frac{{{n}}}{{{rng.randrange(20)}}}"),
                f"{n}e{rng.randrange(-40, 40)}",
            )
        )

    def answer(self, depth: int) -> str:
        """An answer; `depth` bounds how far its parts nest."""
        rng = self.rng
        if depth <= 0:
            leaf = (self.number(), rng.choice(LETTERS), rng.choice(WORDS), r"\pi", r"\infty")
            return rng.choice((*leaf, leaf[0], leaf[0]))
        a, b, c = (self.answer(depth - 1 - rng.randrange(2)) for _ in range(3))
        x = rng.choice(LETTERS)
        shapes: list[Callable[[], str]] = [
            lambda: f"{a} {rng.choice('+-*/^')} {b}",
            lambda: rf"\frac{{{a}}}{{{b}}}",
            lambda: rf"{x}^{{{a}}}",
            lambda: rf"\sqrt{{{a}}}" if rng.random() < 0.7 else rf"\sqrt[{b}]{{{a}}}",
            lambda: rf"\{rng.choice(FUNCTIONS)}({a})",
            lambda: f"{rng.choice('([')}{a}, {b}{rng.choice(')]')}",
            lambda: rf"\{{{a}, {b}, {c}\}}",
            lambda: f"{a}, {b} and {c}",
            lambda: rf"({a}, {b}) \cup ({b}, {c}]",
            lambda: f"{x} {rng.choice(RELATIONS)} {a}",
            lambda: rf"{a} < {x} \le {b}",
            lambda: rf"{a} \pm {b}",
            lambda: f"{a} {rng.choice(UNITS)}",
            lambda: rf"\begin{{pmatrix}} {a} & {b} \\ {c} & {x} \end{{pmatrix}}",
            lambda: f"{a}{x}^2 + {b}{x} + {c} = 0",
            lambda: f"({a})({b})",
            lambda: f"|{a}|",
            lambda: f"{a}:{b}",
            lambda: f"{x}_{{{rng.randrange(9)}}} = {a}",
            lambda: rf"\log_{{{a}}} {b}",
            lambda: f"{a}!",
            lambda: rf"\binom{{{a}}}{{{b}}}",
            lambda: rf"{a} \text{{ or }} {b}",
        ]
        return rng.choice(shapes)()

    def mutated(self, text: str) -> str:
        """The text after one to four edits."""
        for _ in range(self.rng.randrange(1, 5)):
            text = self._edit(text)
        return text[:300_000]

    def _edit(self, text: str) -> str:
        rng = self.rng
        a, b = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
        kind = rng.randrange(10)
        if kind == 0:
            return text[:a] + text[b:]
        if kind == 1:
            return text[:b] + text[a:]
        if kind == 2:
            return text[:a] + rng.choice(PIECES) + text[a:]
        if kind == 3:
            return text[:a] + rng.choice(hostile.WILD) + text[b:]
        if kind == 4 and text:
            place = min(a, len(text) - 1)
            return text[:place] + chr(ord(text[place]) ^ 1 << rng.randrange(7)) + text[place + 1 :]
        if kind == 5:
            return text[:a] + text[a:b] * rng.choice((2, 3, 50)) + text[b:]
        if kind == 6:
            left, right = rng.choice(("()", "[]", "{}", "$$", "||", (r"\sqrt{", "}"), ("-(", ")")))
            times = rng.choice((1, 1, 2, 30))
            return text[:a] + left * times + text[a:b] + right * times + text[b:]
        if kind == 7:
            return text[:a] + rng.choice(self.hostile)[:2_000] + text[a:]
        if kind == 8:
            return text[:a] + str(rng.randrange(10 ** rng.randrange(1, 12))) + text[b:]
        return text[:a] + text[a:b][::-1] + text[b:]
