"""The symbolic teacher in all its roles, asked as a language model is asked."""

import asyncio
import json
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory.models import Draw, Message, Reply, Request, Sampling
from factory.models.symbolic import Symbolic
from factory.records import digest
from factory.symbolic.edits.guess import guessed, two_guesses
from factory.symbolic.evolve import evolve
from factory.symbolic.grade import judge_steps
from factory.symbolic.graph import Declined, Graph, from_json
from factory.symbolic.moves_compared import MOVES
from factory.symbolic.moves_joined import JOINED
from factory.symbolic.naming import reads_well
from factory.symbolic.protocol import DIRECTIONS
from factory.symbolic.question import understand
from factory.symbolic.read import read_graph

GSM8K = Path(__file__).parent.parent.parent / "shared" / "data" / "gsm8k" / "train.jsonl"

SEEDS = [
    (
        "Mira picks 48 apples on Friday and half as many apples on Saturday. Then Mira gives 12 "
        "apples to a neighbor. How many apples does Mira have left?",
        "On Saturday, Mira picks 48 / 2 = <<48/2=24>>24 apples.\n"
        "Mira picked 48 + 24 = <<48+24=72>>72 apples in all.\n"
        "After the gift, Mira has 72 - 12 = <<72-12=60>>60 apples left.\n#### 60",
    ),
    (
        "A ticket for the zoo costs $9. Lena buys 4 tickets and a map for $6. How much money does "
        "Lena spend at the zoo?",
        "The tickets cost 4 * 9 = $<<4*9=36>>36.\n"
        "Lena spends 36 + 6 = $<<36+6=42>>42 at the zoo.\n#### 42",
    ),
    (
        "A school has 14 classes with 25 students to a class. On a rainy day, 30 students stay at "
        "home. How many students are at school?",
        "The school has 14 * 25 = <<14*25=350>>350 students.\n"
        "On that day, 350 - 30 = <<350-30=320>>320 students are at school.\n#### 320",
    ),
    (
        "Omar reads 18 pages on Monday and 3 times as many pages on Tuesday. How many pages did "
        "Omar read on both days?",
        "On Tuesday, Omar read 18 * 3 = <<18*3=54>>54 pages.\n"
        "On both days, Omar read 18 + 54 = <<18+54=72>>72 pages.\n#### 72",
    ),
    (
        "Ida practices the flute for 25 minutes in the morning and 35 minutes in the evening on 6 "
        "days. How many minutes does Ida practice in total?",
        "A day, Ida practices 25 + 35 = <<25+35=60>>60 minutes.\n"
        "In total, Ida practices 60 * 6 = <<60*6=360>>360 minutes.\n#### 360",
    ),
]

FIRST = Draw()

SOLVE = "Solve the problem. Write lines `Step 1: ...` and a last line `The answer is: X`."
RATE = 'Reply with {"definition": 1-5, "precision": 1-5, "integrity": 1-5, "reason": "..."}.'
RANK = 'Reply with {"order": [["B"], ["A", "C"]], "reason": "..."}, best first.'
GRADE = 'Reply with {"verdicts": [1, -1, null], "first_error": 1, "reason": "..."}.'


def evolve_prompt(operator: str) -> str:
    return (
        f"Rewrite the problem.\nOperator: {operator}\nDirection: {DIRECTIONS[operator]}\n"
        "Answer in the sections ## Elements, ## Plan, ## Rewrite and ## Final problem, or in a "
        "single section ## Cannot with the reason."
    )


def truth_of(question: str, rationale: str) -> str:
    return json.dumps({"digest": digest(question), "rationale": rationale})


def ask(
    system: str,
    user: str,
    truth: str | None,
    *,
    teacher: Symbolic | None = None,
    temperature: float = 0.7,
    draw: Draw = FIRST,
    max_tokens: int | None = None,
) -> Reply:
    messages = (Message("system", system), Message("user", user))
    sampling = Sampling(temperature=temperature, max_tokens=max_tokens)
    request = Request(messages, sampling, draw, None, truth)
    return asyncio.run((teacher or Symbolic(misbehave=0.0)).reply(request))


