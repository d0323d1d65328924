"""Single prices and fees: something paid for by the piece, parking by the hour."""

from factory.symbolic.grammar.draws import count, dollars, money
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

one_sum_of_money = family(
    "one_sum_of_money",
    either(
        [
            fact(
                "<what.A> costs $<price>. <who> pays for <n> <what>.",
                "<who> pays for <n> <what> at $<price> each.",
                "<who> pays $<price> for each of <n> <what>.",
                says="sum = n*price",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does <who> pay?",
                        "How many dollars does <who> pay in all?",
                        of="sum",
                        kind="paid",
                        x="this amount",
                        who="who",
                    )
                ],
                [
                    fact(
                        "In addition, <who> pays $<fee> for parking.",
                        "Parking costs <who> another $<fee>.",
                        says="total = sum + fee",
                    ),
                    ask(
                        "How much money in dollars does <who> spend in all?",
                        "How many dollars does <who> pay, with the parking?",
                        of="total",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "A month ago, the same purchase would have cost <who> $<before>.",
                        "Before the price was lowered, <who> would have paid $<before> in all.",
                        says="before = sum + saved",
                    ),
                    ask(
                        "How many dollars does <who> save compared with the old price?",
                        "How many dollars less does <who> pay now?",
                        of="saved",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<who> pays $<sum> for <n> <what>.",
                "For <n> <what>, <who> is charged $<sum>.",
                "The bill for <n> <what> is $<sum>, and <who> pays it.",
                says="sum = n*price",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does <what.a> cost?",
                        "How many dollars does <who> pay for <what.a>?",
                        of="price",
                    )
                ],
                [
                    fact(
                        "<friend> pays for <m> <what>, and the price for each is still the same.",
                        "At the same price per <what.one>, <friend> pays for <m> <what>.",
                        says="theirs = m*price",
                    ),
                    either(
                        [
                            ask(
                                "How many dollars does <friend> pay?",
                                "How much money in dollars does <friend> pay?",
                                of="theirs",
                            )
                        ],
                        [
                            ask(
                                "How many dollars do <who> and <friend> pay in all?",
                                "How much money in dollars do <who> and <friend> pay together?",
                                of="both",
                                says="both = sum + theirs",
                            )
                        ],
                    ),
                ],
            ),
        ],
    ),
    words={"who,friend": PERSON},
    rows={
        "what,price": (
            ("ride on the ferris wheel/rides on the ferris wheel", money(2, 6)),
            ("hour of kayak rental/hours of kayak rental", money(9, 18)),
            ("yard of silk/yards of silk", money(7, 19)),
            ("fencing lesson/fencing lessons", money(15, 40)),
            ("night at the campsite/nights at the campsite", money(12, 35)),
            ("museum ticket/museum tickets", money(8, 19)),
            ("pound of almonds/pounds of almonds", money(5, 11)),
        )
    },
    draws={
        "n": count(3, 12),
        "m": count(2, 15),
        "fee": dollars(2, 12),
        "saved": dollars(4, "sum/2"),
    },
    need=("mod(saved*20, n) < 1",),
    units={
        "n": "piece",
        "price": "dollar/piece",
        "sum": "dollar",
        "fee": "dollar",
        "total": "dollar",
        "before": "dollar",
        "saved": "dollar",
        "m": "piece",
        "theirs": "dollar",
        "both": "dollar",
    },
    lines={
        "sum": ("The <what> cost $@ in all.", "For the <what>, <who> pays $@."),
        "total": ("With the parking, <who> pays $@.",),
        "saved": ("<who> saves $@.",),
        "price": ("<what.A> costs $@.", "The price of <what.a> is $@."),
        "theirs": ("<friend> pays $@.",),
        "both": ("Together, <who> and <friend> pay $@.",),
    },
    owners={"price": "who", "sum": "who", "total": "who", "saved": "who", "theirs": "friend"},
)

