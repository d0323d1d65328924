"""What two people do side by side."""

from factory.symbolic.grammar.draws import count, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_TASKS = (
    ("fold", "leaflets"),
    ("address", "envelopes"),
    ("paint", "flowerpots"),
    ("plant", "seedlings"),
    ("sort", "books"),
    ("wrap", "parcels"),
    ("stuff", "cushions"),
    ("label", "jars"),
)

working_together = family(
    "working_together",
    either(
        [
            fact(
                "<a> can <do> <x> <things> in an hour, and <b> can <do> <y>.",
                "In an hour, <a> can <do> <x> <things>, while <b> can <do> <y>.",
                "When they <do> <things>, <a> manages <x> per hour and <b> <y> per hour.",
            )
        ],
        [
            fact(
                "<a> can <do> <x> <things> in an hour. <b> can <do> <more> more than that.",
                "In an hour, <a> can <do> <x> <things>, and <b> can <do> <more> more than <a>.",
                "<a> manages to <do> <x> <things> per hour, which is <more> fewer than <b> "
                "manages.",
                says="y = x + more",
            )
        ],
        [
            fact(
                "<a> can <do> <x> <things> in an hour. <b> can <do> <k> as many.",
                "In an hour, <a> can <do> <x> <things>, and <b> can <do> <k> as many as that.",
                "<b>, who can <do> <k> as many <things> per hour as <a>, works with <a>, who "
                "manages <x> per hour.",
                says="y = k*x",
            )
        ],
    ),
    either(
        [
            fact(
                "Side by side, they begin with a pile of <pile> <things>.",
                "There are <pile> <things> to <do>, and they start at the same time.",
                "They want to <do> <pile> <things> and work at the same time.",
                says="joint = x + y; pile = joint*hours",
            ),
            ask(
                "How many hours do <a> and <b> need?",
                "After how many hours are <a> and <b> done?",
                of="hours",
                kind="hours",
                x="the time that <a> and <b> need",
            ),
        ],
        [
            fact(
                "There are <all> <things> to <do>, but <done> of them were finished yesterday.",
                "The whole pile has <all> <things>, of which <done> are already done.",
                says="all = done + pile",
            ),
            fact(
                "Today they do the rest side by side.",
                "They work on the rest at the same time.",
                says="joint = x + y; pile = joint*hours",
            ),
            ask(
                "How many hours do <a> and <b> need for the rest?",
                "After how many hours of work is the rest done?",
                of="hours",
                kind="hours",
                x="the time for the rest",
            ),
        ],
        [
            fact(
                "<a> works for <t> hours and <b> for <u> hours.",
                "On this day, <b> works for <u> hours and <a> for <t>.",
                says="first = x*t; second = y*u; sum = first + second",
            ),
            either(
                [
                    ask(
                        "How many <things> do <a> and <b> <do> altogether?",
                        "How many <things> are finished when <a> and <b> stop?",
                        of="sum",
                    )
                ],
                [
                    fact(
                        "There were <order> <things> to <do>.",
                        "The plan for the day was to <do> <order> <things>.",
                        says="order = sum + open",
                    ),
                    ask(
                        "How many <things> do they still have to <do>?",
                        "How many <things> are left to <do>?",
                        of="open",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<a> works alone for <t> hours. Then <b> joins, and from there on they work side "
                "by side until <pile> <things> are done in all.",
                "Of <pile> <things>, <a> does as many as <a.he> can in <t> hours. After that, <b> "
                "helps until all of them are done.",
                says="first = x*t; pile = first + rest; joint = x + y; rest = joint*hours",
            ),
            ask(
                "For how many hours do they work together?",
                "How many hours do they spend side by side?",
                of="hours",
                kind="hours",
                x="the time that they work together",
            ),
        ],
    ),
    words={"a,b": PERSON},
    rows={"do,things": _TASKS},
    draws={
        "x": plain(8, 40),
        "more": plain(3, 20),
        "k": times(2, 3),
        "y": plain(8, 40),
        "hours": count(2, 7),
        "done": plain(15, 90),
        "t": count(2, 7),
        "u": count(2, 7),
        "open": plain(10, 80),
    },
    units={
        "x": "piece/hour",
        "y": "piece/hour",
        "more": "piece/hour",
        "k": "1",
        "joint": "piece/hour",
        "pile": "piece",
        "hours": "hour",
        "all": "piece",
        "done": "piece",
        "t": "hour",
        "u": "hour",
        "first": "piece",
        "second": "piece",
        "sum": "piece",
        "order": "piece",
        "open": "piece",
        "rest": "piece",
    },
    lines={
        "y": ("In an hour, <b> can <do> @ <things>.", "<b> manages @ <things> an hour."),
        "joint": ("Together they can <do> @ <things> an hour.",),
        "pile": ("Then @ <things> are left.",),
        "hours": ("That takes @ hours.", "They need @ hours."),
        "first": ("In <t> hours, <a> can <do> @ <things>.",),
        "second": ("In <u> hours, <b> can <do> @ <things>.",),
        "sum": ("Together, that is @ <things>.",),
        "open": ("@ <things> are left to <do>.",),
        "rest": ("Then @ <things> are left.",),
    },
    within={"y": (8, 120)},
)

FAMILIES = (working_together,)
