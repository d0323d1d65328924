"""What counts as the same answer in a run: the settings of `factory.check.Policy`."""

from typing import Literal

from pydantic import Field

from factory.settings.forms import Section


class Answers(Section):
    """Where careful readers differ; `verify` compares by it, and votes are over it."""

    percent: Literal["ambiguous", "number", "fraction", "either"] = "ambiguous"
    """Is 25% the number 25, or 1/4? Ambiguous is 25, and undecided against what may be a part."""
    units: Literal["lenient", "required", "dropped"] = "lenient"
    """Lenient: 5 cm is a bare 5, and 100 cm are 1 m; required: a bare 5 is undecided."""
    rounding: Literal["exact", "rounded"] = "exact"
    """Is 0.33 the answer 1/3? Exact leaves it undecided."""
    tolerance: float | None = Field(default=None, gt=0, lt=1)
    """Relative gap up to which a decimal equals another value; exact values never gain by it."""
    float_digits: int = Field(default=12, ge=0)
    """A decimal of so many digits equals the value that it rounds: a machine wrote it. 0: never."""
    order: Literal["free", "kept"] = "free"
    """Of bare lists; sets have none, and tuples keep theirs."""
    brackets: Literal["bare", "strict", "loose"] = "bare"
    """Bare: `1, 2` is both (1, 2) and {1, 2}; strict: all three differ; loose: all are the same."""
    decimal_comma: Literal["no", "yes"] = "no"
    """Yes: 3,14 is 3.14, and 1.000,5 is 1000.5."""
    letter_case: Literal["kept", "ignored"] = "kept"
    """Of single letters: kept leaves `a` against `A` undecided."""
    names: Literal["dropped", "kept"] = "dropped"
    """Dropped: `x = 5` is 5; kept leaves it undecided."""
