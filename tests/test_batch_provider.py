"""The provider `openai-batch` against our own imitation of the Batch API, over real HTTP."""

import asyncio
import json
import signal
import time

import pytest
from batch_server import BatchServer
from conftest import exported, recipe_text, run_apart, write_seeds
from hypothesis import given, settings
from hypothesis import strategies as st
from served import KEY, ROUNDS, Runs

from factory.errors import Failed, Fatal, ModelFault, Paused, Refused, Transient, UserError
from factory.models import (
    Draw,
    Message,
    Reply,
    Request,
    Sampling,
    Served,
    batch_service,
    provider_of,
)
from factory.models.batch_orders import LOG, Orders
from factory.models.batch_parts import (
    ENDED,
    find_lines,
    missing,
    no_room,
    read_line,
    refusals,
)
from factory.models.faults import Callee
from factory.planning import plan
from factory.recipe import load_recipe
from factory.start import run as run_here

NAMES = ["custom_id", "response", "error", "status_code", "body"]
PARTS = st.sampled_from([*NAMES, "code", "message", "line", "choices", "param", "type"])
QUICK = {"linger": 0.1, "poll": 0.02}
IN_FLIGHT = 400
UNDER_WAY = "requests in a batch are done"
"""Is said after the first look at a batch."""


@pytest.fixture(scope="module")
def running():
    with BatchServer() as server:
        yield server


@pytest.fixture
def server(running, monkeypatch):
    """A server that knows nothing yet."""
    monkeypatch.setattr(batch_service, "FIRST_PAUSE", 0.02)
    running.reset()
    return running


class BatchRuns(Runs):
    """Runs whose model answers in batches."""

    def recipe(self, **changes):
        model = {
            "provider": "openai-batch",
            "in_flight": IN_FLIGHT,
            "retries": 2,
            **changes.pop("model", {}),
        }
        model["options"] = QUICK | model.get("options", {})
        return super().recipe(model=model, **changes)


@pytest.fixture
def runs(tmp_path, server, monkeypatch):
    return BatchRuns(tmp_path, server, monkeypatch)


@pytest.fixture
def ask(tmp_path, server):
    """Asks a provider of its own for all of these texts at once; the replies or faults, in order.

    `under_way` is called as soon as a batch is; True: all is given up then, as when the run is
    stopped.
    """

    def ask(*texts, under_way=None, url=server.url, key_env=None, draws=None, **options):
        def say(text):
            said.append(text)
            if under_way and UNDER_WAY in text:
                work.cancel() if under_way is True else under_way()

        made = provider_of(
            "m",
            "openai-batch",
            QUICK | options,
            Served("m", "tiny", (url,), key_env, folder=tmp_path, say=say),
        )

        async def one(text, draw):
            messages = (Message("system", "You count."), Message("user", text))
            try:
                request = Request(messages, Sampling(max_tokens=50), draw)
                reply = await made.reply(request)
            except (Transient, Refused, Fatal, Failed, Paused) as fault:
                return fault
            made.kept(made.name_of(request))
            return reply

        async def all_of_them():
            nonlocal work
            try:
                await made.open()
                work = asyncio.gather(*map(one, texts, draws))
                return await work
            except asyncio.CancelledError:
                return None
            finally:
                await made.close()

        work = None
        draws = draws or [Draw()] * len(texts)
        return asyncio.run(all_of_them())

    said = ask.said = []
    return ask


def texts(count):
    return [f"How many is {n} + 1?" for n in range(count)]


PRICED = {"price": {"input": 1.0, "output": 10.0}, "max_tokens": 300}


@pytest.fixture(scope="module")
def whole(running, tmp_path_factory):
    """A run from its beginning to its end, and what the server knows of it then."""
    running.reset()
    with pytest.MonkeyPatch.context() as monkeypatch:
        runs = BatchRuns(tmp_path_factory.mktemp("whole"), running, monkeypatch)
        assert runs.run(model=PRICED).pending == 0
    return runs, running.stats


def test_a_whole_run_goes_in_batches(whole):
    runs, stats = whole
    assert runs.reconciled()
    assert stats["different"] == stats["came"] == stats["answered"]
    assert stats["clashes"] == 0
    # A stage of a round is a batch, not a request.
    assert len(stats["batches"]) < stats["came"] / 8
    bought = runs.rows("select count(*), count(distinct k), min(latency) from replies")
    assert bought == [(stats["answered"], stats["answered"], 60.0)]
    assert not (runs.place / "one" / "batches").exists()


