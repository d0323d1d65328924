"""Recipes for more people than they are written for."""

from factory.symbolic.grammar.draws import divisor, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS

scaling_a_recipe = family(
    "scaling_a_recipe",
    either(
        [
            fact(
                "To feed <few> people, a recipe for <dish> needs <grams> grams of <stuff>.",
                "A recipe for <dish> makes <few> servings and calls for <grams> grams of <stuff>.",
                "In a cookbook, <who> finds a recipe for <dish> that uses <grams> grams of "
                "<stuff> for <few> servings.",
                says="grams = few*each",
            )
        ],
        [
            fact(
                "A serving of <dish> takes <each> grams of <stuff>.",
                "When <who> makes <dish>, each serving needs <each> grams of <stuff>.",
                "For each serving of <dish>, <who> plans to use <each> grams of <stuff>.",
            )
        ],
    ),
    fact(
        "For <club>, <who> has to make <many> servings.",
        "<who> is going to make <dish> for <many> people, with a serving for each of them.",
        "For a party, <who> wants to make <many> servings.",
        says="need = many*each",
    ),
    either(
        [
            ask(
                "How many grams of <stuff> does <who> need?",
                "How many grams of <stuff> are needed for all these servings?",
                of="need",
            )
        ],
        [
            ask(
                "How many kilograms of <stuff> does <who> need?",
                "How many kilograms of <stuff> are needed for all these servings?",
                of="kilos",
            )
        ],
        [
            fact(
                "In the cupboard, there are <have> grams of <stuff>, and <who> buys the rest.",
                "<who> has <have> grams of <stuff> at home and buys the rest.",
                "A neighbor can spare <have> grams of <stuff>, and <who> has to buy the rest.",
                says="need = have + buy",
            ),
            ask(
                "How many grams of <stuff> does <who> have to buy?",
                "How many more grams of <stuff> must <who> buy?",
                of="buy",
            ),
        ],
        [
            fact(
                "The <stuff> are sold in bags of <pack> grams, and <who> buys exactly as much as "
                "is needed.",
                "<who> uses bags that hold <pack> grams of <stuff> each, and nothing is left over.",
                "The store sells <stuff> in bags of <pack> grams, and a whole number of bags is "
                "exactly enough.",
                says="need = pack*packs",
            ),
            either(
                [
                    ask(
                        "How many bags of <stuff> does <who> need?",
                        "How many bags of <stuff> are used?",
                        of="packs",
                    )
                ],
                [
                    fact(
                        "A bag of <stuff> costs $<price>.",
                        "For each bag, <who> pays $<price>.",
                        says="cost = packs*price",
                    ),
                    ask(
                        "How many dollars do all the bags cost?",
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
        "few": plain(2, 8),
        "many": plain(9, 40),
        "have": plain(100, 900, 50),
        "tens": divisor("many*each/10", 40, 100),
        "price": money(2, 5),
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
        "pack": "gram/bag",
        "tens": "gram/bag",
        "packs": "bag",
        "price": "dollar/bag",
        "cost": "dollar",
    },
    lines={
        "each": ("A serving needs @ grams of <stuff>.", "Each serving takes @ grams of <stuff>."),
        "need": (
            "All the servings together take @ grams.",
            "For <many> servings, <who> needs @ grams.",
        ),
        "kilos": (
            "In all, <who> needs @ kilograms of <stuff>.",
            "In kilograms, that is @.",
        ),
        "buy": ("<who> has to buy @ grams of <stuff>.",),
        "packs": ("<who> needs @ bags.",),
        "cost": ("The bags cost $@.",),
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
