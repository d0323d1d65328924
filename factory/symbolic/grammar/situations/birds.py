"""Birds counted at the water."""

from factory.symbolic.grammar.draws import count, divisor, part, percent, plain, times
from factory.symbolic.grammar.family import PERSON, any_order, ask, either, fact, family

_later = (
    any_order(
        fact(
            "After a while, <gone> of the <two> fly off.",
            "When a boat comes by, <gone> of the <two> leave.",
            "A dog scares away <gone> of the <two>.",
            says="y = gone + stay",
        ),
        fact(
            "A little later, <new> more <one> arrive.",
            "Then <new> more <one> land there.",
            says="now = x + new; total = now + stay",
        ),
    ),
    either(
        [
            ask(
                "How many birds are there in the end?",
                "How many <one> and <two> does <who> count altogether in the end?",
                of="total",
            )
        ],
        [
            fact(
                "In the end, <f> of all the birds there wear a ring on a leg.",
                "A ring can be seen on <f> of all the birds that are there in the end.",
                says="rings = total/f",
            ),
            ask(
                "How many of the birds wear a ring?",
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
                        "<who> stands at <place> with a telescope and counts <x> <one>. There are "
                        "<k> as many <two> as <one>.",
                        says="y = x*k; birds = x + y",
                    )
                ],
                [
                    fact(
                        "At <place>, <who> counts <x> <one> and <more> more <two> than <one>.",
                        "Early in the day, <who> sees <x> <one> at <place>. There are <more> more "
                        "<two> than <one>.",
                        "Through a telescope, <who> counts <x> <one> at <place>, which is <more> "
                        "fewer than the number of <two> there.",
                        says="y = x + more; birds = x + y",
                    )
                ],
            ),
            either(
                _later,
                [
                    fact(
                        "Of all these birds, <p>% are young, and the others are adults.",
                        "Young birds make up <p>% of all these birds, and the rest are adults.",
                        says="young = p/100*birds; birds = young + grown",
                    ),
                    either(
                        [
                            ask(
                                "How many of the birds are not young?",
                                "How many adult birds does <who> see?",
                                of="grown",
                            )
                        ],
                        [
                            fact(
                                "In a notebook, <who> writes a line about each young bird. Each "
                                "page has <fit> lines, and all the pages used are full.",
                                "<who> fills a line in a notebook for each young bird. There are "
                                "<fit> lines on a page, and no line of these pages stays empty.",
                                says="young = fit*pages",
                            ),
                            ask(
                                "How many pages does <who> fill?",
                                "How many pages do the notes about the young birds take?",
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
                "are <two>.",
                "Early in the day, <who> sees <birds> birds at <place>. Of them, <x> are "
                "<one>, and the rest are <two>.",
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
        "fit": divisor("young", 6, 12),
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
        "birds": ("Together, there are @ birds.",),
        "stay": ("So @ <two> stay.", "Of the <two>, @ stay."),
        "now": (
            "With the <new> new ones, there are @ <one>.",
            "The number of <one> grows to @.",
        ),
        "total": ("In the end, there are @ birds.",),
        "rings": ("So @ of the birds wear a ring.",),
        "young": ("So @ of the birds are young.",),
        "grown": ("That leaves @ adult birds.", "<who> sees @ adult birds."),
        "pages": ("That fills @ pages.", "<who> fills @ pages."),
    },
    within={"y": (10, 170), "pages": (2, 20)},
    owners={"x": "who", "birds": "who", "total": "who", "grown": "who", "pages": "who"},
)

FAMILIES = (bird_count,)
