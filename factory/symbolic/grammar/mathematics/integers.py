"""Remainders, powers modulo a number, digits."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Part, either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem


def _powers(modulus: int, cycle: int) -> list[Part]:
    """A large power modulo a prime; the remainders repeat with the period `cycle`."""
    return [
        asked(
            f"the remainder when $<b>^{{<e>}}$ is divided by ${modulus}$",
            of="t",
            plan=f"c = mod(b, {modulus}); g = mod(e - 1, {cycle}) + 1; t = mod(c**g, {modulus})",
            means=f"pow(b, e, {modulus})",
        )
    ]


power_remainder = problem(
    "power_remainder",
    either(
        _powers(7, 6),
        _powers(11, 10),
        _powers(13, 12),
        _powers(17, 16),
        [
            asked(
                "the units digit of $<b>^{<e>}$",
                of="t",
                plan="c = mod(b, 10); g = mod(e - 1, 4) + 1; t = mod(c**g, 10)",
                means="pow(b, e, 10)",
            )
        ],
        [
            asked(
                "the last digit of the product of $<k>$ factors that all equal $<b>$",
                "What is the last digit of the product of $<k>$ factors, each equal to $<b>$?",
                "The number $<b>$ is multiplied by itself until there are $<k>$ equal factors. "
                "Find the last digit of the product.",
                of="t",
                plan="c = mod(b, 10); g = mod(k - 1, 4) + 1; t = mod(c**g, 10)",
                means="pow(b, k, 10)",
            )
        ],
    ),
    draws={"b": plain(14, 99), "e": plain(20, 250), "k": plain(20, 99)},
    need=("c > 1", "g > 1"),
    lines={
        "c": ("Only the remainder of the base counts, which is $@$.",),
        "g": (
            "The remainders of its powers repeat in a cycle, so the exponent may be replaced by "
            "$@$.",
            "Since the remainders of the powers repeat, we may take the exponent $@$.",
        ),
        "t": ("The remainder is $@$.", "This leaves the remainder $@$."),
    },
)

remainders = problem(
    "remainders",
    either(
        [
            fact(
                "When the positive integer $n$ is divided by $<a>$ or by $<b>$, the remainder is "
                "$<r>$ in both cases.",
                "A positive integer $n$ leaves the remainder $<r>$ both when divided by $<a>$ and "
                "when divided by $<b>$.",
                "Dividing the positive integer $n$ by $<a>$ leaves the remainder $<r>$, and so "
                "does "
                "dividing it by $<b>$.",
            ),
            either(
                [
                    asked(
                        "the smallest possible value of $n$ that is greater than $<c>$",
                        of="t",
                        plan="l = lcm(a, b); k = quotient(c - r, l); m = k + 1; t = m*l + r",
                        means="smallest(lambda n: n > c and n % a == r and n % b == r)",
                    )
                ],
                [
                    asked(
                        "the largest possible value of $n$ that is less than $<c>$",
                        of="t",
                        plan="l = lcm(a, b); k = quotient(c - r - 1, l); t = k*l + r",
                        means="largest(lambda n: n < c and n % a == r and n % b == r)",
                    )
                ],
            ),
        ],
        [
            fact(
                "When the integer $n$ is divided by $<a>$, the remainder is $<r>$.",
                "The integer $n$ leaves the remainder $<r>$ when it is divided by $<a>$.",
                "Dividing the integer $n$ by $<a>$ leaves the remainder $<r>$.",
            ),
            either(
                [
                    asked(
                        "the remainder when $<k>n + <j>$ is divided by the same number",
                        of="t",
                        plan="h = k*r; s = h + j; t = mod(s, a)",
                        means="(k*(7*a + r) + j) % a",
                    )
                ],
                [
                    asked(
                        "the remainder when $n^2 + <j>$ is divided by the same number",
                        of="t",
                        plan="h = r**2; s = h + j; t = mod(s, a)",
                        means="((7*a + r)**2 + j) % a",
                    )
                ],
            ),
        ],
        [
            asked(
                "the number of integers from $1$ to $<c>$ that leave the remainder $<r>$ when "
                "divided by $<a>$",
                "How many integers from $1$ to $<c>$ leave the remainder $<r>$ when divided by "
                "$<a>$?",
                "How many of the integers from $1$ to $<c>$ have the remainder $<r>$ on division "
                "by $<a>$?",
                of="t",
                plan="q = quotient(c - r, a); t = q + 1",
                means="sum(1 for n in range(1, c + 1) if n % a == r)",
            )
        ],
        [
            asked(
                "the number of positive multiples of $<a>$ that are at most $<c>$ and at least "
                "$<d>$",
                "How many multiples of $<a>$ are at least $<d>$ and at most $<c>$?",
                "How many of the integers from $<d>$ to $<c>$ are divisible by $<a>$?",
                of="t",
                plan="u = quotient(c, a); v = quotient(d - 1, a); t = u - v",
                means="sum(1 for n in range(d, c + 1) if n % a == 0)",
            )
        ],
    ),
    draws={
        "a": plain(5, 14),
        "b": plain(5, 14),
        "r": plain(2, 12),
        "c": plain(60, 400),
        "d": plain(20, 200),
        "k": plain(2, 12),
        "j": plain(2, 30),
    },
    need=("r < a", "r < b", "k > 0", "d + 30 < c", "t > 0"),
    lines={
        "l": (
            "The numbers less the remainder are the multiples of the least common multiple, $@$.",
        ),
        "k": ("The last multiple that is small enough is number $@$.",),
        "q": ("After the first such number there are $@$ more.",),
        "m": ("The next multiple is number $@$.",),
        "h": ("The first term leaves the same remainder as $@$.",),
        "s": ("With the second term, this is $@$.",),
        "u": ("Up to the upper end there are $@$ multiples.",),
        "v": ("Below the lower end there are $@$ multiples.",),
        "t": ("So the number asked for is $@$.", "This gives $@$."),
    },
)

digits = problem(
    "digits",
    either(
        [
            fact(
                "The digits of a two-digit number add up to $<s>$, and the tens digit is $<d>$ "
                "more than the units digit.",
                "In a two-digit number, the tens digit exceeds the units digit by $<d>$, and the "
                "sum of the digits is $<s>$.",
                "A two-digit number has the digit sum $<s>$. Its tens digit is $<d>$ greater than "
                "its units digit.",
                says="s = x + y; d = x - y",
            ),
            either(
                [
                    asked(
                        "the two-digit number",
                        of="n",
                        says="n = 10*x + y",
                        plan="w = s + d; x = w/2; y = s - x; n = 10*x + y",
                    )
                ],
                [
                    asked(
                        "the product of the two digits",
                        of="t",
                        says="t = x*y",
                        plan="w = s + d; x = w/2; y = s - x; t = x*y",
                    )
                ],
            ),
        ],
        [
            fact(
                "The digits of a two-digit number add up to $<s>$. Reversing the digits makes the "
                "number smaller by $<k>$.",
                "A two-digit number has the digit sum $<s>$ and is $<k>$ more than the number with "
                "the same digits in reverse order.",
                "When the digits of a two-digit number are swapped, the number decreases by $<k>$. "
                "The sum of the digits is $<s>$.",
                says="s = x + y; d = x - y; k = 9*d",
            ),
            asked(
                "the original number",
                of="n",
                says="n = 10*x + y",
                plan="d = k/9; w = s + d; x = w/2; y = s - x; n = 10*x + y",
            ),
        ],
        [
            asked(
                "the sum of the digits of $10^{<m>} - <k>$",
                of="t",
                plan="c = m - 2; f = 9*c; z = 100 - k; g = digit_sum(z); t = f + g",
                means="sum(map(int, str(10**m - k)))",
            )
        ],
        [
            asked(
                "the number of zeros at the end of $<m>!$",
                "How many zeros are at the end of $<m>!$?",
                "With how many zeros does $<m>!$ end?",
                of="t",
                plan="u = quotient(m, 5); v = quotient(m, 25); t = u + v",
                means="len(str(factorial(m))) - len(str(factorial(m)).rstrip('0'))",
            )
        ],
    ),
    draws={"x": plain(2, 9), "y": plain(1, 8), "m": plain(26, 120), "k": plain(11, 95)},
    need=("x > y", "d > 1"),
    lines={
        "d": ("The digits differ by $@$, since reversing changes the number by nine times that.",),
        "w": ("Twice the tens digit is $@$.", "Adding the two conditions gives $@$."),
        "z": ("The last two places hold $@$.",),
        "x": ("So the tens digit is $@$.",),
        "y": ("The units digit is $@$.",),
        "n": ("The number is $@$.",),
        "u": (
            "The number of multiples of $5$ is $@$.",
            "The factors include $@$ multiples of $5$.",
        ),
        "v": ("Each multiple of $25$ brings one factor $5$ more, and there are $@$ of them.",),
        "c": ("The number begins with this many nines: $@$.",),
        "f": ("Those nines add up to $@$.",),
        "g": ("Writing $S(n)$ for the sum of the digits of $n$, we have $@$.",),
        "t": ("So the result is $@$.", "In all, this is $@$."),
    },
)

FAMILIES = (
    power_remainder,
    remainders,
    digits,
)
