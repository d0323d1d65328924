"""Duplicates: in a table, in files, in the line."""

import json
import random
import re

import duckdb
import pyarrow as pa
import pytest
from pyarrow import parquet

from factory.cli import main
from factory.dedup.tables import find_duplicates
from factory.dedup.writing import evened
from factory.recipe import load_recipe
from factory.records import Instruction, Outcome, Parent, Vote
from factory.settings.stages import OPERATORS, Admit
from factory.stages import admit as admitting
from factory.stages.admit import admit
from factory.stages.select import select
from factory.start import run
from factory.store.file import insert, open_run
from factory.store.reading import read_sql
from factory.store.tables import row_of

WORD = re.compile(r"[a-z0-9]+|[-+*/=<>^%]")


def connected(**config):
    return duckdb.connect(config={"threads": 2, **config})


def put_rows(connection, texts):
    connection.execute("create or replace temp table t (pos bigint, text varchar)")
    rows = pa.table({"pos": pa.array(range(len(texts)), pa.int64()), "text": texts})
    connection.from_arrow(rows).insert_into("t")


def dropped(texts, connection=None, **options):
    connection = connection or connected()
    put_rows(connection, texts)
    find_duplicates(connection, "t", **({"threshold": 0.8} | options))
    rows = connection.execute("select * from dropped order by pos").fetchall()
    return {pos: (leader, kind, round(likeness, 6)) for pos, leader, kind, likeness in rows}


def runs(text):
    words = WORD.findall(text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)} or {tuple(words)}


def jaccard(one, other):
    return len(runs(one) & runs(other)) / len(runs(one) | runs(other))


def story(rng, length=60):
    return " ".join(rng.choice(["pen", "hen", "ten", "sum", "cat", "map", "box", "fig"])
                    + str(rng.randrange(30)) for _ in range(length))  # fmt: skip


def with_edits(rng, text, edits):
    words = text.split()
    for place in rng.sample(range(len(words)), edits):
        words[place] = f"w{rng.randrange(10**6)}"
    return " ".join(words)


def greedy(texts, threshold):
    """What the library promises, by comparing each with each in Python."""
    kept, away = [], {}
    for row, text in enumerate(texts):
        like = [(other, jaccard(texts[other], text)) for other in kept]
        like = [(other, j) for other, j in like if j >= threshold]
        if like:
            away[row] = like
        else:
            kept.append(row)
    return kept, away


def test_what_is_dropped_is_what_comparing_each_with_each_drops():
    rng = random.Random(4)
    texts = [story(rng) for _ in range(60)]
    texts += [with_edits(rng, rng.choice(texts), rng.choice((1, 1, 2))) for _ in range(240)]
    kept, away = greedy(texts, 0.8)
    found = dropped(texts)
    assert found.keys() == away.keys()
    for row, (leader, kind, likeness) in found.items():
        assert (kind, leader in kept) == ("near", True)
        assert likeness == round(jaccard(texts[leader], texts[row]), 6)
    assert len(away) > 100


def test_a_crowd_is_settled_by_its_first_row():
    rng = random.Random(1)
    first = story(rng, 80)
    texts = [first, *(with_edits(rng, first, 1) for _ in range(1500))]
    found = dropped(texts)
    assert {leader for leader, _, _ in found.values()} == {0}
    assert len(found) == 1500


def test_a_crowd_that_shares_bands_and_is_not_alike_is_kept():
    rng = random.Random(2)
    half = story(rng, 45)
    texts = [f"{half} {story(rng, 25)}" for _ in range(300)]
    assert greedy(texts, 0.8)[1] == {}
    assert dropped(texts) == {}


