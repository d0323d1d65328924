"""Paths on a grid, pairs, codes."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

grid_paths = problem(
    "grid_paths",
    either(
        [
            fact(
                "An ant walks along grid lines from the point $(0, 0)$ to the point $(<a>, <b>)$. "
                "Every step goes one unit to the right or one unit up.",
                "On a grid, a path leads from $(0, 0)$ to $(<a>, <b>)$ in steps of one unit, each "
                "to the right or up.",
                "A robot at $(0, 0)$ moves to $(<a>, <b>)$. It can only move one unit to the right "
                "or one unit up at a time.",
            ),
            either(
                [
                    asked(
                        "the number of different paths",
                        "How many different paths are possible?",
                        "Find the number of different paths.",
                        "In how many different ways can this be done?",
                        of="t",
                        plan="s = a + b; t = choose(s, a)",
                        means="paths(a, b)",
                    )
                ],
                [
                    asked(
                        "the number of different paths that pass through the point $(<c>, <d>)$",
                        "How many different paths pass through the point $(<c>, <d>)$?",
                        "Find the number of different paths through the point $(<c>, <d>)$.",
                        of="t",
                        plan="g = c + d; u = choose(g, c); e = a - c; f = b - d; h = e + f; "
                        "v = choose(h, e); t = u*v",
                        means="paths(c, d)*paths(a - c, b - d)",
                    )
                ],
            ),
        ],
        [
            fact(
                "A word is formed from $<a>$ letters A and $<b>$ letters B.",
                "All of $<a>$ letters A and $<b>$ letters B are written in a row.",
                "A string of letters contains $<a>$ times the letter A, $<b>$ times the letter B, "
                "and nothing else.",
            ),
            asked(
                "the number of different strings that can be formed in this way",
                "How many different strings of letters are possible?",
                "Find the number of different strings of letters that can result.",
                of="t",
                plan="s = a + b; t = choose(s, a)",
                means="paths(a, b)",
            ),
        ],
    ),
    draws={"a": plain(3, 9), "b": plain(3, 9), "c": plain(2, 6), "d": plain(2, 6)},
    need=("c < a", "d < b", "e > 1", "f > 1"),
    lines={
        "s": ("In all, there are $@$ positions to fill.", "The total number is $@$."),
        "g": ("Up to that point there are $@$ steps.",),
        "u": ("For this part there are $@$ paths.",),
        "e": ("From there, the steps to the right are $@$.",),
        "f": ("The steps up are $@$.",),
        "h": ("This part has $@$ steps.",),
        "v": ("For this second part there are $@$ paths.",),
        "t": ("So the number is $@$.", "This makes $@$ possibilities."),
    },
)

pairs_and_codes = problem(
    "pairs_and_codes",
    either(
        [
            fact(
                "At a meeting of $<n>$ people, everybody shakes hands with everybody else exactly "
                "once.",
                "Each of $<n>$ people at a party shakes hands with every other person exactly "
                "once.",
                "When $<n>$ friends meet, every one of them shakes hands once with each of the "
                "others.",
                says="m = n - 1; p = n*m; t = p/2",
            ),
            asked(
                "the number of handshakes",
                "How many handshakes are there?",
                "Find the number of handshakes.",
                of="t",
                means="len(list(combinations(range(n), 2)))",
            ),
        ],
        [
            fact(
                "Each of $<n>$ teams plays every other team twice, at home and away.",
                "In a league of $<n>$ teams, every team plays each of the others once at home and "
                "once away.",
                "A league has $<n>$ teams. Each of them is host to every other team exactly once.",
                says="m = n - 1; t = n*m",
            ),
            asked(
                "the number of games",
                "How many games are played?",
                "Find the number of games that are played.",
                of="t",
                means="len(list(permutations(range(n), 2)))",
            ),
        ],
        [
            fact(
                "A convex polygon has $<n>$ sides.",
                "The vertices of a convex polygon are $<n>$ points.",
                "Consider a convex polygon with $<n>$ vertices.",
                says="m = n - 3; p = n*m; t = p/2",
            ),
            asked(
                "the number of its diagonals",
                "How many diagonals does the polygon have?",
                "Find the number of its diagonals.",
                of="t",
                means="len(list(combinations(range(n), 2))) - n",
            ),
        ],
        [
            fact(
                "A code consists of $<k>$ symbols, and there are $<c>$ different symbols to choose "
                "from. A symbol may be used more than once.",
                "There are $<c>$ different symbols. A code is a sequence of $<k>$ of them, in "
                "which "
                "symbols may be repeated.",
                "Each of the $<k>$ places of a code holds one of $<c>$ symbols, and repetition is "
                "allowed.",
            ),
            either(
                [
                    asked(
                        "the number of different codes",
                        "How many different codes are there?",
                        "Find the number of different codes.",
                        of="t",
                        says="t = c**k",
                    )
                ],
                [
                    asked(
                        "the number of codes in which some symbol appears more than once",
                        "How many codes have at least one symbol more than once?",
                        "Find the number of codes in which not all symbols are different.",
                        of="t",
                        plan="u = c**k; e = c - k; f = factorial(c); g = factorial(e); v = f/g; "
                        "t = u - v",
                        means="c**k - len(list(permutations(range(c), k)))",
                    )
                ],
            ),
        ],
    ),
    draws={"n": plain(5, 24), "k": plain(4, 5), "c": plain(6, 9)},
    need=("k < c - 1", "g > 1"),
    within={"t": (5, 60000)},
    lines={
        "m": ("Each one can be joined with $@$ others.", "From each there are $@$ possibilities."),
        "p": ("Counted from both ends, this makes $@$.",),
        "u": ("In all, there are $@$ codes.",),
        "e": ("The number of symbols that stay unused is then $@$.",),
        "f": ("All symbols can be ordered in $@$ ways.",),
        "g": ("The unused ones can be ordered in $@$ ways.",),
        "v": ("So the codes without repetition are $@$.",),
        "t": ("So the number is $@$.", "This makes $@$."),
    },
)

FAMILIES = (
    grid_paths,
    pairs_and_codes,
)
