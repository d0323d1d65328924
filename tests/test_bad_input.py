"""Each mistake a user makes gets one clear sentence, exit code 2, and costs nothing."""

import json
import re

import pytest
import yaml
from conftest import DEFAULT_ROUNDS, recipe_text, run_apart, write_seeds

from factory.cli import main
from factory.store.file import insert, open_run
from factory.store.tables import FORMAT


@pytest.fixture
def tried(tmp_path, capsys):
    """Gives a recipe text to the command line; its exit code and what it said."""

    def tried(recipe: str):
        path = tmp_path / "mine.yaml"
        path.write_text(recipe, encoding="utf-8")
        code = main(["run", str(path), "--outputs", str(tmp_path / "outputs")])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return tried


@pytest.fixture
def no_hub(tmp_path, monkeypatch):
    """A Hub that nobody reaches, and no copy of what it had."""
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))


@pytest.fixture
def seeds(tmp_path):
    return write_seeds(tmp_path / "seeds.jsonl", 3)


def changed(file, **changes):
    """The fake recipe with some sections replaced."""
    recipe = yaml.safe_load(recipe_text(file, rounds=[]))
    recipe.pop("name")
    return yaml.safe_dump(recipe | changes)


ROUND = {"direction": "upward", "operators": ["add_constrains"]}

