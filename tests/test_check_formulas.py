"""Formulas in LaTeX: how they are found, what they say, and when they contradict a step."""

import asyncio
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.check import check_steps, split
from factory.check.steps.formulas import read_formulas
from factory.check.steps.symbolic_lines import symbolic_lines
from factory.check.steps.symbolic_steps import check_symbolic
from factory.check.worker import Workers

DATA = Path(__file__).parents[2] / "shared" / "data"
MATH = DATA / "math" / "test.jsonl"
SAMPLED = DATA / "recorded" / "math_cot_8x.jsonl"


def verdict(step: str, question: str = "") -> str:
    return check_steps(question, [step])[0].verdict


@pytest.mark.parametrize(
    "step",
    [
        r"$\frac{3}{4} \times 12 = 9$",
        r"\(\frac34 \cdot 12 = 9\)",
        r"We get \[ 12 \div 4 = 3 \] at last.",
        r"$$5(3)+2 = 17$$",
        r"$20\% \text{ of } 50 = 10$",
        r"$\frac{1}{2}\text{ of }30 = 15$",
        r"$20\%$ of $50$ = $10$",
        r"$\$3 \times 4 = \$12$",
        r"$\frac{5}{8} = 62.5\%$",
        r"$2\frac{1}{2} = \frac{5}{2}$",
        r"$22{,}100 \div 13 = 1{,}700$",
        r"$\sqrt{16} + 1 = 5$",
        r"$3 \text{ hours} \times 60 = 180 \text{ minutes}$",
        r"\begin{align*} x &= 3 \cdot 4 \\ &= 12 \end{align*}",
        r"$\binom{5}{2} = 10$",
        r"$5! = 120$",
        r"$\frac{10}{3} \approx 3.3$",
        r"$2^{10} \equiv 24 \pmod{100}$",
        r"$2 + 3 > 4$",
        r"$\boxed{3 + 4} = 7$",
        r"It costs \$3 and \$4, so $3 + 4 = 7$ dollars.",
    ],
)
def test_true_arithmetic_in_latex_is_supported(step: str):
    assert verdict(step) == "supported"


@pytest.mark.parametrize(
    "step",
    [
        r"$\frac{3}{4} \times 12 = 8$",
        r"We get \[ 12 \div 4 = 4 \] at last.",
        r"\begin{align*} x &= 3 \cdot 4 \\ &= 13 \end{align*}",
        r"$20\%$ of $50$ = $11$",
        r"$9! = 326880$",
        r"$2^{10} \equiv 25 \pmod{100}$",
        r"$\sqrt{2} + \sqrt{3} = \sqrt{5}$",
        r"$3\sqrt{2} \cdot \sqrt{2} = 5$",
        r"$\pi + \pi = 3\pi$",
    ],
)
def test_false_arithmetic_in_latex_is_contradicted(step: str):
    (check,) = check_steps("", [step])
    assert check.verdict == "contradicted"
    assert "is false" in check.evidence


@pytest.mark.parametrize(
    "step",
    [
        r"$x^2 - 9 = (x-3)(x+3)$",
        r"$\frac{x^2-1}{x-1} = x+1$",
        r"$(a+b)^2 = a^2 + 2ab + b^2 = a(a+2b) + b^2$",
        r"$\sqrt{12} = 2\sqrt{3}$",
        r"$\frac{1}{\sqrt{2}} = \frac{\sqrt{2}}{2}$",
        r"$4\pi \cdot 3^2 = 36\pi$",
    ],
)
def test_identities_are_supported(step: str):
    assert verdict(step) == "supported"


def test_a_wrong_expansion_is_contradicted_where_the_question_asks_for_it():
    wrong = "$(x+1)(x+2) = x^2 + 3x + 3$"
    assert verdict(wrong, "Expand $(x+1)(x+2)$.") == "contradicted"
    assert verdict(wrong.replace("+ 3$", "+ 2$"), "Expand $(x+1)(x+2)$.") == "supported"


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("", "$2x + 3 = 7$"),
        ("", "$x^2 = 2x + 3$"),
        ("", "$(x+1)^2 = x^2 + 1$"),
        ("Expand $(x+1)(x+2)$ if $x^2 = 5$.", "$(x+1)(x+2) = 3x + 7$"),
        ("Let $\\alpha$ be a root of it. Simplify.", r"$\alpha^3 = 3\alpha^2 - 1$"),
        ("If $a * b = 2a + 3b$, what is $4 * 3$?", "$4 * 3 = 8 + 9$"),
        (r"Let $\boxed{N}$ be the number of divisors of $N$.", r"$\boxed{11} \times 2 = 4$"),
        ("We work in base 7.", "$6 + 1 = 10$"),
        ("What is it modulo 7?", "$5 + 4 = 2$"),
        ("", "Suppose that $2 + 3 = 6$, which is wrong."),
        ("", r"This is half of $12 + 2 = 7$"),
        ("", r"$\frac{8 \text{ miles}}{1 \text{ hour}} = 1$"),
        ("", r"$3 + 4 = 7000$ thousand"),
        ("", r"$3 \cdot 5 = 15$ and $15 \neq 16$ and $452 \div 1.98 = 228.29$"),
        ("", r"$3^25^2 = 15^3$"),
        ("", r"$0.\overline{3} + \ldots = 4$"),
        ("", r"$f(2) = 5$, $AB = 7$, $\gcd(132,100) = 5$"),
        ("", r"$\begin{pmatrix} 1 \\ 2 \end{pmatrix} = 3 + 4$"),
        ("", r"$e^{i} = 1 + 1$"),
        ("", r"[asy] draw((0,1+1=3)); [/asy]"),
    ],
)
def test_what_may_be_meant_otherwise_is_never_contradicted(question: str, step: str):
    assert verdict(step, question) != "contradicted"


