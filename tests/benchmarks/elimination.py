"""What elimination catches of the failures that the symbolic teacher makes on purpose, and costs.

    python tests/benchmarks/elimination.py [--seeds FILE] [--n 400] [--draws 3]

Every failure and every good child goes the way of a reply: it is read as sections, then its text is
held against the parent by `eliminate`. A failure whose text comes out of the reading as the good
child itself was mended by the reader, and is no failure any more. `unseen` needs a solver: the text
is a problem like any other. The seeds are the packaged sample, or a file in the format of GSM8K.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from factory.errors import Rejected
from factory.stages import Unusable
from factory.stages.eliminate import eliminate
from factory.stages.evolve import OPERATORS
from factory.stages.prompts import load_prompt
from factory.stages.sections import read_evolved
from factory.symbolic.dress import DRESSES
from factory.symbolic.evolve import evolve, sections, write_sections
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.misbehave import FAILURES, Asked, misbehave
from factory.symbolic.protocol import DIRECTIONS
from factory.symbolic.read import read_graph

SAMPLE = Path(__file__).parents[2] / "factory" / "symbolic" / "sample.jsonl"
MENDED, PASSED = "mended", "passed"


class Case(NamedTuple):
    """One reply, with what it is in truth."""

    kind: str
    way: str
    reply: str
    good: str
    """The good child's text; that of a failure is another."""
    parent: str
    operator: str


def outcome(case: Case) -> str:
    """What became of the reply: a reason, `passed`, or `mended` where the good child came out."""
    try:
        text = read_evolved(case.reply)
    except Unusable as unread:
        return f"read: {unread.reason}"
    except Rejected as turned_away:
        return f"read: {turned_away.reason}"
    try:
        eliminate(text, case.parent, OPERATORS[case.operator], case.reply)
    except Rejected as turned_away:
        return turned_away.reason
    return MENDED if text == case.good and case.kind not in ("good", "dressed") else PASSED


def graphs(path: Path, n: int) -> Iterator[Graph]:
    """The first `n` problems of the file that the teacher reads."""
    found = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        try:
            graph = read_graph(row["question"], row["answer"])
        except Declined:
            continue
        yield graph
        found += 1
        if found == n:
            return


def cases(path: Path, n: int, draws: int, rng: Random) -> Iterator[Case]:
    """Good children, the same in other dress, and failures, of all operators."""
    prompt = load_prompt("evolve").system
    for graph in graphs(path, n):
        for operator in sorted(OPERATORS.keys() & DIRECTIONS.keys()):
            system = prompt.replace("{{operator}}", operator)
            system = system.replace("{{task}}", OPERATORS[operator].task).replace("{{words}}", "30")
            for _ in range(draws):
                try:
                    child = evolve(graph, operator, rng)
                except Declined:
                    break
                parts = sections(graph, child, operator)
                texts = child.graph.question, graph.question, operator
                yield Case("good", child.did, write_sections(parts), *texts)
                name = rng.choice(tuple(DRESSES))
                yield Case("dressed", name, DRESSES[name](parts, rng), *texts)
                failure = misbehave(Asked(graph, child, parts, operator, system), rng)
                good = texts[0] if failure.kind != "garbled" else ""
                yield Case(failure.kind, failure.way, failure.reply, good, *texts[1:])


def table(head: list[str], rows: list[list[object]]) -> None:
    """Print a Markdown table."""
    for row in (head, ["---"] * len(head), *rows):
        print("|", " | ".join(str(cell) for cell in row), "|")
    print()


def share(part: int, whole: int) -> str:
    """A percentage."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main() -> None:
    """Read the arguments, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, default=SAMPLE)
    parser.add_argument("--n", type=int, default=400)
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--show", metavar="KIND", help="print what passes of this kind")
    options = parser.parse_args()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    ways: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    by_operator: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases(options.seeds, options.n, options.draws, Random(11)):
        became = outcome(case)
        found[case.kind][became] += 1
        if case.kind in ("garbled", "dressed"):
            ways[case.kind, case.way][became] += 1
        if case.kind == "good":
            by_operator[case.operator][became] += 1
        if options.show == case.kind and became == PASSED:
            print(f"[{case.operator} {case.way}]\n{case.parent}\n-> {case.reply}\n")
        elif options.show == "rejected" and case.kind == "good" and became != PASSED:
            print(f"[{case.operator} {became}]\n{case.parent}\n-> {case.good}\n")
    rows = []
    for kind in ("good", "dressed", *FAILURES):
        seen = found[kind]
        made = seen.total()
        gone = made - seen[PASSED] - seen[MENDED]
        reasons = [f"{r} {n}" for r, n in seen.most_common() if r not in (PASSED, MENDED)]
        told = [kind, made, gone, share(gone, made - seen[MENDED]), seen[MENDED]]
        rows.append([*told, ", ".join(reasons[:6])])
    table(["kind", "made", "eliminated", "share", "mended by the reader", "by"], rows)
    rows = [
        [kind, way, seen.total(), seen[PASSED] + seen[MENDED], dict(seen.most_common(3))]
        for (kind, way), seen in sorted(ways.items())
    ]
    table(["kind", "way", "made", "passed", "became"], rows)
    rows = [
        [operator, seen.total(), seen.total() - seen[PASSED], dict(seen.most_common(4))]
        for operator, seen in sorted(by_operator.items())
    ]
    table(["good children of", "made", "rejected", "became"], rows)


if __name__ == "__main__":
    main()
