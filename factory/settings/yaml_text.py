"""Read YAML as people mean it, or say at which line it cannot be read.

Nothing is guessed: `no` is a text, `1:30` and dates are texts, `1e-3` is a number. A key that
stands there twice is an error, since one of the two would be lost. Anchors are not read.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from factory.errors import UserError
from factory.suggest import instead

LARGEST = 1_000_000
"""Bytes; a larger file is something else."""


class _Loader(yaml.SafeLoader):
    """Plain values alone: null, true, false, whole and decimal numbers, texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.tag is not None:
            problem = "aliases and tags are not read; write the value out, in quotes for a text"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: dict[str, int] = {}
        for key, _ in node.value:
            name, line = key.value, key.start_mark.line + 1
            problem = ""
            if key.tag != "tag:yaml.org,2002:str":
                problem = "a setting's name must be a text; put it in quotes"
            elif name in seen:
                problem = f"'{name}' stands here twice (first at line {seen[name]}); keep one"
            if problem:
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen[name] = line
        return super().construct_mapping(node, deep)


class _Dumper(yaml.SafeDumper):
    """Quotes every text that `_Loader` would take for something else."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


def _plain_float(loader: _Loader, node: Any) -> float:
    return float(loader.construct_scalar(node))


for _tag, _form, _first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,30})", list("-+0123456789")),
    (
        "float",
        r"[-+]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30}|[0-9]{1,30}(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?",
        list("-+.0123456789"),
    ),
):
    for _kind in (_Loader, _Dumper):
        _kind.add_implicit_resolver(
            f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_form})$"), _first
        )
_Loader.add_constructor("tag:yaml.org,2002:float", _plain_float)


def write_yaml(value: Any) -> str:
    """The value as text that `parse_yaml` reads back as the same value."""
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return text


def parse_yaml(text: str, where: str) -> Any:
    """The value that is written; `where` names the place in errors.

    Raises:
        UserError: with line and column, where it is no YAML.
    """
    try:
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "cannot be read"
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise UserError(f"{where}: {place}{problem}") from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        shown = error.character if isinstance(error.character, int) else ord(error.character)
        raise UserError(
            f"{where}: line {line}, column {column}: the character U+{shown:04X} cannot stand here"
        ) from None
    except (RecursionError, ValueError) as error:
        word = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise UserError(f"{where}: {word}") from None


def read_yaml(path: Path) -> dict[str, Any]:
    """The settings in a file.

    Raises:
        UserError: it is not there, is no text, is no YAML, or holds something else.
    """
    if path.is_dir():
        raise UserError(f"{path}: this is a folder; name a recipe in it")
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        near = [p.name for p in path.parent.glob("*.yaml")] if path.parent.is_dir() else []
        raise UserError(f"{path}: no such file{instead(path.name, near)}") from None
    except (OSError, ValueError) as error:
        raise UserError(f"{path}: cannot be read: {error}") from None
    if len(raw) > LARGEST:
        raise UserError(f"{path}: larger than {LARGEST:,} bytes; this is no recipe")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UserError(f"{path}: line {line}: not UTF-8; save the file as UTF-8") from None
    value = parse_yaml(text, str(path))
    if value is None:
        raise UserError(f"{path}: nothing is written here; see recipes/tiny.yaml for a start")
    if not isinstance(value, dict):
        raise UserError(f"{path}: a recipe is settings, as `seed: 7`, not {type(value).__name__}")
    return value
