"""Find the numbers of a question in LaTeX, and what each is: a value, an exponent, an index.

Says nothing of what a number counts; a number with a sign of its own has that sign.
"""

import re
from fractions import Fraction

from factory.symbolic.numerals import MAX_DIGITS, Quantity, find_quantities

MATH = re.compile(r"\$\$(.+?)\$\$|\$(.+?)\$|\\\[(.+?)\\\]|\\\((.+?)\\\)", re.DOTALL)
"""A formula between its marks; one of the groups holds it."""

_NUMERAL = re.compile(r"(?<![\w.\\])\d{1,3}(?:,\\?!?\d{3})+|\d+\.\d+|(?<!\d)\.\d+|\d+")
_FRACTION = re.compile(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}")
_SUM_BEFORE = re.compile(r"[\w)}\]|!]\s*$")


def latex_quantities(question: str) -> list[Quantity]:
    r"""Every number of a question with LaTeX, where it stands.

    Beside the kinds of `numerals`: `power`, an exponent that shapes a formula (`x^2`), and
    `exponent`, one of a number (`2^{10}`); `base`, a number with an exponent; `index` (`a_5`).
    """
    found = [q for q in find_quantities(_prose(question)) if q.kind in ("word", "relation")]
    fractions = {m.start(g): m for m in _FRACTION.finditer(question) for g in (1, 2)}
    for match in _NUMERAL.finditer(question):
        start, end = match.span()
        if end - start > MAX_DIGITS:
            continue
        value = Fraction(re.sub(r"[^\d.]", "", match[0]))
        before, after = question[:start].rstrip("{ "), question[end:].lstrip("} ")
        within = fractions.get(start)
        if within is not None:
            first = start == within.start(1)
            found.append(
                Quantity(start, end, "numerator" if first else "denominator", value, (value,))
            )
            if not first and value:
                whole = Fraction(int(within[1]), int(within[2]))
                found.append(Quantity(*within.span(), "fraction", whole, (whole,)))
            continue
        if before.removesuffix("-").rstrip("{ ").endswith("^"):
            base = before.removesuffix("-").rstrip("{ ")[:-1].rstrip("} ")[-1:]
            kind = "exponent" if base.isdigit() else "power"
            found.append(Quantity(start, end, kind, value, (value,)))
            continue
        if before.endswith("_"):
            found.append(Quantity(start, end, "index", value, (value,)))
            continue
        if before.endswith("-") and not _SUM_BEFORE.search(before[:-1]):
            start, value = len(before) - 1, -value
        if after.startswith(("\\%", "%", "percent")):
            found.append(Quantity(start, end, "percent", value, (value, value / 100)))
            continue
        kind = "int" if value.denominator == 1 else "decimal"
        if question[end : end + 1] == "^":
            kind = "base"
        found.append(Quantity(start, end, kind, value, (value,)))
    return found


def _prose(question: str) -> str:
    """The question with its formulas blanked out, so that places stay what they are."""
    return MATH.sub(lambda m: " " * len(m[0]), question)
