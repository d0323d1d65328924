"""Two counts compared, put together or made smaller."""

from factory.symbolic.grammar.draws import part, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import COLLECTED

more_or_fewer = family(
    "more_or_fewer",
    either(
        [
            fact(
                "<a> has gathered <x> <things> and <b> has gathered <y>.",
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
                        "How many <things> is that for <a> and <b> together?",
                        of="both",
                        kind="things",
                        x="the <things> of <a> and <b>",
                    )
                ],
            ),
        ],
        [
            fact(
                "<a> owned <x> <things> and found <new> more <place>.",
                "To a collection of <x> <things>, <a> adds <new> that were found <place>.",
                "<b> finds <new> <things> <place> and gives them to <a>, who had <x> before.",
                says="now = x + new",
            ),
            either(
                [
                    ask(
                        "How many <things> does <a> have now?",
                        "How many <things> is that for <a> altogether?",
                        of="now",
                        kind="things",
                        x="<a>'s <things>",
                    )
                ],
                [
                    fact(
                        "A friend, <c>, has <k> as many as <a> has now.",
                        "<c> has <k> as many as that.",
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
                "Of <a>'s <x> <things>, <gone> were lost <place>.",
                "<a> had <x> <things> and gave <gone> of them to <b>.",
                "<a> sold <gone> out of <x> <things>.",
                says="x = gone + left",
            ),
            either(
                [
                    ask(
                        "How many <things> does <a> still have?",
                        "How many <things> are left for <a>?",
                        of="left",
                        kind="things",
                        x="the remaining <things>",
                    )
                ],
                [
                    fact(
                        "After that, <f> of those that are left go to a museum.",
                        "Then <a.he> gives <f> of the remaining <things> to a museum.",
                        says="given = left/f",
                    ),
                    ask(
                        "How many <things> go to the museum?",
                        "How many <things> does the museum get?",
                        of="given",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<a> has <x> <things>, and that is <gap> fewer than <b> has.",
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
                        "How many <things> is that for <a> and <b> together?",
                        of="joint",
                        kind="things",
                        x="the <things> of <a> and <b>",
                    )
                ],
            ),
        ],
    ),
    words={
        "a,b,c": PERSON,
        "things": COLLECTED,
        "place": ("at the beach", "at a fair", "in the attic", "on a trip", "in a park"),
    },
    draws={
        "x": plain(25, 300),
        "y": plain(8, "x-4"),
        "new": plain(8, 90),
        "k": times(2, 4),
        "f": part(2, 5),
        "gone": plain(8, "x-8"),
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
        "more": ("The difference is @ <things>.", "<a> has @ <things> more."),
        "both": ("Together, that is @ <things>.",),
        "now": ("Then <a> has @ <things>.", "That makes @ <things>."),
        "other": ("<c> has @ <things>.",),
        "left": ("<a> still has @ <things>.", "@ <things> are left."),
        "given": ("The museum gets @ <things>.",),
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
