"""A small run file made by hand, with one row of everything that a person may look at."""

import functools
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from factory.records import (
    Attempt,
    Compared,
    Contamination,
    Duplicate,
    Frontier,
    Instruction,
    Outcome,
    Parent,
    Ranking,
    Rating,
    Seed,
    StepLabel,
    StepVerdict,
    Verdict,
    Vote,
)
from factory.store.file import insert, open_run
from factory.store.tables import row_of
from factory.store.views import FORMAT, create_views

ESCAPE = "\x1b[2J\x1b]0;owned\x07"
HOSTILE = f"[red]Pay[/red] {ESCAPE}{{x}} <b>me</b>\x00 \u202eevil\u202c [link=file:///etc]"

SEED, MIDDLE, CHILD, COPY, SECOND = (
    "a0aaaaaaaaaaaaaa",
    "a1bbbbbbbbbbbbbb",
    "a2cccccccccccccc",
    "a3dddddddddddddd",
    "b0eeeeeeeeeeeeee",
)
GOOD, ALSO_GOOD, BAD = "50110000000000aa", "50220000000000bb", "50330000000000cc"
MODEL = "test/model-1"

TEXTS = {
    SEED: "Tom has 12 apples and gives away 5 of his apples. How many apples are left?",
    MIDDLE: "Tom has 12 apples and gives away 5. How many are left?",
    CHILD: "Tom has 12 apples, gives away 5 and buys 3 more. How many are left now?",
    COPY: "Tom has 12 apples and gives away 5. How many are left?",
    SECOND: HOSTILE,
}


def instruction(id: str, round: int, direction: str, operator: str, reply_key: str | None):
    root = SECOND if id == SECOND else SEED
    return Instruction(
        id=id,
        root_id=root,
        wave=0,
        round=round,
        direction=direction,
        operator=operator,
        variant=0,
        text=TEXTS[id],
        reference_answer="7" if round == 0 else None,
        answer_source="reference" if round == 0 else None,
        rationale=None,
        truth=None,
        split="train",
        model=MODEL if reply_key else None,
        reply_key=reply_key,
    )


def attempt(id: str, sample: int, text: str, reply_key: str):
    return Attempt(id, CHILD, 0, MODEL, sample, text, "stop", text.splitlines(), reply_key)


def rows() -> list[object]:
    """Records of every table."""
    return [
        Seed(SEED, 0, 0, TEXTS[SEED], "7", "12-5=<<12-5=7>>7\n#### 7", None, None, "tiny"),
        Seed(SECOND, 1, 0, HOSTILE, "1", None, None, None, "tiny"),
        instruction(SEED, 0, "seed", "seed", None),
        instruction(SECOND, 0, "seed", "seed", None),
        instruction(MIDDLE, 1, "downward", "simplify", f"{1:016x}"),
        instruction(CHILD, 2, "upward", "add_constraint", f"{2:016x}"),
        instruction(COPY, 2, "upward", "deepen", f"{3:016x}"),
        Parent(MIDDLE, SEED, 0),
        Parent(CHILD, MIDDLE, 0),
        Parent(COPY, MIDDLE, 0),
        attempt(GOOD, 0, "Step 1: 12 - 5 = 7\nStep 2: 7 + 3 = 10\nThe answer is: 10", f"{4:016x}"),
        attempt(ALSO_GOOD, 1, "Step 1: 12 - 2 = 10\nThe answer is: 10", f"{5:016x}"),
        attempt(BAD, 2, f"Step 1: 12 - 5 = 6 {ESCAPE}\nThe answer is: 9", f"{6:016x}"),
        Verdict(GOOD, CHILD, 0, "10", "the_answer_is", 0, "right", "exact", "rational"),
        Verdict(ALSO_GOOD, CHILD, 0, "10", "the_answer_is", 0, "right", "exact", "rational"),
        Verdict(BAD, CHILD, 0, "9", "the_answer_is", 1, "wrong", "exact", "rational"),
        Vote(CHILD, 0, "10", "vote", 4, 3, 2, 1, 2, 1, 0, 2 / 3, False, 2.0),
        Frontier(0, 0, SEED, 0, SEED),
        Frontier(0, 1, SEED, 0, MIDDLE),
        Frontier(0, 2, SEED, 0, CHILD),
        StepVerdict(GOOD, 0, "arithmetic", 1, None),
        StepVerdict(GOOD, 0, "strict", 1, None),
        StepVerdict(GOOD, 1, "arithmetic", 1, None),
        StepVerdict(GOOD, 1, "strict", -1, "not asked for"),
        StepVerdict(BAD, 0, "arithmetic", -1, "12 - 5 = 7"),
        StepLabel(GOOD, CHILD, 0, 0, "12 - 5 = 7", 1, "arithmetic:+1 strict:+1", 1.0),
        StepLabel(GOOD, CHILD, 0, 1, "7 + 3 = 10", 0, "arithmetic:+1 strict:-1", 0.5),
        StepLabel(BAD, CHILD, 0, 0, f"12 - 5 = 6 {ESCAPE}", -1, "arithmetic:-1", 1.0),
        Rating(CHILD, 0, "strict", 5, 4, 5, "clear"),
        Rating(CHILD, 0, "mild", 5, 5, 5, None),
        Ranking(SEED, 0, "strict", 0, MIDDLE, 1, 2),
        Ranking(SEED, 0, "strict", 0, CHILD, 0, 2),
        Ranking(SEED, 0, "strict", 1, MIDDLE, 0, 2),
        Ranking(SEED, 0, "strict", 1, CHILD, 1, 2),
        Duplicate(COPY, 0, MIDDLE, "exact", 1.0),
        Contamination(
            COPY, 0, "problem", "quarantine", "story", "a/test.jsonl", "line 3", 0.4, "x"
        ),
        Compared("a/test.jsonl", 5, None),
        *outcomes(),
    ]


