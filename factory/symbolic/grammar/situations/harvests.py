"""Harvests: fruit of an orchard, honey of beehives."""

from factory.symbolic.grammar.draws import (
    divisor,
    dollars,
    money,
    part,
    percent,
    plain,
    times,
)
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

harvest = family(
    "harvest",
    either(
        [
            fact(
                "<who> has an orchard with <trees> trees. This year, every tree bears <each> "
                "kilograms of <fruit>.",
                "From each of <trees> trees, <who> picks <each> kilograms of <fruit>.",
                "<who> owns <trees> fruit trees and harvests <each> kilograms of <fruit> from "
                "each of them.",
                says="total = trees*each",
            )
        ],
        [
            fact(
                "<who> picks <each> kilograms of <fruit> from each of <trees> old trees and <bit> "
                "kilograms from each of <young> young trees.",
                "In an orchard there are <trees> old and <young> young trees. This year, <who> "
                "harvests <each> kilograms of <fruit> from every old tree and <bit> kilograms "
                "from every young one.",
                says="olds = trees*each; news = young*bit; total = olds + news",
            )
        ],
    ),
    either(
        [
            fact(
                "Of the whole harvest, <p>% is sold to a grocer, and the rest is pressed for "
                "juice.",
                "A grocer buys <p>% of all the <fruit>. The rest is pressed for juice.",
                "<who> sells <p>% of the harvest to a grocer and presses the rest to make juice.",
                says="sold = p/100*total; total = sold + rest",
            )
        ],
        [
            fact(
                "A grocer buys <k> of the harvest, and the rest is pressed for juice.",
                "By weight, <k> of the harvest goes to a grocer. The rest is pressed for juice.",
                "<who> sells <k> of the harvest to a grocer and presses the rest to make juice.",
                says="sold = total/k; total = sold + rest",
            )
        ],
    ),
    either(
        [
            fact(
                "The grocer pays $<price> per kilogram.",
                "For each kilogram, the grocer pays $<price>.",
                says="income = sold*price",
            ),
            ask(
                "How much money in dollars does <who> get from the grocer?",
                "How many dollars does the grocer pay?",
                of="income",
                kind="earned",
                x="the money from the grocer",
                who="who",
            ),
        ],
        [
            ask(
                "How many kilograms of <fruit> are pressed?",
                "How many kilograms of the harvest are used for juice?",
                of="rest",
            )
        ],
        [
            fact(
                "It takes <per> kilograms of <fruit> to make a liter of juice.",
                "For a liter of juice, <who> presses <per> kilograms of <fruit>.",
                says="rest = per*liters",
            ),
            either(
                [
                    ask(
                        "How many liters of juice does <who> make?",
                        "How many liters of juice are there in all?",
                        of="liters",
                        kind="liters",
                        x="the juice",
                        who="who",
                    )
                ],
                [
                    fact(
                        "The juice is sold for $<tag> a liter.",
                        "A cafe buys all of the juice for $<tag> a liter.",
                        says="juice = liters*tag",
                    ),
                    ask(
                        "How many dollars are paid for all the juice?",
                        "How much money in dollars does <who> get for the juice?",
                        of="juice",
                        kind="earned",
                        x="the money for the juice",
                        who="who",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "fruit": ("apples", "pears", "plums", "oranges", "quinces", "cherries"),
    },
    draws={
        "trees": plain(8, 60),
        "each": plain(12, 60),
        "young": plain(5, 40),
        "bit": plain(4, 20),
        "p": percent(20, 90),
        "k": part(2, 5),
        "price": money(2, 4),
        "per": divisor("rest", 2, 3),
        "tag": money(3, 6),
    },
    units={
        "trees": "tree",
        "each": "kilogram/tree",
        "young": "tree",
        "bit": "kilogram/tree",
        "olds": "kilogram",
        "news": "kilogram",
        "total": "kilogram",
        "p": "%",
        "k": "1",
        "sold": "kilogram",
        "rest": "kilogram",
        "price": "dollar/kilogram",
        "income": "dollar",
        "per": "kilogram/liter",
        "liters": "liter",
        "tag": "dollar/liter",
        "juice": "dollar",
    },
    lines={
        "olds": ("The old trees bear @ kilograms.",),
        "news": ("The young trees bear @ kilograms.",),
        "total": ("The harvest is @ kilograms.", "In all, the trees bear @ kilograms of <fruit>."),
        "sold": ("The grocer takes @ kilograms.", "So @ kilograms go to the grocer."),
        "rest": ("For juice, <who> presses @ kilograms.", "That leaves @ kilograms for the press."),
        "income": ("The grocer pays $@.", "<who> gets $@ from the grocer."),
        "liters": ("That makes @ liters of juice.", "<who> makes @ liters of juice."),
        "juice": ("All the juice is sold for $@.",),
    },
    need=("bit < each",),
    owners={"trees": "who", "each": "who", "income": "who", "liters": "who", "juice": "who"},
)

beehives = family(
    "beehives",
    either(
        [
            fact(
                "<a> has <x> beehives, and <b> has <k> as many.",
                "There are <x> beehives on <a>'s farm and <k> as many on <b>'s.",
                "<b> keeps <k> as many beehives as <a>, who keeps <x>.",
                says="y = k*x",
            )
        ],
        [
            fact(
                "<a> and <b> have <sum> beehives together, and <x> of them are <a>'s.",
                "Of the <sum> beehives in a meadow, <x> belong to <a> and the others to <b>.",
                "The <sum> beehives in a meadow belong to <a> and <b>. <a> owns <x> of them.",
                says="sum = x + y",
            )
        ],
    ),
    fact(
        "This year, each of <a>'s hives gives <p> kilograms of honey, and each of <b>'s hives "
        "gives <q> kilograms.",
        "<a> gets <p> kilograms of honey from every hive this year, and <b> gets <q> kilograms "
        "from every hive.",
        "This year, <b> takes <q> kilograms of honey from each hive, and <a> takes <p> kilograms "
        "from each.",
        says="mine = x*p; theirs = y*q; honey = mine + theirs",
    ),
    either(
        [
            ask(
                "How many kilograms of honey do <a> and <b> get together?",
                "How many kilograms of honey do all these hives give together?",
                of="honey",
                kind="by_weight",
                x="the honey",
            )
        ],
        [
            ask(
                "How many more kilograms of honey does <b> get than <a>?",
                "By how many kilograms of honey is <b>'s harvest larger than <a>'s?",
                of="gap",
            )
        ],
        [
            fact(
                "They put all of this honey into buckets, with <fit> kilograms in each.",
                "All of this honey is filled into buckets that hold <fit> kilograms each.",
                says="honey = fit*buckets",
            ),
            either(
                [
                    ask(
                        "How many buckets do they fill?",
                        "How many buckets of honey are there?",
                        of="buckets",
                        kind="packed",
                        x="these buckets",
                    )
                ],
                [
                    fact(
                        "A dealer buys all the buckets for $<price> each.",
                        "Each bucket is sold to a dealer for $<price>.",
                        says="income = buckets*price",
                    ),
                    either(
                        [
                            ask(
                                "How many dollars does the dealer pay?",
                                "How much money in dollars do <a> and <b> get for the honey?",
                                of="income",
                            )
                        ],
                        [
                            fact(
                                "From the money for the honey, <a> and <b> pay $<cost> for new "
                                "frames.",
                                "New frames cost <a> and <b> $<cost>, which they pay from the "
                                "money for the honey.",
                                "Of the money for the honey, <a> and <b> spend $<cost> on new "
                                "frames.",
                                says="income = cost + profit",
                            ),
                            ask(
                                "How much of the money for the honey, in dollars, is left?",
                                "How many dollars of the money for the honey do <a> and <b> keep?",
                                of="profit",
                            ),
                        ],
                    ),
                ],
            ),
        ],
    ),
    says="theirs = mine + gap",
    words={"a,b": PERSON},
    draws={
        "x": plain(3, 15),
        "k": times(2, 4),
        "y": plain("x+2", 40),
        "p": plain(12, 30),
        "q": plain(12, 30),
        "fit": divisor("honey", 5, 25),
        "price": dollars("6*fit", "9*fit"),
        "cost": dollars(40, "income/3", 10),
    },
    units={
        "x": "hive",
        "k": "1",
        "y": "hive",
        "sum": "hive",
        "p": "kilogram/hive",
        "q": "kilogram/hive",
        "mine": "kilogram",
        "theirs": "kilogram",
        "honey": "kilogram",
        "gap": "kilogram",
        "fit": "kilogram/bucket",
        "buckets": "bucket",
        "price": "dollar/bucket",
        "income": "dollar",
        "cost": "dollar",
        "profit": "dollar",
    },
    lines={
        "y": ("<b> has @ hives.", "The number of <b>'s hives is @."),
        "mine": ("<a> gets @ kilograms of honey.",),
        "theirs": ("<b> gets @ kilograms of honey.",),
        "honey": ("Together, <a> and <b> get @ kilograms of honey.",),
        "gap": ("<b> gets @ kilograms more.",),
        "buckets": ("That fills @ buckets.", "<a> and <b> fill @ buckets."),
        "income": ("All the buckets sell for $@.",),
        "profit": ("<a> and <b> keep $@.",),
    },
    within={"buckets": (4, 120)},
    owners={
        "x": "a",
        "p": "a",
    },
)

FAMILIES = (harvest, beehives)
