"""The dataset card: what went in, how it was made, what became of it, in numbers of the run.

A Hugging Face dataset card (`README.md` of the run's folder). Deterministic given the run and its
exports: no clock, no latency, no path of this machine. What is not known is said to be unknown.
No problem or solution text stands in it, and every other foreign text is escaped.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import yaml

from factory.export import card_facts as facts
from factory.export import card_tables as tables
from factory.export.datasets import LATEST_RUN, reader_at, reader_of
from factory.export.files import put_in_place, read_manifest
from factory.export.markdown import table, text
from factory.export.windows import Read, rows

if TYPE_CHECKING:
    import duckdb

TEACHER = "symbolic"
"""How the identity of the symbolic teacher begins."""

LICENCES = frozenset(
    {"apache-2.0", "mit", "openrail", "bsd", "bsd-2-clause", "bsd-3-clause", "cc0-1.0"}
    | {"cc-by-2.0", "cc-by-3.0", "cc-by-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc-by-nc-4.0"}
    | {"cc-by-nd-4.0", "cc-by-nc-sa-4.0", "cc-by-nc-nd-4.0", "gpl-3.0", "odbl", "odc-by", "pddl"}
)
"""Names that the Hub takes in `license`; another one is told in the text alone."""


def write_card(connection: "duckdb.DuckDBPyConnection", folder: Path) -> Path:
    """Write `folder/README.md` from an open run and the exports in its folder.

    Raises:
        UserError: nothing is exported yet.
    """
    return _write(reader_of(connection), folder)


def refresh_card(folder: Path) -> Path:
    """Write the card of the run in `folder`, stopped or live; see `write_card`."""
    return _write(reader_at(folder), folder)


def card(read: Read, folder: Path) -> str:
    """The text of the card."""
    manifest = read_manifest(folder)
    run = next(rows(read, LATEST_RUN), {})
    recipe = json.loads(run.get("recipe") or "{}")
    origin = json.loads(run.get("origin") or "{}")
    sections = [
        _front_matter(folder.resolve().name, manifest, origin),
        f"# {text(folder.resolve().name)}",
        _opening(read, manifest),
        "## What went in",
        _origin(read, origin),
        "## How it was made",
        _making(recipe),
        "## What became of it",
        tables.funnel(read),
        "### Yield of each operator",
        tables.operators(read),
        "## Duplicates and test sets",
        tables.duplicates(read),
        tables.contamination(read),
        "## Answers",
        tables.votes(read),
        "## Judges",
        tables.judges(read),
        "## Cost",
        tables.cost(read),
        "## Datasets",
        *tables.datasets(manifest),
        "## Known limits",
        tables.limits(read, manifest),
    ]
    return "\n\n".join(sections) + "\n"


def _write(read: Read, folder: Path) -> Path:
    path = folder / "README.md"
    part = folder / ".README.md.part"
    part.write_text(card(read, folder), encoding="utf-8")
    put_in_place(part, path)
    return path


def _front_matter(name: str, manifest: Mapping[str, Any], origin: object) -> str:
    configs = [
        {
            "config_name": dataset,
            "data_files": [
                {"split": f["split"], "path": f"datasets/{dataset}/{f['split']}-*.parquet"}
                for f in entry["files"]
            ],
        }
        for dataset, entry in manifest["datasets"].items()
        if entry["files"]
    ]
    known: dict[str, Any] = {"pretty_name": name, "language": ["en"]}
    licences = set(_licences(origin))
    # Several licences, or one that the Hub has no name for, are left to the text.
    if len(licences) == 1 and (licence := licences.pop().lower()) in LICENCES:
        known["license"] = licence
    known |= {
        "task_categories": ["text-generation"],
        "tags": ["math", "synthetic", "evol-instruct"],
    }
    if configs:
        known["configs"] = configs
    dumped = yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=1000)
    return f"---\n{dumped}---"


def _opening(read: Read, manifest: Mapping[str, Any]) -> str:
    writers = {row["model"]: row["times"] for row in rows(read, facts.WRITERS)}
    solvers = {row["model"]: row["times"] for row in rows(read, facts.SOLVERS)}
    accepted, seeds = sum(writers.values()), writers.get("seed", 0)
    lines = [
        f"Mathematical problems made from seed problems by evolution: {accepted:,} accepted "
        f"instructions, {seeds:,} of them seeds, with solutions, rankings and step labels. "
        f"Made by factory {text(manifest['factory_version'])}, "
        f"recipe {text(manifest['recipe_digest'])}."
    ]
    taught = sum(n for model, n in writers.items() if model.startswith(TEACHER))
    solved = sum(n for model, n in solvers.items() if model.startswith(TEACHER))
    if taught or solved:
        lines.append(
            f"**Symbolic teacher: {taught:,} of these {accepted:,} instructions and {solved:,} of "
            f"{sum(solvers.values()):,} solutions were written by rules, not by a language "
            "model.** Their answers are exact and their language is narrow; mistakes among their "
            "solutions were put in on purpose. They are good for trying a pipeline, and no "
            "substitute for a language model's data."
        )
    return "\n\n".join(lines)


def _origin(read: Read, origin: object) -> str:
    seeds = next(rows(read, facts.SEEDS))
    parts = [
        f"{seeds['seeds']:,} seeds: {seeds['answers']:,} with a reference answer, "
        f"{seeds['rationales']:,} with a reference solution text, {seeds['solved']:,} with "
        "solutions of their own."
    ]
    if isinstance(origin, Mapping) and (why := origin.get("because")):
        parts.append(f"**Not what was asked for was used:** {text(why)}.")
    known = [
        [text(key), text(_without_folders(value))]
        for key, value in _flat(origin)
        if value is not None
    ]
    if known:
        parts.append(table(["origin", ""], known))
    if not set(_licences(origin)):
        parts.append("The licence of the seeds is unknown; find it out before you pass this on.")
    return "\n\n".join(parts)


def _making(recipe: Mapping[str, Any]) -> str:
    parts = []
    evolve = recipe.get("evolve") or {}
    if rounds := evolve.get("rounds"):
        body = [
            [
                str(number),
                text(step.get("direction")),
                text(step.get("from")),
                ", ".join(text(name) for name in step.get("operators", ())),
                text(step.get("variants")),
            ]
            for number, step in enumerate(rounds, 1)
        ]
        parts.append(table(["round", "direction", "from", "operators", "variants"], body))
    else:
        parts.append("No round of evolution: the seeds alone.")
    if samples := (recipe.get("solve") or {}).get("samples"):
        parts.append(f"Each instruction was solved {text(samples)} times, independently.")
    models = [
        [
            text(name),
            text(config.get("provider")),
            text(_known_as(config)),
            text(config.get("temperature")),
        ]
        for name, config in sorted((recipe.get("models") or {}).items())
    ]
    if models:
        parts.append(table(["model in the recipe", "provider", "known as", "temperature"], models))
        parts.append("Identities as the replies record them stand under Cost.")
    rules = (recipe.get("select") or {}).get("rules") or []
    said = ", ".join(text(rule) for rule in rules) or "no rule, everything that was left"
    parts.append(f"Accepted is what meets: {said}.")
    return "\n\n".join(parts)


def _known_as(config: Mapping[str, Any]) -> object:
    return config.get("identity") or config.get("model") or config.get("provider")


def _flat(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """The leaves of JSON, named by their path."""
    if isinstance(value, Mapping):
        for key, inner in sorted(value.items()):
            yield from _flat(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        for place, inner in enumerate(value, 1):
            yield from _flat(inner, f"{name}.{place}" if name else str(place))
    else:
        yield name, value


def _licences(origin: object) -> Iterator[str]:
    for key, value in _flat(origin):
        if key.rpartition(".")[2] in ("licence", "license") and isinstance(value, str) and value:
            yield value


def _without_folders(value: object) -> object:
    """The name alone of an absolute path: where a file lay is nobody's business."""
    if isinstance(value, str) and PurePath(value).is_absolute():
        return PurePath(value).name
    return value
