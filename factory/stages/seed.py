"""Seeds: the problems that a run starts from, read once and stored.

Promises: the order is the source's; a row that cannot be taken stops the reading with its file
and line, so no seed goes missing unseen; ids depend on the texts alone. A Hub that cannot be
reached is never waited for longer than the deadline, and what was taken instead is said.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import chain, islice
from pathlib import Path
from typing import Any

from factory.errors import UserError
from factory.records import Instruction, Seed, digest
from factory.settings.forms import plain, sha256_of
from factory.settings.sources import Columns, FileSeeds, Format, HubSeeds, SampleSeeds
from factory.stages import hub
from factory.stages.seed_files import open_table
from factory.stages.seed_formats import Content, reader_of

SAMPLE_LICENCE = "Apache-2.0"


@dataclass(frozen=True, slots=True)
class SeedSource:
    """Where seeds come from."""

    seeds: Iterator[Seed]
    """Read while they are taken; a bad row raises UserError then."""
    note: str
    """One line for people: what is taken, and why if it is not what was asked for."""
    origin: dict[str, Any]
    """What was asked for and what was used, file by file, for the run and the dataset's card."""


def read_seeds(
    section: HubSeeds | FileSeeds | SampleSeeds,
    recipe_dir: Path | None = None,
    *,
    wave: int,
    deadline: float = 5.0,
) -> SeedSource:
    """Open the source that a recipe names.

    Args:
        section: the recipe's seeds.
        recipe_dir: where a relative path starts; `load_recipe` leaves none.
        wave: seeds in a wave.
        deadline: seconds that everything about the Hub may take.

    Raises:
        UserError: it is not there, or its rows cannot be read.
    """
    asked = plain(section)
    if isinstance(section, SampleSeeds):
        format: Format = "gsm8k" if section.sample is True else section.sample
        return _sample(asked, section.limit, wave, format)
    if isinstance(section, FileSeeds):
        path = (recipe_dir or Path()) / section.path
        asked["path"] = path.name
        taken = _Taken([path], path.name, section.format, section.columns, section.limit)
        return taken.source(wave, asked, path.name, {"used": "file", "licence": None})
    try:
        files = hub.bring(section, deadline)
    except hub.Unreachable as reason:
        if section.otherwise is None:
            raise UserError(
                f"seeds.hub: {section.hub} could not be had: {reason}. Fetch it once with "
                f"`{hub.by_hand(section)}`, or write `otherwise: sample`"
            ) from None
        return _sample(asked, section.limit, wave, because=f"{section.hub}: {reason}")
    name = f"{section.hub} {section.config or 'default'}/{section.split}"
    used = {
        "used": "hub",
        "revision": section.revision,
        "licence": hub.licence(section),
    }
    taken = _Taken(files, name, section.format, section.columns, section.limit)
    return taken.source(wave, asked, f"{name} at {section.revision[:7]}", used)


SAMPLES: dict[Format, str] = {"gsm8k": "sample.jsonl", "math": "sample_math.jsonl"}
"""The packaged samples, by the format of their rows."""


def _sample(
    asked: dict[str, Any],
    limit: int | None,
    wave: int,
    format: Format = "gsm8k",
    because: str | None = None,
) -> SeedSource:
    path = Path(str(resources.files("factory.symbolic").joinpath(SAMPLES[format])))
    taken = _Taken([path], "sample", format, None, limit)
    with path.open("rb") as file:
        count = sum(1 for line in file if line.strip())
    name = f"the packaged sample of {count} problems" + (f" ({because})" if because else "")
    used = {"used": "sample", "licence": SAMPLE_LICENCE, "because": because}
    return taken.source(wave, asked, name, used)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Files that are read one after the other."""

    files: list[Path]
    name: str
    format: Format
    columns: Columns | None
    limit: int | None

    def source(
        self, wave: int, asked: dict[str, Any], called: str, used: dict[str, Any]
    ) -> SeedSource:
        """The seeds in these files; the first row is looked at now, so that a mistake shows."""
        tables = [open_table(path) for path in self.files]
        readers = [reader_of(table, self.format, self.columns) for table in tables]
        contents = (
            reader.read(row)
            for table, reader in zip(tables, readers, strict=True)
            for row in table.read(reader.wanted)
        )
        first = next(contents)
        seeds = numbered(islice(chain([first], contents), self.limit), wave, self.name)
        files = [
            {"name": path.name, "bytes": path.stat().st_size, "sha256": sha256_of(path)}
            for path in self.files
        ]
        part = f"the first {self.limit:,} rows of " if self.limit else ""
        origin = {"asked": asked, **used, "format": readers[0].format, "files": files}
        return SeedSource(seeds, f"seeds: {part}{called}", origin)


def numbered(contents: Iterator[Content], wave: int, source: str) -> Iterator[Seed]:
    """Seeds with their ids: equal texts are told apart by their occurrence."""
    seen: set[int] = set()
    again: dict[int, int] = {}
    for position, content in enumerate(contents):
        # Eight bytes a text, so that a million seeds need no million texts in memory.
        text = int(digest(content.text), 16)
        if text in seen:
            again[text] = again.get(text, 0) + 1
        seen.add(text)
        name = digest("seed", content.text, again.get(text, 0))
        yield Seed(name, position, position // wave, *content, source=source)


def split_of(seed_id: str, share: float) -> str:
    """`test` for a share of the roots, by their id alone: the same in every run."""
    return "test" if int(digest("split", seed_id), 16) < share * 2**64 else "train"


def seed_truth(text: str, rationale: str | None) -> str | None:
    """What the symbolic teacher needs of a seed; None where no computation can be read from it."""
    if rationale is None or not ("<<" in rationale or "\\boxed" in rationale):
        return None
    return json.dumps({"digest": digest(text), "rationale": rationale}, ensure_ascii=False)


def instruction_of(seed: Seed, share: float) -> Instruction:
    """The round-0 instruction of a seed; `share` of the roots are for testing."""
    return Instruction(
        id=seed.id,
        root_id=seed.id,
        wave=seed.wave,
        round=0,
        direction="seed",
        operator="seed",
        variant=0,
        text=seed.text,
        reference_answer=seed.reference_answer,
        answer_source=None if seed.reference_answer is None else "reference",
        rationale=seed.rationale,
        truth=seed_truth(seed.text, seed.rationale),
        split=split_of(seed.id, share),
        model=None,
        reply_key=None,
    )
