"""The rows that flow, frozen. Each class is one table: its fields are the columns, in this order.

Ids are content: an id is a digest of a slot (where in the run) and a text (what was written), so
the same run gives the same ids in whatever order replies arrive.
"""

import hashlib
import json
from dataclasses import dataclass

STAGES = (
    "seed",
    "evolve",
    "eliminate",
    "admit",
    "solve",
    "verify",
    "screen",
    "rate",
    "grade",
    "rank",
    "select",
)
"""Every stage that settles items, in the order in which an instruction meets them."""


def digest(*parts: object) -> str:
    """16 hex digits that name these parts; equal parts, equal name, in any process."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed as stored once, before anything is bought (table `seeds`)."""

    id: str
    """Digest of the text and of its occurrence among equal texts."""
    position: int
    """Place in the source, from 0."""
    wave: int
    text: str
    reference_answer: str | None
    rationale: str | None
    """Reference solution, GSM8K annotations (`<<48/2=24>>`) kept."""
    solutions: list[str] | None
    """Solutions that came with the seed; `solve` is skipped when there are any."""
    steps: list[list[str]] | None
    """Step lists that came with the solutions, one a solution."""
    source: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """A seed (round 0) or a candidate that an operator wrote (table `instructions`)."""

    id: str
    root_id: str
    wave: int
    round: int
    direction: str
    """seed, downward, upward or breadth."""
    operator: str
    variant: int
    text: str
    reference_answer: str | None
    answer_source: str | None
    """reference (came with the seed, or with the parent that it says in other words), teacher
    (exact, by the symbolic teacher) or None."""
    rationale: str | None
    truth: str | None
    """For the symbolic teacher alone: the computation graph behind the text, as JSON."""
    split: str
    """train or test, by a digest of the root seed."""
    model: str | None
    """Identity of the model that wrote it; None for a seed."""
    reply_key: str | None
    """Journal key of the reply that it was read from."""


@dataclass(frozen=True, slots=True)
class Parent:
    """An edge of the lineage (table `parents`)."""

    child_id: str
    parent_id: str
    position: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """One solution text as it came (table `attempts`; view `solutions` joins its verdict)."""

    id: str
    instruction_id: str
    wave: int
    model: str
    """Identity of the model, or `given` for a solution that came with the seed."""
    sample: int
    text: str
    finish_reason: str
    steps: list[str]
    reply_key: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` says of one solution (table `verdicts`)."""

    solution_id: str
    instruction_id: str
    wave: int
    answer: str | None
    """Final answer as extracted from the text; None when there is none."""
    rule: str | None
    """Which extraction rule fired."""
    answer_group: int | None
    """Cluster of equivalent answers among the instruction's solutions, 0 the largest."""
    verdict: str
    """right, wrong or undecided."""
    reason: str
    method: str


@dataclass(frozen=True, slots=True)
class Vote:
    """What all solutions of one instruction say together (table `votes`)."""

    instruction_id: str
    wave: int
    answer: str | None
    """The answer that the data will carry: the reference, or the verified vote."""
    answer_source: str | None
    """reference, teacher, vote, or None when nothing is verified."""
    samples: int
    decided: int
    top_votes: int
    margin: int
    """Votes of the largest cluster less votes of the next."""
    n_right: int
    n_wrong: int
    n_undecided: int
    pass_rate: float | None
    """right / (right + wrong); None when none is decided."""
    verified: bool
    steps: float | None
    """Median number of steps of the right solutions, of all solutions where none is right."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Which instruction stands for a root after a round (table `frontier`)."""

    wave: int
    round: int
    root_id: str
    position: int
    instruction_id: str


@dataclass(frozen=True, slots=True)
class StepVerdict:
    """One source's verdict on one step (table `step_verdicts`)."""

    solution_id: str
    idx: int
    source: str
    """`arithmetic`, `alignment`, or a judge's name in the recipe."""
    verdict: int | None
    """1 right, 0 doubtful, -1 wrong, None abstained."""
    reason: str | None


@dataclass(frozen=True, slots=True)
class StepLabel:
    """The fused label of one step (table `step_labels`)."""

    solution_id: str
    instruction_id: str
    wave: int
    idx: int
    text: str
    label: int | None
    """1, 0, -1; None after the first error, or where every source abstained."""
    sources: str
    """Which sources spoke, as `arithmetic:+1 judge:+1`."""
    agreement: float | None
    """Share of the sources that spoke which agree with the label."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One judge's rating of one instruction, aspects 1 to 5 (table `ratings`)."""

    instruction_id: str
    wave: int
    judge: str
    definition: int
    precision: int
    integrity: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """One place in one judge's list-wise ranking (table `rankings`)."""

    root_id: str
    wave: int
    judge: str
    ordering: int
    """Which order the group was shown in: 0 as is, 1 reversed."""
    instruction_id: str
    place: int
    """0 is best; ties share a place."""
    size: int


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What an instruction is a duplicate of (table `duplicates`; view `clusters`)."""

    instruction_id: str
    wave: int
    leader_id: str
    """The admitted instruction that it is like."""
    kind: str
    """exact (the same text), template (but for numbers), near, or structure (the same computation
    with the same numbers, in other words)."""
    likeness: float
    """1 for exact and template; else the share that was measured."""


@dataclass(frozen=True, slots=True)
class Contamination:
    """What ties an instruction to a test set (table `contamination`)."""

    instruction_id: str
    wave: int
    place: str
    """problem, solution, or parent: an ancestor has a finding."""
    tier: str
    """drop or quarantine."""
    kind: str
    """plain, short, masked, story, solution (see `factory.dedup.contamination`), or ancestor."""
    test_set: str
    item: str
    """Where in the test set; of a parent's finding, the ancestor."""
    amount: float
    """Words in a row, or the share of a story."""
    evidence: str | None
    """The words of our text that the finding rests on."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A test set that the run was compared with (table `test_sets`)."""

    name: str
    items: int
    missing: str | None
    """Why it could not be had; None when it was read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one item ended at one stage (table `outcomes`, the ledger)."""

    stage: str
    item: str
    wave: int
    round: int
    operator: str
    status: str
    """done, rejected or failed; an item without a row is pending."""
    reason: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """A flow (items that are committed together) with nothing left to do (table `settled`)."""

    flow: str
    key: str
    wave: int


@dataclass(frozen=True, slots=True)
class Signature:
    """What `admit` compares of an admitted instruction (table `signatures`)."""

    instruction_id: str
    root_id: str
    wave: int
    round: int
    exact: str
    """Digest of the evened text."""
    template: str
    """Digest of the same with numbers masked."""
    structure: str | None
    """Digest of the computation behind it, where one of some length is known."""
    bands: list[int]
    """Its MinHash bands; none where likeness is not looked for."""
    version: str
    """What made them; another version makes them anew."""