def test_a_run_that_has_ended_sends_no_batch(whole, server):
    runs, _ = whole
    assert runs.run(model=PRICED).pending == 0
    assert server.stats["seen"] == []


# A kill, and what the next start finds


def recipe_of(place, server):
    """The recipe of the run that is killed, in a file."""
    model = {
        "provider": "openai-batch",
        "model": "tiny",
        "base_url": server.url,
        "key_env": "TEST_KEY",
        "in_flight": IN_FLIGHT,
        "max_tokens": 500,
        "options": QUICK,
    }
    path = place / "killed.yaml"
    seeds = write_seeds(place / "seeds.jsonl", 6)
    path.write_text(recipe_text(seeds, models={"m": model}, rounds=ROUNDS[:1]), encoding="utf-8")
    return path


def start(place, server, code=""):
    """The recipe in a process of its own."""
    return run_apart(recipe_of(place, server), place, env={"TEST_KEY": KEY}, code=code)


def finish(place, server):
    """Run again, to the end; nothing was sent or answered twice."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("TEST_KEY", KEY)
        summary = run_here(load_recipe(recipe_of(place, server)), place / "fake")
    assert (summary.pending, summary.stopped) == (0, False)
    stats = server.stats
    assert stats["clashes"] == stats["answered_twice"] == 0
    assert stats["came"] == stats["different"] == stats["answered"]


@pytest.fixture(scope="module")
def unbroken(running, tmp_path_factory):
    """The digest of a run that nobody killed."""
    place = tmp_path_factory.mktemp("unbroken")
    running.reset()
    finish(place, running)
    return exported(place / "fake")


MOMENTS = {
    "the file is at the server, and nobody knows": ({"upload": ["hang"]}, "uploads"),
    "the batch is made, and nobody knows": ({"create": ["hang"]}, "batches"),
    "the batch is under way": ({"looks": None}, "batches"),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_run_killed_between_sending_and_reading_sends_nothing_twice(
    tmp_path, server, unbroken, moment
):
    settings, counted = MOMENTS[moment]
    server.change(**settings)
    run = start(tmp_path, server)
    while not server.stats[counted] and run.poll() is None:
        time.sleep(0.02)
    if counted == "batches" and "looks" in settings:
        while server.stats["batches"][0]["status"] != "in_progress" and run.poll() is None:
            time.sleep(0.02)
    run.kill()
    run.communicate()
    assert run.returncode == -9
    server.change(looks=1)
    finish(tmp_path, server)
    assert exported(tmp_path / "fake") == unbroken


AT_COMMIT = """
import os, signal
from factory.store.journal import Journal
record, seen = Journal.record, []
async def dying(self, *args, **more):
    seen.append(1)
    if len(seen) == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    await record(self, *args, **more)
