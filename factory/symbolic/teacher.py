"""The symbolic teacher: answers a request of any role by rules, exactly, and says so where not.

It reads what is asked from the messages; the truth record supplies only the computation graph
behind the problem's text. All chance comes from the messages, the seed of the draw and the
teacher's own seed, so the same request is always answered alike.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from random import Random
from typing import Any

from factory.models import Draw, Message, Reply, Request, Sampling
from factory.records import digest
from factory.symbolic.dress import dressed
from factory.symbolic.evolve import evolve, sections, write_sections
from factory.symbolic.grade import grade
from factory.symbolic.graph import Declined, to_json
from factory.symbolic.judge import rank, rate
from factory.symbolic.leaning import FAIR, Leaning
from factory.symbolic.misbehave import Asked, misbehave
from factory.symbolic.protocol import Prompt, read_prompt
from factory.symbolic.solve import solve
from factory.symbolic.truth import graph_behind, loads, truth_of

VERSION = 7
"""Raised whenever the same request would be answered with another text."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the teacher behaves."""

    mistakes: float = 1.0
    """Scales how often a solution goes wrong; 0 never."""
    misbehave: float = 0.05
    """Share of evolutions that fail on purpose, each labelled; as many more come in other dress."""
    hide_answers: bool = False
    """Keep answers and rationales out of what travels with a problem."""
    free_styles: bool = False
    """Lay solutions out in other ways than the `Step i:` lines that the prompt asks for."""
    leaning: Leaning = FAIR
    """What it leans to as a judge."""
    seed: int = 0
    """Another seed makes other draws, independent of the first one's."""


@lru_cache(maxsize=1024)
def seed_of(draw: Draw) -> int:
    """The number that stands for a draw, the one that is sent to servers as `seed`."""
    return int(digest(*draw), 16) % 2**31


def answer(request: Request, settings: Settings) -> Reply:
    """The reply to a request; one that cannot be met is answered with the reason."""
    return reply_to(
        request.messages, request.sampling, seed_of(request.draw), request.truth, settings
    )


def reply_to(
    messages: Sequence[Message],
    sampling: Sampling,
    seed: int,
    truth: str | None,
    settings: Settings,
) -> Reply:
    """The same, for a draw that is known by its seed alone."""
    try:
        prompt = read_prompt(messages)
    except Declined as declined:
        system = any("## Cannot" in m.content for m in messages if m.role == "system")
        return _reply(messages, sampling, _refusal(declined, evolving=system))
    rng = _chance(messages, seed, settings.seed)
    try:
        text, found = _answered(prompt, messages, sampling.temperature, truth, settings, rng)
    except Declined as declined:
        return _reply(messages, sampling, _refusal(declined, evolving=prompt.role == "evolve"))
    return _reply(messages, sampling, text, found)


def _chance(messages: Sequence[Message], seed: int, own: int) -> Random:
    """The chance of one reply: by the texts as they are, which is all that a server is sent."""
    told = f"{seed} {own} " + "\0".join([text for message in messages for text in message])
    name = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return Random(int.from_bytes(name, "big"))


def _refusal(declined: Declined, *, evolving: bool) -> str:
    if evolving:
        return f"## Cannot\nteacher declined: {declined}"
    return f"I cannot do this: {declined}."


def _answered(
    prompt: Prompt,
    messages: Sequence[Message],
    temperature: float,
    truth: str | None,
    settings: Settings,
    rng: Random,
) -> tuple[str, str | None]:
    if prompt.role == "rank":
        return _ranked(prompt, temperature, truth, settings, rng), None
    graph = graph_behind(truth, prompt.problem)
    match prompt.role:
        case "rate":
            return rate(graph, temperature, rng, settings.leaning), None
        case "grade":
            return grade(graph, prompt.steps, temperature, rng, settings.leaning), None
        case "solve":
            made = solve(graph, temperature, settings.mistakes, rng, free=settings.free_styles)
            about = {"mistake": made.mistake, "first_error": made.first_error, "style": made.style}
            return made.text, json.dumps({"digest": digest(prompt.problem), **about})
    child = evolve(graph, prompt.operator, rng)
    parts = sections(graph, child, prompt.operator)
    chance = rng.random()
    if chance < settings.misbehave:
        system = "\n".join(m.content for m in messages if m.role == "system")
        return _failed(Asked(graph, child, parts, prompt.operator, system), rng)
    known = truth_of(child, hide_answers=settings.hide_answers)
    if chance < 2 * settings.misbehave:
        text, name = dressed(parts, rng)
        return text, json.dumps({**loads(known), "dress": name}, ensure_ascii=False)
    return write_sections(parts), known


def _failed(asked: Asked, rng: Random) -> tuple[str, str]:
    failure = misbehave(asked, rng)
    record: dict[str, Any] = {"digest": digest(failure.final), "failure": failure.kind}
    if failure.way:
        record["way"] = failure.way
    if failure.graph is not None:
        record["graph"] = to_json(failure.graph)
    return failure.reply, json.dumps(record, ensure_ascii=False)


def _ranked(
    prompt: Prompt, temperature: float, truth: str | None, settings: Settings, rng: Random
) -> str:
    truths = loads(truth or "{}").get("truths")
    if not isinstance(truths, dict):
        raise Declined("no_truth", "no computation graphs are known for these problems")
    graphs = {}
    for letter, problem in prompt.problems.items():
        record = truths.get(letter)
        graphs[letter] = graph_behind(
            json.dumps(record, ensure_ascii=False) if record else None, problem
        )
    return rank(graphs, temperature, rng, settings.leaning)


def _reply(
    messages: Sequence[Message], sampling: Sampling, text: str, truth: str | None = None
) -> Reply:
    """The reply with tokens counted as words, cut off where `stop` and `max_tokens` say so."""
    for end in sampling.stop:
        text = text.partition(end)[0] if end else text
    asked = sum(message.content.count(" ") + 1 for message in messages)
    words = text.count(" ") + text.count("\n") + 1
    limit = sampling.max_tokens
    if limit is None or words <= limit:
        return Reply(text, "stop", asked, words, 0.0, 0.0, truth)
    short = " ".join(text.split(" ")[:limit])
    return Reply(short, "length", asked, limit, 0.0, 0.0, truth)
