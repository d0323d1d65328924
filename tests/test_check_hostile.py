"""Hostile answers and solutions: refused, killed or read; never run, never another's loss."""

import ast
import asyncio
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hostile
import pytest

from factory import check
from factory.check.algebra.expression import parse
from factory.check.algebra.tree import Unreadable, limits
from factory.check.alignment.align import align_steps
from factory.check.answers.extraction import extract
from factory.check.answers.quick import canonical, compare_quick
from factory.check.confined import _WRITES
from factory.check.pool import Checker
from factory.check.steps import arithmetic
from factory.check.steps.arithmetic import check_steps
from factory.check.steps.splitting import split
from factory.check.worker import Workers

COMPARE = "factory.check.answers.symbolic_compare:compare_symbolic"
HERE = Path(check.__file__).parent
OUTCOMES = ("equal", "different", "undecided")
EVERY_CLASS = pytest.mark.parametrize("kind", hostile.BOMBS)
IN_TIME = pytest.mark.timeout(60)  # a hang fails here; nothing else is measured


def everything(text: str) -> None:
    """Every in-process function on this text, as answer, solution, question and step."""
    found = extract(text)
    assert found is None or (found.answer and found.rule)
    assert "".join(split(text)) == text
    align_steps(text, [text, f"So {text} = {text}"], f"{text}\n#### {text}", [[text]], text)
    verdicts = check_steps(text, [text, f"So {text} = {text}", f"$2 + {text} = 5$"])
    assert [one.verdict in ("supported", "contradicted", "unknown") for one in verdicts] == [1] * 3
    canonical(text)
    for other in (r"\sqrt{2}", "(1,2)", text + "1"):
        forth, back = compare_quick(other, text), compare_quick(text, other)
        assert forth.outcome in OUTCOMES
        assert forth.outcome == back.outcome


@EVERY_CLASS
@IN_TIME
def test_no_bomb_hurts_the_process_that_reads_it(kind: str):
    for bomb in hostile.BOMBS[kind]:
        everything(bomb)


@EVERY_CLASS
@IN_TIME
def test_a_bomb_that_is_a_part_hurts_no_more(kind: str):
    for bomb in hostile.BOMBS[kind]:
        for wrap in ("({}, 1)", r"\frac{{{}}}{{2}}", "x = {} cm", "{}, {}"):
            whole = wrap.format(bomb, bomb)
            assert compare_quick(r"\sqrt{2}", whole).outcome in OUTCOMES
            canonical(whole)


@IN_TIME
def test_no_repetition_drives_a_pattern_into_quadratic_time():
    for bait in hostile.baits(2_000):
        canonical(bait)
        compare_quick("x+1", bait)
    for bait in hostile.baits(10_000):
        extract(bait)
        split(bait)


@IN_TIME
def test_no_step_asks_for_endless_work():
    for text in hostile.SOLUTIONS:
        steps = [*split(text), text]
        assert len(check_steps(text, steps)) == len(steps)
        align_steps("5", [text], text + "\n#### 5")


@IN_TIME
def test_no_repetition_makes_a_step_endless():
    for bait in hostile.baits(3_000):
        check_steps(bait, [bait])


def test_no_step_has_more_equations_decided_than_there_is_room_for(monkeypatch):
    asked = []

    def counted(*given):
        asked.append(given)
        return arithmetic_doubt(*given)

    arithmetic_doubt = arithmetic.doubt
    monkeypatch.setattr(arithmetic, "doubt", counted)
    (false,) = check_steps("How many?", ["2^9999 = 3^9999\n" * 1_200])
    assert (false.verdict, len(asked)) == ("contradicted", arithmetic.MOST_EQUATIONS)
    room = arithmetic.MOST_EQUATIONS
    enough, more = check_steps("How many?", ["1 + 1 = 2\n" * room, "1 + 1 = 2\n" * (room + 1)])
    assert (enough.verdict, more.verdict) == ("supported", "unknown")
    assert "more than 200 equations" in more.evidence


REFUSED = {
    "9**9**9": "exponent_too_large",
    "9^{9^{9^9}}": "exponent_too_large",
    "2003^{2002^{2001}}": "exponent_too_large",
    r"10^{-999999999}": "exponent_too_large",
    "999!^{999}": "power_too_large",
    "9" * 299 + "^{9999}": "power_too_large",
    "99999999!": "factorial_too_large",
    "(10^9)!": "factorial_too_large",
    "((9!)!)!": "factorial_too_large",
    r"\binom{10000000}{5000000}": "binomial_too_large",
    "2^{1/99999999999999999999}": "exponent_too_fine",
    "(" * 900 + "1" + ")" * 900: "too_deep",
    "{" * 900 + "1" + "}" * 900: "too_deep",
    "1" * 301 + "/3": "too_many_digits",
    "1" + "+1" * 900: "too_many_operations",
    "x" + "+x" * 900: "too_many_operations",
}


