"""MATH-style problems: every answer is found again by SymPy from what the sentences state."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, permutations, product
from math import factorial, gcd, lcm
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sympy
from sympy import Rational, divisors, sqrt

from factory.check import compare, extract
from factory.recipe import load_recipe
from factory.stages.seed_formats import last_boxed
from factory.start import run
from factory.store.reading import open_to_read
from factory.symbolic.arithmetic import Operand, operands
from factory.symbolic.edits.known_problem import recognise
from factory.symbolic.evolve import evolve
from factory.symbolic.grammar.formula import Node, Op, Relation, Unfit, formula
from factory.symbolic.grammar.mathematics import FAMILIES, TAILS, problems
from factory.symbolic.grammar.mathematics.making import MathProblem, one, plots
from factory.symbolic.grammar.mathematics.plot import MathPlot
from factory.symbolic.grammar.reading import readings
from factory.symbolic.grammar.telling import Told, tell
from factory.symbolic.graph import Declined, Graph, from_json, to_json
from factory.symbolic.latex import number, write_solution
from factory.symbolic.read_latex import read_latex
from factory.symbolic.solve import solve

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "factory" / "symbolic" / "sample_math.jsonl"
EACH = 3
"""Problems drawn of each way through each family."""
OPERATORS = (
    "simplify",
    "resample",
    "rephrase",
    "deepen",
    "more_steps",
    "easier_topic",
    "new_topic",
)

ALL_PLOTS = [plot for _, family in FAMILIES.values() for plot in plots(family)]


def drawn(plot: MathPlot, count: int = EACH, seed: int = 1) -> Iterator[MathProblem]:
    rng = Random(f"{plot.name}/{seed}")
    for _ in range(count * 20):
        try:
            yield one("Algebra", plot, (), 0, rng, rng)
        except Unfit:
            continue
        count -= 1
        if not count:
            return
    raise AssertionError(f"{plot.name} can hardly be drawn")


# --- the second path: what the text says, solved by SymPy, without the plan


def _integers(holds: Any) -> list[int]:
    return [x for x in range(-2500, 2501) if holds(x)]


def _two_drawn(a: int, b: int, holds: Any) -> Fraction:
    pairs = list(permutations(range(a + b), 2))
    return Fraction(sum(1 for p, q in pairs if holds(p, q)), len(pairs))


def _paths(right: int, up: int) -> int:
    counts = [1] * (right + 1)
    for _ in range(up):
        for at in range(1, right + 1):
            counts[at] += counts[at - 1]
    return counts[right]


MEANS: dict[str, Any] = {
    "count": lambda holds: len(_integers(holds)),
    "largest": lambda holds: max(_integers(holds)),
    "smallest": lambda holds: min(_integers(holds)),
    "is_square": lambda n: sympy.integer_nthroot(n, 2)[1],
    "draw_two": _two_drawn,
    "paths": _paths,
    "divisors": divisors,
    "sqrt": sqrt,
    "Rational": Rational,
    "Fraction": Fraction,
    "combinations": combinations,
    "permutations": permutations,
    "product": product,
    "factorial": factorial,
    "gcd": gcd,
    "lcm": lcm,
}

FUNCTIONS = {
    "gcd": sympy.gcd,
    "lcm": sympy.lcm,
    "mod": lambda a, b: a % b,
    "quotient": lambda a, b: sympy.floor(Rational(a) / b),
    "root": sympy.sqrt,
    "factorial": sympy.factorial,
    "choose": sympy.binomial,
    "abs": sympy.Abs,
    "neg": lambda a: -a,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
}


def term(node: Node, known: Mapping[str, Any]) -> Any:
    """The formula in SymPy, quantities that are not known being symbols."""
    if isinstance(node, str):
        return known.get(node, sympy.Symbol(node, real=True))
    if isinstance(node, int):
        return sympy.Integer(node)
    assert isinstance(node, Op)
    return FUNCTIONS[node.sign](*(term(arg, known) for arg in node.args))


def answers(plot: MathPlot, told: Mapping[str, Any]) -> set[Any]:
    """Every value that the statements of the text leave for what is asked."""
    known = {name: sympy.Rational(str(Fraction(value))) for name, value in told.items()}
    if plot.ask.means:
        plain = {name: int(value) for name, value in told.items()}
        return {sympy.nsimplify(eval(plot.ask.means, {**MEANS, **plain}))}
    facts = tuple(rule for fact in plot.all_facts for rule in fact.says)
    return solved([*facts, *plot.ask.says], known, plot)


def solved(rules: list[Relation], known: dict[str, Any], plot: MathPlot) -> set[Any]:
    target = plot.ask.of
    for _ in rules:
        for rule in rules:
            missing = rule.names() - known.keys()
            if missing == {rule.left}:
                known[rule.left] = term(rule.right, known)
    if target in known:
        return {sympy.nsimplify(known[target])}
    equations = [sympy.Eq(term(rule.left, known), term(rule.right, known)) for rule in rules]
    open_ones = [one for one in equations if one not in (sympy.true, True)]
    symbols = sorted({s for one in open_ones for s in one.free_symbols}, key=str)
    found = sympy.solve(open_ones, symbols, dict=True)
    assert found, f"{plot.name}: the text has no solution"
    full = [{**known, **{str(name): value for name, value in one.items()}} for one in found]
    return {sympy.nsimplify(one[target]) for one in full if fits(plot, one)}


def fits(plot: MathPlot, values: Mapping[str, Any]) -> bool:
    """Whether a solution is one that the story can have: its comparisons hold, counts are real."""
    for text in plot.family.need:
        sign = next(s for s in ("<=", ">=", "!=", "<", ">") if s in text)
        left, right = (formula(side) for side in text.split(sign, 1))
        names = {n for side in (left, right) for n in _names(side)}
        if names <= values.keys():
            a, b = term(left, values), term(right, values)
            if not {"<": a < b, ">": a > b, "!=": a != b, "<=": a <= b, ">=": a >= b}[sign]:
                return False
    drawn = plot.family.all_draws
    return all(
        values[name] > 0
        for name, one in drawn.items()
        if name in values and isinstance(one.low, int) and one.low > 0
    )


def _names(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Op):
        for arg in node.args:
            yield from _names(arg)


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_the_answer_is_found_again_from_the_text_alone(name: str):
    for plot in plots(FAMILIES[name][1]):
        for made in drawn(plot):
            (reading, *_) = readings(made.problem, [plot], ())
            values = reading.passages[0].values
            assert set(values) == set(plot.told), made.problem
            (answer,) = answers(plot, values)
            assert Fraction(str(answer)) == read_latex(made.problem, made.solution).answer, (
                plot.name,
                made,
            )


# --- the first path: what is written reads back as what was meant


def expected(plot: MathPlot, values: Mapping[str, Any]) -> list[list[tuple[str, int, Fraction]]]:
    """For each step its operands: their source, the step's number, the value."""
    place = {name: at for at, (name, _) in enumerate(plot.steps)}

    def of(node: Node) -> Iterator[tuple[str, int, Fraction]]:
        if isinstance(node, str):
            source = "step" if node in place else "question"
            yield source, place.get(node, -1), Fraction(values[node])
        elif isinstance(node, int):
            yield "constant", -1, Fraction(node)
        else:
            for arg in node.args:
                yield from of(arg)

    return [list(of(node)) for _, node in plot.steps]


