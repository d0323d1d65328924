"""Greatest common divisors, least common multiples, and the divisors of a number."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Ask, Part, either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

gcd_and_lcm = problem(
    "gcd_and_lcm",
    either(
        [
            either(
                [
                    asked(
                        "the greatest common divisor of $<m>$ and $<n>$",
                        of="g",
                        says="g = gcd(m, n)",
                    )
                ],
                [
                    asked(
                        "the least common multiple of $<m>$ and $<n>$",
                        of="l",
                        says="l = lcm(m, n)",
                        plan="p = m*n; g = gcd(m, n); l = p/g",
                    )
                ],
            )
        ],
        [
            fact(
                "The greatest common divisor of two positive integers is $<g>$, and their least "
                "common multiple is $<l>$. One of the integers is $<m>$.",
                "Two positive integers have the greatest common divisor $<g>$ and the least common "
                "multiple $<l>$, and one of them is $<m>$.",
                "One of two positive integers is $<m>$. The greatest common divisor of the two is "
                "$<g>$, and their least common multiple is $<l>$.",
                says="g = gcd(m, n); l = lcm(m, n)",
            ),
            asked(
                "the other integer",
                of="n",
                plan="w = g*l; n = w/m",
                means="smallest(lambda n: n > 0 and gcd(m, n) == g and lcm(m, n) == l)",
            ),
        ],
        [
            fact(
                "A rectangular tabletop of $<m>$ by $<n>$ inches is covered with equal square "
                "tiles, which are as large as possible. No tile is cut.",
                "Equal square tiles cover a rectangular panel of $<m>$ by $<n>$ inches without "
                "gaps. None is cut, and the tiles are as large as possible.",
                "A rectangular board that measures $<m>$ by $<n>$ inches is cut into equal "
                "squares, as large as possible, with nothing left over.",
                says="s = gcd(m, n)",
            ),
            either(
                [
                    asked(
                        "the number of inches in the side of each square",
                        "How many inches long is the side of each square?",
                        "Find the side length of each square in inches.",
                        of="s",
                    )
                ],
                [
                    asked(
                        "the number of squares",
                        "How many squares are there?",
                        "Find the number of squares.",
                        of="t",
                        says="t = r*c; r = m/s; c = n/s",
                    )
                ],
            ),
        ],
        [
            fact(
                "A red light flashes every $<m>$ seconds and a green light every $<n>$ seconds. "
                "Both have just flashed at the same moment.",
                "A large bell rings every $<m>$ seconds and a small bell every $<n>$ seconds. They "
                "have just rung at the same moment.",
                "On a track, one runner needs $<m>$ seconds for each lap and another runner $<n>$ "
                "seconds. They have just passed the starting line at the same moment.",
                says="l = lcm(m, n)",
            ),
            asked(
                "the number of seconds until this happens again",
                "After how many seconds will this happen again for the first time?",
                "How many seconds will it take until this happens again?",
                of="l",
                plan="u = m*n; g = gcd(m, n); l = u/g",
            ),
        ],
    ),
    draws={"m": plain(12, 150), "n": plain(12, 150)},
    need=("g > 2", "s > 2", "m != n"),
    within={"l": (20, 3000), "t": (4, 200)},
    lines={
        "g": (
            "The greatest common divisor is $@$.",
            "By Euclid's algorithm, the greatest common divisor is $@$.",
        ),
        "p": ("The product of the two numbers is $@$.",),
        "l": (
            "The product equals the greatest common divisor times the least common multiple, so "
            "the latter is $@$.",
            "Dividing the product by the greatest common divisor gives the least common multiple, "
            "$@$.",
        ),
        "w": (
            "The greatest common divisor times the least common multiple of two integers equals "
            "their product, which is therefore $@$.",
        ),
        "n": ("Dividing by the known integer, we find the other one, $@$.",),
        "s": (
            "The side of a square must divide both lengths, and the largest possible one is their "
            "greatest common divisor, $@$.",
        ),
        "r": ("Along the first side there are $@$ squares.",),
        "c": ("Along the other side there are $@$ squares.",),
        "t": ("In all, there are $@$ squares.",),
        "u": (
            "Each of the two times must fit a whole number of times into the time asked for, which "
            "is their least common multiple. The product of the two times is $@$.",
        ),
    },
)


def _divisors(primes: tuple[int, int]) -> list[Part]:
    """A number given by its prime factors, and what can be asked of its divisors."""
    p, q = primes
    factored = rf"{p}^{{<a>}} \cdot {q}^{{<b>}}"
    stated = fact(
        f"Let $n = {factored}$.",
        f"The prime factorization of $n$ is ${factored}$.",
        f"The positive integer $n$ equals ${factored}$.",
    )
    divisors = f"for d in divisors({p}**a*{q}**b)"

    def count(which: str, of: str, plan: str, condition: str) -> Ask:
        return asked(
            f"the number of positive divisors of $n${which}",
            f"How many positive divisors does $n$ have{which}?".replace(
                "does $n$ have that", "of $n$ are there that"
            ),
            f"Find the number of positive divisors of $n${which}.",
            f"Determine how many positive divisors of $n$ there are{which}.",
            of=of,
            plan=plan,
            means=f"sum(1 {divisors} if {condition})",
        )

    return [
        stated,
        either(
            [count("", "t", "u = a + 1; v = b + 1; t = u*v", "True")],
            [
                count(
                    " that are perfect squares",
                    "s",
                    "x = quotient(a, 2) + 1; y = quotient(b, 2) + 1; s = x*y",
                    "is_square(d)",
                )
            ],
            [
                count(
                    " that are divisible by both prime factors of $n$",
                    "h",
                    "h = a*b",
                    f"d % {p * q} == 0",
                )
            ],
        ),
    ]


number_of_divisors = problem(
    "number_of_divisors",
    either(_divisors((2, 3)), _divisors((2, 5)), _divisors((3, 5)), _divisors((2, 7))),
    draws={"a": plain(4, 12), "b": plain(4, 12)},
    lines={
        "u": (
            "In a divisor, the exponent of the first prime can be any integer from zero up to its "
            "exponent in $n$. This gives $@$ choices.",
        ),
        "v": ("In the same way, there are $@$ choices for the exponent of the second prime.",),
        "t": (
            "Each choice of both exponents gives another divisor, so the number is $@$.",
            "Multiplying the numbers of choices gives $@$.",
        ),
        "x": (
            "A divisor is a perfect square when both exponents are even. For the first prime, "
            "counting zero, the number of even exponents is $@$.",
        ),
        "y": ("For the second prime, it is $@$.",),
        "s": ("Multiplying the numbers of choices gives $@$.",),
        "h": (
            "In such a divisor, the exponent of each prime can be any integer from one up to its "
            "exponent in $n$. The number of choices for both is $@$.",
        ),
    },
)

FAMILIES = (
    gcd_and_lcm,
    number_of_divisors,
)
