"""Imports point down, so that the flow can be seen from the file list."""

import ast
from pathlib import Path

import pytest

FACTORY = Path(__file__).resolve().parent.parent / "factory"

ENGINE = ["factory.engine", "factory.store", "factory.start", "factory.run"]
ITEM_STAGES = ["evolve", "eliminate", "solve", "verify", "rate", "grade", "rank"]
FORBIDDEN = {
    # An item stage touches the world through its context alone.
    **{
        f"stages/{name}.py": [*ENGINE, "factory.models.", "duckdb", "random", "time"]
        for name in ITEM_STAGES
    },
    "store/*.py": ["factory.engine", "factory.line", "factory.stages", "factory.models.gate"],
    "check/**/*.py": ["factory.engine", "factory.store", "factory.stages", "factory.models"],
    "symbolic/*.py": ["factory.engine", "factory.store", "factory.stages", "duckdb"],
    "models/*.py": ["factory.engine", "factory.store", "factory.line", "factory.start"],
    "engine.py": ["factory.line", "factory.making", "factory.judging", "factory.stages."],
    "records.py": ["factory."],
    "errors.py": ["factory."],
}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "factory":
                names.update(f"factory.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_imports_point_down(pattern):
    files = list(FACTORY.glob(pattern))
    assert files
    for path in files:
        for name in imported(path):
            for forbidden in FORBIDDEN[pattern]:
                # "factory.models." is what lies below it: the package itself is a contract.
                hit = name == forbidden or name.startswith(forbidden.rstrip(".") + ".")
                assert not hit, f"{path.name} imports {name}"


def test_model_output_never_becomes_code():
    for path in FACTORY.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                builtin = isinstance(node.func, ast.Name)
                assert name not in {"sympify", "parse_expr", "parse_latex"}, path
                assert not (builtin and name in {"eval", "exec"}), path
                assert not any(k.arg == "shell" for k in node.keywords), path


def test_no_module_is_called_after_nothing():
    names = {path.stem for path in FACTORY.rglob("*.py")}
    assert not names & {"utils", "util", "base", "manager", "common", "helpers", "misc"}
