"""What holds for every answer and every text: drawn by hypothesis from grammars and at random."""

import asyncio
import json
import random
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import combinations
from typing import Any

import hostile
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from factory.check.alignment.align import align_steps
from factory.check.answers.extraction import extract
from factory.check.answers.quick import canonical, compare_quick
from factory.check.answers.symbolic_compare import compare_symbolic
from factory.check.pool import Checker
from factory.check.steps.arithmetic import check_steps
from factory.check.steps.splitting import split
from factory.check.worker import Workers
from factory.stages.verify import Policy, cluster

settings.register_profile(
    "check", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("check")
few = settings(max_examples=60)

SIGNS = "0123456789+-*/^_=<>(){}[]|!%$\\,.:; \nxyzabei'\"&~√²½π∞°×−"
wild = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=SIGNS, max_size=60),
    st.lists(st.sampled_from([*hostile.BAITS, "1", "x", "}", "{", "^"]), max_size=25).map("".join),
    st.sampled_from(hostile.WILD),
)


# ---- Values, and the ways in which people write them. A value is a nested tuple.

wholes = st.one_of(st.integers(-50, 50), st.integers(-(10**9), 10**9), st.integers(0, 10**30))
fractions = st.builds(Fraction, st.integers(-999, 999), st.integers(1, 99))
decimals = st.builds(lambda n, k: Fraction(n, 10**k), st.integers(-9_999, 9_999), st.integers(1, 6))
numbers = st.one_of(wholes.map(Fraction), fractions, decimals).map(lambda value: ("number", value))
radicals = st.tuples(
    st.just("root"), st.integers(1, 9), st.sampled_from((2, 3, 5, 7)), st.integers(-9, 9)
)
polynomials = st.tuples(st.just("polynomial"), *[st.integers(-9, 9).filter(bool)] * 3)
leaves = st.one_of(numbers, numbers, radicals, polynomials)


def many(kind: str, least: int = 2) -> st.SearchStrategy[Any]:
    return st.lists(leaves, min_size=least, max_size=4, unique=True).map(
        lambda items: (kind, tuple(items))
    )


intervals = st.tuples(
    st.sampled_from(("()", "[]", "(]", "[)")), st.integers(-40, 40), st.integers(1, 40)
).map(lambda drawn: ("interval", drawn[0], drawn[1], drawn[1] + drawn[2]))
values = st.one_of(leaves, leaves, many("tuple"), many("set"), intervals)


