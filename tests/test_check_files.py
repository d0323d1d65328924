"""`factory check` and `factory check-steps` on files of anybody's rows, as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

PAIRS = [
    {"id": 1, "gold": "1/2", "said": "0.5", "deep": {"a": [1.50]}},
    {"id": 2, "gold": r"\sqrt{8}", "said": r"2\sqrt{2}"},
    {"id": 3, "gold": "7", "said": "8"},
    {"id": 4, "gold": "7", "said": None},
    {"id": 5, "gold": "x", "said": "9^{9^{9^9}}"},
    {"id": 6, "gold": 3, "said": 3.0},
]


def factory(*arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "factory", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def jsonl(path: Path, rows: list[dict]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_row_is_kept_in_order_with_a_verdict_beside_it(tmp_path):
    source, out = jsonl(tmp_path / "a.jsonl", PAIRS), tmp_path / "b.jsonl"
    done = factory("check", source, "--gold", "gold", "--candidate", "said", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    new = rows_of(out)
    assert [{name: row[name] for name in old} for old, row in zip(PAIRS, new, strict=True)] == PAIRS
    assert [row["outcome"] for row in new] == [
        "equal", "equal", "different", "undecided", "undecided", "equal"
    ]  # fmt: skip
    assert new[3]["reason"] == "no_candidate"
    assert all(row["reason"] and row["method"] for row in new)


def test_the_summary_counts_everything_and_lists_the_undecided(tmp_path):
    source = jsonl(tmp_path / "a.jsonl", PAIRS)
    said = factory("check", source, "--gold", "gold", "--candidate", "said", "--list", 1).stdout
    assert said.startswith("6 pairs\n")
    assert "equal               3   50.0%" in said
    assert "undecided           2   33.3%" in said
    assert "a.jsonl: line 4: no_candidate" in said
    assert "and 1 more" in said


def test_answers_are_taken_out_of_solutions_and_the_rule_is_kept(tmp_path):
    rows = [
        {"answer": "Half of 36 is 18.\n#### 18", "text": r"So it is $\boxed{18}$."},
        {"answer": "5", "text": "The answer is 6."},
        {"answer": "5", "text": "I do not know."},
    ]
    source, out = jsonl(tmp_path / "a.jsonl", rows), tmp_path / "b.jsonl"
    factory("check", source, "--gold", "answer", "--candidate", "text", "--extract", "--out", out)
    new = rows_of(out)
    assert [row["outcome"] for row in new] == ["equal", "different", "undecided"]
    assert [(row["extracted"], row["rule"]) for row in new[:2]] == [
        ("18", "boxed"),
        ("6", "answer_is"),
    ]
    assert new[2]["reason"] == "no_answer_found"


def test_a_policy_is_said_on_the_command_line(tmp_path):
    source, out = jsonl(tmp_path / "a.jsonl", [{"g": "25%", "c": "1/4"}]), tmp_path / "b.jsonl"
    given = ("check", source, "--gold", "g", "--candidate", "c", "--out", out)
    assert factory(*given).returncode == 0
    assert rows_of(out)[0]["outcome"] == "undecided"
    assert factory(*given, "--policy", "percent=fraction").returncode == 0
    assert rows_of(out)[0]["outcome"] == "equal"
    wrong = factory(*given, "--policy", "percent=some")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "percent" in wrong.stderr and "fraction" in wrong.stderr
    assert "order" in factory(*given, "--policy", "ordr=kept").stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"gold": "1"}\n', "no column called 'said'"),
        ('{"gold": "1", "said": "2"}\n{broken\n', "line 2: broken JSON"),
        ("", "no rows in it"),
    ],
)
def test_bad_input_is_one_sentence_and_leaves_no_copy(tmp_path, text, said):
    source, out = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    source.write_text(text)
    done = factory("check", source, "--gold", "gold", "--candidate", "said", "--out", out)
    assert done.returncode == 2
    assert said in done.stderr and done.stderr.count("\n") == 1
    assert not out.exists()


STEPS = [
    {
        "source": "ours",
        "question": "Ann has 3 boxes of 4 pens and loses 2. How many are left?",
        "solution": "3*4=<<3*4=12>>12 pens\n12-2=<<12-2=11>>11 pens\n#### 11",
        "reference": "3*4=<<3*4=12>>12\n12-2=<<12-2=10>>10\n#### 10",
        "first_error": 99,
    },
    {
        "source": "theirs",
        "question": "Ann has 3 boxes of 4 pens and loses 2. How many are left?",
        "solution": ["She has 3+4=7 pens.", "7-2=5 are left.", "A: 5"],
        "reference": "3*4=<<3*4=12>>12\n12-2=<<12-2=10>>10\n#### 10",
    },
    {
        "source": "theirs",
        "question": "Ann has 3 boxes of 4 pens and loses 2. How many are left?",
        "solution": ["She has 3*4=12 pens.", "12-2=10 are left.", "A: 10"],
        "reference": "3*4=<<3*4=12>>12\n12-2=<<12-2=10>>10\n#### 10",
    },
    {"source": "theirs", "question": "?", "solution": None, "reference": None},
]


def test_the_first_wrong_step_is_named_with_its_evidence(tmp_path):
    source, out = jsonl(tmp_path / "a.jsonl", STEPS), tmp_path / "b.jsonl"
    columns = ("--question", "question", "--solution", "solution", "--reference", "reference")
    done = factory("check-steps", source, *columns, "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    new = rows_of(out)
    assert [row["first_error"] for row in new] == [1, 0, -1, None]
    assert new[0]["first_error_given"] == 99
    assert new[0]["step_verdicts"][:2] == ["supported", "contradicted"]
    assert "12-2" in new[0]["evidence"][1].replace(" ", "")
    assert [len(row["evidence"]) for row in new[:3]] == [
        len(row["step_verdicts"]) for row in new[:3]
    ]
    assert "4 solutions, 1 without a question or a solution" in done.stdout
    assert "a wrong step in 2 of them (found by" in done.stdout
    assert "source theirs: 3 solutions" in done.stdout
    assert "the file's own column 'first_error' is 'first_error_given' in the copy" in done.stdout


def test_without_a_reference_arithmetic_alone_speaks(tmp_path):
    source, out = jsonl(tmp_path / "a.jsonl", STEPS), tmp_path / "b.jsonl"
    factory("check-steps", source, "--question", "question", "--solution", "solution", "--out", out)
    assert [row["first_error"] for row in rows_of(out)] == [1, -1, -1, None]


def test_other_right_solutions_take_the_place_of_a_reference(tmp_path):
    rows = [{**STEPS[1], "others": [STEPS[2]["solution"], "3*4=12\n12-2=10\n#### 10"]}]
    source, out = jsonl(tmp_path / "a.jsonl", rows), tmp_path / "b.jsonl"
    columns = ("--question", "question", "--solution", "solution", "--siblings", "others")
    factory("check-steps", source, *columns, "--out", out)
    assert rows_of(out)[0]["first_error"] == 0


def test_lists_of_steps_come_from_parquet_too(tmp_path):
    rows = [row for row in STEPS if isinstance(row["solution"], list)]
    source, out = tmp_path / "a.parquet", tmp_path / "b.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), source)
    columns = ("--question", "question", "--solution", "solution", "--reference", "reference")
    done = factory("check-steps", source, *columns, "--out", out)
    assert done.returncode == 0
    assert parquet.read_table(out).column("first_error").to_pylist() == [0, -1]
