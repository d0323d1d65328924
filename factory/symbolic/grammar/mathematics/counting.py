"""Arrangements and choices."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_ROWS = (
    ("book/books", "on a shelf"),
    ("photograph/photographs", "along a wall"),
    ("flowerpot/flowerpots", "on a windowsill"),
    ("flag/flags", "along a fence"),
    ("trophy/trophies", "in a display case"),
    ("painting/paintings", "in a hallway"),
    ("lantern/lanterns", "along a path"),
    ("vase/vases", "on a table"),
)

arrangements = problem(
    "arrangements",
    either(
        [
            asked(
                "the number of ways to arrange $<n>$ different <thing> in a row <place>",
                "In how many ways can $<n>$ different <thing> be arranged in a row <place>?",
                "How many different orders are possible when $<n>$ different <thing> are placed in "
                "a row <place>?",
                of="t",
                says="t = factorial(n)",
            )
        ],
        [
            asked(
                "the number of ways to choose $<k>$ of $<n>$ different <thing> and arrange them in "
                "a row <place>",
                "In how many ways can $<k>$ of $<n>$ different <thing> be chosen and arranged in a "
                "row <place>?",
                "There are $<n>$ different <thing>, and $<k>$ of them are placed in a row <place>. "
                "How many different rows are possible?",
                of="y",
                says="u = factorial(n); m = n - k; x = factorial(m); y = u/x",
            )
        ],
        [
            fact(
                "There are $<n>$ different <thing>, all of which are arranged in a row <place>.",
                "Somebody arranges $<n>$ different <thing> in a row <place>.",
                "A row of $<n>$ different <thing> is set up <place>.",
            ),
            either(
                [
                    asked(
                        "the number of arrangements in which two particular <thing> are side by "
                        "side",
                        "In how many arrangements are two particular <thing> next to each other?",
                        "How many arrangements have two particular <thing> side by side?",
                        of="z",
                        plan="i = n - 1; v = factorial(i); z = 2*v",
                        means="sum(1 for p in permutations(range(n)) if abs(p.index(0) - "
                        "p.index(1)) == 1)",
                    )
                ],
                [
                    asked(
                        "the number of arrangements in which two particular <thing> are not side "
                        "by side",
                        "In how many arrangements are two particular <thing> not next to each "
                        "other?",
                        "How many arrangements keep two particular <thing> apart?",
                        of="f",
                        plan="u = factorial(n); i = n - 1; v = factorial(i); w = 2*v; f = u - w",
                        means="sum(1 for p in permutations(range(n)) if abs(p.index(0) - "
                        "p.index(1)) != 1)",
                    )
                ],
                [
                    asked(
                        "the number of arrangements in which a particular <thing.one> is at the "
                        "left end",
                        "In how many arrangements is a particular <thing.one> at the left end?",
                        "How many arrangements begin, from the left, with a particular "
                        "<thing.one>?",
                        of="g",
                        plan="j = n - 1; g = factorial(j)",
                        means="sum(1 for p in permutations(range(n)) if p[0] == 0)",
                    )
                ],
            ),
        ],
    ),
    rows={"thing,place": _ROWS},
    draws={"n": plain(4, 8), "k": plain(2, 5)},
    need=("k + 1 < n", "m > 1"),
    lines={
        "t": (
            "For the first place we can choose among all the <thing>, for each later place among "
            "one fewer. So the number is $@$.",
        ),
        "u": ("All the <thing> together can be arranged in $@$ ways.",),
        "m": ("The number of <thing> that are not chosen is $@$.",),
        "x": ("These could follow the chosen ones in $@$ orders.",),
        "y": (
            "So each row of chosen <thing> is the beginning of just as many arrangements of "
            "all, and the number of such rows is $@$.",
        ),
        "i": ("Tying the two together into a single object leaves $@$ objects to arrange.",),
        "v": ("These can be arranged in $@$ ways.",),
        "z": ("Each time, the two can stand in either order, so the number is $@$.",),
        "w": (
            "Each time, the two can stand in either order, so they are side by side in $@$ "
            "arrangements.",
        ),
        "f": ("In all other arrangements they are apart, so the number is $@$.",),
        "j": ("When that <thing.one> has its place, $@$ others remain.",),
        "g": ("They can be arranged in $@$ ways.",),
    },
)

_CLUBS = (
    ("a chess club", "players", "women", "men"),
    ("a book club", "members", "teachers", "students"),
    ("a choir", "singers", "sopranos", "altos"),
    ("a council", "members", "farmers", "merchants"),
    ("a workshop", "workers", "painters", "carpenters"),
    ("an orchestra", "musicians", "violinists", "cellists"),
    ("a research group", "scientists", "chemists", "biologists"),
)

committees = problem(
    "committees",
    either(
        [
            fact(
                "There are $<n>$ <member> in <club>.",
                "Exactly $<n>$ <member> belong to <club>.",
                "Altogether, $<n>$ <member> belong to <club>.",
            ),
            either(
                [
                    asked(
                        "the number of ways to choose a committee of $<k>$ of them",
                        "In how many ways can a committee of $<k>$ of them be chosen?",
                        "How many different committees of $<k>$ of them are possible?",
                        of="t",
                        says="t = choose(n, k)",
                    )
                ],
                [
                    asked(
                        "the number of ways to choose a committee of $<k>$ of them if the oldest "
                        "of them must be on it",
                        "In how many ways can a committee of $<k>$ of them be chosen if the "
                        "oldest of all the <member> must be on it?",
                        "How many committees of $<k>$ of them include the oldest of all the "
                        "<member>?",
                        of="c",
                        plan="m = n - 1; j = k - 1; c = choose(m, j)",
                        means="sum(1 for c in combinations(range(n), k) if 0 in c)",
                    )
                ],
                [
                    asked(
                        "the number of ways to choose a leader and then a committee of $<k>$ "
                        "others",
                        "In how many ways can they choose a leader and then a committee of $<k>$ "
                        "others?",
                        "They choose a leader first, and then $<k>$ others for a committee. In how "
                        "many ways can this be done?",
                        of="w",
                        plan="h = n - 1; u = choose(h, k); w = n*u",
                        means="sum(1 for c in combinations(range(n), k + 1) for leader in c)",
                    )
                ],
            ),
        ],
        [
            fact(
                "Among the <member> of <club> there are $<a>$ <first> and $<b>$ <second>.",
                "A certain group consists of $<a>$ <first> and $<b>$ <second>, all <member> of "
                "<club>.",
                "The <member> of <club> include $<a>$ <first> and $<b>$ <second>.",
            ),
            either(
                [
                    asked(
                        "the number of ways to choose $<i>$ of these <first> and $<k>$ of these "
                        "<second>",
                        "In how many ways can $<i>$ of these <first> and $<k>$ of these <second> "
                        "be chosen?",
                        "A team of $<i>$ of these <first> and $<k>$ of these <second> is formed. "
                        "How many teams are possible?",
                        of="p",
                        says="x = choose(a, i); y = choose(b, k); p = x*y",
                    )
                ],
                [
                    asked(
                        "the number of ways to choose $<k>$ of these people so that there is at "
                        "least one of the <first> among them",
                        "In how many ways can $<k>$ of these people be chosen so that there is at "
                        "least one of the <first> among them?",
                        "How many teams of $<k>$ of these people include at least one of the "
                        "<first>?",
                        of="f",
                        plan="s = a + b; d = choose(s, k); e = choose(b, k); f = d - e",
                        means="sum(1 for c in combinations(range(a + b), k) if c[0] < a)",
                    )
                ],
            ),
        ],
    ),
    rows={"club,member,first,second": _CLUBS},
    draws={
        "n": plain(6, 14),
        "a": plain(4, 9),
        "b": plain(4, 9),
        "i": plain(2, 4),
        "k": plain(2, 5),
    },
    need=("k < n - 1", "k < b", "i < a"),
    within=dict.fromkeys("tcwpf", (5, 20000)),
    lines={
        "t": (
            "The order in which the committee is chosen does not matter, so the number is $@$.",
            "We choose without regard to order, so the number is $@$.",
        ),
        "m": ("Apart from the oldest, there are $@$ people.",),
        "j": ("Since the oldest is on the committee, the number still to be chosen is $@$.",),
        "c": ("So the number of such committees is $@$.",),
        "h": ("Whoever is the leader, there are $@$ others.",),
        "u": ("From these, the committee can be chosen in $@$ ways.",),
        "w": ("Any of the <member> can be the leader, so the number is $@$.",),
        "x": ("The <first> can be chosen in $@$ ways.",),
        "y": ("For each such choice, the <second> can be chosen in $@$ ways.",),
        "p": ("Multiplying these numbers gives $@$.", "So the number is the product, $@$."),
        "s": ("In all, there are $@$ people.",),
        "d": ("Without any condition, the choice can be made in $@$ ways.",),
        "e": (
            "We must leave out those choices in which none of the <first> is included. Then all "
            "are <second>, which happens in $@$ ways.",
        ),
        "f": ("All the other choices include at least one of the <first>, so the number is $@$.",),
    },
)

FAMILIES = (
    arrangements,
    committees,
)
