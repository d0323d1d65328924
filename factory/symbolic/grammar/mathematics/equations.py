"""Linear equations, inequalities and absolute values in one unknown."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Ask, either, fact
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
                says="m = x/a; c = m + b",
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
            "This means that $x=@$.",
            "Therefore $x=@$.",
        ),
        "w": ("Dividing by the factor gives $@$ for the sum.", "The sum with $x$ in it is $@$."),
        "k": (
            "Collecting the terms with $x$ on one side, the coefficient of $x$ is $@$.",
            "When all terms with $x$ stand on the left side, their coefficient is $@$.",
        ),
        "m": (
            "The constant terms, moved to the other side, give $@$.",
            "Moving the constants to one side gives $@$.",
        ),
        "t": ("So the value asked for is $@$.", "Substituting this value gives $@$."),
    },
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
            )
        ],
        [
            fact(
                "The equation $|x + <c>| = <b>$ has exactly two solutions.",
                "Consider the equation $|x + <c>| = <b>$.",
                "Suppose that $|x + <c>| = <b>$.",
                says="big = b - c; small = -b - c",
            )
        ],
        [
            fact(
                "The equation $|<m>x - <a>| = <b>$ has exactly two solutions.",
                "Consider the equation $|<m>x - <a>| = <b>$.",
                "Suppose that $|<m>x - <a>| = <b>$.",
                says="u = a + b; u = m*big; v = a - b; v = m*small",
            )
        ],
    ),
    either(
        [asked("the larger of the two possible values of $x$", of="big")],
        [asked("the smaller of the two possible values of $x$", of="small")],
        [
            asked(
                "the product of all possible values of $x$",
                "What is the product of all possible values of $x$?",
                "Find the product of the two solutions for $x$.",
                "Determine the product of both values that $x$ can have.",
                of="t",
                says="t = big*small",
            )
        ],
    ),
    draws={
        "m": plain(2, 6),
        "b": plain(3, 40),
        "c": plain(3, 40),
        "big": plain(3, 40),
    },
    need=("big != 0", "small != 0", "a > 1"),
    lines={
        "u": ("For the larger solution, the multiple of $x$ is $@$.",),
        "v": ("For the smaller solution, the multiple of $x$ is $@$.",),
        "big": ("The larger solution is $@$.", "The larger value of $x$ is $@$."),
        "small": ("The smaller solution is $@$.", "The smaller value of $x$ is $@$."),
        "t": ("The product of the two values is $@$.", "Their product is $@$."),
    },
)


def _count(what: str, plan: str, means: str) -> Ask:
    """How many integers there are: `integers $x$ that satisfy ...`."""
    satisfy = what.replace("that satisfy", "satisfy")
    return asked(
        f"the number of {what}",
        f"How many {satisfy}?",
        f"Find the number of {what}.",
        f"Determine how many {satisfy}.",
        of="t",
        plan=plan,
        means=means,
    )


inequality_count = problem(
    "inequality_count",
    either(
        [
            _count(
                r"integers $x$ that satisfy $<a> \le <m>x + <c> \le <b>$",
                "top = quotient(b - c, m); low = quotient(a - c - 1, m); t = top - low",
                "count(lambda x: a <= m*x + c <= b)",
            )
        ],
        [
            _count(
                r"positive integers $x$ that satisfy $<m>x + <c> \le <b>$",
                "t = quotient(b - c, m)",
                "count(lambda x: x > 0 and m*x + c <= b)",
            )
        ],
        [
            _count(
                r"integers $x$ that satisfy $|x - <a>| \le <r>$",
                "big = a + r; small = a - r; d = big - small; t = d + 1",
                "count(lambda x: abs(x - a) <= r)",
            )
        ],
        [
            asked(
                r"the largest integer $x$ that satisfies $<m>x + <c> \le <b>$",
                of="t",
                plan="t = quotient(b - c, m)",
                means="largest(lambda x: m*x + c <= b)",
            )
        ],
        [
            asked(
                r"the smallest integer $x$ that satisfies $<m>x - <c> \ge <b>$",
                of="t",
                plan="k = b + c + m - 1; t = quotient(k, m)",
                means="smallest(lambda x: m*x - c >= b)",
            )
        ],
        [
            asked(
                r"the sum of all positive integers $x$ that satisfy $<m>x - <c> \le <b>$",
                of="s",
                plan="t = quotient(b + c, m); s = t*(t + 1)/2",
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
    need=("t > 2", "a + 10 < b", "c < b"),
    lines={
        "top": ("The largest such integer is $@$.", "The inequality holds up to $x=@$."),
        "low": ("The largest integer that is too small is $@$.",),
        "big": ("The largest such integer is $@$.",),
        "small": ("The smallest such integer is $@$.",),
        "d": ("They lie $@$ apart.",),
        "k": (
            "To round a quotient up, we add the divisor less one to the dividend, which gives $@$.",
        ),
        "t": (
            "So the number that we look for is $@$.",
            "This gives $@$.",
        ),
        "s": ("The sum of the integers from $1$ to this number is $@$.",),
    },
)

FAMILIES = (
    linear_equation,
    absolute_value,
    inequality_count,
)
