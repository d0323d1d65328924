"""Sales over some days, and concerts on a tour."""

from factory.symbolic.grammar.draws import count, dollars, money, percent, plain, times
from factory.symbolic.grammar.family import ask, either, fact, family

days_of_sales = family(
    "days_of_sales",
    fact(
        "On Friday, <place.a> sells <x> <things>.",
        "Customers of <place.a> buy <x> <things> on Friday.",
        "From opening to closing on Friday, <place.a> sells <x> <things>.",
    ),
    either(
        [
            fact(
                "On Saturday, the <place> sells <more> more than on Friday.",
                "On Saturday, customers buy <more> more than on Friday.",
                "Saturday's sales are higher than Friday's by <more> <things>.",
                says="y = x + more",
            )
        ],
        [
            fact(
                "On Saturday, the <place> sells <fewer> fewer than on Friday.",
                "On Saturday, customers buy <fewer> fewer than on Friday.",
                "Because of rain, Saturday's sales are lower than Friday's by <fewer> <things>.",
                says="x = y + fewer",
            )
        ],
        [
            fact(
                "On Saturday, the <place> sells <p>% more than on Friday.",
                "From Friday to Saturday, sales rise by <p>%.",
                "Saturday's sales are <p>% higher than Friday's.",
                says="plus = p/100*x; y = x + plus",
            )
        ],
    ),
    fact(
        "On Sunday, the <place> sells <k> as many as on Friday.",
        "On Sunday, customers buy <k> as many <things> as on Friday.",
        "Sunday's sales are <k> as high as Friday's.",
        says="z = k*x; sofar = x + y; total = sofar + z",
    ),
    either(
        [
            ask(
                "How many <things> are sold on these days in all?",
                "How many <things> does the <place.one> sell from Friday to Sunday?",
                of="total",
            )
        ],
        [
            fact(
                "Each of the <things> is sold for $<price>.",
                "The <things> cost $<price> each.",
                "Customers pay $<price> for each of the <things>.",
                says="income = total*price",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does the <place> take in from Friday to Sunday?",
                        "How many dollars do customers pay for the <things> on these days?",
                        of="income",
                    )
                ],
                [
                    fact(
                        "Rent and supplies for these days cost $<cost>.",
                        "For these days, the <place> pays $<cost> for rent and supplies.",
                        says="income = cost + gain",
                    ),
                    ask(
                        "How much money in dollars does the <place.one> earn after these costs?",
                        "How many dollars are left after these costs?",
                        of="gain",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The plan was to sell <plan> <things> on these days.",
                "The owner had planned to sell <plan> <things> from Friday to Sunday.",
                says="total = plan + over",
            ),
            ask(
                "How many more <things> are sold than planned?",
                "By how many <things> is the plan exceeded?",
                of="over",
            ),
        ],
    ),
    rows={
        "things,place,price": (
            ("smoothies", "juice bar", money(3, 6)),
            ("flatbreads", "bakery cart", money(2, 5)),
            ("samosas", "snack bar", money(2, 4)),
            ("sandwiches", "kiosk", money(4, 9)),
            ("bouquets", "flower stall", money(7, 18)),
            ("magazines", "newsstand", money(4, 9)),
            ("ice cream cones", "beach stand", money(2, 5)),
        )
    },
    draws={
        "x": plain(24, 90),
        "more": plain(6, 30),
        "fewer": plain(4, 20),
        "p": percent(10, 60),
        "k": times(2, 4),
        "cost": dollars(60, 260, 5),
        "over": plain(5, 60),
    },
    units={
        "x": "piece",
        "more": "piece",
        "fewer": "piece",
        "p": "%",
        "plus": "piece",
        "y": "piece",
        "k": "1",
        "z": "piece",
        "sofar": "piece",
        "total": "piece",
        "price": "dollar/piece",
        "income": "dollar",
        "cost": "dollar",
        "gain": "dollar",
        "plan": "piece",
        "over": "piece",
    },
    lines={
        "plus": ("On Saturday, the <place> sells @ <things> more than on Friday.",),
        "y": ("On Saturday, the <place> sells @ <things>.", "Saturday's sales are @ <things>."),
        "z": ("On Sunday, the <place> sells @ <things>.",),
        "sofar": ("On Friday and Saturday, the <place> sells @ <things>.",),
        "total": ("With Sunday, that is @ <things>.",),
        "income": ("For all the <things>, customers pay $@.",),
        "gain": ("After the costs, $@ is left.",),
        "over": ("That is @ <things> more than planned.",),
    },
    owners={"gain": "place"},
)

