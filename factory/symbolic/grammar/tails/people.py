"""What a group of people can do next."""

from factory.symbolic.grammar.draws import count, divisor, dollars, percent
from factory.symbolic.grammar.family import ask, either, fact, family

_VEHICLES = (
    ("van/vans", divisor("a", 5, 8), dollars(45, 95, 5)),
    ("boat/boats", divisor("a", 4, 12), dollars(30, 90, 5)),
    ("minibus/minibuses", divisor("a", 9, 20), dollars(80, 160, 5)),
    ("tour bus/tour buses", divisor("a", 24, 56), dollars(240, 480, 10)),
)


rides_in_vehicles = family(
    "rides_in_vehicles",
    fact(
        "On a trip, <x> <ride|rode> in <c> that <seat|seated> <k> passengers each, and no seat "
        "<is|was> empty.",
        "For a trip, <x> <get|got> into <c>, <k> into each <c.one>.",
        says="a = k*used",
    ),
    either(
        [
            ask(
                "How many <c> <are|were> needed?",
                "How many <c> <do|did> they use?",
                of="used",
            )
        ],
        [
            fact(
                "Hiring <c.a> <costs|cost> $<fee>.",
                "The rental price <is|was> $<fee> for each <c.one>.",
                says="sum = used*fee",
            ),
            ask(
                "How many dollars <do|did> the <c> cost in all?",
                "How much money in dollars <is|was> paid for all the <c>?",
                of="sum",
            ),
        ],
    ),
    on="people",
    rows={"c,k,fee": _VEHICLES},
    units={
        "a": "person",
        "k": "person/van",
        "used": "van",
        "fee": "dollar/van",
        "sum": "dollar",
    },
    lines={
        "used": (
            "In all, @ <c> <are|were> needed.",
            "With <k> people in each, @ <c> <are|were> used.",
        ),
        "sum": ("All the <c> together <cost|cost> $@.",),
    },
    within={"a": (12, 400), "used": (2, 40)},
)


forms_teams = family(
    "forms_teams",
    fact(
        "For a game, <x> <form|formed> teams of <k>.",
        "For a contest, <x> <are|were> split into teams, with <k> on each team.",
        says="a = k*teams",
    ),
    either(
        [
            ask(
                "How many teams <are|were> there?",
                "How many teams <do|did> they form?",
                of="teams",
            )
        ],
        [
            fact(
                "Every team <gets|got> <m> paper maps.",
                "At the start, <m> paper maps <are|were> handed to each team.",
                says="maps = m*teams",
            ),
            ask(
                "How many paper maps <are|were> handed out in all?",
                "How many paper maps <do|did> all the teams get?",
                of="maps",
            ),
        ],
    ),
    on="people",
    draws={"k": divisor("a", 3, 12), "m": count(2, 6)},
    units={"a": "person", "k": "person/team", "teams": "team", "m": "map/team", "maps": "map"},
    lines={
        "teams": (
            "In all, there <are|were> @ teams.",
            "With <k> on each team, there <are|were> @ teams.",
        ),
        "maps": ("The teams <get|got> @ maps.", "In all, @ maps <are|were> handed out."),
    },
    within={"a": (9, 400), "teams": (2, 80)},
)


wear_hats = family(
    "wear_hats",
    fact(
        "Of <x>, <p>% <wear|wore> <what>.",
        "Exactly <p>% of <x> <wear|wore> <what>.",
        says="some = p/100*a; a = some + others",
    ),
    either(
        [
            ask(
                "How many of them <wear|wore> <what>?",
                "How many of <x> <wear|wore> <what>?",
                of="some",
            )
        ],
        [
            ask(
                "How many of them <do|did> not wear <what>?",
                "How many of <x> <do|did> not wear <what>?",
                of="others",
            )
        ],
    ),
    on="people riders",
    words={"what": ("hats", "glasses", "sneakers", "watches", "rings")},
    draws={"p": percent(10, 80)},
    units={"a": "person", "p": "%", "some": "person", "others": "person"},
    lines={
        "some": ("That means that @ of them <wear|wore> <what>.",),
        "others": ("The other @ <do|did> not.", "The other @ <do|did> not wear <what>."),
    },
    within={"a": (20, 2000)},
)


TAILS = (rides_in_vehicles, forms_teams, wear_hats)