def outcomes() -> list[Outcome]:
    """The ledger: one candidate accepted, one turned away, one never written."""

    def end(stage, item, round, operator, status="done", reason=None, detail=None):
        return Outcome(stage, item, 0, round, operator, status, reason, detail)

    return [
        end("seed", SEED, 0, "seed"),
        end("seed", SECOND, 0, "seed"),
        end("admit", SEED, 0, "seed"),
        end("admit", SECOND, 0, "seed"),
        end("verify", SEED, 0, "seed"),
        end("verify", SECOND, 0, "seed"),
        end("evolve", f"{SEED}>1/simplify/0", 1, "simplify"),
        end(
            "evolve", f"{SECOND}>1/simplify/0", 1, "simplify", "rejected", "garbled", f"no {ESCAPE}"
        ),
        end("eliminate", MIDDLE, 1, "simplify"),
        end("admit", MIDDLE, 1, "simplify"),
        end("verify", MIDDLE, 1, "simplify"),
        end("screen", MIDDLE, 1, "simplify"),
        end("evolve", f"{MIDDLE}>2/add_constraint/0", 2, "add_constraint"),
        end("evolve", f"{MIDDLE}>2/deepen/0", 2, "deepen"),
        end("eliminate", CHILD, 2, "add_constraint"),
        end("eliminate", COPY, 2, "deepen", "rejected", "copied", "the parent, word for word"),
        end("admit", CHILD, 2, "add_constraint"),
        end("solve", f"{CHILD}#0", 2, "add_constraint"),
        end("solve", f"{CHILD}#1", 2, "add_constraint"),
        end("solve", f"{CHILD}#2", 2, "add_constraint"),
        end("solve", f"{CHILD}#3", 2, "add_constraint", "failed", "refused_by_server", "HTTP 400"),
        end("verify", CHILD, 2, "add_constraint"),
        end("screen", CHILD, 2, "add_constraint"),
        end("rate", f"{CHILD}@strict", 2, "add_constraint"),
        end("rate", f"{CHILD}@mild", 2, "add_constraint"),
        end("grade", f"{GOOD}@strict", 2, "add_constraint"),
        end("grade", f"{BAD}@strict", 2, "add_constraint", "rejected", "not_json"),
        end("rank", f"{SEED}@strict/0", 0, ""),
        end("rank", f"{SEED}@strict/1", 0, ""),
        end("select", CHILD, 2, "add_constraint"),
        end("select", MIDDLE, 1, "simplify", "rejected", "not_verified"),
    ]


def reply(key: int, stage: str, item: str, operator: str, cost: float | None):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return (
        key,
        stage,
        item,
        operator,
        MODEL,
        [1],
        "[0.7,1.0,null,[]]",
        "[0,0,0,0]",
        f"text {key} {ESCAPE}",
        "stop",
        100,
        20,
        cost,
        0.5,
        None,
        at,
        None,
        None,
        False,
    )


def replies() -> list[tuple[object, ...]]:
    """What was bought for the accepted candidate and its relatives."""
    return [
        reply(1, "evolve", f"{SEED}>1/simplify/0", "simplify", 0.01),
        reply(2, "evolve", f"{MIDDLE}>2/add_constraint/0", "add_constraint", 0.02),
        reply(3, "evolve", f"{MIDDLE}>2/deepen/0", "deepen", 0.02),
        reply(4, "solve", f"{CHILD}#0", "add_constraint", 0.1),
        reply(5, "solve", f"{CHILD}#1", "add_constraint", 0.1),
        reply(6, "solve", f"{CHILD}#2", "add_constraint", None),
        reply(7, "rate", f"{CHILD}@strict", "add_constraint", 0.001),
        reply(8, "grade", f"{GOOD}@strict", "add_constraint", 0.001),
    ]


def fill(connection: duckdb.DuckDBPyConnection, *, format: int = FORMAT) -> None:
    """Write everything above into an open run file."""
    tables: dict[str, list[tuple[object, ...]]] = {"replies": replies()}
    for table, row in map(row_of, rows()):
        tables.setdefault(table, []).append(row)
    tables["prompts"] = [(1, "system", "You write problems.")]
    started = datetime(2026, 1, 1, tzinfo=UTC)
    note = "2 seeds of tiny"
    tables["losses"] = [(1, MODEL, "solve", f"{CHILD}#3", "deepen", "no_reply", 0.01, started)]
    figures = [float(n) for n in range(1, 16)]
    tables["estimates"] = [(1, "solve", "teacher", *figures, started)]
    tables["runs"] = [(1, started, "{}", "feedfeedfeedfeed", "0.1.0", format, "{}", note)]
    for table, some in tables.items():
        insert(connection, table, some)
    create_views(connection)


@functools.cache
def _bytes_of_a_run(format: int) -> bytes:
    with tempfile.TemporaryDirectory() as place:
        connection = open_run(Path(place))
        fill(connection, format=format)
        connection.close()
        return (Path(place) / "run.duckdb").read_bytes()


def make_run(folder: Path, *, format: int = FORMAT) -> Path:
    """A finished run in `folder`, its file closed."""
    folder.mkdir(parents=True)
    (folder / "run.duckdb").write_bytes(_bytes_of_a_run(format))
    return folder
