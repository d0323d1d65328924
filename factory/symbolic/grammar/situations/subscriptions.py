"""Subscriptions paid by the month or the year."""

from factory.symbolic.grammar.draws import count, divisor, dollars, money
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

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
                "Paid once a year, the same subscription would cost $<plan>.",
                "For the same subscription, there is also a yearly price of $<plan>.",
                "Anyone who pays for a whole year at once gets it for $<plan>.",
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
                        x="the rest of the saved money",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In the first year, <free> of the months are free.",
                "As a welcome offer, <free> months of the first year cost nothing.",
                "For <free> months of the first year, <who> does not have to pay.",
                says="paid = 12 - free; cost = m*paid",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> pay in the first year?",
                        "How much money in dollars does the first year cost?",
                        of="cost",
                        kind="due",
                        x="this amount",
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
                        kind="due",
                        x="this amount",
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
                "On average, how many dollars does each use cost?",
                "If a year's payments are divided evenly, how many dollars does each use cost?",
                of="single",
            ),
        ],
        [
            fact(
                "From the start of next year, the monthly price will be $<rise> higher.",
                "At the start of next year, the monthly price will go up by $<rise>.",
                says="next = m + rise; year = next*12",
            ),
            either(
                [
                    ask(
                        "How many dollars will <who> pay for the subscription next year?",
                        "How much money in dollars will the whole of next year cost?",
                        of="year",
                    )
                ],
                [
                    fact(
                        "Next year, <k> people, <who> among them, will share the subscription "
                        "and pay equal parts.",
                        "Next year, the cost will be split evenly among <k> people, <who> "
                        "included.",
                        says="year = k*part",
                    ),
                    ask(
                        "How many dollars will each of them pay for the whole of next year?",
                        "How much money in dollars will each of them pay for next year?",
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
            "a language app",
            "a recipe app",
            "a puzzle app",
            "a photo service",
        ),
    },
    draws={
        "m": money(5, 18),
        "plan": dollars("8*m", "11*m"),
        "gift": dollars(3, "saved-2"),
        "free": count(2, 5),
        "fee": dollars(5, 30),
        "uses": divisor("m*12", 15, 120),
        "rise": dollars(2, 6),
        "k": count(3, 6),
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
        "year": ("In a year, the monthly payments add up to $@.", "A whole year costs $@."),
        "saved": ("The yearly price saves $@.",),
        "rest": ("Of the saved money, $@ is left.",),
        "paid": ("<who> pays for @ months.",),
        "cost": ("These months cost $@.", "In the first year, that is $@."),
        "total": ("With the fee, that is $@.",),
        "single": ("Each use costs $@.",),
        "next": ("Next year, a month will cost $@.",),
        "part": ("Each of them pays $@.",),
    },
    need=("single > 1",),
    owners={
        "year": "who",
        "saved": "who",
        "rest": "who",
        "cost": "who",
        "total": "who",
        "single": "who",
    },
)

FAMILIES = (subscription_plan,)
