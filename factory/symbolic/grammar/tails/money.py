"""What can become of money: money that is paid, money that somebody gets, and prices."""

from factory.symbolic.grammar.draws import divisor, dollars, percent
from factory.symbolic.grammar.family import ask, either, fact, family

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
    "microscope",
    "violin",
)
_SMALL_BUYS = (
    ("a bus pass", dollars(20, 60)),
    ("new shoes", dollars(30, 90)),
    ("a concert ticket", dollars(20, 90)),
    ("a cookbook", dollars(14, 38)),
    ("a birthday present", dollars(10, 50)),
    ("groceries", dollars(12, 90)),
    ("a rain jacket", dollars(25, 90)),
    ("a board game", dollars(14, 45)),
)

pays_with_a_bill = family(
    "pays_with_a_bill",
    fact(
        "<who> <hands|handed> over $<bill> and <gets|got> the rest back as change.",
        "To pay, <who> <gives|gave> the cashier $<bill>.",
        "At the register, <who> <pays|paid> with $<bill> in cash.",
        says="bill = a + change",
    ),
    ask(
        "How many dollars <does|did> <who> get back as change?",
        "How much change in dollars <does|did> <who> get?",
        of="change",
    ),
    on="paid",
    draws={"bill": dollars("a+1", "a+40", 10)},
    units={"a": "dollar", "bill": "dollar", "change": "dollar"},
    lines={"change": ("<who> <gets|got> $@ back.", "The change <is|was> $@.")},
    within={"a": (3, 2000)},
)

splits_the_cost = family(
    "splits_the_cost",
    fact(
        "<who> <is|was> in a group of <k> <c>, and they <share|shared> the total cost equally.",
        "<who> <does|did> not pay this alone: <who.he> <belongs|belonged> to a group of <k> <c>, "
        "and each <pays|paid> the same.",
        says="a = k*each",
    ),
    ask(
        "How much money in dollars <does|did> each of them pay?",
        "How many dollars <does|did> each <c.one> in the group pay?",
        of="each",
    ),
    on="paid due",
    words={"c": _FRIENDS},
    draws={"k": divisor("a", 3, 9)},
    units={"a": "dollar", "k": "person", "each": "dollar/person"},
    lines={"each": ("Each of them <pays|paid> $@.", "The share of each <is|was> $@.")},
    within={"a": (12, 3000)},
)

uses_a_coupon = family(
    "uses_a_coupon",
    fact(
        "<who> also <has|had> a coupon that <takes|took> $<off> off the total.",
        "Thanks to a coupon, $<off> <is|was> taken off the total.",
        "<who> <uses|used> a gift card that <lowers|lowered> the total by $<off>.",
        says="a = due + off",
    ),
    ask(
        "How many dollars <does|did> <who> still have to pay?",
        "How much money in dollars <does|did> <who> pay in the end?",
        of="due",
    ),
    on="paid",
    draws={"off": dollars(3, 60)},
    units={"a": "dollar", "off": "dollar", "due": "dollar"},
    lines={"due": ("<who> still <has|had> to pay $@.", "In the end <who> <pays|paid> $@.")},
    need=("off*4 < a",),
    within={"a": (10, 3000)},
)

paid_in_advance = family(
    "paid_in_advance",
    fact(
        "<who> <has|had> already paid $<off> of the total in advance.",
        "Of the total, <who> <has|had> paid $<off> beforehand.",
        "A first payment of $<off> toward the total <has|had> already been made by <who>.",
        says="a = due + off",
    ),
    ask(
        "How many dollars <does|did> <who> still have to pay?",
        "How much money in dollars <does|did> <who> still owe?",
        of="due",
    ),
    on="due",
    draws={"off": dollars(5, "a/2", 5)},
    units={"a": "dollar", "off": "dollar", "due": "dollar"},
    lines={"due": ("<who> still <has|had> to pay $@.", "That <leaves|left> $@ to pay.")},
    within={"a": (20, 3000)},
)

