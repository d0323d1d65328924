"""The command line: parse, call, print.

Exit codes: 0 done; 2 something that a person must change, told in one sentence; 3 the run is not
at its end, and running again goes on; 4 the run file cannot be written or read; 130 interrupted.
Heavy modules are imported by the command that needs them, so that `factory --help` is quick.
"""

import argparse
import contextlib
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factory.errors import Fatal, StoreError, UserError
from factory.options import parser

if TYPE_CHECKING:
    from factory.recipe import Recipe

DONE, USER, PENDING, STORE, INTERRUPTED, PIPE = 0, 2, 3, 4, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = parser().parse_args(given)
    try:
        code = COMMANDS[options.command](options, given)
        sys.stdout.flush()
        return code
    except (UserError, Fatal) as error:
        return told(error, USER)
    except StoreError as error:
        return told(error, STORE)
    except KeyboardInterrupt:
        return told("interrupted; what was committed is kept", INTERRUPTED)
    except BrokenPipeError:
        # Whoever read the output has had enough. Python would complain of it once more at exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE


def told(what: object, code: int) -> int:
    """Say what went wrong, on the error output."""
    from factory.terminal import visible

    with contextlib.suppress(OSError, ValueError):
        print(f"factory: {visible(str(what))}", file=sys.stderr)
    return code


