"""Servers that a run starts: they share the calls, are started again, and never outlive the run.

Instead of vLLM, which takes a minute to start, a Python that is named in the recipe starts the
fault server under the arguments and the environment that vLLM would get. `test_vllm_provider`
does it with vLLM itself.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from factory.errors import Fatal, Transient, UserError
from factory.models import Draw, Message, Request, Sampling, Served, provider_of
from factory.models.server_process import bare_environment

HERE = Path(__file__).parent

STAND_IN = """#!{python}
import asyncio, json, os, sys, time
sys.path.insert(0, {here!r})
assert sys.argv[1:3] == ["-m", "vllm.entrypoints.openai.api_server"], sys.argv
given = dict(zip(sys.argv[3::2], sys.argv[4::2]))
with open({folder!r} + "/started", "a") as file:
    name, port = os.environ["CUDA_VISIBLE_DEVICES"], int(given["--port"])
    file.write(json.dumps([os.getpid(), port, name]) + "\\n")
print("loading", given["--model"], flush=True)
if os.path.exists({folder!r} + "/broken"):
    print("ValueError: the model does not fit", flush=True)
    sys.exit(1)
import fault_server
settings = dict(port=port, key=os.environ["VLLM_API_KEY"], reply="from " + name, forever=True)
asyncio.run(fault_server.serve(settings | {{"delay": 0.02}}))
"""


@pytest.fixture
def place(tmp_path):
    """A folder with a Python that stands in for that of vLLM."""
    python = tmp_path / "python"
    python.write_text(
        STAND_IN.format(python=sys.executable, here=str(HERE), folder=str(tmp_path)),
        encoding="utf-8",
    )
    python.chmod(0o755)
    return tmp_path


class Said(list):
    def __call__(self, text):
        self.append(text)


def vllm(place, said=None, **options):
    served = Served(
        "m", "tiny", in_flight=8, python=place / "python", folder=place / "run", say=said
    )
    return provider_of("m", "vllm", {"devices": ["0", "1"]} | options, served)


def started(place):
    return [json.loads(line) for line in (place / "started").read_text().splitlines()]


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(pids, seconds=60):
    until = time.monotonic() + seconds
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(map(alive, pids))


def request(n=0):
    return Request((Message("user", "How many?"),), Sampling(), Draw(0, 0, n))


def during(provider, work):
    """Run `work` between open and close."""

    async def go():
        try:
            await provider.open()
            return await work()
        finally:
            await provider.close()

    return asyncio.run(go())


async def answered(provider, n=0):
    """One reply, asked again as the gate would."""
    for _ in range(300):
        try:
            return await provider.reply(request(n))
        except Transient:
            await asyncio.sleep(0.1)
    raise AssertionError("never answered")


def test_replicas_share_the_calls_and_end_with_the_run(place):
    said = Said()
    provider = vllm(place, said)

    async def work():
        await provider.open()  # once is enough
        return await asyncio.gather(*(provider.reply(request(n)) for n in range(40)))

    texts = [reply.text for reply in during(provider, work)]
    assert texts.count("from 0") == texts.count("from 1") == 20
    assert len(started(place)) == 2
    assert gone([pid for pid, _, _ in started(place)])
    assert said[0].startswith("m: starting 2 vLLM servers") and "ready after" in said[-1]
    assert "loading tiny" in (place / "run" / "vllm-m-1.log").read_text()


def test_a_server_is_for_its_own_run_alone(place):
    provider = vllm(place, devices=["0"])

    async def work():
        ((_, port, _),) = started(place)
        url = f"http://127.0.0.1:{port}/v1/chat/completions"
        asked = urllib.request.Request(url, b'{"messages": [{"content": "x"}]}')
        with pytest.raises(urllib.error.HTTPError) as caught:
            await asyncio.to_thread(urllib.request.urlopen, asked, timeout=60)
        caught.value.close()
        return caught.value.code

    assert during(provider, work) == 401


def test_a_server_that_dies_is_started_again_and_no_call_is_lost(place):
    said = Said()
    provider = vllm(place, said, devices=["0"])

    async def work():
        await answered(provider)
        os.kill(started(place)[0][0], signal.SIGKILL)
        return await asyncio.gather(*(answered(provider, n) for n in range(20)))

    assert {reply.text for reply in during(provider, work)} == {"from 0"}
    (first, second) = started(place)
    assert first[1] == second[1], "it keeps its port"
    assert any("ended with signal 9" in line and "started again" in line for line in said)
    assert gone([first[0], second[0]])


def test_while_one_replica_is_down_the_other_answers(place):
    provider = vllm(place)

    async def work():
        (place / "broken").touch()
        os.kill(next(pid for pid, _, name in started(place) if name == "0"), signal.SIGKILL)
        replies = [await answered(provider, n) for n in range(3)]
        (place / "broken").unlink()
        return replies

    assert {reply.text for reply in during(provider, work)} <= {"from 1", "from 0"}


def test_a_server_that_dies_again_and_again_stops_the_run_with_its_last_words(place):
    provider = vllm(place, devices=["0"])

    async def work():
        (place / "broken").touch()
        os.kill(started(place)[0][0], signal.SIGKILL)
        await answered(provider)

    with pytest.raises(Fatal, match=r"models\.m: the vLLM server died 3 times") as caught:
        during(provider, work)
    assert "ValueError: the model does not fit" in str(caught.value)


def test_a_server_that_cannot_start_is_told_with_the_end_of_its_log(place):
    (place / "broken").touch()

    async def work():
        raise AssertionError("it is open")

    with pytest.raises(Fatal, match=r"models\.m: the vLLM server ended with exit code 1") as caught:
        during(vllm(place), work)
    assert "ValueError: the model does not fit" in str(caught.value)
    assert gone([pid for pid, _, _ in started(place)])


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_server_does_not_outlive_a_run_that_is_killed(place, number):
    code = f"""
