"""Fractions, powers and roots."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Either, either, fact
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
                plan="p = a*d; q = b*c; r = p + q; m = b*d; t = r/m",
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
                plan="p = a*d; q = b*c; s = p - q; m = b*d; t = s/m",
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
                plan="e = a*d; f = b*c; t = e/f",
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
                plan="g = a**2; i = g*k; h = b**2; t = i/h",
            )
        ],
        [
            fact(
                r"We know that $\frac{<a>}{<b>}$ of a number is $<n>$.",
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
        "p": (
            "The product of the denominators serves as a common denominator. Then the first "
            "numerator becomes $@$.",
        ),
        "q": ("The second numerator becomes $@$.",),
        "r": ("So the numerator of the sum is $@$.",),
        "s": ("So the numerator of the difference is $@$.",),
        "m": ("The common denominator is $@$.",),
        "e": (
            "To divide by a fraction, we multiply by its reciprocal. The numerator of this product "
            "is $@$.",
        ),
        "f": ("Its denominator is $@$.",),
        "g": ("The square of the numerator is $@$.",),
        "i": ("Multiplying it by the whole number gives $@$.",),
        "h": ("The square of the denominator is $@$.",),
        "w": (
            "Multiplying by the denominator, we see that the numerator times the number is $@$.",
        ),
        "x": ("Dividing by the numerator, we find the number $@$.", "So the number is $@$."),
        "u": ("The number asked for is $@$.",),
        "t": ("In lowest terms, the result is $@$.", "In lowest terms, this gives $@$."),
    },
)

_BASES = ("2", "3", "5", "7")


def _exponents(k: str) -> Either:
    """What can be asked of the unknown exponent."""
    return either(
        [asked("the value of $k$", of=k)],
        [asked("the value of $<c>k + <d>$", of="t", says=f"t = c*{k} + d")],
    )


laws_of_exponents = problem(
    "laws_of_exponents",
    either(
        [
            fact(
                "The integer $k$ satisfies $<b>^{<m>} \\cdot <b>^{<n>} = <b>^{k}$.",
                "For some integer $k$, we have $<b>^{<m>} \\cdot <b>^{<n>} = <b>^{k}$.",
                "The product $<b>^{<m>} \\cdot <b>^{<n>}$ is equal to $<b>^{k}$.",
                says="k = m + n",
            ),
            _exponents("k"),
        ],
        [
            fact(
                r"The integer $k$ satisfies $\frac{<b>^{<m>}}{<b>^{<n>}} = <b>^{k}$.",
                r"For some integer $k$, we have $\frac{<b>^{<m>}}{<b>^{<n>}} = <b>^{k}$.",
                r"The quotient $\frac{<b>^{<m>}}{<b>^{<n>}}$ is equal to $<b>^{k}$.",
                says="u = m - n",
            ),
            _exponents("u"),
        ],
        [
            fact(
                r"The integer $k$ satisfies $\left(<b>^{<m>}\right)^{<n>} = <b>^{k}$.",
                r"For some integer $k$, we have $\left(<b>^{<m>}\right)^{<n>} = <b>^{k}$.",
                r"The power $\left(<b>^{<m>}\right)^{<n>}$ is equal to $<b>^{k}$.",
                says="v = m*n",
            ),
            _exponents("v"),
        ],
        [
            fact(
                r"The integer $k$ satisfies $\frac{<b>^{<m>} \cdot <b>^{<n>}}{<b>^{<j>}} = "
                r"<b>^{k}$.",
                r"For some integer $k$, we have $\frac{<b>^{<m>} \cdot <b>^{<n>}}{<b>^{<j>}} = "
                r"<b>^{k}$.",
                r"The expression $\frac{<b>^{<m>} \cdot <b>^{<n>}}{<b>^{<j>}}$ is equal to "
                r"$<b>^{k}$.",
                says="s = m + n; w = s - j",
            ),
            _exponents("w"),
        ],
    ),
    words={"b": _BASES},
    draws={
        "m": plain(8, 40),
        "n": plain(8, 30),
        "j": plain(8, 30),
        "c": plain(8, 20),
        "d": plain(8, 60),
    },
    need=("k > 1", "u > 1", "w > 1"),
    lines={
        "k": (
            "When powers of one base are multiplied, their exponents are added, so $k=@$.",
            "To multiply powers of the same base, we add the exponents and get $k=@$.",
        ),
        "u": (
            "When powers of one base are divided, their exponents are subtracted, so $k=@$.",
            "To divide powers of the same base, we subtract the exponents and get $k=@$.",
        ),
        "v": (
            "When a power is raised to a power, the exponents are multiplied, so $k=@$.",
            "For a power of a power, we multiply the exponents and get $k=@$.",
        ),
        "s": ("Multiplying the powers in the numerator adds their exponents, which makes $@$.",),
        "w": ("Dividing subtracts the exponent of the denominator, so $k=@$.",),
        "t": ("So the value is $@$.", "Substituting this for $k$, we get $@$."),
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
                says="inner = root(c); g = e + inner; w = root(g)",
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
        "t": ("The square root of this is $@$.",),
        "u": ("The first root is $@$.",),
        "v": ("The second root is $@$.",),
        "s": ("Their sum is $@$.",),
        "inner": ("The inner root is $@$.",),
        "g": ("Under the outer root we now have $@$.",),
        "w": ("So the value is $@$.", "The outer root is $@$."),
        "i": ("The first square is $@$.",),
        "j": ("The second square is $@$.",),
        "l": ("Their sum is $@$.",),
        "z": ("The square root of this sum is $@$.",),
        "n": ("The sum under the root is the square of the root, $@$.",),
        "r": ("Therefore $x=@$.", "Subtracting the known part leaves $x=@$."),
        "o": ("The value asked for is $@$.",),
    },
)

FAMILIES = (fractions, laws_of_exponents, roots)
