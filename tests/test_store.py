import asyncio
import subprocess
import sys
import textwrap

import duckdb
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory.errors import StoreError, UserError
from factory.records import Outcome, Settled
from factory.store.file import create_table, drop_derived, insert, open_run
from factory.store.keys import KnownKeys
from factory.store.tables import BOUGHT, DERIVED, FORMAT, SCHEMAS, now, rows_of
from factory.store.writer import Writer


def outcome(n: int) -> Outcome:
    return Outcome("solve", f"i#{n}", 0, 0, "deepen", "done", None, None)


def with_writer(folder, work):
    async def main():
        connection = open_run(folder)
        writer = Writer(connection.cursor(), asyncio.get_running_loop())
        try:
            return await work(writer)
        finally:
            await writer.close()
            connection.close()

    return asyncio.run(main())


def test_rows_are_durable_as_soon_as_put_returns(tmp_path):
    script = textwrap.dedent(
        f"""
        import asyncio, os
        from pathlib import Path
        from factory.records import Outcome
        from factory.store.file import open_run
        from factory.store.tables import rows_of
        from factory.store.writer import Writer

        async def main():
            writer = Writer(open_run(Path({str(tmp_path)!r})).cursor(), asyncio.get_running_loop())
            for n in range(50):
                rows = [Outcome("solve", f"i#{{n}}", 0, 0, "", "done", None, None)]
                await writer.put(rows_of(rows))
            os._exit(9)  # no clean-up, like a kill

        asyncio.run(main())
        """
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    assert open_run(tmp_path).execute("select count(*) from outcomes").fetchall() == [(50,)]


def test_a_step_sees_everything_queued_before_it_and_nothing_after(tmp_path):
    async def work(writer):
        before = [writer.put(rows_of([outcome(n)])) for n in range(200)]
        tasks = [asyncio.ensure_future(one) for one in before]
        await asyncio.sleep(0)
        seen = asyncio.ensure_future(
            writer.run(lambda c: c.execute("select count(*) from outcomes").fetchall()[0][0])
        )
        await asyncio.sleep(0)
        after = asyncio.ensure_future(writer.put(rows_of([outcome(999)])))
        await asyncio.gather(*tasks, seen, after)
        return seen.result()

    assert with_writer(tmp_path, work) == 200


def test_a_step_that_fails_is_rolled_back_and_harms_no_other(tmp_path):
    async def work(writer):
        def half(connection):
            insert(connection, "settled", [("solve", "x", 0)])
            raise UserError("no")

        with pytest.raises(UserError, match="no"):
            await writer.run(half)
        await writer.put(rows_of([Settled("solve", "y", 0)]))
        return await writer.run(lambda c: c.execute("select key from settled").fetchall())

    assert with_writer(tmp_path, work) == [("y",)]


def values(kind: pa.DataType):
    """Everything that a column of this type may be given."""
    if pa.types.is_list(kind):
        return st.lists(values(kind.value_type), max_size=3)
    if pa.types.is_integer(kind):
        low, high = (0, 2**64) if kind == pa.uint64() else (-(2**63), 2**63)
        return st.integers(low, high - 1)
    one = {
        pa.string(): st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        pa.float64(): st.floats(),
        pa.bool_(): st.booleans(),
        pa.timestamp("ms"): st.builds(now),
    }
    return one[kind]


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    connection = open_run(tmp_path_factory.mktemp("opened"))
    yield connection
    connection.close()


@pytest.mark.parametrize("table", SCHEMAS)
def test_few_rows_are_stored_as_many_are(table, opened, monkeypatch):
    row = st.tuples(*(st.none() | values(field.type) for field in SCHEMAS[table]))
    all_of = f"select * from {table}"

    @settings(max_examples=10, deadline=None)
    @given(st.lists(row, min_size=1, max_size=4))
    def alike(rows):
        async def both():
            for few in (0, len(rows) + 1):
                monkeypatch.setattr("factory.store.writer.FEW", few)
                writer = Writer(opened.cursor(), asyncio.get_running_loop())
                try:
                    await writer.put([(table, row) for row in rows])
                    yield repr(await writer.run(lambda c: c.execute(all_of).fetchall()))
                    await writer.run(lambda c: c.execute(f"delete from {table}"))
                finally:
                    await writer.close()

        async def main():
            return [said async for said in both()]

        in_arrow, appended = asyncio.run(main())
        assert appended == in_arrow

    alike()


def test_what_an_appender_could_not_take_does_not_come_along_with_later_rows(tmp_path):
    async def work(writer):
        def odd(connection):
            rows = [("solve", "a", 0), ("solve", "half a character: \ud800", 0), ("solve", "b", 0)]
            with pytest.raises(duckdb.Error):
                writer._append("settled", rows)

        await writer.run(odd)
        await writer.put(rows_of([Settled("solve", "c", 0)]))
        return await writer.run(lambda c: c.execute("select key from settled").fetchall())

    assert with_writer(tmp_path, work) == [("c",)]


def test_rows_go_into_tables_that_were_dropped_and_made_anew(tmp_path):
    async def work(writer):
        await writer.put(rows_of([Settled("solve", "a", 0)]))
        await writer.run(lambda c: (c.execute("drop table settled"), create_table(c, "settled")))
        await writer.put(rows_of([Settled("solve", "b", 0)]))
        return await writer.run(lambda c: c.execute("select key from settled").fetchall())

    assert with_writer(tmp_path, work) == [("b",)]


def test_all_that_waits_is_committed_when_the_writer_is_closed_and_steps_keep_their_place(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("factory.store.writer.MAX_BATCH", 7)
    seen = []

    def look(connection):
        seen.append(connection.execute("select count(*) from outcomes").fetchall()[0][0])

    async def main():
        connection = open_run(tmp_path)
        writer = Writer(connection.cursor(), asyncio.get_running_loop())
        tasks = []
        for n in range(100):
            tasks.append(asyncio.ensure_future(writer.put(rows_of([outcome(n)]))))
            if n % 10 == 9:
                tasks.append(asyncio.ensure_future(writer.run(look)))
        await asyncio.sleep(0)
        await writer.close()
        await asyncio.wait_for(asyncio.gather(*tasks), 20)
        connection.close()

    asyncio.run(main())
    assert seen == list(range(10, 101, 10))
    assert open_run(tmp_path).execute("select count(*) from outcomes").fetchall() == [(100,)]


def test_a_store_that_fails_once_is_broken_for_good_and_nobody_waits_for_ever(tmp_path):
    async def work(writer):
        odd = Outcome("solve", "half a character: \ud800", 0, 0, "", "done", None, None)
        puts = [writer.put(rows_of([odd])), *(writer.put(rows_of([outcome(n)])) for n in range(9))]
        ends = await asyncio.wait_for(asyncio.gather(*puts, return_exceptions=True), 20)
        assert any(isinstance(end, StoreError) for end in ends)
        with pytest.raises(StoreError):
            await asyncio.wait_for(writer.put(rows_of([outcome(1)])), 20)

    with_writer(tmp_path, work)


@pytest.mark.parametrize(
    ("fault", "told"),
    [(KeyError, KeyError), (RecursionError, RecursionError), (SystemExit, StoreError)],
)
def test_whatever_a_step_raises_is_its_own(tmp_path, fault, told):
    async def work(writer):
        def step(connection):
            raise fault("x")

        with pytest.raises(told):
            await asyncio.wait_for(writer.run(step), 20)
        with pytest.raises(duckdb.CatalogException):
            await writer.run(lambda c: c.execute("select * from nowhere"))
        await asyncio.wait_for(writer.put(rows_of([outcome(1)])), 20)

    with_writer(tmp_path, work)


def test_a_full_disk_is_a_clear_error_and_what_was_committed_stays(tmp_path):
    script = textwrap.dedent(
        f"""
        import asyncio, resource, sys
        from pathlib import Path
        from factory.errors import StoreError
        from factory.records import Instruction
        from factory.store.file import open_run
        from factory.store.tables import rows_of
        from factory.store.writer import Writer

        resource.setrlimit(resource.RLIMIT_FSIZE, (6_000_000, 6_000_000))

        async def main():
            connection = open_run(Path({str(tmp_path)!r}), checkpoint="1MB")
            writer = Writer(connection.cursor(), asyncio.get_running_loop())
            for n in range(100_000):
                import random
                text = "".join(random.choices("abcdefghij", k=20_000))
                row = Instruction(str(n), "r", 0, 0, "seed", "seed", 0, text, *[None] * 4, "train",
                                  None, None)
                try:
                    await writer.put(rows_of([row]))
                except StoreError as error:
                    print(error)
                    print(n)
                    sys.stdout.flush()
                    import os; os._exit(0)

        asyncio.run(main())
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    message, acknowledged = done.stdout.strip().splitlines()
    assert message.startswith("the run file cannot be written: ")
    assert int(acknowledged) > 10
    ((kept,),) = open_run(tmp_path).execute("select count(*) from instructions").fetchall()
    assert kept >= int(acknowledged)


def test_a_newer_file_is_refused_and_left_alone(tmp_path):
    connection = open_run(tmp_path)
    insert(connection, "runs", [(1, None, "{}", "d", "9.0", FORMAT + 1, "{}", "")])
    connection.close()
    with pytest.raises(UserError, match=f"newer factory.*format {FORMAT + 1}"):
        open_run(tmp_path)


def test_another_duckdb_file_is_refused(tmp_path):
    other = duckdb.connect(str(tmp_path / "run.duckdb"))
    other.execute("create table theirs(x int)")
    other.close()
    with pytest.raises(UserError, match="not of a factory run"):
        open_run(tmp_path)


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "run.duckdb").write_bytes(b"hello" * 1000)
    with pytest.raises(UserError, match="no run file"):
        open_run(tmp_path)


def test_dropping_what_is_derived_keeps_what_was_bought(tmp_path):
    connection = open_run(tmp_path)
    insert(connection, "checks", [(1, "f", "[]", "{}")])
    insert(connection, "settled", [("solve", "x", 0)])
    drop_derived(connection)
    counts = {
        name: connection.execute(f"select count(*) from {name}").fetchall()[0][0]
        for name in [*BOUGHT, *DERIVED]
    }
    assert counts["checks"] == 1
    assert sum(counts.values()) == 1


@given(
    st.sets(st.integers(0, 2**64 - 1), max_size=50),
    st.lists(st.integers(0, 2**64 - 1), max_size=80),
    st.lists(st.integers(0, 2**64 - 1), max_size=20),
)
def test_known_keys_are_a_set(first, added, asked):
    known = KnownKeys(np.array(list(first), dtype=np.uint64), merge_at=16)
    for key in added:
        known.add(key)
    for key in [*first, *added, *asked]:
        assert (key in known) == (key in first or key in added)
