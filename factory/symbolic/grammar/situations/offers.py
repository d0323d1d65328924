"""An order at a shop and what others ask for it."""

from itertools import permutations

from factory.symbolic.grammar.draws import (
    dollars,
    money,
    percent,
    plain,
)
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import CLUBS, SHOPS

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
                        "How many dollars does the delivered order cost?",
                        of="sent",
                        kind="due",
                        x="this amount",
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
                "How many dollars does <who> save by buying from the wholesaler?",
                "By how many dollars is the wholesaler cheaper than <place>?",
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
                        kind="due",
                        x="this amount",
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
        "gap": ("The wholesaler is cheaper by $@.",),
        "due": ("<who> pays $@ at <place>.",),
        "gain": ("The difference is $@.",),
    },
    need=("post < 41",),
    within={"shop": (30, 900)},
    owners={"a": "who", "saved": "who", "due": "who", "gain": "who"},
)

FAMILIES = (comparing_offers,)
