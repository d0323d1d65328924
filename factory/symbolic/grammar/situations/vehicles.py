"""Passengers and fuel."""

from factory.symbolic.grammar.draws import count, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

passengers_on_board = family(
    "passengers_on_board",
    fact(
        "A <car> sets out with <x> passengers.",
        "When a <car> leaves, <x> passengers are on board.",
        "There are <x> passengers on a <car>.",
    ),
    fact(
        "At the next <stop>, <off> of them get off and <on> people get on.",
        "At the next <stop>, <off> passengers leave and <on> people board.",
        "When the <car> reaches the next <stop>, <off> of them get off and <on> people get on.",
        says="x = off + stay; now = stay + on",
    ),
    either(
        [
            ask(
                "How many passengers are on board after that?",
                "How many passengers are on the <car> when it leaves that <stop>?",
                of="now",
                kind="riders",
                x="the passengers on board",
            )
        ],
        [
            fact(
                "At the <stop> after that, <out> passengers get off and <new> get on.",
                "Then, at another <stop>, <new> people get on and <out> get off.",
                says="now = out + keep; final = keep + new",
            ),
            ask(
                "How many passengers are on the <car> in the end?",
                "How many passengers are on board after that <stop>?",
                of="final",
                kind="riders",
                x="the passengers on board",
            ),
        ],
        [
            fact(
                "Each of the passengers now on board has paid $<fare> for the ride.",
                "Everyone who is now on board has a ticket that cost $<fare>.",
                says="sum = now*fare",
            ),
            ask(
                "How much money in dollars have these passengers paid in all?",
                "How many dollars have the passengers now on board paid in all?",
                of="sum",
            ),
        ],
        [
            fact(
                "Of the passengers now on board, <p>% have a season ticket.",
                "A season ticket is held by <p>% of the passengers now on board.",
                says="some = p/100*now; now = some + others",
            ),
            either(
                [
                    ask(
                        "How many of these passengers have a season ticket?",
                        "How many passengers on board have a season ticket?",
                        of="some",
                    )
                ],
                [
                    ask(
                        "How many of these passengers have no season ticket?",
                        "How many passengers on board are without a season ticket?",
                        of="others",
                    )
                ],
            ),
        ],
    ),
    rows={
        "car,stop": (
            ("bus", "stop"),
            ("tram", "stop"),
            ("ferry", "island"),
            ("night train", "station"),
            ("shuttle bus", "stop"),
            ("river boat", "town"),
        )
    },
    draws={
        "x": plain(18, 60),
        "off": plain(4, 20),
        "on": plain(5, 25),
        "out": plain(3, 20),
        "new": plain(3, 20),
        "fare": money(2, 4),
        "p": percent(20, 80),
    },
    units=dict.fromkeys(
        ("x", "off", "stay", "on", "now", "out", "keep", "new", "final", "some", "others"), "person"
    )
    | {"fare": "dollar/person", "sum": "dollar", "p": "%"},
    lines={
        "stay": (
            "After <off> get off, @ passengers remain.",
            "Of the first passengers, @ stay on board.",
        ),
        "now": ("With the new ones, there are @ passengers.", "Then there are @ passengers."),
        "keep": ("Of these, @ passengers stay on board.",),
        "final": ("In the end, there are @ passengers.",),
        "sum": ("They have paid $@ in all.",),
        "some": ("@ passengers have a season ticket.",),
        "others": ("@ passengers have no season ticket.",),
    },
    owners={"now": "car"},
)

fuel_for_a_trip = family(
    "fuel_for_a_trip",
    fact(
        "<who> drives to <goal> in <car> that goes <per> kilometers on a liter of fuel.",
        "For a trip to <goal>, <who> takes <car> that goes <per> kilometers on each liter of fuel.",
        "In <car>, which goes <per> kilometers on a liter of fuel, <who> drives to <goal>.",
    ),
    either(
        [
            fact(
                "The way there is <there> kilometers, and the way back is just as long.",
                "<who.He> drives <there> kilometers to get there and takes the same way back.",
                says="far = there*2",
            )
        ],
        [
            fact(
                "In all, the trip is <far> kilometers long.",
                "There and back, the trip is <far> kilometers long.",
            )
        ],
        [
            fact(
                "The way there is <out> kilometers, but a closed road makes the way back <more> "
                "kilometers longer.",
                "To get there, <who.he> drives <out> kilometers. The way back on another "
                "road is <more> kilometers longer.",
                says="back = out + more; far = out + back",
            )
        ],
    ),
    either(
        [
            fact(
                "Before the trip, <who> buys exactly the fuel that it takes, at $<p> per liter.",
                "For the whole trip, <who> buys just enough fuel, which costs $<p> per liter.",
                "At a gas station, <who> buys exactly the fuel for the whole trip and pays $<p> "
                "per liter.",
                says="sum = used*p",
            ),
            ask(
                "How much money in dollars does <who> pay for the fuel?",
                "How many dollars does the fuel for the trip cost?",
                of="sum",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            fact(
                "The tank held <tank> liters of fuel at the start.",
                "Before the trip, there were <tank> liters of fuel in the tank.",
                says="tank = used + left",
            ),
            ask(
                "How many liters of fuel are left after the trip?",
                "How many liters of fuel are in the tank at the end of the trip?",
                of="left",
            ),
        ],
    ),
    says="far = per*used",
    words={
        "who": PERSON,
        "goal": ("a lake", "a relative's farm", "the mountains", "a festival", "the coast"),
    },
    rows={
        "car,per": (
            ("an old van", plain(8, 12)),
            ("a small car", plain(14, 20)),
            ("a camper", plain(7, 11)),
            ("a pickup truck", plain(7, 10)),
            ("a station wagon", plain(11, 16)),
            ("a minibus", plain(7, 11)),
        )
    },
    draws={
        "used": count(6, 40),
        "out": plain("far/2-18", "far/2-2"),
        "p": money(1, 2),
        "left": plain(5, 40),
    },
    units={
        "per": "kilometer/liter",
        "there": "kilometer",
        "out": "kilometer",
        "more": "kilometer",
        "back": "kilometer",
        "far": "kilometer",
        "used": "liter",
        "p": "dollar/liter",
        "sum": "dollar",
        "tank": "liter",
        "left": "liter",
    },
    lines={
        "far": ("There and back, that is @ kilometers.", "The whole trip is @ kilometers long."),
        "back": ("The way back is @ kilometers.",),
        "used": ("The trip takes @ liters of fuel.",),
        "sum": ("The fuel costs $@.",),
        "left": ("There are @ liters left.",),
    },
    need=("2*p <= 5",),
    within={"tank": (20, 75), "out": (20, 400), "more": (4, 36)},
    owners={"sum": "who"},
)

FAMILIES = (
    passengers_on_board,
    fuel_for_a_trip,
)
