"""Reads replies in sections: tolerant of style, strict in substance.

Promises: what comes out is a part of the reply, letter by letter, never a repair of its wording;
where a careful reader would doubt which part is meant, the reply is `garbled`, and another draw
decides. Does not promise that the text is a good problem: `eliminate` looks at that.
"""

import re
from typing import NamedTuple

from factory.errors import Rejected
from factory.stages import Unusable
from factory.stages.headers import Section, read_sections
from factory.stages.wording import (
    asks,
    asks_back,
    has_emoji,
    is_about_the_task,
    is_courtesy,
    is_in_another_language,
    refuses,
)

LONGEST = 60_000
"""Characters of a reply that are read at all; no honest reply comes near."""

_THINK = r"think|thinking|thought|thoughts|reasoning|reflection|scratchpad|analysis"
_OPENED = re.compile(rf"<(?:{_THINK})>|◁think▷", re.IGNORECASE)
_CLOSED = re.compile(rf"</(?:{_THINK})>|◁/think▷", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff"))


def visible(reply: str) -> str:
    """The reply without its thinking and without marks that nobody sees.

    Raises:
        Unusable: truncated, when the thinking never ends; empty, when nothing else is there;
            garbled, when the reply is longer than anything honest.
    """
    if len(reply) > LONGEST:
        raise Unusable("garbled", f"a reply of {len(reply):,} characters")
    text = reply.replace("\r\n", "\n")
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    if "<" in text or "◁" in text:
        text = _without_thinking(text)
    if not text.strip():
        raise Unusable("empty", "only thinking" if reply.strip() else "nothing was written")
    return text.strip("\n")


def _without_thinking(text: str) -> str:
    while (opened := _OPENED.search(text)) is not None:
        closed = _CLOSED.search(text, opened.end())
        if closed is None:
            raise Unusable("truncated", "the reply ends while it is still thinking")
        text = text[: opened.start()] + text[closed.end() :]
    # A chat template may open the thinking itself, so that only its end is in the reply.
    return text[max((end.end() for end in _CLOSED.finditer(text)), default=0) :]


def read_evolved(text: str, finish_reason: str = "stop") -> str:
    """The final problem of an evolve reply.

    Raises:
        Unusable: garbled, truncated or empty: another draw may mend it.
        Rejected: refusal, clarifying_question, cannot or teacher_declined: that was an answer.
    """
    cut_off = finish_reason != "stop"
    shown = visible(text)
    found = read_sections(shown)
    finals = [position for position, section in enumerate(found) if section.name == "final"]
    cannot = [section.body for section in found if section.name == "cannot"]
    cannot = [body for body in cannot if _bare(body) not in ("", "none", "n a", "not applicable")]
    if cannot and not any(found[position].body for position in finals):
        reason = cannot[0]
        declined = _bare(reason).startswith("teacher declined")
        raise Rejected("teacher_declined" if declined else "cannot", reason[:500])
    if not finals:
        _no_final(shown, found, cut_off)
    if cannot:
        raise Unusable("garbled", "a final problem and a reason why there is none")
    read = [
        _problem(found[position].body, followed=position + 1 < len(found)) for position in finals
    ]
    read = [problem for problem in read if problem.text]
    if not read:
        raise Unusable("truncated" if cut_off else "empty", "no final problem")
    if len({_bare(problem.text) for problem in read}) > 1:
        raise Unusable("garbled", "several final problems that differ")
    problem = read[0]
    followed = problem.followed or len(read) > 1
    if not followed and (cut_off or not _ends(problem.text)):
        raise Unusable("truncated", f"the problem ends with {problem.text[-40:]!r}")
    return problem.text


def _no_final(shown: str, found: list[Section], cut_off: bool) -> None:
    """Name why a reply without a final problem has none; always raises."""
    if cut_off:
        raise Unusable("truncated", "the reply ends before the final problem")
    if not any(section.name in ("elements", "plan", "rewrite") for section in found):
        if refuses(shown):
            raise Rejected("refusal", shown[:500])
        if asks_back(shown):
            raise Rejected("clarifying_question", shown[:500])
    raise Unusable("garbled", "no section with the final problem")


class _Problem(NamedTuple):
    text: str
    followed: bool
    """Something was written after it, so it was not cut off."""


_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"\s*(?:```|~~~)[\w+-]*\s*$")
_NOTHING = _Problem("", False)


