"""Both directions: a distilabel LLM class behind the line, and our tasks in a distilabel pipeline.

Skipped where distilabel is not installed: pip install 'factory[distilabel]'.
"""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factory.errors import Fatal, Refused, Transient, UserError
from factory.models import Draw, Message, Request, Sampling, Served, provider_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# Its warnings are about itself, and come again with every import of a model class.
pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(
        not (__import__("importlib.util").util.find_spec("distilabel")),
        reason="distilabel is not installed: pip install 'factory[distilabel]'",
    ),
]
PROVIDER = "factory.models.distilabel:Distilabel"
OPENAI = "distilabel.models:OpenAILLM"
ASKED = (Message("system", "You count."), Message("user", "How many is $\\frac{4}{2}$?"))
KEY = "sk-test-0123456789abcdef"


def provider(llm, url=None, say=None, key_env=None, **kwargs):
    served = Served("w", "tiny", (url,) if url else (), key_env, say=say)
    return provider_of("w", PROVIDER, {"llm": llm, "kwargs": kwargs}, served)


def asked(made, *draws, max_tokens=100, **sampling):
    """A reply or a fault for each draw, all at once."""
    requests = [
        Request(ASKED, Sampling(max_tokens=max_tokens, **sampling), draw)
        for draw in draws or (Draw(),)
    ]

    async def ask():
        try:
            return await asyncio.gather(*map(made.reply, requests), return_exceptions=True)
        finally:
            await made.close()

    return asyncio.run(asyncio.wait_for(ask(), 30))


@pytest.fixture(scope="module")
def running():
    from fault_server import FaultServer

    with FaultServer() as server:
        yield server


@pytest.fixture
def server(running, monkeypatch):
    running.change(delay=0, key=KEY, reply="2", rates={}, script=[], seed=0, times=1)
    running.reset()
    monkeypatch.setenv("TEST_KEY", KEY)
    return running


def served(server, **kwargs):
    return provider(OPENAI, server.url, key_env="TEST_KEY", **kwargs)


# -- the provider ----------------------------------------------------------------------------


def test_a_distilabel_class_sends_texts_and_sampling_and_its_counts_come_back(server):
    (reply,) = asked(served(server), max_tokens=77, temperature=0.3, top_p=0.9, stop=("###",))
    assert (reply.text, reply.finish_reason) == ("2", "stop")
    assert reply.prompt_tokens > 0
    (seen,) = server.stats["seen"]
    assert seen["headers"]["authorization"] == f"Bearer {KEY}"
    body = seen["body"]
    assert [(m["role"], m["content"]) for m in body["messages"]] == [tuple(m) for m in ASKED]
    assert (body["model"], body["max_tokens"], body["temperature"]) == ("tiny", 77, 0.3)
    assert (body["top_p"], body["stop"], body["n"]) == (0.9, ["###"], 1)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("400", Refused),
        ("401", Fatal),
        ("404", Fatal),
        ("filter", Refused),
        ("quota", Fatal),
        ("500", Transient),
        ("html", Transient),
        ("drop", Transient),
        ("no choices", Transient),
        ("no content", Transient),
        ("broken json", Transient),
    ],
)
def test_what_the_class_raises_is_classified_and_nothing_is_tried_behind_the_gate(
    server, fault, kind
):
    server.change(script=[{"contains": "frac", "fault": fault}])
    (end,) = asked(served(server))
    assert isinstance(end, kind), end
    assert KEY not in str(end)
    assert server.stats["asked"] == 1


def test_a_busy_server_names_its_time_through_the_class(server):
    server.change(script=[{"contains": "frac", "fault": "429"}])
    (end,) = asked(served(server))
    assert isinstance(end, Transient)
    assert (end.busy, end.retry_after) == (True, 0.02)


