"""The log has a JSON object a line; what was asked is written only where somebody wants it."""

import json
import logging

import pytest
from test_money import EACH, model
from test_promises import Runner

from factory.events import Counted, JsonLines, logged_to, tell, without_keys

SECRET = "not-like-a-key-at-all"


@pytest.fixture
def runner(tmp_path, monkeypatch):
    return Runner(tmp_path, monkeypatch)


def events(folder):
    text = (folder / "run.log").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_run_tells_what_happened_and_no_prompt(runner):
    runner.run(models={"m": model(retries=20)}, budget={"usd": EACH * 200}, fake={"transient": 0.1})
    told = events(runner.place / "one")
    names = [event["event"] for event in told]
    assert names[0] == "start" and names[-1] == "end"
    assert {"model_opened", "model_closed", "fault", "paused"} <= set(names)
    assert told[0]["cap"] == pytest.approx(EACH * 200)
    assert all("at" in event for event in told)
    text = (runner.place / "one" / "run.log").read_text()
    assert "boxes with" not in text  # every seed has these words
    faults = [event["times"] for event in told if event["event"] == "fault"]
    assert len(faults) < 20 and max(faults) > 10


def test_the_first_requests_are_written_as_they_were_without_keys(runner, monkeypatch):
    monkeypatch.setenv("FAKE_KEY", SECRET)
    seeds = runner.seeds.read_text().replace("boxes with", f"boxes {SECRET} sk-abcdefghijklmnop")
    runner.seeds.write_text(seeds)
    summary = runner.run(models={"m": model(key_env="FAKE_KEY")}, again={"debug_requests": 7})
    lines = (summary.folder / "requests.jsonl").read_text().splitlines()
    assert len(lines) == 7
    for line in lines:
        call = json.loads(line)
        assert call["messages"][0]["role"] == "system"
        assert "boxes" in call["messages"][1]["content"]
        assert call["stage"] == "solve"
        assert {"text", "cost", "finish_reason"} <= set(call["reply"])
        assert SECRET not in line and "sk-abc" not in line


def test_nothing_is_written_of_requests_unless_somebody_asks(runner):
    summary = runner.run()
    assert not (summary.folder / "requests.jsonl").exists()


def test_keys_are_taken_out_wherever_they_stand():
    for key in ("sk-proj-abc123def456ghi789", "hf_abcdefghijklmnopqrstuv", "Bearer abcdefgh12345"):
        assert key not in without_keys(f'{{"a": "x {key} y"}}')
    assert without_keys('say "a\\"b"', ['a"b']) == 'say "***"'


def test_what_comes_in_masses_is_counted(tmp_path):
    with logged_to(tmp_path / "run.log"):
        counted = Counted("fault")
        for _ in range(1234):
            counted.add("m", "Transient")
        counted.end()
    times = [event["times"] for event in events(tmp_path)]
    assert times == [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 1234]


def test_a_broken_text_breaks_no_line():
    record = logging.LogRecord("factory", 30, "x", 1, "half \ud800 a\nline", None, None)
    assert json.loads(JsonLines().format(record))["event"] == "note"
    tell("nobody listens", strange=object())
