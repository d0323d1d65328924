"""Steps: where a solution is cut, and what its arithmetic says."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.check import check_steps, split

TRAIN = Path(__file__).parents[2] / "shared" / "data" / "gsm8k" / "train.jsonl"
FIRST_ERRORS = TRAIN.parents[1] / "recorded" / "first_error.jsonl"


def test_headers_cut_steps_and_the_answer_belongs_to_the_last():
    text = "Let us see.\nStep 1: add 2.\nmore\n\nStep 2: done.\nThe answer is: 4"
    assert split(text) == [
        "Let us see.\nStep 1: add 2.\nmore\n\n",
        "Step 2: done.\nThe answer is: 4",
    ]


def test_gsm8k_lines_are_steps():
    assert split("2+2=<<2+2=4>>4\nSo 4.\n#### 4") == ["2+2=<<2+2=4>>4\n", "So 4.\n#### 4"]
    assert split("one\ntwo\nA: 2") == ["one\n", "two\nA: 2"]


def test_numbered_lists_and_paragraphs_are_steps():
    assert split("Plan:\n1. add\n   more\n2. take") == ["Plan:\n1. add\n   more\n", "2. take"]
    assert split("one\nstill one\n\ntwo\n\nSo the answer is 5.") == [
        "one\nstill one\n\n",
        "two\n\nSo the answer is 5.",
    ]


@pytest.mark.parametrize(
    "block",
    [
        "$$\na\n\nb\n$$",
        "\\[\na\n\nb\n\\]",
        "\\begin{align*}\na\n\nb\n\\end{align*}",
        "```\na\n\nb\n```",
    ],
)
def test_no_cut_falls_inside_a_block(block: str):
    pieces = split(f"one\n\ntwo {block}\n\nthree")
    assert pieces == ["one\n\n", f"two {block}\n\n", "three"]


def test_a_block_that_never_closes_protects_nothing():
    assert split("$$ one\n\ntwo\n\nthree") == ["$$ one\n\n", "two\n\n", "three"]


PIECES = [
    "Step 1: ",
    "Step 2:",
    "1. ",
    "2. ",
    "\n",
    "\n\n",
    "$$",
    "\\[",
    "\\]",
    "```",
    "a b",
    "<<1=1>>",
]
PIECES += ["\\begin{align}", "\\end{align}", "#### 4", "The answer is 4", "\r\n", "\\boxed{4}", " "]


@given(st.one_of(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.text()))
def test_the_pieces_join_to_the_text(text: str):
    pieces = split(text)
    assert "".join(pieces) == text
    assert all(pieces)
    assert not text.strip() or all(piece.strip() for piece in pieces)


def verdict(step: str, question: str = "") -> str:
    return check_steps(question, [step])[0].verdict


@pytest.mark.parametrize(
    "step",
    [
        "48/2 = <<48/2=24>>24 clips",
        "He sold 48 clips / 2 = 24 clips in May.",
        "She pays 3 x $2.50 = $7.50.",
        "That is 2 × 3 = 6 and 6 + 1 = 7.",
        "2 + 3 + 4 = 5 + 4 = 9",
        "20% of 50 = 10",
        "50/200 = 25%",
        "100% - 30% = 70%",
        "10 / 3 = 3.33",
        "20 / 3 = 6.66",
        "8 x 1 1/2 = 12",
        "1,200 + 300 = 1,500 dollars",
        "400 miles/way * 2 ways = 800 miles",
        "(2 + 3) * 4 = 20",
        r"$\frac{1}{2} \times 10 = 5$",
        "0.1*3=<<0.1*3=0.30000000000000004>>0.3",
        "about 7 / 2 = 4",
    ],
)
def test_true_arithmetic_is_supported(step: str):
    assert verdict(step) == "supported"


@pytest.mark.parametrize(
    "step",
    [
        "48/2 = <<48/2=25>>25",
        "He sold 48 / 2 = 25 clips.",
        "2 + 3 + 4 = 5 + 4 = 10",
        "20% of 50 = 11",
        "10 / 3 = 3.34",
        "3 x $2.50 = $9",
        "2+2=<<2+2=4>>5",
    ],
)
def test_false_arithmetic_is_contradicted_with_the_truth_as_evidence(step: str):
    (check,) = check_steps("", [step])
    assert check.verdict == "contradicted"
    assert "is false" in check.evidence


@pytest.mark.parametrize(
    "step",
    [
        "She has many apples.",
        "11x + 15 = 301",
        "10m = 7",
        "x = 5",
        "26=5+3x",
        "75=(3/2)x",
        "8/3 = 24/Y",
        "4 W^2 = 100",
        "A 5-minute walk at 6:00 + 18 = 00:00",
        "2.5 gallons = 10 quarts",
        "$2.50 - $2.24 = 26 cents",
        "25 / 1/3 = 75",
        "7 / 2 = 4",
        "3*30 = 30 + M trees",
        "1 / 0 = 5",
        "2 ^ 999999999 = 4",
        "<<>> <<=>> <<a=b>>",
    ],
)
def test_what_is_no_equation_between_numbers_is_unknown(step: str):
    assert verdict(step) == "unknown"


def test_operands_from_nowhere_are_named_and_do_not_change_the_verdict():
    first, second = check_steps("He has 48 clips.", ["48 + 77 = 125", "125 + 48 = 173"])
    assert (first.verdict, second.verdict) == ("supported", "supported")
    assert "not given before: 77" in first.evidence
    assert "not given" not in second.evidence


@pytest.mark.parametrize(
    "step",
    [
        "7 ^ 9999 = 5",
        "1" + ",111" * 4000 + " + 1 = 2",
        "9" * 9000 + " + 1 = 2",
        "2 ^ 0.5 = 1",
        "1" + " * 9^9999" * 50 + " = 2",
        "((" * 4000 + "1 + 1 = 2",
        "-" * 4000 + "1 + 1 = 2",
        "= " * 5000,
        "1 = " * 5000,
    ],
    ids=lambda step: step[:12],
)
def test_hostile_arithmetic_gets_a_verdict(step: str):
    assert verdict(step) in ("supported", "contradicted", "unknown")


@given(st.text(max_size=300))
def test_any_text_gets_a_verdict(step: str):
    assert verdict(step, step) in ("supported", "contradicted", "unknown")


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from("+-*"), st.integers(-3, 3))
def test_a_slip_is_seen_and_a_right_result_is_not_called_one(a: int, b: int, sign: str, slip: int):
    result = {"+": a + b, "-": a - b, "*": a * b}[sign] + slip
    expected = "contradicted" if slip else "supported"
    assert verdict(f"So there are {a} {sign} {b} = {result} eggs.") == expected


@pytest.mark.skipif(not TRAIN.exists(), reason="GSM8K is not here")
def test_gold_rationales_are_decided_and_hardly_ever_contradicted():
    verdicts: Counter[str] = Counter()
    for line in TRAIN.read_text().splitlines()[:2500]:
        row = json.loads(line)
        steps = split(row["answer"])
        assert "".join(steps) == row["answer"]
        verdicts.update(check.verdict for check in check_steps(row["question"], steps))
    assert verdicts["contradicted"] / verdicts.total() < 0.002
    assert verdicts["unknown"] / verdicts.total() < 0.15


@pytest.mark.skipif(not FIRST_ERRORS.exists(), reason="the annotated solutions are not here")
def test_no_step_before_the_first_error_of_a_model_is_contradicted():
    for line in FIRST_ERRORS.read_text().splitlines():
        row = json.loads(line)
        right = row["steps"] if row["first_error"] < 0 else row["steps"][: row["first_error"]]
        for check in check_steps(row["question"], right):
            assert check.verdict != "contradicted", (row["id"], check.evidence)
