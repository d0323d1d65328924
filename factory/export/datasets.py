"""Export: the datasets of a run, as Parquet files that trainers read without conversion.

The folder holds what this call exported and nothing of an earlier one. The split is that of the
root, so siblings never straddle; a run where they would is refused. Works on a stopped run and,
for what is accepted so far, on a live one; a live run's datasets are read one after another and
need not be of the same moment.
"""

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from factory.errors import StoreError, UserError
from factory.export.files import (
    dataset_entry,
    remove_earlier,
    split_files,
    write_manifest,
)
from factory.export.queries import (
    ORDER,
    instructions_sql,
    irm_sql,
    ppo_sql,
    prm_sql,
    sft_sql,
)
from factory.export.shapes import ALL, SHAPES, Shape
from factory.export.windows import Read, Window, refuse_broken_lineage, rows, windows

if TYPE_CHECKING:
    import duckdb

BATCH = 2_000
"""Rows that DuckDB hands over at a time."""

SECONDS = 600.0
"""A window takes well under one; this stops what would never end."""


def export_from(
    connection: "duckdb.DuckDBPyConnection",
    folder: Path,
    datasets: Sequence[str] = ALL,
    *,
    recipe_digest: str,
    factory_version: str,
    sft_per_instruction: int = 1,
) -> list[Path]:
    """Write datasets from an open run into `folder/datasets`; the run itself uses this.

    Returns the files written, the manifest last. Reads only, one query at a time on the given
    connection, so it may run inside a transaction and sees what that has written.

    Raises:
        UserError: there is no dataset of a given name.
        StoreError: a file cannot be written, or the lineage of the rows is broken.
    """
    return export(
        reader_of(connection),
        folder,
        datasets,
        recipe_digest=recipe_digest,
        factory_version=factory_version,
        sft_per_instruction=sft_per_instruction,
    )


def export_run(folder: Path, datasets: Sequence[str] = ALL) -> list[Path]:
    """Write datasets of the run in `folder`, stopped or live, into `folder/datasets`.

    Raises:
        UserError: there is no run, or no dataset of a given name.
        StoreError: a file cannot be written, or the lineage of the rows is broken.
    """
    read = reader_at(folder)
    run = next(rows(read, LATEST_RUN), None)
    if run is None:
        raise UserError(f"{folder}: nothing was run here yet. Start with `factory run`.")
    settings = json.loads(run["recipe"] or "{}").get("export") or {}
    return export(
        read,
        folder,
        datasets,
        recipe_digest=run["recipe_digest"],
        factory_version=run["factory_version"],
        sft_per_instruction=settings.get("sft_per_instruction", 1),
    )


LATEST_RUN = """
    select recipe, recipe_digest, factory_version, origin from runs order by id desc limit 1"""


def reader_of(connection: "duckdb.DuckDBPyConnection") -> Read:
    """Reads through an open connection, batch by batch."""

    def read(query: str) -> Iterator[pa.RecordBatch]:
        batches = iter(connection.sql(query).to_arrow_reader(BATCH))
        while True:
            try:
                batch = next(batches, None)
            # Arrow hands on what DuckDB raises while it streams as an OSError or one of its own.
            except (OSError, pa.ArrowException) as error:
                raise StoreError(f"the run cannot be read ({error})") from error
            if batch is None:
                return
            yield batch

    return read


def reader_at(folder: Path) -> Read:
    """Reads a run by its folder: opens the file, or asks the process that has it open."""
    from factory.store.reading import stream_sql

    def read(query: str) -> Iterator[pa.RecordBatch]:
        with stream_sql(folder, query, seconds=SECONDS) as answer:
            yield from answer.batches

    return read


def export(
    read: Read,
    folder: Path,
    datasets: Sequence[str],
    *,
    recipe_digest: str,
    factory_version: str,
    sft_per_instruction: int,
) -> list[Path]:
    """Write datasets from whatever answers SELECTs; see `export_from`."""
    shapes = [_shape(name) for name in datasets]
    if sft_per_instruction < 1:
        raise UserError(f"export.sft_per_instruction: {sft_per_instruction}; write 1 or more")
    queries: dict[str, Callable[[Window], str]] = {
        "instructions": instructions_sql,
        "sft": lambda window: sft_sql(window, sft_per_instruction),
        "irm": irm_sql,
        "prm": prm_sql,
        "ppo": ppo_sql,
    }
    refuse_broken_lineage(read)
    place = folder / "datasets"
    every = windows(read)
    try:
        place.mkdir(parents=True, exist_ok=True)
        remove_earlier(place)
        entries = {}
        for shape in sorted(shapes, key=lambda s: ALL.index(s.name)):
            entries[shape.name] = _write(read, place, shape, queries[shape.name], every)
        # Last, so a reader that sees it knows every file is whole.
        manifest = write_manifest(
            place, entries, recipe_digest=recipe_digest, factory_version=factory_version
        )
    except OSError as error:
        raise StoreError(f"{place}: cannot be written ({error.strerror or error})") from error
    written = [place / f["path"] for entry in entries.values() for f in entry["files"]]
    return [*written, manifest]


def _write(
    read: Read,
    place: Path,
    shape: Shape,
    query: Callable[[Window], str],
    every: Sequence[Window],
) -> dict[str, Any]:
    """Write one dataset, window by window; returns its entry in the manifest."""
    values = ", ".join(
        f'case when reason is null then "{c.name}" end as "{c.name}"' for c in shape.columns
    )
    left_out: Counter[str] = Counter()
    files = split_files(place, shape)
    try:
        for window in every:
            # What is left out comes along without its texts: one pass finds rows and reasons.
            candidates = f"""{query(window)}
                select {values}, split as split_of_root, reason from candidate
                order by {ORDER[shape.name]}"""
            for batch in read(candidates):
                table = pa.Table.from_batches([batch])
                left_out.update(r for r in table["reason"].to_pylist() if r is not None)
                kept = table.filter(pc.is_null(table["reason"])).drop_columns(["reason"])
                for split, file in files.items():
                    part = kept.filter(pc.equal(kept["split_of_root"], split))
                    if part.num_rows:
                        file.add(part.drop_columns(["split_of_root"]))
        for file in files.values():
            file.finish()
    finally:
        for file in files.values():
            file.abandon()
    return dataset_entry(shape, files.values(), left_out)


def _shape(name: str) -> Shape:
    if name in SHAPES:
        return SHAPES[name]
    near = difflib.get_close_matches(name, ALL, 1)
    hint = f"did you mean '{near[0]}'?" if near else "there are " + ", ".join(ALL)
    raise UserError(f"export: no dataset called '{name}'; {hint}")
