"""Whether two answers are the same: equal, different, or undecided, each with a reason.

Promise: symmetric, reflexive, deterministic, free of shared state. Exact: no tolerance between
exact values, ever. "equal" and "different" are said only where a careful reader would say so.
What counts as the same where careful readers differ is the `policy`.
Not promised: transitivity where a policy is lenient (`5 cm` and `5 m` both equal a bare `5`, but
not each other). A vote must therefore put an answer only into a cluster all of whose members it
is equal to. Symbolic work is left to `symbolic_compare`: here it is undecided, `needs_symbolic`.
"""

from fractions import Fraction

from factory.check.algebra.normal import Forms
from factory.check.answers.digging import dig
from factory.check.answers.dress import LONGEST
from factory.check.answers.keys import answer_key
from factory.check.answers.leaves import How, shallow
from factory.check.answers.pairs import compare_answers
from factory.check.answers.reading import Answer, plain_number, read
from factory.check.policy import DEFAULT, Policy
from factory.check.verdict import Outcome, Verdict, undecided

__all__ = [
    "Outcome", "Verdict", "canonical", "compare", "compare_quick", "compare_with",
]  # fmt: skip

_SAME_NUMBER = Verdict("equal", "same_value", "exact")
_OTHER_NUMBER = Verdict("different", "other_value", "exact")
_SAME_TEXT = Verdict("equal", "same_text", "text")
_BLANKS = " \n\u00a0"
"""Not every blank: a form feed may be what was left of `\\frac`."""
_SHORT = 14
"""Decimals up to this length are nobody's machine precision."""


def compare_quick(gold: str, candidate: str, policy: Policy = DEFAULT) -> Verdict:
    """Compare two answers in-process: rationals, exact normal forms, text, and groups of these."""
    if policy is DEFAULT and len(gold) <= _SHORT and len(candidate) <= _SHORT:
        left, right = plain_number(gold), plain_number(candidate)
        if left is not None and right is not None:
            return _SAME_NUMBER if left == right else _OTHER_NUMBER
    return compare_with(How(policy, shallow, Forms()), gold, candidate)


compare = compare_quick


def compare_with(how: How, gold: str, candidate: str) -> Verdict:
    """Compare, with `how.deep` for what needs more than exact normal forms."""
    gold, candidate = gold.strip(_BLANKS), candidate.strip(_BLANKS)
    if not gold.strip() or not candidate.strip():
        return undecided("empty")
    if gold == candidate:
        return _SAME_TEXT
    if max(len(gold), len(candidate)) > LONGEST:
        gold, candidate = dig(gold), dig(candidate)
        if max(len(gold), len(candidate)) > LONGEST:
            return undecided("too_long")
    # One order for both orders of asking, so that no rule below can depend on who is asked first.
    first, second = sorted((gold, candidate))
    return compare_answers(how, understand(first, how.policy), understand(second, how.policy))


def understand(answer: str, policy: Policy = DEFAULT) -> Answer:
    """What an answer of at most `LONGEST` signs is, dug out of the text around it."""
    return read(dig(answer), policy.decimal_comma == "yes")


def canonical(answer: str, policy: Policy = DEFAULT) -> str | None:
    """A key that two answers share exactly when they are equal; None: such a key is not known."""
    answer = answer.strip(_BLANKS)
    if not answer.strip() or len(answer) > LONGEST:
        return None
    plain = plain_number(answer) if policy is DEFAULT and len(answer) <= _SHORT else None
    if plain is not None:
        return str(Fraction(plain))
    return answer_key(understand(answer, policy), policy)