def fraction_forms(value: Fraction, draw: Any) -> str:
    p, q = abs(value.numerator), value.denominator
    minus = "-" if value < 0 else ""
    forms = [f"{minus}{p}/{q}", rf"{minus}\frac{{{p}}}{{{q}}}", rf"{minus}\dfrac{{{p}}}{{{q}}}"]
    k = draw(st.integers(2, 5))
    forms.append(rf"{minus}\frac{{{k * p}}}{{{k * q}}}")
    forms.append(rf"\frac{{{minus}{p}}}{{{q}}}")
    if q == 1:
        forms += [
            f"{minus}{p}",
            f"{minus}{p}.0",
            f"{minus}{p:,}",
            f"{minus}{p:,}".replace(",", "{,}"),
        ]
        forms += [f"−{p}" if minus else f"+{p}", f"{minus}{p}"]
    elif p > q and value > 0:
        forms += [f"{p // q} {p % q}/{q}", rf"{p // q}\frac{{{p % q}}}{{{q}}}"]
    places = next((n for n in range(1, 8) if 10**n % q == 0), 0)
    if places and q > 1:
        digits = str(p * 10**places // q).rjust(places + 1, "0")
        shown = f"{minus}{digits[:-places]}.{digits[-places:]}"
        forms += [shown, f"{shown}0", shown.replace("0.", ".", 1) if digits[0] == "0" else shown]
    return draw(st.sampled_from(forms))


@st.composite
def spelled(draw: Any, value: Any) -> str:
    """One of the ways to write a value."""
    match value:
        case ("number", Fraction() as number):
            return fraction_forms(number, draw)
        case ("root", a, n, b):
            root = draw(
                st.sampled_from((rf"{a}\sqrt{{{n}}}", rf"\sqrt{{{a * a * n}}}", f"{a}√{n}"))
            )
            if not b:
                return root
            tail = f" + {b}" if b > 0 else f" - {-b}"
            return draw(st.sampled_from((f"{root}{tail}", f"{b} + {root}")))
        case ("polynomial", a, b, c):
            shapes = (
                f"{a}x^2 + {b}x + {c}",
                f"{c}+{b}x+{a}x^{{2}}",
                f"x({a}x + {b}) + {c}",
                rf"{a} \cdot x^2 + {b} \cdot x + {c}",
            )
            return draw(st.sampled_from(shapes)).replace("+ -", "- ").replace("+-", "-")
        case ("tuple", items):
            inner = [draw(spelled(item)) for item in items]
            return draw(st.sampled_from(("({})", r"\left({}\right)", r"\left( {} \right)"))).format(
                ", ".join(text.replace("{,}", "").replace(",", "") for text in inner)
            )
        case ("set", items):
            inner = [draw(spelled(item)) for item in draw(st.permutations(items))]
            return r"\{" + ", ".join(t.replace("{,}", "").replace(",", "") for t in inner) + r"\}"
        case ("interval", kind, low, high):
            left, right = ("" + kind[0], kind[1])
            if draw(st.booleans()):
                left, right = rf"\left{left}", rf"\right{right}"
            return f"{left}{low}, {high}{right}"
    raise AssertionError(value)


RESTYLED = (
    "{}", " {} ", "${}$", "$ {} $", r"\({}\)", r"\[{}\]", "$${}$$", r"\boxed{{{}}}",
    r"$\boxed{{{}}}$", "{}.", r"\displaystyle {}", r"{}\,", "**{}**", r"\ {}", "`{}`",
)  # fmt: skip


@st.composite
def restyled(draw: Any, text: str) -> str:
    """The same answer in other clothes."""
    text = draw(st.sampled_from(RESTYLED)).format(text)
    if draw(st.booleans()):
        text = text.replace(r"\frac", draw(st.sampled_from((r"\dfrac", r"\tfrac"))))
    if draw(st.booleans()):
        text = text.replace(", ", draw(st.sampled_from((",", ",  ", r",\ "))))
    return text


@st.composite
def pairs_of_spellings(draw: Any) -> tuple[str, str]:
    value = draw(values)
    return draw(spelled(value)), draw(restyled(draw(spelled(value))))


def perturbed(value: Any, draw: Any) -> Any:
    """Another value, often a near one."""
    match value:
        case ("number", number):
            step = draw(
                st.one_of(
                    st.integers(-5, 5).filter(bool).map(Fraction),
                    st.integers(1, 12).map(lambda k: Fraction(1, 10**k)),
                    st.integers(1, 200).map(lambda k: Fraction(1, 2**k)),
                )
            )
            return ("number", number + step)
        case ("root", a, n, b):
            return draw(st.sampled_from((("root", a + 1, n, b), ("root", a, n, b + 1))))
        case ("polynomial", a, b, c):
            return draw(
                st.sampled_from((("polynomial", a, b, c + 20), ("polynomial", c + 20, b, c)))
            )
        case ("interval", kind, low, high):
            other = draw(st.sampled_from([k for k in ("()", "[]", "(]", "[)") if k != kind]))
            shapes = (("interval", other, low, high), ("interval", kind, low, high + 1))
            return draw(st.sampled_from(shapes))
        case (kind, items):
            first = perturbed(items[0], draw)
            assume(kind == "tuple" or first not in items)
            return (kind, (first, *items[1:]))
    raise AssertionError(value)


def decide(one: str, two: str) -> str:
    """The outcome of both layers, in this process."""
    quick = compare_quick(one, two)
    if quick.reason != "needs_symbolic":
        return quick.outcome
    return compare_symbolic(one, two)["outcome"]


# ---- Comparing


@given(wild)
def test_every_text_equals_itself_and_nothing_raises(text: str):
    outcome = compare_quick(text, text).outcome
    assert outcome == ("equal" if text.strip() else "undecided")
    key = canonical(text)
    assert key == canonical(text)
    assert key is None or isinstance(key, str)


@given(wild, wild)
@example("0x", "0")
@example("-¤" * 900, "1")
@example("7^{-9999}", "x=1")
def test_any_two_texts_compare_the_same_both_ways(one: str, two: str):
    forth, back = compare_quick(one, two), compare_quick(two, one)
    assert (forth.outcome, forth.reason) == (back.outcome, back.reason)
    assert forth.outcome in ("equal", "different", "undecided")


@given(wild, wild)
@few
def test_symbolic_work_is_symmetric_too_and_contradicts_no_quick_verdict(one: str, two: str):
    forth, back = compare_symbolic(one, two), compare_symbolic(two, one)
    assert forth["outcome"] == back["outcome"]
    quick = compare_quick(one, two)
    if quick.outcome != "undecided":
        assert forth["outcome"] == quick.outcome


@given(wild, wild)
def test_two_texts_share_a_key_exactly_when_they_are_equal(one: str, two: str):
    keys = canonical(one), canonical(two)
    if None not in keys:
        assert (keys[0] == keys[1]) == (compare_quick(one, two).outcome == "equal")


@given(pairs_of_spellings())
@settings(max_examples=300)
def test_other_spellings_of_a_value_are_equal(pair: tuple[str, str]):
    assert decide(*pair) == "equal"
    keys = canonical(pair[0]), canonical(pair[1])
    assert None in keys or keys[0] == keys[1]


@given(st.data())
@settings(max_examples=300)
def test_another_value_is_never_equal_however_near_it_is(data: Any):
    value = data.draw(values)
    other = perturbed(value, data.draw)
    one, two = data.draw(spelled(value)), data.draw(restyled(data.draw(spelled(other))))
    assert decide(one, two) != "equal"
    keys = canonical(one), canonical(two)
    assert None in keys or keys[0] != keys[1]


@given(st.integers(1, 300), st.integers(1, 300))
def test_there_is_no_tolerance_between_exact_values(one: int, two: int):
    assume(one != two)
    for shape in (
        r"\frac{{1}}{{2^{{{}}}}}",
        r"1/2^{}",
        r"\frac{{1}}{{{}!}}",
        r"\sqrt{{2}} + 10^{{-{}}}",
        r"\pi - \frac{{1}}{{7^{{{}}}}}",
        r"x + \frac{{1}}{{3^{{{}}}}}",
        r"e^{{-{}}}",
        r"1 - 10^{{-{}}}",
    ):
        left, right = shape.format(one), shape.format(two)
        assert compare_quick(left, right).outcome != "equal"
        assert compare_quick(left, shape.split("+")[0].split("-")[0]).outcome != "equal"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1/2^99", "1/2^98"),
        ("1/2004!", "1/2006!"),
        (r"\frac{1}{400!}", r"\frac{1}{402!}"),
        (r"\frac{2^{2005}+1}{3\cdot 2^{2006}}", r"\frac{1}{3\cdot 2^{2006}}"),
        (r"1-\frac{1}{e}", r"1+\frac{1}{e}"),
        (r"1,2,\ldots,n", r"1,3,5,\ldots,2n-1"),
        (r"\sqrt{2}+10^{-40}", r"\sqrt{2}"),
        (r"e^{\pi\sqrt{163}}", "262537412640768744"),
        (r"\log 2", "2"),
        (r"\infty-\infty", r"0\cdot\infty"),
        (r"\tan(\pi/2)", r"\log(0)"),
        (r"\infty - \infty + x", r"\infty - \infty"),
    ],
)
def test_what_other_checkers_call_equal_is_not(one: str, two: str):
    assert decide(one, two) != "equal"


