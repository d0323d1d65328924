"""Sentence forms: text with slots in `<...>`, which can be written and read back.

`<trees>` is a number; `<who>` a person, with `<who.he>`, `<who.He>`, `<who.his>`, `<who.His>`,
`<who.him>`; `<tank>` a word of a list, with `<tank.a>` (an article and the singular), `<tank.one>`
(the singular), and `<tank.A>`, `<tank.One>`, `<tank.Up>` with a capital. A list's entry
`box/boxes` has a singular and a plural; `<c>` is then the plural.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from factory.symbolic.grammar import draws
from factory.symbolic.grammar.words import PEOPLE, Person

Word = str | Person
SLOT = re.compile(r"<(\w+)(?:\.(\w+))?>")
_TENSE = re.compile(r"<([^<>|]*)\|([^<>|]*)>")

_BY_NAME = {person.name: person for person in PEOPLE}
_NAMES = "|".join(sorted(_BY_NAME, key=len, reverse=True))
_PRONOUNS = {"he": "he|she", "him": "him|her", "his": "his|her"}
_AN_ANYWAY = ("hour", "honest", "heir")
_A_ANYWAY = ("uni", "use", "eu", "one")


def article(noun: str) -> str:
    """`a tent`, `an easel`, `an hour`, `a unicycle`."""
    vowel = noun[0].lower() in "aeiou" and not noun.lower().startswith(_A_ANYWAY)
    return f"{'an' if vowel or noun.lower().startswith(_AN_ANYWAY) else 'a'} {noun}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


@lru_cache(maxsize=20_000)
def inflected(word: Word, form: str) -> str:
    """The word as a slot's form asks for it.

    Raises:
        ValueError: for a form that such a word does not have.
    """
    if isinstance(word, Person):
        if form.lower() in ("he", "his", "him"):
            said = str(getattr(word, form.lower()))
            return _capital(said) if form[0].isupper() else said
        if form:
            raise ValueError(f"a person has no form '{form}'")
        return word.name
    one, _, many = word.partition("/")
    match form:
        case "":
            return many or one
        case "one":
            return one
        case "One":
            return _capital(one)
        case "Up":
            return _capital(many or one)
        case "a":
            return article(one)
        case "A":
            return _capital(article(one))
    raise ValueError(f"a word has no form '{form}'")


class Form:
    """One way to say something.

    `slots` are its slots in order, as (name, form) pairs; `pieces` the text before, between and
    after them. `<is|was>` is not a slot but a choice of tense, for `in_tense`.
    """

    __slots__ = ("_past", "longest", "pieces", "slots", "text")

    def __init__(self, text: str):
        self._past = Form(_TENSE.sub(r"\2", text)) if _TENSE.search(text) else self
        text = _TENSE.sub(r"\1", text)
        self.text = text
        parts = SLOT.split(text)
        self.pieces = tuple(parts[0::3])
        self.slots = tuple(zip(parts[1::3], (form or "" for form in parts[2::3]), strict=True))
        self.longest = max(self.pieces, key=len)
        if any("<" in piece or ">" in piece for piece in self.pieces):
            raise ValueError(f"this form has a broken slot: {text!r}")

    def in_tense(self, *, past: bool) -> "Form":
        """The form in the present or past."""
        return self._past if past else self

    def names(self) -> Iterator[str]:
        """The names in its slots."""
        return (name for name, _ in self.slots)

    def written(self, shown: Mapping[str, str], words: Mapping[str, Word]) -> str:
        """The text, with numbers as `shown` and words inflected."""
        made = [self.pieces[0]]
        for (name, form), piece in zip(self.slots, self.pieces[1:], strict=True):
            made.append(shown[name] if name in shown else inflected(words[name], form))
            made.append(piece)
        return "".join(made)

    def pattern(
        self, kinds: Mapping[str, str], lists: Mapping[str, Sequence[Word]]
    ) -> re.Pattern[str]:
        """What the form looks like with any numbers and any words of the lists in it.

        A word without a list can be any text.

        Groups are named by slot; a name's second slot is a group without a name.
        """
        made = [re.escape(self.pieces[0])]
        seen: set[str] = set()
        for (name, form), piece in zip(self.slots, self.pieces[1:], strict=True):
            if name in kinds:
                inside = draws.pattern(kinds[name])
            else:
                inside = _word_pattern(lists[name], form) if name in lists else ".+?"
            group = f"{name}__{form}"
            made.append(f"(?:{inside})" if group in seen else f"(?P<{group}>{inside})")
            seen.add(group)
            made.append(re.escape(piece))
        return re.compile("".join(made))


def _word_pattern(choices: Sequence[Word], form: str) -> str:
    if choices and isinstance(choices[0], Person):
        if not form:
            return _NAMES
        said = _PRONOUNS[form.lower()]
        return "|".join(map(_capital, said.split("|"))) if form[0].isupper() else said
    texts = {inflected(word, form) for word in choices}
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))


def word_read(text: str, form: str, choices: Sequence[Word]) -> Word | None:
    """The word of the list that reads so in this form; None for a pronoun, which tells no name."""
    if choices and isinstance(choices[0], Person):
        return None if form else _BY_NAME[text]
    return next(word for word in choices if inflected(word, form) == text)
