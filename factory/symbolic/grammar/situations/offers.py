"""Costs put together and compared: a trip that is shared, an order at two sellers."""

from itertools import permutations

from factory.symbolic.grammar.draws import (
    dollars,
    money,
    percent,
    plain,
)
from factory.symbolic.grammar.family import PERSON, any_order, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS, SHOPS

_bus = fact(
    "The bus for everyone costs $<bus>.",
    "Renting a bus costs $<bus>.",
    "A bus company asks for $<bus> for the ride there and back.",
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
        "From <club>, <kids> children and <adults> adults travel to <goal>.",
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
                        "A bake sale has brought in $<fund> for the trip.",
                        "The town pays $<fund> of the costs.",
                        "A sponsor covers $<fund>.",
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
                                "How much money in dollars does each of them pay?",
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
                "For everybody, <what> and the ride there cost $<total> in all, and the bus alone "
                "costs $<bus>.",
                "The bill for the trip is $<total>, of which $<bus> is for the bus and the rest is "
                "for <what>.",
                says="total = tickets + bus",
            ),
            fact(
                "For a child, <what> costs $<young>. All adults pay the same price.",
                "A child pays $<young> for <what>, and all adults pay the same price.",
                "The price of <what> is $<young> for a child and somewhat higher for an adult.",
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
                "Last year the tickets were $<before> in all.",
                "A year ago, tickets for the same trip cost $<before> in all.",
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
        "kids": plain(12, 45),
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
        "first": ("The children's tickets cost $@.", "For the children, that is $@."),
        "second": ("The adults' tickets cost $@.", "For the adults, that is $@."),
        "tickets": ("All tickets cost $@.", "The tickets come to $@."),
        "total": ("With the bus, the trip costs $@.",),
        "rest": ("After that, $@ have to be paid.",),
        "all": ("@ travelers share the costs.",),
        "share": ("Each of them pays $@.",),
        "old": ("An adult pays $@.",),
        "rise": ("The difference is $@.",),
    },
    need=("young < old", "fund*2 < total"),
    within={"fund": (20, 500)},
)

_AISLES = tuple(
    (place, one, other, money(low, high), money(least, most))
    for place, goods in SHOPS.items()
    for (one, low, high), (other, least, most) in permutations(goods, 2)
)

_here = fact(
    "At <place>, <thing> cost $<x> each and <other> cost $<y> each.",
    "<place.Up> asks for $<x> for <thing.a> and $<y> for <other.a>.",
    "In the window of <place>, <thing.a> is marked $<x> and <other.a> $<y>.",
    says="one = a*x; two = b*y; shop = one + two",
)

_order = fact(
    "<who> needs <a> <thing> and <b> <other> for <club>.",
    "For <club>, <who> has to order <a> <thing> and <b> <other>.",
    "<club.Up> asks <who> to get <a> <thing> and <b> <other>.",
)

comparing_offers = family(
    "comparing_offers",
    _order,
    _here,
    either(
        [
            fact(
                "An online seller is <off>% cheaper for the whole order but takes $<post> for "
                "delivery.",
                "On the internet, all of this costs <off>% less, but delivery costs $<post>.",
                "A catalog offers the same order for <off>% less, plus $<post> for delivery.",
                says="cut = off/100*shop; shop = cut + goods; sent = goods + post",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does the order cost with delivery?",
                        "How many dollars is the order when it is delivered?",
                        of="sent",
                        kind="paid",
                        x="the price of the order with delivery",
                        who="who",
                    )
                ],
                [
                    ask(
                        "How many dollars does <who> save by having the order delivered?",
                        "By how many dollars is the delivered order cheaper?",
                        of="saved",
                    )
                ],
            ),
        ],
        [
            fact(
                "A wholesaler sells the whole order as a set for $<set>.",
                "As a set, a wholesaler offers all of it for $<set>.",
                "A wholesaler's price for everything together is $<set>.",
                says="shop = set + gap",
            ),
            ask(
                "How many dollars does <who> save with the set?",
                "How much money in dollars is the set cheaper than buying at <place>?",
                of="gap",
            ),
        ],
        [
            fact(
                "For so large an order, <place> takes off $<less> and adds nothing for delivery.",
                "<place.Up> lowers the bill by $<less>, because it is a large order.",
                says="shop = less + due",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> pay?",
                        "How much money in dollars does <who> pay in the end?",
                        of="due",
                        kind="paid",
                        x="the money that <who> pays",
                        who="who",
                    )
                ],
                [
                    fact(
                        "Another shop sells the same order for $<rival>.",
                        "At another shop, the same order costs $<rival>.",
                        says="rival = due + gain",
                    ),
                    ask(
                        "By how many dollars is the other shop more expensive?",
                        "How many dollars more would <who> pay at the other shop?",
                        of="gain",
                    ),
                ],
            ),
        ],
    ),
    says="shop = sent + saved",
    words={"who": PERSON, "club": CLUBS},
    rows={"place,thing,other,x,y": _AISLES},
    draws={
        "a": plain(6, 24),
        "b": plain(5, 20),
        "off": percent(10, 30),
        "post": dollars(5, "off*shop/100-2"),
        "set": dollars("shop/2+5", "shop-6"),
        "less": dollars(5, "shop/4"),
        "rival": dollars("due+4", "due+40"),
    },
    units={
        "a": "piece",
        "b": "piece",
        "x": "dollar/piece",
        "y": "dollar/piece",
        "one": "dollar",
        "two": "dollar",
        "shop": "dollar",
        "off": "%",
        "cut": "dollar",
        "goods": "dollar",
        "post": "dollar",
        "sent": "dollar",
        "saved": "dollar",
        "set": "dollar",
        "gap": "dollar",
        "less": "dollar",
        "due": "dollar",
        "rival": "dollar",
        "gain": "dollar",
    },
    lines={
        "one": ("At <place>, the <thing> cost $@.",),
        "two": ("The <other> cost $@ there.",),
        "shop": ("Together, that is $@ at <place>.", "At <place>, the whole order is $@."),
        "cut": ("The other seller takes off $@.", "That is $@ less."),
        "goods": ("There, the order costs $@.",),
        "sent": ("With delivery, that is $@.",),
        "saved": ("Having it delivered saves $@.",),
        "gap": ("The set saves $@.",),
        "due": ("<who> pays $@ at <place>.",),
        "gain": ("The difference is $@.",),
    },
    need=("post < 41",),
    within={"shop": (30, 900)},
)

FAMILIES = (group_outing, comparing_offers)
