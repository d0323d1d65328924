"""A cap holds: over faults, over kills, over starts; and prices are known or said not to be."""

import asyncio
import io
import json
import random

import pytest
from conftest import exported, recipe_text, run_apart, write_seeds
from fakes import Witness
from hypothesis import given, settings
from hypothesis import strategies as st
from run_files import make_run
from simulated import simulate
from test_promises import ONE, Runner, calls

from factory.errors import Failed, Fatal, Paused, Refused, Transient, UserError
from factory.models import Draw, Message, Reply, Request, Sampling
from factory.models.calling import Model
from factory.models.gate import Gate
from factory.money import prices
from factory.money.prices import Price, listed_price, most_prompt_tokens
from factory.money.purse import OutOfBudget, Purse, lost_at_most
from factory.status import status
from factory.store.file import insert, open_run
from factory.store.tables import now

PRICE = Price(1.0, 10.0, 0.5)
REQUEST = Request((Message("user", "How many?"),), Sampling(max_tokens=50), Draw())
WORST = PRICE.at_most(most_prompt_tokens(REQUEST), 50)
EPS = 1e-9


class Rows:
    """The book of a run, as a file that a kill leaves behind: rows are there once committed."""

    def __init__(self, chance):
        self.chance = chance
        self.costs, self.authorised, self.cap = [], 0.0, None

    async def commit(self):
        await asyncio.sleep(self.chance.choice([0.0, 0.01, 0.3]))

    async def authorise(self, usd, cap):
        await self.commit()
        self.authorised, self.cap = usd, cap

    async def lose(self, usd, reason, asker):
        await self.commit()
        self.costs.append(usd)

    async def keep(self, reply):
        await self.commit()
        self.costs.append(reply.cost or 0.0)

    def reopen(self):
        """As the next start does: what a killed one may have spent is counted as lost."""
        spent = sum(self.costs)
        self.costs.append(lost_at_most(self.authorised, self.cap, spent))
        self.authorised = 0.0
        return sum(self.costs)


class Billing:
    """A server that bills what it begins, and then answers, fails, hangs or is cut off."""

    identity = "billing/1"

    def __init__(self, chance):
        self.chance = chance
        self.bill = 0.0

    async def reply(self, request):
        prompt = self.chance.randint(1, most_prompt_tokens(request))
        tokens = self.chance.randint(0, 50)
        cost = (prompt * PRICE.input + tokens * PRICE.output) / 1e6
        fate = self.chance.random()
        if fate < 0.05:
            raise Transient("429", busy=True)  # turned away: costs nothing
        if fate < 0.1:
            self.bill += prompt * PRICE.input / 1e6
            raise Refused("filtered")
        self.bill += cost
        await asyncio.sleep(self.chance.expovariate(1.0))
        if fate < 0.2:
            raise Transient("cut off in the middle")
        if fate < 0.25:
            await asyncio.sleep(1000)
        if fate < 0.3:
            raise Failed("unusable_reply", "half a character")
        if fate < 0.35:
            raise KeyError("a bug")
        if fate < 0.45:
            return Reply("no usage")
        own = cost if fate < 0.5 else None
        return Reply("ok", prompt_tokens=prompt, completion_tokens=tokens, cost=own)


async def spend(purse, provider, rows, calls, places):
    """Calls until there are no more, or the budget is at its end."""
    model = Model(
        "m", "billing/1", provider, Gate(places), Sampling(), 5.0, 2, price=PRICE, purse=purse
    )
    ended = []

    async def one():
        try:
            await model.call(REQUEST, 0, rows.keep)
        except OutOfBudget as end:
            ended.append(end)
            purse.close(end)
            model.gate.close(end)
        except (Transient, Refused, Failed, Paused, KeyError):
            return

    await asyncio.gather(*(one() for _ in range(calls)))
    assert purse.holds == 0
    await purse.end()
    return ended


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_whatever_the_faults_and_the_kills_the_bill_stays_below_the_cap(seed):
    chance = random.Random(seed)
    provider, rows = Billing(chance), Rows(chance)
    cap = WORST * chance.choice([0.5, 1, 3.7, 20, 200])
    spent = 0.0
    for _ in range(chance.randint(1, 5)):
        purse = Purse(rows, cap, spent)
        life = chance.choice([0.1, 1.0, 5.0, 1e6])

        async def live(purse=purse, life=life):
            work = asyncio.create_task(
                spend(purse, provider, rows, chance.randint(1, 120), chance.choice([1, 7, 40]))
            )
            await asyncio.wait([work], timeout=life)
            # A kill: nothing that was under way is written down any more.
            left = [rows.costs[:], rows.authorised, rows.cap]
            if work.done():
                work.result()
            return left

        left, _ = simulate(live())
        rows.costs, rows.authorised, rows.cap = left
        assert provider.bill <= cap * (1 + EPS)
        spent = rows.reopen()
        assert provider.bill <= spent + EPS
        assert spent <= cap * (1 + EPS)


