"""Labelled pairs of answers: how many are right, undecided, and wrongly called equal."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from check_report import Bench, Row, share
from check_rival import MathVerify, dollars

from factory.check import compare, extract

OWN = Path(__file__).resolve().parent.parent / "answers.jsonl"


class Judged(NamedTuple):
    """A row, what was said of it, and why."""

    row: Row
    outcome: str
    reason: str

    @property
    def right(self) -> bool:
        """Undecided is wrong on an equal pair, and right on a different one."""
        return (self.outcome == "equal") == bool(self.row["expected"])


def ours(row: Row) -> Judged:
    r"""Our verdict. Isolated answers as they are; the candidate of a text is extracted first, the
    gold side only where it is a text around a box."""
    gold, candidate = str(row["gold"]), str(row["pred"])
    if row["kind"] != "answer":
        found = extract(candidate)
        if found is None:
            return Judged(row, "undecided", "nothing_extracted")
        candidate = found.answer
        boxed = extract(gold) if r"\boxed" in gold else None
        gold = boxed.answer if boxed else gold
    verdict = compare(gold, candidate)
    return Judged(row, verdict.outcome, verdict.reason)


def rivals(rival: MathVerify, row: Row) -> Judged:
    """The verdict of math-verify: isolated answers in `$ … $`, texts as they stand."""
    gold, candidate = str(row["gold"]), str(row["pred"])
    if row["kind"] != "latexenv":
        gold = dollars(gold)
    if row["kind"] == "answer":
        candidate = dollars(candidate)
    return Judged(row, rival.verify(gold, candidate).outcome, "")


def figures(judged: list[Judged]) -> list[str]:
    """Right, undecided, equal pairs missed, different pairs called equal."""
    equal = [j for j in judged if j.row["expected"]]
    other = [j for j in judged if not j.row["expected"]]
    return [
        share(sum(j.right for j in judged), len(judged)),
        share(sum(j.outcome == "undecided" for j in judged), len(judged)),
        share(sum(not j.right for j in equal), len(equal)),
        share(sum(not j.right for j in other), len(other)),
    ]


FIGURES = ["right", "undecided", "equal missed", "different called equal"]


def equivalence(bench: Bench) -> None:
    """The pairs gathered from public graders, and files of the same form."""
    bench.title("answers/equivalence.jsonl")
    _report(bench, bench.rows("answers/equivalence.jsonl"), lambda row: row["source"].split(":")[0])
    for name, rows in bench.extra(bench.answer_files).items():
        bench.title(name)
        _report(bench, rows, _group)


def own(bench: Bench) -> None:
    """Our own pairs, by class."""
    bench.title("tests/answers.jsonl")
    _report(bench, bench.rows_of(OWN), _group)


def _group(row: Row) -> str:
    return str(row.get("class") or row.get("source") or "-").split(":")[0]


def _report(bench: Bench, rows: list[Row], group: Callable[[Row], str]) -> None:
    mine = [ours(row) for row in rows]
    theirs = [rivals(bench.rival, row) for row in rows] if bench.rival else []
    tools = [("factory.check", mine)] + ([("math-verify", theirs)] if theirs else [])
    bench.table(
        ["tool", "rows", *FIGURES],
        (
            [name, which, *figures(chosen)]
            for name, judged in tools
            for which, chosen in (("unflagged", _unflagged(judged)), ("all", judged))
        ),
    )
    for heading, key in (("kind", lambda row: str(row["kind"])), ("group", group)):
        halves = [_by(key, _unflagged(judged)) for _, judged in tools]
        bench.table(
            [heading, *(f"{name}: {f}" for name, _ in tools for f in (FIGURES[0], FIGURES[3]))],
            (
                [name, *(figures(half.get(name, []))[i] for half in halves for i in (0, 3))]
                for name in halves[0]
            ),
        )
    wrong = [j for j in _unflagged(mine) if not j.right]
    bench.listing(
        "Wrong of ours, unflagged",
        ["expected", "said", "reason", "gold", "candidate", "group"],
        (
            (
                "equal" if j.row["expected"] else "different",
                *(j.outcome, j.reason, f"`{j.row['gold']}`", f"`{j.row['pred']}`", group(j.row)),
            )
            for j in wrong
        ),
    )


def _unflagged(judged: Iterable[Judged]) -> list[Judged]:
    return [j for j in judged if not j.row.get("flag")]


def _by(key: Callable[[Row], str], judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[key(one.row)].append(one)
    return dict(sorted(groups.items()))
