"""Recipes for more people than they are written for."""

from factory.symbolic.grammar.draws import count, divisor, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS

scaling_a_recipe = family(
    "scaling_a_recipe",
    either(
        [
            fact(
                "To feed <few> people, a recipe for <dish> needs <grams> grams of <stuff>.",
                "The recipe that <who> has for <dish> makes <few> servings and calls for <grams> "
                "grams of <stuff>.",
                "In a cookbook, <who> finds a recipe for <dish> that uses <grams> grams of "
                "<stuff> for <few> servings.",
                says="grams = few*each",
            )
        ],
        [
            fact(
                "A serving of <dish> takes <each> grams of <stuff>.",
                "When <who> makes <dish>, each serving needs <each> grams of <stuff>.",
                "For each person who eats <dish>, <who> counts on <each> grams of <stuff>.",
            )
        ],
    ),
    fact(
        "For <club>, <who> has to make <many> servings.",
        "<who> is going to cook the <dish> for <many> people.",
        "This time, <many> people are coming to eat with <who>.",
        says="need = many*each",
    ),
    either(
        [
            ask(
                "How many grams of <stuff> does <who> need?",
                "How many grams of <stuff> go into all these servings?",
                of="need",
            )
        ],
        [
            ask(
                "How many kilograms of <stuff> does <who> need?",
                "How many kilograms of <stuff> go into all these servings?",
                of="kilos",
            )
        ],
        [
            fact(
                "In the cupboard, there are <have> grams of <stuff>.",
                "<who> has <have> grams of <stuff> at home.",
                "A neighbor can spare <have> grams of <stuff>, and the rest has to be bought.",
                says="need = have + buy",
            ),
            ask(
                "How many grams of <stuff> does <who> have to buy?",
                "How many more grams of <stuff> are needed?",
                of="buy",
            ),
        ],
        [
            fact(
                "The <stuff> come in packets of <pack> grams, and nothing is left in the last one.",
                "<who> opens packets of <pack> grams, and nothing is left over in the end.",
                "The store sells packets of <pack> grams, and <who> needs a whole number of them.",
                says="need = pack*packs",
            ),
            either(
                [
                    ask(
                        "How many packets of <stuff> does <who> need?",
                        "How many packets of <stuff> are used?",
                        of="packs",
                    )
                ],
                [
                    fact(
                        "A packet costs $<price>.",
                        "For each packet, <who> pays $<price>.",
                        says="cost = packs*price",
                    ),
                    ask(
                        "How many dollars do all the packets cost?",
                        "How much money in dollars does <who> spend on <stuff>?",
                        of="cost",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
            ),
        ],
    ),
    says="kilos = need/1000; pack = tens*10",
    words={"who": PERSON, "club": CLUBS},
    rows={
        "dish,stuff,each": (
            ("lentil soup", "lentils", plain(60, 110, 10)),
            ("potato salad", "potatoes", plain(150, 250, 10)),
            ("bean stew", "beans", plain(70, 130, 10)),
            ("noodle salad", "noodles", plain(70, 120, 10)),
            ("oat porridge", "rolled oats", plain(40, 60, 5)),
            ("carrot soup", "carrots", plain(120, 200, 10)),
            ("mushroom risotto", "mushrooms", plain(50, 90, 5)),
            ("tomato sauce", "tomatoes", plain(150, 220, 10)),
        )
    },
    draws={
        "few": count(2, 8),
        "many": plain(9, 40),
        "have": plain(100, 900, 50),
        "tens": divisor("many*each/10", 20, 50),
        "price": money(2, 3),
    },
    units={
        "few": "serving",
        "grams": "gram",
        "each": "gram/serving",
        "many": "serving",
        "need": "gram",
        "kilos": "kilogram",
        "have": "gram",
        "buy": "gram",
        "pack": "gram/packet",
        "tens": "gram/packet",
        "packs": "packet",
        "price": "dollar/packet",
        "cost": "dollar",
    },
    lines={
        "each": ("A serving takes @ grams of <stuff>.", "For one person, that is @ grams."),
        "need": ("All servings take @ grams.", "For <many> servings, <who> needs @ grams."),
        "kilos": ("In kilograms, that is @.", "That is @ kilograms."),
        "buy": ("<who> has to buy @ grams.", "@ grams are missing."),
        "packs": ("That takes @ packets.", "<who> needs @ packets."),
        "cost": ("The packets cost $@.",),
    },
    within={"packs": (3, 40), "grams": (100, 2000), "need": (500, 9000)},
    fine="kilos",
    owners={
        "need": "who",
        "kilos": "who",
        "have": "who",
        "buy": "who",
        "packs": "who",
        "cost": "who",
    },
)

FAMILIES = (scaling_a_recipe,)
