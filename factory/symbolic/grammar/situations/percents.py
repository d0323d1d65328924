"""Interest, chances and growth in percent."""

from factory.symbolic.grammar.draws import count, dollars, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

yearly_interest = family(
    "yearly_interest",
    fact(
        "<who> keeps $<sum> in an account that pays <p>% interest a year. The interest is paid out "
        "every year and not added to the account.",
        "A savings bond of $<sum> pays <who> <p>% of this sum in interest every year.",
        "<who> has lent $<sum> to a farm at <p>% a year. Every year, the farm pays the interest, "
        "and the sum itself stays the same.",
        says="year = p/100*sum",
    ),
    either(
        [
            fact(
                "<who> gets the interest for <n> years.",
                "This continues for <n> years.",
                says="interest = year*n",
            ),
            either(
                [
                    ask(
                        "How many dollars of interest does <who> get in all?",
                        "How much interest in dollars does <who> get altogether?",
                        of="interest",
                        kind="earned",
                        x="the interest",
                        who="who",
                    )
                ],
                [
                    ask(
                        "How many dollars are the original sum and all the interest together?",
                        "What do the original sum and all the interest add up to, in dollars?",
                        of="final",
                    )
                ],
            ),
        ],
        [
            fact(
                "Every year, <who.he> spends $<out> of the interest and saves the rest.",
                "From each year's interest, <who.he> gives away $<out> and keeps the rest.",
                says="year = out + kept",
            ),
            either(
                [
                    ask(
                        "How many dollars of each year's interest does <who> keep?",
                        "How much money in dollars is left of each year's interest?",
                        of="kept",
                    )
                ],
                [
                    fact(
                        "By now, <who.he> has saved $<saved> in this way.",
                        "So far, <who.he> has saved $<saved> of the interest.",
                        says="saved = kept*years",
                    ),
                    ask(
                        "For how many years has <who> done this?",
                        "How many years has <who> been saving like this?",
                        of="years",
                    ),
                ],
            ),
        ],
    ),
    says="final = sum + interest",
    words={"who": PERSON},
    draws={
        "sum": dollars(400, 9000, 100),
        "p": percent(2, 9, 1),
        "n": count(2, 12),
        "out": dollars(5, "2*year/3", 1),
        "years": count(2, 9),
    },
    units={
        "sum": "dollar",
        "p": "%",
        "year": "dollar/year",
        "n": "year",
        "interest": "dollar",
        "final": "dollar",
        "out": "dollar/year",
        "kept": "dollar/year",
        "saved": "dollar",
        "years": "year",
    },
    lines={
        "year": ("A year brings $@ of interest.", "The interest is $@ a year."),
        "interest": ("In <n> years, the interest is $@.",),
        "final": ("The original sum and all the interest are $@ together.",),
        "kept": ("Each year, $@ is kept.", "Of a year's interest, $@ remains."),
        "years": ("<who> has done this for @ years.",),
    },
    owners={"sum": "who", "interest": "who", "final": "who", "kept": "who", "years": "who"},
)

drawing_from_a_bag = family(
    "drawing_from_a_bag",
    fact(
        "A bag holds <r> <one> and <b> <other> <things> that feel alike.",
        "There are <r> <one> <things> and <b> <other> <things> in a bag, alike in shape.",
        "<who> puts <r> <one> and <b> <other> <things> of the same shape into a bag.",
    ),
    either(
        [
            fact(
                "Then <g> <third> <things> are added.",
                "Another <g> <things> are put into the bag, and their color is <third>.",
                says="two = r + b; all = two + g",
            ),
        ],
        [
            fact(
                "Then <out> of the <other> <things> are taken out.",
                "Before the draw, <out> of the <other> <things> are removed.",
                says="stay = b - out; all = r + stay",
            ),
        ],
    ),
    fact(
        "Without looking, <who> then draws one of the <things> in the bag.",
        "With closed eyes, <who> now takes one of the <things> out of the bag.",
        says="chance = r/all*100",
    ),
    ask(
        "What is the chance, in percent, that it is <one>?",
        "What is the probability, in percent, of drawing <one.a> one?",
        of="chance",
    ),
    words={
        "who": PERSON,
        "things": ("marbles", "buttons", "tokens", "tiles", "wooden balls", "blocks"),
        "one,other,third": ("red", "blue", "green", "white", "yellow", "orange", "black", "purple"),
    },
    draws={"r": plain(3, 24), "b": plain(3, 24), "g": plain(2, 20), "out": plain(2, 12)},
    units={
        "r": "thing",
        "b": "thing",
        "g": "thing",
        "out": "thing",
        "two": "thing",
        "stay": "thing",
        "all": "thing",
        "chance": "%",
    },
    lines={
        "two": ("At first there are @ <things>.",),
        "stay": ("@ <other> <things> stay in the bag.",),
        "all": ("For the draw, the bag holds @ <things>.",),
        "chance": ("The chance of drawing <one.a> one is @ percent.",),
    },
    within={"chance": (5, 95)},
)

