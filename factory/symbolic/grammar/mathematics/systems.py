"""Two unknowns: systems of linear equations, and stories that are such systems."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

sum_and_difference = problem(
    "sum_and_difference",
    either(
        [
            fact(
                "The sum of two numbers is $<s>$, and their positive difference is $<d>$.",
                "Two numbers add up to $<s>$ and differ by $<d>$.",
                "When two numbers are added, the result is $<s>$. When the smaller one is "
                "subtracted from the larger one, the result is $<d>$.",
                says="s = x + y; d = x - y",
            ),
            either(
                [asked("the larger number", of="x", plan="w = s + d; x = w/2")],
                [asked("the smaller number", of="y", plan="g = s - d; y = g/2")],
                [
                    asked(
                        "the product of the two numbers",
                        of="t",
                        says="t = x*y",
                        plan="w = s + d; x = w/2; y = s - x; t = x*y",
                    )
                ],
                [
                    asked(
                        "the difference between the squares of the two numbers",
                        "What is the positive difference between the squares of the two numbers?",
                        "By how much does the square of the larger number exceed the square of the "
                        "smaller one?",
                        of="f",
                        says="f = x**2 - y**2",
                        plan="f = s*d",
                    )
                ],
            ),
        ],
        [
            fact(
                "The numbers $x$ and $y$ satisfy $x + y = <s>$ and $x - y = <d>$.",
                "Let $x$ and $y$ be the numbers with $x + y = <s>$ and $x - y = <d>$.",
                "Suppose that $x + y = <s>$ while $x - y = <d>$.",
                says="s = x + y; d = x - y",
            ),
            either(
                [
                    asked(
                        "the value of $xy$",
                        of="t",
                        says="t = x*y",
                        plan="w = s + d; x = w/2; y = s - x; t = x*y",
                    )
                ],
                [asked("the value of $x^2 - y^2$", of="f", says="f = x**2 - y**2", plan="f = s*d")],
                [
                    asked(
                        "the value of $x^2 + y^2$",
                        of="e",
                        says="e = x**2 + y**2",
                        plan="k = s**2; m = d**2; h = k + m; e = h/2",
                    )
                ],
            ),
        ],
    ),
    draws={"x": plain(8, 60), "y": plain(3, 50)},
    need=("x > y", "d > 2"),
    lines={
        "w": ("The sum plus the difference is twice the larger number, $@$.",),
        "x": ("Half of this is the larger number, $@$.", "So the larger number is $@$."),
        "g": ("The sum minus the difference is twice the smaller number, $@$.",),
        "y": ("The smaller number is $@$.",),
        "t": ("The product of the two numbers is $@$.",),
        "f": (
            "The difference of the squares is the sum of the numbers times their difference, $@$.",
            "Factoring the difference of the squares into sum times difference, we get $@$.",
        ),
        "k": ("The square of the sum is $@$.",),
        "m": ("The square of the difference is $@$.",),
        "h": (
            "When the two are added, the mixed terms cancel, and twice the sum of the squares "
            "remains. It is $@$.",
        ),
        "e": ("So the sum of the squares is $@$.",),
    },
)

_FIRST = "w = a*e - b*d; u = c*e - b*f; x = u/w"
_SECOND = "v = a*f - c*d; w = a*e - b*d; y = v/w"

linear_system = problem(
    "linear_system",
    either(
        [
            fact(
                "The numbers $x$ and $y$ satisfy $<a>x + <b>y = <c>$ and $<d>x + <e>y = <f>$.",
                "Let $x$ and $y$ be the solution of the system $<a>x + <b>y = <c>$, "
                "$<d>x + <e>y = <f>$.",
                "The lines $<a>x + <b>y = <c>$ and $<d>x + <e>y = <f>$ meet at the point $(x, y)$.",
                says="c = a*x + b*y; f = d*x + e*y",
            ),
            either(
                [asked("the value of $x$", of="x", plan=_FIRST)],
                [asked("the value of $y$", of="y", plan=_SECOND)],
                [
                    asked(
                        "the value of $x + y$",
                        of="t",
                        says="t = x + y",
                        plan=f"{_FIRST}; i = a*x; j = c - i; y = j/b; t = x + y",
                    )
                ],
            ),
        ],
        [
            fact(
                "The numbers $x$ and $y$ satisfy $<a>x + y = <c>$ and $<d>x + y = <f>$.",
                "Let $x$ and $y$ be the solution of the system $<a>x + y = <c>$, $<d>x + y = <f>$.",
                "The lines $<a>x + y = <c>$ and $<d>x + y = <f>$ meet at the point $(x, y)$.",
                says="c = a*x + z; f = d*x + z",
            ),
            either(
                [asked("the value of $x$", of="x", plan="k = a - d; m = c - f; x = m/k")],
                [
                    asked(
                        "the value of $y$",
                        of="z",
                        plan="k = a - d; m = c - f; x = m/k; z = c - a*x",
                    )
                ],
                [
                    asked(
                        "the value of $xy$",
                        of="g",
                        says="g = x*z",
                        plan="k = a - d; m = c - f; x = m/k; z = c - a*x; g = x*z",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(2, 12),
        "b": plain(2, 12),
        "d": plain(2, 12),
        "e": plain(2, 12),
        "x": plain(-9, 14),
        "y": plain(-9, 14),
        "z": plain(-9, 14),
    },
    need=("x != 0", "y != 0", "z != 0", "c > 1", "f > 1", "k > 1", "w != 0", "w != 1", "w != -1"),
    lines={
        "u": (
            "To eliminate $y$, we multiply each equation by the coefficient of $y$ in the other, "
            "and subtract the second from the first. The right side becomes $@$.",
        ),
        "v": (
            "To eliminate $x$, we multiply each equation by the coefficient of $x$ in the other, "
            "and subtract the first from the second. The right side becomes $@$.",
        ),
        "w": ("On the left side, the coefficient that remains is $@$.",),
        "m": (
            "Subtracting the second equation from the first, we get rid of $y$. The right side "
            "becomes $@$.",
        ),
        "k": ("The coefficient of $x$ becomes $@$.",),
        "x": ("Hence $x=@$.", "Dividing, we find $x=@$."),
        "i": ("Substituting this into the first equation, we get $@$ for the term with $x$.",),
        "j": ("So the term with $y$ must be $@$.",),
        "y": ("Dividing by the coefficient of $y$, we find $y=@$.", "Therefore $y=@$."),
        "z": ("Substituting this into the first equation, we get $y=@$.",),
        "t": ("The sum of the two is $@$.",),
        "g": ("The product of the two is $@$.",),
    },
)

_FARM = (
    ("chicken/chickens", "rabbit/rabbits"),
    ("duck/ducks", "goat/goats"),
    ("goose/geese", "sheep/sheep"),
    ("hen/hens", "cow/cows"),
    ("turkey/turkeys", "pig/pigs"),
    ("ostrich/ostriches", "donkey/donkeys"),
)

heads_and_legs = problem(
    "heads_and_legs",
    either(
        [
            fact(
                "A farm has $<n>$ animals, all of them <bird> or <beast>. Together they have $<l>$ "
                "legs.",
                "There are only <bird> and <beast> in a yard. Someone counts $<n>$ heads and $<l>$ "
                "legs.",
                "In a group of <bird> and <beast>, there are $<n>$ animals with $<l>$ legs in all.",
                says="m = 2*n; k = 2*r; l = m + k; n = r + c",
            ),
            either(
                [
                    asked(
                        "the number of <beast>",
                        "How many <beast> are there?",
                        "How many of the animals are <beast>?",
                        "Find the number of <beast>.",
                        of="r",
                    )
                ],
                [
                    asked(
                        "the number of <bird>",
                        "How many <bird> are there?",
                        "How many of the animals are <bird>?",
                        "Find the number of <bird>.",
                        of="c",
                    )
                ],
            ),
        ],
        [
            fact(
                "In a parking lot there are $<n>$ vehicles, all of them bicycles or cars. Together "
                "they have $<l>$ wheels.",
                "A garage holds only bicycles and cars. It has $<n>$ vehicles with $<l>$ wheels in "
                "all.",
                "Somebody counts the bicycles and cars on a street and finds $<n>$ vehicles "
                "with $<l>$ wheels in all.",
                says="e = 2*n; f = 2*i; l = e + f; n = i + j",
            ),
            either(
                [
                    asked(
                        "the number of cars",
                        "How many cars are there?",
                        "How many of the vehicles are cars?",
                        "Find the number of cars.",
                        of="i",
                    )
                ],
                [
                    asked(
                        "the number of bicycles",
                        "How many bicycles are there?",
                        "How many of the vehicles are bicycles?",
                        "Find the number of bicycles.",
                        of="j",
                    )
                ],
            ),
        ],
    ),
    rows={"bird,beast": _FARM},
    draws={"r": plain(3, 40), "c": plain(3, 40), "i": plain(3, 40), "j": plain(3, 40)},
    lines={
        "m": ("If all the animals were <bird>, there would be $@$ legs.",),
        "k": ("In fact, there are $@$ legs more.",),
        "r": ("<beast.A> has two legs more than <bird.a>, so the number of <beast> is $@$.",),
        "c": ("The rest are <bird>, and their number is $@$.",),
        "e": ("If all the vehicles were bicycles, there would be $@$ wheels.",),
        "f": ("In fact, there are $@$ wheels more.",),
        "i": ("A car has two wheels more than a bicycle, so the number of cars is $@$.",),
        "j": ("The rest are bicycles, and their number is $@$.",),
    },
)

FAMILIES = (sum_and_difference, linear_system, heads_and_legs)
