"""The embedded symbolic teacher as a provider: no network, no key, no GPU, no cost.

It answers inside the event loop, in well under a millisecond a call.
"""

from factory.models import Reply, Request
from factory.symbolic.teacher import VERSION, Settings, answer


class Symbolic:
    """A rule-based stand-in for a language model; see `factory.symbolic.teacher`.

    `mistakes` scales how often its solutions go wrong, `misbehave` is the share of evolutions that
    fail on purpose, `hide_answers` keeps answers out of what travels with its problems.
    """

    def __init__(
        self, *, mistakes: float = 1.0, misbehave: float = 0.05, hide_answers: bool = False
    ):
        self.settings = Settings(mistakes, misbehave, hide_answers)
        self.identity = f"symbolic/{VERSION} mistakes={mistakes} misbehave={misbehave}"
        if hide_answers:
            self.identity += " hide_answers"

    async def open(self) -> None:
        """Nothing to get ready."""

    async def reply(self, request: Request) -> Reply:
        """Answer one request; what it cannot do it says in the reply's text."""
        return answer(request, self.settings)

    async def close(self) -> None:
        """Nothing to let go of."""
