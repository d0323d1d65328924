"""The truth record behind a problem: checked against the text, then read into its graph.

A record that belongs to another text is refused: the teacher answers what the messages show, and
uses the record for nothing but the graph behind it.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from factory.records import digest
from factory.symbolic.draft import Child
from factory.symbolic.graph import Declined, Graph, from_json, to_json
from factory.symbolic.latex import number
from factory.symbolic.numerals import plain
from factory.symbolic.read import read_graph
from factory.symbolic.read_latex import read_latex

CACHED = 4096
"""Records kept as graphs, a few kilobytes each."""


def graph_behind(truth: str | None, problem: str) -> Graph:
    """The graph of the problem.

    Raises:
        Declined: when there is no record, it belongs to another text, or holds no clean graph.
    """
    if truth is None:
        raise Declined("no_truth", "no computation graph is known for this problem")
    found = _read(truth, problem)
    if isinstance(found, Declined):
        # A fresh exception each time: a raised one drags its traceback along.
        raise Declined(found.reason, found.detail)
    return found


@lru_cache(maxsize=CACHED)
def _read(truth: str, problem: str) -> Graph | Declined:
    try:
        return _graph(loads(truth), problem)
    except Declined as declined:
        return Declined(declined.reason, declined.detail)


def loads(truth: str) -> Mapping[str, Any]:
    """The record as a mapping.

    Raises:
        Declined: when it is no JSON object.
    """
    try:
        record = json.loads(truth)
    except (ValueError, RecursionError) as fault:
        raise Declined("broken_truth", "the truth record is no JSON") from fault
    if not isinstance(record, dict):
        raise Declined("broken_truth", "the truth record is no JSON object")
    return record


def _graph(record: Mapping[str, Any], problem: str) -> Graph:
    if record.get("digest") != digest(problem):
        raise Declined("other_problem", "the truth record belongs to another text")
    if isinstance(record.get("graph"), dict):
        return from_json(problem, record["graph"])
    if isinstance(record.get("rationale"), str):
        rationale = record["rationale"]
        in_latex = "####" not in rationale and "\\boxed" in rationale
        return (read_latex if in_latex else read_graph)(problem, rationale)
    raise Declined("no_truth", "the truth record holds no graph and no rationale")


def truth_of(child: Child, *, hide_answers: bool) -> str:
    """The record that travels with a problem that the teacher wrote."""
    record: dict[str, Any] = {
        "digest": digest(child.graph.question),
        "graph": to_json(child.graph),
    }
    if not hide_answers:
        write = number if child.graph.notation == "latex" else plain
        record["answer"] = write(child.graph.answer)
        record["rationale"] = child.rationale
    return json.dumps(record, ensure_ascii=False)
