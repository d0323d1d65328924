"""Two unknowns at once: sums and gaps, heads and legs, two prices.

What the sentences state leads to no quantity in one step; each question brings the plan of its
solution, and what the sentences mean stands apart from it.
"""

from factory.symbolic.grammar.draws import count, dollars, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import COLLECTED

_GAP = "rest = sum - gap; small = rest/2; large = small + gap"

sum_and_gap = family(
    "sum_and_gap",
    either(
        [
            fact(
                "Together, <a> and <b> have <sum> <things>, and <a> has <gap> more than <b>.",
                "<a> has <gap> <things> more than <b>. The collections of <a> and <b> add up to "
                "<sum> <things>.",
                "There are <sum> <things> in the collections of <a> and <b> together, and <b> has "
                "<gap> fewer than <a>.",
                says="sum = large + small; large = small + gap",
            )
        ],
        [
            fact(
                "<a> and <b> have gathered <sum> <things> altogether, and <a> has <gap> more of "
                "them than <b>.",
                "<a> and <b> count all their <things> and get a total of <sum>. <a> has <gap> "
                "more <things> than <b>.",
                "All of the <sum> <things> in a drawer belong to <a> and <b>, and <b> has <gap> "
                "fewer of them than <a>.",
                says="sum = large + small; large = small + gap",
            )
        ],
    ),
    either(
        [
            ask(
                "How many <things> does <b> have?",
                "How many of the <things> belong to <b>?",
                of="small",
                plan=_GAP,
                kind="things",
                x="<b>'s <things>",
            )
        ],
        [
            ask(
                "How many <things> does <a> have?",
                "How many of the <things> belong to <a>?",
                of="large",
                plan=_GAP,
                kind="things",
                x="<a>'s <things>",
            )
        ],
        [
            fact(
                "<c> has <k> as many <things> as <b>.",
                "<c>'s collection is <k> as large as <b>'s.",
                says="theirs = small*k",
            ),
            ask(
                "How many <things> does <c> have?",
                "How many <things> belong to <c>?",
                of="theirs",
                plan=_GAP,
                kind="things",
                x="<c>'s <things>",
            ),
        ],
    ),
    words={"a,b,c": PERSON, "things": COLLECTED},
    draws={"small": count(6, 80), "gap": count(3, 40), "k": times(2, 5)},
    units={
        "sum": "thing",
        "gap": "thing",
        "rest": "thing",
        "small": "thing",
        "large": "thing",
        "k": "1",
        "theirs": "thing",
    },
    lines={
        "rest": (
            "Without the <gap> extra <things> that <a> has, there would be @ <things>, split "
            "evenly between <a> and <b>.",
            "If <a> had only as many as <b>, they would have @ <things> together.",
        ),
        "small": ("Each of them would then have @ <things>, which is what <b> has.",),
        "large": ("<a> has @ <things>.",),
        "theirs": ("<c> has @ <things>.",),
    },
    owners={"small": "b", "large": "a", "theirs": "c"},
)

_LEGS = "low = n*2; extra = legs - low; fours = extra/2; twos = n - fours"

