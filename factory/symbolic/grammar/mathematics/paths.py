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
                        "Determine how many different paths are possible.",
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
                        of="p",
                        plan="g = c + d; u = choose(g, c); e = a - c; f = b - d; h = e + f; "
                        "v = choose(h, e); p = u*v",
                        means="paths(c, d)*paths(a - c, b - d)",
                    )
                ],
            ),
        ],
        [
            fact(
                "A word is formed from $<a>$ letters A and $<b>$ letters B.",
                "Somebody writes $<a>$ letters A and $<b>$ letters B in a row.",
                "A string of letters contains the letter A $<a>$ times, the letter B $<b>$ times, "
                "and nothing else.",
            ),
            asked(
                "the number of different strings of this kind",
                "How many different strings of letters are possible?",
                "Find the number of different strings of letters that can result.",
                of="o",
                plan="i = a + b; o = choose(i, a)",
                means="paths(a, b)",
            ),
        ],
    ),
    draws={"a": plain(3, 9), "b": plain(3, 9), "c": plain(2, 6), "d": plain(2, 6)},
    need=("c < a", "d < b", "e > 1", "f > 1"),
    lines={
        "s": ("Every path has $@$ steps.",),
        "t": ("A path is determined by which of its steps go to the right, so the number is $@$.",),
        "g": ("Up to the given point, a path has $@$ steps.",),
        "u": ("Choosing which of these go to the right, we count $@$ paths to that point.",),
        "e": ("From there, the number of steps to the right is $@$.",),
        "f": ("The number of steps up is $@$.",),
        "h": ("So the second part of the path has $@$ steps.",),
        "v": ("Again choosing which of them go to the right, we count $@$ second parts.",),
        "p": ("Any first part goes with any second part, so the number of paths is $@$.",),
        "i": ("The number of letters in the string is $@$.",),
        "o": (
            "A string is determined by the places of the letters A, so the number of strings is "
            "$@$.",
        ),
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
                says="h = n - 1; w = n*h",
            ),
            asked(
                "the number of games",
                "How many games are played?",
                "Find the number of games that are played.",
                of="w",
                means="len(list(permutations(range(n), 2)))",
            ),
        ],
        [
            fact(
                "A convex polygon has $<n>$ sides.",
                "The vertices of a convex polygon are $<n>$ points.",
                "Consider a convex polygon with $<n>$ vertices.",
                says="i = n - 3; q = n*i; r = q/2",
            ),
            asked(
                "the number of its diagonals",
                "How many diagonals does the polygon have?",
                "Find the number of its diagonals.",
                of="r",
                means="len(list(combinations(range(n), 2))) - n",
            ),
        ],
        [
            fact(
                "A code consists of $<k>$ symbols, and there are $<c>$ different symbols to choose "
                "from. A symbol may be used more than once.",
                "There are $<c>$ different symbols. A code is a sequence of $<k>$ of them, in "
                "which symbols may be repeated.",
                "Each of the $<k>$ places of a code holds one of $<c>$ symbols, and repetition is "
                "allowed.",
            ),
            either(
                [
                    asked(
                        "the number of different codes",
                        "How many different codes are there?",
                        "Find the number of different codes.",
                        of="z",
                        says="z = c**k",
                    )
                ],
                [
                    asked(
                        "the number of codes in which some symbol appears more than once",
                        "How many codes have at least one symbol more than once?",
                        "Find the number of codes in which not all symbols are different.",
                        of="x",
                        plan="u = c**k; e = c - k; f = factorial(c); g = factorial(e); v = f/g; "
                        "x = u - v",
                        means="c**k - len(list(permutations(range(c), k)))",
                    )
                ],
            ),
        ],
    ),
    draws={"n": plain(5, 24), "k": plain(4, 5), "c": plain(6, 9)},
    need=("k < c - 1", "g > 1"),
    within=dict.fromkeys("twrzx", (5, 60000)),
    lines={
        "m": ("Each person shakes hands with $@$ others.",),
        "p": ("Counted for every person, this makes $@$.",),
        "t": ("Each handshake has been counted for both people, so the number is $@$.",),
        "h": ("Each team plays at home against $@$ others.",),
        "w": ("Every game has one host, so the number of games is $@$.",),
        "i": (
            "A vertex is joined by a diagonal to every vertex but itself and its two neighbors, "
            "that is, to $@$.",
        ),
        "q": ("Counted for every vertex, this makes $@$.",),
        "r": ("Each diagonal has been counted from both ends, so the number is $@$.",),
        "z": ("Every place can be filled with any of the symbols, so the number of codes is $@$.",),
        "u": ("Every place can be filled with any of the symbols, so there are $@$ codes in all.",),
        "f": (
            "To count the codes without repetition, we imagine all the symbols in a row that "
            "begins with the code. There are $@$ such rows.",
        ),
        "e": ("Behind the code, the number of symbols left over is $@$.",),
        "g": ("For one and the same code, these can stand in $@$ orders.",),
        "v": ("Dividing, we get the number of codes without repetition, $@$.",),
        "x": ("All other codes repeat some symbol, so the number is $@$.",),
    },
)

FAMILIES = (
    grid_paths,
    pairs_and_codes,
)
