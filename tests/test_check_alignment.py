"""Steps against a rationale: which right quantity each computes, and the first wrong step."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory.check.alignment.align import Alignment, align_steps
from factory.check.steps.arithmetic import check_steps

DATA = Path(__file__).parents[2] / "shared" / "data"
TRAIN = DATA / "gsm8k" / "train.jsonl"
FIRST_ERRORS = DATA / "recorded" / "first_error.jsonl"
SOLUTIONS = DATA / "recorded" / "gsm8k_solutions.jsonl"

EGGS = (
    "Janet's ducks lay 16 eggs per day. She eats three for breakfast and bakes muffins with four. "
    "She sells the remainder for $2 per egg. How much does she make every day?"
)
EGGS_GOLD = (
    "Janet sells 16 - 3 - 4 = <<16-3-4=9>>9 duck eggs a day.\n"
    "She makes 9 * 2 = $<<9*2=18>>18 every day.\n#### 18"
)
TRIP = (
    "A hotel room costs $80 a night and dinner costs $25. Tom stays for 6 nights and gets a 10% "
    "discount on all of it. What does he pay?"
)
TRIP_GOLD = (
    "A night with dinner costs 80+25=$<<80+25=105>>105\n"
    "Six nights cost 105*6=$<<105*6=630>>630\n"
    "The discount is 630*10/100=$<<630*10/100=63>>63\n"
    "He pays 630-63=$<<630-63=567>>567\n#### 567"
)


def eggs(*steps: str) -> Alignment:
    return align_steps(EGGS, steps, EGGS_GOLD)


def trip(*steps: str) -> Alignment:
    return align_steps(TRIP, steps, TRIP_GOLD)


def verdicts(alignment: Alignment) -> list[str]:
    return [step.verdict for step in alignment.steps]


def test_the_steps_of_the_reference_are_supported():
    alignment = eggs(*EGGS_GOLD.splitlines())
    assert verdicts(alignment) == ["supported"] * 3
    assert alignment.first_error == -1
    assert "in the reference" in alignment.steps[0].evidence


def test_a_merged_step_is_the_same_quantity():
    alignment = eggs("(16 - 3 - 4) * 2 = <<(16-3-4)*2=18>>18", "A: 18")
    assert alignment.steps[0].verdict == "supported"
    assert "several of its steps in one" in alignment.steps[0].evidence


def test_a_distributed_route_to_a_wrong_end_is_right_up_to_its_fault():
    alignment = trip(
        "The nights cost 80*6=$<<80*6=480>>480",
        "The dinners cost 25*6=$<<25*6=150>>150",
        "All of it costs 480+150=$<<480+150=630>>630",
        "With the discount he pays 630-10=$<<630-10=620>>620",
        "A: 620",
    )
    assert verdicts(alignment)[:3] == ["supported"] * 3
    assert alignment.first_error == 3


@pytest.mark.parametrize(
    "step",
    [
        "He pays 630*0.9=$<<630*0.9=567>>567",
        "He pays 90% of 630 = 567",
        "He pays 630*(1-10/100)=<<630*(1-10/100)=567>>567",
        "He pays 630 - 630*0.1 = <<630-630*.1=567>>567",
    ],
)
def test_a_share_and_what_it_leaves_are_the_same(step: str):
    alignment = trip("Six nights cost 105*6=$<<105*6=630>>630", step)
    assert verdicts(alignment) == ["supported", "supported"]


def test_an_order_of_its_own_is_said():
    gold = "2*3=<<2*3=6>>6\n4*5=<<4*5=20>>20\n6+20=<<6+20=26>>26\n#### 26"
    question = "2 boxes of 3 and 4 boxes of 5: how many?"
    alignment = align_steps(question, ["4*5=<<4*5=20>>20", "2*3=<<2*3=6>>6", "A: 26"], gold)
    assert "in another order" in alignment.steps[1].evidence


def test_a_false_equation_is_the_first_error_even_with_the_right_answer():
    alignment = eggs("16 - 3 - 4 = <<16-3-4=10>>10", "9 * 2 = <<9*2=18>>18", "A: 18")
    assert alignment.first_error == 0
    assert "is false" in alignment.steps[0].evidence


def test_the_wrong_operation_is_named():
    alignment = eggs("She sells 16+3-4=<<16+3-4=15>>15", "15*2=<<15*2=30>>30", "A: 30")
    assert alignment.first_error == 0
    assert verdicts(alignment)[1] == "unknown"
    alignment = eggs("She sells 16-3-4=<<16-3-4=9>>9", "9/2=<<9/2=4.5>>4.5", "A: 4.5")
    assert alignment.first_error == 1
    assert "multiplying would give 9*2 = 18" in alignment.steps[1].evidence


def test_a_misread_number_is_named_with_the_one_it_should_be():
    alignment = eggs("She sells 16-3-5=<<16-3-5=8>>8", "8*2=<<8*2=16>>16", "A: 16")
    assert alignment.first_error == 0
    assert "5 stands where 4 belongs" in alignment.steps[0].evidence
    strange = eggs("She sells 17-3-4=<<17-3-4=10>>10", "10*2=<<10*2=20>>20", "A: 20")
    assert "17 stands neither in the question nor in an earlier step" in strange.steps[0].evidence
    assert "17 stands where 16 belongs" in strange.steps[0].evidence


def test_the_right_number_made_otherwise_is_a_coincidence():
    question = "2 containers of 5 cars stand there, a day later 30 cars. How many containers came?"
    gold = "2*5=<<2*5=10>>10\n30-10=<<30-10=20>>20\n20/5=<<20/5=4>>4\n#### 4"
    steps = ["2*5=<<2*5=10>>10", "10+10=<<10+10=20>>20", "20+30=<<20+30=50>>50", "A: 50"]
    alignment = align_steps(question, steps, gold)
    assert alignment.first_error == 1
    assert "only happens to be" in alignment.steps[1].evidence


def test_another_unit_for_the_same_number_is_another_quantity():
    question = "A car drives 60 mph for 2 hours and 30 mph for 1 hour. What is its average speed?"
    gold = (
        "60*2=<<60*2=120>>120 miles\n30*1=<<30*1=30>>30 miles\n"
        "120+30=<<120+30=150>>150 miles\n150/3=<<150/3=50>>50 mph\n#### 50"
    )
    steps = ["60*2=<<60*2=120>>120 mph", "30*1=<<30*1=30>>30 mph", "120+30=<<120+30=150>>150 mph"]
    alignment = align_steps(question, [*steps, "A: 150"], gold)
    assert alignment.first_error == 0
    assert "speed, not length" in alignment.steps[0].evidence


def test_a_product_that_lacks_a_factor_is_right_only_if_it_gets_it():
    question = "Kate takes out $100 a month for 2 years. She had $3000. What is left?"
    gold = (
        "2*12=<<2*12=24>>24\n24*100=$<<24*100=2400>>2400\n3000-2400=$<<3000-2400=600>>600\n#### 600"
    )
    lost = ["100*12=<<100*12=1200>>1200", "3000-1200=<<3000-1200=1800>>1800", "A: 1800"]
    assert align_steps(question, lost, gold).first_error == 0
    found = [
        "100*12=<<100*12=1200>>1200",
        "1200*2=<<1200*2=2400>>2400",
        "2400+3000=<<2400+3000=5400>>5400",
        "A: 5400",
    ]
    alignment = align_steps(question, found, gold)
    assert alignment.first_error == 2
    assert verdicts(alignment)[:2] == ["supported", "supported"]


def test_a_sum_that_misses_a_part_is_where_the_solution_ends_wrong():
    alignment = trip("80+25=<<80+25=105>>105", "105*6=<<105*6=630>>630", "He pays 630.", "A: 630")
    assert alignment.first_error in (2, 3)
    assert "567" in alignment.steps[alignment.first_error].evidence


def test_an_answer_that_no_step_computes_is_the_error():
    alignment = eggs("16-3-4=<<16-3-4=9>>9", "9*2=<<9*2=18>>18", "A: 8")
    assert alignment.first_error == 2


def test_an_equation_with_another_root_does_not_follow():
    question = "Jeff and Brad share $100. Jeff gets 4 times as much as Brad. What does Brad get?"
    gold = "Brad gets 100/5=<<100/5=20>>20 dollars.\n#### 20"
    steps = ["Brad gets x.", "100=x+4*x", "100=5*x", "100=5*x+20*x", "x=<<4=4>>4", "A: 4"]
    alignment = align_steps(question, steps, gold)
    assert alignment.first_error == 3
    assert verdicts(alignment)[1:3] == ["supported", "supported"]


def test_a_right_answer_by_a_route_of_its_own_is_no_error():
    question = "Classes cost $60 for 10. Each must cost at most $10. How many may he miss?"
    gold = "He must attend 60/10=<<60/10=6>>6\nHe can skip 10-6=<<10-6=4>>4\n#### 4"
    steps = ["10*10=<<10*10=100>>100", "100-60=<<100-60=40>>40", "40/10=<<40/10=4.0>>4", "A: 4"]
    alignment = align_steps(question, steps, gold)
    assert alignment.first_error == -1
    assert "contradicted" not in verdicts(alignment)


SHELF = "Four books are 31 mm, 50 mm, 5 mm less than the second, and twice the first. How thick?"
SHELF_GOLD = (
    "50-5=<<50-5=45>>45\n31*2=<<31*2=62>>62\n31+50+45+62=<<31+50+45+62=188>>188 mm\n#### 188"
)


def test_a_sum_within_a_sum_of_the_reference_is_right_as_far_as_it_goes():
    steps = ["50-5=<<50-5=45>>45", "31+45=<<31+45=76>>76", "2*31=<<2*31=62>>62"]
    alignment = align_steps(SHELF, [*steps, "76+62=<<76+62=138>>138", "A: 138"], SHELF_GOLD)
    assert alignment.first_error == 3


def test_a_sum_that_mixes_what_the_reference_never_adds_up_is_wrong():
    question = (
        "Axel has 50 silver and 80 gold coins. Anna has twice his silver and 40 more gold. In all?"
    )
    gold = (
        "50+80=<<50+80=130>>130\n2*50=<<2*50=100>>100\n80+40=<<80+40=120>>120\n"
        "120+100=<<120+100=220>>220\n130+220=<<130+220=350>>350\n#### 350"
    )
    steps = ["50*2=<<50*2=100>>100", "100+40=<<100+40=140>>140", "140+50=<<140+50=190>>190"]
    assert align_steps(question, [*steps, "A: 190"], gold).first_error == 1


def test_hours_and_minutes_are_not_added_up():
    question = "Movie C takes 1.25 hours, B 5 minutes more, and A a fourth of B. How many minutes?"
    gold = (
        "C takes 1.25*60=<<1.25*60=75>>75\nB takes 75+5=<<75+5=80>>80\n"
        "A takes 80/4=<<80/4=20>>20\n#### 20"
    )
    steps = ["B takes 5+1.25=<<5+1.25=6.25>>6.25", "6.25/4=<<6.25/4=1.5625>>1.5625", "A: 1.5625"]
    assert align_steps(question, steps, gold).first_error == 0


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        ("Ben's 4 horses eat 4*5=<<4*5=20>>20 pounds per day", "per day, not per meal"),
        ("So 4*5=<<4*5=20>>20 people eat", "people, not weight"),
        ("His brother eats 4*5=<<4*5=20>>20 pounds", "said of brother, not of Ben"),
        ("Horses eat 4*5=<<4*5=20>>20 times as many pounds", "ratio, not weight"),
    ],
)
def test_the_right_number_said_of_something_else_is_wrong(step: str, reason: str):
    question = "Uncle Ben gives his 4 horses 5 pounds of oats per meal, twice a day. What a day?"
    gold = "Ben feeds 4*5=<<4*5=20>>20 pounds of oats per meal\n2*20=<<2*20=40>>40\n#### 40"
    alignment = align_steps(question, [step, "20*5=<<20*5=100>>100", "A: 100"], gold)
    assert alignment.first_error == 0
    assert reason in alignment.steps[0].evidence


def test_a_number_that_stands_twice_in_the_question_may_be_either():
    question = "Razors are 4 to a pack, $4 a pack, half price, minus $2. What is one of 2 packs?"
    gold = "4-2=<<4-2=2>>2 dollars\n4*2=<<4*2=8>>8 razors\n2/8=$<<2/8=0.25>>0.25\n#### 0.25"
    steps = ["4*2=$<<4*2=8>>8", "8/2=$<<8/2=4>>4", "4-2=$<<4-2=2>>2", "2/4=$<<2/4=0.5>>0.5"]
    assert align_steps(question, [*steps, "A: 0.5"], gold).first_error == 3


def test_a_share_in_hundredths_is_the_share_of_the_question():
    question = "A tenth of 30 children and 4 adults stay. How many stay?"
    gold = "10/100*30=<<10/100*30=3>>3\n3+4=<<3+4=7>>7\n#### 7"
    steps = ["1/10*30=<<1/10*30=3>>3", "30-3=<<30-3=27>>27", "A: 27"]
    alignment = align_steps(question, steps, gold)
    assert alignment.first_error == 1
    assert verdicts(alignment)[0] == "supported"


def test_checks_that_are_at_hand_are_taken_as_they_are():
    steps = ["16-3-4=<<16-3-4=9>>9", "9*3=<<9*3=27>>27", "A: 27"]
    assert align_steps(EGGS, steps, EGGS_GOLD, checks=check_steps(EGGS, steps)) == eggs(*steps)
    with pytest.raises(ValueError, match="argument"):
        align_steps(EGGS, steps, EGGS_GOLD, checks=[])


def test_solutions_of_one_problem_do_not_touch_each_other():
    odd = ["x + 1/(16-y) = 3*x + 7", "16/(3+4)=<<16/(3+4)=2.2857>>2.2857", "A: 2"]
    first = eggs(*odd)
    assert eggs("16-3=<<16-3=13>>13", "13-4=<<13-4=9>>9", "A: 9").first_error >= 0
    assert eggs(*odd) == first


def test_what_only_one_of_three_siblings_computes_is_no_right_quantity():
    usual = ["16-3=<<16-3=13>>13", "13-4=<<13-4=9>>9", "9*2=<<9*2=18>>18", "A: 18"]
    lucky = ["16+4=<<16+4=20>>20", "20-2=<<20-2=18>>18", "A: 18"]
    steps = ["16+4=<<16+4=20>>20", "20*2=<<20*2=40>>40", "A: 40"]
    assert align_steps(EGGS, steps, siblings=[usual, usual, lucky]).first_error == 0
    assert align_steps(EGGS, steps, siblings=[lucky, usual]).first_error == 1


def test_siblings_stand_in_for_the_rationale():
    siblings = [
        ["16-3=<<16-3=13>>13", "13-4=<<13-4=9>>9", "9*2=<<9*2=18>>18", "A: 18"],
        ["3+4=<<3+4=7>>7", "16-7=<<16-7=9>>9", "9*2=<<9*2=18>>18", "A: 18"],
    ]
    steps = ["3+4=<<3+4=7>>7", "16+7=<<16+7=23>>23", "23*2=<<23*2=46>>46", "A: 46"]
    alignment = align_steps(EGGS, steps, siblings=siblings)
    assert alignment.first_error == 1
    assert verdicts(alignment)[0] == "supported"
    assert align_steps(EGGS, siblings[1], siblings=siblings[:1]).first_error == -1


def test_the_answer_may_come_without_a_rationale_and_then_only_the_end_is_wrong():
    steps = ["16-3=<<16-3=13>>13", "13*2=<<13*2=26>>26", "A: 26"]
    assert align_steps(EGGS, steps, answer="18").first_error == 2
    assert align_steps(EGGS, steps, answer="26").first_error == -1
    assert align_steps(EGGS, steps).first_error == -1


def test_a_rationale_that_computes_nothing_accuses_no_step_but_the_last():
    steps = [r"We get $x^2 = 9$.", r"The answer is $\boxed{9}$."]
    alignment = align_steps("Find x.", steps, r"By symmetry $x$ is three, hence $\boxed{3}$.")
    assert alignment.first_error == 1
    assert verdicts(alignment)[0] != "contradicted"


def test_what_cannot_be_compared_is_no_error():
    steps = ["So $y = f(x)$.", "The answer is some blue thing"]
    assert align_steps("Which?", steps, "It is red, clearly.\n#### a red one").first_error == -1


def test_false_arithmetic_of_the_reference_itself_is_not_held_against_its_copy():
    gold = "8*3 = <<80*3=240>>240\n240/60 = <<240/60=4>>4\n#### 4"
    alignment = align_steps("80 cookies on 3 trays, 60 a box?", gold.splitlines(), gold)
    assert alignment.first_error == -1
    assert "contradicted" not in verdicts(alignment)


HOSTILE = [
    "9" * 20_000,
    "<<" + "1+" * 9_000 + "1=2>>",
    "<<1+1=2>>" * 2_000,
    "<<" + "(" * 140 + "1+1=2>>",
    "<<9^9^9^9=1>> <<2^9999=1>> <<1/0=0>>",
    "x = " * 4_000,
    "1 = " * 5_000,
    "=" * 20_000,
    "\\frac{1}{2} " * 1_500,
    " ".join(f"<<{i}*{i + 1}+{i + 2}={i * (i + 1) + i + 2}>>" for i in range(2, 900)),
    " ".join(f"{i}x + {i} = {i + 1}y" for i in range(900)),
    "(x+1)" * 3_000 + " = 0",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_hostile_text_gets_its_verdicts(text: str):
    steps = [text, "1+1=<<1+1=2>>2", text[::-1], "A: 3"]
    alignment = align_steps(text, steps, text, siblings=[[text] * 3])
    assert len(alignment.steps) == 4
    assert -1 <= alignment.first_error < 4


def test_the_work_on_one_problem_is_bounded():
    numbers = [str(n) for n in range(11, 90)]
    terms = [f"({'+'.join(numbers[i : i + 6])})" for i in range(0, 70, 7)]
    lines = [f"<<{'*'.join(terms[i : i + 3])}={i}>>" for i in range(8)] * 25
    alignment = align_steps(" ".join(numbers), lines, "\n".join(lines[::-1]), [lines] * 7, "1")
    assert len(alignment.steps) == 200


def test_many_steps_and_no_steps_are_read():
    assert align_steps(EGGS, [], EGGS_GOLD) == Alignment((), -1)
    assert len(align_steps(EGGS, ["1+1=2"] * 1000, EGGS_GOLD).steps) == 1000


PIECES = [
    "<<",
    ">>",
    "=",
    "2",
    "3",
    "16",
    "x",
    "+",
    "-",
    "*",
    "/",
    "(",
    ")",
    "%",
    "$",
    " of ",
    "\n",
]
PIECES += ["A: ", "half", "<<16-3=13>>", "50%", "1/2", ".", ",", " eggs", "#### 4"]
WILD = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=80))


@settings(max_examples=80, deadline=None)
@given(WILD, st.lists(WILD, max_size=4), WILD, st.lists(WILD, max_size=3))
def test_any_text_gets_a_verdict_a_step_and_always_the_same(
    question: str, steps: list[str], reference: str, sibling: list[str]
):
    alignment = align_steps(question, steps, reference, [sibling])
    assert len(alignment.steps) == len(steps)
    assert alignment == align_steps(question, steps, reference, [sibling])
    if alignment.first_error >= 0:
        assert alignment.steps[alignment.first_error].verdict == "contradicted"


@given(st.integers(2, 60), st.integers(2, 60), st.integers(2, 60), st.booleans())
def test_distribution_never_makes_a_right_solution_wrong(a: int, b: int, c: int, merged: bool):
    question = f"{a} red and {b} blue beads in each of {c} boxes: how many beads?"
    gold = f"<<{a}+{b}={a + b}>>\n<<{a + b}*{c}={(a + b) * c}>>\n#### {(a + b) * c}"
    steps = [f"<<{a}*{c}={a * c}>>", f"<<{b}*{c}={b * c}>>", f"<<{a * c}+{b * c}={(a + b) * c}>>"]
    if merged:
        steps = [f"<<{a}*{c}+{b}*{c}={(a + b) * c}>>"]
    alignment = align_steps(question, steps, gold)
    assert verdicts(alignment) == ["supported"] * len(steps)


def lines_of(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.skipif(not TRAIN.exists(), reason="GSM8K is not here")
def test_a_gold_rationale_is_never_contradicted_by_itself():
    for line in TRAIN.read_text().splitlines()[:600]:
        row = json.loads(line)
        alignment = align_steps(row["question"], lines_of(row["answer"]), row["answer"])
        assert alignment.first_error == -1, row["answer"]
        assert "contradicted" not in verdicts(alignment), row["answer"]


@pytest.mark.skipif(not SOLUTIONS.exists(), reason="the recorded solutions are not here")
def test_right_solutions_are_hardly_ever_accused():
    seen = accused = 0
    for line in SOLUTIONS.read_text().splitlines()[:130]:
        row = json.loads(line)
        for name in ("6b_finetuning", "175b_verification"):
            if row[name]["is_correct"]:
                steps = lines_of(row[name]["solution"])
                seen += 1
                accused += align_steps(row["question"], steps, row["ground_truth"]).first_error >= 0
    assert seen > 60
    assert accused / seen < 0.03


@pytest.mark.skipif(not FIRST_ERRORS.exists(), reason="the annotated solutions are not here")
def test_the_first_wrong_step_of_real_models_is_found():
    found = {True: 0, False: 0}
    seen = {True: 0, False: 0}
    for line in FIRST_ERRORS.read_text().splitlines():
        row = json.loads(line)
        alignment = align_steps(row["question"], row["steps"], row["reference_solution"])
        wrong = row["first_error"] >= 0
        seen[wrong] += 1
        found[wrong] += alignment.first_error == row["first_error"]
    on_wrong, on_right = found[True] / seen[True], found[False] / seen[False]
    assert 2 * on_wrong * on_right / (on_wrong + on_right) >= 0.89
