"""Goods weighed into bags."""

from factory.symbolic.grammar.draws import count, dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

weighing_bags = family(
    "weighing_bags",
    either(
        [
            fact(
                "<who>'s store gets <sacks> sacks of <stuff>, each with <kilos> kilograms.",
                "<who> buys <sacks> sacks of <stuff> for a store. A sack holds <kilos> kilograms.",
                "A truck brings <sacks> sacks of <stuff> to <who>'s store, and every sack weighs "
                "<kilos> kilograms.",
                says="total = sacks*kilos",
            )
        ],
        [
            fact(
                "In <who>'s store there are <old> kilograms of <stuff>, and a truck brings <new> "
                "kilograms more.",
                "<who> has <old> kilograms of <stuff> in store and orders another <new> kilograms.",
                "To <old> kilograms of <stuff> in a store, <who> adds <new> kilograms from a mill.",
                says="total = old + new",
            )
        ],
    ),
    either(
        [
            fact(
                "<who> fills all of it into bags of <bag> grams.",
                "Everything goes into bags of <bag> grams.",
                "All of it is weighed into bags that hold <bag> grams each.",
                says="grams = total*1000; grams = bag*bags",
            )
        ],
        [
            fact(
                "A cafe takes <kept> kilograms of this.",
                "<who> puts <kept> kilograms of this aside.",
                "Of this, <kept> kilograms are damp and cannot be sold.",
                says="total = kept + rest",
            ),
            fact(
                "The rest is filled into bags of <bag> grams.",
                "From the rest, <who.he> makes bags of <bag> grams.",
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
                kind="products",
                x="these bags",
                who="who",
            )
        ],
        [
            fact(
                "A bag costs $<price>.",
                "The price of a bag is $<price>.",
                "Customers pay $<price> for a bag.",
                says="income = bags*price",
            ),
            either(
                [
                    ask(
                        "How much money in dollars do all the bags bring when they are sold?",
                        "How many dollars does <who> take in when all bags are sold?",
                        of="income",
                        kind="earned",
                        x="the money for the bags",
                        who="who",
                    )
                ],
                [
                    fact(
                        "<who> had paid $<cost> for the <stuff>.",
                        "For all of the <stuff>, <who> had spent $<cost>.",
                        says="income = cost + profit",
                    ),
                    ask(
                        "How many dollars of profit does <who> make when all bags are sold?",
                        "How much money in dollars does <who> gain when all bags are sold?",
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
                "How many bags does <who> have after that week?",
                of="left",
                kind="products",
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
        "sacks": count(2, 9),
        "kilos": plain(5, 25),
        "old": plain(12, 80),
        "new": plain(20, 120, 5),
        "kept": count(3, 20),
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
        "total": ("In all, there are @ kilograms.", "That is @ kilograms of <stuff>."),
        "rest": ("@ kilograms are left.", "That leaves @ kilograms."),
        "grams": ("In grams, that is @.", "That is @ grams."),
        "bags": ("It makes @ bags.", "That fills @ bags."),
        "income": ("All bags together bring $@.", "The bags are worth $@."),
        "profit": ("The profit is $@.",),
        "sold": ("@ bags are sold in that week.",),
        "left": ("@ bags are not sold.", "That leaves @ bags."),
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
