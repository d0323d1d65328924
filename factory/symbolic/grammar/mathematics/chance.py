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
                        of="t",
                        plan="u = choose(a, 2); v = choose(n, 2); t = u/v",
                        means="draw_two(a, b, lambda p, q: p < a and q < a)",
                    )
                ],
                [
                    _chance(
                        "they have different colors",
                        of="t",
                        plan="w = a*b; v = choose(n, 2); t = w/v",
                        means="draw_two(a, b, lambda p, q: (p < a) != (q < a))",
                    )
                ],
                [
                    _chance(
                        "at least one of them is <x1>",
                        of="t",
                        plan="u = choose(b, 2); v = choose(n, 2); f = v - u; t = f/v",
                        means="draw_two(a, b, lambda p, q: p < a or q < a)",
                    )
                ],
            ),
        ],
    ),
    rows={"thing,bag": tuple((f"{many[:-1]}/{many}", bag) for many, bag in _BAGS)},
    words={"x1,x2": _COLORS},
    draws={"a": plain(3, 14), "b": plain(3, 14)},
    fractions="t",
    lines={
        "n": ("In all, there are $@$ <thing>.", "The number of <thing> is $@$."),
        "u": ("The pairs of the color in question number $@$.",),
        "v": ("The number of all pairs is $@$.",),
        "w": ("The number of pairs with different colors is $@$.",),
        "f": ("The favorable pairs number $@$.",),
        "t": ("So the probability is $@$.", "This gives the probability $@$."),
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
                        plan="u = quotient(n, k); t = u/n",
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
                        says="f = n - c; t = f/n",
                    )
                ],
            ),
        ]
    ),
    draws={"n": plain(20, 120), "k": plain(3, 9), "j": plain(3, 9), "c": plain(8, 70)},
    need=("c < n - 3", "k < j", "mod(j, k) != 0", "w > 0"),
    fractions="t",
    lines={
        "u": ("The number of multiples of the first kind is $@$.", "There are $@$ such multiples."),
        "v": ("The number of multiples of the second kind is $@$.",),
        "l": ("Numbers divisible by both are the multiples of $@$.",),
        "w": ("There are $@$ of these, which we have counted twice.",),
        "f": ("So the number of favorable outcomes is $@$.",),
        "t": ("The probability is $@$.", "This gives the probability $@$."),
    },
)

coins_and_dice = problem(
    "coins_and_dice",
    either(
        [
            fact(
                "A fair coin is tossed $<n>$ times.",
                "Somebody tosses a fair coin $<n>$ times.",
                "In $<n>$ tosses of a fair coin, heads and tails are counted.",
            ),
            either(
                [
                    _chance(
                        "it shows heads exactly $<k>$ times",
                        of="t",
                        plan="u = choose(n, k); v = 2**n; t = u/v",
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
                "In an experiment, a fair six-sided die is rolled $<m>$ times in a row.",
            ),
            either(
                [
                    _chance(
                        "no roll shows the highest number of the die",
                        of="t",
                        plan="u = 5**m; v = 6**m; t = u/v",
                        means="Fraction(5, 6)**m",
                    )
                ],
                [
                    _chance(
                        "the highest number of the die is rolled at least once",
                        of="t",
                        plan="u = 5**m; v = 6**m; f = v - u; t = f/v",
                        means="1 - Fraction(5, 6)**m",
                    )
                ],
            ),
        ],
    ),
    draws={"n": plain(4, 9), "k": plain(3, 6), "m": plain(2, 4)},
    need=("k < n",),
    within={"v": (8, 1300)},
    fractions="t",
    lines={
        "u": ("The number of favorable outcomes is $@$.", "Of these, we count $@$ outcomes."),
        "v": ("The number of all outcomes is $@$.",),
        "f": ("Leaving out the others, there are $@$ outcomes.",),
        "t": ("So the probability is $@$.", "This gives the probability $@$."),
    },
)

FAMILIES = (drawing_balls, random_numbers, coins_and_dice)
