"""The promises of the design, each tried with a model whose replies are random."""

import json
import signal
import time

import pytest
from conftest import exported, recipe_text, run_apart, write_seeds

from factory.errors import Fatal, UserError
from factory.recipe import load_recipe
from factory.start import run
from factory.store.file import drop_derived, open_run


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


@pytest.fixture
def runner(tmp_path, monkeypatch):
    return Runner(tmp_path, monkeypatch)


def calls(summary):
    return sum(count.calls for count in summary.tally.stages.values())


def test_counts_reconcile_at_every_stage(runner):
    summary = runner.run()
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


def test_a_finished_run_asks_nothing(runner):
    first = runner.run()
    before = exported(runner.place / "one")
    again = runner.run()
    assert calls(first) > 500
    assert calls(again) == 0
    assert again.resumed
    assert exported(runner.place / "one") == before
    assert len(runner.rows("select * from runs")) == 2


def test_everything_derived_can_be_dropped_and_comes_back_for_nothing(runner):
    runner.run()
    before = exported(runner.place / "one")
    connection = open_run(runner.place / "one")
    drop_derived(connection)
    connection.close()
    again = runner.run()
    assert calls(again) == 0
    assert exported(runner.place / "one") == before


def test_order_and_concurrency_change_nothing(runner):
    runner.run("slow", in_flight=1)
    one = exported(runner.place / "slow")
    runner.run("wild", in_flight=512, fake={"jitter": 0.02})
    assert exported(runner.place / "wild") == one


@pytest.mark.parametrize("threads", [1, 8])
def test_duckdb_threads_change_nothing(runner, threads):
    runner.run("two")
    runner.run("other", engine={"threads": threads})
    assert exported(runner.place / "other") == exported(runner.place / "two")


def test_the_hash_seed_and_the_path_change_nothing(runner):
    runner.recipe()
    for place, seed in (("a", "1"), ("a/deeper/place", "2")):
        done = run_apart(
            runner.place / "fake.yaml",
            runner.place / place,
            env={"PYTHONHASHSEED": seed},
        )
        output, _ = done.communicate(timeout=120)
        assert done.returncode == 0, output
    assert exported(runner.place / "a/fake") == exported(runner.place / "a/deeper/place/fake")


def test_another_draw_is_another_reply_and_the_same_draw_never_is(runner):
    runner.run()
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


def test_transient_faults_leave_items_pending_and_running_again_takes_them_up(runner):
    runner.run("calm")
    left = runner.run("rough", fake={"transient": 0.3}, retries=0)
    assert left.pending > 0
    for _ in range(60):
        if not left.pending:
            break
        left = runner.run("rough", fake={"transient": 0.3}, retries=0)
    assert left.pending == 0
    assert exported(runner.place / "rough") == exported(runner.place / "calm")


def test_giving_up_settles_pending_items_as_failed(runner):
    summary = runner.run(fake={"transient": 0.5}, retries=0, again={"give_up": True})
    assert summary.pending == 0
    assert runner.rows("select count(*) from outcomes where reason = 'gave_up'") > [(0,)]
    # What failed can be opened again, and only that is asked.
    bought = runner.rows("select count(*) from replies")
    again = runner.run(again={"retry_failed": True})
    assert calls(again) > 0
    assert runner.rows("select count(*) from replies") == [(bought[0][0] + calls(again),)]
    assert runner.rows("select count(*) from outcomes where reason = 'gave_up'") == [(0,)]


def test_a_fatal_fault_stops_the_run_and_loses_nothing(runner):
    with pytest.raises(Fatal, match="the key is wrong"):
        runner.run(fake={"fatal_at": 300})
    ((kept,),) = runner.rows("select count(*) from replies")
    assert kept >= 300 - 32
    again = runner.run()
    ((total,),) = runner.rows("select count(*) from replies")
    assert calls(again) == total - kept


def test_a_changed_recipe_is_refused_with_the_difference_and_update_goes_on(runner):
    runner.run()
    with pytest.raises(UserError, match=r"solve\.samples: 4 -> 5.*--update.*--name"):
        runner.run(solve={"model": "m", "samples": 5})
    first = runner.rows("select count(*) from replies")
    more = runner.run(solve={"model": "m", "samples": 5}, again={"update": True})
    ((total,),) = runner.rows("select count(*) from replies")
    assert calls(more) == total - first[0][0]
    assert 0 < calls(more) < first[0][0]


def test_another_run_reuses_what_one_bought(runner):
    first = runner.run("one")
    second = runner.run("two", again={"reuse": [runner.place / "one"]})
    assert calls(first) > 0
    assert calls(second) == 0
    assert exported(runner.place / "two") == exported(runner.place / "one")
    # The copy stands on its own.
    assert calls(runner.run("two")) == 0


def test_a_second_run_on_a_live_folder_is_refused(runner):
    runner.recipe()
    slow = {"FAKE": json.dumps({"latency": 0.05})}
    first = run_apart(runner.place / "fake.yaml", runner.place, env=slow)
    try:
        while not (runner.place / "fake" / "live.json").exists():
            assert first.poll() is None, first.stdout.read()
        second = run_apart(runner.place / "fake.yaml", runner.place)
        output, _ = second.communicate(timeout=60)
        assert second.returncode == 2
        assert "a run is live here" in output
        assert "Traceback" not in output
    finally:
        first.kill()
        first.communicate()


def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(runner):
    runner.recipe()
    slow = {"FAKE": json.dumps({"latency": 0.3})}
    first = run_apart(runner.place / "fake.yaml", runner.place, env=slow)
    log = runner.place / "fake" / "run.log"
    # Calls begin: the whole run would take many times as long.
    while not log.exists() or '"model_opened"' not in log.read_text(encoding="utf-8"):
        assert first.poll() is None, first.stdout.read()
        time.sleep(0.01)
    first.send_signal(signal.SIGINT)
    output, _ = first.communicate(timeout=60)
    assert first.returncode == 3, output
    assert "factory run" in output
    assert "Traceback" not in output
    second = run_apart(runner.place / "fake.yaml", runner.place)
    output, _ = second.communicate(timeout=120)
    assert second.returncode == 0, output
    runner.run("unbroken")
    assert exported(runner.place / "fake") == exported(runner.place / "unbroken")
