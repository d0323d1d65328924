"""The promises of the design, each tried with a model whose replies are random."""

import json
import os
import shutil
import signal
import time
from dataclasses import dataclass

import pytest
from conftest import DEFAULT_ROUNDS, exported, recipe_text, run_apart, write_seeds

from factory.errors import Fatal, UserError
from factory.recipe import load_recipe
from factory.start import Summary, run
from factory.store.file import drop_derived, open_run

ONE = DEFAULT_ROUNDS[:1]
"""Rounds of a run that is to be short."""


class Runner:
    """Runs the fake recipe in folders of one temporary place."""

    def __init__(self, tmp_path, monkeypatch):
        self.place = tmp_path
        self.monkeypatch = monkeypatch
        self.seeds = write_seeds(tmp_path / "seeds.jsonl", 30)

    def recipe(self, **changes):
        path = self.place / "fake.yaml"
        path.write_text(recipe_text(self.seeds, **changes), encoding="utf-8")
        return load_recipe(path)

    def run(self, name="one", *, again=None, fake=None, **changes):
        self.monkeypatch.setenv("FAKE", json.dumps(fake or {}))
        return run(self.recipe(**changes), self.place / name, **(again or {}))

    def rows(self, query, name="one"):
        connection = open_run(self.place / name)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def copy(self, whole):
        """Go on with a copy of a run that has ended; its exports."""
        self.seeds = whole.runner.seeds
        shutil.copytree(whole.runner.place / "one", self.place / "one")
        return whole.exports


@pytest.fixture
def runner(tmp_path, monkeypatch):
    return Runner(tmp_path, monkeypatch)


@dataclass(frozen=True)
class Whole:
    """A run from its beginning to its end, which nobody changes."""

    runner: Runner
    summary: Summary
    exports: str


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        runner = Runner(tmp_path_factory.mktemp("whole"), monkeypatch)
        summary = runner.run()
    return Whole(runner, summary, exported(runner.place / "one"))


def calls(summary):
    return sum(count.calls for count in summary.tally.stages.values())


def test_counts_reconcile_at_every_stage(whole):
    runner, summary = whole.runner, whole.summary
    assert summary.pending == 0
    ends = {
        (stage, status): n
        for stage, status, n in runner.rows(
            "select stage, status, count(*) from outcomes group by all"
        )
    }

    def total(stage):
        return sum(n for (at, _), n in ends.items() if at == stage)

    def done(stage):
        return ends.get((stage, "done"), 0)

    rounds = 30 * (1 + 1 + 2)
    assert total("seed") == done("seed") == 30
    assert total("evolve") <= rounds
    assert total("eliminate") == done("evolve")
    assert total("admit") == done("eliminate") + done("seed")
    assert total("solve") == 4 * done("admit")
    assert total("verify") == done("admit")
    ((seeds_verified,),) = runner.rows(
        "select count(*) from outcomes where stage = 'verify' and round = 0 and status = 'done'"
    )
    assert total("screen") == done("verify") - seeds_verified
    assert total("select") == total("rate") == done("screen") + seeds_verified
    # Each item ends once, and whatever did not end well says why.
    assert runner.rows("select stage, item from outcomes group by all having count(*) > 1") == []
    assert runner.rows("select * from outcomes where (status = 'done') != (reason is null)") == []
    # Nothing was rejected for want of trying: every stage kept something and lost something.
    for stage in ("evolve", "eliminate", "admit", "solve", "rate", "select"):
        assert done(stage) and total(stage) > done(stage), stage
    # What the display counted is what the ledger holds.
    for stage, count in summary.tally.stages.items():
        assert count.entered == count.settled == total(stage), stage


def test_a_finished_run_asks_nothing(runner, whole):
    before = runner.copy(whole)
    again = runner.run()
    assert calls(whole.summary) > 500
    assert calls(again) == 0
    assert again.resumed
    assert exported(runner.place / "one") == before
    assert len(runner.rows("select * from runs")) == 2


def test_everything_derived_can_be_dropped_and_comes_back_for_nothing(runner, whole):
    before = runner.copy(whole)
    connection = open_run(runner.place / "one")
    drop_derived(connection)
    connection.close()
    again = runner.run()
    assert calls(again) == 0
    assert exported(runner.place / "one") == before


def test_order_and_concurrency_change_nothing(runner, whole):
    runner.run("slow", in_flight=1)
    assert exported(runner.place / "slow") == whole.exports
    runner.run("wild", in_flight=512, fake={"jitter": 0.02}, engine={"workers": 4})
    assert exported(runner.place / "wild") == whole.exports


@pytest.mark.parametrize("threads", [1, 8])
def test_duckdb_threads_change_nothing(runner, whole, threads):
    runner.run("other", engine={"threads": threads})
    assert exported(runner.place / "other") == whole.exports


def test_the_hash_seed_and_the_path_change_nothing(runner, whole):
    runner.recipe()
    mine = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    place = runner.place / "a/deeper/place"
    done = run_apart(runner.place / "fake.yaml", place, env={"PYTHONHASHSEED": mine})
    output, _ = done.communicate()
    assert done.returncode == 0, output
    assert exported(place / "fake") == whole.exports


