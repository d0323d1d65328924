"""Hide one number of a problem: the text with `some apples` in its place, and what asks for it.

`Mira picks 48 apples on Friday and ...` becomes `Mira picks some apples on Friday and ...`, `How
many apples does Mira pick on Friday?`, and a sentence for the number once it is known. Only clauses
of a known form are turned; the rest raises `Declined`.
"""

import re
from dataclasses import dataclass
from random import Random

from factory.symbolic.clauses import verb_at
from factory.symbolic.edits.each_one import CERTAIN, contents_of_each, price_of_each
from factory.symbolic.edits.nouns import NO_NAMES, Counted, counted, rest_of_clause, word_set
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.numerals import WORDS, find_quantities
from factory.symbolic.question import split_sentences
from factory.symbolic.words import FINITE, KINDS, PLURAL_SUBJECTS, PRONOUNS, VERBS, head_of

_LEAD = re.compile(
    r"^((?:On|In|At|During|After|Last|This|Every|Each|For|First|Then|Today|Later)"
    r"\b[^,]{0,40}, )"
)
_THERE = re.compile(r"there (are|were) $", re.IGNORECASE)
_AGAIN = re.compile(r" and (?:then |also )?([a-z]+) \$?$")
_PER = re.compile(r" (?:per|an|a|each|every)\b(?: [a-z]+)?|(?= |[.,]|$)")
_CENTS = re.compile(r"-|\s?(?:cents|%|percent|/|million|thousand|hundred|dozen)")
_SUBJECT = re.compile(
    r"(?:[A-Z][a-z]+(?: and [A-Z][a-z]+)?|(?:Mr|Mrs|Ms|Dr)\. [A-Z][a-z]+"
    r"|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ee]ach|[Ee]very|[A-Z][a-z]+'s)"
    r"(?: [a-z]+){1,3}?(?: (?:of|for|in|at) (?:the |a )?[a-z]+)?|[Hh]e|[Ss]he|[Tt]hey)"
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A problem's text without one of its numbers."""

    text: str
    """The whole text, the number replaced."""
    ask: str
    """The question for the number."""
    told: str
    """A sentence for the number, with `@` (or `$@`) where it stands."""
    name: str
    """The number as a thing that can be equal to another: `the number of apples that ...`."""
    money: bool
    noun: str
    """What is counted, or empty for money."""
    silent: bool
    """Whether the sentence said nothing else and was left out."""


def hide(graph: Graph, index: int, rng: Random) -> Hidden:
    """The text without the quantity of the index.

    Raises:
        Declined: when the clause around the number is of no known form.
    """
    quantity = graph.quantities[index]
    text = graph.question
    money = text[: quantity.start].endswith("$")
    if quantity.kind not in ("int", "decimal", "word") or quantity.value < 2:
        raise Declined("no_hiding", "the number cannot be left out")
    if quantity.kind == "decimal" and not money:
        raise Declined("no_hiding", "the number cannot be left out")
    start, sentence = _sentence_at(text, quantity.start)
    at = quantity.start - start - money
    before, after = sentence[:at], sentence[quantity.end - start :]
    if _CENTS.match(after) or (money and re.match(r" [a-z]+s\b|,\d", after)):
        raise Declined("no_hiding", "the number has another unit")
    if re.search(r"\bif\b|[:;\"(]", sentence) or sentence.endswith("?"):
        raise Declined("no_hiding", "the number stands in a condition or a question")
    noun = None if money else _noun(after)
    rest = after if noun is None else after[noun.end :]
    forms = price_of_each(before, after) if noun is None else contents_of_each(before, noun, rest)
    if forms is None:
        clause = _clause(before, after, noun, money)
        if _repeated(text, clause) or _unclear(text, clause.subject):
            raise Declined("no_hiding", "the question would fit two numbers or persons")
        forms = clause.forms(text, rng)
    some, ask, told, name = forms
    if text.count(ask[4:-1]) or (name in text):
        raise Declined("no_hiding", "the text asks for it or tells it already")
    silent = _says_nothing(graph, index, start, sentence, text[:start])
    told_of = "" if silent else f"{before}{some}{rest}"
    whole = f"{text[:start]}{told_of}{text[start + len(sentence) :]}".replace("  ", " ").strip()
    return Hidden(whole, ask, told, name, money, noun.noun if noun else "", silent)


def _says_nothing(graph: Graph, index: int, start: int, sentence: str, before: str) -> bool:
    """Whether the sentence tells only the number, of somebody or something known before."""
    inside = [
        at for at, q in enumerate(graph.quantities) if start <= q.start < start + len(sentence)
    ]
    names = {m[1] for m in _NAMED.finditer(sentence) if m[1] not in NO_NAMES}
    behind = graph.question[start + len(sentence) :].lstrip()
    leans = re.match(r"(?:He|She|They|It|Then|Of|This|These|Those|That|The rest|Each)\b", behind)
    goes_on = re.search(r",| (?:and|but|while|which|who|that) ", sentence)
    new = re.search(r"\b[Aa]n? (?!(?:day|week|month|year|hour|minute)\b)[a-z]+", sentence)
    known = bool(before.strip()) and all(name in before for name in names)
    return inside == [index] and known and not leans and not goes_on and not new


def _unclear(text: str, subject: str) -> bool:
    """Whether a pronoun as the subject could mean somebody else."""
    if subject.lower() in ("it", "they"):
        return True
    names = {m[1] for m in _NAMED.finditer(text) if m[1] not in NO_NAMES}
    return subject.lower() in ("he", "she") and len(names) > 1


_NAMED = re.compile(r"\b([A-Z][a-z]+)\b")


def _sentence_at(text: str, place: int) -> tuple[int, str]:
    start = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, start)
        if place < start + len(sentence):
            return start, sentence
        start += len(sentence)
    raise Declined("no_hiding", "the number is in no sentence")


