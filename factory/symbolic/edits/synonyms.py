"""Other words for the same: pairs that fit by what stands around them, and nouns of one meaning."""

import re
from collections.abc import Iterator

from factory.symbolic.numerals import WORDS

_SYNONYMS: tuple[tuple[str, str], ...] = (
    (
        r"(\$\d[\d.]*) (?:an?) (hour|day|week|month|pound|gallon|liter|yard|kilogram|meter)\b",
        r"\1 per \2",
    ),
    (r"(\$\d[\d.]*) per (day|week|month)\b", r"\1 a \2"),
    (r"(\$\d[\d.]*) per hour\b", r"\1 an hour"),
    (r"\bEach of the (?=[a-z]+s\b)", "Every one of the "),
    (r"\bevery (day|week|month|year|morning|evening)\b", r"each \1"),
    (r"\beach (day|week|month|year|morning|evening)\b", r"every \1"),
    (r"(\$\d[\d.]*) each\b(?! [a-z])", r"\1 apiece"),
    (r"(\$\d[\d.]*) apiece\b", r"\1 each"),
    (r"\b(two|2) times as many\b", "twice as many"),
    (r"\b(\d+) times as many\b", r"\1 times as many"),
    (r"\bbuys (?=\d|an? |the |some )", "purchases "),
    (r"\bbought (?=\d|an? |the |some )", "purchased "),
    (r"\bpurchases (?=\d|an? )", "buys "),
    (r"\bpurchased (?=\d|an? )", "bought "),
    (r"\breceives (?=\$?\d)", "gets "),
    (r"\breceived (?=\$?\d)", "got "),
    (r"\bhas to (?=[a-z]+ )", "must "),
    (r"\bbegins with (?=\$?\d)", "starts with "),
    (r"\bstarts with (?=\$?\d)", "begins with "),
    (r"\bstarted with (?=\$?\d)", "began with "),
    (r"\bbegan with (?=\$?\d)", "started with "),
    (r"\bgives away (?=\d)", "donates "),
    (r"\bequally (among|between)\b", r"evenly \1"),
    (r"\bevenly (among|between)\b", r"equally \1"),
    (r"\bconsists of (?=\d)", "is made up of "),
    (r"\bis made up of (?=\d)", "consists of "),
    (r"\bafterwards\b", "after that"),
    (r"\bUnfortunately, ?", "Sadly, "),
    (r"\b([Tt])he rest of the (?=[a-z]+s (?:are|were)\b)", r"\1he remaining "),
    (r"\bfor (?=\$\d[\d.]* (?:each|apiece)\b)", "at "),
    (r"\bearns (?=\$\d)", "makes "),
    (r"\bearned (?=\$\d)", "made "),
    (r"\bwants to (?=[a-z]+ )", "would like to "),
    (r"\b(\d+) years old\b", r"\1 years of age"),
    (r"\bhas (?=\d+ (?:stamps|marbles|stickers|books|coins|postcards|dolls|puzzles)\b)", "owns "),
    (r"\btakes (\d+ (?:minutes|hours|days|weeks)) to\b", r"needs \1 to"),
    (r"\b(\d+)% of\b", r"\1 percent of"),
    (r"\b(\d+) percent of\b", r"\1% of"),
)
_COMPILED = [(re.compile(old), new) for old, new in _SYNONYMS]


def synonyms(sentence: str) -> Iterator[str]:
    """The sentence with one pair of words that mean the same, each way that fits."""
    for pattern, new in _COMPILED:
        made = pattern.sub(new, sentence, count=1)
        if made != sentence:
            yield made


_SPELLED = {int(value): word for word, value in WORDS.items() if 2 <= value <= 12}
_FIGURE = re.compile(
    r"(?<![\d$.,/-])\b([2-9]|1[0-2])(?= [a-z]{3,}\b)(?! (?:percent|times|of|a|to|p|and|cents)\b)"
)


def spelled(sentence: str) -> str | None:
    """`Lena buys 4 tickets.` -> `Lena buys four tickets.`: 2 to 12, where all can be spelled."""
    figures = re.findall(r"\d[\d.,]*", sentence)
    found = _FIGURE.findall(sentence)
    if not found or len(found) != len(figures):
        return None
    made = _FIGURE.sub(lambda m: _SPELLED[int(m[1])], sentence)
    return made[0].upper() + made[1:]


_NOUNS = (
    ("kids", "children"),
    ("children", "kids"),
    ("bikes", "bicycles"),
    ("bicycles", "bikes"),
    ("movies", "films"),
    ("films", "movies"),
    ("pupils", "students"),
    ("photos", "photographs"),
    ("photographs", "photos"),
    ("mom", "mother"),
    ("dad", "father"),
    ("grandma", "grandmother"),
    ("grandpa", "grandfather"),
    ("sofa", "couch"),
    ("TV", "television"),
    ("automobiles", "cars"),
    ("supermarket", "grocery store"),
)


def other_nouns(text: str) -> list[tuple[str, str]]:
    """Nouns of the text, each with one that means the same and does not stand there yet."""
    if re.search(r"\b(?:kids|children|mom|dad|grandma|grandpa|pupils)['\u2019]", text):
        return []
    said = set(re.findall(r"[A-Za-z]+", text))
    return [
        (old, new)
        for old, new in _NOUNS
        if old in said and not {*new.split(), old[:-1], new[:-1]} & said
    ]


_KIN = re.compile(
    r"\b(?:brother|sister|mother|father|mom|dad|friend|uncle|aunt|cousin|teacher|boss|neighbor|son"
    r"|daughter|wife|husband|grand\w+|man|woman|boy|girl|child|kid|baby|customer|student|they)s?\b",
    re.IGNORECASE,
)


def by_name(sentence: str, name: str) -> str | None:
    """`He pays with $100.` -> `Ruben pays with $100.`, where no one else is in the problem."""
    match = re.match(r"(?:He|She) (?=[a-z]+ )", sentence)
    return f"{name} {sentence[match.end() :]}" if match else None


def alone(text: str) -> bool:
    """Whether nobody is told of who could be meant by a pronoun, but for names."""
    return _KIN.search(text) is None
