"""What goes wrong on a server, through real runs: nothing is lost, nothing is paid twice, a bad row
harms no other, and what no row can do anything about stops the run at once."""

import json
import logging
import shutil

import pytest
from conftest import exported
from fault_server import FaultServer
from served import KEY, ROUNDS, Runs

from factory.errors import Fatal
from factory.store.file import drop_derived, open_run


@pytest.fixture(scope="module")
def running():
    with FaultServer() as server:
        yield server


@pytest.fixture
def runs(running, tmp_path, monkeypatch):
    running.change(delay=0, key=KEY, reply=None, rates={}, script=[], seed=0, times=1)
    running.reset()
    return Runs(tmp_path, running, monkeypatch)


@pytest.fixture(scope="module")
def sound(running, tmp_path_factory):
    """A run on a server that does nothing wrong: digest of its exports, its calls, its folder."""
    running.change(delay=0, key=KEY, reply=None, rates={}, script=[], seed=0, times=1)
    running.reset()
    with pytest.MonkeyPatch.context() as monkeypatch:
        runs = Runs(tmp_path_factory.mktemp("sound"), running, monkeypatch)
        assert runs.run().pending == 0
    assert runs.reconciled()
    stats = running.stats
    assert stats["paid_twice"] == 0 and stats["asked"] == stats["paid"]
    return exported(runs.place / "one"), stats["paid"], runs.place / "one"


PASSING = ["408", "409", "429", "429 date", "500", "503", "html", "html 200", "error in 200"]
PASSING += ["empty body", "no choices", "broken json", "cut body", "drop"]


def test_what_passes_leaves_the_rows_as_they_are_and_pays_nothing_twice(runs, sound):
    runs.server.change(rates=dict.fromkeys(PASSING, 0.02), times=2)
    summary = runs.run()
    assert summary.pending == 0
    assert exported(runs.place / "one") == sound[0]
    stats = runs.server.stats
    assert len(stats["faults"]) >= 8, stats["faults"]
    assert (stats["paid"], stats["paid_twice"]) == (sound[1], 0)


def test_a_server_that_never_answers_is_given_up_and_asked_again(runs, sound):
    runs.server.change(rates={"never": 0.05})
    assert runs.run(model={"timeout": 0.5}).pending == 0
    assert exported(runs.place / "one") == sound[0]
    assert runs.server.stats["faults"]["never"] > 0


def test_what_stays_broken_leaves_its_items_pending_and_the_next_run_ends_it(runs, sound):
    runs.server.change(rates={"500": 0.05}, times=None, seed=3)
    runs.server.change(script=[{"contains": "Step", "fault": "drop", "times": 2}])
    summary = runs.run(model={"retries": 0})
    assert summary.pending > 0
    runs.server.change(rates={}, script=[])
    assert runs.run(model={"retries": 0}).pending == 0
    assert exported(runs.place / "one") == sound[0]
    assert runs.server.stats["paid_twice"] == 0


@pytest.mark.parametrize("fault", ["400", "413", "422", "filter"])
def test_a_refused_row_harms_no_other_and_is_not_asked_again(runs, fault):
    runs.server.change(rates={fault: 0.06}, times=None)
    assert runs.run(rounds=ROUNDS[:1]).pending == 0
    assert runs.reconciled()
    assert set(runs.reasons("failed")) == {"refused_by_server"}
    asked = runs.server.stats["asked"]
    connection = open_run(runs.place / "one")
    drop_derived(connection)
    connection.close()
    runs.run(rounds=ROUNDS[:1])
    assert runs.server.stats["asked"] == asked


FATAL = ["401", "403", "404", "quota", "parameter", "redirect"]


@pytest.mark.parametrize("fault", FATAL)
def test_what_no_row_can_mend_stops_the_run_at_once(runs, fault, caplog):
    caplog.set_level(logging.DEBUG)
    runs.server.change(script=[{"contains": "", "fault": fault}])
    with pytest.raises(Fatal, match=r"^models\.m") as caught:
        runs.run(model={"in_flight": 4})
    assert "\n" not in str(caught.value)
    # What was in flight, and what took its place in that moment; six seeds want 24 solutions.
    assert runs.server.stats["asked"] <= 4
    written = b"".join(p.read_bytes() for p in runs.place.rglob("*") if p.is_file())
    assert KEY.encode() not in written and KEY not in caplog.text + str(caught.value)


