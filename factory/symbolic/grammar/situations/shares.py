"""Ratios, mixtures and averages."""

from factory.symbolic.grammar.draws import count, percent, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

beads_in_ratio = family(
    "beads_in_ratio",
    fact(
        "For <what.a>, <who> strings <one> and <other> beads in the same pattern again and again: "
        "<r> <one> beads, then <b> <other> beads. The last repeat of the pattern is complete as "
        "well.",
        "<who> makes <what.a> from <one> and <other> beads. The pattern of <r> <one> beads and "
        "then <b> <other> beads is repeated until the end, and the <what> ends with a complete "
        "pattern.",
        "<who> makes <what.a>. Its pattern is <r> <one> beads followed by <b> <other> beads, "
        "over and over, and no repeat of the pattern is left unfinished.",
        says="group = r + b",
    ),
    either(
        [
            fact(
                "When the <what> is finished, <who.he> has used <total> beads.",
                "The finished <what> has <total> beads.",
                says="total = group*n",
            ),
            either(
                [
                    ask(
                        "How many <one> beads did <who> use?",
                        "How many <one> beads are in the <what>?",
                        of="ones",
                    )
                ],
                [
                    ask(
                        "How many <other> beads did <who> use?",
                        "How many <other> beads are in the <what>?",
                        of="others",
                    )
                ],
                [
                    fact(
                        "The <one> beads cost <c> cents each.",
                        "For each of the <one> beads, <who.he> paid <c> cents.",
                        says="cents = ones*c",
                    ),
                    ask(
                        "How many cents did the <one> beads cost altogether?",
                        "How many cents did <who> pay for all the <one> beads?",
                        of="cents",
                    ),
                ],
            ),
        ],
        [
            fact(
                "The finished <what> has <ones> <one> beads.",
                "In the end, <who.he> has used up <ones> <one> beads.",
            ),
            either(
                [
                    ask(
                        "How many beads does the <what> have in all?",
                        "How many beads are in the <what> altogether?",
                        of="total",
                    )
                ],
                [
                    ask(
                        "How many <other> beads does the <what> have?",
                        "How many <other> beads are in the <what>?",
                        of="others",
                    )
                ],
            ),
        ],
    ),
    says="ones = r*n; others = b*n; total = group*n",
    words={
        "who": PERSON,
        "what": ("necklace", "belt", "bracelet", "garland", "headband", "bag strap"),
        "one,other": ("red", "blue", "green", "white", "yellow", "silver", "black", "purple"),
    },
    draws={"r": count(2, 9), "b": count(2, 9), "n": count(6, 25), "c": plain(3, 20)},
    units={
        "r": "bead/group",
        "b": "bead/group",
        "group": "bead/group",
        "n": "group",
        "total": "bead",
        "ones": "bead",
        "others": "bead",
        "c": "cent/bead",
        "cents": "cent",
    },
    lines={
        "group": ("The pattern has @ beads.", "After @ beads, the pattern begins again."),
        "n": ("The pattern appears @ times.",),
        "ones": ("That is @ <one> beads.", "There are @ <one> beads."),
        "others": ("That is @ <other> beads.", "There are @ <other> beads."),
        "total": ("In all, there are @ beads.",),
        "cents": ("The <one> beads cost @ cents.",),
    },
    within={"total": (24, 180)},
    owners={"total": "what", "cents": "who"},
)

