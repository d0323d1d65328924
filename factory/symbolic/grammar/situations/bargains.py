"""Situations with lower prices: a sale, and packs against single things."""

from factory.symbolic.grammar.draws import count, dollars, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import COSTLY, EXTRAS

_SALE = tuple(
    (thing.name, extra, dollars(thing.low, thing.high, 5))
    for thing in COSTLY
    for extra in EXTRAS[thing.name]
)

_lowered = fact(
    "<item.A> in a shop window is marked $<price>, and this week the shop takes <off>% off.",
    "<who> has found <item.a> with a price tag of $<price>. Today it is sold at a discount of "
    "<off>%.",
    "A shop lowers the price of <item.a> by <off>%. Before the sale it was $<price>.",
    "The usual price of <item.a> is $<price>, but <who> has a voucher for <off>% off.",
    says="cut = off/100*price; sale = price-cut",
)
_with_extra = fact(
    "<who> buys the <item> at the lower price together with <extra> for $<cost>, which is not "
    "reduced.",
    "<who> buys the <item> and adds <extra> at the full price of $<cost>.",
    "In addition to the <item>, <who> buys <extra>, which is not on sale and costs $<cost>.",
    says="total = sale+cost",
)
_by_month = ask(
    "How much money in dollars is each payment?",
    "How many dollars does <who> pay each time?",
    of="payment",
)

