"""Situations of averages: of results, and results that an average needs."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_MEASURED = tuple(
    (at, rounds, one, gets, unit, plain(low, high), plain(low, high), plain(low, high))
    for at, rounds, one, gets, unit, low, high in (
        ("in", "rounds of a quiz", "round/rounds", "earn/earns", "points", 50, 95),
        ("in", "games of bowling", "game/games", "earn/earns", "points", 90, 170),
        ("on", "days of apple picking", "day/days", "fill/fills", "baskets", 20, 45),
        ("on", "days of translating", "day/days", "translate/translates", "lines", 30, 75),
        ("on", "trips to the pool", "trip/trips", "swim/swims", "laps", 20, 50),
        ("in", "weeks of running", "week/weeks", "run/runs", "kilometers", 24, 50),
        ("on", "evenings of knitting", "evening/evenings", "knit/knits", "rows", 40, 80),
        ("on", "days of tea picking", "day/days", "pick/picks", "kilograms", 15, 32),
    )
)

_results = fact(
    "<at.Up> <n> <rounds>, <who> <gets> <a>, <b> and <c> <unit>.",
    "<who> keeps a record of <n> <rounds>. The results are <a>, <b> and <c> <unit>.",
    "After <n> <rounds>, <who>'s results are <a>, <b> and <c> <unit>.",
    says="total = a+b+c; mean = total/n",
)
_two_results = fact(
    "<who> plans <n> <rounds>. So far, the results are <a> and <b> <unit>, and only the last "
    "<one.one> is still to come.",
    "Before the last of <n> <rounds>, <who>'s results are <a> and <b> <unit>.",
    "<who> has finished all but the last of <n> <rounds>. The results so far are <a> and <b> "
    "<unit>.",
)
_goal = fact(
    "<who.He> wants an average of exactly <mean> <unit> per <one.one>.",
    "The average of all the results should be exactly <mean> <unit> per <one.one>.",
    "<who>'s goal is an average of exactly <mean> <unit> per <one.one>.",
    says="aim = n*mean; so_far = a+b; c = aim-so_far",
)

average = family(
    "average",
    either(
        [
            _results,
            either(
                [
                    ask(
                        "What is <who>'s average, in <unit> per <one.one>?",
                        "What is the average of these results, in <unit> per <one.one>?",
                        "How many <unit> does <who> <gets.one> per <one.one> on average?",
                        of="mean",
                    ),
                ],
                [
                    fact(
                        "<friend>'s average per <one.one> is <gap> <unit> higher than <who>'s.",
                        "On average, <friend> <gets> <gap> <unit> more per <one.one> than <who>.",
                        "<friend> has a higher average than <who>, by <gap> <unit> per <one.one>.",
                        says="theirs = mean+gap",
                    ),
                    ask(
                        "How many <unit> does <friend> <gets.one> per <one.one> on average?",
                        "What is <friend>'s average, in <unit> per <one.one>?",
                        of="theirs",
                    ),
                ],
            ),
        ],
        [
            _two_results,
            _goal,
            ask(
                "How many <unit> does <who> need <at> the last <one.one>?",
                "What must the last result be, in <unit>?",
                of="c",
            ),
        ],
        [
            fact(
                "<at.Up> <early> <rounds>, <who> <gets> <mean> <unit> per <one.one> on average. "
                "<at.Up> the next <later> <one>, the average is <next> <unit> per <one.one>.",
                "<who>'s average per <one.one> is <mean> <unit> for <early> <rounds> and <next> "
                "<unit> for the next <later> <one>.",
                "<who> averages <mean> <unit> per <one.one> <at> the first <early> <rounds> and "
                "<next> <unit> <at> the <later> <one> after that.",
                says="first = early*mean; then = later*next; sum = first+then; all = early+later; "
                "average = sum/all",
            ),
            either(
                [
                    ask(
                        "What is <who>'s average over all of these <one>, in <unit> per <one.one>?",
                        "Over all of these <one>, how many <unit> per <one.one> does <who> "
                        "<gets.one> on average?",
                        of="average",
                    ),
                ],
                [
                    ask(
                        "How many <unit> does <who> <gets.one> altogether?",
                        "What is <who>'s total over all of these <one>, in <unit>?",
                        of="sum",
                    ),
                ],
                [
                    fact(
                        "<who>'s goal is a total of <goal> <unit>.",
                        "<who> would like to reach <goal> <unit> in all.",
                        "In all, <who> wants to reach <goal> <unit>.",
                        says="goal = sum + short",
                    ),
                    ask(
                        "How many more <unit> does <who> need to reach this goal?",
                        "How many <unit> is <who> still short of this goal?",
                        of="short",
                    ),
                ],
            ),
        ],
        [
            fact(
                "<at.Up> <early> <rounds>, <who> <gets> <mean> <unit> per <one.one> on average.",
                "<who>'s average over <early> <rounds> is <mean> <unit> per <one.one>.",
                "<who> averages <mean> <unit> per <one.one> <at> <early> <rounds>.",
                says="first = early*mean",
            ),
            fact(
                "<friend>'s average over <later> <one> is <next> <unit> per <one.one>.",
                "Over <later> <one>, <friend> averages <next> <unit> per <one.one>.",
                "<at.Up> <later> <one>, <friend> <gets> <next> <unit> per <one.one> on average.",
                says="then = later*next",
            ),
            either(
                [
                    ask(
                        "In total, how many more <unit> does <who> <gets.one> than <friend>?",
                        "By how many <unit> is <who>'s total higher than <friend>'s total?",
                        of="ahead",
                    ),
                ],
                [
                    ask(
                        "How many <unit> do <who> and <friend> <gets.one> together?",
                        "Together, how many <unit> do <who> and <friend> <gets.one>?",
                        of="sum",
                    ),
                ],
            ),
        ],
    ),
    words={"who,friend": PERSON},
    rows={"at,rounds,one,gets,unit,a,b,mean": _MEASURED},
    draws={
        "n": count(3, 3),
        "gap": count(2, 12),
        "short": plain(5, 90),
        "all": count(5, 10, 5),
        "early": count(2, "all-2"),
        "next": plain("mean-9", "mean+9"),
    },
    units={
        "n": "round",
        "a": "result",
        "b": "result",
        "c": "result",
        "total": "result",
        "aim": "result",
        "mean": "result/round",
        "gap": "result/round",
        "theirs": "result/round",
        "so_far": "result",
        "early": "round",
        "later": "round",
        "all": "round",
        "next": "result/round",
        "first": "result",
        "then": "result",
        "sum": "result",
        "goal": "result",
        "short": "result",
        "ahead": "result",
        "average": "result/round",
    },
    lines={
        "total": ("The total over all the <one> is @ <unit>.",),
        "aim": ("For this average, the total over all the <one> must be @ <unit>.",),
        "mean": ("The average is @ <unit> per <one.one>.",),
        "theirs": ("<friend>'s average is @ <unit> per <one.one>.",),
        "so_far": ("The total so far is @ <unit>.",),
        "c": (
            "The last result must be @ <unit>.",
            "So <who> needs @ <unit> <at> the last <one.one>.",
        ),
        "first": ("At <mean> <unit> per <one.one>, the total of <early> <one> is @ <unit>.",),
        "then": ("At <next> <unit> per <one.one>, the total of <later> <one> is @ <unit>.",),
        "sum": ("Together, that makes @ <unit>.", "The two totals add up to @ <unit>."),
        "short": ("<who> needs @ more <unit>.", "The goal is higher than this total by @ <unit>."),
        "all": ("In all, there are @ <one>.",),
        "average": ("So the average over all the <one> is @ <unit> per <one.one>.",),
        "ahead": ("The difference is @ <unit>.", "So <who>'s total is higher by @ <unit>."),
    },
    need=("c*5 < mean*7", "c*7 > mean*5", "a*5 < mean*7", "b*5 < mean*7"),
    fine="average",
    says="ahead = first-then; sum = first+then; all = early+later",
    owners={
        "c": "who",
        "mean": "who",
        "theirs": "friend",
        "sum": "who",
        "average": "who",
    },
)

FAMILIES = (average,)
