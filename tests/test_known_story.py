"""Problems of the grammar told on: in other words, with a further step, on a longer way."""

from random import Random

import pytest

from factory.symbolic.edits.known_story import elsewhere, extended, longer, recognise, reworded
from factory.symbolic.grammar import Problem, problems, read
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.read import read_graph

UPWARD = ("add_constraint", "concretise", "deepen", "more_steps")


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Problem, Graph]]:
    return [(one, read_graph(one.question, one.rationale)) for one in problems(180, seed=8)]


def test_another_wording_has_the_same_graph_and_answer(drawn: list[tuple[Problem, Graph]]) -> None:
    done = 0
    for problem, graph in drawn:
        try:
            child = reworded(graph, Random(3))
        except Declined:
            continue
        done += 1
        assert child.graph.question != problem.question
        assert [one.graph for one in read(child.graph.question)] == [problem.graph]
        assert child.graph.answer == graph.answer
    assert done > 0.6 * len(drawn)


def test_a_further_step_leaves_the_facts_and_their_rationale_as_they_were(
    drawn: list[tuple[Problem, Graph]],
) -> None:
    done = 0
    for problem, graph in drawn:
        for operator in UPWARD:
            try:
                child = longer(graph, operator, Random(4))
            except Declined:
                continue
            done += 1
            facts = problem.question[: read(problem.question)[0].facts_end].rstrip()
            assert child.graph.question.startswith(facts + " ")
            assert len(child.graph.steps) > len(graph.steps)
            before = [step.value for step in graph.steps]
            assert [step.value for step in child.graph.steps][: len(before)] == before
    assert done > 0.25 * len(drawn)


def test_a_longer_way_keeps_every_number_that_was_told(drawn: list[tuple[Problem, Graph]]) -> None:
    done = 0
    for problem, graph in drawn:
        try:
            child = extended(graph, Random(5))
        except Declined:
            continue
        done += 1
        (reading,) = read(child.graph.question)
        new = reading.graph["quantities"]
        for name, quantity in problem.graph["quantities"].items():
            if quantity["told"]:
                assert new[name]["value"] == quantity["value"]
        assert len(child.graph.steps) > len(graph.steps)
    assert done > 0.15 * len(drawn)


def test_another_topic_is_another_family_of_a_length_that_fits(
    drawn: list[tuple[Problem, Graph]],
) -> None:
    for problem, graph in drawn[:60]:
        child = elsewhere(graph, Random(6), lambda steps: steps <= 2)
        assert len(child.graph.steps) <= 2
        found = recognise(child.graph.question)
        assert found is not None
        assert found.passages[0].plot.family.name != problem.family


def test_a_story_of_somebody_else_is_declined() -> None:
    question = "Ann has 3 boxes of 4 pens. She loses 5 pens. How many pens does Ann have left?"
    graph = read_graph(question, "3*4=<<3*4=12>>12\n12-5=<<12-5=7>>7\n#### 7")
    for edit in (reworded, extended, lambda g, rng: longer(g, "deepen", rng)):
        with pytest.raises(Declined, match="unknown_story"):
            edit(graph, Random(1))
    assert elsewhere(graph, Random(1), lambda steps: steps == 3).graph.question != question
