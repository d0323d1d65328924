"""Test items changed by rule, as a leak changes them: what decontamination has to see through.

Nothing here is taken from the masks that decontamination uses: the names, number words and
wordings are its own, most of them in no list of `factory.dedup`. Deterministic by seed.
"""

import random
import re

NAMES = (
    *("Xóchitl", "Oluwaseun", "Þórdís", "Nguyễn", "D'Andre", "Jean-Luc", "DeShawn", "McKinley"),
    *("Siobhán", "O'Shea", "Wŏn-ho", "Zbigniew", "Aaliyah-Rose", "Mehmet Ali", "van Dijk", "李雷"),
    *("Ludmila", "Tunde", "Iñaki", "Håkon", "Quetzal", "Bao", "ReneeAnn", "Old Tom", "J.T."),
)
NUMBERS = (
    *("a score of", "umpteen", "forty-two", "seventy-seven", "ninety-one", "two hundred and six"),
    *("XIV", "2.75", "1/8", "3 1/2", "sixty-odd", "0.04", "1,250", "a gross of", "17", "388", "93"),
    *("a baker's dozen of", "thirteen hundred", "6", "41", "5000", "eleventy", "a myriad", "29"),
)
WORDS = {
    "how many": "what is the count of",
    "how much": "what amount of",
    "buys": "picks up",
    "bought": "got hold of",
    "gives": "passes on",
    "gave": "passed on",
    "has": "is the owner of",
    "had": "used to hold",
    "makes": "brings in",
    "earns": "takes home",
    "each": "apiece",
    "every": "per single",
    "total": "overall figure",
    "altogether": "when all is put in one pile",
    "left": "still there",
    "costs": "is priced at",
    "cost": "come to",
    "spends": "parts with",
    "spent": "parted with",
    "more": "further",
    "wants": "would like",
    "needs": "cannot do without",
    "if": "supposing",
    "then": "after that",
    "and": "as well as",
    "day": "24-hour stretch",
    "week": "seven-day stretch",
    "money": "cash",
    "house": "dwelling",
    "people": "folks",
    "children": "kids",
}
CLAUSES = (
    "It was raining that afternoon.",
    "The neighbours had painted their fence green a year earlier.",
    "None of this was written down anywhere.",
    "A radio was playing an old waltz in the next room.",
    "Lunch was soup with bread.",
)
CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")
NUMBER = re.compile(
    r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)"
    r"|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|hundred|dozen)\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.?!])\s+")
STARTS = frozenset(
    {"A", "An", "The", "If", "In", "On", "At", "How", "What", "When"}
    | {"He", "She", "It", "They", "His", "Her", "Each", "Every", "There", "This"}
    | {"That", "For", "To", "And", "But", "After", "Before", "By", "With", "From"}
    | {"Then", "Of", "All", "Some", "One", "Two", "Three", "Four", "Five", "Six"}
    | {"Seven", "Eight", "Nine", "Ten", "Half", "Twice", "Its", "Their", "Your", "You"}
    | {"We", "I", "My", "Our", "As", "Since", "While", "Find", "Calculate", "Given"}
)


def named(text: str, rng: random.Random) -> str:
    """Other names for the people and places."""
    middle = {m.group() for m in CAPITAL.finditer(text) if not _starts(text, m.start())}
    known = [name for name in dict.fromkeys(CAPITAL.findall(text)) if name not in STARTS]
    names = [name for name in known if name in middle or text.count(name) > 1]
    fresh = rng.sample(NAMES, min(len(names), len(NAMES)))
    for old, new in zip(names, fresh, strict=False):
        text = re.sub(rf"\b{old}\b", new, text)
    return text


def _starts(text: str, place: int) -> bool:
    return not text[:place].rstrip() or text[:place].rstrip()[-1] in ".?!:"


def numbered(text: str, rng: random.Random) -> str:
    """Other numbers, in figures and in words."""
    return NUMBER.sub(lambda _: rng.choice(NUMBERS), text)


def reordered(text: str, rng: random.Random) -> str:
    """The facts in another order; the question stays the last."""
    *facts, question = SENTENCE.split(text)
    rng.shuffle(facts)
    return " ".join([*facts, question])


def lengthened(text: str, rng: random.Random) -> str:
    """One more sentence, somewhere before the question."""
    sentences = SENTENCE.split(text)
    sentences.insert(rng.randrange(len(sentences)), rng.choice(CLAUSES))
    return " ".join(sentences)


def reworded(text: str, rng: random.Random) -> str:
    """Other words for many of the common ones."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if rng.random() < 0.2:
            return word
        new = WORDS[word.lower()]
        return new[0].upper() + new[1:] if word[0].isupper() else new

    listed = "|".join(sorted(WORDS, key=len, reverse=True))
    return re.sub(rf"\b({listed})\b", other, text, flags=re.IGNORECASE)


def clone(text: str, rng: random.Random) -> str:
    """Other names and other numbers."""
    return numbered(named(text, rng), rng)


KINDS = {
    "as it is": lambda text, rng: text,
    "names": named,
    "numbers": numbered,
    "names and numbers": clone,
    "order of the facts": reordered,
    "one clause added": lengthened,
    "reworded": reworded,
    "clone, clause added": lambda text, rng: lengthened(clone(text, rng), rng),
    "clone, reordered": lambda text, rng: reordered(clone(text, rng), rng),
    "clone, reworded": lambda text, rng: clone(reworded(text, rng), rng),
}
"""What is done to an item -> how."""


def perturbed(texts: list[str], kind: str, seed: int = 5) -> list[str]:
    """Each text, changed."""
    rng = random.Random(f"{seed} {kind}")
    return [KINDS[kind](text, rng) for text in texts]
