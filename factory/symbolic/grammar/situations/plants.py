"""Plants that grow week after week."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_GROWING = (
    ("bean plant", plain(8, 20), plain(2, 4)),
    ("sunflower", plain(12, 24), plain(2, 4)),
    ("bamboo shoot", plain(14, 40), plain(2, 6)),
    ("hollyhock", plain(8, 18), plain(2, 3)),
    ("corn plant", plain(10, 22), plain(2, 4)),
    ("tomato plant", plain(8, 16), plain(2, 3)),
    ("sweet pea", plain(9, 20), plain(2, 4)),
)

growing_plant = family(
    "growing_plant",
    fact(
        "<who> measures a <plant> that is <start> centimeters tall. Every week it grows <weekly> "
        "centimeters.",
        "A <plant> in <who>'s garden has a height of <start> centimeters and grows <weekly> "
        "centimeters a week.",
        "When <who> plants a <plant>, it is <start> centimeters tall. From then on it grows "
        "<weekly> centimeters each week.",
        "<who>'s <plant> gets <weekly> centimeters taller every week. It starts with a height of "
        "<start> centimeters.",
    ),
    either(
        [
            fact(
                "It grows like this for <weeks> weeks.",
                "This goes on for <weeks> weeks.",
                "It keeps growing at this rate for <weeks> weeks.",
                says="more = weekly*weeks; tall = start + more",
            ),
            either(
                [
                    ask(
                        "How many centimeters tall is the <plant> then?",
                        "How many centimeters does the <plant> measure after that time?",
                        of="tall",
                    )
                ],
                [
                    fact(
                        "Then a storm breaks off the top <cut> centimeters.",
                        "At the end of this time, <who> cuts <cut> centimeters off the top.",
                        "A deer then bites off the top <cut> centimeters.",
                        says="tall = cut + left",
                    ),
                    ask(
                        "How many centimeters tall is the <plant> after that?",
                        "How many centimeters of the <plant> are left?",
                        of="left",
                    ),
                ],
                [
                    fact(
                        "At the end of this time, another <plant> is <other> centimeters tall.",
                        "After these weeks, another <plant> next to it is <other> centimeters "
                        "tall.",
                        says="tall = other + gap",
                    ),
                    ask(
                        "By how many centimeters is <who>'s <plant> taller than the other one?",
                        "How many centimeters shorter than <who>'s <plant> is the other one?",
                        of="gap",
                    ),
                ],
            ),
        ],
        [
            fact(
                "A pole beside it is <pole> centimeters high.",
                "It is tied to a pole that is <pole> centimeters high.",
                "A pole of <pole> centimeters stands next to it.",
                says="pole = start + missing",
            ),
            either(
                [
                    fact(
                        "The <plant> grows straight up.",
                        "The <plant> keeps growing straight up at this speed.",
                        says="missing = weekly*weeks",
                    ),
                    either(
                        [
                            ask(
                                "How many weeks does the <plant> need to reach the top of the "
                                "pole?",
                                "How many weeks pass until the <plant> is as tall as the pole?",
                                of="weeks",
                            )
                        ],
                        [
                            fact(
                                "Of the weeks until it reaches the top of the pole, <gone> have "
                                "passed.",
                                "By now, <gone> of the weeks that it needs to reach the top "
                                "of the pole are over.",
                                "After <gone> weeks, <who> comes back to look at it.",
                                says="weeks = gone + wait",
                            ),
                            ask(
                                "How many more weeks does the <plant> need to reach the top of "
                                "the pole?",
                                "After how many more weeks is the <plant> as tall as the pole?",
                                of="wait",
                            ),
                        ],
                    ),
                ],
                [
                    fact(
                        "With a fertilizer, the <plant> would grow <plus> centimeters more each "
                        "week from the start.",
                        "In a greenhouse, the <plant> would grow <plus> centimeters more each "
                        "week from the start.",
                        says="pace = weekly + plus; missing = pace*needed",
                    ),
                    ask(
                        "How many weeks would the <plant> then need to reach the top of the pole?",
                        "How many weeks would then pass until the <plant> is as tall as the pole?",
                        of="needed",
                    ),
                ],
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"plant,weekly,plus": _GROWING},
    draws={
        "start": plain(5, 40),
        "weeks": count(3, 9),
        "needed": count(3, 9),
        "gone": count(2, "weeks-2"),
        "cut": plain(4, 20),
        "gap": plain(5, 60),
    },
    units={
        "start": "centimeter",
        "weekly": "centimeter/week",
        "plus": "centimeter/week",
        "pace": "centimeter/week",
        "weeks": "week",
        "needed": "week",
        "gone": "week",
        "wait": "week",
        "more": "centimeter",
        "tall": "centimeter",
        "cut": "centimeter",
        "left": "centimeter",
        "other": "centimeter",
        "gap": "centimeter",
        "pole": "centimeter",
        "missing": "centimeter",
    },
    lines={
        "more": (
            "In that time, the <plant> grows @ centimeters.",
            "In these weeks, the <plant> grows @ centimeters.",
        ),
        "tall": (
            "After these weeks, the <plant> is @ centimeters tall.",
            "The <plant> reaches a height of @ centimeters.",
        ),
        "left": ("Without its top, the <plant> is @ centimeters tall.",),
        "gap": ("The difference in height is @ centimeters.",),
        "missing": ("To reach the top of the pole, the <plant> has to grow @ centimeters.",),
        "pace": ("The <plant> would then grow @ centimeters a week.",),
        "weeks": ("The <plant> reaches the top of the pole after @ weeks.",),
        "needed": ("The <plant> would need @ weeks.",),
        "wait": ("The <plant> reaches the top @ weeks later.",),
    },
    need=("cut < more", "gap < more"),
)

FAMILIES = (growing_plant,)
