"""Limits per minute and the adaptive window, in simulated time."""

import asyncio
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import Server, simulate

from factory.errors import Paused, Transient
from factory.models.gate import IN_A_ROW, Gate
from factory.models.pacing import STEEPEST, Bucket


def most_in_a_minute(times, units):
    """The largest sum of units in any 60 seconds."""
    best = total = first = 0
    for last, (now, much) in enumerate(zip(times, units, strict=True)):
        total += much
        while now - times[first] >= 60:
            total -= units[first]
            first += 1
        best = max(best, total)
        assert last >= first
    return best


@pytest.mark.parametrize("rpm", [1, 7, 60, 600, 20_000])
def test_requests_in_any_minute_stay_below_the_limit_and_come_evenly(rpm):
    async def main():
        gate, times = Gate(50, rpm=rpm), []
        loop = asyncio.get_running_loop()

        async def call():
            await gate.enter(0)
            times.append(loop.time())
            gate.leave()

        await asyncio.gather(*(call() for _ in range(min(3 * rpm, 3000))))
        return times

    times, seconds = simulate(main())
    assert most_in_a_minute(times, [1] * len(times)) <= rpm
    if rpm >= 60:
        # Evenly: no tenth of a minute sees much more than its share. And not needlessly slow.
        for start in range(0, int(seconds), 6):
            share = sum(start <= time < start + 6 for time in times)
            assert share <= rpm / 10 + max(2, rpm / 500)
        assert seconds <= len(times) / rpm * 60 * 1.05 + 1


@given(st.lists(st.tuples(st.integers(0, 900), st.floats(0, 5)), min_size=1, max_size=200))
def test_tokens_in_any_minute_stay_below_the_limit(calls):
    now = 0.0
    bucket = Bucket(2000, 50, lambda: now)
    times, units = [], []
    for tokens, later in calls:
        now += later
        if wait := bucket.wait(tokens):
            now += wait + 1e-6
        bucket.take(tokens)
        times.append(now)
        units.append(tokens)
    assert most_in_a_minute(times, units) <= 2000


def test_tokens_that_were_not_used_are_given_back():
    now = 0.0
    bucket = Bucket(6000, 100, lambda: now)
    bucket.take(100)
    assert bucket.wait(100) > 0
    bucket.correct(100, 10)
    assert bucket.wait(90) == 0


async def drive(gate, server, calls, watch=None, kind=lambda n: "solve"):
    """Make calls as a model does, until all were served."""
    loop = asyncio.get_running_loop()

    async def one(number):
        while True:
            await gate.enter(0)
            sent = loop.time()
            try:
                if await server.serve():
                    gate.answered(kind(number), sent, 0, None)
                    return
                gate.failed(sent, Transient("429", busy=True))
            finally:
                if watch is not None:
                    watch.append((loop.time(), gate.window.places))
                gate.leave()
            await asyncio.sleep(0.5 * random.uniform(0.5, 1.5))

    await asyncio.gather(*(one(number) for number in range(calls)))


def test_a_server_that_refuses_is_asked_less_at_once_and_still_kept_busy():
    random.seed(1)
    server = Server(20, 1.0, queue=False)
    _, seconds = simulate(drive(Gate(256), server, 4000))
    # Ideal is 200 s; refusals cost their part, and are a small part of all calls.
    assert seconds < 1.2 * 4000 / 20
    assert server.turned_away < 0.25 * 4000


def test_one_round_trip_costs_one_decrease():
    async def main():
        gate = Gate(64)
        for _ in range(64):
            await gate.enter(0)
        for _ in range(40):
            gate.failed(0.0, Transient("429", busy=True))
        return gate.window.places

    assert simulate(main())[0] == int(64 * STEEPEST)


