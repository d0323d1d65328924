"""Answers and steps, side by side with math-verify, in one run that prints Markdown tables.

python tests/benchmarks/check.py --data path/to/data [--only SECTION ...] [--limit N] [--alone]

The data folder holds `answers/equivalence.jsonl`, `recorded/*.jsonl`, `gsm8k/train.jsonl` and
`math/test.jsonl`; what is missing is skipped with a word. math-verify is not needed: without it
its columns are left out. `--answers` and `--first-error` add files of the same form.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import check_answers
import check_corpora
import check_solutions
import check_speed
from check_report import Bench, MissingFile
from check_rival import MathVerify

SECTIONS: dict[str, Callable[[Bench], None]] = {
    "equivalence": check_answers.equivalence,
    "own": check_answers.own,
    "gsm8k": check_corpora.gsm8k_solutions,
    "math_cot": check_corpora.math_cot,
    "math": check_corpora.math_restyled,
    "crossed": check_corpora.math_crossed,
    "speed": check_speed.speed,
    "bombs": check_speed.bombs,
    "gold_steps": check_solutions.gold_steps,
    "first_error": check_solutions.first_error,
    "injected": check_solutions.injected,
}


def main() -> None:
    """Run the sections asked for, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the data files")
    parser.add_argument("--only", nargs="+", choices=list(SECTIONS), default=list(SECTIONS))
    parser.add_argument("--limit", type=int, help="at most so many rows of each file")
    parser.add_argument("--answers", type=Path, nargs="+", default=[], help="more answer pairs")
    parser.add_argument("--first-error", type=Path, nargs="+", default=[], help="more solutions")
    parser.add_argument("--alone", action="store_true", help="without math-verify")
    options = parser.parse_args()
    with MathVerify() as rival:
        bench = Bench(options.data, options.limit, options.answers, options.first_error)
        bench.rival = rival if rival.installed and not options.alone else None
        print("# Answers and steps")
        if not rival.installed:
            bench.note("math-verify is not installed: its columns are left out.")
        for name in options.only:
            started = time.monotonic()
            try:
                SECTIONS[name](bench)
            except MissingFile as missing:
                bench.note(f"`{name}` skipped: {missing}")
            bench.note(f"({name}: {time.monotonic() - started:.1f} s)")


if __name__ == "__main__":
    main()
