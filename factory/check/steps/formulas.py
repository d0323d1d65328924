r"""Find the formulas of a step: what stands in `$ $`, `\( \)`, `\[ \]`, `align`.

Promise: linear; `$5 + $3` is money and no formula; a formula that is a lone number or plain
arithmetic is given back as prose, so that `$20\%$ of $50$ = $10$` is read as one equation.
Not promised: formulas longer than `LONGEST_FORMULA`; they are left out.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from factory.check.algebra.tree import Num
from factory.check.answers.dress import tidy
from factory.check.steps.chains import (
    GLUED_POWER,
    MOST_STATEMENTS,
    QUOTED,
    Statement,
    figures,
    statements,
)


@dataclass(slots=True)
class Formulas:
    """The prose of a step, formulas taken out or made plain, and what the formulas state."""

    prose: str
    statements: list[Statement] = field(default_factory=list)

    @property
    def numbers(self) -> list[Fraction]:
        """Every number that stands in a formula."""
        found: list[Fraction] = []
        for statement in self.statements:
            for sign in statement.sides:
                if sign.node is not None:
                    found += figures(sign.node)
        return found


_OPEN = re.compile(
    r"(?<!\\)\$\$|(?<!\\)\\\[|(?<!\\)\\\(|(?<!\\)\$|```|\[asy\]"
    r"|\\begin\{(?:align|aligned|equation|gather|gathered|eqnarray|multline|split)\*?\}"
)
_CLOSE = {"$$": "$$", r"\[": r"\]", r"\(": r"\)", "```": "```", "[asy]": "[/asy]"}
_DOLLAR = re.compile(r"(?<!\\)\$")
_MATHS = re.compile(r"\\[A-Za-z(\[]|[\^_]")
_WORDY = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{3,}\s+[A-Za-z]{2,}")
_SIMPLE = re.compile(r"[\d\s.,+\-*/()^%$]*")
_FRACTION = re.compile(r"\\frac\s?\{([\d.,\s+*/-]{1,40})\}\s?\{([\d.,\s+*/-]{1,40})\}")
_WHOLE_FRACTION = re.compile(r"(?<=\d)\s?\\frac\s?\{(\d{1,9})\}\s?\{(\d{1,9})\}")
_TIMES = re.compile(r"\\(?:cdot|times|ast)(?![a-zA-Z])")
LONGEST_FORMULA = 4_000
_CONTEXT = 60


def read_formulas(text: str) -> Formulas:
    """The formulas of one step, annotations already taken out."""
    if "\\" not in text and "$" not in text:
        return Formulas(text)
    found = Formulas("")
    prose: list[str] = []
    at = 0
    for start, end, content in _spans(text):
        before = text[max(at, start - _CONTEXT) : start]
        prose.append(text[at:start])
        at = end
        if content is None or len(found.statements) >= MOST_STATEMENTS:
            prose.append(" ; ")
            continue
        stated = statements(content, before, text[end : end + _CONTEXT])
        told = _as_prose(content, stated)
        if told is None:
            found.statements += stated
        prose.append(" ; " if told is None else f" {told} ")
    prose.append(text[at:])
    found.prose = "".join(prose)
    if "\\" in found.prose:
        found.prose = _plain_fractions(found.prose.replace(r"\dfrac", r"\frac"))
    return found


def _spans(text: str) -> list[tuple[int, int, str | None]]:
    """(start, end, content) of every formula in order; content None for code and pictures."""
    spans: list[tuple[int, int, str | None]] = []
    bracketed = r"\(" in text or r"\[" in text
    paired = bool(_MATHS.search(text)) and not bracketed
    paired = paired and len(_DOLLAR.findall(text.replace("$$", ""))) % 2 == 0
    missing: set[str] = set()
    at = 0
    while (mark := _OPEN.search(text, at)) is not None:
        opening, inside = mark[0], mark.end()
        at = inside
        closing = _CLOSE.get(opening) or opening.replace("begin", "end", 1)
        if closing in missing:
            continue
        if opening == "$":
            close = _DOLLAR.search(text, inside)
            end = close.start() if close else -1
        else:
            end = text.find(closing, inside)
        if end < 0:
            missing.add(closing)
            continue
        content = text[inside:end]
        if opening == "$" and not (paired or _is_inline(content, text[end + 1 : end + 2])):
            continue
        after = end + len(closing)
        if (
            opening in ("```", "[asy]")
            or len(content) > LONGEST_FORMULA
            or _WORDY.search(_quiet(content))
        ):
            if opening == "$" and not paired:
                continue
            spans.append((mark.start(), after, None))
        else:
            spans.append((mark.start(), after, content))
        at = after
    return spans


def _is_inline(content: str, following: str) -> bool:
    """Whether `$content$` is a formula and not two sums of money (the rule of Pandoc)."""
    if not content or content[0].isspace() or content[-1].isspace() or following.isdigit():
        return False
    return len(content) < 300


def _quiet(content: str) -> str:
    return re.sub(r"\\[a-zA-Z]{1,20}\s{0,4}\{[^{}]{0,200}\}", "", content)


def _as_prose(content: str, stated: list[Statement]) -> str | None:
    """The formula as plain text, where it is arithmetic that belongs to the sentence around it."""
    if len(stated) > 1:
        return None
    if stated:
        first = stated[0].sides[0]
        if first.text and not isinstance(first.node, Num):
            return None
    tidied = tidy(content)
    bare, plain = (
        _plainly(text) for text in (QUOTED.sub(" ", tidied), QUOTED.sub(r" \1 ", tidied))
    )
    if GLUED_POWER.search(bare):
        return None
    return plain if _SIMPLE.fullmatch(bare.replace("=", "") if stated else bare) else None


def _plainly(text: str) -> str:
    text = _plain_fractions(text.replace("¤", "$")).replace("{", "(").replace("}", ")")
    return _TIMES.sub("*", text).replace("°", "")


def _plain_fractions(text: str) -> str:
    text = _WHOLE_FRACTION.sub(r" \1/\2 ", text)
    return _FRACTION.sub(r"((\1)/(\2))", text)
