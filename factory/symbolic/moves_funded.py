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
            "{name} <works|worked> for {k} hours at ${m} an hour and <gets|got> a bonus, which "
            "<is|was> {equal} {amount}.",
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
            "{name} <saves|saved> ${m} a week for {k} weeks. Later, {name} <spends|spent> an "
            "amount that <is|was> {equal} {amount}.",
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
)

COMPOSED = (*FIGURED, *FUNDED)