class InProcess:
    """What a stage asks for: computations, here at once and in this process."""

    async def compute(self, function: str, *args: Any, seconds: float = 5.0) -> Any:
        assert function == "factory.check.answers.symbolic_compare:compare_symbolic"
        return compare_symbolic(*args)


@given(st.data())
@few
def test_a_vote_forms_clusters_in_which_all_are_equal_in_any_order(data: Any):
    drawn = data.draw(st.lists(values, min_size=2, max_size=4, unique=True))
    value_of: dict[str, Any] = {}
    for value in drawn:
        for _ in range(data.draw(st.integers(1, 3))):
            value_of.setdefault(data.draw(restyled(data.draw(spelled(value)))), value)
    answers = data.draw(st.permutations(list(value_of)))
    clusters = asyncio.run(cluster(answers, Policy(), InProcess()))
    assert sorted(i for one in clusters for i in one.members) == list(range(len(answers)))
    for one in clusters:
        members = [answers[i] for i in one.members]
        assert len({value_of[member] for member in members}) == 1, members
        assert all(decide(a, b) == "equal" for a, b in combinations(members, 2))
    assert len(clusters) == len(drawn)


@given(st.lists(wild, min_size=2, max_size=6, unique=True), st.randoms())
@few
def test_no_cluster_of_any_texts_holds_two_that_are_different(texts: list[str], rng: Any):
    rng.shuffle(texts)
    clusters = asyncio.run(cluster(texts, Policy(), InProcess()))
    for one in clusters:
        for a, b in combinations([texts[i] for i in one.members], 2):
            assert compare_quick(a, b).outcome != "different"