def test_bombs_are_refused_with_their_reason_and_never_called_different():
    async def body(workers: Workers) -> Any:
        return [await workers.run(COMPARE, [r"\sqrt{2}", bomb], 20) for bomb in REFUSED]

    for bomb, said in zip(REFUSED, in_a_worker(body), strict=True):
        assert compare_quick(r"\sqrt{2}", bomb).outcome == "undecided"
        assert (said["outcome"], said["reason"]) == ("undecided", REFUSED[bomb])


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("9" * 100_000, "too_long"),
        ("9" * 301, "too_many_digits"),
        ("(" * 51 + ")" * 51, "too_deep"),
        (r"\sqrt{" * 60 + "2" + "}" * 60, "too_deep"),
    ],
)
def test_size_depth_and_digits_are_refused_before_anything_is_parsed(text: str, limit: str):
    assert limits(text) == limit
    with pytest.raises(Unreadable, match=limit):
        parse(text)


def in_a_worker(body: Callable[[Workers], Any], count: int = 1) -> Any:
    async def run() -> Any:
        workers = Workers(count)
        try:
            return await body(workers)
        finally:
            await workers.close()

    return asyncio.run(run())


@EVERY_CLASS
def test_a_worker_outlives_every_bomb(kind: str):
    """Each bomb ends in a verdict or at its deadline, and the process goes on."""

    async def body(workers: Workers) -> Any:
        for bomb in hostile.BOMBS[kind]:
            try:
                said = await workers.run(COMPARE, [r"\sqrt{2}", bomb], 1)
                assert said["outcome"] in ("undecided", "different")
            except TimeoutError:
                pass
        return await workers.run(COMPARE, [r"\sqrt{8}", r"2\sqrt{2}"], 20)

    assert in_a_worker(body)["outcome"] == "equal"


def test_bombs_among_good_pairs_cost_only_their_own_verdicts():
    endless = "(((((x+y+z+1)^{99}+1)^{99}+1)^{99}+1)^{99}+1)^{99}"
    good = [(rf"\sqrt{{{n * n * 7}}}", rf"{n}\sqrt{{7}}") for n in range(2, 40)]
    good += [(rf"\sin({n}x)", rf"\cos({n}x)") for n in range(2, 20)]
    pairs = []
    for i, pair in enumerate(good):
        pairs.append(pair)
        if i % 10 == 0:
            pairs.append((r"\sqrt{2}", endless.replace("x", f"{i}x")))
            pairs.append((r"\sqrt{2}", hostile.TOWERS[i % len(hostile.TOWERS)]))
    with Checker(2, seconds=1) as checker:
        verdicts = dict(zip(pairs, checker.compare_all(pairs), strict=True))
        alone = {pair: checker.compare(*pair) for pair in good}
    assert {pair: verdicts[pair] for pair in good} == alone
    assert {alone[pair].outcome for pair in good[:38]} == {"equal"}
    assert {alone[pair].outcome for pair in good[38:]} == {"different"}
    bombs = [pair for pair in pairs if pair not in alone]
    assert {verdicts[pair].outcome for pair in bombs} <= {"undecided", "different"}


class Ears:
    """An audit hook that hears what a payload would do; there is one for all tests."""

    def __init__(self) -> None:
        self.heard: list[str] | None = None
        self.thread = threading.get_ident()
        sys.addaudithook(self.hear)

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        if self.heard is None or threading.get_ident() != self.thread:
            return
        if event == "open" and not (isinstance(args[2], int) and args[2] & _WRITES):
            return
        if event in ("compile", "exec", "open") or event.startswith(
            ("os.system", "os.exec", "os.fork", "os.posix", "subprocess.", "socket.", "ctypes.")
        ):
            self.heard.append(f"{event} {str(args)[:100]}")


EARS = Ears()


@pytest.fixture
def ears():
    EARS.heard, EARS.thread = [], threading.get_ident()
    yield EARS.heard
    EARS.heard = None


def test_no_payload_is_run_by_the_process_that_reads_it(tmp_path: Path, ears: list[str]):
    canary = tmp_path / "canary"
    everything("1 + 1 = 2")  # whatever is imported on first use
    ears.clear()
    for payload in hostile.payloads(str(canary)):
        everything(payload)
        extract(f"The answer is {payload}.")
        extract(f"#### {payload}")
        check_steps("How many?", [f"<<{payload}={payload}>>", f"2 + {payload} = 3"])
    assert ears == []
    assert not canary.exists()


