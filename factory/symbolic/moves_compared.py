"""Typed steps that compare with another person or a goal, and all moves; see `moves`."""

from factory.symbolic.moves import COUNTED, Move
from factory.symbolic.moves_amounts import AMOUNTS
from factory.symbolic.moves_funded import COMPOSED
from factory.symbolic.moves_joined import JOINED
from factory.symbolic.moves_living import LIVING
from factory.symbolic.moves_money import MONEY

_COUNTED = "any thing person animal tally fixed time length measure"
_ANY = "any thing person animal tally fixed time length measure money"
_SENSES = "hold seen buy sell use spend earn move work other"
_REACHED = (
    "have sell make earn collect pick save own plant walk run cook ride swim win catch find grow "
    "draw write read bake score produce raise knit sew paint clean wash build harvest gather "
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
        senses=_SENSES,
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
        ("=", "=", "{what} that they <{act}|{acted}> together", "=", ""),
        senses=_SENSES,
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
        ("How many {noun} <is|was> that over all of those {periods}?",),
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
        ("How much money <is|was> that over all of those {periods}?",),
        (("A*k", "Over {k} {periods}, that is $@."),),
        ("money", "dollars", "the total over all of those {periods}", "other", ""),
        senses="rate_day rate_week rate_month rate_year",
    ),
)

GUESSED = (
    Move(
        "guess_high",
        "deepen concretise more_steps add_constraint",
        _COUNTED,
        "beyond",
        (
            "{name} <tries|tried> to guess the number of {nx} and <says|said> {k}.",
            "{name} <guesses|guessed> that the number of {nx} <is|was> {k}.",
        ),
        ("By how many {noun} <is|was> this guess too high?",),
        (("k-A", "The guess is @ {noun} too high."),),
        ("=", "=", "{name}'s error", "guessed", ""),
        senses="hold seen need buy sell use move work other rate rate_day rate_week rate_month"
        " rate_year packed portion cared rented short",
        within=(5, 20_000),
    ),
    Move(
        "guess_low",
        "deepen concretise more_steps add_constraint",
        _COUNTED,
        "part",
        (
            "{name} <tries|tried> to guess the number of {nx}, and the guess <is|was> {k} too low.",
            "When {name} <guesses|guessed> the number of {nx}, the guess <is|was> {k} too low.",
        ),
        ("What number <does|did> {name} guess?",),
        (("A-k", "The guess is @ {noun}."),),
        ("=", "=", "the number that {name} <guesses|guessed>", "guess", ""),
        senses="hold seen need buy sell use move work other rate rate_day rate_week rate_month"
        " rate_year packed portion cared rented short",
        within=(5, 20_000),
    ),
    Move(
        "estimate_high",
        "deepen concretise more_steps add_constraint",
        "money",
        "beyond",
        ("{name}'s guess for {x} <is|was> ${k}.",),
        ("By how many dollars <is|was> this guess wrong?",),
        (("k-A", "The guess <is|was> wrong by $@."),),
        ("money", "dollars", "{name}'s error", "guessed", ""),
        senses="hold need spend earn other rate share_cost owed rate_day rate_week rate_month"
        " rate_year portion rest",
        within=(5, 20_000),
    ),
)
"""For where nothing else fits: somebody guesses the result."""

GUESSED_AGAIN = (
    Move(
        "farther_off",
        "deepen more_steps concretise add_constraint",
        _COUNTED,
        "times",
        ("{name}'s guess <is|was> {k} times as far off.",),
        ("By how many {noun} <is|was> {name}'s guess off?",),
        (("A*k", "{name}'s guess is off by @ {noun}."),),
        ("=", "=", "{name}'s error", "guessed", ""),
        senses="guessed",
    ),
    Move(
        "closer",
        "deepen more_steps concretise add_constraint",
        _COUNTED,
        "part",
        ("{name}'s guess <is|was> {k} closer to the right number.",),
        ("By how many {noun} <is|was> {name}'s guess off?",),
        (("A-k", "{name}'s guess is off by @ {noun}."),),
        ("=", "=", "{name}'s error", "guessed", ""),
        senses="guessed",
    ),
    Move(
        "dollars_closer",
        "deepen more_steps concretise add_constraint",
        "money",
        "part",
        ("{name}'s guess <is|was> ${k} closer to the right amount.",),
        ("By how many dollars <is|was> {name}'s guess wrong?",),
        (("A-k", "{name}'s guess <is|was> wrong by $@."),),
        ("money", "dollars", "{name}'s error", "end", ""),
        senses="guessed",
    ),
    Move(
        "second_guess",
        "deepen more_steps concretise add_constraint",
        _COUNTED,
        "part",
        ("{name} <says|said> a number that <is|was> {k} higher than {who}'s.",),
        ("What number <does|did> {name} say?",),
        (("A+k", "{name}'s number is @."),),
        ("=", "=", "{name}'s number", "end", ""),
        senses="guess",
    ),
)

MOVES = (
    *COUNTED,
    *LIVING,
    *MONEY,
    *AMOUNTS,
    *COMPARED,
    *JOINED,
    *COMPOSED,
    *GUESSED,
    *GUESSED_AGAIN,
)