Journal.record = dying
"""


def test_a_run_killed_in_the_middle_of_reading_asks_for_nothing_again(tmp_path, server, unbroken):
    run = start(tmp_path, server, AT_COMMIT)
    output, _ = run.communicate()
    assert run.returncode == -9, output
    finish(tmp_path, server)
    assert exported(tmp_path / "fake") == unbroken


def test_a_run_that_is_stopped_leaves_its_batches_and_takes_them_up_later(ask, server):
    server.change(looks=None)
    asked = texts(5)
    assert ask(*asked, under_way=True) is None
    assert ask.said[-1] == "m: 5 requests stay in batches; the same command takes them up"
    server.change(looks=0)
    assert all(reply.text for reply in ask(*asked))
    assert server.stats["came"] == 5
    assert "m: 5 requests of an earlier start are in batches; none is sent again" in ask.said


def test_what_a_batch_brought_waits_on_disk_for_those_who_ask_late(ask, server, tmp_path):
    server.change(looks=None)
    ask(*texts(5), under_way=True)
    server.change(looks=0)
    # Two of the five are asked for now, the others by the start after that.
    assert all(reply.text for reply in ask(*texts(2)))
    assert all(reply.text for reply in ask(*texts(5)[2:]))
    assert server.stats["came"] == 5
    assert not (tmp_path / "batches").exists()


def test_a_log_that_a_kill_cut_off_is_read(ask, server, tmp_path):
    server.change(looks=None)
    ask(*texts(3), under_way=True)
    log = tmp_path / "batches" / "m" / LOG
    with log.open("ab") as file:
        file.write(b'{"order": "half a li')
    server.change(looks=0)
    assert all(reply.text for reply in ask(*texts(3)))
    assert server.stats["came"] == 3


def test_orders_are_written_before_they_are_sent(tmp_path):
    orders = Orders(tmp_path / "m")
    order = orders.begin("http://x", {"a": 0.5, "b": 0.25}, [b"1\n", b"2\n"])
    orders.note(order, batch="batch_1")
    orders.settle(order, ["a"])
    (unsettled,) = Orders(tmp_path / "m").load()
    assert (unsettled.batch, unsettled.requests, unsettled.settled) == (
        "batch_1",
        {"a": 0.5, "b": 0.25},
        set(),
    )
    orders.flush()
    (half,) = Orders(tmp_path / "m").load()
    assert half.settled == {"a"}
    orders.settle(order, ["b"])
    assert Orders(tmp_path / "m").load() == []
    assert [path.name for path in (tmp_path / "m").iterdir()] == [LOG]


def test_batches_at_another_address_are_not_forgotten(ask, server):
    server.change(looks=None)
    ask(*texts(2), under_way=True)
    with pytest.raises(UserError, match=r"batches are under way at http://127\.0\.0\.1"):
        ask(*texts(2), url="http://127.0.0.1:9/v1")


# Batches that end badly


@pytest.mark.parametrize("status", ["expired", "cancelled"])
def test_what_a_batch_did_not_come_to_is_sent_again_and_the_rest_is_salvaged(ask, server, status):
    server.change(fates=[{"status": status, "share": 0.5}])
    replies = ask(*texts(10))
    assert all(reply.text for reply in replies)
    stats = server.stats
    assert [size for size, _ in stats["sizes"]] == [10, 5]
    assert stats["answered"] == 10
    assert stats["answered_twice"] == 0


def test_a_request_that_no_batch_comes_to_is_given_up_in_the_end(ask, server):
    server.change(fates=[{"status": "expired", "share": 0.0}] * 9)
    faults = ask(*texts(3), resend=2)
    assert [type(fault) for fault in faults] == [Transient] * 3
    assert not any(fault.billed for fault in faults)
    assert "m: the batch ended before this request (batch_expired)" in str(faults[0])
    assert len(server.stats["batches"]) == 3


def test_a_file_with_a_line_that_is_not_valid_costs_that_request_alone(ask, server):
    server.change(invalid="How many is 2 + 1?")
    found = ask(*texts(5))
    assert isinstance(found[2], Refused)
    assert str(found[2]) == "m: 400 Not so."
    assert all(reply.text for n, reply in enumerate(found) if n != 2)
    assert [size for size, _ in server.stats["sizes"]] == [5, 4]


def test_a_batch_that_is_refused_as_a_whole_gives_each_request_its_error(ask, server):
    errors = [{"code": "mismatched", "message": "All of it is wrong.", "line": None}]
    server.change(fates=[{"status": "failed", "errors": errors}])
    found = ask(*texts(3))
    assert [str(fault) for fault in found] == ["m: 400 All of it is wrong."] * 3
    assert {type(fault) for fault in found} == {Refused}


def test_a_batch_that_fails_without_a_word_gives_each_request_an_error(ask, server):
    server.change(fates=[{"status": "failed", "errors": []}])
    found = ask(*texts(2))
    assert {type(fault) for fault in found} == {Refused}


def test_an_unknown_model_stops_the_run(ask, server):
    errors = [{"code": "model_not_found", "message": "No such model.", "line": 1, "param": "model"}]
    server.change(fates=[{"status": "failed", "errors": errors}])
    found = ask(*texts(3))
    assert {type(fault) for fault in found} == {Fatal}
    assert "has no model 'tiny'" in str(found[2])


def test_a_batch_that_there_is_no_room_for_is_offered_again(ask, server):
    server.change(room=1, looks=3)
    replies = ask(*texts(6), requests=2)
    assert all(reply.text for reply in replies)
    assert server.stats["came"] == 6
    assert server.stats["uploads"] == 3
    assert any("has no room for another batch now" in line for line in ask.said)


def test_a_batch_that_never_finds_room_stops_the_run_with_a_way_out(ask, server):
    server.change(room=0)
    found = ask(*texts(2))
    assert {type(fault) for fault in found} == {Fatal}
    assert "write a smaller options.requests" in str(found[0])


# Lines that are wrong


FAULTS = {"400": Refused, "filter": Refused, "500": Transient, "401": Fatal, "half": Reply}
"""Half a character is mended where the reply is kept, by `factory.models.calling`."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_line_is_classified_as_that_of_a_call_and_is_its_own(ask, server, fault):
    server.change(script=[{"contains": "is 3 +", "fault": fault}])
    found = ask(*texts(6))
    assert type(found[3]) is FAULTS[fault]
    assert all(reply.text for n, reply in enumerate(found) if n != 3)


