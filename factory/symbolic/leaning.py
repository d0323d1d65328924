"""What a judge leans to, apart from the truth: settings that make juries differ.

A leaning acts at every temperature; wavering grows with it. Judges with other seeds waver
independently of each other, judges with equal settings and seeds are one judge.
"""

from dataclasses import dataclass
from random import Random

MOST_FORGIVEN = 0.6
"""Share of the wrong steps that the most lenient judge lets pass."""
MOST_FAULTED = 0.3
"""Share of the right steps that the strictest judge calls wrong."""
PULL = 3.0
"""Points in a ranking between the first place shown and the last, for the most biased judge."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a judge departs from the structure that it sees; all zero: not at all."""

    leniency: float = 0.0
    """From -1 (strict) to 1: wrong steps pass or right ones are faulted; marks go up or down."""
    position: float = 0.0
    """From -1 (the last shown is preferred) to 1 (the first)."""
    verbosity: float = 0.0
    """From -1 (short problems are preferred) to 1 (long ones)."""
    wavering: float = 1.0
    """Scales what temperature does to verdicts, marks and places."""

    def turns(self, verdict: int, noise: float, rng: Random) -> bool:
        """Whether a verdict on a step comes out the other way round."""
        forgiven = MOST_FORGIVEN * max(self.leniency, 0.0) if verdict != 1 else 0.0
        faulted = MOST_FAULTED * max(-self.leniency, 0.0) if verdict != -1 else 0.0
        return rng.random() < noise + forgiven + faulted

    def raises(self, words: int, usual: int, rng: Random) -> int:
        """By how much a mark from 1 to 5 is off for a text of so many words."""
        long = max(-1.0, min(1.0, words / usual - 1))
        off = 0
        for pull in (self.leniency, self.verbosity * long):
            if rng.random() < abs(pull):
                off += 1 if pull > 0 else -1
        return off

    def bonus(self, place: int, shown: int, words: int, mean: float) -> float:
        """What a problem gains in a ranking by where it stands and how long it is."""
        middle = (shown - 1) / 2
        ahead = (middle - place) / (shown - 1) if shown > 1 else 0.0
        return PULL * (self.position * ahead + self.verbosity * (words / mean - 1))


FAIR = Leaning()
