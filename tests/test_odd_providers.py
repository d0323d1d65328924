"""One odd reply, judge or provider harms nobody else, and nothing is lost in silence."""

import asyncio
import json

import pytest
from test_promises import ONE, Runner, calls

from factory.engine import Engine
from factory.errors import Fatal, UserError
from factory.store.file import drop_derived, open_run
from factory.tally import Tally


@pytest.fixture
def runner(tmp_path, monkeypatch):
    return Runner(tmp_path, monkeypatch)


def reconciled(runner, name="one"):
    """Every stage's items follow from the stage before."""
    ends = runner.rows("select stage, status, count(*) from outcomes group by all", name)
    total, done = {}, {}
    for stage, status, n in ends:
        total[stage] = total.get(stage, 0) + n
        done[stage] = done.get(stage, 0) + (n if status == "done" else 0)
    assert total["eliminate"] == done["evolve"]
    assert total["admit"] == done["eliminate"] + done["seed"]
    assert total["solve"] == 4 * done["admit"]
    assert total["verify"] == done["admit"]
    assert total["rate"] == total["select"]
    return True


KINDS = ["nothing", "half a character", "tokens as text", "no number", "bug", "two megabytes"]


@pytest.mark.parametrize("kind", [*KINDS, "zero bytes"])
def test_an_odd_reply_ends_its_own_item_alone(runner, kind):
    summary = runner.run(fake={"odd": kind, "share": 0.03}, rounds=ONE)
    assert summary.pending == 0
    assert reconciled(runner)
    ((accepted,),) = runner.rows("select count(*) from accepted")
    assert accepted > 0


def test_a_reply_with_half_a_character_is_kept_and_drawn_again(runner):
    runner.run(fake={"odd": "half a character", "share": 0.2}, rounds=ONE)
    assert reconciled(runner)
    ((kept,),) = runner.rows("select count(*) from replies where contains(text, '\ufffd')")
    assert kept > 10
    ends = dict(runner.rows("select reason, count(*) from outcomes group by all"))
    assert "unusable_reply" not in ends
    # Of two draws one is sound, most of the time; where none is, that is the reason.
    assert 0 < ends["lost_character"] < kept / 2
    assert runner.rows("select * from attempts where contains(text, '\ufffd')") == []


def test_a_model_that_writes_nothing_else_stops_the_run_and_nothing_is_bought_twice(runner):
    odd = {"odd": "half a character", "share": 1.0}
    summary = runner.run(fake=odd)
    assert "50 calls in a row failed" in summary.why
    ((kept,),) = runner.rows("select count(*) from replies")
    assert kept == calls(summary) < 50 + 2 * 32  # those in flight are paid, and kept as well
    more = runner.run(fake=odd)
    assert runner.rows("select count(*) from replies") == [(kept + calls(more),)]


def test_a_call_that_cancels_itself_loses_no_item(runner):
    summary = runner.run(fake={"odd": "cancelled", "share": 0.03}, retries=0, rounds=ONE)
    assert summary.pending > 0
    assert runner.run(rounds=ONE).pending == 0
    assert reconciled(runner)


def test_a_late_judge_holds_its_own_wave_up_and_no_other(runner):
    late = {"odd": "busy", "share": 0.02, "only": '"definition"'}
    summary = runner.run(fake=late, retries=0, wave=10, rounds=ONE)
    assert 0 < summary.pending < 20
    assert runner.rows("select distinct wave from outcomes where stage = 'solve' order by 1") == [
        (0,),
        (1,),
        (2,),
    ]
    assert not (runner.place / "one" / "datasets").exists()
    assert runner.run(wave=10, rounds=ONE).pending == 0


def test_a_wrong_key_is_not_hidden_by_a_busy_server(runner):
    with pytest.raises(Fatal, match="the key is wrong"):
        runner.run(fake={"fatal_at": 40, "transient": 0.7}, retries=0)


FAKE = {"provider": "fakes:RandomModel", "in_flight": 8}
SERVED = {"provider": "openai", "model": "x", "base_url": "http://127.0.0.1:9/v1"}


