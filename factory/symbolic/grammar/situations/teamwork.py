"""What two people do side by side."""

from factory.symbolic.grammar.draws import count, plain, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_TASKS = (
    ("address", "envelopes", plain(24, 40)),
    ("plant", "seedlings", plain(20, 40)),
    ("peel", "potatoes", plain(24, 40)),
    ("wrap", "presents", plain(8, 14)),
    ("decorate", "cookies", plain(15, 30)),
    ("polish", "glasses", plain(20, 36)),
    ("bind", "booklets", plain(10, 20)),
    ("write", "invitations", plain(10, 18)),
)

working_together = family(
    "working_together",
    either(
        [
            fact(
                "<a> can <do> <x> <things> in an hour, and <b> can <do> <y>.",
                "In an hour, <a> can <do> <x> <things>, while <b> can <do> <y>.",
                "<a> and <b> <do> <things>. <a> manages <x> per hour, and <b> manages <y>.",
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
                "<b> can <do> <k> as many <things> per hour as <a>, who manages <x> per hour.",
                says="y = k*x",
            )
        ],
    ),
    either(
        [
            fact(
                "Together, <a> and <b> have <pile> <things> to <do>.",
                "There are <pile> <things> to <do>, and <a> and <b> work at the same time.",
                "They want to <do> <pile> <things> and work at the same time.",
                says="joint = x + y; pile = joint*hours",
            ),
            ask(
                "How many hours do <a> and <b> need for all the <things>?",
                "After how many hours are <a> and <b> done?",
                of="hours",
                kind="hours",
                x="the time that <a> and <b> need",
            ),
        ],
        [
            fact(
                "There are <all> <things> to <do>, but <done> of them were finished yesterday.",
                "Of <all> <things> in all, <done> are already finished.",
                says="all = done + pile",
            ),
            fact(
                "Today, <a> and <b> work on the rest together.",
                "<a> and <b> work on the rest at the same time.",
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
                "Today, <b> works for <u> hours and <a> for <t>.",
                says="first = x*t; second = y*u; sum = first + second",
            ),
            either(
                [
                    ask(
                        "How many <things> do <a> and <b> <do> altogether?",
                        "What is the total number of <things> that <a> and <b> <do>?",
                        of="sum",
                        kind="goods",
                        x="these <things>",
                    )
                ],
                [
                    fact(
                        "At the start, there were <order> <things> to <do>.",
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
                "<a> works alone for <t> hours. Then <b> joins, and from then on they work "
                "side by side until <pile> <things> are done in all.",
                "There are <pile> <things> to <do>. <a> starts and works alone for <t> hours. "
                "After that, <b> helps until all the <things> are done.",
                says="first = x*t; pile = first + rest; joint = x + y; rest = joint*hours",
            ),
            ask(
                "For how many hours do they work together?",
                "For how many hours does <b> help?",
                of="hours",
                kind="hours",
                x="the time that they work together",
            ),
        ],
    ),
    words={"a,b": PERSON},
    rows={"do,things,x": _TASKS},
    draws={
        "more": plain(3, "x/2"),
        "k": times(2, 2),
        "y": plain("x-4", "x+9"),
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
        "joint": ("Together, <a> and <b> can <do> @ <things> an hour.",),
        "pile": ("There are @ <things> left to <do>.",),
        "hours": ("That takes @ hours.", "They need @ hours."),
        "first": ("In <t> hours, <a> can <do> @ <things>.",),
        "second": ("In <u> hours, <b> can <do> @ <things>.",),
        "sum": ("Together, that is @ <things>.",),
        "open": ("@ <things> are left to <do>.",),
        "rest": ("Then @ <things> are left.",),
    },
    within={"y": (5, 75)},
)

FAMILIES = (working_together,)