def _problem(body: str, followed: bool) -> _Problem:
    """The problem in the body of its section: out of fences, rules, quotes, talk around it."""
    chunks: list[list[str]] = [[]]
    for line in body.split("\n"):
        if _FENCE.match(line) or _RULE.match(line):
            chunks.append([])
        else:
            chunks[-1].append(re.sub(r"^\s*>\s?", "", line) if line.lstrip()[:1] == ">" else line)
    texts = [text for lines in chunks if (text := "\n".join(lines).strip())]
    if not texts:
        return _NOTHING
    if len(texts) > 1 and _is_lead_in(texts[0]):
        del texts[0]
    for extra in texts[1:]:
        if not _is_talk(_Block(extra, 0, True), texts[0]):
            raise Unusable("garbled", f"what is {extra[:60]!r} beside the problem?")
    closed = len(texts) > 1 or (len(chunks) > 1 and not "".join(chunks[-1]).strip())
    text, cut = _without_talk(texts[0])
    return _Problem(_unwrapped(text), followed or cut or closed)


_FIGURE = re.compile(
    r"\[asy\].*?(?:\[/asy\]|\Z)|\$\$.*?\$\$|\\\[.{0,2000}?\\\]|"
    r"\\begin\{(\w+\*?)\}.{0,2000}?\\end\{\1\}",
    re.DOTALL,
)
_GAP = re.compile(r"\n\s*")
_TERMINATED = (*'.?!:。？！*)"”', "```")


class _Block(NamedTuple):
    text: str
    start: int
    apart: bool
    """After a blank line or the end of a sentence, so it need not go on from what precedes."""


def _flat(figure: re.Match[str]) -> str:
    """A figure as one line of equal length; a drawing's code is no text at all."""
    is_drawing = figure[0].startswith("[asy]")
    return "$" * len(figure[0]) if is_drawing else re.sub(r"\s", "$", figure[0])


def _blocks(text: str) -> list[_Block]:
    """The lines of a text, figures and displayed formulas whole."""
    if "\n" not in text:
        return [_Block(text, 0, True)]
    flat = _FIGURE.sub(_flat, text)
    blocks, start, apart = [], 0, True
    for gap in _GAP.finditer(flat):
        blocks.append(_Block(flat[start : gap.start()], start, apart))
        start, apart = (
            gap.end(),
            gap[0].count("\n") > 1 or flat.endswith(_TERMINATED, 0, gap.start()),
        )
    return [*blocks, _Block(flat[start:], start, apart)]


def _without_talk(text: str) -> tuple[str, bool]:
    """The problem without a lead-in before it and talk after it; whether talk was cut off."""
    blocks = _blocks(text)
    while len(blocks) > 1 and _is_lead_in(blocks[0].text):
        del blocks[0]
    first = blocks[0].text
    last = max((place for place, block in enumerate(blocks) if asks(block.text)), default=0)
    # Talk may ask too ("Would you like another one?"), and a problem never starts with talk.
    while last > 0 and _is_talk(blocks[last], first):
        last -= 1
    keep = last + 1
    for block in blocks[keep:]:
        if _is_talk(block, first):
            break
        if block.apart and not asks(block.text) and _MATH.search(block.text) is None:
            raise Unusable("garbled", f"does {block.text[:60]!r} belong to the problem?")
        keep += 1
    end = blocks[keep].start if keep < len(blocks) else len(text)
    kept, cut = _without_courtesy(text[blocks[0].start : end].strip())
    return _without_opening(kept), cut or keep < len(blocks)


_TEXT_IN_MATH = re.compile(r"\\(?:text|mbox|textrm|mathrm)\s*\{([^{}]*)\}")
_MATH = re.compile(r"\$|\\[a-zA-Z]+|\[asy\]|\d|[=<>+]|\([A-E]\)")


