"""Start a run, and close everything on every way out.

Opens the run file, holds the recipe against the one that made it, makes the models, stores the
seeds once, and goes down the line.
"""

import asyncio
import contextlib
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import duckdb

from factory import __version__
from factory.check.worker import Workers
from factory.engine import Engine, Stopped
from factory.errors import Paused, StoreError
from factory.events import logged_to, secrets_of, tell
from factory.export import export_from
from factory.export.card import write_card
from factory.line import PendingLeft, line
from factory.models.calling import Model
from factory.money.funding import refuse_unbounded, used_models
from factory.money.purse import OutOfBudget, Purse
from factory.opening import Opening, check_keys, load_prompts, make_models, open_books
from factory.planning import store_estimate
from factory.recipe import Recipe, to_yaml
from factory.recorder import Recorder
from factory.records import STAGES
from factory.resume import (
    Held,
    count_ledger,
    digest_of,
    hold_against,
    identity_of,
    reopen_failed,
    store_seeds,
)
from factory.run import Run
from factory.stages.prompts import Prompt
from factory.store.file import NAME, open_run, unwritable
from factory.store.journal import Journal
from factory.store.live import LiveServer
from factory.store.spending import last_run
from factory.store.views import create_views
from factory.store.writer import Writer
from factory.tally import StageCount, Tally

GRACE = 10.0
"""Seconds that calls in flight are given to end after the first signal."""


class Watcher(Protocol):
    """What shows a run while it goes on (see `factory.progress.Display`)."""

    def start(self, tally: Tally) -> None:
        """Begin to show."""

    def note(self, text: str) -> None:
        """Say one thing in one line."""

    def stop(self) -> None:
        """Show the last state and let go of the terminal."""


@dataclass(slots=True)
class Summary:
    """How a run ended."""

    folder: Path
    tally: Tally
    pending: int = 0
    stopped: bool = False
    why: str = ""
    """What stopped it, where it was not a person."""
    out_of_budget: bool = False
    files: list[Path] = field(default_factory=list)
    seconds: float = 0.0
    resumed: bool = False
    note: str = ""


def run(
    recipe: Recipe,
    folder: Path,
    *,
    update: bool = False,
    retry_failed: bool = False,
    give_up: bool = False,
    reuse: Sequence[Path] = (),
    debug_requests: int = 0,
    watcher: Watcher | None = None,
) -> Summary:
    """Run a recipe in `folder`, or go on with the run that is there.

    `debug_requests` is how many calls are written to `requests.jsonl`, as they were.

    Raises:
        UserError: the folder belongs to another recipe or a live run, a seed file is bad, …
        Fatal: a key is not set, or a model refuses everything (bad key, unknown model).
        StoreError: the run file cannot be written.
    """
    started = time.monotonic()
    prompts = load_prompts(recipe)
    if not (reuse or (folder / NAME).exists()):
        check_keys(recipe)
    models = make_models(recipe, folder, watcher.note if watcher else None)
    if recipe.budget:
        refuse_unbounded(recipe, {name: model.price for name, model in models.items()})
    settings = recipe.engine
    fresh = not folder.exists()
    connection = open_run(
        folder,
        threads=settings.threads,
        memory=settings.memory,
        checkpoint=settings.checkpoint,
    )
    tally = Tally({stage: StageCount() for stage in STAGES})
    summary = Summary(folder, tally)
    live = LiveServer(connection.cursor, folder)
    try:
        live.start()
        secrets = secrets_of(config.key_env for config in recipe.models.values())
        with logged_to(folder / "run.log", secrets):
            identity = identity_of(recipe, prompts, models)
            held = hold_against(connection, identity, folder, update=update)
            summary.resumed = held is not Held.NOTHING
            if retry_failed:
                reopen_failed(connection)
            purse_of = open_books(recipe, connection, models)
            summary.note = store_seeds(connection, recipe, identity, anew=held is Held.OTHER_SEEDS)
            fresh = False  # from here on the folder holds something
            create_views(connection)
            (folder / "recipe.yaml").write_text(to_yaml(recipe), encoding="utf-8")
            if update or not summary.resumed:
                store_estimate(recipe, prompts, models, connection, reuse, last_run(connection))
            count_ledger(connection, tally)
            if watcher:
                watcher.start(tally)
                watcher.note(summary.note)
            if debug_requests:
                trace = Recorder(folder, debug_requests, secrets)
                models = {name: replace(model, trace=trace) for name, model in models.items()}
            asyncio.run(
                go(
                    recipe,
                    connection,
                    models,
                    prompts,
                    summary,
                    purse_of,
                    on_short_memory=live.interrupt,
                    note=watcher.note if watcher else lambda _: None,
                    give_up=give_up,
                    reuse=reuse,
                )
            )
            tell(
                "end",
                pending=tally.pending,
                stopped=summary.stopped,
                calls=sum(count.calls for count in tally.stages.values()),
                usd=tally.cost,
                seconds=round(time.monotonic() - started, 3),
            )
    except duckdb.Error as error:
        raise StoreError(unwritable(error)) from error
    except RuntimeError as error:
        # So DuckDB tells of a Ctrl-C in the middle of a query on the main thread.
        if str(error) != "Query interrupted":
            raise
        raise KeyboardInterrupt from error
    finally:
        live.stop()
        with contextlib.suppress(duckdb.Error):
            connection.close()
        if fresh:
            shutil.rmtree(folder, ignore_errors=True)
        if watcher:
            watcher.stop()
    summary.pending = tally.pending
    summary.seconds = time.monotonic() - started
    return summary


