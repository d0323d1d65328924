"""Arithmetic and geometric sequences."""

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
                        says="m = n - 1; g = m*d; z = a + g; y = a + z; b = n*y; s = b/2",
                        means="sum(a + i*d for i in range(n))",
                    )
                ],
                [
                    asked(
                        "the number $n$ for which $a_n = <l>$",
                        "For which $n$ is $a_n = <l>$?",
                        "Find the number $n$ with $a_n = <l>$.",
                        "Which position in the sequence does the term $<l>$ have?",
                        of="f",
                        says="e = f - 1; c = e*d; l = a + c",
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
                        of="q",
                        says="o = j - 1; p = o*d; u = q + p",
                    )
                ],
                [
                    asked(
                        "the value of $a_{<i>}$",
                        of="x",
                        says="r = i - k; t = r*d; x = v + t",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(2, 40),
        "d": plain(2, 12),
        "n": plain(8, 40),
        "f": plain(8, 40),
        "j": plain(4, 12),
        "k": plain(8, 25),
        "i": plain(26, 50),
        "u": plain(5, 60),
    },
    need=("k > j + 1", "h > 1"),
    lines={
        "m": ("From the first term to the last one that we need, there are $@$ steps.",),
        "g": ("Over these steps, the terms grow by $@$.",),
        "l": ("So the term is $@$.", "Added to the first term, this gives $@$."),
        "z": ("So the last of these terms is $@$.",),
        "y": ("The first and the last of these terms add up to $@$.",),
        "b": (
            "Writing the terms forwards and, below, backwards, we get this same sum in each "
            "column. All columns together make $@$.",
        ),
        "s": ("This is twice the sum, which is therefore $@$.",),
        "c": ("The given term exceeds the first one by $@$.",),
        "e": ("With the common difference, this takes $@$ steps.",),
        "f": ("The first term has the number one, so the given term has the number $@$.",),
        "w": ("Between the two given terms, the sequence grows by $@$.",),
        "h": ("The number of steps between them is $@$.",),
        "d": ("So the common difference is $@$.",),
        "o": ("From the first term to the earlier given one, there are $@$ steps.",),
        "p": ("Over the steps up to the earlier given term, the sequence grows by $@$.",),
        "q": ("So the first term is $@$.",),
        "r": ("From the later given term to the one in question, there are $@$ steps.",),
        "t": ("Over the steps from the later given term on, the sequence grows by $@$.",),
        "x": ("So the term in question is $@$.",),
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
                        of="t",
                        plan="h = r**n; u = h - 1; v = a*u; w = r - 1; t = v/w",
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
                "third term is $<c>$.",
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
                plan="x = f*g2; y = g2 - g1; s = x/y",
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
    need=("g1 < g2", "gcd(g1, g2) < 2", "r > 1", "w > 1", "y > 1"),
    within=dict.fromkeys("lstgh", (4, 60000)),
    fractions="s",
    lines={
        "m": ("From the first term to the one in question, there are $@$ steps.",),
        "g": ("Every step multiplies by the common ratio, so in all we multiply by $@$.",),
        "l": ("So the term is $@$.", "Multiplying the first term by this gives $@$."),
        "h": (
            "In the formula for the sum, the common ratio is raised to the number of terms, which "
            "gives $@$.",
        ),
        "u": ("Subtracting one leaves $@$.",),
        "v": ("Multiplied by the first term, it becomes $@$.",),
        "w": ("The formula divides this by the common ratio minus one, which is $@$.",),
        "t": ("So the sum is $@$.",),
        "x": (
            "The sum is the first term divided by the difference of one and the ratio. Multiplying "
            "both by the denominator of the ratio, we get $@$ for the first term.",
        ),
        "y": ("For that difference, we get $@$.",),
        "s": ("So the sum is the quotient $@$.",),
        "q": (
            "From the first to the third term, we multiply twice by the common ratio, so the "
            "square of the ratio is $@$.",
        ),
        "r": ("As all terms are positive, so is the common ratio, and it is $@$.",),
        "b": ("The second term is $@$.",),
        "e": ("The fourth term is $@$.",),
    },
)

FAMILIES = (
    arithmetic_sequence,
    geometric_sequence,
)
