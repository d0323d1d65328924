"""The embedded symbolic teacher as a provider: no network, no key, no GPU, no cost.

It answers inside the event loop, in well under a millisecond a call.
"""

from typing import Any, Literal

from pydantic import Field

from factory.models import Reply, Request
from factory.settings.forms import Section
from factory.symbolic.leaning import Leaning
from factory.symbolic.teacher import VERSION, Settings, answer


class TeacherOptions(Section):
    """How the symbolic teacher behaves; see `factory.symbolic.teacher`."""

    mistakes: float = Field(default=1.0, ge=0, le=1000)
    """Scales how often a solution goes wrong: 0 never, 1 a quarter of three-step ones at 0.7."""
    misbehave: float = Field(default=0.05, ge=0, le=1)
    """Share of evolutions that fail on purpose, each labelled; as many more, where there is room,
    are good and come in other dress: bold headers, talk around them, code fences."""
    hide_answers: bool = False
    """Keeps answers out of what travels with its problems, so that votes have to find them."""
    styles: Literal["asked", "free"] = "asked"
    """Solutions as the prompt asks for them, in `Step i:` lines, or laid out freely: bare lines,
    numbered lists, paragraphs, other closing words."""
    leniency: float = Field(default=0.0, ge=-1, le=1)
    """As a judge: 1 lets most wrong steps pass and marks up, -1 faults right steps and marks
    down."""
    position: float = Field(default=0.0, ge=-1, le=1)
    """As a judge: 1 prefers what is shown first, -1 what is shown last."""
    verbosity: float = Field(default=0.0, ge=-1, le=1)
    """As a judge: 1 prefers long problems, -1 short ones."""
    wavering: float = Field(default=1.0, ge=0, le=20)
    """As a judge: scales the noise that comes with temperature; 0 is none."""
    seed: int = Field(default=0, ge=0, lt=2**63)
    """Two teachers with other seeds draw independently: the jurors of a jury need one each."""


class Symbolic:
    """A rule-based stand-in for a language model; see `TeacherOptions`."""

    Options = TeacherOptions

    def __init__(self, **options: Any):
        self.settings, self.identity = settings_of(TeacherOptions.model_validate(options))

    async def open(self) -> None:
        """Nothing to get ready."""

    async def reply(self, request: Request) -> Reply:
        """Answer one request; what it cannot do it says in the reply's text."""
        return answer(request, self.settings)

    async def close(self) -> None:
        """Nothing to let go of."""


def settings_of(options: TeacherOptions) -> tuple[Settings, str]:
    """The teacher's settings, and the identity that names version and settings."""
    leaning = Leaning(options.leniency, options.position, options.verbosity, options.wavering)
    settings = Settings(
        options.mistakes,
        options.misbehave,
        options.hide_answers,
        options.styles == "free",
        leaning,
        options.seed,
    )
    named = f"symbolic/{VERSION} mistakes={options.mistakes} misbehave={options.misbehave}"
    changed = options.model_dump(exclude_defaults=True, exclude={"mistakes", "misbehave"})
    for name, value in changed.items():
        named += f" {name}" if value is True else f" {name}={value}"
    return settings, named