concert_tour = family(
    "concert_tour",
    fact(
        "On a tour, <group.a> performs <shows> times.",
        "<group.A> gives <shows> concerts on a tour.",
        "The tour of <group.a> has <shows> concerts.",
    ),
    fact(
        "Each concert hall has <rows> rows of <seats> seats.",
        "At each concert, the hall has <rows> rows of seats, with <seats> seats in each row.",
        "Every concert takes place in a hall with <rows> rows of <seats> seats.",
        says="hall = rows*seats",
    ),
    either(
        [
            fact(
                "At each concert, <p>% of the seats are taken.",
                "Tickets for <p>% of the seats are sold each time.",
                says="guests = p/100*hall",
            )
        ],
        [
            fact(
                "At each concert, <empty> seats stay empty.",
                "Tickets for all but <empty> seats are sold each time.",
                says="hall = guests + empty",
            )
        ],
    ),
    either(
        [
            ask(
                "How many tickets are sold for all the concerts together?",
                "How many tickets are sold on the whole tour?",
                of="people",
            )
        ],
        [
            fact(
                "A ticket costs $<price>.",
                "Everyone in the audience pays $<price>.",
                says="evening = guests*price; total = shows*evening",
            ),
            either(
                [
                    ask(
                        "How much money in dollars is paid for tickets at all the concerts?",
                        "How many dollars are paid for tickets on the whole tour?",
                        of="total",
                    )
                ],
                [
                    fact(
                        "On the tour, $<travel> is spent on travel and $<hotel> on hotel rooms.",
                        "Travel costs $<travel> in all, and hotel rooms cost $<hotel> in all.",
                        "During the tour, $<travel> goes to a bus company and $<hotel> to hotels.",
                        says="costs = travel + hotel; total = costs + gain",
                    ),
                    ask(
                        "How much money in dollars is left after these costs?",
                        "How many dollars of profit does the tour make?",
                        of="gain",
                    ),
                ],
                [
                    fact(
                        "For each concert, the owner of the hall gets $<rent>.",
                        "The hall's rent is $<rent> for each concert.",
                        says="net = evening - rent; profit = shows*net",
                    ),
                    ask(
                        "How many dollars of the tour's ticket money are left after all rents?",
                        "How much of the tour's ticket money, in dollars, remains after all the "
                        "rents are paid?",
                        of="profit",
                    ),
                ],
            ),
        ],
    ),
    says="people = shows*guests",
    words={
        "group": (
            "brass band",
            "children's choir",
            "chamber choir",
            "folk group",
            "youth orchestra",
            "gospel choir",
            "string ensemble",
        )
    },
    draws={
        "shows": count(3, 8),
        "rows": plain(6, 14),
        "seats": plain(8, 20),
        "p": percent(40, 95),
        "empty": plain(8, 60),
        "price": dollars(4, 15),
        "travel": dollars(200, 900, 10),
        "hotel": dollars(200, 900, 10),
        "rent": dollars(60, 300, 10),
    },
    units={
        "shows": "show",
        "rows": "row",
        "seats": "seat/row",
        "hall": "seat",
        "p": "%",
        "empty": "seat",
        "guests": "seat",
        "people": "seat*show",
        "price": "dollar/seat*show",
        "evening": "dollar/show",
        "total": "dollar",
        "travel": "dollar",
        "hotel": "dollar",
        "costs": "dollar",
        "gain": "dollar",
        "rent": "dollar/show",
        "net": "dollar/show",
        "profit": "dollar",
    },
    lines={
        "hall": ("Each hall has @ seats.", "In the hall of each concert, there are @ seats."),
        "guests": ("At each concert, @ seats are taken.", "For each concert, @ tickets are sold."),
        "people": ("On the whole tour, that is @ tickets.",),
        "evening": ("For one concert, $@ is paid.",),
        "total": ("For all the concerts, $@ is paid.",),
        "costs": ("Travel and rooms cost $@.",),
        "gain": ("After the costs, $@ is left.",),
        "net": ("After the rent is paid, $@ is left from each concert.",),
        "profit": ("On the whole tour, $@ is left.",),
    },
    need=("empty*2 < hall", "rent*2 < evening"),
    owners={"shows": "group"},
)

FAMILIES = (days_of_sales, concert_tour)