def _noun(after: str) -> Counted:
    more = " more" if after.startswith(" more ") else ""
    found = counted(after[len(more) :])
    if found is None:
        raise Declined("no_hiding", "what the number counts is not known")
    return Counted((more.strip() + " " + found.noun).strip(), found.end + len(more))


@dataclass(frozen=True, slots=True)
class _Clause:
    """Subject, verb and what stands behind the number."""

    subject: str
    verb: str
    """The verb as it stands; `are` or `were` where the subject is `there`."""
    noun: str
    """What is counted, or empty for money."""
    rest: str

    def forms(self, text: str, rng: Random) -> tuple[str, str, str, str]:
        """What stands for the number, the question, the statement and the name."""
        base, past = _base(self.verb)
        subject = self._known(base, text)
        opening = subject[0].upper() + subject[1:]
        rest = self.rest
        if base not in ("cost", "charge"):
            rest = _INDEFINITE.sub(lambda match: _definite(match, text), rest)
        known = re.sub(r" of an? ", " of the ", self.noun)
        thing = f"@ {known}" if known else "$@"
        told = f"{opening} {self.verb} {thing}{rest}."
        if self.subject == "there":
            ask = f"How many {known} {self.verb} there{rest}?"
            return f"some {self.noun}", ask, told, f"the number of {known}{rest}"
        auxiliary = "did" if past else "do" if _plural(self.subject) else "does"
        if not self.noun:
            some = "a certain amount" + ("" if base == "cost" or self.rest else " of money")
            much = "How much" if base in ("cost", "charge", "pay", "earn") else "How much money"
            ask = f"{much} {auxiliary} {subject} {base}{rest}?"
            return some, ask, told, f"the amount that {subject} {self.verb}{rest}"
        measured = KINDS.get(head_of(self.noun.partition(" of ")[0])) in _MEASURED
        some = "some" if self.noun.startswith("more ") else rng.choice(("some", CERTAIN))
        some = CERTAIN if measured or _A_RATE.match(rest) else some
        ask = f"How many {known} {auxiliary} {subject} {base}{rest}?"
        noun = known.removeprefix("more ")
        named = f"the number of {noun} that {subject} {self.verb}{rest}"
        return f"{some} {self.noun}", ask, told, named

    def _known(self, base: str, text: str) -> str:
        """The subject where it is spoken of again: `the truck` for `A truck`, `fuel` for `Fuel`."""
        subject = _lowered(self.subject)
        subject = re.sub(r" (?:in|at|on) an? [a-z]+$", "", subject)
        article, _, noun = subject.partition(" ")
        if article in ("a", "an"):
            unit = re.match(_UNITS, noun)
            generic = base in _GENERIC and (self.noun or base != "take")
            generic = generic or noun in ("child", "person", "student", "member", "visitor")
            known = (not generic and not unit) or re.search(rf"\b(?:[Tt]he {noun}|for it)\b", text)
            return f"the {noun}" if known else subject
        lower = subject.lower()
        thing = base == "cost" or re.search(rf"\b{re.escape(lower)}\b", text) is not None
        return lower if not noun and subject[:1].isupper() and thing else subject


