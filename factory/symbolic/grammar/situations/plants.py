"""Plants that grow week after week."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_GROWING = (
    ("bean plant", plain(8, 20), plain(2, 4)),
    ("sunflower", plain(12, 24), plain(2, 4)),
    ("bamboo shoot", plain(14, 40), plain(2, 6)),
    ("hop vine", plain(20, 45), plain(3, 7)),
    ("corn stalk", plain(10, 22), plain(2, 4)),
    ("tomato plant", plain(8, 16), plain(2, 3)),
    ("pumpkin vine", plain(25, 50), plain(3, 8)),
)

growing_plant = family(
    "growing_plant",
    fact(
        "<who> measures a <plant> that is <start> centimeters long. Every week it grows <weekly> "
        "centimeters.",
        "A <plant> in <who>'s garden has a length of <start> centimeters and grows <weekly> "
        "centimeters a week.",
        "When <who> plants a <plant>, it is <start> centimeters long. From then on it grows "
        "<weekly> centimeters each week.",
        "<who>'s <plant> gets <weekly> centimeters longer every week. It starts with a length of "
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
                        "How many centimeters long is the <plant> then?",
                        "How many centimeters does the <plant> measure after that time?",
                        of="tall",
                    )
                ],
                [
                    fact(
                        "Then a storm breaks off the top <cut> centimeters.",
                        "After that, <who> cuts <cut> centimeters off the top.",
                        "At the end of this time, a deer bites off <cut> centimeters.",
                        says="tall = cut + left",
                    ),
                    ask(
                        "How many centimeters long is the <plant> after that?",
                        "How many centimeters of the <plant> are left?",
                        of="left",
                    ),
                ],
                [
                    fact(
                        "At the end of this time, another <plant> is <other> centimeters long.",
                        "After these weeks, another <plant> next to it is <other> centimeters "
                        "long.",
                        says="tall = other + gap",
                    ),
                    ask(
                        "By how many centimeters is <who>'s <plant> longer than the other one?",
                        "How many centimeters shorter than <who>'s <plant> is the other one?",
                        of="gap",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The pole beside it is <pole> centimeters high.",
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
                    ask(
                        "How many weeks does the <plant> need to reach the top of the pole?",
                        "How many weeks pass until the <plant> is as tall as the pole?",
                        of="weeks",
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
        "more": ("In that time it grows @ centimeters.", "In these weeks it grows @ centimeters."),
        "tall": ("Then it is @ centimeters long.", "It reaches @ centimeters."),
        "left": ("After that it is @ centimeters long.",),
        "gap": ("The difference is @ centimeters.",),
        "missing": ("To reach the top of the pole, it has to grow @ centimeters.",),
        "pace": ("It would then grow @ centimeters a week.",),
        "weeks": ("That takes @ weeks.",),
        "needed": ("That takes @ weeks.",),
    },
    need=("cut < more", "gap < more"),
)

FAMILIES = (growing_plant,)
