"""Does a problem tell the answer that it asks for?

Promises: a number that its problem needs is not taken for the answer (of 13,792 ordinary problems
none is). Does not promise to solve anything: an answer that is told in other words passes.
"""

import re

from factory.stages.quantities import NUMBER_WORDS, content, tokens
from factory.stages.wording import SENTENCE_END, asks, word_set

_BE = (
    r"(?:\s?[:=]\s?| (?:(?:should|would|must|will|ought to|has to|can only) )?be\b| is\b| was\b|"
    r" (?:(?:should|would|must|will) )?(?:equals?|comes? (?:out )?(?:to|at|as)|turns? out to be|"
    r"works? out (?:to|at|as)|amounts? to)\b| (?:is|are) equal to\b)"
    r"(?: (?:exactly|simply|just|about|then|therefore))?"
)
_N = (
    r"\s?:?\s?\W{0,4}(?:\\boxed\{)?\d[\d.,/]*(?![\d/]|\s?(?:decimal|digit|significant|place|word|"
    r"letter|time|more|less|fewer|percent of|% of|out of|of the|of a|of an|-))"
)
_SAYS_ANSWER = re.compile(
    rf"(?:^|[.!?(\n]\s?)\W{{0,4}}(?:the )?(?:final |correct |right |expected )?answer{_BE}{_N}|"
    r"####\s?\d|\\boxed\{\s?-?\d[\d.,]*\}[.$\s]*$|\(answer:",
    re.IGNORECASE,
)
_ENDS_WITH_ANSWER = re.compile(
    r"\b(?:show|prove|verify|check|confirm|demonstrate|explain|justify|see|note|remember) "
    r"(?:that|why) (?:it|this|that|(?:the|your) (?:\w+ )?(?:result|answer|total|value|number|sum|"
    rf"solution)){_BE}{_N}|"
    r"(?:\A|[(\[:;])\W{0,4}(?:(?:the|your|its) )?(?:(?:final|correct|right|expected|only|exact) )?"
    r"(?:answers?|ans|solution|results?|outcome)\b(?: (?:to|of|for) (?:this|that|the)(?: \w+)?)?"
    rf"{_BE}{_N}|"
    r"\b(?:hint|spoiler|key)\W{1,3}(?:it|this|that|the (?:\w+ )?(?:total|sum|value|number))"
    rf"{_BE}{_N}|"
    rf"\byou (?:(?:should|will|must|would) )?(?:get|find|obtain|arrive at){_N}",
    re.IGNORECASE,
)
_ONLY_ANSWER = re.compile(
    rf"\s*[(\[]?(?:(?:it|this|that){_BE}|(?:hint|spoiler|key|answer|ans|a)[.:]|=)?"
    r"[\s$(*]{0,4}\d[\d.,/]*[\s$)*.\]]{0,4}\Z",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<=[.?])[\"”)\]*]{0,3}\s+|\n+")
"""Where a sentence ends; not after a formula, as `SENTENCE_END` may."""
_WHICH_EQUALS = re.compile(
    r",? ?(?:which|this|that|it) (?:is equal to|equals|should equal|comes (?:out )?to|amounts to|"
    r"works out (?:to|at)|totals|should be)\s\W{0,3}(\d[\d,]*(?:\.\d+)?)(?: \w+){0,2}\W{0,3}\Z",
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
_PRICES = word_set("cost pric fee charg worth")
"""Stems beside which an amount is that of something else than what is asked for."""
_RATE = re.compile(r"\d\s?(?:%|percent|/|of\b)|\d\S* (?:\w+ )?an? \w+", re.IGNORECASE)
_ANSWER_IN_REPLY = re.compile(
    r"\banswer\b(?: is| would be| will be|:| =)\s?:?\s?\W{0,4}(\d[\d,]*(?:\.\d+)?)", re.IGNORECASE
)

_ANSWER = re.compile(r"\bans(?:wers?)?\b|that|hint", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:if|unless|when|example|e\.g|form|rounded?|nearest)\b", re.IGNORECASE)
_LONGEST_TAIL = 400


def states_answer(text: str) -> str | None:
    """The words of an open statement of the answer ("The answer is 5", a box at the end)."""
    said = _SAYS_ANSWER.search(text)
    return said[0].strip() if said else None


def ends_with_answer(text: str) -> str | None:
    """The words of a number that is told behind the question, as what comes out of it.

    Before its question a text may tell results ("the result is 40. What was the number?").
    """
    text = text.rstrip()
    said = _WHICH_EQUALS.search(text, max(0, len(text) - _LONGEST_TAIL))
    if said and tokens(said[1])[0] not in tokens(text[: said.start()]):
        return said[0].strip()
    _, mark, tail = text.rpartition("?")
    if not mark or not any(char.isdigit() for char in tail):
        *told, tail = _STOP.split(text)
        if not told or not asks(" ".join(told)):
            return None
    if _ONLY_ANSWER.fullmatch(tail):
        return tail.strip()
    for place, sentence in enumerate(_STOP.split(tail[-_LONGEST_TAIL:].strip())):
        said = _ENDS_WITH_ANSWER.search(sentence)
        # Facts may follow their question: "Which number is it? Double it. The result is 40."
        known = place == 0 or (said and _ANSWER.search(said[0]))
        if said and known and not _SUPPOSED.search(sentence):
            return said[0].strip()
    return None


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
    if (_NEGATIONS | _PRICES) & (content(piece) - wanted):
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
