"""Machines and shifts by the hour."""

from factory.symbolic.grammar.draws import count, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

hourly_machine = family(
    "hourly_machine",
    fact(
        "A machine <does> <r> <what> per minute.",
        "In a workshop, a machine <does> <r> <what> every minute.",
        "The machine in a factory works fast: it <does> <r> <what> a minute.",
    ),
    either(
        [
            fact(
                "It runs for <h> hours without a stop.",
                "Today it is switched on for <h> hours.",
                says="minutes = h*60; total = minutes*r",
            ),
            either(
                [
                    ask(
                        "How many <what> is that in all?",
                        "How many <what> does it come to altogether?",
                        of="total",
                        kind="goods",
                        x="these <what>",
                    )
                ],
                [
                    fact(
                        "Of these, <bad> fail the test at the end.",
                        "At the end, <bad> of them do not pass the test.",
                        says="total = bad + good",
                    ),
                    ask(
                        "How many <what> pass the test?",
                        "How many of the <what> are good?",
                        of="good",
                        kind="goods",
                        x="the good <what>",
                    ),
                ],
            ),
        ],
        [
            fact(
                "An order asks for <order> <what>, and <ready> of them are ready already.",
                "There is an order of <order> <what>. So far, <ready> of these are ready.",
                says="order = ready + rest; rest = r*needed",
            ),
            ask(
                "For how many minutes does the machine have to run for the others?",
                "How many minutes of work does the machine need to finish the order?",
                of="needed",
                kind="run_minutes",
                x="the rest of the order",
            ),
        ],
    ),
    rows={
        "does,what": (
            ("cuts", "wooden rings"),
            ("fills", "small jars"),
            ("prints", "labels"),
            ("folds", "envelopes"),
            ("stamps", "metal plates"),
            ("wraps", "bars of soap"),
            ("glues", "paper bags"),
        )
    },
    draws={
        "r": count(4, 30),
        "h": count(2, 8),
        "bad": count(12, 95),
        "needed": plain(15, 90),
        "ready": count(40, 400, 5),
    },
    units={
        "r": "piece/minute",
        "h": "hour",
        "minutes": "minute",
        "total": "piece",
        "bad": "piece",
        "good": "piece",
        "order": "piece",
        "ready": "piece",
        "rest": "piece",
        "needed": "minute",
    },
    lines={
        "minutes": ("The machine runs for @ minutes.", "<h> hours are @ minutes."),
        "total": ("In that time it <does> @ <what>.", "That is @ <what>."),
        "good": ("@ of them pass the test.", "@ <what> are good."),
        "rest": ("@ <what> are still to be made.", "The machine still has to make @ <what>."),
        "needed": ("That takes @ minutes.", "The machine has to run for @ minutes."),
    },
)

night_shift = family(
    "night_shift",
    fact(
        "As a night <job>, <who> works <h> hours per night for $<r> per hour.",
        "<who> is a night <job>, works <h> hours each night and is paid $<r> an hour.",
        "For an hour of work as a night <job>, <who> gets $<r>, and a night has <h> such hours.",
        says="night = h*r",
    ),
    either(
        [
            fact(
                "This month <who.he> works <n> nights.",
                "There are <n> such nights on the roster this month.",
                says="pay = night*n",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> earn this month?",
                        "How much money in dollars does <who> get for these nights?",
                        of="pay",
                        kind="earned",
                        x="this month's pay",
                        who="who",
                    )
                ],
                [
                    fact(
                        "The bus to work costs $<bus> for each night.",
                        "For every night, <who.he> pays $<bus> for the bus to work.",
                        says="rides = bus*n; pay = rides + net",
                    ),
                    ask(
                        "How many dollars are left after the bus is paid?",
                        "How much of the pay in dollars does <who> keep after these bus rides?",
                        of="net",
                        kind="earned",
                        x="the rest of the pay",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "On a holiday, $<extra> is added for the whole night.",
                "There is $<extra> on top for a night before a holiday.",
                says="better = night + extra",
            ),
            ask(
                "How many dollars does <who> earn in a night with this extra pay?",
                "How much money in dollars does such a better paid night bring?",
                of="better",
                kind="earned",
                x="the pay for such a night",
                who="who",
            ),
        ],
        [
            fact(
                "In a week, <who> earns $<week>.",
                "The pay of a week comes to $<week>.",
                says="week = night*nights",
            ),
            ask(
                "How many nights does <who> work in the week?",
                "For how many nights is <who> paid in the week?",
                of="nights",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "job": ("nurse", "guard", "porter", "baker", "operator", "cleaner", "dispatcher"),
    },
    draws={
        "h": count(5, 9),
        "r": dollars(14, 32),
        "n": count(6, 18),
        "bus": money(2, 5),
        "extra": dollars(25, 90, 5),
        "nights": count(3, 5),
    },
    units={
        "h": "hour/night",
        "r": "dollar/hour",
        "night": "dollar/night",
        "n": "night",
        "pay": "dollar",
        "bus": "dollar/night",
        "rides": "dollar",
        "net": "dollar",
        "extra": "dollar/night",
        "better": "dollar/night",
        "week": "dollar",
        "nights": "night",
    },
    lines={
        "night": ("A night brings $@.", "For one night, <who> gets $@."),
        "pay": ("For <n> nights, that is $@.", "<who> earns $@."),
        "rides": ("The bus costs $@ altogether.",),
        "net": ("$@ is left.", "After the bus, <who> keeps $@."),
        "better": ("With the extra pay, it is $@.",),
        "nights": ("<who> works @ nights.", "That makes @ nights."),
    },
    owners={"pay": "who", "net": "who", "better": "who", "nights": "who"},
)

FAMILIES = (
    hourly_machine,
    night_shift,
)
