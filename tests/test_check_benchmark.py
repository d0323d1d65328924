"""The benchmark of `factory.check` runs on a few rows of our own; the figures are not the point."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent / "benchmarks" / "check.py"
QUESTION = "A pen costs $3 and a pad costs $4. What do 2 pens and a pad cost?"
RIGHT = "2 pens cost 2*3=$<<2*3=6>>6.\nWith the pad that is 6+4=$<<6+4=10>>10.\n"
WRONG = "2 pens cost 2*3=$<<2*3=6>>6.\nWith the pad that is 6+3=$<<6+3=9>>9.\n"
FILES = {
    "answers/equivalence.jsonl": [
        {"gold": "1/2", "pred": "0.5", "expected": True, "kind": "answer", "source": "ours"},
        {"gold": "3", "pred": "so \\boxed{4}", "expected": False, "kind": "extract", "source": "o"},
    ],
    "recorded/gsm8k_solutions.jsonl": [
        {
            "question": QUESTION,
            "ground_truth": RIGHT + "A: 10",
            "6b_finetuning": {"is_correct": False, "solution": WRONG + "A: 9"},
            "175b_verification": {"is_correct": True, "solution": RIGHT + "A: 10"},
        }
    ],
    "recorded/math_cot_8x.jsonl": [
        {
            "idx": 0,
            "reference_answer": "\\frac{1}{4}",
            "responses": [
                "It is \\(\\boxed{\\frac{1}{4}}\\).",
                "It is \\(\\boxed{\\frac{1}{2}}\\).",
            ],
            "extracted": ["\\frac{1}{4}", "\\frac{1}{2}"],
            "graded_correct": [True, False],
        }
    ],
    "recorded/first_error.jsonl": [
        {
            "id": str(label),
            "question": QUESTION,
            "reference_solution": RIGHT + "A: 10",
            "steps": text.splitlines(),
            "first_error": label,
            "kind": "misread",
        }
        for label, text in ((-1, RIGHT), (1, WRONG))
    ],
    "gsm8k/train.jsonl": [{"question": QUESTION, "answer": RIGHT + "#### 10"}],
    "math/test.jsonl": [
        {"solution": f"Thus it is $\\boxed{{{answer}}}$."}
        for answer in ("\\frac{1}{4}", "12", "2\\sqrt{5}", "(1,2)", "x^2+3", "-7")
    ],
}


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        capture_output=True,
        text=True,
        env=os.environ,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def data(tmp_path):
    for name, rows in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_every_section_prints_its_tables(data):
    said = run("--data", str(data), "--limit", "20", "--alone")
    assert " skipped: " not in said
    assert "| factory.check | unflagged | 100.0 % (2/2) |" in said
    assert "| factory.check | 100.0 % (2/2) |" in said
    assert "| GSM8K answers | 2 |" in said
    assert "| first_error.jsonl | with the reference | 2 |" in said


def test_a_missing_file_skips_its_section_and_says_so(tmp_path):
    said = run("--data", str(tmp_path), "--only", "own", "gold_steps", "--limit", "5")
    assert "`gold_steps` skipped: train.jsonl is not there" in said
    assert "| factory.check | unflagged |" in said
