"""What every stage of the line can be told."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from factory.settings.answers import Answers
from factory.settings.forms import Section, distinct
from factory.settings.test_sets import TestSet
from factory.suggest import instead

OPERATORS = {
    "simplify": "downward",
    "easier_topic": "downward",
    "add_constraint": "upward",
    "deepen": "upward",
    "concretise": "upward",
    "more_steps": "upward",
    "fuse": "upward",
    "distract": "upward",
    "new_topic": "breadth",
    "rephrase": "breadth",
    "resample": "breadth",
    "backward": "breadth",
}
"""Operators by name, each with its direction; what they say to a model stands in `evolve`."""

BY_NAME_ONLY = ("fuse", "distract", "rephrase", "resample", "backward")
"""Operators that a round draws only where it names them; the others are WizardMath's."""

Direction = Literal["downward", "upward", "breadth"]
Dataset = Literal["instructions", "sft", "irm", "prm", "ppo"]
Judges = Annotated[tuple[str, ...], AfterValidator(distinct)]
Rule = Annotated[str, Field(min_length=1, max_length=300)]
Tries = Annotated[int, Field(ge=1, le=10)]


def _going(direction: str | None) -> tuple[str, ...]:
    return tuple(name for name, way in OPERATORS.items() if way == direction)


def _usual(data: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in _going(data.get("direction")) if name not in BY_NAME_ONLY)


class Round(Section):
    """One round of evolution."""

    direction: Direction
    """Easier (downward), harder (upward) or elsewhere (breadth)."""
    from_: Literal["seed", "previous"] = Field(default="previous", alias="from")
    """Parents: the seeds, or what the round before left standing."""
    operators: tuple[str, ...] = Field(
        default_factory=_usual,
        min_length=1,
        json_schema_extra={"items": {"enum": list(OPERATORS)}, "uniqueItems": True},
    )
    """Operators to draw from, by chance; when left out, those of the direction that WizardMath
    has. `fuse` and `distract` (upward), `rephrase`, `resample` and `backward` (breadth) are drawn
    where they are named."""
    variants: int = Field(default=1, ge=1, le=16)
    """Candidates a parent; each is solved and judged, so cost grows with it."""

    @model_validator(mode="after")
    def _operators_fit(self) -> Self:
        wrong = []
        for n, name in enumerate(self.operators):
            if name not in OPERATORS:
                wrong.append(f"no operator called '{name}'{instead(name, OPERATORS)}")
            elif OPERATORS[name] != self.direction:
                fit = ", ".join(_going(self.direction))
                wrong.append(f"'{name}' goes {OPERATORS[name]}; {self.direction} are {fit}")
            elif name in self.operators[:n]:
                wrong.append(f"'{name}' is named twice")
        if wrong:
            raise ValueError("\n".join(wrong))
        return self


def _round(direction: Direction, parents: Literal["seed", "previous"]) -> Round:
    return Round.model_validate({"direction": direction, "from": parents})


SCHEDULE = (
    _round("downward", "seed"),
    _round("downward", "previous"),
    _round("upward", "seed"),
    _round("upward", "previous"),
    _round("upward", "previous"),
)


class Prompted(Section):
    """A stage that speaks with models."""

    tries: Tries = 2
    """Draws until a reply is usable; each one is paid."""
    prompt: Path | None = None
    """A prompt file of your own in place of the stage's; a relative path starts at the recipe."""


class Evolve(Prompted):
    """Candidates from parents."""

    model: str
    """The model that rewrites problems."""
    rounds: tuple[Round, ...] = Field(default=SCHEDULE, max_length=20)
    """Each round is kept as its own rows, so cost grows with each; [] leaves the seeds alone."""
    max_added_words: int = Field(default=60, ge=1, le=1000)
    """A candidate that is longer than its parent by more is turned away; `fuse`, which brings a
    second problem, may add 30 more."""


class Admit(Section):
    """What is new goes on."""

    max_per_template: int = Field(default=4, ge=1)
    """Problems that differ in their numbers alone; more of them teach little."""
    near: float | None = Field(default=0.8, ge=0.7, le=1)
    """Likeness (Jaccard, runs of five words) to an admitted problem of another root from which a
    candidate is a near duplicate; lower turns more away, null does not look for any. Number
    variants of one template are capped instead."""
    near_ends: Literal["reject", "select"] = "reject"
    """Near duplicates are turned away at once; or they are solved and judged too, at the full
    cost, and `select.prefer` keeps the best of each cluster."""
    against: Annotated[tuple[TestSet, ...], Field(max_length=20)] = ()
    """Test sets that no row may come from, read when the run starts to admit. With none, the run
    is not decontaminated, and its card says so."""
    quarantine: Literal["reject", "keep"] = "reject"
    """Candidates that may come from a test set, with too little evidence to be sure."""


class Solve(Prompted):
    """Independent solutions of every instruction."""

    model: str
    """The model that solves; measured difficulty is its pass rate."""
    samples: int = Field(default=4, ge=1, le=64)
    """Solutions an instruction. Votes need several; this is most of what a run costs."""


class Verify(Section):
    """When an answer counts as verified without a reference."""

    share: float = Field(default=0.7, gt=0, le=1)
    """Share of the decided samples that must agree."""
    decided: int = Field(default=3, ge=1)
    """Samples that must have an answer at all; more than solve.samples verifies nothing."""
    margin: int = Field(default=2, ge=0)
    """Votes that the first answer must be ahead of the second."""
    seconds: float = Field(default=5.0, gt=0, le=600)
    """After this the comparison of two answers is killed and counts as undecided."""
    answers: Answers = Answers()
    """What counts as the same answer."""


class Screen(Section):
    """Which candidates stay, by what their solutions show."""

    unsolved: Literal["reject", "keep"] = "reject"
    """Candidates that nobody solved: broken or too hard. Kept ones have no verified answer."""
    too_easy: Literal["evidence", "strict", "keep"] = "evidence"
    """Upward candidates that everybody solved: evidence keeps those with signs of being harder."""


class Judged(Prompted):
    """A stage of judges."""

    judges: Judges = ()
    """Models that judge, each on its own; with none the stage is off and costs nothing."""


class Rate(Judged):
    """Definition, precision and integrity of every instruction, 1 to 5."""


class Rank(Judged):
    """The instructions of one root in order of quality, asked in two orders."""

    max_group: int = Field(default=8, ge=2, le=26)
    """Instructions shown at once; judges lose track of long lists."""


class Grade(Judged):
    """A verdict on every step of some solutions."""

    right: int = Field(default=2, ge=0, le=64)
    """Right solutions graded an instruction."""
    wrong: int = Field(default=2, ge=0, le=64)
    """Wrong solutions graded an instruction; first errors are learned from these."""


class Select(Section):
    """What is accepted."""

    rules: tuple[Rule, ...] = ("verified",)
    """Expressions over columns, as `integrity >= 4`; all must hold, and [] accepts everything."""
    prefer: Annotated[tuple[Literal["verified", "rating"], ...], AfterValidator(distinct)] = (
        "verified",
        "rating",
    )
    """Which one of a cluster of near duplicates is accepted, where `admit.near_ends: select` left
    several: what comes first here decides first. [] accepts them all."""


class Export(Section):
    """What is written at the end."""

    datasets: Annotated[tuple[Dataset, ...], AfterValidator(distinct)] = Field(
        default=("instructions", "sft", "irm", "prm", "ppo"), min_length=1
    )
    """Each is a folder of parquet files with its own schema."""
    sft_per_instruction: int = Field(default=1, ge=1, le=64)
    """Right solutions of one instruction that go into the SFT set, the surely sound ones first."""
