"""Values of polynomials, composition and inverse of functions, operations defined on the spot."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

polynomial_values = problem(
    "polynomial_values",
    either(
        [
            fact(
                "Let $f(x) = <a>x^2 + <b>x - <c>$.",
                "The function $f$ is given by $f(x) = <a>x^2 + <b>x - <c>$.",
                "For every real number $x$, let $f(x) = <a>x^2 + <b>x - <c>$.",
            ),
            either(
                [asked("$f(<k>)$", of="t", says="p = k**2; q = a*p; r = b*k; t = q + r - c")],
                [
                    asked(
                        "the difference $f(<k>) - f(<j>)$",
                        of="t",
                        plan="u = a*k**2 + b*k - c; v = a*j**2 + b*j - c; t = u - v",
                        means="a*k**2 + b*k - (a*j**2 + b*j)",
                    )
                ],
            ),
        ],
        [
            fact(
                "Let $f(x) = x^3 - <a>x + <b>$.",
                "The function $f$ is given by $f(x) = x^3 - <a>x + <b>$.",
                "For every real number $x$, let $f(x) = x^3 - <a>x + <b>$.",
            ),
            either(
                [asked("$f(<k>)$", of="t", says="p = k**3; q = a*k; t = p - q + b")],
                [
                    asked(
                        "the sum $f(<k>) + f(<j>)$",
                        of="t",
                        plan="u = k**3 - a*k + b; v = j**3 - a*j + b; t = u + v",
                        means="k**3 - a*k + b + j**3 - a*j + b",
                    )
                ],
            ),
        ],
        [
            fact(
                "For some constant $k$, let $f(x) = x^2 + kx + <c>$. Suppose that $f(<j>) = <v>$.",
                "The function $f(x) = x^2 + kx + <c>$, where $k$ is a constant, has the value "
                "$<v>$ at $x = <j>$.",
                "There is a constant $k$ such that the polynomial $x^2 + kx + <c>$ takes the value "
                "$<v>$ for $x = <j>$.",
                says="p = j**2; s = p + c; r = h*j; v = s + r",
            ),
            asked("the value of $k$", "What is $k$?", "Find the constant $k$.", of="h"),
        ],
    ),
    draws={
        "a": plain(2, 9),
        "b": plain(2, 15),
        "c": plain(2, 30),
        "h": plain(-9, 12),
        "k": plain(-8, 9),
        "j": plain(2, 9),
    },
    need=("k != 0", "k != 1", "k != -1", "h != 0", "h != 1", "v != 0", "t != 0"),
    lines={
        "p": ("The power of $x$ is $@$.",),
        "q": ("The next product is $@$.",),
        "r": ("The term with $x$ contributes $@$.",),
        "s": ("The other terms add up to $@$.",),
        "u": ("The first value is $@$.",),
        "v": ("The second value is $@$.",),
        "h": ("Dividing by $x$, we find $@$.", "So $k=@$."),
        "t": ("In all, this gives $@$.", "So the value is $@$."),
    },
)

composition = problem(
    "composition",
    either(
        [
            fact(
                "Let $f(x) = <a>x + <b>$ and $g(x) = x^2 - <c>$.",
                "The functions $f$ and $g$ are given by $f(x) = <a>x + <b>$ and $g(x) = x^2 - "
                "<c>$.",
                "For all real numbers $x$, define $f(x) = <a>x + <b>$ and $g(x) = x^2 - <c>$.",
            ),
            either(
                [
                    asked(
                        "$f(g(<k>))$",
                        of="t",
                        says="u = k**2 - c; t = a*u + b",
                        means="a*(k**2 - c) + b",
                    )
                ],
                [
                    asked(
                        "$g(f(<k>))$",
                        of="t",
                        says="v = a*k + b; t = v**2 - c",
                        means="(a*k + b)**2 - c",
                    )
                ],
            ),
        ],
        [
            fact(
                "Let $f(x) = <a>x - <b>$.",
                "The function $f$ is given by $f(x) = <a>x - <b>$.",
                "For every real number $x$, let $f(x) = <a>x - <b>$.",
            ),
            either(
                [
                    asked(
                        "$f(f(<k>))$",
                        of="t",
                        says="v = a*k - b; t = a*v - b",
                        means="a*(a*k - b) - b",
                    )
                ],
                [
                    asked(
                        "the value of $x$ for which $f(x) = <y>$",
                        of="x",
                        says="y = a*x - b",
                    )
                ],
                [
                    asked(
                        "the value of $f^{-1}(<y>)$",
                        of="x",
                        says="y = a*x - b",
                    )
                ],
            ),
        ],
        [
            fact(
                "Let $f(x) = px + q$ for constants $p$ and $q$. We know that $f(<m>) = <u>$ and "
                "$f(<n>) = <w>$.",
                "The linear function $f(x) = px + q$ satisfies $f(<m>) = <u>$ and $f(<n>) = <w>$.",
                "The graph of the function $f(x) = px + q$ passes through the points $(<m>, <u>)$ "
                "and $(<n>, <w>)$.",
                says="d = n - m; e = w - u; e = p*d",
            ),
            either(
                [asked("the value of $p$", "What is $p$?", "Find the constant $p$.", of="p")],
                [
                    asked(
                        "the value of $q$",
                        "What is $q$?",
                        "Find the constant $q$.",
                        of="q",
                        says="g = p*m; u = g + q",
                    )
                ],
                [asked("$f(<k>)$", of="t", says="h = k - n; g = p*h; t = w + g")],
            ),
        ],
    ),
    draws={
        "a": plain(2, 9),
        "b": plain(2, 25),
        "c": plain(2, 25),
        "k": plain(2, 15),
        "x": plain(-9, 20),
        "m": plain(2, 9),
        "d": plain(2, 9),
        "p": plain(-6, 9),
        "u": plain(-20, 40),
    },
    need=("x != 0", "x != 1", "p != 0", "p != 1", "p != -1", "y != 0", "u != 0"),
    lines={
        "u": ("The inner value is $g(x)=@$.", "First, we compute the value of $g$, which is $@$."),
        "v": ("The inner value of $f$ is $@$.", "First, we compute the inner value, $@$."),
        "x": ("Solving for $x$ gives $x=@$.", "So we have $x=@$."),
        "d": ("Between the two arguments there is a difference of $@$.",),
        "e": ("The values differ by $@$.",),
        "p": ("So $p=@$.", "Dividing, we get $p=@$."),
        "g": ("The corresponding change of the value is $@$.",),
        "h": ("From the second argument to the new one, the difference is $@$.",),
        "q": ("Therefore $q=@$.",),
        "t": ("So the value is $@$.", "This gives $@$."),
    },
)

defined_operation = problem(
    "defined_operation",
    either(
        [
            fact(
                "For all real numbers $x$ and $y$, define $x \\star y = <a>x + <b>y$.",
                "The operation $\\star$ is defined by $x \\star y = <a>x + <b>y$.",
                "Let $x \\star y$ stand for $<a>x + <b>y$.",
            ),
            either(
                [
                    asked(
                        "the value of $<m> \\star <n>$",
                        of="t",
                        says="p = a*m; q = b*n; t = p + q",
                    )
                ],
                [
                    asked(
                        "the number $x$ for which $x \\star <n> = <v>$",
                        of="x",
                        says="q = b*n; p = a*x; v = p + q",
                    )
                ],
            ),
        ],
        [
            fact(
                "For all real numbers $x$ and $y$, define $x \\star y = xy - <a>x + <b>$.",
                "The operation $\\star$ is defined by $x \\star y = xy - <a>x + <b>$.",
                "Let $x \\star y$ stand for $xy - <a>x + <b>$.",
            ),
            either(
                [
                    asked(
                        "the value of $<m> \\star <n>$",
                        of="t",
                        says="p = m*n; q = a*m; t = p - q + b",
                    )
                ],
                [
                    asked(
                        "the number $y$ for which $<m> \\star y = <v>$",
                        of="y",
                        says="q = a*m; r = b - q; p = m*y; v = p + r",
                    )
                ],
            ),
        ],
    ),
    draws={
        "a": plain(2, 9),
        "b": plain(2, 12),
        "m": plain(2, 15),
        "n": plain(2, 15),
        "x": plain(2, 20),
        "y": plain(2, 20),
    },
    need=("t != 0", "v != 0", "r != 0"),
    lines={
        "p": ("The first term has the value $@$.",),
        "q": ("The second term has the value $@$.",),
        "r": ("The terms that are known add up to $@$.",),
        "x": ("So $x=@$.", "Therefore $x=@$."),
        "y": ("So $y=@$.", "Therefore $y=@$."),
        "t": ("In all, this gives $@$.", "So the value is $@$."),
    },
)

FAMILIES = (polynomial_values, composition, defined_operation)
