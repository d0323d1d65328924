"""`factory sample`: problems straight from the grammar, for anyone.

A row is what a GSM8K or MATH row is, with the family, its steps and its computation graph beside
it. The same options give the same file on every machine.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from factory.dedup.keeping import check_place, put
from factory.errors import UserError

STYLES = ("gsm8k", "math")
ENDINGS = (".jsonl", ".parquet")
BATCH = 5000
Row = dict[str, Any]


def write_sample(
    n: int,
    seed: int,
    style: str,
    families: Sequence[str],
    out: Path,
    *,
    graphs: bool = True,
    file: TextIO,
) -> None:
    """Draw `n` problems and write them to `out`, as its name says.

    The packaged samples, on which a run without network stands, are this function's as well.

    Raises:
        UserError: a family that is not there, or a place where nothing can be written.
    """
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise UserError(f"{out}: write a file that ends in {' or '.join(ENDINGS)}")
    check_place(out)
    drawn = rows(n, seed, style, families, graphs=graphs)
    written = put(out, lambda part: (_jsonl if ending == ".jsonl" else _parquet)(drawn, part))
    told = f"{len(families)} families" if families else "all families"
    print(f"{written:,} problems of {told}, seed {seed}", file=file)
    print(f"wrote {out}", file=file)


def list_families(file: TextIO) -> None:
    """Print every family with its style."""
    for style in STYLES:
        print(f"{style}:", file=file)
        for name in sorted(_known(style)):
            print(f"  {name}", file=file)


def rows(
    n: int, seed: int, style: str, families: Sequence[str], *, graphs: bool = True
) -> Iterator[Row]:
    """The rows of a sample; word problems with their computation graphs, unless `graphs` is off.

    Raises:
        UserError: a family that is not there, or one that has not so many different problems.
    """
    if style == "math":
        return _math_rows(n, seed, families)
    return _gsm8k_rows(n, seed, families, graphs)


def _known(style: str) -> Sequence[str]:
    from factory.symbolic import grammar
    from factory.symbolic.grammar import mathematics

    return list(mathematics.FAMILIES if style == "math" else grammar.FAMILIES)


def _gsm8k_rows(n: int, seed: int, families: Sequence[str], graphs: bool) -> Iterator[Row]:
    from factory.symbolic.grammar import problems

    for one in problems(n, seed, families or None):
        row: Row = {
            "question": one.question,
            "answer": one.rationale,
            "family": one.family,
            "steps": one.rationale.count("<<"),
        }
        yield row | {"graph": one.graph} if graphs else row


def _math_rows(n: int, seed: int, families: Sequence[str]) -> Iterator[Row]:
    from factory.symbolic.grammar import mathematics

    for one in mathematics.problems(n, seed, families or None):
        yield {
            "problem": one.problem,
            "solution": one.solution,
            "answer": one.answer,
            "type": one.subject,
            "level": f"Level {one.level}",
            "family": one.family,
        }


def _jsonl(drawn: Iterator[Row], part: Path) -> int:
    written = 0
    with part.open("w", encoding="utf-8", newline="\n") as out:
        for row in drawn:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    return written


def _parquet(drawn: Iterator[Row], part: Path) -> int:
    import pyarrow as pa
    from pyarrow import parquet

    written, writer = 0, None
    while batch := list(islice(drawn, BATCH)):
        flat = [
            {key: json.dumps(v) if isinstance(v, dict) else v for key, v in row.items()}
            for row in batch
        ]
        table = pa.Table.from_pylist(flat)
        writer = writer or parquet.ParquetWriter(part, table.schema)
        writer.write_table(table)
        written += len(flat)
    if writer:
        writer.close()
    return written