def test_a_cap_is_used_up_nearly_whole_and_stops_only_when_nothing_is_in_flight():
    class Dear(Billing):
        async def reply(self, request):
            await asyncio.sleep(1.0)
            self.bill += WORST / 10
            return Reply("ok", prompt_tokens=1, completion_tokens=1, cost=WORST / 10)

    async def main():
        rows = Rows(random.Random(1))
        purse, provider = Purse(rows, WORST * 10), Dear(random.Random(1))
        ended = await spend(purse, provider, rows, 500, 64)
        return purse, provider, ended

    (purse, provider, ended), _ = simulate(main())
    assert len(ended) >= 1
    assert "holds no further call" in str(ended[0])
    assert purse.spent == pytest.approx(provider.bill)
    # What is left would not pay for another call at its worst.
    assert WORST * 9 - EPS < provider.bill <= WORST * 10


def test_a_tiny_budget_is_said_so_that_it_can_be_read():
    async def ask() -> None:
        await Purse(Rows(random.Random(1)), 1e-9).reserve(0.0002, 0.0001, 0)

    with pytest.raises(OutOfBudget, match=r"budget of \$0\.0000000010 .* cost \$0\.00020$"):
        asyncio.run(ask())


def test_who_came_first_or_counts_more_is_paid_first():
    async def main():
        order = []
        purse = Purse(Rows(random.Random(1)), 1.0)
        hold = await purse.reserve(1.0, 0.0, 0)

        async def wait(name, usd, priority):
            own = await purse.reserve(usd, 0.0, priority)
            order.append(name)
            own.settle(0.0)

        waiting = [
            asyncio.create_task(wait(*one))
            for one in [("late", 0.1, 1), ("large", 0.9, 0), ("small", 0.1, 0)]
        ]
        await asyncio.sleep(1)
        hold.settle(0.0)
        await asyncio.gather(*waiting)
        return order

    assert simulate(main())[0][0] == "large"


def test_a_cancelled_waiter_takes_no_money_with_it():
    async def main():
        purse = Purse(Rows(random.Random(1)), 1.0)
        hold = await purse.reserve(1.0, 0.0, 0)
        waiting = asyncio.create_task(purse.reserve(0.5, 0.0, 0))
        await asyncio.sleep(1)
        hold.settle(0.2)  # the waiter is given its part ...
        waiting.cancel()  # ... and is cancelled before it can take it
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert purse.left == pytest.approx(0.8)
        assert purse.holds == 0

    simulate(main())


def test_a_call_without_a_price_that_is_cut_off_is_written_down_as_lost():
    class Silent:
        identity = "silent/1"

        async def reply(self, request):
            await asyncio.sleep(1_000)

    async def main():
        rows = Rows(random.Random(1))
        purse = Purse(rows)
        model = Model(
            "m", "silent/1", Silent(), Gate(2), Sampling(), 5_000.0, 2, price=None, purse=purse
        )
        calls = [asyncio.create_task(model.call(REQUEST, 0, rows.keep)) for _ in range(2)]
        await asyncio.sleep(1)
        for call in calls:
            call.cancel()
        await asyncio.wait(calls)
        await purse.end()
        assert rows.costs == [None, None]

    simulate(main())


def test_a_server_dearer_than_its_price_is_reckoned_with_from_then_on():
    async def main():
        purse = Purse(Rows(random.Random(1)), 1.0)
        (await purse.reserve(0.1, 0.0, 0)).settle(0.2)
        hold = await purse.reserve(0.1, 0.0, 0)
        assert hold.usd == pytest.approx(0.2)

    simulate(main())


def test_calls_in_flight_together_do_not_multiply_what_a_dear_server_costs():
    async def main():
        purse = Purse(Rows(random.Random(1)), 10.0)
        first = [await purse.reserve(0.1, 0.0, 0) for _ in range(20)]
        for hold in first:
            hold.settle(0.2)
        assert purse.dearer == pytest.approx(2)
        (await purse.reserve(0.1, 0.0, 0)).settle(0.3)
        assert purse.dearer == pytest.approx(3)  # three times the worst case, not twice 1.5
        assert (await purse.reserve(0.1, 0.0, 0)).usd == pytest.approx(0.3)

    simulate(main())