# ---- Extracting

ENDINGS = (
    "So it is clear.\n#### {}",
    r"Therefore we get $\boxed{{{}}}$.",
    "The answer is {}.",
    "The final answer is: ${}$",
    "Some steps: 1 + 1 = 2.\n\n**The answer is {}**",
    "$$x$$\n\\[ \\boxed{{{}}} \\]",
)


@given(st.data())
@settings(max_examples=150)
def test_what_was_written_as_the_answer_is_found(data: Any):
    value = data.draw(st.one_of(numbers, radicals, many("tuple"), intervals))
    answer = data.draw(spelled(value))
    text = data.draw(st.sampled_from(ENDINGS)).format(answer)
    found = extract(text)
    assert found is not None
    assert decide(found.answer, answer) == "equal"


@given(wild, st.sampled_from(ENDINGS))
def test_extracting_never_raises_and_never_brings_an_empty_answer(text: str, ending: str):
    for whole in (text, ending.format(text), text + ending.format(text) + text):
        found = extract(whole)
        assert found is None or found.answer.strip()


# ---- Steps

documents = st.lists(
    st.one_of(
        wild,
        st.sampled_from(
            ["\n", "\n\n", "Step 1: ", "2. ", "$$", r"\[", r"\]", "```", "#### 5", "<<1+1=2>>"]
        ),
    ),
    max_size=12,
).map("".join)


@given(documents)
@settings(max_examples=300)
def test_the_steps_of_any_text_join_to_the_text(text: str):
    pieces = split(text)
    assert "".join(pieces) == text
    assert all(pieces)


@given(documents, st.lists(documents, max_size=4))
def test_checking_any_steps_gives_one_verdict_each(question: str, steps: list[str]):
    found = check_steps(question, steps)
    assert len(found) == len(steps)
    assert {one.verdict for one in found} <= {"supported", "contradicted", "unknown"}
    assert found == check_steps(question, steps)


@given(documents, st.lists(documents, max_size=3), documents, st.lists(documents, max_size=2))
def test_aligning_any_steps_never_raises_and_is_the_same_twice(
    question: str, steps: list[str], reference: str, sibling: list[str]
):
    found = align_steps(question, steps, reference, [sibling])
    assert found == align_steps(question, steps, reference, [sibling])


@st.composite
def sums(draw: Any, depth: int = 2) -> tuple[str, Fraction, bool]:
    """An arithmetic text, its value, and whether it is a single number."""
    if not depth or draw(st.integers(0, 2)) == 0:
        n = draw(st.integers(1, 999))
        return str(n), Fraction(n), True
    left, a, _ = draw(sums(depth - 1))
    right, b, _ = draw(sums(depth - 1))
    sign = draw(st.sampled_from("+-*/"))
    assume(sign != "/" or b)
    value = {"+": a + b, "-": a - b, "*": a * b}.get(sign) if sign != "/" else a / b
    space = draw(st.sampled_from(("", " ")))
    left = f"({left})" if not left.isdigit() else left
    right = f"({right})" if not right.isdigit() else right
    return f"{left}{space}{sign}{space}{right}", value, False


