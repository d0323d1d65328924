"""Solutions of the symbolic teacher: mistakes at a known step, told in many styles."""

import json
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from factory.check import check_steps, extract, split
from factory.check.steps.arithmetic import first_contradicted
from factory.symbolic import MISTAKES, Declined, Teacher, read_graph
from factory.symbolic.arithmetic import evaluate, operands
from factory.symbolic.course import right_course
from factory.symbolic.mistakes import MAKERS, plausible, wrong_course
from factory.symbolic.read_latex import read_latex
from factory.symbolic.solve import solve
from factory.symbolic.styles import LAYOUTS, VOICES, Style, reordered, tell

SAMPLE = Path(__file__).parents[1] / "factory" / "symbolic" / "sample.jsonl"

WALK = read_graph(
    "Ines walks 3 hours a day for 6 days. How many minutes does Ines walk?",
    "A day, Ines walks 3 * 60 = <<3*60=180>>180 minutes.\n"
    "In 6 days, Ines walks 180 * 6 = <<180*6=1080>>1080 minutes.\n#### 1080",
)
COAT = read_graph(
    "A coat costs $80. In a sale there is 5% off. Nadia also buys a hat for $14. How much does "
    "Nadia pay?",
    "The coat is reduced by 80 * 0.05 = $<<80*0.05=4>>4.\n"
    "It then costs 80 - 4 = $<<80-4=76>>76.\n"
    "Nadia pays 76 + 14 = $<<76+14=90>>90.\n#### 90",
)
FENCE = read_graph(
    "A fence of 84 meters has a post every 7 meters. Each post needs 4 screws. How many screws are "
    "there, with no post at the end?",
    "There are 84 / 7 = <<84/7=12>>12 posts.\nThey need 12 * 4 = <<12*4=48>>48 screws.\n#### 48",
)
SQUARE = read_latex(
    "What is the remainder when $7^{2}+6$ is divided by $9$?",
    r"The number is $7^{2}+6=55$. The remainder is $55 \bmod 9=\boxed{1}$.",
)


@pytest.fixture(scope="module")
def graphs():
    found = []
    for line in SAMPLE.read_text(encoding="utf-8").splitlines()[:160]:
        row = json.loads(line)
        try:
            found.append(read_graph(row["question"], row["answer"]))
        except Declined:
            continue
    assert len(found) >= 100
    return [*found, WALK, COAT, FENCE]


@pytest.fixture(scope="module")
def courses(graphs):
    """Wrong courses by kind, with their graphs."""
    found = {kind: [] for kind in MAKERS}
    for number, graph in enumerate(graphs):
        rng = Random(number)
        for kind, make in MAKERS.items():
            for at in range(len(graph.steps)):
                course = make(graph, at, rng)
                if course is not None and plausible(graph, course):
                    found[kind].append((graph, course))
    return found


def test_every_kind_of_mistake_has_problems_that_it_fits(courses):
    assert set(courses) == set(MISTAKES) and len(MISTAKES) == 12
    assert {kind: len(made) for kind, made in courses.items() if len(made) < 2} == {}
    for kind, made in courses.items():
        assert all(course.mistake == kind for _, course in made)


def test_before_the_first_error_all_is_right_and_after_it_all_is_computed_anew(courses):
    for graph, course in (one for made in courses.values() for one in made):
        first = course.first_error
        assert 0 <= first < len(course.steps)
        for place, step in enumerate(course.steps):
            right = graph.steps[step.at].value
            if place < first:
                assert step.value == right
            if step.at not in course.wrong:
                # What it inherits is in its operands: its own arithmetic holds.
                assert evaluate(step.expression) == step.value


def test_only_errors_that_cancel_end_with_the_right_answer(courses):
    for kind, made in courses.items():
        for graph, course in made:
            assert (course.answer == graph.answer) == (kind == "cancelling_errors")


def test_false_arithmetic_is_what_the_kind_says(courses):
    false = {"arithmetic_slip", "digit_swap", "cancelling_errors"}
    for kind, made in courses.items():
        for _, course in made:
            held = [evaluate(step.expression) == step.value for step in course.steps]
            assert all(held) == (kind not in false)
            if kind in false:
                assert held.index(False) == course.first_error


def test_an_answer_to_another_question_blames_the_last_step_told(courses):
    for graph, course in courses["wrong_question"]:
        values = [step.value for step in course.steps]
        assert values == [graph.steps[step.at].value for step in course.steps]
        assert course.first_error == len(course.steps) - 1
        assert course.answer in {step.value for step in graph.steps} - {graph.answer}


def steps_of(graph, kind, n=60):
    rng = Random(1)
    places = range(len(graph.steps))
    made = [MAKERS[kind](graph, at, rng) for _ in range(n) for at in places]
    told = [course for course in made if course is not None and plausible(graph, course)]
    return {tell(graph, course, Style(), Random(0)).text for course in told}


def test_a_unit_slip_forgets_or_takes_another_factor():
    told = steps_of(WALK, "unit_slip")
    assert any("3 * 100 = 300" in text for text in told)
    assert any("3 * 6 = 18" in text for text in told)