@given(st.lists(st.text(), max_size=4))
def test_no_prompt_has_more_tokens_than_is_reserved_for_it(texts):
    request = Request(tuple(Message("user", text) for text in texts), Sampling(), Draw())
    assert most_prompt_tokens(request) >= sum(
        len(text.encode("utf-8", "replace")) + 8 for text in texts
    )


def test_a_price_is_found_under_the_address_or_it_is_unknown(monkeypatch):
    pytest.importorskip("genai_prices")
    known = listed_price("gpt-4o-mini", "https://api.openai.com/v1")
    assert known is not None
    assert (known.source, 0 < known.input < known.output) == ("genai-prices", True)
    assert known.version
    assert listed_price("gpt-4o-mini", "http://127.0.0.1:8000/v1") is None
    assert listed_price("no-such-model", "https://api.openai.com/v1") is None
    monkeypatch.setattr(prices, "_listed", lambda: None)
    assert listed_price("gpt-4o-mini", "https://api.openai.com/v1") is None


def test_cached_tokens_have_their_own_price():
    reply = Reply("x", prompt_tokens=1000, completion_tokens=100, cached_tokens=800)
    assert PRICE.of(reply) == pytest.approx((200 * 1.0 + 800 * 0.5 + 100 * 10.0) / 1e6)
    assert PRICE.of(Reply("x")) is None


PRICED = {"input": 0.0, "output": 1.0}
"""At 100 tokens a reply, a call can cost 1e-4 dollars; that is what the fake model takes."""
EACH = 1e-4


def model(**changes):
    fake = {"provider": "fakes:RandomModel", "options": {"salt": "money"}, "in_flight": 16}
    return {**fake, "retries": 2, "price": PRICED, "max_tokens": 100, **changes}


@pytest.fixture
def runner(tmp_path, monkeypatch):
    return Runner(tmp_path, monkeypatch)


def test_a_budget_stops_the_run_and_a_larger_one_goes_on(runner):
    short = {"models": {"m": model()}, "rounds": ONE}
    whole = runner.run("whole", **short)
    cap = EACH * (calls(whole) // 3)
    left = runner.run(**short, budget={"usd": cap})
    assert left.stopped and left.out_of_budget
    assert "the budget of" in left.why
    ((spent,),) = runner.rows("select sum(cost) from replies")
    assert cap - 2 * EACH <= spent <= cap + EPS
    # Again: nothing is bought, and it says the same. With more it goes on to the same end.
    again = runner.run(**short, budget={"usd": cap})
    assert (calls(again), again.out_of_budget) == (0, True)
    done = runner.run(**short, budget={"usd": 10.0})
    assert done.pending == 0 and not done.stopped
    assert exported(runner.place / "one") == exported(runner.place / "whole")
    assert runner.rows("select count(*) from losses") == [(0,)]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"price": None}, "its price is not known"),
        ({"max_tokens": None}, "needs `max_tokens`"),
        ({"options": {"body": {"max_tokens": 9}}}, "takes: salt"),
    ],
)
def test_a_budget_that_cannot_hold_is_refused_before_anything_is_bought(runner, change, words):
    with pytest.raises(UserError, match=words):
        runner.run(models={"m": model(**change)}, budget={"usd": 1.0})
    assert not (runner.place / "one").exists()


def test_a_cap_over_what_nobody_knows_the_price_of_is_refused(runner):
    free = {"price": None}
    fake = {"transient": 0.3}
    runner.run(models={"m": model(**free, retries=0)}, fake=fake, rounds=[])
    with pytest.raises(UserError, match="what those cost is not known"):
        runner.run(models={"m": model()}, budget={"usd": 1.0}, rounds=[])
    # Without a budget it goes on.
    runner.run(models={"m": model()}, rounds=[])


def test_replies_taken_from_another_run_are_not_paid_twice(runner):
    assert calls(runner.run("one", models={"m": model()}, rounds=[])) > 100
    again = runner.run(
        "two",
        models={"m": model()},
        rounds=[],
        budget={"usd": EACH},
        again={"reuse": [runner.place / "one"]},
    )
    assert (calls(again), again.stopped) == (0, False)


def test_the_price_is_kept_with_its_source_and_noted_again_only_when_it_changes(runner):
    other = {"input": 1.0, "output": 2.0, "cached_input": 0.1}
    for price in (PRICED, PRICED, other):
        runner.run(models={"m": model(price=price)}, rounds=[])
    rows = runner.rows("select run, model, input, output, cached, source from prices order by run")
    assert rows == [
        (1, "random/1 salt=money", 0.0, 1.0, None, "recipe"),
        (3, "random/1 salt=money", 1.0, 2.0, 0.1, "recipe"),
    ]


