"""Reading computation graphs from annotated rationales, and writing them again."""

import json
import re
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factory.symbolic.arithmetic import NotArithmetic, evaluate, parse, write
from factory.symbolic.graph import Declined, from_json, to_json, write_rationale
from factory.symbolic.numerals import find_quantities, places, plain, spoken
from factory.symbolic.read import read_graph
from factory.symbolic.smaller import smaller

GSM8K = Path(__file__).parent.parent.parent / "shared" / "data" / "gsm8k" / "train.jsonl"

BOXES = (
    "Mira packs 48 mugs into crates. A crate holds 6 mugs. How many crates does Mira fill?",
    "Mira fills 48 / 6 = <<48/6=8>>8 crates.\n#### 8",
)
SALE = (
    "A jacket costs $80. During a sale it is 25% cheaper. How much does the jacket cost now?",
    "The price falls by 80 * 25 / 100 = $<<80*25/100=20>>20.\n"
    "The jacket now costs 80 - 20 = $<<80-20=60>>60.\n#### 60",
)
WALK = (
    "Tom walks 7 miles on Monday and twice as many miles on Tuesday. How many miles does Tom walk "
    "altogether?",
    "On Tuesday, Tom walks 7 * 2 = <<7*2=14>>14 miles.\n"
    "Altogether, Tom walks 7 + 14 = <<7+14=21>>21 miles.\n#### 21",
)


def reason(question: str, rationale: str) -> str:
    with pytest.raises(Declined) as declined:
        read_graph(question, rationale)
    return declined.value.reason


def test_every_operand_is_traced_to_its_one_source():
    graph = read_graph(*WALK)
    first, second = graph.steps
    assert [(o.left.source, o.right.source) for o in (first.expression, second.expression)] == [
        ("question", "question"),
        ("question", "step"),
    ]
    assert graph.quantities[first.expression.right.index].kind == "relation"
    assert (graph.answer, first.noun) == (21, "miles")


def test_a_well_known_constant_is_a_source_only_where_nothing_else_is():
    question = "A film lasts 2 hours. How many minutes does the film last?"
    graph = read_graph(question, "That is 2 * 60 = <<2*60=120>>120 minutes.\n#### 120")
    assert [graph.steps[0].expression.left.source, graph.steps[0].expression.right.source] == [
        "question",
        "constant",
    ]


def test_a_percentage_keeps_its_scale():
    question = "A jacket costs $80. It is 25% cheaper in a sale. How much cheaper is it?"
    graph = read_graph(question, "It is 80 * 0.25 = $<<80*0.25=20>>20 cheaper.\n#### 20")
    percent = graph.steps[0].expression.right
    assert (percent.value, percent.scale) == (Fraction(1, 4), Fraction(1, 100))
    changed = graph.evaluate({percent.index: Fraction(50)})
    assert changed[0].value == 40


@pytest.mark.parametrize(
    ("question", "rationale", "expected"),
    [
        (BOXES[0], "Mira fills 8 crates.\n#### 8", "no_annotation"),
        (BOXES[0], "Mira fills <<48/6=8>>8 crates.", "no_final_answer"),
        (BOXES[0], "Mira fills <<48/6=9>>9 crates.\n#### 9", "false_annotation"),
        (BOXES[0], "Mira fills <<48/6=8>>8 crates.\n#### 9", "final_mismatch"),
        (BOXES[0], "Mira fills <<48/6=8>>8 crates.\n#### many", "final_answer"),
        (BOXES[0], "Mira has <<48=48>>48.\nThat is <<48/6=8>>8.\n#### 8", "literal_step"),
        (BOXES[0], "She has <<48+6=54>>54.\nThat is <<48/6=8>>8.\n#### 8", "dead_step"),
        (BOXES[0], "Mira fills <<48*19=912>>912.\n#### 912", "unknown_operand"),
        (BOXES[0], "Mira fills <<48/2=24>>24.\n#### 24", "unused_number"),
        (BOXES[0], "Mira fills <<48/0=8>>8.\n#### 8", "annotation_form"),
        (BOXES[0], "Mira fills <<48/n=8>>8.\n#### 8", "annotation_form"),
        (BOXES[0], f"Mira fills <<{'(' * 60}8{')' * 60}=8>>8.\n#### 8", "annotation_form"),
        (BOXES[0] * 100, BOXES[1], "too_long"),
        (
            "Ann has 6 pens and buys 6 pens. How many pens does Ann have?",
            "Ann has <<6+6=12>>12 pens.\n#### 12",
            "ambiguous_operand",
        ),
    ],
)
def test_what_is_not_clean_is_declined_with_its_reason(question, rationale, expected):
    assert reason(question, rationale) == expected


@pytest.mark.parametrize("problem", [BOXES, SALE, WALK])
def test_a_graph_written_again_reads_as_the_same_graph(problem):
    graph = read_graph(*problem)
    again = read_graph(graph.question, write_rationale(graph))
    assert [s.expression for s in again.steps] == [s.expression for s in graph.steps]
    assert from_json(graph.question, json.loads(json.dumps(to_json(graph)))) == graph