def test_a_full_server_that_never_refuses_is_not_buried():
    random.seed(2)
    watch, server = [], Server(32, 1.0)
    _, seconds = simulate(drive(Gate(1024), server, 8000, watch))
    # As fast as the server can, and its queue is a fraction of what it was offered.
    assert seconds < 1.05 * 8000 / 32
    late = [places for _, places in watch[len(watch) * 2 // 3 :]]
    assert max(late) <= 32 * 4
    assert min(late) >= 32
    # No swinging: once it is found, the window hardly moves.
    assert max(late) - min(late) <= 0.25 * max(late)


LENGTHS = {
    "some long": lambda: random.expovariate(1.0) + 0.05,
    "a few very long": lambda: random.lognormvariate(-0.5, 1.0),
}


@pytest.mark.parametrize("lengths", LENGTHS)
@pytest.mark.parametrize("seed", range(5))
def test_a_server_that_keeps_up_is_not_held_back_by_replies_of_uneven_length(lengths, seed):
    class Uneven(Server):
        async def serve(self):
            await asyncio.sleep(LENGTHS[lengths]())
            return True

    # The first replies are the short ones: beside them all others look slow.
    random.seed(seed)
    kinds, watch, gate = {0: "solve", 1: "rate"}, [], Gate(128)
    simulate(drive(gate, Uneven(0, 0), 4000, watch, lambda n: kinds[n % 2]))
    assert gate.window.places == 128
    assert sum(places for _, places in watch) / len(watch) >= 0.98 * 128


@pytest.mark.parametrize("lengths", LENGTHS)
def test_a_full_server_is_not_buried_when_replies_are_of_uneven_length(lengths):
    class Uneven(Server):
        @property
        def seconds(self):
            return LENGTHS[lengths]()

        @seconds.setter
        def seconds(self, _):
            """Each reply has its own."""

    random.seed(3)
    watch, server = [], Uneven(32, 1.0)
    _, seconds = simulate(drive(Gate(512), server, 8000, watch))
    mean = 1.05 if lengths == "some long" else 1.0
    assert seconds < 1.05 * 8000 * mean / 32
    late = [places for _, places in watch[len(watch) * 2 // 3 :]]
    assert 24 <= min(late) <= max(late) <= 32 * 5


def test_a_server_that_is_slow_for_other_reasons_keeps_its_calls():
    random.seed(4)

    class Slowing(Server):
        async def serve(self):
            slow = asyncio.get_running_loop().time() > 60
            await asyncio.sleep(10.0 if slow else 1.0)
            return True

    gate = Gate(64)
    simulate(drive(gate, Slowing(0, 0), 64 * 120))
    assert gate.window.places == 64


def test_a_machine_of_our_own_that_is_slow_narrows_nothing():
    gate, watch = Gate(128), []

    async def main():
        loop = asyncio.get_running_loop()

        async def one(work):
            await gate.enter(0)
            sent = loop.time()
            await asyncio.sleep(0)
            await asyncio.sleep(0.05)  # the server keeps up
            await asyncio.sleep(0)
            gate.answered("solve", sent, 0, None)
            loop.jump.clock += work  # and we do not: nothing else is done meanwhile
            watch.append((loop.time() - sent, gate.window.places))
            gate.leave()

        for _ in range(100):
            await one(0.0)
        await asyncio.gather(*(one(0.003) for _ in range(6000)))

    simulate(main())
    quick, slow = watch[0][0], sum(latency for latency, _ in watch[-1000:]) / 1000
    assert slow > 4 * quick  # it does look like a queue
    assert min(places for _, places in watch) == 128


@given(st.integers(0, 2**32))
def test_the_window_stays_between_one_and_its_most(seed):
    chance = random.Random(seed)

    async def main():
        gate = Gate(8)
        loop = asyncio.get_running_loop()
        for _ in range(300):
            await asyncio.sleep(chance.random())
            sent = loop.time() - chance.random() * chance.choice([0.1, 100])
            if chance.random() < 0.3:
                gate.window.refused(sent, loop.time())
            else:
                latency = chance.expovariate(chance.choice([0.001, 1, 100]))
                gate.window.answered("x", sent, loop.time(), latency, 8)
            assert 1 <= gate.window.places <= 8

    simulate(main())


def test_a_time_that_the_server_names_holds_for_all():
    async def main():
        gate, entered = Gate(4), []
        loop = asyncio.get_running_loop()
        await gate.enter(0)
        gate.failed(0.0, Transient("429", retry_after=20.0))

        async def other():
            await gate.enter(0)
            entered.append(loop.time())

        waiting = [asyncio.create_task(other()) for _ in range(2)]
        await asyncio.sleep(0)
        gate.leave()
        await asyncio.gather(*waiting)
        return entered

    entered, _ = simulate(main())
    assert all(20.0 <= time <= 22.1 for time in entered)


def test_a_pause_of_hours_stops_the_run_instead():
    async def main():
        with pytest.raises(Paused, match="pause of 7,200 s"):
            Gate(4).failed(0.0, Transient("429", retry_after=7200.0))

    simulate(main())


def test_a_model_that_only_fails_is_let_alone():
    async def main():
        gate, tries = Gate(64, name="m"), 0
        loop = asyncio.get_running_loop()
        with pytest.raises(Paused, match=f"m: {IN_A_ROW} calls in a row failed"):
            for _ in range(1000):
                await asyncio.sleep(1)
                tries += 1
                gate.failed(loop.time(), Transient("500"))
        return tries

    assert simulate(main())[0] == IN_A_ROW


def test_a_hiccup_that_takes_all_calls_in_flight_is_one_failure():
    async def main():
        gate = Gate(512)
        for _ in range(512):
            gate.failed(-1.0, Transient("connection lost"))
        # A success between starts the row anew.
        loop = asyncio.get_running_loop()
        for _ in range(20):
            for _ in range(IN_A_ROW - 2):
                gate.failed(loop.time(), Transient("500"))
            gate.answered("x", loop.time(), 0, None)

    simulate(main())