def test_calls_without_an_answer_count_at_their_worst_case_by_stage_and_operator(runner):
    cap = EACH * 400
    rough = {"transient": 0.2}
    models = {"m": model(retries=20)}
    left = runner.run(models=models, budget={"usd": cap}, fake=rough, rounds=ONE)
    assert left.out_of_budget
    ((paid, lost),) = runner.rows(
        "select (select sum(cost) from replies), (select sum(usd) from losses)"
    )
    assert lost > 10 * EACH
    assert cap - 2 * EACH <= paid + lost <= cap + EPS
    rows = runner.rows("select stage, operator, sum(lost_usd) from cost group by all")
    assert sum(row[2] or 0 for row in rows) == pytest.approx(lost)


LOST = {
    "up to $0.21, for calls that left no price (no_reply 2)": [("m", "no_reply", 0.2)],
    "up to $0.51, for calls that left no price (cut_off, no_reply 1)": [("", "cut_off", 0.5)],
    # What is given back is no call.
    "up to $0.03, for calls that left no price (cut_off, no_reply 1); "
    "$0.48 of what was lost is taken back (came_after_all, never_sent)": [
        *[("", "cut_off", 0.5), ("", "came_after_all", -0.4)],
        *[("", "came_after_all", -0.05), ("", "never_sent", -0.03)],
    ],
    "up to $0.01 and what nobody knows the price of, for calls that left no price (killed, "
    "no_reply 1)": [("", "killed", None)],
}


@pytest.mark.parametrize("said", LOST)
def test_what_was_lost_is_told_as_it_is(tmp_path, said):
    folder = make_run(tmp_path / "one")
    connection = open_run(folder)
    insert(
        connection,
        "losses",
        [(1, model, "", "", "", why, usd, now()) for model, why, usd in LOST[said]],
    )
    connection.close()
    page = io.StringIO()
    status(folder, file=page)
    (line,) = [line for line in page.getvalue().splitlines() if line.strip().startswith("lost")]
    assert line.split(maxsplit=1)[1] == said


def test_a_killed_run_never_spends_more_than_its_cap_and_loses_little(tmp_path):
    """A real SIGKILL, again and again; the witness outlives it and knows the true bill."""
    witness = Witness()
    fake = {"FAKE": json.dumps({"witness": witness.port})}
    seeds = write_seeds(tmp_path / "seeds.jsonl", 30)
    recipe = tmp_path / "fake.yaml"
    recipe.write_text(recipe_text(seeds, models={"m": model()}, rounds=ONE), encoding="utf-8")
    cap, chance = EACH * 360, random.Random(3)
    targets = (60, 130, 220)
    try:
        for target in targets:
            run = run_apart(recipe, tmp_path, "--max-cost", f"{cap:.4f}", env=fake)
            witness.kill(run, target + chance.randrange(20))
            assert witness.total * EACH <= cap + EPS
        for _ in range(2):
            run = run_apart(recipe, tmp_path, "--max-cost", f"{cap:.4f}", env=fake)
            output, _ = run.communicate()
            assert witness.total * EACH <= cap + EPS
            assert run.returncode == 3, output
            assert "--max-cost" in output and "the budget of" in output
        # A kill costs a block of authorised money at most: twice what was in flight.
        assert witness.total * EACH >= cap - (len(targets) * 2 * 16 + 2) * EACH
        more = run_apart(recipe, tmp_path, "--max-cost", "5", env=fake)
        output, _ = more.communicate()
        assert more.returncode == 0, output
    finally:
        witness.close()


def test_a_fault_that_stops_the_run_costs_nothing():
    class Wrong(Billing):
        async def reply(self, request):
            raise Fatal("the key is wrong")

    async def main():
        rows = Rows(random.Random(1))
        purse = Purse(rows, 1.0)
        model = Model("m", "x", Wrong(random.Random(1)), Gate(4), Sampling(), 5.0, 2, PRICE)
        with pytest.raises(Fatal):
            await model.call(REQUEST, 0, rows.keep)
        assert purse.spent == 0.0

    simulate(main())


def test_the_price_list_is_read_only_when_it_is_needed(tmp_path):
    seeds = write_seeds(tmp_path / "seeds.jsonl", 2)
    recipe = tmp_path / "fake.yaml"
    recipe.write_text(recipe_text(seeds, rounds=[]), encoding="utf-8")
    done = run_apart(recipe, tmp_path, code="import sys; sys.modules['genai_prices'] = None")
    output, _ = done.communicate()
    assert done.returncode == 0, output
