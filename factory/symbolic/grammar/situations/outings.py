"""Trips of a group with a bus and tickets."""

from factory.symbolic.grammar.draws import (
    dollars,
    plain,
)
from factory.symbolic.grammar.family import any_order, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS

_bus = fact(
    "The bus costs $<bus> in all.",
    "Renting a bus costs $<bus>.",
    "For the ride there and back, a bus company charges $<bus> in all.",
    says="total = tickets + bus",
)

_prices = fact(
    "The price of <what> is $<young> for a child and $<old> for an adult.",
    "For <what>, children pay $<young> each and adults pay $<old> each.",
    "At the gate, <what> costs $<young> for a child and $<old> for an adult.",
    says="first = kids*young; second = adults*old; tickets = first + second",
)

group_outing = family(
    "group_outing",
    fact(
        "<club.Up> plans a day at <goal> with <kids> children and <adults> adults.",
        "For a trip of <club> to <goal>, <kids> children and <adults> adults sign up.",
        "A group of <kids> children and <adults> adults from <club> travels to <goal>.",
    ),
    either(
        [
            any_order(_prices, _bus),
            either(
                [
                    ask(
                        "How much money in dollars does the whole trip cost?",
                        "How many dollars do the bus and the tickets cost together?",
                        of="total",
                    )
                ],
                [
                    fact(
                        "A bake sale has raised $<fund> for the trip.",
                        "The town pays $<fund> of the costs.",
                        "A sponsor gives $<fund> toward the trip.",
                        says="total = fund + rest",
                    ),
                    either(
                        [
                            ask(
                                "How much money in dollars is still missing for the trip?",
                                "How many dollars of the costs are still to be paid?",
                                of="rest",
                            )
                        ],
                        [
                            fact(
                                "The rest is divided equally among all who travel, young and old.",
                                "What remains to be paid is shared equally by everyone on the "
                                "trip.",
                                says="all = kids + adults; rest = all*share",
                            ),
                            ask(
                                "How much money in dollars does each traveler pay?",
                                "How many dollars does each person on the trip pay?",
                                of="share",
                            ),
                        ],
                    ),
                ],
            ),
        ],
        [
            fact(
                "For the whole group, the tickets and the bus cost $<total> in all, and the "
                "bus alone costs $<bus>.",
                "The bill for the trip is $<total>, of which $<bus> is for the bus and the rest is "
                "for the tickets of the whole group.",
                says="total = tickets + bus",
            ),
            fact(
                "For a child, <what> costs $<young>. Adults pay more, and each adult pays the "
                "same amount.",
                "A child pays $<young> for <what>. An adult pays more, and the price is the "
                "same for all adults.",
                "The price of <what> is $<young> for each child, and all adults pay a higher "
                "price, the same for each.",
                says="first = kids*young; tickets = first + second; second = adults*old",
            ),
            ask(
                "How many dollars does an adult pay for <what>?",
                "How much money in dollars does <what> cost for an adult?",
                of="old",
            ),
        ],
        [
            _prices,
            fact(
                "Last year, the tickets for the same trip cost $<before> in all.",
                "A year ago, <club> paid $<before> for the tickets for the same trip.",
                says="tickets = before + rise",
            ),
            ask(
                "How many dollars more do the tickets cost this year?",
                "By how many dollars has the cost of the tickets gone up?",
                of="rise",
            ),
        ],
    ),
    words={"club": CLUBS},
    rows={
        "goal,what": (
            ("a water park", "entry"),
            ("an observatory", "entry"),
            ("a castle", "a guided tour"),
            ("a salt mine", "a guided tour"),
            ("a wildlife park", "entry"),
            ("a ropes course", "a day ticket"),
            ("a science museum", "a day ticket"),
        )
    },
    draws={
        "kids": plain(12, 40),
        "adults": plain(2, 9),
        "young": dollars(4, 14),
        "old": dollars(9, 24),
        "bus": dollars(150, 480, 5),
        "share": dollars(4, 20),
        "fund": dollars(60, 300),
        "rise": dollars(15, 120),
    },
    units={
        "kids": "person",
        "adults": "person",
        "young": "dollar/person",
        "old": "dollar/person",
        "first": "dollar",
        "second": "dollar",
        "tickets": "dollar",
        "bus": "dollar",
        "total": "dollar",
        "fund": "dollar",
        "rest": "dollar",
        "all": "person",
        "share": "dollar/person",
        "before": "dollar",
        "rise": "dollar",
    },
    lines={
        "first": ("The children's tickets cost $@.",),
        "second": ("The adults' tickets cost $@.",),
        "tickets": ("All tickets cost $@.", "Together, the tickets cost $@."),
        "total": ("With the bus, the trip costs $@.",),
        "rest": ("There is $@ still to be paid.",),
        "all": ("@ travelers share the costs.",),
        "share": ("Each traveler pays $@.",),
        "old": ("An adult pays $@.",),
        "rise": ("The increase is $@.",),
    },
    need=("young < old", "fund*2 < total", "kids <= 10*adults"),
    within={"fund": (20, 500)},
)

FAMILIES = (group_outing,)
