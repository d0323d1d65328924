"""Further steps that can be told of a whole number: how a problem in LaTeX grows longer.

A tail builds on the quantity `a`, the result asked for before it; `<x>` names that result, and
`<n>` is the letter that it gets.
"""

from factory.symbolic.grammar.draws import Draw, plain
from factory.symbolic.grammar.family import Ask, Fact, Family, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem
from factory.symbolic.latex import DIGITS_ADDED

_NAMED = fact("Let $<n>$ be <x>.", "Suppose that $<n>$ is <x>.", "Write $<n>$ for <x>.")
_WORDS = {"n": ("N", "M", "K", "T", "R", "V", "W", "Q")}
_RESULT = ("So the value is $@$.", "This gives $@$.", "Therefore the result is $@$.")


def _tail(
    name: str,
    asks: Ask,
    *,
    need: tuple[str, ...] = (),
    draws: dict[str, Draw] | None = None,
    lines: dict[str, str | tuple[str, ...]] | None = None,
    told: Fact | None = None,
) -> Family:
    return problem(
        name,
        _NAMED,
        *((told,) if told else ()),
        asks,
        words=_WORDS,
        draws=draws or {},
        lines={"t": _RESULT, **(lines or {})},
        need=need,
        on="number",
    )


TAILS: tuple[Family, ...] = (
    _tail(
        "square_modulo",
        asked(
            "the remainder when $<n>^2$ is divided by $<k>$",
            of="t",
            says="p = a**2; t = mod(p, k)",
        ),
        draws={"k": plain(5, 13)},
        lines={"p": "The square of $<n>$ is $@$.", "t": "The remainder of this square is $@$."},
        need=("a > 3", "a < 200", "p > k"),
    ),
    _tail(
        "remainder_of_it",
        asked("the remainder when $<n>$ is divided by $<k>$", of="t", says="t = mod(a, k)"),
        draws={"k": plain(5, 13)},
        lines={"t": "The division leaves the remainder $@$."},
        need=("a > 20",),
    ),
    _tail(
        "times_and_plus",
        asked("the value of $<k><n> + <j>$", of="t", says="p = k*a; t = p + j"),
        draws={"k": plain(3, 12), "j": plain(3, 60)},
        lines={"p": "The term with $<n>$ is $@$."},
        need=("a > -200", "a < 500", "a != 0"),
    ),
    _tail(
        "quadratic_in_it",
        asked("the value of $<n>^2 - <k><n>$", of="t", says="p = a**2; q = k*a; t = p - q"),
        draws={"k": plain(3, 12)},
        lines={
            "p": "The square of $<n>$ is $@$.",
            "q": "The number to be subtracted is $@$.",
            "t": "So the value is $@$.",
        },
        need=("a > -30", "a < 60", "a != 0", "t != 0"),
    ),
    _tail(
        "cube_and_more",
        asked("the value of $<n>^3 + <k>$", of="t", says="p = a**3; t = p + k"),
        draws={"k": plain(5, 90)},
        lines={"p": "The cube of $<n>$ is $@$."},
        need=("a > -10", "a < 13", "a != 0", "a != 1", "t > 1"),
    ),
    _tail(
        "absolute_difference",
        asked("the value of $|<n> - <k>|$", of="t", says="p = a - k; t = abs(p)"),
        draws={"k": plain(5, 99)},
        lines={"p": "The difference is $@$.", "t": "Its absolute value is $@$."},
        need=("a > -200", "a < 300", "a != 0", "t > 3"),
    ),
    _tail(
        "sum_of_squares",
        asked("the value of $<n>^2 + <k>^2$", of="t", says="p = a**2; q = k**2; t = p + q"),
        draws={"k": plain(4, 25)},
        lines={
            "p": "The first square is $@$.",
            "q": "The second square is $@$.",
            "t": "The sum of the two squares is $@$.",
        },
        need=("a > -30", "a < 60", "a != 0", "a != 1"),
    ),
    _tail(
        "sum_up_to_it",
        asked(
            "the sum of the integers from $1$ to $<n>$",
            of="t",
            plan="m = a + 1; p = a*m; t = p/2",
            means="sum(range(1, a + 1))",
        ),
        lines={
            "m": "The sum is half the product of $<n>$ and the next integer, which is $@$.",
            "p": "The product of the two is $@$.",
            "t": "Half of it is the sum, $@$.",
        },
        need=("a > 5", "a < 150"),
    ),
    _tail(
        "digit_sum_of_square",
        asked(
            "the sum of the digits of $<n>^2$",
            of="t",
            plan="p = a**2; t = digit_sum(p)",
            means="sum(map(int, str(a**2)))",
        ),
        lines={
            "p": "The square of $<n>$ is $@$.",
            "t": f"{DIGITS_ADDED} $@$.",
        },
        need=("a > 10", "a < 300"),
    ),
    _tail(
        "gcd_with_it",
        asked("the greatest common divisor of $<n>$ and $<k>$", of="t", says="t = gcd(a, k)"),
        draws={"k": plain(12, 90)},
        lines={"t": "The greatest common divisor is $@$."},
        need=("a > 11", "t > 1"),
    ),
    _tail(
        "pairs_of_it",
        asked(
            "the number of ways to choose two of $<n>$ objects",
            "In how many ways can two of $<n>$ different objects be chosen?",
            "How many pairs can be chosen from $<n>$ different objects?",
            of="t",
            plan="t = choose(a, 2)",
            means="len(list(combinations(range(a), 2)))",
        ),
        lines={"t": "The order of the two does not matter, so the number is $@$."},
        need=("a > 4", "a < 60"),
    ),
    _tail(
        "percent_of_it",
        asked(
            r"the number that is $<k>\%$ of $<n>$",
            r"What is $<k>\%$ of $<n>$?",
            r"Find $<k>\%$ of $<n>$.",
            of="t",
            says="p = k*a; t = p/100",
        ),
        draws={"k": plain(5, 95, 5)},
        lines={
            "p": "The percentage times $<n>$ is $@$.",
            "t": "Dividing this by one hundred gives $@$.",
        },
        need=("a > 19",),
    ),
    _tail(
        "sequence_at_it",
        asked(
            "the $<n>$th term of the arithmetic sequence that begins with $<k>$ and has the "
            "common difference $<j>$",
            of="t",
            plan="m = a - 1; p = m*j; t = k + p",
            means="k + (a - 1)*j",
        ),
        draws={"k": plain(2, 40), "j": plain(2, 12)},
        lines={
            "m": "From the first term to the one in question, there are $@$ steps.",
            "p": "Over these steps, the terms grow by $@$.",
            "t": "So the term is $@$.",
        },
        need=("a > 4", "a < 150"),
    ),
    _tail(
        "rectangle_with_it",
        asked(
            "the perimeter of a rectangle whose sides have the lengths $<n>$ and $<k>$",
            of="t",
            says="s = a + k; t = 2*s",
        ),
        draws={"k": plain(4, 60)},
        lines={
            "s": "Two neighboring sides add up to $@$.",
            "t": "The perimeter is twice this sum, $@$.",
        },
        need=("a > 3", "a < 300"),
    ),
    _tail(
        "equation_with_it",
        asked(
            "the solution of the equation $<k>x + <j> = <n>$",
            of="t",
            says="p = a - j; p = k*t",
        ),
        draws={"k": plain(3, 9), "j": plain(3, 40)},
        lines={
            "p": "Subtracting the constant on the left from both sides leaves $@$.",
            "t": "So $x=@$.",
        },
        need=("a > 3", "t != 0"),
    ),
)
