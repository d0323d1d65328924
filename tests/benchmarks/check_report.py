"""What the sections of the benchmark share: the data, the rival, and the printer of tables."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from check_rival import MathVerify

Row = dict[str, Any]


class MissingFile(Exception):
    """A section cannot run: a file is not there."""


@dataclass
class Bench:
    """What the sections share: where the data is, how much of it, the rival, and the printer."""

    data: Path
    limit: int | None = None
    answer_files: list[Path] = field(default_factory=list)
    step_files: list[Path] = field(default_factory=list)
    rival: MathVerify | None = None

    def rows(self, name: str) -> list[Row]:
        """The rows of a file of the data folder, cut to the limit."""
        return self.rows_of(self.data / name)

    def every_row(self, name: str) -> list[Row]:
        """All rows of a file of the data folder, whatever the limit."""
        return Bench(self.data).rows(name)

    def rows_of(self, path: Path) -> list[Row]:
        """The rows of a jsonl file, cut to the limit."""
        if not path.is_file():
            raise MissingFile(f"{path.name} is not there")
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines[: self.limit] if line.strip()]

    def extra(self, paths: Iterable[Path]) -> dict[str, list[Row]]:
        """The rows of files named on the command line, by name; one that is missing is noted."""
        for path in paths:
            if not path.is_file():
                self.note(f"{path.name} is not there")
        return {path.name: self.rows_of(path) for path in paths if path.is_file()}

    def title(self, text: str) -> None:
        """A heading."""
        print(f"\n## {text}\n", flush=True)

    def note(self, text: str) -> None:
        """A paragraph."""
        print(f"{text}\n", flush=True)

    def table(self, head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
        """A Markdown table; a pipe or a line break in a cell harms nothing."""
        names = list(head)
        print("| " + " | ".join(names) + " |\n|" + "---|" * len(names))
        for row in rows:
            cells = (str(cell).replace("|", "\\|").replace("\n", "⏎") for cell in row)
            print("| " + " | ".join(cells) + " |")
        print(flush=True)

    def listing(self, text: str, head: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
        """A paragraph that counts the rows, and a table of them where there are any."""
        listed = list(rows)
        self.note(f"{text}: {len(listed) or 'none'}")
        if listed:
            self.table(head, listed)


def share(count: int, total: int) -> str:
    """`97.1 % (12/340)`."""
    return f"{100 * count / total:.1f} % ({count}/{total})" if total else "-"
