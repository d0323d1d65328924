"""A real `Context` whose replies are written down beforehand, one for each draw."""

import random

from factory.models import Reply
from factory.records import Instruction


class Scripted:
    """Answers with its replies in order, and remembers what was asked."""

    def __init__(self, *replies: str | Reply, identity: str = "test/model"):
        self.replies = [Reply(one) if isinstance(one, str) else one for one in replies]
        self.name = identity
        self.asked = []

    async def ask(self, model, messages, *, draw, schema=None, truth=None):
        self.asked.append((model, messages, draw, schema, truth))
        return self.replies[len(self.asked) - 1]

    async def compute(self, function, *args, seconds=5.0):
        raise AssertionError(f"{function} is not wanted here")

    def identity(self, model):
        return self.name

    def rng(self, *names):
        return random.Random(repr(names))


def instruction(text="A box holds 6 pears. How many pears do 4 boxes hold?", **changes):
    fields = {
        "id": "id0",
        "root_id": "root0",
        "wave": 3,
        "round": 0,
        "direction": "seed",
        "operator": "seed",
        "variant": 0,
        "text": text,
        "reference_answer": None,
        "answer_source": None,
        "rationale": None,
        "truth": None,
        "split": "train",
        "model": None,
        "reply_key": None,
    }
    return Instruction(**{**fields, **changes})
