"""Tell a problem's answer as a fact, by its question or by the line with which its solution ends.

`For how many hours does Ida help?` with 6 becomes `Ida helps for 6 hours`. A sentence that leans on
the computation before it (`That leaves 6 hours`) is not taken.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factory.symbolic.clauses import clause_of
from factory.symbolic.edits.known_story import recognise
from factory.symbolic.edits.statement import state
from factory.symbolic.grammar.draws import show
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.numerals import spoken
from factory.symbolic.question import split_question, understand

_PREAMBLE = re.compile(r"((?:On average|In total|In all|Altogether|Over all), )(how .*)")
_COMES = "pass|stay|lie|stand|remain|go|went|come|came|fit|signed|live|fill|take part"
_FORMS = (
    (r"How many of ((?!them|these|those|it\b)[^,]+? (?:(?:are|were) (?!there)|(?:have|had) "
     r"(?![A-Z])|do not |did not )[^,]+)", r"@ of \1"),
    (r"How many years old is ([^,]+?)( now| today)?", r"\1 is @ years old\2"),
    (r"How many years old (will|was) ([^,]+?)( be)? ((?:in )?\d[^,]*)", r"\2 \1\3 @ years old \4"),
    (r"How many years older than ([^,]+) is ([^,]+)", r"\2 is @ years older than \1"),
    (r"How many ([a-z]+) (?:is|was) ([^,]+?) (ahead of [^,]+)", r"\2 is @ \1 \3"),
    (r"By how many ([a-z]+) is ([^,]+?) ((?:ahead of|[a-z]+er than) [^,]+)", r"\2 is @ \1 \3"),
    (r"What is (the [^,]+), in (?!dollars|percent)([a-z ]+)", r"\1 is @ \2"),
    (r"What is (the [^,]+)(?:,? in dollars)", r"\1 is $@"),
    (r"What percentage of ((?:(?!\bdo\b|\bdoes\b|\bdid\b)[^,])+)", r"@% of \1"),
    (r"By what percentage did ([^,]+) go (down|up)", r"\1 went \2 by @%"),
    (r"(?:How many dollars|How much money in dollars) (is|are|was|were) (left|paid|missing|still "
     r"missing|still needed|needed|spent|due|given)((?: [^,]+)?)", r"$@ \1 \2\3"),
    (r"(?:How many dollars|How much money in dollars) is ((?:each|the) [^,]+)", r"\1 is $@"),
    (r"How many dollars of ([^,]+) (?:are|is) left((?: [^,]+)?)", r"$@ of \1 is left\2"),
    (r"How much of ([^,]+) is left((?: [^,]+)?), in dollars", r"$@ of \1 is left\2"),
    (rf"How many ((?:more )?(?:liters|kilograms|hours|minutes|kilometers|meters) of [a-z]+ "
     rf"(?:{_COMES}|are left|were left)\b[^,]*)", r"@ \1"),
    (rf"How many ((?:more )?[a-z]+s (?:{_COMES})\b[^,]*)", r"@ \1"),
    (r"How many (more )?([a-z]+) are (left|needed|missing|used|sold)((?: [^,]+)?)",
     r"@ \1\2 are \3\4"),
    (r"How many ([a-z]+) (long|high|tall|wide) is ([^,]+?)( then| after that)?", r"\3 is @ \1 \2"),
    (r"How many ([a-z]+) does it take( until| to) ([^,]+)", r"it takes @ \1\2 \3"),
)  # fmt: skip
_ASKED = [(re.compile(f"(?:{asked})"), told) for asked, told in _FORMS]
_LASTS = re.compile(r"For how many ([a-z]+) ((?:does|do|did) [^,]+)")
_WHOLE = re.compile(r"( in total| in all| altogether)\?$")
_BROKEN = re.compile(
    r"\btakes? for \d|\b(?:need|have|had|has|needs|needed) to (?:reach|begin with) \$?\d"
    r"|\bneeds? to [a-z ]+ \d+ (?:minute|hour|day|week|month|year)s?\b"
    r"|\d [a-z]* ?up\b|\bin \$?\d[\d,.]* [a-z ]*total"
)
_LEANS = re.compile(
    r"\b(?:that|this|those|these|such|it|so|then|leaves?|rest|others?|they|them|their|both|he|she"
    r"|his|her|him|there|total|difference|together|also|again|instead|same|after that|before that"
    r"|ones?|cheaper|lower|expensive|in dollars)\b",
    re.IGNORECASE,
)
"""Words by which a sentence of a solution leans on what stands before it."""


def answer_told(graph: Graph, value: Fraction | None = None) -> str:
    """The answer as a clause that begins in lower case, but for a name; without a full stop.

    Another `value` stands in its place where one is given.

    Raises:
        Declined: when neither the question nor the solution gives such a clause.
    """
    _, question = split_question(graph.question)
    value = graph.answer if value is None else value
    whole = _WHOLE.search(question)
    asked = _WHOLE.sub("?", question)
    try:
        told = state(asked, value, understand(graph).focus)
        if _BROKEN.search(told):
            raise Declined("no_statement", "a word of the verb stands behind its object")
        return _one_sum(f"{told}{whole[1]}" if whole else told)
    except Declined as declined:
        told = _by_form(question, value) or next(_by_line(graph, value), "")
        if not told:
            raise Declined("no_statement", declined.detail) from None
        return _one_sum(told)


def _one_sum(told: str) -> str:
    """`$432 is spent`: a sum of money is one."""
    return re.sub(r"(\$\d[\d,.]*) (are|were)\b", lambda m: f"{m[1]} {_ONE[m[2]]}", told)


_ONE = {"are": "is", "were": "was"}


def supposed_by(graph: Graph) -> str:
    """What the question itself tells, as a fact: `Suppose he finds 4 more.`; mostly nothing.

    Raises:
        Declined: when it tells something, and that cannot be told apart.
    """
    _, question = split_question(graph.question)
    try:
        return understand(graph).supposed
    except Declined:
        if re.search(r"\b(?:if|would|could|assuming|given)\b|\d", question, re.IGNORECASE):
            raise
        return ""


def _by_form(question: str, value: Fraction) -> str:
    core = question.rstrip("?. ")
    before = _PREAMBLE.fullmatch(core)
    if before is not None:
        rest = _by_form(before[2][0].upper() + before[2][1:], value)
        return before[1][0].lower() + before[1][1:] + rest if rest else ""
    if re.search(r"\b(?:if|would|could)\b", core):
        return ""
    lasting = _LASTS.fullmatch(core)
    if lasting is not None:
        try:
            clause = clause_of(lasting[2].split())
        except Declined:
            return ""
        return f"{clause.text} for {spoken(value)} {lasting[1]}" if clause.text else ""
    for pattern, form in _ASKED:
        found = pattern.fullmatch(core)
        if found is not None:
            said = " ".join(found.expand(form).split())
            return said.replace("@", spoken(value, money="$@" in form))
    return ""


def _by_line(graph: Graph, value: Fraction) -> Iterator[str]:
    """The lines that the family has for the result, where they say of themselves what it is."""
    reading = recognise(graph.question)
    if reading is None:
        return
    last = reading.passages[-1]
    plot, past = last.plot, any(one.plot.ask.past for one in reading.passages)
    words = dict(last.words)
    shown = {
        name: show(value, plot.told[name], spell=False)
        for name, value in last.values.items()
        if name in plot.told
    }
    asked = _content(graph.question[reading.facts_end :])
    for line in plot.family.told_lines[plot.ask.of]:
        form = line.in_tense(past=past)
        if not {*form.names()} <= {*shown, *words} or _LEANS.search(form.text):
            continue
        if any(name in shown for name in form.names()):
            continue
        said = form.written(shown, words).rstrip(".")
        if len(_content(said) & asked) >= 2 and re.match(r"[A-Z]", said):
            number = spoken(value, money="$@" in said)
            told = said.replace("@", number)
            named = told.split(" ", 1)[0].removesuffix("'s") in {str(one) for one in words.values()}
            yield told if named else told[0].lower() + told[1:]


def _content(text: str) -> set[str]:
    """The stems of the words that mean something."""
    found = re.findall(r"[A-Za-z]+", text)
    stems = {word.lower()[:5] for word in found if len(word) > 3}
    return stems - {"many", "much", "money", "dolla"}
