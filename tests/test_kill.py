"""A real SIGKILL at points chosen by a seed: the run goes on, and the exports are the same.

`tests/benchmarks/kill.py` does the same at more points and with more calls.
"""

import json
import random
import time

import pytest
from conftest import exported, recipe_text, run_apart, write_seeds
from fakes import Witness

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
        done = start(place, witness)
        output, _ = done.communicate(timeout=120)
        assert done.returncode == 0, output
        assert witness.twice == 0
        return exported(place / "fake"), witness.total
    finally:
        witness.close()


def start(place, witness, code=""):
    seeds = write_seeds(place / "seeds.jsonl", 40)
    recipe = place / "fake.yaml"
    text = recipe_text(seeds, in_flight=IN_FLIGHT, options={"salt": "kill"})
    recipe.write_text(text, encoding="utf-8")
    fake = {"FAKE": json.dumps({"witness": witness.port})}
    return run_apart(recipe, place, env=fake, code=code)


def finish(place, witness, unbroken):
    """Run again to the end; the exports are those of the unbroken run, little is paid twice."""
    again = start(place, witness)
    output, _ = again.communicate(timeout=120)
    assert again.returncode == 0, output
    assert exported(place / "fake") == unbroken[0]
    assert witness.twice <= IN_FLIGHT
    assert witness.total - witness.twice == unbroken[1]


@pytest.mark.parametrize("point", range(4))
def test_a_killed_run_goes_on_and_pays_only_what_was_in_flight_twice(tmp_path, unbroken, point):
    witness = Witness()
    try:
        at = random.Random(point).randrange(1, unbroken[1])
        run = start(tmp_path, witness)
        while witness.total < at and run.poll() is None:
            time.sleep(0.001)
        run.kill()
        run.communicate()
        finish(tmp_path, witness, unbroken)
    finally:
        witness.close()


@pytest.mark.parametrize("step", DURING)
def test_a_kill_during_a_set_step_changes_nothing(tmp_path, unbroken, step):
    witness = Witness()
    try:
        run = start(tmp_path, witness, code=DURING[step])
        output, _ = run.communicate(timeout=120)
        assert run.returncode == -9, output
        finish(tmp_path, witness, unbroken)
    finally:
        witness.close()