def test_another_draw_is_another_reply_and_the_same_draw_never_is(whole):
    runner = whole.runner
    ((asked, kept),) = runner.rows("select count(*), count(distinct k) from replies")
    assert asked == kept
    # Four samples of one prompt are four replies.
    rows = runner.rows(
        """select count(distinct text) from replies where stage = 'solve'
           group by prompts having count(*) >= 4 order by 1"""
    )
    assert rows[-1][0] >= 3


def test_one_refused_call_fails_its_own_item_alone(runner):
    summary = runner.run(fake={"refused": 0.05})
    assert summary.pending == 0
    failed = runner.rows("select stage, count(*) from outcomes where status = 'failed' group by 1")
    assert {"evolve", "solve", "rate", "grade"} <= {stage for stage, _ in failed}
    ((accepted,),) = runner.rows(
        "select count(*) from outcomes where stage = 'select' and status = 'done'"
    )
    assert accepted > 0
    again = runner.run(fake={"refused": 0.05})
    assert calls(again) == 0


def test_transient_faults_leave_items_pending_and_running_again_takes_them_up(runner, whole):
    left = runner.run("rough", fake={"transient": 0.05}, retries=0)
    assert left.pending > 0
    for _ in range(60):
        if not left.pending:
            break
        left = runner.run("rough", fake={"transient": 0.05}, retries=0)
    assert left.pending == 0
    assert exported(runner.place / "rough") == whole.exports


def test_giving_up_settles_pending_items_as_failed(runner):
    rough = {"transient": 0.5}
    summary = runner.run(fake=rough, retries=0, rounds=ONE, again={"give_up": True})
    assert summary.pending == 0
    assert runner.rows("select count(*) from outcomes where reason = 'gave_up'") > [(0,)]
    # What failed can be opened again, and only that is asked.
    bought = runner.rows("select count(*) from replies")
    again = runner.run(rounds=ONE, again={"retry_failed": True})
    assert calls(again) > 0
    assert runner.rows("select count(*) from replies") == [(bought[0][0] + calls(again),)]
    assert runner.rows("select count(*) from outcomes where reason = 'gave_up'") == [(0,)]


def test_a_fatal_fault_stops_the_run_and_loses_nothing(runner):
    with pytest.raises(Fatal, match="the key is wrong"):
        runner.run(fake={"fatal_at": 300}, rounds=ONE)
    ((kept,),) = runner.rows("select count(*) from replies")
    assert kept >= 300 - 32
    again = runner.run(rounds=ONE)
    ((total,),) = runner.rows("select count(*) from replies")
    assert calls(again) == total - kept


def test_a_changed_recipe_is_refused_with_the_difference_and_update_goes_on(runner, whole):
    runner.copy(whole)
    with pytest.raises(UserError, match=r"solve\.samples: 4 -> 5.*--update.*--name"):
        runner.run(solve={"model": "m", "samples": 5})
    first = runner.rows("select count(*) from replies")
    more = runner.run(solve={"model": "m", "samples": 5}, again={"update": True})
    ((total,),) = runner.rows("select count(*) from replies")
    assert calls(more) == total - first[0][0]
    assert 0 < calls(more) < first[0][0]


def test_another_run_reuses_what_one_bought(runner, whole):
    second = runner.run("two", again={"reuse": [whole.runner.place / "one"]})
    assert calls(whole.summary) > 0
    assert calls(second) == 0
    assert exported(runner.place / "two") == whole.exports
    # The copy stands on its own.
    assert calls(runner.run("two")) == 0


def test_a_second_run_on_a_live_folder_is_refused(runner):
    runner.recipe()
    slow = {"FAKE": json.dumps({"latency": 1000.0})}
    first = run_apart(runner.place / "fake.yaml", runner.place, env=slow)
    try:
        while not (runner.place / "fake" / "live.json").exists():
            assert first.poll() is None, first.stdout.read()
            time.sleep(0.01)
        second = run_apart(runner.place / "fake.yaml", runner.place)
        output, _ = second.communicate()
        assert second.returncode == 2
        assert "a run is live here" in output
        assert "Traceback" not in output
    finally:
        first.kill()
        first.communicate()


def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(runner, whole):
    runner.recipe()
    slow = {"FAKE": json.dumps({"latency": 1.0})}
    first = run_apart(runner.place / "fake.yaml", runner.place, env=slow)
    log = runner.place / "fake" / "run.log"
    # Calls begin: the whole run would take many times as long.
    while not log.exists() or '"model_opened"' not in log.read_text(encoding="utf-8"):
        assert first.poll() is None, first.stdout.read()
        time.sleep(0.01)
    first.send_signal(signal.SIGINT)
    output, _ = first.communicate()
    assert first.returncode == 3, output
    assert "factory run" in output
    assert "stopping: " in output
    assert "Traceback" not in output
    second = run_apart(runner.place / "fake.yaml", runner.place)
    output, _ = second.communicate()
    assert second.returncode == 0, output
    assert exported(runner.place / "fake") == whole.exports
