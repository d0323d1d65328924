"""Two unknowns at once: sums and gaps, heads and legs, two prices, two workers, shares in a ratio.

What the sentences state leads to no quantity in one step; each question brings the plan of its
solution, and what the sentences mean stands apart from it.
"""

from factory.symbolic.grammar.draws import count, dollars, plain, times
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
                "<a> and <b> have picked <sum> <things> altogether, <a> <gap> more than <b>.",
                "When <a> and <b> count what they have found, it is <sum> <things>, of which <a> "
                "has <gap> more than <b>.",
                says="sum = large + small; large = small + gap",
            )
        ],
    ),
    either(
        [
            ask(
                "How many <things> does <b> have?",
                "How many of the <things> are <b>'s?",
                of="small",
                plan=_GAP,
                kind="things",
                x="the <things> of <b>",
                who="b",
            )
        ],
        [
            ask(
                "How many <things> does <a> have?",
                "How many of the <things> belong to <a>?",
                of="large",
                plan=_GAP,
                kind="things",
                x="the <things> of <a>",
                who="a",
            )
        ],
        [
            fact(
                "<c> has <k> as many as <b>.",
                "The collection of <c> is <k> as large as that of <b>.",
                says="theirs = small*k",
            ),
            ask(
                "How many <things> does <c> have?",
                "How many <things> belong to <c>?",
                of="theirs",
                plan=_GAP,
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
            "Without the <gap> that <a> has more, there would be @ <things>, shared evenly.",
            "If <a> had as many as <b>, it would be @ <things>.",
        ),
        "small": ("<b> has @ <things>.",),
        "large": ("<a> has @ <things>.",),
        "theirs": ("<c> has @ <things>.",),
    },
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
                "Every one of the <four> eats <k> kilograms of hay a day.",
                "Each day, <k> kilograms of hay are needed for each of the <four>.",
                says="hay = fours*k",
            ),
            ask(
                "How many kilograms of hay do the <four> eat in a day?",
                "How many kilograms of hay are needed in a day?",
                of="hay",
                plan=_LEGS,
            ),
        ],
    ),
    words={
        "who": PERSON,
        "four": ("goats", "sheep", "donkeys", "cows", "llamas", "alpacas"),
        "two": ("hens", "ducks", "geese", "turkeys", "ostriches", "peacocks"),
    },
    draws={"fours": count(5, 40), "twos": count(5, 60), "k": count(3, 9)},
    units={
        "n": "animal",
        "legs": "leg",
        "low": "leg",
        "extra": "leg",
        "fours": "animal",
        "twos": "animal",
        "k": "kilogram/animal",
        "hay": "kilogram",
    },
    lines={
        "low": ("If all were <two>, there would be @ legs.",),
        "extra": ("But there are @ legs more than that.",),
        "fours": ("Each of the <four> brings 2 legs more, so there are @ <four>.",),
        "twos": ("The other @ are <two>.",),
        "hay": ("The <four> eat @ kilograms of hay.",),
    },
)

_PRICES = "low = n*less; extra = sum - low; gap = more - less; dear = extra/gap; cheap = n - dear"

two_kinds_of_tickets = family(
    "two_kinds_of_tickets",
    fact(
        "For <event>, <n> tickets were sold for $<sum> altogether. A ticket was $<more> for "
        "adults and $<less> for children.",
        "Adults paid $<more> and children $<less> to see <event>. There were <n> visitors, who "
        "paid $<sum> in total.",
        "A ticket for <event> cost $<more> for an adult and $<less> for a child. The <n> tickets "
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
            )
        ],
        [
            ask(
                "How many children were there?",
                "How many tickets for children were sold?",
                of="cheap",
                plan=_PRICES,
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
                "How many flags did the children get altogether?",
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
            "the dance evening",
        )
    },
    draws={
        "less": dollars(3, 8),
        "more": dollars("less+2", 20),
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
        "extra": ("In fact, it was $@ more.",),
        "gap": ("A ticket for an adult costs $@ more than one for a child.",),
        "dear": ("So @ tickets were for adults.",),
        "cheap": ("The other @ tickets were for children.",),
        "flags": ("They got @ flags.",),
    },
)

