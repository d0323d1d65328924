"""Contamination: what comes from a test set is found, however it was changed, with evidence."""

import json
import socket
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from factory.cli import main
from factory.dedup.contamination import Item, load, search, search_solutions
from factory.errors import UserError
from factory.recipe import load_recipe
from factory.records import Attempt, Contamination, Instruction, Outcome, Parent, Vote
from factory.settings.stages import Admit
from factory.settings.test_sets import TestFile as FileOfTests
from factory.settings.test_sets import TestHub as HubOfTests
from factory.stages import test_sets as sets
from factory.stages.admit import admit
from factory.stages.select import select
from factory.stages.test_sets import prepare
from factory.store.file import insert, open_run
from factory.store.tables import row_of

sys.path.append(str(Path(__file__).parent / "benchmarks"))
from perturbed import KINDS, perturbed

ITEM = (
    "Martha keeps 12 beehives behind the old mill, and each hive gives 9 jars of honey in spring. "
    "She sells the jars at the harbour market for $4 apiece, after she has put 15 jars aside for "
    "her cousins. How much money does Martha take home from the market?"
)
ANSWER = (
    "Martha gets 12 * 9 = 108 jars of honey. After her cousins have theirs, 108 - 15 = 93 jars are "
    "left for the market. They bring in 93 * 4 = 372 dollars."
)
OTHERS = [
    "A baker has 14 trays with 6 rolls each and burns 5 rolls. How many rolls can be sold?",
    "The train to the coast takes 3 hours. How far is the coast if it goes at 80 miles an hour?",
    "Compute the smallest prime divisor of 221.",
]
LEVEL = "How many zeros?"


@pytest.fixture
def memory():
    connection = duckdb.connect()
    items = [Item("set", f"line {n}", text, None) for n, text in enumerate(OTHERS, 2)]
    load(connection, [Item("set", "line 1", ITEM, ANSWER), *items])
    return connection


def found(connection, texts, look=search):
    connection.execute("create or replace temp table t (pos bigint, text varchar)")
    rows = pa.table({"pos": pa.array(range(len(texts)), pa.int64()), "text": texts})
    connection.from_arrow(rows).insert_into("t")
    look(connection, "t", "finding")
    rows = connection.execute(
        """select pos, place, tier, kind, amount, evidence
           from finding join test_item using (item) order by pos"""
    ).fetchall()
    return {row[0]: row[1:] for row in rows}


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_item_is_found_and_named(memory, kind):
    ((place, _, _, amount, evidence),) = found(memory, perturbed([ITEM], kind)).values()
    assert place == "line 1"
    assert amount > 0
    assert evidence


def test_the_evidence_is_words_of_our_own_text(memory):
    text = f"By the way. {ITEM}"
    assert found(memory, [text])[0] == (
        "line 1", "drop", "plain", 10.0, "martha keeps 12 beehives behind the old mill and each",
    )  # fmt: skip
    other = ITEM.replace("12", "31").replace("Martha", "Oluwaseun").replace("9", "sixty-odd")
    other = other.replace("15", "umpteen").replace("each hive", "every last hive")
    tier, kind, _, evidence = found(memory, [other])[0][1:]
    assert (tier, kind) == ("drop", "plain")
    assert evidence in other.lower().replace("$", "").replace("-", " ").replace(".", "")


def test_another_problem_is_left_alone(memory):
    texts = [
        "Nadia plants 12 rows of tulips with 9 bulbs in each row. How many bulbs does she plant?",
        "How much money does she have left?",
        "A baker sells 80 rolls a day. How many rolls are sold in 14 days?",
        "",
        "???",
        "小明有三个苹果。",
    ]
    assert found(memory, texts) == {}


def test_a_short_item_is_found_inside_another_text(memory):
    text = f"Think well. {OTHERS[2]} Then square it."
    assert found(memory, [text])[0][:3] == ("line 4", "quarantine", "short")
    assert found(memory, [OTHERS[2]])[0][0] == "line 4"


def test_case_latex_and_unicode_hide_nothing(memory):
    shouted = ITEM.upper()
    typeset = ITEM.replace("$4", r"\$4").replace(" ", "\u00a0").replace("a", "ａ")
    assert found(memory, [shouted, typeset]).keys() == {0, 1}


