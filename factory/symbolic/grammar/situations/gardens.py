"""Rows of plants, and what becomes of them."""

from factory.symbolic.grammar.draws import count, divisor, money, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

rows_in_a_garden = family(
    "rows_in_a_garden",
    fact(
        "<who> sets out <rows> rows of <crop> plants <where>, with <each> plants in each row.",
        "There are <rows> rows of <crop> plants <where>. <who> has put <each> plants in every row.",
        "<where.Up>, <who> has a bed with <rows> rows of <crop> plants and <each> plants in each "
        "row.",
        says="plants = rows*each",
    ),
    either(
        [
            fact(
                "A late frost kills <lost> of the plants.",
                "Snails eat <lost> of the plants.",
                "After a dry week, <lost> of the plants are dead.",
                says="plants = lost + alive",
            )
        ],
        [
            fact(
                "Of all these plants, <p>% survive a cold night.",
                "After a hailstorm, only <p>% of the plants are alive.",
                says="alive = p/100*plants",
            )
        ],
    ),
    either(
        [
            ask(
                "How many plants are still alive?",
                "How many of the <crop> plants survive?",
                of="alive",
            )
        ],
        [
            fact(
                "Later, <who> sells every surviving plant for $<price>.",
                "At the market, <who> sells all the surviving plants and gets $<price> for each.",
                says="sum = alive*price",
            ),
            ask(
                "How much money in dollars does <who> get for the plants?",
                "How many dollars does <who> earn by selling the plants?",
                of="sum",
                kind="earned",
                x="the money for the plants",
                who="who",
            ),
        ],
        [
            fact(
                "<who> keeps <kept> of the surviving plants and gives the rest of them to <n> "
                "families, the same number to each.",
                "Of the surviving plants, <who.he> keeps <kept> and divides the rest equally "
                "among <n> families.",
                says="alive = kept + given; given = n*share",
            ),
            ask(
                "How many plants does each family get?",
                "How many plants go to each family?",
                of="share",
            ),
        ],
        [
            fact(
                "<who> harvests <fruit> kilograms from each surviving plant.",
                "Later, each surviving plant yields <fruit> kilograms.",
                says="harvest = alive*fruit",
            ),
            ask(
                "How many kilograms does <who> harvest in all?",
                "How many kilograms do all the surviving plants yield?",
                of="harvest",
                kind="by_weight",
                x="the harvest",
                who="who",
            ),
        ],
    ),
    words={
        "who": PERSON,
        "crop": ("tomato", "pepper", "cabbage", "zucchini", "pumpkin", "melon", "cucumber"),
        "where": ("behind the house", "next to a barn", "on a hillside", "near the school"),
    },
    draws={
        "rows": plain(4, 16),
        "each": plain(8, 30),
        "lost": count(4, 30),
        "p": percent(60, 90),
        "price": money(2, 4),
        "kept": plain(13, 40),
        "n": divisor("alive-kept", 3, 12),
        "fruit": count(2, 5),
    },
    units={
        "rows": "row",
        "each": "plant/row",
        "plants": "plant",
        "lost": "plant",
        "alive": "plant",
        "p": "%",
        "price": "dollar/plant",
        "sum": "dollar",
        "kept": "plant",
        "given": "plant",
        "n": "family",
        "share": "plant/family",
        "fruit": "kilogram/plant",
        "harvest": "kilogram",
    },
    lines={
        "plants": ("<who> sets out @ plants.", "There are @ plants at first."),
        "alive": ("The number of surviving plants is @.", "That leaves @ plants alive."),
        "sum": ("<who> gets $@ for the plants.",),
        "given": ("<who> gives away @ plants.",),
        "share": ("Each family gets @ plants.",),
        "harvest": ("In all, <who> harvests @ kilograms.",),
    },
    need=("lost*2 < plants",),
    within={"share": (2, 80)},
    owners={"sum": "who", "kept": "who", "harvest": "who"},
)

FAMILIES = (rows_in_a_garden,)
