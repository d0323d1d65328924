"""Goods weighed into bags."""

from factory.symbolic.grammar.draws import dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

weighing_bags = family(
    "weighing_bags",
    either(
        [
            fact(
                "<who>'s store gets <sacks> sacks of <stuff>, each with <kilos> kilograms.",
                "<who> buys <sacks> sacks of <stuff> to sell. Each sack holds <kilos> kilograms.",
                "A truck brings <sacks> sacks of <stuff> to <who>'s store, and every sack weighs "
                "<kilos> kilograms.",
                says="total = sacks*kilos",
            )
        ],
        [
            fact(
                "There are <old> kilograms of <stuff> in <who>'s store, and a truck brings "
                "<new> kilograms more.",
                "<who> has <old> kilograms of <stuff> in stock and orders another <new> kilograms.",
                "<who>, who runs a store, still has <old> kilograms of <stuff> and buys "
                "<new> kilograms more.",
                says="total = old + new",
            )
        ],
    ),
    either(
        [
            fact(
                "<who> puts all of it into bags of <bag> grams each.",
                "All of the <stuff> is put into bags of <bag> grams each.",
                "All of it is weighed into bags that hold <bag> grams each.",
                says="grams = total*1000; grams = bag*bags",
            )
        ],
        [
            fact(
                "<who> gives <kept> kilograms of it to a charity kitchen.",
                "<who> sets <kept> kilograms of it aside.",
                "Of all this, <kept> kilograms are damp and have to be thrown away.",
                says="total = kept + rest",
            ),
            fact(
                "The rest is put into bags of <bag> grams each.",
                "<who.He> puts the rest into bags of <bag> grams each.",
                "What remains is weighed into bags that hold <bag> grams each.",
                says="grams = rest*1000; grams = bag*bags",
            ),
        ],
    ),
    either(
        [
            ask(
                "How many bags does <who> fill?",
                "How many bags of <stuff> are filled?",
                of="bags",
                kind="goods",
                x="these bags",
                who="who",
            )
        ],
        [
            fact(
                "<who.He> sells each bag for $<price>.",
                "The price of a bag is $<price>.",
                "Customers pay $<price> for a bag.",
                says="income = bags*price",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does <who> get when all the bags are sold?",
                        "How many dollars does <who> take in when all bags are sold?",
                        of="income",
                        kind="earned",
                        x="the money for the bags",
                        who="who",
                    )
                ],
                [
                    fact(
                        "All of the <stuff> together cost <who> $<cost>.",
                        "For all of the <stuff>, <who> spent $<cost>.",
                        says="income = cost + profit",
                    ),
                    ask(
                        "How many dollars of profit does <who> make when all bags are sold?",
                        "What profit in dollars does <who> make when all the bags are sold?",
                        of="profit",
                        kind="earned",
                        x="the profit",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In the first week, <p>% of the bags are sold.",
                "Customers buy <p>% of the bags in the first week.",
                says="sold = p/100*bags; bags = sold + left",
            ),
            ask(
                "How many bags are not sold in that week?",
                "How many bags are left after that week?",
                of="left",
                kind="wares",
                x="the remaining bags",
                who="who",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "stuff": (
            "rice",
            "wheat flour",
            "oatmeal",
            "barley",
            "coarse salt",
            "brown sugar",
            "cornmeal",
            "muesli",
        ),
    },
    draws={
        "sacks": plain(2, 9),
        "kilos": plain(5, 25),
        "old": plain(12, 80),
        "new": plain(20, 120, 5),
        "kept": plain(3, 20),
        "bag": plain(250, 800, 50),
        "price": money(2, 4),
        "cost": dollars("income/3+1", "2*income/3"),
        "p": percent(10, 90),
    },
    units={
        "sacks": "sack",
        "kilos": "kilogram/sack",
        "old": "kilogram",
        "new": "kilogram",
        "total": "kilogram",
        "kept": "kilogram",
        "rest": "kilogram",
        "grams": "gram",
        "bag": "gram/bag",
        "bags": "bag",
        "price": "dollar/bag",
        "income": "dollar",
        "cost": "dollar",
        "profit": "dollar",
        "p": "%",
        "sold": "bag",
        "left": "bag",
    },
    lines={
        "total": (
            "There are @ kilograms of <stuff> in all.",
            "The <stuff> weighs @ kilograms in all.",
        ),
        "rest": ("@ kilograms are left.", "That leaves @ kilograms."),
        "grams": ("In grams, that is @.", "That is @ grams."),
        "bags": ("That makes @ bags.", "That fills @ bags."),
        "income": ("For all the bags, <who> gets $@.", "The bags sell for $@."),
        "profit": ("The profit is $@.",),
        "sold": ("@ bags are sold in that week.",),
        "left": ("@ bags are not sold in that week.", "That leaves @ bags."),
    },
    need=("kept*2 < total",),
    within={"bags": (8, 400), "grams": (4000, 99000)},
    owners={
        "sacks": "who",
        "old": "who",
        "bags": "who",
        "income": "who",
        "profit": "who",
        "left": "who",
    },
)

FAMILIES = (weighing_bags,)
