"""Ratios and proportions, as algebra puts them."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_PAIRS = (
    ("boys", "girls", "a school"),
    ("roses", "tulips", "a garden"),
    ("novels", "comics", "a library"),
    ("sheep", "goats", "a herd"),
    ("oaks", "maples", "a forest"),
    ("buses", "cars", "a parking lot"),
    ("pines", "birches", "a park"),
    ("ducks", "geese", "a flock"),
    ("violins", "cellos", "a music shop"),
)

ratios = problem(
    "ratios",
    either(
        [
            fact(
                "In <place>, the ratio of <x1> to <x2> is $<a>:<b>$. Together there are $<n>$ <x1> "
                "and <x2>.",
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
                "than <x1>.",
                "The numbers of <x1> and <x2> in <place> are in the ratio $<a>:<b>$, and there are "
                "$<w>$ more <x2> than <x1>.",
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
                says="c = a*b; m = c*g; g = r**2; x = a*r; y = b*r",
            ),
            either(
                [asked("the value of $x$", of="x", plan="c = a*b; g = m/c; r = root(g); x = a*r")],
                [
                    asked(
                        "the value of $x + y$",
                        of="s",
                        says="s = x + y",
                        plan="c = a*b; g = m/c; r = root(g); p = a + b; s = p*r",
                    )
                ],
            ),
        ],
    ),
    rows={"x1,x2,place": _PAIRS},
    draws={"a": plain(2, 9), "b": plain(3, 12), "k": plain(3, 20), "r": plain(3, 20)},
    within={"m": (10, 9999)},
    need=("a < b", "gcd(a, b) < 2", "q > 1"),
    lines={
        "p": ("By the ratio, the two numbers together make $@$ equal parts.",),
        "q": ("By the ratio, the two numbers differ by $@$ equal parts.",),
        "k": ("So one part is $@$.",),
        "u": ("The number of <x1> is $@$.",),
        "v": ("The number of <x2> is $@$.",),
        "w": ("So the difference is $@$.",),
        "n": ("So there are $@$ in all.",),
        "c": (
            "Both $x$ and $y$ consist of equal parts, as the ratio says. Their product is the "
            "square of one part times $@$.",
        ),
        "g": ("So the square of one part is $@$.",),
        "r": ("One part is the positive root, $@$.",),
        "x": ("This gives $x=@$.", "So $x=@$."),
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
                [asked("the value of $y$ when $x = <c>$", of="u", says="u = r*c")],
                [asked("the value of $x$ when $y = <g>$", of="v", says="g = r*v")],
            ),
        ],
        [
            fact(
                r"The number $x$ satisfies $\frac{x}{<a>} = \frac{<b>}{<c>}$.",
                r"For the number $x$, we have $\frac{x}{<a>} = \frac{<b>}{<c>}$.",
                r"The fractions $\frac{x}{<a>}$ and $\frac{<b>}{<c>}$ are equal.",
                says="m = a*b; m = w*c",
            ),
            asked("the value of $x$", of="w"),
        ],
        [
            fact(
                "Working together at the same rate, $<a>$ workers finish a job in $<b>$ hours.",
                "A job takes $<b>$ hours when $<a>$ workers do it, all at the same rate.",
                "If $<a>$ workers, all equally fast, work on a job, it is done in $<b>$ hours.",
                says="h = a*b",
            ),
            either(
                [
                    asked(
                        "the number of hours that $<c>$ such workers need for the same job",
                        "How many hours do $<c>$ such workers need for the same job?",
                        "In how many hours can $<c>$ such workers do the same job?",
                        of="i",
                        says="h = i*c",
                    )
                ],
                [
                    asked(
                        "the number of such workers that are needed to finish the same job in "
                        "$<d>$ hours",
                        "How many such workers are needed to finish the same job in $<d>$ hours?",
                        "How many of these workers does it take to do the same job in $<d>$ hours?",
                        of="j",
                        says="h = j*d",
                    )
                ],
            ),
        ],
    ),
    draws={
        "c": plain(3, 20),
        "d": plain(3, 20),
        "y": plain(3, 30),
        "w": plain(3, 30),
        "i": plain(3, 30),
        "j": plain(3, 30),
        "a": plain(3, 20),
        "b": plain(3, 24),
        "r": plain(2, 12),
        "x": plain(3, 30),
        "v": plain(3, 30),
    },
    need=("y > 1", "x > 1", "i > 1", "j > 1", "a > 1", "b > 1", "b != a*c"),
    within={"a": (2, 60), "b": (2, 90)},
    lines={
        "k": ("The product of $x$ and $y$ always stays the same, and it is $@$.",),
        "y": ("Dividing it by $x$, we get $y=@$.",),
        "x": ("Dividing it by $y$, we get $x=@$.",),
        "r": ("The quotient of $y$ and $x$ always stays the same, and it is $@$.",),
        "u": ("Multiplying $x$ by this quotient gives $y=@$.",),
        "v": ("Dividing $y$ by this quotient gives $x=@$.",),
        "m": (
            "Multiplying by both denominators, we see that $x$ times the denominator of the other "
            "fraction is $@$.",
        ),
        "w": ("Dividing by that denominator gives $x=@$.",),
        "h": ("One worker alone would need $@$ hours for the whole job.",),
        "i": ("Shared equally among the new number of workers, the job takes $@$ hours.",),
        "j": ("To do this in the given time, $@$ workers are needed.",),
    },
)

FAMILIES = (
    ratios,
    proportionality,
)
