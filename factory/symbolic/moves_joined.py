"""Typed steps that tell a second part of the same story, with two numbers; see `moves`."""

from factory.symbolic.moves import Move

_GATHERED = (
    "sell make bake collect pick plant read write run walk swim bike jog hike cook sew knit paint "
    "wash clean pack solve deliver produce print harvest gather watch visit drive ride fix repair"
)
_GROUPED = "people students children kids guests visitors passengers campers tourists fans players"
_PACKED = "boxes bags baskets crates cartons packs packages bins jars bunches bundles trays"

JOINED = (
    Move(
        "days_of_another",
        "deepen more_steps",
        "thing tally length measure fixed any",
        "pair",
        (
            "{name} <{act_s}|{acted}> {m} {noun} a day for {k} days.",
            "For {k} days, {name} <{act_s}|{acted}> {m} {noun} a day.",
        ),
        (
            "How many {noun} <do|did> {name} and {who} {act} altogether?",
            "How many {noun} <do|did> {who} and {name} {act} in all?",
        ),
        (
            ("k*m", "{name} <{act_s}|{acted}> @ {noun}."),
            ("A+S", "Together, they <{act}|{acted}> @ {noun}."),
        ),
        ("=", "=", "{what} that they <{act}|{acted}> together", "=", ""),
        senses="hold sell use move work other",
        acts=_GATHERED,
        within=(5, 5_000),
    ),
    Move(
        "ahead_of_another",
        "deepen more_steps add_constraint",
        "thing tally length measure fixed any",
        "pair_over",
        (
            "{name} <{act_s}|{acted}> {m} {noun} a day for {k} days, and this <is|was> more than "
            "{clause}.",
        ),
        ("How many more {noun} <does|did> {name} {act} than {who}?",),
        (
            ("k*m", "{name} <{act_s}|{acted}> @ {noun}."),
            ("S-A", "That <is|was> @ {noun} more."),
        ),
        ("=", "=", "{name}'s lead", "gap", ""),
        senses="hold sell use move work other",
        acts=_GATHERED,
        within=(8, 5_000),
    ),
    Move(
        "bags_of_another",
        "deepen more_steps concretise",
        "thing",
        "pair_over",
        ("{name} <has|had> {k} bags with {m} {noun} to a bag.",),
        (
            "How many more {noun} <does|did> {name} have than {who}?",
            "By how many {noun} <is|was> {name} ahead of {who}?",
        ),
        (
            ("k*m", "{name} <has|had> @ {noun}."),
            ("S-A", "That <is|was> @ {noun} more."),
        ),
        ("=", "=", "{name}'s lead", "gap", ""),
        senses="hold",
        avoid=_PACKED,
        acts="have own",
        untold="bag",
        within=(5, 2_000),
    ),
    Move(
        "bags_added",
        "deepen more_steps concretise",
        "thing",
        "pair",
        (
            "Then {name} <brings|brought> {k} more bags of {m} {noun}, and these <are|were> added "
            "to {x}.",
            "Later, {k} bags with {m} {noun} in every bag <are|were> added to {x}.",
        ),
        ("How many {noun} <are|were> there then?", "How many {noun} <does|did> that make in all?"),
        (
            ("k*m", "In the bags, there <are|were> @ {noun}."),
            ("A+S", "In all, there <are|were> @ {noun}."),
        ),
        ("=", "=", "these {noun}", "hold", ""),
        senses="hold buy",
        avoid=_PACKED,
        untold="bag",
        within=(8, 2_000),
    ),
    Move(
        "buses_arrive",
        "deepen more_steps concretise add_constraint",
        "person",
        "groups",
        (
            "Then {k} buses <arrive|arrived> with {m} more {noun} on every bus.",
            "A little later, {k} minibuses <bring|brought> {m} more {noun} per bus.",
        ),
        ("How many {noun} <are|were> there then?", "How many {noun} <does|did> that make in all?"),
        (
            ("k*m", "The buses <bring|brought> @ {noun}."),
            ("A+S", "Then there <are|were> @ {noun}."),
        ),
        ("=", "=", "these {noun}", "hold", ""),
        senses="hold",
        nouns=_GROUPED,
        untold="bus",
        within=(15, 2_000),
    ),
    Move(
        "pens_elsewhere",
        "deepen more_steps concretise",
        "animal",
        "pair",
        (
            "On another farm, there <are|were> {k} barns with {m} {noun} in every barn.",
            "A second farm <has|had> {k} fields with {m} {noun} in every field.",
        ),
        ("Together with {x}, how many {noun} <is|was> that?",),
        (
            ("k*m", "The other farm <has|had> @ {noun}."),
            ("A+S", "Together, that <is|was> @ {noun}."),
        ),
        ("=", "=", "all these {noun}", "hold", ""),
        senses="hold",
        nouns="goats cows chickens sheep pigs ducks horses hens animals lambs geese",
        untold="barn field",
        within=(5, 2_000),
    ),
    Move(
        "second_bill",
        "deepen more_steps concretise",
        "money",
        "bill",
        ("On another day, {k} {w} <are|were> bought for ${m} each.",),
        ("Together with {x}, how much money <is|was> spent?",),
        (
            ("k*m", "The {w} <cost|cost> $@."),
            ("A+S", "Together, $@ <is|was> spent."),
        ),
        ("money", "dollars", "the money that <is|was> spent in all", "spend", ""),
        senses="spend share_cost",
        within=(8, 3_000),
        words={"w": ("towels", "blankets", "plates", "cushions", "candles", "picture frames")},
    ),
    Move(
        "extra_shift",
        "deepen more_steps concretise",
        "money",
        "wages",
        (
            "In addition to {x}, {who} <gets|got> ${m} an hour for {k} hours of gardening.",
            "For {k} hours of gardening, {who} also <gets|got> ${m} an hour, on top of {x}.",
        ),
        ("How much money <is|was> that in total?",),
        (
            ("k*m", "The gardening <brings|brought> in $@."),
            ("A+S", "In total, that <is|was> $@."),
        ),
        ("money", "dollars", "the total with the gardening", "earn", ""),
        senses="earn",
        untold="hour",
        within=(5, 3_000),
    ),
    Move(
        "days_after",
        "deepen more_steps concretise",
        "length",
        "pair",
        (
            "On each of the next {k} days, another {m} {noun} <are|were> covered.",
            "After that, another {m} {noun} a day <are|were> covered for {k} days.",
        ),
        ("Together with {x}, how many {noun} <is|was> that?",),
        (
            ("k*m", "On the other days, @ {noun} <are|were> covered."),
            ("A+S", "Together, that <is|was> @ {noun}."),
        ),
        ("=", "=", "all these {noun}", "move", ""),
        senses="move",
        within=(4, 3_000),
    ),
    Move(
        "filled_up",
        "deepen more_steps concretise",
        "measure",
        "pair",
        ("Then {k} containers of {m} {head} each <are|were> added to {x}.",),
        ("How many {noun} <are|were> there then?", "How many {noun} <does|did> that make in all?"),
        (
            ("k*m", "The containers <hold|held> @ {noun}."),
            ("A+S", "In all, there <are|were> @ {noun}."),
        ),
        ("=", "=", "these {noun}", "hold", ""),
        senses="hold buy",
        avoid="tons ounces teaspoons tablespoons",
        within=(5, 3_000),
    ),
)
