"""Percentages, as algebra puts them."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

percents = problem(
    "percents",
    either(
        [
            fact(
                r"A number increased by $<p>\%$ of itself is $<n>$.",
                r"When a number is increased by $<p>\%$, the result is $<n>$.",
                r"Adding $<p>\%$ of a number to the number itself gives $<n>$.",
                says="q = 100 + p; m = q*x; m = 100*n",
            ),
            asked("the number", of="x", plan="q = 100 + p; x = 100*n/q"),
        ],
        [
            fact(
                r"A number is $<n>$ after it has been decreased by $<p>\%$.",
                r"When a number is decreased by $<p>\%$, the result is $<n>$.",
                r"Subtracting $<p>\%$ of a number from the number itself leaves $<n>$.",
                says="q = 100 - p; m = q*x; m = 100*n",
            ),
            asked("the number", of="x", plan="q = 100 - p; x = 100*n/q"),
        ],
        [
            fact(
                r"It is known that $<p>\%$ of $x$ is equal to $<r>\%$ of $<y>$.",
                r"The number $x$ is such that $<p>\%$ of $x$ equals $<r>\%$ of $<y>$.",
                r"Taking $<p>\%$ of $x$ gives the same result as taking $<r>\%$ of $<y>$.",
                says="k = r*y; k = p*z",
            ),
            asked("the value of $x$", of="z"),
        ],
        [
            asked(
                r"the number of which $<p>\%$ is $<n>$",
                r"The number $<n>$ is $<p>\%$ of what number?",
                r"If $<p>\%$ of a number is $<n>$, what is the number?",
                r"Find the number of which $<p>\%$ is $<n>$.",
                of="l",
                says="m = p*l; m = 100*n",
                plan="l = 100*n/p",
            )
        ],
        [
            fact(
                r"A price of $<x>$ dollars is raised by $<p>\%$ and then lowered by $<r>\%$ of the "
                "new price.",
                r"A shop raises a price of $<x>$ dollars by $<p>\%$. Later it takes $<r>\%$ off "
                "the new price.",
                r"Starting at $<x>$ dollars, a price first rises by $<p>\%$, and then falls by "
                r"$<r>\%$ of "
                "what it has become.",
                says="i = 100 + p; u = x*i/100; j = 100 - r; v = u*j/100",
            ),
            asked(
                "the final price in dollars",
                "What is the final price in dollars?",
                "How many dollars is the final price?",
                "Find the final price in dollars.",
                of="v",
            ),
        ],
    ),
    draws={
        "p": plain(5, 80, 5),
        "r": plain(10, 60, 5),
        "y": plain(20, 200, 5),
        "x": plain(20, 400, 5),
        "l": plain(20, 400, 5),
    },
    need=("n > 1", "z > 1"),
    within={"n": (3, 900), "q": (10, 200), "v": (5, 900)},
    lines={
        "q": ("In percent of the original number, the result is $@$.",),
        "x": (
            "To get back to the whole, we multiply the result by one hundred and divide by this "
            "percentage, which gives $@$.",
        ),
        "k": (
            "To get rid of the percents, we multiply both sides by one hundred. The side without "
            "$x$ becomes $@$.",
        ),
        "z": ("The other side becomes $x$ times its percentage, so $x=@$.",),
        "l": (
            "To get the whole, we divide by the percentage and multiply by one hundred, so the "
            "number is $@$.",
        ),
        "i": ("In percent of the old price, the raised price is $@$.",),
        "u": ("So the raised price is $@$ dollars.",),
        "j": ("In percent of the raised price, the final price is $@$.",),
        "v": ("So the final price is $@$ dollars.",),
    },
)

FAMILIES = (percents,)
