"""Eggs that are laid, kept and sold in cartons."""

from factory.symbolic.grammar.draws import count, divisor, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

egg_cartons = family(
    "egg_cartons",
    either(
        [
            fact(
                "<who> keeps <flock> <birds>. In a week, each of them lays <each> eggs.",
                "Each of <who>'s <flock> <birds> lays <each> eggs a week.",
                "On <who>'s farm there are <flock> <birds> that lay <each> eggs each per week.",
                says="eggs = flock*each",
            )
        ],
        [
            fact(
                "<who> keeps <birds> in <coops> coops, with <in_one> <birds> in each coop. Every "
                "bird lays <each> eggs a week.",
                "There are <coops> coops on <who>'s farm. In each of them live <in_one> <birds>, "
                "and each of these lays <each> eggs a week.",
                says="flock = coops*in_one; eggs = flock*each",
            )
        ],
    ),
    either(
        [
            fact(
                "<who> uses <kept> of a week's eggs at home.",
                "Of a week's eggs, <kept> go to neighbors.",
                "In that week, <kept> eggs break.",
                says="eggs = kept + rest",
            )
        ],
        [
            fact(
                "Of a week's eggs, a bakery takes <p>%.",
                "A bakery picks up <p>% of a week's eggs.",
                says="kept = p/100*eggs; eggs = kept + rest",
            )
        ],
    ),
    either(
        [
            ask(
                "How many eggs of this week are left?",
                "How many of the week's eggs does <who> have then?",
                of="rest",
                kind="food",
                x="the remaining eggs",
                who="who",
            )
        ],
        [
            fact(
                "All other eggs are packed in cartons of <box>.",
                "The other eggs go into cartons, <box> to a carton.",
                "What is left is put in cartons that hold <box> eggs each.",
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
                        "A carton costs $<price>, and all cartons are sold.",
                        "<who> sells every carton for $<price>.",
                        "At the market, every carton finds a buyer for $<price>.",
                        says="income = boxes*price",
                    ),
                    ask(
                        "How much money in dollars does <who> get for the cartons?",
                        "How many dollars do all the cartons bring in?",
                        of="income",
                        kind="earned",
                        x="the money for the eggs",
                        who="who",
                    ),
                ],
            ),
        ],
    ),
    words={
        "who": PERSON,
        "birds": ("hens", "ducks", "quails", "bantams", "pullets", "guinea fowls"),
    },
    draws={
        "coops": count(2, 6),
        "in_one": plain(6, 18),
        "flock": plain(8, 48),
        "each": count(3, 6),
        "p": percent(10, 60),
        "kept": plain(5, 40),
        "box": divisor("rest", 4, 12),
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
        "boxes": "carton",
        "price": "dollar/carton",
        "income": "dollar",
    },
    lines={
        "flock": ("In all the coops, there are @ <birds>.",),
        "eggs": ("The <birds> lay @ eggs.", "In a week, there are @ eggs."),
        "kept": ("The bakery takes @ eggs.",),
        "rest": ("That leaves @ eggs.", "@ eggs are left."),
        "boxes": ("Those fill @ cartons.", "That makes @ cartons."),
        "income": ("They bring in $@.", "<who> gets $@."),
    },
    need=("kept < eggs",),
    within={"flock": (8, 100), "kept": (4, 250), "boxes": (2, 60)},
    owners={"flock": "who", "kept": "who", "rest": "who", "boxes": "who", "income": "who"},
)

FAMILIES = (egg_cartons,)