def source_of(operand: Operand, graph: Graph) -> tuple[str, int, Fraction]:
    if operand.source == "step":
        return "step", operand.index, operand.value
    worded = operand.source == "question" and graph.quantities[operand.index].kind in (
        "word",
        "relation",
    )
    return ("constant" if worded else operand.source), -1, operand.value


def same(read: tuple[str, int, Fraction], meant: tuple[str, int, Fraction]) -> bool:
    """A constant of the plan may stand in the wording: `divided by 7`."""
    return read == meant or (
        meant[0] == "constant" and read[0] == "question" and read[2] == meant[2]
    )


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_the_solution_reads_back_as_the_plan(name: str):
    for plot in plots(FAMILIES[name][1]):
        for made in drawn(plot, seed=2):
            graph = read_latex(made.problem, made.solution)
            (reading, *_) = readings(made.problem, [plot], ())
            values = dict(reading.passages[0].values)
            for step, compute in plot.computing:
                values[step] = compute(values)
            meant = expected(plot, values)
            assert [step.value for step in graph.steps] == [
                Fraction(values[step]) for step, _ in plot.steps
            ]
            for step, wanted in zip(graph.steps, meant, strict=True):
                got = [source_of(one, graph) for one in operands(step.expression)]
                assert len(got) == len(wanted)
                assert all(map(same, got, wanted)), (made, got, wanted)
            assert last_boxed(made.solution) == made.answer == number(graph.answer)
            assert from_json(made.problem, json.loads(json.dumps(to_json(graph)))) == graph
            again = read_latex(made.problem, write_solution(graph))
            assert [one.expression for one in again.steps] == [s.expression for s in graph.steps]


