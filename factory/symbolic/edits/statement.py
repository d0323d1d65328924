"""Tell the answer of a question as a fact.

`How many apples does Mira have left?` with 60 becomes `Mira has 60 apples left`. Only what turns
without doubt is turned; the rest raises `Declined`.
"""

import re
from fractions import Fraction

from factory.symbolic.clauses import AUXILIARY, clause_of, verb_at
from factory.symbolic.edits.nouns import word_set
from factory.symbolic.graph import Declined, Focus
from factory.symbolic.numerals import spoken
from factory.symbolic.words import FINITE, KINDS, PLURAL_SUBJECTS, VERBS, head_of

_HOW = re.compile(r"\bhow (many|much)\b", re.IGNORECASE)
_TOTAL = re.compile(r"(?:^| )(in total|in all|altogether|total|combined)(?= |$)")
_MODALS = ("will", "can", "must", "should")
_TO = ("have", "need", "want", "plan", "try", "get", "go", "manage", "decide", "begin", "start")
_BE = {"is", "are", "was", "were"}


def state(question: str, value: Fraction, focus: Focus) -> str:
    """The answer as a clause that begins in lower case, but for a name; without a full stop.

    `focus` is what the question asks for, as `understand` found it.

    Raises:
        Declined: when the question is not of a form that turns into a statement without doubt.
    """
    core = re.sub(r"^How many dollars\b", "How much money", _core(question))
    core = re.sub(r",? in dollars\b,?", "", core) if focus.kind == "money" else core
    if re.search(r"\bnot\b", core):
        raise Declined("no_statement", "the question asks what is not so")
    shown = spoken(value, money=focus.kind == "money")
    if focus.kind == "money":
        return _money(core, f"${shown}", focus)
    if focus.kind == "age":
        return f"{focus.phrase} is {shown} years old"
    match = re.match(r"how many ", core, re.IGNORECASE)
    if match is None:
        raise Declined("no_statement", "the question does not ask how many")
    return _count(core[match.end() :].split(), shown)


def _core(question: str) -> str:
    """The question proper, without a condition before or behind it."""
    text = question.rstrip("?. ")
    match = _HOW.search(text)
    if match is None:
        return text
    before = text[: match.start()].strip(" ,")
    if before and not before.lower().startswith(("if ", "given ", "assuming ")):
        raise Declined("no_statement", "something stands before the question")
    core = text[match.start() :].partition(" if ")[0]
    if "," in core:
        raise Declined("no_statement", "the question has several parts")
    return core


def _count(words: list[str], shown: str) -> str:
    at = next((i for i, w in enumerate(words[:8]) if i and w.lower() in AUXILIARY), None)
    if at is None:
        return _subject(words, shown)
    noun, auxiliary, rest = " ".join(words[:at]), words[at].lower(), words[at + 1 :]
    total = _TOTAL.search(noun)
    noun = _TOTAL.sub("", noun).strip()
    also = f" {total[1]}" if total and total[1] not in ("total", "combined") else ""
    if not re.fullmatch(r"[a-z'-]+(?: [a-z'-]+){0,4}", noun):
        raise Declined("no_statement", "what is counted is not clear")
    thing = f"{shown} {noun}"
    if auxiliary in _BE:
        if rest[:1] == ["there"]:
            return " ".join(["there", auxiliary, thing, *rest[1:]]) + also
        if not rest or not re.fullmatch(r"left|[a-z]+ed|[a-z]+n|needed|sold", rest[0]):
            raise Declined("no_statement", "nothing is said of what is counted")
        return " ".join([thing, auxiliary, *rest]) + also
    if KINDS.get(head_of(noun)) == "time" and _lasts(rest):
        thing = f"for {thing}"
    if auxiliary in _MODALS:
        return _modal(auxiliary, rest, thing) + also
    if auxiliary not in ("do", "does", "did"):
        raise Declined("no_statement", "the verb is not known")
    return _told(auxiliary, rest, thing) + also


_LASTING = word_set(
    "save work live run walk drive ride swim play read study exercise sleep stay wait travel train"
)
"""What one does for some time, and not some time."""


def _lasts(rest: list[str]) -> bool:
    """Whether the verb, or the one behind its `to`, is of something that goes on for a time."""
    at = verb_at(rest)
    verbs = {rest[at], *rest[at + 2 : at + 3]} if rest[at + 1 : at + 2] == ["to"] else {rest[at]}
    return bool(_LASTING & verbs)