MISTAKES = {
    "wrong YAML": (lambda s: "seeds: {path: x\nmodels: [", r"mine.yaml.*line 2"),
    "unknown setting": (lambda s: changed(s, sead=1), "did you mean 'seed'"),
    "unknown model": (lambda s: changed(s, solve={"model": "n"}), "solve.model.*'n'"),
    "unknown operator": (
        lambda s: changed(s, evolve={"model": "m", "rounds": [ROUND]}),
        r"evolve.rounds\[0\].*did you mean 'add_constraint'",
    ),
    "unknown provider": (lambda s: changed(s, models={"m": {"provider": "symbolik"}}), "symbolic"),
    "wrong provider option": (
        lambda s: changed(s, models={"m": {"provider": "symbolic", "options": {"mistake": 1}}}),
        "mistakes",
    ),
    "wrong rule": (lambda s: changed(s, select={"rules": ["verifid"]}), "did you mean 'verified'"),
    "missing file": (lambda s: changed(s, seeds={"path": "nowhere.jsonl"}), "nowhere.jsonl"),
    "missing prompt": (
        lambda s: changed(s, solve={"model": "m", "prompt": "none.md"}),
        "none.md",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_recipe_is_told_in_words(tmp_path, tried, seeds, mistake):
    make, told = MISTAKES[mistake]
    code, output = tried(make(seeds))
    assert code == 2, output
    assert re.search(told, output), output
    assert not list((tmp_path / "outputs").rglob("*.parquet"))


FILES = {
    "empty file": ("", r"seeds\.jsonl"),
    "broken JSON": ('{"question": "a?", "answer": "#### 1"}\n{"question": ', "line 2|:2"),
    "missing column": ('{"frage": "a?"}\n', "frage"),
    "null text": ('{"question": null, "answer": "#### 1"}\n', "line 1|:1"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_seed_file_is_told_with_its_line_and_leaves_no_half_run(tmp_path, tried, seeds, kind):
    text, told = FILES[kind]
    seeds.write_text(text, encoding="utf-8")
    code, output = tried(recipe_text(seeds, rounds=[]))
    assert code == 2, output
    assert re.search(told, output), output
    assert not (tmp_path / "outputs" / "fake").exists()
    # Mended, the same command runs: nothing half-written is in the way.
    write_seeds(seeds, 3)
    code, output = tried(recipe_text(seeds, rounds=[]))
    assert code == 0, output


def test_an_unreachable_hub_without_another_way_is_told(no_hub, tried, seeds):
    hub = {"hub": "some/data", "config": "main", "split": "train", "revision": "0" * 40}
    code, output = tried(changed(seeds, seeds=hub))
    assert code == 2, output
    assert "some/data" in output


def test_an_unreachable_hub_falls_back_to_the_sample_and_says_so(no_hub, tried, seeds):
    hub = {"hub": "some/data", "config": "main", "split": "train", "revision": "0" * 40}
    hub |= {"otherwise": "sample", "limit": 2}
    code, output = tried(changed(seeds, seeds=hub))
    assert code == 0, output
    assert "packaged" in output
    # A run that goes on never asks the Hub again.
    code, output = tried(changed(seeds, seeds=hub))
    assert code == 0, output


def test_a_folder_of_another_recipe_is_refused_with_the_ways_out(tried, seeds):
    assert tried(changed(seeds))[0] == 0
    code, output = tried(changed(seeds, solve={"model": "m", "samples": 8}))
    assert code == 2
    for part in ("solve.samples: 4 -> 8", "--update", "--name"):
        assert part in output, output
    assert tried(changed(seeds))[0] == 0


def test_a_run_file_of_a_newer_version_is_refused(tmp_path, tried, seeds):
    folder = tmp_path / "outputs" / "fake"
    connection = open_run(folder)
    insert(connection, "runs", [(1, None, "{}", "d", "9.0", FORMAT + 1, "{}", "")])
    connection.close()
    before = (folder / "run.duckdb").read_bytes()
    code, output = tried(recipe_text(seeds, rounds=[]))
    assert code == 2, output
    assert "newer" in output
    assert (folder / "run.duckdb").read_bytes() == before


@pytest.mark.parametrize("outputs", ["outputs", "outputs/fake", "/proc/nope"])
def test_a_place_where_no_folder_can_be_is_told_in_one_sentence(tmp_path, seeds, capsys, outputs):
    place = tmp_path / "outputs"
    if outputs == "outputs":
        place.write_text("mine", encoding="utf-8")
    elif outputs == "outputs/fake":
        place.mkdir()
        (place / "fake").write_text("mine", encoding="utf-8")
    recipe = tmp_path / "mine.yaml"
    recipe.write_text(recipe_text(seeds, rounds=[]), encoding="utf-8")
    where = outputs if outputs.startswith("/") else str(place)
    assert main(["run", str(recipe), "--outputs", where]) == 2
    said = capsys.readouterr().err
    assert "no folder can be made there" in said and said.count("\n") == 1


def test_a_recipe_may_change_as_long_as_nothing_was_bought(tried, seeds, monkeypatch):
    monkeypatch.setenv("FAKE", json.dumps({"fatal_at": 1}))
    assert tried(recipe_text(seeds))[0] == 2
    monkeypatch.delenv("FAKE")
    code, output = tried(changed(seeds))
    assert code == 0, output


def test_a_provider_that_refuses_everything_stops_with_one_sentence(tried, seeds, monkeypatch):
    monkeypatch.setenv("FAKE", json.dumps({"fatal_at": 1}))
    code, output = tried(recipe_text(seeds))
    assert code == 2, output
    assert "the key is wrong" in output


def test_a_missing_key_is_told_before_anything_is_made(tmp_path, seeds):
    model = {"provider": "openai", "model": "x", "key_env": "NO_SUCH_KEY_IS_SET"}
    path = tmp_path / "mine.yaml"
    path.write_text(changed(seeds, models={"m": model}), encoding="utf-8")
    done = run_apart(path, tmp_path / "outputs")
    output, _ = done.communicate()
    assert done.returncode == 2, output
    assert output.startswith("factory: models.m.key_env: "), output
    assert "NO_SUCH_KEY_IS_SET is not set" in output and output.count("\n") == 1
    assert not (tmp_path / "outputs" / "mine").exists()


def test_a_full_disk_stops_the_run_with_a_sentence_and_making_room_goes_on(tmp_path, seeds):
    write_seeds(seeds, 120)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))"
    path = tmp_path / "mine.yaml"
    text = recipe_text(seeds, rounds=DEFAULT_ROUNDS[:1], engine={"checkpoint": "1MB"})
    path.write_text(text, encoding="utf-8")
    done = run_apart(path, tmp_path / "outputs", code=limit)
    output, _ = done.communicate()
    assert done.returncode == 4, output
    assert "Traceback" not in output
    assert "cannot be written" in output
    # What was committed can be read, and the run goes on where it was.
    connection = open_run(tmp_path / "outputs" / "fake")
    ((kept,),) = connection.execute("select count(*) from replies").fetchall()
    connection.close()
    assert kept > 0
    done = run_apart(path, tmp_path / "outputs")
    output, _ = done.communicate()
    assert done.returncode == 0, output
