"""Split a question in LaTeX into its facts and a phrase that names what it asks for."""

import re

from factory.symbolic.graph import Declined

_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z$])")
_ASKS = re.compile(
    r"(?:What is|What's|Find|Compute|Calculate|Determine|Evaluate)\s+(?P<x>.+?)[.?]?", re.DOTALL
)
_SEVERAL = re.compile(
    r"\b(?:in terms of|express|simplify|all|possible|as a|to the nearest|and)\b", re.I
)


def named_result(question: str) -> tuple[str, str]:
    """The facts, and the phrase: `the larger solution`, `the value of $f(3)$`.

    Raises:
        Declined: when the last sentence does not ask for one thing in a form that is known.
    """
    *facts, last = _SENTENCE.split(question.strip())
    asked = _ASKS.fullmatch(last.strip())
    if asked is None:
        raise Declined("question_form", "the question does not say `What is ...` or `Find ...`")
    x = asked["x"].strip()
    if _SEVERAL.search(re.sub(r"\$.*?\$", "", x)) or not x.startswith(("the ", "$")):
        raise Declined("question_form", "it is not one thing that is asked for")
    return " ".join(facts), f"the value of {x}" if x.startswith("$") else x
