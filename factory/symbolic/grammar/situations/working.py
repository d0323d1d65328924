"""Situations at work: wages with overtime, and bills for repairs."""

from factory.symbolic.grammar.draws import count, dollars, percent, plain
from factory.symbolic.grammar.family import PERSON, any_order, ask, either, fact, family

JOBS = (
    "at a plant nursery",
    "in a bike repair shop",
    "at the front desk of a hostel",
    "in a print shop",
    "at an animal shelter",
    "in a library",
    "at a ferry terminal",
    "in a tailor's shop",
    "at a warehouse",
    "in a school kitchen",
)

_rate = fact(
    "<who> works <job> and earns $<rate> an hour.",
    "For work <job>, <who> is paid $<rate> per hour.",
    "<who> has a job <job> that pays $<rate> for each hour.",
)
_higher = fact(
    "For every hour beyond <usual> hours a week, the pay is $<more> higher.",
    "Beyond the usual <usual> hours of a week, <who.he> gets $<more> more for each hour.",
    "Whenever <who.he> works more than <usual> hours in a week, each extra hour pays $<more> more.",
    says="better = rate+more",
)
_better = fact(
    "Each hour after the <usual> usual hours of a week is paid at $<better>.",
    "After <usual> hours in a week, the rate goes up to $<better> an hour.",
    "Only the <usual> usual hours of a week are paid at this rate. Any hour beyond them pays "
    "$<better>.",
)
_hours = fact(
    "Last week, <who> worked <hours> hours.",
    "There was a lot to do last week, and <who> worked <hours> hours in all.",
    "<who>'s time sheet shows <hours> hours for last week.",
    says="over = hours-usual",
)
_over = fact(
    "Last week, <who> worked <over> hours more than usual.",
    "Last week, <who> worked the usual hours and <over> extra hours.",
    "In addition to the usual hours, <who> worked <over> hours of overtime last week.",
)
_paid = fact(
    "Last week, <who> was paid $<pay> in all.",
    "For last week, <who> received $<pay> altogether.",
    "<who>'s pay for last week was $<pay>.",
)

wages_with_overtime = family(
    "wages_with_overtime",
    _rate,
    either(
        [
            either([_higher], [_better]),
            either([_hours], [_over]),
            ask(
                "How much money in dollars did <who> earn that week?",
                "How many dollars was <who> paid for that week?",
                "What was <who>'s pay for that week, in dollars?",
                of="pay",
                kind="earned",
                x="the pay for that week",
                who="who",
                past=True,
            ),
        ],
        [
            either([_higher], [_better]),
            _paid,
            either(
                [
                    ask(
                        "How many hours of overtime did <who> work that week?",
                        "How many extra hours did <who> work?",
                        of="over",
                        kind="hours",
                        x="the overtime that <who> worked",
                        who="who",
                        past=True,
                    ),
                ],
                [
                    fact(
                        "<who> worked all of the usual hours and some extra hours.",
                        "Part of that pay was for hours beyond the usual ones.",
                        "That includes some hours of overtime.",
                        says="hours = usual+over",
                    ),
                    ask(
                        "How many hours did <who> work that week in all?",
                        "How many hours did <who> spend at work that week, overtime included?",
                        of="hours",
                        kind="hours",
                        x="the time that <who> worked that week",
                        who="who",
                        past=True,
                    ),
                ],
            ),
        ],
        [
            fact(
                "Any hour beyond <usual> hours a week is paid at a better rate.",
                "After <usual> hours in a week, every extra hour pays more than that.",
                "That is for the <usual> usual hours of a week. Extra hours are paid better.",
            ),
            any_order(_hours, _paid),
            ask(
                "How many dollars does each extra hour pay?",
                "What is the pay in dollars for an hour of overtime?",
                of="better",
                kind="price",
                x="the pay for an hour of overtime",
                who="who",
            ),
        ],
    ),
    words={"who": PERSON, "job": JOBS},
    draws={
        "usual": plain(20, 40),
        "rate": dollars(11, 26),
        "over": count(2, 11),
        "better": dollars("rate+3", "rate+rate/2"),
    },
    units={
        "usual": "hour",
        "over": "hour",
        "hours": "hour",
        "rate": "dollar/hour",
        "more": "dollar/hour",
        "better": "dollar/hour",
        "base": "dollar",
        "extra": "dollar",
        "pay": "dollar",
    },
    lines={
        "better": ("An extra hour pays $@.", "For an extra hour, <who> gets $@."),
        "over": ("<who> worked @ hours of overtime.", "There were @ extra hours."),
        "hours": ("In all, <who> worked @ hours.",),
        "base": ("The usual hours pay $@.", "For the usual hours, <who> gets $@."),
        "extra": ("The extra hours pay $@.", "For the overtime, <who> gets $@."),
        "pay": ("Altogether, <who> earned $@.", "The pay for the week is $@."),
    },
    says="base = usual*rate; extra = over*better; pay = base+extra",
    owners={"over": "who", "hours": "who", "pay": "who"},
)

