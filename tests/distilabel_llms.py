"""distilabel LLM classes for the tests: the symbolic teacher, and classes that go wrong.

What the teacher knows of a problem travels in files, as a distilabel step is a process of its own
and passes on messages alone.
"""

import json
import time
from pathlib import Path
from typing import Any

from distilabel.models.llms.base import LLM, AsyncLLM

from factory.models import Draw, Message, Request, Sampling
from factory.models.symbolic import Symbolic
from factory.records import digest
from factory.stages.seed import seed_truth


def teach(folder: Path, rows) -> None:
    """Write down what the teacher has to know of these seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    for row in rows:
        truth = seed_truth(row["question"], row["answer"])
        (folder / digest(row["question"])).write_text(truth, encoding="utf-8")


async def taught(folder: str, messages, temperature: float, draw: int) -> dict[str, Any]:
    shown = messages[-1]["content"].split("## Problem\n", 1)[1].split("\n\n## ")[0].strip()
    known = Path(folder) / digest(shown)
    truth = known.read_text(encoding="utf-8") if known.exists() else None
    asked = tuple(Message(one["role"], one["content"]) for one in messages)
    request = Request(asked, Sampling(temperature), Draw(sample=draw), truth=truth)
    reply = await Symbolic().reply(request)
    if reply.truth and "graph" in (record := json.loads(reply.truth)):
        (Path(folder) / record["digest"]).write_text(reply.truth, encoding="utf-8")
    tokens = {"input_tokens": [reply.prompt_tokens or 1], "output_tokens": [7]}
    return {"generations": [reply.text], "statistics": tokens}


class Teacher(AsyncLLM):
    """The symbolic teacher as an asynchronous class."""

    truths: str
    breaks_on: str = ""

    @property
    def model_name(self) -> str:
        return "symbolic"

    async def agenerate(
        self, input, num_generations=1, temperature: float = 0.7, max_new_tokens: int = 128
    ):
        if self.breaks_on and self.breaks_on in input[-1]["content"]:
            raise RuntimeError(f"cannot answer a problem with {self.breaks_on}")
        answers = [await taught(self.truths, input, temperature, n) for n in range(num_generations)]
        return {
            "generations": [one["generations"][0] for one in answers],
            "statistics": {
                name: [one["statistics"][name][0] for one in answers]
                for name in ("input_tokens", "output_tokens")
            },
        }


class SlowTeacher(LLM):
    """The symbolic teacher as a class that blocks, and breaks in two threads at once."""

    truths: str
    breaks_on: str = ""
    _busy: bool = False

    @property
    def model_name(self) -> str:
        return "symbolic"

    def generate(self, inputs, num_generations=1, temperature: float = 0.7, **more):
        assert not self._busy, "two threads at once"
        self._busy = True
        try:
            if self.breaks_on and any(self.breaks_on in one[-1]["content"] for one in inputs):
                raise RuntimeError("one of the batch cannot be answered")
            time.sleep(0.0005)
            return [
                _grouped(
                    [run(taught(self.truths, one, temperature, n)) for n in range(num_generations)]
                )
                for one in inputs
            ]
        finally:
            self._busy = False


def _grouped(answers) -> dict[str, Any]:
    counts = {name: [one["statistics"][name][0] for one in answers] for name in ("output_tokens",)}
    return {"generations": [one["generations"][0] for one in answers], "statistics": counts}


def run(coroutine):
    """The result of a coroutine that never waits, without a loop."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("it waited")


class Odd(AsyncLLM):
    """Does what it is told to, once, and then answers."""

    does: str
    left: int = 1

    @property
    def model_name(self) -> str:
        return "odd"

    async def agenerate(self, input, num_generations=1, **settings):
        if self.left:
            self.left -= 1
            match self.does:
                case "none":
                    return {"generations": [None], "statistics": {}}
                case "nothing":
                    return {"generations": [], "statistics": {}}
                case "raise":
                    raise ValueError("half a character \ud800")
                case "missing":
                    raise ImportError("No module named 'ollama'")
        return {"generations": ["2"], "statistics": {"input_tokens": [0], "output_tokens": [5]}}


class Tied(AsyncLLM):
    """Takes no sampling at all, and cannot load."""

    @property
    def model_name(self) -> str:
        return "tied"

    def load(self):
        raise RuntimeError("no such device")

    async def agenerate(self, input, num_generations=1):
        raise AssertionError("never loaded")
