"""Typed steps that tell a second part of the same story, with two numbers; see `moves`."""

from factory.symbolic.moves import LOOSE, Move

_GATHERED = (
    "sell make bake collect pick plant read write run walk swim bike jog hike cook sew knit paint "
    "wash clean pack solve deliver produce print harvest gather watch visit drive ride fix repair"
)
_GROUPED = "people students children kids guests visitors passengers campers tourists fans players"

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
        ("=", "=", "{what} that {name} and {who} <{act}|{acted}>", "=", ""),
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
        nouns=LOOSE,
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
        ("How many {noun} <does|did> that make in all?",),
        (
            ("k*m", "In the bags, there <are|were> @ {noun}."),
            ("A+S", "In all, there <are|were> @ {noun}."),
        ),
        ("=", "=", "these {noun}", "hold", ""),
        senses="hold buy",
        nouns=LOOSE,
        avoid="flowers roses tulips sunflowers petals eggs shirts hats rings necklaces books jars "
        "notebooks magazines stamps cards pencils postcards puzzles cans fossils bracelets badges",
        untold="alone bag strap belt bracelet necklace pattern collar museum sell sells sold "
        "customer",
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
        ("How many {noun} <does|did> that make in all?",),
        (
            ("k*m", "The buses <bring|brought> @ {noun}."),
            ("A+S", "Then there <are|were> @ {noun}."),
        ),
        ("=", "=", "these {noun}", "hold", ""),
        senses="hold",
        nouns=_GROUPED,
        untold="bus list sign vote tram stop boat ferry train family reunion female male adult "
        "population ago ticket",
        within=(15, 400),
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
        ("Including {x}, how many {noun} <are|were> there in all?",),
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
        "two_small",
        ("Later, {who} also <buys|bought> {k} {w} for ${m} each.",),
        ("Including {x}, how much money <does|did> {who} spend in all?",),
        (
            ("k*m", "The {w} <cost|cost> $@."),
            ("A+S", "In all, {who} <spends|spent> $@."),
        ),
        ("money", "dollars", "what {who} <spends|spent> in all", "other", ""),
        senses="spend",
        untold="year month week card magazine candle",
        told="shop store market stall mall bakery fair museum zoo town city trip outing",
        acts="spend pay",
        within=(8, 300),
        words={"w": ("greeting cards", "magazines", "candles")},
    ),
    Move(
        "extra_shift",
        "deepen more_steps concretise",
        "money",
        "wages",
        ("{Who} also <works|worked> in a garden for {k} hours and <gets|got> ${m} an hour.",),
        ("Including {x}, how much money <does|did> {who} get in all?",),
        (
            ("k*m", "The work in the garden <brings|brought> in $@."),
            ("A+S", "In all, {who} <gets|got> $@."),
        ),
        ("money", "dollars", "what {who} <gets|got> in all", "earn", ""),
        senses="earn",
        untold="share prize interest ratio hour garden",
        within=(5, 3_000),
    ),
    Move(
        "playground",
        "deepen more_steps concretise",
        "money",
        "givers",
        (
            "{X} <goes|went> into a fund for {f}. In addition, {k} families <give|gave> ${m} each "
            "to the fund.",
        ),
        ("How much money <does|did> the fund get in all?",),
        (
            ("k*m", "The families <give|gave> $@."),
            ("A+S", "In all, the fund <gets|got> $@."),
        ),
        ("money", "dollars", "the money that the fund <gets|got>", "given", ""),
        senses="earn hold",
        untold="spen night hour vacation month interest prize famil fund charit save account "
        "budget change",
        within=(60, 900),
        words={
            "f": (
                "a new playground",
                "a new animal shelter",
                "a village festival",
                "the repair of a footbridge",
            )
        },
    ),
    Move(
        "days_after",
        "deepen more_steps concretise",
        "length",
        "pair",
        (
            "On each of the next {k} days, {who} <{act_s}|{acted}> another {m} {noun}.",
            "After that, {who} <{act_s}|{acted}> another {m} {noun} a day for {k} days.",
        ),
        ("Including {x}, how many {noun} <does|did> {who} {act} in all?",),
        (
            ("k*m", "On these days, {who} <{act_s}|{acted}> @ {noun}."),
            ("A+S", "In all, {who} <{act_s}|{acted}> @ {noun}."),
        ),
        ("=", "=", "all these {noun}", "move", ""),
        senses="move",
        untold="rest remain",
        nouns="miles kilometers",
        acts="walk hike run jog bike ride drive travel sail",
        within=(4, 120),
    ),
)
