"""Remainders, powers modulo a number, digits."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import Part, either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem
from factory.symbolic.latex import DIGITS_ADDED


def _powers(modulus: int, cycle: int) -> list[Part]:
    """A large power modulo a prime; the remainders repeat with the period `cycle`."""
    return [
        asked(
            f"the remainder when $<b>^{{<e>}}$ is divided by ${modulus}$",
            of="t",
            plan=f"c = mod(b, {modulus}); g = mod(e, {cycle}); t = mod(c**g, {modulus})",
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
                of="u",
                plan="d = mod(b, 10); h = mod(e, 4); u = mod(d**h, 10)",
                means="pow(b, e, 10)",
            )
        ],
        [
            asked(
                "the last digit of the product of $<k>$ factors that all equal $<b>$",
                "What is the last digit of the product of $<k>$ factors, each equal to $<b>$?",
                "A product has $<k>$ factors, and each of them equals $<b>$. What is the last "
                "digit of the product?",
                of="u",
                plan="d = mod(b, 10); h = mod(k, 4); u = mod(d**h, 10)",
                means="pow(b, k, 10)",
            )
        ],
    ),
    draws={"b": plain(14, 99), "e": plain(20, 250), "k": plain(20, 99)},
    need=("c > 1", "g > 1", "c**g < 10000", "d > 1", "d != 5", "d != 6", "h > 1"),
    lines={
        "c": ("The base may be replaced by its remainder, which is $@$.",),
        "g": (
            "The divisor is prime and does not divide the base. By Fermat's little theorem, the "
            "remainders of the powers repeat whenever the exponent grows by one less than this "
            "prime. So the exponent may be replaced by $@$.",
            "As the divisor is a prime that does not divide the base, Fermat's little theorem "
            "says that a power leaves the same remainder when its exponent grows by one less than "
            "the prime. So we may take the exponent $@$.",
        ),
        "t": ("The remainder is $@$.", "This leaves the remainder $@$."),
        "d": ("For the last digit of a power, only the last digit of the base counts, $@$.",),
        "h": (
            "The last digits of the powers of any digit repeat every four steps, so we may take "
            "the exponent $@$.",
            "When the exponent grows by four, the last digit of a power stays the same. So the "
            "exponent may be replaced by $@$.",
        ),
        "u": ("The last digit is $@$.", "So the power ends with the digit $@$."),
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
                "does dividing it by $<b>$.",
            ),
            either(
                [
                    asked(
                        "the smallest possible value of $n$ that is greater than $<c>$",
                        of="t",
                        plan="l = lcm(a, b); o = quotient(c - r, l); m = o + 1; t = m*l + r",
                        means="smallest(lambda n: n > c and n % a == r and n % b == r)",
                    )
                ],
                [
                    asked(
                        "the largest possible value of $n$ that is less than $<c>$",
                        of="e",
                        plan="l = lcm(a, b); i = quotient(c - r - 1, l); e = i*l + r",
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
                        "the remainder when $<k>n + <j>$ is divided by the same divisor",
                        of="f",
                        plan="h = k*r; s = h + j; f = mod(s, a)",
                        means="(k*(7*a + r) + j) % a",
                    )
                ],
                [
                    asked(
                        "the remainder when $n^2 + <j>$ is divided by the same divisor",
                        of="f",
                        plan="p = r**2; s = p + j; f = mod(s, a)",
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
                of="g",
                plan="q = quotient(c - r, a); g = q + 1",
                means="sum(1 for n in range(1, c + 1) if n % a == r)",
            )
        ],
        [
            asked(
                "the number of positive multiples of $<a>$ that are at most $<c>$ and at least "
                "$<d>$",
                "How many multiples of $<a>$ are at least $<d>$ and at most $<c>$?",
                "How many of the integers from $<d>$ to $<c>$ are divisible by $<a>$?",
                of="w",
                plan="u = quotient(c, a); v = quotient(d - 1, a); w = u - v",
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
    need=("r < a", "r < b", "o > 0", "i > 0", "s > a", "d + 30 < c", "w > 1"),
    lines={
        "l": (
            "Subtracting the remainder from $n$ gives a common multiple of both divisors, and so a "
            "multiple of their least common multiple, $@$.",
        ),
        "o": ("The last such multiple for which $n$ does not exceed the bound is number $@$.",),
        "m": ("So we take the next multiple, number $@$.",),
        "t": ("Adding the remainder to this multiple, we get $n=@$.",),
        "i": ("The last such multiple for which $n$ stays below the bound is number $@$.",),
        "e": ("Adding the remainder to this multiple, we get $n=@$.",),
        "h": (
            "For the remainder, we may put the remainder of $n$ in place of $n$. The first term "
            "becomes $@$.",
        ),
        "p": (
            "For the remainder, we may put the remainder of $n$ in place of $n$. The square "
            "becomes $@$.",
        ),
        "s": ("With the second term, this makes $@$.",),
        "f": ("So the remainder is $@$.", "Dividing this leaves the remainder $@$."),
        "q": (
            "The first such number is the remainder itself, and the divisor can be added to it "
            "again and again, $@$ times in all.",
        ),
        "g": ("With the first number, this makes $@$.",),
        "u": ("Up to the upper end, the number of positive multiples is $@$.",),
        "v": ("Of these, the number of multiples below the lower end is $@$.",),
        "w": ("So the number of multiples from the lower end to the upper end is $@$.",),
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
                of="o",
                plan="c = m - 2; f = 9*c; z = 100 - k; g = digit_sum(z); o = f + g",
                means="sum(map(int, str(10**m - k)))",
            )
        ],
        [
            asked(
                "the number of zeros at the end of $<m>!$",
                "How many zeros are at the end of $<m>!$?",
                "With how many zeros does $<m>!$ end?",
                of="i",
                plan="u = quotient(m, 5); v = quotient(m, 25); i = u + v",
                means="len(str(factorial(m))) - len(str(factorial(m)).rstrip('0'))",
            )
        ],
    ),
    draws={"x": plain(2, 9), "y": plain(1, 8), "m": plain(26, 120), "k": plain(11, 88)},
    need=("x > y", "d > 1"),
    lines={
        "d": (
            "Reversing the digits changes the number by nine times their difference, so the "
            "digits differ by $@$.",
        ),
        "w": ("The sum of the digits plus their difference is twice the tens digit, $@$.",),
        "x": ("So the tens digit is $@$.",),
        "y": ("The rest of the sum is the units digit, $@$.",),
        "n": ("So the number is $@$.",),
        "t": ("The product of the digits is $@$.",),
        "c": (
            "The result has as many digits as the power of ten has zeros, and all but the last two "
            "are nines. The number of these nines is $@$.",
        ),
        "f": ("They add up to $@$.",),
        "z": ("The last two digits are those of $@$.",),
        "g": (f"{DIGITS_ADDED} $@$.",),
        "o": ("In all, the digits add up to $@$.",),
        "u": (
            "Each zero at the end needs a factor two and a factor five, and there are more than "
            "enough factors two. The number of multiples of five up to the given number is $@$.",
        ),
        "v": (
            "Each multiple of twenty-five has one more factor five, and the number of these is "
            "$@$.",
        ),
        "i": ("So the number of zeros is $@$.",),
    },
)

FAMILIES = (
    power_remainder,
    remainders,
    digits,
)
