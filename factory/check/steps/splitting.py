r"""Cut a solution into steps.

Promise: joining the pieces gives the text back, character for character; no cut falls inside
`$$ … $$`, `\[ … \]`, `\( … \)`, `\begin … \end`, `[asy] … [/asy]`, a code fence or a table; a
block that never closes protects nothing; linear time.

What opens a step, first that fits: `Step i` headers, and then nothing else; lines, where the text
has annotations, a `####` line, or no more than one paragraph beside its answer; else paragraphs,
Markdown headings and the items of a numbered list. What cannot stand alone is joined to what it
belongs to: a heading or label to what follows, a lone formula, picture or table to what introduces
it, bullets and indented paragraphs to the item they explain, a sentence that goes on in small
letters to its beginning. What stands before the first `Step`
header belongs to the first step. A line that only gives the final answer (`####`, `The answer is`,
`A: 6`, a lone box) belongs to the last step: it claims nothing new, and models that score steps
are trained with the answer inside of the last one.
"""

import re
from itertools import pairwise

_HEADER = re.compile(r"[ \t>#*_]{0,8}Step[ \t]{1,3}\d{1,3}\b", re.I)
_NUMBERED = re.compile(r"[ \t]{0,3}[*_]{0,2}(\d{1,3})[.)][*_]{0,2}[ \t]")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+\S")
_ANSWER = re.compile(
    r"[ \t>#*_]{0,8}(?:####|(?:(?:so|thus|therefore|hence),?[ \t])?(?:the )?(?:final )?answer\b"
    r"[ \t*_]{0,4}(?:is\b|:)|A:[ \t]|\$?\$?\\boxed\{[^\n]{0,500}\}\$?\$?[ \t.]{0,4}$)",
    re.I,
)
_BLOCK = re.compile(
    r"(?P<toggle>```|~~~|\$\$)|(?P<open>\\\[|\\\(|\[asy\]|\\begin\{[a-zA-Z]{1,20}\*?\})"
    r"|(?P<close>\\\]|\\\)|\[/asy\]|\\end\{[a-zA-Z]{1,20}\*?\})"
)
_CLOSERS = {r"\[": r"\]", r"\(": r"\)", "[asy]": "[/asy]"}
_TABLE = re.compile(r"(?:^[ \t]{0,3}\|[^\n]*(?:\n|\Z))+", re.M)
_LABEL = re.compile(
    r"\s*(?:[ \t>#*_]{0,8}Step[ \t]{1,3}\d{1,3}[ \t:.)*_-]{0,6}"  # a bare header
    r"|#{1,6}[ \t][^\n=]{1,200}"  # a heading
    r"|(?:\d{1,3}[.)][ \t]{1,3})?(?:\*\*|__)[^\n=*]{1,200}(?:\*\*|__)[ \t:.]{0,3}"  # bold alone
    r"|[^\n=.!?]{1,60}:[*_ \t]{0,4})\s*",  # Given:
    re.I,
)
_LONE_BLOCK = re.compile(r"\s*(?:\$\$|\\\[|\\begin\{|\[asy\]|\||```)")
_GOES_ON = re.compile(r"\s*(?:where|and|or|so|which|with|for|as|if|then|but|because|since)\b")
_BULLET = re.compile(r"\s{0,4}[-*+•][ \t]|\s*(?:\$|\\\(|[(\d.]{1,12}[ \t]{0,2}[-+*/×=])")
_INDENTED = re.compile(r"(?:[ \t]{2,}|\t)\S")
_SENTENCE_END = re.compile(r"[.!?][*_\"')\]$]{0,4}\s*\Z")


def split(solution: str) -> list[str]:
    """The steps of a solution; `"".join(split(s)) == s`."""
    blocks = _blocks(solution)
    lines = _lines(solution, blocks)
    if not lines:
        return []
    starts, headed = _starts(solution, lines)
    pieces: list[str] = []
    opened = 0
    filled = False
    for i, line in enumerate(lines):
        if filled and i in starts and not _ANSWER.match(line):
            pieces.append("".join(lines[opened:i]))
            opened = i
        filled = filled or bool(line.strip())
    pieces.append("".join(lines[opened:]))
    return pieces if headed else _joined(pieces)


