"""Situations of seats in a hall: rows, empty seats, money paid."""

from factory.symbolic.grammar.draws import dollars, money, part, plain
from factory.symbolic.grammar.family import Either, ask, either, fact, family

_HALLS = (
    "a theater",
    "a festival hall",
    "a concert hall",
    "a school auditorium",
    "an opera house",
    "a town hall",
)
_EVENINGS = ("concert", "talent show", "prize ceremony", "debate", "charity gala", "magic show")

_rows = fact(
    "<hall.Up> has <rows> rows of <each> seats on the ground floor and <high> rows of <seats> "
    "seats in the balcony.",
    "On the ground floor of <hall> there are <rows> rows with <each> seats in each. The balcony "
    "has <high> rows with <seats> seats in each.",
    "Visitors to <hall> sit in <rows> rows of <each> seats downstairs or in <high> rows of "
    "<seats> seats in the balcony.",
    says="low = rows*each; top = high*seats",
)
_empty = fact(
    "For <show.a>, <empty> seats stay empty.",
    "Tonight there is <show.a>, and <empty> seats are not taken.",
    "When <show.a> begins, all but <empty> seats are taken.",
    says="taken = total-empty",
)


def _and_costs(money: str, cost: str, left: str) -> Either:
    """What is asked of the ticket money: all of it, or what the costs leave of it."""
    return either(
        [
            ask(
                "How much money in dollars do the guests pay in all?",
                "How many dollars do the guests pay for their tickets altogether?",
                of=money,
            ),
        ],
        [
            fact(
                f"From the ticket money, the organizers pay $<{cost}> for the evening.",
                f"The evening costs the organizers $<{cost}>, which they pay from the ticket "
                "money.",
                f"Of the money for the tickets, the organizers spend $<{cost}> on the <show>.",
                says=f"{money} = {cost} + {left}",
            ),
            ask(
                "How much of the ticket money, in dollars, is left?",
                "How many dollars of the ticket money do the organizers have left?",
                of=left,
            ),
        ],
    )


