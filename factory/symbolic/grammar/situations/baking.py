"""Trays of baked goods."""

from factory.symbolic.grammar.draws import count, divisor, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

baking_trays = family(
    "baking_trays",
    fact(
        "<who> bakes <trays> trays of <things>, with <each> on every tray.",
        "<who> fills <trays> baking trays with <each> <things> each.",
        "A baking tray has room for <each> <things>, and <who> bakes <trays> full trays of them.",
        says="total = trays*each",
    ),
    either(
        [
            fact(
                "Unfortunately, <gone> of the <things> burn.",
                "A neighbor gets <gone> of the <things>.",
                "<who>'s family eats <gone> of the <things> while they are still warm.",
                says="total = gone + rest",
            )
        ],
        [
            fact(
                "Of all these <things>, <p>% are eaten on the same day.",
                "On the same day, <p>% of the <things> are eaten.",
                "A cafe buys <p>% of all these <things>.",
                says="gone = p/100*total; total = gone + rest",
            )
        ],
    ),
    either(
        [
            ask(
                "How many <things> are left?",
                "How many of the <things> does <who> still have?",
                of="rest",
                kind="goods",
                x="the remaining <things>",
                who="who",
            )
        ],
        [
            fact(
                "The others are put into bags of <bag>.",
                "<who> packs the others in bags, <bag> to a bag.",
                says="rest = bag*bags",
            ),
            either(
                [
                    ask(
                        "How many bags does <who> fill?",
                        "How many bags of <things> are there?",
                        of="bags",
                        kind="products",
                        x="the bags of <things>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "All the bags are sold for $<price> each.",
                        "At a school fair, every bag is sold for $<price>.",
                        says="income = bags*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for the bags?",
                        "How many dollars does <who> earn by selling the bags?",
                        of="income",
                        kind="earned",
                        x="the money for the bags",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The others are shared equally among <guests> guests.",
                "The others go to <guests> guests, and each guest gets the same number.",
                says="rest = guests*share",
            ),
            ask(
                "How many <things> does each guest get?",
                "How many of the <things> go to each guest?",
                of="share",
            ),
        ],
        [
            fact(
                "Later, <who> bakes <more> more trays with just as many <things> on each.",
                "Because more <things> are needed, <who.he> bakes <more> more trays, with the "
                "same number on every tray.",
                says="new = more*each; now = rest + new",
            ),
            ask(
                "How many <things> does <who> have now?",
                "How many <things> does <who> have in the end?",
                of="now",
                kind="goods",
                x="the <things>",
                who="who",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "things": (
            "cookies",
            "rolls",
            "pretzels",
            "scones",
            "biscuits",
            "muffins",
            "cheese sticks",
            "almond cakes",
        ),
    },
    draws={
        "trays": count(3, 12),
        "each": plain(8, 30),
        "p": percent(10, 60),
        "gone": count(4, 30),
        "bag": divisor("rest", 3, 15),
        "price": money(3, 6),
        "guests": divisor("rest", 8, 40),
        "more": count(2, 5),
    },
    units={
        "trays": "tray",
        "each": "piece/tray",
        "total": "piece",
        "gone": "piece",
        "p": "%",
        "rest": "piece",
        "bag": "piece/bag",
        "bags": "bag",
        "price": "dollar/bag",
        "income": "dollar",
        "guests": "guest",
        "share": "piece/guest",
        "more": "tray",
        "new": "piece",
        "now": "piece",
    },
    lines={
        "total": ("<who> bakes @ <things>.", "The trays hold @ <things>."),
        "gone": ("So @ of the <things> are gone.",),
        "rest": ("Then @ <things> are left.", "That leaves @ <things>."),
        "bags": ("<who> fills @ bags.", "That makes @ bags."),
        "income": ("<who> gets $@ for the bags.",),
        "share": ("Each guest gets @ <things>.",),
        "new": ("The new trays hold @ <things>.",),
        "now": ("With these, <who> has @ <things>.",),
    },
    need=("gone*2 < total",),
    within={"gone": (4, 200), "bags": (3, 80), "share": (2, 6)},
    owners={"trays": "who", "rest": "who", "bags": "who", "income": "who", "now": "who"},
)

FAMILIES = (baking_trays,)