def test_a_run_that_many_items_share_names_none_of_them():
    connection = duckdb.connect()
    shared = "how much money does the owner of the shop have left after all of that"
    load(connection, [Item("s", f"line {n}", f"Shop {n} sells fish {'abc' * n}. {shared}?", None)
                      for n in range(1, 30)])  # fmt: skip
    assert found(connection, [f"Ann buys a horse. {shared}?"]) == {}


def test_a_recited_solution_is_found_by_plain_words(memory):
    recited = f"Let me see. {ANSWER} So 372."
    assert found(
        memory, [recited, "12 * 9 = 108, and 108 - 15 = 93."], search_solutions
    ).keys() == {0}


def test_notes_for_a_calculator_and_headings_of_steps_hide_no_solution():
    told = ["Martha gets 12 jars a hive", "so 9 hives give 12*9=108", "and 108-15=93 are left"]
    noted = [told[0], "so 9 hives give 12*9=<<12*9=108>>108", "and 108-15=<<108-15=93>>93 are left"]
    stepped = "\n".join(f"Step {n}: {line}." for n, line in enumerate(told, 1))
    for ours, theirs in ((stepped, ". ".join(noted)), (". ".join(noted), stepped)):
        connection = duckdb.connect()
        load(connection, [Item("set", "line 1", "Wax?", theirs)])
        assert found(connection, [ours], search_solutions)[0][:3] == ("line 1", "drop", "solution")


def test_a_share_is_the_same_whatever_stands_beside_and_in_whatever_order():
    texts = [*perturbed([ITEM], "clone, reworded"), *perturbed([ITEM], "reworded"), *OTHERS]
    many = [Item("set", f"line {n}", f"{text} {'ab' * n} {n}", None)
            for n, text in enumerate([ITEM, *OTHERS] * 4)]  # fmt: skip
    ended = []
    for threads, turn in ((1, 1), (4, -1)):
        connection = duckdb.connect(config={"threads": threads})
        load(connection, many)
        rows = found(connection, texts[::turn])
        ended.append({texts[::turn][pos]: row for pos, row in rows.items()})
    assert ended[0] == ended[1] and ended[0]


def test_nothing_of_an_item_but_hashes_stays(memory):
    for (table,) in memory.execute("select table_name from duckdb_tables()").fetchall():
        for row in memory.execute(f"select * from {table}").fetchall():
            assert "beehives" not in str(row)


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_files_are_sorted_into_kept_quarantined_and_dropped(tmp_path, capsys):
    test = write(tmp_path / "test.jsonl", [{"q": t, "a": ANSWER} for t in (ITEM, *OTHERS)])
    rows = [
        {"p": "How many legs have 7 hens and 3 cows?", "s": "26", "n": 1},
        {"p": ITEM, "s": "x"},
        {"p": None},
        {"p": f"Think. {OTHERS[2]} Why?", "s": "y"},
        {"p": "What is 93 * 4 in all?", "s": ANSWER},
    ]
    mine = write(tmp_path / "mine.jsonl", rows)
    out, doubt, report = (tmp_path / f"{name}.jsonl" for name in ("out", "doubt", "report"))
    command = ["decontaminate", mine, "--text", "p", "--solution", "s", "--against", f"{test}:q,a"]
    command += ["--out", str(out), "--quarantine", str(doubt), "--report", str(report)]
    assert main(command) == 0
    assert out.read_text() == json.dumps(rows[0]) + "\n"
    assert doubt.read_text() == json.dumps(rows[3]) + "\n"
    told = [json.loads(line) for line in report.read_text().splitlines()]
    assert [(row["place"], row["kind"], row.get("item")) for row in told] == [
        ("line 2", "plain", "line 1"),
        ("line 3", "no_text", None),
        ("line 4", "short", "line 4"),
        ("line 5", "solution", "line 1"),
    ]
    assert told[0]["test_set"] == test
    said = capsys.readouterr().out
    assert "5 rows: 1 kept, 2 dropped, 1 quarantined, 1 without a text to compare" in said


