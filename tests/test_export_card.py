"""The dataset card: facts of the run, and no markup of anybody else's."""

import dataclasses
import io
import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml
from handmade import Run, small_run, write
from markdown_it import MarkdownIt

from factory import records as r
from factory.errors import UserError
from factory.export.card import refresh_card, write_card
from factory.export.datasets import export_run
from factory.recipe import load_recipe
from factory.start import run as run_line
from factory.status import status
from factory.store.reading import read_sql


def hand_made_card(run: Run, folder: Path, recipe: object = None, origin: object = None) -> str:
    """The card of a run that was started with this recipe and these seeds."""
    start = (1, None, json.dumps(recipe or {}), "d1", "0.1", 1, json.dumps(origin or {}), None)
    run.bought["runs"] = [start]
    write(run, folder)
    with run.connect() as connection:
        return write_card(connection, folder).read_text(encoding="utf-8")


def reply(key: int, stage: str, model: str, cost: float | None) -> tuple[object, ...]:
    asked = (key, stage, "i", "deepen", model, [], "", "")
    return (*asked, "t", "stop", 7, 9, cost, 1.0, None, None, None, None, False)


def front_matter(text: str) -> dict[str, Any]:
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_the_card_tells_what_went_in_and_how_it_was_made(tmp_path: Path) -> None:
    recipe = {
        "evolve": {
            "rounds": [
                {"direction": "upward", "from": "seed", "operators": ["deepen"], "variants": 2}
            ]
        },
        "solve": {"samples": 4},
        "models": {"m": {"provider": "openai", "model": "org/big", "temperature": 0.7}},
        "select": {"rules": ["integrity >= 4"]},
    }
    origin = {
        "asked": {"hub": "openai/gsm8k", "revision": "a" * 40, "config": None},
        "used": {"path": "/somewhere/else/train.jsonl", "licence": "MIT", "sha256": "b" * 64},
    }
    text = hand_made_card(small_run(), tmp_path / "demo", recipe, origin)
    assert front_matter(text)["license"] == "mit"
    for fact in ("8 seeds: 8 with a reference answer", "a" * 40, "b" * 64, "`train.jsonl`"):
        assert fact in text
    assert "| 1 | `upward` | `seed` | `deepen` | 2 |" in text
    assert "| `m` | `openai` | `org/big` | 0.70 |" in text
    assert "solved 4 times" in text and "integrity &gt;= 4" in text
    assert "Not what was asked for" not in text and "`asked.config`" not in text
    assert "/home" not in text and "Symbolic teacher" not in text


def test_the_card_s_funnel_adds_up_with_every_reason(tmp_path: Path) -> None:
    run = Run()
    for n in range(5):
        run.seed(n, accepted=n < 3)
    for n, reason in enumerate(["copied", "copied", "no_change", "leaked"]):
        run.rows.append(r.Outcome("eliminate", f"x{n}", 0, 1, "deepen", "rejected", reason, None))
    run.rows.append(r.Outcome("eliminate", "x9", 0, 1, "deepen", "failed", "KeyError", None))
    run.rows.append(r.Outcome("evolve", "x", 0, 1, "deepen", "done", None, None))
    text = hand_made_card(run, tmp_path)
    assert (
        "| `eliminate` | 5 | 0 | 4 | 1 | `copied` 2, `leaked` 1, `no_change` 1; `KeyError` 1 |"
    ) in text
    assert "| `select` | 5 | 3 | 2 | 0 | not: verified 2 |" in text
    assert text.index("| `evolve` | 1 |") < text.index("| `eliminate` |") < text.index("| `select`")
    assert "| `deepen` | 1 | 0 | 0 | 0 | 0 | 0.0 % |" in text


def test_the_card_says_what_is_not_known(tmp_path: Path) -> None:
    run = Run()
    run.bought["replies"] = [reply(1, "solve", "m", None)]
    text = hand_made_card(run, tmp_path / "a")
    assert "What it cost is unknown" in text and "| unknown | 1 |" in text
    assert "licence of the seeds is unknown" in text and "license" not in front_matter(text)
    run.bought["replies"].append(reply(2, "solve", "n", 0.25))
    assert "At least $0.25; calls without a known price: 1." in hand_made_card(run, tmp_path / "b")
    run.bought["replies"] = [reply(1, "solve", "n", 0.1), reply(2, "solve", "n", 0.2)]
    assert "$0.30 in all." in hand_made_card(run, tmp_path / "c")
    both = {"one": {"licence": "mit"}, "two": {"license": "cc-by-4.0"}}
    assert "license" not in front_matter(hand_made_card(run, tmp_path / "d", origin=both))


def test_the_card_says_plainly_what_the_symbolic_teacher_wrote(tmp_path: Path) -> None:
    run = small_run()
    run.rows = [
        dataclasses.replace(row, model="symbolic/1")
        if isinstance(row, r.Instruction) and row.round
        else row
        for row in run.rows
    ]
    text = hand_made_card(run, tmp_path)
    assert "**Symbolic teacher: 16 of these 24 instructions and 0 of 48 solutions" in text


def test_the_card_says_when_other_seeds_were_used_than_asked_for(tmp_path: Path) -> None:
    origin = {"asked": {"hub": "a/b"}, "used": "sample", "because": "a/b: no network"}
    text = hand_made_card(small_run(), tmp_path, origin=origin)
    assert "**Not what was asked for was used:** a/b: no network." in text


