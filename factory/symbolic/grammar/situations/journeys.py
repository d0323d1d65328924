"""Legs of a trip, meeting and catching up."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import PERSON, Fact, ask, either, fact, family

_VEHICLES = (
    ("train", "across the country", plain(80, 150, 5), plain(50, 110, 5)),
    ("bus", "along the highway", plain(70, 100, 5), plain(45, 80, 5)),
    ("delivery van", "across the state", plain(65, 100, 5), plain(45, 75, 5)),
    ("freight truck", "to a distant port", plain(60, 85, 5), plain(40, 65, 5)),
    ("motorboat", "along the coast", plain(15, 40, 5), plain(10, 30, 5)),
    ("ferry", "to a distant island", plain(15, 35, 5), plain(10, 25, 5)),
)


def _whole(rest: str) -> Fact:
    """How far it is to the end of the trip; what is left is the quantity `rest`."""
    return fact(
        "The whole trip is <whole> kilometers long.",
        "The destination is <whole> kilometers from the start.",
        says=f"whole = sofar + {rest}",
    )


two_legs = family(
    "two_legs",
    fact(
        "A <car> travels <way> for <t> hours at <fast> kilometers per hour, and then for <u> "
        "hours at <slow> kilometers per hour.",
        "For <t> hours, a <car> travels <way> at a speed of <fast> kilometers per hour. <cause> "
        "then slows it to <slow> kilometers per hour for the next <u> hours.",
        "On its way <way>, a <car> travels at <fast> kilometers per hour for <t> hours. <cause> "
        "then slows it to <slow> kilometers per hour for <u> hours.",
        "A <car> leaves at dawn and travels <way> at <fast> kilometers per hour. After <t> hours, "
        "it slows down and goes on for <u> more hours at <slow> kilometers per hour.",
        says="first = fast*t; second = slow*u; sofar = first + second",
    ),
    either(
        [
            ask(
                "How many kilometers does the <car> travel in all?",
                "How many kilometers does the <car> cover in this time?",
                of="sofar",
            )
        ],
        [
            either(
                [
                    _whole("rest"),
                    ask(
                        "How many kilometers does the <car> still have to go?",
                        "After the slow part, how many kilometers of the trip are left?",
                        of="rest",
                    ),
                ],
                [
                    _whole("remains"),
                    fact(
                        "The <car> travels the rest of the way at <v> kilometers per hour.",
                        "After the slow part, the <car> goes on at <v> kilometers per hour to the "
                        "end.",
                        says="remains = v*last",
                    ),
                    either(
                        [
                            ask(
                                "How many hours does the rest of the way take?",
                                "How many more hours does the <car> need?",
                                of="last",
                            )
                        ],
                        [
                            ask(
                                "How many hours does the whole trip take?",
                                "For how many hours does the <car> travel altogether?",
                                of="hours",
                            )
                        ],
                    ),
                ],
            ),
        ],
        [
            ask(
                "What is the average speed of the <car> over the whole distance, in kilometers "
                "per hour?",
                "How many kilometers per hour is the average speed of the <car> in all these "
                "hours?",
                of="mean",
            )
        ],
    ),
    says="moving = t + u; mean = sofar/moving; hours = moving + last",
    rows={"car,way,fast,slow": _VEHICLES},
    words={
        "cause": ("Bad weather", "Thick fog", "A heavy storm", "Heavy rain", "Poor visibility"),
    },
    draws={
        "t": plain(2, 6),
        "u": plain(2, 6),
        "v": plain("slow", "fast", 5),
        "last": plain(2, 5),
        "rest": plain(20, 180, 5),
    },
    units={
        "fast": "kilometer/hour",
        "slow": "kilometer/hour",
        "t": "hour",
        "u": "hour",
        "first": "kilometer",
        "second": "kilometer",
        "sofar": "kilometer",
        "whole": "kilometer",
        "rest": "kilometer",
        "remains": "kilometer",
        "v": "kilometer/hour",
        "last": "hour",
        "moving": "hour",
        "hours": "hour",
        "mean": "kilometer/hour",
    },
    lines={
        "first": ("The <car> first covers @ kilometers.", "The fast part is @ kilometers long."),
        "second": (
            "At the lower speed, the <car> covers @ kilometers.",
            "The slow part is @ kilometers long.",
        ),
        "sofar": (
            "Together, the fast part and the slow part are @ kilometers long.",
            "In these hours, the <car> travels @ kilometers.",
        ),
        "rest": ("There are still @ kilometers to go.", "Then @ kilometers are left."),
        "remains": ("There are still @ kilometers to go.", "Then @ kilometers are left."),
        "last": ("The remaining part takes @ hours.",),
        "moving": ("The fast part and the slow part take @ hours together.",),
        "hours": ("The whole trip takes @ hours.",),
        "mean": ("The average speed is @ kilometers per hour.",),
    },
    need=("slow < fast", "fast < 2*slow", "v <= fast"),
)

_RIDES = (
    ("rides a bicycle", plain(16, 26), plain(10, 18)),
    ("drives a tractor", plain(20, 30), plain(12, 19)),
    ("skates", plain(12, 18), plain(7, 13)),
    ("rides a scooter", plain(20, 28), plain(12, 22)),
    ("rides a horse", plain(9, 11), plain(5, 8)),
)

moving_apart = family(
    "moving_apart",
    fact(
        "<a> <moves> at <fast> kilometers per hour, and <b> at <slow> kilometers per hour.",
        "<a> <moves> at a speed of <fast> kilometers per hour. <b> <moves> at <slow> kilometers "
        "per hour.",
        "<b> <moves> at <slow> kilometers per hour. <a> is faster and <moves> at <fast> "
        "kilometers per hour.",
    ),
    either(
        [
            fact(
                "They leave the same <place> at the same time in opposite directions on a "
                "straight road, and go on for <t> hours.",
                "On a straight road, they set out from a <place> at the same time in opposite "
                "directions. Neither of them stops for <t> hours.",
                says="joint = fast + slow; apart = joint*t",
            ),
            ask(
                "How many kilometers apart are they after that time?",
                "How many kilometers lie between <a> and <b> after that time?",
                of="apart",
            ),
        ],
        [
            fact(
                "They leave the same <place> at the same time in the same direction on a straight "
                "road, and go on for <t> hours.",
                "On a straight road, they set out from a <place> at the same time in the same "
                "direction. Neither of them stops for <t> hours.",
                says="gain = fast - slow; ahead = gain*t",
            ),
            ask(
                "How many kilometers is <a> ahead of <b> after that time?",
                "How many kilometers is <b> behind <a> after that time?",
                of="ahead",
            ),
        ],
        [
            fact(
                "They start at the same time from villages that are <far> kilometers apart, and "
                "move toward each other on the same road.",
                "At the same time, they set out toward each other from the ends of a road that is "
                "<far> kilometers long.",
                says="joint = fast + slow; far = joint*meet",
            ),
            either(
                [
                    ask(
                        "How many hours pass until they meet?",
                        "After how many hours do they meet?",
                        of="meet",
                    )
                ],
                [
                    ask(
                        "How many kilometers has <b> covered when they meet?",
                        "How many kilometers from <b>'s starting point do they meet?",
                        of="way",
                    )
                ],
            ),
        ],
        [
            fact(
                "<b> starts from a <place> <early> hours before <a>, who follows on the same road.",
                "They take the same road from a <place>, but <b> leaves <early> hours earlier "
                "than <a>.",
                says="gap = slow*early; gain = fast - slow; gap = gain*catch",
            ),
            ask(
                "How many hours does <a> travel before catching up with <b>?",
                "How many hours after starting does <a> catch up with <b>?",
                of="catch",
            ),
        ],
    ),
    says="way = slow*meet",
    rows={"moves,fast,slow": _RIDES},
    words={
        "a,b": PERSON,
        "place": ("bridge", "village", "campsite", "farm", "mill", "gas station"),
    },
    draws={"t": plain(2, 4), "meet": plain(2, 4), "early": plain(2, 3)},
    units={
        "fast": "kilometer/hour",
        "slow": "kilometer/hour",
        "t": "hour",
        "joint": "kilometer/hour",
        "gain": "kilometer/hour",
        "apart": "kilometer",
        "ahead": "kilometer",
        "far": "kilometer",
        "meet": "hour",
        "way": "kilometer",
        "early": "hour",
        "gap": "kilometer",
        "catch": "hour",
    },
    lines={
        "joint": (
            "Each hour, <a> and <b> cover @ kilometers together.",
            "Together, they cover @ kilometers per hour.",
        ),
        "gain": ("Each hour, <a> gains @ kilometers on <b>.",),
        "apart": ("After <t> hours they are @ kilometers apart.",),
        "ahead": ("After <t> hours <a> is ahead by @ kilometers.",),
        "meet": ("<a> and <b> meet after @ hours.",),
        "way": ("When they meet, <b> has covered @ kilometers.",),
        "gap": ("When <a> starts, <b> is @ kilometers ahead.",),
        "catch": ("<a> catches up after @ hours.",),
    },
    need=("slow < fast",),
    within={"catch": (2, 6), "t": (2, 5), "meet": (2, 5), "early": (2, 4)},
    owners={"way": "b", "catch": "a"},
)

FAMILIES = (
    two_legs,
    moving_apart,
)
