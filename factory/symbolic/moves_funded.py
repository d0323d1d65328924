"""Second situations that take an amount of money as theirs, and all second situations.

Their form is that of `moves_composed`; `{amount}` is what was paid, earned or left before.
"""

from factory.symbolic.moves import Move
from factory.symbolic.moves_composed import FIGURED

FUNDED = (
    Move(
        "pay_and_bonus",
        "deepen more_steps concretise",
        "money",
        "wages",
        (
            "{name} <works|worked> for {k} hours at ${m} an hour and <gets|got> a bonus that "
            "<is|was> {equal} {amount}.",
            "{name}'s pay <is|was> ${m} an hour. After {k} hours of work, {name} also "
            "<gets|got> a bonus, which <is|was> {equal} {amount}.",
        ),
        ("How much money <does|did> {name} earn, with the bonus?",),
        (
            ("k*m", "For the hours, {name} <gets|got> $@."),
            ("A+S", "With the bonus, {name} <earns|earned> $@."),
        ),
        ("money", "dollars", "what {name} <earns|earned>", "earn", "earn"),
        senses="*",
        untold="hour bonus",
        within=(5, 600),
    ),
    Move(
        "piggy_bank",
        "deepen more_steps add_constraint concretise",
        "money",
        "saved_over",
        (
            "{name} <saves|saved> ${m} a week for {k} weeks and then <spends|spent> a part of it. "
            "That part <is|was> {equal} {amount}.",
            "For {k} weeks, {name} <puts|put> ${m} a week into a jar. Later, {name} <takes|took> "
            "out an amount that <is|was> {equal} {amount}.",
        ),
        ("How much money <does|did> {name} have left?",),
        (
            ("k*m", "In {k} weeks, {name} <saves|saved> $@."),
            ("S-A", "After that, {name} <has|had> $@ left."),
        ),
        ("money", "dollars", "the money that {name} <has|had> left", "hold", "have"),
        senses="*",
        untold="week",
        within=(5, 3_000),
    ),
    Move(
        "stall",
        "deepen more_steps add_constraint concretise",
        "money",
        "saved_over",
        (
            "{name} <sells|sold> {k} {w} for ${m} each. The cost of the material <is|was> {equal} "
            "{amount}.",
            "To make {k} {w}, {name} <pays|paid> for material, and this <is|was> {equal} {amount}. "
            "A buyer <takes|took> all of them at ${m} each.",
        ),
        ("How much profit <does|did> {name} make?",),
        (
            ("k*m", "The {w} <bring|brought> in $@."),
            ("S-A", "After the cost of the material, the profit <is|was> $@."),
        ),
        ("money", "dollars", "{name}'s profit", "earn", ""),
        senses="*",
        within=(10, 4_000),
        words={"w": ("quilts", "lamps", "birdhouses", "bookshelves", "carpets", "baskets")},
    ),
    Move(
        "garage",
        "deepen more_steps concretise add_constraint",
        "money",
        "rent",
        (
            "To rent a garage, {name} <pays|paid> ${m} a month for {k} months, and a deposit that "
            "<is|was> {equal} {amount}.",
            "{name} <rents|rented> a garden for {k} months at ${m} a month. The first owner also "
            "<wants|wanted> a deposit, which <is|was> {equal} {amount}.",
        ),
        ("How much money <does|did> {name} pay altogether?",),
        (
            ("k*m", "The rent <is|was> $@."),
            ("A+S", "With the deposit, {name} <pays|paid> $@."),
        ),
        ("money", "dollars", "what {name} <pays|paid>", "spend", "pay"),
        senses="*",
        untold="month rent",
        within=(20, 3_000),
    ),
    Move(
        "charity",
        "deepen more_steps concretise",
        "money",
        "givers",
        (
            "For a new playground, {k} families <give|gave> ${m} each. A bakery <gives|gave> an "
            "amount that <is|was> {equal} {amount}.",
            "A club <collects|collected> money for a new roof: {k} members <give|gave> ${m} each, "
            "and a neighbor <gives|gave> an amount that <is|was> {equal} {amount}.",
        ),
        ("How much money <is|was> collected in all?",),
        (
            ("k*m", "From {k} at ${m} each, there <is|was> $@."),
            ("A+S", "In all, $@ <is|was> collected."),
        ),
        ("money", "dollars", "the money that <is|was> collected", "earn", "be"),
        senses="*",
        untold="collect famil club",
        within=(5, 5_000),
    ),
    Move(
        "furniture",
        "deepen more_steps concretise",
        "money",
        "pair",
        (
            "{name} <buys|bought> {k} {w} at ${m} apiece and a shelf. The price of the shelf "
            "<is|was> {equal} {amount}.",
        ),
        ("How much money <does|did> {name} spend on all of this?",),
        (
            ("k*m", "The {w} <cost|cost> $@."),
            ("A+S", "With the shelf, {name} <spends|spent> $@."),
        ),
        ("money", "dollars", "what {name} <spends|spent>", "spend", "spend"),
        senses="*",
        untold="shel",
        within=(15, 400),
        words={"w": ("stools", "cushions", "mirrors", "lanterns")},
    ),
)

COMPOSED = (*FIGURED, *FUNDED)
