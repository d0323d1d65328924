"""Situations of a shop's stock over some days."""

from factory.symbolic.grammar.draws import money, part, plain
from factory.symbolic.grammar.family import ask, either, fact, family

_STOCKED = (
    ("a bookshop", "picture books"),
    ("a toy shop", "kites"),
    ("a candle shop", "candles"),
    ("a hat shop", "hats"),
    ("a flower shop", "potted orchids"),
    ("a pottery shop", "mugs"),
    ("a music store", "songbooks"),
    ("a nursery", "cactuses"),
)

_opens = fact(
    "<place.Up> opens the week with <start> <things>.",
    "On Monday morning, <place> has <start> <things> in stock.",
    "Before its doors open on Monday, <place> counts <start> <things>.",
)
_sells = fact(
    "It sells <first> of them on Monday and <more> more than that on Tuesday.",
    "Monday's customers buy <first> of them. On Tuesday, <more> more are sold than on Monday.",
    "On Monday, <first> of them are sold, and Tuesday's sales are higher than that by <more>.",
    says="next = first+more",
)
_sells_less = fact(
    "It sells <first> of them on Monday and <fewer> fewer than that on Tuesday.",
    "Monday's customers buy <first> of them. On Tuesday, <fewer> fewer are sold than on Monday.",
    "On Monday, <first> of them are sold, and Tuesday's sales are lower than that by <fewer>.",
    says="next = first-fewer",
)
_delivery = fact(
    "On Wednesday, <boxes> boxes with <each> <things> each are delivered.",
    "A delivery on Wednesday brings <boxes> boxes of <each> <things>.",
    "On Wednesday, a van brings <boxes> boxes, and each holds <each> <things>.",
    says="new = boxes*each; stock = left+new",
)
_some_left = fact(
    "After closing time on Tuesday, <left> <things> are left.",
    "On Tuesday evening, there are still <left> <things> in stock.",
    "When Tuesday is over, <left> <things> are still for sale.",
)

_two_days = fact(
    "<place.Up> sells <things>. On Monday, <first> are sold, and on Tuesday <more> more "
    "than on Monday.",
    "Monday's customers buy <first> <things> from <place>. On Tuesday, <more> more are "
    "sold than on Monday.",
    "On Monday, <place> sells <first> of its <things>, and Tuesday's sales are higher "
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
                        "How many <things> are in stock once the delivery has arrived?",
                        of="stock",
                        kind="wares",
                        x="the <things> in stock",
                    ),
                ],
                [
                    fact(
                        "On Wednesday, <k> of the remaining <things> are sold.",
                        "Wednesday's customers buy <k> of the <things> in stock.",
                        "Of the <things> that are left, <k> are sold on Wednesday.",
                        says="wednesday = left/k",
                    ),
                    ask(
                        "How many <things> are sold on Wednesday?",
                        "How many <things> do Wednesday's customers buy?",
                        of="wednesday",
                    ),
                ],
            ),
        ],
        [
            _two_days,
            _some_left,
            ask(
                "How many <things> were in stock at first?",
                "How many <things> were in stock on Monday morning?",
                of="start",
            ),
        ],
        [
            _two_days,
            fact(
                "Every one of the <things> costs $<price>.",
                "The price of the <things> is $<price> each.",
                "The <things> are sold for $<price> each.",
                says="paid = sold*price",
            ),
            ask(
                "How much money in dollars do the customers pay on Monday and Tuesday together?",
                "How many dollars do Monday's and Tuesday's customers pay in all?",
                of="paid",
            ),
        ],
        [
            _opens,
            fact(
                "It sells <first> of them on Monday and even more on Tuesday.",
                "Monday's customers buy <first> of them, and Tuesday's customers buy even more.",
                "On Monday, <first> of them are sold, and on Tuesday even more are sold.",
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
        "more": plain(3, 20),
        "fewer": plain(2, "first-5"),
        "k": part(2, 5),
        "boxes": plain(2, 6),
        "each": plain(8, 24),
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
        "next": ("On Tuesday, @ <things> are sold.", "Tuesday's customers buy @ <things>."),
        "sold": (
            "On Monday and Tuesday together, @ <things> are sold.",
            "By Tuesday evening, @ <things> are sold.",
        ),
        "left": ("Then @ <things> are left.", "That leaves @ <things>."),
        "new": ("The delivery brings @ <things>.", "There are @ <things> in the boxes."),
        "stock": (
            "After the delivery, there are @ <things>.",
            "With the new ones, there are @ <things>.",
        ),
        "wednesday": ("On Wednesday, @ <things> are sold.",),
        "paid": ("The customers pay $@.", "For these, the customers pay $@."),
        "start": (
            "At first, there were @ <things>.",
            "On Monday morning, there were @ <things>.",
        ),
    },
    says="sold = first+next; left = start-sold",
    owners={"start": "place"},
)

FAMILIES = (stock_over_days,)