import asyncio, sys
sys.path[:0] = [{str(HERE)!r}]
from pathlib import Path
from test_vllm_servers import vllm
async def go():
    provider = vllm(Path({str(place)!r}))
    await provider.open()
    print("open", flush=True)
    await asyncio.sleep(60)
asyncio.run(go())
"""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent)}
    run = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment)
    assert run.stdout.readline() == b"open\n"
    pids = [pid for pid, _, _ in started(place)]
    assert len(pids) == 2 and all(map(alive, pids))
    run.send_signal(number)
    run.communicate()
    assert gone(pids)


def test_a_run_that_is_stopped_while_servers_start_leaves_none(place):
    provider = vllm(place, start_timeout=60)

    async def go():
        opening = asyncio.create_task(provider.open())
        while not (place / "started").exists():
            await asyncio.sleep(0.01)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        await provider.close()

    asyncio.run(go())
    assert gone([pid for pid, _, _ in started(place)])


def served(**changes):
    return Served(**{"name": "m", "model": "tiny", "python": Path(sys.executable)} | changes)


def test_vllm_needs_a_python_or_an_address():
    with pytest.raises(UserError, match=r"models\.m: write `python`.* or `base_url`"):
        provider_of("m", "vllm", {}, served(python=None))


def test_devices_are_one_for_each_replica():
    with pytest.raises(UserError, match="3 replicas, but devices for 2"):
        provider_of("m", "vllm", {"replicas": 3, "devices": ["0", "1"]}, served())


def test_a_python_that_is_not_there_is_named():
    provider = provider_of("m", "vllm", {}, served(python=Path("/no/such/python")))
    with pytest.raises(Fatal, match=r"models\.m\.python: there is no Python at /no/such/python"):
        asyncio.run(provider.open())


def test_a_server_is_given_none_of_our_secrets(monkeypatch):
    for name in ("OPENAI_API_KEY", "GITHUB_TOKEN", "DB_PASSWORD", "HF_TOKEN", "MY_OWN"):
        monkeypatch.setenv(name, "secret")
    monkeypatch.setenv("PYTHONPATH", "/ours")
    monkeypatch.setenv("TOKENIZERS_PARALLELISM", "false")
    env = bare_environment(["HF_TOKEN"], {"MORE": "1"}, ["MY_OWN"])
    assert {name for name, value in env.items() if value == "secret"} == {"HF_TOKEN"}
    assert "PYTHONPATH" not in env
    assert env["MORE"] == "1" and env["TOKENIZERS_PARALLELISM"] == "false"