@pytest.mark.parametrize("fault", ["429", "expired"])
def test_what_was_turned_away_in_a_batch_goes_into_the_next(ask, server, fault):
    server.change(script=[{"contains": "is 3 +", "fault": fault, "times": 1}])
    assert all(reply.text for reply in ask(*texts(6)))
    assert [size for size, _ in server.stats["sizes"]] == [6, 1]


def test_a_file_that_is_named_late_is_waited_for(ask, server):
    server.change(late=3)
    assert all(reply.text for reply in ask(*texts(4)))
    assert server.stats["came"] == 4


def test_broken_lines_harm_no_other(ask, server):
    server.change(spoil=["broken", "unknown", "doubled", "nameless"])
    found = ask(*texts(8))
    (fault,) = [one for one in found if isinstance(one, Exception)]
    assert isinstance(fault, Transient)
    assert fault.billed  # it was answered: the line was broken
    assert sum("Not the answer" in one.text for one in found if one is not fault) == 0


CALLEE = Callee("m", "tiny", "http://x/v1")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner, max_size=4),
    max_leaves=12,
)
WILD = st.dictionaries(PARTS, VALUES, max_size=5).map(json.dumps) | st.text(max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.lists(WILD, max_size=6), st.integers(0, 6))
def test_whatever_stands_in_a_file_a_good_line_is_found_and_read(tmp_path_factory, wild, place):
    body = {"choices": [{"message": {"content": "4"}, "finish_reason": "stop"}]}
    good = {"custom_id": "good", "response": {"status_code": 200, "body": body}, "error": None}
    lines = [line.replace("\n", " ").replace("good", "") for line in wild]
    lines.insert(place, json.dumps(good))
    path = tmp_path_factory.mktemp("wild") / "output.jsonl"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    found, _ = find_lines(path, {"good", "other"})
    for begin in found.values():
        line = path.read_bytes()[begin:].splitlines()[0]
        try:
            reply = read_line(line, CALLEE)
        except (ModelFault, Failed):
            assert b'"good"' not in line
        else:
            assert isinstance(reply, Reply)
    line = path.read_bytes()[found["good"] :].split(b"\n")[0]
    assert read_line(line, CALLEE).text == "4"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.dictionaries(PARTS, VALUES, max_size=4), max_size=4), st.sampled_from(ENDED))
def test_whatever_a_server_says_of_a_batch_each_request_without_a_line_has_a_fault(errors, status):
    no_room(status, errors)
    why = refusals(errors, CALLEE)
    for line in range(1, 4):
        assert isinstance(missing(status, line, why, CALLEE), ModelFault)


def test_a_fault_is_told_once_and_not_again_by_the_next_start(ask, server):
    server.change(script=[{"contains": "is 1 +", "fault": "400", "times": 1}])
    assert [type(one).__name__ for one in ask(*texts(3))] == ["Reply", "Refused", "Reply"]
    # As --retry-failed asks again.
    assert ask(texts(2)[1])[0].text


def test_requests_with_the_same_words_and_other_draws_are_others(ask, server):
    draws = [Draw(sample=n) for n in range(4)]
    replies = ask(*["The same?"] * 4, draws=draws, seed=False)
    assert server.stats["different"] == 4
    assert len({reply.text for reply in replies}) > 1


# Files


