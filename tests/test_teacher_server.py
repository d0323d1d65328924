"""`factory serve-teacher`: a real process on loopback, and the parts it is made of."""

import asyncio
import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

import duckdb
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factory.errors import Transient, UserError
from factory.models import Draw, Request, Sampling, Served, provider_of
from factory.models.openai import ServerOptions
from factory.models.symbolic import Symbolic, TeacherOptions, settings_of
from factory.models.wire import body_of
from factory.options_serving import seconds
from factory.recipe import load_recipe
from factory.records import digest
from factory.serving.chat import Chat
from factory.serving.command import teacher_options, truths
from factory.serving.http import MAX_HEAD
from factory.serving.known import Known
from factory.serving.serve import Site
from factory.serving.trouble import Trouble, read_faults
from factory.stages.evolve import OPERATORS
from factory.stages.prompts import load_prompt
from factory.start import run
from factory.symbolic.teacher import seed_of

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "factory" / "symbolic" / "sample.jsonl"
ROW = json.loads(SAMPLE.read_text(encoding="utf-8").splitlines()[0])
QUESTION, RATIONALE = ROW["question"], ROW["answer"]
TRUTH = {"digest": digest(QUESTION), "rationale": RATIONALE}
CHAT = "/v1/chat/completions"


def prompted(role, question=QUESTION, operator="new_topic"):
    values = {"problem": question}
    if role == "evolve":
        chosen = OPERATORS[operator]
        values |= {"operator": operator, "direction": chosen.direction}
        values |= {"task": chosen.task, "words": "30"}
    return load_prompt(role).messages(**values)


def body(role="solve", question=QUESTION, **more):
    messages = [{"role": m.role, "content": m.content} for m in prompted(role, question)]
    return json.dumps({"model": "symbolic", "messages": messages, "seed": 4, **more}).encode()


def site(known=None, trouble=None, **options):
    made, identity = settings_of(TeacherOptions(**{"misbehave": 0.0, **options}))
    known = Known({} if known is None else known)
    return Site(Chat(made, identity, known), trouble or Trouble())


def said(place, content, status=200):
    answer = place.handle("POST", CHAT, content)
    assert answer.status == status, answer.body
    return json.loads(answer.body)


