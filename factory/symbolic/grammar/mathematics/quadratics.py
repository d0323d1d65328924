"""Quadratic equations."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_LARGER = "d = s**2 - 4*p; e = root(d); q = (s + e)/2"
_SMALLER = "d = s**2 - 4*p; e = root(d); r = (s - e)/2"

two_positive_solutions = problem(
    "two_positive_solutions",
    either(
        [
            fact(
                "Consider the equation $x^2 - <s>x + <p> = 0$.",
                "The equation $x^2 - <s>x + <p> = 0$ has two solutions.",
                "When solving $x^2 - <s>x + <p> = 0$, one finds two solutions.",
                says="s = q + r; p = q*r",
            )
        ],
        [
            fact(
                "Consider the equation $x^2 + <p> = <s>x$.",
                "The equation $x^2 + <p> = <s>x$ has two solutions.",
                "When solving $x^2 + <p> = <s>x$, one finds two solutions.",
                says="s = q + r; p = q*r",
            )
        ],
    ),
    either(
        [asked("the larger solution", of="q", plan=_LARGER)],
        [asked("the smaller solution", of="r", plan=_SMALLER)],
        [
            asked(
                "the positive difference of the two solutions",
                of="e",
                says="e = q - r",
                plan="d = s**2 - 4*p; e = root(d)",
            )
        ],
        [
            asked(
                "the sum of the squares of the two solutions",
                of="t",
                says="t = q**2 + r**2",
                plan="k = s**2; m = 2*p; t = k - m",
            )
        ],
        [
            asked(
                "the sum of the reciprocals of the two solutions",
                of="f",
                whole=False,
                says="f = 1/q + 1/r",
                plan="f = s/p",
            )
        ],
    ),
    draws={"q": plain(3, 20), "r": plain(2, 19)},
    need=("q > r",),
    fractions="f",
    lines={
        "d": ("The discriminant of the equation is $@$.", "For the discriminant, we get $@$."),
        "e": (
            "As the leading coefficient is one, the quadratic formula says that the two solutions "
            "differ by the square root of the discriminant, $@$.",
            "In the quadratic formula, the square root is added for one solution and "
            "subtracted for the other, and both are then halved. So the solutions differ by the "
            "square root of the discriminant, $@$.",
        ),
        "q": ("By the quadratic formula, the larger solution is $@$.",),
        "r": ("By the quadratic formula, the smaller solution is $@$.",),
        "k": (
            "By Vieta's formulas, the equation shows the sum and the product of the solutions. The "
            "square of their sum is $@$.",
        ),
        "m": ("Twice their product is $@$.",),
        "t": (
            "The square of the sum exceeds the sum of the squares by twice the product, so the "
            "sum of the squares is $@$.",
        ),
        "f": (
            "By Vieta's formulas, the equation shows the sum and the product of the solutions. The "
            "sum of the reciprocals is the quotient of the two, $@$.",
        ),
    },
)

solutions_of_both_signs = problem(
    "solutions_of_both_signs",
    either(
        [
            fact(
                "Consider the equation $x^2 + <s>x - <p> = 0$.",
                "The equation $x^2 + <s>x - <p> = 0$ has a positive and a negative solution.",
                "The number $x$ satisfies $x^2 + <s>x = <p>$.",
                says="r = s + q; p = q*r; n = -r",
            ),
            either(
                [
                    asked(
                        "the positive solution",
                        "What is the positive value of $x$?",
                        "Find the positive value that $x$ can have.",
                        "Determine the positive solution for $x$.",
                        of="q",
                        plan="d = s**2 + 4*p; e = root(d); q = (e - s)/2",
                    )
                ],
                [
                    asked(
                        "the negative solution",
                        "What is the negative value of $x$?",
                        "Find the negative value that $x$ can have.",
                        "Determine the negative solution for $x$.",
                        of="n",
                        plan="d = s**2 + 4*p; e = root(d); n = (-s - e)/2",
                    )
                ],
            ),
        ],
        [
            fact(
                "Consider the equation $x^2 - <s>x - <p> = 0$.",
                "The equation $x^2 - <s>x - <p> = 0$ has a positive and a negative solution.",
                "The number $x$ satisfies $x^2 - <s>x = <p>$.",
                says="q = s + r; p = q*r; n = -r",
            ),
            either(
                [
                    asked(
                        "the positive solution",
                        "What is the positive value of $x$?",
                        "Find the positive value that $x$ can have.",
                        "Determine the positive solution for $x$.",
                        of="q",
                        plan="d = s**2 + 4*p; e = root(d); q = (s + e)/2",
                    )
                ],
                [
                    asked(
                        "the negative solution",
                        "What is the negative value of $x$?",
                        "Find the negative value that $x$ can have.",
                        "Determine the negative solution for $x$.",
                        of="n",
                        plan="d = s**2 + 4*p; e = root(d); n = (s - e)/2",
                    )
                ],
            ),
        ],
    ),
    draws={"s": plain(2, 16), "q": plain(2, 20), "r": plain(2, 20)},
    need=("q > 0", "r > 0"),
    lines={
        "d": ("The discriminant of the equation is $@$.", "For the discriminant, we get $@$."),
        "e": ("Its square root is $@$.", "The square root of the discriminant is $@$."),
        "q": (
            "By the quadratic formula, the positive solution is $@$.",
            "The quadratic formula shows that the positive value of $x$ is $@$.",
        ),
        "n": (
            "By the quadratic formula, the negative solution is $@$.",
            "The quadratic formula shows that the negative value of $x$ is $@$.",
        ),
    },
)

FAMILIES = (
    two_positive_solutions,
    solutions_of_both_signs,
)
