"""Situations of a shop's stock over some days."""

from factory.symbolic.grammar.draws import count, money, part, plain
from factory.symbolic.grammar.family import ask, either, fact, family

_STOCKED = (
    ("a bookshop", "picture books"),
    ("a toy shop", "kites"),
    ("a lamp store", "lamps"),
    ("a hat shop", "hats"),
    ("a flower shop", "potted orchids"),
    ("a pottery shop", "mugs"),
    ("a music store", "songbooks"),
    ("a nursery", "cactuses"),
)

_opens = fact(
    "<place.Up> opens the week with <start> <things>.",
    "On Monday morning <place> has <start> <things> in stock.",
    "Before its doors open on Monday, <place> counts <start> <things>.",
)
_sells = fact(
    "It sells <first> of them on Monday and <more> more than that on Tuesday.",
    "Monday's customers buy <first> of them. On Tuesday <more> more are sold than on Monday.",
    "On Monday <first> of them are sold, and Tuesday's sales are higher than that by <more>.",
    says="next = first+more",
)
_sells_less = fact(
    "It sells <first> of them on Monday and <fewer> fewer than that on Tuesday.",
    "Monday's customers buy <first> of them. On Tuesday <fewer> fewer are sold than on Monday.",
    "On Monday <first> of them are sold, and Tuesday's sales are lower than that by <fewer>.",
    says="next = first-fewer",
)
_delivery = fact(
    "On Wednesday <boxes> boxes with <each> <things> each are delivered.",
    "A delivery on Wednesday brings <boxes> boxes of <each> <things>.",
    "On Wednesday the van brings <boxes> boxes, and each holds <each> <things>.",
    says="new = boxes*each; stock = left+new",
)
_some_left = fact(
    "When it closes on Tuesday, <left> <things> are left.",
    "On Tuesday evening, there are still <left> <things> in stock.",
    "After Tuesday, <left> <things> are still for sale.",
)

_two_days = fact(
    "<place.Up> sells <things>. On Monday <first> are sold, and on Tuesday <more> more "
    "than on Monday.",
    "Monday's customers buy <first> <things> from <place>. On Tuesday <more> more are "
    "sold than on Monday.",
    "On Monday <place> sells <first> of its <things>, and Tuesday's sales are higher "
    "than that by <more>.",
    says="next = first+more",
)

stock_over_days = family(
    "stock_over_days",
    either(
        [
            _opens,
            either([_sells], [_sells_less]),
            either(
                [
                    ask(
                        "How many <things> are left after Tuesday?",
                        "How many <things> are still for sale when Tuesday is over?",
                        of="left",
                        kind="wares",
                        x="the remaining <things>",
                    ),
                ],
                [
                    _delivery,
                    ask(
                        "How many <things> are in stock after the delivery?",
                        "How many <things> are there when the delivery has come?",
                        of="stock",
                        kind="wares",
                        x="the <things> in stock",
                    ),
                ],
                [
                    fact(
                        "On Wednesday, <k> of what is left is sold.",
                        "Wednesday's customers buy <k> of what is left then.",
                        "Of the <things> that are left, <k> are sold on Wednesday.",
                        says="wednesday = left/k",
                    ),
                    ask(
                        "How many <things> are sold on Wednesday?",
                        "How many <things> find a buyer on Wednesday?",
                        of="wednesday",
                    ),
                ],
            ),
        ],
        [
            _two_days,
            _some_left,
            ask(
                "How many <things> were there at first?",
                "How many <things> were in stock on Monday morning?",
                of="start",
            ),
        ],
        [
            _two_days,
            fact(
                "All <things> have the same price of $<price>.",
                "Each of the <things> costs $<price>.",
                "The <things> are sold for $<price> each.",
                says="paid = sold*price",
            ),
            ask(
                "How much money in dollars do the customers pay on Monday and Tuesday together?",
                "How many dollars are taken in on Monday and Tuesday?",
                of="paid",
            ),
        ],
        [
            _opens,
            fact(
                "It sells <first> of them on Monday and some more on Tuesday.",
                "Monday's customers buy <first> of them, and Tuesday's customers buy more.",
                "On Monday <first> of them are sold. The sales go on, and on Tuesday they are even "
                "better.",
                says="next = first+more",
            ),
            _some_left,
            ask(
                "How many <things> are sold on Tuesday?",
                "How many <things> do Tuesday's customers buy?",
                of="next",
            ),
        ],
    ),
    rows={"place,things": _STOCKED},
    draws={
        "start": plain(80, 260),
        "first": plain(12, 45),
        "more": count(3, 20),
        "fewer": count(2, "first-5"),
        "k": part(2, 5),
        "boxes": count(2, 6),
        "each": plain(10, 36),
        "price": money(6, 19),
    },
    units={
        "start": "thing",
        "first": "thing",
        "more": "thing",
        "fewer": "thing",
        "next": "thing",
        "sold": "thing",
        "left": "thing",
        "boxes": "box",
        "each": "thing/box",
        "new": "thing",
        "stock": "thing",
        "price": "dollar/thing",
        "paid": "dollar",
        "k": "1",
        "wednesday": "thing",
    },
    lines={
        "next": ("On Tuesday it sells @ <things>.", "Tuesday's customers buy @ <things>."),
        "sold": (
            "On Monday and Tuesday it sells @ <things>.",
            "In these days @ <things> are sold.",
        ),
        "left": ("Then @ <things> are left.", "That leaves @ <things>."),
        "new": ("The delivery brings @ <things>.", "In the boxes are @ <things>."),
        "stock": ("After it there are @ <things>.", "With those there are @ <things>."),
        "wednesday": ("On Wednesday @ <things> are sold.",),
        "paid": ("The customers pay $@.", "That brings in $@."),
        "start": ("So at first there were @ <things>.", "On Monday there were @ <things>."),
    },
    says="sold = first+next; left = start-sold",
    owners={"start": "place"},
)

FAMILIES = (stock_over_days,)
