"""Hours and minutes of shows, tours and classes."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import ask, either, fact, family

hours_and_minutes = family(
    "hours_and_minutes",
    fact(
        "<what.A> takes <h> hours and <m> minutes.",
        "The length of <what.a> is <h> hours and <m> minutes.",
        "From beginning to end, <what.a> takes <h> hours and <m> minutes.",
        says="long = h*60; total = long + m",
    ),
    either(
        [
            fact(
                "So far, <gone> minutes of the <what> have passed.",
                "The first <gone> minutes of the <what> are already over.",
                says="total = gone + rest",
            ),
            ask(
                "How many more minutes will the <what> take?",
                "How many minutes of the <what> are left?",
                of="rest",
            ),
        ],
        [
            fact(
                "The <what> is divided into <k> parts of the same length.",
                "The <what> has <k> equally long parts.",
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
                        "Each part begins with an introduction of <skip> minutes.",
                        "The first <skip> minutes of every part are an introduction.",
                        says="each = skip + used",
                    ),
                    ask(
                        "How many minutes long is each part without the introduction?",
                        "How many minutes of each part are left after the introduction?",
                        of="used",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The <what> takes place <n> times in a month.",
                "In one month, the <what> takes place <n> times.",
                says="month = total*n",
            ),
            ask(
                "How many minutes is that in the whole month?",
                "What is the total time for the month, in minutes?",
                of="month",
            ),
        ],
        [
            fact(
                "There is also a shorter version, which takes <less> minutes less.",
                "In a shorter version, <less> minutes are left out.",
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
            "musical",
            "guided walk",
            "play",
            "concert",
            "boat tour",
            "cooking class",
            "ballet",
            "circus show",
        )
    },
    draws={
        "h": plain(2, 3),
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
        "long": ("<h> hours are @ minutes.", "The <h> hours make @ minutes."),
        "total": ("So the <what> takes @ minutes.", "With the <m> minutes, that is @ minutes."),
        "rest": ("Then @ minutes are left.", "There are @ minutes still to come."),
        "each": ("Each part takes @ minutes.",),
        "used": ("Without the introduction, each part takes @ minutes.",),
        "month": ("In the month, that is @ minutes.",),
        "short": ("The shorter version takes @ minutes.",),
    },
)

FAMILIES = (hours_and_minutes,)
