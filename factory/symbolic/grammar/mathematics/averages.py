"""Means of numbers."""

from factory.symbolic.grammar.draws import plain
from factory.symbolic.grammar.family import either, fact
from factory.symbolic.grammar.mathematics.shape import asked, problem

averages = problem(
    "averages",
    either(
        [
            fact(
                "The mean of $<n>$ numbers is $<m>$. When one more number is added to the list, "
                "the mean becomes $<k>$.",
                "A list of $<n>$ numbers has the mean $<m>$. After one more number joins the list, "
                "its mean is $<k>$.",
                "Adding one more number to a list of $<n>$ numbers changes the mean of the list "
                "from $<m>$ to $<k>$.",
                says="s = n*m; i = n + 1; w = i*k; w = s + x",
            ),
            asked("the number that is added", of="x"),
        ],
        [
            fact(
                "The mean of $<n>$ numbers is $<m>$. When one of the numbers is removed, the mean "
                "of the others is $<k>$.",
                "A list of $<n>$ numbers has the mean $<m>$. Without one of its numbers, it has "
                "the "
                "mean $<k>$.",
                "Removing one number from a list of $<n>$ numbers changes the mean of the list "
                "from $<m>$ to $<k>$.",
                says="s = n*m; i = n - 1; w = i*k; s = w + x",
            ),
            asked("the number that is removed", of="x"),
        ],
        [
            fact(
                "The mean of the numbers $<a>$, $<b>$, $<c>$ and $x$ is $<m>$.",
                "The numbers $<a>$, $<b>$, $<c>$ and $x$ have the mean $<m>$.",
                "For some number $x$, the mean of $<a>$, $<b>$, $<c>$ and $x$ equals $<m>$.",
                says="s = 4*m; p = a + b + c; s = p + x",
            ),
            asked("the value of $x$", of="x"),
        ],
        [
            fact(
                "The mean of $<n>$ numbers is $<m>$. The mean of $<j>$ other numbers is $<k>$.",
                "One list has $<n>$ numbers and the mean $<m>$, another list has $<j>$ numbers and "
                "the mean $<k>$.",
                "A group of $<n>$ numbers has the mean $<m>$, and a group of $<j>$ other numbers "
                "has the mean $<k>$.",
                says="s = n*m; w = j*k; p = s + w; i = n + j; t = p/i",
            ),
            asked(
                "the mean of all these numbers together",
                of="t",
                whole=False,
            ),
        ],
        [
            fact(
                "The mean of two numbers is $<m>$, and their positive difference is $<d>$.",
                "Two numbers have the mean $<m>$ and differ by $<d>$.",
                "Halfway between two numbers that differ by $<d>$ lies the number $<m>$.",
                says="h = d/2; x = m + h; y = m - h",
            ),
            either(
                [asked("the larger of the two numbers", of="x")],
                [asked("the product of the two numbers", of="t", says="t = x*y")],
            ),
        ],
    ),
    draws={
        "n": plain(5, 20),
        "j": plain(5, 20),
        "m": plain(10, 60),
        "k": plain(10, 60),
        "a": plain(5, 60),
        "b": plain(5, 60),
        "c": plain(5, 60),
        "h": plain(3, 25),
    },
    need=("x > 1", "y > 1"),
    within={"x": (2, 400)},
    fractions="t",
    lines={
        "s": ("The numbers add up to $@$.", "The sum of the numbers is $@$."),
        "i": ("The number of numbers is then $@$.",),
        "w": ("The other sum is $@$.",),
        "p": ("The known sum is $@$.",),
        "h": ("Each of the two lies this far from the mean: $@$.",),
        "x": ("So the number is $@$.",),
        "y": ("The smaller number is $@$.",),
        "t": ("So the result is $@$.", "This gives $@$."),
    },
)

FAMILIES = (averages,)
