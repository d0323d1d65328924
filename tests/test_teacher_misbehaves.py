"""Evolutions that fail on purpose or come in other dress: labelled, read by the real reader."""

import asyncio
import json
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

import pytest

from factory.errors import Rejected
from factory.models import Draw, Request, Sampling
from factory.models.symbolic import Symbolic
from factory.records import digest
from factory.stages import Unusable
from factory.stages.eliminate import eliminate
from factory.stages.evolve import OPERATORS
from factory.stages.prompts import load_prompt
from factory.stages.sections import read_evolved
from factory.symbolic import Declined, read_graph
from factory.symbolic.dress import DRESSES
from factory.symbolic.evolve import evolve, sections
from factory.symbolic.garble import GARBLES
from factory.symbolic.graph import from_json
from factory.symbolic.misbehave import FAILURES, Asked, misbehave
from factory.symbolic.protocol import DIRECTIONS

SAMPLE = Path(__file__).parents[1] / "factory" / "symbolic" / "sample.jsonl"
USED = ("deepen", "add_constraint", "simplify", "new_topic")


@pytest.fixture(scope="module")
def rows():
    """Questions and rationales that the teacher reads."""
    found = []
    for line in SAMPLE.read_text(encoding="utf-8").splitlines()[:70]:
        row = json.loads(line)
        try:
            read_graph(row["question"], row["answer"])
        except Declined:
            continue
        found.append((row["question"], row["answer"]))
    assert len(found) >= 40
    return found


@pytest.fixture(scope="module")
def asked(rows):
    made = []
    for number, (question, rationale) in enumerate(rows):
        parent = read_graph(question, rationale)
        for operator in USED:
            try:
                child = evolve(parent, operator, Random(number))
            except Declined:
                continue
            parts = sections(parent, child, operator)
            system = load_prompt("evolve").system.replace("{{task}}", OPERATORS[operator].task)
            made.append(Asked(parent, child, parts, operator, system))
    assert len(made) >= 100
    return made


@pytest.fixture(scope="module")
def failures(asked):
    found = defaultdict(list)
    for number, one in enumerate(asked):
        for draw in range(8):
            failure = misbehave(one, Random(f"{number}/{draw}"))
            found[failure.kind].append((one, failure))
    return found


def test_every_kind_of_failure_is_made(failures):
    assert set(failures) == set(FAILURES)
    assert min(len(made) for made in failures.values()) >= 15


@pytest.mark.parametrize("name", DRESSES)
def test_a_good_problem_in_other_dress_is_read_letter_by_letter(asked, name):
    for number, one in enumerate(asked):
        reply = DRESSES[name](one.parts, Random(number))
        assert read_evolved(reply) == one.child.graph.question, reply


@pytest.mark.parametrize("name", GARBLES)
def test_a_garbled_reply_never_passes_for_the_good_problem_it_was_made_from(asked, name):
    passed = 0
    for number, one in enumerate(asked):
        reply = GARBLES[name](one.parts, Random(number))
        try:
            text = read_evolved(reply)
            eliminate(text, one.parent.question, OPERATORS[one.operator], reply)
        except (Unusable, Rejected):
            continue
        passed += 1
        assert text != one.child.graph.question
    assert passed < 0.4 * len(asked)


SURE = ("copied_parent", "no_change", "refusal", "clarifying_question", "no_question", "empty")


@pytest.mark.parametrize("kind", SURE)
def test_what_a_reader_sees_at_once_is_eliminated(failures, kind):
    gone = 0
    for one, failure in failures[kind]:
        try:
            text = read_evolved(failure.reply)
            eliminate(text, one.parent.question, OPERATORS[one.operator], failure.reply)
        except (Unusable, Rejected):
            gone += 1
    assert gone / len(failures[kind]) > 0.9


