"""The grammar's promises: exact, unambiguous, read back from its text, original, balanced."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from masked import masked_runs
from resolved import answers

from factory.errors import UserError
from factory.symbolic.grammar import FAMILIES, TAILS, Problem, making, problems, read
from factory.symbolic.grammar.draws import count, divisor, percent, show
from factory.symbolic.grammar.draws import read as read_number
from factory.symbolic.grammar.family import ask, either, fact, family
from factory.symbolic.grammar.formula import Unfit, formula, relations, way
from factory.symbolic.grammar.language import Form, article
from factory.symbolic.grammar.making import plots
from factory.symbolic.read import read_graph

REPOSITORY = Path(__file__).parents[1]
SAMPLE = REPOSITORY / "factory" / "symbolic" / "sample.jsonl"
BENCHMARKS = (
    ("gsm8k/test", "question", 0),
    ("gsm8k/train", "question", 0.003),
    ("math/test", "problem", 0),
)

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
        assert before == expression and Fraction(after) == Fraction(result), line
        yield expression, sign == "$", Fraction(result)


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
        assert 1 <= len(results) <= 10
        for _, money, value in results:
            whole = value.denominator == 1
            measure = FAMILIES[problem.family].fine
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
    assert named > 0.85 * len(sample + fresh)


def test_no_number_has_two_sources(sample: list[Problem], fresh: list[Problem]) -> None:
    for problem in (*sample, *fresh):
        figures = re.findall(r"\d+(?:\.\d+)?", problem.question)
        numbers = [Fraction(figure) for figure in figures] + [step[2] for step in steps(problem)]
        assert len(set(numbers)) == len(numbers), problem


ASKED = re.compile(r"(\w+( \w+){0,5}, )?(\w+ )?([Hh]ow (many|much)|[Ww]hat) .+\?$")


def test_the_question_comes_last_and_names_its_unit(
    sample: list[Problem], fresh: list[Problem]
) -> None:
    for problem in (*sample, *fresh):
        *facts, asked = re.split(r"(?<=[.?]) ", problem.question)
        assert facts and ASKED.match(asked), asked
        assert problem.question.count("?") == 1
        *_, (_, money, _) = steps(problem)
        assert money == (" dollars" in asked), problem


def test_the_english_keeps_to_the_rules_that_can_be_checked(fresh: list[Problem]) -> None:
    slips = re.compile(
        r"\b[Aa] (?=[aeio]\w)|\b[Aa]n (?=[^aeiouh\W])|\b(\w+) \1\b|  | [.,?]|[{}\[\]_<]"
        r"|(?<![.\d])1 \w+s\b"
    )
    for problem in fresh:
        for text in (
            problem.question,
            re.sub(r"<<.*?>>", "", problem.rationale.replace("\n", " / ")),
        ):
            assert not slips.search(text), text
        for sentence in re.split(r"(?<=[.?]) ", problem.question):
            assert sentence[0].isupper(), problem.question


EVERY_PLOT = [plot for of in (*FAMILIES.values(), *TAILS.values()) for plot in plots(of)]


@pytest.mark.parametrize("plot", EVERY_PLOT, ids=lambda plot: plot.name)
def test_every_way_through_every_story_works_out(plot: making.Plot) -> None:
    assert plot.steps and plot.steps[-1][0] == plot.ask.of
    assert plot.making and isinstance(plot.worded, frozenset)


@settings(max_examples=300, deadline=None)
@given(name=st.sampled_from(sorted(FAMILIES)), seed=st.integers(0, 10**9))
def test_a_question_alone_gives_the_graph_back(name: str, seed: int) -> None:
    (problem,) = problems(1, seed, [name])
    found = read(problem.question)
    assert [reading.graph for reading in found] == [problem.graph]
    assert answers(found[0]) == {Fraction(problem.answer)}
    graph = read_graph(problem.question, problem.rationale)
    assert graph.answer == Fraction(problem.answer)


def test_a_text_of_somebody_else_is_not_read(sample: list[Problem]) -> None:
    question = sample[0].question
    assert read("Ada has 5 corks and finds 3 more. How many corks does she have?") == []
    assert read(question + " Why?") == read(question[:-20]) == read("") == []


def test_a_changed_number_is_another_graph(fresh: list[Problem]) -> None:
    for problem in fresh[:40]:
        number = re.search(r"(?<=[ $])\d{2,}(?=[ %])", problem.question)
        if number is None:
            continue
        other = str(int(number[0]) + 1)
        changed = problem.question.replace(number[0], other, 1)
        assert all(reading.graph != problem.graph for reading in read(changed)), changed


def test_every_quantity_has_a_unit_and_the_answer_is_the_target(fresh: list[Problem]) -> None:
    for problem in fresh[:200]:
        graph = problem.graph
        target = graph["quantities"][graph["target"]]
        assert Fraction(target["value"]) == Fraction(problem.answer)
        assert all(one["unit"] for one in graph["quantities"].values())
        assert not target["told"] and graph["relations"]


def test_ten_thousand_problems_are_of_many_kinds() -> None:
    drawn = list(problems(10_000, seed=11))
    templates = Counter(problem.template for problem in drawn)
    assert len(templates) >= 1500
    assert templates.most_common(1)[0][1] <= 100
    lengths = Counter(problem.rationale.count("<<") for problem in drawn)
    assert min(lengths) == 1 and max(lengths) >= 8


def test_a_family_that_is_used_up_says_so() -> None:
    corks = fact("Ada has <n> corks and finds <k>.", says="sum = n + k")
    one = family(
        "corks",
        corks,
        ask("How many corks are there?", of="sum"),
        draws={"n": count(18, 18), "k": count(13, 13)},
        units={"n": "cork", "k": "cork", "sum": "cork"},
        lines={"sum": "There are @ corks."},
    )
    with pytest.raises(UserError, match=r"'corks'.*ask for fewer"):
        list(making.problems(2, 1, [one]))


UNITS = {"n": "cork", "k": "cork", "m": "dollar", "sum": "cork"}
LINES = {"sum": "There are @ corks."}
DRAWS = {"n": count(8, 20), "k": count(3, 7), "m": count(2, 9)}
FAULTY = {
    "told and not used": fact("<n> corks, <k> lids and <m>.", says="sum = n + k"),
    "no way from": fact("<n> corks and <k> lids."),
    "forms of a fact tell different numbers": fact("<n> and <k>.", "<n>.", says="sum = n + k"),
    "are added or compared": fact("<n> corks for $<m>.", says="sum = n + m"),
    "a number stands in the wording": fact("<n> corks, twice <k>.", says="sum = n + k"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_family_that_cannot_work_out_is_a_mistake_of_its_author(fault: str) -> None:
    one = family(
        "corks",
        FAULTY[fault],
        ask("How many corks are there?", of="sum"),
        draws=DRAWS,
        units=UNITS,
        lines=LINES,
    )
    (plot,) = plots(one)
    with pytest.raises(ValueError, match=fault):
        assert plot.steps and plot.making and plot.worded


def test_a_further_step_keeps_to_what_it_needs_of_the_result_alone() -> None:
    one = family(
        "more_corks",
        fact("Ada then finds <k> more than <x>.", says="sum = a + k"),
        ask("How many corks are there?", of="sum"),
        draws={"k": count(3, 7)},
        units={"a": "cork", "k": "cork", "sum": "cork"},
        lines=LINES,
        need=("a > 20", "k < a"),
        on="things",
    )
    (plot,) = plots(one)
    assert plot.numbers(Random(1), {"a": 21}, {}, set())["sum"] > 23
    with pytest.raises(Unfit):
        plot.numbers(Random(1), {"a": 20}, {}, set())


def test_a_story_without_a_question_is_a_mistake_of_its_author() -> None:
    told = fact("<n> corks and <k> lids.", says="sum = n + k")
    asked = ask("How many corks are there?", of="sum")
    one = family("corks", told, either([asked], [told]), draws=DRAWS, units=UNITS, lines=LINES)
    with pytest.raises(ValueError, match="ends without a question"):
        plots(one)


def test_a_relation_gives_whichever_quantity_is_missing() -> None:
    rules = relations("total = rows*each; total = sold + left")
    assert way({"rows", "each", "sold"}, rules, "left")[-1] == ("left", formula("total - sold"))
    assert way({"left", "sold", "each"}, rules, "rows")[-1] == ("rows", formula("total/each"))
    with pytest.raises(ValueError, match="no way from"):
        way({"rows", "sold"}, rules, "left")


@pytest.mark.parametrize(
    ("value", "kind", "texts"),
    [
        (3, "count", {"3", "three"}),
        (25, "count", {"25"}),
        (3, "plain", {"3"}),
        (12500, "count", {"12,500"}),
        (Fraction(5, 2), "money", {"2.50"}),
        (2, "times", {"twice"}),
        (4, "times", {"4 times", "four times"}),
        (3, "part", {"a third"}),
        (15, "percent", {"15"}),
    ],
)
def test_a_number_reads_back_as_it_was_shown(
    value: Fraction | int, kind: str, texts: set[str]
) -> None:
    shown = {show(value, kind, spell=spell) for spell in (False, True)}
    assert shown == texts
    assert {read_number(text, kind) for text in shown} == {value}


def test_draws_keep_to_their_bounds() -> None:
    chance = Random(1)
    assert {count("a+1", "a+3").draw(chance, {"a": 4}) for _ in range(60)} == {5, 6, 7}
    assert {divisor("a", 2, 9).draw(chance, {"a": 24}) for _ in range(90)} == {2, 3, 4, 6, 8}
    assert all(int(percent().draw(chance, {})) % 5 == 0 for _ in range(30))
    with pytest.raises(Unfit):
        divisor("a", 2, 9).draw(chance, {"a": 31})


def test_articles_and_broken_forms() -> None:
    assert [article(noun) for noun in ("tent", "easel", "hour", "unicycle")] == [
        "a tent",
        "an easel",
        "an hour",
        "a unicycle",
    ]
    with pytest.raises(ValueError, match="broken slot"):
        Form("There are <n corks.")


@pytest.mark.parametrize(("benchmark", "key", "most"), BENCHMARKS)
def test_hardly_a_masked_10_gram_stands_in_a_benchmark(
    sample: list[Problem], fresh: list[Problem], benchmark: str, key: str, most: float
) -> None:
    path = REPOSITORY.parent / "shared" / "data" / f"{benchmark}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not there: the benchmark is never part of this repository")
    with path.open(encoding="utf-8") as lines:
        known = {gram for line in lines for gram in masked_runs(json.loads(line)[key])}
    drawn = [*sample, *fresh]
    hits = [one.question for one in drawn if not known.isdisjoint(masked_runs(one.question))]
    assert len(hits) <= most * len(drawn), hits
