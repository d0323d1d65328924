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

from factory.errors import Fatal, StoreError, UserError
from factory.options import parser

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

    recipe = load_recipe(options.recipe, options.set, seeds=options.seeds, name=options.name)
    summary = run(
        recipe,
        options.outputs / recipe.name,
        update=options.update,
        retry_failed=options.retry_failed,
        give_up=options.give_up,
        reuse=[find_run(one, options.outputs) for one in options.reuse],
        watcher=Display(sys.stdout),
    )
    print_end(
        summary.folder,
        summary.files,
        seconds=summary.seconds,
        pending=summary.pending,
        stopped=summary.stopped,
        again=shlex.join(["factory", *(one for one in given if one != "--update")]),
        file=sys.stdout,
    )
    return PENDING if summary.pending or summary.stopped else DONE


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


COMMANDS: dict[str, Callable[[argparse.Namespace, Sequence[str]], int]] = {
    "run": run_recipe,
    "status": tell_status,
    "show": show_rows,
    "why": tell_why,
    "sql": ask_sql,
    "export": export_datasets,
    "schema": print_schema,
}
