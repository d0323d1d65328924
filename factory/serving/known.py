"""What the server knows of problems: the graphs behind the seeds it was given, and what it wrote.

A client of a language model sends no truth along, so it is kept here, by a digest of the text: the
server's own children are known until so many newer ones have come that they are forgotten. A
client that sends `truth` with a request depends on nothing that is kept here.
"""

import json
from collections import OrderedDict
from collections.abc import Sequence

from factory.models import Message
from factory.records import digest
from factory.symbolic.graph import Declined
from factory.symbolic.protocol import read_prompt

MOST = 200_000
"""Children that are remembered, about two kilobytes each."""


class Known:
    """Truth records by the text that they belong to."""

    def __init__(self, seeds: dict[str, str], most: int = MOST):
        self.seeds = seeds
        self.most = most
        self.written: OrderedDict[str, str] = OrderedDict()

    def remember(self, truth: str) -> None:
        """Keep a record that a graph can be had from; others say nothing about their text."""
        record = json.loads(truth)
        if not ("graph" in record or "rationale" in record):
            return
        self.written[record["digest"]] = truth
        self.written.move_to_end(record["digest"])
        if len(self.written) > self.most:
            self.written.popitem(last=False)

    def behind(self, messages: Sequence[Message]) -> str | None:
        """The truth of the problem, or of the problems, that a prompt shows; None: not known."""
        try:
            prompt = read_prompt(messages)
        except Declined:
            return None  # the teacher says what is missing
        if "" in prompt.problems:
            return self._of(prompt.problem)
        known = {letter: self._of(text) for letter, text in prompt.problems.items()}
        truths = {letter: json.loads(truth) for letter, truth in known.items() if truth}
        return json.dumps({"truths": truths}, ensure_ascii=False) if truths else None

    def _of(self, text: str) -> str | None:
        name = digest(text)
        return self.written.get(name) or self.seeds.get(name)
