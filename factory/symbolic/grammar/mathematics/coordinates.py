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
                of="e",
                plan="u = c - a; v = d - b; p = u**2; q = v**2; e = p + q",
                means="(c - a)**2 + (d - b)**2",
            )
        ],
    ),
    rows={"u,v": _SIGNED},
    draws={"a": plain(-15, 15), "b": plain(-15, 15)},
    within={"c": (-30, 30), "d": (-30, 30)},
    lines={
        "u": ("From $A$ to $B$, the $x$-coordinate changes by $@$.",),
        "v": ("From $A$ to $B$, the $y$-coordinate changes by $@$.",),
        "p": ("The square of this change is $@$.",),
        "q": ("The square of this change is $@$.",),
        "s": (
            "By the Pythagorean theorem, the sum of both squares is the square of the distance, "
            "$@$.",
        ),
        "e": (
            "By the Pythagorean theorem, the sum of both squares is the square of the length $AB$, "
            "which is the area asked for: $@$.",
        ),
        "l": ("So the distance between $A$ and $B$ is $@$.",),
        "t": ("The square has four sides of this length, so its perimeter is $@$.",),
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
                        of="g",
                        whole=False,
                        plan="p = a + c; x = p/2; q = b + d; y = q/2; g = x*y",
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
                says="i = 2*e; i = a + c; j = 2*f; j = b + d",
            ),
            either(
                [
                    asked(
                        "the sum of the coordinates of $B$",
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
    fractions="x y t g",
    lines={
        "p": ("The $x$-coordinates of $A$ and $B$ add up to $@$.",),
        "q": ("The $y$-coordinates of $A$ and $B$ add up to $@$.",),
        "x": ("The $x$-coordinate of the midpoint is half of this sum, $@$.",),
        "y": ("The $y$-coordinate of the midpoint is half of this sum, $@$.",),
        "i": ("The $x$-coordinates of $A$ and $B$ add up to twice that of the midpoint, $@$.",),
        "j": ("The $y$-coordinates of $A$ and $B$ add up to twice that of the midpoint, $@$.",),
        "c": ("So the $x$-coordinate of $B$ is $@$.",),
        "d": ("So the $y$-coordinate of $B$ is $@$.",),
        "t": ("The sum of the two coordinates is $@$.", "So the sum of the coordinates is $@$."),
        "g": ("The product of the two coordinates is $@$.",),
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
                        says="j = e - c; g = m*j; y = d + g",
                    )
                ],
            ),
        ],
        [
            fact(
                "A line with slope $<m>$ passes through the point $(<a>, <b>)$.",
                "The point $(<a>, <b>)$ lies on a line with slope $<m>$.",
                "Consider the line through $(<a>, <b>)$ that has slope $<m>$.",
                says="i = m*a; b = k + i",
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
    need=("m != 0", "m != 1", "m != -1", "a != 0", "b != 0", "k != 0"),
    lines={
        "u": ("From the first point to the second, $x$ changes by $@$.",),
        "v": ("From the first point to the second, $y$ changes by $@$.",),
        "m": ("The slope is the change of $y$ divided by the change of $x$, $@$.",),
        "w": (
            "From the $y$-axis to the first point, $y$ changes by the slope times the "
            "$x$-coordinate of that point, $@$.",
        ),
        "i": (
            "From the $y$-axis to the given point, $y$ changes by the slope times the "
            "$x$-coordinate of that point, $@$.",
        ),
        "k": ("Subtracting this from the $y$-coordinate of the point gives the intercept, $@$.",),
        "j": ("From the second point to the point in question, $x$ changes by $@$.",),
        "z": ("From the given point to the point in question, $x$ changes by $@$.",),
        "g": ("Then $y$ changes by the slope times this change of $x$, $@$.",),
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
                of="r",
                whole=False,
                plan="u = c - a; v = f - b; w = e - a; z = d - b; l = u*v; q = w*z; "
                "g = abs(l - q); r = g/2",
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
    fractions="j p t r",
    lines={
        "i": ("Setting $y$ to zero, we see that the line meets the $x$-axis at $x=@$.",),
        "j": ("Setting $x$ to zero, we see that the line meets the $y$-axis at $y=@$.",),
        "p": ("The triangle has a right angle at the origin. The product of its legs is $@$.",),
        "t": ("The area is half the product of the legs, $@$.", "Half of it is the area, $@$."),
        "u": ("From the first vertex to the second, $x$ changes by $@$.",),
        "z": ("From the first vertex to the second, $y$ changes by $@$.",),
        "w": ("From the first vertex to the third, $x$ changes by $@$.",),
        "v": ("From the first vertex to the third, $y$ changes by $@$.",),
        "l": ("The product of these two changes is $@$.",),
        "q": ("The product of these two changes is $@$.",),
        "g": (
            "The sides from the first vertex span a parallelogram. Its area is the absolute value "
            "of the difference of both products, $@$.",
        ),
        "r": ("The triangle is half of this parallelogram, so its area is $@$.",),
    },
)

FAMILIES = (distance, midpoint, lines_in_the_plane, area_of_triangle)
