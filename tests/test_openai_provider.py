"""The provider `openai` against a real server on loopback: what is sent, what is read, and how
each fault is classified."""

import asyncio
import json
import logging
import tracemalloc

import pytest
from fault_server import FAULTS, FaultServer

from factory.errors import Fatal, Refused, Transient, UserError
from factory.models import Draw, Message, Request, Sampling, Served, provider_of
from factory.models.faults import Callee, fault_of_answer, retry_after
from factory.models.openai import proxy_of
from factory.models.wire import read_reply

KEY = "sk-test-0123456789abcdef"
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
ASKED = (Message("system", "You count."), Message("user", "How many is $\\frac{4}{2}$?"))


@pytest.fixture(scope="module")
def running():
    with FaultServer() as server:
        yield server


@pytest.fixture
def server(running):
    running.change(delay=0, key=None, reply="2", rates={}, script=[], seed=0, times=1)
    running.reset()
    return running


def asked(draw=None, schema=None, truth=None, **sampling):
    return Request(ASKED, Sampling(**sampling), draw or Draw(), schema, truth)


def provider(url, options=None, **served):
    urls = (url,) if isinstance(url, str) else tuple(url)
    known = {"name": "w", "model": "tiny", "base_url": urls} | served
    return provider_of("w", "openai", options or {}, Served(**known))


def replies(made, *requests):
    """The replies, or the faults, in order; all requests at once."""

    async def ask():
        try:
            return await asyncio.gather(*map(made.reply, requests), return_exceptions=True)
        finally:
            await made.close()

    return asyncio.run(asyncio.wait_for(ask(), 30))


def sent(server, options=None, *requests, **served):
    found = replies(provider(server.url, options, **served), *(requests or [asked()]))
    assert not any(isinstance(one, Exception) for one in found), found
    return server.stats["seen"]


def test_a_request_says_what_the_recipe_says_and_nothing_of_the_truth(server):
    request = asked(max_tokens=7, top_p=0.9, stop=("END",), truth='{"graph": 1}')
    (seen,) = sent(server, None, request)
    assert seen["path"] == "/v1/chat/completions"
    assert seen["body"].pop("seed") in range(2**31)
    assert seen["body"] == {
        "model": "tiny",
        "messages": [{"role": m.role, "content": m.content} for m in ASKED],
        "temperature": 0.7,
        "top_p": 0.9,
        "max_tokens": 7,
        "stop": ["END"],
    }
    assert "graph" not in json.dumps(seen)


def test_options_change_what_is_sent(server):
    options = {
        "seed": False,
        "max_tokens_as": "max_completion_tokens",
        "headers": {"X-Team": "data"},
        "body": {"reasoning_effort": "low", "temperature": None},
    }
    (seen,) = sent(server, options, asked(max_tokens=9))
    assert set(seen["body"]) == {"model", "messages", "max_completion_tokens", "reasoning_effort"}
    assert seen["headers"]["x-team"] == "data"


