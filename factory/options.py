"""The options of the command line, with their help.

Nothing here imports more of the project than its options: `factory --help` costs what Python costs.
"""

import argparse
from pathlib import Path

from factory.option_forms import EXIT_CODES, Commands, above_zero, at_least_one, command
from factory.options_files import add_checking, add_dedup, add_sample
from factory.options_serving import add_serving


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
    add_sample(commands)
    add_serving(commands)
    return top


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
