"""A person sees what a run holds, whole and in order, and what a model wrote is never obeyed."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from run_files import (
    ALSO_GOOD,
    BAD,
    CHILD,
    COPY,
    GOOD,
    HOSTILE,
    MIDDLE,
    SECOND,
    SEED,
    TEXTS,
    make_run,
)

from factory.dossier import gather
from factory.errors import UserError
from factory.facts import FACTS, fact
from factory.records import STAGES
from factory.show import show
from factory.store.reading import read_sql
from factory.store.views import VIEWS
from factory.terminal import Page, one_line, visible
from factory.why import why, word_diff


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_run(tmp_path_factory.mktemp("show") / "run")


def shown(run: Path, *ids: str, **options) -> str:
    file = io.StringIO()
    show(run, ids, file=file, **options)
    return file.getvalue()


def told(run: Path, name: str) -> str:
    file = io.StringIO()
    why(run, name, file=file)
    return file.getvalue()


def in_order(text: str, *parts: str) -> None:
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is not where it should be in:\n{text}"
        at = found + len(part)


def test_accepted_rows_are_shown_by_default_with_all_that_was_said_of_them(run: Path):
    text = shown(run)
    in_order(
        text,
        f"{CHILD}  round 2, upward add_constraint, train: accepted",
        "a0aaaaaa seed -> a1bbbbbb simplify -> a2cccccc add_constraint  (tiny)",
        TEXTS[CHILD],
        "10 by vote, not verified; 2 of 3 decided agree, margin 1, pass rate 0.6667",
        "mild gives definition 5, precision 5, integrity 5",
        "strict gives definition 5, precision 4, integrity 5: clear",
        "strict: place 1 of 2 (shown as is)",
        f"{GOOD} by test/model-1: right, answer 10",
        "+ Step 1: 12 - 5 = 7   [arithmetic:+1 strict:+1]",
        "? Step 2: 7 + 3 = 10   [arithmetic:+1 strict:-1]",
        "The answer is: 10",
    )
    assert MIDDLE not in text


def test_rows_can_be_asked_for_by_the_beginning_of_an_id(run: Path):
    assert TEXTS[COPY] in shown(run, "a3")
    text = shown(run, "a2", "b0")
    assert CHILD in text and SECOND in text
    # A solution's id leads to the instruction that it solves.
    assert CHILD in shown(run, GOOD[:4])
    with pytest.raises(UserError, match=rf"'a' begins more than one id: {SEED} \(instruction\)"):
        shown(run, "a")
    with pytest.raises(
        UserError, match="no instruction or solution has an id that begins with 'z'"
    ):
        shown(run, "z")
    with pytest.raises(UserError, match="no instruction or solution"):
        shown(run, "")


def test_rows_can_be_asked_for_by_what_became_of_them(run: Path):
    text = shown(run, rejected="copied")
    assert COPY in text
    assert "rejected copied (the parent, word for word)" in text
    # An evolution that wrote nothing is shown at its parent.
    assert f"{SECOND}>1/simplify/0: rejected garbled" in shown(run, rejected="garbled")
    assert f"{CHILD}#3: failed refused_by_server" in shown(run, rejected="refused_by_server")
    assert f"{BAD}@strict: rejected not_json" in shown(run, stage="grade", rejected="not_json")
    assert shown(run, stage="admit", n=9).count("lineage") == 4
    assert shown(run, accepted=True) == shown(run)


def test_what_does_not_fit_is_answered_with_what_there_is(run: Path):
    with pytest.raises(UserError, match="did you mean 'copied'"):
        shown(run, rejected="copid")
    with pytest.raises(UserError, match="did you mean 'screen'"):
        shown(run, stage="scren")
    with pytest.raises(UserError, match="nothing was rejected as 'copied' at screen"):
        shown(run, stage="screen", rejected="copied")


def test_the_same_seed_draws_the_same_rows_and_another_draws_others(run: Path):
    def drawn(random: str | None) -> list[str]:
        text = shown(run, stage="admit", n=2, random=random)
        return re.findall(r"^(\w{16})  ", text, flags=re.M)

    assert drawn("1") == drawn("1")
    assert len({tuple(drawn(str(seed))) for seed in range(4)}) > 1


def test_a_run_with_nothing_accepted_yet_shows_what_there_is(tmp_path: Path):
    import duckdb

    folder = make_run(tmp_path / "run")
    with duckdb.connect(str(folder / "run.duckdb")) as connection:
        connection.execute("delete from outcomes where stage = 'select'")
    assert "passed verify, not at its end yet" in shown(folder)
    with pytest.raises(UserError, match="nothing was accepted yet"):
        shown(folder, accepted=True)


def test_why_tells_a_row_from_its_seed_to_its_last_decision(run: Path):
    text = told(run, CHILD[:3])
    in_order(
        text,
        f"{CHILD}  round 2, upward add_constraint, train: accepted",
        f"{SEED}, number 0 of tiny; reference answer 7",
        TEXTS[SEED],
        f"{MIDDLE}, simplify (downward) by test/model-1",
        "[-5 of his apples.-]{+5.+}",
        f"{CHILD}, add_constraint (upward) by test/model-1",
        "{+5 and buys 3 more.+}",
        *["evolve ", "eliminate ", "admit ", "solve ", "#3  failed refused_by_server (HTTP 400)"],
        *["verify ", "screen ", "rate ", "grade ", "not_json", "select     done"],
        "10 by vote",
        *[GOOD, ALSO_GOOD, BAD],
        "50110000 [1], strict: wrong: not asked for",
        "strict gives",
        "evolve by test/model-1: 1 call, 100 + 20 tokens, $0.02",
        "solve by test/model-1: 3 calls, 300 + 60 tokens, $0.20 and 1 call without a price",
        "in all     6 calls, $0.22 and 1 call without a price",
    )


def test_why_says_for_a_rejected_row_what_it_was_rejected_for(run: Path):
    text = told(run, COPY)
    assert "rejected by eliminate: copied" in text
    in_order(text, "duplicate  exact, of " + MIDDLE, TEXTS[MIDDLE], "replies")
    # One that was never written has its story told at its parent.
    text = told(run, f"{SECOND}>1/simplify/0")
    in_order(text, f"an evolution of {SECOND}", "rejected garbled", f"{SECOND}  seed, train")


def test_why_of_a_solution_tells_of_that_solution_alone(run: Path):
    text = told(run, BAD)
    in_order(
        text, f"{BAD}  solution of {CHILD}", "wrong, answer 9", "arithmetic: wrong: 12 - 5 = 7"
    )
    assert ALSO_GOOD not in text


@pytest.mark.parametrize("name", [SECOND, CHILD, BAD])
def test_hostile_text_is_shown_and_not_obeyed(run: Path, name: str):
    text = told(run, name) + shown(run, name) + shown(run, rejected="garbled")
    assert "␛[2J␛]0;owned␇" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_markup_stays_text(run: Path):
    text = told(run, SECOND)
    for part in ("[red]Pay[/red]", "{x} <b>me</b>", "[link=file:///etc]", r"\u202eevil\u202c"):
        assert part in text


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_hostile_text_has_no_escape_of_its_own(
    run: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    file = Terminal()
    why(run, SECOND, file=file)
    show(run, [CHILD], file=file)
    text = file.getvalue()
    # Colours are ours; of everything else there is nothing left.
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert bare != text
    assert "\x1b" not in bare and "\x07" not in bare
    assert "[red]Pay[/red]" in bare
    assert max(len(line) for line in bare.splitlines() if line.startswith("  ")) <= 60


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str):
    seen = visible(text)
    assert seen.encode().decode() == seen  # not half a surrogate pair either
    assert not [c for c in seen if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert visible(seen) == seen
    assert "\n" not in one_line(text)
    file = io.StringIO()
    Page(file).line(text)
    assert file.getvalue() == seen + "\n"


@given(st.text(max_size=200), st.integers(1, 50))
def test_a_line_is_cut_to_its_width(text: str, width: int):
    assert len(one_line(text, width)) <= width


@example("a  a\nb", "a b")
@example("a\nb", "a x b")
@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_a_diff_holds_every_word_of_both_texts(before: str, after: str):
    parts = word_diff(before, after)
    kept = "".join(p if isinstance(p, str) else p[0] for p in parts if _style(p) != "red")
    gone = "".join(p if isinstance(p, str) else p[0] for p in parts if _style(p) != "green")
    assert kept.replace("{+", "").replace("+}", "").split() == after.split()
    assert gone.replace("[-", "").replace("-]", "").split() == before.split()


def _style(part) -> str:
    return "" if isinstance(part, str) else part[1]


def test_a_diff_of_very_long_texts_does_not_take_for_ever():
    before, after = "a b " * 20_000, "b a " * 20_000
    assert word_diff(before, after) == [after]


def test_an_instruction_that_is_not_there_has_no_dossier(run: Path):
    assert gather(run, []) == []
    assert [one.id for one in gather(run, [CHILD, "none", SEED])] == [CHILD, SEED]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_answers(run: Path, name: str):
    assert read_sql(run, f"from {name}").num_rows > 0


def test_the_views_say_what_the_tables_say(run: Path):
    def rows(sql: str) -> list[tuple[object, ...]]:
        return [tuple(row.values()) for row in read_sql(run, sql).to_pylist()]

    assert rows("select id, answer, ratings, precision from accepted") == [(CHILD, "10", 2, 4.5)]
    ends = "select sum(entered)::int as i, sum(done + rejected + failed)::int as o from funnel"
    assert rows(ends) == [(31, 31)] and rows("select count(*) from outcomes") == [(31,)]
    assert rows("select reasons from funnel where stage = 'eliminate' and operator = 'deepen'") == [
        ("copied 1",)
    ]
    assert rows(f"select ancestor_id from lineage where instruction_id = '{CHILD}' order by 1") == [
        (SEED,),
        (MIDDLE,),
    ]
    spent = "select calls, usd, unpriced, losses, lost_usd from cost where stage = 'solve'"
    assert rows(spent) == [(3, 0.2, 1, 0, None), (0, None, 0, 1, 0.01)]
    assert rows("select pass_rate from difficulty where operator = 'add_constraint'") == [(2 / 3,)]
    agree = "select detail, compared, same from agreement where what = 'rating' order by detail"
    assert rows(agree) == [("definition", 1, 1.0), ("integrity", 1, 1.0), ("precision", 1, 0.0)]
    assert rows("select compared, same from agreement where what = 'step'") == [(2, 0.5)]
    # The judge turned its order round when the rows were shown the other way round.
    assert rows("select compared, same from agreement where what like 'rank%'") == [(1, 0.0)]


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_answers_and_says_what_it_is(run: Path, name: str):
    assert FACTS[name].says.endswith(".")
    assert fact(run, name)


def test_the_facts_add_up(run: Path):
    (totals,) = fact(run, "totals")
    assert (totals["seeds"], totals["candidates"], totals["accepted"]) == (2, 3, 1)
    assert totals["usd"] == pytest.approx(sum(row["usd"] or 0 for row in fact(run, "spend")))
    # The seeds are the two that nothing was decided of at the end.
    assert totals["unfinished"] == 2
    for row in fact(run, "stages"):
        assert row["entered"] == row["done"] + row["rejected"] + row["failed"]
    assert [row["stage"] for row in fact(run, "stages")] == list(STAGES)


def test_no_text_of_the_run_is_hidden_from_a_pipe(run: Path):
    assert HOSTILE not in told(run, SECOND)
    assert visible(HOSTILE) in told(run, SECOND)
