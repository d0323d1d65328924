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
                "Later, <who> sells the crop of every surviving plant for $<price>.",
                "At the market, <who> gets $<price> for the crop of each surviving plant.",
                says="sum = alive*price",
            ),
            ask(
                "How much money in dollars does <who> get for the whole crop?",
                "How many dollars does <who> earn by selling the whole crop?",
                of="sum",
                kind="earned",
                x="the money for the crop",
                who="who",
            ),
        ],
        [
            fact(
                "<who> looks after <kept> of the surviving plants, and <n> families look after the "
                "rest, with the same number of plants for each family.",
                "Of the surviving plants, <who> takes care of <kept>, and <n> families take care "
                "of equal shares of the rest.",
                says="alive = kept + given; given = n*share",
            ),
            ask(
                "How many plants does each family look after?",
                "Of how many plants does each family take care?",
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
        "plants": ("In all the rows, there are @ plants.", "There are @ plants at first."),
        "alive": ("The number of surviving plants is @.", "That leaves @ plants alive."),
        "sum": ("<who> gets $@ for the whole crop.",),
        "given": ("For the families, there are @ plants.",),
        "share": ("Each family looks after @ plants.",),
        "harvest": ("In all, <who> harvests @ kilograms.",),
    },
    need=("lost*2 < plants",),
    within={"share": (2, 80)},
    owners={"sum": "who", "kept": "who", "harvest": "who"},
)

FAMILIES = (rows_in_a_garden,)
