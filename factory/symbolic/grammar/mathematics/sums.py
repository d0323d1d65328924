"""Sums of whole numbers that follow a rule."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either
from factory.symbolic.grammar.mathematics.shape import asked, problem

sums_of_integers = problem(
    "sums_of_integers",
    either(
        [
            asked(
                "the sum of the integers from $<a>$ to $<b>$, both included",
                of="s",
                plan="d = b - a; n = d + 1; u = a + b; v = n*u; s = v/2",
                means="sum(range(a, b + 1))",
            )
        ],
        [
            asked(
                "the sum of all positive multiples of $<k>$ that are at most $<c>$",
                of="i",
                plan="e = quotient(c, k); f = e + 1; g = e*f; h = g/2; i = k*h",
                means="sum(i for i in range(1, c + 1) if i % k == 0)",
            )
        ],
        [
            asked(
                "the sum of the first $<n>$ positive odd integers",
                of="j",
                plan="j = n**2",
                means="sum(2*i + 1 for i in range(n))",
            )
        ],
        [
            asked(
                "the sum of the first $<n>$ positive even integers",
                of="o",
                plan="l = n + 1; o = n*l",
                means="sum(2*i + 2 for i in range(n))",
            )
        ],
        [
            asked(
                "the sum of the squares of the integers from $1$ to $<n>$",
                of="y",
                plan="p = n + 1; q = n*p; w = n + p; x = q*w; y = x/6",
                means="sum(i**2 for i in range(1, n + 1))",
            )
        ],
    ),
    draws={
        "a": plain(5, 60),
        "b": plain(20, 150),
        "k": plain(3, 15),
        "c": plain(40, 250),
        "n": plain(7, 50),
    },
    need=("a + 8 < b", "n > 3", "e > 3"),
    lines={
        "d": ("The last integer exceeds the first one by $@$.",),
        "n": ("Counting both ends, there are $@$ integers.",),
        "u": ("The first and the last integer add up to $@$.",),
        "v": (
            "Writing the integers forwards and, below, backwards, we get this same sum in each "
            "column. All columns together make $@$.",
        ),
        "s": ("This is twice the sum, which is therefore $@$.",),
        "e": ("Dividing and rounding down, we find that the number of these multiples is $@$.",),
        "f": (
            "The multiples are the given number times the integers from one up to this number. The "
            "integer after that is $@$.",
        ),
        "g": ("Multiplying the two gives $@$.",),
        "h": ("Half of this product is the sum of those integers, $@$.",),
        "i": ("Multiplied by the given number, this gives the sum of the multiples, $@$.",),
        "j": ("The sum of the first odd integers is the square of how many they are, $@$.",),
        "l": (
            "The even integers are twice the integers from one up to the given number. These add "
            "up to half the product of that number and the next integer, which is $@$.",
        ),
        "o": ("Twice that half is the whole product, so the sum is $@$.",),
        "p": (
            "The sum of the squares is a sixth of a product of three factors: the last integer, "
            "the next one, and the sum of these two. The next one is $@$.",
        ),
        "q": ("The product of the first two factors is $@$.",),
        "w": ("The third factor is $@$.",),
        "x": ("The product of all three factors is $@$.",),
        "y": ("A sixth of it is the sum of the squares, $@$.",),
    },
)

FAMILIES = (sums_of_integers,)
