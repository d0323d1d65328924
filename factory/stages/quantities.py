"""What a problem says in numbers and content words, for comparing a text with its parent.

Promises: equal quantities come out equal however they are written (`five`, `5`, `$5$`, `5.00`).
Does not promise to parse mathematics: it is a comparison of surfaces.
"""

import re
from functools import lru_cache

from factory.stages.wording import word_set

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS: dict[str, str] = {
    **{word: str(value) for value, word in enumerate(_UNITS)},
    **{word: str(10 * value) for value, word in enumerate(_TENS, start=2)},
    **dict.fromkeys(("half", "halves", "halved", "halve"), "1/2"),
    **dict.fromkeys(("third", "thirds"), "1/3"),
    **dict.fromkeys(("quarter", "quarters", "fourth", "fourths"), "1/4"),
    **dict.fromkeys(("twice", "double", "doubled", "doubles", "couple", "pair"), "2"),
    **dict.fromkeys(("thrice", "triple", "tripled", "triples"), "3"),
    **{"quadruple": "4", "dozen": "12", "dozens": "12", "hundred": "100", "thousand": "1000"},
    **{"million": "1000000", "fifth": "1/5", "sixth": "1/6", "eighth": "1/8", "tenth": "1/10"},
}

_FRACTION = re.compile(r"\\[dt]?frac\s?\{?\s?(\d{1,9})\s?\}?\s?\{?\s?(\d{1,9})\s?\}?")
_COMMAND = re.compile(r"\\[a-zA-Z]+")
_TOKEN = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)?|\d[\d,]*(?:\.\d+)?(?:\s?/\s?\d+)?(?:(?:st|nd|rd|th)\b)?"
)


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """Words in lower case and numbers in one spelling; a LaTeX command counts as `x`."""
    if "\\" in text:
        text = _COMMAND.sub(" x ", _FRACTION.sub(r" \1/\2 ", text.replace("{,}", ",")))
    return tuple(
        [
            _number(token) if token[0].isdigit() else token
            for token in _TOKEN.findall(text.lower().replace("’", "'"))
        ]
    )


def _number(token: str) -> str:
    if token.isdigit():
        return token
    plain = token.replace(",", "").replace(" ", "")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".") if "/" not in plain else plain
    return plain


_POINTS_BACK = frozenset(("the", "these", "those", "all", "of", "first", "last", "other"))
_SMALL = frozenset(("two", "three", "four", "five", "six"))


@lru_cache(maxsize=1024)
def quantities(text: str) -> frozenset[str]:
    """The numbers in a text, without 1 and without counts that point back ("the two of them")."""
    found = set()
    words = tokens(text)
    for place, token in enumerate(words):
        if token[0].isdigit():
            if token[-1].isdigit() and token != "1":
                found.add(token)
        elif token in NUMBER_WORDS and token != "one":
            back = token in _SMALL and place and words[place - 1] in _POINTS_BACK
            if not back or words[place + 1 : place + 2] in (("times",), ("more",)):
                found.add(NUMBER_WORDS[token])
    return frozenset(found)


_STOP = word_set(
    "a an the this that these those it its he she they them him her his their theirs we us "
    "our you your i my me who whom whose which what is are was were be been being am do does "
    "did done has have had having will would can could shall should may might must of in on "
    "at by for with from to into onto out up down as than and or but so if then when while "
    "there here also both just very own such any some other another during after before "
    "about over under through between among how many much one number amount currently "
    "now s t m re ve d ll if's who's"
)
_SAME = {
    **dict.fromkeys(("altogether", "combined", "together", "overall", "all"), "total"),
    **dict.fromkeys(("remain", "remaining", "remainder", "rest", "leftover"), "left"),
    **dict.fromkeys(("fewer", "lesser"), "less"),
    **dict.fromkeys(("every", "per", "apiece"), "each"),
    **{"sold": "sell", "bought": "buy", "gave": "give", "given": "give", "took": "take"},
    **{"made": "make", "paid": "pay", "spent": "spend", "ate": "eat", "got": "get", "ran": "run"},
    **{"drove": "drive", "wrote": "write", "grew": "grow", "kept": "keep", "lost": "lose"},
    **{"found": "find", "taught": "teach", "caught": "catch", "brought": "bring", "sent": "send"},
    **{"built": "build", "children": "child", "people": "person", "men": "man", "women": "woman"},
}


def content(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems, synonyms of arithmetic made one."""
    return frozenset(
        _stem(_SAME.get(token, token))
        for token in tokens(text)
        if len(token) > 1
        and token not in _STOP
        and not token[0].isdigit()
        and token not in NUMBER_WORDS
    )


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ("ing", "ies", "ed", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


_DRESS = re.compile(
    r"[\s$*_~\"'“”‘’`;:!?]+|\\[,;:! ]|\\(?:left|right)\b|(?<!\d)[.,]|[.,](?!\d)", re.ASCII
)


@lru_cache(maxsize=1024)
def undressed(text: str) -> str:
    """The text without spaces, dollars, stress and punctuation: what a copy keeps."""
    return _DRESS.sub("", text).lower()


_FORMULA = re.compile(r"\$([^$]{1,400})\$|\\\[(.{1,400}?)\\\]|\\\((.{1,400}?)\\\)", re.DOTALL)
_OPERATION = re.compile(r"\\(?!frac|dfrac|tfrac|text|left|right|mathrm)[a-zA-Z]+|[-+*/^_=<>(]")


def formulas(text: str) -> list[str]:
    """The formulas that say more than a number, without their spaces."""
    if "\\" not in text and "^" not in text and "=" not in text:
        return []
    inner = ("".join(groups) for groups in _FORMULA.findall(text))
    return sorted("".join(one.split()) for one in inner if _OPERATION.search(one))
