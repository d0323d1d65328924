"""What can be told of a time, a distance, a volume or a weight."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, plain
from factory.symbolic.grammar.family import ask, either, fact, family

adds_a_break = family(
    "adds_a_break",
    fact(
        "In between, a break of <k> minutes <interrupts|interrupted> <x>.",
        "There <is|was> also a break of <k> minutes during <x>.",
        says="sum = a + k",
    ),
    ask(
        "How many minutes <does|did> <x> take with the break?",
        "The break included, how many minutes <does|did> <x> take?",
        of="sum",
    ),
    on="minutes work_minutes run_minutes",
    draws={"k": plain(5, "a/6", 5)},
    units={"a": "minute", "k": "minute", "sum": "minute"},
    lines={
        "sum": (
            "With the break, <x> <takes|took> @ minutes.",
            "The break included, <x> <takes|took> @ minutes.",
        )
    },
    within={"a": (30, 600)},
)

faster_next_time = family(
    "faster_next_time",
    fact(
        "The next time, the same work <takes|took> <k> minutes less.",
        "When the same work <is|was> done again, it <takes|took> <k> minutes less.",
        says="a = next + k",
    ),
    ask(
        "How many minutes <does|did> the work take the next time?",
        "How many minutes <does|did> the same work take the next time?",
        of="next",
    ),
    on="work_minutes",
    draws={"k": count(3, "a/4")},
    units={"a": "minute", "k": "minute", "next": "minute"},
    lines={"next": ("The next time, the work <takes|took> @ minutes.",)},
    within={"a": (12, 300)},
)

fills_bottles = family(
    "fills_bottles",
    fact(
        "<x.Up> <is|was> poured into <c> of <k> liters each.",
        "<c.Up> that <hold|held> <k> liters each <are|were> filled with <x>.",
        says="a = k*full",
    ),
    either(
        [ask("How many <c> <are|were> filled?", "How many <c> <are|were> needed?", of="full")],
        [
            fact(
                "Each of these <c> <is|was> sold for $<p>.",
                "All of these <c> <are|were> sold, at a price of $<p> each.",
                says="sum = full*p",
            ),
            ask(
                "How many dollars <is|was> paid for all these <c> together?",
                "How much money in dollars <do|did> these <c> bring in?",
                of="sum",
            ),
        ],
    ),
    on="liters",
    words={"c": ("cans", "canisters", "jugs", "large bottles")},
    draws={"k": divisor("a", 2, 5), "p": money(4, 12)},
    units={
        "a": "liter",
        "k": "liter/can",
        "full": "can",
        "p": "dollar/can",
        "sum": "dollar",
    },
    lines={
        "full": (
            "In all, @ <c> <are|were> filled.",
            "With <k> liters in each, @ <c> <are|were> full.",
        ),
        "sum": ("In all, $@ <is|was> paid for the <c>.", "The <c> <bring|brought> in $@."),
    },
    within={"a": (8, 2000), "full": (2, 200)},
)

uses_liters_daily = family(
    "uses_liters_daily",
    fact(
        "A cafe <uses|used> <k> liters of <x> each day until nothing <is|was> left.",
        "Every day, <k> liters of <x> <are|were> served in a canteen.",
        says="a = k*days",
    ),
    ask(
        "How many days <does|did> <x> last?",
        "After how many days <is|was> nothing left of <x>?",
        of="days",
    ),
    on="liters",
    draws={"k": divisor("a", 3, 40)},
    units={"a": "liter", "k": "liter/day", "days": "day"},
    lines={"days": ("<x.Up> <lasts|lasted> @ days.", "<x.Up> <is|was> enough for @ days.")},
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
                "How much money in dollars <does|did> the dealer pay in all?",
                of="sum",
            )
        ],
        [
            fact(
                "Of the money from the dealer, $<k> <is|was> spent on transport.",
                "The money from the dealer also <has|had> to cover $<k> for transport.",
                says="sum = k + left",
            ),
            ask(
                "How many dollars of the money from the dealer <are|were> left?",
                "How much of the money from the dealer, in dollars, <remains|remained>?",
                of="left",
            ),
        ],
    ),
    on="kilograms produce by_weight",
    draws={"p": money(3, 8), "k": dollars(5, 60, 5)},
    units={
        "a": "kilogram",
        "p": "dollar/kilogram",
        "sum": "dollar",
        "k": "dollar",
        "left": "dollar",
    },
    lines={
        "sum": ("The dealer <pays|paid> $@.", "In all, the dealer <pays|paid> $@."),
        "left": ("After the transport, $@ <is|was> left.",),
    },
    need=("k*3 < sum",),
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
        "How many sacks <are|were> needed?",
        of="sacks",
        kind="packed",
        x="these sacks",
    ),
    on="kilograms produce",
    draws={"k": divisor("a", 2, 25)},
    units={"a": "kilogram", "k": "kilogram/sack", "sacks": "sack"},
    lines={
        "sacks": (
            "In all, @ sacks <are|were> filled.",
            "With <k> kilograms in each, @ sacks <are|were> full.",
        )
    },
    within={"a": (8, 3000), "sacks": (2, 200)},
)

TAILS = (
    adds_a_break,
    faster_next_time,
    fills_bottles,
    uses_liters_daily,
    sold_to_a_dealer,
    packs_by_weight,
)