rise_and_fall = family(
    "rise_and_fall",
    fact(
        "Last year, <place> had <x> <who_plural>. Since then the number has grown by <p>%.",
        "<place.Up> counted <x> <who_plural> a year ago, and this number has risen by <p>% since.",
        "The number of <who_plural> of <place> was <x> a year ago and is <p>% higher now.",
        says="more = p/100*x; now = x + more",
    ),
    either(
        [
            ask(
                "How many <who_plural> does the <kind> have now?",
                "How many <who_plural> are there now?",
                of="now",
            )
        ],
        [
            fact(
                "Today, <q>% of the <who_plural> are children, and the others are adults.",
                "Children now make up <q>% of the <who_plural>, and the rest are adults.",
                says="kids = q/100*now; now = kids + adults",
            ),
            either(
                [
                    ask(
                        "How many of the <who_plural> are children?",
                        "How many children are among the <who_plural> now?",
                        of="kids",
                    )
                ],
                [
                    ask(
                        "How many of the <who_plural> are adults?",
                        "How many adult <who_plural> are there now?",
                        of="adults",
                    )
                ],
            ),
        ],
        [
            fact(
                "Each of the <who_plural> now pays $<fee> a month.",
                "Today, every one of the <who_plural> pays a monthly fee of $<fee>.",
                says="sum = now*fee",
            ),
            either(
                [
                    ask(
                        "How many dollars do all the <who_plural> together now pay each month?",
                        "How much money in dollars do all the <who_plural> together pay a month?",
                        of="sum",
                    )
                ],
                [
                    fact(
                        "Out of these payments, the <kind> spends $<rent> a month on its rooms.",
                        "Rent and heating take $<rent> of all these payments each month.",
                        "From all these fees, $<rent> a month goes to the staff.",
                        says="sum = rent + spare",
                    ),
                    ask(
                        "How many dollars of these payments are left each month?",
                        "How much money in dollars does the <kind> have left each month after "
                        "that?",
                        of="spare",
                    ),
                ],
            ),
        ],
    ),
    rows={
        "place,kind,who_plural": (
            ("a swimming club", "club", "members"),
            ("a music school", "school", "students"),
            ("a sailing club", "club", "members"),
            ("a dance school", "school", "students"),
            ("a climbing gym", "gym", "members"),
            ("an art school", "school", "students"),
            ("a tennis club", "club", "members"),
        )
    },
    draws={
        "x": plain(40, 600, 10),
        "p": percent(5, 40),
        "q": percent(20, 80),
        "fee": dollars(8, 45),
        "rent": dollars("sum/4", "3*sum/4", 50),
    },
    units={
        "x": "person",
        "p": "%",
        "more": "person",
        "now": "person",
        "q": "%",
        "kids": "person",
        "adults": "person",
        "fee": "dollar/person",
        "sum": "dollar",
        "rent": "dollar",
        "spare": "dollar",
    },
    lines={
        "more": ("There are @ more <who_plural> than a year ago.", "The number has grown by @."),
        "now": ("Now there are @ <who_plural>.",),
        "kids": ("@ <who_plural> are children.",),
        "adults": ("@ <who_plural> are adults.",),
        "sum": ("In a month, all the <who_plural> together pay $@.",),
        "spare": ("Each month, $@ of the payments is left.",),
    },
)

FAMILIES = (
    yearly_interest,
    drawing_from_a_bag,
    rise_and_fall,
)
