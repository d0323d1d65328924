"""Typed steps that compare with another person, and all moves; see `moves` for the form."""

from factory.symbolic.moves import COUNTED, Move
from factory.symbolic.moves_amounts import AMOUNTS
from factory.symbolic.moves_money import MONEY

_COUNTED = "any thing person animal tally fixed time length measure"
_ANY = "any thing person animal tally fixed time length measure money"
COMPARED = (
    Move(
        "times_as_many",
        "deepen more_steps",
        _ANY,
        "times",
        (
            "{name} <{act_s}|{acted}> {k} times as {many} as {clause}.",
            "Meanwhile, {name} <{act_s}|{acted}> {k} times as {many} as {clause}.",
        ),
        ("How {many} <does|did> {name} {act}?",),
        (("A*k", "{name}'s amount is @{unit}."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
    ),
    Move(
        "elsewhere",
        "deepen more_steps add_constraint",
        _COUNTED,
        "times",
        (
            "In another place, there <are|were> {k} times as {many} as {be_clause}.",
            "Somewhere else, there <are|were> {k} times as {many} as {be_clause}.",
        ),
        ("How {many} <are|were> there in that other place?",),
        (("A*k", "In the other place, there are @{unit}."),),
        ("=", "=", "{what} that <are|were> in that other place", "hold", "be"),
    ),
    Move(
        "more_than",
        "deepen more_steps add_constraint",
        _COUNTED,
        "part",
        (
            "{name} <{act_s}|{acted}> {k} more {noun} than {clause}.",
            "Meanwhile, {name} <{act_s}|{acted}> {k} more {noun} than {clause}.",
        ),
        ("How {many} <does|did> {name} {act}?",),
        (("A+k", "{name}'s amount is @{unit}."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
    ),
    Move(
        "fewer_than",
        "deepen more_steps add_constraint",
        _COUNTED,
        "part",
        (
            "{name} <{act_s}|{acted}> {k} fewer {noun} than {clause}.",
            "Meanwhile, {name} <{act_s}|{acted}> {k} fewer {noun} than {clause}.",
        ),
        ("How {many} <does|did> {name} {act}?",),
        (("A-k", "{name}'s amount is @{unit}."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
    ),
    Move(
        "together",
        "deepen more_steps",
        _ANY,
        "times",
        ("{name} <{act_s}|{acted}> {k} times as {many} as {clause}.",),
        (
            "Counting {x} as well, how {many} is that altogether?",
            "Together with {x}, how {many} is that in all?",
        ),
        (
            ("A*k", "{name}'s amount is @{unit}."),
            ("A+S", "Together, that is @{unit}."),
        ),
        ("=", "=", "the total of both amounts", "other", ""),
        senses="hold buy sell use spend earn move work other",
    ),
)

MOVES = (*COUNTED, *MONEY, *AMOUNTS, *COMPARED)
