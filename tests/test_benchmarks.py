"""The benchmark scripts run; what they measure is nobody's business here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLACE = Path(__file__).resolve().parent / "benchmarks"


@pytest.mark.parametrize(
    ("script", "arguments", "said"),
    [
        ("engine.py", ["--calls", "400"], "| 512 | "),
        ("kill.py", ["--points", "1", "--seeds", "6"], "paid twice at worst: "),
        ("gsm8k.py", ["SAMPLE"], "no call, the same digest"),
        ("fuzz.py", ["--minutes", "0.1", "--calls", "200", "SAMPLE"], "| symbolic | "),
        ("models.py", ["--limit", "40"], "requests/s, 40 replies committed"),
        ("dedup.py", ["--rows", "2000"], "measured by other code: 0 below the threshold"),
    ],
)
def test_a_benchmark_runs_and_prints_its_table(script, arguments, said, tmp_path):
    sample = PLACE.parent.parent / "factory" / "symbolic" / "sample.jsonl"
    few = tmp_path / "few.jsonl"
    few.write_text("".join(sample.read_text().splitlines(keepends=True)[:20]), encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            str(PLACE / script),
            *(str(few) if a == "SAMPLE" else a for a in arguments),
        ],
        capture_output=True,
        text=True,
        env=os.environ,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
