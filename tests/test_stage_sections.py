"""Evolve replies in every style: the problem comes out letter by letter, or a doubt is named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory.errors import Rejected
from factory.stages import Unusable
from factory.stages.sections import read_evolved

PROBLEM = (
    "Mia plants 4 rows of 9 tulips. A storm ruins a third of them, and she sells the others "
    "for $2 each. How much does she earn?"
)
LATEX = (
    "A tank holds $\\frac{3}{4}$ of $800 \\text{ L}$.\n\n\\[ V = 800 - 5t \\]\n\n"
    "After how many minutes $t$ is it empty?"
)
BEFORE = "## Elements\n- rows\n\n## Plan\nAdd a storm.\n\n## Rewrite\nA first try.\n\n"

STYLES = {
    "plain": BEFORE + "## Final problem\n{}",
    "deeper headers": BEFORE.replace("## ", "#### ") + "#### Final Problem:\n\n{}\n\n",
    "bold": "**Elements:** rows\n**Plan:** a storm\n**Final problem:** {}",
    "bold and numbered": "**1. Elements**\nrows\n\n**4. Final problem**\n\n{}",
    "numbered in bold": "1. **Elements**: rows\n2. **Plan**: storm\n4. **Final Problem**: {}",
    "numbered": "1) Elements\nrows\n4) Final problem\n{}",
    "emoji": "### 🔹 Elements\nrows\n\n### ✅ Final problem\n{}",
    "emoji behind": BEFORE + "## Final problem ✅\n{}",
    "upper case": "ELEMENTS\nrows\n\nFINAL PROBLEM\n{}",
    "step": "Step 1: Elements\nrows\nStep 4: Final problem\n{}",
    "misspelled": "## Elemnts\nrows\n## Fnal problem\n{}",
    "dash": "Elements - rows\n\nFinal Problem - {}",
    "another name": BEFORE + "## Final rewritten problem\n{}",
    "german": "## Elemente\nReihen\n\n## Endgültige Aufgabe\n{}",
    "french": "**Éléments :** rangs\n\n**Problème final :** {}",
    "chinese": "## 要素\n行\n\n## 最终题目\n{}\n\n以上就是新的题目。",
    "korean": "## 요소\n줄\n\n## 최종 문제\n{}",
    "fence around all": "```markdown\n" + BEFORE + "## Final problem\n{}\n```",
    "fence around it": BEFORE + "## Final problem\n```text\n{}\n```\n\nHope that helps!",
    "thinking": "<think>\n## Final problem\nA draft?\n</think>\n" + BEFORE + "## Final problem\n{}",
    "thinking opened by a template": "Let me see.\n</think>\n" + BEFORE + "## Final problem\n{}",
    "bold text": BEFORE + "## Final problem\n\n**{}**",
    "quoted text": BEFORE + '## Final problem\n"{}"',
    "lead-in": BEFORE + "## Final problem\nHere is the checked version:\n\n{}",
    "lead-in in the same line": BEFORE + "## Final problem\nSure! Here is the problem: {}",
    "offer": BEFORE + "## Final problem\n{}\n\nWould you like an even harder version? 🚀",
    "offer in the same line": BEFORE + "## Final problem\n{} Let me know if this works for you!",
    "talk in the next line": BEFORE + "## Final problem\n{}\nThis version needs two more steps.",
    "rule and talk": BEFORE + "## Final problem\n{}\n\n---\nI changed two of the numbers.",
    "spanish talk": BEFORE + "## Final problem\n{}\n\nEspero que te sirva. Buena suerte.",
    "notes": BEFORE + "## Final problem\n{}\n\n## Notes\nTwo numbers are new.",
    "check": BEFORE + "## Final problem\n{}\n\n**Check:** 36 - 12 = 24 and 24 * 2",
    "twice": BEFORE + "## Final problem\n{}\n\n## Final problem\n{}",
    "other order": "## Final problem\n{}\n\n## Elements\nrows\n\n## Plan\nstorm",
    "no other section": "**Final problem**\n\n{}",
    "windows lines": BEFORE.replace("\n", "\r\n") + "## Final problem\r\n{}\r\n",
}


@pytest.mark.parametrize("problem", [PROBLEM, LATEX], ids=["words", "latex"])
@pytest.mark.parametrize("style", STYLES)
def test_the_problem_comes_out_of_every_style(style, problem):
    assert read_evolved(STYLES[style].replace("{}", problem)) == problem


@pytest.mark.parametrize(
    "problem",
    [
        "A shop sells the following:\n\n- pens at $2\n- pads at $3\n\nHow much are 4 of each?",
        "How many days does it take?\n\n(Assume that each month has 30 days.)",
        "What is $x$?\n(A) 1\n(B) 2\n(C) 3",
        "Plan A costs $5 a month and 2 cents a minute.\nPlan B costs $9.\nWhich is cheaper for "
        "300 minutes?",
        'What is the area?\n\n[asy]\ndraw((0,0)--(1,1));\n\nlabel("here",(0,0));\n[/asy]',
        "**Ann** has 3 red and **Bo** 5 blue marbles. How many marbles are there?",
        "In a class there are 12 girls.\n\nHow many students are there?\n\nThere are 9 boys.",
        'Tom said: "I can\'t help you." He had 4 coins and lost 1. How many are left?',
    ],
)
def test_what_belongs_to_a_problem_is_kept(problem):
    assert read_evolved(BEFORE + "## Final problem\n" + problem + "\n\n## Notes\nok") == problem


def test_a_line_of_the_problem_that_looks_like_a_header_is_kept():
    problem = "Two offers are made.\nPlan: 30 dollars for 10 days.\nWhat does one day cost?"
    assert read_evolved(BEFORE + "## Final problem\n" + problem) == problem


def reason(reply, finish="stop", kind=Unusable):
    with pytest.raises(kind) as caught:
        read_evolved(reply, finish)
    return caught.value.reason


ASKS = "clarifying_question"
FINAL = BEFORE + "## Final problem\n"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("<think>all is thought</think>\n\n", "empty"),
        (BEFORE + "## Final problem\n\n", "empty"),
        ("<think>and so it goes on", "truncated"),
        ("<think>a</think>b <thinking>c", "truncated"),
        (FINAL + PROBLEM[:70], "truncated"),
        (FINAL + "Mia has 4 red,", "truncated"),
        (BEFORE, "garbled"),
        (PROBLEM, "garbled"),
        (FINAL + PROBLEM + "\n\n## Final problem\nMia plants 5 rows. How many?", "garbled"),
        (FINAL + PROBLEM + "\n\nThe garden is green and the sky is blue.", "garbled"),
        (FINAL + PROBLEM + "\n\n## Cannot\nIt is too easy.", "garbled"),
        (FINAL + "x" * 100_000, "garbled"),
    ],
)
def test_what_another_draw_may_mend_is_unusable(reply, why):
    assert reason(reply) == why


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ("## Cannot\nIt is a single sum already.", "cannot"),
        ("**Cannot:** It is a single sum already.", "cannot"),
        ("## Cannot\nteacher declined: no_easier_topic", "teacher_declined"),
        ("I'm sorry, but I can't help with changing exam questions.", "refusal"),
        ("Unfortunately I am unable to rewrite this problem. Anything else?", "refusal"),
        ("Lo siento, pero no puedo ayudarte con eso.", "refusal"),
        ("Happy to help! Which grade is it for? Once you tell me, I'll write.", ASKS),
        ("I'm sorry, I see no problem here. Could you please provide the text?", ASKS),
    ],
)
def test_an_answer_that_is_no_problem_is_a_decision_at_once(reply, why):
    assert reason(reply, kind=Rejected) == why


def test_a_reply_cut_off_by_its_length_counts_only_when_the_problem_was_whole():
    assert reason(FINAL + PROBLEM, "length") == "truncated"
    assert reason(BEFORE, "length") == "truncated"
    assert read_evolved(FINAL + PROBLEM + "\n\n**Check:** the third of 36 i", "length") == PROBLEM


def test_a_cut_anywhere_in_a_problem_is_never_taken_for_the_whole(shared):
    path = shared / "gsm8k" / "train.jsonl"
    if not path.is_file():
        pytest.skip("GSM8K is not beside this checkout")
    lines = path.read_text(encoding="utf-8").splitlines()[:400]
    taken = 0
    for place, line in enumerate(lines):
        text = json.loads(line)["question"].strip()
        cut = text[: 10 + place % (len(text) - 12)].rstrip()
        if cut[-1] not in ".?!":
            try:
                read_evolved(FINAL + cut)
                taken += 1
            except Unusable:
                pass
    assert taken <= 4  # a cut behind a quote or a bracket cannot be seen


def test_real_problems_come_out_unchanged(shared):
    path = shared / "gsm8k" / "train.jsonl"
    if not path.is_file():
        pytest.skip("GSM8K is not beside this checkout")
    lines = path.read_text(encoding="utf-8").splitlines()[:1500]
    changed = 0
    for line in lines:
        text = json.loads(line)["question"].strip()
        changed += read_evolved(STYLES["offer"].replace("{}", text)) != text
    assert changed <= 1


@given(st.text(alphabet=st.sampled_from("#*`$->: \n{}\"'?.aF1|\\_")))
def test_any_text_ends_in_a_problem_or_a_reason(text):
    try:
        assert read_evolved(FINAL + text).strip()
    except (Unusable, Rejected) as end:
        assert end.reason


@pytest.mark.parametrize(
    "unit",
    [
        "<think>",
        "]",
        " ",
        "\n",
        "**",
        "\\[",
        "\\begin{a}",
        "- ",
        "> ",
        "```\n",
        "{",
        "a ",
        "?\n",
        '"',
        "# ",
        "1. ",
        "$$",
        "[asy]",
    ],
)
def test_a_hostile_reply_is_read_in_bounded_time(unit):
    # The longest reply that is read at all; quadratic work on it would take minutes.
    text = (unit * 60_000)[:59_000]
    for reply in (FINAL + text, text, FINAL + "a" + text + "b"):
        try:
            read_evolved(reply)
        except (Unusable, Rejected) as end:
            assert end.reason
