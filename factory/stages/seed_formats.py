"""What a row says: GSM8K rows, MATH rows, and rows with columns of your own.

Promises: a row without a problem, or with a text that no longer is what its author wrote (a
control character where LaTeX was), is refused with its place; a text that is taken is unchanged.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from factory.errors import UserError
from factory.settings.sources import Columns, Format
from factory.stages.backslashes import damage
from factory.stages.seed_files import Number, Row, Table
from factory.suggest import instead

LONGEST = 100_000
"""Characters of one text; nothing that a person wrote as a problem comes near."""
OWN = ("text", "reference_answer", "rationale", "solutions", "steps")


class Content(NamedTuple):
    """What a row holds."""

    text: str
    reference_answer: str | None = None
    rationale: str | None = None
    solutions: list[str] | None = None
    steps: list[list[str]] | None = None


class Reader(NamedTuple):
    """How the rows of a file are read."""

    format: str
    wanted: set[str]
    """Columns to read."""
    read: Callable[[Row], Content]


def reader_of(table: Table, format: Format, columns: Columns | None) -> Reader:
    """The way to read this file.

    Raises:
        UserError: the columns that are needed are not there.
    """
    if columns is not None or format == "columns":
        return _own(table, columns)
    for name, needed, read in (("gsm8k", GSM8K, gsm8k), ("math", MATH, math)):
        missing = [column for column in needed if column not in table.names]
        if format == name and missing:
            raise UserError(
                f"{table.path}: seeds.format {name} needs the columns {' and '.join(needed)}; "
                f"there are {_listed(table.names)}"
            )
        if format in ("auto", name) and not missing:
            return Reader(name, set(needed), read)
    if "text" in table.names:
        return _own(table, None)
    raise UserError(
        f"{table.path}: which column holds the problem? Columns are {_listed(table.names)}. "
        "Write seeds.columns, as {text: problem, reference_answer: solution}"
    )


GSM8K = ("question", "answer")
MATH = ("problem", "solution")


def gsm8k(row: Row) -> Content:
    """`question`, and `answer` with the result after `####`; annotations are kept."""
    text, answer = _text(row, "question"), _text(row, "answer")
    _, mark, result = answer.rpartition("####")
    if not mark or not result.strip():
        raise UserError(
            f"{row.place}: `answer` has no '#### result' at its end; where it is the bare result, "
            "write seeds.columns: {text: question, reference_answer: answer}"
        )
    return Content(text, result.strip(), answer)


def math(row: Row) -> Content:
    r"""`problem`, and `solution` with the result in its last `\boxed{}`."""
    text, solution = _text(row, "problem"), _text(row, "solution")
    result = last_boxed(solution)
    if not result:
        raise UserError(
            f"{row.place}: `solution` has no \\boxed{{result}}; where the result has a column of "
            "its own, write seeds.columns: {text: problem, reference_answer: ...}"
        )
    return Content(text, result, solution)


_BOX = re.compile(r"\\(?:boxed|fbox)\s*")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def last_boxed(text: str) -> str | None:
    r"""What stands in the last `\boxed{...}`, with its own braces; None where there is none."""
    ends = [box.end() for box in _BOX.finditer(text)]
    if not ends or ends[-1] == len(text):
        return None
    start = ends[-1]
    if text[start] != "{":
        return re.split(r"[\s$.,]", text[start:], maxsplit=1)[0] or None
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return text[start + 1 : brace.start()].strip() or None
    return None


def _own(table: Table, columns: Columns | None) -> Reader:
    if columns is None:
        named = {name: name for name in OWN if name in table.names or name == "text"}
    else:
        named = {name: column for name in OWN if (column := getattr(columns, name)) is not None}
    for name, column in named.items():
        if column not in table.names:
            raise UserError(
                f"{table.path}: seeds.columns.{name}: no column called '{column}' in the first "
                f"row{instead(column, table.names)}"
            )
    return Reader("columns", set(named.values()), lambda row: _own_row(row, named))


def _own_row(row: Row, named: dict[str, str]) -> Content:
    def value(name: str) -> Any:
        return row.values.get(named[name]) if name in named else None

    solutions = steps = None
    if (given := value("solutions")) not in (None, "", []):
        solutions = _texts(row, named["solutions"], [given] if isinstance(given, str) else given)
    if (given := value("steps")) not in (None, "", []):
        column = named["steps"]
        nested = isinstance(given, list) and all(isinstance(one, list) for one in given)
        steps = [_texts(row, column, one) for one in (given if nested else [given])]
        solutions = solutions or ["\n".join(one) for one in steps]
        if len(steps) != len(solutions):
            raise UserError(
                f"{row.place}: {len(steps)} lists of steps for {len(solutions)} solutions; "
                "write one list for each"
            )
    return Content(
        _text(row, named["text"]),
        _optional(row, named.get("reference_answer"), number=True),
        _optional(row, named.get("rationale")),
        solutions,
        steps,
    )


def _text(row: Row, column: str) -> str:
    if column not in row.values:
        raise UserError(
            f"{row.place}: no column '{column}' here; there are {_listed(list(row.values))}"
        )
    return checked(row.values[column], f"{row.place}: `{column}`")


def _optional(row: Row, column: str | None, *, number: bool = False) -> str | None:
    value = None if column is None else row.values.get(column)
    if value is None or value == "":
        return None
    if number and isinstance(value, Number):
        value = str(value)
    return checked(value, f"{row.place}: `{column}`")


def _texts(row: Row, column: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not value:
        raise UserError(f"{row.place}: `{column}` must be a list of texts")
    return [checked(one, f"{row.place}: `{column}`[{n}]") for n, one in enumerate(value)]


def checked(value: Any, place: str) -> str:
    r"""The text as it is, if it is one and whole.

    Raises:
        UserError: no text, an empty or an endless one, or one with control characters, which
            are what is left of LaTeX when JSON was written with single backslashes: `\frac`
            becomes a form feed and `rac`.
    """
    if value is None:
        raise UserError(f"{place} is null; fill it in, or take the row out")
    if not isinstance(value, str) or isinstance(value, Number):
        kind = "a number" if isinstance(value, Number) else f"a {type(value).__name__}"
        raise UserError(f"{place} is {kind}, not a text")
    if not value.strip():
        raise UserError(f"{place} is empty; fill it in, or take the row out")
    if len(value) > LONGEST:
        raise UserError(f"{place} has {len(value):,} characters; at most {LONGEST:,}")
    if damaged := damage(value):
        was = damaged.command
        hint = f"; was it {was}? JSON needs its backslash twice" if was else ""
        raise UserError(
            f"{place} has the control character {damaged.character} at {damaged.at + 1}{hint}"
        )
    return value


def _listed(names: list[str]) -> str:
    return ", ".join(names[:30]) if names else "none"
