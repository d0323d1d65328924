"""Dozens, and coins of several kinds."""

from factory.symbolic.grammar.draws import count, dollars, money, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

eggs_by_the_dozen = family(
    "eggs_by_the_dozen",
    fact(
        "<who> brings <d> dozen <things> to <event>.",
        "For <event>, <who> has <d> dozen <things>.",
        "There are <d> dozen <things> on the table that <who> has set up at <event>.",
        says="all = d*12",
    ),
    either(
        [
            fact(
                "By noon, <sold> of the <things> are sold.",
                "In the first hours, <who> sells <sold> of the <things>.",
                says="all = sold + left",
            ),
            either(
                [
                    ask(
                        "How many <things> are not sold yet?",
                        "How many <things> does <who> still have?",
                        of="left",
                        kind="food",
                        x="the remaining <things>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "The others are laid out on <k> plates, the same number on each plate.",
                        "The others are spread evenly over <k> plates.",
                        says="left = k*each",
                    ),
                    ask(
                        "How many <things> lie on each plate?",
                        "How many <things> are on each plate?",
                        of="each",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Each of the <things> costs $<p>, and every one of them is sold.",
                "All the <things> are sold for $<p> apiece.",
                says="sum = all*p",
            ),
            either(
                [
                    ask(
                        "How many dollars does <who> get for the <things>?",
                        "How much money in dollars does <who> earn by selling the <things>?",
                        of="sum",
                        kind="earned",
                        x="the money for the <things>",
                        who="who",
                    )
                ],
                [
                    fact(
                        "The ingredients for the <things> cost $<cost>.",
                        "For the ingredients, <who> pays $<cost>.",
                        says="sum = cost + gain",
                    ),
                    ask(
                        "How many dollars of profit does <who> make?",
                        "How much money in dollars is <who>'s profit?",
                        of="gain",
                        kind="earned",
                        x="the profit",
                        who="who",
                    ),
                ],
            ),
        ],
        [
            fact(
                "Every visitor at the table takes <e> of the <things>, until all of them are gone.",
                "The <things> are given away, <e> to each visitor, and none are left over.",
                says="all = e*guests",
            ),
            ask(
                "How many visitors get <things>?",
                "Among how many visitors are the <things> given out?",
                of="guests",
                kind="riders",
                x="the visitors who get <things>",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "things": (
            "dumplings",
            "muffins",
            "pretzels",
            "samosas",
            "rolls",
            "cookies",
            "spring rolls",
        ),
        "event": (
            "a street fair",
            "the school fair",
            "a summer festival",
            "the village market",
            "a sports day",
            "the harvest fair",
        ),
    },
    draws={
        "d": count(3, 20),
        "sold": count(10, "2*all/3"),
        "k": count(3, 10),
        "p": money(2, 3),
        "cost": dollars("sum/6+3", "sum/2", 1),
        "e": count(2, 4),
    },
    units={
        "d": "1",
        "all": "thing",
        "sold": "thing",
        "left": "thing",
        "k": "plate",
        "each": "thing/plate",
        "p": "dollar/thing",
        "sum": "dollar",
        "cost": "dollar",
        "gain": "dollar",
        "e": "thing/guest",
        "guests": "guest",
    },
    lines={
        "all": ("<d> dozen are @ <things>.", "There are @ <things> in all."),
        "left": ("Then @ <things> are left.", "That leaves @ <things>."),
        "each": ("There are @ <things> on each plate.",),
        "sum": ("<who> gets $@ for the <things>.",),
        "gain": ("The profit is $@.", "After the ingredients are paid for, $@ remains."),
        "guests": ("The <things> go to @ visitors.", "The <things> are enough for @ visitors."),
    },
    within={"each": (2, 20)},
    owners={"d": "who", "left": "who", "sum": "who", "gain": "who"},
)

jar_of_coins = family(
    "jar_of_coins",
    fact(
        "<who> empties a jar of coins and counts <q> quarters and <d> dimes.",
        "In <who>'s jar of coins there are <q> quarters and <d> dimes.",
        "<who> has collected coins in a jar: <q> quarters and <d> dimes.",
        says="big = q*25; small = d*10; cents = big + small",
    ),
    either(
        [
            ask(
                "What is the total value of these coins, in cents?",
                "How many cents are the coins worth altogether?",
                of="cents",
            )
        ],
        [
            fact(
                "<who.He> spends all of this money on apples that cost <c> cents each.",
                "With all these coins, <who.he> buys apples at <c> cents each.",
                says="cents = c*apples",
            ),
            ask(
                "How many apples does <who> get?",
                "How many apples does <who> buy?",
                of="apples",
            ),
        ],
        [
            fact(
                "A <thing> that <who.he> would like to have costs $<price>.",
                "<who.He> wants to buy a <thing>, which costs $<price>.",
                says="worth = cents/100; price = worth + missing",
            ),
            ask(
                "How much money in dollars is still missing for the <thing>?",
                "How many more dollars does <who> need for the <thing>?",
                of="missing",
                kind="missing",
                x="the missing money",
                who="who",
            ),
        ],
        [
            fact(
                "After changing the coins at a bank, <who.he> and some friends, <k> children in "
                "all, share the money equally.",
                "At a bank, the coins are changed into smaller ones, and the money is divided "
                "equally among <k> children.",
                says="cents = k*each",
            ),
            ask(
                "How many cents does each child get?",
                "How many cents is each child's share?",
                of="each",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "thing": ("toy train", "soccer ball", "kite", "board game", "puzzle", "paint set"),
    },
    draws={
        "q": count(6, 40),
        "d": count(6, 40),
        "c": plain(30, 90, 5),
        "price": dollars("cents/100+1", "cents/100+25"),
        "k": count(3, 9),
    },
    units={
        "q": "1",
        "d": "1",
        "big": "cent",
        "small": "cent",
        "cents": "cent",
        "c": "cent/apple",
        "apples": "apple",
        "worth": "dollar",
        "price": "dollar",
        "missing": "dollar",
        "k": "child",
        "each": "cent/child",
    },
    lines={
        "big": ("The quarters are worth @ cents.", "<q> quarters make @ cents."),
        "small": ("The dimes are worth @ cents.", "<d> dimes make @ cents."),
        "cents": ("Together, that is @ cents.", "All the coins are worth @ cents."),
        "apples": ("<who> gets @ apples.", "That is enough for @ apples."),
        "worth": ("In dollars, that is $@.",),
        "missing": ("So $@ is still missing.", "<who> needs $@ more."),
        "each": ("Each child gets @ cents.",),
    },
    owners={"apples": "who", "missing": "who"},
)

FAMILIES = (
    eggs_by_the_dozen,
    jar_of_coins,
)
