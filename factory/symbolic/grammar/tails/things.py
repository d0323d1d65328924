"""What can become of things that are counted."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_CONTAINERS = ("box/boxes", "basket/baskets", "carton/cartons", "bin/bins")
_CHILDREN = ("child/children", "student/students", "scout/scouts", "player/players")

packs_away = family(
    "packs_away",
    fact(
        "<x.Up> <are|were> put into <c>, <k> into each <c.one>.",
        "All of <x> <go|went> into <c> that <hold|held> <k> each.",
        "To store <x>, <c> <are|were> filled with <k> in each <c.one>.",
        says="a = k*full",
    ),
    either(
        [
            ask(
                "How many <c> <are|were> filled?",
                "How many <c> <are|were> needed?",
                of="full",
                kind="packed",
                x="these <c>",
            )
        ],
        [
            fact(
                "There <are|were> <have> <c> at hand, more than <are|were> needed.",
                "In all, there <are|were> <have> such <c>, and some <stay|stayed> empty.",
                says="have = full + spare",
            ),
            ask(
                "How many <c> <stay|stayed> empty?",
                "How many <c> <are|were> not used?",
                of="spare",
            ),
        ],
    ),
    on="things food products goods",
    words={"c": _CONTAINERS},
    draws={"k": divisor("a", 3, 24), "spare": count(2, 15)},
    units={"a": "thing", "k": "thing/box", "full": "box", "have": "box", "spare": "box"},
    lines={
        "full": ("In all, @ <c> <are|were> filled.", "With <k> in each, @ <c> <are|were> filled."),
        "spare": ("The other @ <c> <stay|stayed> empty.", "Of all the <c>, @ <stay|stayed> empty."),
    },
    within={"a": (8, 2000), "full": (2, 60)},
)

stacks_containers = family(
    "stacks_containers",
    fact(
        "<x.Up> <are|were> carried to the storeroom, <k> on each trip.",
        "A cart <takes|took> all of <x> to the storeroom, with <k> on each trip.",
        "On each trip to the storeroom, <k> of <x> <are|were> taken along.",
        says="a = k*trips",
    ),
    ask(
        "How many trips <are|were> needed?",
        "How many trips <does|did> it take to move <x>?",
        of="trips",
    ),
    on="packed",
    draws={"k": divisor("a", 5, 20)},
    units={"a": "box", "k": "box/trip", "trips": "trip"},
    lines={
        "trips": (
            "In all, @ trips <are|were> needed.",
            "With <k> on each trip, it <takes|took> @ trips.",
        )
    },
    within={"a": (6, 300)},
)

shares_things_out = family(
    "shares_things_out",
    fact(
        "<x.Up> <are|were> shared equally among <k> <c>.",
        "All of <x> <are|were> given to a group of <k> <c>, the same number to each.",
        says="a = k*each",
    ),
    either(
        [
            ask(
                "How many of them <does|did> each <c.one> get?",
                "How many of them <go|went> to each <c.one>?",
                of="each",
            )
        ],
        [
            fact(
                "One of these <c>, <friend>, <gives|gave> <own> of them to a sister.",
                "<friend>, one of these <c>, <gives|gave> away <own> from <friend.his> share.",
                says="each = now + own",
            ),
            ask(
                "How many of <x> <does|did> <friend> still have?",
                "How many of <x> <does|did> <friend> then have left?",
                of="now",
            ),
        ],
    ),
    on="things food",
    words={"c": _CHILDREN, "friend": PERSON},
    draws={"k": divisor("a", 3, 15), "own": count(2, "each-2")},
    units={
        "a": "thing",
        "k": "person",
        "each": "thing/person",
        "own": "thing/person",
        "now": "thing/person",
    },
    lines={
        "each": ("Each <c.one> <gets|got> @ of them.", "The share of each <c.one> <is|was> @."),
        "now": ("<friend> <has|had> @ of them left.", "<friend> <keeps|kept> @ of them."),
    },
    within={"a": (9, 1500), "each": (2, 30)},
)

gives_some_away = family(
    "gives_some_away",
    fact(
        "<who> <gives|gave> <k> of <x> to <friend>.",
        "As a present, <friend> <gets|got> <k> of <x> from <who>.",
        says="a = k + kept",
    ),
    either(
        [
            ask(
                "How many of them <does|did> <who> keep?",
                "How many of them <does|did> <who> have left?",
                of="kept",
                kind="food",
                x="the ones that <are|were> left",
                who="who",
            )
        ],
        [
            fact(
                "The others <are|were> split equally among <m> <c>.",
                "All the others <go|went> to <m> <c>, the same number to each.",
                says="kept = m*each",
            ),
            ask(
                "How many of them <does|did> each of these <c> get?",
                "How many of them <go|went> to each of these <c>?",
                of="each",
            ),
        ],
    ),
    on="things food",
    words={"friend": PERSON, "c": ("neighbors", "cousins", "friends", "classmates")},
    draws={"k": count(3, "a/3"), "m": divisor("a-k", 3, 12)},
    units={"a": "thing", "k": "thing", "kept": "thing", "m": "person", "each": "thing/person"},
    lines={
        "kept": (
            "After this gift, @ of them <are|were> left.",
            "<who> <has|had> @ of them left after this gift.",
        ),
        "each": ("Each of these <c> <gets|got> @ of them.",),
    },
    within={"a": (10, 200), "k": (3, 40), "kept": (3, 200), "each": (2, 20)},
)

sells_them = family(
    "sells_them",
    fact(
        "<x.Up> <are|were> sold for $<p> each.",
        "At a sale, all of <x> <find|found> buyers, who <pay|paid> $<p> for each.",
        "All of <x> <are|were> sold, at a price of $<p> each.",
        says="sum = a*p",
    ),
    either(
        [
            ask(
                "How much money in dollars <is|was> paid for all of <x>?",
                "How many dollars <does|did> the sale bring in?",
                of="sum",
            )
        ],
        [
            fact(
                "Of the money from the sale, $<cost> <is|was> needed to pay for a stand.",
                "From what the sale <brings|brought> in, $<cost> <is|was> paid for a stand.",
                says="sum = cost + gain",
            ),
            ask(
                "How many dollars <are|were> left after the stand <is|was> paid for?",
                "How much of the money from the sale, in dollars, <is|was> left?",
                of="gain",
            ),
        ],
    ),
    on="things products heavy",
    draws={"p": money(1, 2), "cost": dollars(5, 95, 5)},
    units={
        "a": "thing",
        "p": "dollar/thing",
        "sum": "dollar",
        "cost": "dollar",
        "gain": "dollar",
    },
    lines={
        "sum": ("In all, $@ <is|was> paid for them.", "The sale <brings|brought> in $@."),
        "gain": ("After the stand <is|was> paid for, $@ <is|was> left.",),
    },
    need=("cost*4 < sum",),
    within={"a": (5, 500)},
)

some_are_damaged = family(
    "some_are_damaged",
    fact(
        "Of <x>, <p>% <are|were> damaged.",
        "On inspection, <p>% of <x> <are|were> found to be damaged.",
        says="bad = p/100*a; a = bad + good",
    ),
    either(
        [
            ask(
                "How many of them <are|were> not damaged?",
                "How many of <x> <are|were> not damaged?",
                of="good",
            )
        ],
        [
            ask(
                "How many of them <are|were> damaged?",
                "How many of <x> <are|were> damaged?",
                of="bad",
            )
        ],
    ),
    on="things products heavy wares",
    draws={"p": percent(5, 25)},
    units={"a": "thing", "p": "%", "bad": "thing", "good": "thing"},
    lines={
        "bad": ("So @ of them <are|were> damaged.",),
        "good": ("The other @ <are|were> not damaged.", "That leaves @ that <are|were> not."),
    },
    within={"a": (20, 3000)},
)

more_come_in = family(
    "more_come_in",
    fact(
        "Another <k> <are|were> added to <x>.",
        "To <x>, <k> more <are|were> added.",
        says="sum = a + k",
    ),
    fact(
        "Together with these, <x> <are|were> laid out in rows of <m>.",
        "With the added ones, <x> <are|were> laid out in equal rows, <m> to a row.",
        says="sum = m*rows",
    ),
    ask("How many rows <are|were> there?", "How many rows <does|did> that make?", of="rows"),
    on="things",
    draws={"k": count(4, 90), "m": divisor("a+k", 3, 20)},
    units={"a": "thing", "k": "thing", "sum": "thing", "m": "thing/row", "rows": "row"},
    lines={
        "sum": ("With the added ones, there <are|were> @ of them.",),
        "rows": ("They <make|made> @ rows.", "With <m> to a row, there <are|were> @ rows."),
    },
    within={"a": (8, 800), "rows": (2, 100)},
)


TAILS = (
    packs_away,
    stacks_containers,
    shares_things_out,
    gives_some_away,
    sells_them,
    some_are_damaged,
    more_come_in,
)
