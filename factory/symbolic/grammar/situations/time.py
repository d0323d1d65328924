"""Opening hours and daily habits."""

from factory.symbolic.grammar.draws import count, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

opening_hours = family(
    "opening_hours",
    fact(
        "<place.A> is open from <open> in the morning to <close> in the afternoon.",
        "<place.A> opens at <open> in the morning and closes at <close> in the afternoon.",
        "The doors of <place.a> open at <open> in the morning, and they close at <close> in the "
        "afternoon.",
        says="hours = 12 - open + close",
    ),
    either(
        [
            fact(
                "It is open on <d> days a week.",
                "This is the case on <d> days a week.",
                says="week = hours*d",
            ),
            either(
                [
                    ask(
                        "How many hours a week is the <place.one> open?",
                        "For how many hours is the <place.one> open in a week?",
                        of="week",
                    )
                ],
                [
                    fact(
                        "In a week, the <place.one> is crowded for <busy> of its opening hours.",
                        "The <place.one> is crowded during <busy> of its weekly opening hours.",
                        says="week = busy + calm",
                    ),
                    ask(
                        "For how many of its weekly hours is the <place.one> not crowded?",
                        "For how many hours a week is the <place.one> open and not crowded?",
                        of="calm",
                    ),
                ],
                [
                    fact(
                        "Heating and light cost $<k> for every hour.",
                        "Every hour that the <place.one> is open costs the town $<k>.",
                        says="sum = week*k",
                    ),
                    ask(
                        "What do the opening hours of a week cost, in dollars?",
                        "How much money in dollars do the opening hours of a week cost?",
                        of="sum",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Each hour, <v> visitors come in.",
                "On average, <v> people come in every hour.",
                says="people = hours*v",
            ),
            either(
                [
                    ask(
                        "How many visitors does the <place.one> have in a day?",
                        "How many people come to the <place.one> in a day?",
                        of="people",
                        kind="riders",
                        x="the people who come in a day",
                    )
                ],
                [
                    fact(
                        "Last year there were only <before> visitors a day.",
                        "A year ago, only <before> people came each day.",
                        says="people = before + more",
                    ),
                    ask(
                        "How many more visitors does the <place.one> have in a day now?",
                        "By how many visitors a day has the number grown?",
                        of="more",
                    ),
                ],
            ),
        ],
    ),
    words={
        "place": (
            "library/libraries",
            "museum/museums",
            "post office/post offices",
            "gallery/galleries",
            "sports hall/sports halls",
            "town archive/town archives",
            "swimming pool/swimming pools",
            "aquarium/aquariums",
        )
    },
    draws={
        "open": plain(7, 10),
        "close": plain(2, 6),
        "d": count(3, 6),
        "busy": count(4, 20),
        "k": dollars(14, 60),
        "v": count(8, 45),
        "more": count(5, 60),
    },
    units={
        "open": "1",
        "close": "1",
        "hours": "hour/day",
        "d": "day",
        "week": "hour",
        "busy": "hour",
        "calm": "hour",
        "k": "dollar/hour",
        "sum": "dollar",
        "v": "visitor/hour",
        "people": "visitor/day",
        "before": "visitor/day",
        "more": "visitor/day",
    },
    lines={
        "hours": (
            "The <place.one> is open for @ hours a day.",
            "From opening to closing, there are @ hours.",
        ),
        "week": ("In a week, that is @ hours.", "On <d> days, it is open for @ hours."),
        "calm": ("It is not crowded for @ hours.",),
        "sum": ("The opening hours of a week cost $@.",),
        "people": ("In a day, @ visitors come.", "With <v> an hour, @ people come."),
        "more": ("That is @ more visitors than before.", "The number has grown by @ visitors."),
    },
    owners={
        "calm": "place",
        "people": "place",
    },
)

daily_habit = family(
    "daily_habit",
    fact(
        "For <w> weeks, <who> <does> <k> <what> every day.",
        "Each day, <who> <does> <k> <what>, and <who.he> keeps this up for <w> weeks.",
        "Every day, without exception, <who> <does> <k> <what>, and <who.he> goes on like this for "
        "<w> weeks.",
        says="days = w*7; total = days*k",
    ),
    either(
        [
            ask(
                "How many <what> does <who> <do> in all?",
                "How many <what> does <who> <do> in this time?",
                of="total",
            )
        ],
        [
            fact(
                "<who.His> plan was to <do> <plan> <what> in this time.",
                "For this time, <who.he> had planned to <do> <plan> <what>.",
                says="total = plan + over",
            ),
            ask(
                "By how many <what> does <who> exceed the plan?",
                "How many more <what> than planned does <who> <do>?",
                of="over",
            ),
        ],
        [
            fact(
                "In the same weeks, <friend> <does> <less> fewer <what> than <who>.",
                "Over the whole time, <who> <does> <less> more <what> than <friend>.",
                says="total = theirs + less; both = total + theirs",
            ),
            ask(
                "How many <what> do <who> and <friend> <do> together in all these weeks?",
                "How many <what> do <who> and <friend> <do> altogether?",
                of="both",
            ),
        ],
    ),
    rows={
        "does,do,what,k": (
            ("reads", "read", "pages", plain(8, 40)),
            ("solves", "solve", "puzzles", plain(3, 9)),
            ("learns", "learn", "new words", plain(4, 20)),
            ("swims", "swim", "laps", plain(8, 40)),
            ("climbs", "climb", "steps", plain(60, 300, 10)),
            ("does", "do", "push-ups", plain(10, 50)),
            ("writes", "write", "lines of poetry", plain(4, 20)),
            ("takes", "take", "photos", plain(3, 20)),
        )
    },
    words={"who,friend": PERSON},
    draws={"w": plain(2, 8), "over": count(8, 90), "less": count(8, 120)},
    units={
        "w": "1",
        "days": "day",
        "k": "thing/day",
        "total": "thing",
        "plan": "thing",
        "over": "thing",
        "less": "thing",
        "theirs": "thing",
        "both": "thing",
    },
    lines={
        "days": ("There are @ days in <w> weeks.", "<w> weeks have @ days."),
        "total": ("In all, <who> <does> @ <what>.", "Over the whole time, that is @ <what>."),
        "over": ("That is @ <what> more than planned.",),
        "theirs": ("<friend> <does> @ <what>.",),
        "both": ("Together, that is @ <what>.",),
    },
    owners={"total": "who", "over": "who"},
)

FAMILIES = (
    opening_hours,
    daily_habit,
)
