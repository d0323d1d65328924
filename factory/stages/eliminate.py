"""Eliminate: failed evolutions, recognised by their text alone, each with a reason.

Promises: a text is turned away for the first reason in `CHECKS` that holds, at no cost. Each
check is made to keep good problems, so it lets some bad ones through. Does not promise that what
passes is solvable, consistent or harder: that is measured by solving it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from factory.errors import Rejected
from factory.stages.evolve import WORDS, Operator
from factory.stages.given_away import ends_with_answer, states_answer, tells_answer
from factory.stages.kept import hardly_reworded, numbers_missing
from factory.stages.prompt_words import leaked_words
from factory.stages.quantities import (
    NUMBER_WORDS,
    content,
    formulas,
    quantities,
    tokens,
    undressed,
)
from factory.stages.salad import word_salad
from factory.stages.wording import (
    SENTENCE_END,
    asks,
    asks_back,
    has_figures,
    refuses,
    wants_value,
    wants_words,
    word_set,
)

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a text may go; wider limits keep more texts and more padding."""

    max_added_words: int = 60
    """Words more than the parent; the prompt asks for about 30."""
    max_ratio: float = 4.0
    """Words as a multiple of the parent's, where the parent has at least `ratio_from` words."""
    ratio_from: int = 20
    min_words: int = 2
    max_new_share: float = 0.12
    """Share of new content words up to which equal numbers make a text a mere rewording."""


