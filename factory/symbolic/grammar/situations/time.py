"""Opening hours and daily habits."""

from factory.symbolic.grammar.draws import count, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

opening_hours = family(
    "opening_hours",
    fact(
        "<place.A> is open from <open> in the morning to <close> in the afternoon.",
        "Every working day, <place.a> opens at <open> in the morning and closes at <close> in the "
        "afternoon.",
        "The doors of <place.a> open at <open> in the morning, and they close at <close> in the "
        "afternoon.",
        says="hours = 12 - open + close",
    ),
    either(
        [
            fact(
                "It is open on <d> days a week.",
                "In a week, there are <d> such days.",
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
                        "Of this time, the <place.one> is very busy for <busy> hours a week.",
                        "For <busy> hours a week, there is a long line at the door.",
                        says="week = busy + calm",
                    ),
                    ask(
                        "For how many of its opening hours in a week is the <place.one> not busy?",
                        "How many calm opening hours does the <place.one> have in a week?",
                        of="calm",
                    ),
                ],
                [
                    fact(
                        "Heating and light cost $<k> for every hour.",
                        "Each hour of opening costs the town $<k>.",
                        says="sum = week*k",
                    ),
                    ask(
                        "How many dollars does a week of opening cost?",
                        "How much money in dollars do the opening hours of a week cost?",
                        of="sum",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In every hour, <v> visitors come in.",
                "On a usual day, <v> people walk in each hour.",
                says="people = hours*v",
            ),
            either(
                [
                    ask(
                        "How many visitors does the <place.one> have in a day?",
                        "How many people come to the <place.one> on such a day?",
                        of="people",
                        kind="riders",
                        x="the visitors of one day",
                    )
                ],
                [
                    fact(
                        "Last year there were only <before> visitors a day.",
                        "A year ago, <before> people came in a day.",
                        says="people = before + more",
                    ),
                    ask(
                        "How many more visitors does the <place.one> have in a day now?",
                        "By how many visitors a day has this number grown?",
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
            "From opening to closing it is @ hours.",
        ),
        "week": ("In a week, that is @ hours.", "On <d> days it is open for @ hours."),
        "calm": ("It is not busy for @ hours.",),
        "sum": ("A week of opening costs $@.",),
        "people": ("In a day, @ visitors come.", "With <v> an hour, @ people come."),
        "more": ("These are @ visitors more than before.", "The number has grown by @."),
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
        "<who> has decided to <do> <k> <what> a day, and keeps this up for <w> weeks.",
        "Every day, without exception, <who> <does> <k> <what>, and <who.he> goes on like this for "
        "<w> weeks.",
        says="days = w*7; total = days*k",
    ),
    either(
        [
            ask(
                "How many <what> does <who> <do> in all?",
                "How many <what> is that altogether?",
                of="total",
            )
        ],
        [
            fact(
                "<who.His> plan was to <do> <plan> <what> in this time.",
                "In this time, <who.he> wanted to <do> <plan> <what>.",
                says="total = plan + over",
            ),
            ask(
                "By how many <what> does <who> beat the plan?",
                "How many <what> more than planned does <who> <do>?",
                of="over",
            ),
        ],
        [
            fact(
                "<friend>, who started at the same time, manages <less> <what> fewer in all.",
                "In the same time, <friend> manages <less> <what> fewer altogether.",
                says="total = theirs + less; both = total + theirs",
            ),
            ask(
                "How many <what> do they <do> together, <who> and <friend>?",
                "How many <what> do <who> and <friend> <do> altogether?",
                of="both",
            ),
        ],
    ),
    rows={
        "does,do,what,k": (
            ("reads", "read", "pages", count(8, 40)),
            ("solves", "solve", "puzzles", count(3, 9)),
            ("learns", "learn", "new words", count(4, 20)),
            ("swims", "swim", "laps", count(8, 40)),
            ("climbs", "climb", "steps", count(60, 300, 10)),
            ("does", "do", "push-ups", count(10, 50)),
            ("writes", "write", "lines of a novel", count(10, 60)),
            ("takes", "take", "photos", count(3, 20)),
        )
    },
    words={"who,friend": PERSON},
    draws={"w": count(2, 8), "over": count(8, 90), "less": count(8, 120)},
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
        "theirs": ("<friend> manages @ <what>.",),
        "both": ("Together, that is @ <what>.",),
    },
    owners={"total": "who", "over": "who"},
)

FAMILIES = (
    opening_hours,
    daily_habit,
)
