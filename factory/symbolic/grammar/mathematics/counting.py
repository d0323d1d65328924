"""Arrangements and choices."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_ROWS = (
    ("books", "on a shelf"),
    ("photographs", "along a wall"),
    ("flowerpots", "on a windowsill"),
    ("flags", "along a fence"),
    ("trophies", "in a display case"),
    ("paintings", "in a hallway"),
    ("lanterns", "along a path"),
    ("vases", "on a table"),
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
                of="t",
                says="m = n - k; u = factorial(n); v = factorial(m); t = u/v",
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
                        "the number of arrangements in which a certain pair of them stands side "
                        "by side",
                        "In how many arrangements do a certain two of them stand next to each "
                        "other?",
                        "How many arrangements have a certain pair of them side by side?",
                        of="t",
                        plan="m = n - 1; v = factorial(m); t = 2*v",
                        means="sum(1 for p in permutations(range(n)) if abs(p.index(0) - "
                        "p.index(1)) == 1)",
                    )
                ],
                [
                    asked(
                        "the number of arrangements in which a certain pair of them does not "
                        "stand side by side",
                        "In how many arrangements are a certain two of them not next to each "
                        "other?",
                        "How many arrangements keep a certain pair of them apart?",
                        of="t",
                        plan="u = factorial(n); m = n - 1; v = factorial(m); w = 2*v; t = u - w",
                        means="sum(1 for p in permutations(range(n)) if abs(p.index(0) - "
                        "p.index(1)) != 1)",
                    )
                ],
                [
                    asked(
                        "the number of arrangements in which a certain one of them stands at the "
                        "left end",
                        "In how many arrangements is a certain one of them at the left end?",
                        "How many arrangements begin, from the left, with a certain one of them?",
                        of="t",
                        plan="m = n - 1; t = factorial(m)",
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
        "m": ("The number of places or objects that is left is $@$.", "We also need $@$."),
        "u": ("All of them together can be ordered in $@$ ways.",),
        "v": ("Those can be ordered in $@$ ways.",),
        "w": ("Both orders of the pair are possible, which makes $@$ arrangements.",),
        "t": ("So the number is $@$.", "Altogether, this makes $@$."),
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
                        "the number of ways to choose a committee of $<k>$ of them if a certain "
                        "one of them must be on it",
                        "In how many ways can a committee of $<k>$ of them be chosen if the oldest "
                        "of them must be on it?",
                        "How many committees of $<k>$ of them include the oldest of them?",
                        of="t",
                        plan="m = n - 1; j = k - 1; t = choose(m, j)",
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
                        of="t",
                        plan="m = n - 1; u = choose(m, k); t = n*u",
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
                        of="t",
                        says="u = choose(a, i); v = choose(b, k); t = u*v",
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
                        of="t",
                        plan="s = a + b; u = choose(s, k); v = choose(b, k); t = u - v",
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
    within={"t": (5, 20000)},
    lines={
        "m": ("Apart from that person, there are $@$ people.",),
        "j": ("The number of people still to be chosen is $@$.",),
        "s": ("In all, there are $@$ people.",),
        "u": ("The first choice can be made in $@$ ways.", "This can be done in $@$ ways."),
        "v": ("The other choice can be made in $@$ ways.",),
        "t": ("So the number is $@$.", "This makes $@$ possibilities."),
    },
)

FAMILIES = (
    arrangements,
    committees,
)
