"""Easier: the same problem with smaller numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

from factory.symbolic.arithmetic import NotArithmetic
from factory.symbolic.draft import Child, prove
from factory.symbolic.edits.bearable import bears_of
from factory.symbolic.graph import Declined, Graph, Step, write_rationale
from factory.symbolic.numerals import Quantity, places

DRAWS = 60
PROOFS = 5

_UNITS_OF = {7: "day", 24: "hour", 60: "minute second", 12: "month inch", 52: "week", 365: "day"}
_ENUMERATES = re.compile(r"[^.?!,]{1,40}:")


def smaller(graph: Graph, rng: Random) -> Child:
    """The problem with at least one number smaller and none larger.

    Raises:
        Declined: when no such numbers keep every step whole, positive and unambiguous.
    """
    free = [at for at in sorted(graph.used()) if is_free(graph, graph.quantities[at])]
    if not free:
        raise Declined("no_number", "no number may be changed")
    bears = bears_of(graph, smaller=True)

    def draws() -> Iterator[dict[int, Fraction]]:
        for _ in range(DRAWS):
            chosen = rng.sample(free, rng.randint(1, len(free)))
            drawn = {at: _lower(graph.quantities[at], rng) for at in chosen}
            if bears(drawn):
                yield drawn

    return redrawn(graph, draws(), _as_before, "smaller numbers")


def redrawn(
    graph: Graph,
    draws: Iterable[Mapping[int, Fraction]],
    fits: Callable[[tuple[Step, ...], list[Step]], bool],
    did: str,
) -> Child:
    """The problem with the first of these numbers that work out.

    `fits` says of the old steps and the new whether the new can be told.

    Raises:
        Declined: when none of them keeps every step whole, positive and unambiguous.
    """
    fault = Declined("no_number", f"no {did} keep every step whole and positive")
    proofs = 0
    for drawn in draws:
        changed = {at: new for at, new in drawn.items() if new != graph.quantities[at].value}
        if not changed or not keeps_order(graph, changed):
            continue
        try:
            steps = graph.evaluate(changed)
        except NotArithmetic:
            continue
        if not fits(graph.steps, steps):
            continue
        try:
            return rewritten(graph, changed, steps, did)
        except Declined as declined:
            fault, proofs = declined, proofs + 1
            if proofs == PROOFS:
                break
    raise fault


_UNIT = (
    "second|minute|hour|day|week|month|year|inch|foot|yard|mile|meter|kilometer|centimeter|gram"
    "|kilogram|ounce|pound|ton|pint|quart|gallon|liter|milliliter|ml|mL|cup|tablespoon|teaspoon|cent"
)
_UNITS = re.compile(rf"\s?(?:fluid )?(?:{_UNIT})")
_CONVERTED = re.compile(
    rf"\s?(?:fluid )?(?:{_UNIT})\w* (?:in|to|per|make) (?:a|an|one|each|every) (?:{_UNIT})\b"
)
"""What follows a number that converts units: `128 ounces in a gallon`."""
_CONVERTS = re.compile(
    rf"\b(?:a|an|one|1|cubic|square|fluid) (?:{_UNIT})\w*(?: of \w+)? (?:is|equals|has|contains"
    r"|weighs)(?: equal to)? $",
    re.IGNORECASE,
)
"""What stands before such a number: `a fluid ounce is 30 ml`."""


def is_free(graph: Graph, quantity: Quantity) -> bool:
    """Whether the story lets this number be another one."""
    if quantity.kind not in ("int", "decimal") or quantity.value <= 3:
        return False
    text = graph.question
    before, after = text[: quantity.start], text[quantity.end :]
    if (
        after[:1].isalpha()
        or after[:1] in (":", "/", "%", "£", "€")
        or before.endswith((":", "/", "an "))
    ):
        return False
    if re.match(
        r"-year|\s(?:a\.?m|p\.?m|o'clock|years? old|%|percent|bill\b|dollar bill)",
        after,
    ):
        return False
    if _CONVERTED.match(after) or (_CONVERTS.search(before) and _UNITS.match(after)):
        return False
    if 1900 <= quantity.value <= 2100 and not before.endswith("$"):
        return False
    unit = _UNITS_OF.get(int(quantity.value), "").split()
    if any(after.lstrip(" -").startswith(name) for name in unit):
        return False
    return not _ENUMERATES.match(after)


def _lower(quantity: Quantity, rng: Random) -> Fraction:
    """A number between a third of it and itself, as round as it is."""
    value, grain = quantity.value, grain_of(quantity)
    high = int(value / grain)
    low = max(-(-high // 3), 2 if quantity.kind == "int" else 1)
    return rng.randint(low, high) * grain if low < high else value


def grain_of(quantity: Quantity) -> Fraction:
    """What it is a multiple of, as a person would choose such a number: 5 for 35, 100 for 1200."""
    value = quantity.value
    if quantity.kind == "decimal":
        needed = places(value) or 0
        return Fraction(5 if (value * 10**needed) % 5 == 0 else 1, 10**needed)
    whole, size = int(value), 1
    while whole % (size * 10) == 0 and whole // (size * 10) >= 3:
        size *= 10
    if size == 1 and whole % 5 == 0 and whole >= 15:
        size = 5
    return Fraction(size)


def keeps_order(graph: Graph, changed: Mapping[int, Fraction]) -> bool:
    """Whether what was smaller than another number stays so."""
    pairs = sorted(
        (q.value, changed.get(at, q.value))
        for at, q in enumerate(graph.quantities)
        if q.kind in ("int", "decimal")
    )
    return all(a[1] < b[1] for a, b in pairwise(pairs) if a[0] < b[0])


def _as_before(old: tuple[Step, ...], new: list[Step]) -> bool:
    """Whether whole stays whole, decimals stay short, and the answer grows no larger."""
    for was, now in zip(old, new, strict=True):
        needed, allowed = places(now.value), places(was.value)
        if needed is None or needed > (allowed or 0) or (now.value <= 0 < was.value):
            return False
        if allowed == 0 and now.value == 1 and was.value != 1:
            return False
    return new[-1].value <= old[-1].value and any(
        now.value != was.value for was, now in zip(old, new, strict=True)
    )


def rewritten(graph: Graph, changed: Mapping[int, Fraction], steps: list[Step], did: str) -> Child:
    """The problem with the changed numbers, proven.

    Raises:
        Declined: when it does not read back, or the text does not bear the new numbers.
    """
    quantities = list(graph.quantities)
    for at, new in changed.items():
        old = quantities[at]
        lends = tuple(value * new / old.value for value in old.lends)
        quantities[at] = replace(old, value=new, lends=lends)
    text, facts_end = _splice(graph, changed)
    written = replace(graph, quantities=tuple(quantities), steps=tuple(steps))
    rationale = write_rationale(written)
    shapes = tuple(step.expression for step in steps)
    proven = prove(text, rationale, shapes, graph.idle)
    if graph.focus is not None:
        if re.search(r"\d", graph.focus.supposed + graph.focus.phrase):
            raise Declined("no_number", "a number stands in the question")
        proven = replace(proven, focus=replace(graph.focus, facts_end=facts_end))
    return Child(proven, rationale, did)


def _splice(graph: Graph, changed: Mapping[int, Fraction]) -> tuple[str, int]:
    """The question with the new numbers in the style of the old, and where its facts now end."""
    text = graph.question
    facts_end = graph.focus.facts_end if graph.focus else 0
    moved = 0
    for at in sorted(changed, key=lambda at: graph.quantities[at].start, reverse=True):
        quantity = graph.quantities[at]
        old = text[quantity.start : quantity.end]
        if text[: quantity.start].endswith((" a ", "A ")) and _is_an(changed[at]):
            raise Declined("no_number", "the article before the number would not fit")
        new = _styled(changed[at], old)
        text = text[: quantity.start] + new + text[quantity.end :]
        moved += len(new) - len(old) if quantity.start < facts_end else 0
    return text, facts_end + moved


def _is_an(value: Fraction) -> bool:
    """Whether the number, read aloud, begins with a vowel: 8, 11, 18, 80 and so on."""
    return str(value)[0] == "8" or 11 <= value < 12 or 18 <= value < 19


def _styled(value: Fraction, like: str) -> str:
    decimals = len(like.partition(".")[2])
    text = f"{value.numerator * 10**decimals // value.denominator:0{decimals + 1}d}"
    whole, rest = (text[:-decimals], text[-decimals:]) if decimals else (text, "")
    whole = f"{int(whole):,}" if "," in like else whole
    return f"{whole}.{rest}" if rest else whole