def test_the_checker_agrees_with_every_answer():
    for made in problems(300, 5):
        found = extract(made.solution)
        assert found is not None
        assert compare(made.answer, found.answer).outcome == "equal", made
        plain = str(read_latex(made.problem, made.solution).answer)
        assert compare(made.answer, plain).outcome == "equal", made


@pytest.mark.parametrize("tail", TAILS, ids=lambda tail: tail.name)
def test_a_further_step_is_found_again(tail):
    rng = Random(tail.name)
    (plot,) = plots(tail)
    found = 0
    for base in rng.sample(range(-30, 200), 150):
        told = Told(x="the number of cards in a box", kind="number", result=base, taken={base})
        try:
            tell(plot, told, rng, rng, spell=False)
        except Unfit:
            continue
        _, values, _ = told.parts[-1]
        known = {name: values[name] for name in (*plot.told, "a")}
        assert answers(plot, known) == {Rational(str(Fraction(values["t"])))}
        found += 1
    assert found > 5


def test_every_step_still_says_what_it_computes_when_it_is_written_anew(graphs):
    for graph in graphs:
        for line in write_solution(graph).splitlines():
            assert not line.startswith("We get"), line
            assert "S(" not in line or "the sum of the digits" in line, line


def test_there_is_variety():
    assert len(FAMILIES) >= 22
    for _, family in FAMILIES.values():
        ways = plots(family)
        assert len(ways) >= 3, family.name
        assert {len(one.forms) for plot in ways for one in plot.all_facts} <= {3, 4}
        assert min(len(plot.ask.forms) for plot in ways) >= 2
    assert {len(plot.steps) for plot in ALL_PLOTS} >= {1, 2, 3, 4, 5, 6}
    made = list(problems(1000, 3))
    assert len({one.problem for one in made}) == 1000
    assert len({one.template for one in made}) > 600


def test_a_longer_stream_begins_with_the_shorter_one():
    assert list(problems(60, 9)) == list(problems(90, 9))[:60]


# --- the teacher on problems in LaTeX


@pytest.fixture(scope="module")
def graphs() -> list[Graph]:
    return [read_latex(one.problem, one.solution) for one in problems(135, 21)]


@pytest.mark.parametrize("operator", OPERATORS)
def test_an_operator_works_on_most_problems_and_declines_the_others(operator, graphs):
    rng = Random(operator)
    done = 0
    for graph in graphs:
        try:
            child = evolve(graph, operator, rng)
        except Declined as declined:
            assert declined.reason.replace("_", "").isalpha()
            continue
        done += 1
        again = read_latex(child.graph.question, child.rationale)
        assert again == child.graph
        assert again.question != graph.question
        if operator == "rephrase":
            assert again.answer == graph.answer
        if operator in ("deepen", "more_steps"):
            assert len(again.steps) > len(graph.steps)
        if operator == "easier_topic":
            assert len(again.steps) < len(graph.steps)
    assert done >= 0.7 * len(graphs)


@pytest.mark.parametrize(
    "operator", ["add_constraint", "concretise", "fuse", "distract", "backward"]
)
def test_what_is_for_word_problems_alone_is_declined(operator, graphs):
    with pytest.raises(Declined) as caught:
        evolve(graphs[0], operator, Random(0))
    assert caught.value.reason == "no_latex_form"


