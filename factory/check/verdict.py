"""What a comparison says."""

from typing import Literal, NamedTuple

Outcome = Literal["equal", "different", "undecided"]


class Verdict(NamedTuple):
    """What was decided, why (a short code), and by which path.

    `method` is `exact` (rationals), `text`, `group`, `normal` (an exact normal form), `numeric`
    (numbers that part clearly), `symbolic` (SymPy), or `none`.
    """

    outcome: Outcome
    reason: str
    method: str


def equal(reason: str, method: str) -> Verdict:
    """The two are the same."""
    return Verdict("equal", reason, method)


def different(reason: str, method: str) -> Verdict:
    """The two are surely not the same."""
    return Verdict("different", reason, method)


def undecided(reason: str, method: str = "none") -> Verdict:
    """Nothing is said."""
    return Verdict("undecided", reason, method)


NEEDS_SYMBOLIC = undecided("needs_symbolic")
