"""Check with SymPy the lines of steps that nothing cheaper decides; to be run by name in a worker.

Promise: supported only where the two sides are equal with proof; contradicted only where both are
constants, without functions that have several readings (`log`, degrees), and clearly part. Text
never reaches a SymPy parser. At most `MOST_LINES` lines a call.
Not promised: an end within a given time. That is what the worker's deadline is for.
"""

from collections import Counter

from factory.check.algebra.expression import parse
from factory.check.algebra.tree import Name, Node, Num, Unreadable
from factory.check.answers.symbolic_compare import compare_symbolic
from factory.check.steps.symbolic_lines import Line, symbolic_lines

MOST_LINES = 40
_CLEAR = frozenset(("+", "-", "*", "/", "neg", "^", "root", "abs", "!", "binom"))


def check_symbolic(steps: list[str], question: str = "") -> list[dict[str, str]]:
    """`verdict` and `evidence` of each step, in their order, as JSON."""
    left = MOST_LINES
    checks: list[dict[str, str]] = []
    for step in steps:
        lines = symbolic_lines(step, question)[:left]
        left -= len(lines)
        checks.append(_check(lines))
    return checks


def _check(lines: list[Line]) -> dict[str, str]:
    told: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for line in lines:
        verdict = _judge(line)
        told[verdict] += 1
        shown.setdefault(verdict, f"{line.left} = {line.right}")
    for verdict in ("contradicted", "supported"):
        if told[verdict]:
            ending = " is false" if verdict == "contradicted" else " by SymPy"
            return {"verdict": verdict, "evidence": shown[verdict] + ending}
    return {"verdict": "unknown", "evidence": "no line that SymPy decides"}


def _judge(line: Line) -> str:
    comparison = compare_symbolic(line.left, line.right)
    if comparison["outcome"] == "equal":
        return "supported"
    apart = comparison["outcome"] == "different" and comparison["reason"] == "other_value"
    if apart and line.constant and _is_clear(line.left) and _is_clear(line.right):
        return "contradicted"
    return "unknown"


def _is_clear(text: str) -> bool:
    try:
        waiting: list[Node] = [parse(text)]
    except Unreadable:
        return False
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            if node.name != "pi":
                return False
        elif not isinstance(node, Num):
            if node.name not in _CLEAR:
                return False
            waiting += node.args
    return True
