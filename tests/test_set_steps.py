import pytest

from factory.errors import UserError
from factory.records import Frontier, Instruction, Outcome, Parent, Rating, Vote, digest
from factory.settings.stages import Admit
from factory.stages.admit import admit
from factory.stages.screen import screen, screen_seeds
from factory.stages.select import check_rules, rule_sql, select
from factory.store.file import insert, open_run
from factory.store.tables import row_of


@pytest.fixture
def db(tmp_path):
    connection = open_run(tmp_path)
    yield connection
    connection.close()


def put(db, *records):
    for record in records:
        table, row = row_of(record)
        insert(db, table, [row])


def candidate(db, text, *, round=1, id=None, direction="upward", parent="p", operator="deepen"):
    id = id or digest(text, round)
    put(
        db,
        Instruction(
            id, "root", 0, round, direction, operator, 0, text, "6", "reference", None, None,
            "train", None, None,
        ),
        Outcome("eliminate", id, 0, round, operator, "done", None, None),
        Parent(id, parent, 0),
    )  # fmt: skip
    return id


def outcomes(db, stage):
    query = "select item, coalesce(reason, status) from outcomes where stage = $s order by item"
    return dict(db.execute(query, {"s": stage}).fetchall())


def test_equal_texts_are_admitted_once_the_first_by_id(db):
    a = candidate(db, "How many pens?", id="a")
    b = candidate(db, "how  many\nPENS?", id="b")
    c = candidate(db, "How many hens?", id="c")
    admit(db, 0, 1, Admit(max_per_template=9))
    assert outcomes(db, "admit") == {a: "done", b: "duplicate", c: "done"}
    assert db.execute("select * from duplicates").fetchall() == [("b", 0, "a", "exact", 1.0)]


def test_a_later_round_is_compared_with_everything_admitted_before(db):
    candidate(db, "How many pens?", round=0, id="z")
    admit(db, 0, 0, Admit(max_per_template=9))
    candidate(db, "How many pens?", round=1, id="a")
    admit(db, 0, 1, Admit(max_per_template=9))
    assert outcomes(db, "admit") == {"z": "done", "a": "duplicate"}


def test_texts_that_differ_in_numbers_alone_are_capped_not_dropped(db):
    ids = [candidate(db, f"Mia has {n} pens. How many?", id=f"n{n}") for n in range(5)]
    admit(db, 0, 1, Admit(max_per_template=3))
    assert list(outcomes(db, "admit").values()) == ["done"] * 3 + ["template_cap"] * 2
    candidate(db, "Mia has 1,000.5 pens. How many?", round=2, id="later")
    admit(db, 0, 2, Admit(max_per_template=3))
    assert outcomes(db, "admit")["later"] == "template_cap"
    assert len(ids) == 5


def test_an_eliminated_candidate_is_not_admitted(db):
    one = candidate(db, "How many pens?")
    db.execute("update outcomes set status = 'rejected' where item = $id", {"id": one})
    admit(db, 0, 1, Admit(max_per_template=3))
    assert outcomes(db, "admit") == {}


def test_admitting_again_changes_nothing(db):
    candidate(db, "How many pens?")
    assert admit(db, 0, 1, Admit(max_per_template=3))
    assert not admit(db, 0, 1, Admit(max_per_template=3))
    assert db.execute("select count(*) from signatures").fetchall() == [(1,)]


def vote(id, *, right, wrong, steps=3.0, answer="6"):
    rate = right / (right + wrong) if right + wrong else None
    n = right + wrong
    return Vote(id, 0, answer, "reference", n, n, n, n, right, wrong, 0, rate, right > 0, steps)


def screened(db, direction, mine, parent, **settings):
    put(db, Frontier(0, 0, "root", 0, "p"))
    child = candidate(db, "child?", direction=direction)
    put(db, Outcome("verify", child, 0, 1, "deepen", "done", None, None))
    put(db, vote(child, **mine), vote("p", **parent))
    screen(db, 0, 1, base=0, **({"unsolved": "reject", "too_easy": "evidence"} | settings))
    frontier = db.execute("select instruction_id from frontier where round = 1").fetchall()
    (ended,) = outcomes(db, "screen").values()
    assert frontier == [(child if ended == "done" else "p",)]
    return ended


