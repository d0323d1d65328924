"""Linear equations, inequalities and absolute values in one unknown."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Ask, Either, either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

linear_equation = problem(
    "linear_equation",
    either(
        [
            fact(
                "The number $x$ satisfies $<a>x + <b> = <c>$.",
                "Let $x$ be the solution of the equation $<a>x + <b> = <c>$.",
                "Suppose that $<b> + <a>x = <c>$.",
                says="c = a*x + b",
            )
        ],
        [
            fact(
                "The number $x$ satisfies $<a>x - <b> = <c>$.",
                "Let $x$ be the solution of the equation $<a>x - <b> = <c>$.",
                "Subtracting $<b>$ from $<a>x$ gives $<c>$.",
                says="c = a*x - b",
            )
        ],
        [
            fact(
                "The number $x$ satisfies $<a>(x + <b>) = <c>$.",
                "Let $x$ be the solution of the equation $<a>(x + <b>) = <c>$.",
                "When $x + <b>$ is multiplied by $<a>$, the result is $<c>$.",
                says="w = x + b; c = a*w",
            )
        ],
        [
            fact(
                r"The number $x$ satisfies $\frac{x}{<a>} + <b> = <c>$.",
                r"Let $x$ be the solution of the equation $\frac{x}{<a>} + <b> = <c>$.",
                "When $x$ is divided by $<a>$ and $<b>$ is added to the quotient, "
                "the result is $<c>$.",
                says="g = x/a; c = g + b",
            )
        ],
        [
            fact(
                "The number $x$ satisfies $<a>x + <b> = <d>x + <c>$.",
                "Let $x$ be the solution of the equation $<a>x + <b> = <d>x + <c>$.",
                "The expressions $<a>x + <b>$ and $<d>x + <c>$ have the same value.",
                says="k = a - d; m = c - b; m = k*x",
            )
        ],
    ),
    either(
        [
            asked(
                "the value of $x$",
                "What is the value of $x$?",
                "Find $x$.",
                "Solve for $x$.",
                of="x",
            )
        ],
        [asked("the value of $<p>x + <q>$", of="t", says="t = p*x + q")],
        [asked("the value of $<p>x - <q>$", of="t", says="t = p*x - q")],
        [asked("the value of $x^2 + <q>$", of="t", says="t = x**2 + q")],
    ),
    draws={
        "a": plain(2, 12),
        "d": plain(2, 11),
        "x": plain(-12, 24),
        "b": plain(3, 60),
        "p": plain(2, 9),
        "q": plain(2, 30),
    },
    need=("x != 0", "x != 1", "c > 1", "a > d + 1"),
    within={"c": (2, 300)},
    lines={
        "x": (
            "Solving for $x$, we get $x=@$.",
            "The solution of the equation is $x=@$.",
            "Isolating $x$, we find $x=@$.",
        ),
        "w": (
            "Dividing by the factor, we get the value of the sum that is multiplied, $@$.",
            "The sum that is multiplied equals the right side divided by the factor, $@$.",
        ),
        "g": (
            "Subtracting the number that is added, we get the value of the quotient, $@$.",
            "Without the number that is added, only the quotient remains, and it is $@$.",
        ),
        "m": (
            "We collect the constants on the right side, which gives $@$.",
            "When all constants stand on the right side, they make $@$.",
        ),
        "k": (
            "Collecting the terms with $x$ on the left side, we get the coefficient $@$.",
            "When all terms with $x$ stand on the left side, their coefficient is $@$.",
        ),
        "t": ("So the value asked for is $@$.", "Substituting this value gives $@$."),
    },
)


def _solutions(big: str, small: str) -> Either:
    """What can be asked of the two solutions."""
    return either(
        [asked("the larger of the two possible values of $x$", of=big)],
        [asked("the smaller of the two possible values of $x$", of=small)],
        [
            asked(
                "the product of all possible values of $x$",
                "What is the product of all possible values of $x$?",
                "Find the product of the two solutions for $x$.",
                "Determine the product of both values that $x$ can have.",
                of="t",
                says=f"t = {big}*{small}",
            )
        ],
    )


absolute_value = problem(
    "absolute_value",
    either(
        [
            fact(
                "The equation $|x - <a>| = <b>$ has exactly two solutions.",
                "Consider the equation $|x - <a>| = <b>$.",
                "On the number line, the distance between $x$ and $<a>$ is $<b>$.",
                says="big = a + b; small = a - b",
            ),
            _solutions("big", "small"),
        ],
        [
            fact(
                "The equation $|x + <c>| = <b>$ has exactly two solutions.",
                "Consider the equation $|x + <c>| = <b>$.",
                "Suppose that $|x + <c>| = <b>$.",
                says="hi = b - c; lo = -b - c",
            ),
            _solutions("hi", "lo"),
        ],
        [
            fact(
                "The equation $|<m>x - <a>| = <b>$ has exactly two solutions.",
                "Consider the equation $|<m>x - <a>| = <b>$.",
                "Suppose that $|<m>x - <a>| = <b>$.",
                says="u = a + b; u = m*top; v = a - b; v = m*low",
            ),
            _solutions("top", "low"),
        ],
    ),
    draws={
        "m": plain(2, 6),
        "b": plain(3, 40),
        "c": plain(3, 40),
        "big": plain(3, 40),
        "top": plain(3, 40),
    },
    need=("big != 0", "small != 0", "hi != 0", "lo != 0", "low != 0", "a > 1"),
    lines={
        "big": ("The larger value of $x$ is greater by the given distance, so it is $@$.",),
        "small": ("The smaller value of $x$ is less by the given distance, so it is $@$.",),
        "hi": (
            "For the larger value of $x$, the expression inside the bars is positive, so $x=@$.",
        ),
        "lo": (
            "For the smaller value of $x$, the expression inside the bars is negative, so $x=@$.",
        ),
        "u": (
            "For the larger value of $x$, the expression inside the bars is positive. Then the "
            "term with $x$ equals $@$.",
        ),
        "top": ("Dividing by the coefficient, we get the larger value, $@$.",),
        "v": (
            "For the smaller value of $x$, the expression inside the bars is negative. Then the "
            "term with $x$ equals $@$.",
        ),
        "low": ("Dividing by the coefficient, we get the smaller value, $@$.",),
        "t": ("The product of the two values is $@$.", "Their product is $@$."),
    },
)


def _count(what: str, of: str, plan: str, means: str) -> Ask:
    """How many integers there are: `integers $x$ that satisfy ...`."""
    satisfy = what.replace("that satisfy", "satisfy")
    return asked(
        f"the number of {what}",
        f"How many {satisfy}?",
        f"Find the number of {what}.",
        f"Determine how many {satisfy}.",
        of=of,
        plan=plan,
        means=means,
    )


inequality_count = problem(
    "inequality_count",
    either(
        [
            _count(
                r"integers $x$ that satisfy $<a> \le <m>x + <c> \le <b>$",
                "t",
                "top = quotient(b - c, m); low = quotient(a - c - 1, m); t = top - low",
                "count(lambda x: a <= m*x + c <= b)",
            )
        ],
        [
            _count(
                r"positive integers $x$ that satisfy $<m>x + <c> \le <b>$",
                "n",
                "n = quotient(b - c, m)",
                "count(lambda x: x > 0 and m*x + c <= b)",
            )
        ],
        [
            _count(
                r"integers $x$ that satisfy $|x - <a>| \le <r>$",
                "e",
                "big = a + r; small = a - r; d = big - small; e = d + 1",
                "count(lambda x: abs(x - a) <= r)",
            )
        ],
        [
            asked(
                r"the largest integer $x$ that satisfies $<m>x + <c> \le <b>$",
                of="f",
                plan="f = quotient(b - c, m)",
                means="largest(lambda x: m*x + c <= b)",
            )
        ],
        [
            asked(
                r"the smallest integer $x$ that satisfies $<m>x - <c> \ge <b>$",
                of="h",
                plan="g = quotient(b + c - 1, m); h = g + 1",
                means="smallest(lambda x: m*x - c >= b)",
            )
        ],
        [
            asked(
                r"the sum of all positive integers $x$ that satisfy $<m>x - <c> \le <b>$",
                of="s",
                plan="i = quotient(b + c, m); s = i*(i + 1)/2",
                means="sum(x for x in range(1, 9999) if m*x - c <= b)",
            )
        ],
    ),
    draws={
        "m": plain(3, 12),
        "a": plain(2, 40),
        "c": plain(2, 30),
        "b": plain(20, 160),
        "r": plain(3, 25),
    },
    need=("t > 2", "n > 2", "f > 2", "g > 2", "i > 2", "a + 10 < b", "c < b"),
    lines={
        "top": (
            "Solving the inequality on the right for $x$ and rounding down, we get the "
            "largest solution: it is $@$.",
        ),
        "low": (
            "An integer is too small when it makes the expression at most one less than the left "
            "bound. The largest such integer is $@$.",
        ),
        "t": ("All integers above this one up to the largest solution count: there are $@$.",),
        "n": (
            "Solving for $x$ and rounding down, we get the largest solution. The solutions are the "
            "integers from one up to it, so this is also their number: $@$.",
        ),
        "big": (
            "The difference inside the bars can be at most the right side, so the largest solution "
            "is $@$.",
        ),
        "small": (
            "The difference can be negative too, down to the opposite of the right side, so the "
            "smallest solution is $@$.",
        ),
        "d": ("The two differ by $@$.",),
        "e": ("Counting both of them and all integers between, there are $@$.",),
        "f": ("Solving the inequality for $x$ and rounding down, we get $@$.",),
        "g": (
            "An integer is too small when it makes the left side at most one less than the bound. "
            "The largest such integer is $@$.",
        ),
        "h": ("The next integer is the smallest solution, $@$.",),
        "i": ("Solving for $x$ and rounding down, we get the largest solution, $@$.",),
        "s": (
            "The sum of the integers from one up to it is half the product of this integer and the "
            "next one, $@$.",
        ),
    },
)

FAMILIES = (
    linear_equation,
    absolute_value,
    inequality_count,
)