def test_money_is_no_formula():
    text = "She pays $5 + $3 = $8, and he pays $4."
    assert read_formulas(text).prose == text
    assert verdict("She pays $5 + $3 = $9 in all.") == "contradicted"


def test_code_and_pictures_say_nothing():
    assert not read_formulas("[asy] x = 1 + 1; [/asy] ```a = 3 + 4```").statements


def test_a_solved_value_is_tried_in_its_equation():
    checks = check_steps("Solve $2x + 3 = 7$.", ["$2x = 4$", "So $x = 2$."])
    assert [check.verdict for check in checks] == ["supported", "supported"]
    assert "solves 2x" in checks[1].evidence
    checks = check_steps("", ["They have 4x + 7 = 43 in all", "4x = 36, so x = 9"])
    assert [check.verdict for check in checks] == ["unknown", "supported"]


def test_a_value_that_solves_nothing_is_contradicted_only_where_it_follows_at_once():
    assert verdict("$2x + 3 = 7$, so $x = 3$.") == "contradicted"
    assert verdict("$2x + 3 = 7$. In the other problem $x = 3$.") == "unknown"
    assert verdict("Either $x - 1 = 7$ or $x = 3$.") == "unknown"
    assert verdict("If $2x + 3 = 7$, then $x = 3$ in the case of girls.") == "unknown"


def test_roots_of_a_quadratic_are_supported_and_factored_forms_follow():
    step = "$x^2 - 5x + 6 = 0$, so $(x-2)(x-3) = 0$ and $x = 2$."
    (check,) = check_steps("", [step])
    assert check.verdict == "supported"
    assert "follows from" in check.evidence and "solves" in check.evidence


def test_what_is_left_for_sympy_is_decided_by_it():
    step = r"$\sin(2x) = 2 \sin x \cos x$"
    assert [line.constant for line in symbolic_lines(step)] in ([False], [])
    hard = [r"$\log_2 8 + \sin \frac{\pi}{6} = 3.5$", "Nothing here.", r"$\log_2 8 = 4$"]
    checks = check_symbolic(hard)
    assert len(checks) == len(hard)
    assert checks[1]["verdict"] == "unknown"
    assert all(check["verdict"] != "contradicted" for check in checks)  # a log has two readings


def test_sympy_is_asked_by_name_in_a_worker():
    async def asked() -> list[dict[str, str]]:
        workers = Workers(1)
        try:
            name = "factory.check.steps.symbolic_steps:check_symbolic"
            steps = [r"$\sin^4 x - \cos^4 x = \sin^2 x - \cos^2 x$", "$1 + 1 = 2$"]
            result: list[dict[str, str]] = await workers.run(name, [steps], 60)
            return result
        finally:
            await workers.close()

    first, second = asyncio.run(asked())
    assert first["verdict"] in ("supported", "unknown")  # supported, unless in-process suffices
    assert second["verdict"] == "unknown"


PIECES = ["$", "$$", r"\[", r"\]", r"\(", r"\)", "=", "1", "2", "x", "+", r"\frac{1}{2}", r"\\"]
PIECES += ["&=", r"\begin{align}", r"\end{align}", r"\text{ and }", "^2", "{", "}", "(", ")", " "]
PIECES += [r"\sqrt{2}", ",", r"\pmod{3}", r"\equiv", "%", r"\boxed{", "1,000", "so ", "0.5"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_formula_gets_a_verdict(step: str):
    assert verdict(step, step) in ("supported", "contradicted", "unknown")
    assert isinstance(symbolic_lines(step), list)


@given(
    st.lists(st.integers(-9, 9), min_size=2, max_size=4),
    st.lists(st.integers(-9, 9), min_size=2, max_size=4),
    st.integers(0, 3),
)
def test_a_product_multiplied_out_is_supported_and_a_slip_is_not(
    left: list[int], right: list[int], slip: int
):
    product = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            product[i + j] += a * b
    product[0] += slip
    step = f"$({_polynomial(left)})({_polynomial(right)}) = {_polynomial(product)}$"
    assert (verdict(step) == "supported") == (slip == 0)


def _polynomial(factors: list[int]) -> str:
    return " + ".join(f"({factor})x^{{{power}}}" for power, factor in enumerate(factors))


@pytest.mark.skipif(not MATH.exists(), reason="the MATH test set is not here")
def test_gold_solutions_of_math_are_hardly_ever_contradicted():
    verdicts: Counter[str] = Counter()
    rows = MATH.read_text(encoding="utf-8").splitlines()[::10]
    for row in map(json.loads, rows):
        steps = split(row["solution"])
        assert "".join(steps) == row["solution"]
        verdicts.update(check.verdict for check in check_steps(row["problem"], steps))
    assert verdicts["contradicted"] / len(rows) < 0.004  # the gold has typing errors, too
    assert verdicts["supported"] / verdicts.total() > 0.5


@pytest.mark.skipif(not SAMPLED.exists(), reason="the sampled solutions are not here")
def test_right_sampled_solutions_are_hardly_ever_contradicted():
    contradicted = right = 0
    for line in SAMPLED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for text, graded in zip(row["responses"], row["graded_correct"], strict=True):
            steps = split(text)
            assert "".join(steps) == text
            if graded:
                checks = check_steps(row["question"], steps)
                right += 1
                contradicted += any(check.verdict == "contradicted" for check in checks)
    assert contradicted / right < 0.01
