"""A plan buys and writes nothing, and what then happens falls into its range."""

import io

import pytest
from conftest import ROOT, exported, recipe_text, write_seeds
from test_money import model
from test_promises import Runner, calls

from factory.cli import main
from factory.errors import UserError
from factory.planned import compared
from factory.planning import plan
from factory.recipe import load_recipe
from factory.start import run
from factory.status import status


class Planner(Runner):
    def plan(self, name="one", *, again=None, **changes):
        # A fake model that is asked anything at all stops everything.
        self.monkeypatch.setenv("FAKE", '{"fatal_at": 1}')
        return plan(self.recipe(**changes), self.place / name, **(again or {}))


@pytest.fixture
def planner(tmp_path, monkeypatch):
    return Planner(tmp_path, monkeypatch)


BOUGHT = """select stage, count(*), sum(prompt_tokens), sum(completion_tokens), sum(cost)
            from replies where received >= $since group by stage"""


def falls_into(made, rows):
    """Every stage's actual number of calls, and the sums, are in the ranges."""
    actual = {row[0]: row[1:] for row in rows}
    for line in made.lines:
        came = actual.get(line.stage, (0,))[0]
        assert line.calls.low <= came <= line.calls.high, (line.stage, came, line.calls)
    for at, what in enumerate(("calls", "prompt_tokens", "completion_tokens")):
        total, came = made.total(what), sum(row[at] or 0 for row in actual.values())
        assert total.low <= came <= total.high, (what, came, total)
    return True


def since(planner, rows):
    """What was bought beyond these rows."""
    before = {row[0]: row for row in rows}
    return [
        (row[0], *(now - was for now, was in zip(row[1:], before[row[0]][1:], strict=True)))
        if row[0] in before
        else row
        for row in planner.rows(
            """select stage, count(*), sum(prompt_tokens), sum(completion_tokens)
               from replies group by stage"""
        )
    ]


def test_the_first_run_falls_into_a_plan_made_of_nothing_but_the_recipe(planner):
    made = planner.plan(models={"m": model()})
    assert not (planner.place / "one").exists()
    assert "evolutions that become candidates" in made.assumed
    planner.run(models={"m": model()})
    assert falls_into(made, since(planner, []))
    usd = made.total("usd")
    ((paid,),) = planner.rows("select sum(cost) from replies")
    # The fake model takes what a reply can cost at most.
    assert usd.low <= paid
    # A plan that says anything between nothing and everything is no plan.
    total = made.total("calls")
    assert total.high <= 8 * total.low


def test_the_symbolic_teacher_falls_into_its_plan(tmp_path):
    recipe = load_recipe(ROOT / "recipes" / "tiny.yaml")
    made = plan(recipe, tmp_path / "tiny")
    summary = run(recipe, tmp_path / "tiny")
    by_stage = {name: count.calls for name, count in summary.tally.stages.items()}
    for line in made.lines:
        assert line.calls.low <= by_stage[line.stage] <= line.calls.high, line
    assert made.seconds.low <= summary.seconds <= 60
    assert made.total("usd").high == 0


def test_a_finished_run_has_nothing_left_to_buy(planner):
    first = planner.run()
    made = planner.plan()
    assert made.total("calls").high == 0
    assert sum(line.known for line in made.lines) == calls(first)
    assert made.assumed == []


def test_a_plan_of_an_update_counts_what_is_new_and_takes_the_rest_from_the_journal(planner):
    planner.run()
    before = planner.rows(
        """select stage, count(*), sum(prompt_tokens), sum(completion_tokens)
           from replies group by stage"""
    )
    more = {"solve": {"model": "m", "samples": 6}}
    with pytest.raises(UserError, match=r"solve\.samples: 4 -> 6"):
        planner.plan(**more)
    made = planner.plan(again={"update": True}, **more)
    assert made.assumed == []
    total, known = made.total("calls"), sum(line.known for line in made.lines)
    assert 0 < total.likely < known
    state = (planner.place / "one" / "run.duckdb").read_bytes()
    planner.plan(again={"update": True}, **more)
    assert (planner.place / "one" / "run.duckdb").read_bytes() == state
    done = planner.run(again={"update": True}, **more)
    assert total.low <= calls(done) <= total.high
    rows = since(planner, before)
    by_stage = {row[0]: row[1] for row in rows}
    solve = next(line for line in made.lines if line.stage == "solve")
    assert solve.calls.low <= by_stage["solve"] <= solve.calls.high
    # It is a forecast worth having: within a third.
    assert total.likely == pytest.approx(calls(done), rel=0.34)


def test_a_plan_goes_on_from_where_a_run_was_stopped(planner):
    whole = planner.run("whole", models={"m": model()})
    planner.run(models={"m": model()}, budget={"usd": 1e-4 * (calls(whole) // 2)})
    made = planner.plan(models={"m": model()})
    total = made.total("calls")
    left = planner.run(models={"m": model()})
    assert total.low <= calls(left) <= total.high
    assert exported(planner.place / "one") == exported(planner.place / "whole")


def test_more_seeds_than_a_dry_run_takes_are_taken_to_be_like_the_first(planner, monkeypatch):
    monkeypatch.setattr("factory.planning.MOST_ROOTS", 10)
    made = planner.plan()
    assert (made.sampled, made.roots) == (10, 30)
    done = planner.run()
    total = made.total("calls")
    assert total.low <= calls(done) <= total.high


def test_an_estimate_is_kept_when_a_run_begins_and_compared_at_its_end(planner):
    done = planner.run(models={"m": model()})
    said = compared(planner.place / "one")
    assert f"made {calls(done):,}" in said
    assert "spent $" in said
    page = io.StringIO()
    status(planner.place / "one", file=page)
    assert "estimate" in page.getvalue()
    planner.run(models={"m": model()})
    assert planner.rows("select count(distinct run) from estimates") == [(1,)]


def test_the_command_prints_calls_tokens_cost_and_time(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("FAKE", '{"fatal_at": 1}')
    seeds = write_seeds(tmp_path / "seeds.jsonl", 5)
    recipe = tmp_path / "fake.yaml"
    recipe.write_text(recipe_text(seeds, models={"m": model(price=None)}), encoding="utf-8")
    assert main(["plan", str(recipe), "--outputs", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    for word in ("evolve", "solve", "calls", "tokens in", "not known", "5 seeds", "factory run"):
        assert word in said, said
    assert not (tmp_path / "out").exists()


def test_a_plan_is_held_against_the_budget_of_the_run(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("FAKE", '{"fatal_at": 1}')
    seeds = write_seeds(tmp_path / "seeds.jsonl", 5)
    recipe = tmp_path / "fake.yaml"
    recipe.write_text(recipe_text(seeds, models={"m": model()}), encoding="utf-8")
    planned = ["plan", str(recipe), "--outputs", str(tmp_path / "out"), "--max-cost"]
    assert main([*planned, "0.0001"]) == 0
    assert "$0.00010 over all starts may not be enough" in capsys.readouterr().out
    assert main([*planned, "1000"]) == 0
    assert "may not be enough" not in capsys.readouterr().out
    assert main([*planned, "1000", "--set", "models.m.max_tokens=null"]) == 2
    assert "a budget needs `max_tokens`" in capsys.readouterr().err
