"""Read what a prompt asks for, as a language model would: from its messages alone.

The role is told by the reply format that the system message asks for; the problem stands under its
header in the last user message. A question alone, without a system message, is to be solved.
Whatever is missing raises `Declined`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factory.models import Message
from factory.symbolic.graph import Declined

DIRECTIONS = {
    "simplify": "downward",
    "easier_topic": "downward",
    "add_constraint": "upward",
    "deepen": "upward",
    "concretise": "upward",
    "more_steps": "upward",
    "fuse": "upward",
    "distract": "upward",
    "new_topic": "breadth",
    "rephrase": "breadth",
    "resample": "breadth",
    "backward": "breadth",
}
"""The operators that the teacher knows, and which way each goes."""

_SIGNS = {
    "evolve": ("## Final problem", ("## Elements", "## Plan", "## Rewrite", "## Cannot")),
    "grade": ('"verdicts"', ('"first_error"',)),
    "rank": ('"order"', ()),
    "rate": ('"definition"', ('"precision"', '"integrity"')),
    "solve": ("The answer is:", ("Step",)),
}
"""By role: what tells it, and what else its format must name."""

_OPERATOR = re.compile(r"^Operator:[ \t]*(\S+)[ \t]*$", re.MULTILINE)
_DIRECTION = re.compile(r"^Direction:[ \t]*(\S+)[ \t]*$", re.MULTILINE)
_LETTERED = re.compile(r"^## Problem ([A-Z])[ \t]*\n", re.MULTILINE)
_STEP = re.compile(r"^\[(\d{1,4})\] ?", re.MULTILINE)


class Prompt(NamedTuple):
    """What a prompt asks for."""

    role: str
    problems: Mapping[str, str]
    """The problem text under the key "", or several by letter for rank."""
    operator: str = ""
    steps: Sequence[str] = ()
    """The solution's steps, for grade."""

    @property
    def problem(self) -> str:
        """The one problem."""
        return self.problems[""]


def read_prompt(messages: Sequence[Message]) -> Prompt:
    """Role, operator and problem of the prompt.

    Raises:
        Declined: when there is no role, no problem, no format or no known operator in it.
    """
    system = "\n".join(m.content for m in messages if m.role == "system")
    user = next((m.content for m in reversed(messages) if m.role == "user"), "")
    if not system.strip() and user.strip() and "## " not in user:
        return Prompt("solve", {"": user.strip()})
    role = next((role for role, (sign, _) in _SIGNS.items() if sign in system), None)
    if role is None:
        raise Declined("no_role", "the system message names no reply format that I know")
    missing = [part for part in _SIGNS[role][1] if part not in system]
    if missing:
        raise Declined("no_format", f"the system message does not ask for {missing[0]}")
    if role == "rank":
        return Prompt(role, _lettered(user))
    if role == "grade":
        problem, steps = _solution(user)
        return Prompt(role, {"": problem}, steps=steps)
    return Prompt(role, {"": _problem(user)}, _operator(system) if role == "evolve" else "")


def _problem(user: str) -> str:
    before, header, text = user.partition("## Problem\n")
    if not header or (before and not before.endswith("\n")) or not text.strip():
        raise Declined("no_problem", "there is no problem under a header '## Problem'")
    return text


def _operator(system: str) -> str:
    named = _OPERATOR.search(system)
    if named is None or named[1] not in DIRECTIONS:
        raise Declined("unknown_operator", named[1] if named else "no line names an operator")
    direction = _DIRECTION.search(system)
    if direction is None or direction[1] != DIRECTIONS[named[1]]:
        said = direction[1] if direction else "no direction"
        raise Declined("unknown_operator", f"{named[1]} does not go {said}")
    return named[1]


def _lettered(user: str) -> dict[str, str]:
    marks = list(_LETTERED.finditer(user))
    ends = [*(mark.start() for mark in marks[1:]), len(user)] if marks else []
    problems = {
        mark[1]: user[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)
    }
    if len(problems) < 2 or not all(problems.values()):
        raise Declined("no_problem", "there are not two problems or more to rank")
    return problems


def _solution(user: str) -> tuple[str, list[str]]:
    head, header, shown = user.rpartition("## Solution\n")
    if not header:
        raise Declined("no_solution", "there is no solution under a header '## Solution'")
    problem = _problem(head).partition("\n## Reference answer\n")[0].strip()
    marks = list(_STEP.finditer(shown))
    ends = [*(mark.start() for mark in marks[1:]), len(shown)]
    if not marks or [int(mark[1]) for mark in marks] != list(range(len(marks))):
        raise Declined("no_solution", "the steps are not numbered [0], [1] and so on")
    return problem, [shown[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
