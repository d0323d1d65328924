"""Quadratic equations and functions."""

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
                of="t",
                whole=False,
                says="t = 1/q + 1/r",
                plan="t = s/p",
            )
        ],
    ),
    draws={"q": plain(3, 20), "r": plain(2, 19)},
    need=("q > r",),
    fractions="t",
    lines={
        "d": ("The discriminant is $@$.", "We compute the discriminant, which is $@$."),
        "e": (
            "Its square root is the difference of the solutions, $@$.",
            "The solutions differ by the square root, $@$.",
        ),
        "q": ("By the quadratic formula, the larger solution is $@$.",),
        "r": ("By the quadratic formula, the smaller solution is $@$.",),
        "k": ("By Vieta, the square of the sum of the solutions is $@$.",),
        "m": ("Twice the product of the solutions is $@$.",),
        "t": ("With the sum and the product of the solutions we get $@$.", "So the value is $@$."),
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
        "d": ("The discriminant is $@$.", "We compute the discriminant, which is $@$."),
        "e": ("Its square root is $@$.", "The square root of the discriminant is $@$."),
        "q": (
            "By the quadratic formula, the positive solution is $@$.",
            "Hence the positive value of $x$ is $@$.",
        ),
        "n": (
            "By the quadratic formula, the negative solution is $@$.",
            "Hence the negative value of $x$ is $@$.",
        ),
    },
)

parabola_vertex = problem(
    "parabola_vertex",
    either(
        [
            fact(
                "Let $f(x) = x^2 - <b>x + <c>$.",
                "Consider the function $f(x) = x^2 - <b>x + <c>$.",
                "A parabola is the graph of the function $f(x) = x^2 - <b>x + <c>$.",
                says="b = 2*h; k = h**2; c = k + m",
            ),
            either(
                [asked("the minimum value of $f$", of="m")],
                [
                    asked(
                        "the sum of the coordinates of the vertex of the graph",
                        of="t",
                        says="t = h + m",
                    )
                ],
            ),
        ],
        [
            fact(
                "Let $f(x) = <a>x^2 - <b>x + <c>$.",
                "Consider the function $f(x) = <a>x^2 - <b>x + <c>$.",
                "A parabola is the graph of the function $f(x) = <a>x^2 - <b>x + <c>$.",
                says="g = 2*a; b = g*h; u = h**2; k = a*u; c = k + m",
            ),
            either(
                [asked("the minimum value of $f$", of="m")],
                [
                    asked(
                        "the product of the coordinates of the vertex of the graph",
                        of="t",
                        says="t = h*m",
                    )
                ],
            ),
        ],
        [
            fact(
                "Let $f(x) = <c> + <b>x - x^2$.",
                "Consider the function $f(x) = -x^2 + <b>x + <c>$.",
                "For every real number $x$, let $f(x) = -x^2 + <b>x + <c>$.",
                says="b = 2*h; k = h**2; m = c + k",
            ),
            either(
                [asked("the maximum value of $f$", of="m")],
                [asked("the greatest value that $f(x)$ can have", of="m")],
            ),
        ],
    ),
    draws={"a": plain(3, 7), "h": plain(3, 12), "m": plain(-20, 30), "c": plain(5, 60)},
    need=("c > 1", "m != 0", "m != 1"),
    within={"b": (4, 99), "c": (2, 300)},
    lines={
        "g": ("Twice the leading coefficient is $@$.",),
        "h": ("The vertex lies at $x=@$.", "The axis of symmetry is at $x=@$."),
        "u": ("The square of this number is $@$.",),
        "k": ("Completing the square, we need the number $@$.",),
        "m": ("So the extreme value is $@$.", "The value of $f$ at the vertex is $@$."),
        "t": ("Together, the coordinates give $@$.",),
    },
)

one_solution_only = problem(
    "one_solution_only",
    either(
        [
            fact(
                "The equation $x^2 - <b>x + k = 0$ has exactly one solution.",
                "For some constant $k$, the equation $x^2 - <b>x + k = 0$ has exactly one real "
                "solution.",
                "The expression $x^2 - <b>x + k$ is the square of a binomial.",
                says="b = 2*h; k = h**2",
            ),
            asked("the value of $k$", "What is $k$?", "Find the constant $k$.", of="k"),
        ],
        [
            fact(
                "The equation $x^2 + kx + <c> = 0$ has exactly one solution, and $k$ is positive.",
                "For some positive constant $k$, the equation $x^2 + kx + <c> = 0$ has exactly one "
                "real solution.",
                "The expression $x^2 + kx + <c>$ is the square of a binomial, and $k$ is positive.",
                says="c = h**2; k = 2*h",
            ),
            asked(
                "the value of $k$",
                "What is $k$?",
                "Find the constant $k$.",
                of="k",
                plan="h = root(c); k = 2*h",
            ),
        ],
        [
            fact(
                "The equation $<a>x^2 - <b>x + k = 0$ has exactly one solution.",
                "For some constant $k$, the equation $<a>x^2 - <b>x + k = 0$ has exactly one real "
                "solution.",
                "The parabola $y = <a>x^2 - <b>x + k$ touches the $x$-axis at exactly one point.",
                says="g = 2*a; b = g*h; k = a*h**2",
            ),
            asked(
                "the value of $k$",
                "What is $k$?",
                "Find the constant $k$.",
                of="k",
                plan="d = b**2; f = 4*a; k = d/f",
            ),
        ],
    ),
    draws={"a": plain(3, 9), "h": plain(2, 15)},
    need=("h > 1",),
    lines={
        "h": (
            "The solution has the absolute value $@$.",
            "Half of the middle term is found from $@$.",
        ),
        "k": ("Therefore $k=@$.", "This gives $k=@$."),
        "d": ("The discriminant must be zero, and the square of the middle coefficient is $@$.",),
        "f": ("The factor of $k$ in the discriminant is $@$.",),
    },
)

FAMILIES = (
    two_positive_solutions,
    solutions_of_both_signs,
    parabola_vertex,
    one_solution_only,
)