def _is_talk(block: _Block, problem: str) -> bool:
    """Is this block, which stands after a problem, talk about it?"""
    plain = _TEXT_IN_MATH.sub(r"\1", block.text)
    if plain.startswith("$$$"):
        return False  # a drawing, made flat
    if not block.apart and not plain[:1].isupper():
        return False
    if _QUANTITY_ASK.search(plain):
        return False  # talk behind a question in the same line is cut off by its sentence
    if has_emoji(plain) and not has_emoji(problem):
        return True
    return (
        is_courtesy(plain)
        or is_in_another_language(plain, than=problem)
        or is_about_the_task(plain)
    )


_QUANTITY_ASK = re.compile(
    r"\b(?:how (?:many|much|long|far|old|tall|fast|likely)|find|calculate|compute|determine|"
    r"what (?:is|are|was|will|fraction|percent))\b",
    re.IGNORECASE,
)


_ANNOUNCES = re.compile(
    r"\b(?:versions?|rewrite|rewritten|reworded|wording|reads|problem|question|exercise|text|"
    r"as follows|versión|problema|aufgabe)\b|[\u3400-\u9fff]",
    re.IGNORECASE,
)
_GREETS = re.compile(
    r"(?:sure|of course|certainly|okay|ok|great|absolutely|here you (?:go|are)|here it is|voici|"
    r"here (?:is|are)|here['’]s)\b[^.?!\n]{0,60}",
    re.IGNORECASE,
)


def _is_lead_in(block: str) -> bool:
    """Does this block announce the problem that follows it?"""
    block = block.strip(" *_\n\t")
    if _MATH.search(block) or block[-1:] not in (":", "：", "!", "."):
        return False
    return _ANNOUNCES.search(block) is not None or _GREETS.fullmatch(block[:-1]) is not None


_OPENING = re.compile(
    r"(?:(?:sure|of course|certainly|okay|ok|great|absolutely)\b[^.?!:\n]{0,60}[.!:,]\s*)?"
    r"(?:(?:so )?here(?:['’]s| is)\b[^.?!:\n$\d]{0,80}\b(?:problem|version|question|rewrite)\b"
    r"[^.?!:\n$\d]{0,40}:\s*)?",
    re.IGNORECASE,
)


def _without_opening(text: str) -> str:
    opening = _OPENING.match(text)
    return text[opening.end() :].lstrip() if opening and opening.end() else text


_TALK_GAP = re.compile(r"(?<=[.?!。？！…$)\]\"”*])\s+|(?<=[。？！])")


def _without_courtesy(text: str) -> tuple[str, bool]:
    """Without an offer of help in the sentences after the question; whether there was one."""
    tail = max(0, len(text) - 400)
    if not is_courtesy(text[tail:]):
        return text, False
    for gap in _TALK_GAP.finditer(text, tail):
        sentence = _TALK_GAP.split(text[gap.end() :], maxsplit=1)[0]
        if is_courtesy(sentence) and asks(text[: gap.start()]):
            return text[: gap.end()].rstrip(), True
    return text, False


_WRAPPERS = ("***", "**", "__", "*", '"', "`")


def _unwrapped(text: str) -> str:
    """Without bold, quotes or the like around the whole of it."""
    for mark in _WRAPPERS:
        size = len(mark)
        inner = text[size:-size]
        if len(text) > 2 * size and text.startswith(mark) and text.endswith(mark):
            return text if mark in inner else _unwrapped(inner.strip())
    if text[:1] == "“" and text[-1:] == "”" and "“" not in text[1:]:
        return text[1:-1].strip()
    return text


_ENDING = re.compile(
    r"(?:[.?!。？！$}\]]|\\[\])]|[.?!。？！][\s)\"'”’*_\]]+|\w\)|\w[\"”]|```|\|)$|"
    r"(?:^|\n|\\qquad|\s)\(?(?:\\text(?:bf)?\{)?\(?[A-E][).}][^\n]*$"
)
_STOPPED_SHORT = re.compile(r"(?:\.\.\.|…|,|;|\b(?:and|or|the|of|a|an|to|in|with|for|that))\s*$")


def _ends(text: str) -> bool:
    """Does the text end where a sentence or a formula ends?"""
    return _ENDING.search(text[-200:]) is not None and _STOPPED_SHORT.search(text[-40:]) is None


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
