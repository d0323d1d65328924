"""Work done by two together, and money shared in a ratio.

No sentence leads to a quantity in one step, so some questions bring the plan of their solution.
"""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

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
    draws={"x": plain(3, 20), "y": plain(3, 24), "d": count(3, 6)},
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
    within={"both": (2, 8)},
    owners={"y": "b"},
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
                x="<a.his> share",
                who="a",
            )
        ],
        [
            ask(
                "How many dollars does <b> get?",
                "How much money in dollars is <b>'s share?",
                of="yours",
                kind="earned",
                x="<b.his> share",
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
    owners={
        "mine": "a",
        "yours": "b",
    },
)

FAMILIES = (
    one_job_together,
    shared_in_a_ratio,
)
