"""Bills by the month: electricity, subscriptions."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

electricity_meter = family(
    "electricity_meter",
    either(
        [
            fact(
                "At the start of <month>, <who>'s electricity meter shows <old> kilowatt-hours. At "
                "the end of the month it shows <new>.",
                "<who> reads the electricity meter: <old> kilowatt-hours at the start of <month> "
                "and "
                "<new> at the end.",
                "During <month>, the number on <who>'s electricity meter goes from <old> to <new> "
                "kilowatt-hours.",
                says="new = old + used",
            )
        ],
        [
            fact(
                "In <month>, <who> uses <daily> kilowatt-hours of electricity a day for <days> "
                "days "
                "and none on the other days.",
                "<who> is at home for <days> days of <month> and uses <daily> kilowatt-hours of "
                "electricity on each of them. On the other days everything is switched off.",
                "On each of <days> days in <month>, <who>'s apartment uses <daily> kilowatt-hours "
                "of "
                "electricity. On the other days it uses nothing.",
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
                "How many dollars does <who> pay for the electricity of this month?",
                "How much money in dollars does the electricity of this month cost?",
                of="power",
                kind="paid",
                x="the money that <who> pays for electricity",
                who="who",
            )
        ],
        [
            fact(
                "On top of that, there is a fee of $<fee> a month for the meter.",
                "The company adds $<fee> a month for the meter.",
                "To this, a monthly fee of $<fee> is added.",
                says="bill = power + fee",
            ),
            either(
                [
                    ask(
                        "How many dollars is the whole bill for this month?",
                        "How much money in dollars does <who> pay in all for this month?",
                        of="bill",
                        kind="paid",
                        x="the money that <who> pays for electricity",
                        who="who",
                    )
                ],
                [
                    fact(
                        "For the month before, the bill was $<before>.",
                        "A month earlier, <who> had to pay $<before>.",
                        says="before = bill + less",
                    ),
                    ask(
                        "By how many dollars is the bill lower than a month earlier?",
                        "How many dollars less than a month earlier does <who> pay?",
                        of="less",
                    ),
                ],
                [
                    fact(
                        "Another company charges <d> cents per kilowatt-hour and no monthly fee.",
                        "At another company there is no monthly fee, but a kilowatt-hour costs <d> "
                        "cents.",
                        says="cents2 = used*d; other = cents2/100; other = bill + gap",
                    ),
                    ask(
                        "How many dollars more would <who> pay for this month at the other "
                        "company?",
                        "By how many dollars is the other company more expensive for this month?",
                        of="gap",
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
    },
    lines={
        "used": ("<who> uses @ kilowatt-hours.", "The month takes @ kilowatt-hours."),
        "cents": ("They cost @ cents.", "That is @ cents."),
        "power": ("In dollars, that is $@.", "That is $@ for electricity."),
        "bill": ("With the fee, the bill is $@.",),
        "less": ("That is $@ less.",),
        "cents2": ("At the other company, that is @ cents.",),
        "other": ("The other company would ask for $@.",),
        "gap": ("The other company is more expensive by $@.",),
    },
    within={"used": (60, 450)},
)

subscription_plan = family(
    "subscription_plan",
    fact(
        "<who> has a subscription to <what> for $<m> a month.",
        "Every month, <who> pays $<m> for a subscription to <what>.",
        "A subscription to <what> costs <who> $<m> a month.",
    ),
    either(
        [
            fact(
                "Paid once a year, the same subscription would be $<plan>.",
                "For the same subscription, there is also a yearly price of $<plan>.",
                "Whoever pays for a whole year at once gets it for $<plan>.",
                says="year = m*12; year = plan + saved",
            ),
            either(
                [
                    ask(
                        "How many dollars would <who> save in a year with the yearly price?",
                        "By how many dollars is the yearly price lower than a year of monthly "
                        "payments?",
                        of="saved",
                    )
                ],
                [
                    fact(
                        "<who> takes the yearly price and gives $<gift> of the money saved in a "
                        "year to a charity.",
                        "After choosing the yearly price, <who> spends $<gift> of the money saved "
                        "in a year.",
                        says="saved = gift + rest",
                    ),
                    ask(
                        "How many dollars of the saved money are left?",
                        "How much of the saved money, in dollars, does <who> still have?",
                        of="rest",
                        kind="earned",
                        x="the money that remains",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The first <free> months of the year are free.",
                "In the first year, <free> months cost nothing.",
                "As a present, <who> does not have to pay for <free> months of the first year.",
                says="paid = 12 - free; cost = m*paid",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> pay in the first year?",
                        "How much money in dollars does the first year cost?",
                        of="cost",
                        kind="paid",
                        x="the money that <who> pays in the first year",
                        who="who",
                    )
                ],
                [
                    fact(
                        "There is also a starting fee of $<fee>.",
                        "At the start, a fee of $<fee> has to be paid too.",
                        says="total = cost + fee",
                    ),
                    ask(
                        "How many dollars does <who> pay in the first year, the fee included?",
                        "How much money in dollars does the first year cost with the fee?",
                        of="total",
                        kind="paid",
                        x="the money that <who> pays in the first year",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In a year, <who> uses it <uses> times.",
                "<who> makes use of it <uses> times in the course of a year.",
                says="year = m*12; year = uses*single",
            ),
            ask(
                "How many dollars is that for each time?",
                "How much money in dollars does each use cost, if a year's payments are divided "
                "evenly?",
                of="single",
            ),
        ],
        [
            fact(
                "From next year on, it will cost $<rise> more each month.",
                "The price will go up by $<rise> a month at the start of next year.",
                says="next = m + rise; year = next*12",
            ),
            either(
                [
                    ask(
                        "How many dollars will <who> pay for it in the whole next year?",
                        "How much money in dollars will it cost in the whole next year?",
                        of="year",
                        kind="paid",
                        x="the money for next year",
                        who="who",
                    )
                ],
                [
                    fact(
                        "<who> will share it with others, so that <k> people pay equally for next "
                        "year.",
                        "Next year, <who> will split the cost evenly with others, and <k> people "
                        "will pay in all.",
                        says="year = k*part",
                    ),
                    ask(
                        "How many dollars will each of them pay for the whole next year?",
                        "How much money in dollars is that for each of them in the next year?",
                        of="part",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "what": (
            "a music service",
            "a film service",
            "an online newspaper",
            "a language course",
            "a weather map",
            "a puzzle app",
            "a photo archive",
        ),
    },
    draws={
        "m": money(5, 25),
        "plan": dollars("8*m", "11*m"),
        "gift": dollars(3, "saved-2"),
        "free": count(2, 5),
        "fee": dollars(5, 30),
        "uses": divisor("m*12", 15, 120),
        "rise": dollars(2, 6),
        "k": count(2, 6),
    },
    units={
        "m": "dollar/month",
        "year": "dollar",
        "plan": "dollar",
        "saved": "dollar",
        "gift": "dollar",
        "rest": "dollar",
        "free": "month",
        "paid": "month",
        "cost": "dollar",
        "fee": "dollar",
        "total": "dollar",
        "uses": "1",
        "single": "dollar",
        "rise": "dollar/month",
        "next": "dollar/month",
        "k": "person",
        "part": "dollar/person",
    },
    lines={
        "year": ("In a year, that is $@.", "A year costs $@."),
        "saved": ("The yearly price saves $@.",),
        "rest": ("$@ are left.",),
        "paid": ("<who> pays for @ months.",),
        "cost": ("They cost $@.", "In the first year, that is $@."),
        "total": ("With the fee, that is $@.",),
        "single": ("Each use costs $@.",),
        "next": ("Next year, a month will cost $@.",),
        "part": ("Each of them pays $@.",),
    },
    need=("single > 1",),
)

FAMILIES = (electricity_meter, subscription_plan)