def test_a_completion_has_what_clients_look_for():
    made = said(site(), body(truth=TRUTH, temperature=0))
    (choice,) = made["choices"]
    assert made["object"] == "chat.completion" and made["model"] == "symbolic"
    assert choice["message"]["role"] == "assistant" and choice["finish_reason"] == "stop"
    answer = RATIONALE.rpartition("#### ")[2]
    assert choice["message"]["content"].endswith(f"The answer is: {answer}")
    usage = made["usage"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"] > 0
    assert json.loads(choice["truth"])["first_error"] == -1


def test_a_question_alone_is_solved():
    asked = [{"role": "user", "content": QUESTION}]
    known = {digest(QUESTION): truths([SAMPLE])[digest(QUESTION)]}
    (choice,) = said(site(known), body(messages=asked, temperature=0))["choices"]
    answer = RATIONALE.rpartition("#### ")[2]
    assert choice["message"]["content"].endswith(f"The answer is: {answer}")


def test_n_choices_differ_and_a_seed_gives_them_again():
    once, again, other = (
        [c["message"]["content"] for c in said(site(), body(truth=TRUTH, n=6, seed=s))["choices"]]
        for s in (1, 1, 2)
    )
    assert once == again != other
    assert len(set(once)) > 2
    first = said(site(), body(truth=TRUTH, seed=1))["choices"][0]["message"]["content"]
    assert first == once[0]


def test_without_a_seed_every_reply_is_another_draw():
    texts = {
        said(site(), body(truth=TRUTH, seed=None))["choices"][0]["message"]["content"]
        for _ in range(12)
    }
    assert len(texts) > 2


def test_max_tokens_and_stop_end_a_reply():
    cut = said(site(), body(truth=TRUTH, max_tokens=5))["choices"][0]
    assert cut["finish_reason"] == "length" and len(cut["message"]["content"].split()) <= 6
    stopped = said(site(), body(truth=TRUTH, stop=["Step 2"]))["choices"][0]
    assert stopped["message"]["content"].startswith("Step 1")
    assert "Step 2" not in stopped["message"]["content"]


def test_what_the_server_wrote_it_knows_afterwards():
    place = site()
    child = said(place, body("evolve", truth=TRUTH))["choices"][0]
    text = child["message"]["content"].rpartition("## Final problem\n")[2]
    solved = said(place, body("solve", text))["choices"][0]["message"]["content"]
    assert solved.startswith("Step 1: ")
    stranger = said(site(), body("solve", text))["choices"][0]["message"]["content"]
    assert stranger.startswith("I cannot do this: no_truth")


def test_seeds_are_known_from_files_and_rankings_find_all_their_problems():
    known = truths([SAMPLE])
    assert known[digest(QUESTION)]
    solved = said(site(known), body())["choices"][0]["message"]["content"]
    assert solved.startswith("Step 1: ")
    rows = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()[:2]]
    problems = "\n\n".join(
        f"## Problem {x}\n{r['question']}" for x, r in zip("AB", rows, strict=True)
    )
    messages = load_prompt("rank").messages(problems=problems)
    asked = [{"role": m.role, "content": m.content} for m in messages]
    content = json.dumps({"model": "symbolic", "messages": asked}).encode()
    order = json.loads(said(site(known), content)["choices"][0]["message"]["content"])["order"]
    assert sorted(letter for shared in order for letter in shared) == ["A", "B"]


def test_children_are_forgotten_oldest_first():
    known = Known({}, most=2)
    for name in ("a", "b", "c"):
        known.remember(json.dumps({"digest": name, "graph": {}}))
    assert list(known.written) == ["b", "c"]
    known.remember(json.dumps({"digest": "d", "mistake": None}))
    assert list(known.written) == ["b", "c"]


def test_a_stream_has_the_same_text_and_ends_with_done():
    whole = said(site(), body(truth=TRUTH))["choices"][0]["message"]["content"]
    options = {"include_usage": True}
    answer = site().handle("POST", CHAT, body(truth=TRUTH, stream=True, stream_options=options))
    assert answer.headers["content-type"] == "text/event-stream"
    events = answer.body.decode().split("\n\n")
    assert events[-2:] == ["data: [DONE]", ""]
    chunks = [json.loads(event.removeprefix("data: ")) for event in events[:-2]]
    deltas = [chunk["choices"][0]["delta"] for chunk in chunks if chunk["choices"]]
    assert "".join(delta.get("content", "") for delta in deltas) == whole
    assert chunks[-1]["usage"]["completion_tokens"] > 0


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"{", 400, "no JSON"),
        (b"[]", 400, "no JSON object"),
        (body(model="gpt"), 404, "no model 'gpt'"),
        (body(messages=[]), 400, "messages"),
        (body(messages=[{"role": "tool", "content": "x"}]), 400, "messages[0].role"),
        (body(messages=[{"role": "user", "content": None}]), 400, "messages[0].content"),
        (body(temperature="hot"), 400, "temperature"),
        (body(temperature=3), 400, "temperature"),
        (body(n=0), 400, "n: a whole number"),
        (body(n=1000), 400, "128"),
        (body(seed=1.5), 400, "seed"),
        (body(stop=[1]), 400, "stop"),
        (body(max_tokens=True), 400, "max_tokens"),
        (body(response_format="json"), 400, "response_format"),
        (body(truth=3), 400, "truth"),
    ],
)
def test_a_request_that_is_none_is_refused_in_words(content, status, words):
    told = said(site(), content, status)["error"]
    assert words in told["message"] and told["type"] == "invalid_request_error"


