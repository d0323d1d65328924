"""What a run will ask for, as ranges: from what a dry run counted, and from yields.

Promises: what the dry run asked for itself is counted, not guessed; a yield or a length that an
earlier run showed is taken from there, with a margin for how few there were; all else is an
assumption, and `Forecast.assumed` says which. Does not promise that a model behaves tomorrow as it
did, or that a new model behaves as others do.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from factory.money.prices import MILLION, Price
from factory.settings import Recipe
from factory.settings.sources import BATCH


@dataclass(frozen=True, slots=True)
class Range:
    """Low, likely, high."""

    low: float
    likely: float
    high: float

    def __add__(self, other: "Range") -> "Range":
        return Range(self.low + other.low, self.likely + other.likely, self.high + other.high)

    def __mul__(self, other: "Range | float") -> "Range":
        by = other if isinstance(other, Range) else exactly(other)
        return Range(self.low * by.low, self.likely * by.likely, self.high * by.high)

    def at_least(self, other: "Range") -> "Range":
        """The larger of both, end by end."""
        low, likely = max(self.low, other.low), max(self.likely, other.likely)
        return Range(low, likely, max(self.high, other.high))


def exactly(number: float) -> Range:
    """A number that is known."""
    return Range(number, number, number)


NOTHING = exactly(0.0)

CANDIDATE = Range(0.25, 0.7, 1.0)
"""Share of evolutions that become a candidate: usable, not eliminated, new."""
SURVIVES = Range(0.3, 0.75, 1.0)
"""Share of candidates that their solutions leave standing."""
GRADED = Range(0.2, 0.75, 1.0)
"""Share of the solutions that may be graded for which there is a right or a wrong one."""
FLIPS = Range(0.0, 0.1, 0.35)
"""Share of the candidates screened by some of their solutions that all of them decide otherwise."""
RANKED = Range(0.3, 0.9, 1.0)
"""Share of the roots that end with more than one instruction."""
BYTES = Range(7.0, 4.0, 2.5)
"""Bytes a token; the most tokens where a token has the fewest."""
LENGTHS = {
    "evolve": Range(60, 300, 1200),
    "solve": Range(20, 300, 1500),
    "rate": Range(5, 80, 400),
    "rank": Range(5, 80, 400),
    "grade": Range(8, 150, 800),
}
"""Tokens of a reply."""
SECONDS = {
    "symbolic": Range(0.0001, 0.002, 0.02),
    BATCH: Range(60, 7200, 86_400),
    "": Range(0.2, 5.0, 40.0),
}
"""Seconds of a call; of a batch, all of whose calls end together."""
OWN_SECONDS = Range(1 / 10_000, 1 / 2000, 1 / 150)
"""Seconds of our own work for each call."""


def tried_again(tries: int) -> Range:
    """Draws an item needs where an unusable reply is drawn again."""
    return Range(1.0, 1.0 + 0.1 * min(1, tries - 1), 1.0 + 0.6 * (tries - 1))


@dataclass
class Counts:
    """Items that had a chance, and those that took it."""

    of: int = 0
    taken: int = 0

    def share(self, otherwise: Range) -> Range:
        """The share, within three standard errors and a little for what changes; or otherwise."""
        if self.of < 5:
            return otherwise
        share = self.taken / self.of
        # The error of a share that was seen as 0 or 1 is not 0: one more of each kind.
        guess = (self.taken + 1) / (self.of + 2)
        off = 3 * math.sqrt(guess * (1 - guess) / self.of) + 0.03
        return Range(max(0.0, share - off), share, min(1.0, share + off))


@dataclass
class Sizes:
    """Lengths that were seen."""

    number: int = 0
    mean: float = 0.0
    deviation: float = 0.0

    def range(self, otherwise: Range) -> Range:
        """The mean, within three standard errors and a tenth; or otherwise."""
        if self.number < 5:
            return otherwise
        off = 3 * self.deviation / math.sqrt(self.number) + 0.1 * self.mean
        return Range(max(0.0, self.mean - off), self.mean, self.mean + off)


@dataclass
class Asked:
    """One stage and model in the dry run."""

    missed: int = 0
    """Calls that the journal has no reply to."""
    prompt_bytes: float = 0.0
    """Of all missed calls together."""
    known: int = 0
    """Calls that it has one to."""
    items: int = 0
    """Items that those settled, so that draws an item are known."""
    unused: int = 0
    """Replies of this stage and model that the dry run did not come to."""
    prompt: Sizes = field(default_factory=Sizes)
    """Bytes of the prompts of known replies."""
    reply: Sizes = field(default_factory=Sizes)
    """Tokens of known replies."""
    latency: Sizes = field(default_factory=Sizes)
    bytes_a_token: float | None = None


@dataclass
class Observed:
    """What a dry run saw."""

    roots: int
    all_roots: int
    """Roots of the whole run, of which the dry run took the first."""
    asked: dict[tuple[str, str], Asked]
    """By stage and name of the model."""
    candidates: Counts
    """Evolutions that the journal decided, and candidates among them."""
    survivors: Counts
    unsettled: int
    """Candidates that wait for solutions."""
    unsolved: int
    """Seeds that wait for solutions."""
    partial: int
    """Candidates of which some solutions are there: they were screened by these."""
    problem_bytes: float
    prompt_bytes: Mapping[str, int]
    """Bytes of the fixed part of each stage's prompt."""


