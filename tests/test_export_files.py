"""The files of an export: whole or not there, the same bytes for the same run."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from handmade import Run, instruction, rows, small_run, write

from factory import records as r
from factory.errors import StoreError, UserError
from factory.export import datasets as exporting
from factory.export.datasets import export_from, export_run
from factory.export.files import ROW_GROUP, SplitFile, exports_digest, read_manifest, sha256_of
from factory.export.shapes import ALL, Column, Shape


def test_the_same_run_gives_the_same_bytes_whatever_the_threads_order_and_folder(
    tmp_path: Path,
) -> None:
    run = small_run()
    ways = [(1, False, "a"), (1, False, "a"), (2, True, "b"), (2, False, "c/d")]
    digests = set()
    for threads, turned, name in ways:
        with run.connect(threads=threads, turned=turned) as connection:
            export_from(connection, tmp_path / name, recipe_digest="d", factory_version="v")
        manifest = (tmp_path / name / "datasets" / "manifest.json").read_bytes()
        digests.add((exports_digest(tmp_path / name), manifest))
    assert len(digests) == 1


def test_windows_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = small_run()
    write(run, tmp_path / "one")
    by_two = exporting.windows
    monkeypatch.setattr(exporting, "windows", lambda read: by_two(read, 2))
    write(run, tmp_path / "many")
    assert exports_digest(tmp_path / "one") == exports_digest(tmp_path / "many")


def test_how_rows_are_cut_into_batches_does_not_show_in_the_bytes(tmp_path: Path) -> None:
    lines = [f"{n} {n * 7919} " * (n % 40) for n in range(5_000)]
    shape = Shape("sft", "", "", (Column("prompt", pa.string(), ""),))
    whole, hashes = pa.table({"prompt": lines}), set()
    for size in (1_000, 333, 5_000):
        file = SplitFile(tmp_path / str(size), shape, "train")
        for start in range(0, len(lines), size):
            file.add(whole.slice(start, size))
        file.finish()
        hashes.add(sha256_of(file.path))
    assert len(hashes) == 1


def test_row_groups_are_whole_however_rows_arrive(tmp_path: Path) -> None:
    run = Run()
    for n in range(ROW_GROUP + 100):
        run.seed(n)
    write(run, tmp_path, ["instructions"])
    meta = pq.ParquetFile(
        tmp_path / "datasets" / "instructions" / "train-00000-of-00001.parquet"
    ).metadata
    assert [meta.row_group(n).num_rows for n in range(meta.num_row_groups)] == [ROW_GROUP, 100]


def test_the_manifest_describes_the_files_that_are_there(tmp_path: Path) -> None:
    written = write(small_run(), tmp_path)
    manifest = read_manifest(tmp_path)
    assert (manifest["recipe_digest"], manifest["factory_version"]) == ("d1", "0.1")
    named = [f for one in manifest["datasets"].values() for f in one["files"]]
    base = tmp_path / "datasets"
    assert [base / f["path"] for f in named] + [base / "manifest.json"] == written
    assert {p for p in base.rglob("*") if p.is_file()} == set(written)
    for f in named:
        assert sha256_of(base / f["path"]) == f["sha256"]
        assert pq.read_metadata(base / f["path"]).num_rows == f["rows"] > 0


def test_an_empty_split_is_named_in_the_manifest_and_has_no_file(tmp_path: Path) -> None:
    run = Run()
    run.seed(0)
    write(run, tmp_path)
    assert read_manifest(tmp_path)["datasets"]["instructions"]["rows"] == {"train": 1, "test": 0}
    assert rows(tmp_path, "instructions", "test") == []
    assert read_manifest(tmp_path)["datasets"]["sft"]["columns"]["prompt"] == "string"


def test_what_an_earlier_export_left_is_removed_and_foreign_files_stay(tmp_path: Path) -> None:
    write(small_run(), tmp_path)
    base = tmp_path / "datasets"
    (base / "sft" / "train-00000-of-00002.parquet.part").write_text("cut short")
    (base / "prm" / "notes.txt").write_text("mine")
    run = Run()
    run.seed(0)
    write(run, tmp_path, ["instructions"])
    left = sorted(p.relative_to(base).as_posix() for p in base.rglob("*") if p.is_file())
    assert left == [
        "instructions/train-00000-of-00001.parquet",
        "manifest.json",
        "prm/notes.txt",
    ]
    assert not (base / "sft").exists()


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from factory.export import files
from handmade import small_run, write

left = {renames}
place = files.put_in_place

def dying(part, path):
    global left
    if left == 0:
        os._exit(9)
    left -= 1
    place(part, path)

files.put_in_place = dying
write(small_run(), Path({folder!r}))
"""


