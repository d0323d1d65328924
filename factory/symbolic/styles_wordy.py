"""What a talkative solution says around a step: what comes next, what is done, that it is done."""

from random import Random

from factory.symbolic.arithmetic import Binary
from factory.symbolic.course import Computed

_LEADS = {
    "+": ("This calls for a sum.", "Here we have to add.", "We add these up."),
    "-": ("This calls for a subtraction.", "Here we need a difference.", "We have to subtract."),
    "*": ("This calls for a multiplication.", "Here we have to multiply.", "We need a product."),
    "/": ("This calls for a division.", "Here we have to divide.", "We need a quotient."),
}
_OPENINGS = (
    "Let's start with what the problem gives us.",
    "We begin with the numbers in the problem.",
    "Let us look at what we know.",
)
_TURNS = ("Now we can go on.", "With this we can go on.", "That helps with what comes next.")
_CLOSINGS = (
    "That is what the problem asks for.",
    "This answers the question.",
    "So we have what we were looking for.",
)


def wordy(said: str, step: Computed, place: int, last: bool, rng: Random) -> str:
    """The step's sentence with a sentence before it, or after it, or as it is."""
    op = step.expression.op if isinstance(step.expression, Binary) else ""
    lead = ""
    if place == 0 and not last and rng.random() < 0.6:
        lead = rng.choice(_OPENINGS)
    elif place and not last and rng.random() < 0.4:
        lead = _TURNS[place % len(_TURNS)]
    elif op and rng.random() < 0.7:
        lead = rng.choice(_LEADS[op])
    closing = rng.choice(_CLOSINGS) if last and rng.random() < 0.6 else ""
    return " ".join(part for part in (lead, ended(said), closing) if part)


def ended(line: str) -> str:
    """The line with a full stop where it has no end."""
    return line if line.endswith((".", "!", "?")) else line + "."