def test_a_reply_as_long_as_it_may_be_counts_as_cut_off(server):
    server.change(reply="x" * 400)
    (reply,) = asked(served(server), max_tokens=100)
    assert (reply.completion_tokens, reply.finish_reason) == (100, "length")


def test_a_missing_key_or_limit_stops_with_one_sentence(server, monkeypatch):
    (end,) = asked(served(server), max_tokens=None)
    assert isinstance(end, Fatal)
    assert "models.w.max_tokens: OpenAILLM ends a reply after 128 tokens" in str(end)
    monkeypatch.delenv("TEST_KEY")
    (end,) = asked(served(server))
    assert isinstance(end, Fatal)
    assert "models.w.key_env: the environment variable TEST_KEY is not set" in str(end)
    assert server.stats["asked"] == 0


def test_a_class_that_cannot_load_stops_with_one_sentence():
    (end,) = asked(provider("distilabel_llms:Tied"))
    assert isinstance(end, Fatal)
    assert str(end) == "models.w: Tied cannot load (RuntimeError: no such device)"


@pytest.mark.parametrize(
    ("does", "kind"),
    [("none", Transient), ("nothing", Transient), ("raise", Transient), ("missing", Fatal)],
)
def test_no_generation_is_no_reply(does, kind):
    made = provider("distilabel_llms:Odd", does=does)
    first, second = asked(made, Draw(0), Draw(1))
    assert isinstance(first, kind), first
    # 0 tokens is what the classes write where they were told nothing.
    assert (second.text, second.prompt_tokens, second.completion_tokens) == ("2", None, 5)


def test_settings_that_a_class_does_not_take_are_said_once():
    said = []
    asked(provider("distilabel_llms:Teacher", say=said.append, truths="/nowhere"), top_p=0.5)
    assert said == ["models.w: Teacher takes no top_p; left to itself"]


def test_the_identity_holds_what_changes_replies_and_no_address(server):
    made = served(server, timeout=7, generation_kwargs={"frequency_penalty": 0.5})
    said = ' {"generation_kwargs": {"frequency_penalty": 0.5}}'
    assert made.identity == f"distilabel:{OPENAI}:tiny{said}"
    assert served(server, timeout=9).identity == f"distilabel:{OPENAI}:tiny"
    asked(made)
    assert server.stats["seen"][0]["body"]["frequency_penalty"] == 0.5


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"llm": "distilabel.models:OpenAILM"}, "models.w.options.llm: cannot load"),
        ({"llm": "factory.errors:Fatal"}, "is no distilabel LLM class"),
        ({"llm": "no colon"}, "models.w.options.llm:"),
        ({"llm": OPENAI, "kwargs": {"api_key": "sk-1"}}, "write the name of the variable"),
        ({"llm": OPENAI, "kwargs": {"temprature": 1}}, "models.w.options.kwargs.temprature:"),
        (
            {"llm": OPENAI, "kwargs": {"generation_kwargs": {"max_new_tokens": 9}}},
            "write it as models.w.max_tokens",
        ),
    ],
)
def test_a_mistake_in_the_options_is_named_before_anything_is_sent(options, said):
    with pytest.raises(UserError) as mistake:
        provider_of("w", PROVIDER, options, Served("w", "tiny"))
    assert said in str(mistake.value)
    assert "sk-1" not in str(mistake.value)


