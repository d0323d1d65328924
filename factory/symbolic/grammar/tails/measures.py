"""What can be told of a time, a distance, a volume or a weight."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent, plain
from factory.symbolic.grammar.family import ask, either, fact, family

adds_a_break = family(
    "adds_a_break",
    fact(
        "There <is|was> also a break of <k> minutes, which <is|was> not counted in the time for "
        "<x>.",
        "A pause of <k> minutes <is|was> added to the time for <x>.",
        says="sum = a + k",
    ),
    ask(
        "How many minutes <is|was> that, the break included?",
        "How many minutes <pass|passed> altogether, with the break?",
        of="sum",
    ),
    on="minutes work_minutes run_minutes",
    draws={"k": plain(5, "a/4", 5)},
    units={"a": "minute", "k": "minute", "sum": "minute"},
    lines={
        "sum": ("With the break, it <is|was> @ minutes.", "That <makes|made> @ minutes in all.")
    },
    within={"a": (20, 600)},
)

on_several_days = family(
    "on_several_days",
    fact(
        "In a month, <x> <takes|took> place on <d> days and always <lasts|lasted> equally long.",
        "On <d> days of a month, <x> <takes|took> place, and it always <takes|took> the same time.",
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
    on="minutes",
    says="hours = sum/60",
    draws={"d": count(3, 12)},
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
        "The next time, the same work <takes|took> <k> minutes less.",
        "Later, the same work <is|was> done in <k> minutes less.",
        says="a = next + k",
    ),
    ask(
        "How many minutes <does|did> it take the next time?",
        "How many minutes <does|did> the work take then?",
        of="next",
    ),
    on="work_minutes",
    draws={"k": count(3, "a/2")},
    units={"a": "minute", "k": "minute", "next": "minute"},
    lines={"next": ("The next time, it <takes|took> @ minutes.", "Then it <is|was> @ minutes.")},
    within={"a": (10, 300)},
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
    words={"c": ("cans", "canisters", "jugs", "kegs", "large bottles")},
    draws={"k": divisor("a", 2, 12), "p": money(4, 15)},
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
        "A cafe <uses|used> <k> liters of <x> each day, until nothing <is|was> left.",
        "Every day, <k> liters of <x> <are|were> served in a canteen.",
        says="a = k*days",
    ),
    ask(
        "How many days <does|did> the supply last?",
        "After how many days <is|was> nothing left?",
        of="days",
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
                "From that money, $<k> <is|was> spent on transport.",
                "The transport <costs|cost> $<k> of that money.",
                says="sum = k + left",
            ),
            ask(
                "How many dollars <remain|remained> after the transport is paid?",
                "How much of the money, in dollars, <is|was> left?",
                of="left",
            ),
        ],
    ),
    on="kilograms produce by_weight",
    draws={"p": money(2, 5), "k": dollars(5, "a*p/3")},
    units={
        "a": "kilogram",
        "p": "dollar/kilogram",
        "sum": "dollar",
        "k": "dollar",
        "left": "dollar",
    },
    lines={
        "sum": ("The dealer <pays|paid> $@.", "That <is|was> $@ for all of it."),
        "left": ("After the transport, $@ <is|was> left.",),
    },
    within={"a": (3, 2000), "k": (5, 150)},
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
        "After a month of drying, <x> <has|had> become <p>% lighter.",
        says="lost = p/100*a; a = lost + dry",
    ),
    ask(
        "How many kilograms <does|did> it weigh then?",
        "How many kilograms of it <are|were> left after that?",
        of="dry",
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


repeats_a_course = family(
    "repeats_a_course",
    fact(
        "In the course of a month, <x> <is|was> covered <k> times.",
        "On <k> days of a month, <x> <is|was> covered once.",
        says="sum = a*k",
    ),
    ask(
        "How many kilometers <is|was> that altogether?",
        "How many kilometers <does|did> that add up to?",
        of="sum",
    ),
    on="route",
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
    fills_bottles,
    uses_liters_daily,
    sold_to_a_dealer,
    packs_by_weight,
    lost_in_drying,
    repeats_a_course,
)
