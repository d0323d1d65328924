"""The options of the command line, with their help.

Nothing here imports anything of the project: `factory --help` costs what Python costs.
"""

import argparse
import math
import re
from pathlib import Path

EXIT_CODES = """
exit codes:
  0    done
  2    something to change first: a setting, a file, a name, a key
  3    not at its end: items are pending, or it was stopped; run the same command again
  4    the run file cannot be written or read
  130  interrupted
"""


def parser() -> argparse.ArgumentParser:
    """Every command and option."""
    top = argparse.ArgumentParser(
        prog="factory",
        description="Make a verified dataset of mathematics problems from seeds.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    add_run(commands)
    add_reading(commands)
    add_sql(commands)
    add_export(commands)
    add_checking(commands)
    add_dedup(commands)
    return top


Commands = argparse._SubParsersAction


def command(
    commands: "Commands[argparse.ArgumentParser]", name: str, does: str, example: str
) -> argparse.ArgumentParser:
    """Add a command with its one-line help and an example."""
    return commands.add_parser(
        name,
        help=does[0].lower() + does[1:].rstrip("."),
        description=does,
        epilog=f"example:\n  {example}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,  # `--seed` is no short form of `--seeds`
    )


def add_run(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory run`."""
    run = command(
        commands,
        "run",
        "Run a recipe, or go on with the run that it began.",
        "factory run recipes/evol_gsm8k.yaml --set solve.samples=8 --name eight",
    )
    add_recipe(run)
    run.add_argument("--retry-failed", action="store_true", help="try failed items again")
    run.add_argument(
        "--give-up",
        action="store_true",
        help="settle as failed what would stay pending, and go on to the end",
    )
    run.add_argument(
        "--debug-requests",
        type=at_least_one,
        default=0,
        metavar="N",
        help="write the first N calls into the run's folder as they were, without keys",
    )
    add_outputs(run)
    run.set_defaults(command="run")
    plan = command(
        commands,
        "plan",
        "Estimate calls, tokens, cost and time of a run; nothing is bought or written.",
        "factory plan recipes/evol_gsm8k.yaml --set solve.samples=8 --update",
    )
    add_recipe(plan)
    add_outputs(plan)
    plan.set_defaults(command="plan")


def add_recipe(of: argparse.ArgumentParser) -> None:
    """The recipe of a run, and what changes in it by hand."""
    of.add_argument("recipe", metavar="RECIPE", help="a recipe file")
    of.add_argument("--name", help="name of the run, and of its folder (default: the recipe's)")
    of.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="A.B=C",
        help="change one setting; may be given more than once",
    )
    of.add_argument("--seeds", metavar="PATH", help="a file of seeds instead of the recipe's")
    of.add_argument(
        "--update",
        action="store_true",
        help="the recipe has changed: keep what was bought, make the rest anew",
    )
    of.add_argument(
        "--reuse",
        action="append",
        default=[],
        metavar="RUN",
        help="take replies that another run has bought; may be given more than once",
    )
    of.add_argument(
        "--max-cost",
        type=above_zero,
        metavar="USD",
        help="spend no more on the run than this, over all its starts (as `budget: {usd: ...}`)",
    )


def add_reading(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory status`, `show` and `why`."""
    status = command(
        commands,
        "status",
        "Tell how far a run is, live or not: items by stage, what it cost, how to go on.",
        "factory status evol_gsm8k",
    )
    add_place(status)
    status.set_defaults(command="status")
    show = command(
        commands,
        "show",
        "Show rows of a run: problem, lineage, answer, ratings, a solution with step labels.",
        "factory show evol_gsm8k --rejected not_harder -n 5",
    )
    add_place(show)
    show.add_argument("ids", nargs="*", metavar="ID", help="ids, or how they begin")
    show.add_argument("-n", type=at_least_one, default=3, help="how many rows (default: 3)")
    show.add_argument("--random", metavar="SEED", help="draw others; the same SEED draws the same")
    show.add_argument("--stage", help="rows that came to an end at this stage, well or not")
    kind = show.add_mutually_exclusive_group()
    kind.add_argument("--rejected", metavar="REASON", help="rows turned away for this reason")
    kind.add_argument("--accepted", action="store_true", help="accepted rows (the default)")
    show.set_defaults(command="show")
    why = command(
        commands,
        "why",
        "Tell everything that happened to one row, in order, and what it cost.",
        "factory why evol_gsm8k 3f2a",
    )
    add_place(why)
    why.add_argument("id", metavar="ID", help="an instruction or a solution; its beginning will do")
    why.set_defaults(command="why")


def add_sql(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory sql`."""
    sql = command(
        commands,
        "sql",
        "Ask a run, live or not, with one SELECT; it can only read.",
        'factory sql evol_gsm8k "select operator, avg(pass_rate) from accepted group by operator"',
    )
    add_place(sql)
    sql.add_argument("sql", metavar="SQL", help="one SELECT; `-` reads it from standard input")
    sql.add_argument(
        "--format", choices=("table", "csv", "json", "parquet"), help="json is one row a line"
    )
    sql.add_argument("--out", type=Path, metavar="FILE", help="write into a file")
    sql.add_argument(
        "--rows", type=at_least_one, default=100, help="rows of a table (default: 100)"
    )
    sql.add_argument(
        "--seconds", type=above_zero, default=30.0, help="stop the query after these (default: 30)"
    )
    sql.set_defaults(command="sql")


def add_export(commands: "Commands[argparse.ArgumentParser]") -> None:
    """`factory export` and `schema`."""
    export = command(
        commands,
        "export",
        "Write the datasets of a run, and its card.",
        "factory export evol_gsm8k --datasets sft prm",
    )
    add_place(export)
    export.add_argument("--datasets", nargs="+", metavar="NAME", help="only these (default: all)")
    export.set_defaults(command="export")
    schema = command(
        commands,
        "schema",
        "Print the JSON Schema of a recipe, or of the rows of a dataset.",
        "factory schema sft",
    )
    schema.add_argument(
        "name", nargs="?", default="recipe", metavar="NAME", help="recipe (the default), sft, …"
    )
    schema.set_defaults(command="schema")


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


def add_place(of: argparse.ArgumentParser) -> None:
    """The run that a command reads."""
    of.add_argument("run", metavar="RUN", help="the folder of a run, or its name")
    add_outputs(of)


def add_outputs(of: argparse.ArgumentParser) -> None:
    """The folder of all runs."""
    of.add_argument(
        "--outputs",
        type=Path,
        default=Path("outputs"),
        metavar="DIR",
        help="the folder of all runs (default: outputs)",
    )


def at_least_one(text: str) -> int:
    """A count, as an option takes it."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"write 1 or more, not '{text}'")
    return int(text)


def above_zero(text: str) -> float:
    """A time, as an option takes it."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"write a number above 0, not '{text}'")
    return number


def likeness(text: str) -> float:
    """A share, as an option takes it."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0.7 <= number <= 1:
        raise argparse.ArgumentTypeError(f"write a number from 0.7 to 1, not '{text}'")
    return number


def size(text: str) -> str:
    """A size of memory, as an option takes it."""
    if not re.fullmatch(r"[1-9][0-9]*(\.[0-9]+)? ?[KMGT]i?B", text):
        raise argparse.ArgumentTypeError(f"write a size as 4GB, not '{text}'")
    return text