with_sales_tax = family(
    "with_sales_tax",
    fact(
        "A sales tax of <p>% <is|was> added to the total.",
        "On top of the total <comes|came> a sales tax of <p>%.",
        says="tax = p/100*a; gross = a + tax",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> <who> pay with the tax?",
                "How much money in dollars <does|did> <who> pay, tax included?",
                of="gross",
                kind="paid",
                x="the total",
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
        "From <x>, <who> <sets|set> aside <p>% as savings.",
        says="saved = p/100*a; a = saved + rest",
    ),
    either(
        [
            ask(
                "How many dollars <does|did> <who.he> save?",
                "How much money in dollars <goes|went> into savings?",
                of="saved",
                kind="earned",
                x="the saved money",
                who="who",
            )
        ],
        [
            ask(
                "How much of this money, in dollars, <does|did> <who.he> not save?",
                "How much money in dollars <is|was> left for other things?",
                of="rest",
                kind="earned",
                x="the rest of the money",
                who="who",
            )
        ],
    ),
    on="earned",
    draws={"p": percent(10, 60)},
    units={"a": "dollar", "p": "%", "saved": "dollar", "rest": "dollar"},
    lines={
        "saved": ("<who.He> <saves|saved> $@.", "The savings <come|came> to $@."),
        "rest": ("$@ <is|was> left for other things.", "That <leaves|left> $@."),
    },
    within={"a": (10, 20000)},
)

spends_some = family(
    "spends_some",
    fact(
        "<who> <spends|spent> $<k> of <x> on <thing>.",
        "With $<k> of <x>, <who> <pays|paid> for <thing>.",
        "<who> <uses|used> $<k> of <x> for <thing>.",
        says="a = k + left",
    ),
    ask(
        "How many dollars of <x> <are|were> left then?",
        "How much of <x>, in dollars, <does|did> <who> still have?",
        of="left",
        kind="earned",
        x="the rest of the money",
        who="who",
    ),
    on="earned",
    rows={"thing,k": _SMALL_BUYS},
    units={"a": "dollar", "k": "dollar", "left": "dollar"},
    lines={"left": ("$@ <is|was> left.", "That <leaves|left> $@.")},
    need=("k < a",),
    within={"a": (15, 900)},
)

divides_the_money = family(
    "divides_the_money",
    fact(
        "<who> <divides|divided> <x> equally among <k> <c>.",
        "<who> <splits|split> <x> evenly among <k> <c>.",
        says="a = k*each",
    ),
    ask(
        "How many dollars <does|did> each <c.one> get?",
        "How much money in dollars <goes|went> to each <c.one>?",
        of="each",
    ),
    on="earned",
    words={"c": ("niece/nieces", "nephew/nephews", "charity/charities", "cousin/cousins")},
    draws={"k": divisor("a", 3, 8)},
    units={"a": "dollar", "k": "receiver", "each": "dollar/receiver"},
    lines={"each": ("Each <c.one> <gets|got> $@.", "That <is|was> $@ for each <c.one>.")},
    within={"a": (12, 5000)},
)

toward_a_goal = family(
    "toward_a_goal",
    fact(
        "<who> <wants|wanted> to buy <thing.a> for $<goal> and <puts|put> <x> toward it.",
        "<who> <is|was> going to use <x> for <thing.a> that <costs|cost> $<goal>.",
        "With <x>, <who> <hopes|hoped> to buy <thing.a>, but the price <is|was> $<goal>.",
        says="goal = a + missing",
    ),
    ask(
        "How many more dollars <are|were> needed for the <thing>?",
        "How much money in dollars <is|was> still missing for the <thing>?",
        of="missing",
        kind="missing",
        x="the missing money",
        who="who",
    ),
    on="earned",
    words={"thing": _WISHES},
    draws={"goal": dollars("a+15", "a+240", 5)},
    units={"a": "dollar", "goal": "dollar", "missing": "dollar"},
    lines={
        "missing": ("$@ <is|was> still missing.", "The <thing> <costs|cost> $@ more than that.")
    },
    within={"a": (20, 600), "goal": (80, 700)},
)

saves_up_the_rest = family(
    "saves_up_the_rest",
    fact(
        "To get <x>, <who> <saves|saved> $<k> a week.",
        "<who> <puts|put> aside $<k> every week until all of <x> <is|was> there.",
        says="a = k*weeks",
    ),
    ask(
        "How many weeks <does|did> that take?",
        "For how many weeks <does|did> <who.he> have to save?",
        of="weeks",
    ),
    on="missing",
    draws={"k": divisor("a", 4, 40)},
    units={"a": "dollar", "k": "dollar/week", "weeks": "week"},
    lines={"weeks": ("That <takes|took> @ weeks.", "<who> <has|had> to save for @ weeks.")},
    within={"weeks": (2, 40)},
)

TAILS = (
    pays_with_a_bill,
    splits_the_cost,
    uses_a_coupon,
    paid_in_advance,
    with_sales_tax,
    saves_a_share,
    spends_some,
    divides_the_money,
    toward_a_goal,
    saves_up_the_rest,
)