def test_children_of_the_grammar_still_fulfil_their_sentences(graphs):
    """Simplified and resampled problems are solved again from their text alone."""
    rng = Random(4)
    seen = 0
    for graph in graphs:
        try:
            child = evolve(graph, rng.choice(("simplify", "resample", "rephrase")), rng)
        except Declined:
            continue
        known = recognise(child.graph.question)
        if known is None:
            continue
        told = {name: known.values[name] for name in known.plot.told}
        assert answers(known.plot, told) == {Rational(str(child.graph.answer))}
        seen += 1
    assert seen > 80


def test_wrong_solutions_are_wrong_and_right_ones_right(graphs):
    rng = Random(8)
    kinds = set()
    for graph in graphs:
        made = solve(graph, 1.0, 4.0, rng)
        found = extract(made.text)
        assert found is not None
        equal = compare(number(graph.answer), found.answer).outcome == "equal"
        if made.mistake != "cancelling_errors":
            assert equal == (made.mistake is None), made
        kinds.add(made.mistake)
    assert len(kinds) >= 6


REAL = (
    (
        "What is the value of $5 - 3(2 + 4)$?",
        "We get $5-3(2+4)=5-3\\cdot 6=5-18=\\boxed{-13}$.",
        Fraction(-13),
    ),
    (
        "A box holds $12$ pens and costs $30$ dollars. How much do $20$ pens cost?",
        "One pen costs $\\frac{30}{12}=\\frac{5}{2}$ dollars, so we pay "
        "$20\\cdot\\frac52=\\boxed{50}$ dollars.",
        Fraction(50),
    ),
)


@pytest.mark.parametrize(("problem", "solution", "answer"), REAL)
def test_other_peoples_solutions_of_plain_arithmetic_are_read(problem, solution, answer):
    graph = read_latex(problem, solution)
    assert graph.answer == answer
    child = evolve(graph, "resample", Random(1))
    assert child.graph.question != problem


@pytest.mark.parametrize(
    ("problem", "solution", "reason"),
    [
        ("Solve $2x = 6$.", "Dividing $2x=6$ by $2$ gives $x=\\boxed{3}$.", "symbolic_solution"),
        ("What is $2+3$?", "It is $2+3=\\boxed{6}$.", "false_equation"),
        ("What is $2+3$?", "It is $2+3=5$.", "no_final_answer"),
        ("What is $7+3$?", "It is $7+2=\\boxed{9}$.", "unused_number"),
        ("What is $7+3$?", "It is $7+33=\\boxed{40}$.", "unknown_operand"),
        ("Let $a=7$ and $b=7$. What is $a+b+5$?", "$7+7+5=\\boxed{19}$", "ambiguous_operand"),
        ("What is $9^9$?", "It is $9^{9^{9}}=\\boxed{9^{9^{9}}}$.", "final_answer"),
        ("What is $(1,2)$?", "It is $\\boxed{(1,2)}$.", "final_answer"),
        ("What is $2+3$?", "It is $" + "(" * 300 + "2+3=\\boxed{5}$.", "symbolic_solution"),
    ],
)
def test_what_cannot_be_read_is_declined_with_its_reason(problem, solution, reason):
    with pytest.raises(Declined) as caught:
        read_latex(problem, solution)
    assert caught.value.reason == reason


def test_a_file_of_real_competition_problems_never_crashes_the_reader(shared):
    rng = Random(0)
    read = 0
    lines = (shared / "math" / "test.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[:1500]:
        row = json.loads(line)
        try:
            graph = read_latex(row["problem"], row["solution"])
        except Declined:
            continue
        read += 1
        boxed = last_boxed(row["solution"])
        assert boxed is not None
        assert compare(boxed, number(graph.answer)).outcome == "equal", row["problem"]
        for operator in OPERATORS:
            try:
                evolve(graph, operator, rng)
            except Declined:
                continue
    assert read >= 30


def test_the_recipe_runs_offline_from_end_to_end(tmp_path):
    recipe = load_recipe(ROOT / "recipes" / "evol_math.yaml", ["seeds.limit=10"])
    summary = run(recipe, tmp_path / "out")
    assert not summary.pending
    with open_to_read(tmp_path / "out") as connection:
        (accepted,) = connection.execute("select count(*) from accepted").fetchone()
        (latex,) = connection.execute(
            "select count(*) from instructions where rationale like '%boxed%'"
        ).fetchone()
    assert accepted > 20
    assert latex > 20
