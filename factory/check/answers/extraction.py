r"""Find the final answer in a solution text.

Promise: linear time, bounded input (only the end of a very long text is read), and the rule that
fired is named. Among the explicit marks, `####`, `\boxed{}`, `The answer is`, and a last line
`A: 6`, the one that stands last in the text wins; then a text that is nothing but an answer is
that answer; then the last formulas of the last line; then the last number. Thinking blocks are
not read; a thinking block that never ends hides what follows it, since nothing in it is an answer
yet.
Not promised: that the answer is right, or well formed.
"""

import re
from collections import deque
from typing import NamedTuple

from factory.check.algebra.expression import parse
from factory.check.algebra.tree import Unreadable
from factory.check.answers.dress import LONGEST, braced, closing_brace
from factory.check.answers.kinds import Answer, Expression, Group, Relation, Words
from factory.check.answers.reading import read
from factory.check.answers.words import is_date, is_phrase

LONGEST_TEXT = 200_000
_END = 20_000
_LONGEST_ISOLATED = 400
_NOT_DELIMITER = re.compile(r"[^\s$\\()\[\]{}]")


class Extracted(NamedTuple):
    """An answer as written, and the rule that found it.

    `hashes boxed answer_is answer_line`: an explicit mark; `whole`: the text is an answer and
    nothing else; `formula number`: the last one of the text.
    """

    answer: str
    rule: str


_THINKING = ("<think>", "</think>"), ("<thinking>", "</thinking>")
_HASHES = re.compile(r"(?<!#)####(?!#)[ \t]{0,8}([^\n]{1,2000})")
_BOX = re.compile(r"\\(?:boxed|fbox)[ \t]{0,4}(?=\{)")
_ANSWER = re.compile(
    r"\b(?:answer|ans)\b[ \t*_:]{0,8}(?:(?:is|are|will be|equals|would be)\b[ \t*_]{0,8}:?|"
    r"(?<=:)|(?<=:\*\*))[ \t*_]{0,8}(?:therefore|thus|equal to)?[ \t]{0,4}",
    re.I,
)
_LINE = re.compile(
    r"(?:A|Answer|ANSWER|Final answer|Final Answer)[*_]{0,2}:[*_]{0,2}[ \t]{0,8}(\S[^\n]{0,1999})"
)
_FORMULA = re.compile(
    r"\$\$([^$]{1,2000})\$\$|\$([^$\n]{1,2000})\$(?!\d)|"
    r"(?<!\\)\\\(((?:[^\\\n]|\\[^(\n]){1,500}?)\\\)|(?<!\\)\\\[((?:[^\\]|\\[^\[]){1,1000}?)\\\]",
    re.S,
)
r"""No formula holds the beginning of another: many openers without an end cost one pass. A line
break with its distance, `\\[4pt]`, begins nothing."""
_NUMBER = re.compile(
    r"(?<![\w.])[-−]?[$€£]?(?:\d{1,3}(?:,\d{3})+|\d{1,300})(?:\.\d{1,300})?%?|(?<![\w.])[-−]?\.\d{1,300}"
)
_SENTENCE_END = re.compile(
    r"\.(?=\s+[A-Z(])|[.!?]?\s*$|(?<=\S),? (?:because|since|which|where|so|not)\b"
)
_COMMAND = re.compile(r"\\[A-Za-z]+")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_PROSE = re.compile(r"[A-Za-z]{2,}")
_FIGURE = re.compile(r"\d.*[-+*/^=]|\\")
_MORE = re.compile(r",?\s{0,4}(?:and|or|,)\s{0,4}(?=[$\\\d])")
_JOINT = re.compile(
    r"[\s,.;$\\()\[\]]{0,12}(?:and|or|\\text\s?\{[^{}]{0,40}\b(?:and|or)\s?\})?[\s,.;$\\()\[\]]{0,12}"
    r"(?:[A-Za-z](?:_\{?\w{1,3}\}?)?(?:\(\w\))?\s?=[\s$]{0,4})?"
)


def extract(text: str) -> Extracted | None:
    """The final answer and the rule that found it, or None where there is none."""
    text = _without_thinking(text[-LONGEST_TEXT:])[-_END:].rstrip()
    if not text:
        return None
    text = braced(text)
    marks = [
        mark for mark in (_hashes(text), _boxed(text), _answer_is(text), _answer_line(text)) if mark
    ]
    if marks:
        _, answer, rule = max(marks, key=lambda mark: mark[0])
        return Extracted(answer, rule)
    return _weakest(text)


def _without_thinking(text: str) -> str:
    for opening, closing in _THINKING:
        end = text.rfind(closing)
        if end >= 0:
            text = text[end + len(closing) :]
        start = text.find(opening)
        if start >= 0:
            text = text[:start]
    return text


Mark = tuple[int, str, str]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(deque(pattern.finditer(text), maxlen=1)), None)


def _hashes(text: str) -> Mark | None:
    last = _last(_HASHES, text)
    answer = _clean(last[1]) if last else ""
    return (last.end(), answer, "hashes") if last and answer else None


