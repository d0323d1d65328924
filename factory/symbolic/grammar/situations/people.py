"""Situations about the ages of people."""

from factory.symbolic.grammar.draws import count, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_KIN = ("aunt", "uncle", "neighbor", "teacher", "coach", "piano teacher", "dentist")
_EVENTS = (
    "the new bridge will be finished",
    "the new library will open",
    "the town will celebrate a jubilee",
    "the town will hold a great fair",
    "a comet will be seen again",
    "the museum will open a new wing",
)

_older = fact(
    "<one> is <young> years old. <two> is older by <gap> years.",
    "<two> is older than <one> by <gap> years, and <one> is <young>.",
    "<two> was born <gap> years before <one>, who is now <young> years old.",
    says="age = young+gap",
)
_kin = fact(
    "<two>'s <kin> is <k> as old as <two>.",
    "<two> has <kin.a> who is <k> as old as <two>.",
    "The age of <two>'s <kin> is <k> the age of <two>.",
    says="old = k*age",
)
_in_years = fact(
    "People say that <event> in <later> years.",
    "The newspaper says that <event> in <later> years.",
    says="then = old+later",
)
_told_old = fact(
    "<two>'s <kin>, who is <old> years old, is <k> as old as <two>.",
    "<two> has <kin.a>, now <old> years old, who is <k> as old as <two>.",
    says="old = k*age",
)
_younger = fact(
    "<one> is younger than <two> by <gap> years.",
    "<two> was born <gap> years before <one>.",
    "<two> is older than <one> by <gap> years.",
    says="age = young+gap",
)

ages = family(
    "ages",
    either(
        [
            _older,
            _kin,
            either(
                [
                    _in_years,
                    ask(
                        "How many years old will <two>'s <kin> be then?",
                        "What will the age of <two>'s <kin> be then, in years?",
                        of="then",
                    ),
                ],
                [
                    ask(
                        "How many years older than <one> is <two>'s <kin>?",
                        "By how many years is <two>'s <kin> older than <one>?",
                        of="ahead",
                    ),
                ],
                [
                    ask(
                        "How many years old was <two>'s <kin> when <one> was born?",
                        "What was the age of <two>'s <kin> in years at the birth of <one>?",
                        of="back",
                    ),
                ],
                [
                    ask(
                        "How many years old are <one>, <two> and the <kin> together?",
                        "What is the sum of the ages of <one>, <two> and the <kin>, in years?",
                        of="sum",
                    ),
                ],
            ),
        ],
        [
            _told_old,
            _younger,
            either(
                [
                    ask(
                        "How many years old is <one>?",
                        "What is <one>'s age in years?",
                        of="young",
                    ),
                ],
                [
                    ask(
                        "How many years old are <one> and <two> together?",
                        "What do the ages of <one> and <two> add up to, in years?",
                        of="pair",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Together, <one> and <two> are <both> years old. <one> is <young>.",
                "The ages of <one> and <two> add up to <both> years, and <one> is <young> years "
                "old.",
                "<one> is <young> years old, and the sum of the ages of <one> and <two> is "
                "<both> years.",
                says="both = young+age",
            ),
            _kin,
            either(
                [
                    ask(
                        "How many years old is <two>'s <kin>?",
                        "What is the age of <two>'s <kin> in years?",
                        of="old",
                    ),
                ],
                [
                    _in_years,
                    ask(
                        "How many years old will <two>'s <kin> be then?",
                        "What will the age of <two>'s <kin> be then, in years?",
                        of="then",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In <later> years, <two>'s <kin> will be <then> years old.",
                "<two>'s <kin> will turn <then> in <later> years.",
                "It will take <later> years until <two>'s <kin> is <then> years old.",
                says="then = old+later",
            ),
            fact(
                "Today the <kin> is <k> as old as <two>.",
                "At the moment, <two>'s <kin> is <k> as old as <two>.",
                "Now the age of the <kin> is <k> the age of <two>.",
                says="old = k*age",
            ),
            _younger,
            ask(
                "How many years old is <one> now?",
                "What is <one>'s age in years today?",
                of="young",
            ),
        ],
    ),
    words={"one,two": PERSON, "kin": _KIN, "event": _EVENTS},
    draws={
        "young": count(6, 15),
        "gap": count(2, 9),
        "k": times(2, 4),
        "later": count(2, 15),
        "both": plain("2*young+2", "2*young+9"),
    },
    units={
        "young": "year",
        "gap": "year",
        "age": "year",
        "k": "1",
        "old": "year",
        "later": "year",
        "then": "year",
        "ahead": "year",
        "back": "year",
        "pair": "year",
        "both": "year",
        "sum": "year",
    },
    lines={
        "age": ("<two> is @ years old.", "<two>'s age is @ years."),
        "old": ("The <kin> is @ years old now.", "The <kin>'s age is @ years."),
        "young": ("<one> is @ years old.", "<one>'s age is @ years."),
        "then": (
            "In <later> years, the <kin> will be @ years old.",
            "At that time, the <kin> will be @ years old.",
        ),
        "ahead": (
            "The <kin> is older than <one> by @ years.",
            "<one> is younger than the <kin> by @ years.",
        ),
        "back": ("When <one> was born, the <kin> was @ years old.",),
        "pair": (
            "<one> and <two> together are @ years old.",
            "The ages of <one> and <two> add up to @ years.",
        ),
        "sum": (
            "Together with the <kin>, they are @ years old.",
            "All three ages together are @ years.",
        ),
    },
    within={"old": (25, 70), "then": (27, 84), "age": (8, 24)},
    says="pair = young+age; ahead = old-young; back = old-young; sum = pair+old",
    owners={"young": "one"},
)

FAMILIES = (ages,)
