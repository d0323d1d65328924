"""`factory check-steps`: each step of the solutions in anybody's file, and the first wrong one.

Arithmetic and the origin of every number always, SymPy for formulas that need it; the values of a
reference solution, or of other right solutions of the same problem, where the file has them. A
row without a solution to read gets nulls; it stops nothing.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pyarrow as pa

from factory.check import Checker, align_steps, check_steps, split
from factory.checking import batches, print_copy, table_with
from factory.stages.seed_files import Row
from factory.table_files import Copy
from factory.terminal import one_line

COLUMNS = {
    "step_verdicts": pa.list_(pa.string()),
    "first_error": pa.int64(),
    "evidence": pa.list_(pa.string()),
}
ALL = "all"


class Named(NamedTuple):
    """The columns that are read; None where the file has none of that sort."""

    question: str
    solution: str
    reference: str | None
    siblings: str | None


@dataclass(slots=True)
class Told:
    """How the solutions of one source came out."""

    solutions: int = 0
    unread: int = 0
    """Rows without a question or a solution."""
    verdicts: Counter[str] = field(default_factory=Counter)
    """Of steps."""
    found_by: Counter[str] = field(default_factory=Counter)
    """What named the first wrong step: arithmetic, alignment, or SymPy."""


def check_steps_file(
    path: Path,
    question: str,
    solution: str,
    *,
    reference: str | None,
    siblings: str | None,
    out: Path | None,
    listed: int,
    file: TextIO,
) -> None:
    """Check every solution's steps; print how they came out, and write a copy with the verdicts.

    Where the file has a column `source`, the summary is given for each source too.

    Raises:
        UserError: a file or a column that is not there, or that cannot be read.
    """
    named = Named(question, solution, reference, siblings)
    options = zip(("--question", "--solution", "--reference", "--siblings"), named, strict=True)
    table = table_with(path, {option: column for option, column in options if column})
    by_source = "source" in table.names
    told: dict[str, Told] = {ALL: Told()}
    wrong: list[str] = []
    wanted = {column for column in named if column} | ({"source"} if by_source else set())
    with ExitStack() as open_:
        copy = open_.enter_context(Copy(table, out, COLUMNS)) if out else None
        checker = open_.enter_context(Checker())
        for rows in batches(table.read(wanted)):
            added = [_check(row, named, checker) for row in rows]
            for row, values in zip(rows, added, strict=True):
                source = one_line(str(row.values.get("source")), 40)
                _count(told[ALL], values)
                if by_source:
                    _count(told.setdefault(source, Told()), values)
                if (first := values["first_error"]) is not None and first >= 0:
                    why = values["evidence"][first]
                    wrong.append(f"{row.place}: step {first}: {one_line(why, 120)}")
                    del wrong[listed:]
            if copy:
                copy.add([{name: values[name] for name in COLUMNS} for values in added])
    for source, counts in told.items():
        _print(source, counts, file)
    for line in wrong:
        print(f"  {line}", file=file)
    left = sum(told[ALL].found_by.values()) - len(wrong)
    if left > 0:
        print(f"  and {left:,} more (--list N lists more, --out FILE has all)", file=file)
    print_copy(copy, out, file)


def _check(row: Row, named: Named, checker: Checker) -> dict[str, Any]:
    question, steps = row.values.get(named.question), _steps(row.values.get(named.solution))
    if not isinstance(question, str) or not steps:
        return {"step_verdicts": None, "first_error": None, "evidence": None, "by": None}
    given = row.values.get(named.reference) if named.reference else None
    reference = given if isinstance(given, str) and given.strip() else None
    others = _siblings(row.values.get(named.siblings)) if named.siblings else []
    arithmetic = check_steps(question, steps)
    aligned = align_steps(question, steps, reference=reference, siblings=others, checks=arithmetic)
    found = [(step.verdict, step.evidence) for step in aligned.steps]
    first, by = aligned.first_error, "alignment"
    if first >= 0 and arithmetic[first].verdict == "contradicted":
        by = "arithmetic"
    for n, step in enumerate(steps):
        said = checker.check_symbolic(question, step) if found[n][0] == "unknown" else None
        if said:
            found[n] = (said.verdict, said.evidence)
            if said.verdict == "contradicted" and not 0 <= first <= n:
                first, by = n, "SymPy"
    return {
        "step_verdicts": [verdict for verdict, _ in found],
        "first_error": first,
        "evidence": [evidence for _, evidence in found],
        "by": by if first >= 0 else None,
    }


def _steps(solution: Any) -> list[str]:
    if isinstance(solution, str):
        return split(solution)
    if isinstance(solution, list) and all(isinstance(step, str) for step in solution):
        return [str(step) for step in solution]
    return []


def _siblings(given: Any) -> list[list[str]]:
    listed = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    return [steps for one in listed if (steps := _steps(one))]


def _count(told: Told, values: dict[str, Any]) -> None:
    told.solutions += 1
    if values["step_verdicts"] is None:
        told.unread += 1
        return
    told.verdicts.update(values["step_verdicts"])
    if values["by"]:
        told.found_by[values["by"]] += 1


def _print(source: str, told: Told, file: TextIO) -> None:
    steps = told.verdicts.total()
    shares = _shares(told.verdicts, ("supported", "contradicted", "unknown"), steps)
    found = told.found_by.total()
    head = "" if source == ALL else f"source {source}: "
    unread = f", {told.unread:,} without a question or a solution" if told.unread else ""
    print(f"{head}{told.solutions:,} solutions{unread}, {steps:,} steps: {shares}", file=file)
    by = ", ".join(f"{name} {count:,}" for name, count in told.found_by.most_common())
    print(f"  a wrong step in {found:,} of them{f' (found by {by})' if by else ''}", file=file)


def _shares(counts: Counter[str], names: Sequence[str], total: int) -> str:
    return ", ".join(
        f"{name} {counts[name]:,} ({counts[name] / max(total, 1):.1%})" for name in names
    )
