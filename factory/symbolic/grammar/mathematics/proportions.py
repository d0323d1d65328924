"""Ratios, proportions and percentages, as algebra puts them."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_PAIRS = (
    ("boys", "girls", "a school"),
    ("roses", "tulips", "a garden"),
    ("novels", "comics", "a library"),
    ("sheep", "goats", "a herd"),
    ("oaks", "maples", "a forest"),
    ("cars", "buses", "a parking lot"),
    ("pines", "birches", "a park"),
    ("ducks", "geese", "a flock"),
    ("violins", "cellos", "a music shop"),
)

ratios = problem(
    "ratios",
    either(
        [
            fact(
                "In <place>, the ratio of <x1> to <x2> is $<a>:<b>$. Together there are $<n>$ of "
                "them.",
                "The numbers of <x1> and <x2> in <place> are in the ratio $<a>:<b>$, and their sum "
                "is $<n>$.",
                "Altogether there are $<n>$ <x1> and <x2> in <place>. The ratio of <x1> to <x2> is "
                "$<a>:<b>$.",
                says="p = a + b; n = p*k; u = a*k; v = b*k",
            ),
            either(
                [
                    asked(
                        "the number of <x1>",
                        "How many <x1> are there?",
                        "Find the number of <x1>.",
                        of="u",
                    )
                ],
                [
                    asked(
                        "the number of <x2>",
                        "How many <x2> are there?",
                        "Find the number of <x2>.",
                        of="v",
                    )
                ],
                [
                    asked(
                        "the difference between the number of <x2> and the number of <x1>",
                        "How many more <x2> than <x1> are there?",
                        "By how much does the number of <x2> exceed the number of <x1>?",
                        of="w",
                        says="q = b - a; w = q*k",
                    )
                ],
            ),
        ],
        [
            fact(
                "In <place>, the ratio of <x1> to <x2> is $<a>:<b>$. There are $<w>$ more <x2> "
                "than "
                "<x1>.",
                "The numbers of <x1> and <x2> in <place> are in the ratio $<a>:<b>$, and there are "
                "$<w>$ more <x2>.",
                "The number of <x2> in <place> exceeds the number of <x1> by $<w>$. The ratio of "
                "<x1> to <x2> is $<a>:<b>$.",
                says="q = b - a; w = q*k; u = a*k; v = b*k",
            ),
            either(
                [
                    asked(
                        "the number of <x1>",
                        "How many <x1> are there?",
                        "Find the number of <x1>.",
                        of="u",
                    )
                ],
                [
                    asked(
                        "the total number of <x1> and <x2>",
                        "How many <x1> and <x2> are there in all?",
                        "Find the total number of <x1> and <x2>.",
                        of="n",
                        says="p = a + b; n = p*k",
                    )
                ],
            ),
        ],
        [
            fact(
                "The positive numbers $x$ and $y$ satisfy $x : y = <a> : <b>$ and $xy = <m>$.",
                "Two positive numbers $x$ and $y$ are in the ratio $<a> : <b>$, and their product "
                "is $<m>$.",
                "For positive numbers $x$ and $y$, the product $xy$ is $<m>$, and $x$ is to $y$ as "
                "$<a>$ is to $<b>$.",
                says="c = a*b; m = c*g; g = k**2; u = a*k; v = b*k",
            ),
            either(
                [asked("the value of $x$", of="u", plan="c = a*b; g = m/c; k = root(g); u = a*k")],
                [
                    asked(
                        "the value of $x + y$",
                        of="s",
                        says="s = u + v",
                        plan="c = a*b; g = m/c; k = root(g); p = a + b; s = p*k",
                    )
                ],
            ),
        ],
    ),
    rows={"x1,x2,place": _PAIRS},
    draws={"a": plain(2, 9), "b": plain(3, 12), "k": plain(3, 20)},
    need=("a < b", "gcd(a, b) < 2", "q > 1"),
    lines={
        "p": ("Together, the parts are $@$.",),
        "q": ("The parts differ by $@$.",),
        "k": ("So one part is $@$.",),
        "u": ("The first number is $@$.", "This gives $@$."),
        "v": ("The second number is $@$.", "This gives $@$."),
        "w": ("So the difference is $@$.",),
        "n": ("In all, there are $@$.",),
        "c": ("In terms of one part, the product has the factor $@$.",),
        "g": ("So the square of one part is $@$.",),
        "s": ("The sum is $@$.",),
    },
)

proportionality = problem(
    "proportionality",
    either(
        [
            fact(
                "The quantity $y$ is inversely proportional to $x$, and $y = <a>$ when $x = <b>$.",
                "Suppose that $y$ varies inversely with $x$, and that $x = <b>$ gives $y = <a>$.",
                "The product of $x$ and $y$ is always the same. When $x = <b>$, we have $y = <a>$.",
                says="k = a*b",
            ),
            either(
                [asked("the value of $y$ when $x = <c>$", of="y", says="k = y*c")],
                [asked("the value of $x$ when $y = <d>$", of="x", says="k = x*d")],
            ),
        ],
        [
            fact(
                "The quantity $y$ is proportional to $x$, and $y = <f>$ when $x = <b>$.",
                "Suppose that $y$ varies directly with $x$, and that $x = <b>$ gives $y = <f>$.",
                "The quotient of $y$ and $x$ is always the same. When $x = <b>$, we have $y = "
                "<f>$.",
                says="f = r*b",
            ),
            either(
                [asked("the value of $y$ when $x = <c>$", of="y", says="y = r*c")],
                [asked("the value of $x$ when $y = <g>$", of="x", says="g = r*x")],
            ),
        ],
        [
            fact(
                r"The number $x$ satisfies $\frac{x}{<a>} = \frac{<b>}{<c>}$.",
                r"For the number $x$, we have $\frac{x}{<a>} = \frac{<b>}{<c>}$.",
                r"The fractions $\frac{x}{<a>}$ and $\frac{<b>}{<c>}$ are equal.",
                says="k = a*b; k = x*c",
            ),
            asked("the value of $x$", of="x"),
        ],
        [
            fact(
                "Working together at the same rate, $<a>$ workers finish a job in $<b>$ hours.",
                "A job takes $<b>$ hours when $<a>$ workers do it, all at the same rate.",
                "If $<a>$ workers, all equally fast, work on a job, it is done in $<b>$ hours.",
                says="k = a*b",
            ),
            either(
                [
                    asked(
                        "the number of hours that $<c>$ such workers need for the same job",
                        "How many hours do $<c>$ such workers need for the same job?",
                        "In how many hours can $<c>$ such workers do the same job?",
                        of="y",
                        says="k = y*c",
                    )
                ],
                [
                    asked(
                        "the number of such workers that are needed to finish the same job in "
                        "$<d>$ hours",
                        "How many such workers are needed to finish the same job in $<d>$ hours?",
                        "How many of these workers does it take to do the same job in $<d>$ hours?",
                        of="x",
                        says="k = x*d",
                    )
                ],
            ),
        ],
    ),
    draws={
        "c": plain(3, 20),
        "d": plain(3, 20),
        "y": plain(3, 30),
        "a": plain(3, 20),
        "b": plain(3, 24),
        "r": plain(2, 12),
        "x": plain(3, 30),
    },
    need=("y > 1", "x > 1", "a > 1", "b > 1", "b != a*c"),
    within={"a": (2, 60), "b": (2, 90)},
    lines={
        "k": ("The product that stays the same is $@$.",),
        "r": ("The factor of proportionality is $@$.",),
        "y": ("So the value is $@$.", "Therefore we get $@$."),
        "x": ("So the value is $@$.", "Therefore we get $@$."),
    },
)

percents = problem(
    "percents",
    either(
        [
            fact(
                r"A number increased by $<p>\%$ of itself is $<n>$.",
                r"When a number is increased by $<p>\%$, the result is $<n>$.",
                r"Adding $<p>\%$ of a number to the number itself gives $<n>$.",
                says="q = 100 + p; m = q*x; m = 100*n",
            ),
            asked("the number", of="x"),
        ],
        [
            fact(
                r"A number is $<n>$ after it has been decreased by $<p>\%$.",
                r"When a number is decreased by $<p>\%$, the result is $<n>$.",
                r"Subtracting $<p>\%$ of a number from the number itself leaves $<n>$.",
                says="q = 100 - p; m = q*x; m = 100*n",
            ),
            asked("the number", of="x"),
        ],
        [
            fact(
                r"It is known that $<p>\%$ of $x$ is equal to $<r>\%$ of $<y>$.",
                r"The number $x$ is such that $<p>\%$ of $x$ equals $<r>\%$ of $<y>$.",
                r"Taking $<p>\%$ of $x$ gives the same result as taking $<r>\%$ of $<y>$.",
                says="m = r*y; m = p*x",
            ),
            asked("the value of $x$", of="x"),
        ],
        [
            asked(
                r"the number of which $<p>\%$ is $<n>$",
                r"What number has $<n>$ as $<p>\%$ of it?",
                r"If $<p>\%$ of a number is $<n>$, what is the number?",
                r"Find the number of which $<p>\%$ is $<n>$.",
                of="x",
                says="m = p*x; m = 100*n",
            )
        ],
        [
            fact(
                r"A price of $<x>$ dollars is raised by $<p>\%$ and then lowered by $<r>\%$ of the "
                "new price.",
                r"A shop raises a price of $<x>$ dollars by $<p>\%$. Later it takes $<r>\%$ off "
                "the new price.",
                r"From $<x>$ dollars, a price first rises by $<p>\%$, and then falls by $<r>\%$ of "
                "what it has become.",
                says="q = 100 + p; m = x*q; u = m/100; w = 100 - r; g = u*w; v = g/100",
            ),
            asked(
                "the final price in dollars",
                "What is the final price in dollars?",
                "How many dollars is the final price?",
                "Find the final price in dollars.",
                of="v",
            ),
        ],
    ),
    draws={
        "p": plain(5, 80, 5),
        "r": plain(10, 60, 5),
        "y": plain(20, 200, 5),
        "x": plain(20, 400, 5),
    },
    need=("n > 1", "x > 1"),
    within={"n": (3, 900), "q": (10, 200), "v": (5, 900)},
    lines={
        "q": (r"The result is this percentage of the number: $@$.",),
        "m": ("For the equation of percentages, we multiply and get $@$.",),
        "x": ("So the number is $@$.", "Dividing, we find $@$."),
        "u": ("So the raised price is $@$ dollars.",),
        "w": ("Of this price, the percentage that remains is $@$.",),
        "g": ("The product that we need is $@$.",),
        "v": ("So the final price is $@$ dollars.",),
    },
)

FAMILIES = (ratios, proportionality, percents)