@pytest.mark.parametrize(
    ("against", "said"),
    [
        ("test.jsonl", "write FILE:COLUMN"),
        ("none.jsonl:q", "no such file"),
        ("mine.jsonl:qq", "did you mean 'q'"),
        ("empty.jsonl:q", "no text in 'q'"),
    ],
)
def test_a_test_set_that_cannot_be_read_is_told(against, said, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "mine.jsonl", [{"q": "How many?"}])
    write(tmp_path / "empty.jsonl", [{"q": " "}])
    assert main(["decontaminate", "mine.jsonl", "--text", "q", "--against", against]) == 2
    assert said in capsys.readouterr().err


def test_one_column_cannot_hold_problems_and_solutions(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "mine.jsonl", [{"q": "How many?"}])
    command = ["decontaminate", "mine.jsonl", "--text", "q", "--against", "mine.jsonl:q"]
    assert main([*command, "--solution", "q"]) == 2
    assert "--solution q: this is the column of --text" in capsys.readouterr().err


@pytest.mark.parametrize(
    "places",
    [
        ["--out", "o.jsonl", "--report", "o.jsonl"],
        ["--out", "o.jsonl", "--quarantine", "./o.jsonl"],
        ["--report", "test.jsonl"],
        ["--quarantine", "mine.jsonl"],
    ],
)
def test_no_file_is_written_over_another_of_the_same_command(places, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("mine.jsonl", "test.jsonl"):
        write(tmp_path / name, [{"q": "How many?"}])
    command = ["decontaminate", "mine.jsonl", "--text", "q", "--against", "test.jsonl:q"]
    assert main([*command, *places]) == 2
    assert "; name another one" in capsys.readouterr().err
    for name in ("mine.jsonl", "test.jsonl"):
        assert json.loads((tmp_path / name).read_text("utf-8")) == {"q": "How many?"}


# In the line


@pytest.fixture
def db(tmp_path):
    connection = open_run(tmp_path / "run")
    yield connection
    connection.close()


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "test.jsonl"
    write(path, [{"question": text, "answer": ANSWER} for text in (ITEM, *OTHERS)])
    return Admit(against=(FileOfTests(path=path, solution="answer"),))


def put(db, *records):
    for record in records:
        table, row = row_of(record)
        insert(db, table, [row])


def instruction(db, text, id, *, round=0, parents=()):
    put(
        db,
        Instruction(
            id, f"root {id}", 0, round, "upward", "deepen", 0, text, None, None, None, None,
            "train", None, None,
        ),
        Outcome("eliminate", id, 0, round, "deepen", "done", None, None),
        *(Parent(id, parent, place) for place, parent in enumerate(parents)),
    )  # fmt: skip


def ends(db, stage):
    query = "select item, coalesce(reason, status) from outcomes where stage = $s order by item"
    return dict(db.execute(query, {"s": stage}).fetchall())


def test_a_candidate_from_a_test_set_is_turned_away_with_the_evidence(db, rules):
    instruction(db, ITEM, "a")
    instruction(db, f"Think well. {OTHERS[2]} Then square it.", "b")
    instruction(db, "How many legs have 7 hens and 3 cows?", "c")
    admit(db, 0, 0, rules)
    assert ends(db, "admit") == {"a": "contaminated", "b": "maybe_contaminated", "c": "done"}
    rows = db.execute("select test_set, item, kind, evidence from contamination").fetchall()
    assert rows[0][1:] == (
        "line 1",
        "plain",
        "martha keeps 12 beehives behind the old mill and each",
    )
    assert rows[0][0].endswith("/test.jsonl")
    detail = db.execute("select detail from outcomes where item = 'a' and stage = 'admit'")
    assert "line 1: martha keeps" in detail.fetchall()[0][0]
    assert db.execute("select items, missing from test_sets").fetchall() == [(4, None)]


def test_quarantine_can_be_kept(db, rules):
    instruction(db, f"Think well. {OTHERS[2]} Then square it.", "b")
    admit(db, 0, 0, rules.model_copy(update={"quarantine": "keep"}))
    assert ends(db, "admit") == {"b": "done"}
    assert db.execute("select tier from contamination").fetchall() == [("quarantine",)]


def test_a_parent_taints_through_any_place_in_the_lineage(db, rules):
    for id in ("clean", "bad"):
        instruction(db, f"How many legs have 7 hens and {id} cows?", id)
    admit(db, 0, 0, rules)
    put(db, Contamination("bad", 0, "solution", "drop", "solution", "s", "line 1", 13.0, "x"))
    instruction(db, "Fused: how many horns and feathers?", "x", round=1, parents=("clean", "bad"))
    instruction(db, "Alone: how many horns?", "y", round=1, parents=("clean",))
    admit(db, 0, 1, rules)
    assert {id: end for id, end in ends(db, "admit").items() if id in "xy"} == {
        "x": "contaminated_parent",
        "y": "done",
    }
    instruction(db, "Later: how many feathers?", "z", round=2, parents=("y", "x"))
    admit(db, 0, 2, rules)
    assert ends(db, "admit")["z"] == "contaminated_parent"


def test_a_recited_solution_taints_its_problem_and_what_descends_from_it(db, rules):
    instruction(db, "How many legs have 7 hens and 3 cows?", "a")
    instruction(db, "How many horns has a herd of 12 cows?", "b")
    admit(db, 0, 0, rules)
    instruction(db, "How many ears has a flock of 9 geese?", "c", round=1, parents=("b", "a"))
    admit(db, 0, 1, rules)
    solutions = {"a": ANSWER, "b": "It is 24.", "c": "None."}
    for id, text in solutions.items():
        stage = "screen" if id == "c" else "verify"
        put(
            db,
            Attempt(f"s{id}", id, 0, "m", 0, text, "stop", [], None),
            Outcome(stage, id, 0, 0, "deepen", "done", None, None),
            Vote(id, 0, "6", "vote", 4, 4, 4, 4, 4, 0, 0, 1.0, True, 3.0),
        )
    select(db, 0, (), against=rules.against)
    assert ends(db, "select") == {"a": "contaminated", "b": "done", "c": "contaminated_parent"}


def test_a_doubt_about_a_child_hides_nothing_that_is_sure_of_its_parent(db, rules):
    keep = rules.model_copy(update={"quarantine": "keep"})
    instruction(db, "How many legs have 7 hens and 3 cows?", "a")
    admit(db, 0, 0, keep)
    instruction(db, f"Think well. {OTHERS[2]} Then square it.", "b", round=1, parents=("a",))
    admit(db, 0, 1, keep)
    assert ends(db, "admit") == {"a": "done", "b": "done"}
    for id, text in {"a": ANSWER, "b": "It is 169."}.items():
        stage = "screen" if id == "b" else "verify"
        put(
            db,
            Attempt(f"s{id}", id, 0, "m", 0, text, "stop", [], None),
            Outcome(stage, id, 0, 0, "deepen", "done", None, None),
            Vote(id, 0, "6", "vote", 4, 4, 4, 4, 4, 0, 0, 1.0, True, 3.0),
        )
    select(db, 0, (), against=rules.against, quarantine="keep")
    assert ends(db, "select") == {"a": "contaminated", "b": "contaminated_parent"}
    rows = db.execute("select tier, place from contamination where instruction_id = 'b' order by 1")
    assert rows.fetchall() == [("drop", "parent"), ("quarantine", "problem")]


def test_a_recited_reference_solution_is_found_too(db, rules):
    seed = Instruction(
        "a", "a", 0, 0, "seed", "seed", 0, "How many dollars?", "372", "reference", ANSWER, None,
        "train", None, None,
    )  # fmt: skip
    put(
        db,
        seed,
        Outcome("verify", "a", 0, 0, "seed", "done", None, None),
        Vote("a", 0, "6", "reference", 4, 4, 4, 4, 4, 0, 0, 1.0, True, 3.0),
    )
    select(db, 0, (), against=rules.against)
    assert ends(db, "select") == {"a": "contaminated"}


RECIPE = """
seeds: {sample: true}
models: {t: {provider: symbolic}}
evolve: {model: t}
solve: {model: t}
admit: {against: [%s]}
"""


def test_a_test_set_is_part_of_what_decides_the_rows(tmp_path):
    recipe = tmp_path / "r.yaml"
    recipe.write_text(RECIPE % "{path: test.jsonl, solution: answer}", encoding="utf-8")
    write(tmp_path / "test.jsonl", [{"question": ITEM}])
    one = load_recipe(recipe)
    assert one.admit.against[0].path == tmp_path / "test.jsonl"
    before = one.digest()
    write(tmp_path / "test.jsonl", [{"question": OTHERS[0]}])
    assert load_recipe(recipe).digest() != before


def test_a_hub_set_that_cannot_be_had_stops_the_run_unless_it_may_be_missing(
    tmp_path, db, monkeypatch
):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "none"))
    hub = "{hub: openai/gsm8k, config: main, revision: %s%s}"
    recipe = tmp_path / "r.yaml"
    recipe.write_text(RECIPE % (hub % ("0" * 40, "")), encoding="utf-8")
    instruction(db, "How many legs have 7 hens and 3 cows?", "a")
    with pytest.raises(UserError, match=r"admit\.against: openai/gsm8k main/test could not be had"):
        admit(db, 0, 0, load_recipe(recipe).admit)
    recipe.write_text(RECIPE % (hub % ("0" * 40, ", otherwise: skip")), encoding="utf-8")
    admit(db, 0, 0, load_recipe(recipe).admit)
    rows = db.execute("select name, items, missing is null from test_sets").fetchall()
    assert rows == [("openai/gsm8k main/test", 0, False)]
    assert ends(db, "admit") == {"a": "done"}


