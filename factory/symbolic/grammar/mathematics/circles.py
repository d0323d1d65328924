"""Rectangles and circles."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

rectangles = problem(
    "rectangles",
    either(
        [
            fact(
                "A rectangle has the perimeter $<p>$, and its length exceeds its width by $<d>$.",
                "The perimeter of a rectangle is $<p>$. The length is $<d>$ more than the width.",
                "The length of a rectangle is $<d>$ units more than its width, and its perimeter "
                "is $<p>$ units.",
                says="h = p/2; h = g + w; g = w + d",
            ),
            either(
                [asked("the width of the rectangle", of="w", plan="h = p/2; m = h - d; w = m/2")],
                [
                    asked(
                        "the area of the rectangle",
                        of="a",
                        says="a = g*w",
                        plan="h = p/2; m = h - d; w = m/2; g = w + d; a = g*w",
                    )
                ],
            ),
        ],
        [
            fact(
                "A rectangle has the area $<a>$ and the width $<w>$.",
                "The area of a rectangle is $<a>$, and its width is $<w>$.",
                "The width of a rectangle is $<w>$ units, and its area is $<a>$ square units.",
                says="a = l*w",
            ),
            either(
                [asked("the length of the rectangle", of="l")],
                [asked("the perimeter of the rectangle", of="q", says="o = l + w; q = 2*o")],
            ),
        ],
        [
            fact(
                "A square has the same area as a rectangle with sides of length $<u>$ and $<v>$.",
                "The area of a square equals that of a rectangle with sides of length $<u>$ and "
                "$<v>$.",
                "A rectangle with sides of length $<u>$ and $<v>$ and a square have equal areas.",
                says="e = u*v",
            ),
            either(
                [
                    asked(
                        "the side length of the square",
                        of="s",
                        says="e = s**2",
                        plan="e = u*v; s = root(e)",
                    )
                ],
                [
                    asked(
                        "the perimeter of the square",
                        of="p",
                        says="e = s**2; p = 4*s",
                        plan="e = u*v; s = root(e); p = 4*s",
                    )
                ],
            ),
        ],
    ),
    draws={
        "w": plain(4, 30),
        "l": plain(6, 50),
        "d": plain(3, 20),
        "k": plain(2, 8),
        "i": plain(2, 6),
        "j": plain(2, 6),
    },
    made="i2 = i**2; u = k*i2; j2 = j**2; v = k*j2",
    need=("w < l", "i != j", "u != v", "s > 0"),
    lines={
        "h": ("Length and width add up to half the perimeter, $@$.",),
        "m": ("Subtracting the difference between the two leaves twice the width, $@$.",),
        "w": ("So the width is $@$.",),
        "g": ("Adding the difference, we get the length, $@$.",),
        "a": ("The area is the product of length and width, $@$.",),
        "l": ("The length is the area divided by the width, $@$.",),
        "e": ("The area of the rectangle, and so of the square, is $@$.",),
        "o": ("Length and width add up to $@$.",),
        "q": ("The perimeter is twice this sum, $@$.",),
        "s": ("The side of the square is the square root of its area, $@$.",),
        "p": ("The square has four equal sides, so its perimeter is $@$.",),
    },
)

circles = problem(
    "circles",
    either(
        [
            fact(
                r"The area of a circle is $<a>\pi$.",
                r"A circle encloses an area of $<a>\pi$.",
                r"A circle has an area of $<a>\pi$ square units.",
                says="a = r**2",
            ),
            either(
                [asked("the radius of the circle", of="r", plan="r = root(a)")],
                [
                    asked(
                        r"the number $k$ for which the circumference of the circle is $k\pi$",
                        r"The circumference of the circle is $k\pi$. What is $k$?",
                        r"Find the number $k$ for which the circumference of the circle is $k\pi$.",
                        of="c",
                        says="c = 2*r",
                        plan="r = root(a); c = 2*r",
                    )
                ],
            ),
        ],
        [
            fact(
                r"The circumference of a circle is $<c>\pi$.",
                r"A circle has a circumference of $<c>\pi$.",
                r"The distance around a circle is $<c>\pi$ units.",
                says="c = 2*o",
            ),
            asked(
                r"the number $k$ for which the area of the circle is $k\pi$",
                r"The area of the circle is $k\pi$. What is $k$?",
                r"Find the number $k$ for which the area of the circle is $k\pi$.",
                of="f",
                says="f = o**2",
            ),
        ],
        [
            fact(
                "Two circles with the same center have the radii $<r>$ and $<s>$.",
                "Two circles around the same point have radii of $<s>$ and $<r>$ units.",
                "Around one center there are two circles, the smaller with radius $<s>$ and the "
                "larger with radius $<r>$.",
                says="g = r**2; b = s**2; d = g - b",
            ),
            asked(
                r"the number $k$ for which the area between the circles is $k\pi$",
                r"The area between the circles is $k\pi$. What is $k$?",
                r"Find the number $k$ for which the area between the circles is $k\pi$.",
                of="d",
            ),
        ],
        [
            fact(
                "A circle has the radius $<r>$. A sector of it has a central angle of $<w>$ "
                "degrees.",
                "A sector with a central angle of $<w>$ degrees is cut out of a circle with radius "
                "$<r>$.",
                "In a circle with radius $<r>$, a central angle of $<w>$ degrees bounds a sector.",
                says="i = r**2; m = i*w; e = m/360",
            ),
            asked(
                r"the number $k$ for which the area of the sector is $k\pi$",
                r"The area of the sector is $k\pi$. What is $k$?",
                r"Find the number $k$ for which the area of the sector is $k\pi$.",
                of="e",
            ),
        ],
    ),
    draws={"r": plain(4, 25), "o": plain(4, 25), "s": plain(3, 20), "w": plain(30, 330, 15)},
    need=("s < r",),
    lines={
        "r": (
            r"The area of a circle is $\pi$ times the square of its radius, so the radius is $@$.",
        ),
        "c": (
            r"The circumference is $\pi$ times twice the radius, so the factor of $\pi$ is $@$.",
        ),
        "o": (r"The circumference is $\pi$ times twice the radius, so the radius is $@$.",),
        "f": (r"The area is $\pi$ times the square of the radius, so the factor of $\pi$ is $@$.",),
        "g": (
            r"The area of a circle is $\pi$ times the square of its radius. For the larger circle, "
            "the square is $@$.",
        ),
        "b": ("For the smaller circle, the square of the radius is $@$.",),
        "d": (
            r"The area between the circles is the difference of their areas, so the factor of "
            r"$\pi$ is $@$.",
        ),
        "i": (
            r"The area of the full circle is $\pi$ times the square of the radius. This square is "
            r"$@$.",
        ),
        "m": (
            "The sector is to the full circle as its angle is to a full turn. Multiplying by the "
            "angle gives $@$.",
        ),
        "e": (r"Dividing by the full turn, we get the factor of $\pi$ for the sector, $@$.",),
    },
)

FAMILIES = (
    rectangles,
    circles,
)
