"""Passengers and fuel."""

from factory.symbolic.grammar.draws import count, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

passengers_on_board = family(
    "passengers_on_board",
    fact(
        "A <car> sets out with <x> passengers.",
        "When a <car> leaves, <x> passengers are on board.",
        "There are <x> passengers on a <car>.",
        "At the start, somebody counts <x> passengers on a <car>.",
    ),
    fact(
        "At the next <stop>, <off> of them get off and <on> people get on.",
        "At the next <stop>, <off> passengers leave and <on> people board.",
        "The next <stop> is where <off> of them get off and <on> people get on.",
        says="x = off + stay; now = stay + on",
    ),
    either(
        [
            ask(
                "How many passengers are on board after that?",
                "How many passengers does the <car> have when it goes on?",
                of="now",
                kind="riders",
                x="the passengers on board",
            )
        ],
        [
            fact(
                "At the <stop> after that, <out> passengers get off and <new> get on.",
                "The <stop> after that brings <new> new passengers, and <out> get off.",
                says="now = out + keep; final = keep + new",
            ),
            ask(
                "How many passengers are on the <car> when it goes on?",
                "How many passengers are on board after this <stop>?",
                of="final",
                kind="riders",
                x="the passengers on board",
            ),
        ],
        [
            fact(
                "Everyone who is now on board pays $<fare> for the rest of the ride.",
                "Each passenger now on board pays $<fare> for the rest of the ride.",
                says="sum = now*fare",
            ),
            ask(
                "How much money in dollars do these passengers pay?",
                "How many dollars are paid for the rest of the ride?",
                of="sum",
            ),
        ],
        [
            fact(
                "Of those on board, <p>% have a season ticket.",
                "Now <p>% of those on board show a season ticket.",
                says="some = p/100*now; now = some + others",
            ),
            either(
                [
                    ask(
                        "How many of them have a season ticket?",
                        "How many season tickets are shown?",
                        of="some",
                    )
                ],
                [
                    ask(
                        "How many of them have no season ticket?",
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
            ("cable car", "station"),
            ("river boat", "town"),
        )
    },
    draws={
        "x": plain(18, 60),
        "off": count(4, 20),
        "on": count(5, 25),
        "out": count(3, 20),
        "new": count(3, 20),
        "fare": money(2, 6),
        "p": percent(20, 80),
    },
    units=dict.fromkeys(
        ("x", "off", "stay", "on", "now", "out", "keep", "new", "final", "some", "others"), "person"
    )
    | {"fare": "dollar/person", "sum": "dollar", "p": "%"},
    lines={
        "stay": ("After <off> get off, @ passengers remain.", "Of the first ones, @ stay."),
        "now": ("With the new ones there are @ passengers.", "Then there are @ passengers."),
        "keep": ("Then @ passengers stay on board.",),
        "final": ("In the end there are @ passengers.",),
        "sum": ("They pay $@.", "The fares make $@."),
        "some": ("@ of them have a season ticket.",),
        "others": ("@ of them have none.",),
    },
    owners={"now": "car"},
)

fuel_for_a_trip = family(
    "fuel_for_a_trip",
    fact(
        "<who> drives <car> to <goal>. It goes <per> kilometers on a liter of fuel.",
        "For a trip to <goal>, <who> takes <car> that goes <per> kilometers with each liter of "
        "fuel.",
        "With <car>, which goes <per> kilometers on a liter of fuel, <who> drives to <goal>.",
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
                "There and back, it is <far> kilometers.",
            )
        ],
        [
            fact(
                "The way there is <out> kilometers, but a closed road makes the way back <more> "
                "kilometers longer.",
                "To get there, <who.he> drives <out> kilometers. Going back by another road, it is "
                "<more> kilometers more.",
                says="back = out + more; far = out + back",
            )
        ],
    ),
    either(
        [
            fact(
                "A liter costs $<p>.",
                "Fuel costs $<p> per liter.",
                "At the pump, <who.he> pays $<p> for a liter.",
                says="sum = used*p",
            ),
            ask(
                "How much money in dollars does <who> spend on fuel for the trip?",
                "How many dollars does the fuel for the trip cost?",
                of="sum",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            fact(
                "The tank held <tank> liters at the start.",
                "Before the trip there were <tank> liters in the tank.",
                says="tank = used + left",
            ),
            ask(
                "How many liters of fuel are left after the trip?",
                "How many liters are then still in the tank?",
                of="left",
            ),
        ],
    ),
    says="far = per*used",
    words={
        "who": PERSON,
        "car": ("an old van", "a small car", "a camper", "a pickup truck"),
        "goal": ("a lake", "a relative's farm", "the mountains", "a festival", "the coast"),
    },
    draws={
        "per": plain(8, 20),
        "used": count(6, 40),
        "out": plain("far/2-18", "far/2-2"),
        "p": money(2, 3),
        "left": count(5, 40),
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
        "far": ("There and back is @ kilometers.", "The whole trip is @ kilometers long."),
        "back": ("The way back is @ kilometers.",),
        "used": ("The trip takes @ liters of fuel.",),
        "sum": ("The fuel costs $@.",),
        "left": ("There are @ liters left.",),
    },
    within={"tank": (20, 75), "out": (20, 400), "more": (4, 36)},
    owners={"sum": "who"},
)

FAMILIES = (
    passengers_on_board,
    fuel_for_a_trip,
)