@given(
    st.dictionaries(
        st.text(max_size=8),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=20),
            lambda inner: st.lists(inner, max_size=3),
            max_leaves=6,
        ),
        max_size=5,
    )
)
@settings(deadline=None, max_examples=150)
def test_wild_bodies_are_answered_without_harm(wild):
    content = {**json.loads(body()), **wild}
    answer = site().handle("POST", CHAT, json.dumps(content).encode())
    assert answer.status in (200, 400, 404)


@pytest.mark.parametrize("given_truth", ["{", "[]", "null", '{"digest": 1}', '{"truths": []}'])
def test_a_truth_that_is_broken_makes_the_teacher_decline(given_truth):
    made = said(site(), body(truth=given_truth))
    assert made["choices"][0]["message"]["content"].startswith("I cannot do this: ")


def test_faults_come_as_often_as_asked_and_the_same_seed_makes_the_same():
    def statuses(seed):
        trouble = Trouble(faults=read_faults("429:0.2, 500:0.1,cut:0.05"), seed=seed)
        place = site({digest(QUESTION): json.dumps(TRUTH)}, trouble)
        answers = [place.handle("POST", CHAT, body()) for _ in range(600)]
        return [(a.status, a.manner) for a in answers], trouble.made, answers

    drawn, made, answers = statuses(1)
    seen = Counter(drawn)
    assert 80 < seen[429, "whole"] == made["429"] < 160
    assert 30 < seen[500, "whole"] < 95 and 10 < seen[200, "cut"] < 60
    assert all(a.headers["retry-after"] == "1" for a in answers if a.status == 429)
    assert drawn == statuses(1)[0] != statuses(2)[0]


def test_the_limit_per_minute_says_when_there_is_room_again():
    now = [0.0]
    trouble = Trouble(rpm=3, clock=lambda: now[0])
    place = site({digest(QUESTION): json.dumps(TRUTH)}, trouble)

    def asked():
        answer = place.handle("POST", CHAT, body())
        return answer.status, answer.headers.get("retry-after")

    assert [asked() for _ in range(4)] == [(200, None)] * 3 + [(429, "60")]
    now[0] = 59.2
    assert asked() == (429, "1")
    now[0] = 60.0
    assert asked() == (200, None)
    assert trouble.made["rpm"] == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("42:0.1", "no fault called '42'"),
        ("hung:0.1", "did you mean 'hang'"),
        ("429", "as 429:0.01"),
        ("429:2", "as 429:0.01"),
        ("429:0.1,429:0.1", "once"),
        ("429:0.6,500:0.6", "more than 1"),
    ],
)
def test_faults_that_are_none_are_told(text, words):
    with pytest.raises(UserError, match=re.escape(words)):
        read_faults(text)


def test_options_of_the_teacher_are_read_and_refused_with_their_name():
    assert teacher_options(["mistakes=2", "styles=free", "hide_answers=true"]).styles == "free"
    with pytest.raises(UserError, match="did you mean 'mistakes'"):
        teacher_options(["mistake=2"])
    with pytest.raises(UserError, match="leniency"):
        teacher_options(["leniency=7"])


def test_times_are_read_with_their_units():
    assert [seconds(text) for text in ("50ms", "0.2s", "2")] == [0.05, 0.2, 2.0]
    with pytest.raises(Exception, match="50ms"):
        seconds("soon")


def test_a_draw_is_the_seed_that_servers_are_sent():
    for draw in (Draw(), Draw(3, 1, 2, 1)):
        request = Request(tuple(prompted("solve")), Sampling(), draw)
        assert body_of(request, "symbolic", ServerOptions())["seed"] == seed_of(draw)


