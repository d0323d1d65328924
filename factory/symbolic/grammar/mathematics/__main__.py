"""Write MATH-style problems as JSON lines.

    python -m factory.symbolic.grammar.mathematics --n 400 --seed 2026 --out F

The packaged `sample_math.jsonl` is exactly this command's output.
"""

import argparse
import json
from pathlib import Path

from factory.symbolic.grammar.mathematics import MathProblem, problems


def line_of(made: MathProblem) -> str:
    """A problem in the shape of a MATH row, with its family."""
    row = {
        "problem": made.problem,
        "solution": made.solution,
        "answer": made.answer,
        "level": f"Level {made.level}",
        "type": made.subject,
        "family": made.family,
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(prog="python -m factory.symbolic.grammar.mathematics")
    parser.add_argument("--n", type=int, default=400, help="how many problems")
    parser.add_argument("--seed", type=int, default=2026, help="another seed, other problems")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    arguments = parser.parse_args()
    with arguments.out.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(map(line_of, problems(arguments.n, arguments.seed)))


if __name__ == "__main__":
    main()
