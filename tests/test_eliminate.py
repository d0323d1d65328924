"""Elimination: failed evolutions go for their own reason, good ones stay."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.errors import Rejected
from factory.stages.eliminate import CHECKS, Limits, eliminate
from factory.stages.evolve import OPERATORS
from factory.stages.prompts import load_prompt

PARENT = (
    "Mia plants 4 rows of 9 tulips in her garden. She sells the tulips for $2 each. "
    "How much money does she earn?"
)
GOOD = {
    "a clause more": PARENT.replace(" She sells", " A storm ruins a third of them. She sells"),
    "one number changed": PARENT.replace("9", "12"),
    "a condition without numbers": PARENT.replace(
        " How much", " She gives every coin of the first row to her brother. How much"
    ),
    "another question": PARENT.replace("How much money does she earn", "How many tulips are sold"),
    "less to do": "Mia plants 36 tulips. She sells the tulips for $2 each. How much does she earn?",
    "a part left out": "Mia plants 4 rows of 9 tulips in her garden. How many tulips are there?",
    "an imperative": PARENT.replace("9", "8").replace(
        "How much money does she", "Calculate what she"
    ),
    "another topic": "A bus has 52 seats and 3 out of 4 are taken. How many people are seated?",
    "LaTeX": r"Find all real $x$ such that $\frac{x+1}{3} = \sqrt{x}$.",
    "short": r"Compute $2^5$.",
    "first person": "I have 12 coins and I'm afraid I lost 5 of them. How many do I have left?",
    "quoted speech": "\"I'm sorry, I can't help you\", says Tom, and gives 3 of his 8 pens to "
    "Ann. How many pens does Tom keep?",
    "options of a story": "Option 1: Pay $12 at once.\nOption 2: Pay $3 a week for 5 weeks.\n"
    "How much more does the second one cost?",
    "every number is needed": "A crate holds 48 pears. Of these, 12 are green. How many pears are "
    "not green?",
    "the last number is a rate": "Jo walks for 3 hours. She walks 5 miles an hour. How many miles "
    "does she walk?",
    "a choice": "Plan A costs $12 and plan B $3 a week. Which plan should Jo choose for 5 weeks to "
    "pay the least?",
}


def reason(text, parent=PARENT, operator="more_steps", reply=None, **limits):
    with pytest.raises(Rejected) as caught:
        eliminate(text, parent, OPERATORS[operator], reply, Limits(**limits))
    assert caught.value.detail
    return caught.value.reason


FREE = [
    name
    for name, one in OPERATORS.items()
    if not (one.same_answer or one.new_numbers or one.adds_number)
]
"""Operators whose children may keep of their parents as little as they like."""


@pytest.mark.parametrize("operator", FREE)
@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_a_good_evolution_stays(text, operator):
    eliminate(text, PARENT, OPERATORS[operator])


@pytest.mark.parametrize(
    "text",
    [
        PARENT,
        PARENT.upper(),
        PARENT.replace(". ", ".\n\n"),
        "**" + PARENT + "**",
        PARENT.replace("4", "$4$").replace("9", "$9$"),
        PARENT.replace("?", " ?"),
    ],
)
def test_a_copy_in_another_dress_is_a_copy(text):
    assert reason(text) == "copied_parent"


def test_another_sign_in_a_formula_is_no_copy():
    parent = r"Compute $\sin 30^\circ + 2$."
    for text in (parent.replace("+", "-"), parent.replace("sin", "cos"), parent.replace("2", "3")):
        eliminate(text, parent, OPERATORS["deepen"])


@pytest.mark.parametrize(
    "text",
    [
        "In her garden, Mia plants four rows of nine tulips. Each of the tulips is sold for $2. "
        "How much money does she earn altogether?",
        "Mia, who has a garden, plants 4 rows of 9 tulips and sells the tulips for $2 each. What "
        "amount of money does she earn?",
        PARENT.replace("4", "$4$").replace("She sells", "Then she sells"),
        "Read carefully. " + PARENT,
        "Please think about this problem: " + PARENT,
    ],
)
def test_the_same_problem_in_other_words_is_no_change(text):
    assert reason(text) == "no_change"


REPHRASED = (
    "In her garden, Mia plants four rows of nine tulips. Each of the tulips is sold for $2. "
    "What amount of money does she earn?"
)


@pytest.mark.parametrize(
    ("operator", "text"),
    [
        ("rephrase", REPHRASED),
        ("rephrase", REPHRASED.replace("$2", "200 cents")),
        ("resample", PARENT.replace("9", "12")),
        ("resample", PARENT.replace("4", "6").replace("9", "8").replace("$2", "$3")),
        ("distract", PARENT.replace(" How", " Her brother is 13 years old. How")),
        (
            "backward",
            "Mia plants some rows of 9 tulips in her garden. She sells the tulips for $2 each. If "
            "she earns $72, how many rows of tulips does Mia plant?",
        ),
        (
            "fuse",
            PARENT.partition(" How")[0] + " A club collects money for a roof: 8 members give $5 "
            "each, and a neighbor gives an amount that is equal to what Mia earns. How much money "
            "does the club collect?",
        ),
    ],
)
def test_what_stays_near_its_parent_by_nature_is_no_copy_of_it(operator, text):
    eliminate(text, PARENT, OPERATORS[operator])


@pytest.mark.parametrize(
    ("operator", "text", "why"),
    [
        ("rephrase", PARENT, "copied_parent"),
        ("rephrase", "Consider this: " + PARENT, "no_change"),
        ("rephrase", PARENT.replace("plants", "sets"), "no_change"),
        ("rephrase", PARENT.replace(" How", " Now, how").replace("She sells", "Then she sells"),
         "no_change"),
        ("rephrase", REPHRASED.replace("nine", "8"), "changed_given"),
        ("rephrase", REPHRASED.replace("nine", "many"), "changed_given"),
        ("rephrase", REPHRASED.replace("What", "The pot weighs 13 pounds. What"), "changed_given"),
        ("resample", REPHRASED, "no_change"),
        ("resample", PARENT.replace("4 rows", "rows"), "no_change"),
        ("distract", PARENT.replace(" How", " Her brother likes them. How"), "no_change"),
        ("distract", PARENT.replace("9 tulips", "tulips").replace(" How", " It is May 13. How"),
         "changed_given"),
    ],
)  # fmt: skip
def test_an_operator_that_keeps_something_is_held_to_it(operator, text, why):
    assert reason(text, operator=operator) == why


def test_a_problem_turned_round_may_tell_what_its_reply_calls_the_old_answer():
    text = (
        "Mia plants some rows of 9 tulips. She sells them all and earns $72 for the tulips. Each "
        "tulip costs $2. How much money does she need for the rows?"
    )
    eliminate(text, PARENT, OPERATORS["backward"], "## Plan\nThe answer is 72, which I tell.")


def test_a_comparison_may_hide_its_number_where_that_is_asked_for():
    parent = "Ann has 5 pens. Bo has 3 more pens than Ann. How many pens does Bo have?"
    text = "Ann has 5 pens. Bo has more pens than Ann. Bo has 8 pens. How many more does Bo have?"
    eliminate(text, parent, OPERATORS["backward"])
    assert reason(text, parent, "deepen") == "lost_given"


def test_a_second_problem_may_be_as_long_as_the_model_was_told():
    text = PARENT + " In June" + ", in May, in July, in August" * 10 + ", how many tulips sprout 3?"
    assert reason(text, operator="deepen") == "too_long"
    eliminate(text, PARENT, OPERATORS["fuse"])


def test_a_question_for_one_in_place_of_all_is_another_question():
    parent = "Jon scored 3 points. Tom scored 5 points more. How many points did they score in all?"
    text = parent.replace("did they score in all", "did Tom score")
    eliminate(text, parent, OPERATORS["simplify"])


def test_what_is_told_of_the_others_is_not_given_away():
    text = (
        "A hall has 9 rows of 45 seats. Tonight 100 seats are not taken. How many seats are taken?"
    )
    eliminate(text, PARENT, OPERATORS["deepen"])
    told = text.replace("not taken", "taken")
    assert reason(told) == "answer_given_away"


SYSTEM = load_prompt("evolve").system


@pytest.mark.parametrize(
    "text",
    [
        "Given problem: Mia plants 5 rows of 9 tulips. How many tulips are there?",
        "Rewrite the problem below. Mia plants 5 rows of 9 tulips. How many are there?",
        "Mia plants 5 rows of 9 tulips. How many are there? Do not state the answer.",
        "## Elements\nrows\nMia plants 5 rows of 9 tulips. How many are there?",
        "Mia plants {{problem}} rows of 9 tulips. How many are there?",
        "<|im_start|>user Mia plants 5 rows of 9 tulips. How many are there?",
        "#Rewritten Prompt#: Mia plants 5 rows of 9 tulips. How many are there?",
        "Mia plants 5 rows of 9 tulips. Add at most 30 words. How many are there?",
        "Applying the operator more_steps: Mia plants 5 rows of 9 tulips. How many are there?",
        "Using the simplify operator: Mia plants 5 rows of 9 tulips. How many are there?",
        "Mia has 5 tulips. How many is that? This version is harder than the original problem.",
        "Mia has 5 tulips. How many is that? This is an easier version of the first one.",
        "Mia has 5 tulips. How many is that? The new problem is slightly more complex.",
        "Following the task, at least three elements are changed. Mia has 5 tulips. How many?",
        " ".join(SYSTEM.split()[20:40]) + " Mia plants 5 rows of 9 tulips. How many are there?",
        " ".join(OPERATORS["more_steps"].task.split()[:12]) + " Mia has 5 tulips. How many?",
    ],
)
def test_words_of_the_prompt_in_a_problem_are_a_leak(text):
    assert reason(text) == "leaked_prompt"


@pytest.mark.parametrize(
    "text",
    [
        "Let the operator $*$ be defined by $a*b=2a+b$. Find $3*4$.",
        "Applying the operator D to $x^3$ gives $3x^2$. Find D of $x^4$.",
        "A phone operator answers 12 calls an hour. How many calls is that in 3 hours?",
        "A test was 3 times harder than the first one, which had 12 parts. How many has it?",
        "A game has an easier version with 12 levels and a harder one with 30. How many are there?",
        "A cook follows the list of tasks for 12 cakes and 3 pies. How many are there?",
    ],
)
def test_operators_and_versions_of_a_story_are_no_leak(text):
    eliminate(text, PARENT, OPERATORS["new_topic"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n** ", "empty"),
        ("?!", "empty"),
        (GOOD["one number changed"].replace("rows", "ro\x00ws"), "control_characters"),
        ("What is 4\times 12 + 3?", "control_characters"),
        ("What is \x0crac{4}{12}?", "control_characters"),
        ("How many are 12 and \ud800 5?", "control_characters"),
        ("How many are 12 and \u202e5?", "control_characters"),
        ("I'm sorry, but I cannot help with this problem.", "refusal"),
        ("Could you please tell me which topic you would like?", "clarifying_question"),
        ("Mia plants 5 rows of 8 tulips and sells them to her neighbours.", "no_question"),
        ("Write a short story about Mia and her 5 tulips. What does she feel?", "not_math"),
        ("Mia has 3 gardens. Which garden should Mia visit first, and why?", "not_math"),
        ("Mia has 3 gardens. Which of them do you think is the nicest?", "not_math"),
        ("What is the meaning of a flower?", "not_math"),
        ("Find the the of rows in how many 5 tulips of are Mia?", "garbled"),
        ("How many tulips tulips does Mia Mia plant plant in 5 rows?", "garbled"),
        ("How many \ufffd\ufffd tulips are in 5 rows?", "garbled"),
        ("What is $\\frac{5}{6$ of 12?", "garbled"),
        ('{"problem": "What is 5 + 12?"}', "garbled"),
        ("Option 1: What is 5 + 12?\n\nOption 2: What is 5 + 13?", "garbled"),
        ("**Version A:** What is 5 + 12?\n\n**Version B:** What is 5 + 13?", "garbled"),
        (PARENT.replace("?", "?" + " She waters the garden on 12 sunny days." * 3), "garbled"),
        (PARENT + " In June" + ", in May, in July, in August" * 20 + ".", "too_long"),
        ("How many tulips? " * 30, "too_long"),
        ("x " * 20_000, "too_long"),
        ("Compute.", "too_short"),
    ],
)
def test_each_failure_has_its_own_reason(text, why):
    assert reason(text) == why


@pytest.mark.parametrize(
    "text",
    [
        "Mia has 50 tulips. 13 are red, and the other 37 tulips are yellow. "
        "How many yellow tulips are there?",
        "Mia sells 3 bunches of 7 tulips, which makes 21 tulips. How many tulips does she sell?",
        "Mia sells 12 tulips for $3 each, so she has $36. How much money does she have?",
        "Mia sells 12 tulips and 9 roses, for a total of 21 flowers. How many flowers does she "
        "sell?",
        "Mia sells 12 tulips and 9 roses. How many flowers does she sell? The answer is 21.",
        "Mia sells 12 tulips and 9 roses. How many flowers does she sell? (Answer: 21)",
        "Mia sells 12 tulips and 9 roses. How many flowers does she sell?\n#### 21",
    ],
)
def test_an_answer_that_is_told_is_given_away(text):
    assert reason(text) == "answer_given_away"


FLOWERS = "Mia sells 12 tulips and 9 roses."
TOLD_AFTER = (
    *("Show that it is 21.", "Hint: the result is 21.", "The correct answer should be 21."),
    *("(The result is 21.)", "[21]", "21.", "It is 21.", "Prove that the answer is $21$.", "= 21"),
    *("Check that the total is 21 flowers.", "The answer to this problem is 21.", "Ans. 21"),
    *("Hint: it is 21.", "You should get 21.", "Solution: 21", "The answer is \\boxed{21}."),
    *("Your answer should be 21.", "The right answer comes out to 21.", "This equals 21."),
)


@pytest.mark.parametrize("told", TOLD_AFTER)
@pytest.mark.parametrize(
    "asked", ["How many flowers does she sell?", "Find the number of flowers."]
)
def test_an_answer_told_behind_the_question_is_given_away(asked, told):
    assert reason(f"{FLOWERS} {asked} {told}") == "answer_given_away"


@pytest.mark.parametrize("way", ["which equals 21?", "which comes to 21 flowers?"])
def test_an_answer_told_inside_the_question_is_given_away(way):
    assert reason(f"{FLOWERS} How many flowers does she sell, {way}") == "answer_given_away"


@pytest.mark.parametrize(
    "text",
    [
        "If a number is doubled and 5 is added, the result is 45. What is the number?",
        "What was Ann's number? When she adds 4 to it, the result is 19.",
        "Which number is it? Double it and add 2. The result is 40.",
        "A number is doubled. What is it? The result is 45 more than the number.",
        "What is 0.126 times 7? Round your answer to 2 decimal places.",
        "What is 17/3? Your answer should be 2 digits long.",
        "What is 1/3 in decimals? For example, for 1/4 your answer should be 25.",
        "How tall is the tree after 3 years? It is 5 feet tall now and grows 2 feet a year.",
        "How many inches are 7 feet? Hint: 1 foot is 12 inches.",
        "How many minutes are 3 hours? One hour equals 60 minutes.",
        "How much does Tom pay for 3 pens? A pen is $2.",
        "Show that 5 is a divisor of 35. What is the other one?",
        "What is the length? Its perimeter is equal to 24.",
        "Find the greatest common divisor of $10! + 2$ and $11! + 8$.",
        "What is the sum of 3 and $5$?",
    ],
)
def test_what_is_given_behind_a_question_is_not_given_away(text):
    eliminate(text, PARENT, OPERATORS["new_topic"])


def test_the_price_of_something_else_is_not_the_money_that_is_asked_for():
    text = (
        "Ilse takes in 72 dollars and hopes to buy a guitar. The money that is still missing for "
        "the guitar goes toward a football that costs $55. How much money is still missing?"
    )
    eliminate(text, PARENT, OPERATORS["new_topic"])


def test_a_number_that_the_reply_calls_the_answer_is_given_away():
    text = "Mia sells 12 tulips and 9 roses and counts 21 flowers. How much did she sell?"
    eliminate(text, PARENT, OPERATORS["deepen"])
    assert reason(text, reply="## Plan\nThe answer is 21.") == "answer_given_away"
    eliminate(text, PARENT, OPERATORS["deepen"], "The answer is 9.")


def test_a_given_that_the_parent_had_and_the_text_compares_with_is_lost():
    parent = "Ann has 5 pens. Bo has 3 more pens than Ann. How many more pens has Bo than Ann?"
    assert reason("Bo has 8 pens. How many more pens has Bo than Ann?", parent) == "lost_given"
    text = "Ann has 5 pens. Bo has more pens than Ann. Each pen costs $2. What do Bo's pens cost?"
    assert reason(text, parent) == "lost_given"


def test_limits_are_the_recipes():
    text = GOOD["a clause more"]
    assert reason(text, max_added_words=3) == "too_long"
    assert reason(text, max_ratio=1.1) == "too_long"
    assert reason("What is 5 + 12?", min_words=6) == "too_short"


def test_every_check_has_a_name_of_its_own_and_a_known_order():
    names = [name for name, _ in CHECKS]
    assert len(set(names)) == len(names)
    assert names[0] == "empty"


@given(st.text(max_size=400), st.text(max_size=200))
def test_any_text_passes_or_has_a_reason_of_the_table(text, parent):
    try:
        eliminate(text, parent, OPERATORS["simplify"])
    except Rejected as end:
        assert end.reason in {name for name, _ in CHECKS}


@pytest.mark.parametrize(
    "unit",
    [
        "]",
        " ",
        "1",
        "(",
        "which gives ",
        "has more ",
        "the ",
        "$",
        "1 ",
        "a a ",
        "\\",
        "{",
        ". ",
        "? ",
        "how many ",
        "##",
        "answer ",
        "the result is ",
        ". It is 1",
        "? which equals 1 ",
        "much harder version than the original ",
        "the operator ",
        "option 1: ",
        "\noption 1:",
    ],
)
def test_hostile_text_is_judged_in_bounded_time(unit):
    text = (unit * 20_000)[:19_000]
    for one in (text, "How many 12 " + text, text + " 12 how many?"):
        try:
            eliminate(one, PARENT, OPERATORS["simplify"])
        except Rejected as end:
            assert end.reason


def problems(path, field):
    if not path.is_file():
        pytest.skip(f"{path.name} is not beside this checkout")
    return [json.loads(line)[field] for line in path.read_text(encoding="utf-8").splitlines()]


def falsely_eliminated(texts):
    """Ordinary problems that go although nothing is wrong; lengths are another's, so left out."""
    gone = []
    for text, parent in zip(texts, [texts[-1], *texts], strict=False):
        try:
            eliminate(text.strip(), parent, OPERATORS["new_topic"], None, Limits(9999, 9999.0))
        except Rejected as end:
            gone.append((end.reason, end.detail, text[-100:]))
    return gone


def test_ordinary_word_problems_stay(shared):
    texts = problems(shared / "gsm8k" / "train.jsonl", "question")[:3000]
    gone = falsely_eliminated(texts)
    assert len(gone) <= len(texts) // 1000, gone


def test_ordinary_competition_problems_stay(shared):
    texts = problems(shared / "math" / "test.jsonl", "problem")[:2000]
    gone = falsely_eliminated(texts)
    assert len(gone) <= len(texts) // 500, gone


def test_shuffled_words_are_mostly_found(shared):
    texts = problems(shared / "gsm8k" / "train.jsonl", "question")[:500]
    found = 0
    for text in texts:
        words = sorted(text.split(), key=lambda word: (len(word) * 7 + ord(word[0])) % 11)
        try:
            eliminate(" ".join(words) + "?", PARENT, OPERATORS["new_topic"], None, Limits(999, 99))
        except Rejected as end:
            found += end.reason == "garbled"
    assert found > len(texts) * 0.6
