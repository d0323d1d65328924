"""Situations of an evening of study with a break."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import SUBJECTS

_plan = fact(
    "On a study evening, <who> spends <a> minutes on <one>, takes a break of <rest> minutes, "
    "and then spends <b> minutes on <two>.",
    "<who>'s evening plan has <a> minutes of <one>, a break that lasts <rest> minutes, and <b> "
    "minutes of <two>.",
    "<who> has planned the evening: first <one> for <a> minutes, then a break of <rest> minutes, "
    "then <two> for <b> minutes.",
)
_follows = fact(
    "<who> follows this plan on <evenings> evenings.",
    "<who> does this on <evenings> evenings.",
    "There are <evenings> such evenings in a month.",
    says="all = evenings*whole",
)
_on_all_evenings = ask(
    "How many minutes do all these evenings of study take, breaks included?",
    "How many minutes does <who> spend on study and breaks on all these evenings?",
    of="all",
)

study_plan = family(
    "study_plan",
    either(
        [_plan, _follows, _on_all_evenings],
        [
            _plan,
            fact(
                "Today, there is a game on, so <who> leaves out <late> minutes of <two>.",
                "Today, <who> is tired and shortens <two> by <late> minutes.",
                "But this evening <who> starts late and cuts <late> minutes off <two>.",
                says="less = b-late; first = a+rest; today = first+less",
            ),
            ask(
                "How many minutes does <who>'s plan take today, with the break?",
                "How many minutes long is <who>'s evening of study today, break included?",
                of="today",
            ),
        ],
        [
            fact(
                "On a study evening, <who> spends <a> minutes on <one> and <gap> minutes more than "
                "that on <two>. The break between them lasts <rest> minutes.",
                "<who>'s evening plan has <a> minutes of <one> and a break of <rest> minutes. The "
                "time for <two> is <gap> minutes longer than the time for <one>.",
                "<who> studies <two> for <gap> minutes more than <one>, which takes <a> minutes, "
                "and has a break of <rest> minutes between the subjects.",
                says="b = a+gap",
            ),
            _follows,
            _on_all_evenings,
        ],
        [
            fact(
                "On a study evening, <who> spends <a> minutes on <one> and <b> minutes on "
                "<two>, with a break between them.",
                "<who>'s evening plan has <a> minutes of <one>, then a break, then <b> minutes of "
                "<two>.",
                "Every evening, <who> studies <one> for <a> minutes and, after a break, <two> for "
                "<b> minutes.",
            ),
            either(
                [
                    fact(
                        "With the break, the evening of study takes <whole> minutes.",
                        "From start to end, break included, that takes <whole> minutes.",
                        "All of this together, with the break, lasts <whole> minutes.",
                    ),
                ],
                [
                    fact(
                        "The breaks are always equally long. On <evenings> evenings together, "
                        "<who> spends <all> minutes in this way, breaks included.",
                        "On <evenings> evenings with equal breaks, that takes <all> minutes "
                        "altogether, breaks included.",
                        "In <evenings> such evenings, with breaks of the same length, <all> "
                        "minutes pass in all, breaks included.",
                        says="all = evenings*whole",
                    ),
                ],
            ),
            ask(
                "How many minutes does the break last?",
                "How many minutes long is the break each evening?",
                of="rest",
            ),
        ],
    ),
    words={"who": PERSON, "one,two": SUBJECTS},
    draws={
        "a": plain(20, 70, 5),
        "b": plain(20, 90, 5),
        "rest": plain(5, 25, 5),
        "evenings": count(3, 11),
        "late": plain(5, "b-10", 5),
    },
    units={
        "a": "minute",
        "b": "minute",
        "rest": "minute",
        "gap": "minute",
        "late": "minute",
        "less": "minute",
        "first": "minute",
        "today": "minute",
        "study": "minute",
        "whole": "minute",
        "evenings": "1",
        "all": "minute",
    },
    lines={
        "b": ("The time for <two> is @ minutes.", "<two.Up> takes @ minutes."),
        "less": ("Today, <two> takes @ minutes.", "That leaves @ minutes for <two>."),
        "first": ("<one.Up> and the break take @ minutes.", "Before <two>, @ minutes pass."),
        "today": ("Today, the whole plan takes @ minutes.", "The evening takes @ minutes today."),
        "study": ("Without the break, <who> studies for @ minutes an evening.",),
        "whole": (
            "An evening with its break takes @ minutes.",
            "With the break, an evening takes @ minutes.",
        ),
        "all": ("All the evenings together take @ minutes.",),
        "rest": ("The break lasts @ minutes.", "That leaves @ minutes for the break."),
    },
    says="study = a+b; whole = study+rest",
    owners={"all": "who"},
)

FAMILIES = (study_plan,)