@dataclass(frozen=True, slots=True)
class Line:
    """One stage and model."""

    stage: str
    model: str
    known: int
    """Calls whose reply the journal has."""
    calls: Range
    prompt_tokens: Range
    completion_tokens: Range
    usd: Range | None
    seconds: Range


@dataclass
class Forecast:
    """The whole run."""

    lines: list[Line]
    roots: int
    sampled: int
    """Roots that were looked at; the rest is taken to be like them."""
    assumed: list[str] = field(default_factory=list)

    def total(self, what: str) -> Range | None:
        """The sum over all lines; None where a part is not known."""
        parts = [getattr(line, what) for line in self.lines if line.calls.high]
        if any(part is None for part in parts):
            return None
        return sum(parts, NOTHING)

    @property
    def seconds(self) -> Range:
        """From the slowest line alone to all of them one after the other."""
        likely = sum(line.seconds.likely for line in self.lines)
        low = max((line.seconds.low for line in self.lines), default=0.0)
        return Range(low, likely, 1.0 + sum(line.seconds.high for line in self.lines))


def forecast(recipe: Recipe, seen: Observed, prices: Mapping[str, Price | None]) -> Forecast:
    """Calls, tokens, cost and time of what is still to be bought; `prices` by name of the model."""
    scale = seen.all_roots / seen.roots if seen.roots else 0.0
    made = Forecast([], seen.all_roots, seen.roots)
    calls = expected_calls(recipe, seen, made.assumed)
    for (stage, name), expected in calls.items():
        asked = seen.asked.get((stage, name), Asked())
        low = max(0.0, expected.low - asked.unused)
        expected = Range(low, max(low, expected.likely), expected.high) * scale
        made.lines.append(_line(recipe, seen, stage, name, expected, asked, prices[name], scale))
    if any(asked.reply.number < 5 and asked.missed for asked in seen.asked.values()):
        made.assumed.append("lengths of replies")
    if any(asked.latency.number < 5 and asked.missed for asked in seen.asked.values()):
        made.assumed.append("seconds of a call")
    return made


def expected_calls(
    recipe: Recipe, seen: Observed, assumed: list[str]
) -> dict[tuple[str, str], Range]:
    """New calls by stage and model, for the roots of the dry run."""
    candidate = seen.candidates.share(CANDIDATE)
    survives = seen.survivors.share(SURVIVES)
    writer = ("evolve", recipe.evolve.model)
    evolved = exactly(seen.asked.get(writer, Asked()).missed)
    if evolved.high and seen.candidates.of < 5:
        assumed.append("evolutions that become candidates")
    flipped = FLIPS * seen.partial
    # Where another candidate stays, other children are written in its place.
    evolved_anew = evolved + flipped
    candidates = evolved_anew * candidate
    living = (candidates + exactly(seen.unsettled)) * survives + flipped
    if living.high and seen.survivors.of < 5:
        assumed.append("candidates that stay")
    samples = recipe.solve.samples
    gradable = min(samples, recipe.grade.right + recipe.grade.wrong)
    to_grade = (living + exactly(seen.unsolved)) * GRADED * gradable
    groups = exactly(2 * seen.roots) * RANKED if living.high else NOTHING
    further = {
        "evolve": flipped,
        "solve": candidates * samples,
        "rate": living,
        "grade": to_grade,
        "rank": groups,
    }
    asked_by = {
        "evolve": (recipe.evolve.model,),
        "solve": (recipe.solve.model,),
        "rate": recipe.rate.judges,
        "grade": recipe.grade.judges,
        "rank": recipe.rank.judges,
    }
    found: dict[tuple[str, str], Range] = {}
    for stage, names in asked_by.items():
        tries = getattr(recipe, stage).tries
        for name in names:
            asked = seen.asked.get((stage, name), Asked())
            new = exactly(asked.missed) + further[stage]
            if stage == "rank" and living.high:
                # The groups that there are now are not those that there will be.
                new = Range(new.low - asked.missed, max(groups.likely, asked.missed), groups.high)
            found[stage, name] = new * draws(asked, tries)
    return found