def evolved(question: str, truth: str, operator: str, **how) -> tuple[str, str] | None:
    """The final problem and its truth, or None where the teacher says that it cannot."""
    reply = ask(evolve_prompt(operator), f"## Problem\n{question}", truth, **how)
    if reply.text.startswith("## Cannot\nteacher declined: "):
        assert reply.truth is None
        return None
    assert re.findall(r"^## .*", reply.text, re.M) == [
        "## Elements",
        "## Plan",
        "## Rewrite",
        "## Final problem",
    ]
    assert reply.truth is not None
    return reply.text.partition("## Final problem\n")[2], reply.truth


def graph_in(text: str, truth: str) -> Graph:
    return from_json(text, json.loads(truth)["graph"])


def check_child(parent: str, text: str, truth: str) -> None:
    record = json.loads(truth)
    assert record["digest"] == digest(text)
    assert text.split() != parent.split()
    graph = graph_in(text, truth)
    reread = read_graph(text, record["rationale"], graph.idle)
    assert reread.answer == Fraction(record["answer"]) == graph.answer
    assert reread.answer > 0
    # The question comes last, and is the only one.
    assert text.count("?") == 1 and text.endswith("?")
    assert not re.search(r"[{}<>@|]|  |\b1 \w+s\b", text)


OLD = ("simplify", "easier_topic", "add_constraint", "deepen", "concretise", "more_steps")


@pytest.mark.parametrize("operator", DIRECTIONS)
def test_every_operator_writes_children_that_reread_to_their_answer(operator):
    everywhere = set()
    for seed in SEEDS:
        written = set()
        for variant in range(12):
            child = evolved(seed[0], truth_of(*seed), operator, draw=Draw(variant=variant))
            if child is not None:
                check_child(seed[0], *child)
                written.add(child[0])
        assert len(written) >= 3 or operator not in OLD
        everywhere |= written
    assert len(everywhere) >= 2


@pytest.mark.parametrize("operator", ["add_constraint", "deepen", "concretise", "more_steps"])
def test_an_upward_child_takes_more_steps_and_keeps_those_of_its_parent(operator):
    for question, rationale in SEEDS:
        parent = read_graph(question, rationale)
        for variant in range(6):
            child = evolved(question, truth_of(question, rationale), operator, draw=Draw(variant))
            if child is not None:
                graph = graph_in(*child)
                size = len(parent.steps)
                assert len(graph.steps) > size
                assert [s.value for s in graph.steps[:size]] == [s.value for s in parent.steps]


def test_upward_lineages_grow_for_three_rounds():
    reached = Counter()
    for question, rationale in SEEDS:
        for variant in range(8):
            text, truth = question, truth_of(question, rationale)
            for round_, operator in enumerate(("deepen", "add_constraint", "more_steps"), 1):
                child = evolved(text, truth, operator, draw=Draw(round_, variant))
                if child is None:
                    break
                check_child(text, *child)
                assert len(graph_in(*child).steps) > round_
                text, truth = child
                reached[round_] += 1
    assert reached[3] >= 14


@pytest.mark.parametrize("operator", ["simplify", "easier_topic"])
def test_a_downward_child_is_no_longer_and_no_larger(operator):
    for question, rationale in SEEDS:
        parent = read_graph(question, rationale)
        for variant in range(6):
            child = evolved(question, truth_of(question, rationale), operator, draw=Draw(variant))
            if child is not None:
                graph = graph_in(*child)
                shorter = len(graph.steps) < len(parent.steps)
                same = len(graph.steps) == len(parent.steps)
                assert shorter or (operator == "simplify" and same)
                if same:
                    assert graph.answer <= parent.answer


