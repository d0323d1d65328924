"""Rate, rank, grade: labels exactly as written, or the judge abstains; never a made-up score."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import Scripted, instruction

from factory.errors import Rejected
from factory.models import Draw
from factory.records import Attempt, Ranking, Rating, StepVerdict
from factory.stages import Unusable
from factory.stages.grade import VERDICTS_SCHEMA, fuse, grade, read_verdicts
from factory.stages.prompts import load_prompt
from factory.stages.rank import ORDER_SCHEMA, label, rank, read_order
from factory.stages.rate import RATING_SCHEMA, rate, read_rating

MARKS = {"definition": 5, "precision": 3, "integrity": 4}
PLAIN = '{"definition": 5, "precision": 3, "integrity": 4, "reason": "fine"}'


def reason(read, *args):
    with pytest.raises(Unusable) as caught:
        read(*args)
    return caught.value.reason


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "Sure! " + PLAIN + " Hope that helps {really}.",
        "The set {1, 2} is used.\n" + PLAIN,
        "```json\n" + PLAIN + "\n```",
        "<think>" + PLAIN.replace("5", "1") + "</think>" + PLAIN,
        PLAIN + "\n" + PLAIN,
        PLAIN.replace("}", ",}"),
        PLAIN.replace('"definition"', '"Definition ⭐"').replace('"precision"', '"PRECISION"'),
        PLAIN.replace("5", '"5"').replace("3", "3.0").replace("4", '"4/5"'),
        PLAIN.replace('"', "'"),
        PLAIN.replace('"definition"', "definition").replace('"reason"', "reason"),
        PLAIN.replace('"definition"', "“definition”"),
        PLAIN.replace(", ", ",\n  ").replace("5", "+5"),
        '{"reason": "fine", "definition": 5, "precision": 3, "integrity": 4}',
        '{"definition": 5, "reason": "fine", "precision": 3, "integrity": 4}',
    ],
)
def test_marks_are_read_in_every_dress(text):
    assert read_rating(text) == {**MARKS, "reason": "fine"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a $\frac{1}{2}$ and $\times$", r"a $\frac{1}{2}$ and $\times$"),
        (r"a $\\frac{1}{2}$", r"a $\frac{1}{2}$"),
        (r"costs \$5, 30\% off", r"costs \$5, 30\% off"),
        (r"so \"5\" is given", 'so "5" is given'),
        ('the word "some" is vague', 'the word "some" is vague'),
        (r"one\nTwo", "one\nTwo"),
        (r"caf\u00e9", "café"),
        (r"\ud800 alone", "\ufffd alone"),
        ("two\nlines", "two\nlines"),
        ("a { and a } here", "a { and a } here"),
        ("", None),
    ],
)
def test_a_broken_reason_never_costs_the_marks(written, read):
    assert read_rating(PLAIN.replace("fine", written)) == {**MARKS, "reason": read}


def test_marks_without_a_reason_are_marks():
    assert read_rating(json.dumps(MARKS)) == {**MARKS, "reason": None}
    assert read_rating(json.dumps({**MARKS, "reason": None})) == {**MARKS, "reason": None}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("<think>hm", "truncated"),
        ('{"definition": 5, "preci', "unparsable"),
        ("5, 3 and 4", "unparsable"),
        ("{5, 3, 4}", "unparsable"),
        ('{"definition": 5, "precision": 3, "reason": "x"}', "missing_field"),
        (PLAIN.replace("5", "null"), "missing_field"),
        (PLAIN.replace("5", "6"), "out_of_range"),
        (PLAIN.replace("5", "0"), "out_of_range"),
        (PLAIN.replace("5", "4.5"), "out_of_range"),
        (PLAIN.replace("5", "true"), "out_of_range"),
        (PLAIN.replace("5", '"good"'), "out_of_range"),
        (PLAIN.replace("5", "[5]"), "out_of_range"),
        (PLAIN.replace("5", "NaN"), "out_of_range"),
        (PLAIN.replace("5", "1e400"), "out_of_range"),
        (PLAIN + PLAIN.replace("5", "2"), "garbled"),
        (PLAIN.replace("}", ', "definition": 2}'), "garbled"),
        ("I'm sorry, but I can't rate this problem.", "refusal"),
    ],
)
def test_marks_that_a_careful_reader_would_doubt_are_unusable(text, why):
    assert reason(read_rating, text) == why


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ('{"order": [["B"], ["A", "C"]], "reason": "r"}', [["B"], ["A", "C"]]),
        ('{"order": ["B", "A", "C"]}', [["B"], ["A"], ["C"]]),
        ('{"Order": [["b"], ["Problem A"], ["C."]]}', [["B"], ["A"], ["C"]]),
        ('{"order": [["B"], [], ["A"], ["C",]]}', [["B"], ["A"], ["C"]]),
    ],
)
def test_an_order_is_read(text, order):
    assert read_order(text, "ABC")["order"] == order


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ('[["B"], ["A"]]', "wrong_labels"),
        ('[["B"], ["A"], ["D"]]', "wrong_labels"),
        ('[["B"], ["A"], ["A"], ["C"]]', "wrong_labels"),
        ("[[1], [2], [3]]", "wrong_labels"),
        ('"B > A > C"', "unparsable"),
        ("null", "missing_field"),
    ],
)
def test_an_order_that_is_none_is_unusable(order, why):
    assert reason(read_order, f'{{"order": {order}, "reason": "r"}}', "ABC") == why


@pytest.mark.parametrize(
    ("verdicts", "first", "read"),
    [
        ("[1, 1, -1]", "2", [1, 1, -1]),
        ("[1, 0, 1]", "-1", [1, 0, 1]),
        ("[1, null, null]", "-1", [1, None, None]),
        ('["1", "+1", "-1"]', '"2"', [1, 1, -1]),
        ("[+1, -1.0, None]", "1", [1, -1, None]),
        ("[-1, -1, -1,]", "0", [-1, -1, -1]),
    ],
)
def test_verdicts_are_read(verdicts, first, read):
    text = f'{{"verdicts": {verdicts}, "first_error": {first}, "reason": "r"}}'
    assert read_verdicts(text, 3)["verdicts"] == read


@pytest.mark.parametrize(
    ("verdicts", "first", "why"),
    [
        ("[1, 1]", "-1", "wrong_count"),
        ("[1, 1, 1, 1]", "-1", "wrong_count"),
        ("[1, 1, 2]", "-1", "out_of_range"),
        ("[1, 1, -1]", "3", "out_of_range"),
        ("[1, 1, -1]", "-1", "contradictory_verdicts"),
        ("[1, -1, -1]", "2", "contradictory_verdicts"),
        ("[1, 1, 1]", "0", "contradictory_verdicts"),
        ("[1, 1, 1]", "null", "missing_field"),
        ('"1 1 1"', "-1", "unparsable"),
    ],
)
def test_verdicts_that_contradict_themselves_are_unusable(verdicts, first, why):
    text = f'{{"verdicts": {verdicts}, "first_error": {first}, "reason": "r"}}'
    assert reason(read_verdicts, text, 3) == why


@given(st.text(alphabet=st.sampled_from("{}[]\":,\\n1-5 aB'reson")))
def test_any_reply_ends_in_labels_or_a_reason(text):
    for read in (read_rating, lambda one: read_order(one, "AB"), lambda one: read_verdicts(one, 2)):
        for one in (text, PLAIN[:-2] + text + '"}'):
            try:
                assert read(one)
            except Unusable as unusable:
                assert unusable.reason


@pytest.mark.parametrize(
    "unit", ["{", "}", '"', "\\", ",", " ", "'", ',"a":', '{"a":', "[", '",', "{}"]
)
def test_a_hostile_reply_is_read_in_bounded_time(unit):
    text = (unit * 60_000)[:59_000]
    for one in (text, "{" + text + "}", '{"reason": "' + text + '"}', "{" + text):
        assert reason(read_rating, one)


def test_a_judge_that_cannot_be_read_abstains():
    ctx = Scripted("", "I think it is a good problem.")
    with pytest.raises(Rejected) as caught:
        asyncio.run(rate(instruction(), judge="j", prompt=load_prompt("rate"), tries=2, ctx=ctx))
    assert caught.value.reason == "abstained"
    assert "unparsable" in caught.value.detail


def test_a_rating_is_the_judges_with_its_schema_asked_for():
    ctx = Scripted("hm", PLAIN)
    rating = asyncio.run(
        rate(instruction(truth="{}"), judge="j", prompt=load_prompt("rate"), tries=2, ctx=ctx)
    )
    assert rating == Rating("id0", 3, "j", 5, 3, 4, "fine")
    assert ctx.asked[1][0] == "j"
    assert ctx.asked[1][2:] == (Draw(attempt=1), RATING_SCHEMA, "{}")


GROUP = [
    instruction(f"What is {n} + {n}?", id=f"i{n}", truth=json.dumps({"digest": f"d{n}"}))
    for n in range(3)
]


@pytest.mark.parametrize(("ordering", "order"), [(0, "[[1], [0, 2]]"), (1, "[[1], [2, 0]]")])
def test_places_belong_to_instructions_whatever_order_they_were_shown_in(ordering, order):
    shown = GROUP[::-1] if ordering else GROUP
    letters = json.dumps([[label(n) for n in at] for at in json.loads(order)])
    ctx = Scripted(f'{{"order": {letters}, "reason": "r"}}')
    places = asyncio.run(
        rank(GROUP, judge="j", ordering=ordering, prompt=load_prompt("rank"), tries=1, ctx=ctx)
    )
    assert places == [
        Ranking("root0", 3, "j", ordering, "i0", 1, 3),
        Ranking("root0", 3, "j", ordering, "i1", 0, 3),
        Ranking("root0", 3, "j", ordering, "i2", 1, 3),
    ]
    ((_, (_, user), draw, schema, truth),) = ctx.asked
    assert user.content == "\n\n".join(
        f"## Problem {name}\n{one.text}" for name, one in zip("ABC", shown, strict=True)
    )
    assert (draw, schema) == (Draw(), ORDER_SCHEMA)
    assert json.loads(truth) == {
        "truths": {name: json.loads(one.truth) for name, one in zip("ABC", shown, strict=True)}
    }


def test_labels_go_on_after_z():
    assert [label(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_a_group_that_is_ranked_wrongly_has_no_places():
    with pytest.raises(Rejected) as caught:
        asyncio.run(
            rank(
                GROUP,
                judge="j",
                ordering=0,
                prompt=load_prompt("rank"),
                tries=1,
                ctx=Scripted('{"order": [["A"], ["B"]], "reason": "r"}'),
            )
        )
    assert caught.value.reason == "abstained"


def attempt(*steps):
    return Attempt("s0", "id0", 3, "m", 0, "".join(steps), "stop", list(steps), None)


def graded(ctx, solution, **changes):
    return asyncio.run(
        grade(
            instruction(**changes),
            solution,
            judge="j",
            prompt=load_prompt("grade"),
            tries=1,
            ctx=ctx,
        )
    )


def test_verdicts_stand_at_their_steps_and_the_reason_at_the_first_error():
    ctx = Scripted('{"verdicts": [1, -1, null], "first_error": 1, "reason": "why"}')
    rows = graded(ctx, attempt("a = 1\n", "b = 2\n", "c = 3"), reference_answer="7", truth="{}")
    assert rows == [
        StepVerdict("s0", 0, "j", 1, None),
        StepVerdict("s0", 1, "j", -1, "why"),
        StepVerdict("s0", 2, "j", None, None),
    ]
    ((_, (_, user), draw, schema, truth),) = ctx.asked
    assert user.content.endswith(
        "## Reference answer\n7\n\n## Solution\n[0] a = 1\n[1] b = 2\n[2] c = 3"
    )
    assert (draw, schema, truth) == (Draw(), VERDICTS_SCHEMA, "{}")


def test_a_step_of_several_lines_is_shown_as_one():
    ctx = Scripted('{"verdicts": [1, 1], "first_error": -1, "reason": "ok"}')
    rows = graded(ctx, attempt("a\n\n= 1\n\n", "b"))
    assert rows[1].reason == "ok"
    assert "[0] a\n\n= 1\n[1] b" in ctx.asked[0][1][1].content


def test_a_solution_without_steps_and_a_judge_without_verdicts_bring_no_rows():
    with pytest.raises(Rejected) as caught:
        graded(Scripted(), attempt())
    assert caught.value.reason == "no_steps"
    with pytest.raises(Rejected) as caught:
        graded(Scripted('{"first_error": 0, "reason": "x"}'), attempt("a"))
    assert caught.value.reason == "abstained"
    assert "missing_field" in caught.value.detail


def fused(**sources):
    count = len(next(iter(sources.values())))
    solution = attempt(*(f"step {n}" for n in range(count)))
    verdicts = [
        [StepVerdict("s0", idx, name, value, None) for idx, value in enumerate(values)]
        for name, values in sources.items()
    ]
    return fuse(instruction(), solution, verdicts)


def labels(**sources):
    return [one.label for one in fused(**sources)]


def test_a_contradiction_in_the_arithmetic_beats_every_judge():
    assert labels(arithmetic=[1, -1], a=[1, 1], b=[1, 1], c=[1, 1]) == [1, -1]


def test_arithmetic_that_holds_does_not_overrule_a_judge():
    assert labels(arithmetic=[1, 1], a=[1, -1]) == [1, -1]


def test_an_abstention_is_no_vote():
    assert labels(arithmetic=[1, None, None], a=[None, 1, None]) == [1, 1, None]


def test_after_the_first_error_nothing_is_labelled():
    rows = fused(a=[1, -1, 1, -1])
    assert [one.label for one in rows] == [1, -1, None, None]
    assert [one.agreement for one in rows] == [1.0, 1.0, None, None]
    assert rows[2].sources == "a:+1"


def test_judges_who_disagree_evenly_leave_a_step_doubtful():
    assert labels(a=[1, 1, 0], b=[-1, 0, -1]) == [0, 0, 0]
    assert labels(a=[1, 1], b=[1, -1], c=[-1, -1]) == [1, -1]


def test_a_label_says_who_spoke_and_who_agreed():
    (row,) = fused(zoe=[1], arithmetic=[1], bob=[-1], amy=[1], eve=[None])
    assert (row.label, row.sources) == (1, "arithmetic:+1 amy:+1 bob:-1 zoe:+1")
    assert row.agreement == 0.75
    assert (row.solution_id, row.instruction_id, row.wave) == ("s0", "id0", 3)
    assert (row.idx, row.text) == (0, "step 0")
    (doubtful,) = fused(a=[0])
    assert doubtful.sources == "a:0"


def test_a_judge_alone_makes_no_step_of_a_right_solution_wrong():
    solution = attempt("step 0", "step 1", "step 2")
    arithmetic = [StepVerdict("s0", n, "arithmetic", 1, None) for n in range(3)]
    judge = [StepVerdict("s0", n, "judge", -1 if n == 1 else 1, None) for n in range(3)]
    right = fuse(instruction(), solution, [arithmetic, judge], answered_right=True)
    assert [one.label for one in right] == [1, 0, None]
    wrong = fuse(instruction(), solution, [arithmetic, judge], answered_right=False)
    assert [one.label for one in wrong] == [1, -1, None]
    # A false equation is false whatever comes out: a right answer by a wrong way.
    false = [StepVerdict("s0", 1, "arithmetic", -1, None)]
    found = fuse(instruction(), solution, [false, judge], answered_right=True)
    assert [one.label for one in found] == [1, -1, None]
