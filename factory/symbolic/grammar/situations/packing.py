"""Situations of crates that are unpacked and packed anew."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_SITES = (
    "a workshop",
    "a warehouse",
    "a hardware store",
    "a hobby shop",
    "a small factory",
    "a supply store",
)
_SUPPLIES = (
    "beads",
    "bolts",
    "candles",
    "batteries",
    "clothespins",
    "screws",
    "magnets",
    "crayons",
    "erasers",
    "corks",
    "light bulbs",
    "door hinges",
    "paintbrushes",
)
_CARRIERS = (
    "truck",
    "van",
    "courier",
    "delivery service",
    "mail van",
)

_crates = fact(
    "<truck.A> brings <crates> crates of <things> to <place>, with <each> <things> in each crate.",
    "<place.Up> receives <crates> crates. Each holds <each> <things>.",
    "In front of <place> stand <crates> crates, and there are <each> <things> in each of them.",
    says="total = crates*each",
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
    "How many bags does <who> fill with them?",
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
            _crates,
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
                    ),
                ],
            ),
        ],
        [
            _crates,
            fact(
                "Each crate costs <who> $<unit>.",
                "For each of the crates, <who> pays $<unit>.",
                "A crate costs $<unit>, and <who> pays for all of them.",
                says="costs = crates*unit",
            ),
            fact(
                "All <things> go into bags of <lot>, and the bags are sold for $<price> each.",
                "<who> puts all the <things> into bags, <lot> in each, and sells every bag for "
                "$<price>.",
                "Then <who> packs all of the <things> into bags of <lot>, which sell for "
                "$<price> each.",
                says="total = full*lot; paid = full*price; profit = paid-costs",
            ),
            ask(
                "How much profit in dollars does <who> make?",
                "How many dollars does <who> have left after paying for the crates?",
                of="profit",
                kind="earned",
                x="the profit",
                who="who",
            ),
        ],
        [
            _crates,
            fact(
                "<who> adds <stock> <things> that were already on the shelf.",
                "Another <stock> <things> were already there, and <who> adds them to the new ones.",
                "From the last delivery, <stock> <things> are left over, and <who> adds them to "
                "these.",
                says="whole = total+stock",
            ),
            fact(
                "<who> packs all of these into bags of <size>.",
                "Then all of them go into bags, and <who> puts <size> into each bag.",
                "With all of them, <who> fills bags that hold <size> <things> each.",
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
                    ),
                ],
            ),
        ],
        [
            fact(
                "<truck.A> brings <crates> crates of <things> to <place>, and all the crates "
                "hold the same number.",
                "<place.Up> receives <crates> crates of <things>, with the same number in each.",
                "In front of <place> stand <crates> crates of <things>. Each crate holds the "
                "same number.",
                says="total = crates*each",
            ),
            fact(
                "<who> puts all of the <things> into bags of <lot> and fills <full> bags.",
                "Packed into bags of <lot>, all these <things> make <full> full bags.",
                "With all the <things>, <who> can fill exactly <full> bags, with <lot> in each.",
                says="total = full*lot",
            ),
            ask(
                "How many <things> were in each crate?",
                "How many <things> did each crate hold?",
                of="each",
            ),
        ],
        [
            _crates,
            fact(
                "Some of the <things> are damaged. <who> packs the others into <bags> bags of "
                "<size>.",
                "<who> puts the broken ones aside. The others fill exactly <bags> bags with "
                "<size> in each.",
                "After the broken ones are sorted out, <who> packs all others into <bags> bags, "
                "each with <size> <things>.",
                says="good = bags*size; good = total-broken",
            ),
            ask(
                "How many of the <things> are damaged?",
                "How many <things> cannot be used because they are broken?",
                of="broken",
            ),
        ],
    ),
    words={"who": PERSON, "things": _SUPPLIES, "place": _SITES, "truck": _CARRIERS},
    draws={
        "crates": count(3, 14),
        "each": plain(18, 96),
        "size": plain(6, 30),
        "bags": plain("(total-40)/size+1", "(total-3)/size"),
        "packs": plain("(total+12)/size+1", "(total+120)/size"),
        "lot": divisor("total", 4, 30),
        "price": money(2, 9),
        "unit": dollars(5, 30),
    },
    units={
        "crates": "crate",
        "each": "thing/crate",
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
        "unit": "dollar/crate",
        "costs": "dollar",
        "profit": "dollar",
        "paid": "dollar",
    },
    lines={
        "total": ("In all there are @ <things>.", "The crates hold @ <things>."),
        "good": ("So @ <things> go into the bags.", "For the bags there are @ <things>."),
        "whole": ("So @ <things> go into the bags.", "Altogether, there are @ <things>."),
        "packs": ("They fill @ bags.", "So <who> fills @ bags."),
        "full": ("That makes @ full bags.", "So <who> fills @ bags."),
        "costs": ("The crates cost $@.", "For the crates <who> pays $@."),
        "profit": ("So <who> makes a profit of $@.", "The profit is $@."),
        "bags": ("They fill @ bags.", "So <who> fills @ bags."),
        "paid": ("All the bags together sell for $@.", "For all the bags, the buyers pay $@."),
        "each": ("So each crate held @ <things>.", "That is @ <things> in each crate."),
        "broken": ("So @ of the <things> are damaged.", "The difference is @ <things>."),
    },
    within={"stock": (10, 150), "broken": (3, 40), "full": (4, 200)},
    owners={"crates": "place", "stock": "who", "bags": "who", "packs": "who", "profit": "who"},
)

FAMILIES = (packing_boxes,)
