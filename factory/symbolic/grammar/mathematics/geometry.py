"""Angles, and right triangles."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_TRIPLES = (
    (3, 4, 5),
    (5, 12, 13),
    (8, 15, 17),
    (7, 24, 25),
    (20, 21, 29),
    (9, 40, 41),
    (6, 8, 10),
    (9, 12, 15),
    (12, 16, 20),
    (15, 20, 25),
    (10, 24, 26),
    (18, 24, 30),
    (16, 30, 34),
    (12, 35, 37),
    (21, 28, 35),
    (15, 36, 39),
    (24, 32, 40),
    (27, 36, 45),
)

_SHAPES = tuple((plain(a, a), plain(b, b), plain(c, c)) for a, b, c in _TRIPLES)

angles = problem(
    "angles",
    either(
        [
            fact(
                "Two angles of a triangle measure $<a>$ degrees and $<b>$ degrees.",
                "A triangle has an angle of $<a>$ degrees and another one of $<b>$ degrees.",
                "In a triangle, the first angle measures $<a>$ degrees and the second one $<b>$ "
                "degrees.",
                says="s = a + b; c = 180 - s",
            ),
            asked(
                "the number of degrees in the remaining angle",
                "How many degrees does the remaining angle have?",
                "Find the measure of the remaining angle in degrees.",
                of="c",
            ),
        ],
        [
            fact(
                "In an isosceles triangle, the angle between the equal sides measures $<v>$ "
                "degrees.",
                "An isosceles triangle has an angle of $<v>$ degrees between its equal sides.",
                "The equal sides of an isosceles triangle enclose an angle of $<v>$ degrees.",
                says="d = 180 - v; d = 2*u",
            ),
            asked(
                "the number of degrees in each of the equal angles",
                "How many degrees does each of the equal angles have?",
                "Find the measure of each of the equal angles in degrees.",
                of="u",
            ),
        ],
        [
            fact(
                "The angles of a triangle are in the ratio $<x> : <y> : <z>$.",
                "The degree measures of the angles of a triangle have the ratio $<x> : <y> : <z>$.",
                "In a triangle, the angles are to each other as $<x> : <y> : <z>$.",
                says="p = x + y + z; p = 180/k; big = z*k; small = x*k",
            ),
            either(
                [
                    asked(
                        "the number of degrees in the largest angle",
                        "How many degrees does the largest angle have?",
                        "Find the measure of the largest angle in degrees.",
                        of="big",
                        plan="p = x + y + z; k = 180/p; big = z*k",
                    )
                ],
                [
                    asked(
                        "the number of degrees in the smallest angle",
                        "How many degrees does the smallest angle have?",
                        "Find the measure of the smallest angle in degrees.",
                        of="small",
                        plan="p = x + y + z; k = 180/p; small = x*k",
                    )
                ],
            ),
        ],
        [
            fact(
                "A convex polygon has $<n>$ sides.",
                "Consider a convex polygon with $<n>$ vertices.",
                "The boundary of a convex polygon consists of $<n>$ segments.",
            ),
            asked(
                "the sum of its interior angles in degrees",
                "What is the sum of its interior angles in degrees?",
                "How many degrees do its interior angles have in all?",
                of="t",
                says="m = n - 2; t = m*180",
            ),
        ],
        [
            fact(
                "Each interior angle of a regular polygon measures $<w>$ degrees.",
                "All interior angles of a regular polygon have $<w>$ degrees.",
                "The interior angles of a regular polygon are $<w>$ degrees each.",
                says="w = 180 - e; e = 360/n",
            ),
            asked(
                "the number of its sides",
                "How many sides does the polygon have?",
                "Find the number of its sides.",
                of="n",
                plan="e = 180 - w; n = 360/e",
            ),
        ],
    ),
    draws={
        "a": plain(20, 100),
        "b": plain(20, 75),
        "v": plain(20, 140, 2),
        "n": plain(5, 40),
        "x": plain(2, 9),
        "y": plain(3, 12),
        "z": plain(4, 15),
    },
    need=("x < y", "y < z", "gcd(x, gcd(y, z)) < 2", "c > 3", "w > 100"),
    lines={
        "s": ("The given angles add up to $@$ degrees.",),
        "c": (
            "The angles of a triangle add up to a straight angle, so the remaining one has $@$ "
            "degrees.",
        ),
        "d": (
            "The angles of a triangle add up to a straight angle, so the equal ones add up to "
            "$@$ degrees.",
        ),
        "u": ("So each of them has $@$ degrees.",),
        "p": ("By the ratio, the three angles consist of $@$ equal parts.",),
        "k": ("The angles of a triangle add up to a straight angle, so one part has $@$ degrees.",),
        "big": ("So the largest angle has $@$ degrees.",),
        "small": ("So the smallest angle has $@$ degrees.",),
        "m": ("The diagonals from one vertex cut the polygon into $@$ triangles.",),
        "t": (
            "The angles of each triangle add up to a straight angle, so the sum is $@$ degrees.",
        ),
        "e": ("Each exterior angle completes an interior one to a straight angle: $@$ degrees.",),
        "n": ("The exterior angles add up to a full turn, so the number of sides is $@$.",),
    },
)

right_triangle = problem(
    "right_triangle",
    either(
        [
            fact(
                "The legs of a right triangle have the lengths $<a>$ and $<b>$.",
                "A right triangle has legs of length $<a>$ and $<b>$.",
                "In a right triangle, the two shorter sides measure $<a>$ and $<b>$.",
                says="p = a**2; q = b**2; s = p + q; s = c**2",
            ),
            either(
                [
                    asked(
                        "the length of the hypotenuse",
                        of="c",
                        plan="p = a**2; q = b**2; s = p + q; c = root(s)",
                    )
                ],
                [
                    asked(
                        "the perimeter of the triangle",
                        of="t",
                        says="t = a + b + c",
                        plan="p = a**2; q = b**2; s = p + q; c = root(s); t = a + b + c",
                    )
                ],
                [
                    asked(
                        "the length of the altitude to the hypotenuse",
                        of="h",
                        whole=False,
                        says="m = a*b; h = m/c",
                        plan="p = a**2; q = b**2; s = p + q; c = root(s); m = a*b; h = m/c",
                    )
                ],
            ),
        ],
        [
            fact(
                "A right triangle has a hypotenuse of length $<c>$ and a leg of length $<a>$.",
                "In a right triangle, one leg has the length $<a>$, and the hypotenuse has the "
                "length $<c>$.",
                "The hypotenuse of a right triangle is $<c>$ units long, and one of its legs is "
                "$<a>$ units long.",
                says="f = c**2; g = a**2; i = b**2; f = g + i",
            ),
            either(
                [
                    asked(
                        "the length of the other leg",
                        of="b",
                        plan="f = c**2; g = a**2; i = f - g; b = root(i)",
                    )
                ],
                [
                    asked(
                        "the area of the triangle",
                        of="k",
                        whole=False,
                        says="m = a*b; k = m/2",
                        plan="f = c**2; g = a**2; i = f - g; b = root(i); m = a*b; k = m/2",
                    )
                ],
            ),
        ],
        [
            fact(
                "A rectangle has the length $<b>$ and the width $<a>$.",
                "The sides of a rectangle have the lengths $<b>$ and $<a>$.",
                "Consider a rectangle with sides of length $<a>$ and $<b>$.",
                says="u = a**2; v = b**2; w = u + v; w = z**2",
            ),
            asked(
                "the length of a diagonal",
                of="z",
                plan="u = a**2; v = b**2; w = u + v; z = root(w)",
            ),
        ],
    ),
    rows={"a,b,c": _SHAPES},
    draws={},
    need=("z > 0",),
    fractions="h k",
    lines={
        "p": ("The square of the shorter leg is $@$.",),
        "q": ("The square of the longer leg is $@$.",),
        "s": ("By the Pythagorean theorem, the square of the hypotenuse is their sum, $@$.",),
        "c": ("So the length of the hypotenuse is $@$.",),
        "t": ("So the perimeter is $@$.",),
        "m": ("The product of the legs is twice the area, $@$.",),
        "h": (
            "Twice the area is also the product of the hypotenuse and the altitude to it, so this "
            "altitude is $@$.",
        ),
        "f": ("The square of the hypotenuse is $@$.",),
        "g": ("The square of the known leg is $@$.",),
        "i": ("By the Pythagorean theorem, the square of the other leg is the difference, $@$.",),
        "b": ("So the length of the other leg is $@$.",),
        "k": ("So the area is $@$.",),
        "u": ("The square of the shorter side is $@$.",),
        "v": ("The square of the longer side is $@$.",),
        "w": (
            "A diagonal is the hypotenuse of a right triangle with these sides as legs. By the "
            "Pythagorean theorem, its square is $@$.",
        ),
        "z": ("So the length of a diagonal is $@$.",),
    },
)

FAMILIES = (
    angles,
    right_triangle,
)