def test_a_key_that_expires_in_the_middle_costs_what_was_in_flight_at_most(runs, sound):
    rule = {"contains": '"seed":1', "fault": "401", "times": None}
    runs.server.change(script=[rule])
    with pytest.raises(Fatal, match="does not accept the key in TEST_KEY"):
        runs.run()
    runs.server.change(script=[])
    assert runs.run().pending == 0
    assert exported(runs.place / "one") == sound[0]
    assert runs.server.stats["paid_twice"] <= 16


def test_a_run_that_buys_nothing_needs_no_key_and_no_server(runs, sound):
    shutil.copytree(sound[2], runs.place / "one")
    asked = runs.server.stats["asked"]
    runs.monkeypatch.delenv("TEST_KEY")
    nobody = {"base_url": "http://127.0.0.1:9/v1"}
    for again in ({}, {"update": True}):
        assert runs.run(model=nobody, again=again).pending == 0
        assert exported(runs.place / "one") == sound[0]
    # Nor does one that takes all replies from another run.
    assert runs.run("two", model=nobody, again={"reuse": [runs.place / "one"]}).pending == 0
    assert exported(runs.place / "two") == sound[0]
    assert runs.server.stats["asked"] == asked
    # One that has something to buy says what it lacks, before it buys anything.
    more = {"solve": {"model": "m", "samples": 5}, "again": {"update": True}}
    with pytest.raises(Fatal, match=r"models\.m\.key_env: .* TEST_KEY is not set"):
        runs.run(**more)
    assert runs.server.stats["asked"] == asked
    runs.monkeypatch.setenv("TEST_KEY", KEY)
    assert runs.run(**more).pending == 0
    assert runs.server.stats["asked"] > asked


REASONS = {"length": "truncated", "content_filter": "empty", "no content": "empty"}
REASONS |= {"eaten": "eaten_backslashes"}


@pytest.mark.parametrize("fault", REASONS)
def test_a_reply_that_cannot_be_used_has_a_reason_that_can_be_counted(runs, fault):
    runs.server.change(rates={fault: 0.5}, times=None)
    assert runs.run(rounds=ROUNDS[:1]).pending == 0
    assert runs.reconciled()
    assert runs.reasons("rejected").get(REASONS[fault], 0) > 0
    texts = runs.rows("select text from instructions union all select text from attempts")
    assert not any("\f" in text or "\b" in text for (text,) in texts)


def test_unknown_usage_stays_unknown_and_a_second_choice_is_left_alone(runs, sound):
    runs.server.change(rates={"no usage": 0.5, "wrong n": 0.5}, times=None)
    assert runs.run().pending == 0
    assert exported(runs.place / "one") == sound[0]
    counts = "count(*), count(prompt_tokens), count(completion_tokens), count(cached_tokens)"
    ((whole, prompts, completions, cached),) = runs.rows(f"select {counts} from replies")
    assert 0 < prompts == completions == cached < whole


def test_two_servers_share_the_calls_and_one_that_is_gone_is_done_without(runs, sound):
    with FaultServer(key=KEY) as other:
        urls = [other.url, runs.server.url]
        assert runs.run(model={"base_url": urls}).pending == 0
        both = other.stats["paid"], runs.server.stats["paid"]
    assert min(both) > 0 and sum(both) == sound[1]
    assert exported(runs.place / "one") == sound[0]
    # An address is no part of a run: the same run, with a server that is not there.
    assert runs.run("two", model={"base_url": urls}).pending == 0
    assert exported(runs.place / "two") == sound[0]


def test_no_prompt_and_no_key_is_logged(runs):
    runs.server.change(rates={"400": 0.1, "500": 0.1}, times=None, seed=5)
    runs.run(model={"retries": 0}, rounds=[])
    said = (runs.place / "one" / "run.log").read_text(encoding="utf-8")
    seed = json.loads(runs.seeds.read_text(encoding="utf-8").splitlines()[0])
    assert KEY not in said and seed["question"] not in said
