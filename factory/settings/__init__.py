"""Every setting of a recipe: its name, its type with the bounds, and what follows from it.

The text under a setting is its documentation, here and in `schemas/recipe.schema.json`. What a
recipe file looks like and how its mistakes are told is the business of `factory.recipe`.
"""

import json
from typing import Annotated, Any

from pydantic import Field

from factory.models import PLACE_OPTIONS
from factory.records import digest
from factory.settings.forms import MODEL_NAME, NAME, SIZE, Section, plain, sha256_of
from factory.settings.sources import SERVED, FileSeeds, ModelConfig, Seeds
from factory.settings.stages import (
    Admit,
    Evolve,
    Export,
    Grade,
    Rank,
    Rate,
    Screen,
    Select,
    Solve,
    Verify,
)
from factory.settings.test_sets import TestFile


class EngineSettings(Section):
    """What a run may take of this machine; nothing here changes the rows."""

    threads: int = Field(default=2, ge=1, le=256)
    """Threads of the database."""
    memory: str = Field(default="600MB", pattern=SIZE)
    """Memory of the database; beyond it the database spills to disk."""
    workers: int = Field(default=2, ge=1, le=256)
    """Processes that compare answers."""
    checkpoint: str = Field(default="64MB", pattern=SIZE)
    """Size of the log at which it is merged into the file; a merge stalls writing for a moment."""


class Budget(Section):
    """What a run may cost."""

    usd: float = Field(gt=0, le=10_000_000)
    """US dollars over all starts of the run; a call that may go beyond is not sent, and the run
    stops. It can be raised later."""


class Recipe(Section):
    """A whole recipe."""

    name: str = Field(default="", pattern=NAME)
    """Names the folder in outputs/; the recipe file's name when left out."""
    seed: int = Field(default=7, ge=0, lt=2**63)
    """All chance comes from it."""
    wave: int = Field(default=2000, ge=1, le=1_000_000)
    """Roots that go down the line together; the first rows are finished after one wave."""
    test: float = Field(default=0.05, ge=0, lt=1)
    """Share of the roots whose whole family is kept for testing."""
    seeds: Seeds
    """Where problems come from: exactly one of hub, path, sample."""
    models: dict[Annotated[str, Field(pattern=MODEL_NAME)], ModelConfig] = Field(min_length=1)
    """Models by the name that stages call them."""
    evolve: Evolve
    admit: Admit = Admit()
    solve: Solve
    verify: Verify = Verify()
    screen: Screen = Screen()
    rate: Rate = Rate()
    rank: Rank = Rank()
    grade: Grade = Grade()
    select: Select = Select()
    export: Export = Export()
    engine: EngineSettings = EngineSettings()
    budget: Budget | None = None
    """A cap on the cost; null spends whatever it takes."""

    def identity(self) -> dict[str, Any]:
        """What decides the rows: all but names, places and speed; files by their content."""
        whole = plain(self, exclude={"name", "engine", "models", "budget"})
        for stage in ("evolve", "solve", "rate", "rank", "grade"):
            path = getattr(self, stage).prompt
            whole[stage]["prompt"] = sha256_of(path) if path else None
        if isinstance(self.seeds, FileSeeds):
            path = self.seeds.path
            whole["seeds"]["path"] = path.name
            # Seeds are stored once: a file that is gone since does not make another recipe.
            if path.is_file():
                whole["seeds"]["sha256"] = sha256_of(path)
        for one, known in zip(self.admit.against, whole["admit"]["against"], strict=True):
            if isinstance(one, TestFile):
                known["path"] = one.path.name
                known["sha256"] = sha256_of(one.path) if one.path.is_file() else None
        used = {self.evolve.model, self.solve.model}
        used.update(self.rate.judges, self.rank.judges, self.grade.judges)
        runtime = {"in_flight", "timeout", "retries", "base_url", "key_env", "python"}
        runtime |= {"adaptive", "rpm", "tpm", "price"}
        whole["models"] = {
            name: plain(
                model, exclude=runtime | ({"provider", "model"} if model.identity else set())
            )
            for name, model in sorted(self.models.items())
            if name in used
        }
        for name, model in whole["models"].items():
            if self.models[name].provider in SERVED:
                # Where and on what a server runs decides no reply.
                for option in PLACE_OPTIONS & model["options"].keys():
                    del model["options"][option]
            if model.get("provider") == "openai-batch":
                model["provider"] = "openai"  # nor does the way in which it is asked
        return whole

    def digest(self) -> str:
        """Names the identity."""
        return digest(json.dumps(self.identity(), sort_keys=True))
