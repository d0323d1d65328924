"""Name what a question asks for inside another sentence, and say where such a name reads badly.

`How many clips did Natalia sell?` gives `the clips that Natalia sold`; whether a further sentence
can use that phrase is decided here: a pronoun far from its noun or a preposition at the end is not
left to the reader to work out.
"""

import re
from dataclasses import replace

from factory.symbolic.graph import Focus

LONGEST = 11
"""Words that a phrase has at most where another sentence is built around it."""

_CLUMSY = re.compile(
    r"\b(?:it|its|them|themselves|such|when|if|where|until|while|because|supposed|compared|ones"
    r"|will|would|could|before|without|instead|otherwise|first|originally|start|beginning)\b"
    r"|(?<!do)(?<!does)(?<!did)(?<!is)(?<!are)(?<!was)(?<!were) not\b"
    r"| (?:then|that|in the end|at the end|now)$"
    r"|[,:;%$]|\d|\b(?:that|what) (?:an?|each|every|one) |\bof the total\b"
    r"|\beach\b(?! (?:day|week|month|year))"
)
_STRANDED = re.compile(
    r" (?:after|before|for|with|of|to|(?<!bring )(?<!brings )(?<!brought )(?<!taken )in|on|at|by"
    r"|from|into|about|per)$"
)


_LACKING = re.compile(r"\b(?:missing|needed|needs?|lacks?|lacking)\b")
_WHOLE = re.compile(
    r" (?:altogether|in all|in total|combined|overall)"
    r"(?=$| (?:in|on|at|for|from|during|to|of|with)\b)"
)


def tidy(focus: Focus) -> Focus:
    """The focus with a phrase that does not stress that it is the whole: a fact need not.

    Money that is missing is needed, and nobody has it to spend.
    """
    lacking = focus.kind == "money" and _LACKING.search(focus.phrase)
    sense = "need" if lacking else focus.sense
    return replace(focus, phrase=_WHOLE.sub("", focus.phrase), sense=sense)


def reads_well(phrase: str) -> bool:
    """Whether the phrase can stand in the sentence that follows the facts."""
    return (
        not _CLUMSY.search(phrase)
        and not _STRANDED.search(phrase)
        and len(phrase.split()) <= LONGEST
    )


def stuff_of(focus: Focus) -> str:
    """What is measured: `the flour that is left` for `the cups of flour that are left`, or nothing.

    A noun without `of` names no stuff.
    """
    _, of, stuff = focus.noun.partition(" of ")
    head = f"the {focus.noun} "
    if not of or not focus.phrase.startswith(head):
        return ""
    rest = focus.phrase[len(head) :]
    if not is_plural(stuff):
        rest = re.sub(r"^that are\b", "that is", rest)
        rest = re.sub(r"^that were\b", "that was", rest)
        rest = re.sub(r"^that still have\b", "that still has", rest)
    return f"the {stuff} {rest}"


def is_plural(stuff: str) -> bool:
    """Whether `almonds` are or `flour` is."""
    return stuff.endswith("s") and not stuff.endswith(("ss", "us"))


def stuff_fields(focus: Focus) -> dict[str, str]:
    """What is measured and the verbs that agree with it: `the flour` is, `the almonds` are."""
    stuff = stuff_of(focus)
    many = is_plural(focus.noun.partition(" of ")[2])
    is_, was, costs = ("are", "were", "cost") if many else ("is", "was", "costs")
    said = {"stuff": stuff, "Stuff": stuff[:1].upper() + stuff[1:]}
    return said | {"s_is": is_, "s_was": was, "s_costs": costs}
