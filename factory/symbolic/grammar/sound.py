"""Is a drafted problem readable in exactly one way? The grammar keeps a draft only if it is.

A number in a solution must come from one place: a figure or number word of the question, an
earlier result, or a constant that everyone knows (7 days a week) and that stands nowhere else. So
all figures, results and constants of a problem differ from each other, every figure is used, and
every result but the last is used later. Does not judge English or sense.
"""

import re
from collections.abc import Set
from fractions import Fraction

from factory.symbolic.arithmetic import evaluate, operands, parse
from factory.symbolic.grammar.scene import Problem
from factory.symbolic.numerals import find_quantities

IDLE = frozenset(("each", "first", "both"))
"""Words that a reader may take for a number, and that state none: they may stay unused."""

_ANNOTATION = re.compile(r"<<([^=<>]+)=([\d.]+)>>")


def is_sound(problem: Problem, constants: Set[Fraction]) -> bool:
    """Whether each number of the solution has exactly one source and nothing is left over."""
    given = find_quantities(problem.question)
    told = [q for q in given if problem.question[q.start : q.end].lower() not in IDLE]
    stated = [value for quantity in given for value in quantity.lends if value != 1]
    used: set[Fraction] = set()
    results: list[Fraction] = []
    for expression, written in _ANNOTATION.findall(problem.rationale):
        tree = parse(expression)
        used.update(operand.value for operand in operands(tree))
        if evaluate(tree) != Fraction(written) or not used <= {*stated, *results, *constants}:
            return False
        results.append(Fraction(written))
    everything = [*stated, *results, *constants]
    return (
        len(set(everything)) == len(everything)
        and not {0, 1} & {*everything, *(quantity.value for quantity in told)}
        and all(used & set(quantity.lends) for quantity in told)
        and used.issuperset(results[:-1])
        and Fraction(problem.answer) == results[-1]
    )
