"""Evolve: one slot and one text make one child, whatever the order of replies."""

import asyncio
import json

import pytest
from scripted import Scripted, instruction

from factory.errors import Rejected
from factory.models import Draw, Reply
from factory.records import Parent, digest
from factory.stages.evolve import OPERATORS, evolve
from factory.stages.prompts import load_prompt

CHILD = "A box holds 6 pears, and 2 of them are ripe. How many ripe pears do 4 boxes hold?"
REPLY = "## Elements\nbox\n\n## Plan\nripe\n\n## Rewrite\nx\n\n## Final problem\n" + CHILD
PROMPT = load_prompt("evolve")


def run(ctx, parent=None, *, operator="deepen", variant=0, tries=3):
    return asyncio.run(
        evolve(
            parent or instruction(),
            operator=OPERATORS[operator],
            round=2,
            variant=variant,
            model="evolver",
            prompt=PROMPT,
            tries=tries,
            ctx=ctx,
        )
    )


def test_a_child_inherits_its_lineage_and_names_its_slot():
    child, edge = run(Scripted(REPLY))
    assert child.text == CHILD
    assert (child.root_id, child.wave, child.split) == ("root0", 3, "train")
    assert (child.round, child.direction, child.operator, child.variant) == (
        *(2, "upward"),
        *("deepen", 0),
    )
    assert child.id == digest(["id0"], 2, "deepen", 0, CHILD)
    assert edge == Parent(child.id, "id0", 0)
    assert child.model == "test/model"
    assert child.reference_answer is child.answer_source is child.rationale is child.truth is None


def test_the_model_sees_the_operator_and_the_problem():
    ctx = Scripted(REPLY)
    run(ctx, instruction(truth="{}"), operator="simplify", variant=1)
    ((model, (system, user), draw, schema, truth),) = ctx.asked
    assert (model, draw, schema, truth) == ("evolver", Draw(2, 1, 0, 0), None, "{}")
    assert "Operator: simplify\nDirection: downward" in system.content
    assert OPERATORS["simplify"].task in system.content
    assert user.content == "## Problem\n" + instruction().text


def test_equal_texts_in_two_slots_are_two_children():
    first, second = (run(Scripted(REPLY), variant=variant)[0] for variant in (0, 1))
    assert first.id != second.id


def test_what_another_draw_may_mend_is_drawn_again():
    ctx = Scripted("", REPLY[:-30], Reply(REPLY, "length"), REPLY)
    child, _ = run(ctx, tries=4)
    assert child.text == CHILD
    assert [draw.attempt for _, _, draw, _, _ in ctx.asked] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("I'm sorry, but I can't help with that.", "refusal"),
        ("Before I begin, which topic would you like?", "clarifying_question"),
        ("## Cannot\nThere is nothing to deepen.", "cannot"),
        ("## Cannot\nteacher declined: no_room", "teacher_declined"),
    ],
)
def test_a_decision_is_not_drawn_again(reply, reason):
    ctx = Scripted(reply, REPLY)
    with pytest.raises(Rejected) as caught:
        run(ctx)
    assert caught.value.reason == reason
    assert caught.value.detail
    assert len(ctx.asked) == 1


def test_when_no_draw_is_usable_the_last_reason_counts():
    with pytest.raises(Rejected) as caught:
        run(Scripted("", "no sections here", REPLY), tries=2)
    assert caught.value.reason == "garbled"


def truth(**fields):
    return json.dumps({"digest": digest(CHILD), "graph": {"n": 1}, **fields})


def test_a_truth_of_this_very_text_gives_answer_and_rationale():
    known = truth(answer="8", rationale="<<2*4=8>>\n#### 8")
    child, _ = run(Scripted(Reply(REPLY, truth=known)))
    assert (child.reference_answer, child.answer_source) == ("8", "teacher")
    assert child.rationale == "<<2*4=8>>\n#### 8"
    assert child.truth == known


def test_a_teacher_that_hides_its_answer_leaves_the_truth_alone():
    known = truth()
    child, _ = run(Scripted(Reply(REPLY, truth=known)))
    assert child.truth == known
    assert child.reference_answer is child.answer_source is child.rationale is None


@pytest.mark.parametrize(
    "other",
    ["", "{", "[]", "7", truth(answer="8").replace(digest(CHILD), digest("another text"))],
)
def test_a_truth_of_another_text_is_not_used(other):
    child, _ = run(Scripted(Reply(REPLY, truth=other)))
    assert child.reference_answer is child.answer_source is child.rationale is child.truth is None


def test_what_is_said_in_other_words_keeps_its_parents_answer_as_evidence():
    parent = instruction(
        reference_answer="8", answer_source="reference", rationale="<<2*4=8>>\n#### 8"
    )
    child, _ = run(Scripted(REPLY), parent, operator="rephrase")
    assert (child.reference_answer, child.answer_source) == ("8", "reference")
    assert child.rationale == parent.rationale
    assert child.truth is None
    other, _ = run(Scripted(REPLY), parent, operator="backward")
    assert other.reference_answer is other.answer_source is other.rationale is None


def test_an_exact_answer_goes_before_the_parents():
    parent = instruction(reference_answer="7", answer_source="reference")
    child, _ = run(Scripted(Reply(REPLY, truth=truth(answer="8"))), parent, operator="rephrase")
    assert (child.reference_answer, child.answer_source) == ("8", "teacher")


def test_an_operator_that_brings_a_second_problem_may_grow_by_more_words():
    told = {}
    for operator in ("deepen", "fuse"):
        ctx = Scripted(REPLY)
        run(ctx, operator=operator)
        ((_, (system, _), *_),) = ctx.asked
        told[operator] = system.content
    assert "at most about 30 words more" in told["deepen"]
    assert "at most about 60 words more" in told["fuse"]