@pytest.mark.parametrize(
    ("mode", "kind"), [("json_schema", "json_schema"), ("json_object", "json_object")]
)
def test_a_schema_becomes_a_response_format(server, mode, kind):
    (seen,) = sent(server, {"schema": mode}, asked(schema=SCHEMA))
    assert seen["body"]["response_format"]["type"] == kind
    if kind == "json_schema":
        assert seen["body"]["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_server_without_schemas_is_sent_none(server):
    (seen,) = sent(server, {"schema": "none"}, asked(schema=SCHEMA))
    assert "response_format" not in seen["body"]


def test_another_draw_has_another_seed_and_the_same_draw_the_same(server):
    draws = [Draw(), Draw(0, 0, 1), Draw(0, 1), Draw(1), Draw(0, 0, 0, 1), Draw()]
    seen = sent(server, None, *map(asked, draws))
    assert len({one["body"]["seed"] for one in seen}) == len(set(draws)) == 5


def test_a_plain_completion_is_the_filled_template(server):
    template = "<s>{{ system }}|{{user}}</s>"
    server.change(reply="echo")
    request = Request(
        (Message("system", "{{ user }}"), Message("user", "\\frac")), Sampling(), Draw()
    )
    found = replies(provider(server.url, {"api": "completions", "template": template}), request)
    # A slot that a text brings along is text.
    assert found[0].text == "<s>{{ user }}|\\frac</s>"
    assert server.stats["seen"][0]["path"] == "/v1/completions"


def test_the_key_comes_from_the_named_variable_alone(server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-not-for-you")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-not-for-you")
    monkeypatch.setenv("MY_KEY", f" {KEY}\n")
    (bare,) = sent(server)
    assert "not-for-you" not in json.dumps(bare) and "authorization" not in bare["headers"]
    server.reset()
    (signed,) = sent(server, None, key_env="MY_KEY")
    assert signed["headers"]["authorization"] == f"Bearer {KEY}"
    server.reset()
    (other,) = sent(server, {"key_header": "api-key"}, key_env="MY_KEY")
    assert other["headers"]["api-key"] == KEY and "authorization" not in other["headers"]


def test_a_variable_without_a_key_is_named(server, monkeypatch):
    monkeypatch.delenv("MY_KEY", raising=False)
    (fault,) = replies(provider(server.url, key_env="MY_KEY"), asked())
    assert isinstance(fault, Fatal)
    assert str(fault).startswith("models.w.key_env: the environment variable MY_KEY is not set")
    assert server.stats["asked"] == 0


@pytest.mark.parametrize("options", [{}, {"key_header": "api-key"}])
def test_the_key_is_in_no_message_log_or_repr(server, monkeypatch, caplog, options):
    monkeypatch.setenv("MY_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    made = provider([server.url, "http://127.0.0.1:9/v1"], options, key_env="MY_KEY")
    asyncio.run(made.open())
    assert KEY not in f"{made!r} {made.__dict__}"
    server.change(key="another")
    found = replies(made, *(asked(Draw(0, 0, n)) for n in range(4)))
    kinds = {type(one) for one in found}
    assert kinds == {Fatal, Transient}
    said = "".join(f"{one!r} {one} {one.__cause__!r}" for one in found)
    assert KEY not in said + caplog.text
    echoed = json.dumps({"error": {"message": f"bad key {KEY}", "code": "x"}}).encode()
    callee = Callee("w", "tiny", "http://a", "MY_KEY", KEY)
    assert KEY not in str(fault_of_answer(401, {}, echoed, callee)) + repr(callee)


def test_connections_are_kept_and_never_more_than_in_flight(server):
    server.change(delay=0.02)
    requests = [asked(Draw(0, 0, n)) for n in range(60)]
    found = replies(provider(server.url, in_flight=6), *requests)
    assert {one.text for one in found} == {"2"}
    stats = server.stats
    assert stats["most_at_once"] <= 6
    # A few more connections: the ones over which the server is asked for its numbers.
    assert stats["connections"] <= 6 + 4


def test_a_proxy_of_the_environment_is_asked_but_not_for_loopback(server, monkeypatch):
    for name in ("HTTP_PROXY", "NO_PROXY", "no_proxy", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with FaultServer(reply="by proxy") as proxy:
        monkeypatch.setenv("http_proxy", f"http://me:{KEY}@127.0.0.1:{proxy.port}")
        away = provider("http://models.invalid/v1")
        # A proxy is asked with the whole address; this stand-in takes it for a path.
        (far,), (near,) = replies(away, asked()), replies(provider(server.url), asked())
        (seen,) = proxy.stats["seen"]
    assert far.text == "by proxy" and near.text == "2"
    assert seen["path"] == "http://models.invalid/v1/chat/completions"
    assert seen["headers"]["proxy-authorization"].startswith("Basic ")
    (gone,) = replies(away, asked())
    assert isinstance(gone, Transient) and KEY not in str(gone)
    monkeypatch.setenv("no_proxy", "models.invalid")
    assert proxy_of("http://models.invalid/v1") is None
    monkeypatch.setenv("no_proxy", "")
    assert proxy_of("https://models.invalid/v1") is None  # this one has no proxy


def test_a_netrc_signs_nothing(server, monkeypatch, tmp_path):
    (tmp_path / "netrc").write_text(f"machine 127.0.0.1 login me password {KEY}\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    (seen,) = sent(server)
    assert "authorization" not in seen["headers"]


def test_the_least_loaded_address_is_asked_and_a_dead_one_rests(server):
    with FaultServer(reply="2", delay=0.3) as slow:
        made = provider([slow.url, server.url], in_flight=64)

        async def steady():
            async def some(n):
                for m in range(10):
                    await made.reply(asked(Draw(n, m)))

            await asyncio.gather(*(some(n) for n in range(8)))
            slow.close()
            faults = 0
            for n in range(20):
                try:
                    await made.reply(asked(Draw(9, n)))
                except Transient:
                    faults += 1
            await made.close()
            return faults

        shares = asyncio.run(steady()), server.stats["asked"]
    assert shares[0] <= 2
    assert shares[1] > 60


def test_reasoning_usage_and_cached_tokens_are_read():
    said = {"content": "2", "reasoning_content": "1 + 1"}
    usage = {
        "prompt_tokens": 9,
        "completion_tokens": 4,
        "prompt_tokens_details": {"cached_tokens": 8},
    }
    reply = read_reply({"choices": [{"message": said, "finish_reason": "stop"}], "usage": usage})
    assert (reply.text, reply.reasoning) == ("2", "1 + 1")
    assert (reply.prompt_tokens, reply.completion_tokens, reply.cached_tokens) == (9, 4, 8)
    parts = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"text": "2"}]
    reply = read_reply({"choices": [{"message": {"content": parts}}], "usage": None})
    assert (reply.text, reply.reasoning, reply.prompt_tokens) == ("2", "hm", None)


ENDINGS = {
    "stop": "stop",
    "length": "length",
    "content_filter": "content_filter",
    None: "stop",
    "max_tokens": "length",
    "eos": "stop",
    "SAFETY": "content_filter",
}


@pytest.mark.parametrize(("ending", "told"), ENDINGS.items())
def test_how_a_reply_ended_is_passed_on(ending, told):
    assert read_reply({"choices": [{"text": "x", "finish_reason": ending}]}).finish_reason == told


@pytest.mark.parametrize("answer", [{}, {"choices": []}, {"choices": [None]}, {"choices": "x"}, []])
def test_an_answer_without_a_choice_is_tried_again(answer):
    with pytest.raises(Transient, match="no choices"):
        read_reply(answer)


def test_a_refusal_and_an_empty_content_are_replies():
    assert read_reply({"choices": [{"message": {"content": None, "refusal": "No."}}]}).text == "No."
    assert read_reply({"choices": [{"message": {"content": None}}]}).text == ""


CLASSES = {
    Refused: ["400", "413", "422", "filter"],
    Fatal: ["401", "403", "404", "quota", "parameter", "redirect"],
    Transient: [
        *("408", "409", "429", "429 date", "500", "503", "html", "html 200", "error in 200"),
        *("empty body", "no choices", "broken json", "cut body", "drop"),
        *("bomb", "bomb 500", "endless"),
    ],
    None: ["wrong n", "length", "content_filter", "no content", "no usage", "eaten"],
}


def test_every_fault_of_the_server_is_classified():
    named = [fault for faults in CLASSES.values() for fault in faults]
    assert sorted([*named, "never"]) == sorted(FAULTS)


@pytest.mark.parametrize(
    ("kind", "fault"), [(kind, fault) for kind, faults in CLASSES.items() for fault in faults]
)
def test_a_fault_has_its_class(server, kind, fault):
    server.change(script=[{"contains": "", "fault": fault}])
    (found,) = replies(provider(server.url), asked())
    assert (type(found) if isinstance(found, Exception) else None) is kind, found
    if kind is Transient:
        assert found.busy == (fault in ("429", "429 date", "503", "error in 200"))
        assert found.retry_after == {"408": 0.02, "409": 0.02, "429": 0.02}.get(
            fault, {"500": 0.02, "503": 0.02, "429 date": found.retry_after}.get(fault)
        )
        # What was turned away cost nothing; what broke off may have.
        assert found.billed == (not found.busy and fault not in ("408", "409"))
    if kind is Fatal:
        assert str(found).startswith("models.w") and "\n" not in str(found)


@pytest.mark.parametrize("fault", ["bomb", "bomb 500", "endless"])
def test_an_answer_is_read_as_far_as_an_honest_one_can_be_long(server, fault):
    server.change(script=[{"contains": "", "fault": fault}])
    tracemalloc.start()
    try:
        found = replies(provider(server.url), *(asked(Draw(n), max_tokens=1000) for n in range(4)))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # It may have been billed, so it counts at its worst case; 4 calls, 4 MiB each and a copy.
    assert all(isinstance(one, Transient) and one.billed for one in found), found
    said = "500" if fault == "bomb 500" else "more than 4,258,304 bytes"
    assert all(said in str(one) for one in found)
    assert most < 60_000_000


def test_a_long_honest_answer_is_read_whole(server):
    long = "\U0001f600" * 131_072
    server.change(reply=long)  # in JSON: twelve bytes a character
    (found,) = replies(provider(server.url), asked())
    assert found.text == long


SENTENCES = {
    "401": r"models\.w: http\S+ does not accept the key in MY_KEY \(401: .*\); put a valid one",
    "404": r"models\.w\.model: http\S+ has no model 'tiny'",
    "quota": r"has no credit left for the key in MY_KEY",
    "403": r"does not let the key in MY_KEY use 'tiny'",
    "parameter": r"does not take `max_tokens`.*options\.max_tokens_as",
    "redirect": r"models\.w\.base_url: http\S+ sends calls elsewhere",
}


@pytest.mark.parametrize("fault", SENTENCES)
def test_a_fatal_fault_names_the_model_the_setting_and_the_variable(server, monkeypatch, fault):
    monkeypatch.setenv("MY_KEY", KEY)
    server.change(script=[{"contains": "", "fault": fault}])
    (found,) = replies(provider(server.url, key_env="MY_KEY"), asked())
    with pytest.raises(Fatal, match=SENTENCES[fault]):
        raise found


def test_nobody_at_the_address_is_tried_again_and_costs_nothing():
    (found,) = replies(provider("http://127.0.0.1:9/v1"), asked())
    assert isinstance(found, Transient) and not found.billed
    assert "no answer from http://127.0.0.1:9/v1" in str(found)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "3"}, 3.0),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        (
            {
                "retry-after": "Fri, 01 Jan 2027 00:00:30 GMT",
                "date": "Fri, 01 Jan 2027 00:00:00 GMT",
            },
            30.0,
        ),
        ({"retry-after": "Fri, 01 Jan 1999 00:00:30 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"x-ratelimit-reset-requests": "1m30s", "x-ratelimit-reset-tokens": "20ms"}, 90.0),
        (
            {
                "x-ratelimit-reset-requests": "6m0s",
                "x-ratelimit-remaining-requests": "5",
                "x-ratelimit-reset-tokens": "1.5s",
                "x-ratelimit-remaining-tokens": "0",
            },
            1.5,
        ),
        ({}, None),
    ],
)
def test_the_time_that_a_server_names_is_read(headers, seconds):
    assert retry_after(headers) == seconds


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (400, {"message": "API key not valid", "details": [{"reason": "API_KEY_INVALID"}]}, Fatal),
        (400, {"code": "content_filter", "innererror": {"code": "x"}}, Refused),
        (403, {"code": 403, "metadata": {"reasons": ["x"], "flagged_input": "y"}}, Refused),
        (402, {"code": 402, "message": "Insufficient credits"}, Fatal),
        (400, {"message": "Invalid schema", "param": "response_format"}, Fatal),
        (529, {"type": "overloaded_error"}, Transient),
        (200, {"code": 502, "message": "upstream"}, Transient),
        (404, "page not found", Fatal),
        (418, None, Refused),
    ],
)
def test_a_code_weighs_more_than_a_status(status, error, kind):
    content = json.dumps({"error": error}).encode()
    assert type(fault_of_answer(status, {}, content, Callee("w", "m", "http://a"))) is kind


def test_the_identity_has_what_changes_replies_and_no_address():
    def identity(url="http://a/v1", **options):
        return provider(url, options).identity

    assert identity() == identity("http://b/v1") == "openai:tiny"
    assert identity(headers={"X": "y"}, seed=False) == identity()
    assert identity(revision="2024-07-18") == "openai:tiny@2024-07-18"
    others = [identity(body={"reasoning_effort": "low"}), identity(api="completions")]
    assert len({identity(), *others}) == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"sed": True}, "options.sed: there is no such option; did you mean 'seed'?"),
        ({"api": "responses"}, "options.api: input should be 'chat' or 'completions'"),
        ({"body": {"n": 4}}, "options.body: n: cannot be set here"),
        ({"template": "no slot"}, "options.template: "),
        ({"headers": {"X": "a\nb"}}, "options.headers: 'X': a header is plain letters"),
    ],
)
def test_an_option_that_cannot_be_is_named(options, said):
    with pytest.raises(UserError, match=r"^models\.w\.options") as caught:
        provider("http://a/v1", options)
    assert said in str(caught.value)