@pytest.mark.parametrize("renames", [0, 5, 10])
def test_an_export_that_is_killed_leaves_no_manifest_and_can_be_made_anew(
    tmp_path: Path, renames: int
) -> None:
    run = small_run()
    write(run, tmp_path)
    whole = exports_digest(tmp_path)
    script = KILLED.format(tests=str(Path(__file__).parent), renames=renames, folder=str(tmp_path))
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    assert len(list((tmp_path / "datasets").glob("*/*.parquet"))) == renames
    with pytest.raises(UserError, match="nothing exported yet"):
        exports_digest(tmp_path)
    write(run, tmp_path)
    assert exports_digest(tmp_path) == whole
    assert not list((tmp_path / "datasets").rglob("*.part"))


@pytest.mark.parametrize(
    "damage", ["{", "[]", '{"format": 99, "datasets": {}}', '{"format": 1, "datasets": {"x": 1}}']
)
def test_a_damaged_manifest_is_refused_with_a_way_out(tmp_path: Path, damage: str) -> None:
    (tmp_path / "datasets").mkdir()
    (tmp_path / "datasets" / "manifest.json").write_text(damage)
    with pytest.raises(UserError, match=r"factory"):
        exports_digest(tmp_path)


def test_a_run_whose_siblings_would_straddle_the_splits_is_refused(tmp_path: Path) -> None:
    run = Run()
    root = run.seed(0)
    run.child("a", root, split="test")
    with pytest.raises(StoreError, match="s0000 is in another split than its siblings"):
        write(run, tmp_path)
    assert not (tmp_path / "datasets").exists()


def test_an_instruction_fused_across_splits_is_refused(tmp_path: Path) -> None:
    run = Run()
    root, other = run.seed(0), run.seed(1, split="test")
    run.child("a", root)
    run.rows.append(r.Parent("a", other, 1))
    with pytest.raises(StoreError, match="a is in another split than its parent"):
        write(run, tmp_path)


def test_an_instruction_without_a_stored_seed_is_refused_and_not_lost(tmp_path: Path) -> None:
    run = Run()
    run.seed(0)
    run.rows.append(instruction("orphan", "nowhere", 0, "?"))
    with pytest.raises(StoreError, match="orphan descends from no stored seed"):
        write(run, tmp_path)


def test_a_dataset_that_is_not_there_is_named_with_its_neighbour(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="'stf'; did you mean 'sft'"):
        write(Run(), tmp_path, ["stf"])


def test_a_folder_that_cannot_be_written_stops_with_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "datasets").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="cannot be written"):
        write(small_run(), tmp_path)


def test_a_run_without_any_row_exports_a_manifest_alone(tmp_path: Path) -> None:
    assert write(Run(), tmp_path) == [tmp_path / "datasets" / "manifest.json"]
    assert set(read_manifest(tmp_path)["datasets"]) == set(ALL)


def test_a_stopped_run_exports_what_the_run_itself_would(tmp_path: Path) -> None:
    run = small_run()
    for name in ("s0000", "s0001"):
        run.solution(f"{name}-c", name, "another way", sample=2)
    recipe = json.dumps({"export": {"sft_per_instruction": 2}})
    run.bought["runs"] = [(1, None, recipe, "d1", "0.1", 1, "{}", None)]
    folder = run.save(tmp_path / "stopped")
    export_run(folder)
    write(run, tmp_path / "open", sft_per_instruction=2)
    assert exports_digest(folder) == exports_digest(tmp_path / "open")
    assert read_manifest(folder) == read_manifest(tmp_path / "open")
