"""What `factory plan` prints, and how an estimate compares with what came of it."""

from pathlib import Path
from typing import IO, Any

from factory.facts import fact
from factory.money.forecast import Forecast, Range
from factory.progress import duration
from factory.tally import money, times
from factory.terminal import Page

HEAD = ("", "", "known", "calls", "tokens in", "tokens out", "cost", "time")


def print_plan(
    made: Forecast,
    folder: Path,
    again: str,
    *,
    cap: float | None = None,
    file: IO[str] | None = None,
) -> None:
    """Print a forecast: a line for each stage and model, the sum, what was assumed.

    `cap` is the budget in dollars, where there is one.
    """
    page = Page(file)
    page.heading(f"{folder}: what is still to buy; low to high, and the likely number before it")
    rows = [HEAD, *(_row(line.stage, line.model, line.known, line) for line in made.lines)]
    rows.append(_row("all", "", sum(line.known for line in made.lines), made))
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEAD))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        page.line("  ".join(cells).rstrip())
    page.gap()
    looked = f"{times(made.roots, 'seed')} read"
    if made.sampled < made.roots:
        looked += f"; the line was tried with the first {made.sampled:,}, the rest is like them"
    page.field("seeds", looked)
    if made.assumed:
        page.field("assumed", f"{', '.join(made.assumed)} (no reply in the journal shows them yet)")
    if made.total("usd") is None:
        page.field("cost", "not known: a model has no known price; write `price:` into the recipe")
    total = made.total("usd")
    if cap is not None and total and total.high > cap:
        page.field(
            "budget",
            f"{money(cap)} over all starts may not be enough: the run would stop there, and go on "
            "with a higher --max-cost",
        )
    page.field("run", again)


def _row(stage: str, model: str, known: int, of: Any) -> tuple[str, ...]:
    if isinstance(of, Forecast):
        calls, prompt, reply, usd, seconds = (
            of.total("calls"),
            of.total("prompt_tokens"),
            of.total("completion_tokens"),
            of.total("usd"),
            of.seconds,
        )
    else:
        calls, prompt, reply = of.calls, of.prompt_tokens, of.completion_tokens
        usd, seconds = of.usd, of.seconds
    cells = [counted(calls), counted(prompt), counted(reply), spent(usd), lasting(seconds)]
    return (stage, model, f"{known:,}", *cells)


def counted(of: Range | None) -> str:
    """`1,200 (900 to 2,400)`; one number where it is known."""
    if of is None:
        return "?"
    low, likely, high = (short(number) for number in (of.low, of.likely, of.high))
    return likely if low == high else f"{likely} ({low} to {high})"


def short(number: float) -> str:
    """A number with the digits that mean something."""
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e5, "k")):
        if number >= limit:
            scale = 1e3 if unit == "k" else limit
            return f"{number / scale:,.3g}{unit}" if unit != "k" else f"{number / scale:,.0f}k"
    return f"{number:,.0f}"


def spent(of: Range | None) -> str:
    """A range of dollars."""
    if of is None:
        return "not known"
    if of.high == 0:
        return money(0.0)
    return f"{money(of.likely)} ({money(of.low)} to {money(of.high)})"


def lasting(of: Range) -> str:
    """A range of time."""
    if of.high == 0:
        return ""
    return f"{duration(of.likely)} ({duration(of.low)} to {duration(of.high)})"


def compared(folder: Path) -> str:
    """The estimate that was stored when the run began, beside what came of it; "" without one."""
    rows = fact(folder, "estimate")
    if not rows:
        return ""
    total = {key: _sum(row[key] for row in rows) for key in rows[0] if key != "stage"}
    calls = Range(total["calls_low"] or 0, total["calls_likely"] or 0, total["calls_high"] or 0)
    said = f"{counted(calls)} calls, made {total['calls'] or 0:,}"
    if total["usd_high"]:
        usd = Range(total["usd_low"] or 0, total["usd_likely"] or 0, total["usd_high"])
        said += f"; {spent(usd)}, spent {money(total['usd'] or 0.0)}"
    return said


def _sum(numbers: Any) -> Any:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
