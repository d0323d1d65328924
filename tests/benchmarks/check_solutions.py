"""Solutions: steps that are wrongly contradicted, and the first wrong step found."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from check_corpora import MODELS
from check_report import Bench, Row, share

from factory.check import align_steps, check_steps, split
from factory.symbolic.graph import Declined
from factory.symbolic.read import read_graph
from factory.symbolic.solve import solve


def gold_steps(bench: Bench) -> None:
    """Rationales that are right: a contradicted step is a false alarm, or an error of theirs."""
    rows = bench.rows("gsm8k/train.jsonl")
    bench.title("GSM8K train rationales, step by step")
    said: Counter[str] = Counter()
    alarms = []
    for number, row in enumerate(rows):
        steps = split(row["answer"])
        for step, check in zip(steps, check_steps(row["question"], steps), strict=True):
            said[check.verdict] += 1
            if check.verdict == "contradicted":
                alarms.append([number, f"`{step.strip()}`", check.evidence])
    total = said.total()
    bench.table(
        ["steps", "contradicted", "decided"],
        [[total, share(said["contradicted"], total), share(total - said["unknown"], total)]],
    )
    text = "Contradicted, to be read, since some of the rationales are wrong"
    bench.listing(text, ["problem", "step", "evidence"], alarms)


class Solution(NamedTuple):
    """One solution, with what is known of it."""

    question: str
    steps: list[str]
    reference: str
    siblings: list[list[str]]
    first_error: int
    kind: str
    name: str = ""


def _arithmetic(solution: Solution) -> int:
    checks = check_steps(solution.question, solution.steps)
    return next((i for i, c in enumerate(checks) if c.verdict == "contradicted"), -1)


def _with_reference(solution: Solution) -> int:
    aligned = align_steps(solution.question, solution.steps, reference=solution.reference)
    return aligned.first_error


def _with_siblings(solution: Solution) -> int:
    aligned = align_steps(solution.question, solution.steps, siblings=solution.siblings)
    return aligned.first_error


WAYS: dict[str, Callable[[Solution], int]] = {
    "arithmetic alone": _arithmetic,
    "with the reference": _with_reference,
    "with verified siblings": _with_siblings,
}


def first_error(bench: Bench) -> None:
    """The first wrong step, as ProcessBench counts: F1 of the accuracies on wrong and on right."""
    sets = {"first_error.jsonl": bench.rows("recorded/first_error.jsonl")}
    sets |= bench.extra(bench.step_files)
    siblings = _verified(bench.every_row("recorded/gsm8k_solutions.jsonl"))
    bench.title("First wrong step")
    bench.note("With siblings: only the solutions that have any, judged right by their authors.")
    table, missed = [], []
    for name, rows in sets.items():
        solutions = [_solution(row, siblings) for row in rows]
        beside = [s for s in solutions if s.siblings]
        for way, find in WAYS.items():
            tried = beside if find is _with_siblings else solutions
            found = [find(solution) for solution in tried]
            table.append([name, way, len(tried), *_f1(tried, found)])
            if find is _with_reference:
                missed += [
                    [name, s.name, s.kind, s.first_error, said]
                    for s, said in zip(tried, found, strict=True)
                    if said != s.first_error
                ]
        again = [_with_reference(s) for s in beside]
        table.append([name, "the same ones, reference", len(beside), *_f1(beside, again)])
    bench.table(["solutions", "evidence", "n", "F1", "on wrong", "on right"], table)
    head = ["solutions", "id", "kind", "first error", "said"]
    bench.listing("Not found with the reference", head, missed)


def _verified(rows: list[Row]) -> dict[str, list[list[str]]]:
    """The steps of the solutions judged right, by question."""
    return {
        row["question"]: [
            split(row[m]["solution"]) for m in MODELS if m in row and row[m]["is_correct"]
        ]
        for row in rows
    }


def _solution(row: Row, verified: dict[str, list[list[str]]]) -> Solution:
    itself = _letters(row["steps"])
    others = [s for s in verified.get(row["question"], []) if _letters(s) != itself]
    labels = row["first_error"], row["kind"], row["id"]
    return Solution(row["question"], row["steps"], row["reference_solution"], others, *labels)


def _letters(steps: Iterable[str]) -> str:
    return "".join("".join(steps).split())


def _f1(solutions: list[Solution], found: list[int]) -> list[str]:
    pairs = [(s.first_error, said) for s, said in zip(solutions, found, strict=True)]
    wrong = [said == label for label, said in pairs if label != -1]
    right = [said == label for label, said in pairs if label == -1]
    a, b = (sum(hits) / len(hits) if hits else 0.0 for hits in (wrong, right))
    mean = 2 * a * b / (a + b) if a + b else 0.0
    return [f"{mean:.3f}", share(sum(wrong), len(wrong)), share(sum(right), len(right))]


def injected(bench: Bench) -> None:
    """Solutions of the symbolic teacher with one labelled mistake each, and without."""
    rows = bench.rows("gsm8k/train.jsonl")
    bench.title("Errors injected by the symbolic teacher")
    bench.note(
        "Found: any step was called wrong (`none`: a false alarm). First: the first wrong step "
        "was named. Early: a right step before it was called wrong."
    )
    by_kind: dict[str, list[Solution]] = defaultdict(list)
    for solution in _taught(rows, Random(6)):
        by_kind[solution.kind].append(solution)
        if solution.kind != "none":
            by_kind["all mistakes"].append(solution)
    ways = {name: WAYS[name] for name in ("arithmetic alone", "with the reference")}
    head = [f"{way}: {figure}" for way in ways for figure in ("found", "first", "early")]
    bench.table(
        ["mistake", "solutions", *head],
        (
            [kind, len(told), *(cell for find in ways.values() for cell in _told(told, find))]
            for kind, told in sorted(by_kind.items())
        ),
    )


def _taught(rows: list[Row], rng: Random) -> Iterable[Solution]:
    """For every rationale that the teacher reads: one solution with a mistake, one without."""
    for row in rows:
        try:
            graph = read_graph(row["question"], row["answer"])
        except Declined:
            continue
        for mistakes in (0.0, 100.0):
            told = solve(graph, 1.0, mistakes, rng)
            if mistakes and not told.mistake:
                continue
            labels = told.first_error, told.mistake or "none"
            yield Solution(row["question"], split(told.text), row["answer"], [], *labels)


def _told(solutions: list[Solution], find: Callable[[Solution], int]) -> list[object]:
    named = [(find(s), s.first_error) for s in solutions]
    found = sum(said >= 0 for said, _ in named)
    first = sum(said == label for said, label in named)
    early = sum(0 <= said < label for said, label in named)
    return [share(found, len(named)), share(first, len(named)), early]
