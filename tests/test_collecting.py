"""The collector of cycles is out of the way while flows run, and back afterwards."""

import gc

import pytest

from factory.collecting import RARELY, rarely_collected


def test_the_collector_is_as_before_when_the_last_one_has_left():
    before = gc.get_threshold()
    first, second = rarely_collected(), rarely_collected()
    first.__enter__()
    second.__enter__()
    assert gc.get_threshold() == RARELY and gc.get_freeze_count() > 0
    first.__exit__(None, None, None)
    assert gc.get_threshold() == RARELY
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before and gc.get_freeze_count() == 0


def test_the_collector_is_as_before_after_an_error():
    before = gc.get_threshold()
    with pytest.raises(KeyError), rarely_collected():
        raise KeyError
    assert gc.get_threshold() == before and gc.get_freeze_count() == 0


def test_cycles_are_still_collected():
    with rarely_collected():
        seen = gc.get_stats()[0]["collections"]
        for _ in range(3 * RARELY[0]):
            one: list[object] = []
            one.append(one)
        assert gc.get_stats()[0]["collections"] >= seen + 2
