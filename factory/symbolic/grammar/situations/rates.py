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
        "Working alone, <a> needs <x> hours to <do>, and <b> needs <y> hours.",
        says="one = 1/x; other = 1/y; rate = one + other; both = 1/rate",
    ),
    either(
        [
            ask(
                "How many hours do they need for the job if they work together, each at the "
                "usual speed?",
                "How many hours do <a> and <b> need for the job when they work side by side?",
                of="both",
                plan=_JOINT,
            )
        ],
        [
            fact(
                "This week, they work together and do the whole job on each of <d> days.",
                "On each of <d> days this week, they do the whole job together.",
                says="week = both*d",
            ),
            ask(
                "How many hours does each of them work on it this week?",
                "For how many hours do they work together this week?",
                of="week",
                plan=_JOINT,
            ),
        ],
    ),
    words={
        "a,b": PERSON,
        "do": (
            "clean all the rooms of a hotel",
            "sort the mail of a small town",
            "clean the stables of a large farm",
            "iron the laundry of a hotel",
            "pick the ripe berries on a farm",
            "pack the orders of an online shop",
        ),
    },
    draws={"x": plain(4, 20), "y": plain("x+2", "3*x"), "d": count(3, 6)},
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
        "span": ("Suppose they work for @ hours.",),
        "jobs": (
            "In that time, <a> could do the job <y> times and <b> could do it <x> times, so "
            "together they could do it @ times.",
        ),
        "both": ("Together, they need @ hours for the job.",),
        "week": ("This week, they work for @ hours.",),
    },
    need=("x < y",),
    within={"both": (2, 9)},
    owners={"y": "b"},
)

shared_in_a_ratio = family(
    "shared_in_a_ratio",
    fact(
        "<a> and <b> share $<sum> in the ratio <p> to <q>, in this order.",
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
                "By how many dollars is <b>'s share larger than <a>'s share?",
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
        "parts": ("Whenever <a> gets $<p> and <b> gets $<q>, they share $@.",),
        "units": ("They can do this @ times.",),
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
