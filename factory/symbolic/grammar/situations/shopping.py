"""Situations at a counter: paying for things and keeping to a budget."""

from itertools import permutations

from factory.symbolic.grammar.draws import count, dollars, money
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family
from factory.symbolic.grammar.words import SHOPS

_AISLES = tuple(
    (place, one, other, money(low, high), money(least, most))
    for place, goods in SHOPS.items()
    for (one, low, high), (other, least, most) in permutations(goods, 2)
)
"""A shop and two things that it sells, with their prices."""

_picks = fact(
    "At <place>, <who> picks out <several> <thing> that cost $<price> each.",
    "<who> stops at <place> for <several> <thing>, priced at $<price> each.",
    "The <thing> at <place> cost $<price> each, and <who> takes <several> of them.",
    "<who> carries <several> <thing> to the register of <place>. Each <thing.one> costs $<price>.",
    says="cost = several*price",
)
_adds = fact(
    "<who.He> also buys <more> <other> at $<their> each.",
    "<who> adds <more> <other>, which cost $<their> each.",
    "On the way to the register <who.he> takes <more> <other> as well, for $<their> each.",
    says="second = more*their; total = cost+second",
)
_pays = fact(
    "<who> hands over $<bill> in cash.",
    "<who.He> pays with $<bill> in cash.",
    "At the register <who> gives the cashier $<bill>.",
    says="change = bill-total",
)
_change = ask(
    "How much change in dollars does <who> get?",
    "How much money in dollars should <who> get back?",
    "How many dollars does the cashier give back to <who>?",
    of="change",
)

paying_at_a_counter = family(
    "paying_at_a_counter",
    either(
        [
            _picks,
            either(
                [_adds, _pays, _change],
                [
                    _adds,
                    fact(
                        "<who> came with $<cash> in cash.",
                        "At first, there was $<cash> in <who.his> wallet.",
                        "<who.He> brought $<cash> along.",
                        says="left = cash-total",
                    ),
                    ask(
                        "How much money in dollars is left in <who.his> wallet?",
                        "How much money in dollars does <who> take home?",
                        "How many dollars does <who> have left after paying?",
                        of="left",
                        kind="earned",
                        x="the money in <who.his> wallet",
                        who="who",
                    ),
                ],
                [
                    _adds,
                    ask(
                        "How much money in dollars does <who> spend there in all?",
                        "How many dollars does the whole purchase cost?",
                        "What is the total in dollars that <who> pays?",
                        of="total",
                        kind="paid",
                        x="this amount",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "<who.He> also buys <more> identical <other>.",
                        "<who> adds <more> <other>, and the price is the same for all the <other>.",
                        "Then <who.he> takes <more> identical <other> as well.",
                        says="second = more*their; total = cost+second",
                    ),
                    fact(
                        "<who> gives the cashier $<bill> and gets $<change> back.",
                        "For everything <who.he> hands over $<bill> and receives $<change> in "
                        "change.",
                        "After paying with $<bill> in cash, <who> holds $<change> in change.",
                        says="change = bill-total",
                    ),
                    ask(
                        "How many dollars does each <other.one> cost?",
                        "What is the price in dollars of each <other.one>?",
                        "How much money in dollars does <place> charge for each <other.one>?",
                        of="their",
                        kind="price",
                        x="the price of <other.a>",
                        who="who",
                    ),
                ],
                [
                    fact(
                        "<who.He> also takes some <other> at $<their> each and pays $<total> for "
                        "everything.",
                        "<who> adds some <other>, which cost $<their> each, and the total is "
                        "$<total>.",
                        "Then <who.he> takes some <other> for $<their> each. Altogether, "
                        "<who.he> pays $<total>.",
                        says="second = more*their; total = cost+second",
                    ),
                    ask(
                        "How many <other> does <who> buy?",
                        "How many <other> are in the purchase?",
                        "How many of the <other> does <who> take?",
                        of="more",
                    ),
                ],
            ),
        ],
        [
            fact(
                "At <place>, <thing> cost $<price> each. <who> buys some of them, and also <more> "
                "<other> at $<their> each.",
                "<who> buys <more> <other> at $<their> each at <place>, as well as some "
                "<thing> at $<price> each.",
                "<who>'s purchase at <place> is made up of <more> <other> for $<their> each and "
                "some <thing> for $<price> each.",
                says="second = more*their; cost = several*price; total = cost+second",
            ),
            fact(
                "<who.He> pays with $<bill> and gets $<change> back.",
                "The cashier takes $<bill> from <who.him> and returns $<change>.",
                "Of the $<bill> in <who.his> wallet, $<change> is left after paying.",
                says="change = bill-total",
            ),
            ask(
                "How many <thing> does <who> buy?",
                "How many <thing> are in the purchase?",
                "How many of the <thing> does <who> take home?",
                of="several",
            ),
        ],
    ),
    words={"who": PERSON},
    rows={"place,thing,other,price,their": _AISLES},
    draws={
        "several": count(2, 9),
        "more": count(2, 8),
        "bill": dollars("total+1", "total+10", 10),
        "cash": dollars("total+2", "total+60", 10),
    },
    units={
        "several": "item",
        "more": "item",
        "price": "dollar/item",
        "their": "dollar/item",
        "cost": "dollar",
        "second": "dollar",
        "total": "dollar",
        "bill": "dollar",
        "change": "dollar",
        "cash": "dollar",
        "left": "dollar",
    },
    lines={
        "cost": ("The <thing> cost $@.", "For the <thing>, <who> pays $@."),
        "second": ("The <other> cost $@.", "For the <other>, <who> pays $@."),
        "total": ("The total is $@.", "The whole purchase costs $@."),
        "change": ("<who> gets $@ back.", "The change is $@."),
        "left": ("That leaves $@ for <who>.", "<who> has $@ left."),
        "their": ("So each <other.one> costs $@.", "The price of each <other.one> is $@."),
        "more": ("That is the price of @ <other>.", "So <who> buys @ <other>."),
        "several": ("That is the price of @ <thing>.", "So <who> buys @ <thing>."),
    },
    need=("price != their",),
    owners={"several": "who", "total": "who", "bill": "who", "change": "who", "left": "who"},
)

