"""The grammar's promises: exact, unambiguous, original, balanced, and the same everywhere."""

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from factory.errors import UserError
from factory.symbolic import grammar
from factory.symbolic.grammar import FAMILIES, Problem, problems
from factory.symbolic.grammar.scene import Scene, Unfit
from factory.symbolic.grammar.sound import is_sound
from factory.symbolic.read import read_graph

REPOSITORY = Path(__file__).parents[1]
SAMPLE = REPOSITORY / "factory" / "symbolic" / "sample.jsonl"
BENCHMARKS = (("gsm8k/test", "question"), ("gsm8k/train", "question"), ("math/test", "problem"))

ANNOTATION = re.compile(r"^.*?([-+*/()\d.]+)=(\$?)<<([^<>=]+)=([\d.]+)>>([\d.]*\d)")


@pytest.fixture(scope="module")
def sample() -> list[Problem]:
    rows = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    return [
        Problem(row["question"], row["answer"], row["answer"].rpartition("#### ")[2], row["family"])
        for row in rows
    ]


@pytest.fixture(scope="module")
def fresh() -> list[Problem]:
    return list(problems(610, seed=5))


def exact(expression: str) -> Fraction:
    """The value by Python's own grammar, not by ours."""

    def value(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant():
                return Fraction(ast.get_source_segment(expression, node) or "")
            case ast.BinOp(left, ast.Add(), right):
                return value(left) + value(right)
            case ast.BinOp(left, ast.Sub(), right):
                return value(left) - value(right)
            case ast.BinOp(left, ast.Mult(), right):
                return value(left) * value(right)
            case ast.BinOp(left, ast.Div(), right):
                return value(left) / value(right)
        raise AssertionError(f"no arithmetic in {expression!r}")

    return value(ast.parse(expression, mode="eval").body)


def steps(problem: Problem) -> Iterator[tuple[str, bool, Fraction]]:
    """Expression, whether it is money, and result of each line."""
    for line in problem.rationale.splitlines()[:-1]:
        shown = ANNOTATION.match(line)
        assert shown, f"no work in {line!r}"
        before, sign, expression, result, after = shown.groups()
        assert (before, after) == (expression, result), line
        yield expression, sign == "$", Fraction(result)


def test_the_packaged_sample_is_what_its_command_writes_under_any_hash_seed(
    tmp_path: Path,
) -> None:
    written = tmp_path / "sample.jsonl"
    command = ["-m", "factory.symbolic.grammar", "--n", "400", "--seed", "2026", "--out"]
    subprocess.run(
        [sys.executable, *command, str(written)], check=True, env={"PYTHONHASHSEED": "17"}
    )
    assert written.read_bytes() == SAMPLE.read_bytes()


def test_a_longer_stream_begins_with_the_shorter_one(fresh: list[Problem]) -> None:
    assert list(problems(50, seed=5)) == fresh[:50]
    assert next(problems(1, seed=6)) != fresh[0]


def test_no_two_questions_are_equal(sample: list[Problem], fresh: list[Problem]) -> None:
    for drawn in (sample, fresh):
        assert len({problem.question for problem in drawn}) == len(drawn)


def test_every_family_is_told_equally_often(sample: list[Problem], fresh: list[Problem]) -> None:
    for drawn in (sample, fresh):
        told = Counter(problem.family for problem in drawn)
        assert set(told) == set(FAMILIES)
        assert max(told.values()) - min(told.values()) <= 1
    assert len(FAMILIES) >= 20


def test_every_annotation_is_exactly_true(sample: list[Problem], fresh: list[Problem]) -> None:
    for problem in (*sample, *fresh):
        last = Fraction(0)
        for expression, _, last in steps(problem):
            assert exact(expression) == last, problem
        assert problem.rationale.endswith(f"\n#### {problem.answer}")
        assert Fraction(problem.answer) == last


def test_values_suit_what_they_count(sample: list[Problem], fresh: list[Problem]) -> None:
    for problem in (*sample, *fresh):
        results = list(steps(problem))
        assert 1 <= len(results) <= 7
        for _, money, value in results:
            whole = value.denominator == 1
            measure = re.search(r"(hours|kilometers|kilograms)\b", problem.question)
            assert value > 0 and (value * 100).denominator == 1
            assert whole or money or measure, problem


def test_the_teacher_reads_every_problem_and_gets_its_answer(
    sample: list[Problem], fresh: list[Problem]
) -> None:
    named = 0
    for problem in (*sample, *fresh):
        graph = read_graph(problem.question, problem.rationale)
        assert graph.answer == Fraction(problem.answer)
        assert len(graph.steps) == problem.rationale.count("<<")
        named += bool(graph.steps[-1].noun)
    assert named > 0.97 * len(sample + fresh)


def test_no_number_has_two_sources(sample: list[Problem], fresh: list[Problem]) -> None:
    for problem in (*sample, *fresh):
        figures = re.findall(r"\d+(?:\.\d+)?", problem.question)
        numbers = [Fraction(figure) for figure in figures] + [step[2] for step in steps(problem)]
        assert len(set(numbers)) == len(numbers), problem


def test_the_question_comes_last_and_names_its_unit(
    sample: list[Problem], fresh: list[Problem]
) -> None:
    for problem in (*sample, *fresh):
        *facts, asked = re.split(r"(?<=[.?]) ", problem.question)
        assert facts and re.match(r"How (many|much) .+\?$", asked)
        assert problem.question.count("?") == 1
        *_, (_, money, _) = steps(problem)
        assert money == (" dollars" in asked), problem


def test_the_english_keeps_to_the_rules_that_can_be_checked(fresh: list[Problem]) -> None:
    slips = re.compile(
        r"\b[Aa] (?=[aeio]\w)|\b[Aa]n (?=[^aeiouh\W])|\b(\w+) \1\b|  | [.,?]|[{}\[\]_]|\b1 \w+s\b"
    )
    for problem in fresh:
        for text in (problem.question, problem.rationale.replace("\n", " / ")):
            assert not slips.search(text), text
        for sentence in re.split(r"(?<=[.?]) ", problem.question):
            assert sentence[0].isupper(), problem.question


SOUND = Problem(
    "Ada has 5 crates of 12 corks and loses 7 corks. How many corks are left?",
    "There are 5*12=<<5*12=60>>60 corks.\n60-7=<<60-7=53>>53 corks are left.\n#### 53",
    "53",
    "handmade",
)


@pytest.mark.parametrize(
    "spoiled",
    [
        replace(SOUND, question=SOUND.question.replace("7", "12")),
        replace(SOUND, question=SOUND.question.replace("Ada", "Ada, who is 9 years old,")),
        replace(SOUND, question=SOUND.question.replace("5 crates", "some crates")),
        replace(SOUND, rationale=SOUND.rationale.replace("=60>>60", "=61>>61")),
        replace(SOUND, rationale=SOUND.rationale.replace("60-7=<<60-7=53>>53", "12-7=<<12-7=5>>5")),
        replace(SOUND, answer="60"),
        replace(SOUND, question=SOUND.question.replace("loses 7", "gives half, or 7,")),
    ],
    ids=["twin", "unused", "unstated", "untrue", "dead step", "not the last", "stray half"],
)
def test_an_unsound_problem_is_seen(spoiled: Problem) -> None:
    assert is_sound(SOUND, set())
    assert not is_sound(spoiled, set())


def test_a_constant_that_also_stands_in_the_question_is_seen() -> None:
    problem = Problem(
        "Ada cuts 5 meters of rope and keeps 90 centimeters. How many centimeters are left?",
        "It is 5*100=<<5*100=500>>500 centimeters.\n500-90=<<500-90=410>>410 are left.\n#### 410",
        "410",
        "handmade",
    )
    stated = replace(
        problem,
        question=problem.question.replace("90", "100"),
        rationale=problem.rationale.replace("90", "100").replace("410", "400"),
        answer="400",
    )
    assert is_sound(problem, {Fraction(100)})
    assert not is_sound(stated, {Fraction(100)})
    assert not is_sound(problem, set()), "a number from nowhere"


def test_a_family_that_is_used_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def same_again(s: Scene) -> None:
        s.tell("Ada has 8 corks and finds 3.")
        s.step("Now there are [8+3] corks.")
        s.ask("How many corks are there?")

    def never(s: Scene) -> None:
        raise Unfit

    for family in (same_again, never):
        monkeypatch.setattr(grammar, "FAMILIES", {family.__name__: family})
        with pytest.raises(UserError, match=f"'{family.__name__}'.*ask for fewer"):
            list(problems(2, seed=1))


def test_a_step_without_work_is_a_mistake_of_its_author() -> None:
    with pytest.raises(ValueError, match="no work in brackets"):
        Scene(Random(1), Random(1)).step("There are 4 corks.")


NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand|half|third|quarter|twice|double|triple|dozen)s?\b",
    re.IGNORECASE,
)


def masked_grams(text: str, size: int = 10) -> set[tuple[str, ...]]:
    """Runs of words with every number and every capitalised word masked."""
    text = re.sub(r"\$?\d[\d,]*(?:\.\d+)?%?", " 0 ", text)
    text = re.sub(r"\b[A-Z]\w*", " N ", NUMBER_WORD.sub(" 0 ", text))
    words = re.findall(r"[A-Za-z0-9]+", text)
    return set(zip(*(islice(words, start, None) for start in range(size)), strict=False))


@pytest.mark.parametrize(("benchmark", "key"), BENCHMARKS)
def test_no_masked_10_gram_stands_in_a_benchmark(
    sample: list[Problem], fresh: list[Problem], benchmark: str, key: str
) -> None:
    path = REPOSITORY.parent / "shared" / "data" / f"{benchmark}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not there: the benchmark is never part of this repository")
    ours = {
        gram: problem for problem in (*sample, *fresh) for gram in masked_grams(problem.question)
    }
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for gram in masked_grams(json.loads(line)[key]) & ours.keys():
                pytest.fail(f"{' '.join(gram)!r} stands in {benchmark}: {ours[gram].question}")
