"""Eggs that are laid, kept and sold in cartons."""

from factory.symbolic.grammar.draws import count, divisor, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

egg_cartons = family(
    "egg_cartons",
    either(
        [
            fact(
                "<who> keeps <flock> <birds>. Each of them lays <each> eggs a week.",
                "Each of <who>'s <flock> <birds> lays <each> eggs a week.",
                "There are <flock> <birds> on <who>'s farm. In a week, every bird lays <each> "
                "eggs.",
                says="eggs = flock*each",
            )
        ],
        [
            fact(
                "<who> keeps <birds> in <coops> coops, with <in_one> <birds> in each coop. Every "
                "bird lays <each> eggs a week.",
                "There are <coops> coops on <who>'s farm. Each coop has <in_one> <birds>, and "
                "each bird lays <each> eggs a week.",
                says="flock = coops*in_one; eggs = flock*each",
            )
        ],
    ),
    either(
        [
            fact(
                "<who> uses <kept> of the week's eggs at home.",
                "Of the week's eggs, <kept> are given to neighbors.",
                "A school kitchen gets <kept> of the week's eggs.",
                says="eggs = kept + rest",
            )
        ],
        [
            fact(
                "Of the week's eggs, a bakery takes <p>%.",
                "A bakery buys <p>% of the week's eggs.",
                says="kept = p/100*eggs; eggs = kept + rest",
            )
        ],
    ),
    either(
        [
            ask(
                "How many of the week's eggs are left?",
                "How many of the week's eggs does <who> still have?",
                of="rest",
                kind="food",
                x="the remaining eggs",
                who="who",
            )
        ],
        [
            fact(
                "All the other eggs are packed in cartons of <box>.",
                "The other eggs go into cartons, <box> to a carton.",
                "The eggs that are left are put in cartons that hold <box> eggs each.",
                says="rest = box*boxes",
            ),
            either(
                [
                    ask(
                        "How many cartons are filled?",
                        "How many cartons of eggs does <who> have?",
                        of="boxes",
                        kind="packed",
                        x="these cartons",
                        who="who",
                    )
                ],
                [
                    fact(
                        "All the cartons are sold, and <who> gets $<price> for each.",
                        "<who> sells every carton for $<price>.",
                        "At the market, every carton is sold for $<price>.",
                        says="income = boxes*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for the cartons?",
                        "How many dollars does <who> earn by selling all the cartons?",
                        of="income",
                        kind="earned",
                        x="the money for the cartons",
                        who="who",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "birds": ("hens", "ducks", "quails", "brown hens", "white hens", "guinea hens"),
    },
    draws={
        "coops": plain(2, 6),
        "in_one": plain(6, 18),
        "flock": plain(8, 48),
        "each": count(3, 6),
        "p": percent(10, 45),
        "kept": plain(5, 40),
        "pairs": divisor("rest/2", 3, 6),
        "price": money(3, 7),
    },
    units={
        "coops": "coop",
        "in_one": "bird/coop",
        "flock": "bird",
        "each": "egg/bird",
        "eggs": "egg",
        "p": "%",
        "kept": "egg",
        "rest": "egg",
        "box": "egg/carton",
        "pairs": "egg/carton",
        "boxes": "carton",
        "price": "dollar/carton",
        "income": "dollar",
    },
    lines={
        "flock": ("In all the coops, there are @ <birds>.",),
        "eggs": ("The <birds> lay @ eggs.", "In a week, there are @ eggs."),
        "kept": ("The bakery takes @ eggs.",),
        "rest": ("That leaves @ eggs.", "Then @ eggs are left."),
        "boxes": ("<who> fills @ cartons.", "That makes @ cartons."),
        "income": ("<who> gets $@ for the cartons.",),
    },
    need=("kept*2 < eggs",),
    within={"flock": (8, 100), "kept": (4, 250), "boxes": (2, 60)},
    says="box = pairs*2",
    owners={"flock": "who", "kept": "who", "rest": "who", "boxes": "who", "income": "who"},
)

FAMILIES = (egg_cartons,)
