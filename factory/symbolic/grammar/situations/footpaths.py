"""Laps and days on foot."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, Part, ask, either, fact, family


def _for_days(daily: str) -> list[Part]:
    """How often it is done, and what is asked, with the meters of one day given."""
    return [
        either(
            [
                fact(
                    "<who> does this on <d> days.",
                    "This goes on for <d> days.",
                    "<who.He> keeps this up for <d> days.",
                    says=f"total = d*{daily}; far = total/1000",
                ),
                either(
                    [
                        ask(
                            "How many meters does <who> cover in all?",
                            "How many meters does <who> cover on those days?",
                            of="total",
                        )
                    ],
                    [
                        ask(
                            "How many kilometers does <who> cover in all?",
                            "How many kilometers does <who> cover on those days?",
                            of="far",
                        )
                    ],
                ),
            ],
            [
                fact(
                    "<who.His> goal is to cover <goal> meters in this way.",
                    "<who.He> wants to cover <goal> meters in this way.",
                    says=f"goal = {daily}*days",
                ),
                ask(
                    "How many days does <who> need for that?",
                    "After how many days is the goal reached?",
                    of="days",
                ),
            ],
        )
    ]


laps_of_a_path = family(
    "laps_of_a_path",
    fact(
        "The path around <place> is <m> meters long. <who> runs around it <n> times a day.",
        "Every day, <who> runs <n> laps around <place>. A lap is <m> meters long.",
        "<who> trains for a race by running around <place> <n> times every day. A lap is <m> "
        "meters long.",
        "A lap around <place> measures <m> meters, and <who> runs <n> laps each morning.",
        says="laps = n*m",
    ),
    either(
        _for_days("laps"),
        [
            fact(
                "After the laps, <who.he> walks <home> meters to cool down.",
                "To cool down after the laps, <who.he> walks another <home> meters.",
                says="daily = laps + home",
            ),
            *_for_days("daily"),
        ],
    ),
    words={
        "who": PERSON,
        "place": (
            "the pond",
            "the lake",
            "the school grounds",
            "the castle wall",
            "the park",
        ),
    },
    draws={
        "m": plain(150, 900, 50),
        "n": plain(3, 12),
        "home": plain(200, 1500, 100),
        "d": count(3, 9),
        "days": count(4, 20),
    },
    units={
        "m": "meter/lap",
        "n": "lap/day",
        "laps": "meter/day",
        "home": "meter/day",
        "daily": "meter/day",
        "d": "day",
        "total": "meter",
        "far": "kilometer",
        "goal": "meter",
        "days": "day",
    },
    lines={
        "laps": ("The laps of each day add up to @ meters.", "In a day, <who> runs @ meters."),
        "daily": ("With the walk, that is @ meters a day.",),
        "total": (
            "In <d> days, <who> covers @ meters.",
            "On all those days together, that is @ meters.",
        ),
        "far": ("That is @ kilometers.", "<who> covers @ kilometers."),
        "days": ("That takes @ days.", "<who> needs @ days."),
    },
    within={"laps": (1200, 9000)},
    fine="far",
    owners={"total": "who", "far": "who", "days": "who"},
)

days_on_a_trail = family(
    "days_on_a_trail",
    fact(
        "<who> hikes along a <trail>. On the first day, <who.he> walks <x> kilometers.",
        "On the first day of a hike along a <trail>, <who> walks <x> kilometers.",
        "<who> sets out on a <trail> and walks <x> kilometers on the first day.",
    ),
    fact(
        "On each of the next <d> days, <who.he> walks <less> kilometers less than on the first "
        "day.",
        "<why>, <who.he> walks <less> kilometers less on each of the next <d> days than on the "
        "first day.",
        "For the next <d> days, <who.he> walks <less> kilometers less per day than on the first "
        "day.",
        says="x = daily + less; later = d*daily",
    ),
    either(
        [
            ask(
                "How many kilometers does <who> walk on all these days together?",
                "How many kilometers does <who> walk in total?",
                of="total",
            )
        ],
        [
            fact(
                "The trail is <whole> kilometers long.",
                "From end to end, the trail measures <whole> kilometers.",
                says="whole = total + rest",
            ),
            either(
                [
                    ask(
                        "How many kilometers of the trail are left after these days?",
                        "How many kilometers does <who> still have to walk to the end of the "
                        "trail?",
                        of="rest",
                    )
                ],
                [
                    fact(
                        "The rest of the trail is walked in <n> equal stages.",
                        "<who> splits the rest of the trail into <n> stages of the same length.",
                        says="rest = n*stage",
                    ),
                    ask(
                        "How many kilometers long is each of these stages?",
                        "How many kilometers does <who> walk in each of these stages?",
                        of="stage",
                    ),
                ],
            ),
        ],
    ),
    says="total = x + later",
    words={
        "who": PERSON,
        "trail": ("ridge trail", "river trail", "pilgrim path", "forest trail", "coast path"),
        "why": ("Because of the heat", "With sore feet", "Because of rain", "On steeper ground"),
    },
    draws={
        "x": plain(14, 28),
        "d": plain(3, 6),
        "less": plain(2, 6),
        "n": count(2, 5),
        "stage": plain(8, 24),
        "rest": plain(12, 70),
    },
    units={
        "x": "kilometer",
        "less": "kilometer",
        "daily": "kilometer",
        "d": "1",
        "later": "kilometer",
        "total": "kilometer",
        "whole": "kilometer",
        "rest": "kilometer",
        "n": "1",
        "stage": "kilometer",
    },
    lines={
        "daily": (
            "On each later day, <who> walks @ kilometers.",
            "The stage of each later day is @ kilometers long.",
        ),
        "later": ("The later days add up to @ kilometers.",),
        "total": (
            "With the first day, that is @ kilometers.",
            "On all the days together, <who> walks @ kilometers.",
        ),
        "rest": ("Then @ kilometers are left.",),
        "stage": ("Each stage is @ kilometers long.",),
    },
    owners={"total": "who", "stage": "who"},
)

FAMILIES = (
    laps_of_a_path,
    days_on_a_trail,
)
