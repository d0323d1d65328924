"""Parcels weighed for the post."""

from factory.symbolic.grammar.draws import count, divisor, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

parcel_post = family(
    "parcel_post",
    fact(
        "<who> puts <n> <things> of <g> grams each into a box that weighs <b> grams when empty.",
        "An empty box weighs <b> grams. <who> packs <n> <things> into it, each with a weight of "
        "<g> "
        "grams.",
        "For a parcel, <who> packs <n> <things> into a box that weighs <b> grams. Each of the "
        "<things> weighs <g> grams.",
        says="inside = n*g; weight = inside + b",
    ),
    either(
        [
            ask(
                "How many grams does the parcel weigh?",
                "How many grams does the full box weigh?",
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
                        "To use up the allowed weight exactly, <who> adds bags of tea that "
                        "weigh <t> grams each.",
                        "Bags of tea weigh <t> grams each, and <who> adds enough of them to "
                        "reach this limit exactly.",
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
                "How many kilograms do all the parcels in the sack weigh?",
                of="kilos",
            ),
        ],
        [
            fact(
                "The postage is <c> cents for every <unit> grams of the parcel's weight.",
                "For every <unit> grams of the parcel's weight, the post office asks for <c> "
                "cents.",
                says="weight = unit*units; cents = units*c; postage = cents/100",
            ),
            either(
                [
                    ask(
                        "How many dollars does the postage cost?",
                        "How much money in dollars does <who> pay for the parcel?",
                        of="postage",
                        kind="paid",
                        x="this amount",
                        who="who",
                    )
                ],
                [
                    fact(
                        "A courier would take the parcel for $<rival>.",
                        "A courier would charge <who> $<rival> for the same parcel.",
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
        "tens": divisor("weight/10", 10, 25),
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
        "inside": ("The <things> weigh @ grams together.",),
        "weight": ("With the box, the weight is @ grams.", "The parcel weighs @ grams."),
        "free": ("@ grams are still allowed.", "Up to the limit, @ grams are left."),
        "teas": ("<who> adds @ bags of tea.",),
        "grams": ("All the parcels weigh @ grams.",),
        "kilos": ("The parcels in the sack weigh @ kilograms.",),
        "units": ("The parcel weighs @ times <unit> grams.",),
        "cents": ("The postage is @ cents.",),
        "postage": ("In dollars, the postage is $@.",),
        "gap": ("The difference is $@.",),
    },
    fine="kilos",
    within={"weight": (500, 6000), "units": (3, 60), "grams": (1500, 25000)},
    owners={
        "teas": "who",
        "postage": "who",
    },
)

FAMILIES = (parcel_post,)
