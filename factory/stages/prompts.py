"""A prompt is a markdown file beside its stage: a system part, a user part, variables in braces.

Promises: what is inserted is never read again, so a problem that contains `{{task}}` or LaTeX
braces arrives letter by letter; a prompt that could not work is refused before anything is
bought. Does not promise that a prompt is a good one: the funnel shows that.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from factory.errors import UserError
from factory.models import Message
from factory.records import digest

_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PART = re.compile(r"^=== *(\w+) *===[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Role:
    """What the prompt of one role may and must contain."""

    row: tuple[str, ...]
    """Variables that differ from row to row: for the user part, each of them required."""
    optional: tuple[str, ...]
    """More variables of the row; where one has no value, its paragraph is left out."""
    constant: tuple[str, ...]
    """Variables that are the same for all rows of an operator: for either part."""
    marker: str
    """What the system part must ask for, since the reply is read by it."""


ROLES = {
    "evolve": _Role(
        ("problem",), (), ("operator", "direction", "task", "words"), "## Final problem"
    ),
    "solve": _Role(("problem",), (), (), "The answer is:"),
    "rate": _Role(("problem",), (), (), '"definition"'),
    "rank": _Role(("problems",), (), (), '"order"'),
    "grade": _Role(("problem", "steps"), ("reference",), (), '"verdicts"'),
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """A checked prompt; `digest` names its text."""

    role: str
    system: str
    user: str
    digest: str

    def messages(self, **values: str | None) -> tuple[Message, ...]:
        """The two messages with the values inserted.

        Raises:
            ValueError: for a value that the role does not know, or a variable without a value.
        """
        return (
            Message("system", self._filled(self.system, values)),
            Message("user", self._filled(self.user, values)),
        )

    def _filled(self, template: str, values: Mapping[str, str | None]) -> str:
        role = ROLES[self.role]
        known = {*role.row, *role.optional, *role.constant}
        if not known.issuperset(values):
            raise ValueError(f"a prompt of role {self.role!r} has no {set(values) - known}")
        absent = {name for name in role.optional if not values.get(name)}
        if absent:
            paragraphs = template.split("\n\n")
            template = "\n\n".join(
                text for text in paragraphs if absent.isdisjoint(_VARIABLE.findall(text))
            )

        def insert(match: re.Match[str]) -> str:
            value = values.get(match[1])
            if value is None:
                raise ValueError(f"{self.role} prompt: no value for {{{{{match[1]}}}}}")
            return value

        return _VARIABLE.sub(insert, template)


def load_prompt(role: str, path: Path | None = None) -> Prompt:
    """The prompt of `role` from `path`, or the one that comes with its stage.

    Raises:
        UserError: when there is no such role or file, or the file is no prompt of that role.
    """
    if role not in ROLES:
        raise UserError(f"no prompt role called {role!r}{_instead(role, ROLES)}")
    path = path or Path(__file__).with_name(f"{role}.md")
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path}: the {role} prompt cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    parts = _parts(text, path)
    _check_variables(role, parts, path)
    marker = ROLES[role].marker
    if marker not in parts["system"]:
        raise UserError(
            f"{path}: the system part must ask for {marker!r}, "
            f"since replies of role {role!r} are read by it"
        )
    system, user = parts["system"], parts["user"]
    return Prompt(role, system, user, digest(role, system, user))


def _parts(text: str, path: Path) -> dict[str, str]:
    before, *pieces = _PART.split(text.removeprefix("\ufeff"))
    if before.strip():
        first = before.strip().splitlines()[0][:60]
        raise UserError(f"{path}: {first!r} stands before '=== system ==='; put it below")
    parts: dict[str, str] = {}
    for name, body in zip(pieces[::2], pieces[1::2], strict=True):
        if name not in ("system", "user"):
            hint = _instead(name, ("system", "user"))
            raise UserError(f"{path}: no part called '=== {name} ==='{hint}")
        if name in parts:
            raise UserError(f"{path}: '=== {name} ===' stands there twice; keep one")
        parts[name] = body.strip()
    for name in ("system", "user"):
        if not parts.get(name):
            raise UserError(f"{path}: write the {name} message below a line '=== {name} ==='")
    return parts


def _check_variables(role: str, parts: Mapping[str, str], path: Path) -> None:
    rules = ROLES[role]
    known = (*rules.row, *rules.optional, *rules.constant)
    for part, text in parts.items():
        for name in _VARIABLE.findall(text):
            if name not in known:
                raise UserError(
                    f"{path}: {part}: no variable called {{{{{name}}}}}{_instead(name, known)}"
                )
            if part == "system" and name not in rules.constant:
                raise UserError(
                    f"{path}: system: {{{{{name}}}}} differs from row to row; "
                    "move it to the user part, so that the system message stays constant"
                )
    for name in rules.row:
        if name not in _VARIABLE.findall(parts["user"]):
            raise UserError(f"{path}: user: the variable {{{{{name}}}}} is missing; write it in")


def _instead(name: str, known: Iterable[str]) -> str:
    choices = sorted(known)
    near = difflib.get_close_matches(name, choices, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(choices)}"