marked_down = family(
    "marked_down",
    either(
        [
            _lowered,
            _with_extra,
            ask(
                "How much money in dollars does <who> pay altogether?",
                "How many dollars does <who> spend in all?",
                of="total",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            _lowered,
            fact(
                "<who> buys it at this lower price and pays in <months> equal monthly payments, "
                "without interest.",
                "Instead of paying right away, <who> pays the sale price in <months> equal "
                "payments.",
                "<who> is allowed to pay for it in <months> monthly payments of the same size, "
                "with no fees.",
                says="sale = months*payment",
            ),
            _by_month,
        ],
        [
            _lowered,
            _with_extra,
            fact(
                "<who> is allowed to pay the total in <months> equal payments.",
                "<who.He> pays for the whole purchase in <months> equal monthly payments, without "
                "interest.",
                "The total is split into <months> payments of the same size, and nothing is added "
                "for that.",
                says="total = months*payment",
            ),
            _by_month,
        ],
        [
            fact(
                "<item.A> used to cost $<price>. In a sale, <who> gets it for $<sale>.",
                "Last month a shop wanted $<price> for <item.a>. Now <who> pays only $<sale>.",
                "On the price tag of <item.a>, $<price> is crossed out, and $<sale> is written "
                "below it. <who> buys it at the lower price.",
                says="cut = price-sale; cut = off/100*price",
            ),
            ask(
                "By what percentage did the price go down?",
                "What percentage of the old price does <who> save?",
                "What is the discount, in percent?",
                of="off",
            ),
        ],
        [
            fact(
                "After a discount of <off>%, <who> pays $<sale> for <item.a>.",
                "<who> buys <item.a> for $<sale>, which is <off>% less than its usual price.",
                "A sale takes <off>% off everything in a shop, so <who> gets <item.a> for $<sale>.",
                says="kept = 100-off; sale = kept/100*price",
            ),
            ask(
                "How many dollars did the <item> cost before the discount?",
                "What is the price of the <item> in dollars without the discount?",
                "How much money in dollars would the <item> have cost at the full price?",
                of="price",
                kind="price",
                x="the full price of the <item>",
                who="who",
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"item,extra,price": _SALE},
    draws={"off": percent(10, 40), "cost": dollars(6, 38), "months": count(2, 10)},
    units={
        "price": "dollar",
        "off": "%",
        "kept": "%",
        "cut": "dollar",
        "sale": "dollar",
        "cost": "dollar",
        "total": "dollar",
        "months": "payment",
        "payment": "dollar/payment",
    },
    lines={
        "cut": ("The discount is $@.", "The price goes down by $@."),
        "sale": ("So the <item> costs $@.", "The new price is $@."),
        "total": ("With <extra>, that is $@.", "The whole purchase costs $@."),
        "payment": ("Each payment is $@.", "Each time <who> pays $@."),
        "off": ("That is @ percent of the old price.", "The discount is @ percent."),
        "kept": (
            "<who> pays @ percent of the full price.",
            "The sale price is @ percent of the full price.",
        ),
        "price": ("The full price is $@.", "Before the discount the <item> cost $@."),
    },
    owners={"total": "who", "payment": "who"},
)

_BOXED = (
    ("the stationery store", "gel pen/gel pens", "the school office", money(2, 4)),
    ("the stationery store", "glue stick/glue sticks", "the art room", money(2, 4)),
    ("the sports store", "tennis ball/tennis balls", "the tennis club", money(2, 5)),
    ("the hardware store", "light bulb/light bulbs", "the town library", money(3, 7)),
    ("the hardware store", "door hinge/door hinges", "the workshop", money(3, 7)),
    ("the bakery", "cinnamon roll/cinnamon rolls", "the staff meeting", money(2, 5)),
    ("the bakery", "walnut muffin/walnut muffins", "the school picnic", money(2, 4)),
    ("the craft store", "candle/candles", "the restaurant", money(3, 6)),
    ("the craft store", "tube of paint/tubes of paint", "the painting class", money(3, 7)),
    ("the museum shop", "magnet/magnets", "the classroom", money(3, 6)),
    ("the farm stand", "jar of honey/jars of honey", "the hotel", money(6, 11)),
    ("the party store", "paper lantern/paper lanterns", "the summer party", money(2, 5)),
)

pack_or_single = family(
    "pack_or_single",
    fact(
        "At <place>, <thing> cost $<price> each, but a box with <size> of them costs only $<pack>.",
        "At <place>, a box of <size> <thing> costs $<pack>, while <thing> sold singly cost "
        "$<price> each.",
        "You can get <thing> for $<price> each at <place>, or pay $<pack> for a box of <size>.",
        says="loose = size*price; saved = loose-pack",
    ),
    either(
        [
            fact(
                "<who> buys <boxes> boxes for <club>.",
                "For <club>, <who> needs <boxes> full boxes.",
                "<who> buys <boxes> of these boxes for <club>.",
                says="gain = boxes*saved",
            ),
            ask(
                "How much money in dollars does <who> save by buying boxes instead of single "
                "<thing>?",
                "How many dollars cheaper is this than buying the same number of <thing> singly?",
                of="gain",
            ),
        ],
        [
            fact(
                "By buying boxes instead of single <thing> for <club>, <who> saves $<gain>.",
                "<who> buys boxes for <club> and pays $<gain> less than the same number of "
                "<thing> would cost singly.",
                says="gain = boxes*saved",
            ),
            ask(
                "How many boxes does <who> buy?",
                "How many boxes are bought for <club>?",
                of="boxes",
            ),
        ],
        [
            fact(
                "<who> wants to know how much cheaper each <thing.one> is in the box.",
                "<who> compares the price of <thing.a> from the box with the price of a single "
                "<thing.one>.",
                "<who> works out what <thing.a> from the box costs.",
                says="piece = pack/size; less = price-piece",
            ),
            ask(
                "How many dollars less does <thing.a> from the box cost than a single <thing.one>?",
                "By how many dollars is <thing.a> from the box cheaper than a single <thing.one>?",
                of="less",
            ),
        ],
        [
            fact(
                "For <club>, <who> needs <need> <thing>. <who.He> buys <boxes> boxes and gets the "
                "rest singly.",
                "<who> has to get <need> <thing> for <club>. <who.He> takes <boxes> boxes, and "
                "the remaining <thing> are bought singly.",
                "To get exactly <need> <thing> for <club>, <who> buys <boxes> full boxes and the "
                "rest singly.",
                says="inside = boxes*size; extra = need-inside; packed = boxes*pack; singles = "
                "extra*price; total = packed+singles; alone = need*price; spared = "
                "alone-total",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does <who> spend?",
                        "How many dollars does the whole order cost?",
                        of="total",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
                [
                    ask(
                        "How many dollars does <who> save compared with buying all the <thing> "
                        "singly?",
                        "How many dollars more would it cost to buy all the <thing> singly?",
                        of="spared",
                    ),
                ],
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"place,thing,club,price": _BOXED},
    draws={
        "size": count(4, 12),
        "boxes": plain(2, 8),
        "extra": count(2, "size-1"),
        "saved": dollars(2, "loose/3"),
    },
    units={
        "price": "dollar/item",
        "piece": "dollar/item",
        "inside": "item",
        "alone": "dollar",
        "spared": "dollar",
        "need": "item",
        "less": "dollar/item",
        "size": "item/box",
        "loose": "dollar/box",
        "pack": "dollar/box",
        "saved": "dollar/box",
        "gain": "dollar",
        "boxes": "box",
        "extra": "item",
        "packed": "dollar",
        "singles": "dollar",
        "total": "dollar",
    },
    lines={
        "loose": ("Bought singly, <size> <thing> cost $@.",),
        "saved": ("So a box saves $@.", "A box is cheaper by $@."),
        "gain": ("With all the boxes together, <who> saves $@.",),
        "boxes": ("<who> buys @ boxes.",),
        "piece": (
            "From the box, each <thing.one> costs $@.",
            "In the box, each <thing.one> costs $@.",
        ),
        "inside": ("In the boxes there are @ <thing>.", "The boxes hold @ <thing>."),
        "extra": ("So <who> buys @ single <thing>.", "That leaves @ <thing> to buy singly."),
        "less": (
            "So <thing.a> from the box is cheaper by $@.",
            "The difference for each <thing.one> is $@.",
        ),
        "alone": ("Bought singly, all <need> <thing> cost $@.",),
        "spared": ("The difference is $@.", "So singly it would cost $@ more."),
        "packed": ("The boxes cost $@.", "For the boxes <who> pays $@."),
        "singles": ("The single <thing> cost $@.",),
        "total": ("Altogether that makes $@.", "The whole order costs $@."),
    },
    need=("extra*price < pack",),
    owners={"gain": "who", "boxes": "who", "total": "who"},
)

FAMILIES = (marked_down, pack_or_single)