def test_a_percent_slip_takes_the_part_for_the_rest_or_the_percent_for_an_amount():
    told = steps_of(COAT, "percent_slip")
    assert any("80 * 0.5 = $40" in text for text in told)
    assert any("80 * 0.95 = $76" in text or "80 * (1 - 0.05) = $76" in text for text in told)
    assert any("80 - 5 = $75" in text for text in told)
    assert any("4 + 14 = $18" in text for text in told)


def test_off_by_one_counts_a_post_too_many_or_too_few():
    told = steps_of(FENCE, "off_by_one")
    assert any("84 / 7 + 1 = 13" in text for text in told)
    assert any("84 / 7 - 1 = 11" in text for text in told)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("voice", sorted(set(VOICES)))
def test_a_right_solution_in_any_style_has_no_contradicted_step(graphs, voice, layout):
    rng = Random(5)
    for graph in [*graphs, SQUARE]:
        style = Style(voice, layout, reordered=rng.random() < 0.5, times=rng.choice("*x×"))
        told = tell(graph, right_course(graph), style, rng)
        steps = split(told.text)
        assert told.first_error == -1
        checks = check_steps(graph.question, steps)
        assert first_contradicted(checks) == -1, (told.text, checks)
        found = extract(told.text)
        assert found is not None and Fraction(found.answer.strip("$")) == graph.answer
        if layout in ("steps", "lines"):
            assert len(steps) == len(graph.steps)


@pytest.mark.parametrize("free", [False, True])
def test_false_arithmetic_is_found_at_its_true_step_in_every_style(graphs, free):
    named = Counter()
    for number, graph in enumerate(graphs):
        for sample in range(5):
            made = solve(graph, 1.0, 1000.0, Random(f"{number}/{sample}"), free=free)
            steps = split(made.text)
            assert made.first_error < len(steps)
            said = first_contradicted(check_steps(graph.question, steps))
            # No right step is ever contradicted, whatever went wrong.
            assert said == -1 or said >= made.first_error >= 0, made.text
            if made.mistake in ("arithmetic_slip", "digit_swap"):
                named[said == made.first_error] += 1
    assert named.total() > 60
    assert named[True] / named.total() > 0.95


def test_the_prompt_s_layout_is_kept_unless_styles_are_free(graphs):
    asked, free = Counter(), Counter()
    for number, graph in enumerate(graphs):
        text = solve(graph, 1.0, 1.0, Random(number)).text
        *lines, last = text.split("\n")
        assert all(re.match(rf"Step {at}: \S", line) for at, line in enumerate(lines, 1))
        assert re.fullmatch(r"The answer is: -?[\d./]+", last)
        loose = solve(graph, 1.0, 1.0, Random(number), free=True)
        asked[text.startswith("Step 1: ")] += 1
        free[loose.style.split()[1]] += 1
        assert extract(loose.text).rule in ("answer_is", "answer_line", "hashes")
    assert set(asked) == {True} and set(free) == set(LAYOUTS)


def test_every_voice_sounds_different(graphs):
    texts = {
        voice: [tell(g, right_course(g), Style(voice), Random(3)).text for g in graphs]
        for voice in set(VOICES)
    }
    words = {voice: sum(len(text.split()) for text in told) for voice, told in texts.items()}
    assert words["terse"] < words["plain"] < words["wordy"]
    assert all(re.search(r"\bx\b", text) for text in texts["algebra"])
    assert sum("x =" in text for text in texts["algebra"]) == len(graphs)


def test_steps_are_reordered_only_where_nothing_is_used_before_it_is_found(graphs):
    moved = 0
    for graph in graphs:
        for sample in range(4):
            rng = Random(sample)
            course = wrong_course(graph, rng) or right_course(graph)
            other = reordered(graph, course, "terse", rng)
            assert sorted(s.at for s in other.steps) == sorted(s.at for s in course.steps)
            assert other.steps[-1] == course.steps[-1]
            told = set()
            for step in other.steps:
                needed = {
                    o.index
                    for o in operands(step.expression)
                    if o.source == "step" and o.index in {s.at for s in course.steps}
                }
                assert needed <= told
                told.add(step.at)
            moved += other.steps != course.steps
    assert moved > 30


def test_all_styles_and_kinds_come_by_chance_and_the_draw_decides(graphs):
    teacher = Teacher(mistakes=1000.0)
    kinds, styles = Counter(), Counter()
    for graph in graphs:
        for draw in range(5):
            made = teacher.solve(graph, draw=draw)
            assert made == teacher.solve(graph, draw=draw)
            kinds[made.mistake] += 1
            styles[made.style.split()[0]] += 1
    assert set(kinds) >= set(MISTAKES)
    assert set(styles) == set(VOICES)
    assert min(kinds[kind] for kind in MISTAKES) >= 4


def test_a_solution_in_latex_carries_mistakes_too():
    seen = Counter()
    for draw in range(80):
        made = Teacher(mistakes=1000.0).solve(SQUARE, draw=draw)
        judged = Teacher().grade(SQUARE, split(made.text))
        assert judged["first_error"] == made.first_error
        seen[made.mistake] += 1
    assert len(seen) >= 4
    assert "55 \\bmod 9=1$" in Teacher(mistakes=0).solve(SQUARE, draw=1).text
