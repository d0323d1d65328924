"""Fuse: two problems in one, the answer of the first being a number of the second.

The second goes on with the same things or the same money (`Then 4 more bags come`). Two stories of
strangers are not joined by a sentence such as "the number of minutes is equal to the number of
melons": a reader stumbles there, so where nothing fits the operator declines.

Sources: compositional GSM (2410.01748) chains two problems by `let X be the answer`; MathFusion
(2503.16212) fuses them in sequence. Here the link is the story's own.
"""

from random import Random

from factory.symbolic.draft import Child
from factory.symbolic.graph import Graph
from factory.symbolic.upward import second_situation


def fuse(graph: Graph, rng: Random) -> Child:
    """The problem and a second one whose number is the first one's answer.

    Raises:
        Declined: when no second problem goes on from its answer.
    """
    return second_situation(graph, rng)
