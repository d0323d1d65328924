"""What an exported row is: the columns of each dataset, their types and their meaning.

The types are fixed here and nowhere inferred, so a column that is all null in one file keeps its
type. Strings are byte for byte what the run holds, white space at their ends aside. Nothing is
promised about texts being valid LaTeX.
"""

from dataclasses import dataclass

import pyarrow as pa

from factory.records import digest

TEXT, WHOLE, REAL, TRUTH = pa.string(), pa.int64(), pa.float64(), pa.bool_()
TEXTS = pa.list_(pa.field("item", TEXT, nullable=False))
TRUTHS = pa.list_(pa.field("item", TRUTH, nullable=False))

SPLITS = ("train", "test")

RESERVED = frozenset({"labels", "tools", "input_ids", "completion_mask", "chat_template_kwargs"})
"""Columns that an SFT trainer takes for its own; no dataset with `completion` may have them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an exported dataset."""

    name: str
    type: pa.DataType
    doc: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One dataset: what a row of it is, what was considered for a row, and its columns."""

    name: str
    doc: str
    considered: str
    """What `rows + left out` counts."""
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema that every file of the dataset has."""
        return pa.schema([pa.field(c.name, c.type, nullable=c.nullable) for c in self.columns])

    @property
    def schema_digest(self) -> str:
        """A name for the schema; another one means that columns changed."""
        return digest(*([c.name, str(c.type), c.nullable] for c in self.columns))


_ROOT = Column("root_id", TEXT, "The seed that the row descends from; never in both splits.")
_INSTRUCTION = Column("instruction_id", TEXT, "The instruction, as in the dataset `instructions`.")
_PROMPT = Column("prompt", TEXT, "The instruction and a line break, where a token ends.")


INSTRUCTIONS = Shape(
    "instructions",
    "One accepted instruction, a seed or an evolved one, with its lineage and its evidence.",
    "accepted instructions",
    (
        Column("id", TEXT, "Digest of the place in the run and of the text."),
        _ROOT,
        Column("split", TEXT, "train or test, by a digest of the seed."),
        Column("round", WHOLE, "0 for a seed, else the round that wrote it."),
        Column("direction", TEXT, "seed, downward, upward or breadth."),
        Column("operator", TEXT, "The operator that wrote it; `seed` for a seed."),
        Column("instruction", TEXT, "The text of the problem."),
        Column("answer", TEXT, "The final answer; null when none is known.", True),
        Column("answer_source", TEXT, "reference, teacher or vote; null without answer.", True),
        Column("verified", TRUTH, "Whether a solution arrived at it; null if not asked.", True),
        Column("pass_rate", REAL, "right / (right + wrong) solutions; null if undecided.", True),
        Column("samples", WHOLE, "Solutions that were looked at; null if not asked.", True),
        Column("definition", REAL, "Mean rating over judges, 1 to 5; null if not rated.", True),
        Column("precision", REAL, "Mean rating over judges, 1 to 5; null if not rated.", True),
        Column("integrity", REAL, "Mean rating over judges, 1 to 5; null if not rated.", True),
        Column("parents", TEXTS, "Ids of the instructions it was written from; none for a seed."),
        Column("operators", TEXTS, "The operators on the way from the seed, the last one its own."),
        Column("model", TEXT, "Identity of the model that wrote it; null for a seed.", True),
        Column("source", TEXT, "Where the seed came from."),
    ),
)

SFT = Shape(
    "sft",
    "One right solution of an accepted instruction, for supervised fine-tuning.",
    "right solutions of accepted instructions",
    (
        _PROMPT,
        Column("completion", TEXT, "The solution; the trainer appends its end-of-text token."),
        Column("id", TEXT, "The solution."),
        _INSTRUCTION,
        _ROOT,
        Column("answer", TEXT, "The final answer of the instruction; null if unknown.", True),
    ),
)

IRM = Shape(
    "irm",
    "Two instructions of one seed, the better one first, for an instruction reward model.",
    "pairs of instructions of one seed that a judge ranked or rated",
    (
        Column("chosen", TEXT, "The text that judges prefer."),
        Column("rejected", TEXT, "The other text."),
        Column("margin", REAL, "How far apart, as a share of the widest distance, above 0 to 1."),
        Column("id", TEXT, "The ids of both instructions, chosen first."),
        Column("chosen_id", TEXT, "The instruction that judges prefer."),
        Column("rejected_id", TEXT, "The other instruction."),
        _ROOT,
        Column("source", TEXT, "ranking (agreed in both orders) or rating (not ranked together)."),
        Column("judges", WHOLE, "Judges who saw both."),
        Column("agreement", REAL, "Share of these judges who prefer the chosen one."),
    ),
)

PRM = Shape(
    "prm",
    "One solution as steps with a label each, for a process reward model.",
    "solutions with step labels",
    (
        _PROMPT,
        Column("completions", TEXTS, "Steps, up to the first wrong or the last trusted one."),
        Column("labels", TRUTHS, "Whether each step is right; false at most for the last."),
        Column(
            "first_error",
            WHOLE,
            "Index of the first wrong step; -1: all steps are right; null: cut where doubt began.",
            True,
        ),
        Column("solution_id", TEXT, "The solution."),
        _INSTRUCTION,
        _ROOT,
        Column("answer_correct", TRUTH, "Whether the final answer is right; null: unknown.", True),
        Column("source", TEXT, "Which sources spoke about these steps, in alphabetical order."),
        Column("agreement", REAL, "Least agreement among sources over these steps.", True),
    ),
)

PPO = Shape(
    "ppo",
    "One accepted instruction with a verified answer, as a prompt for reinforcement learning.",
    "accepted instructions",
    (
        _PROMPT,
        Column("ground_truth", TEXT, "The final answer."),
        Column(
            "r_i",
            REAL,
            "Stand-in for a trained instruction reward: 1 / (1 + exp(3 - mean rating)); "
            "null if not rated.",
            True,
        ),
        Column("pass_rate", REAL, "right / (right + wrong) solutions of the solver.", True),
        Column("id", TEXT, "The instruction, as in the dataset `instructions`."),
        _ROOT,
        Column("data_source", TEXT, "`factory/` and the direction, to tell metrics apart by."),
    ),
)

SHAPES: dict[str, Shape] = {shape.name: shape for shape in (INSTRUCTIONS, SFT, IRM, PRM, PPO)}

ALL = tuple(SHAPES)
"""Every dataset, in the order in which they are written."""
