"""Fuse: two problems in one, the answer of the first being a number of the second.

The second goes on with the same things or the same money (`Then 4 more bags come`). Two stories of
strangers are not joined by a sentence such as "the number of minutes is equal to the number of
melons": a reader stumbles there, so where nothing fits the operator declines.
A story of the grammar goes on in ways of its own, and a typed second situation serves others;
where two people guess the result, which guess is closer is a problem of its own.

Sources: compositional GSM (2410.01748) chains two problems by `let X be the answer`; MathFusion
(2503.16212) fuses them in sequence. Here the link is the story's own.
"""

from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.edits.guess import two_guesses
from factory.symbolic.edits.known_story import second_problem
from factory.symbolic.graph import Declined, Graph
from factory.symbolic.upward import second_situation


def fuse(graph: Graph, rng: Random) -> Child:
    """The problem and a second one whose number is the first one's answer.

    Raises:
        Declined: when no second problem goes on from its answer.
    """
    fault: Declined | None = None
    for way in (*rng.sample([second_problem, second_situation], 2), two_guesses):
        try:
            return way(graph, rng)
        except Declined as declined:
            told_more = fault is None or fault.reason == "unknown_story"
            fault = declined if told_more else fault
    raise fault or Declined("no_move", "no second problem goes on from its answer")
