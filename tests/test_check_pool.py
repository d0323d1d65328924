"""`compare` as other projects call it: from any thread, after a fork, many pairs at a time."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from factory.check import Checker, Policy, compare, compare_all
from factory.check.worker import WorkerError

SYMBOLIC = [
    (r"\frac{1}{\sqrt{3}-1}", r"\frac{\sqrt{3}+1}{2}", "equal"),
    (r"\sin^2 x+\cos^2 x", "1", "equal"),
    (r"\log_2 x", r"\frac{\ln x}{\ln 2}", "equal"),
    (r"\sin x", r"\cos x", "different"),
    (r"\sqrt[3]{2+\sqrt5}", r"\frac{1+\sqrt5}{2}", "equal"),
    (r"\cos\frac{\pi}{7}\cos\frac{2\pi}{7}\cos\frac{3\pi}{7}", r"\frac18", "equal"),
    (r"\cos\frac{\pi}{7}\cos\frac{2\pi}{7}\cos\frac{3\pi}{7}", r"\frac17", "different"),
]
SLOW = (r"\sqrt[3]{2+\sqrt5}", r"\frac{1+\sqrt5}{2}")


def test_symbolic_pairs_are_decided_without_any_setting_up():
    for gold, candidate, outcome in SYMBOLIC:
        assert compare(gold, candidate).outcome == outcome, (gold, candidate)
        assert compare(candidate, gold) == compare(gold, candidate)


def test_every_thread_gets_the_same_verdicts():
    pairs = [(gold, candidate) for gold, candidate, _ in SYMBOLIC] * 3
    alone = [compare(*pair) for pair in pairs]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda pair: compare(*pair), pairs)) == alone


def test_verdicts_on_many_pairs_come_in_their_order():
    pairs = [(str(n), f"{n}.0" if n % 3 else str(n + 1)) for n in range(6_000)]
    pairs[::1_000] = [(gold, candidate) for gold, candidate, _ in SYMBOLIC][:6]
    verdicts = compare_all(pairs)
    assert [verdict.outcome for verdict in verdicts] == [compare(*pair).outcome for pair in pairs]


def test_a_policy_reaches_the_worker():
    pair = (r"\frac{\sqrt{2}}{2}", "0.707")
    assert compare(*pair).outcome == "undecided"
    assert compare(*pair, Policy(rounding="rounded")).outcome == "equal"
    assert compare_all([pair], Policy(rounding="rounded"))[0].outcome == "equal"


def test_a_pair_that_takes_too_long_costs_its_own_verdict_alone():
    with Checker(1, seconds=0.001) as hasty:
        late = hasty.compare(*SLOW)
        assert (late.outcome, late.reason) == ("undecided", "timed_out")
    with Checker(1) as checker:
        with pytest.raises(WorkerError):
            checker.compute("factory.check.algebra.expression:parse", "(1")
        assert checker.compare(*SLOW).outcome == "equal"


def threads() -> int:
    return sum(one.name == "factory.check" for one in threading.enumerate())


def test_a_checker_can_be_closed_twice_and_used_again():
    before = threads()
    checker = Checker()
    assert checker.compare(*SLOW).outcome == "equal"
    checker.close()
    checker.close()
    assert checker.compare(*SLOW).outcome == "equal"
    checker.close()
    assert threads() == before


def test_nothing_is_started_for_what_exact_arithmetic_decides():
    before = threads()
    assert Checker().compare("0.75", r"\frac{3}{4}").outcome == "equal"
    assert threads() == before


SCRIPT = """
import os, sys
from factory.check import compare
slow = (r"\\sqrt[3]{2+\\sqrt5}", r"\\frac{1+\\sqrt5}{2}")
first = compare(*slow).outcome
child = os.fork()
if child == 0:
    os._exit(0 if compare(*slow).outcome == "equal" else 1)
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(first, code, compare(*slow).outcome)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_has_workers_of_its_own_and_none_is_left_behind():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("equal 0 equal\n", "")