@pytest.mark.parametrize("threads", [1, 4])
def test_threads_change_nothing(threads):
    rng = random.Random(3)
    base = [story(rng, 40) for _ in range(100)]
    texts = [with_edits(rng, rng.choice(base), rng.randrange(3)) for _ in range(1500)]
    found = dropped(texts, connected(threads=threads, preserve_insertion_order=False))
    assert found == dropped(texts, connected(threads=2))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is 2 + 3?", "  what IS\n2 + 3? "),
        (r"Find $\dfrac{1}{2}$.", r"Find $\frac{1}{2}$."),
        (r"Find $\frac12$.", r"Find $\tfrac{1}{2}$."),
        (r"Let $f\left( x \right)=1$.", r"Let $f(x) = 1$."),
        (r"Show \(x \leq 3\).", r"Show $x\le3$."),
        (r"$x^{2}$ is 4", "$x^2$ is 4"),
        ("Mia’s “pens”", 'Mia\'s "pens"'),
        ("ＦＵＬＬ width", "full width"),
        ("caf\u00e9 bill", "cafe\u0301 bill"),
        ("x² and 3 ≤ y", "x^2 and 3 <= y"),
        ("no\u200bbreak", "nobreak"),
        (r"$5\text{ apples}$ \$3", r"$5\mathrm{ apples}$ $3"),
    ],
)
def test_ways_of_writing_one_text_are_one_text(one, other):
    assert dropped([one, other], threshold=None) == {1: (0, "exact", 1.0)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x² apples", "x2 apples"),
        ("What is 3½?", "What is 31/2?"),
        ("x+1", "x-1"),
        (r"$\frac{12}{3}$", r"$\frac{1}{23}$"),
        ("a 1.5 b", "a 15 b"),
        ("1, 2 and 3", "12 and 3"),
        ("naïve", "naive"),
        (r"\alpha", "alpha"),
        ("10^2", "102"),
    ],
)
def test_what_means_something_else_is_another_text(one, other):
    assert dropped([one, other], threshold=None) == {}


def test_the_short_way_for_ascii_and_the_long_way_agree():
    from factory.dedup.words import words

    texts = ["Tom's 3 pens, 4.5 (or -2)?", "a_b|c~d #1 @x `y` {z}", "x<=y^2; 5%/3*2"]
    connection = connected()
    put_rows(connection, [*texts, *(f"{text} é" for text in texts)])
    rows = connection.execute(f"select {words()} from ({evened('t')}) order by pos").fetchall()
    for (short,), (long,) in zip(rows[:3], rows[3:], strict=True):
        assert short == long[:-1]


def test_texts_that_differ_in_numbers_alone_are_capped_when_a_cap_is_given():
    rng = random.Random(5)
    told = story(rng, 50)
    texts = [f"{told} and {n} more, {word} times." for n, word in enumerate(["two", "nine", "six"])]
    assert dropped(texts, max_per_template=2) == {2: (0, "template", 1.0)}
    assert dropped(texts, max_per_template=5) == {}
    assert dropped(texts).keys() == {1, 2}


def test_a_copy_of_a_near_duplicate_names_the_row_that_is_kept():
    rng = random.Random(6)
    one = story(rng, 70)
    other = with_edits(rng, one, 1)
    found = dropped([one, other, other.upper()])
    assert found[1] == found[2]
    assert found[1][:2] == (0, "near")


def test_texts_without_words_and_with_too_many_stop_nothing():
    long = " ".join(f"w{n % 5000}" for n in range(150_000))
    texts = [
        "",
        "???",
        "a b " * 100_000,
        long,
        long + " end",
        "\x00",
        "x",
        "小明有三个苹果和五个梨子。",
    ]
    assert dropped(texts) == {4: (3, "near", dropped([long, long + " end"])[1][2])}


def write_jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_files_keep_the_first_unchanged_and_in_order(tmp_path, capsys):
    rng = random.Random(7)
    told = story(rng, 60)
    near = with_edits(rng, told, 1)
    a, b = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    lines = [f'{{"q":"{told}",  "n": 1.50}}', "", '{"q": "How many?", "z": [1]}']
    a.write_text("\n".join(lines), encoding="utf-8")
    write_jsonl(b, [{"q": near}, {"q": "how  MANY?"}, {"q": "Else?"}])
    out, report = tmp_path / "o.jsonl", tmp_path / "r.jsonl"
    command = ["dedup", str(a), str(b), "--text", "q", "--out", str(out), "--report", str(report)]
    assert main(command) == 0
    assert out.read_text().splitlines() == [lines[0], lines[2], '{"q": "Else?"}']
    told_rows = [json.loads(line) for line in report.read_text().splitlines()]
    shape = ("place", "kind", "like_file", "like_place")
    assert [tuple(row[name] for name in shape) for row in told_rows] == [
        ("line 1", "near", str(a), "line 1"),
        ("line 2", "exact", str(a), "line 3"),
    ]
    assert told_rows[0]["likeness"] == jaccard(told, near)
    assert "5 rows: 3 kept, 2 dropped" in capsys.readouterr().out


