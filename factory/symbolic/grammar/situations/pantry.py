"""Pouring and filling: jugs into glasses, jam into jars."""

from factory.symbolic.grammar.draws import count, divisor, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS

pouring_glasses = family(
    "pouring_glasses",
    either(
        [
            fact(
                "For <club>, <who> fills <jugs> jugs with <liters> liters of <drink> each.",
                "<who> makes <jugs> jugs of <drink>. Each jug holds <liters> liters.",
                "For a summer festival, <who> prepares <jugs> jugs of <drink>, with <liters> "
                "liters in each.",
                says="all = jugs*liters",
            )
        ],
        [
            fact(
                "<who> mixes <syrup> liters of syrup with <water> liters of water to make <drink>.",
                "To make <drink>, <who> adds <water> liters of water to <syrup> liters of syrup.",
                "For <club>, <who> makes <drink> from <water> liters of water and <syrup> liters "
                "of syrup.",
                says="all = syrup + water",
            )
        ],
    ),
    either(
        [
            fact(
                "Nothing is spilled.",
                "The <drink> is kept cool until the guests come.",
                "Everything is ready when the guests come.",
                says="rest = all*1000",
            )
        ],
        [
            fact(
                "By accident, <who> spills <spilled> milliliters of the <drink>.",
                "To test the taste, <who> and some helpers drink <spilled> milliliters of "
                "the <drink>.",
                "Through a leaky lid, <spilled> milliliters of the <drink> are lost.",
                says="small = all*1000; small = spilled + rest",
            )
        ],
    ),
    either(
        [
            fact(
                "Then the <drink> is poured into glasses of <glass> milliliters each, until "
                "none of it is left.",
                "Each glass is filled with <glass> milliliters, until none of the <drink> is left.",
                "The <drink> is served in full glasses of <glass> milliliters each, and all "
                "of it is used up.",
                says="rest = glass*glasses",
            ),
            either(
                [
                    ask(
                        "How many glasses are filled?",
                        "How many glasses can <who> fill?",
                        of="glasses",
                    )
                ],
                [
                    fact(
                        "Every glass of <drink> is sold for $<price>.",
                        "All the glasses are sold, each for $<price>.",
                        says="income = glasses*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for the <drink>?",
                        "How many dollars does <who> get for all the glasses?",
                        of="income",
                        kind="earned",
                        x="the money for the <drink>",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "There are <guests> guests, and each of them takes a glass. The "
                        "remaining glasses go to the helpers.",
                        "Each of <guests> guests takes a glass, and the other glasses are for the "
                        "helpers.",
                        says="glasses = guests + extra",
                    ),
                    ask(
                        "How many glasses do the helpers get?",
                        "How many glasses are there for the helpers?",
                        of="extra",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The <drink> is then shared equally by <people> people, and none of it is "
                "left over.",
                "Then <people> people drink all of the <drink>, and each of them gets the "
                "same amount.",
                says="rest = people*share",
            ),
            ask(
                "How many milliliters does each of them get?",
                "How many milliliters of <drink> are there for each of them?",
                of="share",
            ),
        ],
    ),
    says="glass = fifties*50",
    words={
        "who": PERSON,
        "club": CLUBS,
        "drink": (
            "ginger lemonade",
            "raspberry soda",
            "elderflower drink",
            "mint lemonade",
            "cherry lemonade",
            "hibiscus drink",
        ),
    },
    draws={
        "jugs": count(2, 12),
        "liters": count(2, 6),
        "syrup": plain(2, 6),
        "water": plain("syrup*3", "syrup*5"),
        "spilled": plain(100, 950, 50),
        "fifties": divisor("rest/50", 3, 8),
        "people": divisor("rest", 10, 60),
        "price": money(2, 4),
        "guests": plain("glasses/2", "glasses-2"),
    },
    units={
        "jugs": "jug",
        "liters": "liter/jug",
        "syrup": "liter",
        "water": "liter",
        "all": "liter",
        "small": "milliliter",
        "spilled": "milliliter",
        "rest": "milliliter",
        "glass": "milliliter/glass",
        "fifties": "milliliter/glass",
        "glasses": "glass",
        "price": "dollar/glass",
        "income": "dollar",
        "guests": "glass",
        "extra": "glass",
        "people": "person",
        "share": "milliliter/person",
    },
    lines={
        "all": ("In all, <who> has @ liters of <drink>.", "There are @ liters of <drink>."),
        "small": (
            "All the <drink> together is @ milliliters.",
            "<who> has made @ milliliters of <drink>.",
        ),
        "rest": (
            "There are @ milliliters of <drink> to serve.",
            "@ milliliters of <drink> are ready to serve.",
        ),
        "glasses": ("The <drink> fills @ glasses.", "There is enough <drink> for @ glasses."),
        "income": ("All the glasses sell for $@.",),
        "extra": ("The helpers get @ glasses.",),
        "share": ("Each person gets @ milliliters.",),
    },
    within={"extra": (2, 80), "share": (100, 600), "glasses": (12, 200)},
    owners={"jugs": "who", "glasses": "who", "income": "who"},
)

jam_jars = family(
    "jam_jars",
    fact(
        "<who> cooks <kilos> kilograms of <fruit> with <sugar> kilograms of sugar to make jam.",
        "For jam, <who> puts <kilos> kilograms of <fruit> and <sugar> kilograms of sugar into a "
        "large pot.",
        "A large pot holds <kilos> kilograms of <fruit> and <sugar> kilograms of sugar, from "
        "which <who> makes jam.",
        says="pot = kilos + sugar; grams = pot*1000",
    ),
    either(
        [
            fact(
                "While it cooks, <steam> grams turn into steam.",
                "During the cooking, the weight goes down by <steam> grams.",
                "On the stove, the jam becomes <steam> grams lighter.",
                "While the jam boils, it loses <steam> grams of water.",
                says="grams = steam + jam",
            )
        ],
        [
            fact(
                "On the stove, <p>% of the weight in the pot boils away.",
                "The mixture loses <p>% of its weight while the jam cooks.",
                "After the cooking, the weight is <p>% lower than before.",
                says="steam = p/100*grams; grams = steam + jam",
            )
        ],
    ),
    either(
        [
            ask(
                "How many grams of jam does <who> get?",
                "How many grams does the jam weigh?",
                of="jam",
            )
        ],
        [
            fact(
                "All of the jam is filled into jars of <jar> grams each.",
                "<who> fills jars with <jar> grams of jam each, until none of the jam is left.",
                "<who> ladles all of the jam into jars that hold <jar> grams each.",
                says="jam = jar*jars",
            ),
            either(
                [
                    ask(
                        "How many jars does <who> fill?",
                        "How many jars of jam are there?",
                        of="jars",
                        kind="products",
                        x="these jars",
                        who="who",
                    )
                ],
                [
                    fact(
                        "<who> gives <gifts> jars away.",
                        "Friends get <gifts> of the jars as presents.",
                        says="jars = gifts + kept",
                    ),
                    either(
                        [
                            ask(
                                "How many jars does <who> keep?",
                                "How many jars of jam does <who> still have?",
                                of="kept",
                                kind="products",
                                x="the remaining jars",
                                who="who",
                            )
                        ],
                        [
                            fact(
                                "The other jars are sold at $<price> each.",
                                "At a market, <who.he> sells each of the other jars for $<price>.",
                                says="income = kept*price",
                            ),
                            ask(
                                "How many dollars does <who> get for the jam?",
                                "How much money in dollars does <who> get for the jars that are "
                                "sold?",
                                of="income",
                                kind="earned",
                                x="the money for the jam",
                                who="who",
                            ),
                        ],
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "fruit": ("plums", "cherries", "apricots", "strawberries", "figs", "peaches", "quinces"),
    },
    draws={
        "kilos": plain(4, 16),
        "sugar": plain("kilos/4+1", "3*kilos/4"),
        "p": percent(5, 15),
        "jar": plain(200, 500, 50),
        "jars": plain(12, 60),
        "steam": plain(300, 2500, 50),
        "gifts": count(3, 12),
        "price": money(3, 8),
    },
    units={
        "kilos": "kilogram",
        "sugar": "kilogram",
        "pot": "kilogram",
        "grams": "gram",
        "steam": "gram",
        "p": "%",
        "jam": "gram",
        "jar": "gram/jar",
        "jars": "jar",
        "gifts": "jar",
        "kept": "jar",
        "price": "dollar/jar",
        "income": "dollar",
    },
    lines={
        "pot": (
            "The <fruit> and the sugar weigh @ kilograms together.",
            "At first, the pot holds @ kilograms.",
        ),
        "grams": (
            "In grams, the <fruit> and the sugar weigh @.",
            "Before the cooking, the weight is @ grams.",
        ),
        "steam": ("The weight goes down by @ grams.", "@ grams boil away."),
        "jam": ("@ grams of jam are left.", "<who> gets @ grams of jam."),
        "jars": ("The jam fills @ jars.", "<who> fills @ jars."),
        "kept": ("<who> still has @ jars.", "@ jars remain."),
        "income": ("The other jars sell for $@.",),
    },
    need=("steam*3 < grams",),
    within={"kept": (4, 90), "steam": (300, 5000), "jars": (8, 100)},
    owners={"jam": "who", "jars": "who", "gifts": "who", "kept": "who", "income": "who"},
)

FAMILIES = (pouring_glasses, jam_jars)