heads_and_legs = family(
    "heads_and_legs",
    fact(
        "On a farm there are <n> animals, all of them <four> or <two>. Together they have <legs> "
        "legs.",
        "<who> looks after <four> and <two>, <n> animals in all, and counts <legs> legs.",
        "There are only <four> and <two> in a yard. <who> counts <n> heads and <legs> legs.",
        says="n = fours + twos; legs = fours*4 + twos*2",
    ),
    either(
        [
            ask(
                "How many <four> are there?",
                "How many of the animals are <four>?",
                of="fours",
                plan=_LEGS,
            )
        ],
        [
            ask(
                "How many <two> are there?",
                "How many of the animals are <two>?",
                of="twos",
                plan=_LEGS,
            )
        ],
        [
            fact(
                "Each day, every one of the <four> eats <k> kilograms of hay.",
                "The <four> eat hay, and each of them needs <k> kilograms of it a day.",
                says="hay = fours*k",
            ),
            either(
                [
                    ask(
                        "How many kilograms of hay do the <four> eat in a day?",
                        "How many kilograms of hay do all the <four> together need each day?",
                        of="hay",
                        plan=_LEGS,
                    )
                ],
                [
                    ask(
                        "How many kilograms of hay do the <four> eat in a week?",
                        "How many kilograms of hay do all the <four> together need for a week?",
                        of="weekly",
                        says="weekly = hay*7",
                        plan=_LEGS,
                    )
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "four": ("goats", "sheep", "donkeys", "cows", "llamas", "alpacas"),
        "two": ("hens", "ducks", "geese", "turkeys", "ostriches", "peacocks"),
    },
    draws={"fours": count(5, 40), "twos": count(5, 60), "k": count(2, 3)},
    units={
        "n": "animal",
        "legs": "leg",
        "low": "leg",
        "extra": "leg",
        "fours": "animal",
        "twos": "animal",
        "k": "kilogram/animal",
        "hay": "kilogram",
        "weekly": "kilogram",
    },
    lines={
        "low": ("If all were <two>, there would be @ legs.",),
        "extra": ("But there are @ more legs than that.",),
        "fours": ("Each of the <four> adds 2 more legs, so there are @ <four>.",),
        "twos": ("The other @ are <two>.",),
        "hay": ("In a day, the <four> eat @ kilograms of hay.",),
        "weekly": ("In a week, the <four> eat @ kilograms of hay.",),
    },
)

_PRICES = "low = n*less; extra = sum - low; gap = more - less; dear = extra/gap; cheap = n - dear"

two_kinds_of_tickets = family(
    "two_kinds_of_tickets",
    fact(
        "For <event>, <n> tickets were sold for $<sum> altogether. A ticket cost $<more> for "
        "adults and $<less> for children.",
        "Adults paid $<more> and children $<less> to see <event>. There were <n> visitors, who "
        "paid $<sum> in total.",
        "To see <event>, every adult paid $<more> and every child paid $<less>. The <n> tickets "
        "sold brought in $<sum>.",
        says="n = dear + cheap; sum = dear*more + cheap*less",
    ),
    either(
        [
            ask(
                "How many adults were there?",
                "How many tickets for adults were sold?",
                of="dear",
                plan=_PRICES,
                kind="riders",
                x="the adults in the audience",
                past=True,
            )
        ],
        [
            ask(
                "How many children were there?",
                "How many tickets for children were sold?",
                of="cheap",
                plan=_PRICES,
                kind="riders",
                x="the children in the audience",
                past=True,
            )
        ],
        [
            fact(
                "Every child got <k> paper flags.",
                "At the door, each child was given <k> paper flags.",
                says="flags = cheap*k",
            ),
            ask(
                "How many paper flags were given out?",
                "How many paper flags did the children get altogether?",
                of="flags",
                plan=_PRICES,
            ),
        ],
    ),
    words={
        "event": (
            "a puppet show",
            "the school play",
            "a magic show",
            "a village concert",
            "a film about whales",
            "a dance performance",
        )
    },
    draws={
        "less": dollars(3, 8),
        "more": dollars("less+2", "2*less+4"),
        "dear": count(12, 90),
        "cheap": count(12, 90),
        "k": count(2, 6),
    },
    units={
        "n": "ticket",
        "sum": "dollar",
        "more": "dollar/ticket",
        "less": "dollar/ticket",
        "low": "dollar",
        "extra": "dollar",
        "gap": "dollar/ticket",
        "dear": "ticket",
        "cheap": "ticket",
        "k": "flag/ticket",
        "flags": "flag",
    },
    lines={
        "low": ("If all tickets had been for children, they would have brought in $@.",),
        "extra": ("In fact, they brought in $@ more.",),
        "gap": ("A ticket for an adult cost $@ more than one for a child.",),
        "dear": ("So @ tickets were for adults.",),
        "cheap": ("The other @ tickets were for children.",),
        "flags": ("The children got @ flags.",),
    },
)

FAMILIES = (
    sum_and_gap,
    heads_and_legs,
    two_kinds_of_tickets,
)
