"""Harvests: fruit of an orchard, honey of beehives."""

from factory.symbolic.grammar.draws import (
    count,
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
                "<who> has an orchard with <trees> trees. This year every tree bears <each> "
                "kilograms of <fruit>.",
                "From each of <trees> trees, <who> picks <each> kilograms of <fruit>.",
                "<who> owns <trees> trees and harvests <each> kilograms of <fruit> from each of "
                "them.",
                says="total = trees*each",
            )
        ],
        [
            fact(
                "<who> picks <each> kilograms of <fruit> from each of <trees> old trees and <bit> "
                "kilograms from each of <young> young trees.",
                "In an orchard there are <trees> old and <young> young trees. This fall, <who> "
                "harvests <each> kilograms of <fruit> from every old tree and <bit> kilograms from "
                "every young one.",
                says="olds = trees*each; news = young*bit; total = olds + news",
            )
        ],
    ),
    either(
        [
            fact(
                "Of the whole harvest, <p>% is sold to a grocer, and the rest is pressed.",
                "A grocer takes <p>% of all the <fruit>. The rest is pressed.",
                "A press makes juice from everything except the <p>% that a grocer takes.",
                says="sold = p/100*total; total = sold + rest",
            )
        ],
        [
            fact(
                "A grocer buys <k> of the harvest, and the rest is pressed.",
                "Of all the <fruit>, <k> of the weight goes to a grocer. The rest is pressed.",
                "A press makes juice from everything after a grocer has taken <k> of the weight.",
                says="sold = total/k; total = sold + rest",
            )
        ],
    ),
    either(
        [
            fact(
                "The grocer pays $<price> per kilogram.",
                "A kilogram brings $<price> from the grocer.",
                says="income = sold*price",
            ),
            ask(
                "How much money in dollars does <who> get from the grocer?",
                "How many dollars does the grocer pay?",
                of="income",
                kind="earned",
                x="the payment",
                who="who",
            ),
        ],
        [
            ask(
                "How many kilograms of <fruit> are pressed?",
                "How many kilograms of the harvest go into the press?",
                of="rest",
            )
        ],
        [
            fact(
                "It takes <per> kilograms to make a liter of juice.",
                "For a liter of juice, <who> presses <per> kilograms.",
                says="rest = per*liters",
            ),
            either(
                [
                    ask(
                        "How many liters of juice does <who> make?",
                        "How many liters of juice come out of the press?",
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
                        "How many dollars does the juice bring in?",
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
        "fruit": ("apples", "pears", "plums", "oranges", "mangoes", "quinces", "cherries"),
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
        "total": ("The harvest is @ kilograms.", "In all, that is @ kilograms of <fruit>."),
        "sold": ("The grocer takes @ kilograms.", "@ kilograms go to the grocer."),
        "rest": ("@ kilograms are pressed.", "That leaves @ kilograms for the press."),
        "income": ("The grocer pays $@.", "<who> gets $@ from the grocer."),
        "liters": ("That makes @ liters of juice.",),
        "juice": ("The juice brings in $@.",),
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
                "In <a>'s garden there are <x> beehives, and in <b>'s there are <k> as many.",
                "<b> keeps <k> as many beehives as <a>, who keeps <x>.",
                says="y = k*x",
            )
        ],
        [
            fact(
                "<a> and <b> have <sum> beehives together, and <x> of them are <a>'s.",
                "Of <sum> beehives in a meadow, <x> belong to <a> and the others to <b>.",
                "In a meadow there are <sum> beehives of <a> and <b>. <a> owns <x> of these.",
                says="sum = x + y",
            )
        ],
    ),
    fact(
        "This year, each of <a>'s hives gives <p> kilograms of honey, and each of <b>'s hives "
        "gives "
        "<q> kilograms.",
        "<a> gets <p> kilograms of honey from every hive this year, and <b> gets <q> kilograms "
        "from "
        "every hive.",
        "This year, <b> takes <q> kilograms of honey from each hive, and <a> takes <p> kilograms "
        "from "
        "each.",
        says="mine = x*p; theirs = y*q; honey = mine + theirs",
    ),
    either(
        [
            ask(
                "How many kilograms of honey do <a> and <b> get together?",
                "How many kilograms of honey is that for <a> and <b> together?",
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
                "They fill all of it into buckets of <fit> kilograms.",
                "Buckets of <fit> kilograms are filled with all this honey.",
                says="honey = fit*buckets",
            ),
            either(
                [
                    ask(
                        "How many buckets do they fill?",
                        "How many buckets of honey are there?",
                        of="buckets",
                    )
                ],
                [
                    fact(
                        "A baker buys all the buckets at $<price> each.",
                        "Each bucket is sold to a baker for $<price>.",
                        says="income = buckets*price",
                    ),
                    ask(
                        "How many dollars does the baker pay?",
                        "How much money in dollars do <a> and <b> get for the honey?",
                        of="income",
                    ),
                ],
            ),
        ],
    ),
    says="theirs = mine + gap",
    words={"a,b": PERSON},
    draws={
        "x": count(3, 15),
        "k": times(2, 4),
        "y": count("x+2", 40),
        "p": plain(12, 30),
        "q": plain(12, 30),
        "fit": divisor("honey", 5, 25),
        "price": dollars(40, 160, 5),
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
    },
    lines={
        "y": ("<b> has @ hives.", "@ hives are <b>'s."),
        "mine": ("<a> gets @ kilograms of honey.",),
        "theirs": ("<b> gets @ kilograms of honey.",),
        "honey": ("Together, that is @ kilograms.",),
        "gap": ("<b> gets @ kilograms more.",),
        "buckets": ("It fills @ buckets.",),
        "income": ("The buckets bring in $@.",),
    },
    within={"buckets": (4, 120)},
    owners={
        "x": "a",
        "p": "a",
    },
)

FAMILIES = (harvest, beehives)
