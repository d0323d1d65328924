"""Typed steps that compare with another person or a goal, and all moves; see `moves`."""

from factory.symbolic.moves import COUNTED, Move
from factory.symbolic.moves_amounts import AMOUNTS
from factory.symbolic.moves_joined import JOINED
from factory.symbolic.moves_living import LIVING
from factory.symbolic.moves_money import MONEY

_COUNTED = "any thing person animal tally fixed time length measure"
_ANY = "any thing person animal tally fixed time length measure money"
_SENSES = "hold seen buy sell use earn move work other"
_REACHED = (
    "have sell make earn collect pick save own plant walk run cook ride swim win catch find grow "
    "draw write read bake score produce raise knit sew build harvest gather "
    "complete answer solve deliver jog bike hike climb visit practice play do stack"
)
COMPARED = (
    Move(
        "times_as_many",
        "deepen more_steps",
        _ANY,
        "times",
        ("{name} <{act_s}|{acted}> {k} times as {many} as {clause}.",),
        ("How {many} <does|did> {name} {act}?",),
        (("A*k", "{name} <{act_s}|{acted}> @{unit}."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
        untold="night",
        senses=_SENSES,
        avoid="times",
    ),
    Move(
        "more_than",
        "deepen more_steps add_constraint",
        _COUNTED,
        "part",
        ("{name} <{act_s}|{acted}> {k} more {noun} than {clause}.",),
        ("How {many} <does|did> {name} {act}?",),
        (("A+k", "{name} <{act_s}|{acted}> @{unit}."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
        senses=_SENSES,
        avoid="times",
    ),
    Move(
        "fewer_than",
        "deepen more_steps add_constraint",
        _COUNTED,
        "part",
        ("{name} <{act_s}|{acted}> {k} fewer {noun} than {clause}.",),
        ("How {many} <does|did> {name} {act}?",),
        (("A-k", "{name} <{act_s}|{acted}> @{unit}."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
        senses=_SENSES,
        avoid="times",
    ),
    Move(
        "dollars_more",
        "deepen more_steps add_constraint concretise",
        "money",
        "part",
        ("{name} <{act_s}|{acted}> ${k} more than {clause}.",),
        ("How {many} <does|did> {name} {act}?",),
        (("A+k", "{name} <{act_s}|{acted}> $@."),),
        ("=", "=", "{what} that {name} <{act_s}|{acted}>", "=", "="),
        senses=_SENSES,
        avoid="times",
    ),
    Move(
        "together",
        "deepen more_steps",
        _ANY,
        "times",
        ("{name} <{act_s}|{acted}> {k} times as {many} as {clause}.",),
        (
            "How {many} <do|did> {name} and {who} {act} altogether?",
            "How {many} <do|did> {who} and {name} {act} in all?",
        ),
        (
            ("A*k", "{name} <{act_s}|{acted}> @{unit}."),
            ("A+S", "Together, they <{act}|{acted}> @{unit}."),
        ),
        ("=", "=", "{what} that {name} and {who} <{act}|{acted}>", "=", ""),
        untold="night",
        senses=_SENSES,
        avoid="times",
    ),
    Move(
        "goal",
        "add_constraint concretise more_steps deepen",
        "thing tally length measure",
        "beyond",
        (
            "{Who} <hopes|hoped> to {act} {k} {noun} in all.",
            "The goal <is|was> to {act} {k} {noun}.",
        ),
        (
            "How many more {noun} <does|did> {who} need to {act} to reach this goal?",
            "By how many {noun} <does|did> {who} fall short of this goal?",
        ),
        (("k-A", "To reach {k}, there are @ {noun} to go."),),
        ("=", "=", "the {noun} that <are|were> missing", "short", "="),
        untold="goal",
        senses="hold sell move work other",
        acts=_REACHED,
    ),
    Move(
        "money_goal",
        "add_constraint concretise more_steps deepen",
        "money",
        "beyond",
        ("{Who} <hopes|hoped> to {act} ${k} in all.", "The goal <is|was> to {act} ${k}."),
        ("How much more money <does|did> {who} need to {act} to reach this goal?",),
        (("k-A", "To reach ${k}, there is $@ missing."),),
        ("money", "dollars", "the missing amount", "missing", ""),
        untold="goal",
        senses="hold earn",
        acts="have make earn save collect raise",
        within=(5, 20_000),
    ),
    Move(
        "catch_up",
        "concretise deepen more_steps add_constraint",
        "thing tally length",
        "sharers",
        ("From then on, {who} <{act_s}|{acted}> {k} {noun} per day.",),
        ("How many days <does|did> it take to reach the goal?",),
        (("A/k", "At {k} {noun} per day, it takes @ days."),),
        ("time", "days", "these days", "other", ""),
        senses="short",
        acts="sell make collect pick plant walk run swim catch find write read bake knit sew paint "
        "build harvest gather complete solve jog bike hike",
        within=(4, 1_000),
    ),
    Move(
        "over_time",
        "deepen concretise more_steps add_constraint",
        _COUNTED,
        "few",
        ("The number of {nx} <stays|stayed> the same for {k} {periods}.",),
        ("How many {noun} <is|was> that in all {k} {periods} together?",),
        (("A*k", "Over {k} {periods}, that is @ {noun}."),),
        ("=", "=", "all these {noun}", "other", ""),
        senses="rate_day rate_week rate_month rate_year",
    ),
    Move(
        "money_over_time",
        "deepen concretise more_steps add_constraint",
        "money",
        "few",
        ("{X} <stays|stayed> the same for {k} {periods}.",),
        ("How much money <is|was> that in all {k} {periods} together?",),
        (("A*k", "Over {k} {periods}, that is $@."),),
        ("money", "dollars", "the total for all of those {periods}", "other", ""),
        senses="rate_day rate_week rate_month rate_year",
    ),
)

MOVES = (
    *COUNTED,
    *LIVING,
    *MONEY,
    *AMOUNTS,
    *COMPARED,
    *JOINED,
)
