"""The command line keeps its word: exit codes, one sentence for a mistake, quiet when unheard."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from conftest import recipe_text, write_seeds
from run_files import CHILD, ESCAPE, SECOND, make_run

from factory.cli import main
from factory.errors import StoreError
from factory.progress import Display, duration
from factory.tally import StageCount, Tally, counted, money, times

COMMANDS = ["run", "status", "show", "why", "sql", "export", "schema"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with one run in it, called `one`."""
    make_run(tmp_path / "outputs" / "one")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def factory(*arguments: str, stdin: str = "", **options) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    code = "import sys; from factory.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, **options)


def test_help_loads_nothing_heavy():
    code = (
        "import sys\nfrom factory.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'duckdb', 'pyarrow', 'numpy', 'sympy', 'rich', 'pydantic', 'yaml',"
        " 'huggingface_hub', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    for command in COMMANDS:
        assert f"\n    {command} " in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_and_the_exit_codes(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    text = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"example:\n  factory {command}" in text and "exit codes:" in text


def test_a_mistake_in_the_options_is_exit_code_2(capsys):
    for wrong in (
        ["sho"],
        ["show"],
        ["sql", "x", "y", "--seconds", "nan"],
        ["show", "x", "-n", "0"],
        [],
    ):
        with pytest.raises(SystemExit) as ended:
            main(wrong)
        assert ended.value.code == 2
    assert "write 1 or more, not '0'" in capsys.readouterr().err


def test_a_missing_run_names_those_that_there_are(place, capsys):
    for command in (["status"], ["show"], ["sql", "select 1"], ["why", "a"], ["export"]):
        assert main([command[0], "two", *command[1:]]) == 2
        told = capsys.readouterr().err
        assert told == "factory: no run called 'two' in outputs; there are one\n"
    assert main(["status", "two", "--outputs", "elsewhere"]) == 2
    assert "there are none yet" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["one", "outputs/one", "outputs/one/"])
def test_a_run_is_found_by_name_and_by_folder(place, capsys, name):
    assert main(["sql", name, "select 7 as x", "--format", "csv"]) == 0
    assert capsys.readouterr().out == "x\n7\n"


def test_status_tells_the_funnel_the_cost_and_how_to_go_on(place, capsys):
    assert main(["status", "one"]) == 0
    text = capsys.readouterr().out
    for line in (
        "outputs/one: not running",
        "2 seeds of tiny",
        "evolve      4 in   3 done   1 rejected (garbled 1)   $0.05",
        "solve       4 in   3 done   1 failed (refused_by_server 1)   $0.20",
        "  accepted   1 instruction (0 verified) from 2 seeds and 3 candidates",
        "  bought     8 replies, 800 + 160 tokens, $0.25, 1 without a known price",
        "  unfinished 2 instructions on the way to an end",
        "  go on      factory run outputs/one/recipe.yaml",
        f"  look       factory show outputs/one {CHILD}",
    ):
        assert line in text.splitlines(), text


def test_the_commands_that_are_proposed_work(place, capsys):
    import shlex

    assert main(["status", "one"]) == 0
    lines = [line.partition("factory ")[2] for line in capsys.readouterr().out.splitlines()]
    proposed = [shlex.split(line) for line in lines if line.startswith(("show", "why", "sql"))]
    assert [command[0] for command in proposed] == ["show", "why", "sql"]
    for command in proposed:
        assert main(command) == 0
        assert capsys.readouterr().out


def test_show_and_why_print_rows(place, capsys):
    assert main(["show", "one", "-n", "1"]) == 0
    assert CHILD in capsys.readouterr().out
    assert main(["show", "one", "--rejected", "copied"]) == 0
    assert "copied" in capsys.readouterr().out
    assert main(["why", "one", "a2"]) == 0
    assert "[-5.-]" in capsys.readouterr().out
    assert main(["why", "one", "a"]) == 2
    assert "begins more than one id" in capsys.readouterr().err


WIDE = f"""select id, text, [1, 2] as list, null as nothing, 1.5 as number, 'nan'::double as nan
from instructions where id = '{SECOND}'"""


def test_sql_writes_csv_that_reads_back(place, capsys):
    assert main(["sql", "one", WIDE, "--format", "csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert ESCAPE in row["text"]  # what goes into a pipe is the data itself
    assert row["list"] == "[1, 2]" and row["nothing"] == "" and row["number"] == "1.5"


def test_sql_writes_json_lines_that_read_back(place, capsys):
    assert main(["sql", "one", WIDE, "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert ESCAPE in row["text"]
    assert row["list"] == [1, 2] and row["nothing"] is None and row["nan"] is None


def test_a_table_is_for_people(place, capsys):
    assert main(["sql", "one", "select id, text, 5 as n from instructions", "--rows", "2"]) == 0
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert "and more than these 2 rows" in text
    assert len(text.splitlines()) == 4
    assert main(["sql", "one", "select id from instructions where false"]) == 0
    assert capsys.readouterr().out == "id\n"


def test_files_are_whole_or_not_there(place, capsys):
    for name in ("rows.parquet", "rows.csv", "rows.jsonl"):
        assert main(["sql", "one", "from outcomes", "--out", name]) == 0
        late = (
            "select case when i = 90000 then error('late') else i end as i from range(99999) r(i)"
        )
        before = Path(name).read_bytes()
        assert main(["sql", "one", late, "--out", name]) == 2
        assert "late" in capsys.readouterr().err
        assert Path(name).read_bytes() == before
    assert pq.read_table("rows.parquet").num_rows == 31
    assert len(Path("rows.jsonl").read_text().splitlines()) == 31
    assert sorted(os.listdir()) == ["outputs", "rows.csv", "rows.jsonl", "rows.parquet"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["select 1", "--out", "rows.xls"], "end it in .csv, .jsonl or .parquet"),
        (["select 1", "--format", "parquet"], "give it a name with --out"),
        (["select 1", "--out", "no/such/rows.csv"], "cannot be written (No such file"),
        (["select 1 as a, 2 as a", "--format", "json"], "two columns are called 'a'"),
        (["drop table seeds"], "give one SELECT"),
        (["select count(*) from range(99999999999)", "--seconds", "0.1"], "stopped after 0.1 s"),
    ],
)
def test_what_cannot_be_written_or_asked_is_told(place, capsys, more, told):
    assert main(["sql", "one", *more]) == 2
    assert told in capsys.readouterr().err


def test_sql_can_come_from_standard_input(place):
    done = factory("sql", "one", "-", "--format", "csv", stdin="select 3 as x", cwd=place)
    assert (done.returncode, done.stdout) == (0, "x\n3\n")


def test_a_reader_that_has_had_enough_hears_nothing_more(place):
    code = "import sys; from factory.cli import main; sys.exit(main())"
    query = "select * from range(3000000)"
    command = [sys.executable, "-c", code, "sql", "one", query, "--format", "csv"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=place
    ) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == b"range\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_store_that_fails_is_exit_code_4(place, capsys, monkeypatch):
    (place / "outputs" / "bad").mkdir()
    (place / "outputs" / "bad" / "run.duckdb").write_bytes(b"no database" * 1000)
    assert main(["status", "bad"]) == 4
    assert "cannot be read" in capsys.readouterr().err


def test_an_interrupt_is_told_and_has_its_own_code(place, capsys, monkeypatch):
    def pressed(*_):
        raise KeyboardInterrupt

    monkeypatch.setitem(main.__globals__["COMMANDS"], "status", pressed)
    assert main(["status", "one"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_what_is_told_cannot_write_to_the_terminal(place, capsys, monkeypatch):
    def fail(*_):
        raise StoreError(f"bad {ESCAPE}")

    monkeypatch.setitem(main.__globals__["COMMANDS"], "status", fail)
    assert main(["status", "one"]) == 4
    assert "\x1b" not in capsys.readouterr().err


def test_schemas_are_printed_as_json(capsys):
    for name in ("recipe", "sft", "prm"):
        assert main(["schema", name]) == 0
        assert json.loads(capsys.readouterr().out)["properties"]
    assert main(["schema", "stf"]) == 2
    assert "did you mean 'sft'" in capsys.readouterr().err


def test_a_run_goes_from_seeds_to_files_and_says_so(place):
    seeds = write_seeds(place / "seeds.jsonl", 6)
    (place / "fake.yaml").write_text(recipe_text(seeds))
    paths = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}

    done = factory("run", "fake.yaml", "--name", "two", cwd=place, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    for part in (
        "seed        6 in   6 done",
        "accepted",
        "manifest.json",
        "factory why outputs/two",
    ):
        assert part in done.stdout
    reused = factory("run", "fake.yaml", "--name", "three", "--reuse", "two", cwd=place, env=env)
    assert reused.returncode == 0
    assert factory("export", "two", "--datasets", "sft", cwd=place).returncode == 0
    told = factory("status", "two", cwd=place).stdout
    assert "again      factory run outputs/two/recipe.yaml" in told


def test_a_line_reads_as_a_person_would_say_it():
    tally = Tally()
    tally.settle("evolve", "done", None, 903)
    tally.settle("evolve", "rejected", "not_harder", 201)
    tally.settle("evolve", "rejected", "copied", 86)
    tally.settle("evolve", "failed", "refused", 22)
    tally.buy("evolve", 3.1)
    assert tally.line("evolve", 41) == (
        "evolve      1,212 in   903 done   287 rejected (not_harder 201, copied 86)"
        "   22 failed (refused 22)   $3.10   41/s"
    )
    tally.leave_pending("evolve")
    assert "   1 pending   " in tally.line("evolve")


def test_reasons_that_are_not_shown_are_still_counted():
    from collections import Counter

    reasons = Counter({f"r{n}": n for n in range(1, 10)})
    text = counted(reasons)
    assert text == "r9 9, r8 8, r7 7, r6 6, others 15"
    assert counted(Counter({"b": 1, "a": 1})) == "a 1, b 1"


def test_money_and_counts_are_said_plainly():
    assert [money(some) for some in (0, 0.004, 3.1, 12345.6)] == [
        *["$0.00", "$0.00400", "$3.10"],
        "$12,345.60",
    ]
    assert [money(some) for some in (1e-9, 2.5e-7, 0.00012)] == [
        *["$0.0000000010", "$0.00000025", "$0.00012"],
    ]
    assert [times(n, "reply") for n in (0, 1, 2)] == ["0 replies", "1 reply", "2 replies"]
    assert [duration(some) for some in (0.4, 59, 200, 18240)] == ["0s", "59s", "3m 20s", "5h 04m"]


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_display_says_what_is_new_every_few_seconds_and_when_a_stage_ends():
    file, clock = io.StringIO(), Clock()
    tally = Tally({"seed": StageCount(), "evolve": StageCount(expected=30)})
    tally.settle("seed", "done", None, 10)
    display = Display(file, every=5.0, clock=clock)
    display.start(tally)
    display.note(f"10 seeds {ESCAPE}")
    for _ in range(5):
        clock.now += 1
        tally.settle("evolve", "done", None, 4)
        display.look()
    assert file.getvalue().splitlines() == [
        "10 seeds ␛[2J␛]0;owned␇",
        "seed        10 in   10 done",
        "evolve      20 in   20 done   4/s",
    ]
    clock.now += 1
    tally.settle("evolve", "rejected", "copied", 10)
    display.look()
    ended = "evolve      30 in   20 done   10 rejected (copied 10)"
    assert file.getvalue().splitlines()[3:] == [f"{ended}   5/s"]
    clock.now += 100
    display.look()
    assert len(file.getvalue().splitlines()) == 4  # nothing is new
    display.stop()
    # At the end the rate is over the time at work, and not over the wait after it.
    assert file.getvalue().splitlines()[4:] == ["", "seed        10 in   10 done", f"{ended}   5/s"]


def test_the_display_survives_a_closed_output_and_a_run_that_never_began():
    Display(io.StringIO()).stop()
    file = io.StringIO()
    display = Display(file)
    tally = Tally()
    display.start(tally)
    file.close()
    tally.settle("seed", "done", None)
    display.note("hello")
    display.stop()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_there_is_a_table_with_what_is_left(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    file, clock = Terminal(), Clock()
    tally = Tally({"evolve": StageCount(expected=100)})
    display = Display(file, clock=clock)
    display.start(tally)
    clock.now += 10
    tally.settle("evolve", "done", None, 10)
    tally.settle("evolve", "rejected", "[red]copied", 10)
    tally.buy("evolve", 0.5)
    display.look()
    display.note("[bold]a note")
    display.stop()
    text = file.getvalue()
    for part in ("evolve", "[red]copied 10", "40s", "$0.50", "[bold]a note", "\x1b[?25h"):
        assert part in text, text
