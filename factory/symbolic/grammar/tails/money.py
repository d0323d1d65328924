"""What can become of money: money that is paid, money that somebody gets, and prices."""

from factory.symbolic.grammar.draws import count, divisor, dollars, percent
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_FRIENDS = ("friend/friends", "cousin/cousins", "neighbor/neighbors", "classmate/classmates")
_WISHES = (
    "bicycle",
    "tent",
    "keyboard",
    "telescope",
    "desk",
    "camera",
    "guitar",
    "bookcase",
    "sewing machine",
    "violin",
)
_SMALL_BUYS = (
    "a bus pass",
    "new shoes",
    "a concert ticket",
    "a cookbook",
    "a birthday present",
    "groceries",
    "a rain jacket",
    "a board game",
)

pays_with_a_bill = family(
    "pays_with_a_bill",
    fact(
        "<who> <hands|handed> over $<bill> and <gets|got> the rest back as change.",
        "To pay, <who> <gives|gave> the cashier $<bill>.",
        "Before paying, <who> <has|had> $<bill> in <who.his> wallet.",
        says="bill = a + change",
    ),
    ask(
        "How many dollars <does|did> <who> have after paying?",
        "How much money in dollars <is|was> left for <who> after paying?",
        of="change",
        kind="earned",
        x="the money that <who> <has|had> left",
        who="who",
    ),
    on="paid",
    draws={"bill": dollars("a+1", "2*a+20", 10)},
    units={"a": "dollar", "bill": "dollar", "change": "dollar"},
    lines={"change": ("After paying, <who> <has|had> $@.", "<who> <keeps|kept> $@ after paying.")},
    within={"a": (3, 2000)},
)

splits_the_cost = family(
    "splits_the_cost",
    fact(
        "<who> <is|was> in a group of <k> <c> who <share|shared> this cost equally.",
        "<who> <does|did> not pay it all alone: in a group of <k> <c>, each <pays|paid> the same.",
        says="a = k*each",
    ),
    ask(
        "How much money in dollars <does|did> each of them pay?",
        "How many dollars <does|did> each <c.one> in the group pay?",
        of="each",
        kind="share",
        x="the share of each <c.one>",
    ),
    on="paid",
    words={"c": _FRIENDS},
    draws={"k": divisor("a", 3, 9)},
    units={"a": "dollar", "k": "person", "each": "dollar/person"},
    lines={"each": ("Each of them <pays|paid> $@.", "The share of each <is|was> $@.")},
    within={"a": (12, 3000)},
)

uses_a_coupon = family(
    "uses_a_coupon",
    fact(
        "<who> also <has|had> a coupon that <takes|took> $<off> off this amount.",
        "A coupon <lowers|lowered> this amount by $<off>.",
        "From this amount, $<off> <is|was> taken off, since <who> <uses|used> a gift card.",
        says="a = due + off",
    ),
    ask(
        "How many dollars <does|did> <who> still have to pay?",
        "How much money in dollars <does|did> <who> pay in the end?",
        of="due",
        kind="paid",
        x="the money that <who> <pays|paid> in the end",
        who="who",
    ),
    on="paid",
    draws={"off": dollars(3, "a/2", 1)},
    units={"a": "dollar", "off": "dollar", "due": "dollar"},
    lines={"due": ("<who> still <has|had> to pay $@.", "In the end <who> <pays|paid> $@.")},
    within={"a": (10, 3000)},
)

with_sales_tax = family(
    "with_sales_tax",
    fact(
        "A sales tax of <p>% <is|was> added to this amount.",
        "On top of this amount <comes|came> a sales tax of <p>%.",
        says="tax = p/100*a; gross = a + tax",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> <who> pay with the tax?",
                "How much money in dollars <does|did> <who> pay, tax included?",
                of="gross",
                kind="paid",
                x="the money that <who> <pays|paid> with the tax",
                who="who",
            )
        ],
        [
            ask(
                "How many dollars <is|was> the tax?",
                "How much tax in dollars <is|was> added?",
                of="tax",
            )
        ],
    ),
    on="paid",
    draws={"p": percent(4, 12, 2)},
    units={"a": "dollar", "p": "%", "tax": "dollar", "gross": "dollar"},
    lines={
        "tax": ("The tax <is|was> $@.", "A tax of <p>% <comes|came> to $@."),
        "gross": ("With the tax, <who> <pays|paid> $@.", "Tax included, that <is|was> $@."),
    },
    within={"a": (20, 3000)},
)

saves_a_share = family(
    "saves_a_share",
    fact(
        "<who> <puts|put> <p>% of <x> into a savings account.",
        "Of <x>, <who> <saves|saved> <p>%.",
        says="saved = p/100*a; a = saved + rest",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> <who> save?",
                "How much money in dollars <goes|went> into savings?",
                of="saved",
                kind="earned",
                x="the money that <who> <saves|saved>",
                who="who",
            )
        ],
        [
            ask(
                "How many dollars <does|did> <who> not save?",
                "How much money in dollars <is|was> left for other things?",
                of="rest",
                kind="earned",
                x="the money that <who> <does|did> not save",
                who="who",
            )
        ],
    ),
    on="earned",
    draws={"p": percent(10, 60)},
    units={"a": "dollar", "p": "%", "saved": "dollar", "rest": "dollar"},
    lines={
        "saved": ("<who> <saves|saved> $@.", "Savings of <p>% <are|were> $@."),
        "rest": ("$@ <is|was> left for other things.", "That <leaves|left> $@."),
    },
    within={"a": (10, 20000)},
)

