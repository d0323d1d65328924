"""The test sets that nothing of a run may come from: files of your own, splits on the Hub."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from factory.settings.forms import HUB, PART, REVISION, Section


class Items(Section):
    """What every test set has."""

    text: str = Field(default="question", min_length=1)
    """The column with the problem."""
    solution: str | None = Field(default=None, min_length=1)
    """The column with the solution; with one, solutions of the run are compared with it too."""


class TestFile(Items):
    """A file of your own."""

    path: Path
    """A .jsonl, .parquet or .csv file; a relative path starts at the recipe file."""


class TestHub(Items):
    """A split of a dataset on the Hugging Face Hub."""

    hub: str = Field(pattern=HUB)
    """Owner and name, as openai/gsm8k."""
    config: str | None = Field(default=None, pattern=PART)
    """The dataset's configuration; the folder that its files are in."""
    split: str = Field(default="test", pattern=PART)
    """The split that holds the test items."""
    revision: str = Field(pattern=REVISION)
    """The commit; the same commit is the same data for ever."""
    otherwise: Literal["skip"] | None = None
    """Where the Hub cannot be reached: stop (null), or go on without; the card says which."""


TEST_SETS: dict[str, type[Section]] = {"hub": TestHub, "path": TestFile}


def _kind(value: Any) -> str | None:
    """Which kind of test set this is; None when it is none or several."""
    names = value if isinstance(value, dict) else dir(value)
    named = [kind for kind in TEST_SETS if kind in names]
    return named[0] if len(named) == 1 else None


TestSet = Annotated[
    Annotated[TestHub, Tag("hub")] | Annotated[TestFile, Tag("path")], Discriminator(_kind)
]
