"""Equations told in words: a number that is sought, consecutive numbers."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

number_puzzle = problem(
    "number_puzzle",
    either(
        [
            fact(
                "A number is multiplied by $<a>$, and then $<b>$ is added. The result is $<c>$.",
                "When $<b>$ is added to $<a>$ times a number, the result is $<c>$.",
                "The sum of $<b>$ and $<a>$ times a certain number equals $<c>$.",
                says="c = a*x + b",
            )
        ],
        [
            fact(
                "A number is multiplied by $<a>$, and then $<b>$ is subtracted. The result is "
                "$<c>$.",
                "Subtracting $<b>$ from $<a>$ times a number gives $<c>$.",
                "The number $<c>$ is $<b>$ less than $<a>$ times a certain number.",
                says="c = a*x - b",
            )
        ],
        [
            fact(
                "When $<b>$ is added to a number and the sum is multiplied by $<a>$, the result is "
                "$<c>$.",
                "The product of $<a>$ and the sum of a number and $<b>$ is $<c>$.",
                "Increasing a number by $<b>$ and then multiplying by $<a>$ gives $<c>$.",
                says="w = x + b; c = a*w",
            )
        ],
        [
            fact(
                "If $<b>$ is added to $<a>$ times a number, the result is the same as if $<c>$ is "
                "added to $<d>$ times the number.",
                "The sum of $<a>$ times a number and $<b>$ equals the sum of $<d>$ times the same "
                "number and $<c>$.",
                "Multiplying a number by $<a>$ and adding $<b>$ gives the same result as "
                "multiplying it by $<d>$ and adding $<c>$.",
                says="k = a - d; m = c - b; m = k*x",
            )
        ],
    ),
    either(
        [asked("the original number", of="x")],
        [asked("the square of the number", of="s", says="s = x**2")],
        [
            asked(
                "the number that is $<q>$ more than $<p>$ times the original number",
                of="t",
                says="t = p*x + q",
            )
        ],
    ),
    draws={
        "a": plain(2, 12),
        "d": plain(2, 9),
        "x": plain(2, 30),
        "b": plain(3, 50),
        "p": plain(2, 9),
        "q": plain(2, 30),
    },
    need=("x > 1", "c > 1", "a > d + 1"),
    within={"c": (2, 400)},
    lines={
        "w": (
            "The sum before the multiplication is $@$.",
            "Undoing the multiplication, we get the sum $@$.",
        ),
        "m": ("The two numbers that are added differ by $@$.",),
        "k": (
            "The two multiples of the number must differ by just as much, and they differ by $@$ "
            "times the number.",
        ),
        "x": (
            "We find that the number is $@$.",
            "Solving for the number, we get $@$.",
        ),
        "s": ("Its square is $@$.",),
        "t": ("The number asked for is $@$.", "So what we are asked for is $@$."),
    },
)

consecutive_numbers = problem(
    "consecutive_numbers",
    either(
        [
            fact(
                "The sum of $<k>$ consecutive integers is $<s>$.",
                "Adding up $<k>$ consecutive integers gives $<s>$.",
                "There are $<k>$ consecutive integers whose sum is $<s>$.",
                says="k = 2*j + 1; s = k*m; big = m + j; small = m - j",
            )
        ],
        [
            fact(
                "The sum of $<k>$ consecutive even integers is $<s>$.",
                "Adding up $<k>$ consecutive even integers gives $<s>$.",
                "There are $<k>$ consecutive even integers whose sum is $<s>$.",
                says="k = 2*j + 1; m = 2*h; s = k*m; e = 2*j; big = m + e; small = m - e",
            )
        ],
    ),
    either(
        [asked("the largest of these integers", of="big")],
        [asked("the smallest of these integers", of="small")],
        [
            asked(
                "the product of the smallest and the largest of these integers",
                of="t",
                says="t = big*small",
            )
        ],
    ),
    draws={"j": plain(2, 5), "h": plain(6, 30), "m": plain(8, 60)},
    need=("small > 0",),
    lines={
        "m": ("The integers are evenly spaced, so the middle one is their mean, $@$.",),
        "j": ("On each side of the middle integer, there are $@$ of the others.",),
        "e": (
            "Neighbors differ by two, so the largest and the smallest integer differ from the "
            "middle one by $@$.",
        ),
        "big": ("The largest integer is $@$.", "So the largest one is $@$."),
        "small": ("The smallest integer is $@$.", "The smallest one is $@$."),
        "t": ("Their product is $@$.",),
    },
)

FAMILIES = (
    number_puzzle,
    consecutive_numbers,
)
