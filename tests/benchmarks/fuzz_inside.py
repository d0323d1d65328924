"""The half of the fuzzer that calls in its own process: what is called, and what must hold.

Started by `fuzz.py` with one JSON argument; says on standard output what it does, a JSON line each.
"""

import json
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fuzz_texts import Maker, read_corpus

from factory import check
from factory.check import confined
from factory.check.answers.quick import compare_quick

HANG = 1.0
STUCK = 30.0
"""Seconds after which a silent process is killed: it hangs where no signal reaches it."""
SHOWN = 3_000
MEMORY = 4 * 2**30
OUTCOMES = {"equal", "different", "undecided"}
STEPS = {"supported", "contradicted", "unknown"}
_SYSTEM = ("os.", "subprocess.", "socket.", "shutil.", "pty.")
_HARMLESS = {"os.listdir", "os.scandir"}


class Broken(AssertionError):
    """A promise that did not hold."""


def runs_code(event: str) -> bool:
    """Whether text is compiled or executed, other than by an import.

    SymPy writes itself functions on tuples of n numbers; they are made from n alone.
    """
    if event not in ("compile", "exec"):
        return False
    frame = sys._getframe(1)
    while frame is not None:
        place = frame.f_code.co_filename
        if place.startswith("<frozen importlib") or place.endswith("sympy/polys/monomials.py"):
            return False
        frame = frame.f_back
    return True


def end_on_code(event: str, _: tuple[Any, ...]) -> None:
    """The audit hook in a worker: ends it as its confinement would."""
    if runs_code(event):
        os._exit(confined._BROKE_OUT)


class Watch:
    """The audit hook of the in-process calls; on only while one of them runs."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self.hear)

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        if not self.on:
            return
        writes = event == "open" and isinstance(args[2], int) and args[2] & confined._WRITES
        system = event.startswith(_SYSTEM) and event not in _HARMLESS
        if writes or system or runs_code(event):
            self.seen.append(event)


def calls(maker: Maker) -> Iterator[tuple[str, str, Callable[[], None]]]:
    """Endless (function, the text shown when it breaks, the call with its promises)."""
    align = getattr(check, "align_steps", None)
    while True:
        text = maker.text()
        yield "extract", text, lambda text=text: extracted(text)
        yield "split", text, lambda text=text: splits(text)
        steps = [maker.text() for _ in range(maker.rng.randrange(4))]
        yield "check_steps", repr(steps), lambda q=text, s=steps: checked(q, s)
        if align is not None:
            rationale = maker.solution()
            asked = (maker.text(), steps, rationale)
            yield "align_steps", repr(asked), lambda asked=asked: same_twice(align, *asked)
        for _ in range(12):
            one, two = maker.pair()
            yield "canonical", one, lambda one=one: same_twice(check.canonical, one)
            yield "compare", f"{one!r}\n    {two!r}", lambda a=one, b=two: compared(a, b)


class Clock:
    """The longest single call since it was last asked, in seconds of computing."""

    def __init__(self) -> None:
        self.longest = 0.0

    def call(self, function: Callable[..., Any], *args: Any) -> Any:
        began = time.thread_time()
        try:
            return function(*args)
        finally:
            self.longest = max(self.longest, time.thread_time() - began)

    def take(self) -> float:
        longest, self.longest = self.longest, 0.0
        return longest


CLOCK = Clock()


def same_twice(function: Callable[..., Any], *args: Any) -> Any:
    """The result, twice the same."""
    result = CLOCK.call(function, *args)
    if result != CLOCK.call(function, *args):
        raise Broken("another result the second time")
    return result


def extracted(text: str) -> None:
    found = same_twice(check.extract, text)
    if found is not None and not (found.answer.strip() and found.rule):
        raise Broken("an empty answer")


def splits(text: str) -> None:
    if "".join(CLOCK.call(check.split, text)) != text:
        raise Broken("the pieces do not join to the text")


def checked(question: str, steps: list[str]) -> None:
    found = CLOCK.call(check.check_steps, question, steps)
    if len(found) != len(steps) or not all(one.verdict in STEPS for one in found):
        raise Broken("not one verdict a step")


def compared(one: str, two: str) -> None:
    forth, back = (CLOCK.call(compare_quick, *pair) for pair in ((one, two), (two, one)))
    if forth.outcome not in OUTCOMES or not forth.reason:
        raise Broken(f"{forth}")
    if forth.outcome != back.outcome:
        raise Broken(f"{forth.outcome} one way, {back.outcome} the other")
    if one.strip() and CLOCK.call(compare_quick, one, one).outcome != "equal":
        raise Broken("an answer that does not equal itself")
    keys = [CLOCK.call(check.canonical, text) for text in (one, two)]
    if None not in keys and (keys[0] == keys[1]) != (forth.outcome == "equal"):
        raise Broken(f"keys {keys[0]!r} and {keys[1]!r}, but {forth}")


def inside(seed: int, corpus: list[str], canary: str, seconds: float, most: int) -> None:
    """Call until the time or the calls are spent; say what broke, and each second what was done."""

    def say(**line: Any) -> None:
        print(json.dumps(line), flush=True)

    def late(*_: Any) -> None:
        raise TimeoutError("stopped by the watchdog")

    signal.signal(signal.SIGALRM, late)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    watch, end = Watch(), time.monotonic() + seconds
    done: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    last, maker = time.monotonic(), Maker(random.Random(seed), corpus, canary)
    for count, (function, text, call) in enumerate(calls(maker)):
        now = time.monotonic()
        if now > last + 1 or now > end or count >= most:
            say(done=done, slowest=slowest)
            done, last = Counter(), now
            if now > end or count >= most:
                return
        if count % 64 == 0:
            say(at=function, text=text[:SHOWN])  # a call that never ends has about this place
        done[function] += 1
        harm, why = "", ""
        watch.on = True
        signal.setitimer(signal.ITIMER_REAL, STUCK / 3)
        try:
            call()
        except Broken as broken:
            harm, why = "broken", str(broken)
        except TimeoutError as stopped:
            harm, why = "hang", str(stopped)
        except Exception as crash:
            harm, why = "crash", f"{type(crash).__name__}: {crash}"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            watch.on = False
        took = CLOCK.take()
        slowest[function] = max(slowest.get(function, 0.0), took)
        if took > HANG and not harm:
            harm, why = "hang", f"{took:.1f} s"
        if harm:
            say(harm=harm, function=function, why=why[:300], text=text[:SHOWN])
        if watch.seen:
            why = " ".join(watch.seen)
            say(harm="escape", function=function, why=why[:300], text=text[:SHOWN])
            watch.seen.clear()


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    asked["corpus"] = read_corpus(map(Path, asked["corpus"]))
    inside(**asked)
