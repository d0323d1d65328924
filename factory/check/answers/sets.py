"""Sets of real numbers in one way to be written: disjoint intervals in their order.

Promise: ends are exact; two sets are the same exactly when their pieces are. A set whose ends
cannot be ordered with certainty has no such form.
"""

from dataclasses import dataclass, field
from functools import cmp_to_key

from factory.check.algebra.decimals import Digits, digits, order
from factory.check.algebra.expression import parse
from factory.check.algebra.normal import Forms
from factory.check.algebra.polynomials import ONE
from factory.check.algebra.ratios import number, unique_key
from factory.check.algebra.tree import Unreadable
from factory.check.answers.kinds import (
    INTERVALS,
    Answer,
    Expression,
    Group,
    Number,
    Relation,
    Words,
)

_MOST = 60
_LONGEST_END = 20
"""Terms of a number that is ordered by its digits."""


@dataclass(frozen=True, slots=True)
class End:
    """An end of an interval: its key, and -1, 0 or 1 for minus infinity, a number, infinity."""

    key: str
    infinite: int
    digits: Digits | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """From low to high; closed where the end belongs to it."""

    low: End
    closed_low: bool
    high: End
    closed_high: bool

    @property
    def is_point(self) -> bool:
        """Whether it is a single number."""
        return self.low == self.high


RealSet = tuple[Piece, ...]


class _NoOrder(Exception):
    """Two ends that cannot be told apart with certainty."""


def real_set(answer: Answer, forms: Forms) -> RealSet | None:
    """The set that an answer is, or None where it is none or has no certain form."""
    try:
        return _set(answer, forms, 0)
    except (_NoOrder, Unreadable):
        return None


def _set(answer: Answer, forms: Forms, depth: int) -> RealSet | None:
    if isinstance(answer, Relation) and answer.value is not None and answer.op != "=":
        answer = answer.value
    if isinstance(answer, Words) and answer.text == "no solution":
        return ()
    if not isinstance(answer, Group) or depth > 6 or len(answer.items) > _MOST:
        return None
    if answer.kind in INTERVALS and len(answer.items) == 2:
        low, high = (_end(item, forms) for item in answer.items)
        closed = (low.infinite and answer.kind[0] == "[", high.infinite and answer.kind[1] == "]")
        if low.infinite > 0 or high.infinite < 0 or any(closed):
            raise _NoOrder
        return _piece(low, answer.kind[0] == "[", high, answer.kind[1] == "]")
    if answer.kind in ("set", "list"):
        ends = [_end(item, forms) for item in answer.items]
        return _union([piece for end in ends for piece in _piece(end, True, end, True)])
    parts = [_set(item, forms, depth + 1) for item in answer.items]
    found = [part for part in parts if part is not None]
    if len(found) != len(parts) or answer.kind not in ("union", "meet", "minus"):
        return None
    if answer.kind == "union":
        return _union([piece for part in found for piece in part])
    result = found[0]
    for part in found[1:]:
        result = _meet(result, part if answer.kind == "meet" else _complement(part))
    return result


def _end(answer: Answer, forms: Forms) -> End:
    if isinstance(answer, Number) and not answer.unit:
        form = number(answer.value)
    elif isinstance(answer, Expression):
        bare = answer.text.replace(" ", "").lstrip("+")
        if bare in (r"\infty", "oo", "infty", "infinity", "inf"):
            return End("oo", 1)
        if bare in (r"-\infty", "-oo", "-infty", "-infinity", "-inf"):
            return End("-oo", -1)
        form = forms.of(answer.node or parse(answer.text))
    else:
        raise _NoOrder
    if len(form.top) > _LONGEST_END:
        raise _NoOrder
    key = unique_key(form)
    if key is None or form.bottom != {ONE: 1} or "v:" in key:
        raise _NoOrder
    return End(key, 0, digits(form.top))


def _compared(left: End, right: End) -> int:
    if left.key == right.key:
        return 0
    if left.infinite or right.infinite:
        return -1 if left.infinite < right.infinite else 1
    said = order(left.digits, right.digits) if left.digits and right.digits else None
    if said is None:
        raise _NoOrder
    return said


def _piece(low: End, closed_low: bool, high: End, closed_high: bool) -> RealSet:
    found = _compared(low, high)
    closed_low, closed_high = closed_low and not low.infinite, closed_high and not high.infinite
    if found > 0 or (found == 0 and not (closed_low and closed_high)):
        return ()
    return (Piece(low, closed_low, high, closed_high),)


def _union(pieces: list[Piece]) -> RealSet:
    def start(left: Piece, right: Piece) -> int:
        found = _compared(left.low, right.low)
        return found or right.closed_low - left.closed_low

    found: list[Piece] = []
    for piece in sorted(pieces, key=cmp_to_key(start)):
        last = found[-1] if found else None
        gap = _compared(last.high, piece.low) if last else -1
        if last is None or gap < 0 or (gap == 0 and not (last.closed_high or piece.closed_low)):
            found.append(piece)
            continue
        reach = _compared(last.high, piece.high)
        high = piece.high if reach < 0 else last.high
        closed = (reach >= 0 and last.closed_high) or (reach <= 0 and piece.closed_high)
        found[-1] = Piece(last.low, last.closed_low, high, closed)
    return tuple(found)


def _complement(pieces: RealSet) -> RealSet:
    low, closed = End("-oo", -1), False
    found: list[Piece] = []
    for piece in pieces:
        found += _piece(low, closed, piece.low, not piece.closed_low)
        low, closed = piece.high, not piece.closed_high
    return (*found, *_piece(low, closed, End("oo", 1), False))


def _meet(left: RealSet, right: RealSet) -> RealSet:
    # De Morgan: what is in both is what is not in either's rest.
    return _complement(_union([*_complement(left), *_complement(right)]))
