"""Does a problem tell the answer that it asks for?

Promises: a number that its problem needs is not taken for the answer (of 12,000 ordinary problems
none is). Does not promise to solve anything: an answer that is told in other words passes.
"""

import re

from factory.stages.quantities import NUMBER_WORDS, content, tokens
from factory.stages.wording import SENTENCE_END, word_set

_SAYS_ANSWER = re.compile(
    r"(?:^|[.!?(\n]\s?)\W{0,4}(?:the )?(?:final |correct )?answer"
    r"(?: is|:| would be| =)\s?:?\s?\W{0,4}\d|####\s?\d|\\boxed\{\s?-?\d[\d.,]*\}[.$\s]*$|"
    r"\(answer:",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\bhow (?:many|much)\b(.{0,400})", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ALL_OF = re.compile(r"(?<!in )\ball\b", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?=\D*\Z)")
_CLAUSE = re.compile(r"[,;:.]\s|\b(?:and|but|so|which|while)\b")
_RESULT = re.compile(
    r"(?:^|[,;.(]\s)(?:and )?(?:(?:which|this|that)(?: \w+)? (?:gives?|gave|makes?|made|leaves?|"
    r"left|adds? up to|comes? to|equals?|totals?|brings?|results? in|works? out)|"
    r"(?:so|thus|therefore|hence|meaning|which means|this means)(?: that)? (?:\w+ ){1,3}?"
    r"(?:has|have|had)|(?:for|making|giving) a total of|giving|making|leaving|totall?ing)\b",
    re.IGNORECASE,
)
_RELATIVE = word_set(
    "more less fewer than each every per times half twice double if percent some until unless "
    "as both only together another remaining rest either ago later about least most then also "
    "again now any add adds added plus extra additional higher lower longer older younger taller "
    "faster heavier wider deeper"
)
_NEGATIONS = word_set("not never without except")
_RATE = re.compile(r"\d\s?(?:%|percent|/|of\b)|\d\S* (?:\w+ )?an? \w+", re.IGNORECASE)
_ANSWER_IN_REPLY = re.compile(
    r"\banswer\b(?: is| would be| will be|:| =)\s?:?\s?\W{0,4}(\d[\d,]*(?:\.\d+)?)", re.IGNORECASE
)


def states_answer(text: str) -> str | None:
    """The words of an open statement of the answer ("The answer is 5", a box at the end)."""
    said = _SAYS_ANSWER.search(text)
    return said[0].strip() if said else None


def tells_answer(told: str, question: str, *, parent: str, reply: str | None) -> str | None:
    """How what is told before the question already contains what the question asks for."""
    asked, last = _ASKED.search(question), _LAST_NUMBER.search(told)
    if not asked or not last or _NUMBER.search(question) or _ALL_OF.search(question):
        return None
    number = tokens(last[0])[0]
    # What comes after the number may still change it, and a number of the parent is a given.
    if number in tokens(parent) or _changes_numbers(told[last.end() :] + question):
        return None
    start = max((gap.end() for gap in SENTENCE_END.finditer(told, 0, last.start())), default=0)
    sentence = told[start:]
    if _RATE.search(sentence) or told[: last.start()].endswith("/"):
        return None
    thing = content(" ".join(tokens(asked[1])[:3]))
    is_money = told[: last.start()].endswith(("$", "€", "£"))
    if is_money or thing <= _behind(told[last.start() :]):
        wanted = content(asked[1])
        others = _NUMBER.finditer(told, 0, last.start())
        alone = is_money or not any(thing <= _behind(told[one.start() :]) for one in others)
        told_it = _tells_it(sentence, number, wanted) if alone else None
        if told_it or (told_it := _tells_result(sentence, last.start() - start, wanted)):
            return told_it
    stated = _ANSWER_IN_REPLY.findall(reply or "")
    return "the reply calls it the answer" if stated and tokens(stated[-1])[0] == number else None


def _tells_it(sentence: str, number: str, wanted: frozenset[str]) -> str | None:
    """Is the number said of the very thing that is asked for ("the other 29 are yellow")?"""
    if len(wanted) < 2 or not _RELATIVE.isdisjoint(tokens(sentence)):
        return None
    pieces = [piece for piece in _CLAUSE.split(sentence) if number in tokens(piece)]
    piece = pieces[-1] if pieces else sentence
    if _NEGATIONS & (content(piece) - wanted):
        return None
    return f"tells what it asks for: {piece.strip()[:80]!r}" if wanted <= content(piece) else None


def _tells_result(sentence: str, place: int, wanted: frozenset[str]) -> str | None:
    """Is the number told as what follows ("which makes 318 in all")?"""
    result = _RESULT.search(sentence, max(0, place - 60))
    if result is None or result.start() > place:
        return None
    tail = sentence[result.start() :]
    whole = wanted & {"total", "left"} <= content(tail)
    plain = _RELATIVE.isdisjoint(tokens(tail))
    return f"tells a result: {tail.strip()[:80]!r}" if whole and plain else None


def _behind(number: str) -> frozenset[str]:
    """What a number, with which this text begins, counts."""
    return content(" ".join(tokens(number[:80])[:5]))


def _changes_numbers(text: str) -> bool:
    words = set(tokens(text))
    return not words.isdisjoint(_RELATIVE) or not words.isdisjoint(_COUNTING)


_COUNTING = frozenset(NUMBER_WORDS) - {"zero", "one"}
