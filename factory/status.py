"""`factory status`, and what `factory run` says at its end: how far a run is, and how to go on.

It reads the ledger. Items that were never begun are in no count here; what has begun and has not
reached its end is.
"""

import math
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from factory.facts import fact
from factory.planned import compared
from factory.progress import duration
from factory.store.live import find_live
from factory.store.reading import read_sql
from factory.tally import Tally, money, times
from factory.terminal import Page

SOME = "select id from accepted order by id limit 2"
ANY = "select id from instructions order by round desc, id limit 2"


def status(folder: Path, *, file: IO[str] | None = None) -> None:
    """Print the funnel of a run, what it cost, what is left, and how to go on.

    Raises:
        UserError: there is no run.
    """
    page = Page(file)
    live = find_live(folder) is not None
    started = fact(folder, "run")
    if not started:
        page.heading(f"{folder}: nothing was run here yet")
        return
    page.heading(f"{folder}: {'running' if live else 'not running'}")
    if started[0]["note"]:
        page.line(started[0]["note"])
    tally = tally_of(folder)
    for stage in tally.stages:
        page.line(tally.line(stage))
    (totals,) = fact(folder, "totals")
    page.gap()
    page.field("accepted", accepted(totals))
    page.field("bought", bought(totals))
    if started[0]["format"] > 1:  # an older file has no such tables until it is run again
        print_money(page, folder)
        print_missing(page, folder)
    if totals["unfinished"]:
        page.field(
            "unfinished", f"{times(totals['unfinished'], 'instruction')} on the way to an end"
        )
    if not live:
        page.field("go on" if totals["unfinished"] else "again", resume(folder))
    print_next(page, folder)


def tally_of(folder: Path) -> Tally:
    """The ledger and the journal of a run, counted."""
    tally = Tally()
    for row in fact(folder, "stages"):
        tally.settle(row["stage"], "done", None, row["done"])
    for row in fact(folder, "reasons"):
        tally.settle(row["stage"], row["status"], row["reason"], row["times"])
    for row in fact(folder, "spend"):
        if row["usd"] is not None:
            count = tally[row["stage"]]
            count.cost = (count.cost or 0.0) + row["usd"]
    return tally


def accepted(totals: dict[str, Any]) -> str:
    """How much came out, in words."""
    return (
        f"{times(totals['accepted'], 'instruction')} ({totals['verified']:,} verified) "
        f"from {times(totals['seeds'], 'seed')} and {times(totals['candidates'], 'candidate')}"
    )


def bought(totals: dict[str, Any]) -> str:
    """What the run cost so far, in words; a price that is not known is said to be so."""
    tokens = f"{totals['prompt_tokens'] or 0:,} + {totals['completion_tokens'] or 0:,} tokens"
    said = f"{times(totals['replies'], 'reply')}, {tokens}"
    if totals["usd"] is not None:
        said += f", {money(totals['usd'])}"
    if totals["unpriced"]:
        said += f", {totals['unpriced']:,} without a known price"
    return said


def print_money(page: Page, folder: Path) -> None:
    """What was lost without a reply, and the estimate beside what came of it."""
    if said := lost(fact(folder, "losses")):
        page.field("lost", said)
    if said := compared(folder):
        page.field("estimate", said)


def lost(rows: Sequence[dict[str, Any]]) -> str:
    """What was lost, and what of it came back, in words; empty where nothing was ever lost.

    A row that no call is named in is a sum: of a start that was killed, or of what was given back.
    """
    if not rows:
        return ""
    back = [row for row in rows if (row["usd"] or 0.0) < 0]
    gone = [row for row in rows if row not in back]
    sums = [row["usd"] for row in rows if row["usd"] is not None]
    left = [f"up to {money(max(0.0, math.fsum(sums)))}"] if sums else []
    left += ["what nobody knows the price of"] if any(row["unknown"] for row in rows) else []
    counts = (f"{row['reason']} {row['calls']:,}".removesuffix(" 0") for row in gone)
    said = f"{' and '.join(left)}, for calls that left no price ({', '.join(counts)})"
    if back:
        usd, why = -math.fsum(row["usd"] for row in back), [row["reason"] for row in back]
        said += f"; {money(usd)} of what was lost is taken back ({', '.join(why)})"
    return said


def print_missing(page: Page, folder: Path) -> None:
    """The test sets that the recipe names and that the rows were not compared with."""
    for row in fact(folder, "test_sets"):
        if row["missing"]:
            page.field("test set", f"not compared with {row['name']}: {row['missing']}")


def resume(folder: Path) -> str:
    """The command that goes on with a run."""
    command = ["factory", "run", str(folder / "recipe.yaml")]
    if folder.parent != Path("outputs"):
        command += ["--outputs", str(folder.parent)]
    return shlex.join(command)


NOTHING = (
    "was accepted: `factory status` says at which stage rows ended, and why. The symbolic teacher "
    "knows only problems whose rationale has annotations such as <<48/2=24>>, or equations in "
    "LaTeX with the answer in \\boxed{24}, each number with one source, and prompts that end with "
    "the problem alone."
)


def print_end(
    folder: Path,
    files: Sequence[Path],
    *,
    seconds: float,
    pending: int,
    stopped: bool,
    again: str,
    why: str = "",
    file: IO[str] | None = None,
) -> None:
    """Print how a run ended: what came out, the files, and what to do next."""
    page = Page(file)
    (totals,) = fact(folder, "totals")
    page.heading(f"{'stopped' if stopped else 'ended'} after {duration(seconds)}")
    if why:
        page.field("why", why)
    page.field("accepted", accepted(totals))
    page.field("bought", bought(totals))
    print_money(page, folder)
    print_missing(page, folder)
    if stopped and totals["unfinished"]:
        page.field(
            "unfinished", f"{times(totals['unfinished'], 'instruction')} on the way to an end"
        )
    if not totals["accepted"] and not (stopped or pending):
        page.field("nothing", NOTHING)
    for number, line in enumerate(written(files)):
        page.field("" if number else "written", line)
    if stopped or pending:
        left = f"{times(pending, 'item')} pending; " if pending else ""
        page.field("go on", f"{left}run again: {again}")
    print_next(page, folder)


def written(files: Sequence[Path]) -> list[str]:
    """The files, those of one folder in one line."""
    folders: dict[Path, list[Path]] = {}
    for path in files:
        folders.setdefault(path.parent, []).append(path)
    return [
        str(some[0]) if len(some) == 1 else f"{folder}  ({times(len(some), 'file')})"
        for folder, some in folders.items()
    ]


def print_next(page: Page, folder: Path) -> None:
    """Print three commands that work on this run, with ids that are in it."""
    rows = read_sql(folder, SOME).to_pylist() or read_sql(folder, ANY).to_pylist()
    if not rows:
        return
    place = shlex.quote(str(folder))
    counts = "select stage, round, operator, entered, done, reasons from funnel"
    page.field("look", f"factory show {place} {rows[0]['id']}")
    page.field("", f"factory why {place} {rows[-1]['id']}")
    page.field("", f'factory sql {place} "{counts}"')
