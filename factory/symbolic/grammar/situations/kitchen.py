"""Cooking and baking: recipes for more people, trays of baked things."""

from factory.symbolic.grammar.draws import count, divisor, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS

scaling_a_recipe = family(
    "scaling_a_recipe",
    either(
        [
            fact(
                "A recipe of <dish> for <few> people needs <grams> grams of <stuff>.",
                "The recipe that <who> has for <dish> makes <few> servings and calls for <grams> "
                "grams of <stuff>.",
                "In a cookbook, <who> finds a recipe of <dish> that uses <grams> grams of <stuff> "
                "for <few> servings.",
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
        "<who> is going to cook it for <many> people.",
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
                "<who> opens packets of <pack> grams and uses up the last one too.",
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
                        x="the money that <who> spends on <stuff>",
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
        "tens": divisor("many*each/10", 10, 50),
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
)

baking_trays = family(
    "baking_trays",
    fact(
        "<who> bakes <trays> trays of <things>, with <each> on every tray.",
        "<who> fills <trays> baking trays with <each> <things> each.",
        "In the morning, <who> puts <trays> trays of <things> in the oven. A tray holds <each> of "
        "them.",
        "There is room for <each> <things> on a tray, and <who> bakes <trays> full trays.",
        says="total = trays*each",
    ),
    either(
        [
            fact(
                "Unfortunately, <gone> of them burn.",
                "A neighbor gets <gone> of them.",
                "The family eats <gone> of them while they are still warm.",
                says="total = gone + rest",
            )
        ],
        [
            fact(
                "Of all these <things>, <p>% are eaten on the same day.",
                "On the same day, <p>% of them are eaten.",
                "A cafe takes <p>% of all these <things>.",
                says="gone = p/100*total; total = gone + rest",
            )
        ],
    ),
    either(
        [
            ask(
                "How many <things> are left?",
                "How many <things> does <who> have then?",
                of="rest",
                kind="things",
                x="the <things> that are left",
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
                        "How many bags of <things> are there then?",
                        of="bags",
                        kind="things",
                        x="the bags of <things>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "A bag is sold for $<price>, and all bags find a buyer.",
                        "At a school fair, every bag is sold for $<price>.",
                        says="income = bags*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for the bags?",
                        "How many dollars do the bags bring in?",
                        of="income",
                        kind="earned",
                        x="the money that <who> gets for the bags",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The others are divided equally among <guests> guests.",
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
                "Later, <who> bakes <more> more trays of the same size.",
                "Because that is not enough, <who.he> bakes <more> more trays like these.",
                says="new = more*each; now = rest + new",
            ),
            ask(
                "How many <things> are there now?",
                "How many <things> does <who> have in the end?",
                of="now",
                kind="things",
                x="the <things> that <who> has in the end",
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
        "price": money(3, 9),
        "guests": divisor("rest", 4, 24),
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
        "gone": ("@ of them are gone.", "That takes away @ <things>."),
        "rest": ("@ <things> are left.", "That leaves @ <things>."),
        "bags": ("They fill @ bags.", "That makes @ bags."),
        "income": ("The bags bring $@.",),
        "share": ("Each guest gets @ <things>.",),
        "new": ("The new trays hold @ <things>.",),
        "now": ("Now there are @ <things>.", "With these, there are @ <things>."),
    },
    need=("gone*2 < total",),
    within={"gone": (4, 200), "bags": (3, 80), "share": (2, 20)},
)

FAMILIES = (scaling_a_recipe, baking_trays)