REPAIRS = (
    ("washing machine", "technician"),
    ("boiler", "plumber"),
    ("roof gutter", "roofer"),
    ("car", "mechanic"),
    ("piano", "restorer"),
    ("fishing boat", "boat builder"),
    ("accordion", "instrument maker"),
    ("tractor", "mechanic"),
)

_repair = fact(
    "<who>'s <thing> needs a repair. <expert.A> works for <hours> hours at $<rate> an hour and "
    "puts in parts worth $<parts>.",
    "To repair <who>'s <thing>, <expert.a> needs <hours> hours and charges $<rate> for each "
    "of them. The parts cost $<parts>.",
    "<expert.A> charges <who> $<rate> an hour for repairing <thing.a>. The job takes <hours> "
    "hours, and new parts cost $<parts>.",
    "<who> has <thing.a> repaired with new parts that cost $<parts>. <expert.A> is busy with it "
    "for <hours> hours and is paid $<rate> per hour.",
    says="labor = hours*rate; total = labor+parts",
)
_still_pays = ask(
    "How much of the bill, in dollars, does <who> still have to pay?",
    "How many dollars does <who> still owe for the repair?",
    of="rest",
    kind="missing",
    x="the money that <who> still has to pay",
    who="who",
)
_bill = fact(
    "The bill is $<total>.",
    "For the whole job <who> pays $<total>.",
    "At the end, the bill for <who> shows a total of $<total>.",
)

repair_bill = family(
    "repair_bill",
    either(
        [
            _repair,
            fact(
                "A voucher takes $<off> off the bill.",
                "Because of a delay, the <expert> takes $<off> off the bill.",
                "<who> has already paid $<off> in advance.",
                says="rest = total-off",
            ),
            _still_pays,
        ],
        [
            _repair,
            fact(
                "An insurance company pays <share>% of the bill, and <who> pays the rest.",
                "A warranty covers <share>% of the bill. <who> pays the rest.",
                "Of the whole bill, <share>% is covered by insurance, and <who> pays the rest.",
                says="covered = share/100*total; rest = total-covered",
            ),
            ask(
                "How much money in dollars does <who> have to pay?",
                "How many dollars of the bill does <who> have to pay?",
                of="rest",
                kind="missing",
                x="the money that <who> has to pay",
                who="who",
            ),
        ],
        [
            fact(
                "<expert.A> repairs <who>'s <thing> and charges $<rate> an hour. The new parts "
                "cost $<parts>.",
                "For the repair of <thing.a>, <who> pays $<parts> for parts, and <expert.a> is "
                "paid $<rate> per hour.",
                "<who> has <expert.a> repair <thing.a>. Each hour of work costs $<rate>, and "
                "parts for $<parts> are needed.",
                says="labor = hours*rate; total = labor+parts",
            ),
            _bill,
            ask(
                "How many hours does the <expert> work on the <thing>?",
                "For how many hours of work does <who> pay?",
                of="hours",
                kind="hours",
                x="the time that the <expert> works on the <thing>",
                who="who",
            ),
        ],
        [
            fact(
                "<expert.A> works on <who>'s <thing> for <hours> hours at $<rate> an hour and puts "
                "in some new parts.",
                "<who>'s <thing> is repaired with new parts. <expert.A> needs <hours> hours, and "
                "each of them costs $<rate>.",
                "To get <thing.a> repaired, <who> pays <expert.a> for <hours> hours of work at "
                "$<rate> each, and for the new parts as well.",
                says="labor = hours*rate; total = labor+parts",
            ),
            either(
                [_bill],
                [
                    fact(
                        "With a voucher for $<off>, there is still $<rest> to pay.",
                        "After paying $<off> in advance, <who> still owes $<rest>.",
                        "The <expert> takes $<off> off the bill because of a delay, and <who> "
                        "pays $<rest>.",
                        says="rest = total-off",
                    )
                ],
            ),
            ask(
                "How many dollars do the parts cost?",
                "How much money in dollars is charged for the parts?",
                of="parts",
                kind="price",
                x="the price of the new parts",
                who="who",
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"thing,expert": REPAIRS},
    draws={
        "hours": count(2, 9),
        "rate": dollars(28, 75),
        "parts": dollars(30, 220),
        "off": dollars(15, 60, 5),
        "share": percent(20, 80),
    },
    units={
        "hours": "hour",
        "rate": "dollar/hour",
        "parts": "dollar",
        "labor": "dollar",
        "total": "dollar",
        "off": "dollar",
        "share": "%",
        "covered": "dollar",
        "rest": "dollar",
    },
    lines={
        "labor": ("The work costs $@.", "The price of the work is $@."),
        "total": ("Work and parts cost $@.", "The whole bill is $@."),
        "covered": ("Of the bill, $@ is covered.",),
        "rest": ("There is $@ left for <who> to pay.", "That leaves $@ for <who>."),
        "hours": ("The <expert> works for @ hours.", "This is the price of @ hours of work."),
        "parts": ("The parts cost $@.", "The rest of the bill is for the parts: $@."),
    },
    owners={"hours": "who", "total": "who", "rest": "who"},
)

FAMILIES = (wages_with_overtime, repair_bill)
