"""Write problems as JSON lines: `python -m factory.symbolic.grammar --n 400 --seed 2026 --out F`.

The packaged `sample.jsonl` is exactly this command's output.
"""

import argparse
import json
from pathlib import Path

from factory.symbolic.grammar import Problem, problems


def line_of(problem: Problem) -> str:
    """A problem in the shape of a GSM8K row, with its family."""
    row = {"question": problem.question, "answer": problem.rationale, "family": problem.family}
    return json.dumps(row, ensure_ascii=False) + "\n"


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(prog="python -m factory.symbolic.grammar")
    parser.add_argument("--n", type=int, default=400, help="how many problems")
    parser.add_argument("--seed", type=int, default=2026, help="another seed, other problems")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(map(line_of, problems(arguments.n, arguments.seed)))


if __name__ == "__main__":
    main()