def test_a_file_holds_no_more_requests_than_the_limit(ask, server):
    assert all(reply.text for reply in ask(*texts(10), requests=4))
    assert sorted(size for size, _ in server.stats["sizes"]) == [2, 4, 4]


def test_a_file_is_no_larger_than_the_limit(ask, server):
    replies = ask(*[f"{n}" + 400 * "x" for n in range(10)], megabytes=0.002)
    assert all(reply.text for reply in replies)
    sizes = server.stats["sizes"]
    assert sum(size for size, _ in sizes) == 10
    assert max(length for _, length in sizes) <= 2000
    assert len(sizes) == 4


def test_a_request_that_no_file_can_hold_is_refused(ask, server):
    found = ask("short", 3000 * "x", megabytes=0.002)
    assert found[0].text
    assert isinstance(found[1], Refused)


# The server itself


@pytest.mark.parametrize("mishap", ["lost", "500", "503", "html", "429"])
@pytest.mark.parametrize("what", ["upload", "create"])
def test_a_server_that_stumbles_over_a_batch_makes_it_once(ask, server, what, mishap):
    server.change(**{what: [mishap]})
    assert all(reply.text for reply in ask(*texts(4)))
    stats = server.stats
    assert (stats["came"], stats["clashes"]) == (4, 0)
    assert len(stats["batches"]) == 1


def test_a_wrong_key_stops_the_run_at_once_with_one_sentence(runs, server, monkeypatch):
    server.change(key="sk-another")
    with pytest.raises(Fatal) as stopped:
        runs.run()
    said = str(stopped.value)
    assert said.startswith(f"models.m: {server.url} does not accept the key in TEST_KEY (401")
    assert KEY not in said
    assert "\n" not in said
    assert server.stats["batches"] == []
    assert runs.rows("select * from losses") == []


def test_a_key_that_is_wrong_for_what_was_ordered_is_told_before_anything_waits(ask, server):
    server.change(looks=None)
    ask(*texts(2), under_way=True)
    server.change(key="sk-another")
    with pytest.raises(Fatal, match="does not accept"):
        ask(*texts(2))
    server.change(key=None, looks=0)
    assert all(reply.text for reply in ask(*texts(2)))
    assert server.stats["came"] == 2


def test_a_key_that_ends_while_a_batch_is_under_way_pauses_and_loses_nothing(ask, server):
    server.change(looks=None)
    found = ask(*texts(2), under_way=lambda: server.change(key="sk-another"))
    assert {type(fault) for fault in found} == {Paused}
    assert "the same command takes it up" in str(found[0])
    server.change(key=None, looks=0)
    assert all(reply.text for reply in ask(*texts(2)))
    assert server.stats["came"] == 2


def test_the_key_is_on_no_disk_and_no_variable_of_the_client_has_an_effect(
    ask, server, tmp_path, monkeypatch
):
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-somebody")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-somebody")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Who: somebody\nX-Key: somebody")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody-else")
    monkeypatch.setenv("TEST_KEY", KEY)
    server.change(looks=None, key=KEY)
    ask(*texts(2), under_way=True, key_env="TEST_KEY")
    seen = json.dumps(server.stats["seen"])
    assert KEY in seen
    assert "somebody" not in seen
    files = [path for path in (tmp_path / "batches").rglob("*") if path.is_file()]
    assert len(files) == 2
    assert not any(KEY.encode() in path.read_bytes() for path in files)
    assert not any(KEY in line for line in ask.said)


# Money


def spent(runs, name="one"):
    """Costs of replies, and what counts as lost."""
    ((cost,),) = runs.rows("select coalesce(sum(cost), 0) from replies", name)
    ((lost,),) = runs.rows("select coalesce(sum(usd), 0) from losses", name)
    return cost, lost


def test_a_batch_costs_half(whole):
    runs, _ = whole
    rows = runs.rows("select cost, prompt_tokens, completion_tokens from replies")
    assert rows
    for cost, prompt, completion in rows:
        assert cost == pytest.approx((prompt * 1.0 + completion * 10.0) / 2e6)
    assert runs.rows("select input, output, source from prices") == [(0.5, 5.0, "recipe, 50% off")]


def test_a_budget_holds_over_batches(runs, server):
    summary = runs.run(model=PRICED, budget={"usd": 0.03})
    assert summary.out_of_budget
    cost, lost = spent(runs)
    assert lost == 0
    assert 0.02 < cost <= 0.03
    assert server.stats["answered"] == runs.rows("select count(*) from replies")[0][0]


