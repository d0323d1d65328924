"""The options of `check`, `check-steps`, `dedup`, `decontaminate` and `sample`: any files."""

import argparse
from pathlib import Path

from factory.option_forms import Commands, above_zero, at_least_one, command, likeness, size


def add_checking(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory check` and `check-steps`."""
    check = command(
        commands,
        "check",
        "Compare the answers in two columns of a file: equal, different or undecided, and why.",
        "factory check answers.jsonl --gold answer --candidate prediction --out checked.jsonl",
    )
    add_file(check)
    check.add_argument("--gold", required=True, metavar="COL", help="the column of right answers")
    check.add_argument("--candidate", required=True, metavar="COL", help="the column to judge")
    check.add_argument(
        "--extract",
        action="store_true",
        help="the columns hold solutions: take the final answers out of them first",
    )
    check.add_argument(
        "--policy",
        action="append",
        default=[],
        metavar="A=B",
        help="what is a matter of opinion, as percent=fraction; may be given more than once",
    )
    check.add_argument(
        "--workers",
        type=at_least_one,
        default=2,
        help="processes for what needs symbolic work (default: 2)",
    )
    check.add_argument(
        "--seconds",
        type=above_zero,
        default=5.0,
        help="deadline of one pair; beyond it, it is undecided (default: 5)",
    )
    check.set_defaults(command="check")
    steps = command(
        commands,
        "check-steps",
        "Check each step of the solutions in a file, and name the first wrong one.",
        "factory check-steps solutions.jsonl --question question --solution solution"
        " --reference answer --out steps.jsonl",
    )
    add_file(steps)
    steps.add_argument("--question", required=True, metavar="COL", help="the column of problems")
    steps.add_argument(
        "--solution", required=True, metavar="COL", help="solutions: texts, or lists of steps"
    )
    steps.add_argument("--reference", metavar="COL", help="a right solution, to hold steps against")
    steps.add_argument(
        "--siblings", metavar="COL", help="lists of other right solutions, where there is none"
    )
    steps.set_defaults(command="check-steps")


def add_dedup(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory dedup` and `decontaminate`."""
    dedup = command(
        commands,
        "dedup",
        "Keep the first of equal and nearly equal texts in files of rows.",
        "factory dedup a.jsonl b.jsonl --text problem --out once.jsonl --report twice.jsonl",
    )
    add_texts(dedup)
    dedup.add_argument(
        "--near",
        type=likeness,
        default=0.8,
        metavar="J",
        help="likeness from which texts are duplicates: shared runs of five words over all, "
        "0.7 to 1 (default: 0.8)",
    )
    dedup.add_argument("--exact", action="store_true", help="equal texts alone")
    dedup.add_argument(
        "--max-per-template",
        type=at_least_one,
        metavar="N",
        help="keep N of the texts that differ in their numbers alone, however like they are "
        "(default: a number is a word like any other)",
    )
    dedup.set_defaults(command="dedup")
    clean = command(
        commands,
        "decontaminate",
        "Leave out the rows that come from a test set, as they are or changed.",
        "factory decontaminate mine.jsonl --text problem --against test.jsonl:question "
        "--out clean.jsonl --report found.jsonl",
    )
    add_texts(clean)
    clean.add_argument("--solution", metavar="COL", help="the column with solutions, if any")
    clean.add_argument(
        "--against",
        action="append",
        required=True,
        metavar="FILE:COL[,COL]",
        help="a test set, the column with its problems, and the one with its solutions; may be "
        "given more than once",
    )
    clean.add_argument(
        "--quarantine",
        type=Path,
        metavar="FILE",
        help="write the doubtful rows there; --out is without them in any case",
    )
    clean.set_defaults(command="decontaminate")


def add_sample(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory sample`."""
    sample = command(
        commands,
        "sample",
        "Write problems straight from the grammar: exact answers, solutions, graphs.",
        "factory sample -n 1000 --families ages,mixed_drink --out problems.jsonl",
    )
    sample.add_argument(
        "-n", type=at_least_one, default=1000, help="how many problems (default: 1000)"
    )
    sample.add_argument("--seed", type=int, default=1, help="another seed, other problems")
    sample.add_argument(
        "--style",
        choices=("gsm8k", "math"),
        default="gsm8k",
        help="word problems with <<annotations>>, or LaTeX with \\boxed{} (default: gsm8k)",
    )
    sample.add_argument(
        "--families", default="", metavar="A,B", help="families to draw from (default: all)"
    )
    sample.add_argument("--no-graphs", action="store_true", help="leave the computation graphs out")
    sample.add_argument("--list", action="store_true", help="print every family and do no more")
    sample.add_argument(
        "--out", type=Path, metavar="FILE", help="where to write, a .jsonl or .parquet file"
    )
    sample.set_defaults(command="sample")


def add_texts(of: argparse.ArgumentParser) -> None:
    """Files of texts, the copy, and the report."""
    of.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=".jsonl, .csv or .parquet files"
    )
    of.add_argument("--text", required=True, metavar="COL", help="the column with the text")
    of.add_argument("--out", type=Path, metavar="FILE", help="write the rows that stay")
    of.add_argument(
        "--report", type=Path, metavar="FILE", help="write what was left out, and why, a row each"
    )
    of.add_argument(
        "--memory",
        type=size,
        default="4GB",
        metavar="SIZE",
        help="memory of the database; beyond it, it spills to disk (default: 4GB)",
    )


def add_file(of: argparse.ArgumentParser) -> None:
    """A file of rows, and the copy with more columns."""
    of.add_argument("file", type=Path, metavar="FILE", help="a .jsonl, .csv or .parquet file")
    of.add_argument(
        "--out", type=Path, metavar="FILE", help="write a copy with the verdicts beside each row"
    )
    of.add_argument(
        "--list",
        type=at_least_one,
        default=20,
        metavar="N",
        help="how many rows to list that need a look (default: 20)",
    )
