"""Stitches and yarn of something that is knitted."""

from factory.symbolic.grammar.draws import divisor, dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

knitting = family(
    "knitting",
    fact(
        "<who> knits <what.a> of <rows> rows with <st> stitches in each row.",
        "<who> is knitting <what.a>. It will have <rows> rows with <st> stitches in each row.",
        "<who> knits <what.a>. The pattern asks for <rows> rows of <st> stitches each.",
        says="all = rows*st",
    ),
    either(
        [
            fact(
                "<who.He> makes <pace> stitches a minute.",
                "In a minute, <who> makes <pace> stitches.",
                "<who.His> speed is <pace> stitches a minute.",
                says="all = pace*minutes; hours = minutes/60",
            ),
            either(
                [
                    ask(
                        "How many minutes does it take <who> to knit the <what>?",
                        "How many minutes does <who> need for all the rows?",
                        of="minutes",
                        kind="work_minutes",
                        x="the knitting",
                        who="who",
                    )
                ],
                [
                    ask(
                        "How many hours does it take <who> to knit the <what>?",
                        "How many hours does <who> need for all the rows?",
                        of="hours",
                    )
                ],
            ),
        ],
        [
            fact(
                "So far, <p>% of the rows are done.",
                "<who.He> has knitted <p>% of the rows by now.",
                "After some evenings, <p>% of the rows are finished.",
                says="done = p/100*rows; rows = done + left",
            ),
            either(
                [
                    ask(
                        "How many stitches does <who> still have to make?",
                        "How many stitches are left to make?",
                        of="missing",
                    )
                ],
                [
                    fact(
                        "From now on, <who.he> makes <speed> stitches a minute.",
                        "For the rest of the <what>, <who> makes <speed> stitches a minute.",
                        says="missing = speed*wait",
                    ),
                    ask(
                        "How many more minutes does <who> need?",
                        "How many minutes does the rest of the <what> take?",
                        of="wait",
                        kind="run_minutes",
                        x="the rest of the <what>",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "A ball of yarn is enough for <fit> stitches.",
                "With a ball of yarn, <who.he> can make <fit> stitches.",
                says="all = fit*balls",
            ),
            fact(
                "Each ball costs $<price>.",
                "The yarn costs $<price> a ball.",
                says="cost = balls*price",
            ),
            either(
                [
                    ask(
                        "How many dollars does the yarn for the <what> cost?",
                        "How much money in dollars does <who> spend on yarn for the <what>?",
                        of="cost",
                        kind="paid",
                        x="this amount",
                        who="who",
                    )
                ],
                [
                    fact(
                        "A shop sells a similar <what> for $<tag>.",
                        "In a shop, <what.a> like this costs $<tag>.",
                        says="tag = cost + gain",
                    ),
                    ask(
                        "How many dollars does <who> save by knitting the <what> instead of "
                        "buying it?",
                        "How many dollars less does the yarn cost than the <what> in the shop?",
                        of="gain",
                    ),
                ],
            ),
        ],
    ),
    says="missing = left*st",
    words={"who": PERSON, "what": ("scarf", "shawl", "blanket", "cardigan", "sweater", "poncho")},
    draws={
        "rows": plain(60, 240, 10),
        "st": plain(30, 90),
        "pace": divisor("rows*st", 15, 45),
        "p": percent(10, 80),
        "speed": divisor("missing", 15, 45),
        "fit": divisor("rows*st", 600, 1800),
        "price": money(4, 9),
        "gain": dollars(6, 60),
    },
    units={
        "rows": "row",
        "st": "stitch/row",
        "all": "stitch",
        "pace": "stitch/minute",
        "minutes": "minute",
        "hours": "hour",
        "p": "%",
        "done": "row",
        "left": "row",
        "missing": "stitch",
        "speed": "stitch/minute",
        "wait": "minute",
        "fit": "stitch/ball",
        "balls": "ball",
        "price": "dollar/ball",
        "cost": "dollar",
        "tag": "dollar",
        "gain": "dollar",
    },
    lines={
        "all": ("The <what> has @ stitches.", "In all the rows, there are @ stitches."),
        "minutes": ("The knitting takes @ minutes.",),
        "hours": ("The knitting takes @ hours.",),
        "done": ("@ rows are done.",),
        "left": ("@ rows are left.", "<who> still has @ rows to knit."),
        "missing": ("The rows that are left have @ stitches.", "@ stitches are still to be made."),
        "wait": ("The rest of the <what> takes @ minutes.",),
        "balls": ("<who> needs @ balls of yarn.",),
        "cost": ("The yarn costs $@.",),
        "gain": ("The yarn costs $@ less than the <what> in the shop.",),
    },
    within={"balls": (3, 16), "wait": (20, 900), "hours": (2, 20), "minutes": (60, 1200)},
    owners={
        "minutes": "who",
        "hours": "who",
        "missing": "who",
        "wait": "who",
        "cost": "who",
        "gain": "who",
    },
)

FAMILIES = (knitting,)
