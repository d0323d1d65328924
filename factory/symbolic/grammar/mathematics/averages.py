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
                "the mean $<k>$.",
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
                says="v = 4*m; p = a + b + c; v = p + z",
            ),
            asked("the value of $x$", of="z"),
        ],
        [
            fact(
                "The mean of $<n>$ numbers is $<m>$. The mean of $<j>$ other numbers is $<k>$.",
                "One list has $<n>$ numbers and the mean $<m>$, another list has $<j>$ numbers and "
                "the mean $<k>$.",
                "A group of $<n>$ numbers has the mean $<m>$, and a group of $<j>$ other numbers "
                "has the mean $<k>$.",
                says="f = n*m; g = j*k; q = f + g; e = n + j; t = q/e",
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
                "The number $<m>$ lies halfway between two numbers that differ by $<d>$.",
                says="h = d/2; big = m + h; small = m - h",
            ),
            either(
                [asked("the larger of the two numbers", of="big")],
                [asked("the product of the two numbers", of="u", says="u = big*small")],
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
    need=("x > 1", "z > 1", "small > 1"),
    within={"x": (2, 400), "z": (2, 400)},
    fractions="t",
    lines={
        "s": (
            "Before the change, the sum of the numbers is their mean times their number, $@$.",
            "The sum is the mean times how many numbers there are. Before the change, it is $@$.",
        ),
        "i": ("After the change, there are $@$ numbers.",),
        "w": ("With the new mean, their sum is $@$.",),
        "x": (
            "The two sums differ by just the number in question, which is therefore $@$.",
            "The number that makes the difference between the two sums is $@$.",
        ),
        "v": (
            "The mean is a fourth of the sum of the four numbers, so their sum is $@$.",
            "Since the mean is the sum divided by four, the sum is $@$.",
        ),
        "p": ("The known numbers add up to $@$.",),
        "z": ("The rest of the sum is $x$, so $x=@$.",),
        "f": (
            "The sum of several numbers is their mean times how many they are, so the first "
            "numbers add up to $@$.",
        ),
        "g": ("In the same way, the sum of the other numbers is $@$.",),
        "q": ("So the sum of all the numbers is $@$.",),
        "e": ("There are $@$ numbers in all.",),
        "t": ("Dividing the sum of all of them by how many they are, we get the mean $@$.",),
        "h": (
            "Each of the two numbers lies half their difference away from the mean, that is, $@$.",
        ),
        "big": ("The larger number is the mean plus this half, $@$.",),
        "small": ("The smaller number is the mean minus this half, $@$.",),
        "u": ("Their product is $@$.",),
    },
)

FAMILIES = (averages,)