def test_a_sentence_is_kept_only_where_all_its_numbers_are_known():
    question, rationale = BOXES
    told = rationale.replace("Mira fills", "In row 17, Mira fills")
    assert read_graph(question, rationale).steps[0].sentence
    assert not read_graph(question, told).steps[0].sentence
    line = write_rationale(read_graph(question, told)).split("\n")[0]
    assert line == "That makes 48 / 6 = <<48/6=8>>8 crates."


POTS = (
    "A cook heats two pots that hold 650 milliliters and 350 milliliters of soup, and pours all of "
    "it into a bottle. How many liters of soup are in the bottle?"
)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("As 1 liter is equal to 1000 milliliters, the bottle holds", False),
        ("With 1000 milliliters to each liter, the bottle holds", False),
        ("At 1000 milliliters/liter that is", False),
        ("In the bottle, the 1000 milliliters of soup make", True),
    ],
)
def test_a_number_that_converts_units_is_no_value_of_the_story(told, kept):
    rationale = f"There are 650 + 350 = <<650+350=1000>>1000 milliliters.\n{told} "
    graph = read_graph(POTS, rationale + "1000 / 1000 = <<1000/1000=1>>1 liter.\n#### 1")
    assert bool(graph.steps[0].sentence)
    assert bool(graph.steps[1].sentence) is kept


def test_a_number_beside_other_words_than_units_is_a_value():
    question = "A clerk types 60 lines an hour and works 5 hours a day. How many lines is that?"
    rationale = "The clerk types 60 lines an hour, so that makes 60 * 5 = <<60*5=300>>300 lines."
    assert read_graph(question, rationale + "\n#### 300").steps[0].sentence


ORACLES = {
    BOXES: lambda a, b: Fraction(a, b),
    SALE: lambda a, b: a - Fraction(a * b, 100),
    WALK: lambda a: a + 2 * a,
}


@given(st.sampled_from(sorted(ORACLES)), st.integers(0, 10**6))
@settings(deadline=None, max_examples=150)
def test_smaller_numbers_reread_to_what_the_story_says(problem, seed):
    graph = read_graph(*problem)
    try:
        child = smaller(graph, Random(seed)).graph
    except Declined:
        assume(False)  # now and then no draw keeps every step whole; too often fails this test
    numbers = [int(n) for n in re.findall(r"\d+", child.question)]
    assert child.answer == ORACLES[problem](*numbers)
    assert child.question != graph.question
    assert re.sub(r"\d+", "#", child.question) == re.sub(r"\d+", "#", graph.question)
    assert all(
        new <= old
        for new, old in zip(numbers, map(int, re.findall(r"\d+", problem[0])), strict=True)
    )


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=200)
def test_wild_text_is_read_or_declined_and_nothing_else(question, rationale):
    for body in (rationale, f"<<{rationale}>>\n#### 1", f"<<1+1={rationale}>>2\n#### {rationale}"):
        try:
            graph = read_graph(question, body)
        except Declined:
            continue
        assert graph.steps


_json = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(_json, _json)
@settings(max_examples=200)
def test_a_wild_graph_record_is_declined(quantities, steps):
    with pytest.raises(Declined):
        from_json("How many?", {"quantities": quantities, "steps": steps})


@given(
    st.recursive(
        st.integers(1, 10**6).map(str),
        lambda e: st.tuples(e, st.sampled_from("+-*/"), e).map(lambda t: f"({t[0]}{t[1]}{t[2]})"),
        max_leaves=6,
    )
)
def test_an_expression_written_again_is_the_same_tree(text):
    tree = parse(text)
    assert parse(write(tree)) == tree
    try:
        assert evaluate(parse(write(tree, space=""))) == evaluate(tree)
    except NotArithmetic:
        assert "/" in text


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4))
def test_a_number_written_plainly_is_the_same_number(value):
    assert Fraction(plain(value)) == value
    assert (places(value) is None) == ("/" in plain(value))


def test_quantities_are_found_in_digits_and_in_words():
    found = find_quantities("Twenty-one of 1,250 coins (3/4 are gold) cost $2.50, that is 20% off.")
    assert [(q.kind, q.value) for q in found] == [
        ("int", 1250),
        ("numerator", 3),
        ("denominator", 4),
        ("fraction", Fraction(3, 4)),
        ("decimal", Fraction(5, 2)),
        ("percent", 20),
        ("word", 21),
    ]
    assert spoken(Fraction(5, 2), money=True) == "2.50"


@pytest.mark.skipif(not GSM8K.exists(), reason="GSM8K train is not beside the repository")
def test_of_gsm8k_train_at_least_41_percent_is_read_and_reads_back():
    rows = [json.loads(line) for line in GSM8K.read_text("utf-8").splitlines()]
    read = 0
    for place, row in enumerate(rows):
        try:
            graph = read_graph(row["question"], row["answer"])
        except Declined:
            continue
        read += 1
        if place % 5 == 0:
            again = read_graph(graph.question, write_rationale(graph))
            assert [s.expression for s in again.steps] == [s.expression for s in graph.steps]
    assert read / len(rows) >= 0.41