_JOINT = "span = x*y; jobs = x + y; both = span/jobs"

one_job_together = family(
    "one_job_together",
    fact(
        "<a> alone needs <x> hours to <do>. <b> needs <y> hours for the same work.",
        "To <do>, <a> needs <x> hours when working alone, and <b> needs <y> hours.",
        "It takes <a> <x> hours to <do>, and it takes <b> <y> hours.",
        says="one = 1/x; other = 1/y; rate = one + other; both = 1/rate",
    ),
    either(
        [
            ask(
                "How many hours do they need if they work at the same time, each at the usual "
                "speed?",
                "Working side by side, how many hours do <a> and <b> need for it?",
                of="both",
                plan=_JOINT,
            )
        ],
        [
            fact(
                "This week they do it together on <d> days.",
                "They do this together, on <d> days of the week.",
                says="week = both*d",
            ),
            ask(
                "How many hours is each of them busy with it in this week?",
                "For how many hours do they work on it in this week?",
                of="week",
                plan=_JOINT,
            ),
        ],
    ),
    words={
        "a,b": PERSON,
        "do": (
            "clean the stables",
            "mow the meadow",
            "set up the market stand",
            "wash all the windows of a hotel",
            "fill the water tanks",
            "sort the day's mail",
        ),
    },
    draws={"x": plain(3, 30), "y": plain(3, 30), "d": count(3, 6)},
    units={
        "x": "hour",
        "y": "hour",
        "one": "1",
        "other": "1",
        "rate": "1",
        "span": "hour*hour",
        "jobs": "hour",
        "both": "hour",
        "d": "1",
        "week": "hour",
    },
    lines={
        "span": ("Look at a time of @ hours.",),
        "jobs": (
            "In that time <a> could do it <y> times and <b> <x> times, which is @ times together.",
        ),
        "both": ("So it takes them @ hours to do it together.",),
        "week": ("In the week, that is @ hours.",),
    },
    need=("x < y",),
)

shared_in_a_ratio = family(
    "shared_in_a_ratio",
    fact(
        "<a> and <b> share $<sum> in the ratio <p> to <q>, with the first share for <a>.",
        "A prize of $<sum> is divided between <a> and <b>. For every $<p> that <a> gets, <b> gets "
        "$<q>.",
        "<a> and <b> have earned $<sum> together. They split it so that <b> gets $<q> for every "
        "$<p> that <a> gets.",
        says="sum = parts*units; mine = p*units; yours = q*units; parts = p + q",
    ),
    either(
        [
            ask(
                "How many dollars does <a> get?",
                "How much money in dollars is <a>'s share?",
                of="mine",
                kind="earned",
                x="the money that <a> gets",
                who="a",
            )
        ],
        [
            ask(
                "How many dollars does <b> get?",
                "How much money in dollars is <b>'s share?",
                of="yours",
                kind="earned",
                x="the money that <b> gets",
                who="b",
            )
        ],
        [
            ask(
                "How many dollars more does <b> get than <a>?",
                "By how many dollars is <b>'s share the larger one?",
                of="gap",
            )
        ],
    ),
    says="gap = yours - mine",
    words={"a,b": PERSON},
    draws={"p": plain(2, 7), "q": plain("p+1", 12), "units": plain(13, 60)},
    need=("gcd(p, q) < 2",),
    units={
        "sum": "dollar",
        "p": "dollar/time",
        "q": "dollar/time",
        "parts": "dollar/time",
        "units": "time",
        "mine": "dollar",
        "yours": "dollar",
        "gap": "dollar",
    },
    lines={
        "parts": ("One round of sharing takes $@.",),
        "units": ("There are @ such rounds.",),
        "mine": ("<a> gets $@.",),
        "yours": ("<b> gets $@.",),
        "gap": ("The difference is $@.",),
    },
)

FAMILIES = (
    sum_and_gap,
    heads_and_legs,
    two_kinds_of_tickets,
    one_job_together,
    shared_in_a_ratio,
)
