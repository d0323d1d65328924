"""What the rows of an export hold; the run behind them is made by hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from handmade import LATEX, Run, left_out, rows, small_run, write

from factory import records as r
from factory.export.files import read_manifest
from factory.export.schemas import export_schemas, write_schemas
from factory.export.shapes import RESERVED, SHAPES

REPOSITORY = Path(__file__).parents[1]


def test_accepted_instructions_carry_their_lineage_and_evidence(tmp_path: Path) -> None:
    run = small_run()
    run.rate("g0", "other", 4, 4, 4)
    run.rows.append(r.Parent("g0", "s0000", 1))
    run.child("lost", "s0000", accepted=False)
    write(run, tmp_path)
    row = next(row for row in rows(tmp_path, "instructions") if row["id"] == "g0")
    assert row["parents"] == ["c0", "s0000"]
    assert row["operators"] == ["deepen", "concretise"]
    assert (row["definition"], row["precision"], row["integrity"]) == (3.5, 4.0, 4.5)
    assert (row["root_id"], row["round"], row["model"]) == ("s0000", 2, "writer/1")
    assert (row["answer"], row["answer_source"], row["verified"]) == ("5", "reference", True)
    ids = [row["id"] for row in rows(tmp_path, "instructions")]
    assert ids[:3] == ["s0000", "c0", "g0"] and "lost" not in ids


def test_sft_takes_right_solutions_of_accepted_instructions_in_the_order_drawn(
    tmp_path: Path,
) -> None:
    run = Run()
    seed, refused = run.seed(0), run.seed(1, accepted=False)
    run.vote(seed)
    run.solution("w", seed, "wrong", sample=0, verdict="wrong")
    run.solution("u", seed, "undecided", sample=1, verdict="undecided")
    run.solution("cut", seed, "cut", sample=2, finish="length")
    run.solution("slip", seed, "slip", sample=3, labels=(1, -1))
    run.solution("first", seed, "\n a long one, drawn first \n", sample=4)
    run.solution("again", seed, "a long one, drawn first", sample=5)
    run.solution("short", seed, "short", sample=6)
    run.solution("third", seed, "third", sample=7)
    run.solution("other", refused, "of one that is not accepted")
    write(run, tmp_path, sft_per_instruction=2)
    kept = rows(tmp_path, "sft")
    assert [(row["id"], row["completion"]) for row in kept] == [
        ("first", "a long one, drawn first"),
        ("short", "short"),
    ]
    assert kept[0]["prompt"] == "Seed 0: what is 0 + 1?\n"
    assert left_out(tmp_path, "sft") == {
        "cut_off": 1,
        "enough_others": 1,
        "same_text": 1,
        "wrong_step": 1,
    }
    write(run, tmp_path, ["sft"])
    assert [row["id"] for row in rows(tmp_path, "sft")] == ["first"]


def test_sft_prefers_what_was_found_right_and_takes_no_false_equation_after_a_doubt(
    tmp_path: Path,
) -> None:
    run = Run()
    seed = run.seed(0)
    run.vote(seed)
    run.solution("doubted", seed, "doubted", sample=0, labels=(1, 0, None))
    run.solution("ungraded", seed, "ungraded", sample=1)
    run.solution("sound", seed, "sound", sample=2, labels=(1, 1))
    run.solution("abstained", seed, "abstained", sample=3, labels=(1, None))
    run.solution("false", seed, "false", sample=4, labels=(0, None))
    run.rows[-1] = replace(run.rows[-1], sources="arithmetic:-1 judge-b:+1")
    for best in (["sound"], ["ungraded", "sound"], ["doubted", "ungraded", "sound"]):
        write(run, tmp_path, sft_per_instruction=len(best))
        assert [row["id"] for row in rows(tmp_path, "sft")] == best
    assert left_out(tmp_path, "sft") == {"enough_others": 1, "wrong_step": 1}


def test_irm_pairs_are_those_that_rankings_agree_on_in_both_orders(tmp_path: Path) -> None:
    run = Run()
    root = run.seed(0)
    for name in ("a", "b", "c", "d"):
        run.child(name, root, accepted=False)
    shown = {root: 0, "a": 1, "b": 2, "c": 3, "d": 3}
    turned = {root: 1, "a": 0, "b": 2, "c": 3, "d": 3}
    run.rank(root, "judge", shown, turned)
    write(run, tmp_path)
    pairs = {(p["chosen_id"], p["rejected_id"]): p for p in rows(tmp_path, "irm")}
    assert set(pairs) == {(x, y) for x in (root, "a") for y in "bcd"} | {("b", "c"), ("b", "d")}
    assert left_out(tmp_path, "irm") == {"order_dependent": 1, "tied": 1}
    assert pairs["b", "c"]["margin"] == 0.25 and pairs["a", "c"]["margin"] == 0.625
    assert pairs["a", "b"]["chosen"] == "Problem a after s0000?"
    assert all(
        (p["source"], p["judges"], p["agreement"]) == ("ranking", 1, 1.0) for p in pairs.values()
    )


def test_irm_pairs_need_most_of_the_judges_and_both_orders(tmp_path: Path) -> None:
    run = Run()
    root = run.seed(0)
    up, down = {root: 0, "a": 1}, {root: 1, "a": 0}
    run.child("a", root)
    for judge, order in (("x", up), ("y", up), ("z", down)):
        run.rank(root, judge, order, order)
    second = run.seed(1)
    run.child("b", second)
    run.rank(second, "x", {second: 0, "b": 1})
    third = run.seed(2)
    run.child("c", third)
    run.rank(third, "x", {third: 0, "c": 1}, {third: 0, "c": 1})
    run.rank(third, "y", {third: 1, "c": 0}, {third: 1, "c": 0})
    write(run, tmp_path)
    (pair,) = rows(tmp_path, "irm")
    assert (pair["chosen_id"], pair["judges"], pair["margin"]) == (root, 3, 1.0)
    assert pair["agreement"] == pytest.approx(2 / 3)
    assert left_out(tmp_path, "irm") == {"judges_disagree": 1, "one_order": 1}


def test_irm_pairs_come_from_ratings_where_no_ranking_speaks(tmp_path: Path) -> None:
    run = Run()
    root = run.seed(0)
    for name in ("a", "b"):
        run.child(name, root)
    run.rank(root, "x", {root: 0, "a": 1}, {root: 0, "a": 1})
    run.rate(root, "x", 1, 1, 1)
    run.rate("a", "x", 5, 5, 5)
    run.rate("b", "x", 5, 5, 5)
    run.rate("b", "only-this-one", 1, 1, 1)
    write(run, tmp_path)
    pairs = rows(tmp_path, "irm")
    assert [(p["chosen_id"], p["rejected_id"], p["source"]) for p in pairs] == [
        (root, "a", "ranking"),
        ("b", root, "rating"),
    ]
    assert pairs[1]["margin"] == 1.0 and pairs[1]["judges"] == 1
    assert left_out(tmp_path, "irm") == {"tied": 1}


def test_prm_labels_end_with_the_first_error_and_before_the_first_doubt(tmp_path: Path) -> None:
    run = Run()
    seed, refused = run.seed(0), run.seed(1, accepted=False)
    run.solution("all", seed, labels=(1, 1))
    run.solution("error", seed, verdict="wrong", labels=(1, -1, 1, None))
    run.solution("doubt", seed, verdict="undecided", labels=(1, 0, -1))
    run.solution("silent", seed, labels=(None, 1))
    run.solution("unseen", seed, verdict="wrong", labels=(1, 1))
    run.solution("at-once", seed, verdict="wrong", labels=(-1,))
    run.solution("refused", refused, labels=(1,))
    write(run, tmp_path)
    kept = {row["solution_id"]: row for row in rows(tmp_path, "prm")}
    assert {
        name: (row["labels"], row["first_error"], row["answer_correct"])
        for name, row in kept.items()
    } == {
        "all": ([True, True], -1, True),
        "error": ([True, False], 1, False),
        "doubt": ([True], None, None),
        "at-once": ([False], 0, False),
    }
    assert kept["error"]["completions"] == ["Step 1: so 0.", "Step 2: so 1."]
    assert kept["all"]["source"] == "arithmetic judge-b" and kept["all"]["agreement"] == 0.9
    assert kept["all"]["prompt"].endswith("?\n")
    assert left_out(tmp_path, "prm") == {
        "error_not_found": 1,
        "no_trusted_step": 1,
        "not_accepted": 1,
    }


def test_ppo_prompts_have_a_verified_answer_and_a_reward_between_0_and_1(tmp_path: Path) -> None:
    run = Run()
    for n in range(4):
        run.seed(n)
    run.vote("s0000", "7")
    run.vote("s0001", "7")
    run.vote("s0002", None)
    run.vote("s0003", "7", right=0, wave=1)
    for judge in ("x", "y"):
        run.rate("s0000", judge, 5, 5, 5)
    write(run, tmp_path)
    kept = rows(tmp_path, "ppo")
    assert [(row["id"], row["ground_truth"], row["r_i"]) for row in kept] == [
        ("s0000", "7", 0.880797),
        ("s0001", "7", None),
    ]
    assert kept[0]["data_source"] == "factory/seed"
    assert left_out(tmp_path, "ppo") == {"no_answer": 1, "not_verified": 1}


def test_rows_and_what_is_left_out_add_up_to_what_was_considered(tmp_path: Path) -> None:
    run = small_run()
    write(run, tmp_path)
    seen = {
        name: sum(e["rows"].values()) + sum(e["left_out"].values())
        for name, e in read_manifest(tmp_path)["datasets"].items()
    }
    assert seen == {"instructions": 24, "sft": 24, "irm": 24, "prm": 48, "ppo": 24}


def test_text_survives_byte_for_byte(tmp_path: Path) -> None:
    run = Run()
    root = run.seed(0, LATEX)
    run.child("a", root, LATEX + " harder")
    run.vote(root, LATEX)
    run.solution("x", root, LATEX, labels=(1,))
    run.rank(root, "j", {root: 0, "a": 1}, {root: 0, "a": 1})
    write(run, tmp_path)
    assert rows(tmp_path, "instructions")[0]["instruction"] == LATEX
    assert rows(tmp_path, "instructions")[0]["answer"] == LATEX
    assert rows(tmp_path, "sft")[0]["prompt"] == LATEX + "\n"
    assert rows(tmp_path, "sft")[0]["completion"] == LATEX
    assert rows(tmp_path, "irm")[0]["rejected"] == LATEX + " harder"
    assert rows(tmp_path, "ppo")[0]["ground_truth"] == LATEX


def test_a_column_that_is_all_null_keeps_its_type(tmp_path: Path) -> None:
    run = Run()
    seed = run.seed(0)
    run.vote(seed)
    run.solution("x", seed, labels=(1, 0))
    write(run, tmp_path)
    for name in ("instructions", "ppo", "prm"):
        path = tmp_path / "datasets" / name / "train-00000-of-00001.parquet"
        assert pq.read_schema(path).equals(SHAPES[name].schema)
    assert rows(tmp_path, "ppo")[0]["r_i"] is None
    assert rows(tmp_path, "prm")[0]["first_error"] is None


def test_no_dataset_with_completions_to_learn_has_a_reserved_column() -> None:
    for shape in SHAPES.values():
        names = {column.name for column in shape.columns}
        assert not names & (RESERVED - {"labels"})
        assert "labels" not in names or shape.name == "prm"


def test_the_published_schemas_are_those_of_the_code(tmp_path: Path) -> None:
    for path in write_schemas(tmp_path):
        published = REPOSITORY / "schemas" / path.name
        assert published.read_text() == path.read_text(), "run `python -m factory.export.schemas`"


def test_every_exported_row_follows_its_json_schema(tmp_path: Path) -> None:
    write(small_run(), tmp_path)
    kinds: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "integer": int,
        "number": float,
        "boolean": bool,
        "null": type(None),
        "array": list,
    }

    def follows(value: object, schema: dict[str, Any]) -> bool:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(type(value) is kinds[name] for name in names):
            return False
        return not isinstance(value, list) or all(follows(v, schema["items"]) for v in value)

    for name, schema in export_schemas().items():
        found = rows(tmp_path, name) + rows(tmp_path, name, "test")
        assert found
        for row in found:
            assert list(row) == schema["required"] == list(schema["properties"])
            for column, value in row.items():
                assert follows(value, schema["properties"][column]), (name, column, value)
