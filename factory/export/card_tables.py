"""The sections of a dataset card that are numbers: tables of the run, as Markdown."""

from collections.abc import Iterator, Mapping
from typing import Any

from factory.export import card_facts as facts
from factory.export.markdown import counted, money, share, table, text
from factory.export.shapes import SHAPES, SPLITS
from factory.export.windows import Read, rows


def funnel(read: Read) -> str:
    """How the items of each stage ended, and why."""
    stages: dict[str, dict[str, dict[str, int]]] = {}
    for row in rows(read, facts.FUNNEL):
        ends = stages.setdefault(row["stage"], {})
        ends.setdefault(row["status"], {})[row["reason"]] = row["times"]
    body = []
    for stage, ends in stages.items():
        sums = [sum(ends.get(end, {}).values()) for end in ("done", "rejected", "failed")]
        why = [counted(ends[end].items()) for end in ("rejected", "failed") if end in ends]
        body.append([text(stage), text(sum(sums)), *map(text, sums), "; ".join(why)])
    head = ["stage", "in", "done", "rejected", "failed", "reasons"]
    return "in = done + rejected + failed.\n\n" + table(head, body)


def operators(read: Read) -> str:
    """How far the candidates of each operator came."""
    steps = ("asked", "written", "admitted", "screened", "accepted")
    body = [
        [
            text(row["operator"]),
            *(text(row[step]) for step in steps),
            share(row["accepted"], row["asked"]),
        ]
        for row in rows(read, facts.OPERATORS)
    ]
    return table(["operator", *steps, "accepted of asked"], body)


def duplicates(read: Read) -> str:
    """What was like an admitted instruction, by kind."""
    body = [
        [text(row["kind"]), text(row["instructions"]), text(row["clusters"])]
        for row in rows(read, facts.DUPLICATES)
    ]
    if not body:
        return "No duplicates were found."
    return table(["duplicates", "instructions", "of so many admitted ones"], body)


def contamination(read: Read) -> str:
    """The test sets that nothing may come from, and what was found of them."""
    sets = list(rows(read, facts.TEST_SETS))
    if not sets:
        return (
            "**The run was compared with no test set.** Seeds or models may have brought test "
            "items in; name test sets under `admit.against` and run again."
        )
    parts = []
    for row in sets:
        if row["missing"]:
            parts.append(f"**Not compared with {text(row['name'])}:** {text(row['missing'])}.")
    names = ("name", "items", "dropped", "quarantined")
    body = [[text(row[name]) for name in names] for row in sets if not row["missing"]]
    if body:
        parts.append(table(["test set", *names[1:]], body))
    found = [
        [text(row[name]) for name in ("place", "kind", "tier", "instructions")]
        for row in rows(read, facts.FINDINGS)
    ]
    if found:
        parts.append(table(["found in", "kind", "tier", "instructions"], found))
    return "\n\n".join(parts)


def votes(read: Read) -> str:
    """What the solutions say together, by where the answer comes from."""
    body = [
        [
            text(row["answer_source"] or "none"),
            text(row["instructions"]),
            text(row["verified"]),
            share(row["agreeing"], row["agreeing"] + row["differing"]),
            text(row["undecided"]),
            text(row["never"]),
            text(row["always"]),
        ]
        for row in rows(read, facts.VOTES)
    ]
    if not body:
        return "Nothing was solved."
    head = ["answer from", "instructions", "verified", "right of decided solutions"]
    return table([*head, "undecided solutions", "never solved", "always solved"], body)


def judges(read: Read) -> str:
    """How far judges and other sources agree with each other, and with themselves."""
    compared = [
        [
            text(row["what"] if row["detail"] is None else f"{row['what']}, {row['detail']}"),
            text(row["one"]),
            text(row["other"]),
            text(row["compared"]),
            f"{100 * row['same']:.1f} %",
            "–" if row["apart"] is None else text(row["apart"]),
        ]
        for row in rows(read, facts.AGREEMENT)
    ]
    labels = [[text(row["label"]), text(row["steps"])] for row in rows(read, facts.LABELS)]
    parts = [
        table(["what", "one", "other", "compared", "same", "mean distance"], compared)
        if compared
        else "No two judgements of the same thing: how far judges can be trusted is unknown."
    ]
    if labels:
        parts.append(table(["step label", "steps"], labels))
    return "\n\n".join(parts)


def cost(read: Read) -> str:
    """Calls, tokens and dollars by stage and model; what has no price is counted apart."""
    body, total, unpriced, calls = [], 0, 0, 0
    for row in rows(read, facts.COST):
        cost = row["billionths"]
        total, unpriced, calls = (
            total + (cost or 0),
            unpriced + row["unpriced"],
            calls + row["calls"],
        )
        names = ("stage", "model", "calls", "prompt_tokens", "completion_tokens")
        dollars = money(None if cost is None else cost / 1e9)
        body.append([*(text(row[name]) for name in names), dollars, text(row["unpriced"])])
    if not body:
        return "No model was asked."
    head = ["stage", "model", "calls", "tokens in", "tokens out", "cost", "calls without a price"]
    if unpriced == calls:
        said = "What it cost is unknown: no call has a price."
    elif unpriced:
        said = f"At least {money(total / 1e9)}; calls without a known price: {unpriced:,}."
    else:
        said = f"{money(total / 1e9)} in all."
    return f"{said}\n\n{table(head, body)}"


def datasets(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Each exported dataset: its rows, what was left out, its columns."""
    yield (
        "Train and test are split by the seed: all that descends from one seed is on one side. "
        "`rows + left out` is what was considered. A split without rows has no file."
    )
    for name, entry in manifest["datasets"].items():
        shape = SHAPES[name]
        counts = ", ".join(f"{entry['rows'][split]:,} {split}" for split in SPLITS)
        lost = counted(entry["left_out"].items()) or "nothing"
        columns = [[f"`{c.name}`", _type(c.type), c.doc] for c in shape.columns]
        yield f"### `{name}`"
        yield f"{shape.doc}\n\n{counts}. Of all {shape.considered}, left out: {lost}."
        yield table(["column", "type", ""], columns)


def limits(read: Read, manifest: Mapping[str, Any]) -> str:
    """What the data does not promise."""
    datasets = manifest["datasets"]
    sources = {row["answer_source"] for row in rows(read, facts.VOTES)}
    limits = [
        "The test split comes from the same seeds and the same makers as the training split. "
        "It tells whether training works; it is no benchmark.",
        "Duplicates were sought by text, template and runs of words; a paraphrase in wholly other "
        "words is not found. Test items are sought in the named sets alone.",
        "A right final answer does not make every step right.",
    ]
    if "vote" in sources:
        limits.append(
            "Answers from a vote are what most samples of one model agree on; "
            "a mistake that the model makes often can win."
        )
    if "prm" in datasets:
        limits.append("Step labels end with the first error; nothing is claimed of later steps.")
    if "ppo" in datasets:
        limits.append(
            "`r_i` is a squashed mean rating, not a trained reward. It is the same for all "
            "answers to one problem, so it cannot rank answers."
        )
    return "\n".join(f"- {limit}" for limit in limits)


def _type(kind: object) -> str:
    return f"`{str(kind).replace('item: ', '').replace(' not null', '')}`"
