"""Sales over some days, and concerts on a tour."""

from factory.symbolic.grammar.draws import count, dollars, money, percent, plain, times
from factory.symbolic.grammar.family import ask, either, fact, family

days_of_sales = family(
    "days_of_sales",
    fact(
        "On Friday, <place.a> sells <x> <things>.",
        "Friday's sales at <place.a> are <x> <things>.",
        "<place.A> has sold <x> <things> on Friday by the time it closes.",
    ),
    either(
        [
            fact(
                "On Saturday the <place> sells <more> more than on Friday.",
                "Saturday brings <more> sales more than Friday.",
                "The number for Saturday is higher by <more>.",
                says="y = x + more",
            )
        ],
        [
            fact(
                "On Saturday the <place> sells <fewer> fewer than on Friday.",
                "Saturday brings <fewer> sales fewer than Friday.",
                "Because of rain, Saturday's number is lower by <fewer>.",
                says="x = y + fewer",
            )
        ],
        [
            fact(
                "On Saturday the <place> sells <p>% more than on Friday.",
                "Saturday's number is <p>% higher than that of Friday.",
                "Saturday's sales are <p>% above that number.",
                says="plus = p/100*x; y = x + plus",
            )
        ],
    ),
    fact(
        "On Sunday the <place> sells <k> as many as on Friday.",
        "Sunday's sales are <k> as high as those of Friday.",
        "There are <k> as many sales on Sunday as on Friday.",
        says="z = k*x; sofar = x + y; total = sofar + z",
    ),
    either(
        [
            ask(
                "How many <things> are sold on these days together?",
                "How many <things> does the <place.one> sell from Friday to Sunday?",
                of="total",
            )
        ],
        [
            fact(
                "Each is sold for $<price>.",
                "The price is $<price> each.",
                "Customers pay $<price> for each of them.",
                says="income = total*price",
            ),
            either(
                [
                    ask(
                        "How much money in dollars is taken in on these days?",
                        "How many dollars do these days bring in?",
                        of="income",
                    )
                ],
                [
                    fact(
                        "Rent and supplies for the whole time cost $<cost>.",
                        "In the same time, $<cost> is spent on supplies.",
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
                "For the whole time, the plan was to sell <plan>.",
                "The owner had hoped to sell <plan> from Friday to Sunday.",
                says="total = plan + over",
            ),
            ask(
                "How many <things> more than that are sold?",
                "By how many <things> is that number beaten?",
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
        "plus": ("Saturday brings @ more.",),
        "y": ("On Saturday, it sells @ <things>.", "Saturday's sales are @ <things>."),
        "z": ("On Sunday, it sells @ <things>.",),
        "sofar": ("On Friday and Saturday, it sells @ <things>.",),
        "total": ("With Sunday, that is @ <things>.",),
        "income": ("They bring in $@.",),
        "gain": ("After the costs, $@ is left.",),
        "over": ("That is @ more than hoped for.",),
    },
    owners={"gain": "place"},
)

concert_tour = family(
    "concert_tour",
    fact(
        "On a tour, <group.a> performs <shows> times in the same kind of hall.",
        "<group.A> gives <shows> concerts on a tour.",
        "The tour of <group.a> has <shows> concerts.",
    ),
    fact(
        "The hall always has <rows> rows of <seats> seats.",
        "Each time, there are <rows> rows of seats in the hall, with <seats> in each row.",
        "In every hall, <seats> seats stand in each of <rows> rows.",
        says="hall = rows*seats",
    ),
    either(
        [
            fact(
                "Each time, <p>% of the seats are taken.",
                "Every evening, <p>% of the seats are sold.",
                says="guests = p/100*hall",
            )
        ],
        [
            fact(
                "Each time, <empty> seats stay empty.",
                "Every evening, all but <empty> seats are sold.",
                says="hall = guests + empty",
            )
        ],
    ),
    either(
        [
            ask(
                "How many tickets is that for all the concerts together?",
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
                        "How much money in dollars do all the concerts bring in?",
                        "How many dollars are paid for tickets on the whole tour?",
                        of="total",
                    )
                ],
                [
                    fact(
                        "The tour costs $<travel> for travel and $<hotel> for rooms.",
                        "Travel costs $<travel> in all, and rooms cost $<hotel>.",
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
                        "How many dollars are left of the ticket money of the whole tour?",
                        "How much money in dollars does the tour bring after rent?",
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
        "hall": ("The hall has @ seats.", "There are @ seats."),
        "guests": ("Each time, @ seats are taken.", "An evening has @ guests."),
        "people": ("On the whole tour, that is @ tickets.",),
        "evening": ("A concert brings in $@.",),
        "total": ("All concerts together bring in $@.",),
        "costs": ("Travel and rooms cost $@.",),
        "gain": ("After the costs, $@ is left.",),
        "net": ("After rent, $@ of a concert's money are left.",),
        "profit": ("On the whole tour, $@ is left.",),
    },
    need=("empty*2 < hall", "rent*2 < evening"),
    owners={"shows": "group"},
)

FAMILIES = (days_of_sales, concert_tour)
