"""What our distilabel tasks share: asking for a batch of rows, and a row for every reply.

Promises: a row comes back for every row (and generation), with an empty `<role>_failed` or the
reason why it holds nothing; one bad request, reply or row harms no other. Does not promise what
the line adds: no journal, no second draw of an unusable reply, no budget, no resuming.

Decided here:
- distilabel throws a whole batch away when one request of it fails, so requests are made one by
  one and at the same time; a class that is not asynchronous gets the batch again row by row.
- It takes a column's type from the first 50 rows and dies when a later one is another, so columns
  never hold null: texts are empty, numbers NaN, and lists travel as JSON.
- Columns are named by settings (`problem_column`) and not by distilabel's `input_mappings`: with
  several generations that puts back the wrong row's text.
"""

import asyncio
import math
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from distilabel.models.llms.base import AsyncLLM
from distilabel.steps.base import StepInput
from distilabel.steps.tasks.base import Task

from factory.errors import Rejected
from factory.stages import Unusable
from factory.stages.prompts import Prompt, load_prompt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LIMITS = ("max_new_tokens", "max_tokens", "max_output_tokens")
"""Names that the classes have for the longest reply."""
LONGEST = 300
"""Characters of a detail."""

Row = dict[str, Any]


@lru_cache
def _prompt(role: str, path: str) -> Prompt:
    return load_prompt(role, Path(path) if path else None)


