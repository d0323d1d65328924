import asyncio
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import simulate

from factory.errors import Failed, Fatal, Paused, Refused, Transient
from factory.models import Draw, Message, Reply, Request, Sampling
from factory.models.calling import Model, whole
from factory.models.gate import IN_A_ROW, Gate

REQUEST = Request((Message("user", "x"),), Sampling(), Draw())


class Scripted:
    """Answers with what it is given, one a call; an exception is raised."""

    identity = "scripted/1"

    def __init__(self, *answers):
        self.answers = list(answers)
        self.inside = self.most = self.calls = 0

    async def reply(self, request):
        self.calls += 1
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await asyncio.sleep(0.001)
            answer = self.answers.pop(0) if self.answers else "ok"
            if isinstance(answer, Exception):
                raise answer
            if isinstance(answer, Reply):
                return answer
            if answer == "hang":
                await asyncio.sleep(60)
            return Reply(answer)
        finally:
            self.inside -= 1


async def kept(reply):
    assert isinstance(reply, Reply)


def model(provider, places=4, timeout=5.0, retries=2):
    return Model("m", "scripted/1", provider, Gate(places), Sampling(), timeout, retries)


def test_never_more_calls_in_flight_than_places():
    provider = Scripted()

    async def main():
        one = model(provider, places=3)
        await asyncio.gather(*(one.call(REQUEST, 0, kept) for _ in range(40)))

    asyncio.run(main())
    assert provider.most == 3
    assert provider.calls == 40


@pytest.mark.parametrize(("places", "seconds"), [(64, 0.064), (2000, 0.5)])
def test_the_first_calls_are_spread_and_later_ones_are_not(places, seconds):
    async def main():
        gate, loop = Gate(places), asyncio.get_running_loop()
        times = []

        async def call():
            await gate.enter(0)
            times.append(loop.time())
            await asyncio.sleep(10)
            gate.leave()

        await asyncio.gather(*(call() for _ in range(2 * places)))
        return times

    times, _ = simulate(main())
    assert times[0] == 0.0
    assert times[places - 1] == pytest.approx(seconds, rel=0.05)
    # A later one goes in the moment that a place is free.
    late = zip(times[:places], times[places:], strict=True)
    assert all(later == pytest.approx(first + 10) for first, later in late)


def test_evolve_and_solve_go_in_before_rate_and_grade():
    order = []

    async def main():
        gate = Gate(1)
        await gate.enter(0)

        async def enter(priority):
            await gate.enter(priority)
            order.append(priority)
            gate.leave()

        tasks = [asyncio.create_task(enter(p)) for p in (1, 1, 0, 1, 0)]
        await asyncio.sleep(0)
        gate.leave()
        await asyncio.gather(*tasks)

    asyncio.run(main())
    assert order == [0, 0, 1, 1, 1]


def test_a_transient_fault_is_tried_again_and_then_handed_on():
    busy = [Transient("busy", retry_after=0.0) for _ in range(3)]
    provider = Scripted(*busy[:2], "fine")
    assert asyncio.run(model(provider).call(REQUEST, 0, kept)).text == "fine"
    provider = Scripted(*busy, "too late")
    with pytest.raises(Transient, match="busy"):
        asyncio.run(model(provider).call(REQUEST, 0, kept))
    assert provider.calls == 3


@pytest.mark.parametrize("fault", [Refused("no"), Fatal("bad key")])
def test_a_refusal_and_a_fatal_fault_are_not_tried_again(fault):
    provider = Scripted(fault)
    with pytest.raises(type(fault)):
        asyncio.run(model(provider).call(REQUEST, 0, kept))
    assert provider.calls == 1


@pytest.mark.parametrize("answer", ["half \ud800", KeyError("a bug \ud800"), None])
def test_a_model_whose_replies_nobody_can_use_is_let_alone_and_what_it_wrote_is_kept(answer):
    provider = Scripted(*[answer] * 200)
    rows = []

    async def keep(reply):
        rows.append(reply.text)

    async def main():
        one = model(provider, places=2)
        while True:
            with contextlib.suppress(Failed, KeyError):
                await one.call(REQUEST, 0, keep)

    if answer is None:
        provider.answers = [Reply("x", cost=float("nan"))] * 200
    with pytest.raises(Paused, match=f"{IN_A_ROW} calls in a row failed") as end:
        asyncio.run(main())
    assert provider.calls == IN_A_ROW
    assert str(end.value).encode()
    assert rows == (["half \ufffd"] * IN_A_ROW if answer == "half \ud800" else [])


@given(
    st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=["Cs"]))
)
def test_half_a_character_is_replaced_and_every_other_letter_stays(odd, sound):
    one = whole(Reply(odd + sound, reasoning=sound))
    assert one.reasoning == sound
    assert one.text.encode().decode() == one.text
    assert len(one.text) == len(odd + sound)
    assert all(a == b or 0xD800 <= ord(a) < 0xE000 for a, b in zip(odd, one.text, strict=False))
    sound_one = Reply(sound)
    assert whole(sound_one) is sound_one


def test_half_a_character_in_a_verdict_blames_nobody():
    provider = Scripted(*['{"a": "half \ud800"}'] * 60)
    request = Request(REQUEST.messages, Sampling(), Draw(), {"type": "object"})

    async def main():
        one = model(provider)
        return [(await one.call(request, 0, kept)).text for _ in range(60)]

    assert asyncio.run(main()) == ['{"a": "half \ufffd"}'] * 60


def test_a_call_that_never_ends_is_transient():
    with pytest.raises(Transient, match="no answer within"):
        asyncio.run(model(Scripted("hang"), timeout=0.05, retries=0).call(REQUEST, 0, kept))


def test_a_closed_gate_wakes_who_waits_and_lets_who_is_inside_finish():
    async def main():
        gate = Gate(1)
        await gate.enter(0)
        waiting = asyncio.create_task(gate.enter(0))
        await asyncio.sleep(0)
        gate.close(Fatal("stop"))
        with pytest.raises(Fatal):
            await waiting
        with pytest.raises(Fatal):
            await gate.enter(0)
        gate.leave()

    asyncio.run(main())


def test_a_cancelled_waiter_does_not_take_a_place_with_it():
    async def main():
        gate = Gate(1)
        await gate.enter(0)
        waiting = asyncio.create_task(gate.enter(0))
        await asyncio.sleep(0)
        gate.leave()  # the place is given to the waiter ...
        waiting.cancel()  # ... who is cancelled before it can take it
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await asyncio.wait_for(gate.enter(0), 1)

    asyncio.run(main())


def test_a_place_is_held_until_the_reply_is_kept():
    unkept = most = 0

    async def keep(reply):
        nonlocal unkept, most
        unkept += 1
        most = max(most, unkept)
        await asyncio.sleep(0.005)
        unkept -= 1

    async def main():
        one = model(Scripted(), places=3)
        await asyncio.gather(*(one.call(REQUEST, 0, keep) for _ in range(20)))

    asyncio.run(main())
    assert most == 3
