"""A live run answers SQL while it writes, to other processes too; nobody harms it by asking."""

import contextlib
import json
import os
import socket
import stat
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from run_files import make_run, replies

from factory.errors import UserError
from factory.store import live, reading, wire
from factory.store.file import insert, open_run
from factory.store.live import LiveServer
from factory.store.reading import read_sql, stream_sql

ENDLESS = "select count(*) from range(100000000000)"


class Live:
    """A run that this process has open for writing, and serves."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.connection = open_run(folder, memory="300MB")
        self.server = LiveServer(self.connection.cursor, folder)
        self.server.start()

    def address(self) -> str:
        return json.loads((self.folder / "live.json").read_text())["socket"]

    def connect(self) -> socket.socket:
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(20)
        client.connect(self.address())
        return client

    def answers(self) -> bool:
        return read_sql(self.folder, "select 7 as x").to_pylist() == [{"x": 7}]

    def close(self) -> None:
        self.server.stop()
        self.connection.close()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Live]:
    running = Live(make_run(tmp_path / "run"))
    yield running
    running.close()


def in_background(folder: Path, sql: str, ends: list[BaseException | int]) -> threading.Thread:
    def ask() -> None:
        try:
            ends.append(read_sql(folder, sql).num_rows)
        except UserError as error:
            ends.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def until(what) -> None:
    for _ in range(6000):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come to pass")


def test_readers_see_whole_commits_while_the_run_writes(run: Live):
    writer = run.connection.cursor()
    stop = threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        while not stop.is_set():
            writer.execute("begin")
            for _ in range(2):  # a reader that saw half of a commit would count an odd number
                key = 1000 + written
                insert(writer, "replies", [(key, "rate", *replies()[0][2:])])
                written += 1
            writer.execute("commit")

    thread = threading.Thread(target=write)
    thread.start()
    counts: list[int] = []
    try:
        ends: list[BaseException | int] = []
        others = [
            in_background(run.folder, "select * from replies, range(2000)", ends) for _ in range(4)
        ]
        for _ in range(20):
            rows = read_sql(run.folder, "select count(*) as n from replies where stage = 'rate'")
            counts.append(rows.to_pylist()[0]["n"])
        for other in others:
            other.join()
    finally:
        stop.set()
        thread.join()
    assert all(isinstance(end, int) and end % 2000 == 0 for end in ends) and len(ends) == 4
    assert counts == sorted(counts) and counts[-1] > counts[0]
    assert all(count % 2 == 1 for count in counts)  # one was there before
    total = "select count(*) from replies where k >= 1000"
    assert run.connection.execute(total).fetchone() == (written,)


def test_another_process_reads_a_live_run_and_the_file_after_it(run: Live):
    code = (
        "import sys; from pathlib import Path; from factory.store.reading import read_sql;"
        "print(read_sql(Path(sys.argv[1]), 'select count(*) as n from instructions').to_pylist())"
    )

    def ask() -> str:
        command = [sys.executable, "-c", code, str(run.folder)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert ask() == "[{'n': 5}]"
    run.connection.execute("insert into duplicates values ('a', 0, 'b', 'c', 1.0)")
    run.server.stop()
    run.connection.close()
    assert ask() == "[{'n': 5}]"


def test_the_run_is_served_from_a_private_short_place_and_leaves_nothing(run: Live):
    place = Path(run.address()).parent
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert len(os.fsencode(run.address())) <= live.MAX_PATH
    run.close()
    assert not place.exists()
    assert not (run.folder / "live.json").exists()
    assert not [t for t in threading.enumerate() if t.name.startswith("factory-")]


def test_a_long_temporary_path_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    running = Live(make_run(tmp_path / "run"))
    assert running.answers()
    assert not os.listdir(deep)
    running.close()


def test_a_record_of_a_dead_run_is_ignored_and_then_cleared(tmp_path: Path):
    folder = make_run(tmp_path / "run")
    code = (
        "import os, sys; from pathlib import Path; from factory.store.file import open_run;"
        "from factory.store.live import LiveServer;"
        "folder = Path(sys.argv[1]); connection = open_run(folder);"
        "LiveServer(connection.cursor, folder).start(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    left = json.loads((folder / "live.json").read_text())
    assert Path(left["socket"]).exists()
    assert read_sql(folder, "select 1").num_rows == 1
    running = Live(folder)
    assert not Path(left["socket"]).parent.exists()
    assert running.answers()
    running.close()


@pytest.mark.parametrize(
    "record",
    [
        "",
        "not json",
        "[1]",
        '{"pid": "x"}',
        '{"pid": 1, "socket": "/nowhere/at/all"}',
        json.dumps({"pid": os.getpid(), "socket": "x" * 300}),
        json.dumps({"pid": 10**30, "socket": "/nowhere"}),
    ],
)
def test_a_record_that_leads_nowhere_is_ignored(record: str, tmp_path: Path):
    folder = make_run(tmp_path / "run")
    (folder / "live.json").write_text(record)
    assert read_sql(folder, "select 1").num_rows == 1


def test_clearing_up_removes_nothing_but_its_own(tmp_path: Path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "sql").write_text("keep")
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    record = tmp_path / "live.json"
    record.write_text(json.dumps({"pid": process.pid, "socket": str(precious / "sql")}))
    live.remove_leftovers(record)
    assert (precious / "sql").read_text() == "keep"
    assert not record.exists()


def test_a_run_that_is_just_starting_is_waited_for(tmp_path: Path):
    folder = make_run(tmp_path / "run")
    connection = open_run(folder)
    ends: list[BaseException | int] = []
    thread = in_background(folder, "select 1", ends)
    time.sleep(0.3)
    assert not ends
    server = LiveServer(connection.cursor, folder)
    server.start()
    thread.join()
    server.stop()
    connection.close()
    assert ends == [1]


def test_a_holder_that_never_answers_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "PATIENCE", 0.2)
    folder = make_run(tmp_path / "run")
    code = (
        "import sys, duckdb; connection = duckdb.connect(sys.argv[1]);"
        "print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(folder / "run.duckdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"open\n"
        with pytest.raises(UserError, match=rf"PID {holder.pid}.*does not answer SQL"):
            read_sql(folder, "select 1")
        holder.communicate(b"")
    assert read_sql(folder, "select 1").num_rows == 1


def test_the_writer_can_have_readers_let_go_of_their_memory(run: Live):
    ends: list[BaseException | int] = []
    thread = in_background(run.folder, ENDLESS, ends)
    until(lambda: run.server._running)
    run.server.interrupt()
    assert not run.server._running
    thread.join()
    assert "the run itself needed the memory" in str(ends[0])
    assert run.answers()


def test_stopping_tells_readers_and_does_not_wait_for_them(run: Live):
    ends: list[BaseException | int] = []
    thread = in_background(run.folder, ENDLESS, ends)
    until(lambda: run.server._running)
    run.close()
    thread.join()
    assert "the run ended just now" in str(ends[0])


def test_more_readers_than_turns_are_all_answered(run: Live):
    ends: list[BaseException | int] = []
    threads = [
        in_background(run.folder, "select * from range(20000)", ends)
        for _ in range(3 * live.MAX_CLIENTS)
    ]
    for thread in threads:
        thread.join()
    assert ends == [20000] * (3 * live.MAX_CLIENTS)


def test_a_reader_that_leaves_in_the_middle_harms_nothing(run: Live):
    for _ in range(2 * live.MAX_CLIENTS):
        with stream_sql(run.folder, "select i from range(100000000) as r(i)") as rows:
            next(rows.batches)
    for _ in range(2 * live.MAX_CLIENTS):
        with run.connect() as client:
            wire.ask(client, ENDLESS, 600, None)
    for _ in range(2 * live.MAX_CLIENTS):
        run.connect().close()
    assert run.answers()
    until(lambda: not run.server._running)


def frame(tag: bytes, payload: bytes) -> bytes:
    return struct.pack(">cI", tag, len(payload)) + payload


GARBAGE = [
    b"GET / HTTP/1.1\r\n\r\n",
    b"\x00" * 100,
    frame(b"D", b"not json"),
    frame(b"D", b"[" * 100_000),
    frame(b"D", b"{}"),
    frame(b"D", b'{"sql": 1}'),
    frame(b"D", b'{"sql": "select 1"}'),
    frame(b"D", b'{"sql": "select 1", "seconds": "x", "parameters": {}}'),
    frame(b"D", b'{"sql": "select 1", "seconds": NaN, "parameters": {}}'),
    frame(b"D", b'{"sql": "select 1", "seconds": 1, "parameters": {"a": {"b": []}}}'),
    frame(b"D", b'{"sql": "select \xff", "seconds": 1, "parameters": {}}'),
    struct.pack(">cI", b"D", 2**32 - 1),
    frame(b"Z", b""),
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda some: ascii(some[:40]))
def test_garbage_costs_its_own_connection_and_nothing_else(run: Live, garbage: bytes):
    with run.connect() as client:
        client.sendall(garbage)
        with contextlib.suppress(ConnectionError):
            client.shutdown(socket.SHUT_WR)
            assert client.recv(1000) == b""
    assert run.answers()


@pytest.mark.parametrize("sql", ["select '\ud800'", "drop table seeds", "select 1; select 2"])
def test_the_run_itself_refuses_what_its_clients_ought_to_have_refused(run: Live, sql: str):
    with run.connect() as client:
        wire.ask(client, sql, 5, None)
        with pytest.raises(UserError, match=r"^SQL: "):
            wire.read_rows(client)
    assert run.answers()


def test_an_answer_that_is_cut_off_is_an_error(tmp_path: Path):
    """A server that dies in the middle: everything was sent but the end frame."""
    folder = make_run(tmp_path / "run")
    place = live.private_directory()
    with duckdb.connect() as connection, socket.socket(socket.AF_UNIX) as listener:
        rows = live.Rows(*_whole(connection.sql("select 1 as x").to_arrow_table()))
        listener.bind(str(place / "sql"))
        listener.listen()
        record = {"pid": os.getpid(), "socket": str(place / "sql")}
        (folder / "live.json").write_text(json.dumps(record))
        ends: list[BaseException | int] = []
        thread = in_background(folder, "select 1 as x", ends)
        client, _ = listener.accept()
        with client:
            wire.read_question(client)
            ours, theirs = socket.socketpair()
            with ours, theirs:
                wire.send_rows(ours, rows)
                sent = theirs.recv(100_000)
            client.sendall(sent[: -wire.FRAME.size])
        thread.join()
    assert "broke off its answer" in str(ends[0])
    (place / "sql").unlink()
    place.rmdir()


def _whole(table):
    return table.schema, iter(table.to_batches())
