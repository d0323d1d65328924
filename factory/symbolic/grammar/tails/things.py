"""What can become of things that are counted, and of people."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_CONTAINERS = (
    "box/boxes",
    "bag/bags",
    "basket/baskets",
    "crate/crates",
    "tray/trays",
    "drawer/drawers",
)
_CHILDREN = ("child/children", "student/students", "scout/scouts", "visitor/visitors")
_VEHICLES = ("van/vans", "minibus/minibuses", "boat/boats", "cable car/cable cars")

packs_away = family(
    "packs_away",
    fact(
        "<x.Up> <are|were> put into <c>, <k> to each <c.one>.",
        "Each <c.one> <holds|held> <k> of <x>, and all of them <are|were> packed like that.",
        "For storage, <x> <are|were> packed into <c> of <k>.",
        says="a = k*full",
    ),
    either(
        [
            ask(
                "How many <c> <are|were> filled?",
                "How many <c> <are|were> needed for that?",
                of="full",
                kind="packed",
                x="these <c>",
            )
        ],
        [
            fact(
                "There <are|were> <have> <c> at hand, more than enough.",
                "Of such <c>, <have> <are|were> there, and some <stay|stayed> empty.",
                says="have = full + spare",
            ),
            ask(
                "How many <c> <stay|stayed> empty?",
                "How many <c> <are|were> not used?",
                of="spare",
            ),
        ],
    ),
    on="things products",
    words={"c": _CONTAINERS},
    draws={"k": divisor("a", 3, 24), "spare": count(2, 15)},
    units={"a": "thing", "k": "thing/box", "full": "box", "have": "box", "spare": "box"},
    lines={
        "full": ("They <fill|filled> @ <c>.", "With <k> to each, that <is|was> @ <c>."),
        "spare": ("@ <c> <stay|stayed> empty.", "That <leaves|left> @ empty <c>."),
    },
    within={"a": (8, 2000), "full": (2, 200)},
)

stacks_containers = family(
    "stacks_containers",
    fact(
        "<x.Up> <are|were> carried upstairs, <k> at a time.",
        "A cart <takes|took> <k> of <x> to the storeroom on each trip, never fewer.",
        "<x.Up> <are|were> loaded on pallets, <k> on each pallet.",
        says="a = k*loads",
    ),
    ask(
        "How many loads <is|was> that?",
        "How many loads <does|did> that make?",
        of="loads",
    ),
    on="packed",
    draws={"k": divisor("a", 2, 10)},
    units={"a": "box", "k": "box/load", "loads": "load"},
    lines={"loads": ("That <makes|made> @ loads.", "They <are|were> moved in @ loads.")},
    within={"a": (6, 300)},
)

sells_containers = family(
    "sells_containers",
    fact(
        "<x.Up> <are|were> sold for $<p> each.",
        "The price of each of <x> <is|was> $<p>, and all of them <are|were> sold.",
        "Somebody <buys|bought> all of <x> at $<p> apiece.",
        says="sum = a*p",
    ),
    ask(
        "How much money in dollars <does|did> that bring in?",
        "How many dollars <are|were> paid for all of them?",
        of="sum",
    ),
    on="packed",
    draws={"p": money(4, 30)},
    units={"a": "box", "p": "dollar/box", "sum": "dollar"},
    lines={"sum": ("That <brings|brought> in $@.", "Together they <cost|cost> $@.")},
    within={"a": (2, 200)},
)

shares_things_out = family(
    "shares_things_out",
    fact(
        "<x.Up> <are|were> shared equally among <k> <c>.",
        "A group of <k> <c> <divides|divided> <x> evenly.",
        says="a = k*each",
    ),
    either(
        [
            ask(
                "How many of them <does|did> each <c.one> get?",
                "How many <is|was> that for each <c.one>?",
                of="each",
            )
        ],
        [
            fact(
                "One of these <c>, <friend>, already <has|had> <own> before that.",
                "<friend>, who <is|was> one of these <c>, <owns|owned> <own> already.",
                says="now = each + own",
            ),
            ask(
                "How many <does|did> <friend> have now, counting both?",
                "How many <is|was> that for <friend> altogether?",
                of="now",
            ),
        ],
    ),
    on="things",
    words={"c": _CHILDREN, "friend": PERSON},
    draws={"k": divisor("a", 3, 15), "own": count(3, 30)},
    units={
        "a": "thing",
        "k": "person",
        "each": "thing/person",
        "own": "thing/person",
        "now": "thing/person",
    },
    lines={
        "each": ("Each <c.one> <gets|got> @ of them.", "That <is|was> @ for each <c.one>."),
        "now": ("<friend> <has|had> @ altogether.",),
    },
    within={"a": (9, 1500), "each": (2, 200)},
)

gives_some_away = family(
    "gives_some_away",
    fact(
        "Of <x>, <who> <gives|gave> <k> to <friend>.",
        "<who> <gives|gave> <friend> <k> of <x>.",
        says="a = k + kept",
    ),
    either(
        [
            ask(
                "How many of them <does|did> <who> keep?",
                "How many of them <are|were> left for <who>?",
                of="kept",
                kind="things",
                x="the ones that <who> <keeps|kept>",
                who="who",
            )
        ],
        [
            fact(
                "The others <are|were> split equally among <m> <c>.",
                "All others <go|went> to <m> <c>, the same number to each.",
                says="kept = m*each",
            ),
            ask(
                "How many <does|did> each of these <c> get?",
                "How many <go|went> to each of these <c>?",
                of="each",
            ),
        ],
    ),
    on="things",
    words={"friend": PERSON, "c": ("neighbors", "cousins", "teammates", "classmates")},
    draws={"k": count(3, "2*a/3"), "m": divisor("a-k", 2, 12)},
    units={"a": "thing", "k": "thing", "kept": "thing", "m": "person", "each": "thing/person"},
    lines={
        "kept": ("After that, @ <are|were> left.", "<who> <has|had> @ left after this gift."),
        "each": ("Each of these <c> <gets|got> @.",),
    },
    within={"a": (10, 600), "kept": (3, 600), "each": (2, 300)},
)

sells_them = family(
    "sells_them",
    fact(
        "<x.Up> <are|were> sold for $<p> each.",
        "A buyer <takes|took> all of <x> at $<p> apiece.",
        "All of <x> <find|found> buyers, who <pay|paid> $<p> for each.",
        says="sum = a*p",
    ),
    either(
        [
            ask(
                "How much money in dollars <does|did> that bring in?",
                "How many dollars <do|did> they bring in?",
                of="sum",
            )
        ],
        [
            fact(
                "The costs of the sale <are|were> $<cost>.",
                "Renting the stand for the sale <costs|cost> $<cost>.",
                says="sum = cost + gain",
            ),
            ask(
                "How many dollars of profit <does|did> the sale make?",
                "How much money in dollars <is|was> left of the sales after these costs?",
                of="gain",
            ),
        ],
    ),
    on="things products heavy",
    draws={"p": money(2, 9), "cost": dollars(5, "a*p/2")},
    units={
        "a": "thing",
        "p": "dollar/thing",
        "sum": "dollar",
        "cost": "dollar",
        "gain": "dollar",
    },
    lines={
        "sum": ("The sale <brings|brought> in $@.", "They <bring|brought> in $@."),
        "gain": ("After the costs, $@ <are|were> left.", "The profit <is|was> $@."),
    },
    within={"a": (5, 800)},
)

some_are_damaged = family(
    "some_are_damaged",
    fact(
        "Of <x>, <p>% <turn|turned> out to be damaged.",
        "It <turns|turned> out that <p>% of <x> <are|were> damaged.",
        says="bad = p/100*a; a = bad + good",
    ),
    either(
        [
            ask(
                "How many of them <are|were> not damaged?",
                "How many of them <are|were> in good order?",
                of="good",
                kind="things",
                x="the ones in good order",
            )
        ],
        [
            ask(
                "How many of them <are|were> damaged?",
                "How many damaged ones <are|were> there?",
                of="bad",
            )
        ],
    ),
    on="things products heavy",
    draws={"p": percent(5, 40)},
    units={"a": "thing", "p": "%", "bad": "thing", "good": "thing"},
    lines={
        "bad": ("@ of them <are|were> damaged.",),
        "good": ("@ of them <are|were> in good order.", "That <leaves|left> @ in good order."),
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
        "Then all of them <are|were> laid out in rows of <m>.",
        "After that they <are|were> laid out in equal rows, <m> to a row.",
        says="sum = m*rows",
    ),
    ask("How many rows <are|were> there?", "How many rows <does|did> that make?", of="rows"),
    on="things",
    draws={"k": count(4, 90), "m": divisor("a+k", 3, 20)},
    units={"a": "thing", "k": "thing", "sum": "thing", "m": "thing/row", "rows": "row"},
    lines={
        "sum": ("Then there <are|were> @ in all.", "With these, there <are|were> @."),
        "rows": ("They <make|made> @ rows.", "That <is|was> @ rows."),
    },
    within={"a": (8, 800), "rows": (2, 100)},
)

rides_in_vehicles = family(
    "rides_in_vehicles",
    fact(
        "<x.Up> <ride|rode> in <c> that <seat|seated> <k> passengers each, and no seat <is|was> empty.",
        "<c.Up> <take|took> <x> away, <k> in each <c.one>, with nobody left behind.",
        says="a = k*used",
    ),
    either(
        [
            ask(
                "How many <c> <are|were> needed?",
                "How many <c> <does|did> that take?",
                of="used",
            )
        ],
        [
            fact(
                "Hiring <c.a> <costs|cost> $<fee>.",
                "The owner <asks|asked> $<fee> for each <c.one>.",
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
    words={"c": _VEHICLES},
    draws={"k": divisor("a", 4, 16), "fee": dollars(20, 95, 5)},
    units={
        "a": "person",
        "k": "person/van",
        "used": "van",
        "fee": "dollar/van",
        "sum": "dollar",
    },
    lines={
        "used": ("They <need|needed> @ <c>.", "That <takes|took> @ <c>."),
        "sum": ("All the <c> together <cost|cost> $@.",),
    },
    within={"a": (12, 400), "used": (2, 40)},
)

buys_them_tickets = family(
    "buys_them_tickets",
    fact(
        "Each of <x> <pays|paid> $<p> to get in.",
        "<x.Up> <pay|paid> an entrance fee of $<p> each.",
        says="sum = a*p",
    ),
    ask(
        "How much money in dollars <do|did> they pay altogether?",
        "How many dollars <is|was> that for all of them together?",
        of="sum",
    ),
    on="people visitors",
    draws={"p": money(3, 18)},
    units={"a": "person", "p": "dollar/person", "sum": "dollar"},
    lines={"sum": ("Together they <pay|paid> $@.", "In all, that <is|was> $@.")},
    within={"a": (4, 900)},
)

forms_teams = family(
    "forms_teams",
    fact(
        "<x.Up> <form|formed> teams of <k>.",
        "<x.Up> <are|were> split into teams, with <k> on each team.",
        says="a = k*teams",
    ),
    either(
        [
            ask(
                "How many teams <are|were> there?",
                "How many teams <does|did> that make?",
                of="teams",
            )
        ],
        [
            fact(
                "Every team <gets|got> <m> paper maps.",
                "For the game, <m> paper maps <are|were> handed to each team.",
                says="maps = m*teams",
            ),
            ask(
                "How many maps <are|were> handed out?",
                "How many paper maps <is|was> that for all teams?",
                of="maps",
            ),
        ],
    ),
    on="people",
    draws={"k": divisor("a", 3, 12), "m": count(2, 6)},
    units={"a": "person", "k": "person/team", "teams": "team", "m": "map/team", "maps": "map"},
    lines={
        "teams": ("They <make|made> @ teams.", "That <is|was> @ teams."),
        "maps": ("The teams <get|got> @ maps.",),
    },
    within={"a": (9, 400), "teams": (2, 80)},
)

wear_hats = family(
    "wear_hats",
    fact(
        "Of <x>, <p>% <wear|wore> <what>.",
        "<what.Up> <are|were> worn by <p>% of <x>.",
        says="some = p/100*a; a = some + others",
    ),
    either(
        [
            ask(
                "How many of them <wear|wore> <what>?",
                "By how many of them <are|were> <what> worn?",
                of="some",
            )
        ],
        [
            ask(
                "How many of them <do|did> not wear <what>?",
                "How many of them <are|were> without <what>?",
                of="others",
            )
        ],
    ),
    on="people visitors riders",
    words={"what": ("hats", "glasses", "sneakers", "gloves", "scarves", "name tags")},
    draws={"p": percent(10, 80)},
    units={"a": "person", "p": "%", "some": "person", "others": "person"},
    lines={
        "some": ("@ of them <wear|wore> <what>.",),
        "others": ("@ of them <do|did> not.", "That <leaves|left> @ without <what>."),
    },
    within={"a": (20, 2000)},
)

TAILS = (
    packs_away,
    stacks_containers,
    sells_containers,
    shares_things_out,
    gives_some_away,
    sells_them,
    some_are_damaged,
    more_come_in,
    rides_in_vehicles,
    buys_them_tickets,
    forms_teams,
    wear_hats,
)
