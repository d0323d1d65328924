"""Points and lines in the coordinate plane."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_LEGS = ((3, 4), (5, 12), (8, 15), (7, 24), (6, 8), (9, 12), (12, 16), (20, 21), (12, 5), (15, 8))
_SIGNED = tuple(
    (plain(sx * x, sx * x), plain(sy * y, sy * y))
    for x, y in _LEGS
    for sx, sy in ((1, 1), (1, -1), (-1, 1))
)
_POINTS = (
    "Consider the points $A = (<a>, <b>)$ and $B = (<c>, <d>)$.",
    "The points $A$ and $B$ have the coordinates $(<a>, <b>)$ and $(<c>, <d>)$.",
    "In the coordinate plane, $A$ is the point $(<a>, <b>)$ and $B$ is the point $(<c>, <d>)$.",
)

distance = problem(
    "distance",
    fact(*_POINTS, says="c = a + u; d = b + v"),
    either(
        [
            asked(
                "the distance between $A$ and $B$",
                "What is the distance between $A$ and $B$?",
                "How long is the segment $AB$?",
                "Find the length of the segment $AB$.",
                of="l",
                plan="u = c - a; v = d - b; p = u**2; q = v**2; s = p + q; l = root(s)",
                means="sqrt((c - a)**2 + (d - b)**2)",
            )
        ],
        [
            asked(
                "the perimeter of the square that has $AB$ as one of its sides",
                of="t",
                plan="u = c - a; v = d - b; p = u**2; q = v**2; s = p + q; l = root(s); t = 4*l",
                means="4*sqrt((c - a)**2 + (d - b)**2)",
            )
        ],
        [
            asked(
                "the area of the square that has $AB$ as one of its sides",
                of="s",
                plan="u = c - a; v = d - b; p = u**2; q = v**2; s = p + q",
                means="(c - a)**2 + (d - b)**2",
            )
        ],
    ),
    rows={"u,v": _SIGNED},
    draws={"a": plain(-15, 15), "b": plain(-15, 15)},
    within={"c": (-30, 30), "d": (-30, 30)},
    lines={
        "u": ("The $x$-coordinates differ by $@$.",),
        "v": ("The $y$-coordinates differ by $@$.",),
        "p": ("The square of the first difference is $@$.",),
        "q": ("The square of the second difference is $@$.",),
        "s": ("By the Pythagorean theorem, the square of the distance is $@$.",),
        "l": ("So the distance is $@$.",),
        "t": ("The perimeter is $@$.",),
    },
)

midpoint = problem(
    "midpoint",
    either(
        [
            fact(*_POINTS),
            either(
                [
                    asked(
                        "the sum of the coordinates of the midpoint of the segment $AB$",
                        of="t",
                        whole=False,
                        plan="p = a + c; x = p/2; q = b + d; y = q/2; t = x + y",
                        means="Rational(a + c, 2) + Rational(b + d, 2)",
                    )
                ],
                [
                    asked(
                        "the product of the coordinates of the midpoint of the segment $AB$",
                        of="t",
                        whole=False,
                        plan="p = a + c; x = p/2; q = b + d; y = q/2; t = x*y",
                        means="Rational(a + c, 2)*Rational(b + d, 2)",
                    )
                ],
            ),
        ],
        [
            fact(
                "The midpoint of the segment from $A = (<a>, <b>)$ to $B$ is $M = (<e>, <f>)$.",
                "The point $M = (<e>, <f>)$ lies halfway between $A = (<a>, <b>)$ and $B$.",
                "The segment $AB$ begins at $A = (<a>, <b>)$ and has the midpoint $M = (<e>, "
                "<f>)$.",
                says="p = a + c; p = 2*e; q = b + d; q = 2*f",
            ),
            either(
                [
                    asked(
                        "the $x$-coordinate of $B$ plus its $y$-coordinate",
                        "What is the sum of the coordinates of $B$?",
                        "Find the sum of the coordinates of $B$.",
                        "Determine the sum of both coordinates of $B$.",
                        of="t",
                        says="t = c + d",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(-15, 15),
        "b": plain(-15, 15),
        "c": plain(-15, 15),
        "d": plain(-15, 15),
        "e": plain(-12, 12),
        "f": plain(-12, 12),
    },
    need=("x != 0", "y != 0"),
    fractions="x y t",
    lines={
        "p": ("The $x$-coordinates of the end points add up to $@$.",),
        "q": ("The $y$-coordinates of the end points add up to $@$.",),
        "x": ("The $x$-coordinate of the midpoint is $@$.",),
        "y": ("The $y$-coordinate of the midpoint is $@$.",),
        "c": ("So the $x$-coordinate of $B$ is $@$.",),
        "d": ("So the $y$-coordinate of $B$ is $@$.",),
        "t": ("Together, this makes $@$.", "So the result is $@$."),
    },
)

lines_in_the_plane = problem(
    "lines_in_the_plane",
    either(
        [
            fact(
                "A line passes through the points $(<a>, <b>)$ and $(<c>, <d>)$.",
                "The points $(<a>, <b>)$ and $(<c>, <d>)$ lie on a line.",
                "Consider the line through $(<a>, <b>)$ and $(<c>, <d>)$.",
                says="u = c - a; v = d - b; v = m*u",
            ),
            either(
                [asked("the slope of the line", of="m")],
                [
                    asked(
                        "the $y$-intercept of the line",
                        of="k",
                        says="w = m*a; b = k + w",
                    )
                ],
                [
                    asked(
                        "the $y$-coordinate of the point on the line whose $x$-coordinate is $<e>$",
                        of="y",
                        says="z = e - c; g = m*z; y = d + g",
                    )
                ],
            ),
        ],
        [
            fact(
                "A line with the slope $<m>$ passes through the point $(<a>, <b>)$.",
                "The point $(<a>, <b>)$ lies on a line with the slope $<m>$.",
                "Consider the line through $(<a>, <b>)$ that has the slope $<m>$.",
                says="w = m*a; b = k + w",
            ),
            either(
                [asked("the $y$-intercept of the line", of="k")],
                [
                    asked(
                        "the $y$-coordinate of the point where the line meets the line $x = <e>$",
                        of="y",
                        says="z = e - a; g = m*z; y = b + g",
                        plan="z = e - a; g = m*z; y = b + g",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(-12, 12),
        "u": plain(2, 9),
        "m": plain(-9, 9),
        "b": plain(-20, 20),
        "e": plain(10, 30),
    },
    need=("m != 0", "m != 1", "m != -1", "a != 0", "k != 0"),
    lines={
        "u": ("Between the given points, $x$ changes by $@$.",),
        "v": ("Between the given points, $y$ changes by $@$.",),
        "m": ("So the slope is $@$.",),
        "w": ("From the $y$-axis to the given point, $y$ changes by $@$.",),
        "g": ("On the way there, $y$ changes by $@$.",),
        "z": ("From the given point to the one in question, $x$ changes by $@$.",),
        "k": ("So the $y$-intercept is $@$.",),
        "y": ("So the $y$-coordinate is $@$.",),
    },
)

area_of_triangle = problem(
    "area_of_triangle",
    either(
        [
            fact(
                "A triangle has the vertices $(0, 0)$, $(<a>, 0)$ and $(0, <c>)$.",
                "The points $(0, 0)$, $(<a>, 0)$ and $(0, <c>)$ are the vertices of a triangle.",
                "Connecting the points $(0, 0)$, $(<a>, 0)$ and $(0, <c>)$ gives a triangle.",
            ),
            asked(
                "the area of the triangle",
                of="t",
                whole=False,
                plan="p = a*c; t = p/2",
                means="Rational(abs(a*c), 2)",
            ),
        ],
        [
            fact(
                "The line $<g1>x + <g2>y = <g3>$ and the coordinate axes enclose a triangle.",
                "A triangle is bounded by the coordinate axes and the line $<g1>x + <g2>y = <g3>$.",
                "Together with the coordinate axes, the line $<g1>x + <g2>y = <g3>$ forms a "
                "triangle.",
            ),
            asked(
                "the area of the triangle",
                of="t",
                whole=False,
                plan="i = g3/g1; j = g3/g2; p = i*j; t = p/2",
                means="Rational(g3*g3, 2*g1*g2)",
            ),
        ],
        [
            fact(
                "A triangle has the vertices $(<a>, <b>)$, $(<c>, <d>)$ and $(<e>, <f>)$.",
                "The points $(<a>, <b>)$, $(<c>, <d>)$ and $(<e>, <f>)$ are the vertices of a "
                "triangle.",
                "Connecting the points $(<a>, <b>)$, $(<c>, <d>)$ and $(<e>, <f>)$ gives a "
                "triangle.",
            ),
            asked(
                "the area of the triangle",
                of="t",
                whole=False,
                plan="u = c - a; v = f - b; w = e - a; z = d - b; p = u*v; q = w*z; g = abs(p - "
                "q); "
                "t = g/2",
                means="Rational(abs((c - a)*(f - b) - (e - a)*(d - b)), 2)",
            ),
        ],
    ),
    draws={
        "g1": plain(2, 9),
        "g2": plain(2, 9),
        "i": plain(3, 15),
        "a": plain(3, 20),
        "b": plain(-9, 16),
        "c": plain(3, 20),
        "d": plain(-12, 16),
        "e": plain(-14, 20),
        "f": plain(-12, 24),
    },
    made="g3 = g1*i",
    need=("g != 0", "u != 0", "v != 0", "w != 0", "z != 0"),
    fractions="j p t",
    lines={
        "i": ("The line meets the $x$-axis at $x=@$.",),
        "j": ("The line meets the $y$-axis at $y=@$.",),
        "u": ("From the first to the second vertex, $x$ changes by $@$.",),
        "z": ("From the first to the second vertex, $y$ changes by $@$.",),
        "w": ("From the first to the third vertex, $x$ changes by $@$.",),
        "v": ("From the first to the third vertex, $y$ changes by $@$.",),
        "p": ("The first product that we need is $@$.",),
        "q": ("The second product is $@$.",),
        "g": ("Their difference has the absolute value $@$.",),
        "t": ("Half of it is the area, $@$.", "So the area is $@$."),
    },
)

FAMILIES = (distance, midpoint, lines_in_the_plane, area_of_triangle)