async def go(
    recipe: Recipe,
    connection: duckdb.DuckDBPyConnection,
    models: dict[str, Model],
    prompts: dict[str, Prompt],
    summary: Summary,
    purse_of: Callable[[Writer], Purse],
    *,
    on_short_memory: Callable[[], None],
    note: Callable[[str], None],
    give_up: bool,
    reuse: Sequence[Path],
) -> None:
    """Open what a run needs, go down the line, close it all again."""
    loop = asyncio.get_running_loop()
    writer = Writer(connection.cursor(), loop, on_short_memory=on_short_memory)
    journal = Journal(connection, writer, tuple(reuse))
    workers = Workers(recipe.engine.workers)
    purse = purse_of(writer)
    models = {name: replace(model, purse=purse) for name, model in models.items()}
    used = used_models(recipe)
    blind = any(models[name].price is None for name in used)
    opening = Opening(models, used)
    engine = Engine(
        recipe.seed, models, journal, writer, workers, summary.tally, give_up, purse, opening
    )

    async def export() -> None:
        def step(cursor: duckdb.DuckDBPyConnection) -> list[Path]:
            files = export_from(
                cursor,
                summary.folder,
                recipe.export.datasets,
                recipe_digest=digest_of(identity_of(recipe, prompts, models)),
                factory_version=__version__,
                sft_per_instruction=recipe.export.sft_per_instruction,
            )
            return [*files, write_card(cursor, summary.folder)]

        summary.files = await writer.run(step)

    # Whatever was opened is closed, in the reverse order, also when another closing fails.
    with stopping_on_signals(engine, note) as calm:
        async with contextlib.AsyncExitStack() as opened:
            opened.callback(journal.close)
            opened.push_async_callback(writer.close)
            opened.push_async_callback(workers.close)
            opened.push_async_callback(purse.end)
            opened.push_async_callback(opening.close)
            try:
                await purse.begin(blind=blind)
                await line(Run(engine, recipe, prompts), export)
            except PendingLeft:
                pass  # the summary says so, and the exit code
            except Stopped:
                summary.stopped = True
            except Paused as paused:
                summary.stopped, summary.why = True, str(paused)
                summary.out_of_budget = isinstance(paused, OutOfBudget)
                tell("paused", why=str(paused), spent=purse.spent, cap=purse.cap)
            except asyncio.CancelledError:
                if not calm():
                    raise
                summary.stopped = True
            finally:
                calm()  # what is closed now is closed in peace


@contextlib.contextmanager
def stopping_on_signals(
    engine: Engine, note: Callable[[str], None]
) -> Iterator[Callable[[], bool]]:
    """On SIGINT or SIGTERM begin no new call, and say so; on a second one, or after GRACE, cancel.

    Gives a function that ends this: it says whether a signal cancelled the task, takes the
    cancelling back, and lets no later signal disturb what is closed after it.
    """
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    assert task is not None
    late: asyncio.TimerHandle | None = None
    cancelled = calmed = False

    def cancel() -> None:
        nonlocal cancelled
        if not calmed:
            cancelled = True
            task.cancel()

    def stop() -> None:
        nonlocal late
        if engine.halted:
            cancel()
        else:
            engine.halt(Stopped("stopped by a signal"))
            late = loop.call_later(GRACE, cancel)
            flying = sum(model.gate.inside for model in engine.models.values())
            note(
                f"stopping: {flying} calls in flight are waited for, at most {GRACE:.0f} s; the "
                "same signal again cuts them off"
                if flying
                else "stopping: no call is in flight"
            )

    def calm() -> bool:
        nonlocal calmed
        calmed = True
        if late:
            late.cancel()
        while cancelled and task.cancelling():
            task.uncancel()
        return cancelled

    signals = (signal.SIGINT, signal.SIGTERM)
    for number in signals:
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stop)
    try:
        yield calm
    finally:
        calm()
        for number in signals:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(number)
