"""Weights: sacks into bags, parcels for the mail."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, percent, plain
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
                "For sale, all of it is weighed into bags that hold <bag> grams each.",
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
                kind="things",
                x="the bags of <stuff>",
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
                        x="the money for all the bags",
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
                        x="the profit that <who> makes",
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
                kind="things",
                x="the bags that are left",
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
        "price": money(2, 7),
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
)

parcel_post = family(
    "parcel_post",
    fact(
        "<who> puts <n> <things> of <g> grams each into a box that weighs <b> grams when empty.",
        "An empty box weighs <b> grams. <who> packs <n> <things> into it, each with a weight of "
        "<g> "
        "grams.",
        "Into a box of <b> grams, <who> packs <n> <things>. Each of them weighs <g> grams.",
        says="inside = n*g; weight = inside + b",
    ),
    either(
        [
            ask(
                "How many grams does the parcel weigh?",
                "How many grams is the weight of the full box?",
                of="weight",
            )
        ],
        [
            fact(
                "The post office accepts up to <most> grams for such a parcel.",
                "A parcel of this kind may weigh up to <most> grams.",
                says="most = weight + free",
            ),
            either(
                [
                    ask(
                        "How many more grams may the parcel weigh?",
                        "By how many grams is the parcel below this limit?",
                        of="free",
                    )
                ],
                [
                    fact(
                        "<who> uses the rest of the weight for bags of tea that weigh <t> grams "
                        "each.",
                        "To reach that limit exactly, <who> adds bags of tea of <t> grams each.",
                        says="free = t*teas",
                    ),
                    ask(
                        "How many bags of tea does <who> add?",
                        "How many bags of tea go into the box?",
                        of="teas",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<who> makes <k> parcels like this one in all and puts them in a sack.",
                "In all, <who> puts <k> parcels like this one into a sack.",
                says="grams = weight*k",
            ),
            ask(
                "How many kilograms do these parcels weigh together?",
                "How many kilograms of parcels are in the sack?",
                of="kilos",
            ),
        ],
        [
            fact(
                "The postage is <c> cents for every <unit> grams of the parcel's weight.",
                "For every <unit> grams of the parcel, <who> has to pay <c> cents.",
                says="weight = unit*units; cents = units*c; postage = cents/100",
            ),
            either(
                [
                    ask(
                        "How many dollars is the postage?",
                        "How much money in dollars does <who> pay for the parcel?",
                        of="postage",
                        kind="paid",
                        x="the money for the postage",
                        who="who",
                    )
                ],
                [
                    fact(
                        "A courier would take the parcel for $<rival>.",
                        "For a courier, <who> would have to pay $<rival>.",
                        says="rival = postage + gap",
                    ),
                    ask(
                        "How many dollars does <who> save by not taking the courier?",
                        "How many dollars more than the postage does the courier cost?",
                        of="gap",
                    ),
                ],
            ),
        ],
    ),
    says="kilos = grams/1000; unit = tens*10",
    words={"who": PERSON},
    rows={
        "things,g": (
            ("paperbacks", plain(180, 320, 10)),
            ("jars of jam", plain(250, 420, 10)),
            ("bars of soap", plain(90, 150, 10)),
            ("candles", plain(110, 260, 10)),
            ("picture frames", plain(200, 380, 10)),
            ("packs of coffee", plain(240, 510, 10)),
            ("pottery mugs", plain(280, 400, 10)),
        )
    },
    draws={
        "n": count(3, 12),
        "b": plain(120, 480, 10),
        "t": plain(20, 60, 5),
        "teas": count(4, 30),
        "free": plain(60, 900, 10),
        "k": count(3, 9),
        "tens": divisor("weight/10", 5, 25),
        "c": plain(30, 60, 5),
        "gap": dollars(2, 9),
    },
    units={
        "n": "piece",
        "g": "gram/piece",
        "b": "gram",
        "inside": "gram",
        "weight": "gram",
        "most": "gram",
        "free": "gram",
        "t": "gram/bag",
        "teas": "bag",
        "k": "1",
        "grams": "gram",
        "kilos": "kilogram",
        "unit": "gram",
        "units": "1",
        "tens": "gram",
        "c": "cent",
        "cents": "cent",
        "postage": "dollar",
        "rival": "dollar",
        "gap": "dollar",
    },
    lines={
        "inside": ("The <things> weigh @ grams.",),
        "weight": ("With the box, that is @ grams.", "The parcel weighs @ grams."),
        "free": ("@ more grams are allowed.", "Up to the limit, @ grams are left."),
        "teas": ("That is enough for @ bags of tea.",),
        "grams": ("All the parcels weigh @ grams.",),
        "kilos": ("In kilograms, that is @.",),
        "units": ("The price is due @ times.",),
        "cents": ("That is @ cents.",),
        "postage": ("The postage is $@.",),
        "gap": ("The difference is $@.",),
    },
    fine="kilos",
    within={"weight": (500, 6000), "units": (3, 60)},
)

FAMILIES = (weighing_bags, parcel_post)