def test_a_judge_that_cannot_be_opened_is_told_before_anything_is_bought(runner):
    runner.monkeypatch.setenv("JUDGE_KEY", "no key: \u00e9")
    models = {"m": FAKE, "j": {**SERVED, "key_env": "JUDGE_KEY"}}
    with pytest.raises(Fatal, match=r"models\.j\.key_env: what JUDGE_KEY holds is no key"):
        runner.run(models=models, rate={"judges": ["j"]})
    assert runner.rows("select count(*) from replies") == [(0,)]


def test_a_model_that_no_stage_uses_needs_nothing(runner):
    models = {"m": FAKE, "spare": {**SERVED, "key_env": "NO_SUCH_KEY_IS_SET"}}
    assert runner.run(models=models, rounds=[]).pending == 0


def test_a_wide_gate_starts_no_more_tasks_than_there_are_items():
    most = 0

    async def main():
        engine = Engine(7, {}, None, None, None, Tally())

        async def work(item):
            nonlocal most
            most = max(most, len(asyncio.all_tasks()))
            await asyncio.sleep(0)

        await engine.each([1, 2, 3], work, 100_000)
        await engine.each([], work, 100_000)

    asyncio.run(main())
    assert most == 1 + 3


def test_a_bug_while_a_provider_opens_stops_the_run_and_is_told(runner):
    with pytest.raises(Fatal, match=r"models\.m: cannot be opened \(KeyError: 'cannot open'\)"):
        runner.run(fake={"opening": "odd"}, rounds=[])
    assert runner.rows("select * from outcomes where status = 'failed'") == []
    assert runner.run(rounds=[]).pending == 0


def test_a_provider_that_cannot_close_changes_nothing(runner):
    assert runner.run(fake={"closing": "odd"}, rounds=[]).pending == 0
    assert "cannot close" in (runner.place / "one" / "run.log").read_text()


def test_what_was_refused_is_not_asked_again_until_a_person_says_so(runner):
    runner.run(fake={"refused": 0.05}, rounds=ONE)
    connection = open_run(runner.place / "one")
    drop_derived(connection)
    connection.close()
    assert calls(runner.run(rounds=ONE)) == 0
    again = runner.run(rounds=ONE, again={"retry_failed": True})
    assert calls(again) > 0
    assert runner.rows("select count(*) from outcomes where status = 'failed'") == [(0,)]


def test_seeds_that_cannot_be_read_anew_cost_no_stored_seeds(runner):
    runner.run(rounds=[])
    runner.seeds.write_text(runner.seeds.read_text() + '{"question": ""}\n')
    with pytest.raises(UserError, match="31"):
        runner.run(rounds=[], again={"update": True})
    assert runner.rows("select count(*) from seeds") == [(30,)]


def test_a_prompt_that_changed_with_factory_is_noticed(runner, monkeypatch):
    runner.run(rounds=[])
    import factory.start as start

    load = start.load_prompts

    def other(recipe):
        prompts = load(recipe)
        solve = prompts["solve"]
        return prompts | {"solve": type(solve)(solve.role, solve.system, solve.user, "0" * 16)}

    monkeypatch.setattr(start, "load_prompts", other)
    with pytest.raises(UserError, match=r"prompts\.solve.*--update"):
        runner.run(rounds=[])


def test_a_change_of_the_exports_alone_asks_nothing_and_drops_nothing(runner):
    runner.run(rounds=ONE)
    more = runner.run(rounds=ONE, export={"datasets": ["sft"], "sft_per_instruction": 4})
    assert calls(more) == 0
    manifest = json.loads((runner.place / "one" / "datasets" / "manifest.json").read_text())
    assert list(manifest["datasets"]) == ["sft"]


def test_a_run_cannot_reuse_itself(runner):
    runner.run(rounds=[])
    with pytest.raises(UserError, match="must be another run"):
        runner.run(rounds=[], again={"reuse": [runner.place / "one"]})
