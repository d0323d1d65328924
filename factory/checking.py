"""`factory check`: the answers of anybody's file of rows, compared with the right ones.

A row whose answer cannot be read, or is not there, is undecided with its reason; it stops nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pyarrow as pa

from factory.check import Checker, Extracted, Policy, Verdict, extract
from factory.errors import UserError
from factory.stages.seed_files import Number, Row, Table, open_table
from factory.stages.solve import STATED
from factory.suggest import instead
from factory.table_files import Copy
from factory.terminal import one_line

BATCH = 2_000
CHECKED = {"outcome": pa.string(), "reason": pa.string(), "method": pa.string()}
EXTRACTED = {"extracted": pa.string(), "rule": pa.string()}


class Pair(NamedTuple):
    """Two answers as they are compared; `missing` says why they cannot be."""

    gold: str
    candidate: str
    missing: str | None
    rule: str | None
    """The rule that found the candidate in its text."""


@dataclass(slots=True)
class Answers:
    """How the answers of a file came out."""

    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    """Of the undecided ones."""
    undecided: list[str] = field(default_factory=list)
    """Place, both answers and the reason, the first few."""


def check_file(
    path: Path,
    gold: str,
    candidate: str,
    *,
    take_out: bool,
    policy: Policy,
    workers: int,
    seconds: float,
    out: Path | None,
    listed: int,
    file: TextIO,
) -> None:
    """Compare two columns, row by row; print how they came out, and write a copy with verdicts.

    Raises:
        UserError: a file or a column that is not there, or that cannot be read.
    """
    table = table_with(path, {"--gold": gold, "--candidate": candidate})
    told = Answers()
    with ExitStack() as open_:
        columns = {**CHECKED, **(EXTRACTED if take_out else {})}
        copy = open_.enter_context(Copy(table, out, columns)) if out else None
        checker = open_.enter_context(Checker(workers, seconds=seconds))
        for rows in batches(table.read({gold, candidate})):
            pairs = [
                _pair(row.values.get(gold), row.values.get(candidate), take_out) for row in rows
            ]
            verdicts = _compare(checker, pairs, policy)
            _count(told, rows, pairs, verdicts, listed)
            if copy:
                copy.add([_columns(*one, take_out) for one in zip(pairs, verdicts, strict=True)])
    _print_answers(told, listed, file)
    print_copy(copy, out, file)


def policy_of(given: Sequence[str]) -> Policy:
    """The policy that `percent=fraction` and the like describe.

    Raises:
        UserError: a setting that there is not, or a value that it does not take.
    """
    values: dict[str, Any] = {}
    for setting in given:
        name, equals, value = setting.partition("=")
        if not equals:
            raise UserError(f"--policy {setting}: write a setting and a value, as percent=fraction")
        number = re.fullmatch(r"[0-9]+(\.[0-9]+)?(e-?[0-9]+)?", value)
        values[name] = (
            value if not number else float(value) if number[1] or number[2] else int(value)
        )
    try:
        return Policy.of(values)
    except ValueError as error:
        raise UserError(f"--policy: {error}") from None


def table_with(path: Path, named: Mapping[str, str]) -> Table:
    """The table at `path`, which has the columns that these options name.

    Raises:
        UserError: it is not there, or a column is not in its first row.
    """
    table = open_table(path)
    for option, column in named.items():
        if column not in table.names:
            raise UserError(
                f"{path}: {option}: no column called '{column}' in the first row"
                f"{instead(column, table.names)}"
            )
    return table


def batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """The rows, some at a time."""
    while batch := list(islice(rows, BATCH)):
        yield batch


def _pair(gold: Any, candidate: Any, take_out: bool) -> Pair:
    texts = []
    for name, value in (("gold", gold), ("candidate", candidate)):
        if value is None:
            return Pair("", "", f"no_{name}", None)
        if not isinstance(value, str):
            return Pair("", "", f"{name}_is_no_text", None)
        texts.append(str(value))
    if not take_out:
        return Pair(texts[0], texts[1], None, None)
    own = extract(texts[0])
    reference = own.answer if own and own.rule in STATED else texts[0]
    found = Extracted(texts[1], "number") if isinstance(candidate, Number) else extract(texts[1])
    if found is None:
        return Pair(reference, "", "no_answer_found", None)
    return Pair(reference, found.answer, None, found.rule)


def _compare(checker: Checker, pairs: Sequence[Pair], policy: Policy) -> list[Verdict]:
    whole = [(pair.gold, pair.candidate) for pair in pairs if not pair.missing]
    compared = checker.compare_all(whole, policy)
    return [
        Verdict("undecided", pair.missing, "none") if pair.missing else next(compared)
        for pair in pairs
    ]


def _columns(pair: Pair, verdict: Verdict, take_out: bool) -> dict[str, Any]:
    found = {"extracted": pair.candidate if pair.rule else None, "rule": pair.rule}
    return {**verdict._asdict(), **(found if take_out else {})}


def _count(
    told: Answers,
    rows: Sequence[Row],
    pairs: Sequence[Pair],
    verdicts: Sequence[Verdict],
    listed: int,
) -> None:
    for row, pair, verdict in zip(rows, pairs, verdicts, strict=True):
        told.outcomes[verdict.outcome] += 1
        if verdict.outcome == "undecided":
            told.reasons[verdict.reason] += 1
            if len(told.undecided) < listed:
                both = f"{one_line(pair.gold, 60)} | {one_line(pair.candidate, 60)}"
                told.undecided.append(f"{row.place}: {verdict.reason}: {both}")


def _print_answers(told: Answers, listed: int, file: TextIO) -> None:
    total = told.outcomes.total()
    print(f"{total:,} pairs", file=file)
    for outcome in ("equal", "different", "undecided"):
        count = told.outcomes[outcome]
        print(f"  {outcome:<10} {count:>10,}  {count / max(total, 1):>6.1%}", file=file)
    if told.reasons:
        said = ", ".join(f"{reason} {count:,}" for reason, count in told.reasons.most_common())
        print(f"undecided because: {said}", file=file)
        for line in told.undecided:
            print(f"  {line}", file=file)
        if (left := told.outcomes["undecided"] - len(told.undecided)) > 0:
            print(f"  and {left:,} more (--list N lists more, --out FILE has all)", file=file)


def print_copy(copy: Copy | None, out: Path | None, file: TextIO) -> None:
    """Say where the copy is, and which columns of the file have another name in it."""
    if copy is None:
        return
    for name, now in copy.renamed.items():
        print(f"the file's own column '{name}' is '{now}' in the copy", file=file)
    print(f"wrote {out}", file=file)
