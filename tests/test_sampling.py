"""`factory sample`: problems of the grammar as files, the same wherever they are drawn."""

import json
import subprocess
import sys
from fractions import Fraction
from importlib import resources
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from factory.check import compare
from factory.cli import main
from factory.sampling import rows
from factory.symbolic.grammar import FAMILIES, mathematics, read


def sampled(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["sample", *arguments])
    shown = capsys.readouterr()
    return code, shown.out + shown.err


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_sample_is_the_same_under_any_hash_seed_and_reads_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    assert sampled(capsys, "-n", "60", "--seed", "4", "--out", str(one))[0] == 0
    command = [sys.executable, "-m", "factory", "sample", "-n", "60", "--seed", "4"]
    subprocess.run(
        [*command, "--out", str(other)], check=True, env={"PYTHONHASHSEED": "9"}, timeout=120
    )
    assert one.read_bytes() == other.read_bytes()
    for row in lines(one):
        assert [reading.graph for reading in read(str(row["question"]))] == [row["graph"]]
        answer = str(row["answer"]).rpartition("#### ")[2]
        graph = row["graph"]
        assert isinstance(graph, dict)
        assert Fraction(graph["quantities"][graph["target"]]["value"]) == Fraction(answer)


@pytest.mark.parametrize(("style", "name"), [("gsm8k", "sample"), ("math", "sample_math")])
def test_a_packaged_sample_is_what_its_command_writes(
    style: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sample.jsonl"
    chosen = ["-n", "400", "--seed", "2026", "--style", style, "--no-graphs"]
    assert sampled(capsys, *chosen, "--out", str(path))[0] == 0
    packaged = resources.files("factory.symbolic").joinpath(f"{name}.jsonl").read_bytes()
    assert path.read_bytes() == packaged


def test_families_are_those_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "some.jsonl"
    code, said = sampled(capsys, "-n", "30", "--families", "ages,mixed_drink", "--out", str(path))
    assert (code, {row["family"] for row in lines(path)}) == (0, {"ages", "mixed_drink"})
    assert "30 problems of 2 families" in said


def test_math_rows_have_the_shape_of_math_and_their_answer_in_a_box() -> None:
    for row in rows(40, 3, "math", []):
        assert list(row)[:5] == ["problem", "solution", "answer", "type", "level"]
        boxed = f"\\boxed{{{row['answer']}}}"
        assert boxed in row["solution"]
        assert compare(row["answer"], boxed).outcome == "equal"
        assert row["family"] in mathematics.FAMILIES


def test_parquet_holds_the_same_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "some.parquet"
    assert sampled(capsys, "-n", "25", "--out", str(path))[0] == 0
    table = pq.read_table(path).to_pylist()
    drawn = list(rows(25, 1, "gsm8k", []))
    assert [row["question"] for row in table] == [row["question"] for row in drawn]
    assert [json.loads(row["graph"]) for row in table] == [row["graph"] for row in drawn]


def test_every_family_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = sampled(capsys, "--list")
    assert code == 0
    assert {*FAMILIES, *mathematics.FAMILIES} <= {line.strip() for line in said.splitlines()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-n", "5"], "--out is missing"),
        (["--out", "some.csv"], "ends in .jsonl or .parquet"),
        (["--out", "nowhere/some.jsonl"], "no file can be written there"),
        (["--families", "agess", "--out", "some.jsonl"], "did you mean 'ages'"),
        (["--style", "math", "--families", "ages", "--out", "some.jsonl"], "no family called"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, shown = sampled(capsys, *arguments)
    assert code == 2 and said in shown
    assert list(tmp_path.iterdir()) == []