@pytest.mark.parametrize(
    ("direction", "mine", "parent", "ended"),
    [
        ("upward", {"right": 0, "wrong": 4}, {"right": 4, "wrong": 0}, "unsolved"),
        ("upward", {"right": 4, "wrong": 0}, {"right": 4, "wrong": 0}, "too_easy"),
        ("upward", {"right": 4, "wrong": 0, "steps": 4.0}, {"right": 4, "wrong": 0}, "done"),
        ("upward", {"right": 2, "wrong": 2}, {"right": 4, "wrong": 0}, "done"),
        (
            "upward",
            {"right": 3, "wrong": 1, "steps": 2.0},
            {"right": 2, "wrong": 2, "steps": 3.0},
            "not_harder",
        ),
        ("downward", {"right": 4, "wrong": 0}, {"right": 4, "wrong": 0}, "done"),
        (
            "downward",
            {"right": 3, "wrong": 0, "steps": 4.0},
            {"right": 3, "wrong": 0},
            "not_easier",
        ),
        (
            "downward",
            {"right": 3, "wrong": 0, "steps": 4.0},
            {"right": 2, "wrong": 1},
            "done",
        ),
        (
            "upward",
            {"right": 2, "wrong": 2, "steps": 2.0},
            {"right": 2, "wrong": 2, "steps": 3.0},
            "not_harder",
        ),
        (
            "downward",
            {"right": 1, "wrong": 3, "steps": 5.0},
            {"right": 4, "wrong": 0},
            "not_easier",
        ),
        ("breadth", {"right": 0, "wrong": 4}, {"right": 4, "wrong": 0}, "unsolved"),
    ],
)
def test_screen_decides_by_evidence_and_a_failure_leaves_the_parent(
    db, direction, mine, parent, ended
):
    assert screened(db, direction, mine, parent) == ended


def test_no_agreement_without_a_reference_is_a_reason_of_its_own(db):
    mine = {"right": 0, "wrong": 0, "answer": None}
    assert screened(db, "upward", mine, {"right": 4, "wrong": 0}) == "no_agreement"


def test_strict_and_keep_are_settings(db):
    longer = {"right": 4, "wrong": 0, "steps": 9.0}
    assert screened(db, "upward", longer, {"right": 4, "wrong": 0}, too_easy="strict") == "too_easy"


def test_a_seed_that_nobody_could_attempt_is_not_on_the_frontier(db):
    good = candidate(db, "good?", round=0, id="good")
    bad = candidate(db, "bad?", round=0, id="bad")
    put(db, Outcome("verify", good, 0, 0, "seed", "done", None, None))
    put(db, Outcome("verify", bad, 0, 0, "seed", "rejected", "no_solutions", None))
    screen_seeds(db, 0)
    assert db.execute("select instruction_id from frontier").fetchall() == [("good",)]


def selected(db, rules):
    good = candidate(db, "good?", round=0, id="good")
    unrated = candidate(db, "unrated?", round=0, id="unrated")
    for id in (good, unrated):
        put(db, Outcome("verify", id, 0, 0, "seed", "done", None, None))
        put(db, vote(id, right=3, wrong=1))
    put(db, Rating(good, 0, "j", 5, 4, 4, None), Rating(good, 0, "k", 5, 4, 5, None))
    select(db, 0, tuple(rules))
    return outcomes(db, "select")


def test_rules_accept_and_the_first_that_fails_is_the_reason(db):
    assert selected(db, ["verified", "integrity >= 4.5"]) == {
        "good": "done",
        "unrated": "unknown: integrity >= 4.5",
    }


def test_a_rule_that_does_not_hold_is_named(db):
    assert selected(db, ["pass_rate > 0.5 and words < 9", "precision > 4"])["good"] == (
        "not: precision > 4"
    )


@pytest.mark.parametrize(
    "rule",
    [
        "__import__('os').system('true')",
        "verified; drop table outcomes",
        "(lambda: 1)()",
        "verified.__class__",
        "[x for x in 'a']",
        "f'{verified}'",
        "'a' * 10 ** 9 ** 9",
        "1 if verified else 2",
        "integrity >=",
        "",
    ],
)
def test_a_rule_is_never_code(rule):
    with pytest.raises(UserError, match=r"select\.rules"):
        rule_sql(rule)


def test_a_text_in_a_rule_is_a_text(db):
    assert selected(db, ["operator != 'x'' or 1=1 --'", "direction in ['upward']"]) == {
        "good": "done",
        "unrated": "done",
    }


def test_a_wrong_column_gets_a_hint():
    with pytest.raises(UserError, match="did you mean 'integrity'"):
        rule_sql("integrety >= 4")


@pytest.mark.parametrize(
    "rule",
    [
        *("direction > 3", "verified + 1 > 2", "words > 'a'", "operator", "'abc'", "-verified"),
        *("steps", "1e400 > 1", "direction in [1, 2]"),
    ],
)
def test_a_rule_that_cannot_be_decided_is_told_before_anything_is_paid(rule):
    ((said, fault),) = check_rules([rule, "verified and integrity >= 4 or words < 9"])
    assert said == rule
    assert fault
