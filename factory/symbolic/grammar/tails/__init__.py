"""Further steps that can be told of a result: how a problem grows longer.

A tail is a family that builds on the quantity `a`, the result asked for before it; `<x>` names that
result, `<who>` the person of whom the question asked. It fits results of the kinds in `on`.
"""

from factory.symbolic.grammar.family import Family
from factory.symbolic.grammar.tails import earnings, measures, money, people, things

TAILS: dict[str, Family] = {
    tail.name: tail
    for module in (money, earnings, things, measures, people)
    for tail in module.TAILS
}
"""By name."""
