"""Electricity bills by the meter."""

from factory.symbolic.grammar.draws import divisor, dollars, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

electricity_meter = family(
    "electricity_meter",
    either(
        [
            fact(
                "At the start of <month>, <who>'s electricity meter shows <old> kilowatt-hours. "
                "At the end of the month it shows <new>.",
                "<who> reads the electricity meter: <old> kilowatt-hours at the start of <month> "
                "and <new> at the end.",
                "During <month>, the number on <who>'s electricity meter goes from <old> to <new> "
                "kilowatt-hours.",
                says="new = old + used",
            )
        ],
        [
            fact(
                "In <month>, <who> uses <daily> kilowatt-hours of electricity a day for <days> "
                "days and none on the other days.",
                "<who> is at home for <days> days of <month> and uses <daily> kilowatt-hours of "
                "electricity on each of them. On the other days everything is switched off.",
                "On each of <days> days in <month>, <who>'s apartment uses <daily> kilowatt-hours "
                "of electricity. On the other days it uses nothing.",
                says="used = daily*days",
            )
        ],
    ),
    fact(
        "A kilowatt-hour costs <c> cents.",
        "The price is <c> cents per kilowatt-hour.",
        "For every kilowatt-hour, <who> pays <c> cents.",
        says="cents = used*c; power = cents/100",
    ),
    either(
        [
            ask(
                "How many dollars does <who> pay for electricity in <month>?",
                "How much money in dollars does the electricity for <month> cost?",
                of="power",
            )
        ],
        [
            fact(
                "In addition, there is a fee of $<fee> a month for the meter.",
                "The power company also charges a fee of $<fee> a month for the meter.",
                "A monthly fee of $<fee> is added to the cost of the electricity.",
                says="bill = power + fee",
            ),
            either(
                [
                    ask(
                        "How many dollars is the whole bill for <month>?",
                        "How much money in dollars does <who> pay in all for <month>?",
                        of="bill",
                    )
                ],
                [
                    fact(
                        "The bill for the month before was $<before>.",
                        "For the month before, <who> had to pay $<before>.",
                        "<who>'s bill for the month before came to $<before>.",
                        says="before = bill + less",
                    ),
                    ask(
                        "By how many dollars is the bill for <month> lower than the one before it?",
                        "How many dollars less does <who> pay for <month> than for the month "
                        "before?",
                        of="less",
                    ),
                ],
                [
                    fact(
                        "Another company charges <d> cents per kilowatt-hour and no monthly fee.",
                        "At another company there is no monthly fee, but a kilowatt-hour costs "
                        "<d> cents.",
                        says="cents2 = used*d; other = cents2/100; other = bill + gap",
                    ),
                    ask(
                        "How many dollars more would <who> pay for <month> at the other company?",
                        "By how many dollars is the other company more expensive for <month>?",
                        of="gap",
                    ),
                ],
                [
                    fact(
                        "The bill is split equally among <k> people, and <who> is one of them.",
                        "There are <k> people in <who>'s household, <who> among them, and each "
                        "of them pays the same part of the bill.",
                        says="bill = k*share",
                    ),
                    ask(
                        "How many dollars does each of these people pay?",
                        "How much money in dollars is <who>'s part of the bill?",
                        of="share",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "month": ("January", "April", "June", "August", "October", "December"),
    },
    draws={
        "old": plain(1200, 8800),
        "used": plain(120, 450, 5),
        "daily": plain(5, 14),
        "days": plain(14, 28),
        "c": plain(15, 38),
        "fee": dollars(4, 15),
        "less": dollars(3, 30),
        "d": plain("c+5", "c+20"),
        "k": divisor("bill*100", 2, 5),
    },
    units={
        "old": "kilowatt-hour",
        "new": "kilowatt-hour",
        "used": "kilowatt-hour",
        "daily": "kilowatt-hour/day",
        "days": "day",
        "c": "cent/kilowatt-hour",
        "cents": "cent",
        "power": "dollar",
        "fee": "dollar",
        "bill": "dollar",
        "before": "dollar",
        "less": "dollar",
        "d": "cent/kilowatt-hour",
        "cents2": "cent",
        "other": "dollar",
        "gap": "dollar",
        "k": "person",
        "share": "dollar/person",
    },
    lines={
        "used": ("<who> uses @ kilowatt-hours.", "In <month>, <who> uses @ kilowatt-hours."),
        "cents": (
            "At <c> cents each, the kilowatt-hours cost @ cents.",
            "At <c> cents per kilowatt-hour, the electricity costs @ cents.",
        ),
        "power": ("In dollars, that is $@.", "That is $@ for electricity."),
        "bill": ("With the fee, the bill is $@.",),
        "less": ("The bill for <month> is lower by $@.",),
        "cents2": ("At the other company, the electricity would cost @ cents.",),
        "other": ("The other company would charge $@.",),
        "gap": ("The other company is more expensive by $@.",),
        "share": ("Each of them pays $@.",),
    },
    within={"used": (60, 450)},
    owners={
        "power": "who",
        "bill": "who",
    },
)

FAMILIES = (electricity_meter,)
