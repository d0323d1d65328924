"""Dataset files: written beside their place, synced, renamed; a manifest last.

Who sees `datasets/manifest.json` knows that every file it names is whole. A kill at any moment
leaves either the manifest and all its files, or no manifest. Equal rows give equal bytes: fixed
compression, fixed row groups, no time stamp. That holds for one version of pyarrow, which names
itself in every file.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from factory.errors import UserError
from factory.export.shapes import SHAPES, SPLITS, Shape

MANIFEST = "manifest.json"
FORMAT = 1
"""Version of the manifest."""

ROW_GROUP = 20_000
"""Rows in a row group, whatever batches they came in."""

OURS = re.compile(r"(train|test)-\d{5}-of-\d{5}\.parquet(\.part)?")
"""Names of files that an export writes, and may therefore remove."""


class SplitFile:
    """One split of one dataset, written row group by row group.

    A split without rows becomes no file: `datasets.load_dataset` fails on a file with no rows.
    The manifest still names its schema.
    """

    def __init__(self, folder: Path, shape: Shape, split: str):
        self.path = folder / shape.name / f"{split}-00000-of-00001.parquet"
        self.part = self.path.with_name(self.path.name + ".part")
        self.split = split
        self.rows = 0
        self._schema = shape.schema
        self._waiting: list[pa.Table] = []
        self._writer: pq.ParquetWriter | None = None

    def add(self, table: pa.Table) -> None:
        """Take rows, in order; whole row groups are written at once."""
        self._waiting.append(table.cast(self._schema))
        self.rows += table.num_rows
        while sum(t.num_rows for t in self._waiting) >= ROW_GROUP:
            waiting = pa.concat_tables(self._waiting)
            self._write(waiting.slice(0, ROW_GROUP))
            self._waiting = [waiting.slice(ROW_GROUP)]

    def finish(self) -> None:
        """Write what waits, sync, and put the file in its place."""
        if self.rows == 0:
            return
        left = pa.concat_tables(self._waiting)
        if left.num_rows:
            self._write(left)
        assert self._writer is not None
        self._writer.close()
        put_in_place(self.part, self.path)

    def abandon(self) -> None:
        """Let go of an unfinished file; the next export removes what is left of it."""
        if self._writer is not None and self._writer.is_open:
            self._writer.close()

    def entry(self) -> dict[str, Any]:
        """What the manifest says of the file."""
        return {
            "path": self.path.relative_to(self.path.parents[1]).as_posix(),
            "split": self.split,
            "rows": self.rows,
            "bytes": self.path.stat().st_size,
            "sha256": sha256_of(self.path),
        }

    def _write(self, table: pa.Table) -> None:
        if self._writer is None:
            self.part.parent.mkdir(parents=True, exist_ok=True)
            self._writer = pq.ParquetWriter(
                self.part,
                self._schema,
                version="2.6",
                compression="zstd",
                compression_level=3,
                use_dictionary=True,
                write_statistics=True,
                store_schema=True,
            )
        # One chunk, so that where a batch ended cannot show in how pages are cut.
        self._writer.write_table(table.combine_chunks(), row_group_size=ROW_GROUP)


def put_in_place(part: Path, path: Path) -> None:
    """Sync a finished file and give it its name, so that a loss of power keeps it whole."""
    _sync(part)
    part.replace(path)
    _sync(path.parent)


def remove_earlier(folder: Path) -> None:
    """Remove an earlier export: the manifest first, then its files; foreign files stay."""
    manifest = folder / MANIFEST
    if manifest.exists():
        manifest.unlink()
        _sync(folder)
    for name in SHAPES:
        if not (folder / name).is_dir():
            continue
        for path in sorted((folder / name).iterdir()):
            if OURS.fullmatch(path.name):
                path.unlink()
        if not any((folder / name).iterdir()):
            (folder / name).rmdir()


def write_manifest(
    folder: Path, datasets: Mapping[str, Any], *, recipe_digest: str, factory_version: str
) -> Path:
    """Write the manifest, which makes the export count."""
    manifest = {
        "format": FORMAT,
        "factory_version": factory_version,
        "recipe_digest": recipe_digest,
        "datasets": dict(datasets),
    }
    path = folder / MANIFEST
    part = path.with_name(MANIFEST + ".part")
    part.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    put_in_place(part, path)
    return path


def dataset_entry(
    shape: Shape, files: Iterable[SplitFile], left_out: Mapping[str, int]
) -> dict[str, Any]:
    """What the manifest says of one dataset."""
    files = list(files)
    return {
        "schema_digest": shape.schema_digest,
        "columns": {c.name: str(c.type) for c in shape.columns},
        "rows": {f.split: f.rows for f in files},
        "left_out": dict(sorted(left_out.items())),
        "files": [f.entry() for f in files if f.rows],
    }


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the exports in `folder/datasets`.

    Raises:
        UserError: there is none, or it is damaged, or a newer factory wrote it.
    """
    path = folder / "datasets" / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if manifest["format"] > FORMAT:
            raise UserError(f"{path}: written by a newer factory; `pip install -U factory`.")
        for name in manifest["datasets"]:
            SHAPES[name]
    except FileNotFoundError:
        raise UserError(
            f"{folder}: nothing exported yet, or an export was cut short. "
            f"Write the datasets with `factory export {folder}`."
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{path}: damaged ({error}). Write it anew with `factory export {folder}`."
        ) from None
    return dict(manifest)


def exports_digest(folder: Path) -> str:
    """One name for all exported bytes of a run, from the hashes in its manifest.

    Raises:
        UserError: there is no manifest.
    """
    datasets = read_manifest(folder)["datasets"].values()
    lines = sorted(f"{f['path']} {f['sha256']}\n" for one in datasets for f in one["files"])
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def split_files(folder: Path, shape: Shape) -> dict[str, SplitFile]:
    """The files of a dataset, by split."""
    return {split: SplitFile(folder, shape, split) for split in SPLITS}


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
