"""Solve: a text with a stated answer becomes an attempt; anything else is drawn again."""

import asyncio

import pytest
from scripted import Scripted, instruction

from factory.errors import Rejected
from factory.models import Draw, Reply
from factory.records import digest
from factory.stages import Unusable
from factory.stages.prompts import load_prompt
from factory.stages.solve import read_solution, solve

SOLUTION = "Step 1: 4 boxes hold 4 * 6 = 24 pears.\nStep 2: That is all.\nThe answer is: 24"


def run(ctx, *, sample=0, tries=3, **changes):
    return asyncio.run(
        solve(
            instruction(**changes),
            sample=sample,
            model="solver",
            prompt=load_prompt("solve"),
            tries=tries,
            ctx=ctx,
        )
    )


def test_an_attempt_holds_the_text_its_steps_and_who_wrote_it():
    ctx = Scripted(SOLUTION)
    attempt = run(ctx, sample=5, truth="{}")
    assert attempt.text == SOLUTION
    assert "".join(attempt.steps) == SOLUTION
    assert len(attempt.steps) == 2
    assert (attempt.model, attempt.sample, attempt.wave) == ("test/model", 5, 3)
    assert attempt.id == digest("id0", "test/model", 5, SOLUTION)
    ((model, (_, user), draw, schema, truth),) = ctx.asked
    assert (model, draw, schema, truth) == ("solver", Draw(0, 0, 5, 0), None, "{}")
    assert user.content == "## Problem\n" + instruction().text


def test_equal_texts_of_two_samples_are_two_attempts():
    assert run(Scripted(SOLUTION), sample=0).id != run(Scripted(SOLUTION), sample=1).id


def test_thinking_and_a_fence_around_the_solution_are_not_stored():
    thought = "<think>The answer is: 5? No.</think>\n\n```\n" + SOLUTION + "\n```"
    assert run(Scripted(thought)).text == SOLUTION


@pytest.mark.parametrize(
    ("text", "finish", "reason"),
    [
        ("", "stop", "empty"),
        ("<think>The answer is: 24", "stop", "truncated"),
        ("Step 1: 4 * 6 = 24\nStep 2: Then 24 +", "stop", "truncated"),
        (SOLUTION.rpartition("\n")[0], "length", "truncated"),
        (SOLUTION, "length", "truncated"),
        ("Step 1: 4 * 6 = 24.\nNow finish it yourself, 24 is a good start!", "stop", "no_answer"),
        ("I'm sorry, but I can't help with homework.", "stop", "refusal"),
    ],
)
def test_a_text_without_a_stated_answer_is_unusable(text, finish, reason):
    with pytest.raises(Unusable) as caught:
        read_solution(text, finish)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        SOLUTION,
        SOLUTION + "\n\nHope this helps! Ask me about 100 more.",
        "Step 1: 4 * 6 = 24.\n\nThe final answer is \\boxed{24}.",
        "4 * 6 = <<4*6=24>>24\n#### 24",
        "Paso 1: 4 × 6 = 24.\nLa respuesta es: 24",
        "第一步：4 × 6 = 24。\n答案：24",
    ],
)
def test_a_stated_answer_is_enough_in_any_style(text):
    assert read_solution(text) == text


def test_a_reply_cut_off_behind_its_answer_line_is_whole():
    text = SOLUTION + "\n\nLet me check: 6 + 6 + 6 = 1"
    assert read_solution(text, "length") == text


def test_a_teacher_that_declines_is_believed_at_once():
    for reply, identity in (
        ("I cannot solve this: no_graph", "symbolic/1"),
        ("teacher declined: no_graph", "openai/x"),
    ):
        ctx = Scripted(reply, SOLUTION, identity=identity)
        with pytest.raises(Rejected) as caught:
            run(ctx)
        assert caught.value.reason == "teacher_declined"
        assert len(ctx.asked) == 1


def test_a_model_that_cannot_is_asked_again():
    ctx = Scripted("I cannot help with that.", Reply(SOLUTION[:-3], "length"), SOLUTION)
    assert run(ctx).text == SOLUTION
    assert [draw.attempt for _, _, draw, _, _ in ctx.asked] == [0, 1, 2]
