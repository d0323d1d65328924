"""The grammar measured: speed, agreement with a second solver, variety, distance from test sets.

python tests/benchmarks/teacher.py --rows 50000 --data path/to/data --only speed solve variety tests

`--data` holds gsm8k/test.jsonl and math/test.jsonl; without it the last part is left out, and that
is said. All parts draw the same stream; `--seed` gives another.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from masked import masked_runs
from resolved import answers

from factory.symbolic.grammar import Problem, problems, read
from factory.symbolic.graph import Declined
from factory.symbolic.read import read_graph

PARTS = ("speed", "solve", "variety", "tests")
_NOTE = re.compile(r"<<([^=<>]+)=([^<>]+)>>")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def speed(rows: int, seed: int) -> None:
    """Problems with rationale a second, on one core."""
    for _ in problems(500, seed):
        pass
    started = time.process_time()
    steps = sum(problem.rationale.count("<<") for problem in problems(rows, seed))
    seconds = time.process_time() - started
    print(f"\n{rows:,} problems, {steps / rows:.2f} steps each: {rows / seconds:,.0f} a second\n")


def resolve(problem: Problem) -> str:
    """How the second path ends: agree, or what stands in the way."""
    found = read(problem.question)
    if not found:
        return f"unread: {problem.question}"
    values = {value for reading in found for value in answers(reading)}
    if values != {Fraction(problem.answer)}:
        return f"{sorted(values)} and not {problem.answer}: {problem.question}"
    if any(reading.graph != problem.graph for reading in found):
        return f"another graph: {problem.question}"
    try:
        answer = read_graph(problem.question, problem.rationale).answer
    except Declined as declined:
        return f"{declined}: {problem.question}"
    if answer != Fraction(problem.answer):
        return f"another rationale: {problem.question}"
    return "agree"


def resolve_part(rows: int, seed: int, part: int, parts: int) -> Counter[str]:
    """The ends of every `parts`-th problem; the others are for other processes."""
    return Counter(map(resolve, islice(problems(rows, seed), part, None, parts)))


def solve(rows: int, seed: int, workers: int) -> None:
    """Every problem solved again from its question alone."""
    with ProcessPoolExecutor(workers) as pool:
        parts = [pool.submit(resolve_part, rows, seed, part, workers) for part in range(workers)]
        ends = sum((part.result() for part in parts), Counter[str]())
    agreed = ends.pop("agree", 0)
    print(f"\n{agreed:,} of {rows:,} solved again from the question alone, and agreed\n")
    for end, _ in ends.most_common(20):
        print(f"- {end}")


def shape(problem: Problem) -> str:
    """The computation graph without its numbers: which results and givens meet in each step."""
    results: dict[str, str] = {}
    lines = []
    for expression, value in _NOTE.findall(problem.rationale):
        lines.append(_NUMBER.sub(lambda found: results.get(found[0], "q"), expression))
        results[value] = f"s{len(results) + 1}"
    return ";".join(lines)


def variety(rows: int, seed: int) -> None:
    """Templates (numbers, names and word lists masked), shapes, words, near duplicates."""
    drawn = list(problems(rows, seed))
    templates = Counter(problem.template for problem in drawn)
    shapes = Counter(map(shape, drawn))
    words = Counter(
        word for problem in drawn for word in re.findall(r"[a-z]+", problem.question.lower())
    )
    largest = templates.most_common(1)[0][1]
    print(f"\n| of {rows:,} problems | |\n|---|---|")
    print(f"| distinct templates | {len(templates):,} |")
    print(f"| largest template | {largest / rows:.2%} |")
    print(f"| distinct graph shapes | {len(shapes):,} |")
    print(f"| largest shape | {shapes.most_common(1)[0][1] / rows:.2%} |")
    print(f"| different words / all words | {len(words) / words.total():.4f} |")
    steps = Counter(problem.rationale.count("<<") for problem in drawn)
    print(f"| steps, smallest to largest | {min(steps)} to {max(steps)} |\n")


def against(rows: int, seed: int, data: Path | None) -> None:
    """Share of problems with a masked 10-gram of a test set."""
    if data is None:
        print("\nNo test sets given (--data): distance from them is not measured.\n")
        return
    for name, column in (("gsm8k", "question"), ("math", "problem")):
        with (data / name / "test.jsonl").open(encoding="utf-8") as lines:
            known = {gram for line in lines for gram in masked_runs(json.loads(line)[column])}
        hits = [p for p in problems(rows, seed) if not known.isdisjoint(masked_runs(p.question))]
        print(f"{name} test: {len(hits) / rows:.3%} of {rows:,} share a masked 10-gram")
        for problem in hits[:5]:
            print(f"- {problem.family}: {problem.question}")


def main() -> None:
    """Measure the parts asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    given = parser.parse_args()
    if "speed" in given.only:
        speed(given.rows, given.seed)
    if "solve" in given.only:
        solve(given.rows, given.seed, given.workers)
    if "variety" in given.only:
        variety(given.rows, given.seed)
    if "tests" in given.only:
        against(given.rows, given.seed, given.data)


if __name__ == "__main__":
    main()
