"""A recipe is read as it is meant, or every mistake in it is named in one error."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factory.errors import UserError
from factory.recipe import OPERATORS, Recipe, differences, load_recipe, to_yaml
from factory.settings.stages import BY_NAME_ONLY
from factory.settings.yaml_text import parse_yaml

ROOT = Path(__file__).resolve().parent.parent
RECIPES = sorted((ROOT / "recipes").glob("*.yaml"))

GOOD = {
    "seeds": {"sample": True},
    "models": {"teacher": {"provider": "symbolic"}, "judge": {"provider": "symbolic"}},
    "evolve": {"model": "teacher"},
    "solve": {"model": "teacher"},
    "grade": {"judges": ["judge"]},
}


def written(folder: Path, text: str, name: str = "x.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def recipe_with(folder: Path, *overrides: str, **sections) -> Recipe:
    return load_recipe(written(folder, yaml.safe_dump(GOOD | sections)), overrides)


def error_of(path: Path, *overrides: str, **more) -> list[str]:
    """The lines of the error, without the folder of the file."""
    with pytest.raises(UserError) as caught:
        load_recipe(path, overrides, **more)
    return str(caught.value).replace(f"{path.parent}/", "").splitlines()


def mistakes(folder: Path, *overrides: str, **sections) -> list[str]:
    return error_of(written(folder, yaml.safe_dump(GOOD | sections)), *overrides)


# What is read


def test_defaults_are_the_schedule_of_two_downward_and_three_upward_rounds(tmp_path):
    recipe = recipe_with(tmp_path)
    rounds = [(step.direction, step.from_, step.variants) for step in recipe.evolve.rounds]
    assert rounds == [
        ("downward", "seed", 1),
        ("downward", "previous", 1),
        ("upward", "seed", 1),
        ("upward", "previous", 1),
        ("upward", "previous", 1),
    ]
    assert recipe.evolve.rounds[0].operators == ("simplify", "easier_topic")
    assert (recipe.name, recipe.seed, recipe.wave, recipe.test) == ("x", 7, 2000, 0.05)
    assert (recipe.rate.judges, recipe.rank.judges, recipe.grade.judges) == ((), (), ("judge",))
    assert recipe.select.rules == ("verified",)


def test_a_round_without_operators_has_the_usual_ones_of_its_direction(tmp_path):
    for direction in ("downward", "upward", "breadth"):
        recipe = recipe_with(
            tmp_path, evolve={"model": "teacher", "rounds": [{"direction": direction}]}
        )
        expected = [
            name for name, way in OPERATORS.items() if way == direction and name not in BY_NAME_ONLY
        ]
        assert expected
        assert list(recipe.evolve.rounds[0].operators) == expected


def test_no_rounds_at_all_is_a_recipe_too(tmp_path):
    assert recipe_with(tmp_path, "evolve.rounds=[]").evolve.rounds == ()


def test_nothing_in_a_recipe_can_be_changed_afterwards(tmp_path):
    recipe = recipe_with(tmp_path)
    with pytest.raises(ValueError, match="frozen"):
        recipe.solve.samples = 8


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_recipe_here_is_read_and_says_how_it_is_run(path):
    recipe = load_recipe(path)
    assert recipe.name == path.stem
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert first.startswith("# ")
    assert f"factory run recipes/{path.name}" in first
    assert second == "# yaml-language-server: $schema=../schemas/recipe.schema.json"


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_written_out_reads_back_as_the_same_recipe(path, tmp_path):
    recipe = load_recipe(path)
    again = load_recipe(written(tmp_path, to_yaml(recipe)))
    assert again == recipe
    assert again.digest() == recipe.digest()


texts = st.sampled_from(
    ["1e3", "012", "~", "null", "no", "yes", "2024-01-01", "1:30", "", "-", "#"]
)


@settings(max_examples=60, deadline=None)
@given(value=texts | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=9))
def test_any_text_survives_being_written_out(value):
    recipe = load_recipe(ROOT / "recipes" / "tiny.yaml")
    teacher = recipe.models["teacher"].model_copy(update={"options": {"x": value, "n": 1e-7}})
    text = to_yaml(recipe.model_copy(update={"models": {"teacher": teacher}}))
    assert parse_yaml(text, "here")["models"]["teacher"]["options"] == {"x": value, "n": 1e-7}


def test_the_four_recipes_are_all_here():
    names = {"evol_gsm8k", "evol_gsm8k_openai", "evol_gsm8k_vllm", "tiny"}
    assert names <= {path.stem for path in RECIPES}


def test_relative_paths_start_at_the_recipe_file(tmp_path):
    written(tmp_path, "prompt", "mine.md")
    recipe = recipe_with(
        tmp_path,
        seeds={"path": "data/seeds.jsonl"},
        solve={"model": "teacher", "prompt": "mine.md"},
        models=GOOD["models"]
        | {
            "served": {"provider": "vllm", "model": "m", "python": "env/bin/python"},
            "found": {"provider": "vllm", "model": "m", "python": "python3.11"},
        },
    )
    assert recipe.seeds.path == tmp_path / "data/seeds.jsonl"
    assert recipe.solve.prompt == tmp_path / "mine.md"
    assert recipe.models["served"].python == tmp_path / "env/bin/python"
    assert recipe.models["found"].python == Path("python3.11")


def test_one_address_is_a_list_of_one(tmp_path):
    models = {"teacher": {"provider": "openai", "model": "m", "base_url": "http://a:1/v1"}}
    recipe = recipe_with(tmp_path, models=GOOD["models"] | models)
    assert recipe.models["teacher"].base_url == ("http://a:1/v1",)
    several = recipe_with(
        tmp_path,
        "models.teacher.base_url=[http://a:1/v1, http://b:1/v1]",
        r'models.teacher.stop=["\n\n"]',
        models=GOOD["models"] | models,
    )
    assert several.models["teacher"].base_url == ("http://a:1/v1", "http://b:1/v1")
    assert several.models["teacher"].stop == ("\n\n",)


def test_a_key_goes_by_the_name_of_its_variable(tmp_path):
    for spelling in ("MY_KEY", "${MY_KEY}"):
        models = {"teacher": {"provider": "openai", "model": "m", "key_env": spelling}}
        recipe = recipe_with(tmp_path, models=GOOD["models"] | models)
        assert recipe.models["teacher"].key_env == "MY_KEY"


def test_a_provider_of_your_own_is_named_by_module_and_name(tmp_path):
    models = GOOD["models"] | {"teacher": {"provider": "my_pkg.mod:Name", "options": {"a": [1]}}}
    assert recipe_with(tmp_path, models=models).models["teacher"].options == {"a": [1]}


def test_yaml_is_read_as_people_mean_it(tmp_path):
    more = ', "verify": {seconds: 1e1, share: .8}}'
    recipe = load_recipe(written(tmp_path, json.dumps(GOOD)[:-1] + more))
    assert (recipe.verify.seconds, recipe.verify.share) == (10.0, 0.8)
    dated = written(tmp_path, json.dumps(GOOD)[:-1] + ', "name": 2024-01-01}')
    assert load_recipe(dated).name == "2024-01-01"
    named = written(tmp_path, json.dumps(GOOD)[:-1] + ', "name": no}')
    assert load_recipe(named).name == "no"


# Settings by hand


def test_settings_given_by_hand_win(tmp_path):
    recipe = recipe_with(
        tmp_path,
        "solve.samples=8",
        "evolve.rounds=[{direction: upward, from: seed}, {direction: breadth}]",
        "evolve.rounds[0].variants=3",
        "evolve.rounds.1.variants=2",
        "solve.prompt=",
    )
    assert recipe.solve.samples == 8
    assert [step.variants for step in recipe.evolve.rounds] == [3, 2]
    assert recipe.solve.prompt is None


def test_a_seed_file_given_by_hand_is_taken_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "recipes").mkdir()
    path = written(tmp_path / "recipes", yaml.safe_dump(GOOD | {"seeds": {"sample": True}}))
    recipe = load_recipe(path, ["seeds.limit=3"], seeds="mine.jsonl", name="other")
    assert recipe.seeds.path == tmp_path / "mine.jsonl"
    assert recipe.seeds.limit == 3
    assert recipe.name == "other"
    whole = load_recipe(RECIPES[0], seeds="mine.jsonl")
    assert whole.seeds.limit is None


def test_a_path_given_by_hand_starts_at_the_working_directory(tmp_path, monkeypatch):
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "prompt", "mine.md")
    path = written(tmp_path / "deep", yaml.safe_dump(GOOD))
    assert load_recipe(path, ["solve.prompt=mine.md"]).solve.prompt == tmp_path / "mine.md"


@pytest.mark.parametrize(
    ("override", "line"),
    [
        ("solve.smples=8", "solve: no setting called 'smples'; did you mean 'samples'?"),
        ("solv.samples=8", "no setting called 'solv'; did you mean 'solve'?"),
        ("solve.samples=many", 'solve.samples: must be a whole number, not "many"'),
        ("solve.samples=0", "solve.samples: must be at least 1, not 0"),
        ("seed.x=1", "seed is a value here; set it, nothing below it"),
        ("evolve.rounds[5].variants=2", "evolve.rounds has 1 entries, counted from 0; change one"),
        ("evolve.rounds.first=2", "evolve.rounds has 1 entries, counted from 0; change one"),
        ("evolve.rounds[0].directon=upward", "no setting called 'directon'; did you mean"),
        ("solve.samples=[", "line 1, column 2: expected the node content"),
        ("models.teacher.provider=symbolik", "did you mean 'symbolic'?"),
    ],
)
def test_a_wrong_setting_by_hand_is_named_as_such(tmp_path, override, line):
    sections = {"seed": 3, "evolve": {"model": "teacher", "rounds": [{"direction": "upward"}]}}
    errors = mistakes(tmp_path, override, **sections)
    dotted = override.partition("=")[0].replace(".first", "").replace(".0.", "[0].")
    assert len(errors) == 1
    assert errors[0].startswith(f"--set {dotted}")
    assert line in errors[0]


@pytest.mark.parametrize("override", ["solve.samples", "=8", "", "solve..samples=8", "a b=3"])
def test_what_is_no_setting_and_value_is_refused(tmp_path, override):
    (error,) = mistakes(tmp_path, override)
    assert error.startswith("--set: write a setting and a value, as solve.samples=8")


def test_a_bad_name_by_hand_is_named_as_such(tmp_path):
    path = written(tmp_path, yaml.safe_dump(GOOD))
    (error,) = error_of(path, name="../out")
    assert error.startswith("--name: name: write letters, digits")


# Mistakes in the file


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        ({"rates": {}}, "no setting called 'rates'; did you mean 'rate'?"),
        (
            {"solve": {"model": "teacher", "sampels": 1}},
            "solve: no setting called 'sampels'; did you mean 'samples'?",
        ),
        (
            {"solve": {"model": "teacher", "zzz": 1}},
            "solve: no setting called 'zzz'; there are model, prompt, samples, tries",
        ),
        ({"solve": {}}, "solve.model: is missing; write it"),
        ({"solve": None}, "solve: must be a section of settings, not null"),
        ({"solve": 5}, "solve: must be a section of settings, not 5"),
        (
            {"solve": {"model": "teacher", "samples": "4"}},
            'solve.samples: must be a whole number, not "4"',
        ),
        (
            {"solve": {"model": "teacher", "samples": 4.5}},
            "solve.samples: must be a whole number, not 4.5",
        ),
        (
            {"solve": {"model": "teacher", "samples": 65}},
            "solve.samples: must be at most 64, not 65",
        ),
        ({"solve": {"model": "teacher", "samples": True}}, "must be a whole number, not true"),
        ({"test": 1}, "test: must be less than 1.0, not 1"),
        ({"verify": {"share": 0}}, "verify.share: must be more than 0.0, not 0"),
        ({"verify": {"share": float("inf")}}, 'verify.share: must be a number, not ".inf"'),
        ({"verify": {"share": "1e999"}}, "verify.share: must be a finite number"),
        ({"name": "a/b"}, "name: write letters, digits, '.', '_' and '-', as evol_gsm8k"),
        ({"name": None}, "name: must be a text, not null"),
        ({"seeds": {}}, "seeds: needs exactly one of hub, path, sample"),
        ({"seeds": []}, "seeds: needs exactly one of hub, path, sample"),
        (
            {"seeds": {"sample": True, "path": "x.jsonl"}},
            "seeds: needs exactly one of hub, path, sample",
        ),
        ({"seeds": {"sample": False}}, "seeds.sample: must be True, 'gsm8k' or 'math', not false"),
        (
            {"seeds": {"sample": True, "limti": 4}},
            "seeds: no setting called 'limti'; did you mean 'limit'?",
        ),
        ({"seeds": {"sample": True, "limit": 0}}, "seeds.limit: must be at least 1, not 0"),
        (
            {"seeds": {"hub": "openai/gsm8k", "revision": "main"}},
            "seeds.revision: write the 40 hex digits of a commit; a branch can move, and the data",
        ),
        ({"seeds": {"hub": "gsm8k", "revision": "0" * 40}}, "seeds.hub: write owner/name"),
        ({"seeds": {"hub": "openai/gsm8k"}}, "seeds.revision: is missing; write it"),
        (
            {"seeds": {"path": "x.jsonl", "format": "gsm9k"}},
            "did you mean 'gsm8k'?",
        ),
        (
            {"seeds": {"path": "x.jsonl", "columns": {"txt": "a"}}},
            "seeds.columns: no setting called 'txt'; did you mean 'text'?",
        ),
        (
            {"seeds": {"path": "x.jsonl", "format": "math", "columns": {"text": "a"}}},
            "seeds: format math has its own columns; take one of the two out",
        ),
        ({"models": []}, "models: must be settings by name, not []"),
        (
            {"models": GOOD["models"] | {"m": None}},
            "models.m: must be a section of settings, not null",
        ),
        ({"evolve": {"model": "techer"}}, "evolve.model: no model called 'techer'; did you mean"),
        ({"grade": {"judges": ["juge"]}}, "grade.judges[0]: no model called 'juge'; did you mean"),
        ({"grade": {"judges": "judge"}}, 'grade.judges: must be a list, not "judge"'),
        ({"rate": {"judges": ["judge", "judge"]}}, "rate.judges: 'judge' is named twice"),
        ({"rank": {"max_group": 27}}, "rank.max_group: must be at most 26, not 27"),
        (
            {"screen": {"too_easy": "strct"}},
            "screen.too_easy: must be 'evidence', 'strict' or 'keep', not \"strct\"; did you mean",
        ),
        ({"export": {"datasets": ["srm"]}}, "export.datasets[0]: must be 'instructions', 'sft'"),
        ({"export": {"datasets": []}}, "export.datasets: needs at least 1"),
        ({"export": {"datasets": ["sft", "sft"]}}, "export.datasets: 'sft' is named twice"),
        ({"engine": {"memory": "lots"}}, "engine.memory: write a size, as 600MB or 4GB, not"),
        ({"evolve": {"model": "teacher", "rounds": 5}}, "evolve.rounds: must be a list, not 5"),
        (
            {"select": {"rules": ["verifid"]}},
            "select.rules[0]: no column called 'verifid' in `verifid`; did you mean 'verified'?",
        ),
        ({"select": {"rules": ["a >"]}}, "select.rules[0]: cannot read `a >`"),
        ({"select": {"rules": ["-" * 500]}}, "select.rules[0]: must be at most 300 characters"),
        (
            {"solve": {"model": "teacher", "prompt": "gone.md"}},
            "solve.prompt: no such file:",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_write(tmp_path, sections, line):
    (error,) = mistakes(tmp_path, **sections)
    assert error.startswith("x.yaml: ")
    assert line in error


@pytest.mark.parametrize(
    ("model", "line"),
    [
        ({}, "models.judge.provider: is missing; write it"),
        ({"provider": "opnai"}, "no provider called 'opnai'; did you mean 'openai'? (there are"),
        ({"provider": "pkg.mod:"}, "and your own as my_pkg.mod:Name)"),
        ({"provider": "a b:C"}, "no provider called 'a b:C'"),
        ({"provider": "openai"}, "provider 'openai' needs `model`"),
        ({"provider": "vllm"}, "provider 'vllm' needs `model`"),
        ({"provider": "symbolic", "python": "x"}, "provider 'symbolic' needs no `python`"),
        ({"provider": "symbolic", "key_env": "A"}, "take out base_url and key_env"),
        ({"provider": "symbolic", "temperature": 3}, "temperature: must be at most 2.0, not 3"),
        ({"provider": "symbolic", "retires": 3}, "no setting called 'retires'; did you mean"),
        ({"provider": "openai", "model": "m", "base_url": "host:1"}, "write http://host:port/v1"),
        ({"provider": "openai", "model": "m", "base_url": [3]}, "base_url[0]: must be a text"),
        ({"provider": "openai", "model": "m", "base_url": {}}, "base_url: must be a list, not {}"),
    ],
)
def test_a_mistake_in_a_model_is_named(tmp_path, model, line):
    (error,) = mistakes(tmp_path, models=GOOD["models"] | {"judge": model})
    assert error.startswith("x.yaml: models.judge")
    assert line in error


@pytest.mark.parametrize("name", ["a b", "a@b", "", "x" * 41])
def test_a_model_needs_a_name_that_fits_into_a_file_of_results(tmp_path, name):
    errors = mistakes(tmp_path, models=GOOD["models"] | {name: {"provider": "symbolic"}})
    assert errors == [
        f"x.yaml: models: '{name}': write a name as letters, digits, '_' and '-', as teacher"
    ]


def test_a_recipe_needs_a_model(tmp_path):
    assert mistakes(tmp_path, models={})[-1] == "x.yaml: models: needs at least 1"


def test_no_model_has_the_name_of_the_arithmetic_check(tmp_path):
    (error,) = mistakes(tmp_path, models=GOOD["models"] | {"arithmetic": {"provider": "symbolic"}})
    assert error.startswith("x.yaml: models.arithmetic: step verdicts have this name")


def test_operators_are_named_by_round(tmp_path):
    rounds = [
        {"direction": "downward", "operators": ["simplify"]},
        {"direction": "upward", "operators": ["add_constrains", "simplify", "deepen", "deepen"]},
        {"direction": "sideways"},
        {"direction": "upward", "operators": []},
    ]
    assert mistakes(tmp_path, evolve={"model": "teacher", "rounds": rounds}) == [
        "x.yaml: evolve.rounds[1]: no operator called 'add_constrains'; "
        "did you mean 'add_constraint'?",
        "x.yaml: evolve.rounds[1]: 'simplify' goes downward; upward are add_constraint, deepen, "
        "concretise, more_steps, fuse, distract",
        "x.yaml: evolve.rounds[1]: 'deepen' is named twice",
        "x.yaml: evolve.rounds[2].direction: must be 'downward', 'upward' or 'breadth', "
        'not "sideways"',
        "x.yaml: evolve.rounds[3].operators: needs at least 1",
    ]


def test_all_mistakes_come_at_once(tmp_path):
    errors = mistakes(
        tmp_path,
        "seed=-1",
        rates={},
        evolve={"model": "techer", "rounds": [{"direction": "up"}]},
        models={"teacher": {"provider": "symbolc"}, "judge": {"provider": "symbolic"}},
    )
    assert len(errors) == 5
    assert sum(error.startswith("--set seed: ") for error in errors) == 1


KEYS = [
    "sk-proj-abcdefgh12345678abcdefgh",
    "hf_abcdefghijklmnopqrstuvwxyz012345",
    "AKIAABCDEFGHIJKLMNOP",
    "Bearer abcdefgh12345678",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    "model",
    [
        {"key_env": "KEY"},
        {"options": {"headers": {"x": ["KEY"]}}},
        {"identity": "KEY"},
        {"api_key": "KEY"},
        {"base_url": "http://user:KEY@host/v1"},
        {"model": "KEY"},
    ],
    ids=lambda model: next(iter(model)),
)
def test_a_key_in_a_recipe_is_refused_and_never_repeated(tmp_path, key, model):
    text = json.dumps({"provider": "openai", "model": "m"} | model).replace("KEY", key)
    errors = mistakes(tmp_path, models=GOOD["models"] | {"judge": json.loads(text)})
    assert "this looks like a key" in errors[0]
    assert key not in "\n".join(errors)
    by_hand = mistakes(tmp_path, f"models.judge.key_env={key}")
    assert by_hand[0].startswith("--set models.judge.key_env: models.judge.key_env: this looks")
    assert key not in "\n".join(by_hand)


@pytest.mark.parametrize("name", ["api_key", "apiKey", "token", "password", "access-token"])
def test_a_setting_that_is_named_like_a_key_is_refused(tmp_path, name):
    models = GOOD["models"] | {"judge": {"provider": "symbolic", "options": {name: "hunter2"}}}
    (error,) = mistakes(tmp_path, models=models)
    assert error.startswith(f"x.yaml: models.judge.options.{name}: this looks like a key")
    assert "hunter2" not in error


@pytest.mark.parametrize("value", ["s3cret-lower-case-value", "a" * 40])
def test_what_is_no_name_of_a_variable_is_not_repeated(tmp_path, value):
    judge = {"provider": "openai", "model": "m", "key_env": value}
    (error,) = mistakes(tmp_path, models=GOOD["models"] | {"judge": judge})
    assert "write the name of an environment variable" in error
    assert value not in error


def test_harmless_words_are_no_keys(tmp_path):
    models = {
        "provider": "openai",
        "model": "org/sk-learn-like-name",
        "options": {"max_token": 3, "stop_token": "</s>", "note": "keyboard"},
    }
    assert recipe_with(tmp_path, models=GOOD["models"] | {"judge": models})


def test_variables_of_the_environment_are_not_filled_in(tmp_path, monkeypatch):
    monkeypatch.setenv("SEEDS", "x.jsonl")
    (error,) = mistakes(tmp_path, seeds={"path": "${SEEDS}"})
    assert error.startswith("x.yaml: seeds.path: ${SEEDS} is not filled in")


# Files that are no recipes


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "nothing is written here"),
        ("# only a comment\n", "nothing is written here"),
        ("- 1\n", "a recipe is settings, as `seed: 7`, not list"),
        ("a: 1\nb: [1\nc: 3\n", "line 3, column 2: expected ',' or ']'"),
        ("a: 1\n\tb: 2\n", "line 2, column 1: found character '\\t'"),
        ("a: 1\nb: 2\na: 3\n", "line 3, column 1: 'a' stands here twice (first at line 1)"),
        ("solve:\n  x: 1\n  x: 1\n", "line 3, column 3: 'x' stands here twice"),
        ("1: a\n", "line 1, column 1: a setting's name must be a text; put it in quotes"),
        ("? [a]\n: b\n", "line 1, column 3: a setting's name must be a text"),
        ("a: &x 1\nb: *x\n", "line 2, column 4: aliases and tags are not read"),
        ("a: !!python/object:os.system x\n", "line 1, column 4: aliases and tags are not read"),
        ("a: 1\nb: \x07\n", "line 2, column 4: the character U+0007 cannot stand here"),
        ("[" * 5000, "nested too deeply"),
        ("a: 1\n---\nb: 2\n", "line 2, column 1: but found another document"),
        ('name: "\\ud800"\n', "half a character (a surrogate, as \\ud800) stands in it"),
        ('"\\ud800": 1\n', "half a character (a surrogate, as \\ud800) stands in it"),
        (f"a: {'1' * 9000}\n", "no setting called 'a'"),
        ("x" * 1_000_001, "larger than 1,000,000 bytes; this is no recipe"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_line_and_column(tmp_path, text, line):
    errors = error_of(written(tmp_path, text))
    assert errors[0].startswith("x.yaml: ")
    assert any(line in error for error in errors)


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"seed: 7\nname: caf\xe9\n")
    assert error_of(path) == ["x.yaml: line 2: not UTF-8; save the file as UTF-8"]


def test_a_byte_order_mark_and_crlf_are_no_trouble(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + yaml.safe_dump(GOOD).replace("\n", "\r\n").encode())
    assert load_recipe(path).solve.model == "teacher"


def test_a_missing_file_is_told_with_the_nearest_name(tmp_path):
    written(tmp_path, "seed: 7", "evol_gsm8k.yaml")
    assert error_of(tmp_path / "evol_gms8k.yaml") == [
        "evol_gms8k.yaml: no such file; did you mean 'evol_gsm8k.yaml'?"
    ]
    assert error_of(tmp_path / "none" / "x.yaml") == ["x.yaml: no such file"]


def test_a_folder_is_no_recipe(tmp_path):
    with pytest.raises(UserError, match="this is a folder; name a recipe in it"):
        load_recipe(tmp_path)


def test_a_file_name_that_makes_no_run_name_is_told(tmp_path):
    (error,) = error_of(written(tmp_path, yaml.safe_dump(GOOD), "my recipe.yaml"))
    assert error.startswith("my recipe.yaml: name: write letters, digits")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["model", "rounds", "judges", "hub", "limit", "provider", "x"]), inner
        )
    ),
    max_leaves=6,
)
names = st.sampled_from([*Recipe.model_fields, "nonsense"])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sections=st.dictionaries(names, values))
def test_any_settings_whatever_end_in_a_recipe_or_in_one_user_error(tmp_path, sections):
    try:
        assert isinstance(recipe_with(tmp_path, **sections), Recipe)
    except UserError as error:
        assert str(error)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    raw=st.binary(max_size=60) | st.text("a: []{}&*!|>'\"%@`\n\t-?#,0", max_size=40).map(str.encode)
)
def test_any_bytes_whatever_end_in_one_user_error(tmp_path, raw):
    path = tmp_path / "x.yaml"
    path.write_bytes(raw)
    with pytest.raises(UserError):
        load_recipe(path)


# Identity


def test_what_changes_no_row_changes_no_digest(tmp_path):
    models = {"teacher": {"provider": "openai", "model": "m"}, "judge": {"provider": "symbolic"}}
    before = recipe_with(tmp_path, models=models)
    after = recipe_with(
        tmp_path,
        "name=other",
        "engine.memory=4GB",
        "engine.workers=8",
        "models.teacher.in_flight=8",
        "models.teacher.timeout=9",
        "models.teacher.retries=0",
        "models.teacher.base_url=http://b/v1",
        "models.teacher.key_env=B",
        "models.unused={provider: symbolic}",
        models=models,
    )
    assert before.digest() == after.digest()
    assert differences(before.identity(), after.identity()) == []


@pytest.mark.parametrize(
    ("override", "difference"),
    [
        ("solve.samples=8", "solve.samples: 4 -> 8"),
        ("seed=8", "seed: 7 -> 8"),
        ("grade.judges=[]", 'grade.judges: ["judge"] -> []'),
        ("solve.model=judge", "solve.model: teacher -> judge"),
        ("models.teacher.temperature=1", "models.teacher.temperature: 0.7 -> 1.0"),
        ("models.teacher.options.hide_answers=true", "hide_answers: none -> true"),
        ("evolve.rounds=[]", "evolve.rounds: none -> []"),
        ("seeds.limit=3", "seeds.limit: none -> 3"),
        ("select.rules=[]", 'select.rules: ["verified"] -> []'),
    ],
)
def test_what_changes_rows_is_named_as_a_difference(tmp_path, override, difference):
    before, after = recipe_with(tmp_path), recipe_with(tmp_path, override)
    assert before.digest() != after.digest()
    # As it is stored with a run and read back.
    stored = json.loads(json.dumps(before.identity(), sort_keys=True))
    assert any(difference in one for one in differences(stored, after.identity()))
    assert differences(stored, before.identity()) == []


def test_one_changed_round_is_one_difference(tmp_path):
    rounds = [{"direction": "upward"}, {"direction": "breadth"}]
    before = recipe_with(tmp_path, evolve={"model": "teacher", "rounds": rounds})
    after = recipe_with(
        tmp_path, "evolve.rounds[1].variants=2", evolve={"model": "teacher", "rounds": rounds}
    )
    assert differences(before.identity(), after.identity()) == ["evolve.rounds[1].variants: 1 -> 2"]


def test_a_prompt_counts_by_its_text_and_not_by_its_place(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for folder, text in (("a", "one"), ("b", "one"), (".", "other")):
        written(tmp_path / folder, text, "mine.md")
    one, same, other = (
        recipe_with(tmp_path, solve={"model": "teacher", "prompt": f"{folder}/mine.md"})
        for folder in ("a", "b", ".")
    )
    assert one.digest() == same.digest() != other.digest()
    assert str(tmp_path) not in json.dumps(one.identity())


def test_seeds_count_by_their_content_and_a_file_that_is_gone_is_no_change(tmp_path):
    path = written(tmp_path, "{}", "seeds.jsonl")
    recipe = recipe_with(tmp_path, seeds={"path": "seeds.jsonl"})
    before = recipe.identity()
    path.write_text("{} ", encoding="utf-8")
    (change,) = differences(before, recipe.identity())
    assert change.startswith("seeds.sha256: ")
    path.unlink()
    assert differences(before, recipe.identity()) == []


def test_models_that_share_an_identity_are_the_same_model(tmp_path):
    served = {"provider": "vllm", "model": "/disk/qwen", "identity": "qwen"}
    remote = {"provider": "openai", "model": "qwen-remote", "identity": "qwen"}
    one = recipe_with(tmp_path, models=GOOD["models"] | {"teacher": served})
    other = recipe_with(tmp_path, models=GOOD["models"] | {"teacher": remote})
    assert one.digest() == other.digest()


def test_the_digest_is_the_same_in_every_process():
    code = (
        f"from factory.recipe import load_recipe; print(load_recipe({str(RECIPES[0])!r}).digest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {load_recipe(RECIPES[0]).digest()}


def test_reading_a_recipe_brings_no_heavy_library_along():
    code = (
        "import sys; from factory.recipe import load_recipe; "
        f"load_recipe({str(ROOT / 'recipes' / 'tiny.yaml')!r}); "
        "print([m for m in ('duckdb', 'pyarrow', 'sympy', 'huggingface_hub', 'rich', 'numpy') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