def again(db):
    """As another process finds the run: without what is temporary."""
    for (name,) in db.execute(
        "select table_name from duckdb_tables() where temporary and table_name like 'test_%'"
    ).fetchall():
        db.execute(f"drop table {name}")


def test_a_run_goes_on_with_the_test_sets_that_it_began_with(tmp_path, db, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    folder = tmp_path / "datasets--a--b" / "snapshots" / ("0" * 40)
    one = HubOfTests(hub="a/b", revision="0" * 40, otherwise="skip")
    prepare(db, [one])
    folder.mkdir(parents=True)
    write(folder / "test.jsonl", [{"question": ITEM}])
    again(db)
    prepare(db, [one])
    assert db.execute("select items, missing is null from test_sets").fetchall() == [(0, False)]
    db.execute("delete from test_sets")
    again(db)
    prepare(db, [one])
    assert db.execute("select items, missing from test_sets").fetchall() == [(1, None)]
    (folder / "test.jsonl").unlink()
    again(db)
    with pytest.raises(UserError, match=r"a/b default/test could not be had: HF_.*\*'`$"):
        prepare(db, [one])


def test_a_hub_that_does_not_answer_is_waited_for_once(tmp_path, db, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{silent.getsockname()[1]}")
        monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
        monkeypatch.setattr(sets, "DEADLINE", 1.0)
        one = HubOfTests(hub="a/b", revision="1" * 40, otherwise="skip")
        for _ in range(2):
            prepare(db, [one])
            said = db.execute("select missing from test_sets").fetchall()
            assert said == [("no answer from the Hub within 1 s",)]
            db.execute("delete from test_sets")
            again(db)
            monkeypatch.setattr(sets.hub, "bring", None)  # a second try would call it


def test_test_sets_of_one_name_are_told_apart(tmp_path, db):
    for place in ("x", "y"):
        (tmp_path / place / "d").mkdir(parents=True)
        write(tmp_path / place / "d" / "t.jsonl", [{"question": ITEM}] * (2 if place == "x" else 1))
    prepare(db, [FileOfTests(path=tmp_path / place / "d" / "t.jsonl") for place in ("x", "y")])
    rows = db.execute("select name, items from test_sets order by name").fetchall()
    assert rows == [("d/t.jsonl", 2), ("d/t.jsonl (2)", 1)]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ("{foo: x}", r"admit\.against\[0\]: needs exactly one of hub, path"),
        ("{path: a.jsonl, hub: a/b}", r"admit\.against\[0\]: needs exactly one of hub, path"),
        ("{path: a.jsonl, txt: q}", r"admit\.against\[0\]: no setting called 'txt'; did you mean"),
        ("{hub: a/b, revision: main}", r"admit\.against\[0\]\.revision: write the 40 hex digits"),
    ],
)
def test_a_mistake_in_a_test_set_is_told_at_its_place(one, said, tmp_path):
    recipe = tmp_path / "r.yaml"
    recipe.write_text(RECIPE % one, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        load_recipe(recipe)