def _clause(before: str, after: str, noun: Counted | None, money: bool) -> _Clause:
    if re.match(r"(?:In all|In total|Altogether)\b", before) or re.match(r" total\b", after):
        raise Declined("no_hiding", "the sentence tells a total")
    there = _THERE.search(before)
    lead = _LEAD.match(before)
    opening = before[lead.end() :] if lead else before
    behind = after if noun is None else after[noun.end :]
    rest = rest_of_clause(behind)
    if rest is None:
        raise Declined("no_hiding", "another number stands in the clause")
    if rest and (also := _ALSO.match(behind[len(rest) :])) and also[1] not in FINITE:
        raise Declined("no_hiding", "the question would tell half of what it is for")
    if behind and not re.match(r"[ .,;]|$", behind):
        raise Declined("no_hiding", "something is joined to the number")
    if lead and find_quantities(lead[0]):
        raise Declined("no_hiding", "a number stands before the clause")
    tail = ""
    if lead and not _LOOSE.match(lead[1]) and " than " in f"{rest} ":
        raise Declined("no_hiding", "the question would not say when")
    if lead and not _LOOSE.match(lead[1]) and " than " not in f"{rest} ":
        tail = (
            ""
            if rest and not _DATED.match(lead[1])
            else " " + lead[1][0].lower() + lead[1][1:].rstrip(", ")
        )
    if there is not None and noun is not None and not opening[: there.start()].strip():
        return _Clause("there", there[1].lower(), noun.noun, rest + tail)
    again = _AGAIN.search(before)
    if again is not None and again[1] in FINITE and opening.count(" and ") == 1:
        subject = _leading_subject(opening)
        return _Clause(subject, again[1], noun.noun if noun else "", rest)
    words = opening.rstrip().split()
    subject, verb = " ".join(words[:-1]), words[-1] if words else ""
    if (
        not subject
        or _SUBJECT.fullmatch(subject) is None
        or subject in _NO_SUBJECTS
        or (" " in subject and _PRONOUN_IN.search(subject))
        or not _agrees(subject, verb)
    ):
        raise Declined("no_hiding", "no subject and verb stand before the number")
    if _base(verb)[0] == "put" and not re.search(r"\b(?:in|into|on|onto)\b", rest):
        raise Declined("no_hiding", "where it is put stands elsewhere")
    if noun is not None and _base(verb)[0] in ("have", "own") and _is_done(noun.noun):
        raise Declined("no_hiding", "nobody has games or hours as one has apples")
    if _RATED.search(rest) or (_RATE_LAST.search(rest) and tail):
        raise Declined("no_hiding", "the question would put a rate in the middle")
    if noun is not None and noun.noun.startswith("total "):
        raise Declined("no_hiding", "a total is no number of things")
    if re.match(r" to\b", rest) and _base(verb)[0] == "have":
        raise Declined("no_hiding", "to have to do something is another matter")
    if money and re.match(
        r" (?:an?|per|each|every) (?!(?:day|week|month|year|hour|minute)\b)", rest
    ):
        raise Declined("no_hiding", "it is the price of something that follows")
    if money and not _PER.match(after):
        raise Declined("no_hiding", "the amount belongs to something else")
    return _Clause(subject, verb, noun.noun if noun else "", rest + tail)