def test_a_new_topic_has_about_as_many_steps():
    for question, rationale in SEEDS:
        size = len(read_graph(question, rationale).steps)
        for variant in range(6):
            text, truth = evolved(
                question, truth_of(question, rationale), "new_topic", draw=Draw(variant)
            )
            assert abs(len(graph_in(text, truth).steps) - size) <= 1


@pytest.mark.skipif(not GSM8K.exists(), reason="GSM8K train is not beside the repository")
def test_children_of_gsm8k_reread_and_answer_rightly():
    written = Counter()
    for place, line in enumerate(GSM8K.read_text("utf-8").splitlines()):
        row = json.loads(line)
        if place % 12 or place > 6000:
            continue
        for operator in DIRECTIONS:
            truth = truth_of(row["question"], row["answer"])
            child = evolved(row["question"], truth, operator)
            if child is not None:
                text, record = child
                graph = graph_in(text, record)
                again = read_graph(text, json.loads(record)["rationale"], graph.idle)
                assert again.answer == graph.answer
                assert text.split() != row["question"].split()
                written[operator] += 1
    assert min(written[operator] for operator in DIRECTIONS) >= 35


def test_the_same_draw_writes_the_same_and_another_draw_something_else():
    question, truth = SEEDS[0][0], truth_of(*SEEDS[0])
    for operator in DIRECTIONS:
        again = [evolved(question, truth, operator, draw=Draw(3, 1)) for _ in range(3)]
        assert again[0] == again[1] == again[2]
        others = {evolved(question, truth, operator, draw=Draw(3, v)) for v in range(10)}
        assert len(others) >= 4 or operator not in OLD
    texts = [ask(SOLVE, f"## Problem\n{question}", truth).text for _ in range(2)]
    assert texts[0] == texts[1]


def test_answers_stay_hidden_where_they_should():
    question, truth = SEEDS[0][0], truth_of(*SEEDS[0])
    teacher = Symbolic(misbehave=0.0, hide_answers=True)
    text, record = evolved(question, truth, "deepen", teacher=teacher)
    assert set(json.loads(record)) == {"digest", "graph"}
    solved = ask(SOLVE, f"## Problem\n{text}", record, teacher=teacher, temperature=0.0)
    answer = graph_in(text, record).answer
    assert Fraction(solved.text.rpartition("The answer is: ")[2]) == answer


PROBLEM = f"## Problem\n{SEEDS[0][0]}"
TRUTH = truth_of(*SEEDS[0])


