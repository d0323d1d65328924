"""The symbolic teacher: answers a request of any role by rules, exactly, and says so where not.

It reads what is asked from the messages; the truth record supplies only the computation graph
behind the problem's text. All chance comes from the messages and the draw, so the same request is
always answered alike.
"""

import json
from dataclasses import dataclass
from random import Random
from typing import Any

from factory.models import Reply, Request
from factory.records import digest
from factory.symbolic.evolve import evolve, sections, write_sections
from factory.symbolic.grade import grade
from factory.symbolic.graph import Declined, to_json
from factory.symbolic.judge import rank, rate
from factory.symbolic.misbehave import misbehave
from factory.symbolic.protocol import Prompt, read_prompt
from factory.symbolic.solve import solve
from factory.symbolic.truth import graph_behind, loads, truth_of

VERSION = 4
"""Raised whenever the same request would be answered with another text."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the teacher behaves."""

    mistakes: float = 1.0
    """Scales how often a solution goes wrong; 0 never."""
    misbehave: float = 0.05
    """Share of evolutions that fail on purpose, each labelled."""
    hide_answers: bool = False
    """Keep answers and rationales out of what travels with a problem."""


def answer(request: Request, settings: Settings) -> Reply:
    """The reply to a request; one that cannot be met is answered with the reason."""
    try:
        prompt = read_prompt(request.messages)
    except Declined as declined:
        system = any("## Cannot" in m.content for m in request.messages if m.role == "system")
        return _reply(request, _refusal(declined, evolving=system))
    rng = Random(int(digest(request.messages, request.draw), 16))
    try:
        text, truth = _answered(prompt, request, settings, rng)
    except Declined as declined:
        return _reply(request, _refusal(declined, evolving=prompt.role == "evolve"))
    return _reply(request, text, truth)


def _refusal(declined: Declined, *, evolving: bool) -> str:
    if evolving:
        return f"## Cannot\nteacher declined: {declined}"
    return f"I cannot do this: {declined}."


def _answered(
    prompt: Prompt, request: Request, settings: Settings, rng: Random
) -> tuple[str, str | None]:
    temperature = request.sampling.temperature
    if prompt.role == "rank":
        return _ranked(prompt, request, rng), None
    graph = graph_behind(request.truth, prompt.problem)
    match prompt.role:
        case "rate":
            return rate(graph, temperature, rng), None
        case "grade":
            return grade(graph, prompt.steps, temperature, rng), None
        case "solve":
            made = solve(graph, temperature, settings.mistakes, rng)
            about = {"mistake": made.mistake, "first_error": made.first_error}
            return made.text, json.dumps({"digest": digest(prompt.problem), **about})
    child = evolve(graph, prompt.operator, rng)
    parts = sections(graph, child, prompt.operator)
    if rng.random() < settings.misbehave:
        text, failure, final = misbehave(graph, child, parts, rng)
        record: dict[str, Any] = {"digest": digest(final), "failure": failure}
        if final == graph.question:
            record["graph"] = to_json(graph)
        return text, json.dumps(record, ensure_ascii=False)
    return write_sections(parts), truth_of(child, hide_answers=settings.hide_answers)


def _ranked(prompt: Prompt, request: Request, rng: Random) -> str:
    truths = loads(request.truth or "{}").get("truths")
    if not isinstance(truths, dict):
        raise Declined("no_truth", "no computation graphs are known for these problems")
    graphs = {}
    for letter, problem in prompt.problems.items():
        record = truths.get(letter)
        graphs[letter] = graph_behind(
            json.dumps(record, ensure_ascii=False) if record else None, problem
        )
    return rank(graphs, request.sampling.temperature, rng)


def _reply(request: Request, text: str, truth: str | None = None) -> Reply:
    """The reply with tokens counted as words, cut off where `max_tokens` says so."""
    asked = sum(message.content.count(" ") + 1 for message in request.messages)
    words = text.count(" ") + text.count("\n") + 1
    limit = request.sampling.max_tokens
    if limit is None or words <= limit:
        return Reply(text, "stop", asked, words, 0.0, 0.0, truth)
    short = " ".join(text.split(" ")[:limit])
    return Reply(short, "length", asked, limit, 0.0, 0.0, truth)
