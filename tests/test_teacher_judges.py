"""The symbolic teacher as a judge: noise that a jury takes out, and biases that audits can see."""

import json
from collections import Counter
from pathlib import Path

import pytest

from factory.check import split
from factory.errors import UserError
from factory.models import provider_of
from factory.models.symbolic import Symbolic
from factory.symbolic import Declined, Leaning, Teacher, read_graph

SAMPLE = Path(__file__).parents[1] / "factory" / "symbolic" / "sample.jsonl"


@pytest.fixture(scope="module")
def graphs():
    found = []
    for line in SAMPLE.read_text(encoding="utf-8").splitlines()[:140]:
        row = json.loads(line)
        try:
            found.append(read_graph(row["question"], row["answer"]))
        except Declined:
            continue
    return found


@pytest.fixture(scope="module")
def solutions(graphs):
    """Solutions with their first error as truth, half of them wrong or so."""
    teacher = Teacher(mistakes=4.0)
    made = []
    for graph in graphs:
        for draw in range(4):
            told = teacher.solve(graph, draw=draw)
            made.append((graph, split(told.text), told.first_error))
    wrong = sum(first >= 0 for *_, first in made)
    assert 0.3 < wrong / len(made) < 0.9
    return made


def agreement(judge, solutions, *, temperature=0.0):
    """How often the judge names the true first error."""
    hits = 0
    for graph, steps, first in solutions:
        hits += judge.grade(graph, steps, temperature=temperature)["first_error"] == first
    return hits / len(solutions)


def test_a_judge_without_noise_or_bias_names_the_first_error(solutions):
    assert agreement(Teacher(), solutions) > 0.95


def test_noise_grows_with_temperature_and_with_wavering(solutions):
    calm = agreement(Teacher(), solutions, temperature=0.2)
    warm = agreement(Teacher(), solutions, temperature=1.0)
    wild = agreement(Teacher(leaning=Leaning(wavering=4.0)), solutions, temperature=1.0)
    assert calm > warm > wild
    none = Teacher(leaning=Leaning(wavering=0.0))
    assert agreement(none, solutions, temperature=2.0) == agreement(Teacher(), solutions)


def verdicts_on(judge, solutions, right):
    """Verdicts on first errors, or on the steps of right solutions."""
    seen = Counter()
    for graph, steps, first in solutions:
        said = judge.grade(graph, steps)["verdicts"]
        if right and first < 0:
            seen.update(said)
        elif not right and first >= 0:
            seen[said[first]] += 1
    return seen


def test_a_lenient_judge_accepts_more_wrong_steps_and_a_strict_one_faults_right_ones(solutions):
    lenient, fair, strict = (Teacher(leaning=Leaning(leniency)) for leniency in (0.8, 0.0, -0.8))

    def accepted(judge):
        seen = verdicts_on(judge, solutions, right=False)
        return seen[1] / seen.total()

    def faulted(judge):
        seen = verdicts_on(judge, solutions, right=True)
        return seen[-1] / (seen[1] + seen[-1])

    assert accepted(lenient) > 0.3 > 0.1 > accepted(fair)
    assert accepted(fair) < accepted(lenient) and accepted(strict) <= accepted(fair) + 0.02
    assert faulted(strict) > 0.1 > 0.02 > faulted(fair)
    assert faulted(lenient) <= faulted(fair)


def test_a_lenient_judge_marks_higher_and_a_strict_one_lower(graphs):
    def mean(leniency):
        judge = Teacher(leaning=Leaning(leniency))
        marks = [judge.rate(graph) for graph in graphs]
        names = ("definition", "precision", "integrity")
        return sum(mark[name] for mark in marks for name in names) / len(marks) / 3

    assert mean(-0.8) < mean(0.0) - 0.3
    assert mean(0.8) >= mean(0.0)


def first_places(judge, graphs, n=500):
    """How often the first shown of three wins, and how often the last, over `n` rankings.

    Each three is shown in both orders: what is really better stands as often last as first.
    """
    first = last = 0
    for draw in range(n):
        shown = [graphs[(draw // 2 * 7 + k * 31) % len(graphs)] for k in range(3)]
        shown = shown[::-1] if draw % 2 else shown
        best = judge.rank(shown, temperature=1.0, draw=draw)[0]
        first += 0 in best
        last += 2 in best
    return first, last


def test_a_position_biased_judge_prefers_what_is_shown_first(graphs):
    fair = first_places(Teacher(), graphs)
    early = first_places(Teacher(leaning=Leaning(position=0.8)), graphs)
    late = first_places(Teacher(leaning=Leaning(position=-0.8)), graphs)
    assert abs(fair[0] - fair[1]) < 80
    assert early[0] > early[1] + 150 and early[0] > fair[0] + 80
    assert late[1] > late[0] + 150


def test_a_wordy_judge_prefers_what_is_long(graphs):
    def long_first(judge):
        wins = 0
        for draw in range(300):
            pair = [graphs[draw % len(graphs)], graphs[(draw * 13 + 5) % len(graphs)]]
            lengths = [len(graph.question.split()) for graph in pair]
            best = judge.rank(pair, temperature=1.0, draw=draw)[0]
            wins += best == [lengths.index(max(lengths))]
        return wins

    fair, wordy, terse = (Teacher(leaning=Leaning(verbosity=v)) for v in (0.0, 1.0, -1.0))
    assert long_first(terse) + 40 < long_first(fair) < long_first(wordy) - 20


def test_a_jury_of_three_is_nearer_to_the_truth_than_one_of_them(solutions):
    noisy = Leaning(wavering=4.0)
    jurors = [Teacher(leaning=noisy, seed=seed) for seed in (1, 2, 3)]
    alone = [0, 0, 0]
    together = 0
    for graph, steps, truth in solutions:
        said = [j.grade(graph, steps, temperature=0.7)["first_error"] for j in jurors]
        for place, first in enumerate(said):
            alone[place] += first == truth
        (first, votes), *_ = Counter(said).most_common(1)
        together += (first if votes > 1 else said[0]) == truth
    assert together > max(alone) + 0.04 * len(solutions)


def test_two_seeds_waver_independently_and_one_seed_is_one_judge(solutions):
    def errors(seed):
        judge = Teacher(leaning=Leaning(wavering=4.0), seed=seed)
        return {
            at
            for at, (graph, steps, first) in enumerate(solutions)
            if judge.grade(graph, steps, temperature=0.7)["first_error"] != first
        }

    assert errors(1) == errors(1)
    shared = len(errors(1) & errors(2)) / len(errors(1))
    assert len(errors(1)) > 40 and shared < 0.6


def test_a_recipe_gives_each_juror_its_leaning_and_identity():
    strict = provider_of("strict", "symbolic", {"leniency": -0.5, "seed": 3})
    assert isinstance(strict, Symbolic)
    assert strict.settings.leaning == Leaning(-0.5) and strict.settings.seed == 3
    assert strict.identity == "symbolic/7 mistakes=1.0 misbehave=0.05 leniency=-0.5 seed=3"
    assert provider_of("fair", "symbolic", {}).identity == "symbolic/7 mistakes=1.0 misbehave=0.05"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"leniency": 2}, "models.j.options.leniency"),
        ({"lenience": 0.2}, "did you mean 'leniency'"),
        ({"styles": "mixed"}, "models.j.options.styles"),
        ({"misbehave": "often"}, "models.j.options.misbehave"),
    ],
)
def test_an_option_that_is_none_is_told_with_its_place(options, said):
    with pytest.raises(UserError, match=said):
        provider_of("j", "symbolic", options)
