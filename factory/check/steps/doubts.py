"""Why an equation that does not hold may still be no error of its author.

Promise: a reason is given wherever a careful reader would want to see more before calling the
step wrong: another unit or scale, a chain that runs on, a side that may begin earlier, an
annotation that says what was meant. Each costs some true findings; that is the price of hardly
ever blaming a right step.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction

from factory.check.algebra.exact import shows
from factory.check.steps.equations import Equation, Side
from factory.check.steps.sides import beginnings
from factory.check.steps.step_units import FRACTION_WORDS, STRICT, ratios, scales
from factory.check.steps.tokens import Token, value_of

# After these a number is only a part of what is counted: half of 12, twice 3.
_TAKES_MORE = frozenset((
    "of", "times", "twice", "half", "double", "triple", "thrice", "minus", "plus", "quarter",
    "third", "sum", "difference", "product", "divide", "add", "subtract", "multiply",
))  # fmt: skip
_ONE = frozenset(("a", "an", "the", "each", "every", "per", "one", "that", "this", "same", "first",
                  "whole", "next", "last", "in", "whole"))  # fmt: skip
# A number right after these is a name: day 1, weeks 3-4, step 2.
_LABELS = frozenset((
    "day", "days", "week", "weeks", "month", "months", "year", "years", "step", "part", "row",
    "grade", "round", "question", "problem", "chapter", "level", "number", "no", "method", "case",
    "type", "group", "team", "class", "store", "option", "plan", "house", "student", "person",
    "page", "pages", "side", "game", "trip", "set", "line", "figure", "equation", "room", "day's",
))  # fmt: skip
_NAMED_AMOUNTS = frozenset((
    "total", "cost", "price", "amount", "profit", "number", "score", "average", "speed", "rate",
    "distance", "income", "salary", "area", "volume", "weight", "value", "payment", "revenue",
    "bill", "savings", "discount", "capacity", "height", "length", "width", "expense",
    "loss", "gain", "budget", "fee", "tax", "tip", "change", "short", "shy", "shortage",
    "shortfall", "surplus", "balance", "debt", "deficit", "wage", "rent", "deposit", "refund",
    "sale", "sales", "lead", "gap", "count", "age",
))  # fmt: skip
# A clause begins anew with these: what stood before them is no operand.
_VERBS = frozenset((
    "and", "but", "spends", "spent", "pays", "paid", "made", "make", "earns", "earned", "sold",
    "sells", "buys", "bought", "ate", "eats", "takes", "took", "gave", "left", "total", "only",
    "altogether", "used", "uses", "leaving", "ran", "walked", "read", "finds", "find", "got",
    "there", "this", "his", "her", "their", "its", "comes", "leaves", "weighs", "lost", "drove",
    "now",
))  # fmt: skip


def doubt(
    equation: Equation,
    quoted: Sequence[Side],
    confirmed: Sequence[Side],
    words: set[str],
    stated: Collection[Fraction] = (),
) -> str | None:
    """The reason to doubt that this false equation is an error, or None.

    `quoted` are the results of the step's annotations, `confirmed` their left sides, `words`
    the words of the step, and `stated` numbers that are exact: the question gives them.
    """
    if equation.converts:
        strict = equation.left.words[0] in STRICT and not _numbers(equation.lead)
        return None if strict else "its units may be meant otherwise"
    for value in equation.left.values:
        for shown in equation.right.values:
            if _is_close(value, shown, (equation.left, equation.right), stated):
                return "its decimals may be rounded"
            reason = _scaled(value, shown, equation, words)
            if reason:
                return reason
    if "-" in equation.left.text and any(-v in equation.right.values for v in equation.left.values):
        return "only its sign differs"  # `5 - 8 = 3`, meant as how far they are apart
    if equation.spoken and equation.lead and equation.lead[-1].kind != "break":
        return "it may begin earlier"
    if not equation.right.plain and any(
        start in equation.left.values for start in beginnings(equation.right.text)
    ):
        return "the chain runs on"
    for result in quoted:
        for value in result.values:
            if any(_is_quote(value, shown, equation.right) for shown in equation.right.values):
                return "its annotation says something else"
    if FRACTION_WORDS & set(equation.right.words):
        return "it counts in parts"
    if any(set(side.values) & set(equation.left.values) for side in confirmed):
        return None  # an annotation begins where the words begin
    return _begins_earlier(equation.lead)


def _scaled(value: Fraction, shown: Fraction, equation: Equation, words: set[str]) -> str | None:
    if not value or not shown:
        return None
    ratio = shown / value
    sides = equation.left.words + equation.right.words
    if _in_sides(ratio, equation):
        return "converts"
    if ratio in scales([*words]) or (ratio in (100, Fraction(1, 100)) and "$" in sides):
        return "it may count in another scale"
    if ratio in ratios(["$", *words] if "cent" in words or "cents" in words else [*words]):
        return "it may count in another unit"
    signed = "+" in equation.left.text or "-" in equation.left.text
    return "it mixes units" if signed and ratios(sides) else None


def _is_close(
    value: Fraction, shown: Fraction, sides: Sequence[Side], stated: Collection[Fraction]
) -> bool:
    """Whether decimals that were rounded before may explain the difference."""
    slack = Fraction(0)
    for side in sides:
        for figure in [] if side.plain else side.text.split():
            decimals = len(figure.partition(".")[2])
            size = abs(value_of(figure)) if decimals else 0
            if size and size not in stated:
                slack += 1 / (size * 2 * 10**decimals)
    return bool(slack) and abs(shown - value) <= abs(value) * slack


def _in_sides(ratio: Fraction, equation: Equation) -> bool:
    """Whether the units that stand in the equation itself convert so: `2 feet * 3 = 72 inches`."""
    right = set(equation.right.words)
    return any(ratio in ratios([word, *right]) for word in set(equation.left.words) - right)


def _is_quote(value: Fraction, shown: Fraction, side: Side) -> bool:
    return value == shown or (
        side.plain and side.decimals > 0 and shows(shown, side.decimals, value)
    )


def _numbers(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "number" for token in tokens)


def _begins_earlier(lead: Sequence[Token]) -> str | None:
    """Whether the left side may be longer than what could be read of it."""
    if not lead:
        return None
    last = lead[-1].text.lower()
    if last in _LABELS and not (len(lead) > 1 and lead[-2].text.lower() in _ONE):
        return "its first number may be a name"
    if last == "of" and len(lead) > 1 and lead[-2].text.lower() in _NAMED_AMOUNTS:
        return None
    if last in _TAKES_MORE:
        return "it may begin earlier"
    if last in (",", ".") and len(lead) > 1 and lead[-2].kind in ("number", "op"):
        return "it may begin earlier"  # `14, 400 / 80`, `.8 + . 84`
    for token in reversed(lead):
        if token.kind == "break" or token.text.lower() in _VERBS:
            return None
        if token.kind == "number":
            return "it may begin earlier"
    return None
