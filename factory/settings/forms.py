"""What all settings are made of: the strict section, the forms of texts, files by content."""

import functools
import hashlib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from factory.errors import UserError

NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"
MODEL_NAME = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"
HUB = r"^[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*$"
REVISION = r"^[0-9a-f]{40}$"
PART = r"^[A-Za-z0-9_][\w.-]*$"
URL = r"^https?://[^\s@/?#]+(/[^\s@?#]*)?$"
VARIABLE = r"^[A-Z_][A-Z0-9_]{0,63}$"
SIZE = r"^[1-9][0-9]*(\.[0-9]+)? ?[KMGT]i?B$"

FORMS = {
    NAME: "letters, digits, '.', '_' and '-', as evol_gsm8k",
    MODEL_NAME: "letters, digits, '_' and '-', as teacher",
    HUB: "owner/name, as openai/gsm8k",
    REVISION: "the 40 hex digits of a commit; a branch can move, and the data with it",
    PART: "letters, digits, '.', '_' and '-', as main",
    URL: "http://host:port/v1, without a key or a question mark in it",
    VARIABLE: "the name of an environment variable in capitals, as OPENAI_API_KEY",
    SIZE: "a size, as 600MB or 4GB",
}
"""What a text of each form is called, for the people who got it wrong."""


class Section(BaseModel):
    """What all sections have in common: nothing unknown, nothing converted, nothing changed."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )


def distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a name that stands there twice."""
    for n, name in enumerate(names):
        if name in names[:n]:
            raise ValueError(f"'{name}' is named twice")
    return names


def plain(section: Section, exclude: set[str] | None = None) -> dict[str, Any]:
    """A section as plain JSON values."""
    return section.model_dump(mode="json", by_alias=True, exclude=exclude)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file; a file that did not change is read once.

    Raises:
        UserError: it cannot be read.
    """
    try:
        state = path.stat()
        return _hashed(path, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise UserError(f"{path}: cannot be read: {error.strerror}") from None


@functools.lru_cache(maxsize=64)
def _hashed(path: Path, changed: int, size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