_WHOLE = tuple(
    (place, one, other, dollars(low, high), dollars(least, most))
    for place, goods in SHOPS.items()
    if place != "the pet store"
    for (one, low, high), (other, least, most) in permutations(goods, 2)
)
"""The same at prices without cents, where a group may buy things."""

_GROUPS = (
    "the youth center",
    "the summer camp",
    "the village school",
    "the community center",
    "the after-school club",
    "the scout troop",
)

_purse = fact(
    "<who> may spend $<purse> at <place> for <club>.",
    "For <club>, <who> has $<purse> to spend at <place>.",
    "<club.Up> gives <who> $<purse> for a purchase at <place>.",
)

budget = family(
    "budget",
    either(
        [
            _purse,
            fact(
                "<who.He> needs <several> <thing> at $<price> each and spends all that remains on "
                "<other>, which cost $<each> each.",
                "<who> buys <several> <thing> for $<price> each. With everything left over "
                "<who.he> gets <other> for $<each> each.",
                "First <who.he> takes <several> <thing> at $<price> each. The rest of the money "
                "is all spent on <other> at $<each> each.",
                says="cost = several*price; left = purse-cost; left = got*each",
            ),
            ask(
                "How many <other> does <who> buy?",
                "How many <other> can <who> get for the rest of the money?",
                "For how many <other> is the rest of the money enough?",
                of="got",
            ),
        ],
        [
            _purse,
            fact(
                "<who.He> buys <several> <thing> at $<price> each and <got> <other> at $<each> "
                "each.",
                "On <who.his> list are <several> <thing> for $<price> each and <got> <other> for "
                "$<each> each, and <who.he> buys everything on it.",
                "<who.He> gets <got> <other> for $<each> each and <several> <thing> for $<price> "
                "each.",
                says="cost = several*price; next = got*each; total = cost+next; "
                "spare = purse-total",
            ),
            ask(
                "How much of the money is left, in dollars?",
                "How many dollars does <who> not spend?",
                of="spare",
            ),
        ],
        [
            _purse,
            fact(
                "<who.He> spends all of it on <several> <thing> at $<price> each and on <got> "
                "<other>, all of them alike.",
                "<who.He> takes <several> <thing> for $<price> each, and the rest of the money "
                "pays exactly for <got> identical <other>.",
                "After buying <several> <thing> for $<price> each, <who.he> spends all the rest on "
                "<got> identical <other>.",
                says="cost = several*price; left = purse-cost; left = got*each",
            ),
            ask(
                "How many dollars does each <other.one> cost?",
                "What is the price in dollars of <other.a>?",
                of="each",
                kind="price",
                x="the price of <other.a>",
                who="who",
            ),
        ],
        [
            fact(
                "For <club>, <who> buys <several> <thing> at $<price> each at <place>. All the "
                "rest of <club>'s money is spent on <got> <other> at $<each> each.",
                "At <place>, <who> spends the money from <club> to the last dollar. It pays for "
                "<several> <thing> at $<price> each and <got> <other> at $<each> each.",
                "With the money that <club> set aside, <who> buys <several> <thing> at $<price> "
                "each and <got> <other> at $<each> each at <place>, and nothing is left.",
                says="cost = several*price; left = got*each; purse = cost+left",
            ),
            ask(
                "How many dollars did <who> have to begin with?",
                "How many dollars did <club> give <who>?",
                of="purse",
            ),
        ],
    ),
    words={"who": PERSON, "club": _GROUPS},
    rows={"place,thing,other,price,each": _WHOLE},
    draws={"several": count(3, 12), "got": count(2, 12), "spare": dollars(3, 60)},
    units={
        "purse": "dollar",
        "several": "item",
        "price": "dollar/item",
        "each": "dollar/item",
        "got": "item",
        "cost": "dollar",
        "next": "dollar",
        "total": "dollar",
        "spare": "dollar",
        "left": "dollar",
    },
    lines={
        "cost": ("The <thing> cost $@.", "For the <thing>, <who> pays $@."),
        "next": ("The <other> cost $@.", "For the <other>, <who> pays $@."),
        "total": ("Everything together costs $@.", "Altogether, <who> pays $@."),
        "spare": ("That leaves $@.", "<who> has $@ left."),
        "left": ("For the <other>, <who> spends $@.", "The <other> cost $@."),
        "got": ("That is enough for @ <other>.", "That buys @ <other>."),
        "each": ("So each <other.one> costs $@.", "The price of each is $@."),
        "purse": ("Altogether, <who> had $@.", "In all, that is $@."),
    },
    owners={"purse": "who", "several": "who", "got": "who", "spare": "who"},
)

FAMILIES = (paying_at_a_counter, budget)
