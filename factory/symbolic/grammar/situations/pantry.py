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
                "For a party, <who> prepares <jugs> jugs of <drink>, with <liters> liters in each.",
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
                "It is kept cool until all the guests have come.",
                "<who.He> carries everything to a long table.",
                says="rest = all*1000",
            )
        ],
        [
            fact(
                "On the way, <spilled> milliliters are spilled.",
                "While tasting, <who> drinks <spilled> milliliters of it.",
                "A leaking lid lets <spilled> milliliters run out.",
                says="small = all*1000; small = spilled + rest",
            )
        ],
    ),
    either(
        [
            fact(
                "All the <drink> that <who> then has is poured into glasses of <glass> "
                "milliliters.",
                "A glass holds <glass> milliliters, and the <drink> is poured into such glasses.",
                "Then the <drink> is served in full glasses of <glass> milliliters.",
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
                        "Every glass is sold for $<price>.",
                        "Guests pay $<price> for a glass, and all of them are sold.",
                        says="income = glasses*price",
                    ),
                    ask(
                        "How much money in dollars do the glasses bring in?",
                        "How many dollars does <who> get for all the glasses?",
                        of="income",
                        kind="earned",
                        x="the money for the glasses",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "There are <guests> guests, and each of them has a glass. The remaining "
                        "glasses go to the helpers.",
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
                "The <drink> is then shared equally by <people> people.",
                "<who> then divides the <drink> equally among <people> people.",
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
            "iced mint tea",
            "cherry lemonade",
            "hibiscus tea",
        ),
    },
    draws={
        "jugs": count(2, 12),
        "liters": count(2, 6),
        "syrup": count(2, 6),
        "water": count("syrup*3", "syrup*5"),
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
        "all": ("In all, that is @ liters.", "There are @ liters of <drink>."),
        "small": ("In milliliters, that is @.", "That is @ milliliters."),
        "rest": ("There are @ milliliters to share out.", "That is @ milliliters to pour."),
        "glasses": ("It fills @ glasses.", "That is enough for @ glasses."),
        "income": ("The glasses bring in $@.",),
        "extra": ("The helpers get @ glasses.",),
        "share": ("Each of them gets @ milliliters.",),
    },
    within={"extra": (2, 80), "share": (100, 900), "glasses": (12, 200)},
    owners={"jugs": "who", "glasses": "who", "income": "who"},
)

jam_jars = family(
    "jam_jars",
    fact(
        "<who> cooks <kilos> kilograms of <fruit> with <sugar> kilograms of sugar to make jam.",
        "For jam, <who> puts <kilos> kilograms of <fruit> and <sugar> kilograms of sugar into a "
        "pot.",
        "Into a large pot go <kilos> kilograms of <fruit> and <sugar> kilograms of sugar, because "
        "<who> wants to make jam.",
        says="pot = kilos + sugar; grams = pot*1000",
    ),
    either(
        [
            fact(
                "While it cooks, <steam> grams turn into steam.",
                "During the cooking, the weight goes down by <steam> grams.",
                "On the stove, it becomes <steam> grams lighter.",
                "After tasting and taking off the foam, it is <steam> grams less.",
                says="grams = steam + jam",
            )
        ],
        [
            fact(
                "On the stove, <p>% of this weight boils away.",
                "The pot loses <p>% of its weight while the jam cooks.",
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
                "The jam is filled into jars of <jar> grams.",
                "Each jar takes <jar> grams of jam, and all jars are full.",
                "<who> ladles all of it into jars that hold <jar> grams each.",
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
                        "Friends of <who> get <gifts> of the jars.",
                        says="jars = gifts + kept",
                    ),
                    either(
                        [
                            ask(
                                "How many jars does <who> keep?",
                                "How many jars of jam are left for <who>?",
                                of="kept",
                                kind="products",
                                x="the remaining jars",
                                who="who",
                            )
                        ],
                        [
                            fact(
                                "The others are sold at $<price> each.",
                                "At a market, <who.he> gets $<price> for each of the others.",
                                says="income = kept*price",
                            ),
                            ask(
                                "How many dollars does <who> take in?",
                                "How much money in dollars do the jars bring in?",
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
        "kilos": count(4, 16),
        "sugar": count("kilos/4+1", "kilos-1"),
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
        "pot": ("The pot holds @ kilograms.", "Together, that is @ kilograms."),
        "grams": ("In grams, that is @.", "That is @ grams."),
        "steam": ("The weight goes down by @ grams.", "@ grams boil away."),
        "jam": ("@ grams of jam are left.", "That gives @ grams of jam."),
        "jars": ("It fills @ jars.", "That makes @ jars."),
        "kept": ("<who> still has @ jars.", "@ jars remain."),
        "income": ("They bring in $@.",),
    },
    need=("steam*3 < grams",),
    within={"kept": (4, 90), "steam": (300, 5000), "jars": (8, 100)},
    owners={"jam": "who", "jars": "who", "gifts": "who", "kept": "who", "income": "who"},
)

FAMILIES = (pouring_glasses, jam_jars)
