"""Exports as other programs see them: loaded by `datasets`, on any run that can be thought up."""

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from handmade import LATEX, Run, left_out, rows, small_run, write
from hypothesis import given, settings
from hypothesis import strategies as st

from factory.export.card import write_card
from factory.export.files import read_manifest
from factory.export.shapes import ALL, SHAPES

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """`datasets.load_dataset`, offline, with a cache of its own."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with warnings.catch_warnings():
        # Imports of other people, whose warnings are theirs.
        warnings.simplefilter("ignore")
        datasets = pytest.importorskip("datasets", reason="install factory[test]")
    datasets.disable_progress_bars()

    def loaded(*names: str, **settings: Any) -> Any:
        return datasets.load_dataset(*names, cache_dir=str(tmp_path / "cache"), **settings)

    yield loaded


@pytest.mark.parametrize("name", ALL)
def test_each_dataset_loads_from_its_folder_with_its_columns(
    name: str, load: Any, tmp_path: Path
) -> None:
    write(small_run(), tmp_path)
    path = str(tmp_path / "datasets" / name)
    for loaded in (load(path), load("parquet", data_dir=path)):
        assert set(loaded) == {"train", "test"}
        for split in loaded:
            types = {c.name: str(c.type) for c in SHAPES[name].columns}
            found = loaded[split].features.arrow_schema
            assert {f.name: str(f.type) for f in found} == {
                column: kind.replace(" not null", "") for column, kind in types.items()
            }
            assert loaded[split].to_list() == rows(tmp_path, name, split)


def test_a_dataset_whose_test_split_is_empty_loads(load: Any, tmp_path: Path) -> None:
    run = Run()
    seed = run.seed(0, LATEX)
    run.vote(seed)
    run.solution("x", seed, labels=(1,))
    write(run, tmp_path)
    loaded = load(str(tmp_path / "datasets" / "ppo"))
    assert list(loaded) == ["train"] and loaded["train"][0]["r_i"] is None
    assert loaded["train"].features["r_i"].dtype == "float64"
    assert loaded["train"][0]["prompt"] == LATEX + "\n"


def test_the_card_makes_the_run_folder_a_dataset_with_a_config_for_each(
    load: Any, tmp_path: Path
) -> None:
    run = small_run()
    write(run, tmp_path)
    with run.connect() as connection:
        write_card(connection, tmp_path)
    for name in ALL:
        loaded = load(str(tmp_path), name)
        assert {split: len(loaded[split]) for split in loaded} == read_manifest(tmp_path)[
            "datasets"
        ][name]["rows"]


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Runs with any texts, lineages, labels, places and ratings."""
    run = Run()
    for n in range(draw(st.integers(1, 5))):
        split = draw(st.sampled_from(["train", "test"]))
        wave = n // 3
        root = run.seed(n, draw(TEXTS), split=split, accepted=draw(st.booleans()))
        family = [root]
        for k in range(draw(st.integers(0, 4))):
            family.append(
                run.child(
                    f"{root}-{k}",
                    draw(st.sampled_from(family)),
                    draw(TEXTS),
                    root=root,
                    round=k + 1,
                    split=split,
                    accepted=draw(st.booleans()),
                )
            )
        for name in family:
            if draw(st.booleans()):
                run.vote(name, draw(st.none() | TEXTS), wave=wave, right=draw(st.integers(0, 2)))
            for sample in range(draw(st.integers(0, 3))):
                run.solution(
                    f"{name}/{sample}",
                    name,
                    draw(TEXTS),
                    sample=sample,
                    verdict=draw(st.sampled_from(["right", "wrong", "undecided"])),
                    labels=draw(st.lists(st.sampled_from([1, 0, -1, None]), max_size=4)),
                    finish=draw(st.sampled_from(["stop", "length"])),
                    wave=wave,
                )
            for judge in draw(st.sets(st.sampled_from(["x", "y"]))):
                run.rate(name, judge, *draw(st.tuples(*[st.integers(1, 5)] * 3)), wave=wave)
        for judge in draw(st.sets(st.sampled_from(["x", "y"]))):
            orders = draw(st.integers(1, 2))
            places = [{name: draw(st.integers(0, 4)) for name in family} for _ in range(orders)]
            run.rank(root, judge, *places, wave=wave)
    return run


@settings(max_examples=25, deadline=None)
@given(runs())
def test_whatever_the_run_its_exports_keep_their_word(run: Run) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in write(run, folder)[:-1]:
            assert pq.read_schema(path).equals(SHAPES[path.parent.name].schema)
        roots = {
            split: {row["root_id"] for one in ALL for row in rows(folder, one, split)}
            for split in ("train", "test")
        }
        assert not roots["train"] & roots["test"]
        both = {one: rows(folder, one) + rows(folder, one, "test") for one in ALL}
        accepted = {row["id"] for row in both["instructions"]}
        for row in both["sft"]:
            assert row["instruction_id"] in accepted and row["completion"]
            assert row["prompt"].endswith("\n") and row["completion"][0] not in " \t\r\n"
        for row in both["irm"]:
            assert 0 < row["margin"] <= 1 and 0.5 < row["agreement"] <= 1
            assert row["chosen"] != row["rejected"]
        for row in both["prm"]:
            assert len(row["completions"]) == len(row["labels"]) > 0
            assert all(row["labels"][:-1]) and row["instruction_id"] in accepted
            last = len(row["labels"]) - 1
            assert row["first_error"] in ((None, -1) if row["labels"][-1] else (last,))
        for row in both["ppo"]:
            assert row["r_i"] is None or 0 < row["r_i"] < 1
        assert len(both["ppo"]) + sum(left_out(folder, "ppo").values()) == len(accepted)
        pairs = {frozenset((row["chosen_id"], row["rejected_id"])) for row in both["irm"]}
        assert len(pairs) == len(both["irm"])
