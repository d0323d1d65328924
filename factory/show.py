"""`factory show`: some rows of a run as a person wants to read them.

Accepted rows unless asked otherwise. Ids are digests, so their order is a fixed random sample;
`--random` draws another. It changes nothing and asks no model.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from factory.dossier import Dossier, Row, find, gather
from factory.errors import UserError
from factory.records import STAGES
from factory.store.reading import read_sql
from factory.suggest import instead
from factory.terminal import Page, Part, cell

MARKS = {1: ("+", "green"), 0: ("?", "yellow"), -1: ("-", "red"), None: (" ", "")}
"""How a step label looks; None is not known."""
VERDICTS = {"right": "green", "wrong": "red"}

# Items begin with the id that they belong to; a judged solution leads on to its instruction.
CHOSEN = """
with ends as (
    select *, regexp_extract(item, '^[^>#@]+') as owner from outcomes
    where ($stage is null or stage = $stage)
      and ($status is null or status = $status) and ($reason is null or reason = $reason)
), owned as (
    select coalesce(a.instruction_id, owner) as id, stage, item, status, reason, detail
    from ends left join attempts as a on a.id = owner and ends.stage = 'grade'
)
select * from owned where id in (select id from instructions)
order by case when $random is null then id else md5(id || $random) end, item limit $n
"""


def show(
    folder: Path,
    ids: Sequence[str] = (),
    *,
    n: int = 3,
    random: str | None = None,
    stage: str | None = None,
    rejected: str | None = None,
    accepted: bool = False,
    file: IO[str] | None = None,
) -> None:
    """Print the rows that were asked for.

    Raises:
        UserError: there is no run, no such row, or no row that fits.
    """
    page = Page(file)
    if ids:
        chosen = [{"id": find(folder, one)["instruction_id"]} for one in ids]
    else:
        chosen = choose(folder, n, random, stage, rejected, accepted)
    dossiers = {one.id: one for one in gather(folder, list({row["id"]: 1 for row in chosen}))}
    for row in chosen:
        print_row(page, dossiers[row["id"]], row)


def choose(
    folder: Path, n: int, random: str | None, stage: str | None, reason: str | None, accepted: bool
) -> list[Row]:
    """Which rows to show, and the outcome that they were chosen by.

    Raises:
        UserError: none fits; the message says what there is.
    """
    if stage is not None and stage not in STAGES:
        raise UserError(f"--stage: no stage called '{stage}'{instead(stage, STAGES)}")
    by_default = not (stage or reason or accepted)
    if accepted or by_default:
        rows = chosen_by(folder, n, random, "select", "done", None)
        if not rows and by_default:  # nothing is accepted yet: show what there is
            rows = chosen_by(folder, n, random, "seed", None, None)
    else:
        rows = chosen_by(folder, n, random, stage, None, reason)
    if rows:
        return rows
    if reason:
        there = "select distinct reason from outcomes where reason is not null"
        known = [row["reason"] for row in read_sql(folder, there).to_pylist()]
        at = f" at {stage}" if stage else ""
        raise UserError(
            f"--rejected: nothing was rejected as '{reason}'{at}{instead(reason, known)}"
        )
    raise UserError(
        f"{folder}: nothing {'was accepted' if accepted else 'to show'} yet. "
        f"`factory status {folder}` tells how far it is."
    )


def chosen_by(
    folder: Path,
    n: int,
    random: str | None,
    stage: str | None,
    status: str | None,
    reason: str | None,
) -> list[Row]:
    """The first `n` rows with such an outcome; None fits all."""
    values = {"n": n, "random": random, "stage": stage, "status": status, "reason": reason}
    rows: list[Row] = read_sql(folder, CHOSEN, parameters=values).to_pylist()
    return rows


def print_row(page: Page, dossier: Dossier, chosen: Row) -> None:
    """Print one instruction: where it comes from, what it says, what was said of it."""
    page.heading(f"{dossier.id}  {place(dossier.instruction)}: {dossier.state}")
    outcome = chosen.get("item")
    if outcome and (outcome != dossier.id or chosen["status"] != "done"):
        page.field(chosen["stage"], f"{outcome}: ", *ending(chosen))
    page.field("lineage", lineage(dossier))
    page.field("problem", dossier.instruction["text"])
    for vote in dossier.votes:
        page.field("answer", answer(vote))
    if not dossier.votes and dossier.instruction["reference_answer"] is not None:
        page.field("answer", dossier.instruction["reference_answer"], " (reference)")
    print_judgements(page, dossier)
    if solution := best_solution(dossier):
        print_solution(page, dossier, solution)


def place(instruction: Row) -> str:
    """Where in the run an instruction stands, in words."""
    if instruction["round"] == 0:
        return f"seed, {instruction['split']}"
    made = f"{instruction['direction']} {instruction['operator']}"
    return f"round {instruction['round']}, {made}, {instruction['split']}"


def lineage(dossier: Dossier) -> str:
    """`seed a0 -> a1 simplify -> a2 add_constraint`, from the root on."""
    steps = [*dossier.ancestors, dossier.instruction]
    words = [f"{one['id'][:8]} {one['operator']}" for one in steps]
    source = f"  ({dossier.seeds[0]['source']})" if dossier.seeds else ""
    return " -> ".join(words) + source


def answer(vote: Row) -> str:
    """What the solutions say together, in one line."""
    said = "none" if vote["answer"] is None else vote["answer"]
    source = f" by {vote['answer_source']}" if vote["answer_source"] else ""
    passed = "" if vote["pass_rate"] is None else f", pass rate {cell(vote['pass_rate'])}"
    return (
        f"{said}{source}, {'' if vote['verified'] else 'not '}verified; "
        f"{vote['top_votes']} of {vote['decided']} decided agree, margin {vote['margin']}{passed}"
    )


def ending(outcome: Row) -> tuple[Part, ...]:
    """How an item ended, with the reason."""
    status = outcome["status"]
    look = {"done": "green", "rejected": "yellow"}.get(status, "red")
    reason = f" {outcome['reason']}" if outcome["reason"] else ""
    detail = f" ({outcome['detail']})" if outcome["detail"] else ""
    return ((status + reason, look), detail)


def print_judgements(page: Page, dossier: Dossier) -> None:
    """Print what judges said of the instruction."""
    for one in dossier.ratings:
        why = f": {one['reason']}" if one["reason"] else ""
        page.field(
            "rated",
            f"{one['judge']} gives definition {one['definition']}, "
            f"precision {one['precision']}, integrity {one['integrity']}{why}",
        )
    for one in dossier.rankings:
        shown = "reversed" if one["ordering"] else "as is"
        page.field(
            "ranked", f"{one['judge']}: place {one['place'] + 1} of {one['size']} (shown {shown})"
        )


def best_solution(dossier: Dossier) -> Row | None:
    """A right solution with step labels where there is one; the next best thing else."""
    labelled = {label["solution_id"] for label in dossier.labels}

    def rank(solution: Row) -> tuple[bool, bool]:
        return solution["verdict"] != "right", solution["id"] not in labelled

    return min(dossier.solutions, key=rank, default=None)


def print_solution(page: Page, dossier: Dossier, solution: Row) -> None:
    """Print one solution, step by step where steps are labelled."""
    verdict = solution["verdict"] or "not verified"
    found = "no answer" if solution["answer"] is None else f"answer {solution['answer']}"
    page.field(
        "solution",
        f"{solution['id']} by {solution['model']}: ",
        (verdict, VERDICTS.get(verdict, "yellow")),
        f", {found}",
    )
    labels = {one["idx"]: one for one in dossier.labels if one["solution_id"] == solution["id"]}
    if not labels:
        page.field("", solution["text"].strip())
    for idx, step in enumerate(solution["steps"] if labels else ()):
        label = labels.get(idx)
        mark, look = MARKS[label["label"] if label else None]
        sources = f"   [{label['sources']}]" if label and label["sources"] else ""
        page.field("", (f"{mark} ", look), step.strip(), (sources, "dim"))
