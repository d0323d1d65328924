"""Steps: an equation cut out of running text is judged only where it is whole."""

import pytest

from factory.check import check_steps
from factory.check.steps.open_ends import goes_on, plain_signs


def verdict(step, question=""):
    return check_steps(question, [step])[0].verdict


SIGNS = {
    "divided": ("32", "8", "÷ / ∕ ⁄ ／ ➗ : \\div"),
    "times": ("2", "2", "* × · ⋅ ∙ ∗ ✕ ✖ ＊ \\times \\cdot"),
    "minus": ("10", "6", "- − – ﹣ － ➖"),
    "plus": ("3", "1", "+ ＋ ➕"),
}


@pytest.mark.parametrize(
    ("first", "sign", "second"),
    [(a, sign, b) for a, b, signs in SIGNS.values() for sign in signs.split()],
)
def test_a_computed_value_is_no_wrong_solution_whatever_its_sign(first, sign, second):
    computed = f"x = {first} {sign} {second}"
    assert verdict(f"8x = 32, so {computed} = 4") == "supported"
    assert verdict(f"8x = 32, so {computed} = 5") == "contradicted"
    assert verdict(f"8x = 32, so {computed}") != "contradicted"
    assert verdict(f"$8x = 32$, so ${computed} = 4$.") != "contradicted"


@pytest.mark.parametrize(
    "step",
    [
        "8x = 32, so x = 32 divided by 8 = 4",
        "8x = 32, so x = 32 over 8",
        "8x = 32, so x = 32\n÷ 8 = 4",
        "8x = 32; x=32:8=4",
        "$8x = 32$, so $x = 32$ ÷ 8 = 4",
        "2x = 6, so x = 1 • 3",
        "2x = 6, so x = 1 ⊗ 3 = 3",
        "5x = 50, so x = 20% of 50 = 10",
        "2x = 72, so x = 3 dozen",
        "2x = 3, so x = 1 and 1/2",
        "twice x + 3 = 9, so x = 3",
        "half of x = 4, x = 8",
        "√x = 3, x = 9",
        "8x = 32. Is x = 5? That is more than 32.",
        "8x = 32 apples are there. In the other basket two were lost, so x = 5",
    ],
)
def test_a_part_of_an_equation_contradicts_nothing(step):
    assert verdict(step) != "contradicted"


@pytest.mark.parametrize("step", ["8x = 32, so x = 5", "$8x = 32$, so $x = 5$.", "8x = 32, x = 5!"])
def test_a_whole_value_that_does_not_solve_what_it_follows_is_contradicted(step):
    wanted = "unknown" if step.endswith("!") else "contradicted"  # 5! may be a factorial
    assert verdict(step) == wanted


def test_whole_equations_with_other_signs_support_each_other():
    assert verdict("6x – 30 = 30, so x = 10") == "supported"
    assert verdict("3x = 5², so x = 25/3") == "supported"
    assert verdict("2x = 80°, so x = 40°") == "supported"


@pytest.mark.parametrize(
    "step",
    ["2 ⊕ 2 + 3 = 12", "14.42 = 5 + 3π", "8 = 2 + 3!", "3! + 2 = 8", "1 + 2 ± 3 + 4 = 12"],
)
def test_a_sign_that_is_not_reckoned_with_leaves_its_side_without_a_value(step):
    assert verdict(step) == "unknown"


@pytest.mark.parametrize(
    "mark", ["1. ", "1) ", "**2)** ", "(3) ", "(a) ", "• ", "- ", "Step 1: ", "Step 1. ", "So\n2. "]
)
def test_the_mark_of_a_list_is_no_number_of_its_item(mark):
    assert verdict(mark + "54 / 2 = 28") == "contradicted"
    assert verdict(mark + "54 / 2 = 27") == "supported"


def test_a_number_before_the_arithmetic_that_marks_no_list_leaves_it_open():
    assert verdict("There were 14, 54 / 2 = 28") == "unknown"
    assert verdict("It is .8 + . 84 = 28") == "unknown"


def test_short_of_an_amount_is_no_share_of_it():
    assert verdict("He is short of 30 - 12 = 20 dollars") == "contradicted"
    assert verdict("He pays half of 30 - 12 = 9") == "unknown"


REMAINDER = "What is the remainder when $7^{2}+6$ is divided by $9$?"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("$7^{2}+6=55$", "supported"),
        ("$7^{2}+6=53$", "contradicted"),
        ("$7^{2}+6=1$", "unknown"),
        (r"$55 \div 9=6$", "unknown"),
    ],
)
def test_talk_of_remainders_explains_only_what_differs_by_the_modulus(line, wanted):
    assert verdict(f"The number is {line}.", REMAINDER) == wanted


@pytest.mark.parametrize(
    ("question", "line", "wanted"),
    [
        ("What is the sum of the digits of $80^{2}$?", "$80^{2}=4600$", "contradicted"),
        ("What is the sum of the digits of $12+6$?", "$12+6=16$", "contradicted"),
        ("What is the units digit of $12+6$?", "$12+6=8$", "unknown"),
        ("What is the units digit of $12+6$?", "$12+6=9$", "contradicted"),
        ("What are the last two digits of $11^{3}$?", "$11^{3}=31$", "unknown"),
        ("What are the last two digits of $11^{3}$?", "$11^{3}=41$", "contradicted"),
        ("What does the clock show 18 hours after 6 o'clock?", "$6+18=12$", "unknown"),
        ("What does the clock show 18 hours after 6 o'clock?", "$6+18=14$", "contradicted"),
        ("Write $12+6$ in base 8.", "$12+6=20$", "unknown"),
        (r"Let $a \star b = a+2b$. Find $3 \star 4$.", "$3+2*4=11$", "supported"),
        (r"Let $a \star b = a+2b$. Find $3 \star 4$.", "$3+8=12$", "contradicted"),
        (r"Let $a \star b = a+2b$. Find $3 \star 4$.", "$3*4=11$", "unknown"),
        ("Suppose that $f$ is defined by $f(x)=x+4$.", "$3+4=8$", "contradicted"),
    ],
)
def test_digits_clocks_and_signs_of_its_own_explain_only_what_they_can(question, line, wanted):
    assert verdict(f"We get {line}.", question) == wanted


def test_a_modulus_that_is_not_named_may_explain_any_difference():
    assert verdict("The number is $7^{2}+6=53$.", "Which clock time has that remainder?") == (
        "unknown"
    )


def test_signs_have_one_ascii_twin_and_a_colon_divides_only_a_value():
    assert plain_signs("x = 32 ÷ 8 − 1 × 2") == "x = 32 / 8 - 1 * 2"
    assert plain_signs("x = 32 : 8") == "x = 32 / 8"
    assert plain_signs("Row 1 : 3x = 6") == "Row 1 : 3x = 6"


@pytest.mark.parametrize("unit", ["of ", " the", "1", "-", "* ", "\\", "(", ": ", "÷", "step 1. "])
def test_hostile_surroundings_are_judged_in_bounded_time(unit):
    assert goes_on(unit * 20_000, unit * 20_000) in (True, False)
    assert verdict(f"8x = 32 {unit * 9_000} x = 5") in ("unknown", "supported", "contradicted")
