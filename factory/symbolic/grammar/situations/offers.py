"""An order at a shop and what others ask for it."""

from itertools import permutations

from factory.symbolic.grammar.draws import (
    dollars,
    money,
    percent,
    plain,
)
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import SHOPS

_BUYERS = {
    "the stationery store": "the school office",
    "the farm stand": "the summer camp",
    "the bakery": "the youth center",
    "the hardware store": "the community center",
    "the garden center": "the gardening club",
    "the museum shop": "the history club",
    "the pet store": "the animal shelter",
    "the craft store": "the art class",
}
"""By shop, who may well need what it sells."""

_AISLES = tuple(
    (club, place, one, other, money(low, high), money(least, most))
    for place, club in _BUYERS.items()
    for (one, low, high), (other, least, most) in permutations(SHOPS[place], 2)
)

_here = fact(
    "At <place>, <thing> cost $<x> each, and <other> cost $<y> each.",
    "<place.Up> charges $<x> for <thing.a> and $<y> for <other.a>.",
    "<thing.A> costs $<x> at <place>, and <other.a> costs $<y> there.",
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
                "<who> orders everything from a supplier in the city, where the goods are <off>% "
                "cheaper but delivery costs $<post>.",
                "<who> has all of this sent by a supplier for <off>% less than at <place>, but "
                "pays $<post> for delivery.",
                "A supplier in the city sells the same things for <off>% less, and <who> orders "
                "everything there. Delivery costs $<post>.",
                says="cut = off/100*shop; shop = cut + goods; sent = goods + post",
            ),
            either(
                [
                    ask(
                        "How much money in dollars does the order cost with delivery?",
                        "How many dollars does <who> pay for the order, delivery included?",
                        of="sent",
                    )
                ],
                [
                    ask(
                        "How many dollars does <who> save by having the order delivered?",
                        "By how many dollars is the delivered order cheaper than the same order "
                        "at <place>?",
                        of="saved",
                    )
                ],
            ),
        ],
        [
            fact(
                "A wholesaler sells all of these things together for $<set>.",
                "At a wholesaler, everything together costs $<set>.",
                "A wholesaler's price for the whole order is $<set>.",
                says="shop = set + gap",
            ),
            ask(
                "How many dollars does <who> save by buying from the wholesaler?",
                "By how many dollars is the wholesaler cheaper than <place>?",
                of="gap",
            ),
        ],
        [
            fact(
                "Because the order is large, <place> takes $<less> off the bill.",
                "<place.Up> lowers the bill by $<less> because the order is large.",
                says="shop = less + due",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> pay at <place>?",
                        "How much money in dollars does <who> pay in the end?",
                        of="due",
                    )
                ],
                [
                    fact(
                        "Another store sells the same things for $<rival> in all.",
                        "At another store, the same order costs $<rival>.",
                        says="rival = due + gain",
                    ),
                    ask(
                        "By how many dollars is the other store more expensive?",
                        "How many dollars more would <who> pay at the other store?",
                        of="gain",
                    ),
                ],
            ),
        ],
    ),
    says="shop = sent + saved",
    words={"who": PERSON},
    rows={"club,place,thing,other,x,y": _AISLES},
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
        "two": ("The <other> cost $@ there.", "At <place>, the <other> cost $@."),
        "shop": (
            "Together, everything costs $@ at <place>.",
            "At <place>, the whole order costs $@.",
        ),
        "cut": ("The supplier asks for $@ less.", "From the supplier, the goods are $@ cheaper."),
        "goods": ("Without delivery, the supplier asks for $@.",),
        "sent": ("With delivery, the supplier gets $@.",),
        "saved": ("Having it delivered saves $@.",),
        "gap": ("The wholesaler is cheaper by $@.",),
        "due": ("<who> pays $@ at <place>.",),
        "gain": ("The difference is $@.",),
    },
    need=("post < 41",),
    within={"shop": (30, 900)},
    owners={"a": "who", "saved": "who", "due": "who", "gain": "who"},
)

FAMILIES = (comparing_offers,)
