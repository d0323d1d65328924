"""Arithmetic and geometric sequences, and sums of whole numbers."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

arithmetic_sequence = problem(
    "arithmetic_sequence",
    either(
        [
            fact(
                "An arithmetic sequence $a_1, a_2, a_3, \\ldots$ has the first term $<a>$ and the "
                "common difference $<d>$.",
                "Let $a_1, a_2, a_3, \\ldots$ be the arithmetic sequence that begins with $<a>$ "
                "and in which every term is $<d>$ more than the one before.",
                "In the sequence $a_1, a_2, a_3, \\ldots$, the first term is $<a>$, and each later "
                "term is $<d>$ more than the term before it.",
            ),
            either(
                [
                    asked(
                        "the value of $a_{<n>}$",
                        of="l",
                        says="m = n - 1; g = m*d; l = a + g",
                        means="a + (n - 1)*d",
                    )
                ],
                [
                    asked(
                        "the sum of the first $<n>$ terms",
                        of="s",
                        says="m = n - 1; g = m*d; l = a + g; u = a + l; v = n*u; s = v/2",
                        means="sum(a + i*d for i in range(n))",
                    )
                ],
                [
                    asked(
                        "the number $n$ for which $a_n = <l>$",
                        "For which $n$ is $a_n = <l>$?",
                        "Find the number $n$ with $a_n = <l>$.",
                        "Which position in the sequence does the term $<l>$ have?",
                        of="n",
                        says="m = n - 1; g = m*d; l = a + g",
                    )
                ],
            ),
        ],
        [
            fact(
                "In an arithmetic sequence $a_1, a_2, a_3, \\ldots$, we have $a_{<j>} = <u>$ and "
                "$a_{<k>} = <v>$.",
                "The arithmetic sequence $a_1, a_2, a_3, \\ldots$ satisfies $a_{<j>} = <u>$ and "
                "$a_{<k>} = <v>$.",
                "Let $a_1, a_2, a_3, \\ldots$ be an arithmetic sequence with $a_{<j>} = <u>$ and "
                "$a_{<k>} = <v>$.",
                says="h = k - j; w = v - u; w = h*d",
            ),
            either(
                [asked("the common difference", of="d")],
                [
                    asked(
                        "the first term",
                        "What is the first term of the sequence?",
                        "Find the first term of the sequence.",
                        "Determine $a_1$.",
                        of="a",
                        says="m = j - 1; g = m*d; u = a + g",
                    )
                ],
                [
                    asked(
                        "the value of $a_{<i>}$",
                        of="l",
                        says="m = i - k; g = m*d; l = v + g",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(2, 40),
        "d": plain(2, 12),
        "n": plain(8, 40),
        "j": plain(4, 12),
        "k": plain(8, 25),
        "i": plain(26, 50),
        "u": plain(5, 60),
    },
    need=("k > j + 1", "h > 1"),
    lines={
        "m": ("The number of steps between the terms is $@$.",),
        "g": ("Over these steps, the terms change by $@$.",),
        "h": ("Between the two given terms there are $@$ steps.",),
        "w": ("Over them, the terms grow by $@$.",),
        "d": ("So the common difference is $@$.",),
        "l": ("This gives the term $@$.", "So the term is $@$."),
        "a": ("Going back, the first term is $@$.",),
        "u": ("The first and the last of these terms add up to $@$.",),
        "v": ("Multiplied by the number of terms, this is $@$.",),
        "s": ("Half of it is the sum, $@$.",),
        "n": ("So the term has the number $@$.",),
    },
)

geometric_sequence = problem(
    "geometric_sequence",
    either(
        [
            fact(
                "A geometric sequence $a_1, a_2, a_3, \\ldots$ has the first term $<a>$ and the "
                "common ratio $<r>$.",
                "Let $a_1, a_2, a_3, \\ldots$ be the geometric sequence that begins with $<a>$ and "
                "in which every term is $<r>$ times the one before.",
                "In the sequence $a_1, a_2, a_3, \\ldots$, the first term is $<a>$, and each later "
                "term is $<r>$ times the term before it.",
            ),
            either(
                [
                    asked(
                        "the value of $a_{<n>}$",
                        of="l",
                        says="m = n - 1; g = r**m; l = a*g",
                        means="a*r**(n - 1)",
                    )
                ],
                [
                    asked(
                        "the sum of the first $<n>$ terms",
                        of="s",
                        plan="g = r**n; u = g - 1; v = a*u; w = r - 1; s = v/w",
                        means="sum(a*r**i for i in range(n))",
                    )
                ],
            ),
        ],
        [
            fact(
                "The terms of a geometric sequence are positive. Its first term is $<a>$, and its "
                "third term is $<c>$.",
                "A geometric sequence of positive numbers begins with $<a>$, and its third term is "
                "$<c>$.",
                "In a geometric sequence of positive numbers, the first term is $<a>$ and the "
                "third "
                "term is $<c>$.",
                says="q = r**2; c = a*q",
            ),
            either(
                [asked("the common ratio", of="r", plan="q = c/a; r = root(q)")],
                [
                    asked(
                        "the second term",
                        of="b",
                        says="b = a*r",
                        plan="q = c/a; r = root(q); b = a*r",
                    )
                ],
                [
                    asked(
                        "the fourth term",
                        of="e",
                        says="e = c*r",
                        plan="q = c/a; r = root(q); e = c*r",
                    )
                ],
            ),
        ],
        [
            fact(
                r"An infinite geometric series has the first term $<f>$ and the common ratio "
                r"$\frac{<g1>}{<g2>}$.",
                r"The terms of an infinite geometric series begin with $<f>$, and each later term "
                r"is $\frac{<g1>}{<g2>}$ of the term before it.",
                r"In an infinite series the first term is $<f>$, and the ratio of each term to the "
                r"one before is $\frac{<g1>}{<g2>}$.",
            ),
            asked(
                "the sum of the series",
                of="s",
                whole=False,
                plan="v = f*g2; w = g2 - g1; s = v/w",
                means="Rational(f)/(1 - Rational(g1, g2))",
            ),
        ],
    ),
    draws={
        "a": plain(2, 12),
        "r": plain(2, 7),
        "n": plain(4, 8),
        "f": plain(4, 60),
        "g1": plain(2, 8),
        "g2": plain(3, 12),
    },
    need=("g1 < g2", "gcd(g1, g2) < 2", "r > 1", "w > 1"),
    within={"l": (10, 60000), "s": (3, 60000), "g": (4, 60000)},
    fractions="s",
    lines={
        "m": ("The number of steps from the first term is $@$.",),
        "g": ("The power of the ratio that we need is $@$.",),
        "l": ("So the term is $@$.", "This gives $@$."),
        "u": ("Less one, this is $@$.",),
        "v": ("Multiplied by the first term, we have $@$.", "The numerator of the sum is $@$."),
        "w": ("We have to divide by $@$.",),
        "s": ("So the sum is $@$.",),
        "q": ("The square of the ratio is $@$.",),
        "r": ("So the common ratio is $@$.",),
        "b": ("The second term is $@$.",),
        "e": ("The fourth term is $@$.",),
    },
)

sums_of_integers = problem(
    "sums_of_integers",
    either(
        [
            asked(
                "the sum of the integers from $<a>$ to $<b>$, both included",
                of="s",
                plan="d = b - a; n = d + 1; u = a + b; v = n*u; s = v/2",
                means="sum(range(a, b + 1))",
            )
        ],
        [
            asked(
                "the sum of all positive multiples of $<k>$ that are at most $<c>$",
                of="s",
                plan="n = quotient(c, k); m = n + 1; u = n*m; v = k*u; s = v/2",
                means="sum(i for i in range(1, c + 1) if i % k == 0)",
            )
        ],
        [
            asked(
                "the sum of the first $<n>$ positive odd integers",
                of="s",
                plan="s = n**2",
                means="sum(2*i + 1 for i in range(n))",
            )
        ],
        [
            asked(
                "the sum of the first $<n>$ positive even integers",
                of="s",
                plan="m = n + 1; s = n*m",
                means="sum(2*i + 2 for i in range(n))",
            )
        ],
        [
            asked(
                "the sum of the squares of the integers from $1$ to $<n>$",
                of="s",
                plan="m = n + 1; w = 2*n; e = w + 1; u = n*m; v = u*e; s = v/6",
                means="sum(i**2 for i in range(1, n + 1))",
            )
        ],
    ),
    draws={
        "a": plain(5, 60),
        "b": plain(20, 150),
        "k": plain(3, 15),
        "c": plain(40, 250),
        "n": plain(7, 50),
    },
    need=("a + 8 < b", "n > 3"),
    lines={
        "d": ("The last number exceeds the first one by $@$.",),
        "n": ("So the number of terms is $@$.",),
        "m": ("The next number is $@$.",),
        "u": ("For the formula we need $@$.", "First, we compute $@$."),
        "w": ("Twice the last number is $@$.",),
        "e": ("One more than that is $@$.",),
        "v": ("This leads to $@$.",),
        "s": ("So the sum is $@$.",),
    },
)

FAMILIES = (arithmetic_sequence, geometric_sequence, sums_of_integers)
