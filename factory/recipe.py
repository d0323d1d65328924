"""A recipe file becomes a typed `Recipe`, or one error that names every mistake in it.

Promises: what is not known is refused with the nearest name that is; nothing is converted or
filled in from the environment; a key is never read, kept or printed. Does not promise that a
model answers, or that a file of seeds can be read: the run finds that out.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factory.errors import UserError
from factory.settings import Recipe
from factory.settings.forms import plain
from factory.settings.mistakes import Place, Problem, check
from factory.settings.stages import OPERATORS, Round
from factory.settings.yaml_text import parse_yaml, read_yaml, write_yaml

__all__ = [
    "OPERATORS",
    "Recipe",
    "Round",
    "differences",
    "load_recipe",
    "recipe_schema",
    "to_yaml",
]


def load_recipe(
    path: str | Path,
    overrides: Sequence[str] = (),
    *,
    seeds: str | None = None,
    name: str | None = None,
) -> Recipe:
    """Read a recipe.

    Args:
        path: the recipe file; relative paths in it start at its folder.
        overrides: settings as `solve.samples=8`, with YAML after the `=`; relative paths in them
            start at the working directory.
        seeds: a file that takes the place of the seeds section, and is taken whole.
        name: takes the place of the name.

    Raises:
        UserError: naming every mistake, a line each.
    """
    path = Path(path)
    data = read_yaml(path)
    data.setdefault("name", path.stem)
    _fix_paths(data, path.parent)
    by_hand: dict[Place, str] = {}
    if seeds is not None:
        data["seeds"] = {"path": seeds}
        by_hand["seeds",] = "--seeds"
    if name is not None:
        data["name"] = name
        by_hand["name",] = "--name"
    for override in overrides:
        place = _put(data, override)
        by_hand[place] = f"--set {shown(place)}"
    _fix_paths(data, Path.cwd())
    recipe, problems = check(data)
    if recipe is None:
        lines = (_line(problem, str(path), by_hand) for problem in problems)
        raise UserError("\n".join(dict.fromkeys(lines)))
    return recipe


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """What changed between two identities, as `solve.samples: 4 -> 8`."""
    before, after = dict(_leaves(old)), dict(_leaves(new))
    hashed = ("seeds", "sha256")
    if hashed not in before or hashed not in after:
        # The seeds were stored; that their file is gone since is no change.
        before.pop(hashed, None)
        after.pop(hashed, None)
    return [
        f"{shown(place)}: {_brief(before, place)} -> {_brief(after, place)}"
        for place in dict.fromkeys((*before, *after))
        if (place in before, before.get(place)) != (place in after, after.get(place))
    ]


def to_yaml(recipe: Recipe) -> str:
    """The recipe with every setting written out; it reads back as the same recipe."""
    head = f"# Every setting of the recipe `{recipe.name}`, with the defaults written out."
    return f"{head}\n{write_yaml(plain(recipe))}"


def recipe_schema() -> dict[str, Any]:
    """The JSON Schema of a recipe file, for editors and for `schemas/recipe.schema.json`."""
    schema = Recipe.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def shown(place: Place) -> str:
    """A place as people write it: `evolve.rounds[1]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


def _line(problem: Problem, path: str, by_hand: Mapping[Place, str]) -> str:
    source = path
    for given, label in by_hand.items():
        short = min(len(given), len(problem.place))
        covers = short == len(given) or problem.unknown
        if covers and given[:short] == problem.place[:short]:
            source = label
    place = shown(problem.place[:-1] if problem.unknown else problem.place)
    return f"{source}: {place}: {problem.text}" if place else f"{source}: {problem.text}"


def _leaves(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    if isinstance(value, Mapping) and value:
        for name, inner in value.items():
            yield from _leaves(inner, (*place, name))
    elif isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        for n, inner in enumerate(value):
            yield from _leaves(inner, (*place, n))
    else:
        yield place, value


def _brief(leaves: Mapping[Place, Any], place: Place) -> str:
    if place not in leaves or leaves[place] is None:
        return "none"
    value = leaves[place]
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}..."


_PATH = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+|\[[0-9]{1,4}\])*")
_STEP = re.compile(r"[\w-]+")


def _put(data: dict[str, Any], override: str) -> Place:
    """Set one setting by hand; returns its place.

    Raises:
        UserError: the override cannot be read, or leads through something without settings.
    """
    dotted, equals, text = override.partition("=")
    dotted = dotted.strip()
    if not equals or not _PATH.fullmatch(dotted):
        seen = f", not `{dotted[:60]}`" if not equals else ""
        raise UserError(f"--set: write a setting and a value, as solve.samples=8{seen}")
    steps = _STEP.findall(dotted)
    value = parse_yaml(text, f"--set {dotted}")
    inside: Any = data
    place: Place = ()
    for depth, step in enumerate(steps, 1):
        if isinstance(inside, list):
            if not step.isdecimal() or int(step) >= len(inside):
                raise UserError(
                    f"--set {dotted}: {shown(place)} has {len(inside)} entries, counted from 0; "
                    "change one of those, or set the whole list"
                )
            key: str | int = int(step)
        elif isinstance(inside, dict):
            key = step
        else:
            raise UserError(
                f"--set {dotted}: {shown(place)} is a value here; set it, nothing below it"
            )
        place = (*place, key)
        if depth == len(steps):
            inside[key] = value
        elif isinstance(inside, dict) and inside.get(step) is None:
            inside[key] = {}
        inside = inside[key]
    return place


def _fix_paths(data: dict[str, Any], start: Path) -> None:
    """Let relative paths start at a folder; absolute ones stay."""
    sections = [(data.get("seeds"), "path")]
    sections += [(data.get(one), "prompt") for one in ("evolve", "solve", "rate", "rank", "grade")]
    admit = data.get("admit")
    against = admit.get("against") if isinstance(admit, dict) else None
    sections += [(one, "path") for one in against] if isinstance(against, list) else []
    models = data.get("models")
    sections += [(model, "python") for model in models.values()] if isinstance(models, dict) else []
    for section, name in sections:
        if not isinstance(section, dict):
            continue
        path = section.get(name)
        # A Python without a slash is a command to be looked up.
        if isinstance(path, str) and path and (name != "python" or "/" in path):
            section[name] = str((start / _home(path)).absolute())


def _home(path: str) -> str:
    try:
        return str(Path(path).expanduser())
    except RuntimeError:
        return path


if __name__ == "__main__":  # python -m factory.recipe > schemas/recipe.schema.json
    print(json.dumps(recipe_schema(), indent=2, ensure_ascii=False))
