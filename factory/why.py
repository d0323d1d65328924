"""`factory why`: everything that happened to one row, in the order in which it happened.

From the seed over every ancestor, with what changed word by word, to each stage's decision and
what it cost. It tells what the run recorded and nothing more: where nothing is told, nothing was.
"""

import difflib
import re
from itertools import pairwise
from pathlib import Path
from typing import IO

from factory.dossier import Dossier, Row, find, gather
from factory.show import answer, ending, place, print_judgements, print_solution
from factory.tally import money, times
from factory.terminal import Page, Part

MAX_WORDS = 3000
"""Longer texts are shown whole: comparing them word by word takes time that grows as the square."""
SHOWN_CHILDREN = 12


def why(folder: Path, name: str, *, file: IO[str] | None = None) -> None:
    """Print the story of an instruction, a solution, or an evolution that wrote nothing.

    Raises:
        UserError: there is no run, or `name` names no row or several.
    """
    found = find(folder, name)
    dossier = gather(folder, [found["instruction_id"]])[0]
    page = Page(file)
    if found["kind"] == "solution":
        page.heading(f"{found['id']}  solution of {dossier.id}")
        (solution,) = (one for one in dossier.solutions if one["id"] == found["id"])
        print_solution(page, dossier, solution)
        print_evidence(page, dossier, [solution])
    if found["kind"] == "evolution":
        page.heading(f"{found['id']}  an evolution of {dossier.id}")
        for outcome in dossier.children:
            if outcome["item"] == found["id"]:
                page.field("evolve", *ending(outcome))
    print_story(page, dossier, only=found["id"] if found["kind"] == "solution" else None)


def print_story(page: Page, dossier: Dossier, only: str | None = None) -> None:
    """Print one instruction's way through the line; of `only` one solution when it is named."""
    page.heading(f"{dossier.id}  {place(dossier.instruction)}: {dossier.state}")
    print_lineage(page, dossier)
    page.gap()
    solutions = [one for one in dossier.solutions if only is None or one["id"] == only]
    for outcome in dossier.outcomes:
        item = outcome["item"]
        name = "" if item == dossier.id else f"{item.removeprefix(dossier.id)}  "
        page.field(outcome["stage"], name, *ending(outcome))
    for duplicate in dossier.duplicates:
        how = f", likeness {duplicate['likeness']:.2f}" if duplicate["likeness"] < 1 else ""
        page.field("duplicate", f"{duplicate['kind']}{how}, of {duplicate['leader_id']}:")
        page.field("", duplicate["leader_text"] or "")
    for found in dossier.contamination:
        what = f"{found['tier']}: {found['place']}, {found['kind']} {found['amount']:g}, "
        page.field("test set", f"{what}{found['test_set']} {found['item']}")
        page.field("", found["evidence"] or "")
    for vote in dossier.votes:
        page.field("answer", answer(vote))
    if only is None:
        for solution in solutions:
            print_solution(page, dossier, solution)
        print_evidence(page, dossier, solutions)
    print_judgements(page, dossier)
    for child in dossier.children[:SHOWN_CHILDREN]:
        page.field("children", child["item"].removeprefix(dossier.id), "  ", *ending(child))
    if len(dossier.children) > SHOWN_CHILDREN:
        page.field("", f"and {len(dossier.children) - SHOWN_CHILDREN:,} more")
    print_replies(page, dossier.replies)


def print_lineage(page: Page, dossier: Dossier) -> None:
    """Print the seed, and each rewriting as the words that it took out and put in."""
    chain = [*dossier.ancestors, dossier.instruction]
    seed = dossier.seeds[0] if dossier.seeds else None
    origin = f"number {seed['position']} of {seed['source']}" if seed else "not stored"
    known = seed["reference_answer"] if seed else None
    page.field(
        "seed",
        f"{chain[0]['id']}, {origin}; reference answer {'none' if known is None else known}",
    )
    page.field("", chain[0]["text"])
    for parent, child in pairwise(chain):
        page.field(
            f"round {child['round']}",
            f"{child['id']}, {child['operator']} ({child['direction']}) by {child['model']}",
        )
        page.field("", *word_diff(parent["text"], child["text"]))


def word_diff(before: str, after: str) -> list[Part]:
    """The new text with `[-words taken out-]` and `{+words put in+}`."""
    old, new = re.findall(r"\s+|\S+", before), re.findall(r"\s+|\S+", after)
    if len(old) > MAX_WORDS or len(new) > MAX_WORDS:
        return [after]
    parts: list[Part] = []
    # Without `autojunk`, which takes frequent words for noise and makes the changes unreadable.
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            parts.append(come)
            continue
        # White space alone is no change worth a mark, but it keeps the words on both sides apart.
        if gone.strip() or come.strip():
            parts.append((f"[-{gone}-]", "red") if gone.strip() else gone)
        parts.append((f"{{+{come}+}}", "green") if come.strip() else come)
    return parts


def print_evidence(page: Page, dossier: Dossier, solutions: list[Row]) -> None:
    """Print what each source found wrong or doubtful, and why it abstained where it says so."""
    chosen = {one["id"] for one in solutions}
    for one in dossier.verdicts:
        told = one["verdict"] in (0, -1) or (one["verdict"] is None and one["reason"])
        if told and one["solution_id"] in chosen:
            said = {0: "doubtful", -1: "wrong", None: "abstained"}[one["verdict"]]
            reason = f": {one['reason']}" if one["reason"] else ""
            page.field(
                "step",
                f"{one['solution_id'][:8]} [{one['idx']}], {one['source']}: {said}{reason}",
            )


def print_replies(page: Page, replies: list[Row]) -> None:
    """Print what the row took: calls, tokens, money."""
    for one in replies:
        page.field(
            "replies",
            f"{one['stage']} by {one['model']}: {times(one['calls'], 'call')}, "
            f"{one['prompt_tokens'] or 0:,} + {one['completion_tokens'] or 0:,} tokens, "
            f"{price(one['usd'], one['unpriced'])}",
        )
    if len(replies) > 1:
        priced = [one["usd"] for one in replies if one["usd"] is not None]
        unpriced = sum(one["unpriced"] for one in replies)
        calls = sum(one["calls"] for one in replies)
        page.field(
            "in all", f"{times(calls, 'call')}, {price(sum(priced) if priced else None, unpriced)}"
        )


def price(usd: float | None, unpriced: int) -> str:
    """A sum of money, with what it leaves out."""
    if usd is None:
        return "price not known"
    return money(usd) + (f" and {times(unpriced, 'call')} without a price" if unpriced else "")
