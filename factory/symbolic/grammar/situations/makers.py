"""Stitches and yarn of something that is knitted."""

from factory.symbolic.grammar.draws import divisor, dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

knitting = family(
    "knitting",
    fact(
        "<who> knits <what.a> of <rows> rows with <st> stitches in each row.",
        "<who> is knitting <what.a>. It will have <rows> rows of <st> stitches.",
        "The pattern for <what.a> that <who> knits asks for <rows> rows of <st> stitches.",
        says="all = rows*st",
    ),
    either(
        [
            fact(
                "<who.He> makes <pace> stitches a minute.",
                "In a minute, <who> makes <pace> stitches.",
                "A minute is enough for <pace> stitches.",
                says="all = pace*minutes; hours = minutes/60",
            ),
            either(
                [
                    ask(
                        "How many minutes does the <what> take?",
                        "How many minutes does <who> need for all the rows?",
                        of="minutes",
                    )
                ],
                [
                    ask(
                        "How many hours does the <what> take?",
                        "How many hours does <who> need for all the rows?",
                        of="hours",
                        kind="hours",
                        x="the time that <who> knits",
                        who="who",
                    )
                ],
            ),
        ],
        [
            fact(
                "So far, <p>% of the rows are done.",
                "<who.He> has knitted <p>% of the rows by now.",
                "After some evenings, <p>% of the rows are ready.",
                says="done = p/100*rows; rows = done + left",
            ),
            either(
                [
                    ask(
                        "How many stitches does <who> still have to make?",
                        "How many stitches are missing?",
                        of="missing",
                    )
                ],
                [
                    fact(
                        "From now on, <who.he> makes <speed> stitches a minute.",
                        "For the rest, <who> manages <speed> stitches a minute.",
                        says="missing = speed*wait",
                    ),
                    ask(
                        "How many more minutes does <who> need?",
                        "How many minutes does the rest take?",
                        of="wait",
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
                "The yarn is $<price> a ball.",
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
                        "In a shop, such <what.a> is sold for $<tag>.",
                        "A finished <what> of this kind costs $<tag> in a shop.",
                        says="tag = cost + gain",
                    ),
                    ask(
                        "How many dollars does <who> save by knitting?",
                        "How many dollars more than the yarn does the finished <what> cost?",
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
        "all": ("The <what> has @ stitches.", "That is @ stitches in all."),
        "minutes": ("They take @ minutes.",),
        "hours": ("That is @ hours.",),
        "done": ("@ rows are done.",),
        "left": ("@ rows are missing.", "That leaves @ rows."),
        "missing": ("They have @ stitches.", "That is @ stitches."),
        "wait": ("The rest takes @ minutes.",),
        "balls": ("That takes @ balls of yarn.",),
        "cost": ("The yarn costs $@.",),
        "gain": ("The difference is $@.",),
    },
    within={"balls": (3, 30), "wait": (20, 900), "hours": (2, 20), "minutes": (60, 1200)},
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
