"""All recorded replies of real style come out as their authors say they must."""

import json
import re

import pytest

from factory.check import extract
from factory.errors import Rejected
from factory.stages import Unusable
from factory.stages.eliminate import eliminate
from factory.stages.evolve import OPERATORS
from factory.stages.grade import read_verdicts
from factory.stages.rank import read_order
from factory.stages.rate import read_rating
from factory.stages.sections import read_evolved
from factory.stages.solve import read_solution

NOT_IN_THE_TEXT = {"unsolvable", "contradictory", "lost_given", "wrong_direction"}
"""Reasons that only solving can find; such a text may pass here."""


@pytest.fixture
def recorded(shared):
    path = shared / "recorded" / "replies.jsonl"
    if not path.is_file():
        pytest.skip("the recorded replies are not beside this checkout")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def of(role):
        chosen = [(place, row) for place, row in enumerate(rows) if row["role"] == role]
        assert chosen
        return chosen

    return of


def outcome(read, *args):
    try:
        return "done", read(*args)
    except (Unusable, Rejected) as end:
        return "rejected", end.reason


def wanted(row, key):
    expected = row["expected"]
    if expected["outcome"] == "done":
        return "done", expected[key]
    return "rejected", expected["reason"]


def wrong(results):
    return [f"row {place}: {got} instead of {want}" for place, got, want in results if got != want]


def evolved(row):
    asked = row["input"]
    text = read_evolved(row["reply"])
    eliminate(text, asked["parent"], OPERATORS[asked["operator"]], row["reply"])
    return text


def test_every_good_evolution_comes_out_letter_by_letter_and_none_is_eliminated(recorded):
    rows = [(n, row) for n, row in recorded("evolve") if row["expected"]["outcome"] == "done"]
    assert len(rows) == 43
    assert not wrong((n, outcome(evolved, row), wanted(row, "final")) for n, row in rows)


def test_every_failed_evolution_that_shows_in_its_text_gets_its_own_reason(recorded):
    rows = [
        (n, row)
        for n, row in recorded("evolve")
        if row["expected"].get("reason", "unsolvable") not in NOT_IN_THE_TEXT
    ]
    assert len(rows) == 27
    assert not wrong((n, outcome(evolved, row), wanted(row, "final")) for n, row in rows)


def test_a_failure_that_only_solving_can_find_passes_or_is_named_rightly(recorded):
    for n, row in recorded("evolve"):
        reason = row["expected"].get("reason")
        if reason in NOT_IN_THE_TEXT:
            got, what = outcome(evolved, row)
            assert got == "done" or what == reason, n


def test_every_solution_ends_with_its_own_answer(recorded):
    for n, row in recorded("solve"):
        kind, got = outcome(read_solution, row["reply"])
        expected = row["expected"]
        assert kind == expected["outcome"], (n, got)
        if kind == "done":
            answer = extract(got).answer
            number = re.sub(r"[^\d.]", "", answer.replace("{,}", ""))
            assert number == expected["answer"], (n, answer)
        else:
            assert got == expected["reason"], n


def test_a_reply_cut_off_after_what_counts_is_still_read(recorded):
    for role, read in (("evolve", read_evolved), ("solve", read_solution)):
        for n, row in recorded(role):
            if row["style"] == "truncated":
                kind, got = outcome(read, row["reply"], "length")
                assert kind == row["expected"]["outcome"], (n, got)


def test_every_rating_order_and_verdict_is_read_with_its_reason(recorded, shared):
    lines = (shared / "recorded" / "first_error.jsonl").read_text(encoding="utf-8").splitlines()
    steps = {row["id"]: len(row["steps"]) for row in map(json.loads, lines)}
    results = [
        *((n, outcome(read_rating, row["reply"]), row) for n, row in recorded("rate")),
        *(
            (n, outcome(read_order, row["reply"], list(row["input"]["candidates"])), row)
            for n, row in recorded("rank")
        ),
        *(
            (n, outcome(read_verdicts, row["reply"], steps[row["input"]["id"]]), row)
            for n, row in recorded("grade")
        ),
    ]
    assert len(results) == 54
    assert not wrong((n, got, wanted(row, "value")) for n, got, row in results)
