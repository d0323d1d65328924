r"""Cut a solution into steps.

Promise: joining the pieces gives the text back, character for character; no cut falls inside
`$$ … $$`, `\[ … \]`, `\begin … \end` or a code fence; linear time.

What a step is, first that fits: `Step i:` headers; a numbered list (1., 2., …); lines, where the
text has annotations, a `####` line or no blank line; else paragraphs. What stands before the
first header or number belongs to the first step. A line that only gives the final answer (`####`,
`The answer is`, `A: 6`, a lone box) belongs to the last step: it claims nothing new, and models
that score steps are trained with the answer inside of the last one.
"""

import re
from itertools import pairwise

_HEADER = re.compile(r"[ \t>#*_]{0,8}Step[ \t]{1,3}\d{1,3}\b", re.I)
_NUMBERED = re.compile(r"[ \t]{0,4}[*_]{0,2}(\d{1,3})[.)][*_]{0,2}[ \t]")
_ANSWER = re.compile(
    r"[ \t>#*_]{0,8}(?:####|(?:(?:so|thus|therefore|hence),?[ \t])?(?:the )?(?:final )?answer\b"
    r"[ \t*_]{0,4}(?:is\b|:)|A:[ \t]|\$?\$?\\boxed\{[^\n]{0,500}\}\$?\$?[ \t.]{0,4}$)",
    re.I,
)
_FENCE = re.compile(
    r"```|\$\$|\\\[|\\\]|\\begin\{([a-zA-Z]{1,20}\*?)\}|\\end\{([a-zA-Z]{1,20}\*?)\}"
)


def split(solution: str) -> list[str]:
    """The steps of a solution; `"".join(split(s)) == s`."""
    lines = _lines(solution)
    if not lines:
        return []
    starts = _starts(solution, lines)
    pieces: list[list[str]] = []
    filled = False
    for i, line in enumerate(lines):
        fresh = filled and i in starts and not _ANSWER.match(line)
        if fresh or not pieces:
            pieces.append([])
        pieces[-1].append(line)
        filled = filled or bool(line.strip())
    return ["".join(piece) for piece in pieces]


def _starts(solution: str, lines: list[str]) -> set[int]:
    """Indexes of lines that open a step."""
    headers = [i for i, line in enumerate(lines) if _HEADER.match(line)]
    if headers:
        return set(headers[1:])
    numbered = _numbered(lines)
    if len(numbered) > 1:
        return set(numbered[1:])
    filled = [i for i, line in enumerate(lines) if line.strip()]
    paragraphs = {i for i in filled if i and not lines[i - 1].strip()}
    by_line = "<<" in solution or "\n####" in solution or not paragraphs
    return set(filled) if by_line else paragraphs


def _numbered(lines: list[str]) -> list[int]:
    found: list[int] = []
    for i, line in enumerate(lines):
        match = _NUMBERED.match(line)
        if match and int(match[1]) == len(found) + 1:
            found.append(i)
    return found


def _lines(text: str) -> list[str]:
    """Lines with their ends; a protected block is one line."""
    cuts: list[int] = []
    spans = _protected(text)
    at = 0
    for match in re.finditer("\n", text):
        while at < len(spans) and spans[at][1] <= match.start():
            at += 1
        if at < len(spans) and spans[at][0] <= match.start():
            continue
        cuts.append(match.end())
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(edges) if b > a]


def _protected(text: str) -> list[tuple[int, int]]:
    """Spans that must stay whole; a block that never closes protects nothing."""
    marks = list(_FENCE.finditer(text))
    closers: dict[str, list[int]] = {}
    for i, mark in enumerate(marks):
        closers.setdefault(mark[0], []).append(i)
    spans: list[tuple[int, int]] = []
    pointers = dict.fromkeys(closers, 0)
    i = 0
    while i < len(marks):
        wanted = _closer(marks[i])
        places = closers.get(wanted, []) if wanted else []
        at = pointers.get(wanted, 0)
        while at < len(places) and places[at] <= i:
            at += 1
        if wanted in pointers:
            pointers[wanted] = at
        if at < len(places):
            spans.append((marks[i].start(), marks[places[at]].end()))
            i = places[at]
        i += 1
    return spans


def _closer(mark: re.Match[str]) -> str:
    if mark[0] == r"\[":
        return r"\]"
    if mark[1]:
        return rf"\end{{{mark[1]}}}"
    return "" if mark[0] == r"\]" or mark[2] else mark[0]