def _starts(solution: str, lines: list[str]) -> tuple[set[int], bool]:
    """Indexes of lines that open a step, and whether they are headers that leave no doubt."""
    headers = [i for i, line in enumerate(lines) if _HEADER.match(line)]
    if headers:
        return set(headers[1:]), True
    filled = [i for i, line in enumerate(lines) if line.strip()]
    paragraphs = {i for i in filled if i and not lines[i - 1].strip()}
    paragraphs |= {i for i in filled if _HEADING.match(lines[i]) and not _ANSWER.match(lines[i])}
    numbered = _numbered(lines)
    if "<<" in solution or "\n####" in solution:
        return set(filled), False
    if len(numbered) > 1:
        return paragraphs | set(numbered), False
    told = [i for i in paragraphs if not _ANSWER.match(lines[i])]
    return (paragraphs if told else set(filled)), False


def _numbered(lines: list[str]) -> list[int]:
    """Lines with the numbers 1, 2, 3 … of one list, or of several lists in turn."""
    found: list[int] = []
    number = 0
    for i, line in enumerate(lines):
        match = _NUMBERED.match(line)
        if match and int(match[1]) in (number + 1, 1):
            number = int(match[1])
            found.append(i)
    return found


def _joined(pieces: list[str]) -> list[str]:
    """Pieces that can stand alone: fragments go to what they belong to."""
    kept: list[str] = []
    label = ""
    for piece in pieces:
        if _LABEL.fullmatch(piece):
            label += piece
        elif kept and not label and _leans_back(piece, kept[-1]):
            kept[-1] += piece
        else:
            kept.append(label + piece)
            label = ""
    if label and kept:
        kept[-1] += label
    return kept if kept else [label]


def _leans_back(piece: str, before: str) -> bool:
    """Whether a piece belongs to the one before it."""
    if not any(char.isalnum() for char in piece[:2_000]):
        return True
    if _GOES_ON.match(piece) and not _SENTENCE_END.search(before[-40:]):
        return True
    if before.rstrip(" \t\r\n*_").endswith(":") and _BULLET.match(piece):
        return True
    if _NUMBERED.match(before) and _INDENTED.match(piece) and not _NUMBERED.match(piece):
        return True
    if not _LONE_BLOCK.match(piece):
        return False
    if not _SENTENCE_END.search(before[-40:]):
        return True  # `Similarly,` and then a formula
    rest, at = [], 0
    for start, end in _blocks(piece):
        rest.append(piece[at:start])
        at = end
    rest.append(piece[at:])
    return not any(char.isalnum() for char in "".join(rest))


def _lines(text: str, blocks: list[tuple[int, int]]) -> list[str]:
    """Lines with their ends; a protected block is one line."""
    cuts: list[int] = []
    at = 0
    for match in re.finditer("\n", text):
        while at < len(blocks) and blocks[at][1] <= match.start():
            at += 1
        if at < len(blocks) and blocks[at][0] <= match.start():
            continue
        cuts.append(match.end())
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(edges) if b > a]


def _blocks(text: str) -> list[tuple[int, int]]:
    """Spans that must stay whole, in order, none inside another."""
    spans = [(m.start(), m.end() - m[0].endswith("\n")) for m in _TABLE.finditer(text)]
    spans += _closed(text)
    spans.sort()
    outer: list[tuple[int, int]] = []
    for start, end in spans:
        if outer and start < outer[-1][1]:
            outer[-1] = (outer[-1][0], max(end, outer[-1][1]))
        else:
            outer.append((start, end))
    return outer


def _closed(text: str) -> list[tuple[int, int]]:
    """Spans from each opening mark to the mark that closes it, by a stack."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    waiting: dict[str, int] = {}
    for mark in _BLOCK.finditer(text):
        closes = mark[0] if mark["toggle"] or mark["close"] else ""
        if waiting.get(closes):
            wanted, start = "", 0
            while wanted != closes:
                wanted, start = stack.pop()
                waiting[wanted] -= 1
            spans.append((start, mark.end()))
        elif not mark["close"]:
            closer = mark["toggle"] or _CLOSERS.get(mark[0]) or mark[0].replace("begin", "end", 1)
            stack.append((closer, mark.start()))
            waiting[closer] = waiting.get(closer, 0) + 1
    return spans