def test_the_ears_hear(tmp_path: Path, ears: list[str]):
    eval(f"open({str(tmp_path / 'canary')!r}, 'w')").close()
    assert {heard.split()[0] for heard in ears} == {"compile", "exec", "open"}


def test_no_payload_is_run_by_a_worker(tmp_path: Path):
    """As gold and as candidate; a worker that tried would end, confined, and say so."""
    canary = tmp_path / "canary"
    payloads = hostile.payloads(str(canary))

    async def body(workers: Workers) -> Any:
        for payload in payloads:
            for pair in ([payload, r"\sqrt{2}"], [r"\sqrt{2}", payload], [payload, "5"]):
                said = await workers.run(COMPARE, pair, 20)
                assert said["outcome"] in OUTCOMES
                assert said["outcome"] != "equal"
        return len(payloads)

    assert in_a_worker(body) > 200
    assert not canary.exists()
    assert os.listdir(tmp_path) == []


def test_payloads_in_a_pair_with_itself_are_text():
    for payload in hostile.payloads("/nowhere"):
        assert compare_quick(payload, payload).outcome == "equal"


# What turns text into code or into terms: `sympy.S`, `sympy.symbols` and the constructors that
# sympify their arguments are looked at one by one below.
_FORBIDDEN = {
    *("eval", "exec", "compile", "__import__", "sympify", "parse_expr", "parse_latex", "S"),
    *("lambdify", "symbols", "var", "nsimplify", "literal_eval", "srepr", "import_module", "loads"),
    *("literal", "unpickle", "getoutput", "popen", "system", "latex2sympy"),
}
# (file, name): the two that a worker needs, on names that it checks and on its own protocol.
_ALLOWED = {
    *(("confined.py", "import_module"), ("confined.py", "loads"), ("worker.py", "loads")),
    *((file.name, "compile") for file in HERE.rglob("*.py")),  # `re.compile` only
}


def names_called(tree: ast.AST) -> list[tuple[str, ast.Call]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                found.append((node.func.id, node))
            elif isinstance(node.func, ast.Attribute):
                found.append((node.func.attr, node))
    return found


def sources() -> list[tuple[str, ast.Module]]:
    files = sorted(HERE.rglob("*.py"))
    assert len(files) > 10
    return [(file.name, ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def test_nothing_in_the_package_turns_text_into_code():
    for file, tree in sources():
        for name, call in names_called(tree):
            where = f"{file}:{call.lineno}: {ast.unparse(call)[:80]}"
            assert name not in _FORBIDDEN or (file, name) in _ALLOWED, where
            if name == "compile":
                assert ast.unparse(call.func) == "re.compile", where


def test_no_parser_and_no_pickle_is_imported():
    for file, tree in sources():
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{a.name}" for a in node.names)]
            for name in names:
                bad = ("sympy.parsing", "pickle", "marshal", "shelve", "math_verify", "latex2sympy")
                assert not name.startswith(bad), f"{file}: {name}"
                assert name not in {f"sympy.{word}" for word in _FORBIDDEN}, f"{file}: {name}"


# SymPy functions that take a name as text and parse nothing of it.
_TAKE_NAMES = {"Symbol", "Function", "Dummy", "Float"}


def test_sympy_is_given_no_text_but_names():
    """A text literal, an f-string or `str(...)` as argument of a SymPy function is a parser."""
    seen = 0
    for file, tree in sources():
        for _, call in names_called(tree):
            function = ast.unparse(call.func)
            if not function.startswith("sympy."):
                continue
            seen += 1
            for argument in call.args:
                text = isinstance(argument, ast.JoinedStr) or (
                    isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                )
                text = text or ast.unparse(argument).startswith(("str(", "repr(", "format("))
                where = f"{file}:{call.lineno}: {ast.unparse(call)[:80]}"
                assert not text or function.removeprefix("sympy.") in _TAKE_NAMES, where
    assert seen > 10


def test_every_name_that_reaches_sympy_stays_one_symbol():
    """A subscript or a function's name with code in it becomes a symbol, or is refused."""
    from factory.check.answers.symbolic_compare import compare_symbolic

    for name in ("x_{open(1)}", "x_{__import__('os')}", "x_{1, real=True}", "x_{a:b}", "x_{y z}"):
        assert compare_symbolic(name, "x")["outcome"] in ("different", "undecided")
        assert compare_symbolic(name, name)["outcome"] == "equal"