def run_recipe(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Run a recipe and say how it ended."""
    from factory.progress import Display
    from factory.recipe import load_recipe
    from factory.start import run
    from factory.status import print_end
    from factory.store.reading import find_run

    recipe = load_recipe(options.recipe, overrides(options), seeds=options.seeds, name=options.name)
    summary = run(
        recipe,
        options.outputs / recipe.name,
        update=options.update,
        retry_failed=options.retry_failed,
        give_up=options.give_up,
        reuse=[find_run(one, options.outputs) for one in options.reuse],
        debug_requests=options.debug_requests,
        watcher=Display(sys.stdout),
    )
    print_end(
        summary.folder,
        summary.files,
        seconds=summary.seconds,
        pending=summary.pending,
        stopped=summary.stopped,
        why=summary.why,
        again=again(given, recipe, summary.out_of_budget),
        file=sys.stdout,
    )
    return PENDING if summary.pending or summary.stopped else DONE


def plan_recipe(options: argparse.Namespace, given: Sequence[str]) -> int:
    """Print what a run would still buy."""
    from factory.planned import print_plan
    from factory.planning import plan
    from factory.recipe import load_recipe
    from factory.store.reading import find_run

    recipe = load_recipe(options.recipe, overrides(options), seeds=options.seeds, name=options.name)
    folder = options.outputs / recipe.name
    made = plan(
        recipe,
        folder,
        update=options.update,
        reuse=[find_run(one, options.outputs) for one in options.reuse],
    )
    words = ["factory", "run", *given[1:]]
    cap = recipe.budget.usd if recipe.budget else None
    print_plan(made, folder, shlex.join(words), cap=cap, file=sys.stdout)
    return DONE


def overrides(options: argparse.Namespace) -> list[str]:
    """Settings given by hand, those that have an option of their own included."""
    cap = options.max_cost
    return [*options.set, *([] if cap is None else [f"budget.usd={cap}"])]


def again(given: Sequence[str], recipe: "Recipe", out_of_budget: bool) -> str:
    """The command that goes on; where the budget is spent, with one twice as large."""
    words = ["factory", *(one for one in given if one != "--update")]
    if out_of_budget and recipe.budget:
        if "--max-cost" in words:
            at = words.index("--max-cost")
            del words[at : at + 2]
        words = [word for word in words if not word.startswith("--max-cost=")]
        words += ["--max-cost", f"{recipe.budget.usd * 2:g}"]
    return shlex.join(words)


def tell_status(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Print how far a run is."""
    from factory.status import status
    from factory.store.reading import find_run

    status(find_run(options.run, options.outputs), file=sys.stdout)
    return DONE


def show_rows(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Print some rows of a run."""
    from factory.show import show
    from factory.store.reading import find_run

    show(
        find_run(options.run, options.outputs),
        options.ids,
        n=options.n,
        random=options.random,
        stage=options.stage,
        rejected=options.rejected,
        accepted=options.accepted,
        file=sys.stdout,
    )
    return DONE


def tell_why(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Print the story of one row."""
    from factory.store.reading import find_run
    from factory.why import why

    why(find_run(options.run, options.outputs), options.id, file=sys.stdout)
    return DONE


def ask_sql(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Print or write the rows of a SELECT."""
    from factory.query import answer_sql
    from factory.store.reading import find_run

    answer_sql(
        find_run(options.run, options.outputs),
        sys.stdin.read() if options.sql == "-" else options.sql,
        file=sys.stdout,
        format=options.format,
        out=options.out,
        rows=options.rows,
        seconds=options.seconds,
    )
    return DONE


def export_datasets(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Write datasets of a run."""
    from factory.export import ALL, export_run
    from factory.export.card import refresh_card
    from factory.store.live import find_live
    from factory.store.reading import find_run

    folder = find_run(options.run, options.outputs)
    if find_live(folder):
        raise UserError(f"{folder}: a run is live here; it writes its datasets when it ends")
    before = {path.parent for path in folder.glob("datasets/*/*.parquet")}
    for path in [*export_run(folder, options.datasets or ALL), refresh_card(folder)]:
        print(path)
    for gone in sorted(path for path in before if not any(path.glob("*.parquet"))):
        print(f"removed {gone}: the folder holds what the last export wrote")
    return DONE


def print_schema(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Print one JSON Schema."""
    import json

    from factory.export.schemas import export_schemas
    from factory.recipe import recipe_schema
    from factory.suggest import instead

    schemas = {"recipe": recipe_schema(), **export_schemas()}
    if options.name not in schemas:
        hint = instead(options.name, schemas)
        raise UserError(f"no schema called '{options.name}'{hint}")
    print(json.dumps(schemas[options.name], indent=2, ensure_ascii=False))
    return DONE


def check_answers(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Compare two columns of a file."""
    from factory.checking import check_file, policy_of

    check_file(
        options.file,
        options.gold,
        options.candidate,
        take_out=options.extract,
        policy=policy_of(options.policy),
        workers=options.workers,
        seconds=options.seconds,
        out=options.out,
        listed=options.list,
        file=sys.stdout,
    )
    return DONE


def check_solutions(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Check the steps of the solutions in a file."""
    from factory.checking_steps import check_steps_file

    check_steps_file(
        options.file,
        options.question,
        options.solution,
        reference=options.reference,
        siblings=options.siblings,
        out=options.out,
        listed=options.list,
        file=sys.stdout,
    )
    return DONE


def drop_duplicates(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Keep the first of each cluster of duplicates."""
    from factory.dedup.commands import dedup_files

    dedup_files(
        options.files,
        options.text,
        out=options.out,
        report=options.report,
        threshold=None if options.exact else options.near,
        max_per_template=options.max_per_template,
        memory=options.memory,
        file=sys.stdout,
    )
    return DONE


def drop_test_items(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Leave out what comes from a test set."""
    from factory.dedup.commands import decontaminate_files

    decontaminate_files(
        options.files,
        options.text,
        solution=options.solution,
        against=options.against,
        out=options.out,
        quarantine=options.quarantine,
        report=options.report,
        memory=options.memory,
        file=sys.stdout,
    )
    return DONE


def serve_teacher(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Serve the symbolic teacher until it is stopped."""
    from factory.serving.command import serve_teacher as serve

    serve(options, file=sys.stdout)
    return DONE


def draw_sample(options: argparse.Namespace, _: Sequence[str]) -> int:
    """Write problems of the grammar, or name its families."""
    from factory.sampling import list_families, write_sample

    if options.list:
        list_families(sys.stdout)
        return DONE
    if options.out is None:
        raise UserError("--out is missing: name a .jsonl or .parquet file, or ask with --list")
    families = [name for name in options.families.split(",") if name]
    write_sample(
        options.n,
        options.seed,
        options.style,
        families,
        options.out,
        graphs=not options.no_graphs,
        file=sys.stdout,
    )
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace, Sequence[str]], int]] = {
    "run": run_recipe,
    "plan": plan_recipe,
    "status": tell_status,
    "show": show_rows,
    "why": tell_why,
    "sql": ask_sql,
    "export": export_datasets,
    "schema": print_schema,
    "check": check_answers,
    "check-steps": check_solutions,
    "dedup": drop_duplicates,
    "decontaminate": drop_test_items,
    "serve-teacher": serve_teacher,
    "sample": draw_sample,
}