_ALSO = re.compile(r" and ([a-z]+)\b")
_LOOSE = re.compile(
    r"(?:For an? |First|Then|At the same|For the (?:rest|others?)|Later|Now|After|During)\b"
)
"""An opening that the question does well without."""
_DATED = re.compile(r"(?:On|In [A-Z]|Every|Each|Last|This|Today|For every|For each)\b")
_RATED = re.compile(r"^ (?:an?|per) [a-z]+ [a-z]")
_RATE_LAST = re.compile(r" (?:an?|per) (?:second|minute|hour|day|week|month|year)$")


def _is_done(noun: str) -> bool:
    """Whether the noun is of what is played, done or waited for, and not of things."""
    return KINDS.get(head_of(noun)) in ("tally", "time", "length")


_PRONOUN_IN = re.compile(r" (?:it|he|she|they)\b")
_AUXILIARIES = word_set("has have had is are was were will can does did would could must")
_NO_SUBJECTS = word_set("Each Every This That These Those All Both Some One Another Half")


def _leading_subject(opening: str) -> str:
    """The one person with whom the sentence begins."""
    words = opening.split()
    if words[0][0].isupper() and words[0].isalpha() and verb_at(words) == 1:
        subject = words[0]
        if subject.lower() not in PRONOUNS or subject in ("He", "She"):
            return subject
    raise Declined("no_hiding", "who does it is not certain")


def _agrees(subject: str, verb: str) -> bool:
    if _AUXILIARIES & set(subject.split()):
        return False
    if verb in FINITE:
        third = not FINITE[verb][1]
        return not (third and _plural(subject))
    return verb in VERBS and _plural(subject)


def _plural(subject: str) -> bool:
    return " and " in subject or subject.lower() in PLURAL_SUBJECTS


def _base(verb: str) -> tuple[str, bool]:
    return (FINITE[verb][0].base, FINITE[verb][1]) if verb in FINITE else (verb, False)


def _lowered(subject: str) -> str:
    first = subject.split(" ")[0]
    return subject[0].lower() + subject[1:] if first in _ARTICLES else subject


_A_RATE = re.compile(r" (?:an?|per|each|every) ")
_MEASURED = ("time", "length", "measure")
_ARTICLES = word_set("The A An His Her Their Each Every He She They It")
_GENERIC = word_set("hold contain cost weigh take need fit last require seat carry cover")
"""Verbs by which `a sack` stands for every sack."""
_UNITS = (
    "day|week|month|year|hour|minute|row|box|bag|pack|crate|liter|gallon|mile|kilometer|pound"
    "|kilogram|meter|gram|ounce|yard|cup|sack|carton|packet"
)
_INDEFINITE = re.compile(r"\b(in|on|at|from|into|of|to|for) (an?) ([a-z]+)")


def _definite(match: re.Match[str], text: str) -> str:
    """`in the class` for `in a class`; a unit stays `a liter`, if none has been told of."""
    preposition, article, noun = match.groups()
    told = re.search(rf"\b[Tt]he {noun}\b", text)
    kept = article if re.fullmatch(_UNITS, noun) and not told else "the"
    return f"{preposition} {kept} {noun}"


def _repeated(text: str, clause: _Clause) -> bool:
    """Whether the text tells of the same verb and noun with another number."""
    noun = clause.noun.removeprefix("more ") or r"\$"
    base, _ = _base(clause.verb)
    forms = "|".join({base, clause.verb, *(VERBS[base][1:] if base in VERBS else ())})
    pattern = rf"\b(?:{forms})\b[^.?]*?\d[^.?]*?{re.escape(noun) if clause.noun else noun}"
    if not clause.noun:
        pattern = rf"\b(?:{forms})\b[^.?]*?\$\d"
    counts = rf"\b(?:\d+|{'|'.join(WORDS)})(?: [a-z-]+)? {noun}\b" if clause.noun else r"\$\d"
    spread = any(len(re.findall(counts, s)) > 1 for s in split_sentences(text) if clause.verb in s)
    return not clause.rest and (spread or len(re.findall(pattern, text)) > 1)