FIRST = 6 * 4
"""Calls of a run before it needs a reply to any: a solution of each seed, four times."""


@pytest.mark.parametrize("end", ["kill", "stop", "kill before it is sent"])
def test_money_in_batches_is_counted_once_over_all_starts(tmp_path, server, runs, end):
    unsent = end == "kill before it is sent"
    server.change(looks=None, upload=["hang"] if unsent else [])
    usual = {"budget": {"usd": 0.3}, "model": PRICED, "rounds": ROUNDS[:1]}
    path = tmp_path / "served.yaml"
    runs.recipe(**usual)
    run = run_apart(path, tmp_path, "--name", "one", env={"TEST_KEY": KEY})
    # What a stop cuts off before it is in a file is lost; so all of it goes in first.
    there, enough = ("uploads", 1) if unsent else ("came", FIRST if end == "stop" else 1)
    while server.stats[there] < enough:
        assert run.poll() is None
        time.sleep(0.02)
    if end == "stop":
        run.send_signal(signal.SIGINT)
        run.send_signal(signal.SIGTERM)  # a second SIGINT might be taken for the first
    else:
        run.kill()
    run.communicate()
    assert spent(runs)[0] == 0
    server.change(looks=1)
    runs.run(**usual)
    cost, lost = spent(runs)
    stats = server.stats
    assert stats["clashes"] == stats["answered_twice"] == 0
    assert cost <= 0.3
    if end == "stop":
        assert lost == pytest.approx(0, abs=1e-12)
    else:
        # What a kill costs is what was authorised and not yet reserved.
        assert 0 <= lost <= 0.3 - cost


def test_replies_without_usage_count_at_their_worst(runs, server):
    server.change(usage=False)
    runs.run(model=PRICED, budget={"usd": 5.0}, rounds=ROUNDS[:1])
    cost, lost = spent(runs)
    assert cost == 0
    assert 0 < lost <= 5.0


def test_a_plan_buys_nothing_and_knows_how_long_batches_take(runs, server):
    made = plan(runs.recipe(model=PRICED), runs.place / "one")
    assert server.stats["uploads"] == 0
    assert made.seconds.high > 86_400
    assert made.total("usd").likely > 0


# The recipe


def test_a_run_may_go_from_calls_to_batches_and_keeps_every_reply(runs, server):
    single = runs.recipe(model={"provider": "openai", "in_flight": 8, "options": {}})
    # `Runs` gives the options of batches to both; they are no part of what decides the rows.
    assert runs.recipe().digest() == single.digest()


WRONG = {
    "adaptive": ({"adaptive": True}, "has no use for `adaptive`"),
    "rpm": ({"rpm": 5}, "has no use for `rpm`"),
    "addresses": ({"base_url": ["http://a/v1", "http://b/v1"]}, "a batch is at one address"),
    "calls": ({"provider": "openai", "in_flight": 5000}, "`in_flight` is 4,096 at most"),
    "patience": ({"provider": "openai", "timeout": 4000.0}, "`timeout` is 3,600 at most"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_settings_that_make_no_sense_are_refused_with_a_word(runs, wrong):
    changes, words = WRONG[wrong]
    with pytest.raises(UserError, match=words.replace("`", ".")):
        runs.recipe(model=changes)


def test_what_a_recipe_leaves_out_fits_batches(tmp_path):
    model = {"provider": "openai-batch", "model": "m"}
    path = tmp_path / "left_out.yaml"
    seeds = write_seeds(tmp_path / "seeds.jsonl", 1)
    path.write_text(recipe_text(seeds, models={"m": model}), encoding="utf-8")
    config = load_recipe(path).models["m"]
    assert (config.in_flight, config.adaptive, config.timeout) == (50_000, False, 14 * 86_400.0)


def test_options_of_batches_are_checked():
    with pytest.raises(UserError, match=r"models\.m\.options\.requests"):
        provider_of("m", "openai-batch", {"requests": 60_000}, Served("m", "tiny"))
    with pytest.raises(UserError, match="there is no such option; did you mean 'linger'"):
        provider_of("m", "openai-batch", {"lingr": 1.0}, Served("m", "tiny"))
