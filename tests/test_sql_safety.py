"""Hostile SQL, against a run's file and against a live run: it reads the run, and does no more."""

import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from run_files import CHILD, make_run

from factory.errors import StoreError, UserError
from factory.store.file import open_run
from factory.store.live import LiveServer
from factory.store.reading import read_sql, stream_sql

HOSTILE = [
    "copy instructions to '{away}/stolen.csv'",
    "copy (select 1) to '{away}/stolen.parquet' (format parquet)",
    "copy from database run to memory",
    "attach '{away}/other.duckdb' as other",
    "attach ':memory:' as other",
    "detach run",
    "use memory",
    "install httpfs",
    "load httpfs",
    "pragma threads=1",
    "pragma enable_profiling",
    "pragma profiling_output='{away}/profile'",
    "pragma database_list",
    "set memory_limit='100GB'",
    "set enable_external_access=true",
    "set lock_configuration=false",
    "set variable x = 1",
    "reset threads",
    "with gone as (delete from instructions returning id) select * from gone",
    "with new as (insert into duplicates values ('a', 0, 'b', 'c', 1.0) returning *) from new",
    "explain analyze delete from instructions",
    "select 1; select 2",
    "select 1; drop table instructions",
    "",
    "-- nothing",
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from read_blob('/etc/passwd')",
    "select * from read_text('/proc/self/environ')",
    "select * from read_csv('/dev/stdin')",
    "select * from read_parquet('http://127.0.0.1:1/x.parquet')",
    "select * from sniff_csv('/etc/passwd')",
    "select * from glob('/etc/*')",
    "from '/etc/passwd'",
    "from query_table('/etc/passwd')",
    "select getenv('HOME')",
    "select * from duckdb_secrets()",
    "insert into duplicates values ('a', 0, 'b', 'c', 1.0)",
    "update instructions set text = 'x'",
    "delete from instructions",
    "truncate instructions",
    "merge into instructions using seeds as s on s.id = instructions.id when matched then delete",
    "drop table instructions",
    "drop view accepted",
    "alter table instructions add column z int",
    "comment on table instructions is 'x'",
    "export database '{away}/all'",
    "import database '{away}/all'",
    "create table z (i int)",
    "create view z as select 1",
    "create or replace view accepted as select 1",
    "create macro z() as 1",
    "create temp table z as select 1",
    "create temp view accepted as select 1",
    "create temp macro z() as 1",
    "create sequence z",
    "create type z as enum ('a')",
    "create secret (type s3)",
    "call pragma_version()",
    "call enable_logging()",
    "checkpoint",
    "force checkpoint",
    "vacuum",
    "analyze",
    "begin",
    "commit",
    "rollback",
    "prepare z as select 1",
    "execute z",
    "kill 1",
    "select * from arrow_scan(1, 2, 3)",
    "select * from pandas_scan(1)",
    "select * from here",  # the name of a Python variable, below
    "select $1",
    "select " + "(" * 50_000 + "1" + ")" * 50_000,
    "select '" + "x" * 200_000 + "'",
    "select '\ud800'",
]


