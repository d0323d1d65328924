"""Two counts compared, put together or made smaller."""

from factory.symbolic.grammar.draws import part, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import COLLECTED

more_or_fewer = family(
    "more_or_fewer",
    either(
        [
            fact(
                "<a> has collected <x> <things>, and <b> has collected <y>.",
                "In <a>'s collection there are <x> <things>, and in <b>'s there are <y>.",
                "<a> owns <x> <things>, while <b> owns <y>.",
                says="x = y + more; both = x + y",
            ),
            either(
                [
                    ask(
                        "How many more <things> does <a> have than <b>?",
                        "How many <things> must <b> add to have as many as <a>?",
                        of="more",
                    )
                ],
                [
                    ask(
                        "How many <things> do <a> and <b> have together?",
                        "What is the total number of <things> that <a> and <b> have?",
                        of="both",
                        kind="things",
                        x="<a>'s and <b>'s <things>",
                    )
                ],
            ),
        ],
        [
            fact(
                "<a> had <x> <things> and got <new> more <place>.",
                "<a> brings home <new> <things> that <a.he> got <place>. Before that, <a.he> had "
                "<x>.",
                "<b> gets <new> <things> <place> and gives them to <a>, who already had <x>.",
                says="now = x + new",
            ),
            either(
                [
                    ask(
                        "How many <things> does <a> have now?",
                        "How many <things> are in <a>'s collection now?",
                        of="now",
                        kind="things",
                        x="<a>'s <things>",
                    )
                ],
                [
                    fact(
                        "<c> has <k> as many <things> as <a> has now.",
                        "<c>'s collection is <k> as large as <a>'s collection is now.",
                        says="other = now*k",
                    ),
                    ask(
                        "How many <things> does <c> have?",
                        "How many <things> are in <c>'s collection?",
                        of="other",
                        kind="things",
                        x="<c>'s <things>",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Of <a>'s <x> <things>, <gone> were given away <place>.",
                "<a> had <x> <things> and gave <gone> of them to <b>.",
                "Out of a collection of <x> <things>, <a> sold <gone>.",
                says="x = gone + left",
            ),
            either(
                [
                    ask(
                        "How many <things> does <a> still have?",
                        "How many <things> does <a> have left?",
                        of="left",
                        kind="things",
                        x="the remaining <things>",
                    )
                ],
                [
                    fact(
                        "After that, <f> of the <things> that were left went to a youth center.",
                        "Then <a> gave <f> of the remaining <things> to a youth center.",
                        says="given = left/f",
                    ),
                    ask(
                        "How many <things> went to the youth center?",
                        "How many <things> did the youth center get?",
                        of="given",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<a> has <x> <things>, which is <gap> fewer than <b> has.",
                "<b>'s collection has <gap> more <things> than <a>'s, which has <x>.",
                "With <x> <things>, <a> has <gap> fewer than <b>.",
                says="theirs = x + gap; joint = x + theirs",
            ),
            either(
                [
                    ask(
                        "How many <things> does <b> have?",
                        "How many <things> are in <b>'s collection?",
                        of="theirs",
                        kind="things",
                        x="<b>'s <things>",
                    )
                ],
                [
                    ask(
                        "How many <things> do <a> and <b> have together?",
                        "What is the total number of <things> that <a> and <b> have?",
                        of="joint",
                        kind="things",
                        x="<a>'s and <b>'s <things>",
                    )
                ],
            ),
        ],
    ),
    words={
        "a,b,c": PERSON,
        "things": COLLECTED,
        "place": ("on a trip", "at a fair", "at a summer camp", "at a toy market"),
    },
    draws={
        "x": plain(25, 300),
        "y": plain(8, "x-4"),
        "new": plain(8, 90),
        "k": times(2, 4),
        "f": part(2, 5),
        "gone": plain(8, "2*x/3"),
        "gap": plain(6, 80),
    },
    units={
        "x": "thing",
        "y": "thing",
        "more": "thing",
        "both": "thing",
        "new": "thing",
        "now": "thing",
        "k": "1",
        "other": "thing",
        "gone": "thing",
        "left": "thing",
        "f": "1",
        "given": "thing",
        "gap": "thing",
        "theirs": "thing",
        "joint": "thing",
    },
    lines={
        "more": ("The difference is @ <things>.", "<a> has @ more <things>."),
        "both": ("<a> and <b> together have @ <things>.",),
        "now": ("<a> now has @ <things>.", "With the <new> new ones, <a> has @ <things>."),
        "other": ("<c> has @ <things>.",),
        "left": ("<a> still has @ <things>.", "The number of <things> that remain is @."),
        "given": ("The youth center got @ <things>.",),
        "theirs": ("<b> has @ <things>.",),
        "joint": ("Together, they have @ <things>.",),
    },
    owners={
        "x": "a",
        "y": "b",
        "now": "a",
        "other": "c",
        "left": "a",
        "theirs": "b",
    },
)

FAMILIES = (more_or_fewer,)
