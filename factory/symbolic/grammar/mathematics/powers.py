"""Fractions, powers and roots."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

fractions = problem(
    "fractions",
    either(
        [
            asked(
                r"the value of $\frac{<a>}{<b>} + \frac{<c>}{<d>}$",
                r"What is $\frac{<a>}{<b>} + \frac{<c>}{<d>}$? Give the answer as a fraction in "
                r"lowest terms.",
                r"Compute $\frac{<a>}{<b>} + \frac{<c>}{<d>}$ as a fraction in lowest terms.",
                r"Write $\frac{<a>}{<b>} + \frac{<c>}{<d>}$ as a single fraction in lowest terms.",
                of="t",
                whole=False,
                says="t = a/b + c/d",
                plan="p = a*d; q = b*c; n = p + q; m = b*d; t = n/m",
            )
        ],
        [
            asked(
                r"the value of $\frac{<a>}{<b>} - \frac{<c>}{<d>}$",
                r"What is $\frac{<a>}{<b>} - \frac{<c>}{<d>}$? Give the answer as a fraction in "
                r"lowest terms.",
                r"Compute $\frac{<a>}{<b>} - \frac{<c>}{<d>}$ as a fraction in lowest terms.",
                r"Write $\frac{<a>}{<b>} - \frac{<c>}{<d>}$ as a single fraction in lowest terms.",
                of="t",
                whole=False,
                says="t = a/b - c/d",
                plan="p = a*d; q = b*c; n = p - q; m = b*d; t = n/m",
            )
        ],
        [
            asked(
                r"the value of $\frac{<a>}{<b>} \div \frac{<c>}{<d>}$",
                r"What is $\frac{<a>}{<b>} \div \frac{<c>}{<d>}$? Give the answer as a fraction "
                r"in lowest terms.",
                r"Compute $\frac{<a>}{<b>} \div \frac{<c>}{<d>}$ as a fraction in lowest terms.",
                r"Divide $\frac{<a>}{<b>}$ by $\frac{<c>}{<d>}$, and give the result in lowest "
                r"terms.",
                of="t",
                whole=False,
                says="t = (a/b)/(c/d)",
                plan="p = a*d; q = b*c; t = p/q",
            )
        ],
        [
            asked(
                r"the value of $\left(\frac{<a>}{<b>}\right)^2 \cdot <k>$",
                r"What is $\left(\frac{<a>}{<b>}\right)^2 \cdot <k>$? Give the answer in lowest "
                r"terms.",
                r"Compute $\left(\frac{<a>}{<b>}\right)^2 \cdot <k>$ in lowest terms.",
                r"Simplify $\left(\frac{<a>}{<b>}\right)^2 \cdot <k>$.",
                of="t",
                whole=False,
                says="t = (a/b)**2*k",
                plan="p = a**2; q = b**2; n = p*k; t = n/q",
            )
        ],
        [
            fact(
                r"The fraction $\frac{<a>}{<b>}$ of a number is $<n>$.",
                r"When a number is multiplied by $\frac{<a>}{<b>}$, the product is $<n>$.",
                r"If we take $\frac{<a>}{<b>}$ of a certain number, we get $<n>$.",
                says="w = n*b; w = a*x",
            ),
            either(
                [asked("the number", of="x")],
                [
                    asked(
                        r"the number that is $<k>$ times as large as the original number",
                        of="u",
                        says="u = k*x",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(2, 12),
        "b": plain(3, 15),
        "c": plain(2, 12),
        "d": plain(3, 15),
        "k": plain(2, 20),
        "x": plain(12, 150),
    },
    need=("a < b", "c < d", "t > 0", "gcd(a, b) < 2", "gcd(c, d) < 2"),
    within={"n": (-400, 2000)},
    fractions="t",
    lines={
        "p": ("For the numerator we need $@$.", "First, we compute $@$."),
        "q": ("We also need $@$.", "In the same way, we find $@$."),
        "n": ("The new numerator is $@$.",),
        "m": ("The common denominator is $@$.",),
        "w": ("Multiplying by the denominator gives $@$.",),
        "x": ("Dividing by the numerator, we find the number $@$.", "So the number is $@$."),
        "u": ("The value asked for is $@$.",),
        "t": ("In lowest terms, the result is $@$.", "This gives $@$."),
    },
)

_BASES = ("2", "3", "5", "7")

laws_of_exponents = problem(
    "laws_of_exponents",
    either(
        [
            fact(
                "The integer $k$ satisfies $<b>^{<m>} \\cdot <b>^{<n>} = <b>^{k}$.",
                "For some integer $k$, we have $<b>^{<m>} \\cdot <b>^{<n>} = <b>^{k}$.",
                "The product $<b>^{<m>} \\cdot <b>^{<n>}$ is equal to $<b>^{k}$.",
                says="k = m + n",
            )
        ],
        [
            fact(
                r"The integer $k$ satisfies $\frac{<b>^{<m>}}{<b>^{<n>}} = <b>^{k}$.",
                r"For some integer $k$, we have $\frac{<b>^{<m>}}{<b>^{<n>}} = <b>^{k}$.",
                r"The quotient $\frac{<b>^{<m>}}{<b>^{<n>}}$ is equal to $<b>^{k}$.",
                says="k = m - n",
            )
        ],
        [
            fact(
                r"The integer $k$ satisfies $\left(<b>^{<m>}\right)^{<n>} = <b>^{k}$.",
                r"For some integer $k$, we have $\left(<b>^{<m>}\right)^{<n>} = <b>^{k}$.",
                r"The power $\left(<b>^{<m>}\right)^{<n>}$ is equal to $<b>^{k}$.",
                says="k = m*n",
            )
        ],
        [
            fact(
                r"The integer $k$ satisfies $\frac{<b>^{<m>} \cdot <b>^{<n>}}{<b>^{<j>}} = "
                r"<b>^{k}$.",
                r"For some integer $k$, we have $\frac{<b>^{<m>} \cdot <b>^{<n>}}{<b>^{<j>}} = "
                r"<b>^{k}$.",
                r"The expression $\frac{<b>^{<m>} \cdot <b>^{<n>}}{<b>^{<j>}}$ is equal to "
                r"$<b>^{k}$.",
                says="s = m + n; k = s - j",
            )
        ],
    ),
    either(
        [asked("the value of $k$", of="k")],
        [asked("the value of $<c>k + <d>$", of="t", says="t = c*k + d")],
    ),
    words={"b": _BASES},
    draws={
        "m": plain(8, 40),
        "n": plain(8, 30),
        "j": plain(8, 30),
        "c": plain(8, 20),
        "d": plain(8, 60),
    },
    need=("k > 1",),
    lines={
        "s": ("Adding the exponents in the numerator gives $@$.",),
        "k": ("By the laws of exponents, $k=@$.", "Comparing exponents, we see that $k=@$."),
        "t": ("So the value is $@$.", "Therefore we get $@$."),
    },
)

roots = problem(
    "roots",
    either(
        [
            asked(
                r"the value of $\sqrt{<a> \cdot <b>}$",
                of="t",
                says="p = a*b; t = root(p)",
            )
        ],
        [
            asked(
                r"the value of $\sqrt{<c>} + \sqrt{<d>}$",
                of="s",
                says="u = root(c); v = root(d); s = u + v",
            )
        ],
        [
            asked(
                r"the value of $\sqrt{<e> + \sqrt{<c>}}$",
                of="w",
                says="u = root(c); g = e + u; w = root(g)",
            )
        ],
        [
            asked(
                r"the value of $\sqrt{<x>^2 + <y>^2}$",
                of="z",
                says="i = x**2; j = y**2; l = i + j; z = root(l)",
            )
        ],
        [
            fact(
                r"The positive number $x$ satisfies $\sqrt{x + <f>} = <h>$.",
                r"Let $x$ be the solution of the equation $\sqrt{x + <f>} = <h>$.",
                "When $<f>$ is added to $x$, the square root of the sum is $<h>$.",
                says="n = h**2; n = r + f",
            ),
            either(
                [asked("the value of $x$", of="r")],
                [asked("the value of $<q>x$", of="o", says="o = q*r")],
            ),
        ],
    ),
    rows={
        "x,y": (
            (plain(9, 9), plain(12, 12)),
            (plain(12, 12), plain(16, 16)),
            (plain(5, 5), plain(12, 12)),
            (plain(8, 8), plain(15, 15)),
            (plain(7, 7), plain(24, 24)),
            (plain(20, 20), plain(21, 21)),
            (plain(15, 15), plain(20, 20)),
            (plain(10, 10), plain(24, 24)),
            (plain(18, 18), plain(24, 24)),
            (plain(16, 16), plain(30, 30)),
        )
    },
    draws={
        "k": plain(2, 7),
        "m1": plain(2, 9),
        "m2": plain(2, 9),
        "u": plain(3, 20),
        "v": plain(3, 20),
        "w": plain(5, 15),
        "h": plain(4, 15),
        "f": plain(3, 60),
        "q": plain(2, 12),
    },
    made="r1 = m1**2; a = k*r1; r2 = m2**2; b = k*r2; c = u**2; d = v**2; g = w**2; g = e + u",
    need=("e > 1", "r > 1", "r1 != r2", "a != b"),
    lines={
        "p": ("Under the root we have $@$.",),
        "t": ("Its square root is $@$.", "So the value is $@$."),
        "u": ("The first root is $@$.", "We have $@$."),
        "v": ("The second root is $@$.",),
        "s": ("Together, the roots make $@$.",),
        "g": ("Under the outer root we now have $@$.",),
        "w": ("So the value is $@$.", "The outer root gives $@$."),
        "i": ("The first square is $@$.",),
        "j": ("The second square is $@$.",),
        "l": ("Their sum is $@$.",),
        "z": ("So the value is $@$.", "Its square root is $@$."),
        "n": ("Squaring both sides, the sum under the root is $@$.",),
        "r": ("Therefore $x=@$.", "This leaves $x=@$."),
        "o": ("The value asked for is $@$.",),
    },
)

FAMILIES = (fractions, laws_of_exponents, roots)