rows_of_seats = family(
    "rows_of_seats",
    either(
        [
            _rows,
            either(
                [
                    ask(
                        "How many more seats are there on the ground floor than in the balcony?",
                        "How many fewer seats does the balcony have than the ground floor?",
                        of="more",
                    ),
                ],
                [
                    fact(
                        "A seat on the ground floor costs $<below>, and a seat in the balcony "
                        "costs $<above>. For <show.a>, every seat is sold.",
                        "Every seat is sold for <show.a>, at $<below> for each seat on the ground "
                        "floor and $<above> for each seat in the balcony.",
                        "Tickets for <show.a> cost $<below> for the ground floor and $<above> for "
                        "the balcony, and not a single seat stays empty.",
                        says="first = low*below; next = top*above; sales = first+next",
                    ),
                    _and_costs("sales", "costs", "profit"),
                ],
                [
                    _empty,
                    either(
                        [
                            ask(
                                "How many seats are taken?",
                                "How many seats are taken during the <show>?",
                                "How many visitors have a seat at the <show>?",
                                of="taken",
                                kind="riders",
                                x="the visitors at the <show>",
                            ),
                        ],
                        [
                            fact(
                                "Every guest pays $<price>.",
                                "A ticket for the <show> costs $<price>.",
                                "For each of the taken seats, the price is $<price>.",
                                says="paid = taken*price",
                            ),
                            _and_costs("paid", "spent", "over"),
                        ],
                    ),
                ],
                [
                    fact(
                        "For <show.a>, exactly <k> of all the seats stay empty.",
                        "Tonight there is <show.a>, and <k> of the seats are not taken.",
                        "When <show.a> begins, <k> of all the seats are empty.",
                        says="unsold = total/k; taken = total-unsold",
                    ),
                    ask(
                        "How many seats are taken?",
                        "How many visitors have a seat at the <show>?",
                        of="taken",
                        kind="riders",
                        x="the visitors at the <show>",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<hall.Up> has <total> seats in all. On the ground floor there are <rows> rows of "
                "<each> seats. All other seats are in the balcony, in rows of <seats>.",
                "In <hall> with <total> seats, there are <rows> rows of <each> seats downstairs. "
                "The balcony has all the others, with <seats> seats in each row.",
                "Of the <total> seats in <hall>, some are on the ground floor, in <rows> rows of "
                "<each>. The rest are in the balcony, in rows of <seats>.",
                says="low = rows*each; top = high*seats",
            ),
            ask(
                "How many rows of seats does the balcony have?",
                "How many rows are there in the balcony?",
                of="high",
            ),
        ],
        [
            fact(
                "<hall.Up> has <rows> rows of <each> seats on the ground floor. In the balcony "
                "there are <high> rows, all of the same length.",
                "On the ground floor of <hall> there are <rows> rows with <each> seats in each. "
                "The balcony has <high> rows, and these all have the same number of seats.",
                "Visitors to <hall> sit in <rows> rows of <each> seats downstairs or in <high> "
                "equally long rows in the balcony.",
                says="low = rows*each; top = high*seats",
            ),
            fact(
                "When every seat is taken, there are <total> people in the audience.",
                "Altogether, there are <total> seats.",
                "The ground floor and the balcony have <total> seats together.",
            ),
            ask(
                "How many seats does each row in the balcony have?",
                "How many seats are there in each row of the balcony?",
                of="seats",
            ),
        ],
    ),
    words={"hall": _HALLS, "show": _EVENINGS},
    draws={
        "rows": plain(10, 30),
        "each": plain(14, 40),
        "high": plain(3, 9),
        "seats": plain(10, 30),
        "empty": plain(8, 120),
        "price": money(5, 16),
        "below": dollars(10, 20),
        "above": dollars(5, 14),
        "k": part(3, 5),
        "costs": dollars("sales/5", "sales/2", 50),
        "spent": dollars("paid/5", "paid/2", 50),
    },
    units={
        "rows": "row",
        "each": "seat/row",
        "high": "row",
        "seats": "seat/row",
        "low": "seat",
        "top": "seat",
        "more": "seat",
        "total": "seat",
        "empty": "seat",
        "unsold": "seat",
        "taken": "seat",
        "price": "dollar/seat",
        "below": "dollar/seat",
        "above": "dollar/seat",
        "first": "dollar",
        "next": "dollar",
        "sales": "dollar",
        "paid": "dollar",
        "costs": "dollar",
        "spent": "dollar",
        "profit": "dollar",
        "over": "dollar",
        "k": "1",
    },
    lines={
        "low": ("The ground floor has @ seats.", "Downstairs there are @ seats."),
        "top": ("The balcony has @ seats.", "In the balcony there are @ seats."),
        "more": ("Downstairs there are @ more seats.", "The difference is @ seats."),
        "total": ("In all there are @ seats.", "Together that makes @ seats."),
        "taken": ("The number of taken seats is @.", "That leaves @ seats that are taken."),
        "first": ("The seats on the ground floor cost $@ in all.",),
        "next": ("The seats in the balcony cost $@ in all.",),
        "sales": ("Together that is $@.", "In all the guests pay $@."),
        "paid": ("The guests pay $@.", "In all, the guests pay $@."),
        "profit": ("The organizers have $@ left.", "That leaves $@."),
        "over": ("The organizers have $@ left.", "That leaves $@."),
        "unsold": ("So @ seats stay empty.", "Of all the seats, @ are empty."),
        "high": ("The balcony has @ rows.", "These seats fill @ rows."),
        "seats": ("Each row in the balcony has @ seats.",),
    },
    need=("above < below",),
    says="more = low-top; total = low+top",
    owners={"rows": "hall", "total": "hall"},
)

FAMILIES = (rows_of_seats,)