def test_good_children_are_hardly_ever_eliminated(asked):
    lost = Counter()
    for one in asked:
        try:
            eliminate(one.child.graph.question, one.parent.question, OPERATORS[one.operator])
        except Rejected as turned_away:
            lost[str(turned_away)] += 1
    assert lost.total() / len(asked) < 0.03, lost


def test_a_failure_differs_from_the_child_in_what_its_kind_says(failures):
    for one, failure in failures["lost_given"] + failures["unsolvable"]:
        assert failure.final != one.child.graph.question and failure.graph is None
    for one, failure in failures["contradictory_givens"]:
        child = one.child.graph.question
        assert failure.final != child and failure.final.split()[-3:] == child.split()[-3:]
    for one, failure in failures["copied_parent"]:
        assert failure.final == one.parent.question
    for one, failure in failures["leaked_prompt"]:
        assert one.child.graph.question in failure.final != one.child.graph.question
    for one, failure in failures["wrong_direction"]:
        went, wanted = DIRECTIONS[failure.way], DIRECTIONS[one.operator]
        assert went != wanted and failure.graph.question == failure.final


def test_leaks_quote_the_prompt_and_much_else(failures):
    finals = Counter()
    for one, failure in failures["leaked_prompt"]:
        finals[failure.final.replace(one.child.graph.question, "~")[:60]] += 1
    assert len(finals) >= 20


def reply_of(teacher, operator, question, rationale, variant):
    values = {"operator": operator, "direction": DIRECTIONS[operator], "words": "30"}
    prompt = load_prompt("evolve")
    messages = prompt.messages(problem=question, task=OPERATORS[operator].task, **values)
    truth = json.dumps({"digest": digest(question), "rationale": rationale})
    request = Request(tuple(messages), Sampling(), Draw(1, variant), None, truth)
    return asyncio.run(teacher.reply(request))


def test_failures_and_dresses_come_as_often_as_asked_and_only_then(rows):
    def shares(misbehave):
        teacher = Symbolic(misbehave=misbehave)
        seen = Counter()
        for question, rationale in rows:
            for variant in range(10):
                reply = reply_of(teacher, "new_topic", question, rationale, variant)
                if reply.truth is not None:
                    record = json.loads(reply.truth)
                    seen["failure" if "failure" in record else "dress" in record] += 1
        return {name: n / seen.total() for name, n in seen.items()}

    assert shares(0.0) == {False: 1.0}
    usual = shares(0.2)
    assert 0.12 < usual["failure"] < 0.28 and 0.12 < usual[True] < 0.28
    assert set(shares(1.0)) == {"failure"}


def test_the_record_of_a_failure_holds_no_answer_and_that_of_a_dress_does(rows):
    seen = Counter()
    for question, rationale in rows[:30]:
        for variant in range(12):
            reply = reply_of(Symbolic(misbehave=0.5), "deepen", question, rationale, variant)
            if reply.truth is None:
                assert reply.text.startswith("## Cannot")
                continue
            record = json.loads(reply.truth)
            if "dress" in record:
                assert record["digest"] == digest(read_evolved(reply.text))
                assert {"answer", "rationale", "graph"} <= set(record)
                seen["dress"] += 1
                continue
            assert not {"answer", "rationale"} & set(record)
            solvable = record["failure"] in ("copied_parent", "wrong_direction")
            assert ("graph" in record) == solvable
            if solvable:
                text = read_evolved(reply.text)
                assert record["digest"] == digest(text)
                assert from_json(text, record["graph"]).answer > 0
            seen[record["failure"]] += 1
    assert len(seen) >= 10


def test_hidden_answers_stay_hidden_in_any_dress(rows):
    teacher = Symbolic(misbehave=0.5, hide_answers=True)
    for question, rationale in rows[:20]:
        for variant in range(6):
            reply = reply_of(teacher, "deepen", question, rationale, variant)
            if reply.truth:
                assert not {"answer", "rationale"} & set(json.loads(reply.truth))
