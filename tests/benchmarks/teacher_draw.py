"""Draw problems for a reader: some of the grammar, some evolved by each operator, some in LaTeX.

python tests/benchmarks/teacher_draw.py --n 100 --seed 1 --out problems.md

The reader has not seen the code and asks of each one: would a careful teacher hand this out? The
tables of such readings are in teacher_reading.md.
"""

import argparse
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from factory.symbolic import OPERATORS, Declined, Teacher, read_graph
from factory.symbolic.grammar import mathematics, problems

STRAIGHT, EVOLVED = 0.5, 0.35
"""Shares of problems of the grammar and of evolved ones; the others are in LaTeX."""


def straight(n: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """What made it, question and solution of problems as the grammar tells them."""
    for one in problems(n, seed):
        yield one.family, one.question, one.rationale


def evolved(n: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Children of the grammar's problems, each operator in turn."""
    teacher, parents, chance = Teacher(seed=seed), problems(60 * n, seed + 1), Random(seed)
    order = cycle(chance.sample(sorted(OPERATORS), len(OPERATORS)))
    made, operator = 0, next(order)
    for parent in parents:
        if made == n:
            return
        try:
            child = teacher.evolve(read_graph(parent.question, parent.rationale), operator)
        except Declined:
            continue
        yield operator, child.graph.question, child.rationale
        made, operator = made + 1, next(order)


def in_latex(n: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """MATH-style problems."""
    for one in mathematics.problems(n, seed):
        yield one.family, one.problem, one.solution


def main() -> None:
    """Write the problems, shuffled and numbered, with what made each in a second file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    first, second = round(given.n * STRAIGHT), round(given.n * EVOLVED)
    drawn = [
        *straight(first, given.seed),
        *evolved(second, given.seed),
        *in_latex(given.n - first - second, given.seed),
    ]
    Random(given.seed).shuffle(drawn)
    with given.out.open("w", encoding="utf-8") as out:
        for number, (_, question, solution) in enumerate(drawn, 1):
            out.write(f"## {number}\n\n{question}\n\n```\n{solution}\n```\n\n")
    made = given.out.with_suffix(".made.txt")
    made.write_text("".join(f"{k} {what}\n" for k, (what, _, _) in enumerate(drawn, 1)))


if __name__ == "__main__":
    main()
