"""Meters into centimeters, kilograms into grams."""

from factory.symbolic.grammar.draws import count, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

ribbon_pieces = family(
    "ribbon_pieces",
    fact(
        "<who> has <m> meters of <stuff> and cuts all of it into pieces of <c> centimeters each.",
        "A roll holds <m> meters of <stuff>. <who> cuts all of it into pieces that are <c> "
        "centimeters long.",
        "<who> cuts up a whole roll of <stuff>, which is <m> meters long, into pieces of <c> "
        "centimeters each.",
        says="length = m*100; length = c*pieces",
    ),
    either(
        [
            ask(
                "How many pieces does <who> get?",
                "Into how many pieces is the <stuff> cut?",
                of="pieces",
                kind="food",
                x="these pieces of <stuff>",
                who="who",
            )
        ],
        [
            fact(
                "For each <made.one>, <who.he> uses <k> of these pieces.",
                "It takes <k> such pieces to make <made.a>.",
                says="pieces = k*full",
            ),
            either(
                [
                    ask(
                        "For how many <made> are the pieces enough?",
                        "How many <made> can <who> make from these pieces?",
                        of="full",
                        kind="things",
                        x="these <made>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "All the pieces are made into <made>, which are sold for $<p> each.",
                        "<who.He> uses all the pieces and sells the <made> at a fair for $<p> "
                        "apiece.",
                        says="sum = full*p",
                    ),
                    ask(
                        "How many dollars does <who> get for all the <made>?",
                        "How much money in dollars does <who> earn by selling the <made>?",
                        of="sum",
                        kind="earned",
                        x="the money for the <made>",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Then <who.he> gives <given> of the pieces to <friend>.",
                "<who.He> lets <friend> have <given> of the pieces.",
                says="pieces = given + kept",
            ),
            ask(
                "How many pieces does <who> keep?",
                "How many of the pieces does <who> have left?",
                of="kept",
                kind="food",
                x="the remaining pieces",
                who="who",
            ),
        ],
    ),
    words={
        "who,friend": PERSON,
        "stuff": ("ribbon", "cord", "yarn", "string", "twine", "leather cord"),
        "made": ("necklace/necklaces", "bracelet/bracelets", "tassel/tassels", "mobile/mobiles"),
    },
    draws={
        "m": plain(3, 40),
        "k": count(2, 9),
        "full": count(3, 20),
        "pieces": count(12, 90),
        "p": money(3, 12),
        "given": count(3, 10),
    },
    units={
        "m": "meter",
        "length": "centimeter",
        "c": "centimeter/piece",
        "pieces": "piece",
        "k": "piece/thing",
        "full": "thing",
        "p": "dollar/thing",
        "sum": "dollar",
        "given": "piece",
        "kept": "piece",
    },
    lines={
        "length": ("<m> meters are @ centimeters.", "In centimeters, the <stuff> is @ long."),
        "pieces": ("<who> gets @ pieces.", "That makes @ pieces."),
        "full": ("The pieces are enough for @ <made>.", "<who> can make @ <made>."),
        "sum": ("<who> gets $@ for the <made>.",),
        "kept": ("Then @ pieces are left.", "<who> keeps @ pieces."),
    },
    need=("k*c < 200",),
    within={"c": (15, 90)},
    owners={
        "m": "who",
        "pieces": "who",
        "full": "who",
        "sum": "who",
        "given": "friend",
        "kept": "who",
    },
)

grams_of_powder = family(
    "grams_of_powder",
    fact(
        "A <shop> sells <stuff> in bags. Each bag holds <g> grams.",
        "In a <shop>, <stuff> comes in bags of <g> grams each.",
        "<who> works in a <shop> and packs <stuff> into bags of <g> grams each.",
    ),
    either(
        [
            fact(
                "One morning, <kg> kilograms of <stuff> are packed into such bags, and nothing is "
                "left over.",
                "A whole supply of <kg> kilograms is packed into bags of this size.",
                says="grams = kg*1000; grams = g*bags",
            ),
            either(
                [
                    ask(
                        "How many bags of <stuff> does that make?",
                        "How many bags of <stuff> are filled?",
                        of="bags",
                        kind="products",
                        x="these bags",
                    )
                ],
                [
                    fact(
                        "A bag is sold for $<p>.",
                        "Customers pay $<p> for each bag.",
                        says="sum = bags*p",
                    ),
                    either(
                        [
                            ask(
                                "How many dollars do customers pay for all these bags?",
                                "How much money in dollars is paid for all of these bags?",
                                of="sum",
                            )
                        ],
                        [
                            fact(
                                "The <shop> itself paid $<cost> for the <stuff>.",
                                "The <stuff> and the empty bags cost the <shop> $<cost>.",
                                says="sum = cost + gain",
                            ),
                            ask(
                                "How many dollars of profit does the <shop> make when all the "
                                "bags are sold?",
                                "How much money in dollars is the <shop>'s profit when every bag "
                                "is sold?",
                                of="gain",
                            ),
                        ],
                    ),
                ],
            ),
        ],
        [
            fact(
                "A hotel orders <n> such bags.",
                "A customer places an order for <n> of these bags.",
                says="grams = g*n",
            ),
            either(
                [
                    ask(
                        "How many kilograms of <stuff> are in this order?",
                        "What is the weight of this order, in kilograms?",
                        of="kg",
                    )
                ],
                [
                    fact(
                        "Before this order, <have> kilograms of <stuff> were in stock.",
                        "Before this order, the <shop> had <have> kilograms of <stuff>.",
                        says="have = kg + rest",
                    ),
                    ask(
                        "How many kilograms of <stuff> are in stock after this order?",
                        "How many kilograms of <stuff> remain in stock?",
                        of="rest",
                        kind="kilograms",
                        x="the remaining <stuff>",
                    ),
                ],
            ),
        ],
    ),
    says="kg = grams/1000",
    words={
        "who": PERSON,
        "shop": ("grocery store", "village shop", "farm shop", "corner shop", "general store"),
        "stuff": (
            "rye flour",
            "brown rice",
            "cornmeal",
            "buckwheat",
            "millet",
            "oat bran",
            "semolina",
        ),
    },
    draws={
        "g": plain(400, 1000, 50),
        "bags": count(12, 120),
        "p": money(2, 4),
        "cost": dollars("sum/3", "sum*2/3", 5),
        "n": count(8, 80),
        "rest": count(3, 40),
    },
    units={
        "g": "gram/bag",
        "kg": "kilogram",
        "grams": "gram",
        "bags": "bag",
        "p": "dollar/bag",
        "sum": "dollar",
        "cost": "dollar",
        "gain": "dollar",
        "n": "bag",
        "have": "kilogram",
        "rest": "kilogram",
    },
    lines={
        "grams": ("All the bags together hold @ grams of <stuff>.",),
        "bags": ("That fills @ bags.", "That makes @ bags."),
        "sum": ("All the bags together sell for $@.",),
        "gain": ("The profit is $@.",),
        "kg": ("In kilograms, that is @.", "That is @ kilograms."),
        "rest": ("After the order, @ kilograms are still in stock.",),
    },
    within={"kg": (3, 60)},
    owners={"gain": "shop"},
)

FAMILIES = (
    ribbon_pieces,
    grams_of_powder,
)