@contextlib.contextmanager
def serving(*options):
    """A server as a process; yields its port and the process."""
    command = [sys.executable, "-m", "factory", "serve-teacher", "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            line = process.stdout.readline()
            yield int(re.search(r":(\d+)/v1 ", line)[1]), process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


@pytest.fixture(scope="module")
def port():
    with serving("--option", "misbehave=0") as (port, _):
        yield port


def test_it_stops_at_ctrl_c_with_a_closing_line_and_no_traceback():
    with serving() as (port, process):
        url = f"http://127.0.0.1:{port}"
        listed = json.load(urllib.request.urlopen(f"{url}/v1/models", timeout=20))
        assert [model["id"] for model in listed["data"]] == ["symbolic"]
        request = urllib.request.Request(f"{url}{CHAT}", body())
        assert json.load(urllib.request.urlopen(request, timeout=20))["choices"]
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (out, err, process.returncode) == ("stopped after 1 request\n", "", 0)


def test_a_port_that_is_taken_is_told_in_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "factory", "serve-teacher", "--port", str(port)]
        ended = subprocess.run(
            command, capture_output=True, text=True, timeout=60, cwd=ROOT, check=False
        )
    assert ended.returncode == 2 and ended.stdout == ""
    told = f"factory: --port {port}: another program listens there; take another one, or 0 for any"
    assert ended.stderr == told + "\n"


def talk(port, *pieces, answers=1):
    """What comes back for these bytes: so many answers in JSON, or what there is at the end."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        for piece in pieces:
            connection.sendall(piece)
        connection.settimeout(2)
        found = b""
        with contextlib.suppress(TimeoutError, ConnectionResetError):
            while data := connection.recv(65536):
                found += data
                if found.count(b"HTTP/1.1 ") == answers and found.endswith(b"}"):
                    break
    return found


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"hello\r\n\r\n", b"400"),
        (b"GET / SPDY/9\r\n\r\n", b"400"),
        (b"POST /v1/chat/completions HTTP/1.1\r\ncontent-length: -5\r\n\r\n", b"400"),
        (b"POST /v1/chat/completions HTTP/1.1\r\ncontent-length: 99999999999\r\n\r\n", b"413"),
        (b"POST /v1/chat/completions HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n", b"411"),
        (b"GET /" + b"a" * (MAX_HEAD + 10), b"431"),
        (b"GET /nowhere HTTP/1.1\r\n\r\n", b"404"),
        (b"GET /v1/chat/completions HTTP/1.1\r\n\r\n", b"405"),
        (b"GET /v1/models/gpt HTTP/1.1\r\n\r\n", b"404"),
        (b"GET /health HTTP/1.1\r\n\r\n", b"200"),
    ],
)
def test_odd_requests_get_a_status_and_harm_nobody(port, sent, status):
    assert talk(port, sent).split(b" ")[1] == status
    assert talk(port, b"GET /health HTTP/1.1\r\nconnection: close\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )


def test_requests_in_one_packet_and_in_many_pieces_are_answered_in_order(port):
    asked = b"GET /health HTTP/1.1\r\n\r\nGET /v1/models HTTP/1.1\r\nconnection: close\r\n\r\n"
    whole = talk(port, asked, answers=2)
    pieces = talk(port, *(asked[at : at + 7] for at in range(0, len(asked), 7)), answers=2)
    for found in (whole, pieces):
        assert found.count(b"HTTP/1.1 200") == 2
        assert found.index(b'"ok"') < found.index(b'"data"')


def requests_for(n):
    return [
        Request(tuple(prompted("solve")), Sampling(), Draw(sample=sample)) for sample in range(n)
    ]


def replies(provider, asked):
    async def ask():
        try:
            return await asyncio.gather(*map(provider.reply, asked), return_exceptions=True)
        finally:
            await provider.close()

    return asyncio.run(ask())


def client(port, **options):
    url = (f"http://127.0.0.1:{port}/v1",)
    return provider_of("t", "openai", options, Served("t", "symbolic", url))


def test_our_client_hears_the_same_as_the_provider_in_this_process(port):
    asked = requests_for(20)
    far = replies(client(port), asked)
    near = replies(
        Symbolic(misbehave=0.0),
        [Request(r.messages, r.sampling, r.draw, None, json.dumps(TRUTH)) for r in asked],
    )
    assert [reply.text for reply in far] == [reply.text for reply in near]
    assert [reply.completion_tokens for reply in far] == [r.completion_tokens for r in near]


def test_our_client_takes_every_fault_for_what_it_is():
    with serving("--faults", "429:0.2,500:0.2,cut:0.2,drop:0.2,html:0.1,empty:0.1") as (port, _):
        found = replies(client(port), requests_for(60))
    assert all(isinstance(one, Transient) for one in found), found
    assert any("429" in str(one) or one.retry_after for one in found)


def stats_of(port):
    """What the server says of itself."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/stats", timeout=60) as answer:
        return json.load(answer)


