"""Simple probability with fractions."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Ask, either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

_COLORS = ("red", "blue", "green", "white", "black", "yellow", "orange", "purple")
_BAGS = (
    ("marbles", "a bag"),
    ("balls", "an urn"),
    ("counters", "a box"),
    ("beads", "a jar"),
    ("chips", "a sack"),
    ("tokens", "a tin"),
)
_LOWEST = " Give the answer as a fraction in lowest terms."


def _chance(event: str, of: str, **more: str) -> Ask:
    """What is the probability that this happens?"""
    return asked(
        f"the probability that {event}",
        f"What is the probability that {event}?{_LOWEST}",
        f"Find the probability that {event}, as a fraction in lowest terms.",
        f"How likely is it that {event}? Give the probability as a fraction in lowest terms.",
        of=of,
        whole=False,
        **more,
    )


drawing_balls = problem(
    "drawing_balls",
    either(
        [
            fact(
                "There are $<a>$ <x1> and $<b>$ <x2> <thing> in <bag>. One of them is drawn at "
                "random.",
                "Somebody draws one <thing.one> at random from <bag> with $<a>$ <x1> and $<b>$ "
                "<x2> <thing>.",
                "From <bag> that holds $<a>$ <x1> <thing> and $<b>$ <x2> ones, a single "
                "<thing.one> is drawn at random.",
                says="n = a + b",
            ),
            either(
                [_chance("it is <x1>", of="t", says="t = a/n")],
                [_chance("it is <x2>", of="t", says="t = b/n")],
            ),
        ],
        [
            fact(
                "There are $<a>$ <x1> and $<b>$ <x2> <thing> in <bag>. Two of them are drawn at "
                "random, without replacement.",
                "Somebody draws two <thing> at random, without replacement, from <bag> with $<a>$ "
                "<x1> and $<b>$ <x2> <thing>.",
                "From <bag> that holds $<a>$ <x1> <thing> and $<b>$ <x2> ones, two are drawn at "
                "random, the first not being put back.",
                says="n = a + b",
            ),
            either(
                [
                    _chance(
                        "both are <x1>",
                        of="y",
                        plan="w = choose(a, 2); v = choose(n, 2); y = w/v",
                        means="draw_two(a, b, lambda p, q: p < a and q < a)",
                    )
                ],
                [
                    _chance(
                        "they have different colors",
                        of="y",
                        plan="x = a*b; v = choose(n, 2); y = x/v",
                        means="draw_two(a, b, lambda p, q: (p < a) != (q < a))",
                    )
                ],
                [
                    _chance(
                        "at least one of them is <x1>",
                        of="y",
                        plan="v = choose(n, 2); u = choose(b, 2); f = v - u; y = f/v",
                        means="draw_two(a, b, lambda p, q: p < a or q < a)",
                    )
                ],
            ),
        ],
    ),
    rows={"thing,bag": tuple((f"{many[:-1]}/{many}", bag) for many, bag in _BAGS)},
    words={"x1,x2": _COLORS},
    draws={"a": plain(3, 14), "b": plain(3, 14)},
    fractions="t y",
    lines={
        "n": ("In all, there are $@$ <thing>.", "The number of <thing> is $@$."),
        "t": ("Each of them is equally likely to be drawn, so the probability is $@$.",),
        "v": ("The number of all pairs of <thing> is $@$.",),
        "w": ("Of the <x1> <thing> alone, we can form $@$ pairs.",),
        "x": (
            "A pair of different colors has one <x1> and one <x2> <thing.one>, so the number of "
            "such pairs is $@$.",
        ),
        "u": (
            "If none is <x1>, both <thing> are <x2>. The number of these pairs is $@$.",
            "First we count the pairs without any <x1> <thing.one>. Their number is $@$.",
        ),
        "f": ("All other pairs contain at least one <x1> <thing.one>, and their number is $@$.",),
        "y": (
            "All pairs are equally likely, so the probability is $@$.",
            "As each pair is equally likely to be drawn, the probability is $@$.",
        ),
    },
)

random_numbers = problem(
    "random_numbers",
    either(
        [
            fact(
                "An integer from $1$ to $<n>$ is chosen at random.",
                "One of the integers from $1$ to $<n>$ is picked at random, each being equally "
                "likely.",
                "Tickets are numbered from $1$ to $<n>$, and one of them is drawn at random.",
            ),
            either(
                [
                    _chance(
                        "the number is a multiple of $<k>$",
                        of="t",
                        plan="m = quotient(n, k); t = m/n",
                        means="Fraction(sum(1 for x in range(1, n + 1) if x % k == 0), n)",
                    )
                ],
                [
                    _chance(
                        "the number is divisible by $<k>$ or by $<j>$, or by both",
                        of="t",
                        plan="u = quotient(n, k); v = quotient(n, j); l = lcm(k, j); "
                        "w = quotient(n, l); f = u + v - w; t = f/n",
                        means="Fraction(sum(1 for x in range(1, n + 1) if x % k == 0 or "
                        "x % j == 0), n)",
                    )
                ],
                [
                    _chance(
                        "the number is greater than $<c>$",
                        of="t",
                        says="g = n - c; t = g/n",
                    )
                ],
            ),
        ]
    ),
    draws={"n": plain(20, 120), "k": plain(3, 9), "j": plain(3, 9), "c": plain(8, 70)},
    need=("c < n - 3", "k < j", "mod(j, k) != 0", "w > 0"),
    fractions="t",
    lines={
        "m": (
            "To count the multiples of a number up to a bound, we divide and round down, which "
            "gives $@$.",
            "Dividing and rounding down, we find that the number of such multiples is $@$.",
        ),
        "u": (
            "Dividing and rounding down, we find how many integers are divisible by the first "
            "number: $@$.",
        ),
        "v": ("In the same way, the number of integers divisible by the second number is $@$.",),
        "l": (
            "The integers divisible by both are the multiples of the least common multiple, $@$.",
        ),
        "w": ("We have counted these twice, and their number is $@$.",),
        "f": ("Counting each integer once, the number of favorable ones is $@$.",),
        "g": ("The number of greater integers is $@$.",),
        "t": (
            "All the integers are equally likely, so the probability is $@$.",
            "Each integer is equally likely, and dividing by how many there are gives $@$.",
        ),
    },
)

coins_and_dice = problem(
    "coins_and_dice",
    either(
        [
            fact(
                "Imagine $<n>$ tosses of a fair coin.",
                "Somebody tosses a fair coin $<n>$ times.",
                "A fair coin is tossed $<n>$ times in a row.",
            ),
            either(
                [
                    _chance(
                        "it shows heads exactly $<k>$ times",
                        of="t",
                        plan="v = 2**n; u = choose(n, k); t = u/v",
                        means="Fraction(sum(1 for c in product((0, 1), repeat=n) if sum(c) == k), "
                        "2**n)",
                    )
                ],
                [
                    _chance(
                        "it shows heads at least once",
                        of="t",
                        plan="v = 2**n; f = v - 1; t = f/v",
                        means="Fraction(sum(1 for c in product((0, 1), repeat=n) if any(c)), 2**n)",
                    )
                ],
            ),
        ],
        [
            fact(
                "A fair six-sided die is rolled $<m>$ times.",
                "Somebody rolls a fair six-sided die $<m>$ times.",
                "In an experiment, a fair six-sided die is rolled $<m>$ times in succession.",
            ),
            either(
                [
                    _chance(
                        "no roll shows the highest number of the die",
                        of="t",
                        plan="x = 6**m; y = 5**m; t = y/x",
                        means="Fraction(5, 6)**m",
                    )
                ],
                [
                    _chance(
                        "the highest number of the die is rolled at least once",
                        of="t",
                        plan="x = 6**m; y = 5**m; g = x - y; t = g/x",
                        means="1 - Fraction(5, 6)**m",
                    )
                ],
            ),
        ],
    ),
    draws={"n": plain(4, 9), "k": plain(3, 6), "m": plain(2, 4)},
    need=("k < n",),
    within={"v": (8, 1300), "x": (8, 1300)},
    fractions="t",
    lines={
        "v": (
            "Each toss has two possible results, so the number of equally likely sequences is $@$.",
        ),
        "u": ("We choose the tosses that show heads, which is possible in $@$ ways.",),
        "f": ("Only one of these sequences has no heads at all, which leaves $@$.",),
        "x": (
            "Each roll has six possible results, so the number of equally likely sequences is $@$.",
        ),
        "y": (
            "The number of sequences in which every roll shows one of the five lower numbers is "
            "$@$.",
        ),
        "g": ("In all others, the highest number appears at least once, and their number is $@$.",),
        "t": (
            "Dividing by the number of all sequences gives the probability $@$.",
            "So the probability is $@$.",
        ),
    },
)

FAMILIES = (drawing_balls, random_numbers, coins_and_dice)
