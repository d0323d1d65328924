"""Short stories for those who begin: equal groups, more or fewer."""

from factory.symbolic.grammar.draws import count, part, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import COLLECTED, SMALL_THINGS

equal_groups = family(
    "equal_groups",
    either(
        [
            fact(
                "In a cellar, <who> finds <n> <box>, each with <each> <things> inside.",
                "<who> fills <n> <box> and puts <each> <things> into each of them.",
                "There are <n> <box> on <who>'s workbench. Each holds <each> <things>.",
                "<who> keeps <things> in <n> <box>, <each> in each.",
                says="all = n*each",
            ),
            either(
                [
                    ask(
                        "How many <things> are there in all?",
                        "How many <things> do all the <box> hold together?",
                        of="all",
                        kind="things",
                        x="the <things> in the <box>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "Then <who.he> takes out <out> of the <things>.",
                        "Of all these <things>, <out> are used up.",
                        says="all = out + left",
                    ),
                    ask(
                        "How many <things> are left in the <box>?",
                        "How many <things> do the <box> hold after that?",
                        of="left",
                        kind="things",
                        x="the <things> that are left",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "Another <loose> <things> lie on the floor.",
                        "Besides these, there are <loose> loose <things>.",
                        says="sum = all + loose",
                    ),
                    ask(
                        "How many <things> are there in all?",
                        "How many <things> is that altogether?",
                        of="sum",
                        kind="things",
                        x="these <things>",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<who> spreads <all> <things> evenly over <n> <box>.",
                "There are <all> <things> in <n> <box>, and each of these <box> holds the same "
                "number.",
                "<who> puts <all> <things> into <n> <box>, the same number into each.",
                says="all = n*each",
            ),
            either(
                [
                    ask(
                        "How many <things> go into each of the <box>?",
                        "How many <things> does each of the <box> hold?",
                        of="each",
                    )
                ],
                [
                    fact(
                        "Then <plus> more <things> are put into one of these <box>.",
                        "Then one of these <box> gets <plus> more <things>.",
                        says="full = each + plus",
                    ),
                    ask(
                        "How many <things> are in that <box.one> now?",
                        "How many <things> does that <box.one> hold after this?",
                        of="full",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "things": SMALL_THINGS,
        "box": (
            "drawer/drawers",
            "tray/trays",
            "bucket/buckets",
            "basket/baskets",
            "tin/tins",
            "jar/jars",
        ),
    },
    draws={
        "n": count(3, 12),
        "each": plain(6, 40),
        "out": plain(5, 60),
        "loose": plain(4, 40),
        "plus": plain(3, 20),
    },
    units={
        "n": "box",
        "each": "thing/box",
        "all": "thing",
        "out": "thing",
        "left": "thing",
        "loose": "thing",
        "sum": "thing",
        "plus": "thing/box",
        "full": "thing/box",
    },
    lines={
        "all": ("In all the <box> there are @ <things>.", "Together, that is @ <things>."),
        "left": ("That leaves @ <things>.",),
        "sum": ("In all, that is @ <things>.",),
        "each": ("Each <box.one> holds @ <things>.", "That is @ <things> in each."),
        "full": ("That <box.one> then holds @ <things>.",),
    },
    need=("out < all",),
)

more_or_fewer = family(
    "more_or_fewer",
    either(
        [
            fact(
                "<a> has gathered <x> <things> and <b> has gathered <y>.",
                "In <a>'s collection there are <x> <things>, and in <b>'s there are <y>.",
                "In a count, <a> comes to <x> <things> and <b> to <y>.",
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
                        x="these <things>",
                        who="a",
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
                        x="the <things> that <a> has now",
                        who="a",
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
                        who="c",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Of <a>'s <x> <things>, <gone> were lost <place>.",
                "<a> had <x> <things> and gave <gone> of them to <b>.",
                "<a> sold <gone> out of <x> <things> <place>.",
                says="x = gone + left",
            ),
            either(
                [
                    ask(
                        "How many <things> does <a> still have?",
                        "How many <things> are left for <a>?",
                        of="left",
                        kind="things",
                        x="the <things> that <a> still has",
                        who="a",
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
                        who="b",
                    )
                ],
                [
                    ask(
                        "How many <things> do <a> and <b> have together?",
                        "How many <things> is that for <a> and <b> together?",
                        of="joint",
                        kind="things",
                        x="these <things>",
                        who="a",
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
)

FAMILIES = (equal_groups, more_or_fewer)
