"""Ages of people."""

from factory.symbolic.grammar.draws import count, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

years_apart = family(
    "years_apart",
    fact(
        "<a> is <x> years old, and <b> is <k> as old.",
        "<a>, who is <x> years old, has <kin.a> named <b>, who is <k> as old.",
        says="older = x*k",
    ),
    either(
        [
            ask(
                "How many years older than <a> is <b>?",
                "What is the difference between their ages, in years?",
                of="gap",
            ),
        ],
        [
            fact(
                "<c> was born <n> years after <b>.",
                "<c> is younger than <b> by <n> years.",
                says="older = third + n",
            ),
            either(
                [
                    ask(
                        "How many years old is <c>?",
                        "What is <c>'s age, in years?",
                        of="third",
                    )
                ],
                [
                    ask(
                        "How many years old will <c> be in <t> years?",
                        "In <t> years, how many years old will <c> be?",
                        of="later",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<c> is as old as <a> and <b> together.",
                "The ages of <a> and <b> add up to the age of <c>.",
                says="sum = x + older",
            ),
            either(
                [ask("How many years old is <c>?", "What is <c>'s age, in years?", of="sum")],
                [
                    ask(
                        "What was <c>'s age, in years, <t> years ago?",
                        "What was the age of <c>, in years, <t> years ago?",
                        of="past",
                    )
                ],
            ),
        ],
    ),
    says="gap = older - x; past = sum - t; later = third + t",
    words={"a,b,c": PERSON, "kin": ("neighbor", "friend in the choir")},
    draws={"x": count(7, 16), "k": times(2, 4), "n": count(3, 20), "t": count(4, 15)},
    units={
        "x": "year",
        "k": "1",
        "older": "year",
        "gap": "year",
        "third": "year",
        "n": "year",
        "later": "year",
        "t": "year",
        "sum": "year",
        "past": "year",
    },
    lines={
        "older": ("<b> is @ years old.", "The age of <b> is @ years."),
        "gap": ("The difference is @ years.", "<b> is older than <a> by @ years."),
        "third": ("<c> is @ years old.", "The age of <c> is @ years."),
        "later": ("In <t> years, <c> will be @ years old.",),
        "sum": (
            "<c> is @ years old.",
            "<a> and <b> together are @ years old, and so is <c>.",
        ),
        "past": ("<t> years ago, <c> was @ years old.",),
    },
    within={"older": (14, 62), "sum": (20, 78), "third": (6, 60)},
    owners={
        "third": "c",
        "later": "c",
    },
)

FAMILIES = (years_apart,)