def _boxed(text: str) -> Mark | None:
    """The last box; boxes that only commas or `and` part are one answer."""
    boxes = [(match.start(), match.end()) for match in _BOX.finditer(text)][-50:]
    contents: list[str] = []
    first = end_of_all = -1
    for start, brace in reversed(boxes):
        end = closing_brace(text[: brace + LONGEST], brace)
        if end < 0:
            if contents:
                break
            end = text.find("\n", brace)  # a brace left open: the line is the answer
            end = len(text) if end < 0 else end
            line = _clean(text[brace + 1 : end].rstrip("$ }"))
            return (end, line, "boxed") if line else None
        if contents and not _JOINT.fullmatch(text, end + 1, first):
            break
        contents.insert(0, text[brace + 1 : end].strip())
        first = start
        end_of_all = max(end_of_all, end)
    answer = ", ".join(dict.fromkeys(content for content in contents if content))
    return (end_of_all, answer, "boxed") if answer else None


def _answer_is(text: str) -> Mark | None:
    last = _last(_ANSWER, text)
    if last is None:
        return None
    rest = text[last.end() : last.end() + LONGEST].lstrip(" \t")
    if not rest.strip():
        return None
    display = re.match(r"\s{0,4}(?:\$\$|\\\[)", rest)
    if display:
        formula = _FORMULA.match(rest.lstrip())
        if formula:
            return (last.end(), _formula(formula), "answer_is")
    line = rest.lstrip().split("\n", 1)[0]
    answer = _sentence(line)
    return (last.end(), answer, "answer_is") if answer else None


def _sentence(line: str) -> str:
    """What a line says: a leading formula with its unit, or all up to the sentence's end."""
    formula = _FORMULA.match(line)
    if formula and not _MORE.match(line, formula.end()):
        after = line[formula.end() : formula.end() + 40]
        unit = re.match(r"\s?(?:%|[a-z]{2,20})(?=[\s.]|$)", after)
        return _formula(formula) + (unit[0] if unit and "=" not in after else "")
    end = _SENTENCE_END.search(line)
    answer = _clean(line[: end.start()] if end else line)
    claim = answer.rsplit(" is ", 1)[-1].strip()
    return claim if claim and claim[0] in "0123456789-−$\\." else answer


def _answer_line(text: str) -> Mark | None:
    line = text.rsplit("\n", 1)[-1].strip().lstrip("*#_ ")
    match = _LINE.fullmatch(line)
    answer = _sentence(match[1]) if match else ""
    return (len(text), answer, "answer_line") if answer else None


def _is_isolated(text: str) -> bool:
    """Whether the whole text is an answer already, with nothing around it."""
    if len(text) > _LONGEST_ISOLATED or ("\n" in text and "\\begin" not in text):
        return False
    if text.count("=") > 1 and "\\begin" not in text and _LONG_WORD.search(_COMMAND.sub(" ", text)):
        return False  # a computation in words
    return bool(_NOT_DELIMITER.search(text)) and _is_answer(read(_clean(text)))


def _is_answer(answer: Answer) -> bool:
    match answer:
        case Group(items=items):
            return bool(items) and all(map(_is_answer, items))
        case Words(text=words):
            return " " not in words or is_phrase(words) or is_date(words)
        case Relation(value=None, left=left, right=right):
            return all(_is_readable(side) for side in (left, right))
        case Relation(value=value) if value is not None:
            return _is_answer(value)
        case Expression(text=text, node=None):
            return _is_readable(text)
    return True


def _is_readable(text: str) -> bool:
    if text.strip().lstrip("+-").strip() in (r"\infty", r"\ldots"):
        return True
    try:
        parse(text)
    except Unreadable as reason:
        return str(reason).startswith(("exponent_", "power_", "number_", "factorial_", "ambiguous"))
    return True


def _weakest(text: str) -> Extracted | None:
    if _is_isolated(text.strip()):
        return Extracted(_clean(text), "whole")
    line = text.rsplit("\n", 1)[-1]
    ends_display = line.strip() in (r"\]", "$$")
    last = _last(_FORMULA, text[-LONGEST:] if ends_display else line)
    if last and _formula(last):
        chained = None if ends_display else extract_formula(line)
        return Extracted(chained or _formula(last), "formula")
    bare = _clean(line)
    if (
        0 < len(bare) <= 200
        and _NOT_DELIMITER.search(bare)
        and not _PROSE.search(_COMMAND.sub(" ", bare))
        and _FIGURE.search(bare)
    ):
        return Extracted(bare, "formula")
    for candidate in (line, text):
        numbers = _NUMBER.findall(candidate)
        if numbers:
            return Extracted(numbers[-1], "number")
    return None


def extract_formula(text: str) -> str | None:
    """The last formula of a text, with those that only commas or `and` part from it."""
    found = [m for m in _FORMULA.finditer(text[-LONGEST:]) if _formula(m)][-50:]
    if not found:
        return None
    chain = [found[-1]]
    for match in reversed(found[:-1]):
        between = text[-LONGEST:][match.end() : chain[0].start()]
        if not _JOINT.fullmatch(between) or not between.strip():
            break
        chain.insert(0, match)
    return ", ".join(_formula(match) for match in chain)


def _formula(match: re.Match[str]) -> str:
    return (match[1] or match[2] or match[3] or match[4] or "").strip()


def _clean(answer: str) -> str:
    answer = answer.strip().strip("*_`").strip()
    if answer.endswith(".") and not answer.endswith(".."):
        answer = answer[:-1].rstrip()
    return answer.strip("*_`").strip()