parking_garage = family(
    "parking_garage",
    fact(
        "At a parking garage, <who> pays $<base> to enter and $<hour> for each hour.",
        "A parking garage charges $<base> to enter and $<hour> for every hour. <who> parks there.",
        "<who> parks a car in a garage where entering costs $<base> and each hour costs $<hour>.",
    ),
    fact(
        "<who.His> car stays there for <n> hours.",
        "After <n> hours, <who.he> drives out again.",
        "<who.He> leaves the car there for <n> hours.",
        says="time = hour*n; due = base + time",
    ),
    either(
        [
            ask(
                "How many dollars does <who> have to pay?",
                "How much money in dollars does the parking cost?",
                of="due",
                kind="paid",
                x="this amount",
                who="who",
            )
        ],
        [
            fact(
                "With a voucher from a store, <who> pays $<off> less.",
                "Because <who.he> has shopped nearby, $<off> is taken off the price.",
                says="due = off + net",
            ),
            ask(
                "How many dollars does <who> have to pay?",
                "How much money in dollars does <who> pay in the end?",
                of="net",
                kind="paid",
                x="this amount",
                who="who",
            ),
        ],
        [
            fact(
                "At the garage across the street, entering is free, but every hour costs $<rival>.",
                "Across the street is another garage. Entering it is free, and each hour costs "
                "$<rival>.",
                says="there = rival*n; there = due + gap",
            ),
            ask(
                "How many dollars does <who> save by not parking across the street?",
                "How many dollars more would the same time cost across the street?",
                of="gap",
            ),
        ],
        [
            fact(
                "This month, <who> parks there on <d> days in all, each time for the same number "
                "of hours.",
                "<who.He> parks there for the same number of hours on <d> days of this month in "
                "all.",
                says="month = due*d",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> pay for parking this month?",
                        "How much money in dollars does parking cost <who> this month?",
                        of="month",
                    )
                ],
                [
                    fact(
                        "A monthly pass for the garage would cost $<card>.",
                        "The garage also sells passes for a whole month at $<card> each.",
                        says="month = card + saved",
                    ),
                    ask(
                        "How many dollars would <who> save with a monthly pass?",
                        "By how many dollars would the pass be cheaper?",
                        of="saved",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The <k> people in the car, <who> among them, share the cost equally.",
                "There are <k> people in the car, <who> among them, and each of them pays the "
                "same share.",
                says="due = k*share",
            ),
            ask(
                "How many dollars does each of them pay?",
                "How much money in dollars does each person pay?",
                of="share",
            ),
        ],
    ),
    words={"who": PERSON},
    draws={
        "base": dollars(2, 9),
        "hour": dollars(2, 6),
        "n": count(3, 10),
        "off": dollars(2, "due/3"),
        "rival": dollars("hour+2", "hour+5"),
        "d": count(6, 20),
        "card": dollars("month/3", "month-10"),
        "k": count(3, 5),
        "share": dollars(3, 20),
    },
    units={
        "base": "dollar",
        "hour": "dollar/hour",
        "n": "hour",
        "time": "dollar",
        "due": "dollar",
        "off": "dollar",
        "net": "dollar",
        "rival": "dollar/hour",
        "there": "dollar",
        "gap": "dollar",
        "d": "1",
        "month": "dollar",
        "card": "dollar",
        "saved": "dollar",
        "k": "person",
        "share": "dollar/person",
    },
    lines={
        "time": (
            "At $<hour> for each hour, <n> hours cost $@.",
            "The <n> hours at $<hour> each cost $@.",
        ),
        "due": ("With the price for entering, that is $@.", "In all, the parking costs $@."),
        "net": ("<who> pays $@.",),
        "there": ("Across the street, it would be $@.",),
        "gap": ("The difference is $@.",),
        "month": ("For <d> days, that is $@.", "For <d> days, the parking costs $@."),
        "saved": ("The pass saves $@.",),
        "share": ("Each of them pays $@.",),
    },
    owners={"due": "who", "net": "who", "month": "who", "saved": "who"},
)

FAMILIES = (one_sum_of_money, parking_garage)