def test_latency_is_waited_for_and_a_hanging_request_blocks_no_other():
    with serving("--latency", "300ms", "--faults", "hang:0.4", "--seed", "3") as (port, _):

        async def ask():
            made = client(port)
            loop = asyncio.get_running_loop()
            began = loop.time()
            tasks = [asyncio.create_task(made.reply(one)) for one in requests_for(20)]
            done, stats = 0, {"asked": 0}
            while stats["asked"] < 20 or done + stats["faults"].get("hang", 0) < 20:
                await asyncio.sleep(0.05)
                done = sum(task.done() for task in tasks)
                stats = await asyncio.to_thread(stats_of, port)
            spent = loop.time() - began
            took = [task.result().text.startswith("Step") for task in tasks if task.done()]
            hanging = [task for task in tasks if not task.done()]
            for task in hanging:
                task.cancel()
            await asyncio.gather(*hanging, return_exceptions=True)
            await made.close()
            return took, len(hanging), spent

        answered, hanging, spent = asyncio.run(ask())
    assert all(answered) and len(answered) + hanging == 20
    assert 1 <= hanging <= 16 and spent >= 0.3


def test_a_whole_recipe_through_the_server_writes_what_the_teacher_writes_here(tmp_path):
    def recipe(name, model):
        text = yaml.safe_load((ROOT / "recipes" / "tiny.yaml").read_text(encoding="utf-8"))
        text["seeds"]["limit"] = 4
        text["solve"]["samples"] = 3
        text["models"] = {"teacher": model}
        path = tmp_path / f"{name}.yaml"
        path.write_text(yaml.safe_dump(text), encoding="utf-8")
        return load_recipe(path)

    def texts(name, table):
        with duckdb.connect(str(tmp_path / name / "run.duckdb"), read_only=True) as connection:
            rows = connection.execute(f"select text from {table}").fetchall()
        return sorted(text for (text,) in rows)

    run(recipe("near", {"provider": "symbolic"}), tmp_path / "near")
    with serving() as (port, _):
        served = {"provider": "openai", "model": "symbolic", "in_flight": 8}
        served["base_url"] = f"http://127.0.0.1:{port}/v1"
        summary = run(recipe("far", served), tmp_path / "far")
    assert not summary.pending
    near = texts("near", "instructions")
    assert len(near) > 6
    assert texts("far", "instructions") == near
    assert texts("far", "attempts") == texts("near", "attempts")


def test_stats_count_what_was_asked_and_what_failed_on_purpose():
    with serving("--faults", "500:0.3") as (port, _):
        url = f"http://127.0.0.1:{port}"
        statuses = Counter()
        for _ in range(40):
            try:
                urllib.request.urlopen(urllib.request.Request(f"{url}{CHAT}", body()), timeout=20)
                statuses[200] += 1
            except urllib.error.HTTPError as fault:
                statuses[fault.code] += 1
        stats = stats_of(port)
    assert statuses[200] > 0 < statuses[500] == stats["faults"]["500"]
    assert stats["asked"] == 40
