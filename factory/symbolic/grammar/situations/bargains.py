"""Situations with lower prices: a sale, and packs against single things."""

from factory.symbolic.grammar.draws import count, dollars, money, percent
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS, COSTLY, EXTRAS

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
    "<who> takes the <item>, and adds <extra> at the full price of $<cost>.",
    "Besides the <item>, <who> picks <extra>, which is not on sale and costs $<cost>.",
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
                "How many dollars does <who> spend in the shop?",
                "What does <who> pay in dollars for everything?",
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
                "Instead of paying right away, <who> pays the sale price in <months> equal parts.",
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
                "The shop lets <who> pay the whole sum in <months> equal parts.",
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
                "<item.A> used to cost $<price>. In the sale <who> gets it for $<sale>.",
                "Last month the shop wanted $<price> for <item.a>. Now <who> pays only $<sale>.",
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
                "A sale takes <off>% off everything in the shop, so <who> gets <item.a> for "
                "$<sale>.",
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
        "total": ("With <extra> that is $@.", "The whole purchase costs $@."),
        "payment": ("Each payment is $@.", "Each time <who> pays $@."),
        "off": ("That is @ percent of the old price.", "The discount is @ percent."),
        "kept": ("<who> pays @ percent of the full price.", "The sale price is @ percent of it."),
        "price": ("The full price is $@.", "Before the discount the <item> cost $@."),
    },
    owners={"total": "who", "payment": "who"},
)

_BOXED = (
    ("the stationery store", "gel pen/gel pens", money(2, 4)),
    ("the stationery store", "glue stick/glue sticks", money(2, 4)),
    ("the sports store", "tennis ball/tennis balls", money(2, 5)),
    ("the hardware store", "light bulb/light bulbs", money(3, 7)),
    ("the hardware store", "door hinge/door hinges", money(3, 7)),
    ("the bakery", "cinnamon roll/cinnamon rolls", money(2, 5)),
    ("the bakery", "walnut muffin/walnut muffins", money(2, 4)),
    ("the craft store", "candle/candles", money(3, 6)),
    ("the craft store", "tube of paint/tubes of paint", money(3, 7)),
    ("the museum shop", "magnet/magnets", money(3, 6)),
    ("the farm stand", "jar of honey/jars of honey", money(6, 11)),
    ("the party store", "paper lantern/paper lanterns", money(2, 5)),
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
                "<who> needs <boxes> full boxes for <club>.",
                "For <club>, <who> takes <boxes> of the boxes.",
                says="gain = boxes*saved",
            ),
            ask(
                "How much money in dollars does <who> save by not buying single ones?",
                "How much money in dollars do the boxes save <who>?",
                "How many dollars cheaper is this than buying as many <thing> singly?",
                of="gain",
            ),
        ],
        [
            fact(
                "By buying boxes instead of single ones for <club>, <who> saves $<gain>.",
                "<who> buys boxes for <club> and pays $<gain> less than for the same number of "
                "<thing> sold singly.",
                "Because <who> buys boxes of them for <club>, $<gain> is saved compared with "
                "single ones.",
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
                "For <club>, <who> works out what <thing.a> from the box really costs.",
                says="piece = pack/size; less = price-piece",
            ),
            ask(
                "How many dollars less does <thing.a> from the box cost?",
                "By how many dollars is <thing.a> from the box cheaper than a single <thing.one>?",
                of="less",
            ),
        ],
        [
            fact(
                "For <club>, <who> needs <need> <thing>. <who.He> takes <boxes> boxes and buys the "
                "rest singly.",
                "<who> has to get <need> <thing> for <club> and buys <boxes> boxes. All others are "
                "bought singly.",
                "The order that <who> places for <club> is for <need> <thing>: <boxes> boxes, and "
                "for the rest single ones.",
                says="inside = boxes*size; extra = need-inside; packed = boxes*pack; "
                "singles = extra*price; total = packed+singles; alone = need*price; "
                "spared = alone-total",
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
                        "How much cheaper in dollars is this than buying all of them singly?",
                        "How many dollars more would it cost to buy all of them singly?",
                        of="spared",
                    ),
                ],
            ),
        ],
    ),
    words={"who": PERSON, "club": CLUBS},
    rows={"place,thing,price": _BOXED},
    draws={
        "size": count(4, 12),
        "boxes": count(2, 8),
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
        "loose": ("Bought singly, a box's worth of <thing> costs $@.",),
        "saved": ("So a box saves $@.", "A box is cheaper by $@."),
        "gain": ("All boxes together save $@.", "For all the boxes that is $@."),
        "boxes": ("That takes @ boxes.", "So <who> buys @ boxes."),
        "piece": ("From the box, each <thing.one> costs $@.", "In the box each costs $@."),
        "inside": ("In the boxes are @ <thing>.", "The boxes hold @ <thing>."),
        "extra": ("So <who> buys @ single <thing>.", "That leaves @ <thing> to buy singly."),
        "less": ("That is cheaper by $@.", "The difference for each <thing.one> is $@."),
        "alone": ("Bought singly, all of them cost $@.",),
        "spared": ("The difference is $@.", "So singly it would cost $@ more."),
        "packed": ("The boxes cost $@.", "For the boxes <who> pays $@."),
        "singles": ("The single <thing> cost $@.",),
        "total": ("Altogether that makes $@.", "The whole order costs $@."),
    },
    owners={"gain": "who", "boxes": "who", "total": "who"},
)

FAMILIES = (marked_down, pack_or_single)