spends_some = family(
    "spends_some",
    fact(
        "Of <x>, <who> <spends|spent> $<k> on <thing>.",
        "<who> <pays|paid> for <thing> with $<k> of <x>.",
        "From <x>, $<k> <goes|went> toward <thing>.",
        says="a = k + left",
    ),
    ask(
        "How many dollars <are|were> left then?",
        "How much of it, in dollars, <is|was> left after that?",
        of="left",
        kind="earned",
        x="the money that <is|was> left",
        who="who",
    ),
    on="earned",
    words={"thing": _SMALL_BUYS},
    draws={"k": dollars(5, "2*a/3", 1)},
    units={"a": "dollar", "k": "dollar", "left": "dollar"},
    lines={"left": ("$@ <is|was> left.", "After that, <who> <has|had> $@.")},
    within={"a": (15, 400)},
)

divides_the_money = family(
    "divides_the_money",
    fact(
        "<who> <divides|divided> <x> equally among <k> <c>.",
        "<x.Up> <is|was> split evenly among <k> <c>.",
        says="a = k*each",
    ),
    ask(
        "How many dollars <does|did> each <c.one> get?",
        "How much money in dollars <goes|went> to each <c.one>?",
        of="each",
        kind="share",
        x="the share of each <c.one>",
    ),
    on="earned",
    words={
        "c": ("niece/nieces", "grandchild/grandchildren", "charity/charities", "cousin/cousins")
    },
    draws={"k": divisor("a", 2, 8)},
    units={"a": "dollar", "k": "receiver", "each": "dollar/receiver"},
    lines={"each": ("Each <c.one> <gets|got> $@.", "That <is|was> $@ for each <c.one>.")},
    within={"a": (12, 5000)},
)

toward_a_goal = family(
    "toward_a_goal",
    fact(
        "<who> <wants|wanted> to buy <thing.a> for $<goal> and <puts|put> <x> toward it.",
        "<x.Up> <is|was> meant for <thing.a> that <costs|cost> $<goal>.",
        "With <x>, <who> <hopes|hoped> to buy <thing.a>, but the price <is|was> $<goal>.",
        says="goal = a + missing",
    ),
    ask(
        "How many more dollars <does|did> <who> need for the <thing>?",
        "How much money in dollars <is|was> still missing for the <thing>?",
        of="missing",
        kind="missing",
        x="the money that <is|was> missing",
        who="who",
    ),
    on="earned",
    words={"thing": _WISHES},
    draws={"goal": dollars("a+15", "a+240", 5)},
    units={"a": "dollar", "goal": "dollar", "missing": "dollar"},
    lines={"missing": ("$@ <is|was> still missing.", "<who> <needs|needed> $@ more.")},
    within={"a": (20, 500)},
)

saves_up_the_rest = family(
    "saves_up_the_rest",
    fact(
        "To get <x>, <who> <saves|saved> $<k> a week.",
        "<who> <puts|put> aside $<k> every week until <x> <is|was> there.",
        says="a = k*weeks",
    ),
    ask(
        "How many weeks <does|did> that take?",
        "For how many weeks <does|did> <who> have to save?",
        of="weeks",
    ),
    on="missing",
    draws={"k": divisor("a", 4, 40)},
    units={"a": "dollar", "k": "dollar/week", "weeks": "week"},
    lines={"weeks": ("That <takes|took> @ weeks.", "<who> <has|had> to save for @ weeks.")},
    within={"weeks": (2, 40)},
)

price_cut = family(
    "price_cut",
    fact(
        "Later, <x> <is|was> cut by <p>%.",
        "A week later, <x> <is|was> <p>% lower.",
        says="off = p/100*a; a = off + now",
    ),
    either(
        [
            ask(
                "How many dollars <is|was> it then?",
                "How much in dollars <is|was> it after the cut?",
                of="now",
            )
        ],
        [
            fact(
                "<friend> then <buys|bought> <n> of them.",
                "At the new price, <friend> <buys|bought> <n> of them.",
                says="cost = n*now",
            ),
            ask(
                "How many dollars <does|did> <friend> pay?",
                "How much money in dollars <does|did> <friend> spend on them?",
                of="cost",
                kind="paid",
                x="the money that <friend> <pays|paid>",
                who="friend",
            ),
        ],
    ),
    on="cost",
    words={"friend": PERSON},
    draws={"p": percent(10, 50), "n": count(2, 9)},
    units={
        "a": "dollar/piece",
        "p": "%",
        "off": "dollar/piece",
        "now": "dollar/piece",
        "n": "piece",
        "cost": "dollar",
    },
    lines={
        "off": ("The cut <is|was> $@.", "The price <falls|fell> by $@."),
        "now": ("The new price <is|was> $@.", "After the cut it <is|was> $@."),
        "cost": ("<friend> <pays|paid> $@.",),
    },
    within={"a": (4, 800)},
)

TAILS = (
    pays_with_a_bill,
    splits_the_cost,
    uses_a_coupon,
    with_sales_tax,
    saves_a_share,
    spends_some,
    divides_the_money,
    toward_a_goal,
    saves_up_the_rest,
    price_cut,
)