mixed_drink = family(
    "mixed_drink",
    fact(
        "<who> pours <a> liters of <drink> with <p>% pure juice into a large pot.",
        "Into a large pot, <who> pours <a> liters of <drink> that is <p>% pure juice.",
        says="first = p/100*a",
    ),
    fact(
        "Then <who.he> adds <b> liters of a stronger <drink> with <q>% pure juice.",
        "<who.He> pours <b> liters of a stronger kind with <q>% pure juice into the same pot.",
        says="second = q/100*b",
    ),
    either(
        [
            ask(
                "How many liters of pure juice are in the pot?",
                "How many liters of pure juice does the pot then contain?",
                of="juice",
            )
        ],
        [
            ask(
                "What percentage of the mixture is pure juice?",
                "What is the share of pure juice in the mixture, in percent?",
                of="strength",
            )
        ],
        [
            ask(
                "How many liters in the pot are not pure juice?",
                "How many liters of the mixture are something other than pure juice?",
                of="rest",
            )
        ],
    ),
    says="juice = first + second; all = a + b; rest = all - juice; strength = juice/all*100",
    words={
        "who": PERSON,
        "drink": (
            "orange drink",
            "punch",
            "apple drink",
            "cherry drink",
            "mango drink",
            "grape drink",
        ),
    },
    draws={"a": plain(4, 18), "p": percent(10, 45), "b": plain(3, 15), "q": percent(50, 85)},
    units={
        "a": "liter",
        "b": "liter",
        "p": "%",
        "q": "%",
        "first": "liter",
        "second": "liter",
        "juice": "liter",
        "all": "liter",
        "rest": "liter",
        "strength": "%",
    },
    lines={
        "first": ("The weaker <drink> contains @ liters of pure juice.",),
        "second": ("The stronger <drink> contains @ liters of pure juice.",),
        "juice": ("Together, there are @ liters of pure juice.",),
        "all": ("The pot holds @ liters.",),
        "rest": ("@ liters are not pure juice.",),
        "strength": ("The share of pure juice is @ percent.",),
    },
    fine="first second juice rest",
)

marks_and_mean = family(
    "marks_and_mean",
    fact(
        "In the first tests of the year, <who> scored <x>, <y> and <z> points.",
        "This year, <who> got <x> points in one test, <y> in another and <z> in the latest one.",
        "<who>'s results in the first tests of the year were <x>, <y> and <z> points.",
        says="sum = x + y + z",
    ),
    either(
        [
            fact(
                "After the next test, the mean of all <n> results was <m> points.",
                "With the next test included, the mean of all <n> results was <m> points.",
                says="all = n*m; all = sum + next",
            ),
            ask(
                "How many points did <who> get in the next test?",
                "What was <who>'s result in the next test, in points?",
                of="next",
            ),
        ],
        [
            fact(
                "To pass the year, <who.he> needs <goal> points in total.",
                "A total of <goal> points is needed to pass the year.",
                says="goal = sum + missing",
            ),
            either(
                [
                    ask(
                        "How many more points does <who> need?",
                        "How many points does <who> still need?",
                        of="missing",
                    )
                ],
                [
                    fact(
                        "With <k> tests to come, <who> plans to get the missing points, the "
                        "same number in each.",
                        "There are <k> more tests, and <who.he> hopes to get the missing points "
                        "with the same result in each.",
                        says="missing = k*each",
                    ),
                    ask(
                        "How many points does <who> have to get in each of these tests?",
                        "How many points does <who> need in each of the coming tests?",
                        of="each",
                    ),
                ],
            ),
        ],
    ),
    words={"who": PERSON},
    draws={
        "x": plain(52, 98),
        "y": plain(52, 98),
        "z": plain(52, 98),
        "n": plain(4, 4),
        "next": plain(50, 99),
        "k": count(2, 6),
        "each": plain(50, 95),
        "missing": plain(60, 300),
    },
    units={
        "x": "point",
        "y": "point",
        "z": "point",
        "sum": "point",
        "n": "test",
        "m": "point/test",
        "all": "point",
        "next": "point",
        "goal": "point",
        "missing": "point",
        "k": "test",
        "each": "point/test",
    },
    lines={
        "sum": ("So far, <who> has @ points.", "The first results add up to @ points."),
        "all": ("With a mean of <m>, all results add up to @ points.",),
        "next": ("In the next test, <who> got @ points.",),
        "missing": ("<who> still needs @ points.",),
        "each": ("In each of the coming tests, <who> needs @ points.",),
    },
    owners={"next": "who", "missing": "who", "each": "who"},
)

FAMILIES = (
    beads_in_ratio,
    mixed_drink,
    marks_and_mean,
)
