"""Hours and minutes of shows, tours and classes."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import ask, either, fact, family

hours_and_minutes = family(
    "hours_and_minutes",
    fact(
        "<what.A> takes <h> hours and <m> minutes.",
        "For <what.a>, one has to allow <h> hours and <m> minutes.",
        "From beginning to end, <what.a> takes <h> hours and <m> minutes.",
        says="long = h*60; total = long + m",
    ),
    either(
        [
            fact(
                "After <gone> minutes, there is a pause.",
                "The first <gone> minutes have already passed.",
                says="total = gone + rest",
            ),
            ask(
                "How many minutes are still to come?",
                "How many minutes of the <what> are left?",
                of="rest",
            ),
        ],
        [
            fact(
                "It is divided into <k> parts of the same length.",
                "There are <k> parts, and each is as long as any other.",
                says="total = k*each",
            ),
            either(
                [
                    ask(
                        "How many minutes long is each part?",
                        "How many minutes does one part take?",
                        of="each",
                    )
                ],
                [
                    fact(
                        "At the beginning of every part, <skip> minutes go by before all is quiet.",
                        "In every part, <skip> minutes are spent on changing places.",
                        says="each = skip + used",
                    ),
                    ask(
                        "How many minutes of each part remain?",
                        "How many minutes of each part are left after that?",
                        of="used",
                    ),
                ],
            ),
        ],
        [
            fact(
                "It is offered <n> times in a month.",
                "This happens <n> times in a month.",
                says="month = total*n",
            ),
            ask(
                "How many minutes is that in the month?",
                "How many minutes does it come to in a month?",
                of="month",
            ),
        ],
        [
            fact(
                "The version for children is <less> minutes shorter.",
                "A shorter version leaves out <less> minutes.",
                says="total = short + less",
            ),
            ask(
                "How many minutes does the shorter version take?",
                "How many minutes long is the shorter version?",
                of="short",
                kind="minutes",
                x="the shorter version",
            ),
        ],
    ),
    words={
        "what": (
            "puppet show",
            "guided walk",
            "film",
            "concert",
            "boat tour",
            "cooking class",
            "lecture",
            "circus show",
        )
    },
    draws={
        "h": count(2, 3),
        "m": plain(5, 55, 5),
        "gone": plain(20, 110, 5),
        "k": count(3, 6),
        "skip": plain(3, 12),
        "n": count(3, 20),
        "less": plain(10, 60, 5),
    },
    units={
        "h": "hour",
        "long": "minute",
        "m": "minute",
        "total": "minute",
        "gone": "minute",
        "rest": "minute",
        "k": "part",
        "each": "minute/part",
        "skip": "minute/part",
        "used": "minute/part",
        "n": "1",
        "month": "minute",
        "less": "minute",
        "short": "minute",
    },
    lines={
        "long": ("<h> hours are @ minutes.", "The hours make @ minutes."),
        "total": ("In all, it takes @ minutes.", "With the <m> minutes, that is @ minutes."),
        "rest": ("@ minutes are left.", "There are @ minutes to come."),
        "each": ("Each part takes @ minutes.",),
        "used": ("That leaves @ minutes of each part.",),
        "month": ("In the month, that is @ minutes.",),
        "short": ("The shorter version takes @ minutes.",),
    },
)

FAMILIES = (hours_and_minutes,)