class MathTask(Task):  # type: ignore[misc]
    """What the four tasks share.

    Attributes:
        problem_column: the column that holds the problem.
        prompt: a prompt file of your own, in the form of the one that comes with the stage.
    """

    role: ClassVar[str]
    made: ClassVar[Row]
    """The columns that it fills, with what they hold where there is nothing."""

    problem_column: str = "problem"
    prompt: str = ""

    @property
    def inputs(self) -> list[str]:
        """The columns that a row must have."""
        return [self.problem_column]

    @property
    def outputs(self) -> list[str]:
        """The columns that it adds."""
        return [*self.made, f"{self.role}_failed", f"{self.role}_detail", "model_name"]

    def values(self, row: Row) -> "Mapping[str, str | None]":
        """What goes into the prompt's variables.

        Raises:
            Unusable: the row has not what it takes.
        """
        return {"problem": self.text_of(row, self.problem_column)}

    def read(self, text: str, finish_reason: str, row: Row) -> Row:
        """The columns that a reply fills.

        Raises:
            Unusable, Rejected: with the reason.
        """
        raise NotImplementedError

    def text_of(self, row: Row, column: str) -> str:
        """A text of the row.

        Raises:
            Unusable: no_input.
        """
        text = row.get(column)
        if not isinstance(text, str) or not text.strip():
            raise Unusable("no_input", f"the column {column} is empty")
        return text

    def load(self) -> None:
        """Read the prompt, so that a wrong one stops the pipeline before anything is bought."""
        _prompt(self.role, self.prompt)
        super().load()

    def format_input(self, input: Row) -> list[dict[str, str]]:
        """The conversation of a row."""
        messages = _prompt(self.role, self.prompt).messages(**self.values(input))
        return [{"role": one.role, "content": one.content} for one in messages]

    def format_output(self, output: str | None, input: Row | None = None) -> Row:
        """The columns of a reply; where it cannot be used, the reason."""
        return self._read(output, "stop", input or {})

    def process(self, inputs: StepInput) -> "Iterator[list[Row]]":
        """Ask for every row that has what it takes; give a row for each row and generation."""
        asked: list[list[dict[str, str]]] = []
        faults: dict[int, Unusable] = {}
        for place, row in enumerate(inputs):
            try:
                asked.append(self.format_input(row))
            except Unusable as fault:
                faults[place] = fault
        replies = iter(self._replies(asked))
        rows: list[Row] = []
        for place, row in enumerate(inputs):
            reply = faults[place] if place in faults else next(replies)
            rows += self._rows(row, reply)
        yield rows

    def _replies(self, asked: list[list[dict[str, str]]]) -> list[Any]:
        """The output of each conversation, or the exception that it ended with."""
        if not asked:
            return []
        if isinstance(self.llm, AsyncLLM):
            found: list[Any] = self.llm.event_loop.run_until_complete(self._together(asked))
            return found
        try:
            return list(
                self.llm.generate_outputs(
                    inputs=asked,
                    num_generations=self.num_generations,
                    **self.llm.get_generation_kwargs(),
                )
            )
        except Exception as fault:
            if len(asked) == 1:
                return [fault]
            return [reply for one in asked for reply in self._replies([one])]

    async def _together(self, asked: list[list[dict[str, str]]]) -> list[Any]:
        settings = self.llm.get_generation_kwargs()
        calls = (
            self.llm._agenerate(inputs=[one], num_generations=self.num_generations, **settings)
            for one in asked
        )
        ends = await asyncio.gather(*calls, return_exceptions=True)
        return [end if isinstance(end, BaseException) else end[0] for end in ends]

    def _rows(self, row: Row, reply: Any) -> list[Row]:
        if isinstance(reply, BaseException):
            reason, detail = "request_failed", f"{type(reply).__name__}: {reply}"
            if isinstance(reply, Unusable):
                reason, detail = reply.reason, reply.detail
            ends = [(self._failed(reason, detail), "")] * self.num_generations
            counts: dict[str, Any] = {}
        else:
            counts = reply.get("statistics") or {}
            given = list(reply["generations"])
            # Some servers give one reply however many they are asked for.
            given += [None] * (self.num_generations - len(given))
            ends = [
                (self._read(text, self._finish(counts, place), row), text or "")
                for place, text in enumerate(given)
            ]
        made = [
            {**end, **self._about(row, text, counts, place), "model_name": self.llm.model_name}
            for place, (end, text) in enumerate(ends)
        ]
        if not self.group_generations:
            return [{**row, **one} for one in made]
        grouped = {name: [one[name] for one in made] for name in made[0]}
        return [{**row, **grouped, "model_name": self.llm.model_name}]

    def _about(self, row: Row, text: str, counts: dict[str, Any], place: int) -> Row:
        """The column `distilabel_metadata`, with all that was there before."""
        meta = dict(row.get("distilabel_metadata") or {})
        if self.add_raw_output:
            meta[f"raw_output_{self.name}"] = text
        if self.add_raw_input:
            try:
                meta[f"raw_input_{self.name}"] = self.format_input(row)
            except Unusable:
                meta[f"raw_input_{self.name}"] = [{"role": "", "content": ""}]
        meta[f"statistics_{self.name}"] = {
            name: _at(counts.get(name), place) or 0 for name in ("input_tokens", "output_tokens")
        }
        return {"distilabel_metadata": meta}

    def _finish(self, counts: dict[str, Any], place: int) -> str:
        """`length` for a reply as long as it may be: the classes do not tell how one ended."""
        settings = self.llm.get_generation_kwargs() or {}
        most = next((settings[name] for name in LIMITS if settings.get(name)), math.inf)
        return "length" if (_at(counts.get("output_tokens"), place) or 0) >= most else "stop"

    def _read(self, text: str | None, finish_reason: str, row: Row) -> Row:
        if text is None:
            return self._failed("no_reply", "the class gave no text")
        try:
            read = self.read(text, finish_reason, row)
        except (Unusable, Rejected) as fault:
            return self._failed(fault.reason, fault.detail)
        except Exception as bug:
            return self._failed(type(bug).__name__, str(bug))
        return {**read, f"{self.role}_failed": "", f"{self.role}_detail": ""}

    def _failed(self, reason: str, detail: str) -> Row:
        said = detail.encode("utf-8", "replace").decode()[:LONGEST]
        return {**self.made, f"{self.role}_failed": reason, f"{self.role}_detail": said}


def _at(counts: Any, place: int) -> int | None:
    """The count of a generation; classes that count a prompt once say it once."""
    if not isinstance(counts, list) or not counts:
        return None
    found: int = counts[min(place, len(counts) - 1)]
    return found