@dataclass(frozen=True)
class Candidate:
    """A text beside its parent, with what several checks need, worked out once."""

    text: str
    parent: str
    operator: Operator
    reply: str | None = None
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words and numbers of the text."""
        return tokens(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the text."""
        return frozenset(self.words)

    @cached_property
    def quantities(self) -> frozenset[str]:
        """The numbers of the text."""
        return quantities(self.text)

    @cached_property
    def prose(self) -> str:
        """The text without the code of its drawings."""
        return _DRAWING.sub(" ", self.text) if "[asy]" in self.text else self.text

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of the text."""
        return [part for part in SENTENCE_END.split(self.prose) if part.strip()]

    @cached_property
    def asking(self) -> str:
        """The sentences that ask, as one text."""
        return " ".join(sentence for sentence in self.sentences if asks(sentence))

    @cached_property
    def question(self) -> tuple[str, str]:
        """What is told before the last question, and that question."""
        return _told_and_asked(self.sentences)


def _told_and_asked(sentences: list[str]) -> tuple[str, str]:
    *told, last = sentences or [""]
    head, comma, tail = last.rpartition(", ")
    # "If each has 6 dots, how many dots are there?" tells before it asks.
    if comma and _WH.match(tail):
        return " ".join([*told, head]), tail
    return " ".join(told), last


_DRAWING = re.compile(r"\[asy\].*?(?:\[/asy\]|\Z)", re.DOTALL)
_WH = re.compile(r"(?:how|what|which|who|find|calculate|determine|compute)\b", re.IGNORECASE)


def _empty(new: Candidate) -> str | None:
    return None if any(word[0].isalnum() for word in new.words) else "no words"


_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
    "|\t(?=imes|ext|heta|an\\b|frac|au\\b|o\\b)"
)


def _control_characters(new: Candidate) -> str | None:
    found = _CONTROL.search(new.text)
    return f"U+{ord(found[0]):04X} at {found.start()}" if found else None


def _refusal(new: Candidate) -> str | None:
    speaks = not new.quantities - {"0"} and refuses(new.text)
    return "refuses in the first person" if speaks else None


def _clarifying_question(new: Candidate) -> str | None:
    return "asks back" if not new.quantities and asks_back(new.text) else None


def _leaked_prompt(new: Candidate) -> str | None:
    task = new.operator.task
    return leaked_words(new.text, new.vocabulary, new.words, parent=new.parent, task=task)


def _copied_parent(new: Candidate) -> str | None:
    same = undressed(new.text) == undressed(new.parent)
    return "the same text but for its dress" if same else None


def _garbled(new: Candidate) -> str | None:
    text = new.text
    if "\ufffd" in text:
        return "characters that could not be decoded"
    if "```" in text or re.match(r"\s*[{\[]\s*\"", text):
        return "markup around or in the problem"
    if salad := word_salad(new.prose):
        return f"word salad: {', '.join(salad[:4])}"
    long = [sentence.strip().lower() for sentence in new.sentences if len(sentence) > 30]
    if len(long) - len(set(long)) >= 2:
        return "sentences that repeat"
    versions = _VERSION.split(text)[1:]
    if len(versions) > 1 and all("?" in version for version in versions):
        return "several versions of a problem"
    bare = text.replace("\\{", "").replace("\\}", "")
    if "\\" in text and bare.count("{") != bare.count("}"):
        return "LaTeX braces that do not match"
    return None


_VERSION = re.compile(
    r"^\W{0,4}(?:option|version|variant|problem|alternative) (?:\d|[a-d])\W{0,3}:", re.I | re.M
)
_OPENING = re.compile(
    r"\A\W{0,3}(?:please )?(?:read|think|consider|solve|look)\b[^.:\d]{0,40}[.:!]\s", re.I
)
"""Words to the reader before the problem, such as "Read carefully."."""


def _no_change(new: Candidate) -> str | None:
    if new.operator.same_answer:
        same = hardly_reworded(new.words, tokens(new.parent))
        return "hardly a word is another one" if same else None
    if new.operator.new_numbers or new.operator.adds_number:
        idle = new.quantities <= quantities(new.parent)
        return "no number that was not there" if idle else None
    if new.quantities != quantities(new.parent) or formulas(new.text) != formulas(new.parent):
        return None
    before, after = content(new.parent), content(_OPENING.sub("", new.text))
    added = after - before - {"total"}
    if len(added) > max(1, new.limits.max_new_share * len(after)):
        return None
    if (before ^ after) & _CHANGES or _asks_for_something_else(new.question[1], new.parent):
        return None
    return f"nothing new but {', '.join(sorted(added)) or 'the wording'}"


_CHANGES = word_set(
    "mor less each left averag differenc percent tim not except only without excluding never "
    "second minut hour day week month year cent dollar gram kilogram ounc pound inch foot feet "
    "yard mil meter kilometer centimeter liter gallon weekday weekend monday tuesday "
    "wednesday thursday friday saturday sunday"
)
"""Stems that change what is computed, though no number changes."""


def _asks_for_something_else(question: str, parent: str) -> bool:
    old, new = content(_told_and_asked(SENTENCE_END.split(parent.strip()))[1]), content(question)
    swapped = bool(old - new - {"total"}) and bool(new - old - {"total"})
    narrower = "total" in old - new and bool(new - old)
    return swapped or narrower or 2 * len(old & new) <= min(len(old), len(new))


def _no_question(new: Candidate) -> str | None:
    return None if asks(new.text) else "asks for nothing"


def _not_math(new: Candidate) -> str | None:
    if wants_value(new.asking):
        return None
    if wants_words(new.asking):
        return "asks for words, not for a value"
    without = not new.quantities and not wants_value(new.text) and not has_figures(new.text)
    return "no quantity anywhere" if without else None


def _answer_given_away(new: Candidate) -> str | None:
    if "answer" in new.vocabulary or "####" in new.text or "boxed" in new.text:
        said = states_answer(new.text)
        if said and not states_answer(new.parent):
            return repr(said)
    said = ends_with_answer(new.text)
    if said and not ends_with_answer(new.parent):
        return repr(said)
    # A reply that turns a problem round speaks of the old answer, which is a given now.
    reply = None if new.operator.hides_given else new.reply
    return tells_answer(*new.question, parent=new.parent, reply=reply)


_ONLY_THERE = re.compile(r"\bthan ([A-Z][a-z]+)\b")
_BARE_COMPARISON = re.compile(
    r"\b(?:has|have|had|is|are|was|were|got|gets|buys|bought|made|makes|sold|read|reads|took|"
    r"takes) (?:more|fewer|less) (?:\w+ ){0,5}than\b"
)
_EXACT_COMPARISON = re.compile(
    rf"\b(?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)}) (?:more|fewer|less)\b", re.IGNORECASE
)


def _changed_given(new: Candidate) -> str | None:
    keeps = new.operator.same_answer or new.operator.adds_number
    lost = numbers_missing(new.parent, new.text) if keeps else []
    if lost:
        return f"{', '.join(lost)} is gone"
    brought = numbers_missing(new.text, new.parent) if new.operator.same_answer else []
    return f"{', '.join(brought)} is new" if brought else None


def _lost_given(new: Candidate) -> str | None:
    told, question = new.question
    for name in _ONLY_THERE.findall(question):
        if new.text.count(name) == 1 and new.parent.count(name) > 1 and told:
            return f"nothing is told of {name}"
    compares = "than" in new.vocabulary and not new.operator.hides_given
    bare = _BARE_COMPARISON.search(told) if compares else None
    if bare and len(_EXACT_COMPARISON.findall(new.text)) < len(
        _EXACT_COMPARISON.findall(new.parent)
    ):
        return f"{bare[0]!r} no longer says by how much"
    return None


def _too_long(new: Candidate) -> str | None:
    words, before = len(new.words), len(tokens(new.parent))
    limits = new.limits
    if words - before > limits.max_added_words + new.operator.words - WORDS:
        return f"{words - before} words more than the parent"
    if words > limits.max_ratio * max(before, limits.ratio_from):
        return f"{words} words after {before}"
    return None


def _too_short(new: Candidate) -> str | None:
    count = len(new.text.split())
    return f"{count} words" if count < new.limits.min_words else None


Check = Callable[[Candidate], str | None]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("empty", _empty),
    ("control_characters", _control_characters),
    ("refusal", _refusal),
    ("clarifying_question", _clarifying_question),
    ("copied_parent", _copied_parent),
    ("leaked_prompt", _leaked_prompt),
    ("garbled", _garbled),
    ("no_change", _no_change),
    ("changed_given", _changed_given),
    ("no_question", _no_question),
    ("not_math", _not_math),
    ("answer_given_away", _answer_given_away),
    ("too_long", _too_long),
    ("lost_given", _lost_given),
    ("too_short", _too_short),
)
"""Every check in the order it is made; to add one, write it above and name it here."""


def eliminate(
    text: str,
    parent: str,
    operator: Operator,
    reply_text: str | None = None,
    limits: Limits | None = None,
) -> None:
    """Let a text pass, or turn it away.

    Raises:
        Rejected: with the name of the first check that holds.
    """
    if len(text) > _LONGEST:
        raise Rejected("too_long", f"{len(text):,} characters")
    new = Candidate(text, parent, operator, reply_text, limits or Limits())
    for reason, check in CHECKS:
        detail = check(new)
        if detail is not None:
            raise Rejected(reason, detail)
