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
                "is "
                "$<p>$ units.",
                says="h = p/2; h = l + w; l = w + d",
            ),
            either(
                [asked("the width of the rectangle", of="w", plan="h = p/2; m = h - d; w = m/2")],
                [
                    asked(
                        "the area of the rectangle",
                        of="a",
                        says="a = l*w",
                        plan="h = p/2; m = h - d; w = m/2; l = w + d; a = l*w",
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
                [asked("the perimeter of the rectangle", of="p", says="h = l + w; p = 2*h")],
            ),
        ],
        [
            fact(
                "A square has the same area as a rectangle with sides of length $<u>$ and $<v>$.",
                "The area of a square equals that of a rectangle with sides of length $<u>$ and "
                "$<v>$.",
                "A rectangle with sides of length $<u>$ and $<v>$ and a square have equal areas.",
                says="a = u*v",
            ),
            either(
                [
                    asked(
                        "the side length of the square",
                        of="s",
                        says="a = s**2",
                        plan="a = u*v; s = root(a)",
                    )
                ],
                [
                    asked(
                        "the perimeter of the square",
                        of="p",
                        says="a = s**2; p = 4*s",
                        plan="a = u*v; s = root(a); p = 4*s",
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
        "h": ("Length and width add up to $@$.",),
        "m": ("Without the difference, this is $@$, which is twice the width.",),
        "w": ("So the width is $@$.",),
        "l": ("So the length is $@$.",),
        "a": ("The area is $@$.",),
        "s": ("So the side of the square is $@$.",),
        "p": ("So the perimeter is $@$.",),
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
                r"The length of a circle is $<c>\pi$ units.",
                says="c = 2*r",
            ),
            asked(
                r"the number $k$ for which the area of the circle is $k\pi$",
                r"The area of the circle is $k\pi$. What is $k$?",
                r"Find the number $k$ for which the area of the circle is $k\pi$.",
                of="a",
                says="a = r**2",
            ),
        ],
        [
            fact(
                "Two circles with the same center have the radii $<r>$ and $<s>$.",
                "A ring lies between two circles around the same point, with the radii $<s>$ and "
                "$<r>$.",
                "Around one center there are two circles, the smaller with radius $<s>$ and the "
                "larger with radius $<r>$.",
                says="a = r**2; b = s**2; d = a - b",
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
                says="a = r**2; m = a*w; e = m/360",
            ),
            asked(
                r"the number $k$ for which the area of the sector is $k\pi$",
                r"The area of the sector is $k\pi$. What is $k$?",
                r"Find the number $k$ for which the area of the sector is $k\pi$.",
                of="e",
            ),
        ],
    ),
    draws={"r": plain(4, 25), "s": plain(3, 20), "w": plain(30, 330, 15)},
    need=("s < r",),
    lines={
        "r": ("So the radius is $@$.",),
        "c": ("The circumference has the factor $@$ in front of $\\pi$.",),
        "a": ("The square of the radius is $@$.", "For the full circle, the factor is $@$."),
        "b": ("For the smaller circle, the factor is $@$.",),
        "d": ("So the factor that we look for is $@$.",),
        "m": ("Multiplied by the angle, this is $@$.",),
        "e": ("As a part of the full circle, the sector has the factor $@$.",),
    },
)

FAMILIES = (
    rectangles,
    circles,
)
