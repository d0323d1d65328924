"""Situations of averages: of results, and results that an average needs."""

from factory.symbolic.grammar.draws import count, plain
from factory.symbolic.grammar.family import PERSON, ask, either, fact, family

_MEASURED = tuple(
    (rounds, unit, plain(low, high), plain(low, high), plain(low, high))
    for rounds, unit, low, high in (
        ("rounds of a quiz", "points", 50, 95),
        ("games of bowling", "points", 90, 170),
        ("days of apple picking", "baskets", 30, 60),
        ("nights of a meteor count", "meteors", 30, 75),
        ("visits to a bird hide", "birds", 20, 50),
        ("games of mini golf", "strokes", 40, 68),
        ("evenings of knitting", "rows", 40, 80),
        ("mornings of picking tea", "sacks", 15, 32),
    )
)

_results = fact(
    "The results that <who> has in <n> <rounds> are <a>, <b> and <c> <unit>.",
    "<who> writes down <a>, <b> and <c> <unit> as the results of <n> <rounds>.",
    "After <n> <rounds>, <who> looks back on results of <a>, <b> and <c> <unit>.",
    says="total = a+b+c; mean = total/n",
)
_two_results = fact(
    "<who> plans <n> <rounds>. So far, the results are <a> and <b> <unit>.",
    "Before the last of <n> <rounds>, <who> has results of <a> and <b> <unit>.",
    "Of <n> <rounds>, the last is still to come for <who>. The results up to now are <a> and <b> "
    "<unit>.",
)
_goal = fact(
    "<who.He> wants an average of exactly <mean> <unit> over all of them.",
    "In the end the average of all results should be <mean> <unit>.",
    "<who>'s goal is an average of <mean> <unit> over the whole event.",
    says="total = n*mean; so_far = a+b; c = total-so_far",
)

average = family(
    "average",
    either(
        [
            _results,
            either(
                [
                    ask(
                        "What is <who>'s average, in <unit>?",
                        "What is the average of these results, in <unit>?",
                        "How many <unit> does <who> have on average?",
                        of="mean",
                    ),
                ],
                [
                    fact(
                        "On average, <friend> has <gap> <unit> more than <who>.",
                        "The average that <friend> has is higher by <gap> <unit>.",
                        "For <friend>, the average is <gap> <unit> higher than that.",
                        says="theirs = mean+gap",
                    ),
                    ask(
                        "How many <unit> does <friend> have on average?",
                        "What is <friend>'s average, in <unit>?",
                        of="theirs",
                    ),
                ],
            ),
        ],
        [
            _two_results,
            _goal,
            ask(
                "How many <unit> does <who> need for the last result?",
                "What must the last result be, in <unit>?",
                of="c",
            ),
        ],
        [
            fact(
                "In <early> <rounds>, <who> has an average of <mean> <unit>. In <later> more, the "
                "average is <next> <unit>.",
                "<who> starts with <early> <rounds> and an average of <mean> <unit>, and goes on "
                "with <later> more, in which the average is <next> <unit>.",
                "<who> averages <mean> <unit> in the first <early> <rounds> and <next> <unit> in "
                "the <later> that follow.",
                says="first = early*mean; then = later*next; sum = first+then; all = early+later; "
                "average = sum/all",
            ),
            either(
                [
                    ask(
                        "How many <unit> does <who> have on average over all of them?",
                        "What is the average of all results together, in <unit>?",
                        of="average",
                    ),
                ],
                [
                    ask(
                        "How many <unit> does <who> have in all?",
                        "How many <unit> do all results add up to?",
                        of="sum",
                    ),
                ],
            ),
        ],
        [
            fact(
                "In <early> <rounds>, <who> has <mean> <unit> on average.",
                "<who>'s average in <early> <rounds> is <mean> <unit>.",
                "The average that <who> reaches in <early> <rounds> is <mean> <unit>.",
                says="first = early*mean",
            ),
            fact(
                "<friend>'s average in <later> <rounds> is <next> <unit>.",
                "Over <later> <rounds>, <friend> averages <next> <unit>.",
                "In <later> <rounds>, <friend> reaches an average of <next> <unit>.",
                says="then = later*next",
            ),
            either(
                [
                    ask(
                        "How many more <unit> in all does <who> have than <friend>?",
                        "By how many <unit> is <who>'s total higher than <friend>'s?",
                        of="ahead",
                    ),
                ],
                [
                    ask(
                        "How many <unit> do <who> and <friend> have together?",
                        "How many <unit> is that for <who> and <friend> together?",
                        of="sum",
                    ),
                ],
            ),
        ],
    ),
    words={"who,friend": PERSON},
    rows={"rounds,unit,a,b,mean": _MEASURED},
    draws={
        "n": count(3, 3),
        "gap": count(2, 12),
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
        "ahead": "result",
        "average": "result/round",
    },
    lines={
        "total": ("All results together make @ <unit>.", "In all that is @ <unit>."),
        "mean": ("The average is @ <unit>.", "On average that is @ <unit>."),
        "theirs": ("<friend>'s average is @ <unit>.", "On average, <friend> has @ <unit>."),
        "so_far": ("So far there are @ <unit>.", "The results up to now make @ <unit>."),
        "c": ("The last result must be @ <unit>.", "So <who> needs @ <unit> in the end."),
        "first": ("An average of <mean> <unit> in <early> <rounds> makes @ <unit>.",),
        "then": ("An average of <next> <unit> in <later> <rounds> makes @ <unit>.",),
        "sum": ("Together that makes @ <unit>.", "All results add up to @ <unit>."),
        "all": ("In all there are @ results.", "The number of results is @."),
        "average": ("So the average of all results is @ <unit>.",),
        "ahead": ("The difference is @ <unit>.", "So <who> is ahead by @ <unit>."),
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
