"""Birds and plants: counts at a lake, plants that get longer."""

from factory.symbolic.grammar.draws import count, divisor, part, percent, plain, times
from factory.symbolic.grammar.family import PERSON, any_order, ask, either, fact, family

_later = (
    any_order(
        fact(
            "At noon, <gone> of the <two> fly off.",
            "When a boat comes by, <gone> of the <two> leave.",
            "A dog scares away <gone> of the <two>.",
            says="y = gone + stay",
        ),
        fact(
            "Later in the day, <new> more <one> arrive.",
            "In the afternoon, <new> more <one> land there.",
            says="now = x + new; total = now + stay",
        ),
    ),
    either(
        [
            ask(
                "How many birds are there after that?",
                "How many <one> and <two> does <who> count in the end?",
                of="total",
            )
        ],
        [
            fact(
                "In the evening, <f> of all birds there carry a ring.",
                "A ring can be seen on <f> of all the birds that are there in the end.",
                says="rings = total/f",
            ),
            ask(
                "How many of the birds have a ring?",
                "How many birds with a ring are there?",
                of="rings",
            ),
        ],
    ),
)

bird_count = family(
    "bird_count",
    either(
        [
            either(
                [
                    fact(
                        "At <place>, <who> counts <x> <one> and <k> as many <two>.",
                        "Early in the day, <who> sees <x> <one> at <place>, and <k> as many <two>.",
                        "<who> is at <place> with a telescope and finds <x> <one>. There are <k> "
                        "as many "
                        "<two>.",
                        says="y = x*k; birds = x + y",
                    )
                ],
                [
                    fact(
                        "At <place>, <who> counts <x> <one> and <more> more <two> than <one>.",
                        "Early in the day, <who> sees <x> <one> at <place>, and the <two> are "
                        "<more> more "
                        "than that.",
                        "<who> is at <place> with a telescope and finds <x> <one>. The number of "
                        "<two> is "
                        "<more> higher.",
                        says="y = x + more; birds = x + y",
                    )
                ],
            ),
            either(
                _later,
                [
                    fact(
                        "Of all these birds, <p>% are young.",
                        "Young birds make up <p>% of all of them.",
                        says="young = p/100*birds; birds = young + grown",
                    ),
                    either(
                        [
                            ask(
                                "How many of the birds are not young?",
                                "How many grown birds does <who> see?",
                                of="grown",
                            )
                        ],
                        [
                            fact(
                                "In a notebook, each young bird takes up a line, and <fit> lines "
                                "fill a page. No "
                                "page has empty lines.",
                                "<who> writes a line about each young bird, and <fit> lines go on "
                                "a page. The "
                                "pages are full.",
                                says="young = fit*pages",
                            ),
                            ask(
                                "How many pages does <who> fill?",
                                "How many pages do the young birds take?",
                                of="pages",
                            ),
                        ],
                    ),
                ],
            ),
        ],
        [
            fact(
                "At <place>, <who> counts <birds> birds. Of these, <x> are <one> and all others "
                "are "
                "<two>.",
                "Early in the day, <who> sees <birds> birds at <place>: <x> <one>, and otherwise "
                "only <two>.",
                says="birds = x + y",
            ),
            *_later,
        ],
    ),
    words={
        "who": PERSON,
        "one,two": ("swans", "herons", "cranes", "gulls", "terns", "ducks", "storks", "geese"),
        "place": ("a lake", "a marsh", "a river mouth", "a reservoir", "a lagoon", "a salt pan"),
    },
    draws={
        "x": plain(9, 40),
        "k": times(2, 4),
        "more": plain(4, 40),
        "y": plain(12, 90),
        "gone": count(4, 30),
        "new": count(4, 30),
        "f": part(2, 5),
        "p": percent(10, 60),
        "fit": divisor("young", 3, 12),
    },
    units={
        "x": "bird",
        "k": "1",
        "more": "bird",
        "y": "bird",
        "birds": "bird",
        "gone": "bird",
        "stay": "bird",
        "new": "bird",
        "now": "bird",
        "total": "bird",
        "f": "1",
        "rings": "bird",
        "p": "%",
        "young": "bird",
        "grown": "bird",
        "fit": "bird/page",
        "pages": "page",
    },
    lines={
        "y": ("There are @ <two>.", "The number of <two> is @."),
        "birds": ("Together, that is @ birds.",),
        "stay": ("@ <two> stay.", "Of the <two>, @ stay."),
        "now": ("Then there are @ <one>.", "With the new ones, there are @ <one>."),
        "total": ("In the end, there are @ birds.",),
        "rings": ("@ birds carry a ring.",),
        "young": ("@ of the birds are young.",),
        "grown": ("@ birds are grown.",),
        "pages": ("That fills @ pages.",),
    },
    within={"y": (10, 170), "pages": (2, 20)},
)

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
                "The good weather lasts for <weeks> weeks.",
                "For <weeks> weeks, this does not change.",
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
                        "Another <plant> is <other> centimeters long at the same time.",
                        "Next to it, a <plant> of <other> centimeters stands at the end of this "
                        "time.",
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
                "Its pole reaches up to <pole> centimeters.",
                "A pole of <pole> centimeters stands next to it.",
                says="pole = start + missing",
            ),
            either(
                [
                    fact(
                        "The <plant> climbs straight up.",
                        "All the way up, the <plant> grows at this speed.",
                        says="missing = weekly*weeks",
                    ),
                    ask(
                        "How many weeks does the <plant> need to reach the top of the pole?",
                        "How many weeks pass until the <plant> is as long as the pole?",
                        of="weeks",
                    ),
                ],
                [
                    fact(
                        "With a fertilizer, it grows <plus> centimeters more each week than it "
                        "would without.",
                        "A warm wall makes it grow <plus> centimeters more each week than it "
                        "otherwise would.",
                        says="pace = weekly + plus; missing = pace*needed",
                    ),
                    ask(
                        "How many weeks does the <plant> need to reach the top of the pole?",
                        "How many weeks pass until the <plant> is as long as the pole?",
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
        "more": ("In that time it grows @ centimeters.", "The growth is @ centimeters."),
        "tall": ("Then it is @ centimeters long.", "It reaches @ centimeters."),
        "left": ("After that it is @ centimeters long.",),
        "gap": ("The difference is @ centimeters.",),
        "missing": ("Up to the top of the pole, @ centimeters are missing.",),
        "pace": ("It then grows @ centimeters a week.",),
        "weeks": ("That takes @ weeks.",),
        "needed": ("That takes @ weeks.",),
    },
    need=("cut < more", "gap < more"),
)

FAMILIES = (bird_count, growing_plant)
