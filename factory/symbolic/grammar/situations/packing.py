"""Situations of boxes that are unpacked and packed anew."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_SITES = (
    "a hobby shop",
    "a general store",
    "a craft shop",
    "a supply store",
    "a school shop",
    "a gift shop",
)
_SUPPLIES = (
    "erasers",
    "candles",
    "magnets",
    "clothespins",
    "glue sticks",
    "sponges",
    "paintbrushes",
    "crayons",
    "pencil sharpeners",
    "flower bulbs",
    "corks",
    "tea lights",
)
_CARRIERS = (
    "truck",
    "van",
    "courier",
    "delivery service",
    "mail van",
)

_boxes = fact(
    "<truck.A> brings <boxes> boxes of <things> to <place>, with <each> <things> in each box.",
    "<place.Up> receives <boxes> boxes. Each holds <each> <things>.",
    "A delivery for <place> is made up of <boxes> boxes, with <each> <things> in every box.",
    says="total = boxes*each",
)
_packs = fact(
    "<who> packs the others into bags of <size>.",
    "All the others go into bags, and <who> puts <size> into each bag.",
    "With the rest, <who> fills bags that hold <size> <things> each.",
    says="good = bags*size",
)
_how_many_bags = ask(
    "How many bags does <who> fill?",
    "How many bags are filled?",
    "How many full bags of <things> are there?",
    of="bags",
    kind="products",
    x="these bags",
    who="who",
)

_how_many_packs = ask(
    "How many bags does <who> fill with all these <things>?",
    "How many full bags of <things> does <who> get?",
    "How many bags of <things> are filled in all?",
    of="packs",
    kind="products",
    x="these bags",
    who="who",
)

packing_boxes = family(
    "packing_boxes",
    either(
        [
            _boxes,
            fact(
                "<who> finds that <broken> of the <things> are damaged and puts them aside.",
                "Of all these <things>, <broken> are broken and are thrown away.",
                "On the way, <broken> of the <things> were damaged, and <who> sends them back.",
                says="good = total-broken",
            ),
            _packs,
            either(
                [_how_many_bags],
                [
                    fact(
                        "Each bag is sold for $<price>.",
                        "A bag sells for $<price>, and all the bags are sold.",
                        "<who> sells all the bags for $<price> each.",
                        says="paid = bags*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for all the bags?",
                        "How many dollars do the buyers pay for all the bags?",
                        of="paid",
                        kind="earned",
                        x="the money for the bags",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            _boxes,
            fact(
                "Each box costs <who> $<unit>.",
                "For each of the boxes, <who> pays $<unit>.",
                "A box costs $<unit>, and <who> pays for all the boxes.",
                says="costs = boxes*unit",
            ),
            fact(
                "All <things> go into bags of <lot>, and the bags are sold for $<price> each.",
                "<who> puts all the <things> into bags, <lot> in each, and sells every bag for "
                "$<price>.",
                "Then <who> packs all of the <things> into bags of <lot> and sells all the bags "
                "for $<price> each.",
                says="total = full*lot; paid = full*price; profit = paid-costs",
            ),
            ask(
                "How much profit in dollars does <who> make?",
                "How many dollars does <who> have left after paying for the boxes?",
                of="profit",
                kind="earned",
                x="the profit",
                who="who",
            ),
        ],
        [
            _boxes,
            fact(
                "<who> adds <stock> <things> that were already on the shelf.",
                "<who> brings another <stock> <things> from the storeroom.",
                "From an earlier delivery, <stock> <things> are left over, and <who> adds them to "
                "the new ones.",
                says="whole = total+stock",
            ),
            fact(
                "<who> packs all of these <things> together into bags of <size>.",
                "Then all of these <things> go into bags, and <who> puts <size> into each bag.",
                "With all of these <things>, <who> fills bags that hold <size> each.",
                says="whole = packs*size",
            ),
            either(
                [_how_many_packs],
                [
                    fact(
                        "Each bag is sold for $<price>.",
                        "A bag sells for $<price>, and all the bags are sold.",
                        "<who> sells all the bags for $<price> each.",
                        says="paid = packs*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for all the bags?",
                        "How many dollars do the buyers pay for all the bags?",
                        of="paid",
                        kind="earned",
                        x="the money for the bags",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<truck.A> brings <boxes> boxes of <things> to <place>, and all the boxes "
                "hold the same number.",
                "<place.Up> receives <boxes> boxes of <things>, with the same number in each.",
                "A delivery of <things> for <place> comes in <boxes> boxes. Each box holds "
                "the same number.",
                says="total = boxes*each",
            ),
            fact(
                "<who> puts all of the <things> into bags of <lot> and fills <full> bags.",
                "Packed into bags of <lot>, all these <things> make <full> full bags.",
                "With all the <things>, <who> can fill exactly <full> bags, with <lot> in each.",
                says="total = full*lot",
            ),
            ask(
                "How many <things> come in each box?",
                "How many <things> does each of the boxes hold?",
                of="each",
            ),
        ],
        [
            _boxes,
            fact(
                "Some of the <things> are damaged. <who> packs the others into <bags> bags of "
                "<size>.",
                "<who> puts the damaged ones aside. The others fill exactly <bags> bags with "
                "<size> in each.",
                "After the damaged ones are sorted out, <who> packs all others into <bags> bags, "
                "each with <size> <things>.",
                says="good = bags*size; good = total-broken",
            ),
            ask(
                "How many of the <things> are damaged?",
                "How many damaged <things> are there?",
                of="broken",
            ),
        ],
    ),
    words={"who": PERSON, "things": _SUPPLIES, "place": _SITES, "truck": _CARRIERS},
    draws={
        "boxes": count(3, 14),
        "each": plain(18, 96),
        "size": plain(6, 30),
        "bags": plain("(total-40)/size+1", "(total-3)/size"),
        "packs": plain("(total+12)/size+1", "(total+120)/size"),
        "lot": divisor("total", 6, 30),
        "price": money(2, 5),
        "unit": dollars(4, 20),
    },
    units={
        "boxes": "box",
        "each": "thing/box",
        "total": "thing",
        "broken": "thing",
        "stock": "thing",
        "good": "thing",
        "size": "thing/bag",
        "bags": "bag",
        "packs": "bag",
        "full": "bag",
        "lot": "thing/bag",
        "whole": "thing",
        "price": "dollar/bag",
        "unit": "dollar/box",
        "costs": "dollar",
        "profit": "dollar",
        "paid": "dollar",
    },
    lines={
        "total": ("There are @ <things> in the boxes.", "The boxes hold @ <things>."),
        "good": ("@ <things> go into the bags.", "That leaves @ <things> for the bags."),
        "whole": ("@ <things> go into the bags.", "Altogether, there are @ <things>."),
        "packs": ("The <things> fill @ bags.", "<who> fills @ bags."),
        "full": ("The <things> fill @ bags.", "<who> fills @ bags."),
        "costs": ("The boxes cost $@.", "For the boxes <who> pays $@."),
        "profit": ("<who> makes a profit of $@.", "The profit is $@."),
        "bags": ("The <things> fill @ bags.", "<who> fills @ bags."),
        "paid": ("All the bags together sell for $@.", "For all the bags, the buyers pay $@."),
        "each": ("Each box holds @ <things>.", "There are @ <things> in each box."),
        "broken": ("@ <things> are damaged.", "The number of damaged <things> is @."),
    },
    within={"stock": (10, 150), "broken": (3, 40), "full": (4, 200)},
    owners={"boxes": "place", "stock": "who", "bags": "who", "packs": "who", "profit": "who"},
)

FAMILIES = (packing_boxes,)
