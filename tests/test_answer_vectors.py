"""Our own pairs of answers, `answers.jsonl`: what they promise of `extract` and `compare`.

Each row: `gold`, `pred`, `expected` (equal or not), `kind` (`answer`: both isolated; `latexenv`:
LaTeX in its delimiters; `extract`: running text), `class`, and `flag` where the verdict is a
matter of policy or of taste; flagged rows promise nothing but a verdict.
"""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from factory.check import Verdict, compare, extract

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parent / "answers.jsonl").read_text(encoding="utf-8").splitlines()
]
CORE = [row for row in ROWS if "flag" not in row]
RIGHT = 0.97


def isolated(row: dict[str, object]) -> tuple[str, str]:
    gold, candidate = str(row["gold"]), str(row["pred"])
    if row["kind"] == "answer":
        return gold, candidate
    found = extract(candidate)
    return gold, found.answer if found else ""


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return [compare(*isolated(row)) for row in CORE]


def test_no_different_pair_is_called_equal(verdicts):
    called = [
        (row["gold"], row["pred"], verdict.reason)
        for row, verdict in zip(CORE, verdicts, strict=True)
        if verdict.outcome == "equal" and not row["expected"]
    ]
    assert not called


def test_nearly_every_pair_is_right(verdicts):
    wrong = defaultdict(list)
    for row, verdict in zip(CORE, verdicts, strict=True):
        if (verdict.outcome == "equal") != row["expected"]:
            wrong[row["class"]].append((row["gold"], row["pred"], *verdict[:2]))
    missed = sum(map(len, wrong.values()))
    sizes = Counter(row["class"] for row in CORE)
    listed = "\n".join(
        f"{name}: {len(rows)} of {sizes[name]}: " + "; ".join(map(str, rows))
        for name, rows in sorted(wrong.items())
    )
    assert 1 - missed / len(CORE) >= RIGHT, listed


def test_no_equal_pair_is_called_different(verdicts):
    called = [
        (row["gold"], row["pred"], verdict.reason)
        for row, verdict in zip(CORE, verdicts, strict=True)
        if verdict.outcome == "different" and row["expected"]
    ]
    assert len(called) <= 0.01 * len(CORE), called


def test_the_order_of_the_two_answers_does_not_matter(verdicts):
    turned = [
        (row["gold"], row["pred"])
        for row, verdict in zip(CORE, verdicts, strict=True)
        if compare(*reversed(isolated(row))).outcome != verdict.outcome
    ]
    assert not turned


def test_every_answer_equals_itself():
    golds = {str(row["gold"]) for row in ROWS}
    assert [gold for gold in sorted(golds) if compare(gold, gold).outcome != "equal"] == []


def test_flagged_rows_get_a_verdict():
    flagged = [row for row in ROWS if "flag" in row]
    outcomes = {compare(*isolated(row)).outcome for row in flagged}
    assert outcomes <= {"equal", "different", "undecided"}


def test_the_rows_are_many_mixed_and_said_once():
    keys = Counter((row["gold"], row["pred"], row["kind"]) for row in ROWS)
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(CORE) >= 1_000
    assert sum(not row["expected"] for row in CORE) / len(CORE) >= 0.3
    assert {row["kind"] for row in ROWS} == {"answer", "latexenv", "extract"}
    sizes = Counter(row["class"] for row in ROWS)
    assert [name for name, count in sizes.items() if count < 8] == []
