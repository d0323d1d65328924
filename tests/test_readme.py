"""The README's commands and outputs are real. UPDATE_README=1 writes the outputs anew.

A block may leave lines out with `...`; what it shows must come in that order. Rates and seconds
are whatever the machine gives.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```\n")


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A clean folder with the recipes, as the top of a clone."""
    place = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "recipes", place / "recipes")
    return place


def run(command: str, place: Path) -> str:
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(place / "hub"), "COLUMNS": "110"}
    assert command.startswith("factory ")
    script = "from factory.cli import main; raise SystemExit(main())"
    done = subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" {command.removeprefix("factory ")}', sys.executable, script],
        cwd=place,
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def even(text: str) -> str:
    """Without what differs from machine to machine."""
    text = re.sub(r"(\s+[\d.,]+/s)+\s*$", "", text.strip())
    text = re.sub(r"(ended after) .*", r"\1", text)
    text = re.sub(r"\((openai/gsm8k): .*\)", r"(\1)", text)
    return re.sub(r"\s+", " ", text)


def shown(command: str, output: str) -> str:
    """What the README shows of an output: all of it, but for the progress of a run."""
    lines = output.rstrip("\n").splitlines()
    if command.startswith("factory run"):
        end = max(n for n, line in enumerate(lines) if line.startswith("seed "))
        lines = [lines[0], "...", *(re.sub(r"\s+[\d.,]+/s$", "", line) for line in lines[end:])]
    return "\n".join(lines) + "\n"


def test_the_commands_of_the_readme_print_what_it_shows(place):
    text = README.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) >= 3
    fresh = text
    for command, block in blocks:
        output = run(command, place)
        old = f"```console\n$ {command}\n{block}```\n"
        new = f"```console\n$ {command}\n{shown(command, output)}```\n"
        fresh = fresh.replace(old, new)
        if os.environ.get("UPDATE_README"):
            continue
        said = iter(even(line) for line in output.splitlines())
        for line in block.splitlines():
            if line.strip() not in ("", "..."):
                assert even(line) in said, f"{command}: the README shows, out of place: {line}"
    if os.environ.get("UPDATE_README"):
        README.write_text(fresh, encoding="utf-8")


def test_every_stage_and_every_command_is_in_the_readme():
    from factory.cli import COMMANDS
    from factory.records import STAGES

    text = README.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"factory {command}" in text, command
    for stage in STAGES:
        assert stage in text, stage


def test_the_python_of_the_readme_holds():
    text = README.read_text(encoding="utf-8")
    (block,) = [code for code in re.findall(r"```python\n(.*?)```", text, re.S) if "check" in code]
    names: dict[str, object] = {}
    for line in block.splitlines():
        code, _, said = line.partition("  # ")
        if said:
            value = eval(code, names)  # the README's own lines
            assert str(said).startswith(repr(value)), line
        else:
            exec(line, names)
