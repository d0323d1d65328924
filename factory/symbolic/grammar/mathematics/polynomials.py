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
                        of="d",
                        plan="u = a*k**2 + b*k - c; m = a*j**2 + b*j - c; d = u - m",
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
                [asked("$f(<k>)$", of="l", says="e = k**3; f = a*k; l = e - f + b")],
                [
                    asked(
                        "the sum $f(<k>) + f(<j>)$",
                        of="s",
                        plan="u = k**3 - a*k + b; m = j**3 - a*j + b; s = u + m",
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
                says="g = j**2; i = g + c; n = h*j; v = i + n",
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
    need=(
        "k != 0",
        "k != 1",
        "k != -1",
        "h != 0",
        "h != 1",
        "v != 0",
        "t != 0",
        "d != 0",
        "l != 0",
        "s != 0",
    ),
    lines={
        "p": ("The square of the argument is $@$.",),
        "q": ("So the quadratic term is $@$.",),
        "r": ("The linear term is $@$.",),
        "t": ("Together with the constant term, this gives $@$.", "So the value of $f$ is $@$."),
        "u": ("The first of the two values of $f$ is $@$.",),
        "m": ("The second value is $@$.",),
        "d": ("Their difference is $@$.",),
        "s": ("Their sum is $@$.",),
        "e": ("The cube of the argument is $@$.",),
        "f": ("The number to be subtracted is $@$.",),
        "l": ("Together with the constant term, this gives $@$.", "So the value of $f$ is $@$."),
        "g": ("The square of the given argument is $@$.",),
        "i": ("Together with the constant term, this makes $@$.",),
        "n": ("The rest of the value comes from the term with $k$, and this is $@$.",),
        "h": ("This term is $k$ times the argument, so $k=@$.",),
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
                        says="s = k**2 - c; t = a*s + b",
                        means="a*(k**2 - c) + b",
                    )
                ],
                [
                    asked(
                        "$g(f(<k>))$",
                        of="r",
                        says="v = a*k + b; r = v**2 - c",
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
                        of="j",
                        says="i = a*k - b; j = a*i - b",
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
                [asked("$f(<k>)$", of="z", says="h = k - n; l = p*h; z = w + l")],
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
        "s": ("First, we compute the inner value, which is $@$.", "The inner value is $@$."),
        "t": ("Applying $f$ to it gives $@$.",),
        "v": ("First, we compute the inner value, which is $@$.", "The inner value is $@$."),
        "r": ("Applying $g$ to it gives $@$.",),
        "i": ("First, we compute the inner value, which is $@$.", "The inner value is $@$."),
        "j": ("Applying $f$ once more gives $@$.",),
        "x": ("We need the number that $f$ takes to the given value. Solving for it gives $@$.",),
        "e": ("From the first given value of $f$ to the second, there is a change of $@$.",),
        "d": ("The argument changes by $@$.",),
        "p": ("The function is linear, so $p$ is the quotient of the two changes: $p=@$.",),
        "g": ("At the first given argument, the term $px$ has the value $@$.",),
        "q": ("The rest of the value of $f$ there is $q=@$.",),
        "h": ("From the second given argument to the new one, the change is $@$.",),
        "l": ("So the value of $f$ changes by $p$ times this change, $@$.",),
        "z": ("The new value is $@$.",),
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
                        says="q = b*n; i = a*x; v = i + q",
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
                        of="s",
                        says="f = m*n; g = a*m; s = f - g + b",
                    )
                ],
                [
                    asked(
                        "the number $y$ for which $<m> \\star y = <v>$",
                        of="y",
                        says="g = a*m; r = b - g; h = m*y; v = h + r",
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
    need=("t != 0", "s != 0", "v != 0", "r != 0"),
    lines={
        "p": ("The first term has the value $@$.",),
        "q": ("The second term has the value $@$.",),
        "i": ("So the first term must have the value $@$.",),
        "x": ("Dividing by the coefficient gives $x=@$.",),
        "t": ("The sum of the two is $@$.", "Together, this makes $@$."),
        "f": ("The product of the two numbers is $@$.",),
        "g": ("The number to be subtracted is $@$.",),
        "s": ("In all, this gives $@$.", "With the constant, the value is $@$."),
        "r": ("Together with the constant, this contributes $@$ to the value.",),
        "h": ("So the product of $x$ and $y$ must be $@$.",),
        "y": ("Dividing by the known number gives $y=@$.",),
    },
)

FAMILIES = (polynomial_values, composition, defined_operation)
