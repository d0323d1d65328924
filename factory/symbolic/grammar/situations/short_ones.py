"""Things in equal groups."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import SMALL_THINGS

_LARGE = ("lanterns", "tiles", "candles", "pinecones")
"""Too large for dozens of them in a jar."""

equal_groups = family(
    "equal_groups",
    either(
        [
            fact(
                "In a cellar, <who> finds <n> <box>, each with <each> <things> inside.",
                "<who> fills <n> <box> and puts <each> <things> into each of them.",
                "There are <n> <box> on <who>'s workbench. Each holds <each> <things>.",
                "<who> keeps <things> in <n> <box>, with <each> <things> in each of them.",
                says="all = n*each",
            ),
            either(
                [
                    ask(
                        "How many <things> are there in all?",
                        "How many <things> do all the <box> hold together?",
                        of="all",
                        kind="things",
                        x="these <things>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "Then <who.he> takes out <out> of the <things>.",
                        "Later, <out> of these <things> are used up.",
                        says="all = out + left",
                    ),
                    ask(
                        "How many <things> are left in the <box>?",
                        "How many <things> do the <box> hold after that?",
                        of="left",
                        kind="things",
                        x="the remaining <things>",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "Another <loose> <things> lie beside the <box>.",
                        "In addition, <loose> <things> lie loose beside the <box>.",
                        says="sum = all + loose",
                    ),
                    ask(
                        "How many <things> are there in all, inside and outside the <box>?",
                        "How many <things> are there altogether, with those outside the <box>?",
                        of="sum",
                        kind="things",
                        x="these <things>",
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
                        "Then <plus> more <things> go into just one of these <box>.",
                        says="full = each + plus",
                    ),
                    ask(
                        "How many <things> are in that <box.one> now?",
                        "How many <things> does that <box.one> hold after this?",
                        of="full",
                        kind="things",
                        x="the <things> in that <box.one>",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "things": tuple(one for one in SMALL_THINGS if one not in _LARGE),
        "box": (
            "case/cases",
            "tray/trays",
            "bag/bags",
            "pouch/pouches",
            "tin/tins",
            "jar/jars",
        ),
    },
    draws={
        "n": plain(3, 12),
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
        "all": ("All the <box> together hold @ <things>.", "The <box> hold @ <things> in all."),
        "left": ("That leaves @ <things>.",),
        "sum": ("With those outside, there are @ <things>.",),
        "each": ("Each <box.one> holds @ <things>.",),
        "full": ("That <box.one> then holds @ <things>.",),
    },
    need=("out < all",),
)

FAMILIES = (equal_groups,)
