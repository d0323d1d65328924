"""What can be told of a time, a distance, a volume or a weight."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent, plain
from factory.symbolic.grammar.family import ask, either, fact, family

adds_a_break = family(
    "adds_a_break",
    fact(
        "There <is|was> also a break of <k> minutes, which <is|was> not counted in <x>.",
        "A pause of <k> minutes <comes|came> on top of <x>.",
        says="sum = a + k",
    ),
    ask(
        "How many minutes <is|was> that with the break?",
        "How many minutes <pass|passed> altogether, the break included?",
        of="sum",
        kind="minutes",
        x="this time with the break",
    ),
    on="minutes work_minutes",
    draws={"k": plain(5, 45, 5)},
    units={"a": "minute", "k": "minute", "sum": "minute"},
    lines={
        "sum": ("With the break, it <is|was> @ minutes.", "That <makes|made> @ minutes in all.")
    },
    within={"a": (8, 600)},
)

on_several_days = family(
    "on_several_days",
    fact(
        "<x.Up> <is|was> the same on each of <d> days.",
        "On <d> days in a row, <x> <is|was> exactly the same.",
        says="sum = a*d",
    ),
    either(
        [
            ask(
                "How many minutes <is|was> that in all?",
                "How many minutes <does|did> it come to altogether?",
                of="sum",
            )
        ],
        [
            ask(
                "How many hours <is|was> that in all?",
                "How many hours <does|did> it come to altogether?",
                of="hours",
            )
        ],
    ),
    on="minutes work_minutes",
    says="hours = sum/60",
    draws={"d": count(3, 20)},
    units={"a": "minute/day", "d": "day", "sum": "minute", "hours": "hour"},
    lines={
        "sum": ("On <d> days, that <is|was> @ minutes.", "Altogether it <is|was> @ minutes."),
        "hours": ("That <is|was> @ hours.", "In hours, it <is|was> @."),
    },
    within={"a": (5, 240), "hours": (2, 60)},
)

faster_next_time = family(
    "faster_next_time",
    fact(
        "The next time, it <takes|took> <k> minutes less than <x>.",
        "Later, the same <is|was> done in <k> minutes less than <x>.",
        says="a = next + k",
    ),
    ask(
        "How many minutes <does|did> it take the next time?",
        "How many minutes <is|was> it then?",
        of="next",
        kind="minutes",
        x="the shorter time",
    ),
    on="work_minutes",
    draws={"k": count(3, "a/2")},
    units={"a": "minute", "k": "minute", "next": "minute"},
    lines={"next": ("The next time, it <takes|took> @ minutes.", "Then it <is|was> @ minutes.")},
    within={"a": (10, 300)},
)

paid_by_the_hour = family(
    "paid_by_the_hour",
    fact(
        "For <x>, the pay <is|was> $<r> per hour.",
        "Every hour of <x> <is|was> paid with $<r>.",
        says="sum = a*r",
    ),
    either(
        [
            ask(
                "How many dollars <is|was> that in all?",
                "How much money in dollars <is|was> paid for it?",
                of="sum",
            )
        ],
        [
            fact(
                "Of this pay, $<k> <go|went> to an agency.",
                "An agency <keeps|kept> $<k> of this pay.",
                says="sum = k + net",
            ),
            ask(
                "How many dollars of the pay <remain|remained>?",
                "How much of the pay, in dollars, <is|was> left?",
                of="net",
            ),
        ],
    ),
    on="work_hours",
    draws={"r": dollars(12, 40), "k": dollars(5, "a*r/3")},
    units={"a": "hour", "r": "dollar/hour", "sum": "dollar", "k": "dollar", "net": "dollar"},
    lines={
        "sum": ("The pay <is|was> $@.", "At $<r> per hour, that <is|was> $@."),
        "net": ("$@ of it <remain|remained>.", "That <leaves|left> $@."),
    },
    within={"a": (2, 80)},
)

costs_by_the_day = family(
    "costs_by_the_day",
    fact(
        "Each day of <x> <costs|cost> $<k>.",
        "The costs for <x> <are|were> $<k> per day.",
        says="sum = a*k",
    ),
    ask(
        "How many dollars <is|was> that in all?",
        "How much money in dollars <does|did> it cost altogether?",
        of="sum",
    ),
    on="paid_days",
    draws={"k": dollars(15, 90)},
    units={"a": "day", "k": "dollar/day", "sum": "dollar"},
    lines={"sum": ("Altogether it <costs|cost> $@.", "At $<k> per day, that <is|was> $@.")},
    within={"a": (2, 60)},
)

fills_bottles = family(
    "fills_bottles",
    fact(
        "<x.Up> <is|was> filled into <c> of <k> liters each.",
        "<c.Up> that <hold|held> <k> liters each <are|were> filled with <x>.",
        says="a = k*full",
    ),
    either(
        [ask("How many <c> <are|were> filled?", "How many <c> <does|did> that take?", of="full")],
        [
            fact(
                "Each of these <c> <is|was> sold for $<p>.",
                "A buyer <pays|paid> $<p> for each of these <c>.",
                says="sum = full*p",
            ),
            ask(
                "How many dollars <do|did> all these <c> bring in?",
                "How much money in dollars <is|was> paid for all of them?",
                of="sum",
            ),
        ],
    ),
    on="liters",
    words={"c": ("cans", "canisters", "barrels", "jugs", "kegs")},
    draws={"k": divisor("a", 2, 20), "p": money(3, 25)},
    units={
        "a": "liter",
        "k": "liter/can",
        "full": "can",
        "p": "dollar/can",
        "sum": "dollar",
    },
    lines={
        "full": ("That <fills|filled> @ <c>.", "With <k> liters in each, @ <c> <are|were> full."),
        "sum": ("They <bring|brought> in $@.",),
    },
    within={"a": (8, 2000), "full": (2, 200)},
)

uses_liters_daily = family(
    "uses_liters_daily",
    fact(
        "From <x>, <k> liters <are|were> used each day.",
        "Day after day, <k> liters of <x> <are|were> used.",
        says="a = k*days",
    ),
    ask(
        "How many days <does|did> it last?",
        "After how many days <is|was> nothing left?",
        of="days",
        kind="days",
        x="this period",
    ),
    on="liters",
    draws={"k": divisor("a", 3, 40)},
    units={"a": "liter", "k": "liter/day", "days": "day"},
    lines={"days": ("It <lasts|lasted> @ days.", "That <is|was> enough for @ days.")},
    within={"a": (12, 2000), "days": (2, 60)},
)

sold_to_a_dealer = family(
    "sold_to_a_dealer",
    fact(
        "A dealer <buys|bought> <x> for $<p> per kilogram.",
        "For <x>, a dealer <pays|paid> $<p> per kilogram.",
        says="sum = a*p",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> the dealer pay?",
                "How much money in dollars <does|did> the dealer pay for it?",
                of="sum",
            )
        ],
        [
            fact(
                "From that money, $<k> <are|were> spent on transport.",
                "The transport <costs|cost> $<k> of that money.",
                says="sum = k + left",
            ),
            ask(
                "How many dollars <are|were> left after the transport?",
                "How much of the money, in dollars, <is|was> left?",
                of="left",
            ),
        ],
    ),
    on="kilograms produce",
    draws={"p": money(2, 9), "k": dollars(5, "a*p/2")},
    units={
        "a": "kilogram",
        "p": "dollar/kilogram",
        "sum": "dollar",
        "k": "dollar",
        "left": "dollar",
    },
    lines={
        "sum": ("The dealer <pays|paid> $@.", "That <is|was> $@ for all of it."),
        "left": ("After the transport, $@ <are|were> left.",),
    },
    within={"a": (3, 2000)},
)

packs_by_weight = family(
    "packs_by_weight",
    fact(
        "<x.Up> <is|was> packed into sacks of <k> kilograms.",
        "Sacks that <hold|held> <k> kilograms each <are|were> filled with <x>.",
        says="a = k*sacks",
    ),
    ask(
        "How many sacks <are|were> filled?",
        "How many sacks <does|did> that take?",
        of="sacks",
        kind="packed",
        x="these sacks",
    ),
    on="kilograms produce",
    draws={"k": divisor("a", 2, 25)},
    units={"a": "kilogram", "k": "kilogram/sack", "sacks": "sack"},
    lines={"sacks": ("That <fills|filled> @ sacks.", "@ sacks <are|were> filled.")},
    within={"a": (8, 3000), "sacks": (2, 200)},
)

lost_in_drying = family(
    "lost_in_drying",
    fact(
        "In storage, <x> <loses|lost> <p>% of its weight.",
        "After a month, <x> <has|had> become <p>% lighter.",
        says="lost = p/100*a; a = lost + dry",
    ),
    ask(
        "How many kilograms <does|did> it weigh then?",
        "How many kilograms <are|were> left after that?",
        of="dry",
        kind="kilograms",
        x="the rest",
    ),
    on="produce",
    draws={"p": percent(5, 30)},
    units={"a": "kilogram", "p": "%", "lost": "kilogram", "dry": "kilogram"},
    lines={
        "lost": ("It <loses|lost> @ kilograms.",),
        "dry": ("It <weighs|weighed> @ kilograms then.", "That <leaves|left> @ kilograms."),
    },
    within={"a": (20, 3000)},
)


drives_kilometers = family(
    "drives_kilometers",
    fact(
        "A bus <covers|covered> <x> at a steady speed of <v> kilometers per hour.",
        "At a steady <v> kilometers per hour, a car <covers|covered> <x>.",
        says="a = v*time",
    ),
    ask(
        "How many hours <does|did> that take?",
        "How many hours <is|was> it on the road?",
        of="time",
        kind="hours",
        x="the time on the road",
    ),
    on="road",
    draws={"v": divisor("a", 20, 80)},
    units={"a": "kilometer", "v": "kilometer/hour", "time": "hour"},
    lines={
        "time": ("That <takes|took> @ hours.", "At <v> kilometers per hour, it <is|was> @ hours.")
    },
    within={"a": (40, 900)},
)

drives_miles = family(
    "drives_miles",
    fact(
        "A bus <covers|covered> <x> at a steady speed of <v> miles per hour.",
        "At a steady <v> miles per hour, a car <covers|covered> <x>.",
        says="a = v*time",
    ),
    ask(
        "How many hours <does|did> that take?",
        "How many hours <is|was> it on the road?",
        of="time",
        kind="hours",
        x="the time on the road",
    ),
    on="road_miles",
    draws={"v": divisor("a", 20, 80)},
    units={"a": "mile", "v": "mile/hour", "time": "hour"},
    lines={"time": ("That <takes|took> @ hours.", "At <v> miles per hour, it <is|was> @ hours.")},
    within={"a": (40, 900)},
)

repeats_a_course = family(
    "repeats_a_course",
    fact(
        "<x.Up> <is|was> covered <k> times in the course of a month.",
        "In the course of a month, <x> <is|was> covered on <k> days.",
        says="sum = a*k",
    ),
    ask(
        "How many kilometers <is|was> that altogether?",
        "How many kilometers <does|did> that add up to?",
        of="sum",
    ),
    on="road route",
    draws={"k": count(4, 25)},
    units={"a": "kilometer/day", "k": "day", "sum": "kilometer"},
    lines={
        "sum": ("In the month, that <is|was> @ kilometers.", "It <adds|added> up to @ kilometers.")
    },
    within={"a": (3, 200)},
)

TAILS = (
    adds_a_break,
    on_several_days,
    faster_next_time,
    paid_by_the_hour,
    costs_by_the_day,
    fills_bottles,
    uses_liters_daily,
    sold_to_a_dealer,
    packs_by_weight,
    lost_in_drying,
    drives_kilometers,
    drives_miles,
    repeats_a_course,
)
