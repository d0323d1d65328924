"""Speed on one core, and what bombs cost."""

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from check_corpora import STYLES, Pair, crossed, gsm8k_graded, math_answers
from check_report import Bench, share

from factory.check import compare, compare_all


@contextmanager
def one_core() -> Iterator[None]:
    """Hold this process, and what it starts, to one core."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def half_and_half(answers: list[str], seed: int = 2) -> list[Pair]:
    """Half of the answers in another dress, half against another problem's; mixed."""
    chance = random.Random(seed)
    middle = len(answers) // 2
    pairs = crossed(answers[middle:])
    for answer in answers[:middle]:
        dressed = [d for style in STYLES if (d := STYLES[style](answer)) not in (None, answer)]
        pairs.append((answer, chance.choice(dressed) if dressed else answer))
    chance.shuffle(pairs)
    return pairs


def speed(bench: Bench) -> None:
    """The same pairs through both tools, each warm, on one core."""
    solutions = bench.rows("recorded/gsm8k_solutions.jsonl")
    sets = {
        "GSM8K answers": [(g.gold, g.answer) for g in gsm8k_graded(solutions)],
        "MATH answers": half_and_half(math_answers(bench)),
    }
    bench.title("Speed on one core")
    bench.note(
        "Ours: `compare`, one call a pair, waiting for its worker process included. "
        "math-verify: the seconds inside of its process alone."
    )
    table = []
    with one_core():
        compare(*HARD)  # starts the worker
        for name, pairs in sets.items():
            took = []
            for pair in pairs:
                started = time.perf_counter()
                compare(*pair)
                took.append(time.perf_counter() - started)
            line = [name, len(pairs), *_pace(took)]
            if bench.rival:
                bench.rival.close()  # it starts again on this core
                bench.rival.answers("1", "2")
                rivals = [bench.rival.answers(*pair).seconds for pair in pairs]
                line += [*_pace(rivals), f"{sum(rivals) / sum(took):.0f} times"]
            table.append(line)
        if bench.rival:
            bench.rival.close()
    head = ["pairs", "n", "pairs/s", "p50 / p99 / longest"]
    bench.table([*head, *(["math-verify: pairs/s", "", "ratio"] if bench.rival else [])], table)


def _pace(took: list[float]) -> list[str]:
    ranked = sorted(took)
    marks = (ranked[int(share * (len(ranked) - 1))] for share in (0.5, 0.99, 1))
    return [f"{len(took) / sum(took):,.0f}", " / ".join(f"{1000 * m:.2f}" for m in marks) + " ms"]


HARD = (
    r"\sqrt[3]{7+5\sqrt{2}}+\sqrt[5]{\frac{123+55\sqrt{5}}{2}}",
    r"\frac{5+\sqrt{5}}{2}+\sqrt{2}",
)
"""Equal, by way of minimal polynomials."""
ZERO = f"{HARD[0]}-({HARD[1]})"

BOMBS: dict[str, Callable[[int], str]] = {
    "powers of powers": lambda n: f"{n}^{{9^{{9^{{9}}}}}}",
    "Python powers": lambda n: f"{n}**9**9**9",
    "factorial": lambda n: f"{10**7 + n}!",
    "binomial": lambda n: rf"\binom{{{10**7 + n}}}{{{5 * 10**6}}}",
    "long number": lambda n: str(n) * 50_000,
    "deep brackets": lambda n: "(" * 5_000 + str(n) + ")" * 5_000,
    "long series": lambda n: "+".join(rf"\frac{{1}}{{{n + 2}^{{{k}}}}}" for k in range(800)),
    "rational to a power": lambda n: rf"\left(\frac{{{n + 3}}}{{7}}\right)^{{594823321}}",
    "sum with far bounds": lambda n: rf"\sum_{{k=1}}^{{{10**9 + n}}} \frac{{1}}{{k^2}}",
    "big expansion": lambda n: rf"(x+y+z+w+{n})^{{90}}-(x+y+z+w-{n})^{{90}}",
    "many roots": lambda n: "+".join(rf"\sqrt{{{p + n}}}" for p in range(2, 40)),
    "nested roots": lambda n: r"\sqrt{" * 60 + f"{n}+x" + "}" * 60,
    "hidden zero": lambda n: rf"\sqrt{{2}}+{n}({ZERO})",
    "deep hidden zero": lambda n: rf"\sqrt{{2}}+\sqrt[7]{{{n}+({ZERO})^3}}-\sqrt[7]{{{n}}}",
    "wall of sines": lambda n: "".join(rf"\sin({k}x+{n}y)" for k in range(1, 60)),
}


def bombs(bench: Bench) -> None:
    """One bomb in a hundred pairs, two workers: what it costs the others."""
    answers = math_answers(bench)
    pairs = half_and_half(answers) + half_and_half(answers[::-1], seed=3)
    bench.title("One bomb in a hundred pairs, two workers")
    kinds = list(BOMBS.values())
    chance = random.Random(4)
    places = sorted(chance.sample(range(len(pairs)), max(1, len(pairs) // 100)))
    mined = list(pairs)
    for number, place in enumerate(places):
        mined[place] = (pairs[place][0], kinds[number % len(kinds)](1 + number % 9))
    compare_all(pairs[:20])  # what is loaded once is loaded
    plain, seconds = _timed(pairs)
    with_bombs, longer = _timed(mined)
    seconds = min(seconds, _timed(pairs)[1])  # before and after, since a machine warms up
    bombed = set(places)
    lost = [
        i
        for i, (before, after) in enumerate(zip(plain, with_bombs, strict=True))
        if i not in bombed and before != after
    ]
    called = [with_bombs[i] for i in places]
    bench.table(
        ["pairs", "bombs", "pairs/s", "with bombs", "share", "others changed", "bombs undecided"],
        [
            [
                len(pairs),
                len(places),
                f"{len(pairs) / seconds:,.0f}",
                f"{len(pairs) / longer:,.0f}",
                f"{100 * seconds / longer:.0f} %",
                len(lost),
                share(called.count("undecided"), len(called)),
            ]
        ],
    )
    rows = ([i, f"`{mined[i][0]}`", f"`{mined[i][1]}`", plain[i], with_bombs[i]] for i in lost)
    head = ["place", "gold", "candidate", "without bombs", "with bombs"]
    bench.listing("Changed by bombs elsewhere", head, rows)
    bench.note(r"Each kind once, against `\sqrt{2}`:")
    table = []
    for name, bomb in BOMBS.items():
        started = time.perf_counter()
        verdict = compare(r"\sqrt{2}", bomb(2))
        line = [name, verdict.outcome, verdict.reason, f"{time.perf_counter() - started:.3f} s"]
        if bench.rival:
            said = bench.rival.answers(r"\sqrt{2}", bomb(2))
            line += [said.outcome, f"{said.seconds:.1f} s"]
        table.append(line)
    head = ["bomb", "said", "reason", "took"]
    bench.table([*head, *(["math-verify", "took"] if bench.rival else [])], table)


def _timed(pairs: list[Pair]) -> tuple[list[str], float]:
    started = time.perf_counter()
    outcomes = [verdict.outcome for verdict in compare_all(pairs, workers=2)]
    return outcomes, time.perf_counter() - started
