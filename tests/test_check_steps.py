"""Steps: where a solution is cut, and what its arithmetic says."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.check import check_steps, split
from factory.check.steps.arithmetic import first_contradicted

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


@pytest.mark.parametrize(
    "block",
    [
        "\\(\na\n\nb\n\\)",
        "[asy]\ndraw(a);\n\ndraw(b);\n[/asy]",
        "\\begin{array}{c}\na\n\n\\begin{array}{c}x\\end{array}\n\nb\n\\end{array}",
        "~~~\na\n\nb\n~~~",
    ],
)
def test_no_cut_falls_inside_a_nested_or_inline_block(block: str):
    pieces = split(f"The first.\n\nThen {block} it is.\n\nThe third.")
    assert pieces == ["The first.\n\n", f"Then {block} it is.\n\n", "The third."]


def test_a_table_is_not_cut():
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert split(f"We list them:\n\n{table}\nThat makes 3.\n\nGood.") == [
        f"We list them:\n\n{table}\n",
        "That makes 3.\n\n",
        "Good.",
    ]
    assert split(f"First.\n{table}Last.") == ["First.\n" + table, "Last."]


def test_a_lone_formula_belongs_to_the_sentence_before_it():
    text = "We add the two:\n\n\\[ 2 + 3 = 5 \\]\n\nThen we double it:\n\n$$ 2 \\cdot 5 = 10 $$\n"
    assert split(text) == [
        "We add the two:\n\n\\[ 2 + 3 = 5 \\]\n\n",
        "Then we double it:\n\n$$ 2 \\cdot 5 = 10 $$\n",
    ]


def test_a_formula_that_ends_a_sentence_is_not_cut_from_its_beginning():
    text = "Consider the sum\n\n\\[2 + 3 = 5.\\]Then double it.\n\n\\[5 + 5 = 10\\] is the end."
    assert split(text) == [
        "Consider the sum\n\n\\[2 + 3 = 5.\\]Then double it.\n\n",
        "\\[5 + 5 = 10\\] is the end.",
    ]


def test_a_heading_belongs_to_what_follows():
    text = "## First sum\n\nIt is 2 + 3 = 5.\n\n**Second sum**\n\nIt is 5 + 5 = 10."
    assert split(text) == [
        "## First sum\n\nIt is 2 + 3 = 5.\n\n",
        "**Second sum**\n\nIt is 5 + 5 = 10.",
    ]
    assert split("**Step 1**\nAdd.\n**Step 2**\nTake.") == [
        "**Step 1**\nAdd.\n",
        "**Step 2**\nTake.",
    ]


def test_a_list_inside_an_explanation_does_not_swallow_the_rest():
    text = "We go on in two ways.\n\n1. Add 2 + 3 = 5.\n2) Take 5 - 1 = 4.\n\nIt is 4.\n\nAll done."
    assert split(text) == [
        "We go on in two ways.\n\n",
        "1. Add 2 + 3 = 5.\n",
        "2) Take 5 - 1 = 4.\n\n",
        "It is 4.\n\n",
        "All done.",
    ]


def test_a_sentence_that_goes_on_in_small_letters_is_not_cut():
    assert split("We get\n\n$$x = 5,$$\n\nwhere x is the age.\n\nHe is 5.") == [
        "We get\n\n$$x = 5,$$\n\nwhere x is the age.\n\n",
        "He is 5.",
    ]


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
PIECES += [
    "\\(",
    "\\)",
    "| a |\n",
    "## Head\n",
    "**Bold**\n",
    "[asy]",
    "[/asy]",
    "\x00",
    "where ",
    "- ",
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
        "2.5 gallons = 10 quarts",
        "2 hours = 120 minutes",
        "1 hour 30 minutes = 90 minutes",
        "2 * 60 = 120 minutes",
        "2 hours * 3 = 360 minutes",
        "$2.50 - $2.24 = 26 cents",
        "5 + 7 is 12",
        "48 divided by 2 equals 24",
        "5 times 7 plus 1 is 36.",
        "12 : 4 = 3",
        "12 ÷ 4 = 3",
        "5(3)+2 = 17",
        "√16 + 1 = 5",
        "sqrt(16) + 1 = 5",
        "-3 + 5 = 2",
        "2^3 * 2 = 16",
        "½ * 10 = 5",
        "1/2 of 30 = 15",
        "1 / 3 = 0.333...",
        "20 minutes / 240 minutes = 8.333...%",
        "- 51 / 3 = 17\n- 68 / 2 = 34",
        "He has Mouse:6+7=13 lives",
        "99.1 plus 98.2 equals 197.3",
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
        "3 hours = 150 minutes",
        "5 + 7 is 13.",
        "48 divided by 2 equals 25",
        "89 + 71 = <<89+71=160>>150",
        "He says 3 + 4 = 8",
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
        "25 / 1/3 = 75",
        "7 / 2 = 4",
        "3*30 = 30 + M trees",
        "1 / 0 = 5",
        "2 ^ 999999999 = 4",
        "<<>> <<=>> <<a=b>>",
        "5 + 7 is 3 more than 9",
        "2 days = 16 hours",
        "7 minutes x 60 seconds = 420 + 23 = 443",
        "On day 1 * 2 = 20 pages",
        "There are 24 eggs in 1 tray x 2 trays = 48 eggs",
        "Half of 12 + 2 = 8",
        "They lose 5 * 3 = $15,000, as each loses 5 thousand",
        "4 pounds - 6 ounces = 58 ounces",
        "5 x 1/2 = 10 halves",
        "So 14, 400 / 80 = 180",
        "She baked 8*3 = <<80*3=240>>240",
        "600 miles / 50 mph = 12 hours * 60 = 720",
        "0.33 * 300 = 100",
        "-" * 3,
    ],
)
def test_what_is_no_equation_between_numbers_is_unknown(step: str):
    assert verdict(step) == "unknown"


def test_the_first_contradicted_step_is_named():
    checks = check_steps("", ["1 + 1 = 2", "2 + 2 = 5", "3 + 3 = 7"])
    assert first_contradicted(checks) == 1
    assert first_contradicted(checks[:1]) == first_contradicted([]) == -1


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("He has 48 clips and sells half.", "48 * 1/2 = 24"),
        ("She reads twice as many as 12.", "12 * 2 = 24"),
        ("A shirt of $40 is 20% off.", "40 * 0.8 = 32"),
        ("A shirt of $40 is 20% off.", "40 * (100 - 20) / 100 = 32"),
        ("She buys three dozen eggs.", "3 * 12 = 36"),
        ("He works two weeks.", "2 * 7 = 14"),
        ("It takes 3 hours.", "3 * 60 = 180"),
        ("Two thirds of 30 people came.", "30 * 2/3 = 20"),
        ("He has twenty-five cows.", "25 + 25 = 50"),
    ],
)
def test_numbers_that_the_question_implies_are_no_strangers(question: str, step: str):
    assert check_steps(question, [step])[0].strangers == ()


def test_a_stranger_is_traced_to_the_number_it_was_misread_from():
    (check,) = check_steps("He has 48 clips and buys 30.", ["84 + 30 = 114"])
    assert check.verdict == "supported"
    assert check.strangers == ("84",)
    assert "84 for 48" in check.evidence


def test_earlier_results_are_no_strangers():
    checks = check_steps("He has 48 clips.", ["48 + 48 = 96", "96 + 96 = 192"])
    assert [check.strangers for check in checks] == [(), ()]


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
        "$" * 20_000,
        "\\[" * 10_000,
        "\\( 1 = " * 3_000,
        "$a = b$" * 3_000,
        "<<" * 10_000,
        "\\frac{" * 3_000,
        "\\begin{align}" * 1_500,
        "1 plus " * 3_000 + "1 is 2",
        "2 hours " * 2_500 + "= 3 minutes",
        "\\boxed{" * 500 + "1 = 1" + "}" * 500,
        "$" + "x = " * 900 + "1$",
        "$(" * 500 + "1 = 2" + ")$" * 500,
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
    assert verdicts["contradicted"] / verdicts.total() < 0.001
    assert verdicts["unknown"] / verdicts.total() < 0.12


@pytest.mark.skipif(not FIRST_ERRORS.exists(), reason="the annotated solutions are not here")
def test_no_step_before_the_first_error_of_a_model_is_contradicted():
    for line in FIRST_ERRORS.read_text().splitlines():
        row = json.loads(line)
        right = row["steps"] if row["first_error"] < 0 else row["steps"][: row["first_error"]]
        for check in check_steps(row["question"], right):
            assert check.verdict != "contradicted", (row["id"], check.evidence)