@pytest.mark.parametrize(
    ("system", "user", "truth", "reason"),
    [
        ("Be helpful.", PROBLEM, TRUTH, "no_role"),
        (SOLVE, "Please solve it.", TRUTH, "no_problem"),
        (SOLVE, "## Problem\n \n", TRUTH, "no_problem"),
        (SOLVE, PROBLEM, None, "no_truth"),
        (SOLVE, PROBLEM + " Hurry!", TRUTH, "other_problem"),
        (SOLVE, PROBLEM, "{", "broken_truth"),
        (SOLVE, PROBLEM, json.dumps({"digest": digest(SEEDS[0][0])}), "no_truth"),
        (SOLVE, PROBLEM, truth_of(SEEDS[0][0], "no notes\n#### 60"), "no_annotation"),
        ("Reply with The answer is: X", PROBLEM, TRUTH, "no_format"),
        (RATE, PROBLEM, None, "no_truth"),
        (RATE.replace("precision", "style"), PROBLEM, TRUTH, "no_format"),
        (GRADE, PROBLEM, TRUTH, "no_solution"),
        (GRADE, PROBLEM + "\n\n## Solution\nnot numbered", TRUTH, "no_solution"),
        (RANK, PROBLEM, TRUTH, "no_problem"),
        (RANK, "## Problem A\nOne?\n\n## Problem B\nTwo?", None, "no_truth"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_plain_sentence(system, user, truth, reason):
    reply = ask(system, user, truth)
    assert reply.text.startswith(f"I cannot do this: {reason}")
    assert reply.truth is None


@pytest.mark.parametrize(
    ("system", "user", "truth", "reason"),
    [
        (evolve_prompt("deepen"), "Make it harder.", TRUTH, "no_problem"),
        (evolve_prompt("deepen"), PROBLEM, None, "no_truth"),
        (evolve_prompt("deepen").replace("deepen", "embellish"), PROBLEM, TRUTH, "unknown_op"),
        (evolve_prompt("deepen").replace("upward", "downward"), PROBLEM, TRUTH, "unknown_op"),
        (evolve_prompt("deepen").replace("## Plan, ", ""), PROBLEM, TRUTH, "no_format"),
    ],
)
def test_an_evolution_that_cannot_be_done_is_declined_in_its_section(system, user, truth, reason):
    reply = ask(system, user, truth)
    assert reply.text.startswith(f"## Cannot\nteacher declined: {reason}")
    assert reply.truth is None


def values_told(text: str) -> list[Fraction]:
    lines = [line for line in text.split("\n") if line.startswith("Step ")]
    assert [int(re.match(r"Step (\d+): ", line)[1]) for line in lines] == list(
        range(1, len(lines) + 1)
    )
    found = [re.findall(r"=\s*\$?([\d,]+(?:\.\d+)?)", line) for line in lines]
    return [Fraction(numbers[-1].replace(",", "")) for numbers in found]


@pytest.mark.parametrize("seed", SEEDS, ids=[s[0].split()[0] for s in SEEDS])
def test_at_temperature_zero_every_solution_is_right(seed):
    graph = read_graph(*seed)
    for sample in range(30):
        reply = ask(
            SOLVE,
            f"## Problem\n{seed[0]}",
            truth_of(*seed),
            temperature=0.0,
            draw=Draw(sample=sample),
        )
        assert sorted(values_told(reply.text)) == sorted(step.value for step in graph.steps)
        assert values_told(reply.text)[-1] == graph.answer
        assert reply.text.endswith(f"The answer is: {graph.answer}")
        assert json.loads(reply.truth)["mistake"] is None
        assert "<<" not in reply.text


def test_about_a_quarter_of_three_step_solutions_go_wrong_at_the_usual_temperature():
    def share(teacher, temperature):
        wrong = 0
        for sample in range(400):
            reply = ask(
                SOLVE,
                PROBLEM,
                TRUTH,
                teacher=teacher,
                temperature=temperature,
                draw=Draw(sample=sample),
            )
            wrong += json.loads(reply.truth)["mistake"] is not None
        return wrong / 400

    assert 0.17 < share(Symbolic(), 0.7) < 0.33
    assert share(Symbolic(), 0.2) < share(Symbolic(), 0.7) < share(Symbolic(mistakes=3.0), 0.7)
    assert share(Symbolic(mistakes=0.0), 1.0) == 0


def grade(question, truth, steps, **how) -> dict:
    shown = "\n".join(f"[{i}] {step}" for i, step in enumerate(steps))
    user = f"## Problem\n{question}\n\n## Reference answer\n60\n\n## Solution\n{shown}"
    return json.loads(ask(GRADE, user, truth, **how).text)


def test_a_grader_that_does_not_waver_finds_the_first_error():
    agreed = total = 0
    teacher = Symbolic(mistakes=6.0)
    for question, rationale in SEEDS:
        truth = truth_of(question, rationale)
        for sample in range(60):
            solved = ask(
                SOLVE,
                f"## Problem\n{question}",
                truth,
                teacher=teacher,
                draw=Draw(sample=sample),
            )
            steps = [line.partition(": ")[2] for line in solved.text.split("\n")[:-1]]
            record = json.loads(solved.truth)
            made = grade(question, truth, steps, temperature=0.0)
            assert len(made["verdicts"]) == len(steps)
            if record["mistake"] is None:
                assert made["first_error"] == -1 and set(made["verdicts"]) == {1}
            total += 1
            agreed += made["first_error"] == record["first_error"]
    assert agreed / total > 0.93


def test_verdicts_never_contradict_the_first_error():
    steps = ["Mira picks 48 / 2 = 24 apples.", "48 + 24 = 73 apples.", "73 - 12 = 61 apples."]
    flipped = 0
    for sample in range(200):
        made = grade(SEEDS[0][0], TRUTH, steps, draw=Draw(sample=sample))
        verdicts, first = made["verdicts"], made["first_error"]
        assert first == (verdicts.index(-1) if -1 in verdicts else -1)
        assert set(verdicts) <= {1, 0, -1, None}
        assert None not in verdicts[: first + 1 if first >= 0 else None]
        flipped += first != 1
    assert 0 < flipped < 60


def test_another_way_to_the_right_answer_is_accepted():
    graph = read_graph(*SEEDS[0])
    steps = ["One and a half times 48 is 48 * 1.5 = 72.", "72 - 2 = 70", "70 - 10 = 60 apples."]
    assert judge_steps(graph, steps) == [1, 1, 1]
    assert judge_steps(graph, ["48 × 2 = 96", "so she has 96"])[0] == -1
    assert judge_steps(graph, ["Let us see."]) == [0]


@given(st.lists(st.text(max_size=80), min_size=1, max_size=5))
@settings(deadline=None, max_examples=150)
def test_wild_steps_are_graded_without_harm(steps):
    assert len(judge_steps(read_graph(*SEEDS[0]), steps)) == len(steps)


def test_ratings_are_whole_numbers_from_one_to_five_and_tell_a_problem_without_question():
    question, truth = SEEDS[1][0], truth_of(*SEEDS[1])
    rated = json.loads(ask(RATE, f"## Problem\n{question}", truth, temperature=0.0).text)
    assert [rated[k] for k in ("definition", "precision", "integrity")] == [5, 5, 5]
    blunt = question.replace("How much money does Lena spend at the zoo?", "Lena is glad.")
    blunted = truth_of(blunt, SEEDS[1][1])
    lower = json.loads(ask(RATE, f"## Problem\n{blunt}", blunted, temperature=0.0).text)
    assert lower["definition"] < 5
    seen = Counter()
    for sample in range(100):
        made = json.loads(
            ask(RATE, f"## Problem\n{question}", truth, draw=Draw(sample=sample)).text
        )
        seen[made["precision"]] += 1
    assert set(seen) <= {1, 2, 3, 4, 5} and len(seen) > 1


def test_a_ranking_names_every_problem_once_and_puts_the_longer_first():
    group = {"A": SEEDS[1], "B": SEEDS[0], "C": SEEDS[3]}
    user = "\n\n".join(f"## Problem {letter}\n{seed[0]}" for letter, seed in group.items())
    truth = json.dumps(
        {"truths": {letter: json.loads(truth_of(*seed)) for letter, seed in group.items()}}
    )
    made = json.loads(ask(RANK, user, truth, temperature=0.0).text)["order"]
    assert sorted(letter for place in made for letter in place) == ["A", "B", "C"]
    assert made[0] == ["B"]
    orders = {ask(RANK, user, truth, draw=Draw(sample=s)).text for s in range(30)}
    assert len(orders) > 1


def test_no_second_price_is_told_where_the_story_has_one():
    question = "Ada buys 9 red scarves and 3 blue scarves. How many scarves does Ada buy?"
    priced = (
        "Ada has $84 and buys scarves for all of it. A scarf costs $7. How many scarves does Ada "
        "buy?"
    )
    notes = {
        question: "Ada buys 9 + 3 = <<9+3=12>>12 scarves.\n#### 12",
        priced: "Ada buys 84 / 7 = <<84/7=12>>12 scarves.\n#### 12",
    }

    def prices(problem: str) -> int:
        told = 0
        for variant in range(40):
            truth = truth_of(problem, notes[problem])
            child = evolved(problem, truth, "deepen", draw=Draw(variant=variant))
            told += child is not None and bool(re.search(r"\$[\d.]+ each", child[0]))
        return told

    assert prices(question) >= 3
    assert prices(priced) == 0


def test_a_condition_of_the_question_is_told_as_a_fact():
    question = (
        "Bo has 4 shelves in the hall. If each shelf holds 12 jars, how many jars does Bo have?"
    )
    rationale = "Bo has 4 * 12 = <<4*12=48>>48 jars.\n#### 48"
    written = [
        evolved(question, truth_of(question, rationale), "add_constraint", draw=Draw(variant=v))
        for v in range(12)
    ]
    texts = [child[0] for child in written if child]
    assert texts
    for text in texts:
        assert "Each shelf holds 12 jars." in text and "Suppose" not in text


@pytest.mark.parametrize("operator", ["add_constraint", "deepen", "concretise", "more_steps"])
def test_amounts_of_money_that_are_added_can_be_paid(operator):
    seen = 0
    for question, rationale in SEEDS:
        before = len(read_graph(question, rationale).steps)
        for variant in range(25):
            draw = Draw(variant=variant)
            child = evolved(question, truth_of(question, rationale), operator, draw=draw)
            for step in graph_in(*child).steps[before:] if child else ():
                if step.noun == "$":
                    assert step.value >= 1 and (step.value * 20).denominator == 1
                    seen += 1
    assert seen >= 10


SECOND = {move.name for move in JOINED}


def lineages(rounds: int):
    """Children, round by round, of the seeds and of questions that no typed step can follow."""
    for question, rationale in (*SEEDS, *FIGURES):
        for variant in range(12):
            graph, rng = read_graph(question, rationale), Random(variant)
            for operator in ("deepen", "more_steps", "concretise", "add_constraint")[:rounds]:
                try:
                    child = evolve(graph, operator, rng)
                except Declined:
                    yield None
                    break
                yield child
                graph = child.graph


FIGURES = [
    (
        "Bo picks 30 plums and Kim picks 12 plums. How many more plums does Bo pick than Kim?",
        "Bo picks 30 - 12 = <<30-12=18>>18 more plums.\n#### 18",
    ),
    (
        "A bamboo stalk is 45 centimeters tall. Each week it grows 14 centimeters. How many "
        "centimeters tall is the bamboo stalk after 3 weeks?",
        "It grows 14 * 3 = <<14*3=42>>42 centimeters.\n"
        "Then it is 45 + 42 = <<45+42=87>>87 centimeters tall.\n#### 87",
    ),
    (
        "A shelf holds 64 folders, and 29 folders are lent out. How many folders stand on the "
        "shelf now?",
        "There are 64 - 29 = <<64-29=35>>35 folders.\n#### 35",
    ),
]


def fused(draws: int = 24):
    """Children of `fuse`, of the seeds and of questions that no typed step can follow."""
    for question, rationale in (*SEEDS, *FIGURES):
        parent = read_graph(question, rationale)
        for seed in range(draws):
            try:
                yield parent, evolve(parent, "fuse", Random(seed))
            except Declined:
                continue


def test_a_second_situation_goes_on_with_the_result_and_all_its_numbers_are_used():
    kinds = Counter()
    for parent, child in fused():
        assert child.did in (*SECOND, "two guesses")
        again = read_graph(child.graph.question, child.rationale)
        assert again.answer == child.graph.answer
        more = 3 if child.did == "two guesses" else 2
        assert len(child.graph.steps) == len(parent.steps) + more
        kinds[child.did] += 1
    assert len(kinds) >= 7


def test_of_two_guesses_the_closer_one_is_said_to_be_closer():
    parent = read_graph(*SEEDS[3])
    for seed in range(12):
        child = two_guesses(parent, Random(seed))
        told = re.search(
            r"([A-Z][a-z]+) guessed that Omar read (\d+) pages on both days, and ([A-Z][a-z]+) "
            r"guessed (\d+) pages\. By how many pages was (\1|\3)'s guess closer than (\1|\3)'s\?$",
            child.graph.question,
        )
        assert told is not None
        off = {told[1]: abs(int(told[2]) - parent.answer)}
        off[told[3]] = abs(int(told[4]) - parent.answer)
        assert off[told[6]] - off[told[5]] == child.graph.answer > 0


def test_no_child_joins_two_stories_by_a_number():
    made = [*filter(None, lineages(3)), *(child for _, child in fused())]
    assert len(made) >= 100
    for child in made:
        assert not re.search(r"\b(equal to|the same as)\b", child.graph.question)


def test_a_guess_is_told_in_the_words_of_the_question_and_lies_near_the_truth():
    parent = read_graph(*SEEDS[3])
    for seed in range(12):
        child = guessed(parent, Random(seed))
        told = re.search(
            r"([A-Z][a-z]+) guessed that Omar read (\d+) pages on both days\. By how many pages "
            r"was this guess too (high|low)\?$",
            child.graph.question,
        )
        assert told is not None and told[1] not in SEEDS[3][0]
        off = int(told[2]) - parent.answer
        assert 0 < abs(off) <= parent.answer / 4 and (off > 0) == (told[3] == "high")
        assert child.graph.answer == abs(off)


@pytest.mark.parametrize(
    ("phrase", "well"),
    [
        ("the votes that the boat trip gets", True),
        ("the pens that she has", True),
        ("the hours that they meet after", False),
        ("the minutes that are left of it", False),
        ("the people who will come", False),
        ("the players that a team has", False),
        ("what Diego not spends", False),
        ("the pages that are not read", True),
        ("what the cartons bring in", True),
    ],
)
def test_a_phrase_is_built_upon_only_where_it_reads_well(phrase, well):
    assert reads_well(phrase) == well


def test_every_move_has_a_name_of_its_own():
    assert [name for name, n in Counter(move.name for move in MOVES).items() if n > 1] == []


def test_most_lineages_go_on_and_few_resort_to_a_guess():
    written = list(lineages(4))
    children = [child for child in written if child]
    guesses = sum(child.did == "guess" for child in children)
    assert len(children) / len(written) > 0.55
    assert guesses / len(children) < 0.22


@pytest.mark.parametrize(
    ("asked", "phrase"),
    [
        ("How many pages a day does Bo read?", "the number of pages a day that Bo reads"),
        ("How many of the cups are not used?", "the number of cups that are not used"),
        ("How many dogs have pointy ears?", None),
        ("How many people live in the valley?", "the number of people who live in the valley"),
        ("What is the average number of cups on a tray?", "the average number of cups on a tray"),
        ("How many more cups did he wash than he broke?", None),
        ("What percentage of the cups is used?", None),
        ("How much change did she get back?", "the change that she got back"),
    ],
)
def test_a_question_is_named_without_doubt_or_declined(asked, phrase):
    graph = read_graph(f"There are 9 trays with 4 cups. {asked}", "9 * 4 = $<<9*4=36>>36\n#### 36")
    if phrase is None:
        with pytest.raises(Declined):
            understand(graph)
    else:
        assert understand(graph).focus.phrase == phrase


def test_a_reply_costs_nothing_and_is_cut_where_the_limit_says():
    reply = ask(SOLVE, PROBLEM, TRUTH)
    assert reply.cost == 0.0 and reply.finish_reason == "stop"
    assert reply.completion_tokens == len(reply.text.split())
    cut = ask(SOLVE, PROBLEM, TRUTH, max_tokens=6)
    assert cut.finish_reason == "length" and reply.text.startswith(cut.text)


def test_the_identity_names_version_and_settings():
    assert Symbolic().identity == "symbolic/7 mistakes=1.0 misbehave=0.05"
    other = Symbolic(mistakes=2.0, hide_answers=True)
    assert other.identity == "symbolic/7 mistakes=2.0 misbehave=0.05 hide_answers"