def test_a_row_that_cannot_be_read_gets_a_reason_and_stops_nothing(tmp_path, capsys):
    path = tmp_path / "odd.jsonl"
    rows = [b'{"q": "How many pens?"}', b"{broken", b"\xff\xfe\x00", b"[1]", b'{"q": null}']
    rows += [b'{"q": ""}', b'{"q": 5}', b'{"z": 1}', b'{"q": "\\ud800"}', b"[" * 100_000]
    rows += [json.dumps({"q": "x" * 1_000_000}).encode(), b'{"q": "caf\xc3\xa9?"}', b"\x80{}"]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(rows))
    out, report = tmp_path / "o.jsonl", tmp_path / "r.csv"
    assert (
        main(["dedup", str(path), "--text", "q", "--out", str(out), "--report", str(report)]) == 0
    )
    assert out.read_bytes().splitlines() == [rows[0], rows[10], rows[11]]
    reasons = [line.split(",")[2] for line in report.read_text().splitlines()[1:]]
    assert reasons == [
        *("broken_json", "not_utf8", "not_an_object", "no_text", "empty_text", "not_a_text"),
        *("no_text", "half_a_character", "broken_json", "not_utf8"),
    ]
    assert "13 rows: 3 kept, 0 dropped, 10 without a text to compare" in capsys.readouterr().out


def test_parquet_keeps_its_types_and_csv_its_cells(tmp_path):
    schema = pa.schema([("q", pa.string()), ("n", pa.int16()), ("l", pa.list_(pa.float32()))])
    rows = {"q": ["One?", "one?", None, "Two?"], "n": [1, 2, 3, 4], "l": [[1.5], None, [], [2.0]]}
    source, out = tmp_path / "a.parquet", tmp_path / "o.parquet"
    parquet.write_table(pa.table(rows, schema=schema), source)
    report = tmp_path / "r.parquet"
    command = ["dedup", str(source), "--text", "q", "--out", str(out), "--report", str(report)]
    assert main(command) == 0
    kept = parquet.read_table(out)
    assert kept.schema == schema
    assert kept["n"].to_pylist() == [1, 4]
    assert parquet.read_table(report)["place"].to_pylist() == ["row 2", "row 3"]
    table, copy = tmp_path / "a.csv", tmp_path / "o.csv"
    table.write_text('q,z\n"One,\ntwo?",07\n"one, two?",8\nThree?,9\n', encoding="utf-8")
    assert main(["dedup", str(table), "--text", "q", "--out", str(copy)]) == 0
    assert copy.read_text() == 'q,z\n"One,\ntwo?",07\nThree?,9\n'