SENTENCES = (
    "{a} = {b}",
    "<<{a}={b}>>",
    "So she has {a} = {b} eggs.",
    "Step 1: He pays ${a} = {b}$ in all.",
    "That makes <<{a}={b}>>{b} of them.",
    "Then {a} = {b}, which is a lot",
    r"We get $$ {a} = {b} $$",
)


@given(sums(), st.sampled_from(SENTENCES))
@settings(max_examples=300)
def test_a_true_equation_is_never_contradicted(drawn: tuple[str, Fraction, bool], sentence: str):
    text, value, single = drawn
    assume(not single)
    shown = (
        str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    )
    step = sentence.format(a=text, b=shown)
    assert check_steps("", [step])[0].verdict != "contradicted"


@given(sums(), st.integers(1, 50), st.sampled_from((1, -1)), st.sampled_from(SENTENCES))
@settings(max_examples=300)
def test_a_false_equation_is_never_supported(
    drawn: tuple[str, Fraction, bool], off: int, sign: int, sentence: str
):
    text, value, single = drawn
    assume(not single and value.denominator == 1)
    step = sentence.format(a=text, b=value.numerator + sign * off)
    assert check_steps("", [step])[0].verdict != "supported"


def test_plain_false_equations_are_contradicted():
    for a, b in [("2+2", 5), ("48/2", 25), ("3*7", 20), ("10-4", 7), ("(1+2)*3", 10)]:
        for sentence in SENTENCES:
            assert check_steps("", [sentence.format(a=a, b=b)])[0].verdict == "contradicted"


# ---- The same everywhere


def drawn_pairs(count: int) -> list[tuple[str, str]]:
    """Pairs of hostile and of ordinary answers, always the same ones."""
    rng = random.Random(7)
    ordinary = [
        "1/3",
        "0.5",
        "50%",
        r"\sqrt{8}",
        r"2\sqrt{2}",
        "(1,2)",
        r"\{1,2\}",
        "x^2-1",
        "5 cm",
    ]
    ordinary += ["(x-1)(x+1)", "x=3", "12,345", "A", "yes", r"\frac{\pi}{2}", "90°", "[0,1)", "3:4"]
    pool = ordinary * 12 + [
        bomb for kind in ("wild", "powers", "spacing") for bomb in hostile.BOMBS[kind]
    ]
    return [(rng.choice(pool), rng.choice(pool)) for _ in range(count)]


def test_another_process_says_the_same():
    pairs = drawn_pairs(400)

    async def apart() -> list[Any]:
        workers = Workers(1)
        try:
            said = []
            for one, two in pairs:
                for function, args in (
                    ("answers.quick:compare_quick", [one, two]),
                    ("answers.quick:canonical", [one]),
                    ("answers.extraction:extract", [f"#### {one}\n{two}"]),
                    ("steps.splitting:split", [f"{one}\n\n{two}"]),
                    ("steps.arithmetic:check_steps", [one, [f"{one} = {two}"]]),
                    ("answers.symbolic_compare:compare_symbolic", [one, two]),
                ):
                    said.append(await workers.run(f"factory.check.{function}", args, 30))
            return said
        finally:
            await workers.close()

    here = []
    for one, two in pairs:
        here += [
            compare_quick(one, two),
            canonical(one),
            extract(f"#### {one}\n{two}"),
            split(f"{one}\n\n{two}"),
            check_steps(one, [f"{one} = {two}"]),
            compare_symbolic(one, two),
        ]
    assert asyncio.run(apart()) == json.loads(json.dumps(here))


def test_eight_threads_say_what_one_says():
    pairs = drawn_pairs(600)

    def everything(pair: tuple[str, str]) -> Any:
        one, two = pair
        return (
            compare_quick(one, two),
            canonical(one),
            extract(f"The answer is {one}.\n{two}"),
            split(f"{one}\n\n{two}"),
            check_steps(one, [f"{one} + 1 = {two}"]),
        )

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(everything, pairs))
    assert together == [everything(pair) for pair in pairs]


def test_one_checker_serves_eight_threads():
    pairs = drawn_pairs(300)
    with Checker(2, seconds=20) as checker, ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda pair: checker.compare(*pair), pairs))
        assert together == list(checker.compare_all(pairs))