def _modal(auxiliary: str, rest: list[str], thing: str) -> str:
    """`must`, `Ann buy` and `6 pens` -> `Ann must buy 6 pens`."""
    at = verb_at(rest)
    if "be" in rest[: at + 1] or rest[at].lower() not in VERBS:
        raise Declined("no_statement", "the verb is not known")
    place, tail = _through(rest, at)
    return " ".join([*rest[:at], auxiliary, *tail[:place], thing, *tail[place:]])


def _subject(words: list[str], shown: str) -> str:
    """`students play chess` -> `12 students play chess`."""
    head = next((i for i, w in enumerate(words[:4]) if w.lower() in KINDS), None)
    verb = words[head + 1].lower() if head is not None and words[head + 1 :] else ""
    if verb not in VERBS and verb not in FINITE:
        raise Declined("no_statement", "no verb after what is counted")
    return " ".join([shown, *words])


def _told(auxiliary: str, rest: list[str], thing: str) -> str:
    """`does`, `Mira have left` and `60 apples` -> `Mira has 60 apples left`."""
    at = verb_at(rest)
    subject, verb = rest[:at], rest[at].lower()
    if verb not in VERBS or "to" in subject:
        raise Declined("no_statement", "the verb is not known")
    clause_of([auxiliary, *rest])
    many = " ".join(subject).lower() in PLURAL_SUBJECTS or auxiliary == "do"
    forms = VERBS[verb]
    form = forms.past if auxiliary == "did" else forms.base if many else forms.third
    place, tail = _through([form, *rest[at + 1 :]], 0, verb)
    return " ".join([*subject, *tail[:place], thing, *tail[place:]])


def _through(words: list[str], at: int, verb: str = "") -> tuple[int, list[str]]:
    """Where in the words from the verb on the object stands: behind `has to buy`."""
    tail = words[at:]
    verb = verb or tail[0]
    place = 1
    while tail[place : place + 1] == ["to"] and tail[place + 1 : place + 2] and verb in _TO:
        verb = tail[place + 1].lower()
        if verb not in VERBS:
            raise Declined("no_statement", "the verb is not known")
        place += 2
    while tail[place : place + 1] and (tail[place] in _PARTICLES or verb == "come"):
        behind = tail[place + 1 : place + 2]
        if verb == "come" and tail[place] != "to":
            break
        if behind and behind[0] not in _FOLLOW - {"this", "that", "last", "next", "each", "every"}:
            break
        place += 1
    following = tail[place : place + 1]
    if following and following[0] not in _FOLLOW:
        raise Declined("no_statement", f"'{following[0]}' stands behind the verb")
    return place, tail


_PARTICLES = word_set("in out up off away back with on")
"""Words that belong to the verb where none of their own follows: `bring in`, `end up with`."""
_FOLLOW = word_set(
    "left in on at for to with from after before during each per every now then than over "
    "away altogether total by of this that last next today tomorrow yesterday when while if still "
    "out up back combined remaining"
)
"""Words that may stand behind the verb where the amount goes: none is an object."""


def _money(core: str, shown: str, focus: Focus) -> str:
    words = core.split()
    if words[:2] and [w.lower() for w in words[:2]] == ["how", "much"]:
        rest = words[2:]
        while rest and rest[0].lower() in ("money", "in", "total", "dollars"):
            rest = rest[1:]
        auxiliary = rest[0].lower() if rest else ""
        if auxiliary in ("do", "does", "did"):
            return _told(auxiliary, rest[1:], shown)
        if auxiliary in _MODALS:
            return _modal(auxiliary, rest[1:], shown)
        if auxiliary in ("is", "was") and rest[1:2] and rest[1].lower() in ("the", "his", "her"):
            return " ".join([*rest[1:], auxiliary, shown])
        raise Declined("no_statement", "the verb is not known")
    match = re.match(
        r"(?:what (is|was|will be)|what's) (the (?:total )?(?:cost|price|bill|amount|profit|sum)"
        r"[a-z ,A-Z]*)$",
        core,
        re.IGNORECASE,
    )
    if match is None or match[2].endswith(" in dollars"):
        raise Declined("no_statement", "the question is of another form")
    return f"{match[2]} {match[1] or 'is'} {shown}"
