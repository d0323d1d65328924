"""What counts as the same answer where careful readers differ: one small, recordable value.

Promise: frozen, plain values only, and an `id` that names every setting that is not the default,
so that a verdict can be stored with the policy that it was given under.
Not promised: that two policies agree; that is what they are for.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "percent": ("ambiguous", "number", "fraction", "either"),
    "units": ("lenient", "required", "dropped"),
    "rounding": ("exact", "rounded"),
    "order": ("free", "kept"),
    "brackets": ("bare", "strict", "loose"),
    "decimal_comma": ("no", "yes"),
    "letter_case": ("kept", "ignored"),
    "names": ("dropped", "kept"),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """The default is what a careful reader of MATH or GSM8K would say."""

    percent: str = "ambiguous"
    """`ambiguous`: 25% is 25, undecided against 0.25 and against a bare number below 1;
    `number`: the sign is dropped; `fraction`: 25% is 1/4 and nothing else; `either`: both."""
    units: str = "lenient"
    """`lenient`: a unit against none is equal, units of one dimension are converted, others are
    undecided; `required`: a unit against none is undecided; `dropped`: units are not looked at."""
    rounding: str = "exact"
    """`exact`: a decimal that rounds a value without a finite decimal is undecided; `rounded`: it
    is equal when it rounds that value at the digits written, at least two after the point."""
    tolerance: float | None = None
    """Relative gap up to which a decimal as written equals another value; never between values
    that are both exact."""
    float_digits: int = 12
    """A decimal of at least so many significant digits equals the value without a finite decimal
    that it rounds: a machine wrote it; 0: never."""
    order: str = "free"
    """Of bare lists: `free` or `kept`. Sets are always free, tuples and intervals never."""
    brackets: str = "bare"
    """`bare`: `1, 2` equals both `(1, 2)` and `{1, 2}`, and these two are undecided between
    themselves; `strict`: all three are different; `loose`: all three are equal."""
    decimal_comma: str = "no"
    """`yes`: `3,14` is 3.14, and `1.000,5` is 1000.5; `no`: a comma parts thousands or items."""
    letter_case: str = "kept"
    """Of single letters: `kept`: `a` against `A` is undecided; `ignored`: they are equal."""
    names: str = "dropped"
    """`dropped`: `x = 5` equals 5, and `f(x) = 2x` equals `y = 2x`; `kept`: undecided."""

    def __post_init__(self) -> None:
        for name, allowed in _VALUES.items():
            if getattr(self, name) not in allowed:
                said = ", ".join(allowed)
                raise ValueError(f"{name}: {getattr(self, name)!r}; one of {said}")
        if isinstance(self.float_digits, bool) or not isinstance(self.float_digits, int):
            raise ValueError(f"float_digits: {self.float_digits!r}; a whole number")
        if self.float_digits < 0:
            raise ValueError(f"float_digits: {self.float_digits}; 0 or more")
        number = isinstance(self.tolerance, int | float) and not isinstance(self.tolerance, bool)
        if self.tolerance is not None and not (number and 0 < self.tolerance < 1):
            raise ValueError(f"tolerance: {self.tolerance!r}; between 0 and 1, or None")

    @property
    def id(self) -> str:
        """`answers-1`, and every setting that is not the default: `answers-1 percent=number`."""
        default = asdict(Policy())
        changed = [f"{k}={v}" for k, v in asdict(self).items() if v != default[k]]
        return " ".join(["answers-1", *changed])

    def as_dict(self) -> dict[str, Any]:
        """All settings as plain values, for JSON."""
        return asdict(self)

    @classmethod
    def of(cls, values: Mapping[str, Any] | None) -> "Policy":
        """The policy with these settings, the default for the rest.

        Raises:
            ValueError: an unknown setting, or a value that it does not take.
        """
        values = dict(values or {})
        known = {field.name for field in fields(cls)}
        unknown = sorted(set(values) - known)
        if unknown:
            raise ValueError(f"{unknown[0]}: no such setting; one of {', '.join(sorted(known))}")
        return cls(**values)


DEFAULT: Final = Policy()
