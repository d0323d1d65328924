"""What the tests share: a recipe on the fake model, a run in this process or in another."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from fakes import NAMES, THINGS

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared data is not beside this checkout")
    return SHARED


def recipe_text(seeds: Path, *, provider: str = "fakes:RandomModel", **changes) -> str:
    """A recipe with every stage on, on the fake model."""
    options = changes.pop("options", {})
    model = {
        "provider": provider,
        "options": options,
        "in_flight": changes.pop("in_flight", 32),
        "retries": changes.pop("retries", 2),
    }
    recipe = {
        "name": "fake",
        "wave": changes.pop("wave", 40),
        "seeds": {"path": str(seeds)},
        "models": {"m": model},
        "evolve": {"model": "m", "tries": 2, "rounds": changes.pop("rounds", DEFAULT_ROUNDS)},
        "solve": {"model": "m", "samples": 4},
        "rate": {"judges": ["m"]},
        "rank": {"judges": ["m"]},
        "grade": {"judges": ["m"], "right": 1, "wrong": 1},
        "select": {"rules": ["verified", "integrity >= 3"]},
        "screen": {"too_easy": "keep"},
        "engine": {"workers": 1},
        **changes,
    }
    return yaml.safe_dump(recipe)


DEFAULT_ROUNDS = [
    {"direction": "downward", "from": "seed"},
    {"direction": "upward", "from": "seed"},
    {"direction": "upward", "from": "previous", "variants": 2},
]


def write_seeds(path: Path, count: int) -> Path:
    """Seeds of the test's own: `count` different problems with reference answers."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            name, thing = NAMES[n % len(NAMES)], THINGS[n // len(NAMES) % len(THINGS)]
            text = (
                f"{name} has {n + 3} boxes with {n % 7 + 2} {thing} each. "
                f"How many {thing} does {name} have?"
            )
            answer = (n + 3) * (n % 7 + 2)
            file.write(json.dumps({"question": text, "answer": f"#### {answer}"}) + "\n")
    return path


def exported(folder: Path) -> str:
    """One digest over every exported dataset file, by name and bytes."""
    total = hashlib.sha256()
    files = sorted((folder / "datasets").rglob("*.parquet"))
    assert files
    for file in files:
        total.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def run_apart(recipe: Path, outputs: Path, *more: str, env: dict | None = None, code: str = ""):
    """`factory run` in another process, with the fakes on its path; `code` runs first in it."""
    command = [
        sys.executable,
        "-c",
        f"{code}\nfrom factory.cli import main\nraise SystemExit(main())",
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "tests"), str(ROOT)]),
        **(env or {}),
    }
    return subprocess.Popen(
        [*command, "run", str(recipe), "--outputs", str(outputs), *more],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