@pytest.mark.parametrize("kind", ["Teacher", "SlowTeacher"])
def test_a_run_through_a_distilabel_class_is_whole_and_replays_without_a_call(kind, tmp_path):
    from distilabel_llms import teach

    from factory.recipe import load_recipe
    from factory.start import run

    seeds = sample(tmp_path, 8)
    teach(tmp_path / "truths", map(json.loads, seeds.read_text("utf-8").splitlines()))
    recipe = tmp_path / "through.yaml"
    options = {"llm": f"distilabel_llms:{kind}", "kwargs": {"truths": str(tmp_path / "truths")}}
    model = {"provider": PROVIDER, "options": options, "in_flight": 8, "max_tokens": 500}
    recipe.write_text(
        json.dumps(
            {
                "name": "through",
                "seeds": {"path": str(seeds)},
                "models": {"m": model},
                "evolve": {"model": "m", "rounds": [{"direction": "upward", "from": "seed"}]},
                "solve": {"model": "m", "samples": 4},
                "rate": {"judges": ["m"]},
                "grade": {"judges": ["m"]},
            }
        ),
        encoding="utf-8",
    )
    for calls in (True, False):
        summary = run(load_recipe(recipe), tmp_path / "one")
        stages = summary.tally.stages
        assert summary.pending == 0
        assert (sum(stage.calls for stage in stages.values()) > 0) is calls
        assert stages["seed"].done == 8
        for stage in ("evolve", "solve", "verify", "rate", "grade"):
            assert stages[stage].done > 0, stage
            assert not stages[stage].failed, stage


# -- the tasks -------------------------------------------------------------------------------


def sample(place, count):
    rows = (ROOT / "factory" / "symbolic" / "sample.jsonl").read_text("utf-8").splitlines()
    path = place / "sample.jsonl"
    path.write_text("".join(row + "\n" for row in rows[:count]), encoding="utf-8")
    return path


def task(kind, llm, **settings):
    import factory.distilabel as tasks

    made = getattr(tasks, kind)(name="it", llm=llm, **settings)
    made.load()
    return made


def teacher(place, kind="Teacher", **settings):
    import distilabel_llms

    rows = [json.loads(row) for row in sample(place, 6).read_text("utf-8").splitlines()]
    distilabel_llms.teach(place / "truths", rows)
    llm = getattr(distilabel_llms, kind)(truths=str(place / "truths"), **settings)
    return llm, [{"problem": row["question"], "reference": row["answer"][-3:]} for row in rows]


@pytest.mark.parametrize("kind", ["Teacher", "SlowTeacher"])
def test_one_bad_row_or_request_costs_its_own_row_alone(kind, tmp_path):
    llm, rows = teacher(tmp_path, kind)
    llm.breaks_on = rows[2]["problem"][:40]
    rows[4] = {"problem": None}
    (made,) = task("SolveTask", llm, num_generations=3).process([dict(row) for row in rows])
    assert len(made) == 18
    ends = [{row["solve_failed"] for row in made[n * 3 : n * 3 + 3]} for n in range(6)]
    assert (ends[2], ends[4]) == ({"request_failed"}, {"no_input"})
    good = [row for row in made if not row["solve_failed"]]
    assert len(good) >= 10
    assert all("The answer is" in row["solution"] and row["answer"] for row in good)
    assert {row["problem"] for row in good} <= {row["problem"] for row in rows}


def test_no_column_is_ever_null_and_all_rows_have_the_same(tmp_path):
    llm, rows = teacher(tmp_path)
    for kind in ("EvolveTask", "SolveTask", "RateTask"):
        (made,) = task(kind, llm).process([*map(dict, rows), {"problem": ""}, {}])
        assert len(made) == len(rows) + 2
        names = {tuple(sorted(set(row) - {"problem", "reference"})) for row in made}
        assert len(names) == 1
        added = [value for row in made for k, value in row.items() if k not in ("problem",)]
        assert None not in added


def test_a_prompt_or_operator_that_does_not_exist_stops_before_anything_is_asked(tmp_path):
    llm, _ = teacher(tmp_path)
    with pytest.raises(ValueError, match="did you mean 'deepen'"):
        task("EvolveTask", llm, operator="deepn")
    with pytest.raises(UserError, match="cannot be read"):
        task("SolveTask", llm, prompt=str(tmp_path / "none.md"))