def test_hostile_text_stays_text_in_the_card(tmp_path: Path) -> None:
    evil = (
        "www.x.example WWW.y.example me@z.example <script>alert(1)</script> | "
        "[x](http://evil.example) `a`\n# head\u2028---\n![i](//e)"
    )
    run = small_run()
    run.rows.append(r.Outcome("evolve", "x", 0, 1, evil, "rejected", evil, evil))
    run.rows += [
        r.Rating("s0000", 0, evil, 1, 2, 3, evil),
        r.Rating("s0000", 0, "z", 1, 2, 3, None),
    ]
    run.bought["replies"] = [reply(1, evil, evil, None)]
    recipe = {"models": {evil: {"provider": evil}}, "select": {"rules": [evil]}}
    text = hand_made_card(run, tmp_path / "name: [&*", recipe, {evil: evil, "licence": evil})
    body = text.split("---\n", 2)[2]
    assert "alert(1)" in body
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    every = [*tokens, *(inner for token in tokens for inner in token.children or ())]
    kinds = {token.type for token in every}
    assert not kinds & {"link_open", "image", "html_block", "html_inline", "hr", "fence"}
    assert not re.search(r"(?i)https?://|www\.|@", body), "a viewer would make it a link"
    headings = [tokens[n + 1].content for n, t in enumerate(tokens) if t.type == "heading_open"]
    assert headings.count("Cost") == 1 and not any("alert" in one for one in headings)
    # A pipe that got through would make a row wider than its head.
    cells = [len(re.findall(r"(?<!\\)\|", line)) for line in body.splitlines() if "alert" in line]
    assert set(cells) <= {0, 3, 5, 7, 8}
    found = front_matter(text)
    assert found["pretty_name"] == "name: [&*" and "license" not in found


def test_the_card_is_the_same_whatever_the_threads_and_the_order_of_rows(tmp_path: Path) -> None:
    run = small_run()
    run.bought["replies"] = [reply(n, "solve", "m", 0.1 + n / 7) for n in range(50)]
    texts = set()
    for threads, turned in ((1, False), (2, True)):
        write(run, tmp_path / "demo")
        with run.connect(threads=threads, turned=turned) as connection:
            texts.add(write_card(connection, tmp_path / "demo").read_bytes())
    assert len(texts) == 1


def test_a_stopped_run_gets_the_same_card(tmp_path: Path) -> None:
    run = small_run()
    text = hand_made_card(run, tmp_path / "a" / "demo")
    folder = run.save(tmp_path / "b" / "demo")
    export_run(folder)
    assert refresh_card(folder).read_text(encoding="utf-8") == text


def test_a_card_without_exports_is_refused(tmp_path: Path) -> None:
    with Run().connect() as connection, pytest.raises(UserError, match="nothing exported yet"):
        write_card(connection, tmp_path)


def write_lines(path: Path, made: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")


RECIPE = """
seeds: {path: seeds.jsonl}
models: {t: {provider: symbolic}}
evolve: {model: t, rounds: [{direction: downward, from: seed, variants: 3}]}
solve: {model: t, samples: 3}
admit:
  against:
    - {path: ours.jsonl, solution: answer}
    - {hub: openai/gsm8k, config: main, revision: %s, otherwise: skip}
""" % ("0" * 40)  # fmt: skip


def test_the_card_of_a_run_that_met_a_test_set_adds_up_with_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "none"))
    sample = resources.files("factory.symbolic").joinpath("sample.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in sample.splitlines()]
    doubted = next(one for one in rows[1:] if len(one["question"].split(". ")[-1].split()) < 9)
    others = [one for one in rows if one is not doubted]
    copied, recited = others[:2]
    seeds = [copied, doubted, recited, *others[2:5]]
    known = "Nobody counts birds before the boat has gone by, so Hamza waits for a while first."
    recited["answer"] = f"{known}\n{recited['answer']}"
    write_lines(tmp_path / "seeds.jsonl", seeds)
    tests = [
        {"question": copied["question"], "answer": None},
        {"question": doubted["question"].split(". ")[-1], "answer": None},
        {"question": "Wax, ships and cabbages: how many?", "answer": known},
    ]
    write_lines(tmp_path / "ours.jsonl", tests)
    recipe = tmp_path / "r.yaml"
    recipe.write_text(RECIPE, encoding="utf-8")
    run_line(load_recipe(recipe), tmp_path / "run")
    text = (tmp_path / "run" / "README.md").read_text(encoding="utf-8")
    section = text.partition("## Duplicates and test sets")[2].partition("\n## ")[0]

    def asked(query: str) -> list[tuple[object, ...]]:
        return [tuple(row.values()) for row in read_sql(tmp_path / "run", query).to_pylist()]

    tiers = dict(asked("select tier, count(distinct instruction_id) from contamination group by 1"))
    name = f"`{tmp_path.name}/ours.jsonl`"
    assert tiers["drop"] >= 3 and tiers["quarantine"] >= 1  # a copy, a solution, its children
    assert f"| {name} | 3 | {tiers['drop']} | {tiers['quarantine']} |" in section
    assert "**Not compared with openai/gsm8k main/test:** HF" in section
    told = io.StringIO()
    status(tmp_path / "run", file=told)
    assert "test set   not compared with openai/gsm8k main/test: HF" in told.getvalue()
    kinds = asked("select place, kind, tier, count(*) from contamination group by all")
    assert {"plain", "short", "solution", "ancestor"} == {kind for _, kind, _, _ in kinds}
    for place, kind, tier, count in kinds:
        assert f"| `{place}` | `{kind}` | `{tier}` | {count} |" in section
    turned_away = asked("select distinct item from outcomes where reason like '%contaminated%'")
    assert set(turned_away) == set(asked("select distinct instruction_id from contamination"))
    assert not asked("from accepted where id in (select instruction_id from contamination)")
    reasons = "select reason, count(*) from outcomes where reason like '%contaminated%'"
    for reason, count in asked(f"{reasons} group by stage, reason"):
        assert f"`{reason}` {count}" in text