@pytest.mark.parametrize(
    ("name", "content", "more", "said"),
    [
        ("a.jsonl", b"", [], "no rows in it"),
        ("a.jsonl", b"\x00\x01\x02\xff" * 50, [], "not one line is a JSON object"),
        ("a.jsonl", b'{"z": 1}', [], "no text in column 'q'"),
        ("a.parquet", b"PAR1 and no more", [], "no parquet file"),
        ("a.csv", b"q,z\n\xff,1\n", [], "not UTF-8"),
        ("a.csv", b"p,z\na,1\n", [], "no column called 'q'"),
        ("a.xlsx", b"PK", [], "cannot read '.xlsx'"),
        ("a.jsonl", b'{"q": "x"}', ["--out", "o.csv"], "write a .jsonl file"),
        ("a.jsonl", b'{"q": "x"}', ["--out", "a.jsonl"], "this is a file that is read"),
        ("a.jsonl", b'{"q": "x"}', ["--report", "a.jsonl"], "this is a file that is read"),
        ("a.jsonl", b'{"q": "x"}', ["--report", "none/r.jsonl"], "no file can be written there"),
        ("a.jsonl", b'{"q": "x"}', ["--report", "r.txt"], "write a .jsonl, .csv or .parquet"),
        ("a.jsonl", b'{"q": "x"}', ["--memory", "1KB"], "--memory 1KB: too little"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(
    name, content, more, said, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(content)
    assert main(["dedup", name, "--text", "q", *more]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


# In the line


@pytest.fixture
def db(tmp_path):
    connection = open_run(tmp_path)
    yield connection
    connection.close()


def put(db, *records):
    for record in records:
        table, row = row_of(record)
        insert(db, table, [row])


def candidate(db, text, id, *, root="r", round=1, operator="deepen", wave=0, truth=None):
    put(
        db,
        Instruction(
            id, root, wave, round, "upward", operator, 0, text, None, None, None, truth,
            "train", None, None,
        ),
        Outcome("eliminate", id, wave, round, operator, "done", None, None),
        Parent(id, "p", 0),
    )  # fmt: skip
    return id


def ends(db, stage="admit"):
    query = "select item, coalesce(reason, status) from outcomes where stage = $s order by item"
    return dict(db.execute(query, {"s": stage}).fetchall())


@pytest.mark.parametrize("operator", OPERATORS)
def test_a_child_passes_beside_its_own_parent_and_not_beside_anothers(db, operator):
    parent = story(random.Random(8), 60)
    child = f"{parent} and then a few more words come at its end"
    assert jaccard(parent, child) > 0.8
    candidate(db, parent, "a", round=0, root="r")
    admit(db, 0, 0, Admit())
    candidate(db, child, "b", operator=operator, root="r")
    candidate(db, child.replace("few", "dozen odd"), "c", operator=operator, root="other")
    admit(db, 0, 1, Admit())
    assert ends(db) == {"a": "done", "b": "done", "c": "near_duplicate"}
    ((leader, kind, likeness),) = db.execute(
        "select leader_id, kind, likeness from duplicates where instruction_id = 'c'"
    ).fetchall()
    assert (leader, kind) == ("b", "near") or (leader, kind) == ("a", "near")
    assert 0.8 <= likeness < 1


def test_a_child_of_two_parents_passes_beside_both(db):
    one, other = (story(random.Random(seed), 60) for seed in (20, 21))
    candidate(db, one, "a", round=0, root="r")
    candidate(db, other, "b", round=0, root="s")
    admit(db, 0, 0, Admit())
    put(db, Parent("c", "b", 1))
    candidate(db, other + " and more", "c", root="r")
    candidate(db, other + " and less", "d", root="r")
    admit(db, 0, 1, Admit())
    assert ends(db) == {"a": "done", "b": "done", "c": "done", "d": "near_duplicate"}


LINE = """
seeds: {sample: true, limit: 16}
models: {t: {provider: symbolic}}
evolve: {model: t, rounds: [%s]}
admit: {near: 0.7}
solve: {model: t, samples: 1}
"""


def test_what_every_operator_writes_is_no_duplicate_of_its_parent(tmp_path):
    rounds = [
        f"{{direction: {way}, from: seed, variants: 4, operators: [{', '.join(names)}]}}"
        for way in ("downward", "upward", "breadth")
        for names in [[name for name, goes in OPERATORS.items() if goes == way]]
    ]
    recipe = tmp_path / "r.yaml"
    recipe.write_text(LINE % ", ".join(rounds), encoding="utf-8")
    run(load_recipe(recipe), tmp_path / "run")

    def asked(query):
        return [tuple(row.values()) for row in read_sql(tmp_path / "run", query).to_pylist()]

    of_parent = "from duplicates join parents on child_id = instruction_id"
    of_own = asked(f"select distinct kind {of_parent} where parent_id = leader_id")
    assert set(of_own) <= {("template",)}  # the cap, which `resample` alone can meet
    kinds = """select distinct d.kind from duplicates as d
        join instructions as c on c.id = d.instruction_id
        join instructions as l on l.id = d.leader_id and l.root_id = c.root_id"""
    assert not {kind for (kind,) in asked(kinds)} & {"near", "structure"}
    admitted = "select distinct operator from outcomes where stage = 'admit' and status = 'done'"
    assert {name for (name,) in asked(admitted)} >= {"seed", "simplify", "deepen", "new_topic"}


def many(rng, count):
    base = [story(rng, 40) for _ in range(count // 4)]
    return [
        (f"{n:04d}", f"r{n % 37}", with_edits(rng, rng.choice(base), rng.randrange(3)))
        for n in range(count)
    ]


def test_admitting_in_rounds_is_admitting_in_order(tmp_path):
    rows = many(random.Random(9), 400)
    ended = []
    for place, per_round, threads in (("one", 400, 1), ("four", 100, 4), ("three", 150, 2)):
        db = open_run(tmp_path / place, threads=threads)
        shuffled = rows.copy()
        random.Random(place).shuffle(shuffled)
        for id, root, text in shuffled:
            number = int(id) // per_round
            candidate(db, text, id, root=root, round=number)
        for number in range(-(-400 // per_round)):
            admit(db, 0, number, Admit())
        ended.append(ends(db))
        db.close()
    assert ended[0] == ended[1] == ended[2]
    assert set(ended[0].values()) >= {"done", "near_duplicate"}


def test_signatures_of_another_version_are_made_anew(db, monkeypatch):
    told = story(random.Random(10), 60)
    with monkeypatch.context() as other:
        other.setattr(admitting, "VERSION", "an older one")
        candidate(db, told, "a", round=0, root="one")
        admit(db, 0, 0, Admit())
    before = db.execute("select bands from signatures").fetchall()
    db.execute("update signatures set bands = [1, 2], exact = 'x'")
    candidate(db, told + " end", "b", root="two")
    admit(db, 0, 1, Admit())
    assert ends(db)["b"] == "near_duplicate"
    assert db.execute("select bands, version from signatures").fetchall() == [
        (*before[0], admitting.VERSION)
    ]


def test_near_null_looks_for_equal_texts_and_templates_alone(db):
    told = story(random.Random(11), 60)
    candidate(db, told, "a", root="one")
    candidate(db, told + " end", "b", root="two")
    admit(db, 0, 1, Admit(near=None))
    assert ends(db) == {"a": "done", "b": "done"}


def test_one_computation_in_other_words_is_told_apart_from_a_new_problem(db):
    steps = "a <<2*3=6>> b <<6+4=10>> c <<10/5=2>>"
    truth = json.dumps({"rationale": steps})
    one = "Mia has 2 boxes of 3 pens and 4 more pens. She shares them among 5 friends. How many?"
    same = "Among 5 friends Mia shares 4 pens and 2 more boxes of 3 pens. How many has each?"
    new = "A train goes at 2 km per hour for 3 hours, then 4 km. In 5 parts, how long is one?"
    candidate(db, one, "a", root="one", truth=truth)
    candidate(db, same, "b", root="two", truth=truth)
    candidate(db, new, "c", root="three", truth=truth)
    admit(db, 0, 1, Admit())
    assert ends(db) == {"a": "done", "b": "same_structure", "c": "done"}


def vote(id, verified):
    return Vote(id, 0, "6", "vote", 4, 4, 4, 4, 4, 0, 0, 1.0, verified, 3.0)


def test_the_best_of_a_cluster_is_accepted_where_near_duplicates_are_judged(db):
    told = story(random.Random(12), 60)
    for n, id in enumerate("abc"):
        candidate(db, told + " x" * n, id, root=id, round=0)
    admit(db, 0, 0, Admit(near_ends="select"))
    assert ends(db) == {"a": "done", "b": "done", "c": "done"}
    assert {row[0] for row in db.execute("select leader_id from duplicates").fetchall()} == {"a"}
    for id, verified in (("a", False), ("b", True), ("c", False)):
        put(db, Outcome("verify", id, 0, 0, "seed", "done", None, None), vote(id, verified))
    select(db, 0, (), prefer=("verified", "rating"))
    assert ends(db, "select") == {"a": "near_duplicate", "b": "done", "c": "near_duplicate"}
