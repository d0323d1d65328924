"""Ages of people."""

from factory.symbolic.grammar.draws import count, times
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

years_apart = family(
    "years_apart",
    fact(
        "The age of <a> is <x> years. <b> has lived <k> as long.",
        "<a> has just turned <x>, and <b> is <k> as old.",
        "<a> is <x> years old and has <kin.a> named <b>, who is <k> as old.",
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
                "<b> is <n> years older than <c>.",
                says="older = third + n",
            ),
            either(
                [
                    ask(
                        "How many years old is <c>?",
                        "How many years has <c> lived so far?",
                        of="third",
                    )
                ],
                [
                    fact(
                        "They all meet again in <t> years.",
                        "In <t> years, they want to have a feast together.",
                        says="later = third + t",
                    ),
                    ask(
                        "How many years old is <c> then?",
                        "How many years old will <c> be at that time?",
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
                [ask("How many years old is <c>?", "How many years has <c> lived?", of="sum")],
                [
                    ask(
                        "How many years old was <c> <t> years ago?",
                        "Counting back <t> years, how many years old was <c>?",
                        of="past",
                    )
                ],
            ),
        ],
    ),
    says="gap = older - x; past = sum - t",
    words={"a,b,c": PERSON, "kin": ("cousin", "neighbor", "coach", "teacher")},
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
        "gap": ("The difference is @ years.", "<b> is older by @ years."),
        "third": ("<c> is @ years old.", "The age of <c> is @ years."),
        "later": ("By then, <c> is @ years old.",),
        "sum": ("<c> is @ years old.", "Together, their ages are @ years."),
        "past": ("<t> years ago, <c> was @ years old.",),
    },
    within={"older": (14, 62), "sum": (20, 78), "third": (6, 60)},
    owners={
        "third": "c",
        "later": "c",
    },
)

FAMILIES = (years_apart,)
