"""Extraction: which part of a solution text is its final answer."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.check import extract
from factory.check.answers.quick import compare_quick

CASES = [
    ("48/2=24\n#### 1,234", "1,234", "hashes"),
    ("#### **25**", "25", "hashes"),
    ("Step 2: add.\nThe answer is: 3.5", "3.5", "answer_is"),
    ("**The answer is: 42**", "42", "answer_is"),
    ("Therefore, the answer is **$18**.", "$18", "answer_is"),
    ("The answer is 2.5. That's it.", "2.5", "answer_is"),
    ("The answer is 18 dollars per day because she works.", "18 dollars per day", "answer_is"),
    ("The answer is:\n\n**18**", "18", "answer_is"),
    ("The answer is: $x = 3$ or $x = 4$", "$x = 3$ or $x = 4$", "answer_is"),
    ("the answer is not 5, so the answer is 6 apples. Nice!", "6 apples", "answer_is"),
    ("**Answer:** 18", "18", "answer_line"),
    ("She has 9 left\nA: 6", "6", "answer_line"),
    (r"So \boxed{1}. No: \boxed{\frac{1}{\text{two}}}", r"\frac{1}{\text{two}}", "boxed"),
    (r"$\boxed{1}$ and $\boxed{2}$", "1, 2", "boxed"),
    (r"The answer is: \[ \boxed{x=2} \]", "x=2", "boxed"),
    (r"\boxed{4}. Wait. The answer is: 5", "5", "answer_is"),
    ("<think>The answer is 5</think>\n#### 7", "7", "hashes"),
    ("thoughts without an opening \\boxed{1}</think>It is \\boxed{7}.", "7", "boxed"),
    (r"so the area is $2\sqrt{3}$.", r"2\sqrt{3}", "formula"),
    (r"\frac{10}{9}", r"\frac{10}{9}", "whole"),
    ("(-6, 10)", "(-6, 10)", "whole"),
    ("x=2 or x=5", "x=2 or x=5", "whole"),
    (r"\text{June 20}", r"\text{June 20}", "whole"),
    ("18 apples", "18 apples", "whole"),
    ("First we see\n$2$ and $6$", "2, 6", "formula"),
    (r"$x=\boxed{2}$ or $x=\boxed{9}$", "2, 9", "boxed"),
    (r"We get $\fbox{\frac{3}{7}}$.", r"\frac{3}{7}", "boxed"),
    ("Total cost = $80 + $50 = $130", "$130", "number"),
    ("She has 18 apples left.", "18", "number"),
    ("First 3.\nThat leaves -4.5", "-4.5", "number"),
]


@pytest.mark.parametrize(("text", "answer", "rule"), CASES)
def test_the_final_answer_is_found_and_its_rule_named(text: str, answer: str, rule: str):
    assert extract(text) == (answer, rule)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "no number here",
        "The final answer is: $ $",
        "$$ $$",
        r"<think>unfinished \boxed{3}",
    ],
)
def test_where_there_is_no_answer_none_is_made_up(text: str):
    assert extract(text) is None


@given(st.text(max_size=200), st.integers(-999, 999))
def test_the_last_line_of_the_protocol_is_always_read(text: str, number: int):
    text = text.replace("<", "(")
    assert extract(f"{text}\nThe answer is: {number}") == (str(number), "answer_is")


MARKS = [*"\\boxed{}$#answer is:\n[]()*1 ", "\\boxed{", "####", "The answer is"]


@given(st.lists(st.sampled_from(MARKS), max_size=60).map("".join))
def test_an_answer_is_never_blank(text: str):
    found = extract(text)
    assert found is None or found.answer.strip()


@pytest.mark.parametrize(
    "piece", ["answer is ", "####", "\\boxed{", "$", "\\(", "1", "1,", "<think>", "\n", "A: ", ". "]
)
def test_a_megabyte_of_anything_is_read_in_passing(piece: str):
    found = extract(piece * (1_000_000 // len(piece)) + "\nThe answer is: 7")
    # An opened thinking block hides what follows; nothing else can.
    assert (found is None) == (piece == "<think>")


DATA = Path(__file__).parents[2] / "shared" / "data" / "math" / "test.jsonl"


@pytest.mark.skipif(not DATA.exists(), reason="the shared MATH problems are not here")
def test_an_isolated_answer_is_not_harmed():
    harmed = checked = 0
    for line in DATA.read_text().splitlines()[::5]:
        boxed = extract(json.loads(line)["solution"])
        found = extract(boxed.answer) if boxed else None
        if boxed and found:
            checked += 1
            harmed += compare_quick(found.answer, boxed.answer).outcome != "equal"
    assert checked > 900
    assert harmed <= checked / 500


def test_a_line_break_with_its_distance_begins_no_formula():
    text = "So it is\n\\[ \\begin{pmatrix} 1 \\\\[4pt] 2 \\end{pmatrix} \\]"
    found = extract(text)
    assert found is not None
    assert found.answer == r"\begin{pmatrix} 1 \\[4pt] 2 \end{pmatrix}"
