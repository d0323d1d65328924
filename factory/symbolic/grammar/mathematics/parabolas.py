"""Parabolas: their vertices, and where they only touch the axis."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

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
                says="g = 2*a; b = g*i; u = i**2; v = a*u; c = v + n",
            ),
            either(
                [asked("the minimum value of $f$", of="n")],
                [
                    asked(
                        "the product of the coordinates of the vertex of the graph",
                        of="w",
                        says="w = i*n",
                    )
                ],
            ),
        ],
        [
            fact(
                "Let $f(x) = <c> + <b>x - x^2$.",
                "Consider the function $f(x) = -x^2 + <b>x + <c>$.",
                "For every real number $x$, let $f(x) = -x^2 + <b>x + <c>$.",
                says="b = 2*j; l = j**2; o = c + l",
            ),
            either(
                [asked("the maximum value of $f$", of="o")],
                [asked("the greatest value that $f(x)$ can have", of="o")],
            ),
        ],
    ),
    draws={
        "a": plain(3, 7),
        "h": plain(3, 12),
        "i": plain(3, 12),
        "j": plain(3, 12),
        "m": plain(-20, 30),
        "n": plain(-20, 30),
        "c": plain(5, 60),
    },
    need=("c > 1", "m != 0", "m != 1", "n != 0", "n != 1"),
    within={"b": (4, 99), "c": (2, 300)},
    lines={
        "h": (
            "The parabola is symmetric, and its vertex lies at $x=@$.",
            "The axis of symmetry of the parabola lies at $x=@$.",
        ),
        "k": (
            "We complete the square. The constant term of the completed square is $@$.",
            "To complete the square, we need the square of this number, which is $@$.",
        ),
        "m": (
            "The completed square is zero at the vertex and positive elsewhere. So the "
            "minimum value is what the constant term of $f(x)$ leaves when we subtract this "
            "number, $@$.",
        ),
        "t": ("The sum of the coordinates of the vertex is $@$.",),
        "g": ("For the axis of symmetry, we need twice the leading coefficient, $@$.",),
        "i": ("The axis of symmetry of the parabola lies at $x=@$.",),
        "u": (
            "We factor out the leading coefficient and complete the square. The constant term of "
            "the completed square is $@$.",
        ),
        "v": ("Multiplied by the leading coefficient, it becomes $@$.",),
        "n": (
            "The completed square is zero at the vertex and positive elsewhere. So the "
            "minimum value is what the constant term of $f(x)$ leaves when we subtract this "
            "product, $@$.",
        ),
        "w": ("The product of the coordinates of the vertex is $@$.",),
        "j": (
            "The parabola is symmetric, and its vertex lies at $x=@$.",
            "The axis of symmetry of the parabola lies at $x=@$.",
        ),
        "l": (
            "We complete the square. The constant term of the completed square is $@$.",
            "To complete the square, we need the square of this number, which is $@$.",
        ),
        "o": (
            "As the completed square is subtracted, its constant term has to be added again. At "
            "the vertex, the square is zero, and what remains is the greatest value, $@$.",
        ),
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
                says="c = i**2; j = 2*i",
            ),
            asked(
                "the value of $k$",
                "What is $k$?",
                "Find the constant $k$.",
                of="j",
                plan="i = root(c); j = 2*i",
            ),
        ],
        [
            fact(
                "The equation $<a>x^2 - <b>x + k = 0$ has exactly one solution.",
                "For some constant $k$, the equation $<a>x^2 - <b>x + k = 0$ has exactly one real "
                "solution.",
                "The parabola $y = <a>x^2 - <b>x + k$ touches the $x$-axis at exactly one point.",
                says="g = 2*a; b = g*h; l = a*h**2",
            ),
            asked(
                "the value of $k$",
                "What is $k$?",
                "Find the constant $k$.",
                of="l",
                plan="d = b**2; f = 4*a; l = d/f",
            ),
        ],
    ),
    draws={"a": plain(3, 9), "h": plain(2, 15), "i": plain(2, 15)},
    need=("h > 1", "i > 1"),
    lines={
        "h": (
            "The quadratic expression must be the square of $x-h$ for some number $h$. Comparing "
            "the terms with $x$, we find $h=@$.",
        ),
        "k": ("Comparing the constant terms, we find $k=@$.",),
        "i": (
            "The quadratic expression must be the square of $x+h$ for some number $h$, which is "
            "positive as $k$ is. Comparing the constant terms, we find $h=@$.",
        ),
        "j": ("Comparing the terms with $x$, we find $k=@$.",),
        "d": (
            "The discriminant must be zero. The square of the coefficient of $x$, which is its "
            "first part, is $@$.",
        ),
        "f": ("The part subtracted from it is $k$ times $@$.",),
        "l": ("Since the two parts are equal, $k=@$.",),
    },
)

FAMILIES = (
    parabola_vertex,
    one_solution_only,
)