def test_replies_that_cannot_be_used_leave_their_reason(tmp_path):
    llm, rows = teacher(tmp_path)
    evolve, rate = task("EvolveTask", llm), task("RateTask", llm)
    ends = {
        evolve.format_output("I'm sorry, but I can't help with that.")["evolve_failed"],
        evolve.format_output("## Final problem\n" + "\x0crac{1}{2}")["evolve_failed"],
        evolve.format_output(None)["evolve_failed"],
        rate.format_output("It is a fine problem.")["rate_failed"],
    }
    assert ends == {"refusal", "eaten_backslashes", "no_reply", "unparsable"}
    grade = task("GradeTask", llm)
    solved = {**rows[0], "solution": "Step 1: 2 + 2 = 4.\nThe answer is: 4"}
    said = json.dumps({"verdicts": [1, 1], "first_error": -1, "reason": "x"})
    assert grade.format_output(said, solved)["grade_failed"] == "wrong_count"
    assert grade.format_output(said, {**solved, "solution": None})["grade_failed"] == "no_input"


def example(place, seeds, *arguments, env=None):
    """The example in recipes/, run as a person would; its rows."""
    made = place / "made.jsonl"
    done = subprocess.run(
        [
            sys.executable,
            str(ROOT / "recipes" / "distilabel_pipeline.py"),
            str(seeds),
            str(made),
            *arguments,
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(HERE), str(ROOT)]),
            "HF_HOME": str(place / "hf"),
            "HOME": str(place),
            **(env or {}),
        },
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return [json.loads(line) for line in made.read_text("utf-8").splitlines()]


def test_our_tasks_run_in_a_distilabel_pipeline_with_the_teacher_behind(tmp_path):
    _, rows = teacher(tmp_path)
    seeds = tmp_path / "seeds.jsonl"
    rows[1]["problem"] = "A problem that the teacher knows nothing of. What is it?"
    rows[2]["problem"] = ""
    seeds.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    kwargs = json.dumps({"truths": str(tmp_path / "truths")})
    made = example(
        tmp_path, seeds, "--llm", "distilabel_llms:Teacher", "--kwargs", kwargs, "--samples", "2"
    )
    assert len(made) == 12
    ends = {row["problem"]: row["evolve_failed"] for row in made}
    assert ends[rows[1]["problem"]] == "teacher_declined"
    assert ends[""] == "no_input"
    graded = [row for row in made if not row["grade_failed"]]
    assert len(graded) >= 4
    for row in graded:
        verdicts, steps = json.loads(row["verdicts"]), json.loads(row["steps"])
        assert len(verdicts) == len(steps) > 0
        assert row["evolved"] != row["problem"]
        assert row["solution"].endswith(row["answer"])
    lost = [row for row in made if row["evolve_failed"]]
    assert {row["solve_failed"] for row in lost} == {"no_input"}


def test_the_pipeline_outlives_a_server_that_refuses_some_rows(server, tmp_path):
    server.change(reply=None, rates={"400": 0.1}, key=None)
    seeds = tmp_path / "seeds.jsonl"
    problems = [f"Ann has {n} boxes with 3 pears each. How many pears is that?" for n in range(120)]
    seeds.write_text(
        "".join(json.dumps({"problem": text}) + "\n" for text in problems), encoding="utf-8"
    )
    kwargs = json.dumps({"model": "tiny", "base_url": server.url, "max_retries": 0})
    env = {"OPENAI_API_KEY": KEY}
    made = example(tmp_path, seeds, "--kwargs", kwargs, "--samples", "2", env=env)
    assert len(made) == 240
    assert {row["problem"] for row in made} == set(problems)
    failed = [row["evolve_failed"] for row in made]
    assert "request_failed" in failed
    assert failed.count("") > 100
    solved = [row for row in made if not row["evolve_failed"] and not row["solve_failed"]]
    assert len(solved) > 40
    # The server gives one reply where two are asked for: that is said, row by row.
    assert {row["solve_failed"] for row in made if not row["evolve_failed"]} >= {"", "no_reply"}
