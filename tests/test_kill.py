"""A real SIGKILL at points chosen by a seed: the run goes on, and the exports are the same.

`tests/benchmarks/kill.py` does the same at more points and with more calls.
"""

import json
import random

import pytest
from conftest import exported, recipe_text, run_apart, write_seeds
from fakes import Witness

from factory.recipe import load_recipe
from factory.start import run as run_here

IN_FLIGHT = 32

AT_STEP = """
import os, signal
import factory.{module} as place
original = place.{name}
def dying(*args, **more):
    {before}
    result = original(*args, **more)
    os.kill(os.getpid(), signal.SIGKILL)
place.{name} = dying
"""

DURING = {
    "admit": AT_STEP.format(module="making", name="admit_step", before=""),
    "screen": AT_STEP.format(module="making", name="screen_step", before=""),
    "checkpoint": AT_STEP.format(
        module="making", name="select_step", before="args[0].execute('commit; checkpoint')"
    ),
    "export": AT_STEP.format(module="start", name="export_from", before=""),
    "card": AT_STEP.format(module="start", name="write_card", before=""),
}


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    """The digest of a run that nobody killed, and its number of calls."""
    place = tmp_path_factory.mktemp("unbroken")
    witness = Witness()
    try:
        go_on(place, witness)
        assert witness.twice == 0
        return exported(place / "fake"), witness.total
    finally:
        witness.close()


@pytest.fixture
def witness():
    witness = Witness()
    yield witness
    witness.close()


def recipe_of(place):
    seeds = write_seeds(place / "seeds.jsonl", 40)
    recipe = place / "fake.yaml"
    text = recipe_text(seeds, in_flight=IN_FLIGHT, options={"salt": "kill"})
    recipe.write_text(text, encoding="utf-8")
    return recipe


def start(place, witness, code=""):
    fake = {"FAKE": json.dumps({"witness": witness.port})}
    return run_apart(recipe_of(place), place, env=fake, code=code)


def go_on(place, witness):
    """Run to the end."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("FAKE", json.dumps({"witness": witness.port}))
        assert run_here(load_recipe(recipe_of(place)), place / "fake").pending == 0


def finish(place, witness, unbroken, kills=1):
    """Run again to the end; the exports are those of the unbroken run, little is paid twice."""
    go_on(place, witness)
    assert exported(place / "fake") == unbroken[0]
    assert witness.twice <= kills * IN_FLIGHT
    assert witness.total - witness.twice == unbroken[1]


@pytest.mark.parametrize("points", [(0, 1), (2, 3)])
def test_a_killed_run_goes_on_and_pays_only_what_was_in_flight_twice(
    tmp_path, unbroken, witness, points
):
    at = [random.Random(point).randrange(1, unbroken[1]) for point in points]
    for n, calls in enumerate(sorted(at), 1):
        witness.kill(start(tmp_path, witness), calls)
        assert witness.twice <= n * IN_FLIGHT
    finish(tmp_path, witness, unbroken, kills=len(points))


def test_kills_during_each_set_step_change_nothing(tmp_path, unbroken, witness):
    for n, step in enumerate(DURING, 1):
        run = start(tmp_path, witness, code=DURING[step])
        output, _ = run.communicate()
        assert run.returncode == -9, (step, output)
        assert witness.twice <= n * IN_FLIGHT
    finish(tmp_path, witness, unbroken, kills=len(DURING))