def draws(asked: Asked, tries: int) -> Range:
    """Calls for an item."""
    if asked.items < 5:
        return tried_again(tries)
    mean = asked.known / asked.items
    off = 3 * math.sqrt(max(mean - 1, 0.02) / asked.items) + 0.03
    return Range(max(1.0, mean - off), max(1.0, mean), max(1.0, mean) + off)


def _line(
    recipe: Recipe,
    seen: Observed,
    stage: str,
    name: str,
    calls: Range,
    asked: Asked,
    price: Price | None,
    scale: float,
) -> Line:
    config = recipe.models[name]
    prompt_bytes = _prompt_bytes(recipe, seen, stage, asked)
    a_token = asked.bytes_a_token
    by = Range(a_token * 1.05, a_token, a_token / 1.05) if a_token else BYTES
    prompt = Range(
        prompt_bytes.low / by.low, prompt_bytes.likely / by.likely, prompt_bytes.high / by.high
    )
    most = config.max_tokens or math.inf
    length = asked.reply.range(LENGTHS[stage])
    length = Range(min(length.low, most), min(length.likely, most), min(length.high, most))
    prompts, replies = calls * prompt, calls * length
    usd = None
    if price:
        cached = price.input if price.cached is None else min(price.cached, price.input)
        usd = prompts * Range(cached / MILLION, price.input / MILLION, price.input / MILLION)
        usd = usd + replies * (price.output / MILLION)
    seconds = asked.latency.range(SECONDS.get(config.provider, SECONDS[""]))
    seconds = Range(seconds.low * 0.7, seconds.likely, seconds.high * 1.5)
    rows = Range(1.0, 1.2, 2.0) * (1 / config.in_flight)
    needed = calls * (seconds * rows + OWN_SECONDS)
    if config.provider == BATCH and calls.high:
        needed = needed.at_least(seconds * batches(recipe, seen, stage))
    limited = [calls * (60 / config.rpm)] if config.rpm else []
    limited += [(prompts + replies) * (60 / config.tpm)] if config.tpm else []
    for limit in limited:
        needed = needed.at_least(limit)
    return Line(stage, name, round(asked.known * scale), calls, prompts, replies, usd, needed)


def batches(recipe: Recipe, seen: Observed, stage: str) -> Range:
    """Batches of a stage that come one after the other: of each round, of what is tried again."""
    rounds = {"evolve": len(recipe.evolve.rounds), "rank": 1}
    waves = math.ceil(seen.all_roots / recipe.wave)
    again = Range(1, 1, getattr(recipe, stage).tries)
    return again * (waves * rounds.get(stage, len(recipe.evolve.rounds) + 1))


def _prompt_bytes(recipe: Recipe, seen: Observed, stage: str, asked: Asked) -> Range:
    """Bytes of a prompt: as rendered, as an earlier run's, or put together from its parts."""
    spread = Range(0.9, 1.0, 1.3)  # problems grow as they evolve
    if asked.missed:
        return spread * (asked.prompt_bytes / asked.missed)
    if asked.prompt.number:
        return spread * asked.prompt.mean
    problem = Range(0.8, 1.1, 2.0) * seen.problem_bytes
    inserted = problem
    if stage == "grade":
        inserted = problem + LENGTHS["solve"] * BYTES.likely
    if stage == "rank":
        inserted = problem * Range(2, 4, recipe.rank.max_group)
    return inserted + exactly(seen.prompt_bytes[stage])