@pytest.fixture(params=["file", "live"], scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A run at rest, or the same run while this process has it open for writing."""
    run = make_run(tmp_path_factory.mktemp("safety") / "run")
    if request.param == "file":
        yield run
        return
    connection = open_run(run, memory="300MB")
    server = LiveServer(connection.cursor, run)
    server.start()
    yield run
    server.stop()
    connection.close()


CONTENTS = """
select (select count(*) from instructions), (select max(text) from instructions),
    (select count(*) from duplicates), (select string_agg(sql order by sql) from duckdb_views()),
    (select string_agg(table_name order by table_name) from duckdb_tables()),
    (select count(*) from duckdb_columns()), (select count(*) from duckdb_databases()),
    (select string_agg(value order by name) from duckdb_settings())
"""


@pytest.fixture(scope="module")
def untouched(folder: Path) -> Callable[[], bool]:
    """Tells whether the run still is what it was, down to its settings and its files."""

    def look() -> object:
        return read_sql(folder, CONTENTS).to_pylist(), sorted(os.listdir(folder))

    before = look()
    return lambda: look() == before


@pytest.mark.parametrize("sql", HOSTILE, ids=lambda sql: ascii(sql[:60]))
def test_a_statement_that_does_more_than_read_is_refused(
    folder: Path, untouched: Callable[[], bool], sql: str, tmp_path: Path
):
    here = {"a": [1]}  # what a scan of Python variables would find
    with pytest.raises(UserError) as refused:
        read_sql(folder, sql.replace("{away}", str(tmp_path)))
    assert here and "\n" not in str(refused.value)
    assert untouched()
    assert not os.listdir(tmp_path)


READS = [
    "select count(*) from instructions",
    "from accepted",
    "describe instructions",
    "summarize votes",
    "show tables",
    "explain select 1",
    "explain analyze select count(*) from replies",
    "pivot outcomes on status using count(*) group by stage",
    "values (1), (2)",
    "select 1;",
    "with recursive r(i) as (select 1 union all select i + 1 from r where i < 9) from r",
    "select * from replies",
]


@pytest.mark.parametrize("sql", READS)
def test_whatever_reads_is_answered(folder: Path, sql: str):
    assert read_sql(folder, sql).num_rows > 0


ENDLESS = [
    "with recursive r(i) as (select 1 union all select i + 1 from r) select count(*) from r",
    "select sum(a.i * b.i) from range(10000000) as a(i), range(10000000) as b(i)",
]


@pytest.mark.parametrize("sql", ENDLESS)
def test_an_endless_query_is_stopped(folder: Path, sql: str):
    with pytest.raises(UserError, match=r"stopped after 0\.3 s"):
        read_sql(folder, sql, seconds=0.3)
    assert read_sql(folder, "select 1").num_rows == 1


def test_an_endless_result_is_stopped_while_it_streams(folder: Path):
    seen = 0
    with (
        pytest.raises(UserError, match=r"stopped after 0\.3 s"),
        stream_sql(folder, "select i from range(100000000000) as r(i)", seconds=0.3) as rows,
    ):
        for batch in rows.batches:
            seen += batch.num_rows
    assert seen > 0


def test_a_query_that_wants_all_memory_is_refused(folder: Path):
    hog = "select array_agg(i) from range(3000000000) as r(i)"
    with pytest.raises(UserError, match=r"more memory than it may have"):
        read_sql(folder, hog)
    assert read_sql(folder, "select 1").num_rows == 1


def test_a_spill_stays_in_the_run_folder(folder: Path):
    place = read_sql(folder, "select current_setting('temp_directory') as place").to_pylist()
    assert place == [{"place": str(folder / "spill")}]


def test_parameters_are_values_and_never_sql(folder: Path):
    tricky = "x' or 1=1; drop table instructions --"
    by_id = "select text from instructions where id = $id"
    assert read_sql(folder, by_id, parameters={"id": tricky}).num_rows == 0
    assert read_sql(folder, by_id, parameters={"id": CHILD}).num_rows == 1


def test_a_mistake_is_answered_with_duckdbs_hint(folder: Path):
    with pytest.raises(UserError, match=r"Table with name instruction .*Did you mean \"instr"):
        read_sql(folder, "select * from instruction")
    with pytest.raises(UserError, match=r"\"idd\" not found.*Candidate bindings"):
        read_sql(folder, "select idd from instructions")
    with pytest.raises(UserError, match=r"syntax error"):
        read_sql(folder, "selec 1")


def test_a_fault_in_the_middle_of_a_result_never_looks_like_its_end(folder: Path):
    sql = "select case when i = 900000 then error('late') else i end from range(1000000) as r(i)"
    with pytest.raises(UserError, match=r"late"):
        read_sql(folder, sql)


def test_a_file_of_a_newer_factory_is_refused_by_name(tmp_path: Path):
    with pytest.raises(UserError, match=r"newer factory \(format 99"):
        read_sql(make_run(tmp_path / "run", format=99), "select 1")


def test_what_is_no_run_is_refused_by_name(tmp_path: Path):
    with pytest.raises(UserError, match=r"no run here"):
        read_sql(tmp_path, "select 1")
    with duckdb.connect(str(tmp_path / "run.duckdb")) as connection:
        connection.execute("create table x (i int)")
    with pytest.raises(UserError, match=r"not of a factory run"):
        read_sql(tmp_path, "select 1")
    (tmp_path / "run.duckdb").write_bytes(b"not a database at all" * 1000)
    with pytest.raises(StoreError, match=r"cannot be read"):
        read_sql(tmp_path, "select 1")


def test_a_query_that_was_stopped_does_not_stop_the_next(folder: Path):
    for _ in range(10):
        with pytest.raises(UserError, match="stopped after"):
            read_sql(folder, "select count(*) from range(100000000000)", seconds=0.01)
        assert read_sql(folder, "select 7 as x").to_pylist() == [{"x": 7}]
