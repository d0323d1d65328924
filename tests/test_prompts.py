"""Prompts: checked before anything is bought, filled without reading what is inserted."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.errors import UserError
from factory.stages.evolve import OPERATORS
from factory.stages.prompts import ROLES, load_prompt

VALUES = {
    "evolve": {
        "problem": "P",
        "operator": "deepen",
        "direction": "upward",
        "task": "T",
        "words": "30",
    },
    "solve": {"problem": "P"},
    "rate": {"problem": "P"},
    "rank": {"problems": "P"},
    "grade": {"problem": "P", "steps": "[0] S", "reference": "7"},
}


@pytest.mark.parametrize("role", ROLES)
def test_every_role_comes_with_a_prompt_that_can_be_filled(role):
    system, user = load_prompt(role).messages(**VALUES[role])
    assert (system.role, user.role) == ("system", "user")
    assert ROLES[role].marker in system.content
    assert "{{" not in system.content + user.content
    others = [rules.marker for name, rules in ROLES.items() if name != role]
    assert not [marker for marker in others if marker in system.content]


def test_the_system_message_of_an_operator_is_the_same_for_every_problem():
    prompt = load_prompt("evolve")
    values = VALUES["evolve"]
    first, second = (prompt.messages(**{**values, "problem": text}) for text in ("one", "two"))
    assert first[0] == second[0]
    assert first[1] != second[1]
    lines = first[0].content.splitlines()
    assert "Operator: deepen" in lines
    assert "Direction: upward" in lines
    assert first[1].content == "## Problem\none"


def test_every_operator_names_one_of_the_three_directions_and_has_its_own_task():
    assert {one.direction for one in OPERATORS.values()} == {"upward", "downward", "breadth"}
    assert len({one.task for one in OPERATORS.values()}) == len(OPERATORS) == 12
    assert all(name == one.name for name, one in OPERATORS.items())


@given(st.text())
def test_inserted_text_arrives_letter_by_letter(text):
    user = load_prompt("solve").messages(problem=text)[1].content
    assert user == f"## Problem\n{text}"


def test_braces_and_variables_in_a_problem_are_not_expanded_again():
    text = r"{{problem}} {{task}} \frac{{1}}{{2}} \1 \g<0>"
    assert load_prompt("solve").messages(problem=text)[1].content == f"## Problem\n{text}"


def test_without_a_reference_its_whole_paragraph_is_left_out():
    prompt = load_prompt("grade")
    shown = prompt.messages(problem="P", steps="[0] S", reference="7")[1].content
    assert shown == "## Problem\nP\n\n## Reference answer\n7\n\n## Solution\n[0] S"
    hidden = prompt.messages(problem="P", steps="[0] S", reference=None)[1].content
    assert hidden == "## Problem\nP\n\n## Solution\n[0] S"


def test_a_blank_line_in_a_problem_does_not_end_a_paragraph_of_the_prompt():
    user = load_prompt("grade").messages(problem="a\n\nb {{reference}}", steps="[0] S")[1].content
    assert user == "## Problem\na\n\nb {{reference}}\n\n## Solution\n[0] S"


def test_a_missing_or_unknown_value_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="problem"):
        load_prompt("solve").messages()
    with pytest.raises(ValueError, match="steps"):
        load_prompt("solve").messages(problem="P", steps="S")


SOLVE = "=== system ===\nEnd with The answer is: X\n=== user ===\n{{problem}}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_prompt_of_ones_own_is_taken_and_its_digest_follows_its_text(tmp_path):
    mine = load_prompt("solve", written(tmp_path, SOLVE))
    assert mine.user == "{{problem}}"
    other = load_prompt("solve", written(tmp_path, SOLVE.replace("End", "Finish")))
    assert mine.digest != other.digest
    assert load_prompt("solve", written(tmp_path, SOLVE)).digest == mine.digest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SOLVE.replace("{{problem}}", "{{problm}}"), "problm}}; did you mean 'problem'?"),
        (SOLVE.replace("{{problem}}", "Solve it"), "{{problem}} is missing"),
        (SOLVE.replace("End", "{{problem}} End"), "differs from row to row"),
        (SOLVE.replace("The answer is:", "A:"), "must ask for 'The answer is:'"),
        (SOLVE.replace("=== user ===", "=== usr ==="), "did you mean 'user'?"),
        (SOLVE.replace("=== user ===", "=== system ==="), "stands there twice"),
        (SOLVE.replace("=== user ===\n{{problem}}", ""), "below a line '=== user ==='"),
        ("# Mine\n" + SOLVE, "'# Mine' stands before"),
        ("", "below a line '=== system ==='"),
    ],
)
def test_a_prompt_that_cannot_work_is_refused_with_its_file_and_the_way_out(tmp_path, text, says):
    path = written(tmp_path, text)
    with pytest.raises(UserError, match=re.escape(says)) as caught:
        load_prompt("solve", path)
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(UserError, match=r"none\.md"):
        load_prompt("rate", tmp_path / "none.md")
    (tmp_path / "latin.md").write_bytes(b"=== system ===\n\xe9")
    with pytest.raises(UserError, match="UTF-8"):
        load_prompt("rate", tmp_path / "latin.md")


def test_an_unknown_role_is_refused_with_a_suggestion():
    with pytest.raises(UserError, match="did you mean 'evolve'"):
        load_prompt("evlove")
