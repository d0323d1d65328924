"""Machines and shifts by the hour."""

from factory.symbolic.grammar.draws import count, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

hourly_machine = family(
    "hourly_machine",
    fact(
        "A machine <does> <r> <what> per minute.",
        "In a workshop, a machine <does> <r> <what> every minute.",
        "A machine in a factory <does> <r> <what> a minute.",
    ),
    either(
        [
            fact(
                "It runs for <h> hours without a stop.",
                "Today, the machine runs for <h> hours.",
                says="minutes = h*60; total = minutes*r",
            ),
            either(
                [
                    ask(
                        "How many <what> does the machine <do> in all?",
                        "How many <what> does the machine <do> in that time?",
                        of="total",
                        kind="goods",
                        x="these <what>",
                    )
                ],
                [
                    fact(
                        "Of all these <what>, <bad> fail the final test.",
                        "At the end, all the <what> are tested, and <bad> of them fail.",
                        says="total = bad + good",
                    ),
                    ask(
                        "How many <what> pass the test?",
                        "How many of the <what> pass?",
                        of="good",
                        kind="goods",
                        x="the good <what>",
                    ),
                ],
            ),
        ],
        [
            fact(
                "An order is for <order> <what>, and <ready> of them are already finished.",
                "There is an order for <order> <what>. So far, <ready> of them are finished.",
                says="order = ready + rest; rest = r*needed",
            ),
            ask(
                "For how many minutes must the machine still run to finish the order?",
                "How many minutes does the machine need for the rest of the order?",
                of="needed",
                kind="run_minutes",
                x="the rest of the order",
            ),
        ],
    ),
    rows={
        "does,do,what,r": (
            ("cuts", "cut", "rings", count(4, 12)),
            ("fills", "fill", "jars", count(12, 30)),
            ("assembles", "assemble", "lamps", count(4, 9)),
            ("folds", "fold", "boxes", count(6, 20)),
            ("engraves", "engrave", "plaques", count(4, 9)),
            ("wraps", "wrap", "bars of soap", count(12, 30)),
            ("seals", "seal", "bags", count(12, 30)),
        )
    },
    draws={
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
        "total": ("In that time, it <does> @ <what>.", "The machine <does> @ <what>."),
        "good": ("@ of them pass the test.", "@ <what> pass the test."),
        "rest": ("@ <what> are still missing.", "The machine still has to <do> @ <what>."),
        "needed": ("That takes @ minutes.", "The machine has to run for @ minutes."),
    },
)

night_shift = family(
    "night_shift",
    fact(
        "As a night <job>, <who> works <h> hours per night for $<r> per hour.",
        "<who> is a night <job>, works <h> hours each night and is paid $<r> an hour.",
        "<who> earns $<r> an hour as a night <job>. Each night shift is <h> hours long.",
        says="night = h*r",
    ),
    either(
        [
            fact(
                "This month, <who> works <n> nights.",
                "This month, <who.he> is on duty for <n> nights.",
                says="pay = night*n",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> earn this month?",
                        "How much money in dollars does <who> get for this month?",
                        of="pay",
                        kind="earned",
                        x="this month's pay",
                        who="who",
                    )
                ],
                [
                    fact(
                        "The bus to work and back costs $<bus> per night.",
                        "For every night, <who.he> pays $<bus> for the bus to work and back.",
                        says="rides = bus*n; pay = rides + net",
                    ),
                    ask(
                        "How many dollars does <who> have left after paying for the bus?",
                        "How much of the pay, in dollars, does <who> keep after the bus is paid?",
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
                "For a night on a holiday, <who> gets $<extra> extra.",
                "On a holiday, <who.his> pay for the night is $<extra> higher.",
                says="better = night + extra",
            ),
            ask(
                "How many dollars does <who> earn for a night on a holiday?",
                "How much money in dollars does <who> get for a holiday night?",
                of="better",
                kind="earned",
                x="the pay for a holiday night",
                who="who",
            ),
        ],
        [
            fact(
                "This week, <who> has earned $<week>.",
                "<who.His> pay for this week is $<week>.",
                says="week = night*nights",
            ),
            ask(
                "How many nights has <who> worked this week?",
                "For how many nights is <who> paid this week?",
                of="nights",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "job": ("nurse", "guard", "porter", "baker", "receptionist", "cleaner", "dispatcher"),
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
        "night": ("A night's pay is $@.", "For one night, <who> gets $@."),
        "pay": ("For <n> nights, that is $@.", "<who> earns $@."),
        "rides": ("The bus costs $@ in all.",),
        "net": ("$@ is left.", "After paying for the bus, <who> keeps $@."),
        "better": ("With the extra pay, <who> gets $@ for the night.",),
        "nights": ("This week's $<week> is the pay for @ nights.",),
    },
    owners={"pay": "who", "net": "who", "better": "who", "nights": "who"},
)

FAMILIES = (
    hourly_machine,
    night_shift,
)
